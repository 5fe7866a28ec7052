"""Writes the published data beside the pages: JSON, tables, schemas, texts, catalogue, dates."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from leitfaden.engines.bestand import Bestand
from leitfaden.engines.textablage import schreibe_in_ordner, schreibe_text
from leitfaden.render.datenkatalog import rendere_jsonld, rendere_rdf, rendere_turtle
from leitfaden.render.datensatz import rendere_alles, rendere_antwort, rendere_satz
from leitfaden.render.datenschema import datenschemas
from leitfaden.render.datentabelle import rendere_csv, rendere_spalten
from leitfaden.render.kalender import rendere_kalender
from leitfaden.render.leitfadentext import rendere_leitfaden, rendere_llms
from leitfaden.render.openapi import rendere_openapi
from leitfaden.render.textumgebung import rendere_text
from leitfaden.views import datenformat as f
from leitfaden.views.datenkatalog import datenkatalog
from leitfaden.views.datensatz import Datenbestand, juengster_stand, verweisnetz
from leitfaden.views.datentabelle import datentabelle
from leitfaden.views.leitfadentext import Textbau
from leitfaden.views.meldestelle import PFAD as MELDESTELLE
from leitfaden.views.meldestelle import meldestelle
from leitfaden.views.pruefkalender import pruefkalender
from leitfaden.views.textverzeichnis import textverzeichnis

# Stands in feeds and data for the address of a site that has none, such as a local preview.
OHNE_ADRESSE = "http://localhost/"


def schreibe_offene_daten(site: Path, daten: Bestand, adresse: str) -> None:
    """Write everything; `adresse` is the full address of the site, if it has one."""
    adressen = f.Datenadressen(adresse or OHNE_ADRESSE)
    netz = verweisnetz(daten.bibliotheken["de"].katalog)
    bestaende = {s: Datenbestand(bib, netz, adressen) for s, bib in daten.bibliotheken.items()}
    for bestand in bestaende.values():
        _schreibe_saetze(site, bestand)
        for typ in f.DATENTYPEN:
            _schreibe_tabelle(site, bestand, typ.name)
    deutsch = bestaende["de"]
    schreibe_text(site / f.VERZEICHNIS, rendere_antwort(deutsch.verzeichnis()))
    schreibe_text(site / f.FORMATGESCHICHTE, rendere_antwort(deutsch.geschichte()))
    schreibe_text(site / f.OPENAPI, rendere_openapi(adressen))
    for pfad, text in datenschemas(adressen).items():
        schreibe_text(site / pfad, text)
    _schreibe_katalog(site, deutsch)
    _schreibe_texte(site, daten, adressen)
    _schreibe_kalender(site, daten, adressen)
    _schreibe_meldestelle(site, daten, adressen)


def _schreibe_saetze(site: Path, bestand: Datenbestand) -> None:
    """Write the file of every record, the lists, and everything in one file."""
    sprache = bestand.sprache
    for typ in f.DATENTYPEN:
        (site / f.satzpfad(sprache, typ.name, "x")).parent.mkdir(parents=True, exist_ok=True)
        for pfad, liste in bestand.listen(typ.name):
            schreibe_text(site / pfad, rendere_antwort(liste))
    with open(site / f.abzugspfad(sprache), "w", encoding="utf-8", newline="\n") as alles:
        alles.writelines(rendere_alles(bestand.gesamtkopf(), _einzeln(site, bestand)))


def _einzeln(site: Path, bestand: Datenbestand) -> Iterator[str]:
    """Write the file of each record on its way into the file with everything."""
    for typ in f.DATENTYPEN:
        for antwort in bestand.alle(typ.name):
            pfad = f.satzpfad(bestand.sprache, typ.name, antwort.id)
            text = rendere_satz(antwort)
            schreibe_in_ordner(site / pfad, text)
            yield text


def _schreibe_tabelle(site: Path, bestand: Datenbestand, typ: str) -> None:
    # This library takes time to load.
    from leitfaden.downloads.datenmappe import datenmappe

    tabelle = datentabelle(bestand, typ)
    csv = site / f.tabellenpfad(bestand.sprache, typ, "csv")
    schreibe_text(csv, rendere_csv(tabelle))
    schreibe_text(csv.with_name(f"{csv.name}-metadata.json"), rendere_spalten(tabelle, csv.name))
    if bestand.hat_mappe(typ):
        csv.with_suffix(".xlsx").write_bytes(datenmappe(tabelle, bestand.bib.texte))


def _schreibe_katalog(site: Path, bestand: Datenbestand) -> None:
    katalog = datenkatalog(bestand)
    schreibe_text(site / f.KATALOG["ttl"], rendere_turtle(katalog))
    schreibe_text(site / f.KATALOG["rdf"], rendere_rdf(katalog))
    schreibe_text(site / f.KATALOG["jsonld"], rendere_jsonld(katalog))


def _schreibe_texte(site: Path, daten: Bestand, adressen: f.Datenadressen) -> None:
    """Write the guide as a text, also where programs look for it (https://llmstxt.org/)."""
    for sprache, plan in daten.plaene.items():
        texte = plan.bib.texte
        text = Textbau(plan, adressen).leitfadentext(juengster_stand(plan.bib.katalog))
        ganz = rendere_leitfaden(text, texte, adressen.datei(f.abzugspfad(sprache)))
        schreibe_text(site / f.textpfad(sprache), ganz)
        schreibe_text(site / f.LLMS[sprache] / "llms-full.txt", ganz)
        verzeichnis = rendere_llms(textverzeichnis(plan, adressen), texte)
        schreibe_text(site / f.LLMS[sprache] / "llms.txt", verzeichnis)


def _schreibe_kalender(site: Path, daten: Bestand, adressen: f.Datenadressen) -> None:
    for bib in daten.bibliotheken.values():
        for kalender in pruefkalender(bib, adressen):
            schreibe_text(site / kalender.pfad, rendere_kalender(kalender, adressen.wurzel))


def _schreibe_meldestelle(site: Path, daten: Bestand, adressen: f.Datenadressen) -> None:
    bib = daten.bibliotheken["de"]
    stand = juengster_stand(bib.katalog)
    stelle = meldestelle(bib.katalog.betreiber, stand, bib.heute, adressen)
    if stelle is not None:
        schreibe_text(site / MELDESTELLE, rendere_text("security.j2", m=stelle))
