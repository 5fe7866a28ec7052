"""Elements of the structure tree of a PDF while it is made: find, add, walk through."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pydyf


def objekt(pdf: Any, verweis: bytes) -> Any:
    """Return the object a reference such as `12 0 R` means."""
    return pdf.objects[int(verweis.split()[0])]


def vom_typ(pdf: Any, typ: str) -> Iterator[Any]:
    """Yield the objects of a type; those added meanwhile are left out."""
    return (o for o in list(pdf.objects) if isinstance(o, dict) and o.get("Type") == typ)


def verweise(pdf: Any, element: Any, typ: str) -> list[bytes]:
    """Return the references to objects of a type right below an element."""
    alle = [kind for kind in element["K"] if isinstance(kind, bytes)]
    return [verweis for verweis in alle if objekt(pdf, verweis).get("Type") == typ]


def kinder(pdf: Any, element: Any) -> list[Any]:
    """Return the elements right below one; marked content (numbers) and annotations are none."""
    return [objekt(pdf, verweis) for verweis in verweise(pdf, element, "/StructElem")]


def neu(pdf: Any, art: str, eltern: Any) -> Any:
    """Make an element; whoever calls puts it among the children of its parent."""
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


def haenge_an(element: Any, kind: Any) -> None:
    """Make an element the last child of another."""
    kind["P"] = element.reference
    element["K"].append(kind.reference)


def entferne_leere(pdf: Any, element: Any, arten: frozenset[str]) -> None:
    """Drop elements in which there is nothing, such as paragraphs that ended a column before."""
    for kind in kinder(pdf, element):
        entferne_leere(pdf, kind, arten)
        if kind["S"] in arten and not kind["K"]:
            element["K"].remove(kind.reference)
