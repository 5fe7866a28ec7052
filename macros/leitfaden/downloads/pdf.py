"""HTML to PDF with WeasyPrint: tagged as PDF/UA-1, the same bytes for the same text."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib import resources
from typing import Any

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from leitfaden.downloads.pdfstruktur import Struktur

STIL = "vorlagendruck.css"
_VARIANTE = "pdf/ua-1"


def pdf(html: str, stil: str = STIL) -> bytes:
    """Return a PDF of a whole HTML document; nothing is fetched from anywhere.

    Whatever the library warns about, such as a link that leads nowhere, is an error.
    """
    return schreibe(setze(html, stil))


def setze(html: str, stil: str, zusatz: str = "") -> Any:
    """Lay a document out in pages; `zusatz` are rules of its own."""
    with _streng():
        dokument = HTML(string=html, url_fetcher=_hole_nichts)
        blaetter = [_blatt(stil), *([_css(zusatz)] if zusatz else [])]
        return dokument.render(
            stylesheets=blaetter, font_config=schriftenwahl(), pdf_variant=_VARIANTE
        )


def schreibe(satz: Any, vorsatz: str = "") -> bytes:
    """Write pages as a tagged PDF; `vorsatz` begins the names of elements."""
    struktur = Struktur(vorsatz)
    with struktur.beobachtet(), _streng():
        daten: bytes = satz.write_pdf(pdf_variant=_VARIANTE, finisher=struktur.vollende)
    return daten


class PdfError(RuntimeError):
    """The library found fault with a document."""


class _Klagen(logging.Handler):
    """Keeps what the library warns about."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.zeilen: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one message."""
        self.zeilen.append(record.getMessage())


@contextmanager
def _streng() -> Iterator[None]:
    protokoll, klagen = logging.getLogger("weasyprint"), _Klagen()
    protokoll.addHandler(klagen)
    try:
        yield
    finally:
        protokoll.removeHandler(klagen)
    if klagen.zeilen:
        raise PdfError("; ".join(dict.fromkeys(klagen.zeilen)))


@cache
def schriftenwahl() -> FontConfiguration:
    """Return what chooses fonts, one a process."""
    return FontConfiguration()


@cache
def _blatt(stil: str) -> CSS:
    """Return a style sheet, parsed once a process."""
    with _streng():
        return _css(vorlage(stil))


def vorlage(name: str) -> str:
    """Return the text of a style sheet of ours."""
    return resources.files(__package__).joinpath("templates", name).read_text(encoding="utf-8")


def _css(regeln: str) -> CSS:
    return CSS(string=regeln, url_fetcher=_hole_nichts, font_config=schriftenwahl())


def _hole_nichts(adresse: str, *_: object, **__: object) -> dict[str, object]:
    raise ValueError(f"{adresse} wird nicht geladen")
