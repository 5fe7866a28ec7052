"""The loaded library of a project, kept in memory until a file changes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from leitfaden.checks import hat_fehler, pruefe
from leitfaden.findings import Finding
from leitfaden.source.loader import Ladung, lade, ohne_speicherbereinigung
from leitfaden.views.beziehungen import berechne_beziehungen
from leitfaden.views.bibliothek import Bibliothek
from leitfaden.views.seitenplan import Seitenplan

SPRACHEN = ("de", "en")
# Address below which the forge lets readers edit files, such as https://…/edit/main/
QUELLTEXT = "LEITFADEN_QUELLTEXT"


def bautag() -> date:
    """Return the day that counts as today.

    SOURCE_DATE_EPOCH (https://reproducible-builds.org/specs/source-date-epoch/) fixes it.
    """
    epoche = os.environ.get("SOURCE_DATE_EPOCH")
    if epoche:
        return datetime.fromtimestamp(int(epoche), UTC).date()
    return datetime.now(UTC).date()


@dataclass
class Bestand:
    """Everything known about a project at one state of its files.

    `plaene` and `bibliotheken` are by language; they hold only what is published.
    """

    ladung: Ladung
    befunde: list[Finding]
    bibliotheken: dict[str, Bibliothek]
    plaene: dict[str, Seitenplan]

    @property
    def hat_fehler(self) -> bool:
        """Tell whether a finding stops the build."""
        return hat_fehler(self.befunde)


def erstelle_bestand(projekt: Path) -> Bestand:
    """Load and check a project and prepare its views."""
    heute = bautag()
    with ohne_speicherbereinigung():
        ladung = lade(projekt)
        befunde = pruefe(ladung, heute)
    sichtbar = ladung.katalog.nur_sichtbare(heute)
    beziehungen = berechne_beziehungen(sichtbar)
    bibliotheken = {s: Bibliothek(sichtbar, s, heute, beziehungen) for s in SPRACHEN}
    quelltext = os.environ.get(QUELLTEXT, "")
    plaene = {s: Seitenplan(bib, quelltext) for s, bib in bibliotheken.items()}
    return Bestand(ladung, befunde, bibliotheken, plaene)


_gemerkt: dict[Path, tuple[object, Bestand]] = {}


def bestand(projekt: Path) -> Bestand:
    """Return the library of a project as it was last loaded; loads it on first use.

    Every page asks for it, so this does not look at the files: `aktualisiere` does, once a build.
    """
    gemerkt = _gemerkt.get(projekt)
    return aktualisiere(projekt) if gemerkt is None else gemerkt[1]


def aktualisiere(projekt: Path) -> Bestand:
    """Return the library of a project; it is loaded anew if a file has changed since."""
    zustand = (bautag(), tuple(_zustand(projekt)))
    gemerkt = _gemerkt.get(projekt)
    if gemerkt is None or gemerkt[0] != zustand:
        _gemerkt[projekt] = gemerkt = (zustand, erstelle_bestand(projekt))
    return gemerkt[1]


def behalte(projekt: Path, geladen: Bestand) -> None:
    """Keep a library that was loaded elsewhere, so that this process need not load it again."""
    _gemerkt[projekt] = (None, geladen)


def _zustand(projekt: Path) -> Iterator[tuple[str, int, int]]:
    """Yield path, time and size of every content file."""
    for wurzel in ("data", "docs"):
        for ordner, unterordner, namen in os.walk(projekt / wurzel):
            unterordner.sort()
            for name in sorted(namen):
                stand = os.stat(os.path.join(ordner, name), follow_symlinks=False)
                yield os.path.join(ordner, name), stand.st_mtime_ns, stand.st_size
