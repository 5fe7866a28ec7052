"""Measures commands in a small helper process and prints tables.

The peak is that of the largest single process. It is read with `wait4` in a fresh interpreter,
because a forked child starts with the peak memory of its parent.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

Befehl = Sequence[str | Path]
# What a shell returns for a program that does not exist.
NICHT_GEFUNDEN = 127


@dataclass(frozen=True)
class Messung:
    """What a command, or several at the same time, took."""

    wand_s: float
    cpu_s: float
    spitze_mib: float
    ausgang: int

    def __add__(self, andere: Messung) -> Messung:
        """Return the figures of two commands run one after the other."""
        return Messung(
            self.wand_s + andere.wand_s,
            self.cpu_s + andere.cpu_s,
            max(self.spitze_mib, andere.spitze_mib),
            self.ausgang or andere.ausgang,
        )


def miss(
    befehle: Sequence[Befehl], ordner: Path, protokoll: Path, umgebung: Mapping[str, str] = {}
) -> Messung:
    """Run the commands at the same time in `ordner`; their output goes to `protokoll`."""
    protokoll.parent.mkdir(parents=True, exist_ok=True)
    fehlend = [str(b[0]) for b in befehle if shutil.which(b[0]) is None]
    if fehlend:
        protokoll.write_text(f"nicht gefunden: {', '.join(fehlend)}\n", encoding="utf-8")
        return Messung(0, 0, 0, NICHT_GEFUNDEN)
    with tempfile.TemporaryDirectory() as zwischen, protokoll.open("wb") as ausgabe:
        ergebnis = Path(zwischen) / "messung.json"
        auftrag = json.dumps([[str(teil) for teil in befehl] for befehl in befehle])
        helfer = [sys.executable, "-I", "-S", __file__, str(ergebnis), auftrag]
        subprocess.run(
            helfer, cwd=ordner, stdout=ausgabe, stderr=subprocess.STDOUT, check=True,
            env={**os.environ, **umgebung},
        )  # fmt: skip
        return Messung(**json.loads(ergebnis.read_text(encoding="utf-8")))


def _helfer(ergebnis: Path, befehle: list[list[str]]) -> None:
    """Start the commands, wait for all of them and write down what they took."""
    beginn = time.perf_counter()
    nummern = [os.posix_spawnp(b[0], b, os.environ) for b in befehle]
    enden = [os.wait4(nummer, 0) for nummer in nummern]
    verbrauch = [rusage for _, _, rusage in enden]
    messung = {
        "wand_s": time.perf_counter() - beginn,
        "cpu_s": sum(r.ru_utime + r.ru_stime for r in verbrauch),
        "spitze_mib": max(r.ru_maxrss for r in verbrauch) / 1024,
        "ausgang": max(abs(os.waitstatus_to_exitcode(status)) for _, status, _ in enden),
    }
    ergebnis.write_text(json.dumps(messung), encoding="utf-8")


def ordner_mb(ordner: Path) -> float:
    """Return the size of all files below a folder in megabytes."""
    return sum(p.stat().st_size for p in ordner.rglob("*") if p.is_file()) / 1e6


def ende_des_protokolls(protokoll: Path, zeilen: int = 3) -> str:
    """Return the last lines of a log on one line, for the reason of a failure."""
    text = protokoll.read_text(encoding="utf-8", errors="replace")
    return " / ".join([z.strip() for z in text.splitlines() if z.strip()][-zeilen:])


def zahl(wert: float | None, stellen: int = 1) -> str:
    """Write a number the German way; a missing one as a dash."""
    if wert is None:
        return "–"
    amerikanisch = f"{wert:,.{stellen}f}"
    return amerikanisch.translate(str.maketrans(",.", " ,"))


def drucke_tabelle(kopf: Sequence[str], zeilen: Sequence[Sequence[str]]) -> None:
    """Print a Markdown table: first column left, the others right."""
    breiten = [max(len(zeile[i]) for zeile in [kopf, *zeilen]) for i in range(len(kopf))]

    def gesetzt(zeile: Sequence[str]) -> str:
        erste, *rest = zip(zeile, breiten, strict=True)
        zellen = [erste[0].ljust(erste[1]), *(text.rjust(breite) for text, breite in rest)]
        return f"| {' | '.join(zellen)} |"

    print(gesetzt(kopf))
    rechts = ["-" * (breite + 1) + ":" for breite in breiten[1:]]
    print(f"|:{'-' * (breiten[0] + 1)}|{'|'.join(rechts)}|")
    for zeile in zeilen:
        print(gesetzt(zeile))


if __name__ == "__main__":
    _helfer(Path(sys.argv[1]), json.loads(sys.argv[2]))
