"""Binds parts, each a PDF of its own, into one tagged PDF.

The parts bring pages and structure; names, numbers and bookmarks are put together here. The
same parts give the same bytes.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from pikepdf import (
    Array,
    Dictionary,
    ObjectStreamMode,
    OutlineItem,
    PageLocation,
    Pdf,
    String,
)

from leitfaden.downloads.pdf import PdfError
from leitfaden.downloads.pdfschriften import schriftenmappe, vereine
from leitfaden.downloads.pdfteil import Fertigteil, Lesezeichen


def binde(teile: Sequence[tuple[int, Fertigteil]]) -> bytes:
    """Return one PDF of parts and the numbers of their first pages.

    The first part tells what the document is called. Between parts that do not follow each other
    at once, pages stay empty.
    """
    band = _Band(teile[0][1])
    for beginn, teil in teile[1:]:
        band.haenge_an(beginn, teil)
    band.schliesse_ab(schriftenmappe(vereine(teil.schriften for _, teil in teile)))
    ausgabe = io.BytesIO()
    band.pdf.save(
        ausgabe,
        object_stream_mode=ObjectStreamMode.generate,
        deterministic_id=True,
        fix_metadata_version=False,
    )
    return ausgabe.getvalue()


class _Band:
    """A PDF that grows part by part."""

    def __init__(self, erster: Fertigteil) -> None:
        self.pdf = Pdf.open(io.BytesIO(erster.pdf))
        self._baum = self.pdf.Root.StructTreeRoot
        self._dokument = self._baum.K[0]
        # The way back from content and annotations to the tree: pairs of number and place.
        self._rueckweg: list[Any] = []
        self._nummern = 0
        self._ziele: dict[bytes, Any] = {}
        self._koepfe: list[tuple[bytes, Any]] = []
        self._lesezeichen: list[tuple[int, Lesezeichen]] = []
        self._ausstattungen: list[Any] = []
        self._nimm_auf(erster, 0, self.pdf.Root, self._baum)

    def haenge_an(self, beginn: int, teil: Fertigteil) -> None:
        """Add a part whose first page has the number `beginn`."""
        with Pdf.open(io.BytesIO(teil.pdf)) as quelle, _ohne_warnung():
            masse = [float(wert) for wert in quelle.pages[0].mediabox]
            while len(self.pdf.pages) < beginn - 1:
                self.pdf.add_blank_page(page_size=(masse[2], masse[3]))
            self.pdf.pages.extend(quelle.pages)
            # Pages were copied before, so that what refers to them means the copies.
            namen = quelle.Root.get("/Names", Dictionary())
            wurzel = Dictionary(Names=self.pdf.copy_foreign(quelle.make_indirect(namen)))
            baum = self.pdf.copy_foreign(quelle.Root.StructTreeRoot)
        for element in baum.K[0].K:
            element.P = self._dokument
            self._dokument.K.append(element)
        self._nimm_auf(teil, beginn - 1, wurzel, baum)

    def _nimm_auf(self, teil: Fertigteil, davor: int, wurzel: Any, baum: Any) -> None:
        seiten = self.pdf.pages[davor:]
        self._ausstattungen.append(seiten[0].obj.Resources)
        self._lesezeichen += [(davor + z.seite, z) for z in teil.lesezeichen]
        for name, ziel in _paare(wurzel.get("/Names", Dictionary()).get("/Dests", Dictionary())):
            self._ziele.setdefault(bytes(name), ziel)
        for kind in baum.get("/IDTree", Dictionary()).get("/Kids", []):
            self._koepfe += ((bytes(name), element) for name, element in _paare(kind))
        self._nummeriere(seiten, baum.ParentTree.Nums)

    def _nummeriere(self, seiten: Sequence[Any], paare: Any) -> None:
        """Give pages and annotations numbers of their own, and the way back the same ones."""
        versatz = self._nummern
        for seite in seiten:
            seite.obj.StructParents = int(seite.obj.StructParents) + versatz
            for anmerkung in seite.obj.get("/Annots", []):
                anmerkung.StructParent = int(anmerkung.StructParent) + versatz
        for stelle, wert in enumerate(paare):
            nummer = stelle % 2 == 0
            self._rueckweg.append(int(wert) + versatz if nummer else wert)
        self._nummern = self._rueckweg[-2] + 1

    def schliesse_ab(self, mappe: bytes) -> None:
        """Add what belongs to the whole: fonts, names, the tree's numbers, bookmarks."""
        with Pdf.open(io.BytesIO(mappe)) as quelle:
            schriften = self.pdf.copy_foreign(quelle.pages[0].obj.Resources.Font)
        for ausstattung in self._ausstattungen:
            for name, schrift in schriften.items():
                ausstattung.Font[name] = schrift
        self._pruefe_links()
        self.pdf.Root.Names = Dictionary(Dests=_verzeichnis(sorted(self._ziele.items())))
        self._baum.ParentTree.Nums = Array(self._rueckweg)
        self._baum.ParentTreeNextKey = self._nummern
        if self._koepfe:
            blatt = _verzeichnis(sorted(self._koepfe, key=lambda paar: paar[0]))
            blatt.Limits = Array([blatt.Names[0], blatt.Names[-2]])
            self._baum.IDTree = Dictionary(Kids=Array([self.pdf.make_indirect(blatt)]))
        self._schreibe_lesezeichen()

    def _pruefe_links(self) -> None:
        verlangt = {
            bytes(anmerkung.Dest)
            for seite in self.pdf.pages
            for anmerkung in seite.obj.get("/Annots", [])
            if "/Dest" in anmerkung
        }
        if fehlt := sorted(verlangt - set(self._ziele)):
            namen = ", ".join(name.decode(errors="replace") for name in fehlt)
            raise PdfError(f"Links führen ins Leere: {namen}")

    def _schreibe_lesezeichen(self) -> None:
        with self.pdf.open_outline() as gliederung:
            gliederung.root.clear()
            # The open bookmark of every level so far, with the list it takes others into.
            offen: list[tuple[int, list[OutlineItem]]] = [(0, gliederung.root)]
            for seite, zeichen in self._lesezeichen:
                while offen[-1][0] >= zeichen.ebene:
                    offen.pop()
                punkt = OutlineItem(
                    zeichen.titel, seite, PageLocation.XYZ, left=zeichen.x, top=zeichen.y
                )
                offen[-1][1].append(punkt)
                offen.append((zeichen.ebene, punkt.children))


def _paare(blatt: Any) -> Iterator[tuple[Any, Any]]:
    """Yield names and what they stand for."""
    namen = list(blatt.get("/Names", []))
    return zip(namen[::2], namen[1::2], strict=True)


def _verzeichnis(paare: Sequence[tuple[bytes, Any]]) -> Any:
    return Dictionary(Names=Array([wert for name, ziel in paare for wert in (String(name), ziel)]))


@contextmanager
def _ohne_warnung() -> Iterator[None]:
    """The library says that names of places are not copied along with pages; we do that."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield
