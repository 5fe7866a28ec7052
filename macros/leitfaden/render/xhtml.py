"""HTML of the templates as XHTML, which e-books demand: parsed as browsers do, written as XML."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape, quoteattr

import tinyhtml5

XHTML = "http://www.w3.org/1999/xhtml"
SVG = "http://www.w3.org/2000/svg"
_XML = "http://www.w3.org/XML/1998/namespace"
_LEER = frozenset(("br", "hr", "img", "col", "wbr"))


def lies(html: str) -> Element:
    """Parse a piece of HTML; returns the body that holds it."""
    wurzel: Element = tinyhtml5.parse(f"<!doctype html><body>{html}")
    return next(kind for kind in wurzel if name(kind) == "body")


def name(element: Element) -> str:
    """Return the name of an element without its namespace; comments have none."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def schreibe(koerper: Element) -> str:
    """Write what is inside an element as XHTML."""
    return "".join([escape(koerper.text or ""), *(t for kind in koerper for t in _teile(kind))])


def _teile(element: Element, aussen: str = XHTML) -> Iterator[str]:
    if name(element):
        raum = element.tag.partition("}")[0].lstrip("{")
        anfang = f"<{name(element)}{_raum(raum, aussen)}{''.join(_merkmale(element))}"
        if name(element) in _LEER and raum == XHTML:
            yield f"{anfang}/>"
        else:
            yield f"{anfang}>{escape(element.text or '')}"
            for kind in element:
                yield from _teile(kind, raum)
            yield f"</{name(element)}>"
    yield escape(element.tail or "")


def _raum(raum: str, aussen: str) -> str:
    return f' xmlns="{raum}"' if raum != aussen else ""


def _merkmale(element: Element) -> Iterator[str]:
    for merkmal, wert in element.items():
        raum, _, kurz = merkmal.rpartition("}")
        # What HTML writes as xlink:href is href in SVG 2, which e-books use.
        praefix = "xml:" if raum.lstrip("{") == _XML else ""
        if kurz == "xmlns" or raum.lstrip("{").endswith("/xmlns/"):
            continue
        yield f" {praefix}{kurz}={quoteattr(wert)}"
        if merkmal == "lang":
            yield f" xml:lang={quoteattr(wert)}"
