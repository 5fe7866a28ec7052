"""Colours of the stylesheet: text has a contrast of 7:1 on every ground it stands on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

STIL = Path(__file__).parents[2] / "overrides" / "assets" / "stylesheets" / "lb.css"
SCHRIFT = ("text", "leise", "haupt", "blau", "violett", "gruen", "ocker", "rot")
# Grounds any text may stand on, and those only text of their own field stands on.
GRUENDE = ("grund", "grund-2")
EIGENE = {
    "haupt-grund": ("text", "leise", "haupt"),
    "blau-grund": ("text", "leise", "blau"),
    "violett-grund": ("text", "leise", "violett"),
    "gruen-grund": ("text", "leise", "gruen"),
    "ocker-grund": ("text", "leise", "ocker", "haupt"),
    "markierung": ("text",),
    "haupt": ("auf-haupt",),
    # Icons of the fields on the home page.
    "blau": ("grund",),
    "violett": ("grund",),
    "gruen": ("grund",),
    "ocker": ("grund",),
}


def _bloecke() -> dict[str, dict[str, str]]:
    """The tokens of each scheme; a dark scheme changes some of the light one."""
    css = STIL.read_text(encoding="utf-8")
    hell = _marken(re.search(r":root \{(.*?)\n\}", css, re.DOTALL))
    system = _marken(
        re.search(r":root:not\(\[data-farbschema=\"hell\"\]\) \{(.*?)\}", css, re.DOTALL)
    )
    wahl = _marken(re.search(r":root\[data-farbschema=\"dunkel\"\] \{(.*?)\}", css, re.DOTALL))
    assert system == wahl, "the dark values stand twice and must be the same"
    return {"hell": hell, "dunkel": {**hell, **system}}


def _marken(treffer: re.Match[str] | None) -> dict[str, str]:
    assert treffer is not None
    return dict(re.findall(r"--([a-z0-9-]+):\s*(#[0-9a-f]{3,6})\b", treffer[1]))


def _helligkeit(farbe: str) -> float:
    """Relative luminance (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance)."""
    ziffern = farbe[1:] if len(farbe) == 7 else "".join(z * 2 for z in farbe[1:])
    anteile = [int(ziffern[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    r, g, b = (a / 12.92 if a <= 0.04045 else ((a + 0.055) / 1.055) ** 2.4 for a in anteile)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def kontrast(eine: str, andere: str) -> float:
    hell, dunkel = sorted((_helligkeit(eine), _helligkeit(andere)), reverse=True)
    return (hell + 0.05) / (dunkel + 0.05)


PAARE = [(s, g) for g in GRUENDE for s in SCHRIFT] + [
    (s, g) for g, ss in EIGENE.items() for s in ss
]


def test_contrast_is_computed_as_defined() -> None:
    assert kontrast("#000", "#ffffff") == pytest.approx(21)
    assert kontrast("#2044aa", "#fff") == pytest.approx(8.51, abs=0.01)


@pytest.mark.parametrize("schema", ["hell", "dunkel"])
@pytest.mark.parametrize(("schrift", "grund"), PAARE)
def test_text_stands_out_from_its_ground(schema: str, schrift: str, grund: str) -> None:
    farben = _bloecke()[schema]
    assert kontrast(farben[schrift], farben[grund]) >= 7, (farben[schrift], farben[grund])


@pytest.mark.parametrize("schema", ["hell", "dunkel"])
@pytest.mark.parametrize("grund", ["grund", "grund-2", "haupt-grund", "ocker-grund", "gruen-grund"])
def test_borders_of_controls_and_the_focus_ring_stand_out(schema: str, grund: str) -> None:
    farben = _bloecke()[schema]
    assert kontrast(farben["fokus"], farben[grund]) >= 7
    assert kontrast(farben["linie-stark"], farben[grund]) >= 3
