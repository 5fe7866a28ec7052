"""A PDF whose text names its own pages: contents and references such as „(S. 31)“.

The library can count pages itself, but at times stops before the numbers fit the pages they
move. Here a document is set again until every number is right, or it is an error.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from leitfaden.downloads.pdf import PdfError, schreibe, setze

# Two digits, as most pages have: the first setting is then seldom longer than the last one.
_ANNAHME = 88
_VERSUCHE = 6
_STELLE = re.compile(r'href="#([^"]+)"')
Seiten = Mapping[str, int]


def pdf_mit_seitenzahlen(html: str, stil: str) -> bytes:
    """Return a PDF; the style sheet prints the attribute `data-seite` of links within it."""
    seiten: Seiten = {}
    for _ in range(_VERSUCHE):
        satz = setze(mit_seitenzahlen(html, seiten), stil)
        gezaehlt = _zaehle(satz)
        if gezaehlt == seiten:
            return schreibe(satz)
        seiten = gezaehlt
    raise PdfError(f"Die Seitenzahlen stimmen nach {_VERSUCHE} Durchgängen noch nicht.")


def mit_seitenzahlen(html: str, seiten: Seiten) -> str:
    """Write the page of its target next to every link within the document."""
    return _STELLE.sub(lambda m: f'{m[0]} data-seite="{seiten.get(m[1], _ANNAHME)}"', html)


def _zaehle(satz: Any) -> Seiten:
    """Return the page of every anchor, from 1."""
    return {anker: n for n, seite in enumerate(satz.pages, 1) for anker in seite.anchors}
