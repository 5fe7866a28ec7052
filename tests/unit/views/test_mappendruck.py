"""Workbooks on paper: tables as they look, wide ones in parts, labels with their values."""

from __future__ import annotations

from dataclasses import replace

import pytest

from leitfaden.source.loader import Ladung
from leitfaden.views.detail import druckansicht
from leitfaden.views.mappendruck import Druckblatt, Mappendruck
from tests.dateien import mappe


@pytest.fixture(scope="module")
def druck(ladung: Ladung) -> Mappendruck:
    k = ladung.katalog
    sicht = druckansicht(k.vorlagen["it-liste"], k.dokumente["it-liste"], k.platzhalter)
    assert isinstance(sicht, Mappendruck)
    return sicht


def _blatt(druck: Mappendruck, name: str) -> Druckblatt:
    return next(blatt for blatt in druck.blaetter if blatt.name == name)


def test_labels_are_paired_with_values(druck: Mappendruck) -> None:
    bloecke = _blatt(druck, "Anleitung").bloecke
    assert [b.text for b in bloecke if b.art == "titel"] == ["IT-Liste"]
    paare = [paar for b in bloecke for paar in b.paare]
    assert paare == [("Stichtag", "22.11.2026"), ("Zahl der Anwendungen", "3")]


def test_table_shows_filled_rows_and_counts_the_others(druck: Mappendruck) -> None:
    blatt = _blatt(druck, "Liste")
    (tabelle,) = [b.tabelle for b in blatt.bloecke if b.tabelle]
    assert blatt.quer
    namen = [zeile[0].text for zeile in tabelle.teile[0].zeilen]
    assert namen == ["Verfahren X", "Verfahren Y", "Verfahren Z"]
    assert tabelle.rest.endswith("2")


def test_parts_repeat_the_first_column_and_hold_every_heading(druck: Mappendruck) -> None:
    (tabelle,) = [b.tabelle for b in _blatt(druck, "Liste").bloecke if b.tabelle]
    assert {teil.koepfe[0] for teil in tabelle.teile} == {"Name*"}
    alle = [kopf for teil in tabelle.teile for kopf in teil.koepfe if kopf != "Name*"]
    assert alle[:3] == ["Bereich", "Vertragsende", "Frist in Monaten"]
    assert alle[-2:] == ["Kommune 1", "Kommune 2"]
    assert len(alle) == 10
    assert all(sum(teil.breiten) <= 1000 for teil in tabelle.teile)


def test_cells_keep_their_look(druck: Mappendruck) -> None:
    (tabelle,) = [b.tabelle for b in _blatt(druck, "Liste").bloecke if b.tabelle]
    arten = {z.text: z.art for teil in tabelle.teile for zeile in teil.zeilen for z in zeile}
    assert arten["Frist verstrichen"] == "kritisch"
    assert arten["Verfahren X"] == "beispiel"
    assert arten["30.06.2027"] == "berechnet"
    assert arten["1.200,50\u00a0€"] == "beispiel"


def test_only_columns_that_need_it_are_explained(druck: Mappendruck) -> None:
    (tabelle,) = [b.tabelle for b in _blatt(druck, "Liste").bloecke if b.tabelle]
    titel = [spalte.titel for spalte in tabelle.spalten]
    assert "Name*" in titel
    assert "Zufriedenheit" in titel
    assert "Vertragsende" not in titel
    assert "Hinweis" not in titel


def test_charts_are_described(druck: Mappendruck) -> None:
    assert _blatt(druck, "Liste").diagramme == (
        "Balken der Kosten je Verfahren, Werte in Spalte G.",
    )


@pytest.mark.parametrize(
    ("zeile", "hochformat", "erwartet"),
    [(2, False, ()), (20, False, (20,)), (20, True, ()), (40, True, (40,))],
)
def test_chart_that_would_be_cut_begins_a_page(
    ladung: Ladung, zeile: int, hochformat: bool, erwartet: tuple[int, ...]
) -> None:
    blatt = mappe(ladung.katalog, "it-liste").blatt("Liste")
    bild = replace(blatt.diagramme[0], spalte=1, zeile=zeile)
    zellen = blatt.zellen[:1]
    schmal = replace(blatt, diagramme=(bild,), zellen=zellen, breiten=(), hochformat=hochformat)
    assert schmal.seitenanfaenge == erwartet
