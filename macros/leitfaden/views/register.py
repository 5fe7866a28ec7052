"""The register of files: every template with its files, what changed, and its earlier versions."""

from __future__ import annotations

import re
from dataclasses import dataclass

from leitfaden.views.ausgaben import ARCHIV, Datei
from leitfaden.views.bibliothek import Bibliothek
from leitfaden.views.karte import Aenderungszeile, Karte

# `t05_it-liste-fachverfahren_v1-1_beispiel.xlsx`: code, id, version, a filled-in file or not.
ALTNAME = re.compile(
    r"(?P<kennung>t\d\d)_(?P<satz_id>[a-z0-9-]+)_v(?P<version>\d+(?:-\d+)*)"
    r"(?P<beispiel>_beispiel)?\.(?P<form>docx|odt|xlsx|ods|pdf)"
)


@dataclass(frozen=True)
class Fassung:
    """An earlier version of a template with the files it had."""

    version: str
    dateien: tuple[Datei, ...]


@dataclass(frozen=True)
class Registerzeile:
    """A template, its files, what changed since the first version, earlier versions."""

    karte: Karte
    dateien: tuple[Datei, ...]
    aenderungen: tuple[Aenderungszeile, ...]
    fruehere: tuple[Fassung, ...]


def version_von(name: str) -> str:
    """Return the version a file name tells: `1` is written as 1.0."""
    treffer = ALTNAME.fullmatch(name)
    if treffer is None:
        return ""
    version = treffer["version"].replace("-", ".")
    return version if "." in version else f"{version}.0"


def registerzeilen(bib: Bibliothek) -> tuple[Registerzeile, ...]:
    """Return a line for every template that has files."""
    return tuple(
        Registerzeile(
            karte=karte,
            dateien=dateien,
            aenderungen=bib.aenderungen("vorlage", karte.id),
            fruehere=_fruehere(bib.dateien.von(karte.id, ARCHIV)),
        )
        for karte in bib.vorlagen
        if (dateien := bib.dateien.von(karte.id))
    )


def _fruehere(dateien: tuple[Datei, ...]) -> tuple[Fassung, ...]:
    """Group files by version, the newest first."""
    gruppen: dict[str, list[Datei]] = {}
    for datei in dateien:
        gruppen.setdefault(version_von(datei.name), []).append(datei)
    neueste = sorted(gruppen, key=lambda v: tuple(map(int, v.split("."))), reverse=True)
    return tuple(Fassung(version, tuple(gruppen[version])) for version in neueste)
