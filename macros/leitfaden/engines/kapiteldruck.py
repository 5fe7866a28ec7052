"""Turns hand-written chapters into HTML for print, with print forms of the macros in them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from functools import cache
from typing import Any
from xml.etree import ElementTree as ET

from jinja2 import Environment, StrictUndefined
from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from leitfaden.engines.fertiges_html import FertigesHtml, verpacke_block, verpacke_zeile
from leitfaden.engines.tabellen import Tabellen
from leitfaden.model.kapitel import Kapitel
from leitfaden.render.buchverweise import SEITE
from leitfaden.render.druckmakros import Druckmakros
from leitfaden.render.makros import IN_DER_ZEILE
from leitfaden.views.bibliothek import Bibliothek
from leitfaden.views.buch import Buch, anker_von
from leitfaden.views.makrokunde import MAKROS
from leitfaden.views.seitenplan import Seitenplan

# Headings of a chapter start at h2 on the site; in the book its title is one.
VERSATZ = 1
# Characters of a heading that fit beside the text.
EINE_ZEILE = 19
_ID = re.compile(r'(\bid|\bhref)="(#?)([^":/.]+)"')
_UEBERSCHRIFT = re.compile("h([1-5])")
# What a macro leaves behind that has nothing to print, and a section in which nothing else is.
_LEERER_ABSATZ = re.compile(r"<p>\s*</p>")
_LEERER_ABSCHNITT = re.compile(r"<section>\s*<h3\b[^>]*>.*?</h3>\s*</section>")


def kapiteltexte(plan: Seitenplan, buch: Buch) -> dict[str, str]:
    """Return the HTML of every chapter of a book by the address of its page."""
    texte = {}
    for _, teil in buch.alle_teile():
        if teil.seite is not None and teil.seite.kapitel is not None:
            # The text of a chapter may be German in an English book: so are its macros.
            bib = plan.bib if teil.sprache == plan.bib.sprache else plan.bib.deutsche()
            texte[teil.seite.url] = kapiteltext(teil.seite.kapitel, bib)
    return texte


def kapiteltext(kapitel: Kapitel, bib: Bibliothek) -> str:
    """Return the HTML of a chapter; links to pages start with SEITE, ids are unique in a book."""
    text = kapitel.inhalt.strip()
    if kapitel.kopf.render_macros:
        umgebung = Environment(
            undefined=StrictUndefined,
            autoescape=False,
            # As in mkdocs.yml: {#…} names the anchor of a heading.
            comment_start_string="{##",
            comment_end_string="##}",
        )
        umgebung.globals.update(_makros(bib))
        text = umgebung.from_string(text).render()
    html = _ohne_leeres(_leser().reset().convert(text))
    anker = anker_von(kapitel.url)
    html = _ID.sub(lambda m: _eigene_id(m, anker), html)
    ordner = posixpath.dirname(kapitel.pfad)
    return re.sub(r'href="([^":]+\.md)(#[^"]*)?"', lambda m: _seite(m, ordner), html)


def _ohne_leeres(html: str) -> str:
    """Leave out what has no text: a heading alone in the margin looks like a mistake."""
    return _LEERER_ABSCHNITT.sub("", _LEERER_ABSATZ.sub("", html))


def _eigene_id(treffer: re.Match[str], anker: str) -> str:
    name, raute, wert = treffer.groups()
    if name == "href" and not raute:
        return treffer[0]
    return f'{name}="{raute}{anker}--{wert}"'


def _seite(treffer: re.Match[str], ordner: str) -> str:
    """Turn a link to a Markdown file into one to the page made from it."""
    pfad = posixpath.normpath(posixpath.join(ordner, treffer[1])).removesuffix(".md")
    teile = [teil for teil in pfad.split("/") if teil]
    if teile and teile[-1] == "index":
        teile.pop()
    adresse = "/".join(teile) + "/" if teile else ""
    return f'href="{SEITE}{adresse}{treffer[2] or ""}"'


def _makros(bib: Bibliothek) -> dict[str, Callable[..., str]]:
    makros = Druckmakros(bib, SEITE)

    def verpackt(name: str) -> Callable[..., str]:
        verpacke = verpacke_zeile if name in IN_DER_ZEILE else verpacke_block
        return lambda *args, **kwargs: verpacke(getattr(makros, name)(*args, **kwargs))

    return {name: verpackt(name) for name in MAKROS}


class _Abschnitte(Treeprocessor):
    """Puts what follows a heading into a section, headings as deep as they are in the book."""

    def run(self, root: ET.Element) -> None:
        for element in root.iter():
            if treffer := _UEBERSCHRIFT.fullmatch(element.tag):
                element.tag = f"h{int(treffer[1]) + VERSATZ}"
        ziel = root
        for element in list(root):
            if element.tag == f"h{2 + VERSATZ}":
                ziel = ET.SubElement(root, "section")
                _merke_laenge(element)
            if ziel is not root:
                root.remove(element)
                ziel.append(element)


def _merke_laenge(ueberschrift: ET.Element) -> None:
    """Mark a heading that takes several lines in the margin of the book."""
    laenge = len("".join(ueberschrift.itertext()))
    if laenge > EINE_ZEILE:
        ueberschrift.set("class", "zwei" if laenge <= 2 * EINE_ZEILE else "drei-zeilen")


class _Ueberschriften(Extension):
    """Makes headings as deep as they are in the book."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        md.treeprocessors.register(_Abschnitte(md), "leitfaden-abschnitte", 4)


@cache
def _leser() -> Any:
    eigene: list[str | Extension] = [FertigesHtml(), Tabellen(), _Ueberschriften()]
    return Markdown(extensions=[*eigene, "tables", "attr_list", "def_list", "toc"])
