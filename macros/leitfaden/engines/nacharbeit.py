"""Completes a built site: error page, sitemap, redirects, headers; drops what nobody uses."""

from __future__ import annotations

import shutil
from pathlib import Path
from urllib.parse import urlsplit

from leitfaden.engines.beilagen import beilagen
from leitfaden.engines.bestand import Bestand
from leitfaden.engines.offene_daten import OHNE_ADRESSE
from leitfaden.engines.stilblatt import lege_stilblatt_ab
from leitfaden.engines.textablage import schreibe_text
from leitfaden.engines.vorschaubilder import schreibe_vorschaubilder
from leitfaden.model.felder import Seitendatensatz
from leitfaden.model.typen import TYP_VON_NAME
from leitfaden.render.auswahlindex import indexdateien
from leitfaden.render.beiwerk import (
    rendere_kurzadresse,
    rendere_robots,
    rendere_sitemap,
    rendere_umleitung,
)
from leitfaden.render.betrieb import kopfzeilendatei
from leitfaden.render.feed import rendere_feed
from leitfaden.render.seiten import rendere_404
from leitfaden.render.suchoberflaeche import DATEI as SUCHOBERFLAECHE
from leitfaden.render.suchoberflaeche import rendere_suchoberflaeche
from leitfaden.texts import texte_von
from leitfaden.views.auswahl import auswahl
from leitfaden.views.bibliothek import SEITENTYPEN
from leitfaden.views.feed import alle_feeds
from leitfaden.views.kurzadresse import kurzadressen
from leitfaden.views.suchoberflaeche import suchoberflaeche
from leitfaden.views.vorschaubild import alle_bilder

# The theme's own scripts and its search are replaced by ours.
UEBERFLUESSIG = (
    "assets/javascripts/bundle.*",
    "assets/javascripts/workers",
    "assets/javascripts/lunr",
    "assets/stylesheets/palette.*",
    "assets/stylesheets/*.map",
    "assets/images",
    "sitemap.xml.gz",
)


def fuehre_sprachen_zusammen(deutsch: Path, englisch: Path) -> None:
    """Move the English site into `en/` of the German one; assets and error page are shared."""
    ziel = deutsch / "en"
    if ziel.exists():
        shutil.rmtree(ziel)
    for name in ("assets", "404.html", "sitemap.xml", "sitemap.xml.gz"):
        _loesche(englisch / name)
    englisch.rename(ziel)


def vervollstaendige(site: Path, daten: Bestand, adresse: str, werkstatt: Path) -> None:
    """Write everything the engine does not, but for the search index and the open data.

    `werkstatt` keeps between builds what is expensive to make.
    """
    for muster in UEBERFLUESSIG:
        for pfad in site.glob(muster):
            _loesche(pfad)
    lege_stilblatt_ab(site, werkstatt.parent)
    wurzel = urlsplit(adresse).path or "/"
    wurzel = wurzel if wurzel.endswith("/") else f"{wurzel}/"
    texte = (texte_von("de"), texte_von("en"))
    fehlerseite = rendere_404(*texte, wurzel, beilagen([site]))
    schreibe_text(site / "404.html", fehlerseite)
    schreibe_text(site / ".nojekyll", "")
    schreibe_text(site / "_headers", kopfzeilendatei())
    schreibe_text(site / "sitemap.xml", rendere_sitemap(daten.plaene, adresse))
    schreibe_text(site / "robots.txt", rendere_robots(adresse, daten.produktion))
    _schreibe_feeds(site, daten, adresse)
    _schreibe_suchoberflaeche(site, daten)
    bilder = (bild for bib in daten.bibliotheken.values() for bild in alle_bilder(bib))
    schreibe_vorschaubilder(bilder, werkstatt / "vorschaubilder", site)
    _schreibe_umleitungen(site, daten)
    _schreibe_kurzadressen(site, daten, adresse)
    _schreibe_auswahl(site, daten)


def _schreibe_feeds(site: Path, daten: Bestand, adresse: str) -> None:
    """Feeds lie beside their pages; entries need full addresses, also where none is set."""
    for sprache, bib in daten.bibliotheken.items():
        wurzel = site if sprache == "de" else site / sprache
        for feed in alle_feeds(bib):
            schreibe_text(wurzel / feed.url, rendere_feed(feed, adresse or OHNE_ADRESSE))


def _schreibe_suchoberflaeche(site: Path, daten: Bestand) -> None:
    """Words and ways in of the search, loaded only when somebody searches."""
    for sprache, bib in daten.bibliotheken.items():
        datei = (site if sprache == "de" else site / sprache) / SUCHOBERFLAECHE
        angaben = suchoberflaeche(bib, daten.bibliotheken["de"])
        schreibe_text(datei, rendere_suchoberflaeche(angaben))


def _schreibe_umleitungen(site: Path, daten: Bestand) -> None:
    """Former addresses of renamed records lead to their pages, in both languages."""
    for sprache, bib in daten.bibliotheken.items():
        wurzel = site if sprache == "de" else site / sprache
        for typ in SEITENTYPEN:
            for satz in bib.katalog.von(typ).values():
                if not isinstance(satz, Seitendatensatz):
                    continue
                for alt in satz.fruehere_ids:
                    ordner = wurzel / TYP_VON_NAME[typ].mehrzahl / alt
                    seite = rendere_umleitung(f"../{satz.id}/", bib.karte(typ, satz.id), bib.texte)
                    schreibe_text(ordner / "index.html", seite)


def _schreibe_kurzadressen(site: Path, daten: Bestand, adresse: str) -> None:
    """Short addresses such as `m07/` lead to the pages of their codes, in both languages."""
    for bib in daten.bibliotheken.values():
        for kurz in kurzadressen(bib):
            seite = rendere_kurzadresse(kurz, adresse, bib.texte)
            schreibe_text(site / kurz.pfad / "index.html", seite)


def _schreibe_auswahl(site: Path, daten: Bestand) -> None:
    """Files scripts read to narrow down the list of examples, in both languages."""
    for sprache, bib in daten.bibliotheken.items():
        wurzel = site if sprache == "de" else site / sprache
        for pfad, text in indexdateien(auswahl(bib, "praxisbeispiel"), bib.texte):
            schreibe_text(wurzel / pfad, text)


def _loesche(pfad: Path) -> None:
    if pfad.is_dir():
        shutil.rmtree(pfad)
    else:
        pfad.unlink(missing_ok=True)
