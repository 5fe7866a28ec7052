"""Loads a project into a Katalog; the only code that opens data/ and docs/."""

from __future__ import annotations

import gc
import multiprocessing
import os
import re
import threading
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from leitfaden.findings import Finding, Location, finding
from leitfaden.model.felder import Datensatz
from leitfaden.model.kapitel import Kapitel
from leitfaden.model.katalog import Katalog
from leitfaden.model.typen import INHALTSTYPEN
from leitfaden.model.uebersetzung import Uebersetzung, englisches_modell
from leitfaden.source.betreiber import lies_betreiber
from leitfaden.source.dateien import Datei, finde_dateien, lies_text
from leitfaden.source.feldfehler import feldfehler
from leitfaden.source.kapitel import finde_kapitel, lies_kapitel
from leitfaden.source.wortlisten import Wortlisten, lies_wortlisten
from leitfaden.source.yaml_reader import Dokument, lies_yaml

# With fewer files than this, starting processes costs more than it saves.
LOHNT_SICH = 600
# Files a process reads at a time, and which of five blocks the main process reads itself.
BLOCK = 50
EIGENE_BLOECKE = (0, 3)
_VERDACHT = re.compile(
    "[<{}&\\\\\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\x00-\x08]|\\]\\("
)


@dataclass
class Ladung:
    """Result of loading: the catalogue of all valid records, what was wrong, where things are.

    `herkunft` maps (type, id, language) to the file and the path of the record inside it.
    `verdaechtig` names the records whose file holds a character that markup or code would need;
    only their texts have to be looked at one by one. `wortlisten` is what the text rules know.
    """

    projekt: Path
    katalog: Katalog
    findings: list[Finding]
    herkunft: dict[tuple[str, str, str], tuple[str, tuple[str | int, ...]]]
    dateien: int = 0
    verdaechtig: set[tuple[str, str, str]] = field(default_factory=set)
    wortlisten: Wortlisten = field(default_factory=Wortlisten)
    _dokumente: dict[str, Dokument] = field(default_factory=dict)

    def ort(
        self, typ: str, satz_id: str, pfad: tuple[str | int, ...] = (), sprache: str = "de"
    ) -> Location:
        """Return the place of a field of a record; the file is parsed again to find it."""
        relativ, wurzel = self.herkunft[(typ, satz_id, sprache)]
        return self.dokument(relativ).ort((*wurzel, *pfad))

    def dokument(self, relativ: str) -> Dokument:
        """Return a file with the places of its values; it is read again on first use."""
        if relativ not in self._dokumente:
            text, _ = lies_text(self.projekt / relativ, relativ)
            self._dokumente[relativ] = lies_yaml(relativ, text or "")
        return self._dokumente[relativ]


@dataclass(frozen=True)
class _Gelesen:
    """What came out of one file before any model was applied; small enough to pass on."""

    wert: Any
    findings: list[Finding]
    verdaechtig: bool


def _lies(datei: Datei) -> _Gelesen:
    text, befunde = lies_text(datei.voll, datei.pfad)
    if text is None:
        return _Gelesen(None, befunde, False)
    dokument = lies_yaml(datei.pfad, text)
    # An English file may consist of comments until somebody translates.
    leer = datei.sprache == "en" and [f.code for f in dokument.findings] == ["Y008"]
    befunde = [] if leer else dokument.findings
    return _Gelesen(dokument.wert, befunde, _ist_verdaechtig(text))


