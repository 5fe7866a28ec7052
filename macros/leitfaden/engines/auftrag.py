"""What it takes to make a file: who makes a kind of files, and one order to do so."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from leitfaden.engines.bestand import Bestand
from leitfaden.views.ausgaben import Ausgabeplan

_PAKET = Path(__file__).resolve().parents[1]
_ENDUNGEN = (".py", ".j2", ".yml", ".css")


class AusgabeError(RuntimeError):
    """A file could not be made; the message names record and reason."""


@dataclass(frozen=True)
class Hersteller:
    """Plans and makes the files of one kind.

    `eingabe` collects everything that goes into a file; its `repr` must tell different contents
    apart. It is quick and runs for every file in every build. `fertige` makes the bytes; it runs
    in a process of its own and only if the input changed. Its last argument is a file for
    intermediate results: it may read there what it wrote when it made the same file before, but
    that must not change the bytes. `quellen` are the folders and files of the package whose code
    changes the bytes, `werkzeuge` the programs. `sekunden` estimates the time a file takes: slow
    files start first.
    """

    art: str
    plaene: Callable[[Bestand], Iterable[Ausgabeplan]]
    eingabe: Callable[[Bestand, Ausgabeplan], Any]
    fertige: Callable[[Ausgabeplan, Any, Path], bytes]
    quellen: tuple[str, ...]
    werkzeuge: tuple[str, ...]
    sekunden: Callable[[Ausgabeplan], float]


@dataclass(frozen=True)
class Auftrag:
    """Everything a process needs to make one file.

    `ziel` is its place in the store, `ablage` that of intermediate results.
    """

    plan: Ausgabeplan
    eingabe: Any
    ziel: Path

    @property
    def ablage(self) -> Path:
        """Named after the plan, not the content: what changed a little finds the rest again."""
        return self.ziel.with_name(f"{self.plan.pfad.replace('/', '-')}.teile")


def auftrag(hersteller: Hersteller, daten: Bestand, plan: Ausgabeplan, vorrat: Path) -> Auftrag:
    """Prepare a file: its name in the store says what it was made from.

    Raises AusgabeError, for any kind of reason.
    """
    try:
        eingabe = hersteller.eingabe(daten, plan)
    except Exception as fehler:
        text = f"{plan.satz_id or plan.art}: {plan.pfad} ist nicht vorzubereiten ({fehler!r})."
        raise AusgabeError(text) from fehler
    stand = programmstand(hersteller.quellen, hersteller.werkzeuge)
    schluessel = hashlib.sha256(repr((plan, eingabe, stand)).encode()).hexdigest()
    return Auftrag(plan, eingabe, vorrat / schluessel)


@cache
def programmstand(quellen: tuple[str, ...], werkzeuge: tuple[str, ...]) -> str:
    """Return a hash of the code that makes files and the versions of its tools."""
    summe = hashlib.sha256(repr([version(name) for name in werkzeuge]).encode())
    for quelle in quellen:
        ort = _PAKET / quelle
        for datei in sorted(ort.rglob("*")) if ort.is_dir() else (ort,):
            if datei.suffix in _ENDUNGEN:
                summe.update(datei.read_bytes())
    return summe.hexdigest()
