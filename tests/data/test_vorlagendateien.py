"""Every Office file of the real library keeps what people with screen readers rely on."""

from __future__ import annotations

import io
import itertools
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx as python_docx
import openpyxl
import pytest
from docx.oxml.ns import qn
from odfdo import Document as OdfDocument

from leitfaden.model.katalog import Katalog
from leitfaden.source.loader import lade
from tests.dateien import alle_dateien

SEITENUMBRUCH = qn("w:br")


@pytest.fixture(scope="module")
def katalog(projekt: Path) -> Katalog:
    return lade(projekt).katalog


@pytest.fixture(scope="module")
def dateien(katalog: Katalog) -> dict[str, bytes]:
    return dict(alle_dateien(katalog))


def _je(dateien: dict[str, bytes], endung: str) -> Iterator[tuple[str, bytes]]:
    gefunden = [(name, daten) for name, daten in dateien.items() if name.endswith(f".{endung}")]
    assert gefunden
    yield from gefunden


def _titel(katalog: Katalog, name: str) -> str:
    return katalog.vorlagen[name.partition(".")[0].removesuffix("-beispiel")].titel


def test_every_template_has_its_files(katalog: Katalog, dateien: dict[str, bytes]) -> None:
    assert set(katalog.vorlagen) == set(katalog.dokumente)
    assert len(dateien) >= 2 * len(katalog.vorlagen)
    assert all(len(daten) < 1_000_000 for daten in dateien.values())


def test_word_files_name_title_and_language(katalog: Katalog, dateien: dict[str, bytes]) -> None:
    for name, daten in _je(dateien, "docx"):
        buch = python_docx.Document(io.BytesIO(daten))
        assert buch.core_properties.title == _titel(katalog, name)
        assert buch.core_properties.language == "de-DE", name
        sprache = buch.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
        assert sprache.get(qn("w:val")) == "de-DE", name
        titel = [p.text for p in buch.paragraphs if p.style.name == "Title"]
        assert titel == [_titel(katalog, name)]


def test_word_headings_skip_no_level(dateien: dict[str, bytes]) -> None:
    for name, daten in _je(dateien, "docx"):
        buch = python_docx.Document(io.BytesIO(daten))
        stufen = [
            int(p.style.name[-1]) for p in buch.paragraphs if p.style.name.startswith("Heading")
        ]
        assert stufen, name
        assert stufen[0] == 1, name
        spruenge = [b - a for a, b in itertools.pairwise(stufen)]
        assert max(spruenge, default=0) <= 1, name


def test_word_has_no_empty_paragraphs_and_no_breaks_of_pages(dateien: dict[str, bytes]) -> None:
    for name, daten in _je(dateien, "docx"):
        buch = python_docx.Document(io.BytesIO(daten))
        assert all(p.text.strip() for p in buch.paragraphs), name
        assert buch.element.find(f".//{SEITENUMBRUCH}") is None, name


def test_word_tables_have_a_heading_row_a_text_alternative_and_no_merged_cells(
    dateien: dict[str, bytes],
) -> None:
    anzahl = 0
    for name, daten in _je(dateien, "docx"):
        buch = python_docx.Document(io.BytesIO(daten))
        anzahl += len(buch.tables)
        for tabelle in buch.tables:
            xml = tabelle._tbl
            assert tabelle.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None, name
            assert xml.tblPr.find(qn("w:tblCaption")).get(qn("w:val")), name
            assert all(zelle.text.strip() for zelle in tabelle.rows[0].cells), name
            for verbunden in ("w:gridSpan", "w:vMerge"):
                assert xml.find(f".//{qn(verbunden)}") is None, name
    assert anzahl > 100


def test_opendocument_texts_are_structured_alike(
    katalog: Katalog, dateien: dict[str, bytes]
) -> None:
    for name, daten in _je(dateien, "odt"):
        odf = OdfDocument(io.BytesIO(daten))
        assert (odf.meta.title, odf.meta.language) == (_titel(katalog, name), "de-DE")
        assert 'fo:language="de" fo:country="DE"' in odf.get_part("styles.xml").serialize().decode()
        stufen = [int(h.get_attribute("text:outline-level")) for h in odf.body.headers]
        assert stufen[0] == 1, name
        assert all(b - a <= 1 for a, b in itertools.pairwise(stufen)), name
        leer = [p for p in odf.body.get_elements("/office:text/text:p") if not str(p).strip()]
        assert not leer, name
        for tabelle in odf.body.tables:
            assert tabelle.get_elements("table:table-header-rows"), name
            assert tabelle.get_element("table:title").text, name
            assert not tabelle.get_elements(".//table:covered-table-cell"), name


