"""Measures the build of the real library with every download: cold, and after one change."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.bench.erzeuge_praxis import PROJEKT
from tests.bench.messen import Messung, drucke_tabelle, ende_des_protokolls, miss, zahl
from tests.bench.projekt import ABLAGE, baue_projekt

LEITFADEN = PROJEKT / ".venv" / "bin" / "leitfaden"
# The record that changes, and how: its text and so the files of one template.
_DATEI = Path("data/dokumente/projektsteckbrief.yml")
_ALT, _NEU = "titel: Meilensteine", "titel: Wichtige Meilensteine"
ZIEL_KALT_S = 90.0
ZIEL_GEAENDERT_S = 10.0


@dataclass(frozen=True)
class Ausgabenlauf:
    """Figures of both builds; `grund` says why there are none."""

    dateien: int = 0
    kalt: Messung | None = None
    geaendert: Messung | None = None
    grund: str = ""


def messe_ausgaben() -> Ausgabenlauf:
    """Build a fresh copy of the project twice, with one changed record in between."""
    projekt = baue_projekt(1)
    kalt, grund = _baue(projekt, "kalt")
    if grund:
        return Ausgabenlauf(grund=grund)
    datei = projekt / _DATEI
    text = datei.read_text(encoding="utf-8")
    if _ALT not in text:
        return Ausgabenlauf(grund=f"{_DATEI}: „{_ALT}“ steht nicht mehr darin")
    datei.write_text(text.replace(_ALT, _NEU), encoding="utf-8")
    geaendert, grund = _baue(projekt, "geaendert")
    anzahl = sum(p.is_file() for p in (projekt / "site" / "downloads").rglob("*"))
    return Ausgabenlauf(anzahl, kalt, geaendert, grund)


def _baue(projekt: Path, name: str) -> tuple[Messung, str]:
    protokoll = ABLAGE / "protokolle" / f"ausgaben-{name}.log"
    messung = miss([[LEITFADEN, "--projekt", projekt, "bauen"]], PROJEKT, protokoll)
    grund = ende_des_protokolls(protokoll) if messung.ausgang else ""
    return messung, f"{name}: Ausgang {messung.ausgang}: {grund}" if grund else ""


def drucke_ausgaben(lauf: Ausgabenlauf) -> None:
    """Print both builds with their aims; an aim is no test."""
    zeilen = []
    for name, messung, ziel in (
        (f"kalt, {lauf.dateien} Dateien", lauf.kalt, ZIEL_KALT_S),
        ("nach einer geänderten Vorlage", lauf.geaendert, ZIEL_GEAENDERT_S),
    ):
        if messung is None:
            zeilen.append([name, "–", "–", zahl(ziel, 0), "–"])
            continue
        anteil = messung.wand_s / ziel
        zeilen.append(
            [name, zahl(messung.wand_s), zahl(messung.cpu_s), zahl(ziel, 0), zahl(anteil, 2)]
        )
    drucke_tabelle(("Bau mit allen Dateien", "s", "CPU s", "Ziel s", "Anteil am Ziel"), zeilen)
    if lauf.kalt and lauf.geaendert:
        verhaeltnis = lauf.geaendert.wand_s / lauf.kalt.wand_s
        print(f"geändert zu kalt: {zahl(verhaeltnis, 2)}")
    if lauf.grund:
        print(lauf.grund)
