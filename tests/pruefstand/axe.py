"""Runs axe-core in a page: which rules, and its findings as lines."""

from __future__ import annotations

from functools import cache

from playwright.sync_api import Page

from tests.browser_bereitstellen import werkzeug

STUFEN = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")
# Judges nothing but the size of targets and what is near them; a slow one.
ZIELREGEL = "target-size"
# Off by default, wanted here: 7:1 for text, 24 px for targets.
DAZU = ("color-contrast-enhanced", ZIELREGEL)
# Rules that judge a text by nothing but its colours and size; slow ones.
KONTRASTREGELN = ("color-contrast", "color-contrast-enhanced")
# The only other rule that looks at colours: those of links and of the text around them.
LINKREGEL = "link-in-text-block"


def einstellungen(nur_farben: bool, kontrast: bool, ziele: bool) -> dict[str, object]:
    """Choose rules: only those about colours, or all with or without those that are slow."""
    # Nothing is fetched again by axe: no rule here needs the text of stylesheets or media.
    wahl: dict[str, object] = {"resultTypes": ["violations"], "preload": False}
    if nur_farben:
        return wahl | {"runOnly": {"type": "rule", "values": [LINKREGEL, *KONTRASTREGELN]}}
    regeln = {name: {"enabled": True} for name in DAZU}
    if not kontrast:
        regeln |= {name: {"enabled": False} for name in KONTRASTREGELN}
    if not ziele:
        regeln[ZIELREGEL] = {"enabled": False}
    return wahl | {"runOnly": {"type": "tag", "values": list(STUFEN)}, "rules": regeln}


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


def pruefe(
    seite: Page, nur_farben: bool = False, kontrast: bool = True, ziele: bool = True
) -> list[str]:
    """Return what violates a rule, a line for every element.

    With neither new colours nor anything else new there is nothing to judge.
    """
    if nur_farben and not kontrast:
        return []
    if not seite.evaluate("() => typeof axe === 'object'"):
        seite.evaluate(quelltext())
    return list(seite.evaluate(_LAUF, einstellungen(nur_farben, kontrast, ziele)))
