"""Makes the guide as a PDF book and the booklets of single records."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from leitfaden.checks.veroeffentlichung import eingestellte_adresse
from leitfaden.engines.ablage import Ablage
from leitfaden.engines.auftrag import Hersteller, programmstand
from leitfaden.engines.bestand import Bestand
from leitfaden.engines.kapiteldruck import kapiteltexte
from leitfaden.render.buch import Druckangaben, rendere_buch, rendere_heft
from leitfaden.views.ausgaben import HEFTARTEN, LEITFADEN, Ausgabeplan
from leitfaden.views.betreiber import betreiberangabe
from leitfaden.views.buch import Buchbau
from leitfaden.views.buchplaene import buchplan, heftplaene
from leitfaden.views.druckteile import Bogen
from leitfaden.views.seitenplan import Seitenplan

# The state of the sources a build was made from, such as a commit; set by the Makefile.
FASSUNG = "LEITFADEN_FASSUNG"
STIL = "buch.css"
# The HTML is part of the input, so only what comes after it counts here.
_PDF = ("pdf", "pdfelemente", "pdflinks", "pdflisten", "pdfstruktur")
_QUELLEN = (*(f"downloads/{name}.py" for name in _PDF), f"downloads/templates/{STIL}")
_WERKZEUGE = ("weasyprint", "pydyf")
_BINDEN = ("pdfbinder", "pdfbuch", "pdfschriften", "pdfteil")
_BUCHQUELLEN = (
    *_QUELLEN,
    *(f"downloads/{name}.py" for name in _BINDEN),
    "downloads/templates/buchanfang.css",
)
_BUCHWERKZEUGE = (*_WERKZEUGE, "pikepdf")


def angaben(daten: Bestand, sprache: str, ganz: bool = True) -> Druckangaben:
    """Return what a book says about itself."""
    texte = daten.bibliotheken[sprache].texte
    name = betreiberangabe(daten.ladung.katalog.betreiber, "name", texte)
    wurzel = eingestellte_adresse(daten.ladung.projekt)
    herausgeber = texte["buch.herausgeber_offen"] if name.offen else name.text
    return Druckangaben(wurzel, herausgeber, os.environ.get(FASSUNG, ""), ganz)


def _buch(daten: Bestand, plan: Ausgabeplan) -> tuple[Bogen, ...]:
    seitenplan = daten.plaene[plan.sprache]
    buch = Buchbau(seitenplan).leitfaden()
    return rendere_buch(buch, kapiteltexte(seitenplan, buch), angaben(daten, plan.sprache))


def _heft(daten: Bestand, plan: Ausgabeplan) -> str:
    seitenplan = daten.plaene[plan.sprache]
    seite = seitenplan.seite(seitenplan.bib.karte(plan.art, plan.satz_id).url)
    buch = Buchbau(seitenplan).einzeln(seite)
    return rendere_heft(buch, angaben(daten, plan.sprache, ganz=False))


def _fertige(_: Ausgabeplan, html: str, __: Path) -> bytes:
    # The library takes time to load; a build in which nothing changed does without.
    from leitfaden.downloads.pdf import pdf

    return pdf(html, STIL)


def _fertiges_buch(_: Ausgabeplan, boegen: tuple[Bogen, ...], ort: Path) -> bytes:
    from leitfaden.downloads.pdfbuch import pdf_mit_seitenzahlen

    ablage = Ablage(ort)
    stand = programmstand(_BUCHQUELLEN, _BUCHWERKZEUGE)
    pdf = pdf_mit_seitenzahlen(boegen, STIL, ablage, stand)
    ablage.sichere()
    return pdf


def _plaene(daten: Bestand) -> Iterator[Ausgabeplan]:
    return (buchplan(sprache) for sprache in daten.plaene)


BUCH = Hersteller(
    art=LEITFADEN,
    plaene=_plaene,
    eingabe=_buch,
    fertige=_fertiges_buch,
    quellen=_BUCHQUELLEN,
    werkzeuge=_BUCHWERKZEUGE,
    sekunden=lambda _: 20.0,
)


def _hefte(art: str) -> Hersteller:
    def plaene(daten: Bestand) -> Iterator[Ausgabeplan]:
        alle: list[Seitenplan] = list(daten.plaene.values())
        return (heft for plan in alle for heft in heftplaene(plan, art))

    return Hersteller(art, plaene, _heft, _fertige, _QUELLEN, _WERKZEUGE, lambda _: 0.5)


HEFTE = tuple(_hefte(art) for art in HEFTARTEN)
