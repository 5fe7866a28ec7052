"""HTML to PDF with WeasyPrint: tagged as PDF/UA-1, the same bytes for the same text."""

from __future__ import annotations

from importlib import resources

from weasyprint import CSS, HTML

from leitfaden.downloads.pdfstruktur import Struktur

STIL = "vorlagendruck.css"


def pdf(html: str, stil: str = STIL) -> bytes:
    """Return a PDF of a whole HTML document; nothing is fetched from anywhere."""
    quelle = resources.files(__package__).joinpath("templates", stil).read_text(encoding="utf-8")
    blatt = CSS(string=quelle, url_fetcher=_hole_nichts)
    dokument = HTML(string=html, url_fetcher=_hole_nichts)
    struktur = Struktur()
    with struktur.beobachtet():
        daten: bytes = dokument.write_pdf(
            stylesheets=[blatt], pdf_variant="pdf/ua-1", finisher=struktur.vollende
        )
    return daten


def _hole_nichts(adresse: str, *_: object, **__: object) -> dict[str, object]:
    raise ValueError(f"{adresse} wird nicht geladen")
