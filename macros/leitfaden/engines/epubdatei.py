"""Makes the guide as an e-book."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from leitfaden.downloads.epub import epub, epub_stil
from leitfaden.engines.auftrag import Hersteller
from leitfaden.engines.bestand import Bestand
from leitfaden.engines.buchdateien import angaben
from leitfaden.engines.kapiteldruck import kapiteltexte
from leitfaden.render.epub import Epubvorlage, epubdateien, epubvorlage
from leitfaden.views.ausgaben import EPUB, Ausgabeplan
from leitfaden.views.buch import Buchbau
from leitfaden.views.buchplaene import buchplan


def _plaene(daten: Bestand) -> Iterator[Ausgabeplan]:
    return (buchplan(sprache, EPUB, EPUB) for sprache in daten.plaene)


def _eingabe(daten: Bestand, plan: Ausgabeplan) -> Epubvorlage:
    seitenplan = daten.plaene[plan.sprache]
    buch = Buchbau(seitenplan).leitfaden()
    return epubvorlage(buch, kapiteltexte(seitenplan, buch), angaben(daten, plan.sprache))


def _fertige(_: Ausgabeplan, vorlage: Epubvorlage, __: Path) -> bytes:
    return epub(epubdateien(vorlage, epub_stil()), vorlage.stand)


EBUCH = Hersteller(
    art=EPUB,
    plaene=_plaene,
    eingabe=_eingabe,
    fertige=_fertige,
    # The parts are made already; what is left is to make XHTML of them, and what goes around.
    quellen=(
        "downloads/archiv.py",
        "downloads/epub.py",
        "downloads/templates/epub.css",
        "render/epub.py",
        "render/xhtml.py",
        "render/templates",
        "texts",
    ),
    werkzeuge=("jinja2", "tinyhtml5"),
    sekunden=lambda _: 2.0,
)
