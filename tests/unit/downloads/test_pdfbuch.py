"""Page numbers within a PDF: set again until they are right."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from leitfaden.downloads import pdfbuch
from leitfaden.downloads.pdf import PdfError
from leitfaden.downloads.pdfbuch import mit_seitenzahlen, pdf_mit_seitenzahlen

HTML = """<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Probe</title></head>
<body class="buch"><p><a class="qv" href="#ziel">Ziel</a></p>{seiten}
<h1 id="ziel" class="titel">Am Ziel</h1></body></html>"""
SEITE = '<p class="satz">Seite</p>'


@pytest.mark.parametrize("weitere", [0, 2, 9])
def test_a_reference_names_the_page_of_its_target(weitere: int) -> None:
    seiten = SEITE * weitere
    html = HTML.format(seiten=seiten)
    leser = PdfReader(io.BytesIO(pdf_mit_seitenzahlen(html, "buch.css")))
    texte = [seite.extract_text() for seite in leser.pages]
    nummer = next(n for n, text in enumerate(texte, 1) if "Am Ziel" in text)
    assert nummer == weitere + 1
    assert f"Ziel (S. {nummer})" in texte[0]


def test_every_link_within_the_document_gets_a_number() -> None:
    html = '<a href="#a">A</a> <a class="x" href="#b">B</a> <a href="https://c.test/">C</a>'
    assert mit_seitenzahlen(html, {"a": 7}) == (
        '<a href="#a" data-seite="7">A</a> <a class="x" href="#b" data-seite="88">B</a> '
        '<a href="https://c.test/">C</a>'
    )


def test_numbers_that_never_fit_are_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    runden = iter(range(100))
    monkeypatch.setattr(pdfbuch, "_zaehle", lambda _: {"ziel": next(runden)})
    with pytest.raises(PdfError, match="Seitenzahlen"):
        pdf_mit_seitenzahlen(HTML.format(seiten=""), "buch.css")
