"""Files of templates for tests, and LibreOffice to open them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from leitfaden.downloads.docx import docx
from leitfaden.downloads.ods import ods
from leitfaden.downloads.odt import odt
from leitfaden.downloads.xlsx import xlsx
from leitfaden.formeln.rechnen import Ort
from leitfaden.model.katalog import Katalog
from leitfaden.model.wert import Wert
from leitfaden.texts import texte_von
from leitfaden.views.dateikopf import dateikopf
from leitfaden.views.mappe import Mappe
from leitfaden.views.mappenbau import Mappenbau
from leitfaden.views.textbau import textdokument
from leitfaden.views.textdokument import Textdokument
from tests.browser_bereitstellen import LIBREOFFICE

TEXTE = texte_von("de")
_PROGRAMM = """
import hashlib, sys
from pathlib import Path
from leitfaden.engines.ausgaben import erzeuge_ausgaben
from leitfaden.engines.bestand import erstelle_bestand
projekt = Path(sys.argv[1])
daten = erstelle_bestand(projekt)
for datei in erzeuge_ausgaben(projekt, daten, lambda _: None, frozenset({"vorlage"})).dateien:
    print(datei.sha256, datei.pfad)
"""
EINSTELLUNGEN = Path(__file__).parent / "fixtures" / "libreoffice.xcu"


def mappe(
    katalog: Katalog,
    satz_id: str,
    beispiel: bool = False,
    eingaben: Mapping[Ort, Wert] | None = None,
) -> Mappe:
    """Return the view of a workbook."""
    kopf = dateikopf(katalog.vorlagen[satz_id], TEXTE, beispiel)
    dokument = katalog.dokumente[satz_id]
    return Mappenbau(kopf, dokument, TEXTE, katalog.platzhalter).mappe(eingaben)


def text(katalog: Katalog, satz_id: str) -> Textdokument:
    """Return the view of a text document."""
    kopf = dateikopf(katalog.vorlagen[satz_id], TEXTE)
    return textdokument(katalog.dokumente[satz_id], kopf, katalog.platzhalter, TEXTE)


def alle_dateien(katalog: Katalog) -> Iterator[tuple[str, bytes]]:
    """Yield name and bytes of every file of a library, also of the filled-in examples."""
    for satz_id, dokument in katalog.dokumente.items():
        if not dokument.ist_tabelle:
            sicht = text(katalog, satz_id)
            yield f"{satz_id}.docx", docx(sicht)
            yield f"{satz_id}.odt", odt(sicht)
            continue
        for beispiel in (False, True):
            buch = mappe(katalog, satz_id, beispiel)
            name = f"{satz_id}-beispiel" if beispiel else satz_id
            yield f"{name}.xlsx", xlsx(buch)
            yield f"{name}.ods", ods(buch)


def wandle(dateien: list[Path], form: str, ziel: Path) -> None:
    """Convert files with LibreOffice, which calculates all formulas anew; fails if it does."""
    programm = LIBREOFFICE.finde()
    assert programm, LIBREOFFICE.hilfe
    benutzer = ziel / "profil" / "user"
    benutzer.mkdir(parents=True)
    # It trusts stored results otherwise.
    shutil.copy(EINSTELLUNGEN, benutzer / "registrymodifications.xcu")
    profil = f"-env:UserInstallation=file://{ziel}/profil"
    befehl = [programm, profil, "--headless", "--convert-to", form, "--outdir", str(ziel)]
    lauf = subprocess.run(
        [*befehl, *map(str, dateien)], capture_output=True, text=True, check=False
    )
    assert lauf.returncode == 0, lauf.stderr


def kalte_summen(projekt: Path, umgebung: Mapping[str, str]) -> list[str]:
    """Make the files of all templates in a process of its own; returns checksums and paths."""
    lauf = subprocess.run(
        [sys.executable, "-c", _PROGRAMM, str(projekt)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONUTF8": "1", **umgebung},
    )
    assert lauf.returncode == 0, lauf.stderr
    return lauf.stdout.splitlines()
