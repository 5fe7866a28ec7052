"""Fonts of PDFs that become parts of another: collected while a part is written, embedded once.

WeasyPrint embeds what a document uses of a font. Forty parts would bring the same letters forty
times; here a part only tells which signs it uses, and the whole embeds the sum of them. What a
part draws are numbers of signs, so they hold only with the very same font files: `pruefsumme`.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import pydyf
import weasyprint.pdf as schreiber
from weasyprint.pdf import fonts, stream
from weasyprint.text.ffi import ffi, gobject, pango
from weasyprint.text.fonts import get_pango_font_key

from leitfaden.downloads.pdf import PdfError, schriftenwahl

# Pixels; only the height of a line, as a share of it, is taken from a font at this size.
_GRAD = 16
_EINHEITEN = 1024
_OPTIONEN = {"hinting": False, "pdf_version": "1.7"}


@dataclass
class Zeichen:
    """Signs of one font: what they mean and how wide they are, by their number in the font."""

    texte: dict[int, str] = field(default_factory=dict)
    breiten: dict[int, int] = field(default_factory=dict)

    def nimm_auf(self, andere: Zeichen) -> None:
        """Add signs; what is known already stays as it is."""
        self.texte = andere.texte | self.texte
        self.breiten = andere.breiten | self.breiten


# Signs by the description of their font, such as „Liberation Sans Bold“.
Schriften = Mapping[str, Zeichen]


class _Schrift(fonts.Font):  # type: ignore[misc]  # the library has no types
    """A font that remembers by which description it can be found again."""

    def __init__(self, schrift: Any, beschreibung: Any, grad: float) -> None:
        super().__init__(schrift, beschreibung, grad)
        self.beschreibung: str = ffi.string(
            pango.pango_font_description_to_string(beschreibung)
        ).decode()


@contextmanager
def ausgelagert() -> Iterator[dict[str, Zeichen]]:
    """Embed no fonts meanwhile; yields the signs that are used.

    WeasyPrint has no public way to do this; the pinned version and the tests keep it safe.
    """
    gebraucht: dict[str, Zeichen] = {}

    def merke(_: Any, schriften: Mapping[int, _Schrift], *__: Any) -> Any:
        for schrift in schriften.values():
            zeichen = Zeichen(schrift.to_unicode, schrift.widths)
            gebraucht.setdefault(schrift.beschreibung, Zeichen()).nimm_auf(zeichen)
        return pydyf.Dictionary()

    baue, klasse = schreiber.build_fonts_dictionary, stream.Font
    schreiber.build_fonts_dictionary, stream.Font = merke, _Schrift
    try:
        yield gebraucht
    finally:
        schreiber.build_fonts_dictionary, stream.Font = baue, klasse


def vereine(alle: Iterable[Schriften]) -> dict[str, Zeichen]:
    """Return the signs of several parts; on different meanings, the first part is right."""
    ganze: dict[str, Zeichen] = {}
    for schriften in alle:
        for beschreibung, zeichen in schriften.items():
            ganze.setdefault(beschreibung, Zeichen()).nimm_auf(zeichen)
    return dict(sorted(ganze.items()))


def schriftenmappe(schriften: Schriften) -> bytes:
    """Return a PDF with one empty page that has all fonts, each with the signs asked for."""
    mappe = pydyf.PDF()
    gefunden = {name: _hole(name) for name in schriften}
    for name, schrift in gefunden.items():
        schrift.to_unicode = dict(sorted(schriften[name].texte.items()))
        schrift.widths = dict(sorted(schriften[name].breiten.items()))
    verzeichnis = fonts.build_fonts_dictionary(mappe, gefunden, True, True, _OPTIONEN)
    mappe.add_object(verzeichnis)
    seite = {"Type": "/Page", "Parent": mappe.pages.reference, "MediaBox": "[0 0 9 9]"}
    ausstattung = pydyf.Dictionary({"Font": verzeichnis.reference})
    mappe.add_page(pydyf.Dictionary({**seite, "Resources": ausstattung}))
    ausgabe = io.BytesIO()
    mappe.write(ausgabe, version=b"1.7", compress=True)
    return ausgabe.getvalue()


def pruefsumme(beschreibung: str) -> str:
    """Return a hash of a font file and of what chooses its signs."""
    summe = hashlib.sha256(_hole(beschreibung).file_content)
    summe.update(f"{pango.pango_version()}".encode())
    return summe.hexdigest()


def _hole(beschreibung: str) -> Any:
    _mache_auffindbar()
    wahl = ffi.gc(
        pango.pango_font_description_from_string(beschreibung.encode()),
        pango.pango_font_description_free,
    )
    pango.pango_font_description_set_absolute_size(wahl, _GRAD * _EINHEITEN)
    karte = schriftenwahl().font_map
    umfeld = ffi.gc(pango.pango_font_map_create_context(karte), gobject.g_object_unref)
    gefunden = pango.pango_font_map_load_font(karte, umfeld, wahl)
    if gefunden == ffi.NULL:
        raise PdfError(f"Die Schrift {beschreibung} ist nicht da.")
    schrift = ffi.gc(gefunden, gobject.g_object_unref)
    _, genau, grad = get_pango_font_key(schrift)
    ergebnis = _Schrift(schrift, genau, grad)
    if ergebnis.beschreibung != beschreibung:
        raise PdfError(f"Statt der Schrift {beschreibung} ist {ergebnis.beschreibung} da.")
    return ergebnis


@cache
def _mache_auffindbar() -> None:
    """WeasyPrint never reads a description, so its list of Pango's functions lacks the one."""
    ffi.cdef("PangoFontDescription * pango_font_description_from_string (const char *str);")