def test_sheets_have_names_and_a_first_cell_and_no_merged_cells(
    katalog: Katalog, dateien: dict[str, bytes]
) -> None:
    for name, daten in _je(dateien, "xlsx"):
        buch = openpyxl.load_workbook(io.BytesIO(daten))
        assert buch.properties.title == _titel(katalog, name)
        assert buch.properties.language == "de-DE", name
        for blatt in buch.worksheets:
            assert re.fullmatch(r"[A-ZÄÖÜ]\w+", blatt.title), (name, blatt.title)
            assert not blatt.title.startswith(("Sheet", "Tabelle")), name
            assert blatt["A1"].value, (name, blatt.title)
            assert not blatt.merged_cells.ranges, (name, blatt.title)
            assert blatt.sheet_state == "visible", (name, blatt.title)


def test_headings_of_a_table_stay_in_sight_and_are_printed_on_every_page(
    katalog: Katalog, dateien: dict[str, bytes]
) -> None:
    gesehen = 0
    for satz_id, dokument in katalog.dokumente.items():
        if not dokument.ist_tabelle:
            continue
        buch = openpyxl.load_workbook(io.BytesIO(dateien[f"{satz_id}.xlsx"]))
        for blatt in dokument.blaetter:
            seite = buch[blatt.name]
            assert seite.page_setup.paperSize in {"9", 9}
            assert 73 <= (seite.page_setup.scale or 100) <= 100, (satz_id, blatt.name)
            if len(blatt.tabellen) == 1:
                kopf = blatt.tabellen[0].kopfzeile
                assert seite.print_title_rows == f"${kopf}:${kopf}", (satz_id, blatt.name)
                assert seite.freeze_panes, (satz_id, blatt.name)
                gesehen += 1
            for tabelle in blatt.tabellen:
                zeile = seite[tabelle.kopfzeile]
                assert any(zelle.value for zelle in zeile), (satz_id, blatt.name)
    assert gesehen > 10


def test_charts_have_a_text_alternative_in_both_formats(
    katalog: Katalog, dateien: dict[str, bytes]
) -> None:
    texte = {
        satz_id: [d.alternativtext for blatt in dokument.blaetter for d in blatt.diagramme]
        for satz_id, dokument in katalog.dokumente.items()
    }
    assert any(texte.values())
    for satz_id, erwartet in ((i, t) for i, t in texte.items() if t):
        for endung, teil in (("xlsx", "xl/drawings/"), ("ods", "content.xml")):
            with zipfile.ZipFile(io.BytesIO(dateien[f"{satz_id}.{endung}"])) as archiv:
                namen = [n for n in archiv.namelist() if n.startswith(teil)]
                inhalt = "".join(archiv.read(n).decode() for n in namen)
            for text in erwartet:
                assert text.replace('"', "&quot;") in inhalt, (satz_id, endung)


def test_ods_sheets_say_what_they_are_for(katalog: Katalog, dateien: dict[str, bytes]) -> None:
    for name, daten in _je(dateien, "ods"):
        odf = OdfDocument(io.BytesIO(daten))
        assert (odf.meta.title, odf.meta.language) == (_titel(katalog, name), "de-DE")
        dokument = katalog.dokumente[name.partition(".")[0].removesuffix("-beispiel")]
        for blatt in dokument.blaetter:
            tabelle = odf.body.get_table(name=blatt.name)
            assert tabelle.get_element("table:title").text, (name, blatt.name)
            assert not tabelle.get_elements(".//table:covered-table-cell"), (name, blatt.name)


def test_files_hold_nothing_active_hidden_or_foreign(dateien: dict[str, bytes]) -> None:
    for name, daten in dateien.items():
        with zipfile.ZipFile(io.BytesIO(daten)) as archiv:
            teile = archiv.namelist()
            assert not [t for t in teile if "vba" in t.lower() or "macro" in t.lower()], name
            assert not [t for t in teile if "external" in t.lower()], name
            if name.endswith(("docx", "xlsx")):
                for teil in (t for t in teile if t.endswith(".rels")):
                    assert b'TargetMode="External"' not in archiv.read(teil), (name, teil)
