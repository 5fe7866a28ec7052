"""A strict reader of Atom documents: refuses what RFC 4287 does not allow."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

ATOM = "{http://www.w3.org/2005/Atom}"
SPRACHE = "{http://www.w3.org/XML/1998/namespace}lang"
_TAG = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
# Elements of the document (RFC 4287, 4.1): name, at least, at most.
_FEED = {
    "id": (1, 1), "title": (1, 1), "updated": (1, 1), "author": (1, 99), "link": (1, 99),
    "subtitle": (0, 1), "rights": (0, 1), "entry": (0, 9999),
}  # fmt: skip
_ENTRY = {
    "id": (1, 1), "title": (1, 1), "updated": (1, 1), "link": (1, 99), "category": (0, 99),
    "summary": (0, 1), "published": (0, 1),
}  # fmt: skip
_TEXT = {"id", "title", "updated", "subtitle", "rights", "summary", "name"}


@dataclass(frozen=True)
class Eintrag:
    """An entry as a feed reader sees it."""

    id: str
    titel: str
    tag: str
    ziel: str
    sprache: str
    text: str


@dataclass(frozen=True)
class Atomfeed:
    """A feed as a feed reader sees it."""

    id: str
    titel: str
    tag: str
    sprache: str
    selbst: str
    seite: str
    eintraege: tuple[Eintrag, ...]


def lies_atom(text: str) -> Atomfeed:
    """Read a feed; AssertionError for everything the standard forbids."""
    assert text.startswith('<?xml version="1.0" encoding="UTF-8"?>')
    wurzel = ET.fromstring(text)
    assert wurzel.tag == f"{ATOM}feed"
    _pruefe(wurzel, _FEED)
    eintraege = tuple(_eintrag(e) for e in wurzel.iter(f"{ATOM}entry"))
    assert len({e.id for e in eintraege}) == len(eintraege), "ids must differ"
    for name in wurzel.iter(f"{ATOM}author"):
        assert [kind.tag for kind in name] == [f"{ATOM}name"]
    feed = Atomfeed(
        id=_wert(wurzel, "id"),
        titel=_wert(wurzel, "title"),
        tag=_wert(wurzel, "updated"),
        sprache=wurzel.get(SPRACHE, ""),
        selbst=_ziel(wurzel, "self"),
        seite=_ziel(wurzel, "alternate"),
        eintraege=eintraege,
    )
    assert feed.selbst
    assert all(e.tag <= feed.tag for e in eintraege)
    return feed


def _pruefe(element: ET.Element, erlaubt: dict[str, tuple[int, int]]) -> None:
    anzahl = Counter(kind.tag.removeprefix(ATOM) for kind in element)
    assert set(anzahl) <= set(erlaubt), set(anzahl) - set(erlaubt)
    for name, (mindestens, hoechstens) in erlaubt.items():
        assert mindestens <= anzahl[name] <= hoechstens, name
    for kind in element:
        name = kind.tag.removeprefix(ATOM)
        if name in _TEXT:
            assert len(kind) == 0, f"{name} holds markup"
            assert (kind.text or "").strip() == kind.text, name
        if name == "updated":
            assert _TAG.fullmatch(kind.text or ""), kind.text
        if name == "id":
            assert urlsplit(kind.text or "").scheme, kind.text
        if name == "link":
            assert urlsplit(kind.get("href", "")).scheme, kind.attrib
            assert set(kind.attrib) <= {"rel", "type", "href", "hreflang", "title"}
        if name == "category":
            assert kind.get("term")
    arten = [(k.get("rel"), k.get("type"), k.get("hreflang")) for k in element.iter(f"{ATOM}link")]
    eigene = arten[: sum(kind.tag == f"{ATOM}link" for kind in element)]
    assert len(set(eigene)) == len(eigene), "one alternate a type and language"


def _wert(element: ET.Element, name: str) -> str:
    return element.findtext(f"{ATOM}{name}", "")


def _ziel(element: ET.Element, art: str) -> str:
    ziele = [k.get("href", "") for k in element.findall(f"{ATOM}link") if k.get("rel") == art]
    assert len(ziele) == 1, art
    return ziele[0]


def _eintrag(element: ET.Element) -> Eintrag:
    _pruefe(element, _ENTRY)
    titel = element.find(f"{ATOM}title")
    assert titel is not None
    return Eintrag(
        id=_wert(element, "id"),
        titel=titel.text or "",
        tag=_wert(element, "updated"),
        ziel=_ziel(element, "alternate"),
        sprache=titel.get(SPRACHE, ""),
        text=_wert(element, "summary"),
    )
