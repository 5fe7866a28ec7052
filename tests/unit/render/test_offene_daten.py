"""Published data as files: tables, schemas, description, catalogue, calendar."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from icalendar import Calendar
from jsonschema import Draft202012Validator, FormatChecker
from openapi_spec_validator import validate
from rdflib import Literal, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import FOAF

from leitfaden.model.betreiber import Betreiber
from leitfaden.model.typen import INHALTSTYPEN
from leitfaden.render.datenkatalog import rendere_jsonld, rendere_rdf, rendere_turtle
from leitfaden.render.datensatz import rendere_alles, rendere_antwort, rendere_satz
from leitfaden.render.datenschema import datenschemas
from leitfaden.render.datentabelle import rendere_csv, rendere_spalten
from leitfaden.render.kalender import rendere_kalender
from leitfaden.render.openapi import rendere_openapi
from leitfaden.render.textumgebung import rendere_text
from leitfaden.texts import texte_von
from leitfaden.views import datenformat as f
from leitfaden.views.bibliothek import Bibliothek
from leitfaden.views.datenkatalog import datenkatalog
from leitfaden.views.datensatz import Datenbestand, verweisnetz
from leitfaden.views.datentabelle import datentabelle
from leitfaden.views.meldestelle import meldestelle
from leitfaden.views.pruefkalender import Kalender, Termin, pruefkalender
from tests.offene_daten import lies_graph

ADRESSEN = f.Datenadressen("https://daten.test/")
STAND = date(2026, 11, 22)


@pytest.fixture(params=["de", "en"])
def bestand(request: pytest.FixtureRequest, bibliotheken: dict[str, Bibliothek]) -> Datenbestand:
    bib = bibliotheken[request.param]
    return Datenbestand(bib, verweisnetz(bib.katalog), ADRESSEN)


def _pruefer(name: str) -> Draft202012Validator:
    schema = json.loads(datenschemas(ADRESSEN)[f.schemapfad(name)])
    return Draft202012Validator(schema, format_checker=FormatChecker())


def test_schema_rejects_what_is_wrong(bestand: Datenbestand) -> None:
    pruefer = _pruefer("massnahme")
    gut = json.loads(rendere_satz(bestand.antwort("massnahme", "digital-navigatoren")))
    assert pruefer.is_valid(gut)
    assert not pruefer.is_valid({**gut, "stand": "gestern"})
    assert not pruefer.is_valid({**gut, "url": "keine Adresse"})
    assert not pruefer.is_valid({**gut, "typ": "link"})
    assert not pruefer.is_valid({k: v for k, v in gut.items() if k != "lizenz"})
    assert not pruefer.is_valid({**gut, "inhalt": {**gut["inhalt"], "aufwand": "riesig"}})
    # Later versions add fields; programs that check against this schema go on working.
    assert pruefer.is_valid({**gut, "neu": 1})


def test_schema_tells_markdown_from_plain_text() -> None:
    schema = json.loads(datenschemas(ADRESSEN)[f.schemapfad("massnahme")])
    felder = schema["$defs"]["Massnahme"]["properties"]
    assert felder["warum_gemeinsam"]["contentMediaType"] == "text/markdown"
    assert "contentMediaType" not in felder["kurzbeschreibung"]
    assert felder["aufwand_begruendung"]["description"] == "Warum diese Stufe."


def test_dump_is_json_with_a_record_a_line(bestand: Datenbestand) -> None:
    saetze = [rendere_satz(a) for a in bestand.alle("massnahme")]
    text = "".join(rendere_alles(bestand.gesamtkopf(), saetze))
    assert _pruefer("alles").is_valid(json.loads(text))
    assert text.count("\n") == len(saetze) + 2
    assert [json.loads(z.rstrip(",")) for z in text.split("\n")[1 : len(saetze) + 1]] == [
        json.loads(s) for s in saetze
    ]
    leer = json.loads("".join(rendere_alles(bestand.gesamtkopf(), [])))
    assert leer["saetze"] == []


def test_entry_and_history_follow_their_schemas(bestand: Datenbestand) -> None:
    for name, antwort in (
        ("verzeichnis", bestand.verzeichnis()),
        ("aenderungen", bestand.geschichte()),
    ):
        inhalt = json.loads(rendere_antwort(antwort))
        assert list(_pruefer(name).iter_errors(inhalt)) == []
    assert f.AENDERUNGEN[0].fassung == f.FASSUNG
    assert f.FASSUNG.split(".")[0] == f.ORDNER.removeprefix("api/v")


def test_description_is_valid_and_names_every_operation_once() -> None:
    dokument = json.loads(rendere_openapi(ADRESSEN))
    validate(dokument)
    abrufe = [pfad["get"] for pfad in dokument["paths"].values()]
    namen = [abruf["operationId"] for abruf in abrufe]
    assert len(set(namen)) == len(namen)
    for abruf in abrufe:
        assert abruf["summary"]
        assert {"200", "404"} <= set(abruf["responses"])
    assert not re.search(r"#/\$defs/", json.dumps(dokument))


@pytest.mark.parametrize("typ", f.DATENTYPEN, ids=lambda t: t.name)
def test_table_can_be_read_back(bestand: Datenbestand, typ: object) -> None:
    tabelle = datentabelle(bestand, typ.name)  # type: ignore[attr-defined]
    kopf, *zeilen = csv.reader(io.StringIO(rendere_csv(tabelle), newline=""), strict=True)
    assert kopf == [spalte.name for spalte in tabelle.spalten]
    assert len(set(kopf)) == len(kopf)
    for roh, werte in zip(zeilen, tabelle.zeilen(), strict=True):
        for text, wert in zip(roh, werte, strict=True):
            assert text == ({True: "true", False: "false", None: ""}.get(wert)
                            if wert is None or isinstance(wert, bool) else str(wert))  # fmt: skip
    angaben = json.loads(rendere_spalten(tabelle, "x.csv"))
    assert all(kopf[i] in s["titles"] for i, s in enumerate(angaben["tableSchema"]["columns"]))


def test_values_of_a_list_stay_apart(bibliotheken: dict[str, Bibliothek]) -> None:
    bib = bibliotheken["de"]
    satz = bib.katalog.massnahmen["digital-navigatoren"]
    erster = satz.schritte[0].model_copy(update={"text": "Eins.\n\n- zwei\n- drei"})
    satz = satz.model_copy(update={"schritte": (erster, *satz.schritte[1:])})
    katalog = replace(bib.katalog, saetze={**bib.katalog.saetze, "massnahme": {satz.id: satz}})
    neu = Bibliothek(katalog, "de", bib.heute)
    tabelle = datentabelle(Datenbestand(neu, verweisnetz(katalog), ADRESSEN), "massnahme")
    zeile = dict(zip([s.name for s in tabelle.spalten], next(tabelle.zeilen()), strict=True))
    texte = str(zeile["schritte_text"]).split("\n")
    assert len(texte) == len(satz.schritte) == len(str(zeile["schritte_titel"]).split("\n"))
    assert texte[0] == "Eins. - zwei - drei"
    assert zeile["warum_gemeinsam"] == satz.warum_gemeinsam


def test_every_column_has_a_title_in_both_languages(bestand: Datenbestand) -> None:
    for typ in f.DATENTYPEN:
        for spalte in datentabelle(bestand, typ.name).spalten:
            assert spalte.titel
            assert spalte.beschreibung, spalte.name


def test_published_types_are_all_but_the_insides_of_documents() -> None:
    offen = {typ.name for typ in f.DATENTYPEN}
    assert {t.name for t in INHALTSTYPEN if not t.nur_deutsch} == offen


def test_catalogue_says_the_same_in_all_forms(bestand: Datenbestand) -> None:
    katalog = replace(datenkatalog(bestand), quellenangabe='„A“ & <B> "C"\\\n\tEnde')
    turtle = lies_graph(rendere_turtle(katalog), "turtle")
    assert Literal(katalog.quellenangabe) in set(turtle.objects())
    assert isomorphic(turtle, lies_graph(rendere_rdf(katalog), "xml"))
    assert isomorphic(turtle, lies_graph(rendere_jsonld(katalog), "json-ld"))


def test_catalogue_of_a_preview_names_nobody(
    bestand: Datenbestand, ladung: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    betreiber: Betreiber = ladung.katalog.betreiber  # type: ignore[attr-defined]
    for name, soll in ((betreiber.name, betreiber.name), ("[Name]", "Platzhalter: ")):
        neu = betreiber.model_copy(update={"name": name})
        monkeypatch.setattr(bestand.bib, "katalog", replace(bestand.bib.katalog, betreiber=neu))
        graph = lies_graph(rendere_turtle(datenkatalog(bestand)), "turtle")
        stelle = URIRef("https://daten.test/dcat/#herausgeber")
        assert str(graph.value(stelle, FOAF.name)).startswith(soll)
        mail = URIRef(f"mailto:{betreiber.email}")
        assert (mail in set(graph.objects())) == (name == betreiber.name)


def test_calendar_is_folded_and_escaped() -> None:
    titel = "Prüfung; „Ärger, viel“ \\ Zeile\nzwei: " + "ü€😀" * 40
    termin = Termin("massnahme-x", date(2027, 2, 28), titel, "https://daten.test/x/", STAND, 3)
    roh = rendere_kalender(Kalender("x.ics", "Termine", "de", (termin,)), "https://daten.test/")
    zeilen = roh.encode().split(b"\r\n")
    assert max(map(len, zeilen)) <= 75
    ereignis = next(iter(Calendar.from_ical(roh).walk("VEVENT")))
    assert str(ereignis["SUMMARY"]) == titel
    assert ereignis["DTEND"].dt - ereignis["DTSTART"].dt == timedelta(days=1)
    assert str(ereignis["UID"]) == "pruefung-massnahme-x@daten.test"


def test_later_version_of_an_event_replaces_the_earlier_one(
    bibliotheken: dict[str, Bibliothek],
) -> None:
    bib = bibliotheken["de"]
    satz = bib.katalog.massnahmen["digital-navigatoren"]
    neuer = satz.model_copy(update={"stand": satz.stand + timedelta(days=30)})
    massnahmen = {**bib.katalog.massnahmen, satz.id: neuer}
    katalog = replace(bib.katalog, saetze={**bib.katalog.saetze, "massnahme": massnahmen})
    alt, neu = (
        {t.kennung: t for t in pruefkalender(b, ADRESSEN)[0].termine}
        for b in (bib, Bibliothek(katalog, "de", bib.heute))
    )
    assert alt.keys() == neu.keys()
    kennung = f"massnahme-{satz.id}"
    assert neu[kennung].folge == alt[kennung].folge + 30
    assert {k for k in alt if alt[k] != neu[k]} == {kennung}


def test_both_languages_name_the_same_events(bibliotheken: dict[str, Bibliothek]) -> None:
    de, en = (
        [{(t.kennung, t.am) for t in k.termine} for k in pruefkalender(bib, ADRESSEN)]
        for bib in bibliotheken.values()
    )
    assert de == en
    assert all(de)


def test_security_contact_needs_an_operator_and_a_future(ladung: object) -> None:
    betreiber: Betreiber = ladung.katalog.betreiber  # type: ignore[attr-defined]
    offen = betreiber.model_copy(update={"email": "[E-Mail-Adresse]"})
    assert meldestelle(offen, STAND, STAND, ADRESSEN) is None
    assert meldestelle(None, STAND, STAND, ADRESSEN) is None
    for heute in (STAND, STAND + timedelta(days=363), STAND + timedelta(days=800)):
        stelle = meldestelle(betreiber, STAND, heute, ADRESSEN)
        assert stelle is not None
        assert 0 < (stelle.gilt_bis - heute).days <= 364
    text = rendere_text("security.j2", m=stelle)
    assert text.startswith(f"Contact: mailto:{betreiber.email}\n")
    assert text.endswith("/.well-known/security.txt\n")


def test_interface_words_for_every_field() -> None:
    texte = texte_von("de")
    for typ in f.DATENTYPEN:
        for name in typ.modell.model_fields:
            assert texte[f"feld.{name}"]
