"""Project copies with synthetic records: the real project plus N Praxisbeispiele."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from tests.bench.erzeuge_praxis import PROJEKT, deutsch, entwurf, satz_id

ABLAGE = PROJEKT / ".build" / "bench"
_KOPIEN = ("data", "docs", "overrides", "schema")
_DATEIEN = ("mkdocs.yml", "pyproject.toml", "betreiber.yml")
# Code is linked, not copied: what is measured is always the code of the project.
_CODE = "macros"


def baue_projekt(anzahl: int) -> Path:
    """Return a fresh project folder with N synthetic records and no earlier output."""
    ziel = ABLAGE / f"projekt-{anzahl}"
    shutil.rmtree(ziel, ignore_errors=True)
    ziel.mkdir(parents=True)
    for name in _KOPIEN:
        if (PROJEKT / name).is_dir():
            shutil.copytree(PROJEKT / name, ziel / name)
    for name in _DATEIEN:
        if (PROJEKT / name).is_file():
            shutil.copyfile(PROJEKT / name, ziel / name)
    (ziel / _CODE).symlink_to(PROJEKT / _CODE, target_is_directory=True)
    # In a process of its own: the memory of the generator must not be part of any figure.
    modul = [sys.executable, "-m", "tests.bench.erzeuge_praxis", str(anzahl), str(ziel / "data")]
    subprocess.run(modul, cwd=PROJEKT, check=True)
    return ziel


def zaehle_saetze(projekt: Path) -> int:
    """Count records with a file of their own; translations belong to their record."""
    return sum(not p.name.endswith(".en.yml") for p in projekt.glob("data/*/*.yml"))


def zaehle_seiten(*ordner: Path) -> int:
    """Count the HTML pages of one or more output folders."""
    return sum(1 for o in ordner for _ in o.rglob("*.html"))


def inhalt_fehlt(*ordner: Path) -> str:
    """Return why an output does not count: a page without its text is built in no time."""
    text = deutsch(entwurf(1))["naechster_schritt"]
    for ausgabe in ordner:
        seiten = [p for p in ausgabe.rglob("*.html") if satz_id(1) in str(p.relative_to(ausgabe))]
        if not any(text in seite.read_text(encoding="utf-8") for seite in seiten):
            return f"in {ausgabe} steht der Text von {satz_id(1)} auf keiner Seite"
    return ""
