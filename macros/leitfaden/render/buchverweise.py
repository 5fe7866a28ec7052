"""Links of a printed text: to its own parts with a page number, to sources by their number."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urljoin

from leitfaden.texts import Texte

# Begins the address of every page of the site until the book knows where it leads.
SEITE = "seite:"
_LINK = re.compile(r'<a\b([^>]*?) href="([^"]*)"([^>]*)>(.*?)</a>', re.DOTALL)
_KLASSE = re.compile(r'class="([^"]*)"')
# Links whose page need not be printed: terms of the glossary, contents, whole cards.
_OHNE_SEITE = re.compile(r"\b(?:lb-begriff|still)\b")


@dataclass(frozen=True)
class Verweise:
    """Where the links of a book lead.

    `ziele` holds the anchor in the book by address, `nummern` the number of an address in the
    list of sources. `adresse` is the address of the site in the language of the book.
    """

    ziele: Mapping[str, str]
    nummern: Mapping[str, int]
    adresse: str
    texte: Texte
    # Addresses that are to be printed in another form, such as the short one of a template.
    kurz: Mapping[str, str] = field(default_factory=dict)

    def setze(self, html: str) -> str:
        """Return HTML whose links lead somewhere on paper, too."""
        return _LINK.sub(self._link, html)

    def _link(self, treffer: re.Match[str]) -> str:
        davor, ziel, danach, text = treffer.groups()
        if ziel.startswith(SEITE):
            return self._seite(davor + danach, ziel.removeprefix(SEITE), text)
        if ziel.startswith(("https://", "http://")):
            return self._quelle(davor + danach, ziel, text)
        return treffer[0]

    def _seite(self, merkmale: str, url: str, text: str) -> str:
        anker = self.ziele.get(url) or self.ziele.get(url.partition("#")[0])
        if anker is None:
            ganz = urljoin(self.adresse, self.kurz.get(url, url))
            return f'<a{merkmale} href="{ganz}">{text}</a>'
        if not _OHNE_SEITE.search(merkmale):
            merkmale = _mit_klasse(merkmale, "qv")
        return f'<a{merkmale} href="#{anker}">{text}</a>'

    def _quelle(self, merkmale: str, url: str, text: str) -> str:
        link = f'<a{merkmale} href="{url}">{text}</a>'
        nummer = self.nummern.get(url)
        if nummer is None or "still" in merkmale:
            return link
        # One link, not two: the number would repeat the address of the words before it.
        hinweis = self.texte.mit("buch.quelle_nummer", nummer=nummer)
        return f'{link} <a class="beleg" href="#beleg-{nummer}" title="{hinweis}">[{nummer}]</a>'


def _mit_klasse(merkmale: str, klasse: str) -> str:
    if _KLASSE.search(merkmale):
        return _KLASSE.sub(lambda m: f'class="{m[1]} {klasse}"', merkmale, count=1)
    return f'{merkmale} class="{klasse}"'
