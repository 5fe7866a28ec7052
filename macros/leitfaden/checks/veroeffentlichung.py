"""Rules for a site that goes public: operator named, mandatory pages there, statement fresh."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from leitfaden.checks.texte import verdaechtige
from leitfaden.findings import Finding, Location, finding
from leitfaden.model.betreiber import Betreiber, offene_felder
from leitfaden.source.betreiber import DATEI
from leitfaden.source.loader import Ladung
from leitfaden.texts import SPRACHEN
from leitfaden.views.seitenplan import PFLICHTSEITEN

FUSSZEILE = "overrides/partials/lb-fuss.html"
# What the template of the footer must show, and how its part of a page begins.
_FUSSNAVIGATION = "fussnavigation"
_FUSS = '<footer class="lb-fuss"'
_WEITERLEITUNG = 'http-equiv="refresh"'
_HOECHSTALTER_TAGE = 365
# The settings of the generator; only the address of the site matters here, a plain value or the
# form `!ENV [NAME, "otherwise"]`.
EINSTELLUNGEN = "mkdocs.yml"
_SITE_URL = re.compile(
    r"""^site_url:[ \t]*(?:!ENV[ \t]*\[[ \t]*(?P<variable>\w+)[ \t]*,[ \t]*)?"""
    r"""["']?(?P<wert>[^"'\]\s#]*)""",
    re.MULTILINE,
)
_BEISPIEL = re.compile(r"(^|\.)example\.(com|net|org)$")


def pruefe_betreibertexte(ladung: Ladung) -> Iterator[Finding]:
    """The operator's data are plain words, as in records; this holds for a preview as well."""
    if ladung.katalog.betreiber is None:
        return
    for pfad, code, stelle in verdaechtige(ladung.katalog.betreiber):
        ort = ladung.dokument(DATEI).ort(pfad)
        yield finding(code, ort, stelle=stelle[:40], zeichen=f"U+{ord(stelle[0]):04X}")


def pruefe_veroeffentlichung(ladung: Ladung, heute: date) -> Iterator[Finding]:
    """A published site names its operator, has every mandatory page and a fresh statement."""
    betreiber = ladung.katalog.betreiber
    if betreiber is not None:
        yield from _platzhalter(ladung, betreiber)
        yield from _tage(ladung, betreiber, heute)
    elif not (ladung.projekt / DATEI).is_file():
        yield finding("D008", Location(DATEI), grund="sie ist nicht vorhanden")
    yield from _adresse(ladung.projekt)
    yield from _pflichtseiten(ladung)
    yield from _fussvorlage(ladung.projekt)


def _platzhalter(ladung: Ladung, betreiber: Betreiber) -> Iterator[Finding]:
    """No field of the operator holds a text in square brackets."""
    for pfad, wert in offene_felder(betreiber):
        ort = ladung.dokument(DATEI).ort(pfad)
        yield finding("S040", ort, feld=".".join(map(str, pfad)), wert=wert)


def _tage(ladung: Ladung, betreiber: Betreiber, heute: date) -> Iterator[Finding]:
    """The accessibility statement was reviewed within the last year."""
    for name in ("stand_erklaerung", "stellen_geprueft_am"):
        tag = getattr(betreiber.barrierefreiheit, name)
        if not isinstance(tag, date) or 0 <= (heute - tag).days <= _HOECHSTALTER_TAGE:
            continue
        lage = "in der Zukunft" if tag > heute else "mehr als ein Jahr zurück"
        ort = ladung.dokument(DATEI).ort(("barrierefreiheit", name))
        yield finding("S041", ort, feld=name, tag=f"{tag:%d.%m.%Y}", lage=lage)


def _adresse(projekt: Path) -> Iterator[Finding]:
    """The address of the site is a public one, no example; it stands in feeds and shared links."""
    zeile, wert = _site_url(projekt)
    if not ist_oeffentliche_adresse(wert):
        yield finding("S042", Location(EINSTELLUNGEN, zeile), wert=wert)


def _site_url(projekt: Path) -> tuple[int, str]:
    """Return line and value of the address in the settings; an environment variable wins."""
    datei = projekt / EINSTELLUNGEN
    text = datei.read_text(encoding="utf-8") if datei.is_file() else ""
    treffer = _SITE_URL.search(text)
    if treffer is None:
        return 1, ""
    variable, sonst = treffer["variable"], treffer["wert"]
    wert = os.environ.get(variable, sonst) if variable else sonst
    return text[: treffer.start()].count("\n") + 1, wert


def eingestellte_adresse(projekt: Path) -> str:
    """Return the address of the site from the settings; empty if there is none.

    It ends in a slash, as the engine has it on every page: what is printed must lead there, too.
    """
    adresse = _site_url(projekt)[1]
    return adresse if adresse.endswith("/") or not adresse else f"{adresse}/"


def ist_oeffentliche_adresse(adresse: str) -> bool:
    """Tell whether an address may belong to a public site: https, and no reserved example name.

    Names ending in .test are reserved as well (RFC 2606), but for tests of what is published.
    """
    teile = urlsplit(adresse)
    name = (teile.hostname or "").rstrip(".")
    beispiel = name.endswith((".example", ".invalid", ".localhost")) or bool(_BEISPIEL.search(name))
    return teile.scheme == "https" and "." in name and not beispiel


def _pflichtseiten(ladung: Ladung) -> Iterator[Finding]:
    """Every mandatory page exists in every language."""
    vorhanden = {(k.pfad, k.sprache) for k in ladung.katalog.kapitel}
    for name in PFLICHTSEITEN:
        for sprache in SPRACHEN:
            datei = f"docs/{name}.md" if sprache == "de" else f"docs/{name}.{sprache}.md"
            if (name, sprache) not in vorhanden and not (ladung.projekt / datei).is_file():
                yield finding("D020", Location(datei), seite=name)


def _fussvorlage(projekt: Path) -> Iterator[Finding]:
    """The template of the footer lists the pages of the footer."""
    vorlage = projekt / FUSSZEILE
    if vorlage.is_file() and _FUSSNAVIGATION not in vorlage.read_text(encoding="utf-8"):
        yield finding("D021", Location(FUSSZEILE), ziel=", ".join(PFLICHTSEITEN), seite="alle")


def fehlende_fusslinks(seiten: Iterable[tuple[str, str]]) -> Iterator[Finding]:
    """The footer of every finished page leads to the mandatory pages in its own language.

    `seiten` are (path below the site, HTML). One finding for each missing link, with the first
    page that lacks it; pages that only lead on have no footer.
    """
    gefunden: set[str] = set()
    for pfad, html in seiten:
        if pfad == "404.html" or _WEITERLEITUNG in html:
            continue
        unten = pfad.split("/", 1)[1] if pfad.split("/", 1)[0] in SPRACHEN else pfad
        basis = "../" * unten.count("/")
        fuss = html[html.find(_FUSS) :] if _FUSS in html else ""
        for name in PFLICHTSEITEN:
            if name not in gefunden and f'href="{basis}{name}/"' not in fuss:
                gefunden.add(name)
                yield finding("D021", Location(FUSSZEILE), ziel=name, seite=pfad)
