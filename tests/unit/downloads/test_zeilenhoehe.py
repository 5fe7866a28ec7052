"""Heights of rows follow the width of letters, not their number; pages follow the heights."""

from __future__ import annotations

from dataclasses import replace

import pytest

from leitfaden.downloads.zeilenhoehe import (
    druckprozent,
    feste_hoehen,
    hoehen,
    seitenanfaenge,
    zeilen,
)
from leitfaden.model.tabelle import Zelltyp
from leitfaden.views.mappe import Blattblick, Flaeche, Tabellenblick, Zellblick


@pytest.mark.parametrize(
    ("text", "breite", "erwartet"),
    [
        ("", 20, 1),
        ("kurz", 20, 1),
        ("illi " * 8, 20, 1),
        ("MMMM " * 8, 20, 4),
        ("eins\nzwei", 20, 2),
        ("Datenschutz-Folgenabschätzung", 8, 4),
    ],
)
def test_lines_of_a_text(text: str, breite: int, erwartet: int) -> None:
    assert zeilen(text.strip(), breite, 11) == erwartet


def test_bold_and_large_letters_need_more_lines() -> None:
    text = "Zusammenarbeit der Kommunen im Verbund " * 3
    normal = zeilen(text, 40, 11)
    assert zeilen(text, 40, 11, fett=True) >= normal
    assert zeilen(text, 40, 18) > normal


def _blatt(*arten: str, tabelle: bool = False) -> Blattblick:
    """A sheet upright with one cell a row; a dash leaves the row empty."""
    zellen = tuple(
        Zellblick(1, zeile, art, Zelltyp.TEXT, "Ein Wort", "", None, 0)
        for zeile, art in enumerate(arten, 1)
        if art != "-"
    )
    tabellen = (Tabellenblick("Plan", 1, Flaeche(1, 2, 1, len(arten)), ""),) if tabelle else ()
    return Blattblick("Plan", "", True, ((1, 80),), zellen, tabellen)


def test_heading_stands_apart_from_the_row_above() -> None:
    hoch = hoehen(_blatt("ueberschrift", "text", "ueberschrift", "text", "-", "ueberschrift"))
    assert hoch[3] > hoch[1] == hoch[6]
    assert hoch[2] == hoch[4]


def test_only_rows_nobody_writes_into_are_fixed() -> None:
    blatt = _blatt("titel", "eingabe", "text", "beschriftung")
    feld = Zellblick(2, 4, "eingabe", Zelltyp.TEXT)
    assert set(feste_hoehen(replace(blatt, zellen=(*blatt.zellen, feld)))) == {1, 3}


@pytest.mark.parametrize(("anzahl", "kleiner"), [(20, False), (50, True), (58, False)])
def test_sheet_becomes_smaller_only_if_that_saves_a_page(anzahl: int, kleiner: bool) -> None:
    prozent = druckprozent(_blatt(*["eingabe"] * anzahl))
    assert (85 <= prozent < 100) is kleiner
    assert kleiner or prozent == 100


def test_page_begins_with_the_section_that_does_not_fit() -> None:
    abschnitte = ["titel", *["ueberschrift", *["text"] * 16] * 5]
    assert seitenanfaenge(_blatt(*abschnitte)) == (36, 70)
    assert seitenanfaenge(_blatt("ueberschrift", *["text"] * 100)) == ()
    assert seitenanfaenge(_blatt(*abschnitte, tabelle=True)) == ()
