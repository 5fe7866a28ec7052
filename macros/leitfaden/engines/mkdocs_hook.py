"""What the hook of MkDocs calls: prepare the build tree, complete the built site."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from leitfaden.checks.berichte import als_text
from leitfaden.engines.ausgaben import AusgabeError, erzeuge_ausgaben, lege_ab
from leitfaden.engines.beilagen import beilagen
from leitfaden.engines.bestand import aktualisiere, bestand
from leitfaden.engines.fertiges_html import verpacke_block
from leitfaden.engines.mkdocs_macros import (
    PLATZHALTER,
    Arbeitsweise,
    erklaere_kapitel,
    projekt_von,
    setze_ein,
    setze_kopfdaten_ein,
    wurzeladresse,
)
from leitfaden.engines.nacharbeit import vervollstaendige
from leitfaden.engines.offene_daten import schreibe_offene_daten
from leitfaden.engines.offline import erzeuge_offline
from leitfaden.engines.pagefind import erzeuge_index, schreibe_alle_suchfassungen
from leitfaden.engines.schale import huelle
from leitfaden.engines.stilblatt import stilblatt
from leitfaden.engines.vorschau import Hintergrundindex
from leitfaden.render.betrieb import inhaltsregel_der_seite
from leitfaden.render.satzseite import SATZSEITE
from leitfaden.render.seitenbaum import schreibe_seitenbaum
from leitfaden.render.stilblatt import StilblattError
from leitfaden.source.betreiber import DATEI as BETREIBERDATEI

# Set by our own build, which checks, writes the tree and completes the site itself.
EIGENER_BAU = "LEITFADEN_SPRACHE"


_hintergrundindex = Hintergrundindex()


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether this is the preview server."""
    Arbeitsweise.vorschau = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Write the build tree and hand the words of the shell to the templates."""
    projekt = projekt_von(config)
    Arbeitsweise.spaet = True
    if not os.environ.get(EIGENER_BAU):
        daten = aktualisiere(projekt)
        if daten.hat_fehler:
            print(als_text(projekt, daten.befunde, daten.ladung.dateien))
            raise Abort("Die Daten enthalten Fehler; es wurde nichts gebaut.")
        try:
            erzeuge_ausgaben(projekt, daten, print)
        except AusgabeError as fehler:
            raise Abort(str(fehler)) from fehler
        schreibe_seitenbaum(daten.plaene, projekt, Path(config.docs_dir))
    sprache = os.environ.get(EIGENER_BAU) or "de"
    for bib in bestand(projekt).bibliotheken.values():
        bib.wurzel = wurzeladresse(str(config.site_url or ""), sprache)
    # The preview server adds a script of its own to every page, which the policy would stop.
    regel = "" if Arbeitsweise.vorschau else inhaltsregel_der_seite()
    ordner = [Path(name) for name in config.theme.dirs]
    try:
        dateien = beilagen(ordner, stilblatt(ordner, projekt))
    except StilblattError as fehler:
        raise Abort(str(fehler)) from fehler
    config.extra["lb"] = huelle(bestand(projekt).vorschau, dateien, regel)
    return config


@event_priority(100)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Spare record pages the macros plugin: compiling their one call costs more than the rest."""
    if markdown.strip() != SATZSEITE:
        return markdown
    page.meta["render_macros"] = False
    return verpacke_block(PLATZHALTER)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Explain the terms of a chapter; record pages have that done."""
    angaben = page.meta.get("lb")
    return erklaere_kapitel(html, angaben, projekt_von(config)) if angaben else html


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Put the content of a record page into its shell, and what programs read into the head."""
    angaben = page.meta.get("lb")
    if not angaben:
        return output
    projekt = projekt_von(config)
    adresse = wurzeladresse(str(config.site_url or ""), angaben["sprache"])
    html = setze_ein(output, angaben, projekt)
    return setze_kopfdaten_ein(html, angaben, projekt, adresse)


@event_priority(-200)
def on_post_build(config: MkDocsConfig) -> None:
    """Complete the site after the last language; our own build does that by itself."""
    i18n: Any = config.plugins.get("i18n")
    if os.environ.get(EIGENER_BAU) or getattr(i18n, "building", False):
        return
    site = Path(config.site_dir)
    projekt = projekt_von(config)
    daten = bestand(projekt)
    vervollstaendige(site, daten, str(config.site_url or ""), projekt / ".build")
    schreibe_offene_daten(site, daten, str(config.site_url or ""))
    lege_ab(site, projekt, daten)
    if Arbeitsweise.vorschau:
        _hintergrundindex.starte(site, daten)
        return
    with tempfile.TemporaryDirectory() as ordner:
        schreibe_alle_suchfassungen(site, Path(ordner), daten)
        erzeuge_index(Path(ordner), site / "pagefind")
        adresse = str(config.site_url or "")
        erzeuge_offline(site, Path(ordner), projekt / ".build", daten, adresse, print)


def on_serve(server: Any, config: MkDocsConfig, builder: Any) -> Any:
    """Watch the sources only: the build tree is written by every build.

    The operator's file is optional, and settings may only name paths that exist.
    """
    server.unwatch(config.docs_dir)
    betreiber = projekt_von(config) / BETREIBERDATEI
    if betreiber.is_file():
        server.watch(str(betreiber))
    return server
