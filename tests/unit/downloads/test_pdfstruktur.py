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


def test_words_in_bold_within_a_link_are_no_second_link() -> None:
    p = baum(
        '<p><a href="https://b.de/"><b>M07</b> Titel</a> <a href="#z"><span>Sprung</span></a></p>'
        '<h2 id="z">Ziel</h2><style>a::after { content: " (S. 1)" }</style>'
    )
    anmerkungen = list(p.pdf.pages[0].Annots)
    assert [str(a.Contents) for a in anmerkungen] == ["M07 Titel (https://b.de/)", "Sprung"]
    links = p.vom_typ("Link")
    assert [len(e.annotationen) for e in links] == [1, 1]
    assert sum(len(e.annotationen) for e in p.elemente) == len(anmerkungen)
    nummern = list(p.wurzel.StructTreeRoot.ParentTree.Nums)[::2]
    assert [int(n) for n in nummern] == [0, *(int(a.StructParent) for a in anmerkungen)]


def test_paragraphs_of_an_item_are_its_body() -> None:
    p = baum("<ol><li><p>A</p><p>B</p></li><li>C<p>D</p></li></ol>")
    assert form(p.vom_typ("L")[0]) == "L(LI(Lbl LBody(P P)) LI(Lbl LBody(P)))"


def test_nothing_empty_stays_but_cells() -> None:
    p = baum("<p></p><div><p></p></div><table><tr><th>A</th></tr><tr><td></td></tr></table>")
    assert [e.typ for e in p.elemente if not e.kinder and not e.inhalte] == ["TD"]