class _Sammler:
    """Turns what was read into records and translations and collects findings."""

    def __init__(self, ladung: Ladung) -> None:
        self.ladung = ladung
        self.findings = ladung.findings
        self.saetze: dict[str, dict[str, Datensatz]] = {t.name: {} for t in INHALTSTYPEN}
        self.uebersetzungen: dict[tuple[str, str], Uebersetzung] = {}

    def nimm(self, datei: Datei, gelesen: _Gelesen) -> None:
        """Add the records of one file."""
        self.findings += gelesen.findings
        if gelesen.wert is None:
            return
        for satz_id, wurzel, wert in self._eintraege(datei, gelesen.wert):
            self._nimm_auf(datei, satz_id, wurzel, wert)
            if gelesen.verdaechtig:
                self.ladung.verdaechtig.add((datei.typ.name, satz_id, datei.sprache))

    def _eintraege(
        self, datei: Datei, wert: Any
    ) -> Iterable[tuple[str, tuple[str | int, ...], dict[str, Any]]]:
        """Yield (id, path, fields) of every record in a document."""
        dokument = self.ladung.dokument
        if not datei.typ.liste:
            if not isinstance(wert, dict):
                self.findings.append(finding("S013", dokument(datei.pfad).ort(())))
            elif "id" in wert:
                self.findings.append(
                    finding("S014", dokument(datei.pfad).ort(("id",), schluessel=True))
                )
            else:
                yield datei.satz_id, (), {**wert, "id": datei.satz_id}
            return
        if not isinstance(wert, list):
            self.findings.append(finding("S015", dokument(datei.pfad).ort(())))
            return
        for nummer, eintrag in enumerate(wert):
            if not isinstance(eintrag, dict):
                self.findings.append(finding("S013", dokument(datei.pfad).ort((nummer,))))
            elif not isinstance(eintrag.get("id"), str):
                self.findings.append(
                    finding("S001", dokument(datei.pfad).ort((nummer,)), feld="id")
                )
            else:
                yield eintrag["id"], (nummer,), eintrag

    def _nimm_auf(
        self,
        datei: Datei,
        satz_id: str,
        wurzel: tuple[str | int, ...],
        wert: dict[str, Any],
    ) -> None:
        schluessel = (datei.typ.name, satz_id, datei.sprache)
        herkunft = self.ladung.herkunft
        if schluessel in herkunft:
            ort = self.ladung.dokument(datei.pfad).ort((*wurzel, "id"))
            self.findings.append(finding("V009", ort, id=satz_id))
            return
        herkunft[schluessel] = (datei.pfad, wurzel)
        modell: type[BaseModel] = datei.typ.modell
        if datei.sprache == "en":
            wert = {k: v for k, v in wert.items() if k != "id"}
            modell = englisches_modell(datei.typ.modell)
        try:
            satz = modell.model_validate(wert)
        except ValidationError as fehler:
            dokument = self.ladung.dokument(datei.pfad)
            self.findings += feldfehler(dokument, modell, fehler, wurzel)
            return
        if isinstance(satz, Datensatz):
            self.saetze[datei.typ.name][satz_id] = satz
        else:
            texte = {name: text for name, text in wert.items() if name != "quellstand"}
            stand = wert.get("quellstand", {})
            self.uebersetzungen[(datei.typ.name, satz_id)] = Uebersetzung(texte, stand)


def _ist_verdaechtig(text: str) -> bool:
    """Tell whether a file holds anything markup, code or a hidden character would need."""
    if _VERDACHT.search(text):
        return True
    klein = text.lower()
    return "script" in klein or "data:" in klein


def _lies_alle(dateien: Sequence[Datei]) -> list[_Gelesen]:
    return [_lies(datei) for datei in dateien]


def kann_gabeln() -> bool:
    """Tell whether a process may fork: only while no other thread runs (the preview has some)."""
    gegabelt = "fork" in multiprocessing.get_all_start_methods()
    return gegabelt and threading.active_count() == 1


def kann_teilen(anzahl: int) -> bool:
    """Tell whether a second process is worth it and safe."""
    return kann_gabeln() and (os.cpu_count() or 1) > 1 and anzahl >= LOHNT_SICH


def _lies_nacheinander(dateien: Sequence[Datei]) -> Iterator[_Gelesen]:
    """Read files in their order, with the help of a second process if it is worth it and safe.

    Results come block by block, so that never all files are in memory twice.
    """
    if not kann_teilen(len(dateien)):
        yield from map(_lies, dateien)
        return
    bloecke = [dateien[i : i + BLOCK] for i in range(0, len(dateien), BLOCK)]
    umgebung = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(1, mp_context=umgebung) as helfer:
        # This process also validates, so it reads the smaller part.
        fremd = {
            nummer: helfer.submit(_lies_alle, block)
            for nummer, block in enumerate(bloecke)
            if nummer % 5 not in EIGENE_BLOECKE
        }
        for nummer, block in enumerate(bloecke):
            yield from fremd.pop(nummer).result() if nummer in fremd else map(_lies, block)


@contextmanager
def ohne_speicherbereinigung() -> Iterator[None]:
    """Pause the collector: loading makes millions of objects and no garbage in circles.

    It would walk through all of them again and again; without it, reading takes half the time.
    """
    lief = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if lief:
            gc.enable()


def lade(projekt: Path) -> Ladung:
    """Read every file of a project; every mistake is collected, none raises."""
    with ohne_speicherbereinigung():
        return _lade(projekt)


def _lade(projekt: Path) -> Ladung:
    dateien, befunde = finde_dateien(projekt)
    ladung = Ladung(projekt, Katalog({}), befunde, {}, len(dateien))
    sammler = _Sammler(ladung)
    for datei, gelesen in zip(dateien, _lies_nacheinander(dateien), strict=True):
        sammler.nimm(datei, gelesen)
    kapitel: list[Kapitel] = []
    for pfad in finde_kapitel(projekt):
        ladung.dateien += 1
        seite, befunde = lies_kapitel(projekt, pfad)
        ladung.findings += befunde
        if seite is not None:
            kapitel.append(seite)
    ladung.wortlisten, befunde = lies_wortlisten(projekt)
    ladung.findings += befunde
    betreiber, befunde = lies_betreiber(projekt)
    ladung.findings += befunde
    ladung.dateien += betreiber is not None or bool(befunde)
    ladung.katalog = Katalog(sammler.saetze, sammler.uebersetzungen, tuple(kapitel), betreiber)
    return ladung
