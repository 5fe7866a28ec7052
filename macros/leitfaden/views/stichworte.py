"""The word index of the offline edition: which pages have a word, how often and in which part.

Scripts read it from files of data; `render/skripte/offline-quelle.mjs` and `offline-dateien.mjs`
are the other side of these formats. No file grows with the number of pages but the directory and
the filters, which hold a number or two for each page.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from leitfaden.views.wortkunde import MINDESTENS

# Parts of a page by their bit, beside the text itself.
TEILE = {"title": 1, "kennung": 2, "lb_kern": 4, "lb_nah": 8, "lb_fern": 16}
_BITS = 32
_HOECHSTENS = 255
# Pages of one file; a list of results shows about as many.
BLOCK = 8
# Size of a file of words, in characters.
WORTDATEI = 40_000
# Endings of inflection, then of derivation, the longest first. One of each is dropped if enough of
# the word is left. The scripts get them with the directory.
ENDUNGEN = {
    "de": (
        ("ern", "en", "er", "es", "em", "e", "n", "s"),
        ("ung", "lich", "isch", "keit", "heit", "ig"),
    ),
    "en": (
        ("ing", "ies", "ed", "es", "s"),
        ("ation", "ment", "ate", "ion", "at", "al", "ly", "e", "y"),
    ),
}
_FUGE = "-\u2010\u2011\u2019'."
_WORT = re.compile(rf"[^\W_]+(?:[{_FUGE}][^\W_]+)*")
_TRENNER = re.compile(f"[{_FUGE}]")
_UMLAUTE = (
    (re.compile("ae|ä"), "a"),
    (re.compile("oe|ö"), "o"),
    (re.compile("(?<![aeq])ue|ü"), "u"),
    (re.compile("ß"), "ss"),
)


@dataclass(frozen=True, slots=True)
class Suchblatt:
    """What is searched of a page, and what a list of results shows of it.

    `stuecke` are pieces of what is searched with their weight, `text` is what excerpts are taken
    from. `anker` gives the number of the word at which a named place begins.
    """

    url: str
    meta: Mapping[str, str]
    filter: Mapping[str, tuple[str, ...]]
    stuecke: tuple[tuple[int, str], ...]
    text: str
    anker: Mapping[str, int] = field(default_factory=dict)


@lru_cache(maxsize=200_000)
def falte(wort: str) -> str:
    """Return one spelling for „Maßnahme“ and „Massnahme“, as `falte` in such-frage.mjs does."""
    klein = wort.lower()
    for muster, ersatz in _UMLAUTE:
        klein = muster.sub(ersatz, klein)
    zerlegt = unicodedata.normalize("NFD", klein)
    return _TRENNER.sub("", "".join(z for z in zerlegt if not unicodedata.combining(z)))


@lru_cache(maxsize=200_000)
def grundform(wort: str, sprache: str) -> str:
    """Return a word without its endings."""
    form = falte(wort)
    for stufe in ENDUNGEN[sprache]:
        for endung in stufe:
            if form.endswith(endung) and len(form) - len(endung) >= MINDESTENS:
                form = form[: -len(endung)]
                break
    return form


def _formen(text: str, sprache: str) -> Iterator[str]:
    """Yield the words of a text; one with a hyphen is found as a whole and by its parts."""
    for wort in _WORT.findall(text):
        yield grundform(wort, sprache)
        if not wort.isalnum():
            for teil in _TRENNER.split(wort):
                if len(teil) > 1:
                    yield grundform(teil, sprache)


class Stichwortregister:
    """Takes the pages of a language and yields the files of its index."""

    def __init__(self, sprache: str) -> None:
        self.sprache = sprache
        self._blaetter: list[Suchblatt] = []

    def nimm(self, blatt: Suchblatt) -> None:
        """Add a page."""
        self._blaetter.append(blatt)

    def dateien(self) -> Iterator[tuple[str, str]]:
        """Yield name and content (JSON) of every file, whatever order the pages came in."""
        blaetter = sorted(self._blaetter, key=lambda blatt: blatt.url)
        stellen: dict[str, list[int]] = {}
        zuletzt: dict[str, int] = {}
        laengen = []
        for nummer, blatt in enumerate(blaetter):
            laengen.append(len(blatt.text.split()))
            for form, wert in self._zaehle(blatt).items():
                stellen.setdefault(form, []).extend((nummer - zuletzt.get(form, 0), wert))
                zuletzt[form] = nummer
        erste = []
        for zahl, teil in enumerate(_wortdateien(stellen), 1):
            erste.append(teil[0])
            yield f"worte-{zahl}", _json({form: stellen[form] for form in teil})
        for zahl, ab in enumerate(range(0, len(blaetter), BLOCK), 1):
            yield f"seiten-{zahl}", _json([_satz(blatt) for blatt in blaetter[ab : ab + BLOCK]])
        filter_ = _filter(blaetter)
        for name, werte in filter_.items():
            yield f"filter-{name}", _json(werte)
        verzeichnis = {
            "block": BLOCK,
            "endungen": ENDUNGEN[self.sprache],
            "filter": list(filter_),
            "laengen": laengen,
            "mittel": round(sum(laengen) / max(1, len(laengen)), 1),
            "worte": erste,
        }
        yield "verzeichnis", _json(verzeichnis)

    def _zaehle(self, blatt: Suchblatt) -> dict[str, int]:
        """Return for every word of a page how often it is in the text and in which other parts."""
        anzahl: dict[str, int] = {}
        for gewicht, text in blatt.stuecke:
            for form in _formen(text, self.sprache):
                anzahl[form] = anzahl.get(form, 0) + gewicht
        werte = {form: min(zahl, _HOECHSTENS) * _BITS for form, zahl in anzahl.items() if form}
        for name, bit in TEILE.items():
            for form in set(_formen(blatt.meta.get(name, ""), self.sprache)):
                werte[form] = werte.get(form, 0) | bit
        return werte


def _json(wert: object) -> str:
    return json.dumps(wert, ensure_ascii=False, separators=(",", ":"))


def _satz(blatt: Suchblatt) -> dict[str, object]:
    """What is shown of a page: without helper words, which nobody is to read."""
    return {
        "url": blatt.url,
        "meta": {name: wert for name, wert in blatt.meta.items() if not name.startswith("lb_")},
        "filter": {name: list(werte) for name, werte in blatt.filter.items()},
        "text": blatt.text,
        "anker": [{"id": name, "location": ort} for name, ort in blatt.anker.items()],
    }


def _wortdateien(stellen: Mapping[str, list[int]]) -> Iterator[list[str]]:
    """Share out the words, in their order, to files of about the same size.

    Scripts compare words by UTF-16 units, which for the letters of these words is the same order.
    """
    teil: list[str] = []
    groesse = 0
    for form in sorted(stellen):
        teil.append(form)
        groesse += len(form) + 4 * len(stellen[form])
        if groesse >= WORTDATEI:
            yield teil
            teil, groesse = [], 0
    if teil:
        yield teil


def _filter(blaetter: Iterable[Suchblatt]) -> dict[str, dict[str, list[int]]]:
    """Return for every filter and value the pages, as distances from one to the next."""
    seiten: dict[str, dict[str, list[int]]] = {}
    for nummer, blatt in enumerate(blaetter):
        for name, werte in blatt.filter.items():
            for wert in werte:
                seiten.setdefault(name, {}).setdefault(wert, []).append(nummer)
    return {
        name: {wert: _abstaende(nummern) for wert, nummern in sorted(werte.items())}
        for name, werte in sorted(seiten.items())
    }


def _abstaende(nummern: list[int]) -> list[int]:
    return [n - davor for davor, n in zip((0, *nummern), nummern, strict=False)]
