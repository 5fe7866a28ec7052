"""Workbooks on paper: tables as they look, wide ones in parts, labels with their values."""

from __future__ import annotations

from dataclasses import replace

import pytest

from leitfaden.source.loader import Ladung
from leitfaden.views.dateikopf import dateikopf
from leitfaden.views.detail import druckansicht
from leitfaden.views.druckmappe import Druckblatt, Druckzelle, Mappendruck, Tabellenteil
from leitfaden.views.mappenbau import Mappenbau
from tests.dateien import TEXTE, mappe


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


def test_empty_table_shows_where_to_write(ladung: Ladung) -> None:
    k = ladung.katalog
    dokument = k.dokumente["it-liste"]
    anleitung, liste = dokument.blaetter
    leer = liste.tabellen[0].model_copy(update={"beispiele": ()})
    blaetter = (anleitung, liste.model_copy(update={"tabellen": (leer,)}))
    ohne = dokument.model_copy(update={"blaetter": blaetter})
    sicht = druckansicht(k.vorlagen["it-liste"], ohne, k.platzhalter)
    assert isinstance(sicht, Mappendruck)
    (tabelle,) = [b.tabelle for b in _blatt(sicht, "Liste").bloecke if b.tabelle]
    assert len(tabelle.teile[0].zeilen) == 3
    assert tabelle.rest.endswith("2")


def test_words_of_drop_downs_are_printed(druck: Mappendruck) -> None:
    (block,) = _blatt(druck, "Listen").bloecke
    assert block.paare == (("Bereich", "Haushalts-, Kassenwesen · Meldewesen"),)


@pytest.mark.parametrize(("worte", "zusammen"), [(1, True), (200, False)])
def test_only_parts_that_fit_stay_on_a_page(worte: int, zusammen: bool) -> None:
    zeile = (Druckzelle("wort " * worte),)
    assert Tabellenteil(("Text",), (1000,), (zeile,) * 20).zusammen is zusammen


def test_label_that_would_be_cut_off_breaks(ladung: Ladung) -> None:
    zellen = {z.wert: z for z in mappe(ladung.katalog, "it-liste").blatt("Anleitung").zellen}
    assert not zellen["Stichtag"].umbruch
    blatt = (
        ladung.katalog.dokumente["it-liste"].blaetter[0].model_copy(update={"breiten": {"A": 4}})
    )
    dokument = ladung.katalog.dokumente["it-liste"]
    eng = dokument.model_copy(update={"blaetter": (blatt, *dokument.blaetter[1:])})
    kopf = dateikopf(ladung.katalog.vorlagen["it-liste"], TEXTE)
    gebaut = Mappenbau(kopf, eng, TEXTE, ladung.katalog.platzhalter).mappe().blatt("Anleitung")
    umbrochen = {z.wert for z in gebaut.zellen if z.umbruch}
    assert umbrochen == {"Stichtag", "Zahl der Anwendungen"}


def test_columns_with_the_same_content_share_a_line(ladung: Ladung) -> None:
    k = ladung.katalog
    dokument = k.dokumente["it-liste"]
    liste = dokument.blaetter[1]
    tabelle = liste.tabellen[0]
    (vertretung,) = [s for s in tabelle.spalten if s.titel == "Vertretung"]
    zweite = vertretung.model_copy(update={"titel": "Schulung"})
    mehr = tabelle.model_copy(update={"spalten": (*tabelle.spalten[:1], vertretung, zweite)})
    neu = liste.model_copy(update={"tabellen": (mehr,), "diagramme": ()})
    mappen = dokument.model_copy(update={"blaetter": (dokument.blaetter[0], neu)})
    sicht = druckansicht(k.vorlagen["it-liste"], mappen, k.platzhalter)
    assert isinstance(sicht, Mappendruck)
    (gezeigt,) = [b.tabelle for b in _blatt(sicht, "Liste").bloecke if b.tabelle]
    assert [(s.buchstaben, s.titel) for s in gezeigt.spalten] == [
        ("A", "Name*"),
        ("B, C", "Vertretung, Schulung"),
    ]


def test_no_word_of_a_heading_breaks(ladung: Ladung) -> None:
    dokument = ladung.katalog.dokumente["it-liste"]
    liste = dokument.blaetter[1]
    tabelle = liste.tabellen[0]
    schmal = tuple(s.model_copy(update={"breite": 4}) for s in tabelle.spalten)
    neu = liste.model_copy(update={"tabellen": (tabelle.model_copy(update={"spalten": schmal}),)})
    eng = dokument.model_copy(update={"blaetter": (dokument.blaetter[0], neu)})
    kopf = dateikopf(ladung.katalog.vorlagen["it-liste"], TEXTE)
    blatt = Mappenbau(kopf, eng, TEXTE, ladung.katalog.platzhalter).mappe().blatt("Liste")
    breiten = dict(blatt.breiten)
    koepfe = {z.wert: breiten[z.spalte] for z in blatt.zellen if z.zeile == 1}
    # A bold letter of 11 points is about half as wide as it is high, a unit 5.25 points.
    assert koepfe["Zufriedenheit"] >= len("Zufriedenheit")
    assert koepfe["Name*"] < koepfe["Zufriedenheit"]


def test_chart_takes_the_columns_it_covers(ladung: Ladung) -> None:
    blatt = mappe(ladung.katalog, "it-liste").blatt("Liste")
    bild = replace(blatt.diagramme[0], spalte=1, zeile=2)
    breit = replace(blatt, diagramme=(bild,), zellen=blatt.zellen[:1], breiten=((1, 40), (2, 40)))
    schmal = replace(breit, breiten=tuple((s, 8) for s in range(1, 20)))
    assert breit.druckende[0] == 2
    assert schmal.druckende[0] > 8
