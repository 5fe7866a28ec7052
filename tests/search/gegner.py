"""Builds the searches ours is compared with, from the same pages: stock Pagefind and lunr."""

from __future__ import annotations

import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

_LEER = {"br", "hr", "img", "input", "link", "meta", "path", "rect", "circle", "use", "wbr", "col"}
# Entries of lists are pages of their own in our index; the others read them where they stand.
_EINTRAEGE = ' data-pagefind-ignore="all"'


class _OhneBeiwerk(HTMLParser):
    """Keeps the HTML of a page without navigation and other parts no search is to read."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.teile: list[str] = []
        self._tiefe = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._tiefe or any(name == "data-pagefind-ignore" for name, _ in attrs):
            self._tiefe += tag not in _LEER
            return
        self.teile.append(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        if self._tiefe:
            self._tiefe -= tag not in _LEER
            return
        self.teile.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if not self._tiefe:
            self.teile.append(data)

    def handle_entityref(self, name: str) -> None:
        self.handle_data(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.handle_data(f"&#{name};")


def seiten(site: Path, sprache: str) -> dict[str, tuple[str, str]]:
    """Return title and searchable HTML of every page of a language, by address."""
    wurzel = site if sprache == "de" else site / sprache
    ergebnis = {}
    for datei in sorted(wurzel.rglob("index.html")):
        html = datei.read_text(encoding="utf-8")
        marke = html.find("data-pagefind-body")
        if marke < 0 or f'<html lang="{sprache}"' not in html:
            continue
        haupt = html[html.rindex("<", 0, marke) : html.index("</main>", marke)]
        sieb = _OhneBeiwerk()
        sieb.feed(haupt.replace(_EINTRAEGE, ""))
        text = "".join(sieb.teile)
        titel = html[html.index("<title>") + 7 : html.index("</title>")].split(" – ")[0]
        ergebnis[datei.relative_to(wurzel).as_posix().removesuffix("index.html")] = (titel, text)
    return ergebnis


def baue_pagefind(site: Path, ziel: Path) -> None:
    """Index the same pages as Pagefind does it by itself."""
    for sprache in ("de", "en"):
        wurzel = ziel / "kopie" if sprache == "de" else ziel / "kopie" / sprache
        for url, (_, html) in seiten(site, sprache).items():
            datei = wurzel / url / "index.html"
            datei.parent.mkdir(parents=True, exist_ok=True)
            kopf = f'<!doctype html><html lang="{sprache}"><head></head><body>'
            datei.write_text(f"{kopf}{html}</body></html>", encoding="utf-8")
    befehl = [sys.executable, "-m", "pagefind", "--site", str(ziel / "kopie"), "--quiet"]
    subprocess.run([*befehl, "--output-path", str(ziel / "pagefind")], check=True)


def baue_lunr(site: Path, ziel: Path) -> str:
    """Build the same pages with Material's own search; returns the path of its worker."""
    for sprache in ("de", "en"):
        quelle = ziel / "quelle" / sprache
        for url, (titel, html) in seiten(site, sprache).items():
            datei = quelle / url / "index.md"
            datei.parent.mkdir(parents=True, exist_ok=True)
            # Without empty lines Markdown leaves a block of HTML alone.
            zeilen = "\n".join(zeile for zeile in html.splitlines() if zeile.strip())
            datei.write_text(f"---\ntitle: {titel!r}\n---\n\n{zeilen}\n", encoding="utf-8")
        einstellungen = ziel / f"{sprache}.yml"
        einstellungen.write_text(
            f"site_name: Vergleich\ndocs_dir: quelle/{sprache}\nsite_dir: {sprache}\n"
            f"theme:\n  name: material\n  language: {sprache}\n  font: false\n"
            f"plugins:\n  - search:\n      lang: {sprache}\n",
            encoding="utf-8",
        )
        build(load_config(str(einstellungen)))
    worker = next((ziel / "de" / "assets/javascripts/workers").glob("search.*.min.js"))
    return worker.relative_to(ziel / "de").as_posix()
