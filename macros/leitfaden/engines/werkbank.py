"""Carries orders for files out, several at once, each file completely or not at all."""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import nullcontext
from pathlib import Path

from leitfaden.engines.auftrag import Auftrag, AusgabeError
from leitfaden.engines.hersteller import HERSTELLER
from leitfaden.source.loader import kann_gabeln

# In a long run, the count is reported after so many files.
_SCHRITT = 40


def fuehre_aus(auftraege: Sequence[Auftrag], melde: Callable[[str], None]) -> None:
    """Make files, the slow ones first, so that no process ends up alone with them."""
    reihe = sorted(auftraege, key=lambda a: -a.sekunden)
    reihe[0].ziel.parent.mkdir(parents=True, exist_ok=True)
    kerne = os.cpu_count() or 1
    helfer: Executor | None = None
    if kerne > 1 and len(reihe) > 1 and kann_gabeln():
        umgebung = multiprocessing.get_context("fork")
        helfer = ProcessPoolExecutor(min(kerne, len(reihe)), umgebung, _richte_ein)
    schlimme: list[str] = []
    with helfer or nullcontext():
        ergebnisse = (helfer.map if helfer else map)(_fertige, reihe)
        try:
            for nummer, fehler in enumerate(ergebnisse, start=1):
                if fehler:
                    schlimme.append(fehler)
                if nummer % _SCHRITT == 0 and nummer < len(reihe):
                    melde(f"{nummer} von {len(reihe)} Dateien sind fertig …")
        except BrokenProcessPool:
            schlimme.append(_abgebrochen(reihe))
    if schlimme:
        raise AusgabeError("\n".join(schlimme))


def _richte_ein() -> None:
    """Collect garbage seldom, and never look at what the process was born with.

    Laying out a book makes millions of objects that live on; looking for garbage among them again
    and again took a fifth of its time.
    """
    gc.freeze()
    gc.set_threshold(100_000, 20, 100)


def _fertige(auftrag: Auftrag) -> str:
    """Write one file; returns what went wrong instead of raising, for any kind of reason."""
    plan = auftrag.plan
    try:
        schreibe(auftrag.ziel, HERSTELLER[plan.art].fertige(plan, auftrag.eingabe, auftrag.ablage))
    except Exception as fehler:
        return f"{plan.satz_id or plan.art}: {plan.pfad} ist nicht entstanden ({fehler!r})."
    return ""


def _abgebrochen(reihe: Sequence[Auftrag]) -> str:
    """Say what is missing when the system ended a process, which cannot tell by itself."""
    offen = [auftrag.plan.pfad for auftrag in reihe if not auftrag.ziel.is_file()]
    return (
        f"Das System hat einen Prozess beendet; {len(offen)} Dateien fehlen noch, die erste ist "
        f"{offen[0] if offen else reihe[-1].plan.pfad}. Meist reicht der Arbeitsspeicher nicht: "
        "Schließen Sie andere Programme und bauen Sie noch einmal; was fertig ist, bleibt."
    )


def schreibe(ziel: Path, daten: bytes) -> None:
    """Write a file completely or not at all."""
    vorlaeufig = ziel.with_name(f"{ziel.name}.{os.getpid()}.neu")
    vorlaeufig.write_bytes(daten)
    vorlaeufig.replace(ziel)


def raeume_auf(vorrat: Path, gebraucht: Iterable[str]) -> None:
    """Drop files of earlier contents."""
    behalten = set(gebraucht)
    for datei in vorrat.iterdir() if vorrat.is_dir() else ():
        if datei.name not in behalten and datei.is_file():
            datei.unlink()
