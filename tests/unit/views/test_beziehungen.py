"""Every relation is declared once and seen on both ends."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from leitfaden.model.felder import Zustand
from leitfaden.source.loader import Ladung
from leitfaden.views.beziehungen import berechne_beziehungen
from leitfaden.views.bibliothek import Bibliothek
from leitfaden.views.detail import (
    HandlungsfeldView,
    MassnahmeView,
    PraxisbeispielView,
    SzenarioView,
    VorlageView,
    detail,
)
from leitfaden.views.karte import Karte

TAG = date(2026, 11, 22)


def ids(karten: tuple[Karte, ...]) -> list[str]:
    return [karte.id for karte in karten]


def test_inverse_relations(ladung: Ladung) -> None:
    bez = berechne_beziehungen(ladung.katalog)
    assert bez.massnahmen_von_feld == {
        "strategie-und-steuerung": ("status-quo-ermitteln", "digital-navigatoren"),
        "technik-und-sicherheit": ("datenschutz",),
    }
    assert bez.anschluss == {
        "status-quo-ermitteln": ("digital-navigatoren", "datenschutz"),
        "digital-navigatoren": ("datenschutz",),
    }
    assert bez.praxis_von_massnahme == {
        "status-quo-ermitteln": ("erzgebirge", "partheland"),
        "datenschutz": ("partheland",),
    }
    assert bez.praxis_von_szenario == {"am-anfang": ("erzgebirge",)}
    assert bez.praxis_von_feld == {
        "strategie-und-steuerung": ("erzgebirge", "partheland"),
        "technik-und-sicherheit": ("partheland",),
    }
    assert set(bez.szenarien_von_massnahme) == {
        "status-quo-ermitteln",
        "digital-navigatoren",
        "datenschutz",
    }
    assert bez.szenarien_von_vorlage == {"kickoff-agenda": ("am-anfang",)}
    assert bez.massnahmen_von_vorlage == {"it-liste": ("status-quo-ermitteln",)}
    assert bez.massnahmen_von_link == {
        "ssg-ikz": ("status-quo-ermitteln",),
        "bsi-wiba": ("status-quo-ermitteln",),
    }
    assert bez.massnahmen_von_begriff == {"ikz": ("status-quo-ermitteln",)}


@pytest.mark.parametrize("sprache", ["de", "en"])
def test_both_ends_show_the_relation(bibliotheken: dict[str, Bibliothek], sprache: str) -> None:
    bib = bibliotheken[sprache]
    massnahme = detail(bib, "massnahme", "status-quo-ermitteln")
    assert isinstance(massnahme, MassnahmeView)
    assert massnahme.handlungsfeld is not None
    assert massnahme.handlungsfeld.id == "strategie-und-steuerung"
    assert ids(massnahme.anschluss) == ["digital-navigatoren", "datenschutz"]
    assert ids(massnahme.praxis.karten) == ["erzgebirge", "partheland"]
    assert ids(massnahme.szenarien) == ["am-anfang"]
    assert ids(massnahme.vorlagen) == ["it-liste"]
    assert ids(massnahme.links) == ["ssg-ikz", "bsi-wiba"]
    assert ids(massnahme.glossar) == ["ikz"]

    folgende = detail(bib, "massnahme", "datenschutz")
    assert isinstance(folgende, MassnahmeView)
    assert ids(folgende.voraussetzungen) == ["status-quo-ermitteln", "digital-navigatoren"]

    feld = detail(bib, "handlungsfeld", "strategie-und-steuerung")
    assert isinstance(feld, HandlungsfeldView)
    assert ids(feld.massnahmen) == ["status-quo-ermitteln", "digital-navigatoren"]
    assert [(k.id, v.text) for k, v in feld.verbindungen] == [
        ("technik-und-sicherheit", "Der Plan bestimmt die Technik.")
    ]

    praxis = detail(bib, "praxisbeispiel", "partheland")
    assert isinstance(praxis, PraxisbeispielView)
    assert ids(praxis.massnahmen) == ["status-quo-ermitteln", "datenschutz"]
    assert ids(praxis.handlungsfelder) == ["strategie-und-steuerung", "technik-und-sicherheit"]

    szenario = detail(bib, "szenario", "am-anfang")
    assert isinstance(szenario, SzenarioView)
    assert [k.id for k, _ in szenario.weg] == [
        "digital-navigatoren",
        "status-quo-ermitteln",
        "datenschutz",
    ]
    assert ids(szenario.praxis.karten) == ["erzgebirge"]
    assert ids(szenario.wochen[0][1]) == ["kickoff-agenda"]

    vorlage = detail(bib, "vorlage", "kickoff-agenda")
    assert isinstance(vorlage, VorlageView)
    assert (ids(vorlage.massnahmen), ids(vorlage.szenarien)) == ([], ["am-anfang"])


def test_figures_come_with_their_source(bibliotheken: dict[str, Bibliothek]) -> None:
    praxis = detail(bibliotheken["de"], "praxisbeispiel", "erzgebirge")
    assert isinstance(praxis, PraxisbeispielView)
    zahl, nachweis = praxis.zahlen[0]
    assert zahl.wert == 27
    assert nachweis is not None
    assert (nachweis.titel, nachweis.hinweis) == ("Pressemitteilung 23/24", "Sekundärquelle")
    stufe, karte = praxis.nachmachen[0]
    assert stufe.text == "Mit der Agenda einladen."
    assert karte is not None
    assert karte.id == "kickoff-agenda"


def test_draft_vanishes_from_both_ends(ladung: Ladung) -> None:
    saetze = {typ: dict(eintraege) for typ, eintraege in ladung.katalog.saetze.items()}
    for typ, satz_id in (("vorlage", "it-liste"), ("massnahme", "digital-navigatoren")):
        satz = saetze[typ][satz_id]
        saetze[typ][satz_id] = satz.model_copy(update={"zustand": Zustand.ENTWURF})
    bib = Bibliothek(replace(ladung.katalog, saetze=saetze).nur_sichtbare(TAG), "de", TAG)
    massnahme = detail(bib, "massnahme", "status-quo-ermitteln")
    assert isinstance(massnahme, MassnahmeView)
    assert massnahme.vorlagen == ()
    assert ids(massnahme.anschluss) == ["datenschutz"]
    szenario = detail(bib, "szenario", "am-anfang")
    assert isinstance(szenario, SzenarioView)
    assert [k.id for k, _ in szenario.weg] == ["status-quo-ermitteln", "datenschutz"]
    with pytest.raises(KeyError):
        detail(bib, "vorlage", "it-liste")


def test_relation_named_twice_is_shown_once(ladung: Ladung) -> None:
    saetze = {typ: dict(eintraege) for typ, eintraege in ladung.katalog.saetze.items()}
    satz = saetze["praxisbeispiel"]["partheland"]
    doppelt = {"massnahmen": ("datenschutz", "datenschutz")}
    saetze["praxisbeispiel"]["partheland"] = satz.model_copy(update=doppelt)
    bez = berechne_beziehungen(replace(ladung.katalog, saetze=saetze))
    assert bez.praxis_von_massnahme["datenschutz"] == ("partheland",)
