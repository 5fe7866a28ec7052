"""Completes the structure tree WeasyPrint writes: languages, definition lists, table headers.

WeasyPrint has no public way to do this; its private function is wrapped only while a PDF is made.
The pinned version and the checks over every PDF keep this safe.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pydyf
from weasyprint.formatting_structure import boxes
from weasyprint.pdf import tags

_OHNE_ELEMENT = ("html", "body")


class Struktur:
    """What HTML knew and the structure tree of one PDF is to say as well."""

    def __init__(self) -> None:
        self._begriffe: set[int] = set()
        self._erklaerungen: set[int] = set()
        # Marked content of running heads, by page.
        self._am_rand: dict[int, set[int]] = {}

    @contextmanager
    def beobachtet(self) -> Iterator[None]:
        """Note languages and definition lists while WeasyPrint builds its tree."""
        original = tags._build_box_tree
        tags._build_box_tree = self._mit_vermerk(original)
        try:
            yield
        finally:
            tags._build_box_tree = original

    def _mit_vermerk(self, original: Callable[..., Iterator[Any]]) -> Callable[..., Iterator[Any]]:
        def baue(box: Any, *args: Any) -> Iterator[Any]:
            if isinstance(box, boxes.MarginBox):
                self._merke_rand(lambda: tuple(original(box, *args)), *args)
                return
            html = getattr(getattr(box, "_box", box), "element", None)
            for element in original(box, *args):
                if html is not None and html.tag not in _OHNE_ELEMENT:
                    self._vermerke(element, html)
                yield element

        return baue

    def _merke_rand(self, baue: Callable[[], object], *args: Any) -> None:
        """Running heads repeat on every page: they get no place in the tree."""
        _, pdf, seite, nummern, *_ = args
        vorher, objekte = set(nummern), len(pdf.objects)
        baue()
        rand = set(nummern) - vorher
        self._am_rand.setdefault(seite, set()).update(rand)
        for mcid in rand:
            nummern[mcid] = b"null"
        for objekt in pdf.objects[objekte:]:
            objekt.clear()

    def _vermerke(self, element: Any, html: Any) -> None:
        if sprache := html.get("lang"):
            element["Lang"] = pydyf.String(sprache)
        if html.tag == "dt":
            self._begriffe.add(element.number)
        if html.tag == "dd":
            self._erklaerungen.add(element.number)

    def vollende(self, _: Any, pdf: Any) -> None:
        """Put the finished tree in order; WeasyPrint calls this before it writes the file."""
        elemente = list(_vom_typ(pdf, "/StructElem"))
        for element in elemente:
            if element["S"] == "/L":
                self._ordne_liste(pdf, element)
            elif element["S"] == "/Table":
                _benenne_koepfe(pdf, element)
        _verzeichne(pdf, elemente)
        for seite, nummern in self._am_rand.items():
            _nimm_aus(pdf, pdf.page_references[seite], nummern)

    def _ordne_liste(self, pdf: Any, liste: Any) -> None:
        """A list holds items only; a term and its explanations are label and body of one item."""
        punkte: list[Any] = []
        for kind in _ohne_huellen(pdf, liste):
            if kind["S"] in ("/L", "/Caption"):
                punkte.append(kind)
            elif kind["S"] == "/LI" and (kind.number not in self._erklaerungen or not punkte):
                if kind.number in self._begriffe:
                    _erstes(pdf, kind)["S"] = "/Lbl"
                punkte.append(kind)
            else:
                _haenge_an(pdf, _letzter_punkt(pdf, liste, punkte), kind)
        liste["K"] = pydyf.Array([punkt.reference for punkt in punkte])
        for punkt in punkte:
            punkt["P"] = liste.reference


def _vom_typ(pdf: Any, typ: str) -> Iterator[Any]:
    return (o for o in list(pdf.objects) if isinstance(o, dict) and o.get("Type") == typ)


def _kinder(pdf: Any, element: Any) -> list[Any]:
    """Return the elements right below one; marked content (numbers) and annotations are none."""
    verweise = [k for k in element["K"] if isinstance(k, bytes)]
    objekte = [pdf.objects[int(verweis.split()[0])] for verweis in verweise]
    return [objekt for objekt in objekte if objekt.get("Type") == "/StructElem"]


def _ohne_huellen(pdf: Any, liste: Any) -> Iterator[Any]:
    """Walk through what a list holds; groups such as <div> in <dl> are no items."""
    for kind in _kinder(pdf, liste):
        if kind["S"] == "/Div":
            yield from _ohne_huellen(pdf, kind)
        else:
            yield kind


def _erstes(pdf: Any, element: Any) -> Any:
    return _kinder(pdf, element)[0]


def _letzter_punkt(pdf: Any, liste: Any, punkte: list[Any]) -> Any:
    """Return the item that takes what stands between items; makes one if there is none yet."""
    if not punkte or punkte[-1]["S"] != "/LI":
        punkte.append(_neu(pdf, "/LI", liste))
    return punkte[-1]


def _haenge_an(pdf: Any, punkt: Any, kind: Any) -> None:
    """Put an explanation, or the blank between term and explanation, into an item."""
    ziel = _letzter_teil(pdf, punkt)
    if kind["S"] == "/LI":
        koerper = _erstes(pdf, kind)
        if ziel["S"] == "/Lbl":
            koerper["P"] = punkt.reference
            punkt["K"].append(koerper.reference)
            return
        for teil in _kinder(pdf, koerper):
            teil["P"] = ziel.reference
        ziel["K"].extend(koerper["K"])
        return
    kind["P"] = ziel.reference
    ziel["K"].append(kind.reference)


def _letzter_teil(pdf: Any, punkt: Any) -> Any:
    """Return label or body of an item, whichever is last; makes a body if there is neither."""
    teile = _kinder(pdf, punkt)
    if teile:
        return teile[-1]
    koerper = _neu(pdf, "/LBody", punkt)
    punkt["K"].append(koerper.reference)
    return koerper


def _neu(pdf: Any, art: str, eltern: Any) -> Any:
    element = pydyf.Dictionary(
        {
            "Type": "/StructElem",
            "S": art,
            "K": pydyf.Array([]),
            "Pg": eltern["Pg"],
            "P": eltern.reference,
        }
    )
    pdf.add_object(element)
    return element


def _zeilen(pdf: Any, element: Any, im_kopf: bool = False) -> Iterator[tuple[bool, list[Any]]]:
    for kind in _kinder(pdf, element):
        if kind["S"] == "/TR":
            yield im_kopf, [z for z in _kinder(pdf, kind) if z["S"] in ("/TH", "/TD")]
        elif kind["S"] in ("/THead", "/TBody", "/TFoot"):
            yield from _zeilen(pdf, kind, kind["S"] == "/THead")


def _benenne_koepfe(pdf: Any, tabelle: Any) -> None:
    """Every header cell says whether it is about its column or its row."""
    for im_kopf, zellen in _zeilen(pdf, tabelle):
        nur_koepfe = all(zelle["S"] == "/TH" for zelle in zellen)
        for zelle in zellen:
            if zelle["S"] == "/TH":
                zelle["A"]["Scope"] = "/Column" if im_kopf or nur_koepfe else "/Row"


def _nimm_aus(pdf: Any, seite: bytes, nummern: set[int]) -> None:
    """Call marked content of a page an artifact, so that nobody reads it out on every page."""
    inhalt = pdf.objects[int(seite.split()[0])]["Contents"]
    strom = pdf.objects[int(inhalt.split()[0])].stream
    for stelle, teil in enumerate(strom):
        if isinstance(teil, dict) and teil.get("MCID") in nummern:
            strom[stelle - 1] = "/Artifact"
            teil.clear()
            teil["Type"] = "/Pagination"


def _verzeichne(pdf: Any, elemente: list[Any]) -> None:
    """List the names of header cells in the root: readers look them up there."""
    benannte = sorted((e["ID"].data, e) for e in elemente if "ID" in e)
    if not benannte:
        return
    namen = pydyf.Array([wert for _, e in benannte for wert in (e["ID"], e.reference)])
    wurzel = next(_vom_typ(pdf, "/StructTreeRoot"))
    baum = pydyf.Dictionary({"Kids": pydyf.Array([])})
    blatt = pydyf.Dictionary({"Limits": pydyf.Array([namen[0], namen[-2]]), "Names": namen})
    for objekt in (blatt, baum):
        pdf.add_object(objekt)
    baum["Kids"].append(blatt.reference)
    wurzel["IDTree"] = baum.reference
