"""Joins what is needed of the theme's stylesheet with our own: one file for every page.

The names pages may use are read from what pages are made of, not from finished pages: so the
address of the file, which follows its content, is known before the first page is written, and the
number of records costs nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from pathlib import Path

from leitfaden.engines.beilagen import STILBOGEN
from leitfaden.engines.textablage import schreibe_text
from leitfaden.render.stilauswahl import Namen
from leitfaden.render.stilblatt import spare

# Its name carries a hash of its content.
STILBOGEN_DES_THEMES = "assets/stylesheets/main.*.css"

# Made by Markdown and its extensions in mkdocs.yml, in chapters and in texts of records.
_ELEMENTE = """
html head body div p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre code em strong a img br hr
sup table thead tbody tr th td
"""
_AUS_MARKDOWN = Namen(
    elemente=frozenset(_ELEMENTE.split()),
    klassen=frozenset(("footnote", "footnote-ref", "footnote-backref")),
    kennungen=frozenset(),
    merkmale=frozenset(("id", "class", "href", "src", "alt", "title", "start")),
)
_ELEMENT = re.compile(r"<([a-zA-Z][a-zA-Z0-9]*)")
_WORT = re.compile(r"[a-zA-Z][\w-]*")
_IN_ANFUEHRUNG = re.compile(r"[\"'`]([\w-]+)[\"'`]")
# Classes and ids in Markdown: in HTML, or in braces as `attr_list` reads them.
_KLASSENWERT = re.compile(r"\b(?:class|id)=[\"']([^\"']*)[\"']")
_GESCHWEIFT = re.compile(r"\{:?([^{}\n]*)\}")


def stilblatt(ordner: Iterable[Path], projekt: Path) -> str:
    """Return the stylesheet of all pages; the first folder that has one of its two parts counts.

    Raises StilblattError if the theme's part cannot be read.
    """
    suche = tuple(ordner)
    thema = next((d for o in suche for d in sorted(o.glob(STILBOGEN_DES_THEMES))), None)
    eigenes = next((o / STILBOGEN for o in suche if (o / STILBOGEN).is_file()), None)
    text = eigenes.read_text(encoding="utf-8") if eigenes else ""
    if thema is None:
        return text
    skripte = _texte(projekt / "overrides", "mjs", "js")
    vorlagen = (*_texte(projekt / "overrides", "html"), *_vorlagen())
    kapitel = _texte(projekt / "docs", "md")
    return _verbinde(thema.read_text(encoding="utf-8"), text, namen(vorlagen, skripte, kapitel))


@cache
def _verbinde(thema: str, eigenes: str, gefunden: Namen) -> str:
    return f"{spare(thema, gefunden, eigenes)}\n{eigenes}"


def lege_stilblatt_ab(site: Path, projekt: Path) -> None:
    """Put the joined stylesheet of a built site in the place of both of its parts."""
    schreibe_text(site / STILBOGEN, stilblatt([site], projekt))
    for datei in site.glob(STILBOGEN_DES_THEMES):
        datei.unlink()


def namen(vorlagen: Iterable[str], skripte: Iterable[str], kapitel: Iterable[str]) -> Namen:
    """Return every name that pages may get from templates, scripts and chapters.

    What is no name there but looks like one counts as well: a rule too many does no harm.
    """
    text, skript, inhalt = "\n".join(vorlagen), "\n".join(skripte), "\n".join(kapitel)
    worte = frozenset(_WORT.findall(text)) | frozenset(_IN_ANFUEHRUNG.findall(skript))
    angaben = " ".join((*_KLASSENWERT.findall(inhalt), *_GESCHWEIFT.findall(inhalt)))
    elemente = (*_ELEMENT.findall(text), *_ELEMENT.findall(inhalt))
    aus_kapiteln = frozenset(_WORT.findall(angaben))
    return _AUS_MARKDOWN | Namen(
        frozenset(e.lower() for e in elemente) | frozenset(_IN_ANFUEHRUNG.findall(skript)),
        worte | aus_kapiteln,
        worte | aus_kapiteln,
        worte | aus_kapiteln,
    )


def _texte(ordner: Path, *endungen: str) -> tuple[str, ...]:
    dateien = sorted(d for endung in endungen for d in ordner.rglob(f"*.{endung}"))
    return tuple(d.read_text(encoding="utf-8") for d in dateien)


def _vorlagen() -> tuple[str, ...]:
    vorlagen = files("leitfaden.render").joinpath("templates").iterdir()
    return tuple(v.read_text(encoding="utf-8") for v in vorlagen if v.name.endswith(".j2"))
