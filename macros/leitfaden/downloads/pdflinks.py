"""Links in the structure tree of a PDF: one for each place, told in the words of the link."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import unquote

import pydyf

from leitfaden.downloads.pdfelemente import kinder, objekt, verweise, vom_typ

# Begins the address of a place in another part of the same book: that part is set by itself, and
# the library drops links to places it does not know.
ANDERSWO = "buch:"


def richte_querverweise(pdf: Any) -> None:
    """Make links to other parts what they are: links to a place within the document."""
    for anmerkung in vom_typ(pdf, "/Annot"):
        adresse = anmerkung["A"]["URI"].string if "A" in anmerkung else ""
        if adresse.startswith(ANDERSWO):
            del anmerkung["A"]
            anmerkung["Dest"] = pydyf.String(unquote(adresse.removeprefix(ANDERSWO)))


def ordne_links(pdf: Any, dokument: Any, worte: Mapping[int, str]) -> None:
    """Words in bold within a link are no links of their own, to click, to tab to, to hear.

    WeasyPrint gives each of them one; `worte` are the texts of links by the number of their
    element.
    """
    ueberzaehlig: set[bytes] = set()
    for link in _links(pdf, dokument):
        for verweis in verweise(pdf, link, "/OBJR"):
            _benenne(objekt(pdf, objekt(pdf, verweis)["Obj"]), worte.get(link.number, ""))
        for element in _darunter(pdf, link):
            ueberzaehlig.update(_loese(pdf, element))
    if ueberzaehlig:
        _entferne(pdf, ueberzaehlig)


def _links(pdf: Any, element: Any) -> Iterator[Any]:
    """Yield the outermost links."""
    for kind in kinder(pdf, element):
        if kind["S"] == "/Link":
            yield kind
        else:
            yield from _links(pdf, kind)


def _darunter(pdf: Any, element: Any) -> Iterator[Any]:
    for kind in kinder(pdf, element):
        yield kind
        yield from _darunter(pdf, kind)


def _benenne(anmerkung: Any, worte: str) -> None:
    """Say what a link is called; one to elsewhere names its address, too."""
    if worte:
        adresse = anmerkung.get("A", {}).get("URI")
        text = f"{worte} ({adresse.string})" if adresse is not None else worte
        anmerkung["Contents"] = pydyf.String(text)


def _loese(pdf: Any, element: Any) -> Iterator[bytes]:
    """Take the annotations out of an element within a link; yields their references."""
    if element["S"] == "/Link":
        element["S"] = "/Span"
    for verweis in verweise(pdf, element, "/OBJR"):
        element["K"].remove(verweis)
        yield objekt(pdf, verweis)["Obj"]


def _entferne(pdf: Any, anmerkungen: set[bytes]) -> None:
    """Take annotations out of their pages and out of the way back from them to the tree."""
    for seite in vom_typ(pdf, "/Page"):
        if "Annots" in seite:
            bleiben = [a for a in seite["Annots"] if a not in anmerkungen]
            seite["Annots"] = pydyf.Array(bleiben)
    nummern = {objekt(pdf, a)["StructParent"] for a in anmerkungen}
    wurzel = next(vom_typ(pdf, "/StructTreeRoot"))
    paare = objekt(pdf, wurzel["ParentTree"])["Nums"]
    bleibt = [
        teil
        for nummer, wert in zip(paare[::2], paare[1::2], strict=True)
        if nummer not in nummern
        for teil in (nummer, wert)
    ]
    objekt(pdf, wurzel["ParentTree"])["Nums"] = pydyf.Array(bleibt)
    for anmerkung in anmerkungen:
        objekt(pdf, anmerkung).clear()
