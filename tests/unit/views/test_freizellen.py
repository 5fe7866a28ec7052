"""Cells beside tables on paper: grids become tables, everything else labelled values."""

from __future__ import annotations

from leitfaden.model.tabelle import Zellart, Zelltyp
from leitfaden.views.druckmappe import Druckblock
from leitfaden.views.freizellen import Freizellen
from leitfaden.views.mappe import Zellblick

Zeile = tuple[int, dict[int, tuple[Zellart, str | float]]]
KOPF, WERT, TITEL = Zellart.BESCHRIFTUNG, Zellart.EINGABE, Zellart.UEBERSCHRIFT


def _bloecke(*zeilen: Zeile) -> list[Druckblock]:
    zellen = [
        Zellblick(
            spalte, nummer, art, Zelltyp.ZAHL if isinstance(wert, float) else Zelltyp.TEXT, wert
        )
        for nummer, felder in zeilen
        for spalte, (art, wert) in felder.items()
    ]
    frei = Freizellen(zellen, zellen, {}, {(2, 4): "gut"}, "Angabe")
    return [block for _, block in sorted(frei.bloecke(), key=lambda b: b[0])]


def test_rows_below_headings_are_a_table() -> None:
    titel, gitter = _bloecke(
        (1, {1: (TITEL, "Gewichte"), 2: (KOPF, "Gleich"), 3: (KOPF, "Gemischt")}),
        (2, {1: (KOPF, "Sockel"), 2: (WERT, 1.0), 3: (WERT, 0.5)}),
        (3, {1: (KOPF, "Anteil"), 3: (WERT, 0.3)}),
        (4, {1: (KOPF, "Prüfung"), 2: (WERT, "ok"), 3: (WERT, "ok")}),
    )
    assert (titel.art, titel.text) == ("ueberschrift", "Gewichte")
    assert gitter.tabelle is not None
    (teil,) = gitter.tabelle.teile
    assert teil.koepfe == ("Angabe", "Gleich", "Gemischt")
    assert [[z.text for z in zeile] for zeile in teil.zeilen] == [
        ["Sockel", "1", "0"],
        ["Anteil", "", "0"],
        ["Prüfung", "ok", "ok"],
    ]
    assert teil.zeilen[2][1].art == "gut"
    assert teil.zeilen[0][1].zahl


def test_single_row_of_many_values_takes_its_headings_from_above() -> None:
    kopf = {spalte: (KOPF, f"V{spalte}") for spalte in (2, 3, 4)}
    summe = {1: (KOPF, "Summe"), **dict.fromkeys((2, 3, 4), (WERT, 1.0))}
    *_, block = _bloecke((1, kopf), (4, summe))
    assert block.tabelle is not None
    assert block.tabelle.teile[0].koepfe == ("Angabe", "V2", "V3", "V4")


def test_label_and_value_stay_a_pair() -> None:
    bloecke = _bloecke(
        (1, {1: (KOPF, "Stand"), 2: (WERT, "heute")}), (2, {1: (KOPF, "Kommune"), 2: (WERT, "")})
    )
    assert [b.paare for b in bloecke] == [(("Stand", "heute"),), (("Kommune", ""),)]


def test_groups_side_by_side_follow_one_another() -> None:
    bloecke = _bloecke(
        (1, {1: (TITEL, "Links"), 4: (TITEL, "Rechts")}),
        (2, {1: (KOPF, "a"), 2: (WERT, "1"), 4: (KOPF, "b"), 5: (WERT, "2")}),
    )
    assert [b.text or b.paare[0][0] for b in bloecke] == ["Links", "a", "Rechts", "b"]
