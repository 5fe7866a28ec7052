"""Open data of the finished site: valid, complete, connected, announced."""

from __future__ import annotations

import csv
import json
import re
from datetime import date
from urllib.parse import unquote

import pytest
from icalendar import Calendar
from openapi_spec_validator import validate
from openpyxl import load_workbook
from rdflib import URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF

from leitfaden.views.datenformat import DATENTYPEN, SEITENLAENGE
from tests.offene_daten import Schemas, json_dateien, lies_graph, verweise
from tests.website import Website

pytestmark = pytest.mark.site
ADRESSE = "https://bibliothek.test/"
SPRACHEN = ("de", "en")
_KEIN_SATZ = ("openapi.json", "csv-metadata.json")


def _gibt_es(website: Website, adresse: str) -> bool:
    pfad = unquote(adresse.removeprefix(ADRESSE).partition("#")[0])
    ziel = website.wurzel / pfad
    return (ziel / "index.html" if pfad.endswith("/") or not pfad else ziel).is_file()


def test_every_file_follows_its_schema_and_leads_to_pages_and_files(website: Website) -> None:
    schemas = Schemas(website.wurzel, ADRESSE)
    geprueft = 0
    ziele: set[str] = set()
    for pfad, inhalt in json_dateien(website.wurzel):
        if pfad.endswith(_KEIN_SATZ) or "/schema/" in pfad:
            continue
        assert schemas.fehler(inhalt) == [], pfad
        ziele |= {z for z in verweise(inhalt) if z.startswith(ADRESSE)}
        geprueft += 1
    katalog = website.daten.bibliotheken["de"].katalog
    saetze = sum(len(katalog.von(typ.name)) for typ in DATENTYPEN)
    assert geprueft > 2 * saetze
    assert [z for z in ziele if not _gibt_es(website, z)] == []


def test_api_is_described_and_described_addresses_exist(website: Website) -> None:
    text = (website.wurzel / "api/v1/openapi.json").read_text(encoding="utf-8")
    dokument = json.loads(text)
    validate(dokument)
    muster = {re.sub(r"\{\w+\}", "[^/]+", pfad) for pfad in dokument["paths"]}
    dateien = {f"/{p.relative_to(website.wurzel / 'api/v1').as_posix()}"
               for p in (website.wurzel / "api/v1").rglob("*.*")}  # fmt: skip
    unbeschrieben = {d for d in dateien if not any(re.fullmatch(m, d) for m in muster)}
    assert {d for d in unbeschrieben if not d.startswith("/schema/")} == set()
    # Further pages of a list exist only where there are many records.
    leer = {m for m in muster if not any(re.fullmatch(m, d) for d in dateien)}
    assert all("/seiten/" in m for m in leer)


@pytest.mark.parametrize("sprache", SPRACHEN)
def test_dump_lists_and_records_say_the_same(website: Website, sprache: str) -> None:
    ordner = website.wurzel / "api/v1" / sprache
    alles = json.loads((ordner / "alles.json").read_text(encoding="utf-8"))
    nach_typ: dict[str, list[dict]] = {}
    for satz in alles["saetze"]:
        nach_typ.setdefault(satz["typ"], []).append(satz)
    for typ in DATENTYPEN:
        saetze = nach_typ[typ.name]
        for satz in saetze:
            datei = ordner / typ.mehrzahl / f"{satz['id']}.json"
            assert json.loads(datei.read_text(encoding="utf-8")) == satz
        eintraege, naechste = [], f"{ADRESSE}api/v1/{sprache}/{typ.mehrzahl}.json"
        while naechste:
            datei = website.wurzel / naechste.removeprefix(ADRESSE)
            seite = json.loads(datei.read_text(encoding="utf-8"))
            assert len(seite["eintraege"]) <= SEITENLAENGE
            assert seite["anzahl"] == len(saetze)
            eintraege += seite["eintraege"]
            naechste = seite["naechste"]
        assert [e["id"] for e in eintraege] == [s["id"] for s in saetze]
        assert [e["titel"] for e in eintraege] == [s["titel"] for s in saetze]


