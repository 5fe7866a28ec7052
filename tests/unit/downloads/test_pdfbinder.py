"""Parts bound into one PDF: one tree, one set of names and fonts, PDF/UA as a whole."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import page
import pytest

from leitfaden.downloads.pdfbinder import binde
from leitfaden.downloads.pdfteil import Fertigteil, lies, schreibe_teil, setze_teil
from tests.pruefstand.pdfbaum import Pdf
from tests.pruefstand.pdfua import pruefe

HTML = """<!doctype html><html lang="de"><head><meta charset="utf-8"><title>{titel}</title></head>
<body class="buch"><section class="teil" data-teil="Teil">{inhalt}</section></body></html>"""
TABELLE = """<table><thead><tr><th>Wer</th><th>Was</th></tr></thead>
<tbody><tr><th>{0}</th><td><a href="https://b.test/{0}">{0}</a></td></tr></tbody></table>"""


def fertig(beginn: int, titel: str, inhalt: str) -> Fertigteil:
    return schreibe_teil(
        setze_teil(HTML.format(titel=titel, inhalt=inhalt), "buch.css", beginn), beginn
    )


@pytest.fixture(scope="module")
def teile() -> list[tuple[int, Fertigteil]]:
    querverweis = '<p><a href="buch:drei">Zum Ende</a> <a href="buch:eins">Hierher</a></p>'
    return [
        (1, fertig(1, "Ganzes", f'<h1 class="titel" id="eins">Eins</h1>{querverweis}'
                   f'{TABELLE.format("Ü")}<h2 class="titel" id="zwei">Zwei</h2>')),
        (2, fertig(2, "Zweiter", f'<h3 class="titel">Tief</h3>{TABELLE.format("Ø")}'
                   '<p class="satz">Nächste Seite</p>')),
        # Page 4 stays empty.
        (5, fertig(5, "Letzter", '<h1 class="titel" id="drei">Drei</h1>'
                   '<p lang="en">One <em>Word</em>: <a href="buch:zwei">two</a></p>')),
    ]  # fmt: skip


@pytest.fixture(scope="module")
def band(teile: list[tuple[int, Fertigteil]]) -> bytes:
    return binde(teile)


@pytest.fixture(scope="module")
def baum(band: bytes) -> Pdf:
    return Pdf(band)


def test_two_checkers_find_nothing(band: bytes) -> None:
    assert pruefe(band) == []
    assert page.validate_pdf_bytes(band, profile="ua1").failures == []


def test_the_same_parts_give_the_same_bytes(
    band: bytes, teile: list[tuple[int, Fertigteil]]
) -> None:
    assert band == binde([(beginn, lies(teil.als_bytes())) for beginn, teil in teile])


def test_one_document_holds_all_parts_in_order(baum: Pdf) -> None:
    wurzeln = baum.wurzel.StructTreeRoot.K
    assert [str(w.S) for w in wurzeln] == ["/Document"]
    orte = [seite.obj.objgen for seite in baum.pdf.pages]
    folge = [orte.index(kind.Pg.objgen) for kind in wurzeln[0].K]
    assert folge == sorted(folge)
    assert set(folge) == {0, 1, 2, 4}
    assert all(kind.P.objgen == wurzeln[0].objgen for kind in wurzeln[0].K)


def test_numbers_lead_back_from_every_page_and_link(baum: Pdf) -> None:
    nummern = [int(n) for n in list(baum.wurzel.StructTreeRoot.ParentTree.Nums)[::2]]
    assert all(a < b for a, b in pairwise(nummern))
    gebraucht = [
        int(nummer)
        for seite in baum.pdf.pages
        for nummer in (
            *([seite.obj.StructParents] if "/StructParents" in seite.obj else ()),
            *(anmerkung.StructParent for anmerkung in seite.obj.get("/Annots", [])),
        )
    ]
    assert sorted(gebraucht) == nummern
    assert int(baum.wurzel.StructTreeRoot.ParentTreeNextKey) == nummern[-1] + 1


def test_header_cells_of_all_parts_have_names_of_their_own() -> None:
    # Parts of one form: their elements have the same numbers.
    inhalt = f'<h1 class="titel">Gleich</h1>{TABELLE.format("A")}'
    baum = Pdf(binde([(beginn, fertig(beginn, "Gleich", inhalt)) for beginn in (1, 2)]))
    namen = [e.wert("/ID") for e in baum.vom_typ("TH")]
    assert len(set(namen)) == len(namen) == 6
    zellen = [[str(k) for k in e.eigenschaft("/Headers")] for e in baum.vom_typ("TD")]
    assert zellen == [[namen[1]], [namen[4]]]


def test_links_lead_from_part_to_part(baum: Pdf) -> None:
    ziele = {
        str(a.Contents): str(a.Dest)
        for seite in baum.pdf.pages
        for a in seite.obj.get("/Annots", [])
        if "/Dest" in a
    }
    assert ziele == {"Zum Ende": "drei", "Hierher": "eins", "two": "zwei"}
    namen = list(baum.wurzel.Names.Dests.Names)
    orte = [seite.obj.objgen for seite in baum.pdf.pages]
    seiten = {str(n): orte.index(z[0].objgen) for n, z in zip(namen[::2], namen[1::2], strict=True)}
    assert seiten == {"drei": 4, "eins": 0, "zwei": 0}
    assert list(seiten) == sorted(seiten)


def test_bookmarks_of_all_parts_are_one_outline(baum: Pdf) -> None:
    with baum.pdf.open_outline() as gliederung:
        eins, drei = gliederung.root
    assert (eins.title, drei.title) == ("Eins", "Drei")
    assert [(p.title, [q.title for q in p.children]) for p in eins.children] == [("Zwei", ["Tief"])]
    tief = eins.children[0].children[0].destination
    assert tief[0].objgen == baum.pdf.pages[1].obj.objgen
    # In points from the foot of an A4 page: the heading stands near the top.
    assert 700 < float(tief[3]) < 842


def test_each_font_is_there_once_with_the_signs_of_all_parts(baum: Pdf) -> None:
    namen = [str(schrift.BaseFont).partition("+")[2] for schrift in baum.schriften]
    assert sorted(namen) == ["Liberation-Sans", "Liberation-Sans-Bold", "Liberation-Sans-Italic"]
    normal = next(s for s in baum.schriften if str(s.BaseFont).endswith("Liberation-Sans"))
    zeichen = normal.ToUnicode.read_bytes()
    for letter in "ÜØ":
        assert letter.encode("utf-16-be").hex().encode() in zeichen


def test_the_first_part_says_what_the_whole_is_called(baum: Pdf) -> None:
    assert str(baum.pdf.docinfo.Title) == "Ganzes"
    assert str(baum.wurzel.Lang) == "de"


def test_text_can_be_read_back(band: bytes, tmp_path: Path) -> None:
    from pypdf import PdfReader

    (tmp_path / "band.pdf").write_bytes(band)
    texte = [seite.extract_text() for seite in PdfReader(tmp_path / "band.pdf").pages]
    assert "Zum Ende Hierher" in texte[0]
    assert texte[3] == ""
    assert "One Word: two" in texte[4]
