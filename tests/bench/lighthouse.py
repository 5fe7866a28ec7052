"""Measures six kinds of pages with Lighthouse: `make lighthouse`.

The real content is built to go public by an operator made up for the tests, in a folder that goes
away afterwards, and served compressed with the shipped headers. Every page is measured three times
for a phone and a desktop computer; the middle value of each category counts. Ends with 1 if one is
below the gate.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from leitfaden.checks.berichte import als_text
from leitfaden.engines.bauen import baue
from leitfaden.engines.bestand import bautag
from tests.browser_bereitstellen import CHROMIUM, NPM, finde_chromium, stelle_bereit, werkzeug
from tests.projekt import KLEIN, WURZEL, lege_projekt_an
from tests.pruefstand.server import serviere

SEITEN = {
    "Startseite": "",
    "Maßnahme": "massnahmen/informationssicherheit/",
    "Maßnahmen": "massnahmen/",
    "Praxisbeispiel": "praxisbeispiele/partheland/",
    "Glossar": "glossar/",
    "Suche": "suche/",
}
GERAETE = {"Telefon": (), "Rechner": ("--preset=desktop",)}
KATEGORIEN = ("performance", "accessibility", "best-practices", "seo")
LAEUFE = 3
VERSUCHE = 3
SCHWELLE = 99
SCHALTER = "--headless=new --no-sandbox --disable-gpu --disable-background-networking"


@dataclass(frozen=True)
class Messung:
    """The middle values of one page on one device."""

    seite: str
    geraet: str
    werte: tuple[int, ...]
    lcp_s: float
    tbt_ms: float
    cls: float
    kib: float


def _lauf(adresse: str, zusatz: tuple[str, ...]) -> dict[str, object]:
    node = shutil.which("node")
    if node is None:
        raise SystemExit("Für Lighthouse fehlt Node. Debian und Ubuntu: apt-get install nodejs npm")
    befehl = [
        node,
        str(werkzeug("lighthouse") / "lighthouse" / "cli" / "index.js"),
        adresse,
        "--quiet",
        "--output=json",
        f"--only-categories={','.join(KATEGORIEN)}",
        f"--chrome-flags={SCHALTER}",
        *zusatz,
    ]
    umgebung = {**os.environ, "CHROME_PATH": str(finde_chromium())}
    # The browser now and then gives no record of a run; Lighthouse itself says to try again.
    for _ in range(VERSUCHE):
        lauf = subprocess.run(befehl, capture_output=True, text=True, check=False, env=umgebung)
        if "Please run Lighthouse again" not in lauf.stderr:
            break
    if lauf.returncode != 0:
        raise SystemExit(f"Lighthouse ist gescheitert:\n{lauf.stderr}")
    ergebnis: dict[str, object] = json.loads(lauf.stdout)
    return ergebnis


def _messe(name: str, geraet: str, adresse: str) -> Messung:
    laeufe = [_lauf(adresse, GERAETE[geraet]) for _ in range(LAEUFE)]

    def mitte(*weg: str) -> float:
        werte = []
        for lauf in laeufe:
            wert: object = lauf
            for schritt in weg:
                wert = wert[schritt]  # type: ignore[index]
            if not isinstance(wert, int | float):
                raise SystemExit(f"{adresse}: {'/'.join(weg)} fehlt im Bericht von Lighthouse.")
            werte.append(float(wert))
        return statistics.median(werte)

    return Messung(
        name,
        geraet,
        tuple(round(100 * mitte("categories", k, "score")) for k in KATEGORIEN),
        mitte("audits", "largest-contentful-paint", "numericValue") / 1000,
        mitte("audits", "total-blocking-time", "numericValue"),
        mitte("audits", "cumulative-layout-shift", "numericValue"),
        mitte("audits", "total-byte-weight", "numericValue") / 1024,
    )


def _zeile(messung: Messung) -> str:
    werte = "/".join(f"{wert}" for wert in messung.werte)
    return (
        f"{messung.seite:<16}{messung.geraet:<9}{werte:<18}{messung.lcp_s:>6.2f} s"
        f"{messung.tbt_ms:>7.0f} ms{messung.cls:>8.3f}{messung.kib:>8.1f} KiB"
    )


def _baue(ordner: Path) -> Path:
    # A site that goes public needs a real address; this one is reserved for tests.
    os.environ["LEITFADEN_ADRESSE"] = "https://bibliothek.test/"
    projekt = lege_projekt_an(ordner / "projekt", WURZEL)
    betreiber = (KLEIN / "betreiber.yml").read_text(encoding="utf-8")
    betreiber = betreiber.replace("2026-11-22", f"{bautag()}")
    (projekt / "betreiber.yml").write_text(betreiber, encoding="utf-8")
    daten, _ = baue(projekt, projekt / "site", lambda _: None, produktion=True)
    if daten.hat_fehler:
        raise SystemExit(als_text(projekt, daten.befunde, daten.ladung.dateien))
    return projekt / "site"


def main() -> int:
    """Build, measure, print a table; returns 1 if a value is below the gate."""
    if stelle_bereit((CHROMIUM, NPM), ("lighthouse",)):
        return 1
    print(f"{'Seite':<16}{'Gerät':<9}{'L/B/Q/S':<18}{'LCP':>8}{'TBT':>10}{'CLS':>8}{'Menge':>12}")
    schlecht = 0
    with tempfile.TemporaryDirectory() as ordner, serviere(_baue(Path(ordner))) as adresse:
        for geraet in GERAETE:
            for name, pfad in SEITEN.items():
                messung = _messe(name, geraet, adresse + pfad)
                schlecht += min(messung.werte) < SCHWELLE
                print(_zeile(messung), flush=True)
    print("L Leistung, B Barrierefreiheit, Q gute Praxis, S Suchmaschinen;", end=" ")
    print(f"Mitte aus {LAEUFE} Läufen, verlangt {SCHWELLE}.")
    return int(bool(schlecht))


if __name__ == "__main__":
    sys.exit(main())
