"""Anchors of headings in hand-written pages, and those the frame of every page has taken."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from leitfaden.views.lesetext import ohne_auszeichnung

# A test compares these with the frames of the built pages.
RAHMENANKER = frozenset(
    {
        "auf-dieser-seite",
        "dialog-q",
        "dialog-tasten",
        "farbschema",
        "in-drei-saetzen",
        "inhalt",
        "kopf-q",
        "naechster-schritt",
        "quellen",
        "suchdialog",
    }
)
# Explanations of terms get anchors that begin like this.
WORTANKER = "wort-"
_UEBERSCHRIFT = re.compile(r"^#{1,6}[ \t]+(.+?)[ \t]*#*$")
_EIGENER = re.compile(r"\{#([a-z0-9-]+)\}\s*$")


def anker_von(ueberschrift: str) -> str:
    """Return the anchor the engine makes of a heading, or the one the heading names itself.

    The same as `slugify` of Python-Markdown's table of contents, which needs no engine here.
    """
    eigener = _EIGENER.search(ueberschrift)
    if eigener:
        return eigener[1]
    text = unicodedata.normalize("NFKD", ohne_auszeichnung(ueberschrift))
    text = re.sub(r"[^\w\s-]", "", text.encode("ascii", "ignore").decode()).strip().lower()
    return re.sub(r"[-\s]+", "-", text)


def ueberschriften(zeilen: list[str]) -> Iterator[tuple[int, str, bool]]:
    """Yield line (from 1), anchor and whether the heading names it itself; code must be blanked."""
    for nummer, zeile in enumerate(zeilen, 1):
        treffer = _UEBERSCHRIFT.match(zeile)
        if treffer and "{{" not in zeile:
            yield nummer, anker_von(treffer[1]), _EIGENER.search(treffer[1]) is not None


def ist_vergeben(anker: str) -> bool:
    """Tell whether the frame of a page uses an anchor."""
    return anker in RAHMENANKER or anker.startswith(WORTANKER)
