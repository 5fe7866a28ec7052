"""The loaded library of a project, kept in memory until a file changes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from leitfaden.checks import hat_fehler, pruefe
from leitfaden.findings import Finding
from leitfaden.model.betreiber import offene_felder
from leitfaden.source.betreiber import DATEI as BETREIBERDATEI
from leitfaden.source.loader import Ladung, lade, ohne_speicherbereinigung
from leitfaden.views.beziehungen import berechne_beziehungen
from leitfaden.views.bibliothek import Bibliothek
from leitfaden.views.seitenplan import Seitenplan
from leitfaden.views.suchplan import Suchplan

SPRACHEN = ("de", "en")
# Address below which the forge lets readers edit files, such as https://…/edit/main/
QUELLTEXT = "LEITFADEN_QUELLTEXT"
# „ja“ for a site that goes public; everything else is a preview.
PRODUKTION = "LEITFADEN_PRODUKTION"


def bautag() -> date:
    """Return the day that counts as today.

    SOURCE_DATE_EPOCH (https://reproducible-builds.org/specs/source-date-epoch/) fixes it.
    """
    epoche = os.environ.get("SOURCE_DATE_EPOCH")
    if epoche:
        return datetime.fromtimestamp(int(epoche), UTC).date()
    return datetime.now(UTC).date()


def ist_produktion() -> bool:
    """Tell whether the environment asks for a site that goes public."""
    return os.environ.get(PRODUKTION) == "ja"


@dataclass
class Bestand:
    """Everything known about a project at one state of its files.

    `plaene` and `bibliotheken` are by language; they hold only what is published. `produktion`
    tells whether it was checked for a site that goes public.
    """

    ladung: Ladung
    befunde: list[Finding]
    bibliotheken: dict[str, Bibliothek]
    plaene: dict[str, Seitenplan]
    produktion: bool = False

    @property
    def vorschau(self) -> str:
        """What readers are told about a preview: `unvollstaendig` or `vollstaendig`.

        Empty for a site that goes public.
        """
        if self.produktion:
            return ""
        betreiber = self.ladung.katalog.betreiber
        offen = betreiber is None or any(offene_felder(betreiber))
        return "unvollstaendig" if offen else "vollstaendig"

    def suchplan(self, sprache: str) -> Suchplan:
        """Return what the search index of a language gets besides the pages."""
        gruppen = self.ladung.wortlisten.suchworte.get(sprache, ())
        return Suchplan(self.plaene[sprache], gruppen)

    @property
    def hat_fehler(self) -> bool:
        """Tell whether a finding stops the build."""
        return hat_fehler(self.befunde)


def erstelle_bestand(projekt: Path, produktion: bool = False) -> Bestand:
    """Load and check a project and prepare its views."""
    heute = bautag()
    with ohne_speicherbereinigung():
        ladung = lade(projekt)
        befunde = pruefe(ladung, heute, produktion)
    sichtbar = ladung.katalog.nur_sichtbare(heute)
    beziehungen = berechne_beziehungen(sichtbar)
    bibliotheken = {s: Bibliothek(sichtbar, s, heute, beziehungen) for s in SPRACHEN}
    quelltext = os.environ.get(QUELLTEXT, "")
    plaene = {s: Seitenplan(bib, quelltext) for s, bib in bibliotheken.items()}
    return Bestand(ladung, befunde, bibliotheken, plaene, produktion)


_gemerkt: dict[Path, tuple[object, Bestand]] = {}


def bestand(projekt: Path) -> Bestand:
    """Return the library of a project as it was last loaded; loads it on first use.

    Every page asks for it, so this does not look at the files: `aktualisiere` does, once a build.
    """
    gemerkt = _gemerkt.get(projekt)
    return aktualisiere(projekt) if gemerkt is None else gemerkt[1]


def aktualisiere(projekt: Path, produktion: bool = False) -> Bestand:
    """Return the library of a project; it is loaded anew if a file has changed since.

    With `produktion`, or if the environment asks for it, it is checked for going public.
    """
    produktion = produktion or ist_produktion()
    zustand = (bautag(), produktion, tuple(_zustand(projekt)))
    gemerkt = _gemerkt.get(projekt)
    if gemerkt is None or gemerkt[0] != zustand:
        _gemerkt[projekt] = gemerkt = (zustand, erstelle_bestand(projekt, produktion))
    return gemerkt[1]


def behalte(projekt: Path, geladen: Bestand) -> None:
    """Keep a library that was loaded elsewhere, so that this process need not load it again."""
    _gemerkt[projekt] = (None, geladen)


def _zustand(projekt: Path) -> Iterator[tuple[str, int, int]]:
    """Yield path, time and size of every content file."""
    betreiber = projekt / BETREIBERDATEI
    if betreiber.is_file():
        angaben = betreiber.stat()
        yield str(betreiber), angaben.st_mtime_ns, angaben.st_size
    for wurzel in ("data", "docs"):
        for ordner, unterordner, namen in os.walk(projekt / wurzel):
            unterordner.sort()
            for name in sorted(namen):
                stand = os.stat(os.path.join(ordner, name), follow_symlinks=False)
                yield os.path.join(ordner, name), stand.st_mtime_ns, stand.st_size
