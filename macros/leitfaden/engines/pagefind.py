"""Builds the search index with Pagefind and makes its output the same on every run."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from html import unescape
from pathlib import Path
from typing import Any, Self

from leitfaden.engines.bestand import SPRACHEN, Bestand
from leitfaden.engines.pagefind_dateien import entpacke, ordne, packe
from leitfaden.engines.speicher import warte
from leitfaden.engines.textablage import schreibe_text
from leitfaden.render.fuellworte import enthuelle
from leitfaden.render.suchfassung import rendere_sucheintrag, rendere_suchseite
from leitfaden.views.suchplan import Suchplan
from leitfaden.views.wortschatz import Wortschatz

# Interfaces Pagefind ships and we do not use; ours is in overrides/assets/javascripts.
UNGENUTZT = (
    "pagefind-ui.js",
    "pagefind-ui.css",
    "pagefind-modular-ui.js",
    "pagefind-modular-ui.css",
    "pagefind-component-ui.js",
    "pagefind-component-ui.css",
    "pagefind-highlight.js",
    # The same program as the worker's, which is the one we use.
    "pagefind.js",
)


_KENNZEICHEN = "data-pagefind-body"
_SPRACHE = re.compile(r'<html[^>]*\slang="([a-z-]+)"')
_ANGABEN = re.compile(r"<meta[^>]*\sdata-pagefind-[^>]*>")
_AUSZEICHNUNG = re.compile(r"<[^>]*>")
# Folder of the vocabulary, in the copy and in the index.
WORTE = "worte"
# Begins every field of helper words, which nobody is to read.
HELFERFELD = "lb_"
# Entries of an index file. Pagefind's own size means 30 KB for every new letter a reader types;
# more files would swell the list of files every search loads first.
_STUECKE = (1_200, 8_000)
_STUECK_JE_SEITE = 1


class PagefindError(RuntimeError):
    """The index could not be built; the message is what Pagefind said."""


class Indexlauf:
    """Indexes the search copy of a site into a folder, one index per language.

    `schreibe_suchfassung` makes the copy. The indexer runs beside this process from the start on;
    as a context it is stopped if something else fails before it is through.
    """

    def __init__(self, fassung: Path, ziel: Path) -> None:
        self._fassung, self._ziel = fassung, ziel
        # Pagefind never deletes old files.
        shutil.rmtree(ziel, ignore_errors=True)
        stueck = _STUECK_JE_SEITE * sum(1 for _ in fassung.rglob("index.html"))
        stueck = max(_STUECKE[0], min(stueck, _STUECKE[1]))
        umgebung = {**os.environ, "PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": str(stueck)}
        befehl = [sys.executable, "-m", "pagefind", "--site", str(fassung), "--quiet"]
        befehl += ["--output-path", str(ziel)]
        self._ausgabe = tempfile.TemporaryFile()  # noqa: SIM115, closed at the end of the context
        self.prozess = subprocess.Popen(
            befehl, stdout=self._ausgabe, stderr=subprocess.STDOUT, env=umgebung
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.prozess.poll() is None:
            self.prozess.kill()
            self.prozess.wait()
        self._ausgabe.close()

    def vollende(self) -> float:
        """Wait for the indexer and tidy up what it wrote.

        Returns its peak memory in MiB (0 where the system does not tell); raises PagefindError.
        """
        code, spitze = warte(self.prozess)
        ziel = self._ziel
        if code != 0 or not (ziel / "pagefind-entry.json").is_file():
            self._ausgabe.seek(0)
            raise PagefindError(self._ausgabe.read().decode("utf-8", "replace").strip())
        try:
            eingang = _eingang(ziel)
            _raeume_auf(ziel)
            for sprache, index in eingang["languages"].items():
                index["hash"] = ordne(ziel, sprache, index["hash"])
                shutil.copytree(self._fassung / WORTE / sprache, ziel / WORTE / sprache)
            _schreibe_eingang(ziel, eingang)
        except ValueError as fehler:
            raise PagefindError(
                f"Pagefind schreibt seinen Index anders als erwartet ({fehler}). "
                "Installieren Sie die Fassung aus constraints.txt."
            ) from fehler
        return spitze


def erzeuge_index(fassung: Path, ziel: Path) -> float:
    """Index a search copy and wait for it; see Indexlauf."""
    with Indexlauf(fassung, ziel) as lauf:
        return lauf.vollende()


def schreibe_suchfassung(site: Path, ziel: Path, plan: Suchplan, wortschatz: Path) -> int:
    """Copy what is to be searched of one language; returns the number of pages.

    Pagefind reads whole pages, also those that are not to be indexed, and that takes longer than
    indexing. The copies keep their paths, so the addresses in the index are those of the site.
    The copies also get what nobody reads: helper words, and a page for each entry of a list. The
    vocabulary for typing errors is written to the folder `wortschatz`.
    """
    anzahl = 0
    schatz = Wortschatz()
    for seite in sorted(site.rglob("index.html")):
        html = seite.read_text(encoding="utf-8")
        marke = html.find(_KENNZEICHEN)
        if marke < 0:
            continue
        kopf = html[: html.index("</head>")]
        sprache = _SPRACHE.search(kopf)
        if sprache is None or sprache[1] != plan.sprache:
            continue
        relativ = seite.relative_to(site)
        angaben = plan.angaben(relativ.as_posix().removesuffix("index.html"))
        haupt = html[html.rindex("<", 0, marke) : html.index("</main>", marke)]
        text = rendere_suchseite(plan.sprache, angaben, "".join(_ANGABEN.findall(kopf)), haupt)
        schreibe_text(ziel / relativ, text)
        schatz.nimm(unescape(_AUSZEICHNUNG.sub(" ", haupt)))
        anzahl += 1
    for eintrag in plan.eintraege():
        schreibe_text(ziel / eintrag.ort / "index.html", rendere_sucheintrag(eintrag))
        schatz.nimm(f"{eintrag.titel} {eintrag.text}")
    schatz.nimm_worte(plan.getippt)
    for buchstabe, worte in schatz.dateien().items():
        schreibe_text(wortschatz / f"{buchstabe}.txt", worte)
    return anzahl


def schreibe_alle_suchfassungen(site: Path, ziel: Path, daten: Bestand) -> None:
    """Copy what is to be searched of a finished site in all its languages."""
    for sprache in SPRACHEN:
        teil = "" if sprache == "de" else sprache
        wortschatz = ziel / WORTE / sprache
        schreibe_suchfassung(site / teil, ziel / teil, daten.suchplan(sprache), wortschatz)


def _eingang(ziel: Path) -> dict[str, Any]:
    eingang: dict[str, Any] = json.loads((ziel / "pagefind-entry.json").read_text("utf-8"))
    return eingang


def _schreibe_eingang(ziel: Path, eingang: dict[str, Any]) -> None:
    """Write the entry file with its keys sorted; their order differs from run to run."""
    text = json.dumps(eingang, sort_keys=True, separators=(",", ":"))
    schreibe_text(ziel / "pagefind-entry.json", text)


def _raeume_auf(ziel: Path) -> None:
    """Remove what nobody uses; make of what the browser loads what a reader may see.

    Helper words go: they have done their work in the word index; here they would only cost
    transfer, and could be shown by mistake. Words hidden from the index come back.
    """
    for name in UNGENUTZT:
        (ziel / name).unlink(missing_ok=True)
    for datei in (ziel / "fragment").iterdir():
        inhalt = json.loads(enthuelle(entpacke(datei).decode(), datei.name[:2]))
        inhalt["meta"] = {n: w for n, w in inhalt["meta"].items() if not n.startswith(HELFERFELD)}
        packe(datei, json.dumps(inhalt, ensure_ascii=False, separators=(",", ":")).encode())