@pytest.mark.parametrize("sprache", SPRACHEN)
@pytest.mark.parametrize("typ", DATENTYPEN, ids=lambda t: t.mehrzahl)
def test_tables_hold_every_record_and_explain_their_columns(
    website: Website, sprache: str, typ: object
) -> None:
    mehrzahl, name = typ.mehrzahl, typ.name  # type: ignore[attr-defined]
    stamm = website.wurzel / "api/v1" / sprache / mehrzahl
    roh = stamm.with_suffix(".csv").read_bytes()
    assert not roh.startswith(b"\xef\xbb\xbf")
    kopf, *zeilen = csv.reader(roh.decode().splitlines(keepends=True))
    ids = sorted(website.daten.bibliotheken["de"].katalog.von(name))
    assert [zeile[0] for zeile in zeilen] == ids
    angaben = json.loads((stamm.parent / f"{mehrzahl}.csv-metadata.json").read_text("utf-8"))
    spalten = angaben["tableSchema"]["columns"]
    assert [s["name"] for s in spalten] == kopf
    assert all(s["dc:description"] for s in spalten)
    for zeile in zeilen:
        for spalte, wert in zip(spalten, zeile, strict=True):
            assert wert or not spalte["required"], (zeile[0], spalte["name"])
            if wert and spalte["datatype"] == "date" and "separator" not in spalte:
                date.fromisoformat(wert)
    buch = load_workbook(stamm.with_suffix(".xlsx"))
    erklaerung, eintraege = buch.worksheets
    assert eintraege.freeze_panes == "B2"
    assert [zeile[0].value for zeile in eintraege.iter_rows(min_row=2)] == ids
    titel = [zelle.value for zelle in eintraege[1]]
    erklaert = [[z.value for z in zeile] for zeile in erklaerung.iter_rows(min_row=7)]
    assert [zeile[:2] for zeile in erklaert] == [list(p) for p in zip(titel, kopf, strict=True)]


def test_catalogue_is_complete_in_all_forms(website: Website) -> None:
    ordner = website.wurzel / "dcat"
    katalog, rdf, jsonld = (
        lies_graph((ordner / f"katalog.{endung}").read_text(encoding="utf-8"), form)
        for endung, form in (("ttl", "turtle"), ("rdf", "xml"), ("jsonld", "json-ld"))
    )
    assert isomorphic(katalog, rdf)
    assert isomorphic(katalog, jsonld)
    datensaetze = set(katalog.subjects(RDF.type, DCAT.Dataset))
    assert len(datensaetze) == 1 + len(DATENTYPEN)
    for satz in datensaetze:
        for pflicht in (DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCAT.contactPoint):
            assert (satz, pflicht, None) in katalog, (satz, pflicht)
    verteilungen = set(katalog.subjects(RDF.type, DCAT.Distribution))
    assert verteilungen == set(katalog.objects(None, DCAT.distribution))
    lizenz = URIRef("http://dcat-ap.de/def/licenses/cc-by/4.0")
    for verteilung in verteilungen:
        assert (verteilung, DCTERMS.license, lizenz) in katalog
        for adresse in katalog.objects(verteilung, DCAT.downloadURL):
            assert _gibt_es(website, str(adresse)), adresse
    betreiber = website.daten.ladung.katalog.betreiber
    assert betreiber is not None
    stelle = next(katalog.objects(None, DCTERMS.publisher))
    assert str(katalog.value(stelle, FOAF.name)) == betreiber.name


@pytest.mark.parametrize("sprache", SPRACHEN)
def test_calendars_hold_every_review(website: Website, sprache: str) -> None:
    ordner = website.wurzel / ("" if sprache == "de" else "en") / "termine"
    termine = {}
    for datei in sorted(ordner.glob("*.ics")):
        roh = datei.read_bytes()
        assert all(len(zeile) <= 75 for zeile in roh.split(b"\r\n"))
        assert roh.count(b"\n") == roh.count(b"\r\n")
        for ereignis in Calendar.from_ical(roh).walk("VEVENT"):
            assert str(ereignis["UID"]) not in termine
            termine[str(ereignis["UID"])] = ereignis
    katalog = website.daten.bibliotheken[sprache].katalog
    soll = {
        f"pruefung-{typ.name}-{satz.id}@bibliothek.test": satz.naechste_pruefung
        for typ in DATENTYPEN
        for satz in katalog.von(typ.name).values()
        if hasattr(satz, "naechste_pruefung")
    }
    assert {uid: e["DTSTART"].dt for uid, e in termine.items()} == soll
    assert all(_gibt_es(website, str(e["URL"])) for e in termine.values())


