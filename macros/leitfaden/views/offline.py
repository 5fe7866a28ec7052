"""The offline edition: where it lies, what goes along, what its first pages say."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from leitfaden.texts import Texte

PFAD = "downloads/offline/umsetzungsbibliothek-offline.zip"
# What readers are promised where the file is offered; it is made after the pages.
GRENZE_MB = 40
# Windows allows about 260 characters; this leaves 80 for the folder it is unpacked to.
LAENGSTER_PFAD = 180
ORDNER = "bibliothek"
SEITEN = "seiten"
START = "start.html"
LIESMICH = "LIESMICH.txt"
SUMMEN = "SHA256SUMS"
SKRIPT = "assets/javascripts/lb.js"
SUCHE = "assets/suche"
_BREITE = 78
# For servers, search engines and programs, or made anew for this edition.
_OHNE = (
    ".well-known/",
    "404.html",
    "_headers",
    "api/",
    "assets/javascripts/",
    "dcat/",
    "downloads/SHA256SUMS",
    "downloads/offline/",
    "pagefind/",
    "vorschaubilder/",
)
_MIT = ("assets/javascripts/lb-thema.js",)
_OHNE_ENDUNG = (".xml", ".txt", ".nojekyll", ".ics", ".json")
# Scripts load these; a page opened from a folder may load them as scripts only.
_DATEN = re.compile(r"(?:^|/)(?:suche/oberflaeche|auswahl/[^/]+)\.json$")


@dataclass(frozen=True)
class Packliste:
    """Which files of a site go along: as they are, and those that become data for scripts."""

    dateien: tuple[str, ...]
    daten: tuple[str, ...]


def packliste(pfade: Iterable[str], alt: frozenset[str] = frozenset()) -> Packliste:
    """Choose from the files of a site; `alt` are earlier versions of others."""
    dateien: list[str] = []
    daten: list[str] = []
    for pfad in sorted(pfade):
        if pfad in alt or (pfad.startswith(_OHNE) and pfad not in _MIT):
            continue
        if _DATEN.search(pfad):
            daten.append(pfad)
        elif not pfad.endswith(_OHNE_ENDUNG):
            dateien.append(pfad)
    return Packliste(tuple(dateien), tuple(daten))


def liesmich_offline(texte: Iterable[Texte], stand: date, adresse: str) -> str:
    """Return how to use the edition, in every language, with the line ends Windows expects."""
    teile = []
    for t in texte:
        zeilen = [f"{t['name']}: {t['offline.bereich']}", t.mit("offline.stand", stand=stand)]
        if adresse:
            zeilen.append(f"{t['offline.aktuell']}: {adresse}")
        for name in ("oeffnen", "netz", "pruefen", "alter"):
            zeilen += ["", t[f"offline.liesmich.{name}_titel"].upper()]
            absatz = t.mit(f"offline.liesmich.{name}", start=START, summen=SUMMEN)
            for zeile in absatz.splitlines():
                zeilen += textwrap.wrap(zeile, _BREITE, subsequent_indent="   ") or [""]
        zeilen += ["", *textwrap.wrap(t["fuss.lizenz"], _BREITE)]
        teile.append("\r\n".join(zeilen))
    trenner = f"\r\n\r\n{'-' * _BREITE}\r\n\r\n"
    return trenner.join(teile) + "\r\n"


def manifest(name: str, stand: date, adresse: str, dateien: Iterable[tuple[str, int, str]]) -> str:
    """Return the list of all files with size and checksum, for programs."""
    angaben = {
        "name": name,
        "stand": stand.isoformat(),
        "adresse": adresse,
        "dateien": [{"pfad": p, "groesse": g, "sha256": s} for p, g, s in dateien],
    }
    return json.dumps(angaben, ensure_ascii=False, indent=1) + "\n"
