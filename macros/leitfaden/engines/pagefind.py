"""Builds the search index with Pagefind and makes its output the same on every run."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from leitfaden.engines.speicher import warte

# Parts of a page that are read but never searched for.
AUSGENOMMEN = (".headerlink", "[data-pagefind-ignore]")
# Interfaces Pagefind ships and we do not use; ours is in overrides/assets/javascripts.
UNGENUTZT = (
    "pagefind-ui.js",
    "pagefind-ui.css",
    "pagefind-modular-ui.js",
    "pagefind-modular-ui.css",
    "pagefind-component-ui.js",
    "pagefind-component-ui.css",
    "pagefind-highlight.js",
)


class PagefindError(RuntimeError):
    """The index could not be built; the message is what Pagefind said."""


def erzeuge_index(site: Path) -> float:
    """Index a finished site, one index per language; raises PagefindError.

    Returns the peak memory of the indexer in MiB (0 where the system does not tell).
    """
    ziel = site / "pagefind"
    # Pagefind never deletes old files.
    shutil.rmtree(ziel, ignore_errors=True)
    befehl = [sys.executable, "-m", "pagefind", "--site", str(site), "--output-path", str(ziel)]
    befehl += ["--exclude-selectors", ", ".join(AUSGENOMMEN), "--quiet"]
    with tempfile.TemporaryFile() as ausgabe:
        lauf = subprocess.Popen(befehl, stdout=ausgabe, stderr=subprocess.STDOUT)
        code, spitze = warte(lauf)
        if code != 0 or not (ziel / "pagefind-entry.json").is_file():
            ausgabe.seek(0)
            raise PagefindError(ausgabe.read().decode("utf-8", "replace").strip())
    _vereinheitliche(ziel)
    return spitze


def _vereinheitliche(ziel: Path) -> None:
    """Sort the keys of the entry file, whose order differs from run to run."""
    eingang = ziel / "pagefind-entry.json"
    daten = json.loads(eingang.read_text(encoding="utf-8"))
    eingang.write_text(json.dumps(daten, sort_keys=True, separators=(",", ":")), encoding="utf-8")
    for name in UNGENUTZT:
        (ziel / name).unlink(missing_ok=True)
