"""Numbers pages anew in Pagefind's word index, and cuts its pieces too large to load for one word.

Pagefind counts places, not bytes, when it ends a piece: a thousand rare words, or rare words
before a common one, make pieces of 40 kB. The pieces are cut between words without decoding
them, which would take longer than indexing. A word on thousands of pages is the one thing that
cannot be cut; of its places on a page only the first stay. That such a word stands on a page
once more says nothing, since it stands on nearly all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from leitfaden.engines.cbor import LISTE, ZAHL, kopf

# Bytes before compression; most pieces Pagefind makes are smaller.
HOECHSTENS = 20_000
# Places kept of a word that fills a piece alone: on all pages together, and on each.
_PLAETZE, _JE_SEITE = 9_000, 3

# CBOR (RFC 8949) of Pagefind's word index; numbers below zero change the weight of what follows.
_ZAHL = rb"(?:[\x00-\x17\x20-\x37]|[\x18\x38].|[\x19\x39]..|[\x1a\x3a].{4})"
_LISTE = rb"(?:[\x80-\x97]|\x98.|\x99..|\x9a.{4})"
_KURZE = b"|".join(re.escape(bytes([0x60 + n])) + b".{%d}" % n for n in range(24))
_LANGE = b"|".join(re.escape(bytes([n])) + b".{%d}" % n for n in range(24, 256))
_TEXT = b"(?:" + _KURZE + rb"|\x78(?:" + _LANGE + b"))"
# Page, places, places in the fields of the page.
_SEITE = rb"\x83" + _ZAHL + _LISTE + _ZAHL + b"*+" + _LISTE + _ZAHL + b"*+"
_SEITEN = _LISTE + b"(?:" + _SEITE + b")*+"
# The word, its pages, its spellings with their pages.
_WORT = re.compile(
    rb"\x83(?P<wort>" + _TEXT + b")(?P<seiten>" + _SEITEN + b")"
    b"(?P<formen>" + _LISTE + rb"(?:\x82" + _TEXT + _SEITEN + b")*+)",
    re.DOTALL,
)
_EINE_SEITE = re.compile(
    rb"(?P<kopf>\x83" + _ZAHL + b")" + _LISTE + b"(?P<plaetze>" + _ZAHL + b"*+)"
    b"(?P<rest>" + _LISTE + _ZAHL + b"*+)",
    re.DOTALL,
)
_EINE_FORM = re.compile(rb"\x82(?P<wort>" + _TEXT + b")(?P<seiten>" + _SEITEN + b")", re.DOTALL)
_NUMMERIERT = re.compile(
    rb"\x83(" + _ZAHL + b")(" + _LISTE + _ZAHL + b"*+" + _LISTE + _ZAHL + b"*+)", re.DOTALL
)
_EINE_ZAHL = re.compile(_ZAHL, re.DOTALL)
_EINE_LISTE = re.compile(_LISTE, re.DOTALL)


@dataclass(frozen=True, slots=True)
class Stueck:
    """A piece of the word index: its first and last word, what its file holds."""

    von: str
    bis: str
    inhalt: bytes


def nummeriere_seiten(inhalt: bytes, nummern: Sequence[int]) -> bytes:
    """Return a piece with other numbers of pages: `nummern` has them at the places of the old.

    Raises ValueError if the piece has not the form this module knows.
    """
    neue = [_nummeriere_wort(wort, nummern) for wort in _treffer(inhalt)]
    return b"\x81" + kopf(LISTE, len(neue)) + b"".join(neue)


def _nummeriere_wort(wort: re.Match[bytes], nummern: Sequence[int]) -> bytes:
    formen = sorted(
        b"\x82" + form["wort"] + _nummeriere(form["seiten"], nummern)
        for form in _EINE_FORM.finditer(wort["formen"])
    )
    seiten = _nummeriere(wort["seiten"], nummern)
    return b"\x83" + wort["wort"] + seiten + kopf(LISTE, len(formen)) + b"".join(formen)


def _nummeriere(seiten: bytes, nummern: Sequence[int]) -> bytes:
    """Number a list of pages, in which each number counts from the one before."""
    alt = 0
    neue: list[tuple[int, bytes]] = []
    for schritt, plaetze in _NUMMERIERT.findall(seiten):
        alt += schritt[0] if len(schritt) == 1 else int.from_bytes(schritt[1:])
        neue.append((nummern[alt], plaetze))
    neue.sort()
    davor = 0
    teile = [kopf(LISTE, len(neue))]
    for nummer, plaetze in neue:
        teile += (b"\x83", kopf(ZAHL, nummer - davor), plaetze)
        davor = nummer
    return b"".join(teile)


def schneide(inhalt: bytes, von: str, bis: str, hoechstens: int = HOECHSTENS) -> list[Stueck]:
    """Cut a piece into pieces; `von` and `bis` are its limits and stay the outer ones.

    Raises ValueError if the piece has not the form this module knows.
    """
    if len(inhalt) <= hoechstens:
        return [Stueck(von, bis, inhalt)]
    teile = list(_gruppiere((wort[0] for wort in _treffer(inhalt)), hoechstens))
    anfaenge, enden = [von], []
    for davor, danach in pairwise(teile):
        ende, anfang = _grenze(_wort(davor[-1]), _wort(danach[0]))
        enden.append(ende)
        anfaenge.append(anfang)
    enden.append(bis)
    inhalte = (b"\x81" + kopf(LISTE, len(teil)) + b"".join(teil) for teil in teile)
    return [Stueck(*stueck) for stueck in zip(anfaenge, enden, inhalte, strict=True)]


def _treffer(inhalt: bytes) -> Iterator[re.Match[bytes]]:
    """Yield the words of a piece with their pages, as they stand."""
    liste = _EINE_LISTE.match(inhalt, 1)
    if inhalt[:1] != b"\x81" or liste is None:
        raise ValueError("Wortindex")
    stelle = liste.end()
    while stelle < len(inhalt):
        wort = _WORT.match(inhalt, stelle)
        if wort is None:
            raise ValueError("Wortindex")
        yield wort
        stelle = wort.end()


def _gruppiere(woerter: Iterator[bytes], hoechstens: int) -> Iterator[list[bytes]]:
    gruppe: list[bytes] = []
    groesse = 0
    for wort in woerter:
        eintrag = _lichte(wort) if len(wort) > hoechstens else wort
        if gruppe and groesse + len(eintrag) > hoechstens:
            yield gruppe
            gruppe, groesse = [], 0
        gruppe.append(eintrag)
        groesse += len(eintrag)
    yield gruppe


def _lichte(eintrag: bytes) -> bytes:
    """Keep the first places of a word on every page."""
    wort = _WORT.match(eintrag)
    if wort is None:
        raise ValueError("Wortindex")
    anzahl = sum(1 for _ in _EINE_SEITE.finditer(wort["seiten"]))
    behalten = max(1, min(_JE_SEITE, _PLAETZE // max(anzahl, 1)))
    seiten = _EINE_SEITE.sub(lambda seite: _kuerze(seite, behalten), wort["seiten"])
    return b"\x83" + wort["wort"] + seiten + wort["formen"]


def _kuerze(seite: re.Match[bytes], behalten: int) -> bytes:
    neu: list[bytes] = []
    for zahl in _EINE_ZAHL.findall(seite["plaetze"]):
        gewicht = zahl[0] >= 0x20
        if not gewicht:
            behalten -= 1
        if behalten < 0:
            break
        neu.append(zahl)
    return seite["kopf"] + kopf(LISTE, len(neu)) + b"".join(neu) + seite["rest"]


def _wort(eintrag: bytes) -> str:
    laenge = eintrag[1] - 0x60
    beginn = 2
    if laenge == 24:
        laenge, beginn = eintrag[2], 3
    return eintrag[beginn : beginn + laenge].decode()


def _grenze(davor: str, danach: str) -> tuple[str, str]:
    """Return the shortest beginnings that tell two words apart, as Pagefind writes limits."""
    gleich = 0
    for a, b in zip(davor, danach, strict=False):
        if a != b:
            break
        gleich += 1
    return davor[: gleich + 1], danach[: gleich + 1]
