"""Mistakes inside a workbook are findings with their place, whatever they would do to a sum."""

from __future__ import annotations

from pathlib import Path

import pytest

from leitfaden.checks.dokumente import pruefe_dokumente
from leitfaden.source.loader import lade

LISTE = "data/dokumente/it-liste.yml"
FORMEL = '"=COUNTA(Liste!A2:A6)"'


def _befunde(projekt: Path, alt: str, neu: str) -> list[tuple[str, str, str]]:
    """Return code, reason and the line of every finding after a change."""
    ziel = projekt / LISTE
    text = ziel.read_text(encoding="utf-8")
    assert alt in text
    ziel.write_text(text.replace(alt, neu), encoding="utf-8")
    zeilen = ziel.read_text(encoding="utf-8").splitlines()
    return [
        (b.code, b.as_dict.get("grund", ""), zeilen[b.location.line - 1].strip())
        for b in pruefe_dokumente(lade(projekt))
    ]


def test_document_without_mistakes_has_no_finding(small_copy: Path) -> None:
    assert _befunde(small_copy, FORMEL, FORMEL) == []


@pytest.mark.parametrize(
    ("formel", "grund"),
    [
        ("=COUNTA()", "COUNTA braucht mindestens 1 Angabe, hier sind es 0"),
        ("=SUMIFS(Liste!A2:A6)", "SUMIFS braucht mindestens 3 Angaben"),
        ("={s-9}1", "sie zeigt auf eine Zelle außerhalb des Blatts"),
        ("=A{z-9}", "sie zeigt auf eine Zelle außerhalb des Blatts"),
    ],
)
def test_formula_that_cannot_be_calculated(small_copy: Path, formel: str, grund: str) -> None:
    ((code, text, zeile),) = _befunde(small_copy, FORMEL, f'"{formel}"')
    assert (code, zeile.startswith("- {zelle: B5")) == ("S069", True)
    assert text.startswith(grund)


@pytest.mark.parametrize("formel", ["=10^400", "=0^-1", "=SUMPRODUCT(Liste!A2:A6,Liste!G2:G3)"])
def test_error_value_fails_the_check_value_and_nothing_else(small_copy: Path, formel: str) -> None:
    assert [code for code, _, _ in _befunde(small_copy, FORMEL, f'"{formel}"')] == ["V034"]


@pytest.mark.parametrize("feld", ["kategorien", "werte"])
def test_chart_points_at_a_sheet_there_is(small_copy: Path, feld: str) -> None:
    spalte = "A" if feld == "kategorien" else "G"
    alt, neu = (f'{feld}: "{blatt}!{spalte}2:{spalte}4"' for blatt in ("Liste", "Lste"))
    ((code, grund, zeile),) = _befunde(small_copy, alt, neu)
    assert (code, grund) == ("S068", "das Blatt „Lste“ gibt es nicht")
    assert neu in zeile
