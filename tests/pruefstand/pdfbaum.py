"""Reads what the accessibility of a PDF hangs on: structure tree, marked content, fonts."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

import pikepdf
from pikepdf import Array, Dictionary, Name, Object

Befehl = pikepdf.ContentStreamInstruction | pikepdf.ContentStreamInlineImage
# Operators that put something on the page (ISO 32000-1, tables 51, 60, 74, 87, 92, 107).
ZEICHNET = frozenset(
    (
        "Tj",
        "TJ",
        "'",
        '"',
        "f",
        "F",
        "f*",
        "B",
        "B*",
        "b",
        "b*",
        "S",
        "s",
        "sh",
        "Do",
        "INLINE IMAGE",
    )
)
# Types a reader knows (ISO 32000-1, 14.8.4).
STANDARDTYPEN = frozenset(
    """
    Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private H H1 H2 H3 H4 H5
    H6 P L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code
    Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form
    """.split()  # noqa: SIM905 - the list of the standard reads as a text
)


@dataclass(frozen=True)
class Element:
    """A structure element with its place in the tree."""

    objekt: Object
    eltern: Element | None
    typ: str
    kinder: list[Element] = field(default_factory=list, compare=False)
    # Marked content as (page object number, MCID), and annotations.
    inhalte: list[tuple[tuple[int, int], int]] = field(default_factory=list, compare=False)
    annotationen: list[tuple[int, int]] = field(default_factory=list, compare=False)

    def alle(self) -> Iterator[Element]:
        """Yield this element and everything below, in reading order."""
        yield self
        for kind in self.kinder:
            yield from kind.alle()

    def wert(self, name: str) -> str:
        """Return a text such as Alt or Lang, or nothing."""
        gefunden = self.objekt.get(name)
        return "" if gefunden is None else str(gefunden)

    def geerbt(self, name: str) -> str:
        """Return a text of this element or the nearest one around it that has it."""
        return self.wert(name) or (self.eltern.geerbt(name) if self.eltern else "")

    def eigenschaft(self, name: str) -> Object | None:
        """Return an attribute; an element may have one object with attributes or several."""
        a = self.objekt.get("/A")
        for teil in a if isinstance(a, Array) else [a]:
            if isinstance(teil, Dictionary) and name in teil:
                return teil[name]
        return None

    @property
    def leer(self) -> bool:
        """Tell whether there is nothing in it that a reader could read."""
        return not any(e.inhalte or e.annotationen or e.wert("/Alt") for e in self.alle())


@dataclass(frozen=True)
class Stelle:
    """Something drawn: its operator, its MCID if it is tagged, whether it is an artifact."""

    operator: str
    mcid: int | None
    artefakt: bool


class Pdf:
    """A PDF under test."""

    def __init__(self, daten: bytes) -> None:
        self.pdf = pikepdf.open(io.BytesIO(daten))
        self.wurzel = self.pdf.Root

    @cached_property
    def rollen(self) -> dict[str, str]:
        """Own structure types and what they stand for."""
        karte = self.wurzel.get("/StructTreeRoot", {}).get("/RoleMap", {})
        return {str(k).lstrip("/"): str(v).lstrip("/") for k, v in karte.items()}

    @cached_property
    def elemente(self) -> list[Element]:
        """Every structure element in reading order."""
        baum = self.wurzel.get("/StructTreeRoot")
        return [e for kind in _kinder(baum, None, self.rollen) for e in kind.alle()] if baum else []

    def vom_typ(self, *typen: str) -> list[Element]:
        """Return the elements of some types."""
        return [e for e in self.elemente if e.typ in typen]

    @cached_property
    def gezeichnet(self) -> dict[int, list[Stelle]]:
        """What is drawn on each page, including what its form objects draw."""
        return {
            nummer: list(_gezeichnet(seite.obj, seite.get("/Resources", {})))
            for nummer, seite in enumerate(self.pdf.pages)
        }

    @cached_property
    def schriften(self) -> list[Object]:
        """Every font the pages and their form objects use."""
        gefunden: dict[tuple[int, int], Object] = {}
        for seite in self.pdf.pages:
            _sammle_schriften(seite.get("/Resources", {}), gefunden, set())
        return list(gefunden.values())


def _kinder(objekt: Object, eltern: Element | None, rollen: dict[str, str]) -> Iterator[Element]:
    k = objekt.get("/K")
    for kind in k if isinstance(k, Array) else [k]:
        if isinstance(kind, Dictionary) and "/S" in kind:
            typ = str(kind["/S"]).lstrip("/")
            element = Element(kind, eltern, rollen.get(typ, typ))
            _lies_inhalte(kind, element)
            element.kinder.extend(_kinder(kind, element, rollen))
            yield element


def _lies_inhalte(objekt: Object, element: Element) -> None:
    k = objekt.get("/K")
    for kind in k if isinstance(k, Array) else [k]:
        if isinstance(kind, int):
            element.inhalte.append((objekt["/Pg"].objgen, int(kind)))
        elif isinstance(kind, Dictionary) and kind.get("/Type") == Name.OBJR:
            element.annotationen.append(kind["/Obj"].objgen)
        elif isinstance(kind, Dictionary) and kind.get("/Type") == Name.MCR:
            element.inhalte.append((kind.get("/Pg", objekt.get("/Pg")).objgen, int(kind["/MCID"])))


def _gezeichnet(strom: Object, vorrat: Object, aussen: Stelle | None = None) -> Iterator[Stelle]:
    """Walk through a content stream; form objects belong to where they are drawn."""
    stapel: list[Stelle] = [aussen] if aussen else []
    for befehl in pikepdf.parse_content_stream(strom):
        operator = str(befehl.operator)
        if operator in ("BDC", "BMC"):
            stapel.append(_marke(befehl, vorrat, stapel))
        elif operator == "EMC":
            del stapel[-1:]
        elif operator in ZEICHNET:
            oben = stapel[-1] if stapel else Stelle("", None, False)
            form = _form(befehl, vorrat) if operator == "Do" else None
            if form is None:
                yield Stelle(operator, oben.mcid, oben.artefakt)
            else:
                yield from _gezeichnet(form, form.get("/Resources", vorrat), oben)


def _marke(befehl: Befehl, vorrat: Object, stapel: list[Stelle]) -> Stelle:
    angaben = befehl.operands[1] if len(befehl.operands) > 1 else Dictionary()
    if isinstance(angaben, Name):
        angaben = vorrat.get("/Properties", {}).get(angaben, Dictionary())
    oben = stapel[-1] if stapel else Stelle("", None, False)
    artefakt = oben.artefakt or befehl.operands[0] == Name.Artifact
    mcid = int(angaben["/MCID"]) if "/MCID" in angaben else oben.mcid
    return Stelle("", mcid, artefakt)


def _form(befehl: Befehl, vorrat: Object) -> Object | None:
    objekt = vorrat.get("/XObject", {}).get(befehl.operands[0])
    return objekt if objekt is not None and objekt.get("/Subtype") == Name.Form else None


def _sammle_schriften(
    vorrat: Object, gefunden: dict[tuple[int, int], Object], gesehen: set[tuple[int, int]]
) -> None:
    for schrift in vorrat.get("/Font", {}).values():
        gefunden[schrift.objgen] = schrift
    for objekt in vorrat.get("/XObject", {}).values():
        if objekt.objgen not in gesehen and "/Resources" in objekt:
            gesehen.add(objekt.objgen)
            _sammle_schriften(objekt["/Resources"], gefunden, gesehen)
