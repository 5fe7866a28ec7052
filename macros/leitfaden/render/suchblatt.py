"""Reads the search copy of a page, as Pagefind reads it, for the index of the offline edition."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from leitfaden.render.fuellworte import enthuelle
from leitfaden.views.stichworte import Suchblatt

_TEIL = re.compile(
    r'<!--.*?-->|<![^>]*>|<(/?)([a-zA-Z][\w-]*)((?:"[^"]*"|[^">])*)>|([^<]+)', re.DOTALL
)
_ANGABE = re.compile(r'([\w:-]+)="([^"]*)"')
_OHNE_INHALT = (
    "area base br col embed hr img input link meta source track wbr path rect circle line "
    "polyline polygon ellipse use"
)
_LEER = frozenset(_OHNE_INHALT.split())
# What Pagefind leaves out by itself.
_UEBERGANGEN = "form iframe label nav footer noscript script style svg template"
_NIE = frozenset(_UEBERGANGEN.split())
# A sentence ends where one of these does, though there may be no full stop.
_MIT_ABSATZ = (
    "address aside blockquote caption dd div dt figcaption figure h1 h2 h3 h4 h5 h6 header li ol p "
    "pre section summary table td th tr ul"
)
_BLOECKE = frozenset(_MIT_ABSATZ.split())
_UEBERSCHRIFTEN = {"h1": 7, "h2": 6, "h3": 5, "h4": 4, "h5": 3, "h6": 2}
_SATZENDE = (".", "!", "?", ":", ";", ",", "…", "–")
# Places the search asks for; others would only be weight.
ANKER = frozenset({"lb-definition", "lb-beiwerk"})


class _Leser:
    """Walks over the body of a search copy and collects its text and what it says about itself."""

    def __init__(self) -> None:
        self.meta: dict[str, str] = {}
        self.filter: dict[str, list[str]] = {}
        self.stuecke: list[tuple[int, str]] = []
        self.anker: dict[str, int] = {}
        self._worte = 0
        self._stille = 0
        self._gewichte: list[tuple[str, int]] = []
        self._offen: tuple[str, str] | None = None

    def lies(self, html: str) -> None:
        """Read everything."""
        for treffer in _TEIL.finditer(html):
            ende, name, angaben, text = treffer.groups()
            if text is not None:
                self._text(text)
            elif ende:
                self._ende(name.lower())
            elif name is not None:
                self._beginn(name.lower(), angaben)
        self.meta = {name: " ".join(wert.split()) for name, wert in self.meta.items()}

    def _beginn(self, name: str, roh: str) -> None:
        leer = name in _LEER or roh.endswith("/")
        if self._stille:
            self._stille += not leer
            return
        if name in _NIE or "data-pagefind-ignore" in roh:
            self._stille += not leer
            return
        angaben = dict(_ANGABE.findall(roh))
        self._merke(name, angaben)
        if name in _BLOECKE:
            self._schliesse_satz()
        elif name == "br":
            self._trenne()
        if angaben.get("id") in ANKER:
            self.anker[angaben["id"]] = self._worte
        if name in _UEBERSCHRIFTEN:
            self._gewichte.append((name, _UEBERSCHRIFTEN[name]))

    def _merke(self, name: str, angaben: dict[str, str]) -> None:
        """Take what a tag says about the page: in an attribute, or in the text that follows."""
        for art, ziel in _angaben_ueber(angaben):
            feld, klammer, attribut = ziel.partition("[")
            if not klammer:
                self._offen = (name, feld)
            elif art == "filter":
                self.filter.setdefault(feld, []).append(unescape(angaben[attribut.rstrip("]")]))
            else:
                self.meta[feld] = unescape(angaben[attribut.rstrip("]")])

    def _ende(self, name: str) -> None:
        if self._stille:
            self._stille -= 1
            return
        if self._gewichte and self._gewichte[-1][0] == name:
            self._gewichte.pop()
        if self._offen is not None and self._offen[0] == name:
            self._offen = None
        if name in _BLOECKE:
            self._schliesse_satz()

    def _text(self, roh: str) -> None:
        if self._stille:
            return
        if not roh.strip():
            self._trenne()
            return
        text = unescape(roh) if "&" in roh else roh
        if self._offen is not None:
            feld = self._offen[1]
            self.meta[feld] = self.meta.get(feld, "") + text
        gewicht = self._gewichte[-1][1] if self._gewichte else 1
        # Within a word that markup interrupts, nothing may be inserted.
        if self.stuecke and not (roh[0].isspace() or self.stuecke[-1][1][-1:].isspace()):
            davor, letzter = self.stuecke.pop()
            text, gewicht = f"{letzter}{text}", max(davor, gewicht)
            self._worte -= len(letzter.split())
        self.stuecke.append((gewicht, text))
        self._worte += len(text.split())

    def _trenne(self) -> None:
        """Keep a space between two words, though it stands by itself."""
        if self.stuecke and not self.stuecke[-1][1][-1:].isspace():
            gewicht, text = self.stuecke[-1]
            self.stuecke[-1] = (gewicht, f"{text} ")

    def _schliesse_satz(self) -> None:
        """End the sentence before a block, so that excerpts read like one."""
        if not self.stuecke:
            return
        gewicht, text = self.stuecke[-1]
        kahl = text.rstrip()
        punkt = "" if kahl.endswith(_SATZENDE) else "."
        self.stuecke[-1] = (gewicht, f"{kahl}{punkt} ")


def _angaben_ueber(angaben: dict[str, str]) -> Iterator[tuple[str, str]]:
    for art in ("meta", "filter"):
        ziel = angaben.get(f"data-pagefind-{art}")
        if ziel:
            yield art, ziel


def lies_suchblatt(url: str, html: str, sprache: str) -> Suchblatt:
    """Return what is searched of a page; `html` is its search copy.

    Words the copy hides are not searched, but excerpts and titles have them.
    """
    leser = _Leser()
    leser.lies(html)
    text = " ".join(text for _, text in leser.stuecke)
    return Suchblatt(
        url=url,
        meta={name: enthuelle(wert, sprache) for name, wert in leser.meta.items()},
        filter={name: tuple(werte) for name, werte in leser.filter.items()},
        stuecke=tuple(leser.stuecke),
        text=" ".join(enthuelle(text, sprache).split()),
        anker=leser.anker,
    )
