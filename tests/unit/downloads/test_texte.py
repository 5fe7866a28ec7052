"""Text documents, opened with the readers of both formats."""

from __future__ import annotations

import io
import zipfile

import docx as python_docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Length
from lxml import etree
from odfdo import Document as OdfDocument

from leitfaden.downloads.docx import docx
from leitfaden.downloads.odt import odt
from leitfaden.source.loader import Ladung
from tests.dateien import text

STAND = "2026-11-22"
CONFIG = "urn:oasis:names:tc:opendocument:xmlns:config:1.0"
OOO = "http://openoffice.org/2004/office"


@pytest.fixture(scope="module")
def word(ladung: Ladung) -> Document:
    return python_docx.Document(io.BytesIO(docx(text(ladung.katalog, "kickoff-agenda"))))


@pytest.fixture(scope="module")
def odf(ladung: Ladung) -> OdfDocument:
    return OdfDocument(io.BytesIO(odt(text(ladung.katalog, "kickoff-agenda"))))


def test_word_has_real_headings_in_order(word: Document) -> None:
    stufen = [
        (p.style.name, p.text)
        for p in word.paragraphs
        if p.style.name.startswith(("Head", "Title"))
    ]
    assert stufen == [
        ("Title", "Agenda für den Auftakt"),
        ("Heading 1", "Ablauf"),
        ("Heading 2", "Vorbereitung"),
        ("Heading 1", "Abschluss"),
        ("Heading 1", "Zum Schluss: diese Seite löschen"),
    ]


def test_word_names_itself_and_no_person(word: Document) -> None:
    e = word.core_properties
    assert (e.title, e.version, e.language) == ("Agenda für den Auftakt", "1.0", "de-DE")
    assert e.subject == "Überblick über alle Verfahren."
    assert "T01" in e.keywords
    assert (e.author, e.last_modified_by) == ("Umsetzungsbibliothek", "")
    assert f"{e.created:%Y-%m-%d}" == f"{e.modified:%Y-%m-%d}" == STAND


def test_every_word_table_repeats_its_heading_row_and_has_a_text_alternative(
    word: Document,
) -> None:
    assert len(word.tables) == 4
    for tabelle in word.tables:
        zeile = tabelle.rows[0]._tr
        assert zeile.trPr.find(qn("w:tblHeader")) is not None
        assert tabelle._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))
        assert all(zelle.text for zelle in tabelle.rows[0].cells)
        assert tabelle._tbl.find(f".//{qn('w:gridSpan')}") is None
        assert tabelle._tbl.find(f".//{qn('w:vMerge')}") is None


def test_gaps_and_page_breaks_are_no_empty_paragraphs(word: Document, odf: OdfDocument) -> None:
    assert all(p.text for p in word.paragraphs)
    assert word.element.find(f".//{qn('w:br')}") is None
    assert len(word.element.findall(f".//{qn('w:pageBreakBefore')}")) == 2
    frei = [p for p in odf.body.get_elements("/office:text/text:p") if not str(p).strip()]
    assert not frei
    text = odf.get_part("content.xml").serialize().decode()
    assert text.count('fo:break-before="page"') == 2


def test_notes_have_a_style_of_their_own(word: Document, odf: OdfDocument) -> None:
    hinweise = [p.text for p in word.paragraphs if p.style.name == "Ausfüllhinweis"]
    assert hinweise == ["Diesen Hinweis löschen Sie; Mehr: "]  # the address is a link
    in_zellen = [
        p.text
        for t in word.tables
        for z in t.rows
        for c in z.cells
        for p in c.paragraphs
        if p.style.name == "Ausfüllhinweis"
    ]
    assert in_zellen == ["eine Person"]
    stile = [p.style for p in odf.body.get_elements("//text:p")]
    # A note that stays with what it explains has a style of its own, which is one of notes.
    eigene = [odf.get_style("paragraph", s).parent_style for s in stile if s.startswith("B")]
    assert [*stile, *eigene].count("Ausfuellhinweis") == 2
    assert odf.get_style("paragraph", display_name="Ausfüllhinweis")


def test_short_tables_stay_on_a_page(word: Document, odf: OdfDocument) -> None:
    for tabelle in word.tables:
        *vorn, letzte = [zeile._tr.findall(f".//{qn('w:keepNext')}") for zeile in tabelle.rows[1:]]
        assert all(vorn)
        assert not letzte
    text = odf.get_part("content.xml").serialize().decode()
    assert text.count('style:may-break-between-rows="false"') == len(word.tables)


def test_placeholders_are_marked_and_listed_at_the_end(word: Document) -> None:
    marken = [r.text for p in word.paragraphs for r in p.runs if r.style.name == "Platzhalter"]
    assert marken == ["[Kommune]", "[Datum]"]
    liste = word.tables[-1]
    assert [[z.text for z in zeile.cells] for zeile in liste.rows] == [
        ["Platzhalter", "Beispiel"],
        ["[Kommune]", "Gemeinde Musterdorf"],
        ["[Datum]", "–"],
    ]


def test_footer_counts_pages(word: Document, odf: OdfDocument) -> None:
    fuss = word.sections[0].footer
    assert fuss.paragraphs[0].text.startswith("Vorlage T01 · Stand 22.11.2026 · Seite ")
    felder = [e.text.strip() for e in fuss._element.iter(qn("w:instrText"))]
    assert felder == ["PAGE", "NUMPAGES"]
    offen = odf.get_part("styles.xml").serialize().decode()
    assert "text:page-number" in offen
    assert "text:page-count" in offen


