"""Carries orders for files out, several at once, each file completely or not at all."""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from pathlib import Path
from typing import Self

from leitfaden.engines.auftrag import Auftrag, AusgabeError
from leitfaden.engines.hersteller import HERSTELLER
from leitfaden.source.loader import kann_gabeln

# In a long run, the count is reported after so many files.
_SCHRITT = 40


class Werkbank:
    """Makes files in processes of its own, each from the moment it is ordered.

    Where processes cannot share what is loaded, files are made one after the other at the end.
    Leaving the block drops what has not begun.
    """

    def __init__(self) -> None:
        self._reihe: list[Auftrag] = []
        self._laufende: list[Future[str]] = []
        kerne = os.cpu_count() or 1
        self._helfer: Executor | None = None
        if kerne > 1 and kann_gabeln():
            umgebung = multiprocessing.get_context("fork")
            # Its processes begin with the first order.
            self._helfer = ProcessPoolExecutor(kerne, umgebung, _richte_ein)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._helfer is not None:
            self._helfer.shutdown(cancel_futures=True)

    def nimm(self, auftrag: Auftrag) -> None:
        """Order a file; the slow ones come first, so that no process ends up alone with them."""
        auftrag.ziel.parent.mkdir(parents=True, exist_ok=True)
        self._reihe.append(auftrag)
        if self._helfer is not None:
            # If one of its processes has died, `vollende` says so for all.
            with suppress(BrokenProcessPool):
                self._laufende.append(self._helfer.submit(_fertige, auftrag))

    def vollende(self, melde: Callable[[str], None]) -> None:
        """Wait for all files; raises AusgabeError, which names every one that was not made."""
        schlimme: list[str] = []
        try:
            for nummer, fehler in enumerate(self._ergebnisse(), start=1):
                if fehler:
                    schlimme.append(fehler)
                if nummer % _SCHRITT == 0 and nummer < len(self._reihe):
                    melde(f"{nummer} von {len(self._reihe)} Dateien sind fertig …")
        except BrokenProcessPool:
            schlimme.append(_abgebrochen(self._reihe))
        if schlimme:
            raise AusgabeError("\n".join(schlimme))

    def _ergebnisse(self) -> Iterator[str]:
        if self._helfer is None:
            yield from map(_fertige, self._reihe)
            return
        yield from (laufend.result() for laufend in self._laufende)
        if len(self._laufende) < len(self._reihe):
            raise BrokenProcessPool


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
