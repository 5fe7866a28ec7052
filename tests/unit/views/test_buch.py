"""The book: every record once, in reading order, with its sources numbered."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from leitfaden.engines.bestand import erstelle_bestand
from leitfaden.views.bibliothek import Bibliothek
from leitfaden.views.buch import Buch, Buchbau
from leitfaden.views.seitenplan import Seitenplan


@pytest.fixture
def buch(bibliotheken: dict[str, Bibliothek]) -> Buch:
    return Buchbau(Seitenplan(bibliotheken["de"])).leitfaden()


@pytest.fixture(scope="module", params=["de", "en"])
def ganzes(request: pytest.FixtureRequest, projekt: Path) -> tuple[Seitenplan, Buch]:
    plan = erstelle_bestand(projekt).plaene[request.param]
    return plan, Buchbau(plan).leitfaden()


def test_parts_stand_in_reading_order(buch: Buch) -> None:
    assert [(ebene, teil.anker) for ebene, teil in buch.alle_teile()] == [
        (1, "teil-einfuehrung"),
        (2, "einfuehrung"),
        (2, "einfuehrung-grundbegriffe"),
        (1, "teil-handlungsfelder"),
        (2, "handlungsfelder"),
        (2, "massnahmen"),
        (2, "handlungsfelder-strategie-und-steuerung"),
        (3, "massnahmen-status-quo-ermitteln"),
        (3, "massnahmen-digital-navigatoren"),
        (2, "handlungsfelder-technik-und-sicherheit"),
        (3, "massnahmen-datenschutz"),
        (1, "teil-szenarien"),
        (2, "szenarien"),
        (2, "szenarien-am-anfang"),
        (1, "teil-praxisbeispiele"),
        (2, "praxisbeispiele"),
        (2, "praxisbeispiele-erzgebirge"),
        (2, "praxisbeispiele-partheland"),
        (1, "teil-nachschlagen"),
        (2, "vorlagen"),
        (2, "glossar"),
    ]


def test_every_record_is_in_the_book_once(ganzes: tuple[Seitenplan, Buch]) -> None:
    plan, buch = ganzes
    teile = Counter(teil.karte.id for _, teil in buch.alle_teile() if teil.karte is not None)
    karten = Counter(karte.id for _, teil in buch.alle_teile() for karte in teil.karten)
    katalog = plan.bib.katalog
    seiten = [katalog.handlungsfelder, katalog.massnahmen, katalog.szenarien]
    assert teile == Counter([i for art in (*seiten, katalog.praxisbeispiele) for i in art])
    assert karten == Counter([*katalog.vorlagen, *katalog.glossar])
    anker = [teil.anker for _, teil in buch.alle_teile()]
    assert len(set(anker)) == len(anker)
    assert len(set(buch.ziele().values())) == len(buch.ziele())


def test_every_link_and_cited_source_has_one_number(ganzes: tuple[Seitenplan, Buch]) -> None:
    plan, buch = ganzes
    belege = list(buch.belege.alle())
    assert [beleg.nummer for beleg in belege] == list(range(1, len(belege) + 1))
    adressen = [beleg.nachweis.url for beleg in belege if beleg.nachweis.url]
    assert len(set(adressen)) == len(adressen)
    assert {link.url for link in plan.bib.katalog.links.values()} <= set(adressen)
    zitiert = {nummer for _, teil in buch.alle_teile() for nummer in teil.belege}
    assert zitiert <= {beleg.nummer for beleg in belege}
    for _, teil in buch.alle_teile():
        if teil.art == "massnahme":
            assert len(teil.belege) == len(set(teil.belege)) > 0


def test_the_day_of_a_book_is_that_of_its_newest_part(buch: Buch) -> None:
    assert buch.stand == date(2026, 11, 22)


def test_a_booklet_shows_one_record_and_its_sources(bibliotheken: dict[str, Bibliothek]) -> None:
    plan = Seitenplan(bibliotheken["de"])
    heft = Buchbau(plan).einzeln(plan.seite("massnahmen/status-quo-ermitteln/"))
    assert [teil.anker for _, teil in heft.alle_teile()] == ["massnahmen-status-quo-ermitteln"]
    assert heft.titel == plan.seite("massnahmen/status-quo-ermitteln/").titel
    satz = plan.bib.katalog.massnahmen["status-quo-ermitteln"]
    erwartet = {n.url or n.titel for n in plan.bib.nachweise((*satz.links, *satz.quellen))}
    assert {b.nachweis.url or b.nachweis.titel for b in heft.belege.alle()} == erwartet