def test_language_is_german(word: Document, odf: OdfDocument) -> None:
    vorgabe = word.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    assert vorgabe.get(qn("w:val")) == "de-DE"
    assert 'fo:language="de" fo:country="DE"' in odf.get_part("styles.xml").serialize().decode()
    assert odf.meta.language == "de-DE"


def test_numbered_lists_start_at_one(ladung: Ladung) -> None:
    sicht = text(ladung.katalog, "kickoff-agenda")
    buch = python_docx.Document(io.BytesIO(docx(sicht)))
    nummern = {p._p.pPr.numPr.numId.val for p in buch.paragraphs if p.style.name == "List Number"}
    assert len(nummern) == 1
    listen = buch.part.numbering_part.element
    num = next(n for n in listen.findall(qn("w:num")) if n.numId in nummern)
    assert num.find(f".//{qn('w:startOverride')}").get(qn("w:val")) == "1"


def test_opendocument_has_the_same_outline_and_tables(odf: OdfDocument) -> None:
    koepfe = [(h.get_attribute("text:outline-level"), str(h).strip()) for h in odf.body.headers]
    assert [titel for _, titel in koepfe] == [
        "Ablauf",
        "Vorbereitung",
        "Abschluss",
        "Zum Schluss: diese Seite löschen",
    ]
    assert [stufe for stufe, _ in koepfe] == ["1", "2", "1", "1"]
    assert odf.meta.title == "Agenda für den Auftakt"
    assert odf.meta.creator == "Umsetzungsbibliothek"
    tabellen = odf.body.tables
    assert len(tabellen) == 4
    for tabelle in tabellen:
        assert tabelle.get_elements("table:table-header-rows")
        assert tabelle.get_element("table:title").text


def test_legal_note_stands_at_the_foot_of_the_first_page(ladung: Ladung) -> None:
    katalog = ladung.katalog
    vorlage = katalog.vorlagen["kickoff-agenda"].model_copy(update={"rechtlich_pruefen": True})
    neu = {**katalog.saetze, "vorlage": {**katalog.vorlagen, vorlage.id: vorlage}}
    sicht = text(type(katalog)(neu), vorlage.id)
    buch = python_docx.Document(io.BytesIO(docx(sicht)))
    erste = buch.sections[0].first_page_footer.paragraphs[0].text
    assert erste.startswith("Arbeitshilfe ohne Rechtsberatung.")
    assert "Arbeitshilfe" not in buch.sections[0].footer.paragraphs[0].text
    assert (
        "Arbeitshilfe ohne Rechtsberatung."
        in OdfDocument(io.BytesIO(odt(sicht))).get_part("styles.xml").serialize().decode()
    )


@pytest.mark.parametrize("schreibe", [docx, odt])
def test_same_content_gives_same_bytes_dated_as_the_record(ladung: Ladung, schreibe) -> None:
    daten = schreibe(text(ladung.katalog, "kickoff-agenda"))
    assert daten == schreibe(text(ladung.katalog, "kickoff-agenda"))
    with zipfile.ZipFile(io.BytesIO(daten)) as archiv:
        assert {info.date_time for info in archiv.infolist()} == {(2026, 11, 22, 0, 0, 0)}
        assert archiv.testzip() is None
        if schreibe is odt:
            erster = archiv.infolist()[0]
            assert (erster.filename, erster.compress_type) == ("mimetype", zipfile.ZIP_STORED)


@pytest.mark.parametrize(
    ("docx_name", "odt_name"),
    [
        ("Title", "Title"),
        ("Heading 1", "Heading_20_1"),
        ("Heading 2", "Heading_20_2"),
        ("Heading 3", "Heading_20_3"),
        ("Ausfüllhinweis", "Ausfuellhinweis"),
        ("Kasten", "Kasten"),
        ("Caption", "Beschriftung"),
        ("Ankreuzzeile", "Ankreuzzeile"),
        ("Zelle", "Zelle"),
        ("Tabellenkopf", "Tabellenkopf"),
        ("Rechtshinweis", "Rechtshinweis"),
    ],
)
def test_both_formats_have_the_same_spaces(
    word: Document, odf: OdfDocument, docx_name: str, odt_name: str
) -> None:
    """Else the same text takes more pages in one of them."""
    absatz = word.styles[docx_name].paragraph_format
    stil = odf.get_style("paragraph", odt_name)
    eigen = stil.get_properties(area="paragraph") or {}
    for laenge, name in ((absatz.space_before, "top"), (absatz.space_after, "bottom")):
        wert = eigen.get(f"fo:margin-{name}", "0cm").removesuffix("cm")
        assert float(wert) == pytest.approx(Length(laenge or 0).cm, abs=0.02)
    zeile = eigen.get("fo:line-height", "110%").removesuffix("%")
    assert int(zeile) == round(100 * (absatz.line_spacing or 1.1))


def test_larger_of_two_spaces_counts_in_both_formats(ladung: Ladung) -> None:
    """Word takes the larger one; Writer does so if settings under a name it knows say so."""
    with zipfile.ZipFile(io.BytesIO(odt(text(ladung.katalog, "kickoff-agenda")))) as archiv:
        einstellungen = etree.fromstring(archiv.read("settings.xml"))
        assert b"settings.xml" in archiv.read("META-INF/manifest.xml")
    (satz,) = einstellungen.iter(f"{{{CONFIG}}}config-item-set")
    prefix, _, name = satz.get(f"{{{CONFIG}}}name").partition(":")
    assert (satz.nsmap[prefix], name) == (OOO, "configuration-settings")
    werte = {p.get(f"{{{CONFIG}}}name"): p.text for p in satz}
    assert werte["AddParaTableSpacing"] == "false"
