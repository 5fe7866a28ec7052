"""Measures the build of the real library with every download: cold, and after changes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.bench.erzeuge_praxis import PROJEKT
from tests.bench.messen import Messung, drucke_tabelle, ende_des_protokolls, miss, zahl
from tests.bench.projekt import ABLAGE, baue_projekt

LEITFADEN = PROJEKT / ".venv" / "bin" / "leitfaden"
ZIEL_KALT_S = 90.0
ZIEL_GEAENDERT_S = 10.0


@dataclass(frozen=True)
class Aenderung:
    """A record that changes, and how."""

    name: str
    datei: str
    alt: str
    neu: str


AENDERUNGEN = (
    # The files of one template and the packages it is in.
    Aenderung(
        "Vorlage",
        "data/dokumente/projektsteckbrief.yml",
        "titel: Meilensteine",
        "titel: Wichtige Meilensteine",
    ),
    # A booklet, and a chapter of the German book and of the e-book.
    Aenderung(
        "Maßnahme",
        "data/massnahmen/digital-navigatoren.yml",
        "kernaussagen:\n  - ",
        "kernaussagen:\n  - Noch einmal, ",
    ),
)


@dataclass(frozen=True)
class Ausgabenlauf:
    """Figures of all builds by name; `grund` says why some are missing."""

    dateien: int = 0
    kalt: Messung | None = None
    geaendert: tuple[tuple[str, Messung], ...] = ()
    grund: str = ""


def messe_ausgaben() -> Ausgabenlauf:
    """Build a fresh copy of the project, then again after each of the changes."""
    projekt = baue_projekt(1)
    kalt, grund = _baue(projekt, "kalt")
    if grund:
        return Ausgabenlauf(grund=grund)
    anzahl = sum(p.is_file() for p in (projekt / "site" / "downloads").rglob("*"))
    messungen: list[tuple[str, Messung]] = []
    for aenderung in AENDERUNGEN:
        datei = projekt / aenderung.datei
        text = datei.read_text(encoding="utf-8")
        if aenderung.alt not in text:
            grund = f"{aenderung.datei}: „{aenderung.alt}“ steht nicht mehr darin"
            break
        datei.write_text(text.replace(aenderung.alt, aenderung.neu, 1), encoding="utf-8")
        messung, grund = _baue(projekt, f"geaendert-{aenderung.name}")
        if grund:
            break
        messungen.append((f"nach einer geänderten {aenderung.name}", messung))
    return Ausgabenlauf(anzahl, kalt, tuple(messungen), grund)


def _baue(projekt: Path, name: str) -> tuple[Messung, str]:
    protokoll = ABLAGE / "protokolle" / f"ausgaben-{name}.log"
    messung = miss([[LEITFADEN, "--projekt", projekt, "bauen"]], PROJEKT, protokoll)
    grund = ende_des_protokolls(protokoll) if messung.ausgang else ""
    return messung, f"{name}: Ausgang {messung.ausgang}: {grund}" if grund else ""


def drucke_ausgaben(lauf: Ausgabenlauf) -> None:
    """Print both builds with their aims; an aim is no test."""
    zeilen = []
    geaendert = [(name, messung, ZIEL_GEAENDERT_S) for name, messung in lauf.geaendert]
    for name, messung, ziel in (
        (f"kalt, {lauf.dateien} Dateien", lauf.kalt, ZIEL_KALT_S),
        *geaendert,
    ):
        if messung is None:
            zeilen.append([name, "–", "–", zahl(ziel, 0), "–"])
            continue
        anteil = messung.wand_s / ziel
        zeilen.append(
            [name, zahl(messung.wand_s), zahl(messung.cpu_s), zahl(ziel, 0), zahl(anteil, 2)]
        )
    drucke_tabelle(("Bau mit allen Dateien", "s", "CPU s", "Ziel s", "Anteil am Ziel"), zeilen)
    for name, messung in lauf.geaendert if lauf.kalt else ():
        print(f"{name}, zu kalt: {zahl(messung.wand_s / lauf.kalt.wand_s, 2)}")
    if lauf.grund:
        print(lauf.grund)
