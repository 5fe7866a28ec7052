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

from leitfaden.downloads.pdfelemente import entferne_leere, kinder, objekt, vom_typ
from leitfaden.downloads.pdflinks import ordne_links, richte_querverweise
from leitfaden.downloads.pdflisten import benenne_koepfe, ordne_liste

_OHNE_ELEMENT = ("html", "body")
# Elements that mean nothing without content; an empty cell does.
_OHNE_INHALT_NICHTS = frozenset(("/P", "/Span", "/Div", "/Sect", "/NonStruct", "/LBody", "/Link"))


class Struktur:
    """What HTML knew and the structure tree of one PDF is to say as well.

    `vorsatz` begins the names of header cells, where a PDF is to become part of another.
    """

    def __init__(self, vorsatz: str = "") -> None:
        self._vorsatz = vorsatz
        self._begriffe: set[int] = set()
        self._erklaerungen: set[int] = set()
        # Texts of links by their elements.
        self._linkworte: dict[int, str] = {}
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
        for rest in pdf.objects[objekte:]:
            rest.clear()

    def _vermerke(self, element: Any, html: Any) -> None:
        if sprache := html.get("lang"):
            element["Lang"] = pydyf.String(sprache)
        if html.tag == "dt":
            self._begriffe.add(element.number)
        if html.tag == "dd":
            self._erklaerungen.add(element.number)
        if html.tag == "a":
            self._linkworte[element.number] = " ".join("".join(html.itertext()).split())

    def vollende(self, _: Any, pdf: Any) -> None:
        """Put the finished tree in order; WeasyPrint calls this before it writes the file."""
        elemente = list(vom_typ(pdf, "/StructElem"))
        richte_querverweise(pdf)
        for element in elemente:
            if "ID" in element:
                # Cells name their headers by the very same object.
                element["ID"].string = f"{self._vorsatz}{element['ID'].string}"
            if element["S"] == "/L":
                ordne_liste(pdf, element, self._begriffe, self._erklaerungen)
            elif element["S"] == "/Table":
                benenne_koepfe(pdf, element)
        wurzel = next(vom_typ(pdf, "/StructTreeRoot"))
        for dokument in kinder(pdf, wurzel):
            ordne_links(pdf, dokument, self._linkworte)
            entferne_leere(pdf, dokument, _OHNE_INHALT_NICHTS)
        _verzeichne(pdf, wurzel, elemente)
        for seite, nummern in self._am_rand.items():
            _nimm_aus(pdf, pdf.page_references[seite], nummern)


def _nimm_aus(pdf: Any, seite: bytes, nummern: set[int]) -> None:
    """Call marked content of a page an artifact, so that nobody reads it out on every page."""
    strom = objekt(pdf, objekt(pdf, seite)["Contents"]).stream
    for stelle, teil in enumerate(strom):
        if isinstance(teil, dict) and teil.get("MCID") in nummern:
            strom[stelle - 1] = "/Artifact"
            teil.clear()
            teil["Type"] = "/Pagination"


def _verzeichne(pdf: Any, wurzel: Any, elemente: list[Any]) -> None:
    """List the names of header cells in the root: readers look them up there."""
    benannte = sorted((e["ID"].data, e) for e in elemente if "ID" in e)
    if not benannte:
        return
    namen = pydyf.Array([wert for _, e in benannte for wert in (e["ID"], e.reference)])
    baum = pydyf.Dictionary({"Kids": pydyf.Array([])})
    blatt = pydyf.Dictionary({"Limits": pydyf.Array([namen[0], namen[-2]]), "Names": namen})
    for teil in (blatt, baum):
        pdf.add_object(teil)
    baum["Kids"].append(blatt.reference)
    wurzel["IDTree"] = baum.reference
