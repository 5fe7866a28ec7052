"""Runs axe-core in a page: which rules, and its findings as lines."""

from __future__ import annotations

from functools import cache

from playwright.sync_api import Page

from tests.browser_bereitstellen import werkzeug

STUFEN = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")
# Off by default, wanted here: 7:1 for text, 24 px for targets.
DAZU = ("color-contrast-enhanced", "target-size")
# The only rules that look at colours.
FARBREGELN = ("color-contrast", "color-contrast-enhanced", "link-in-text-block")

# Nothing is fetched again by axe: no rule above needs the text of stylesheets or media.
ALLES = {
    "runOnly": {"type": "tag", "values": list(STUFEN)},
    "rules": {name: {"enabled": True} for name in DAZU},
    "resultTypes": ["violations"],
    "preload": False,
}
NUR_FARBEN = {
    "runOnly": {"type": "rule", "values": list(FARBREGELN)},
    "resultTypes": ["violations"],
    "preload": False,
}

_LAUF = """async (einstellungen) => {
  const ergebnis = await axe.run(document, einstellungen);
  const grund = (knoten) => knoten.failureSummary.split("\\n").at(-1).trim();
  return ergebnis.violations.flatMap((regel) =>
    regel.nodes.map((k) => `${regel.id}: ${k.target.join(" ")}: ${grund(k)}`));
}"""


@cache
def quelltext() -> str:
    """Return the source of axe-core."""
    return (werkzeug("pruefung") / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


def pruefe(seite: Page, einstellungen: dict[str, object] = ALLES) -> list[str]:
    """Return what violates a rule, a line for every element."""
    if not seite.evaluate("() => typeof axe === 'object'"):
        seite.evaluate(quelltext())
    return list(seite.evaluate(_LAUF, einstellungen))
