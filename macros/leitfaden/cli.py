"""Command line: `leitfaden pruefen` and its siblings; `leitfaden --help` lists them."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from leitfaden import befehle


def _parser() -> argparse.ArgumentParser:
    haupt = argparse.ArgumentParser(
        prog="leitfaden", description="Werkzeug der Umsetzungsbibliothek."
    )
    haupt.add_argument(
        "--projekt", type=Path, default=None, help="Ordner des Projekts (sonst wird er gesucht)"
    )
    unter = haupt.add_subparsers(dest="befehl", required=True, metavar="BEFEHL")

    pruefen = unter.add_parser("pruefen", help="alle Daten und Seiten prüfen")
    pruefen.add_argument("--form", choices=befehle.FORMEN, default="text", help="Form der Ausgabe")
    pruefen.add_argument("--datei", type=Path, help="Ausgabe in diese Datei schreiben")
    pruefen.add_argument(
        "--produktion",
        action="store_true",
        help="auch prüfen, ob die Website öffentlich werden darf",
    )
    pruefen.add_argument(
        "--rechtschreibung",
        action="store_true",
        help="auch jedes Wort im Wörterbuch suchen (braucht die Pakete für die Tests)",
    )
    pruefen.set_defaults(tut=befehle.pruefen)

    bauen = unter.add_parser("bauen", help="prüfen und die Website nach site/ bauen")
    bauen.add_argument("--ziel", type=Path, help="anderer Zielordner")
    bauen.add_argument(
        "--produktion",
        action="store_true",
        help="zur Veröffentlichung; sonst entsteht eine Vorschau",
    )
    bauen.set_defaults(tut=befehle.bauen)

    ausgaben = unter.add_parser("ausgaben", help="nur die Dateien zum Herunterladen erzeugen")
    ausgaben.add_argument("--nur", nargs="+", metavar="ID", help="nur diese Einträge oder Arten")
    ausgaben.add_argument("--ziel", type=Path, help="anderer Zielordner")
    ausgaben.set_defaults(tut=befehle.ausgaben)

    erzeugen = unter.add_parser("erzeugen", help="Schemas, Handbuch, Serverdateien, Seitenbaum")
    erzeugen.add_argument(
        "--check",
        action="store_true",
        help="nur prüfen, ob sie aktuell sind",
    )
    erzeugen.set_defaults(tut=befehle.erzeugen)

    neu = unter.add_parser("neu", help="eine neue Datei mit allen Feldern anlegen")
    neu.add_argument("typ", choices=befehle.NEUE_TYPEN, help="Art des Eintrags")
    neu.add_argument("id", help="Kennung, zum Beispiel gewerbeamt-sued")
    neu.set_defaults(tut=befehle.neu)

    uebersetzung = unter.add_parser("uebersetzung", help="englische Texte verwalten")
    uebersetzung.add_argument("aktion", choices=("stand", "anlegen", "bestaetigen"))
    uebersetzung.add_argument("pfad", nargs="?", help="deutsche Datei, nicht nötig bei „stand“")
    uebersetzung.set_defaults(tut=befehle.uebersetzung)

    statistik = unter.add_parser("statistik", help="Wörter je Teil und Stand der Übersetzung")
    statistik.add_argument("--einzeln", action="store_true", help="auch je Eintrag und Seite")
    statistik.set_defaults(tut=befehle.statistik)

    erklaere = unter.add_parser("erklaere", help="eine Meldung erklären, zum Beispiel S003")
    erklaere.add_argument("code", nargs="?", help="ohne Angabe: alle Meldungen")
    erklaere.set_defaults(tut=befehle.erklaere)
    return haupt


def finde_projekt(start: Path) -> Path:
    """Return the nearest folder upwards that holds mkdocs.yml and data/."""
    for ordner in (start, *start.parents):
        if (ordner / "mkdocs.yml").is_file() and (ordner / "data").is_dir():
            return ordner
    raise SystemExit(
        "Kein Projekt gefunden: In keinem übergeordneten Ordner liegen mkdocs.yml und data/."
    )


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; returns the exit code (0 fine, 1 errors in the data or the build)."""
    argumente = _parser().parse_args(argv)
    projekt = (argumente.projekt or finde_projekt(Path.cwd())).resolve()
    return int(argumente.tut(projekt, argumente))


def programm() -> NoReturn:
    """Run a command as a program and end at once.

    Python would first take every loaded record apart, half a second at the end of each build.
    """
    code = main()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    programm()
