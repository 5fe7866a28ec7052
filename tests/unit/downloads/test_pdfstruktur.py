"""The structure tree of our PDFs: languages, definition lists, header cells, running heads."""

from __future__ import annotations

import pytest

from leitfaden.downloads.pdf import pdf
from tests.pruefstand.pdfbaum import Element, Pdf

KOPF = '<!doctype html><html lang="de"><head><meta charset="utf-8"><title>P</title></head><body>'


def baum(html: str) -> Pdf:
    return Pdf(pdf(f"{KOPF}<h1>Titel</h1>{html}</body></html>"))


def form(element: Element) -> str:
    """Write an element and what is below it, without the pieces of text themselves."""
    kinder = " ".join(form(kind) for kind in element.kinder if kind.typ != "Span")
    return f"{element.typ}({kinder})" if kinder else element.typ


def test_language_of_a_part_is_in_the_tree() -> None:
    p = baum('<p lang="en">One <span lang="fr">mot</span></p><p>Deutsch</p>')
    assert [e.wert("/Lang") for e in p.vom_typ("P")] == ["en", ""]
    assert [e.geerbt("/Lang") for e in p.vom_typ("Span") if e.inhalte] == ["", "en", "fr", ""]


@pytest.mark.parametrize(
    ("html", "erwartet"),
    [
        ("<dl><div><dt>A</dt> <dd>B</dd></div></dl>", "L(LI(Lbl LBody))"),
        ("<dl><dt>A</dt><dd>B</dd><dd>C</dd><dt>D</dt><dd>E</dd></dl>",
         "L(LI(Lbl LBody) LI(Lbl LBody))"),
        ("<ul><li>A</li><li>B<ul><li>C</li></ul></li></ul>",
         "L(LI(Lbl LBody) LI(Lbl LBody) L(LI(Lbl LBody)))"),
        ('<ul style="list-style: none"><li>A</li><li>B</li></ul>', "L(LI(LBody) LI(LBody))"),
        ('<ul style="list-style: none"><li><a href="https://b.de/">A</a></li></ul>',
         "L(LI(LBody(Link)))"),
    ],
)  # fmt: skip
def test_items_of_lists_are_label_and_body(html: str, erwartet: str) -> None:
    assert next(form(e) for e in baum(html).vom_typ("L")) == erwartet


def test_term_and_explanation_on_two_pages_stay_items() -> None:
    p = baum('<dl><div><dt>A</dt><dd style="display: block; break-before: page">B</dd></div></dl>')
    assert [form(e) for e in p.vom_typ("L")] == ["L(LI(Lbl))", "L(LI(LBody))"]


def test_header_cells_tell_column_from_row() -> None:
    p = baum(
        "<table><thead><tr><th>A</th><th>B</th></tr></thead>"
        "<tbody><tr><th>C</th><td>1</td></tr></tbody></table>"
        "<table><tr><th>D</th><th>E</th></tr><tr><td>1</td><td>2</td></tr></table>"
    )
    koepfe = [str(e.eigenschaft("/Scope")) for e in p.vom_typ("TH")]
    assert koepfe == ["/Column", "/Column", "/Row", "/Column", "/Column"]


def test_running_heads_are_read_to_nobody() -> None:
    p = baum("<p>Text</p>")
    stellen = p.gezeichnet[0]
    assert [s.artefakt for s in stellen if s.operator == "TJ"] == [False, False, True]
    assert all(s.mcid is None for s in stellen if s.artefakt)


def test_nothing_is_left_of_the_watch_after_a_pdf_is_made() -> None:
    from weasyprint.pdf import tags

    vorher = tags._build_box_tree
    baum("<p>Text</p>")
    assert tags._build_box_tree is vorher