@pytest.mark.parametrize("sprache", SPRACHEN)
def test_text_holds_the_guide_and_the_index_leads_to_pages(website: Website, sprache: str) -> None:
    wurzel = website.wurzel / ("" if sprache == "de" else "en")
    ganz = (wurzel / "llms-full.txt").read_text(encoding="utf-8")
    assert ganz == (website.wurzel / f"api/v1/{sprache}/leitfaden.md").read_text(encoding="utf-8")
    assert "{{" not in ganz
    bib = website.daten.bibliotheken[sprache]
    for karte in (*bib.massnahmen, *bib.szenarien, *bib.vorlagen, *bib.praxisbeispiele):
        assert f"\n## {karte.kennung} {karte.titel}".replace("##  ", "## ") in ganz
        for satz in getattr(karte.satz, "kernaussagen", ()):
            assert f"- {satz}" in ganz
    verzeichnis = (wurzel / "llms.txt").read_text(encoding="utf-8")
    assert verzeichnis.startswith(f"# {bib.texte['name']}\n\n> ")
    ziele = re.findall(r"^- \[[^\]]+\]\(([^)]+)\)", verzeichnis, flags=re.MULTILINE)
    assert len(ziele) == verzeichnis.count("\n- ") > len(bib.massnahmen)
    assert [z for z in ziele if not _gibt_es(website, z)] == []


def test_pages_of_records_name_their_data_and_the_sitemap_does_not(website: Website) -> None:
    genannt = 0
    for pfad, seite in website.seiten.items():
        links = [a for tag, a in seite.attribute
                 if tag == "link" and a.get("type") == "application/json"]  # fmt: skip
        genannt += len(links)
        for attr in links:
            assert _gibt_es(website, attr["href"]), pfad
    assert genannt > 50
    karte = (website.wurzel / "sitemap.xml").read_text(encoding="utf-8")
    assert "/api/" not in karte
    assert f"<loc>{ADRESSE}daten/</loc>" in karte


def test_measures_offer_a_snippet_without_script(website: Website) -> None:
    for wurzel, wort in (("", "Auf Ihrer Website einbinden"), ("en/", "Embed in your website")):
        for karte in website.daten.bibliotheken["de"].massnahmen:
            roh = website.seite(f"{wurzel}{karte.url}").roh
            block = re.search(r'<details class="lb-einbetten".*?</details>', roh, re.DOTALL)
            assert block is not None
            assert wort in block[0]
            code = re.search(r"<code>(.*)</code>", block[0], re.DOTALL)
            assert code is not None
            assert (
                f"&lt;a href=&#34;{ADRESSE}{wurzel}{karte.url}&#34;&gt;{karte.kennung} " in code[1]
            )
            assert "<" not in code[1]
            assert "script" not in code[1]


def test_security_contact_is_the_operator(website: Website) -> None:
    text = (website.wurzel / ".well-known/security.txt").read_text(encoding="utf-8")
    felder = dict(zeile.split(": ", 1) for zeile in reversed(text.splitlines()))
    betreiber = website.daten.ladung.katalog.betreiber
    assert betreiber is not None
    assert felder["Contact"] == f"mailto:{betreiber.email}"
    assert felder["Canonical"] == f"{ADRESSE}.well-known/security.txt"
    bis = date.fromisoformat(felder["Expires"].removesuffix("T00:00:00Z"))
    assert 0 < (bis - website.daten.bibliotheken["de"].heute).days <= 365


@pytest.mark.parametrize("sprache", SPRACHEN)
def test_page_about_data_leads_to_every_file_it_names(website: Website, sprache: str) -> None:
    """Readers open a file from the page; a name alone would have to be typed."""
    ordner = website.wurzel / ("daten" if sprache == "de" else "en/daten")
    seite = (ordner / "index.html").read_text(encoding="utf-8")
    links = re.findall(r'<a href="([^"]+)"><code>/([^<]+)</code></a>', seite)
    assert f"api/v1/{sprache}/massnahmen.xlsx" in {name for _, name in links}
    for ziel, name in links:
        datei = (ordner / ziel).resolve()
        assert datei.is_file(), name
        assert datei == (website.wurzel / name).resolve()
