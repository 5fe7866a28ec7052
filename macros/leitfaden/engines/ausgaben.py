"""Makes the files to download: in parallel, each only when its content has changed."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import nullcontext
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

from leitfaden.downloads.archiv import packe
from leitfaden.engines.bestand import Bestand
from leitfaden.model.dokument import Dokument, Platzhalter
from leitfaden.model.katalog import Katalog
from leitfaden.model.vorlage import Vorlage
from leitfaden.render.vorlagendruck import rendere_vorlage
from leitfaden.source.loader import kann_gabeln
from leitfaden.texts import texte_von
from leitfaden.views.ausgaben import (
    PAKETORDNER,
    PDF,
    ZIP,
    Ausgabeplan,
    Datei,
    Dateiverzeichnis,
    ausgabeplaene,
    pakete,
)
from leitfaden.views.dateikopf import dateikopf
from leitfaden.views.detail import vorschau
from leitfaden.views.liesmich import liesmich
from leitfaden.views.mappenbau import Mappenbau
from leitfaden.views.textbau import textdokument

Melder = Callable[[str], None]
# Programs whose version changes the bytes.
_WERKZEUGE = ("xlsxwriter", "weasyprint", "jinja2")
_PAKET = Path(__file__).resolve().parents[1]
_QUELLEN = ("downloads", "formeln", "model", "render", "texts", "views")
# Earlier versions of templates, kept as they were published.
ARCHIV = "archiv/vorlagen"


class AusgabeError(RuntimeError):
    """A file could not be made; the message names record and reason."""


@dataclass(frozen=True)
class _Auftrag:
    """Everything a process needs to make one file."""

    plan: Ausgabeplan
    vorlage: Vorlage
    dokument: Dokument
    platzhalter: Mapping[str, Platzhalter]
    ziel: Path


def erzeuge_ausgaben(
    projekt: Path, daten: Bestand, melde: Melder, nur: frozenset[str] = frozenset()
) -> Dateiverzeichnis:
    """Make every file that is missing and hand the list to the pages.

    With `nur` only files of these templates are made. Raises AusgabeError at the first mistake.
    """
    vorrat = projekt / ".build" / "ausgaben"
    katalog = daten.bibliotheken["de"].katalog
    plaene = [p for p in ausgabeplaene(katalog) if not nur or p.satz_id in nur]
    auftraege = [_auftrag(katalog, plan, vorrat) for plan in plaene]
    neue = [auftrag for auftrag in auftraege if not auftrag.ziel.is_file()]
    if neue:
        melde(f"{len(neue)} von {len(auftraege)} Dateien werden erzeugt …")
        _fuehre_aus(neue)
    dateien = [_datei(auftrag.plan, auftrag.ziel) for auftrag in auftraege]
    orte = {auftrag.plan.pfad: auftrag.ziel for auftrag in auftraege}
    if not nur:
        dateien += _pakete(katalog, dateien, orte, vorrat)
        _raeume_auf(vorrat, {datei.sha256 for datei in dateien}, orte.values())
    verzeichnis = Dateiverzeichnis(tuple(dateien))
    for bib in daten.bibliotheken.values():
        bib.dateien = verzeichnis
    return verzeichnis


def _auftrag(katalog: Katalog, plan: Ausgabeplan, vorrat: Path) -> _Auftrag:
    vorlage, dokument = katalog.vorlagen[plan.satz_id], katalog.dokumente[plan.satz_id]
    inhalt = repr((vorlage, dokument, dict(katalog.platzhalter), plan, programmstand()))
    schluessel = hashlib.sha256(inhalt.encode()).hexdigest()
    ziel = vorrat / schluessel
    return _Auftrag(plan, vorlage, dokument, dict(katalog.platzhalter), ziel)


@cache
def programmstand() -> str:
    """Return a hash of the code that makes files and the versions of its tools."""
    summe = hashlib.sha256(repr([version(name) for name in _WERKZEUGE]).encode())
    for ordner in _QUELLEN:
        for datei in sorted((_PAKET / ordner).rglob("*")):
            if datei.suffix in (".py", ".j2", ".yml", ".css"):
                summe.update(datei.read_bytes())
    return summe.hexdigest()


def _fuehre_aus(auftraege: list[_Auftrag]) -> None:
    """Make files, the slow ones first, so that no process ends up alone with them."""
    auftraege = sorted(auftraege, key=lambda a: a.plan.form != PDF)
    auftraege[0].ziel.parent.mkdir(parents=True, exist_ok=True)
    kerne = os.cpu_count() or 1
    helfer: Executor | None = None
    if kerne > 1 and len(auftraege) > 1 and kann_gabeln():
        umgebung = multiprocessing.get_context("fork")
        helfer = ProcessPoolExecutor(min(kerne, len(auftraege)), mp_context=umgebung)
    with helfer or nullcontext():
        fehler = list((helfer.map if helfer else map)(_erzeuge, auftraege))
    schlimme = [text for text in fehler if text]
    if schlimme:
        raise AusgabeError("\n".join(schlimme))


def _erzeuge(auftrag: _Auftrag) -> str:
    """Write one file; returns what went wrong instead of raising, for any kind of reason."""
    try:
        daten = inhalt(auftrag.plan, auftrag.vorlage, auftrag.dokument, auftrag.platzhalter)
    except Exception as fehler:
        return f"{auftrag.plan.satz_id}: {auftrag.plan.pfad} ist nicht entstanden ({fehler!r})."
    _schreibe(auftrag.ziel, daten)
    return ""


def inhalt(
    plan: Ausgabeplan,
    vorlage: Vorlage,
    dokument: Dokument,
    platzhalter: Mapping[str, Platzhalter],
) -> bytes:
    """Return the bytes of a file of a template."""
    # These libraries take time to load; a build in which nothing changed does without.
    if plan.form == PDF:
        from leitfaden.downloads.pdf import pdf

        return pdf(rendere_vorlage(vorschau(vorlage, dokument, platzhalter)))
    texte = texte_von("de")
    kopf = dateikopf(vorlage, texte, plan.beispiel)
    if dokument.ist_tabelle:
        from leitfaden.downloads.ods import ods
        from leitfaden.downloads.xlsx import xlsx

        mappe = Mappenbau(kopf, dokument, texte, platzhalter).mappe()
        return xlsx(mappe) if plan.form == "xlsx" else ods(mappe)
    from leitfaden.downloads.docx import docx
    from leitfaden.downloads.odt import odt

    text = textdokument(dokument, kopf, platzhalter, texte)
    return docx(text) if plan.form == "docx" else odt(text)


def _schreibe(ziel: Path, daten: bytes) -> None:
    """Write a file completely or not at all."""
    vorlaeufig = ziel.with_name(f"{ziel.name}.{os.getpid()}.neu")
    vorlaeufig.write_bytes(daten)
    vorlaeufig.replace(ziel)


def _datei(plan: Ausgabeplan, ort: Path) -> Datei:
    daten = ort.read_bytes()
    summe = hashlib.sha256(daten).hexdigest()
    return Datei(plan.satz_id, plan.form, plan.pfad, plan.beispiel, len(daten), summe)


def _pakete(
    katalog: Katalog, dateien: Iterable[Datei], orte: dict[str, Path], vorrat: Path
) -> Iterator[Datei]:
    """Pack the files of each package with a page that tells what is inside."""
    alle = list(dateien)
    for name, vorlagen in pakete(katalog).items():
        ids = [vorlage.id for vorlage in vorlagen]
        dazu = [datei for satz_id in ids for datei in alle if datei.satz_id == satz_id]
        teile: list[tuple[str, str | bytes]] = [
            ("LIESMICH.txt", liesmich(name, vorlagen, texte_von("de")))
        ]
        teile += [(datei.name, orte[datei.pfad].read_bytes()) for datei in dazu]
        daten = packe(teile, max(vorlage.stand for vorlage in vorlagen))
        summe = hashlib.sha256(daten).hexdigest()
        pfad = f"{PAKETORDNER}/{name}.zip"
        orte[pfad] = vorrat / summe
        if not orte[pfad].is_file():
            _schreibe(orte[pfad], daten)
        yield Datei("", ZIP, pfad, False, len(daten), summe)


def _raeume_auf(vorrat: Path, summen: set[str], orte: Iterable[Path]) -> None:
    """Drop files of earlier contents."""
    gebraucht = {ort.name for ort in orte} | summen
    for datei in vorrat.iterdir() if vorrat.is_dir() else ():
        if datei.name not in gebraucht and datei.is_file():
            datei.unlink()


def lege_ab(site: Path, projekt: Path, daten: Bestand) -> None:
    """Copy every file to its place in a finished site, with earlier versions and checksums."""
    verzeichnis = daten.bibliotheken["de"].dateien
    vorrat = projekt / ".build" / "ausgaben"
    katalog = daten.bibliotheken["de"].katalog
    orte = {plan.pfad: _auftrag(katalog, plan, vorrat).ziel for plan in ausgabeplaene(katalog)}
    for datei in verzeichnis.dateien:
        ziel = site / datei.pfad
        ziel.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(orte.get(datei.pfad, vorrat / datei.sha256), ziel)
    for alt in sorted((projekt / ARCHIV).glob("*.*")):
        ziel = site / "downloads" / "vorlagen" / alt.name
        if not ziel.exists():
            ziel.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(alt, ziel)
    if verzeichnis.dateien:
        zeilen = [f"{d.sha256}  {d.pfad.removeprefix('downloads/')}" for d in verzeichnis.dateien]
        (site / "downloads" / "SHA256SUMS").write_text("\n".join(zeilen) + "\n", encoding="utf-8")
