"""Makes sure that the programs of the gates are there; installs Debian's where they are missing.

Chromium shows the pages, Java runs the HTML checker, npm fetches it, the accessibility rules and
the checker of types in scripts, LibreOffice opens the files of templates.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

WURZEL = Path(__file__).resolve().parents[1]
# The locks name versions and checksums; npm refuses anything else.
SPERREN = WURZEL / "tests" / "werkzeug"
ABLAGE = WURZEL / ".build" / "werkzeug"


@dataclass(frozen=True)
class Programm:
    """A program of the system: what it is called, what it is for, how to get it.

    `paket` names Debian's packages, with spaces between them.
    """

    name: str
    zweck: str
    namen: tuple[str, ...]
    variable: str
    paket: str

    def finde(self) -> str | None:
        """Return its path, or None."""
        gesetzt = os.environ.get(self.variable)
        if gesetzt:
            return gesetzt
        return next((pfad for name in self.namen if (pfad := shutil.which(name))), None)

    @property
    def hilfe(self) -> str:
        """What to do where it is missing."""
        return (
            f"Für die Tests fehlt {self.name} ({self.zweck}).\n"
            f"  Debian: sudo apt-get update && sudo apt-get install {self.paket}\n"
            f"  andere Systeme: {self.name} installieren oder die Umgebungsvariable\n"
            f"  {self.variable} auf das Programm setzen."
        )


CHROMIUM = Programm(
    "Chromium",
    "zeigt die Seiten",
    # Chromium without windows sees the same and takes two thirds of the time.
    (
        *("chromium-headless-shell", "chromium", "chromium-browser"),
        *("google-chrome", "google-chrome-stable"),
    ),
    "LEITFADEN_CHROMIUM",
    "chromium-headless-shell",
)
JAVA = Programm(
    "Java", "führt die HTML-Prüfung aus", ("java",), "LEITFADEN_JAVA", "default-jre-headless"
)
NPM = Programm("npm", "holt die Prüfwerkzeuge", ("npm",), "LEITFADEN_NPM", "npm")
LIBREOFFICE = Programm(
    "LibreOffice",
    "öffnet die Vorlagen",
    ("soffice", "libreoffice"),
    "LEITFADEN_LIBREOFFICE",
    "libreoffice-calc-nogui libreoffice-writer-nogui fonts-liberation",
)


def finde_chromium() -> str | None:
    """Return the path of a Chromium or Chrome, or None."""
    return CHROMIUM.finde()


HILFE = CHROMIUM.hilfe


class FehltError(RuntimeError):
    """A tool is missing; the message says what to do."""


def werkzeug(name: str) -> Path:
    """Return the folder of packages of a lock, fetched once; raises FehltError."""
    sperre = SPERREN / name
    inhalt = b"".join((sperre / n).read_bytes() for n in ("package.json", "package-lock.json"))
    ziel = ABLAGE / f"{name}-{hashlib.sha256(inhalt).hexdigest()[:12]}"
    if not (ziel / "fertig").is_file():
        _hole(sperre, ziel)
    return ziel / "node_modules"


def _hole(sperre: Path, ziel: Path) -> None:
    npm = NPM.finde()
    if npm is None:
        raise FehltError(NPM.hilfe)
    shutil.rmtree(ziel, ignore_errors=True)
    ziel.mkdir(parents=True)
    for datei in ("package.json", "package-lock.json"):
        shutil.copy(sperre / datei, ziel)
    print(f"Prüfwerkzeuge „{sperre.name}“ werden geholt (einmalig) …", flush=True)
    # Without scripts: packages may bring programs of their own, which are not wanted here.
    befehl = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    lauf = subprocess.run(befehl, cwd=ziel, capture_output=True, text=True, check=False)
    if lauf.returncode != 0:
        raise FehltError(f"npm konnte „{sperre.name}“ nicht holen:\n{lauf.stderr}")
    (ziel / "fertig").touch()


def _installiere(programme: list[Programm]) -> None:
    """Install what is missing with Debian's package manager, if that is possible here.

    One after the other: what a system like Ubuntu does not have must not keep back the others.
    """
    if not shutil.which("apt-get") or getattr(os, "geteuid", lambda: 1)() != 0:
        return
    print(f"Werden installiert (einmalig): {', '.join(p.name for p in programme)} …", flush=True)
    einrichten = ["apt-get", "install", "-y", "--no-install-recommends"]
    for befehl in (
        ["apt-get", "update"],
        *([*einrichten, *programm.paket.split()] for programm in programme),
    ):
        lauf = subprocess.run(befehl, capture_output=True, text=True, check=False)
        if lauf.returncode != 0:
            print(lauf.stderr, file=sys.stderr)


def stelle_bereit(programme: tuple[Programm, ...], werkzeuge: tuple[str, ...]) -> int:
    """Install and fetch what is missing; returns 1 with advice if something still is."""
    fehlend = [p for p in programme if not p.finde()]
    if fehlend:
        _installiere(fehlend)
        fehlend = [p for p in fehlend if not p.finde()]
    for programm in fehlend:
        print(programm.hilfe, file=sys.stderr)
    try:
        for name in werkzeuge:
            werkzeug(name)
    except FehltError as fehler:
        print(fehler, file=sys.stderr)
        return 1
    return int(bool(fehlend))


if __name__ == "__main__":
    sys.exit(stelle_bereit((CHROMIUM, JAVA, NPM, LIBREOFFICE), ("pruefung", "typen")))
