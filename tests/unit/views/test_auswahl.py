"""Facets with their counts, orders, prepared pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from leitfaden.model.felder import Aufwand, Rechtsform, Zielgruppe
from leitfaden.source.loader import Ladung
from leitfaden.texts import texte_von
from leitfaden.views.auswahl import (
    ANSICHTEN,
    LISTENLAENGE,
    SCHEIBE,
    Auswahl,
    Facette,
    auswahl,
    facettenseiten,
)
from leitfaden.views.bibliothek import Bibliothek
from leitfaden.views.feed import alle_feeds, feeds_der_liste, hauptfeeds
from leitfaden.views.merkmale import MERKMALE, anfangsbuchstabe, verbundgroesse
from leitfaden.views.uebersicht import uebersicht

TAG = date(2026, 11, 22)


def facette(liste: Auswahl, name: str) -> Facette:
    return next(f for f in liste.facetten if f.name == name)


def ids(liste: Auswahl, name: str) -> dict[str, list[str]]:
    """Ids of the records by value, for the values some record bears."""
    return {
        w.code: [liste.karten[n].id for n in w.treffer] for w in facette(liste, name).mit_treffern
    }


def test_records_are_found_under_the_values_they_bear(bibliotheken: dict[str, Bibliothek]) -> None:
    liste = auswahl(bibliotheken["de"], "massnahme")
    assert ids(liste, "handlungsfeld") == {
        "strategie-und-steuerung": ["status-quo-ermitteln", "digital-navigatoren"],
        "technik-und-sicherheit": ["datenschutz"],
    }
    assert ids(liste, "pflicht")["ja"] == ["datenschutz"]
    assert ids(liste, "beginn") == {
        "sofort": ["status-quo-ermitteln"],
        "mit-vorbedingung": ["digital-navigatoren", "datenschutz"],
    }
    assert "datenschutz" in ids(liste, "praxisbeispiel")["vorhanden"]


@pytest.mark.parametrize("typ", ANSICHTEN)
def test_counts_equal_the_data(bibliotheken: dict[str, Bibliothek], typ: str) -> None:
    """Every facet of a single value covers each record exactly once."""
    liste = auswahl(bibliotheken["de"], typ)
    einfach = {"aufwand", "horizont", "pflicht", "beginn", "praxisbeispiel", "kommunen"}
    einfach |= {"beleglage", "kategorie", "status", "buchstabe"}
    for f in liste.facetten:
        for wert in f.werte:
            assert list(wert.treffer) == sorted(set(wert.treffer))
        stellen = sorted(n for wert in f.werte for n in wert.treffer)
        if f.name in einfach:
            assert stellen == list(range(len(liste.karten))), f.name


def test_values_of_a_vocabulary_are_all_there_in_its_order(
    bibliotheken: dict[str, Bibliothek],
) -> None:
    liste = auswahl(bibliotheken["de"], "massnahme")
    for name, art in (("aufwand", Aufwand), ("rolle", Zielgruppe), ("rechtsform", Rechtsform)):
        f = facette(liste, name)
        assert [w.code for w in f.werte] == [wert.value for wert in art]
        assert len(f.mit_treffern) + len(f.ohne_treffer) == len(f.werte)
        assert not [w for w in f.ohne_treffer if w.treffer]
    assert facette(liste, "rolle").ohne_treffer


def test_labels_tell_their_language(bibliotheken: dict[str, Bibliothek]) -> None:
    liste = auswahl(bibliotheken["en"], "praxisbeispiel")
    sprachen = {w.code: (w.titel, w.sprache) for w in facette(liste, "massnahme").mit_treffern}
    assert sprachen["status-quo-ermitteln"] == ("Gemeinsame Status-quo-Ermittlung", "de")
    titel = {w.titel for w in facette(liste, "beleglage").werte}
    assert titel <= set(texte_von("en").values())


def test_facets_without_any_record_are_left_out(ladung: Ladung) -> None:
    saetze = {**ladung.katalog.saetze, "szenario": {}}
    bib = Bibliothek(replace(ladung.katalog, saetze=saetze), "de", TAG)
    liste = auswahl(bib, "massnahme")
    namen = [merkmal.name for merkmal in MERKMALE["massnahme"]]
    assert [f.name for f in liste.facetten] == [name for name in namen if name != "szenario"]


@pytest.mark.parametrize("typ", ["massnahme", "vorlage", "praxisbeispiel"])
def test_orders_are_permutations_and_the_first_is_the_given_one(
    bibliotheken: dict[str, Bibliothek], typ: str
) -> None:
    liste = auswahl(bibliotheken["de"], typ)
    assert liste.sortierungen[0].folge == ()
    for ordnung in liste.sortierungen[1:]:
        assert sorted(ordnung.folge) == list(range(len(liste.karten)))
    titel = next(s for s in liste.sortierungen if s.name == "titel")
    geordnet = [liste.karten[n].titel for n in titel.folge]
    assert geordnet == sorted(geordnet)


def test_order_by_effort_follows_its_steps(bibliotheken: dict[str, Bibliothek]) -> None:
    liste = auswahl(bibliotheken["de"], "massnahme")
    ordnung = next(s for s in liste.sortierungen if s.name == "aufwand")
    stufen = [str(getattr(liste.karten[n].satz, "aufwand")) for n in ordnung.folge]  # noqa: B009
    assert stufen == sorted(stufen, key=["gering", "mittel", "hoch"].index)
    assert len(set(stufen)) > 1


@pytest.mark.parametrize(
    ("anzahl", "klasse"),
    [(0, "unbekannt"), (1, "bis-3"), (3, "bis-3"), (4, "4-bis-9"), (9, "4-bis-9"), (10, "ab-10")],
)
def test_classes_of_size(anzahl: int, klasse: str) -> None:
    assert verbundgroesse(anzahl) == klasse


@pytest.mark.parametrize(
    ("titel", "buchstabe"),
    [
        ("Ämter", "a"),
        ("E-Akte", "e"),
        ("öffentlich", "o"),
        ("§ 73a", "andere"),
        ("4. Stufe", "andere"),
    ],
)
def test_first_letter(titel: str, buchstabe: str) -> None:
    assert anfangsbuchstabe(titel) == buchstabe


def test_pages_are_the_same_in_both_languages_and_have_ascii_addresses(
    bibliotheken: dict[str, Bibliothek],
) -> None:
    seiten = {s: list(facettenseiten(bib)) for s, bib in bibliotheken.items()}
    urls = [seite.url for seite in seiten["de"]]
    ohne_buchstaben = [u for u in urls if "/buchstabe/" not in u]
    # The first letter is that of the title in the language of the page.
    assert ohne_buchstaben == [s.url for s in seiten["en"] if "/buchstabe/" not in s.url]
    assert len(set(urls)) == len(urls)
    for url in urls:
        assert url.isascii()
        assert url.count("/") == 3, "an id of a record could collide with a shorter address"
    assert "massnahmen/aufwand/gering/" in urls
    assert "massnahmen/ansicht/tabelle/" in urls


def test_page_of_a_value_shows_its_records(bibliotheken: dict[str, Bibliothek]) -> None:
    seiten = {s.url: s for s in facettenseiten(bibliotheken["de"])}
    seite = seiten["massnahmen/aufwand/gering/"]
    assert [k.kennung for k in seite.karten] == ["M02"]
    assert seite.titel == "Maßnahmen nach Aufwand: gering"
    tabelle = seiten["massnahmen/ansicht/tabelle/"]
    assert len(tabelle.karten) == len(bibliotheken["de"].massnahmen)


def test_no_page_for_a_value_without_records(bibliotheken: dict[str, Bibliothek]) -> None:
    assert all(seite.karten for seite in facettenseiten(bibliotheken["de"]))


def test_a_list_is_made_once(bibliotheken: dict[str, Bibliothek]) -> None:
    bib = bibliotheken["de"]
    assert auswahl(bib, "massnahme") is auswahl(bib, "massnahme")
    assert auswahl(bib, "vorlage") is not auswahl(bib, "massnahme")


@pytest.fixture(scope="module")
def viele(ladung: Ladung) -> Callable[[int], Auswahl]:
    """The list of as many examples as wanted."""

    def baue(anzahl: int) -> Auswahl:
        muster = ladung.katalog.praxisbeispiele["erzgebirge"]
        beispiele = {f"b-{n}": muster.model_copy(update={"id": f"b-{n}"}) for n in range(anzahl)}
        saetze = {**ladung.katalog.saetze, "praxisbeispiel": beispiele}
        return auswahl(
            Bibliothek(replace(ladung.katalog, saetze=saetze), "de", TAG), "praxisbeispiel"
        )

    return baue


def test_only_a_list_of_more_than_one_page_is_long(viele: Callable[[int], Auswahl]) -> None:
    assert not viele(LISTENLAENGE).ist_lang
    assert viele(LISTENLAENGE + 1).ist_lang
    assert SCHEIBE % 8 == 0


def test_overview_holds_every_measure_once(bibliotheken: dict[str, Bibliothek]) -> None:
    massnahmen = bibliotheken["de"].massnahmen
    ansicht = uebersicht(massnahmen)
    zellen = [karte for zeile in ansicht.zeilen for zelle in zeile for karte in zelle]
    assert sorted(k.kennung for k in zellen) == sorted(k.kennung for k in massnahmen)
    ja, hoch = ansicht.pflichten.index("ja"), ansicht.aufwaende.index("hoch")
    assert [k.kennung for k in ansicht.zeilen[ja][hoch]] == ["M21"]


def test_a_feed_tells_about_each_list_of_pages(bibliotheken: dict[str, Bibliothek]) -> None:
    bib = bibliotheken["de"]
    feeds = {feed.seite: feed for feed in alle_feeds(bib)}
    for seite in facettenseiten(bib):
        erwartet = seite.wert is not None and seite.auswahl.typ not in ("link", "glossareintrag")
        assert (seite.url in feeds) is erwartet, seite.url
        if erwartet:
            genannt = {eintrag.url for eintrag in feeds[seite.url].eintraege}
            assert genannt == {karte.url for karte in seite.karten}
            adressen = [adresse for _, adresse in feeds_der_liste(bib, seite)]
            assert adressen == ["feed.xml", f"{seite.url}feed.xml"]
    assert not [f for f in hauptfeeds(bib) if f.seite.startswith("massnahmen/")]
