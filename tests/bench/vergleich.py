"""Builds the same pages with other tools: `python -m tests.bench.vergleich` (make bench-peers).

Every peer gets the pages ready as Markdown; ours starts from the records, checks them, renders
them and indexes them. A peer with one build a language runs both at the same time.
"""

from __future__ import annotations

import argparse
import shlex
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.erzeuge_praxis import PROJEKT
from tests.bench.messen import (
    Messung,
    drucke_tabelle,
    ende_des_protokolls,
    miss,
    ordner_mb,
    zahl,
)
from tests.bench.peers.basis import Bau, Peer, PeerMissingError, leerer_ordner
from tests.bench.peers.hugo import Hugo
from tests.bench.peers.sphinx import Sphinx
from tests.bench.peers.starlight import Starlight
from tests.bench.peers.zensical import Zensical
from tests.bench.projekt import ABLAGE, baue_projekt, inhalt_fehlt, zaehle_seiten
from tests.bench.seiten import schreibe_seiten

UNSER = ".venv/bin/leitfaden bauen"
_KOPF = ("Werkzeug", "Version", "Seiten", "Wand s", "CPU s", "Spitze MiB", "Ausgabe MB", "zu uns")
_ERLAEUTERUNG = """\
„zu uns“: Wandzeit des Werkzeugs geteilt durch unsere. Ziel: mindestens 2 gegenüber Zensical,
Sphinx und Starlight. Zensical und Sphinx bauen beide Sprachen gleichzeitig in zwei Prozessen;
„Spitze“ gilt für den größten einzelnen Prozess. Hugo ist die Grenze, ohne Theme und Suche."""


@dataclass(frozen=True)
class Ergebnis:
    """One row: figures, or the reason why there are none."""

    name: str
    version: str
    messung: Messung | None = None
    ausgaben: Sequence[Path] = ()
    grund: str = ""


def _befehl(text: str, projekt: Path) -> list[str]:
    """Point a command at a project copy; a path to its program starts at the project root."""
    programm, *rest = shlex.split(text)
    if "/" in programm:
        programm = str(PROJEKT / programm)
    return [programm, "--projekt", str(projekt), *rest]


def _laufe(name: str, version: str, bau: Bau) -> Ergebnis:
    protokoll = ABLAGE / "protokolle" / f"{name.split(maxsplit=1)[0].lower()}.log"
    messung = miss(bau.befehle, bau.ordner, protokoll, bau.umgebung)
    if messung.ausgang:
        grund = f"Ausgang {messung.ausgang}: {ende_des_protokolls(protokoll)}"
        return Ergebnis(name, version, messung, grund=grund)
    return Ergebnis(name, version, messung, bau.ausgaben, inhalt_fehlt(*bau.ausgaben))


def unser_bau(befehl: str, projekt: Path) -> Ergebnis:
    """Build the project copy with our own command."""
    bau = Bau([_befehl(befehl, projekt)], PROJEKT, [projekt / "site"])
    return _laufe("Leitfaden", "–", bau)


def hole_seiten(anzahl: int) -> Path:
    """Write the same examples as ready Markdown for the peers and return the folder."""
    ziel = leerer_ordner(ABLAGE / f"seiten-{anzahl}")
    schreibe_seiten(anzahl, ziel)
    return ziel


def baue_mit(peer: Peer, seiten: Path, cache: Path) -> Ergebnis:
    """Install a peer and build the pages with it."""
    try:
        peer.richte_ein(cache)
    except PeerMissingError as fehler:
        return Ergebnis(peer.name, peer.version, grund=f"nicht installierbar: {fehler}")
    arbeit = leerer_ordner(ABLAGE / "arbeit" / peer.name.split(maxsplit=1)[0].lower())
    return _laufe(peer.name, peer.version, peer.bereite_vor(seiten, arbeit))


def _zeile(ergebnis: Ergebnis, uns: Ergebnis) -> list[str]:
    if ergebnis.grund or ergebnis.messung is None:
        return [ergebnis.name, ergebnis.version, *["–"] * (len(_KOPF) - 2)]
    messung = ergebnis.messung
    wir = uns.messung.wand_s if uns.messung and not uns.grund else None
    return [
        *(ergebnis.name, ergebnis.version, str(zaehle_seiten(*ergebnis.ausgaben))),
        *(zahl(messung.wand_s), zahl(messung.cpu_s), zahl(messung.spitze_mib, 0)),
        zahl(sum(ordner_mb(o) for o in ergebnis.ausgaben)),
        zahl(messung.wand_s / wir if wir else None, 2),
    ]


def vergleiche(anzahl: int, befehl: str, peers: Sequence[Peer]) -> None:
    """Measure ours and every peer one after the other and print the table."""
    cache = ABLAGE / "cache"
    cache.mkdir(parents=True, exist_ok=True)
    projekt = baue_projekt(anzahl)
    seiten = hole_seiten(anzahl)
    uns = unser_bau(befehl, projekt)
    ergebnisse = [uns]
    for peer in peers:
        print(f"… {peer.name} {peer.version}", flush=True)
        ergebnisse.append(baue_mit(peer, seiten, cache))
    print(f"\nN = {anzahl} Praxisbeispiele, Deutsch und Englisch, alles neu gebaut\n")
    drucke_tabelle(_KOPF, [_zeile(e, uns) for e in ergebnisse])
    print(f"\n{_ERLAEUTERUNG}")
    for ergebnis in ergebnisse:
        if ergebnis.grund:
            print(f"\n{ergebnis.name} {ergebnis.version}: {ergebnis.grund}")


def main() -> None:
    """Read the command line and compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--n", type=int, default=2500, help="Zahl der Praxisbeispiele")
    parser.add_argument("--nur", default="", help="Namensanfänge mit Komma: zensical,hugo")
    parser.add_argument("unser", nargs="?", default=UNSER, help="unser Baubefehl")
    angaben = parser.parse_args()
    gewaehlt = tuple(name.strip().lower() for name in angaben.nur.split(","))
    peers: list[Peer] = [Zensical(), Sphinx(), Starlight(), Hugo()]
    vergleiche(angaben.n, angaben.unser, [p for p in peers if p.name.lower().startswith(gewaehlt)])


if __name__ == "__main__":
    main()
