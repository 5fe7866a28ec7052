"""Builds projects of growing size with our own tool: `python -m tests.bench.bench` (make bench)."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.downloads import drucke_ausgaben, messe_ausgaben
from tests.bench.erzeuge_praxis import MASSNAHMEN, PROJEKT, satz_id
from tests.bench.messen import (
    Messung,
    drucke_tabelle,
    ende_des_protokolls,
    miss,
    ordner_mb,
    zahl,
)
from tests.bench.projekt import ABLAGE, baue_projekt, inhalt_fehlt, zaehle_saetze, zaehle_seiten

LEITFADEN = PROJEKT / ".venv" / "bin" / "leitfaden"
GROESSEN = (25, 250, 2500, 10000)
# Pages whose weight must not depend on the number of records.
_WAAGE = {
    "Praxisbeispiel": f"praxisbeispiele/{satz_id(1)}/index.html",
    "Maßnahme": f"massnahmen/{MASSNAHMEN[0]}/index.html",
}
_ZIEL_VERHAELTNIS = 1.2
_ZIEL_SPITZE_MIB = 700.0
_ZIEL_PRUEFEN = 2000.0
_VERGLEICH = (250, 10000)


@dataclass(frozen=True)
class Lauf:
    """All figures of one size; `grund` says why there are none."""

    anzahl: int
    saetze: int = 0
    seiten: int = 0
    pruefen: Messung | None = None
    bauen: Messung | None = None
    zeiten: dict[str, float] = field(default_factory=dict)
    ausgabe_mb: float = 0.0
    gewichte: dict[str, int] = field(default_factory=dict)
    grund: str = ""

    @property
    def saetze_je_s(self) -> float | None:
        """Return how many records were checked in a second, start of the program included."""
        return self.saetze / self.pruefen.wand_s if self.pruefen else None

    @property
    def ms_je_seite(self) -> float | None:
        """Return the time of the whole build per page."""
        return 1000 * self.bauen.wand_s / self.seiten if self.bauen and self.seiten else None


def messe(anzahl: int) -> Lauf:
    """Check and build a fresh project copy with N synthetic records."""
    projekt = baue_projekt(anzahl)
    saetze = zaehle_saetze(projekt)
    messungen = []
    for aufgabe in ("pruefen", "bauen"):
        protokoll = ABLAGE / "protokolle" / f"{aufgabe}-{anzahl}.log"
        messung = miss([[LEITFADEN, "--projekt", projekt, aufgabe]], PROJEKT, protokoll)
        if messung.ausgang:
            ende = ende_des_protokolls(protokoll)
            return Lauf(anzahl, grund=f"{aufgabe}: Ausgang {messung.ausgang}: {ende}")
        messungen.append(messung)
    site = projekt / "site"
    if mangel := inhalt_fehlt(site):
        return Lauf(anzahl, grund=mangel)
    return Lauf(
        anzahl,
        saetze,
        zaehle_seiten(site),
        pruefen=messungen[0],
        bauen=messungen[1],
        zeiten=lies_zeiten(projekt),
        ausgabe_mb=ordner_mb(site),
        gewichte={n: (site / p).stat().st_size for n, p in _WAAGE.items() if (site / p).exists()},
    )


def lies_zeiten(projekt: Path) -> dict[str, float]:
    """Read what the build noted about its own parts; nothing if it did not."""
    pfad = projekt / ".build" / "bauzeiten.json"
    if not pfad.is_file():
        return {}
    gelesen: dict[str, float] = json.loads(pfad.read_text(encoding="utf-8"))
    return gelesen


def drucke_zeiten(laeufe: Sequence[Lauf]) -> None:
    """Print the table of times, memory and output."""
    kopf = ["N", "prüfen s", "Sätze/s", "bauen s", "CPU s", "Seiten", "ms/Seite", "erzeugen s"]
    kopf += ["Seiten s", "Index s", "Spitze Bau MiB", "Spitze Index MiB", "Ausgabe MB"]
    zeilen = []
    for lauf in laeufe:
        if lauf.pruefen is None or lauf.bauen is None:
            zeilen.append([str(lauf.anzahl), *["–"] * (len(kopf) - 1)])
            continue
        teile = lauf.zeiten
        zeilen.append([
            *(str(lauf.anzahl), zahl(lauf.pruefen.wand_s, 2), zahl(lauf.saetze_je_s, 0)),
            *(zahl(lauf.bauen.wand_s), zahl(lauf.bauen.cpu_s), str(lauf.seiten)),
            *(zahl(lauf.ms_je_seite, 2), zahl(teile.get("erzeugen_s"))),
            *(zahl(teile.get("seiten_s")), zahl(teile.get("index_s"))),
            *(zahl(teile.get("spitze_mib"), 0), zahl(teile.get("index_spitze_mib"), 0)),
            zahl(lauf.ausgabe_mb),
        ])  # fmt: skip
    drucke_tabelle(kopf, zeilen)


def drucke_gewichte(laeufe: Sequence[Lauf]) -> None:
    """Print what one page weighs at each size."""
    kopf = ("Seite (HTML, Byte)", *(f"N = {lauf.anzahl}" for lauf in laeufe))
    gewichte = {name: [lauf.gewichte.get(name) for lauf in laeufe] for name in _WAAGE}
    drucke_tabelle(kopf, [[name, *(zahl(g, 0) for g in werte)] for name, werte in gewichte.items()])


def drucke_ziele(laeufe: Sequence[Lauf]) -> None:
    """Print the aims and what was reached; an aim is no test."""
    je_groesse = {lauf.anzahl: lauf for lauf in laeufe if not lauf.grund}
    klein, gross = (je_groesse.get(n) for n in _VERGLEICH)
    verhaeltnis = None
    if klein and gross and klein.ms_je_seite and gross.ms_je_seite:
        verhaeltnis = gross.ms_je_seite / klein.ms_je_seite
    letzter = je_groesse[max(je_groesse)] if je_groesse else Lauf(0)
    spitze, tempo = letzter.zeiten.get("spitze_mib"), letzter.saetze_je_s
    n = letzter.anzahl
    zeilen = [
        ("Zeit je Seite, 10 000 zu 250", verhaeltnis, _ZIEL_VERHAELTNIS, -1, 2),
        (f"Spitze eines Bauprozesses in MiB, N = {n}", spitze, _ZIEL_SPITZE_MIB, -1, 0),
        (f"geprüfte Sätze je Sekunde, N = {n}", tempo, _ZIEL_PRUEFEN, 1, 0),
    ]
    drucke_tabelle(
        ("Ziel", "Soll", "Ist", "erreicht"),
        [_zielzeile(*zeile) for zeile in zeilen],
    )


def _zielzeile(name: str, ist: float | None, soll: float, richtung: int, stellen: int) -> list[str]:
    zeichen = "≥" if richtung > 0 else "≤"
    erreicht = "–" if ist is None else "ja" if (ist - soll) * richtung >= 0 else "nein"
    return [name, f"{zeichen} {zahl(soll, stellen)}", zahl(ist, stellen), erreicht]


def main() -> None:
    """Read the command line, measure every size and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--n", type=int, nargs="*", default=list(GROESSEN), metavar="N")
    laeufe = []
    for anzahl in parser.parse_args().n:
        print(f"… N = {anzahl}", flush=True)
        laeufe.append(messe(anzahl))
    print("… alle Dateien zum Herunterladen", flush=True)
    ausgaben = messe_ausgaben()
    for drucke in (drucke_zeiten, drucke_gewichte, drucke_ziele):
        print()
        drucke(laeufe)
    print()
    drucke_ausgaben(ausgaben)
    for lauf in laeufe:
        if lauf.grund:
            print(f"\nN = {lauf.anzahl}: {lauf.grund}")
    raise SystemExit(bool(ausgaben.grund) or any(lauf.grund for lauf in laeufe))


if __name__ == "__main__":
    main()
