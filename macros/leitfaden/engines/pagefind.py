"""Builds the search index with Pagefind and makes its output the same on every run."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from leitfaden.engines.speicher import warte

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


_KENNZEICHEN = "data-pagefind-body"
_SPRACHE = re.compile(r'<html[^>]*\slang="([a-z-]+)"')
_ANGABEN = re.compile(r"<meta[^>]*\sdata-pagefind-[^>]*>")


class PagefindError(RuntimeError):
    """The index could not be built; the message is what Pagefind said."""


def erzeuge_index(fassung: Path, ziel: Path) -> float:
    """Index the search copy of a site into a folder, one index per language.

    `schreibe_suchfassung` makes the copy. Returns the peak memory of the indexer in MiB (0 where
    the system does not tell); raises PagefindError.
    """
    # Pagefind never deletes old files.
    shutil.rmtree(ziel, ignore_errors=True)
    befehl = [sys.executable, "-m", "pagefind", "--site", str(fassung), "--quiet"]
    befehl += ["--output-path", str(ziel)]
    with tempfile.TemporaryFile() as ausgabe:
        lauf = subprocess.Popen(befehl, stdout=ausgabe, stderr=subprocess.STDOUT)
        code, spitze = warte(lauf)
        if code != 0 or not (ziel / "pagefind-entry.json").is_file():
            ausgabe.seek(0)
            raise PagefindError(ausgabe.read().decode("utf-8", "replace").strip())
    _vereinheitliche(ziel)
    return spitze


def schreibe_suchfassung(site: Path, ziel: Path) -> int:
    """Copy what is to be searched, without everything around it; returns the number of pages.

    Pagefind reads whole pages, also those that are not to be indexed, and that takes longer than
    indexing. The copies keep their paths, so the addresses in the index are those of the site.
    """
    anzahl = 0
    for seite in site.rglob("index.html"):
        html = seite.read_text(encoding="utf-8")
        marke = html.find(_KENNZEICHEN)
        if marke < 0:
            continue
        kopf = html[: html.index("</head>")]
        sprache = _SPRACHE.search(kopf)
        angaben = "".join(_ANGABEN.findall(kopf))
        haupt = html[html.rindex("<", 0, marke) : html.index("</main>", marke)]
        kopie = ziel / seite.relative_to(site)
        kopie.parent.mkdir(parents=True, exist_ok=True)
        kopie.write_text(
            f'<!doctype html><html lang="{sprache[1] if sprache else "de"}"><head>{angaben}</head>'
            f"<body>{haupt}</body></html>",
            encoding="utf-8",
        )
        anzahl += 1
    return anzahl


def _vereinheitliche(ziel: Path) -> None:
    """Sort the keys of the entry file, whose order differs from run to run."""
    eingang = ziel / "pagefind-entry.json"
    daten = json.loads(eingang.read_text(encoding="utf-8"))
    eingang.write_text(json.dumps(daten, sort_keys=True, separators=(",", ":")), encoding="utf-8")
    for name in UNGENUTZT:
        (ziel / name).unlink(missing_ok=True)
