"""What is new: entries from dates and changes, newest first, in the right language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from leitfaden.model.kapitel import Kapitel
from leitfaden.model.uebersetzung import ist_vollstaendig
from leitfaden.source.loader import Ladung
from leitfaden.texts import texte_von
from leitfaden.views import feed as feeds
from leitfaden.views.bibliothek import SEITENTYPEN, Bibliothek
from leitfaden.views.feed import FEEDLAENGE, NIE, Anlass
from leitfaden.views.seitenplan import Seitenplan
from tests.conftest import AENDERUNGEN

TAG = date(2026, 11, 22)
ID = "digital-navigatoren"
Aendern = Callable[..., Bibliothek]


def test_record_without_changes_is_new_on_its_day(bibliotheken: dict[str, Bibliothek]) -> None:
    bib = bibliotheken["de"]
    alle = feeds.neues(bib)
    assert {e.anlass for e in alle.eintraege} == {Anlass.NEU}
    assert len(alle.eintraege) == sum(len(bib.katalog.von(typ)) for typ in SEITENTYPEN)
    for eintrag in alle.eintraege:
        typ, satz_id = eintrag.typ, eintrag.url.split("/")[-2]
        karte = bib.karte(typ, satz_id)
        assert eintrag.schluessel == f"{karte.url}#neu"
        assert eintrag.am == getattr(karte.satz, "stand")  # noqa: B009
        assert (eintrag.titel, eintrag.text) == (karte.titel, karte.kurzbeschreibung)


def test_changes_take_the_place_of_the_first_day(changed: Aendern) -> None:
    eintraege = [e for e in feeds.neues(changed("de")).eintraege if ID in e.url]
    februar = date(2027, 2, 1)
    assert [(e.schluessel, e.anlass, e.am, e.text) for e in eintraege] == [
        (f"massnahmen/{ID}/#2027-02-01", Anlass.GEAENDERT, februar, "Beispiel ergänzt."),
        (f"massnahmen/{ID}/#2027-02-01-2", Anlass.GEAENDERT, februar, "Frist berichtigt."),
        (f"massnahmen/{ID}/#2027-01-05", Anlass.GEAENDERT, date(2027, 1, 5), "Rolle ergänzt."),
    ]


def test_newest_entries_come_first_and_name_the_day(changed: Aendern) -> None:
    feed = feeds.neues(changed("de"))
    tage = [e.am for e in feed.eintraege]
    assert tage == sorted(tage, reverse=True)
    assert feed.stand == date(2027, 2, 1)
    gruppen = feeds.nach_tagen(feed)
    assert [(g.am, g.anlass) for g in gruppen[:2]] == [
        (date(2027, 2, 1), Anlass.GEAENDERT),
        (date(2027, 1, 5), Anlass.GEAENDERT),
    ]
    assert sum(len(g.eintraege) for g in gruppen) == len(feed.eintraege)


def test_change_without_translation_stays_german_on_an_english_page(changed: Aendern) -> None:
    bib = changed("en", ({"text": "Deadline corrected."}, None))
    assert bib.karte("massnahme", ID).sprache == "en"
    zeilen = [(z.text, z.sprache) for z in bib.aenderungen("massnahme", ID)]
    assert zeilen == [
        ("Deadline corrected.", "en"),
        ("Beispiel ergänzt.", "de"),
        ("Rolle ergänzt.", "de"),
    ]
    plan = Seitenplan(bib)
    redaktion = plan.rahmen(plan.seite(f"massnahmen/{ID}/")).redaktion
    assert redaktion is not None
    assert redaktion.aenderungen == bib.aenderungen("massnahme", ID)
    eintrag = next(e for e in feeds.neues(bib).eintraege if e.text == "Beispiel ergänzt.")
    assert (eintrag.sprache, eintrag.textsprache) == ("en", "de")


def test_other_missing_texts_still_take_the_translation_away(changed: Aendern) -> None:
    katalog = changed("en").katalog
    satz, englisch = katalog.massnahmen[ID], katalog.uebersetzungen["massnahme", ID]
    assert ist_vollstaendig(satz, englisch)
    ohne = {k: v for k, v in englisch.texte.items() if k != "einfach"}
    assert not ist_vollstaendig(satz, replace(englisch, texte=ohne))


def test_feed_of_a_field_holds_its_measures_and_examples(
    bibliotheken: dict[str, Bibliothek],
) -> None:
    bib = bibliotheken["de"]
    feld = bib.karte("handlungsfeld", "technik-und-sicherheit")
    urls = {e.url for e in feeds.feldfeed(bib, feld).eintraege}
    soll = {feld.url, *(k.url for k in bib.massnahmen if k.feld and k.feld.id == feld.id)}
    praxis = bib.beziehungen.praxis_von_feld.get(feld.id, ())
    assert urls == soll | {f"praxisbeispiele/{i}/" for i in praxis}
    assert "massnahmen/status-quo-ermitteln/" not in urls


def test_chapters_appear_with_their_changes_only(ladung: Ladung) -> None:
    kapitel = next(k for k in ladung.katalog.kapitel if k.pfad == "einfuehrung/grundbegriffe")
    kopf = kapitel.kopf.model_copy(update={"aenderungen": AENDERUNGEN[:1]})
    neu = Kapitel(kapitel.pfad, kapitel.sprache, kopf, kapitel.inhalt)
    rest = tuple(k for k in ladung.katalog.kapitel if k is not kapitel)
    for sprache in ("de", "en"):
        bib = Bibliothek(replace(ladung.katalog, kapitel=(neu, *rest)), sprache, TAG)
        eintraege = [e for e in feeds.neues(bib).eintraege if e.typ == "kapitel"]
        soll = ["einfuehrung/grundbegriffe/#2027-02-01"] if sprache == kapitel.sprache else []
        assert [e.schluessel for e in eintraege] == soll


def test_feed_is_short_whatever_the_number_of_records(ladung: Ladung) -> None:
    muster = ladung.katalog.praxisbeispiele["erzgebirge"]
    viele = {
        f"b-{n:03}": muster.model_copy(update={"id": f"b-{n:03}", "stand": TAG + timedelta(n)})
        for n in range(FEEDLAENGE + 20)
    }
    saetze = {**ladung.katalog.saetze, "praxisbeispiel": viele}
    feed = feeds.neues(Bibliothek(replace(ladung.katalog, saetze=saetze), "de", TAG))
    assert [e.url for e in feed.eintraege] == [
        f"praxisbeispiele/b-{n:03}/" for n in range(FEEDLAENGE + 19, 19, -1)
    ]


def test_any_page_may_have_a_feed(bibliotheken: dict[str, Bibliothek]) -> None:
    bib = bibliotheken["de"]
    feed = feeds.feed(bib, "Sofort", "massnahmen/sofort/", bib.massnahmen)
    assert feed.url == "massnahmen/sofort/feed.xml"
    assert {e.url for e in feed.eintraege} == {k.url for k in bib.massnahmen}
    leer = feeds.feed(bib, "Leer", "leer/", ())
    assert (leer.eintraege, leer.stand) == ((), NIE)


@pytest.mark.parametrize("sprache", ["de", "en"])
def test_pages_name_the_feeds_about_them(bibliotheken: dict[str, Bibliothek], sprache: str) -> None:
    bib = bibliotheken[sprache]
    plan = Seitenplan(bib)
    alle = {f.url: f.titel for f in feeds.alle_feeds(bib)}
    feld = "handlungsfelder/technik-und-sicherheit/feed.xml"
    for url, soll in {
        "": ["feed.xml"],
        "massnahmen/": ["feed.xml"],
        "massnahmen/datenschutz/": ["feed.xml", feld],
        "handlungsfelder/technik-und-sicherheit/": ["feed.xml", feld],
    }.items():
        genannt = plan.rahmen(plan.seite(url)).feeds
        assert [ziel for _, ziel in genannt] == soll
        assert all(alle[ziel] == titel for titel, ziel in genannt)
    assert texte_von(sprache)["name"] in alle["feed.xml"]
