"""Every page, its neighbours, its place, its facets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from leitfaden.model.typen import TYP_VON_NAME
from leitfaden.source.loader import Ladung
from leitfaden.views.auswahl import LISTENLAENGE
from leitfaden.views.bibliothek import SEITENTYPEN, Bibliothek
from leitfaden.views.detail import MassnahmeView, detail
from leitfaden.views.seitenplan import Seite, Seitenplan

TAG = date(2026, 11, 22)
REIHENFOLGE = [
    "",
    "einfuehrung/",
    "einfuehrung/grundbegriffe/",
    "szenarien/",
    "szenarien/am-anfang/",
    "handlungsfelder/",
    "handlungsfelder/strategie-und-steuerung/",
    "massnahmen/status-quo-ermitteln/",
    "massnahmen/digital-navigatoren/",
    "handlungsfelder/technik-und-sicherheit/",
    "massnahmen/datenschutz/",
    "massnahmen/",
    "praxisbeispiele/",
    "praxisbeispiele/erzgebirge/",
    "praxisbeispiele/partheland/",
    "vorlagen/",
    "vorlagen/kickoff-agenda/",
    "vorlagen/it-liste/",
    "glossar/",
]


@pytest.fixture(params=["de", "en"])
def plan(request: pytest.FixtureRequest, bibliotheken: dict[str, Bibliothek]) -> Seitenplan:
    return Seitenplan(bibliotheken[request.param])


@pytest.fixture(scope="module")
def many(ladung: Ladung) -> Callable[[int, str], Seitenplan]:
    """A plan with as many examples of the first measure, one day apart, the last one newest."""

    def plane(anzahl: int, sprache: str = "de") -> Seitenplan:
        vorlage = ladung.katalog.praxisbeispiele["erzgebirge"]
        beispiele = {
            f"b-{n:03}": vorlage.model_copy(
                update={"id": f"b-{n:03}", "titel": f"B {n}", "stand": TAG - timedelta(anzahl - n)}
            )
            for n in range(anzahl)
        }
        saetze = {**ladung.katalog.saetze, "praxisbeispiel": beispiele}
        return Seitenplan(Bibliothek(replace(ladung.katalog, saetze=saetze), sprache, TAG))

    return plane


def ohne_listen(plan: Seitenplan) -> list[Seite]:
    return [seite for seite in plan.seiten if seite.art != "liste"]


def test_pages_come_in_guide_order_and_are_the_same_in_both_languages(plan: Seitenplan) -> None:
    assert [seite.url for seite in ohne_listen(plan)] == REIHENFOLGE
    assert [s.art for s in plan.seiten[: len(REIHENFOLGE)]].count("liste") == 0


def test_every_record_with_a_page_has_exactly_one(plan: Seitenplan) -> None:
    urls = [seite.url for seite in plan.seiten]
    assert len(set(urls)) == len(urls)
    for typ in SEITENTYPEN:
        for satz_id in plan.bib.katalog.von(typ):
            seite = plan.seite(f"{TYP_VON_NAME[typ].mehrzahl}/{satz_id}/")
            assert seite.art == "detail"
            assert seite.karte is not None
            assert seite.karte.id == satz_id
    assert not plan.hat("vorlagen/gibt-es-nicht/")


def test_english_pages_tell_their_real_language(bibliotheken: dict[str, Bibliothek]) -> None:
    plan = Seitenplan(bibliotheken["en"])
    englisch = {s.url for s in ohne_listen(plan) if s.inhaltssprache == "en"}
    assert englisch == {"einfuehrung/grundbegriffe/", "massnahmen/digital-navigatoren/"}
    ersatz = {s.url for s in plan.seiten if plan.rahmen(s).ist_ersatz}
    assert ersatz == set(REIHENFOLGE) - englisch
    assert plan.seite("einfuehrung/grundbegriffe/").titel == "Basic terms"


def test_translation_is_known_from_both_languages(plan: Seitenplan) -> None:
    uebersetzt = {s.url for s in ohne_listen(plan) if plan.hat_uebersetzung(s)}
    assert uebersetzt == {"einfuehrung/grundbegriffe/", "massnahmen/digital-navigatoren/"}


def test_pages_by_letter_correspond_to_no_page_in_the_other_language(plan: Seitenplan) -> None:
    listen = {s.url: s for s in plan.seiten if s.art == "liste"}
    buchstaben = [s for url, s in listen.items() if url.startswith("glossar/buchstabe/")]
    assert buchstaben
    for seite in buchstaben:
        assert plan.gegenstueck(seite) == "glossar/"
        assert not plan.hat_uebersetzung(seite)
    aufwand = listen["massnahmen/aufwand/gering/"]
    assert plan.gegenstueck(aufwand) == "massnahmen/aufwand/gering/"
    assert plan.hat_uebersetzung(aufwand)


def test_neighbours_form_one_chain_without_the_home_page(plan: Seitenplan) -> None:
    rahmen = {s.url: plan.rahmen(s) for s in plan.seiten}
    assert (rahmen[""].vorige, rahmen[""].naechste) == (None, None)
    kette = []
    ziel = rahmen[REIHENFOLGE[1]]
    assert ziel.vorige is None
    while ziel.naechste is not None:
        kette.append(ziel.url)
        danach = rahmen[ziel.naechste.url]
        assert danach.vorige is not None
        assert danach.vorige.url == ziel.url
        assert ziel.naechste.titel == danach.titel
        ziel = danach
    assert [*kette, ziel.url] == REIHENFOLGE[1:]


@pytest.mark.parametrize(
    ("url", "krumen"),
    [
        ("", []),
        ("einfuehrung/", [""]),
        ("einfuehrung/grundbegriffe/", ["", "einfuehrung/"]),
        ("vorlagen/it-liste/", ["", "vorlagen/"]),
        (
            "massnahmen/datenschutz/",
            ["", "handlungsfelder/", "handlungsfelder/technik-und-sicherheit/"],
        ),
    ],
)
def test_breadcrumbs_lead_over_existing_pages(
    plan: Seitenplan, url: str, krumen: list[str]
) -> None:
    rahmen = plan.rahmen(plan.seite(url))
    assert [k.url for k in rahmen.brotkrumen] == krumen
    assert all(plan.hat(k.url) for k in rahmen.brotkrumen)


@pytest.mark.parametrize(
    ("url", "facetten"),
    [
        ("einfuehrung/", {"typ": 1}),
        ("massnahmen/datenschutz/", {"typ": 1, "handlungsfeld": 1, "aufwand": 1}),
        ("handlungsfelder/technik-und-sicherheit/", {"typ": 1, "handlungsfeld": 1}),
        ("praxisbeispiele/partheland/", {"typ": 1, "handlungsfeld": 2}),
        ("praxisbeispiele/erzgebirge/", {"typ": 1, "handlungsfeld": 1}),
        ("szenarien/am-anfang/", {"typ": 1}),
        ("vorlagen/it-liste/", {"typ": 1, "format": 2}),
    ],
)
def test_number_of_search_facets(plan: Seitenplan, url: str, facetten: dict[str, int]) -> None:
    namen = [name for name, _ in plan.rahmen(plan.seite(url)).filter]
    assert {name: namen.count(name) for name in namen} == facetten


def test_words_of_search_facets(bibliotheken: dict[str, Bibliothek]) -> None:
    plan = Seitenplan(bibliotheken["de"])
    assert plan.rahmen(plan.seite("massnahmen/datenschutz/")).filter == (
        ("typ", "Maßnahme"),
        ("handlungsfeld", "Technik und Sicherheit"),
        ("aufwand", "hoch"),
    )


def test_frame_of_a_record_and_of_a_chapter(plan: Seitenplan) -> None:
    rahmen = plan.rahmen(plan.seite("massnahmen/datenschutz/"))
    assert (rahmen.art, rahmen.kennung) == ("massnahme", "M21")
    assert rahmen.datei == "data/massnahmen/datenschutz.yml"
    assert rahmen.redaktion is not None
    assert rahmen.redaktion.stand == TAG
    rahmen = plan.rahmen(plan.seite("einfuehrung/"))
    assert (rahmen.art, rahmen.kennung) == ("kapitel", "")
    assert rahmen.datei == "docs/einfuehrung/index.md"
    assert rahmen.redaktion is not None
    assert [q.titel for q in rahmen.redaktion.quellen] == ["Pressemitteilung 23/24"]
    assert plan.rahmen(plan.seite("glossar/")).redaktion is None


def test_file_of_an_english_chapter_is_the_english_one(
    bibliotheken: dict[str, Bibliothek],
) -> None:
    plan = Seitenplan(bibliotheken["en"])
    rahmen = plan.rahmen(plan.seite("einfuehrung/grundbegriffe/"))
    assert rahmen.datei == "docs/einfuehrung/grundbegriffe.en.md"


def listen(plan: Seitenplan, *namen: str) -> list[tuple[str, int, int, int]]:
    """Lists of examples: all of them, and those by the facets of the given names."""
    erlaubt = ("seite-", *(f"{name}/" for name in namen))
    return [
        (s.url, len(s.karten), s.nummer, s.gesamt)
        for s in plan.seiten
        if s.art == "liste" and s.url.removeprefix("praxisbeispiele/").startswith(erlaubt)
    ]


@pytest.mark.parametrize("sprache", ["de", "en"])
def test_few_examples_are_listed_by_facet_only(
    many: Callable[..., Seitenplan], sprache: str
) -> None:
    assert listen(many(7, sprache), "handlungsfeld", "massnahme") == [
        ("praxisbeispiele/handlungsfeld/strategie-und-steuerung/", 7, 1, 1),
        ("praxisbeispiele/massnahme/status-quo-ermitteln/", 7, 1, 1),
    ]


def test_long_lists_are_split(many: Callable[..., Seitenplan]) -> None:
    plan = many(LISTENLAENGE * 2 + 1)
    assert listen(plan, "massnahme") == [
        # The first page of all examples is the hand-written overview.
        ("praxisbeispiele/seite-2/", 50, 2, 3),
        ("praxisbeispiele/seite-3/", 1, 3, 3),
        ("praxisbeispiele/massnahme/status-quo-ermitteln/", 50, 1, 3),
        ("praxisbeispiele/massnahme/status-quo-ermitteln/seite-2/", 50, 2, 3),
        ("praxisbeispiele/massnahme/status-quo-ermitteln/seite-3/", 1, 3, 3),
    ]
    erste = plan.seite("praxisbeispiele/massnahme/status-quo-ermitteln/")
    assert [k.id for k in erste.karten[:2]] == ["b-100", "b-099"]
    letzte = plan.seite("praxisbeispiele/massnahme/status-quo-ermitteln/seite-3/")
    assert [k.id for k in letzte.karten] == ["b-000"]
    assert letzte.anzahl == 101
    titel = [seite.titel for seite in plan.seiten if seite.art == "liste"]
    assert len(set(titel)) == len(titel)


def test_exactly_one_full_list_page_is_one_page(many: Callable[..., Seitenplan]) -> None:
    plan = many(LISTENLAENGE)
    assert listen(plan) == []
    assert [gesamt for *_, gesamt in listen(plan, "szenario")] == [1]


def test_list_pages_are_outside_the_chain(many: Callable[..., Seitenplan]) -> None:
    plan = many(LISTENLAENGE + 1)
    for seite in plan.seiten:
        rahmen = plan.rahmen(seite)
        if seite.art == "liste":
            assert (rahmen.vorige, rahmen.naechste) == (None, None)
            assert seite.url.startswith(rahmen.brotkrumen[-1].url)
        elif rahmen.naechste is not None:
            assert plan.seite(rahmen.naechste.url).art != "liste"


def test_page_of_a_measure_shows_the_newest_examples_only(
    many: Callable[..., Seitenplan],
) -> None:
    sicht = detail(many(60).bib, "massnahme", "status-quo-ermitteln")
    assert isinstance(sicht, MassnahmeView)
    assert [k.id for k in sicht.praxis.karten] == [f"b-{n:03}" for n in range(59, 53, -1)]
    assert (sicht.praxis.gesamt, sicht.praxis.hat_mehr) == (60, True)
    assert sicht.praxis.alle_url == "praxisbeispiele/massnahme/status-quo-ermitteln/"


def test_new_example_appears_everywhere_without_another_change(
    many: Callable[..., Seitenplan],
) -> None:
    vorher, nachher = many(2), many(3)
    assert {s.url for s in nachher.seiten} - {s.url for s in vorher.seiten} == {
        "praxisbeispiele/b-002/"
    }
    sicht = detail(nachher.bib, "massnahme", "status-quo-ermitteln")
    assert isinstance(sicht, MassnahmeView)
    assert sicht.praxis.karten[0].id == "b-002"
    assert not sicht.praxis.hat_mehr
    assert nachher.bib.praxisbeispiele[0].id == "b-002"
