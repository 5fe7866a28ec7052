"""The library in one language."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from leitfaden.source.loader import Ladung, lade
from leitfaden.views.bibliothek import Bibliothek, alphabetisch


def test_translated_record_is_english_and_the_rest_stays_german(
    bibliotheken: dict[str, Bibliothek],
) -> None:
    en, de = bibliotheken["en"], bibliotheken["de"]
    karte = en.karte("massnahme", "digital-navigatoren")
    assert (karte.titel, karte.sprache) == ("Appoint digital navigators", "en")
    karte = en.karte("massnahme", "datenschutz")
    assert (karte.titel, karte.sprache) == ("Datenschutz gemeinsam organisieren", "de")
    assert de.karte("massnahme", "digital-navigatoren").sprache == "de"


def test_partial_translation_is_not_shown(partial_copy: Path, heute: date) -> None:
    bib = Bibliothek(lade(partial_copy).katalog, "en", heute)
    assert bib.karte("massnahme", "status-quo-ermitteln").sprache == "de"


@pytest.mark.parametrize(
    ("typ", "satz_id", "adresse"),
    [
        ("massnahme", "datenschutz", "massnahmen/datenschutz/"),
        ("handlungsfeld", "technik-und-sicherheit", "handlungsfelder/technik-und-sicherheit/"),
        ("szenario", "am-anfang", "szenarien/am-anfang/"),
        ("vorlage", "it-liste", "vorlagen/it-liste/"),
        ("praxisbeispiel", "partheland", "praxisbeispiele/partheland/"),
        ("glossareintrag", "ikz", "glossar/#ikz"),
        ("link", "ssg-ikz", "https://www.ssg-sachsen.de/ikz"),
        ("quelle", "presse-2024", "https://www.lvz.de/"),
    ],
)
@pytest.mark.parametrize("sprache", ["de", "en"])
def test_address_of_a_record(
    bibliotheken: dict[str, Bibliothek], sprache: str, typ: str, satz_id: str, adresse: str
) -> None:
    assert bibliotheken[sprache].karte(typ, satz_id).url == adresse


def test_lists_are_sorted(bibliotheken: dict[str, Bibliothek]) -> None:
    bib = bibliotheken["de"]
    assert [k.kennung for k in bib.massnahmen] == ["M02", "M07", "M21"]
    assert [k.kennung for k in bib.vorlagen] == ["T01", "T05"]
    assert [k.id for k in bib.handlungsfelder] == [
        "strategie-und-steuerung",
        "technik-und-sicherheit",
    ]
    assert [k.id for k in bib.praxisbeispiele] == ["erzgebirge", "partheland"]
    assert [k.id for k in bib.glossar] == ["ikz", "zweckverband"]
    assert list(bib.links_nach_kategorie) == [
        "leitfaden-und-servicestelle",
        "informationssicherheit",
    ]


def test_alphabetical_order_follows_din_5007() -> None:
    woerter = ["Zoll", "Übergang", "ändern", "Amt", "Straße", "Strasse", "Ober", "Öffnung"]
    assert sorted(woerter, key=alphabetisch) == [
        "Amt", "ändern", "Ober", "Öffnung", "Straße", "Strasse", "Übergang", "Zoll"
    ]  # fmt: skip


def test_record_of_any_type_is_found_in_the_order_of_types(
    bibliotheken: dict[str, Bibliothek],
) -> None:
    bib = bibliotheken["de"]
    for satz_id, typ in (("datenschutz", "massnahme"), ("ikz", "glossareintrag")):
        karte = bib.finde(satz_id)
        assert karte is not None
        assert karte.typ == typ
    assert bib.finde("gibt-es-nicht") is None


def test_unknown_ids_are_left_out_of_lists(bibliotheken: dict[str, Bibliothek]) -> None:
    karten = bibliotheken["de"].karten("vorlage", ["it-liste", "weg", "kickoff-agenda"])
    assert [k.id for k in karten] == ["it-liste", "kickoff-agenda"]


@pytest.mark.parametrize(
    ("tag", "ueberfaellig"), [(date(2027, 11, 22), False), (date(2027, 11, 23), True)]
)
def test_editorial_line_is_computed_for_the_day(
    ladung: Ladung, tag: date, ueberfaellig: bool
) -> None:
    bib = Bibliothek(ladung.katalog, "de", tag)
    redaktion = bib.redaktion(ladung.katalog.massnahmen["datenschutz"])
    assert redaktion.ueberfaellig is ueberfaellig
    assert redaktion.quellen == ()


def test_sources_are_resolved_from_both_lists(bibliotheken: dict[str, Bibliothek]) -> None:
    nachweise = bibliotheken["en"].nachweise(["ssg-ikz", "weg", "presse-2024"])
    assert [(n.titel, n.url) for n in nachweise] == [
        ("IKZ in einer digitalisierten Welt", "https://www.ssg-sachsen.de/ikz"),
        ("Pressemitteilung 23/24", "https://www.lvz.de/"),
    ]
