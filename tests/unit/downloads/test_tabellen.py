"""Workbooks, opened with the readers of both formats."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date, datetime

import openpyxl
import pytest
from odfdo import Document as OdfDocument
from openpyxl import Workbook

from leitfaden.downloads.ods import ods
from leitfaden.downloads.xlsx import xlsx
from leitfaden.source.loader import Ladung
from tests.dateien import mappe


@pytest.fixture(scope="module")
def daten(ladung: Ladung) -> dict[str, bytes]:
    buch = mappe(ladung.katalog, "it-liste", beispiel=True)
    return {"xlsx": xlsx(buch), "ods": ods(buch)}


@pytest.fixture(scope="module")
def werte(daten: dict[str, bytes]) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(daten["xlsx"]), data_only=True)


@pytest.fixture(scope="module")
def formeln(daten: dict[str, bytes]) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(daten["xlsx"]))


@pytest.fixture(scope="module")
def odf(daten: dict[str, bytes]) -> OdfDocument:
    return OdfDocument(io.BytesIO(daten["ods"]))


def test_sheets_and_their_order(formeln: Workbook, odf: OdfDocument) -> None:
    namen = ["Anleitung", "Liste", "Listen", "Hinweise"]
    assert formeln.sheetnames == namen
    assert [t.name for t in odf.body.tables] == namen


def test_formulas_and_their_stored_results(formeln: Workbook, werte: Workbook) -> None:
    liste, stand = formeln["Liste"], werte["Liste"]
    assert liste["E2"].value == '=IF(OR(C2="",D2=""),"",EDATE(C2,-D2))'
    assert stand["E2"].value == datetime(2027, 6, 30)
    assert [stand[f"F{z}"].value or "" for z in range(2, 6)] == [
        "",
        "Frist verstrichen",
        "Vertragsdaten fehlen",
        "",
    ]
    assert werte["Anleitung"]["B5"].value == 3


def test_opendocument_stores_the_same_results(odf: OdfDocument) -> None:
    liste = odf.body.get_table(name="Liste")
    zelle = liste.get_cell("E2")
    assert zelle.formula == 'of:=IF(OR([.C2]="";[.D2]="");"";EDATE([.C2];-[.D2]))'
    assert zelle.value == date(2027, 6, 30)
    assert liste.get_cell("F3").value == "Frist verstrichen"
    assert odf.body.get_table(name="Anleitung").get_cell("B5").value == 3


def test_cells_have_types(werte: Workbook, odf: OdfDocument) -> None:
    liste = werte["Liste"]
    assert liste["C2"].is_date
    assert liste["C2"].number_format == "dd.mm.yyyy"
    assert (liste["G2"].value, liste["G2"].number_format) == (1200.5, "#,##0.00\\ [$€-407]")
    assert (liste["J2"].value, liste["J2"].number_format) == (0.25, "0.0%")
    offen = odf.body.get_table(name="Liste")
    assert [offen.get_cell(ort).type for ort in ("C2", "G2", "J2", "B2")] == [
        "date",
        "currency",
        "percentage",
        "string",
    ]


def test_drop_downs_and_limits(formeln: Workbook, daten: dict[str, bytes]) -> None:
    regeln = {str(r.sqref): r for r in formeln["Liste"].data_validations.dataValidation}
    assert regeln["B2:B6"].formula1 == "Listen!$A$2:$A$3"
    assert regeln["H2:H6"].formula1 == '"ja,nein"'
    assert regeln["I2:I6"].formula1 == '"1,2,3,4,5"'
    d = regeln["D2:D6"]
    assert (d.type, d.operator, d.formula1, d.formula2) == ("whole", None, "0", "36")
    assert regeln["A2:A6"].prompt == "Ohne Hersteller."
    assert regeln["C2:C6"].type == "date"
    with zipfile.ZipFile(io.BytesIO(daten["ods"])) as archiv:
        inhalt = archiv.read("content.xml").decode()
    assert 'table:condition="of:cell-content-is-in-list([$Listen.$A$2:.$A$3])"' in inhalt
    assert "cell-content-is-whole-number() and cell-content-is-between(0,36)" in inhalt


def test_colour_follows_a_word_in_the_cell(formeln: Workbook, daten: dict[str, bytes]) -> None:
    formate = formeln["Liste"].conditional_formatting
    (bereich,) = list(formate)
    assert str(bereich.sqref) == "F2:F6"
    assert bereich.rules[0].formula == ['"Frist verstrichen"']
    with zipfile.ZipFile(io.BytesIO(daten["ods"])) as archiv:
        inhalt = archiv.read("content.xml").decode()
    assert """style:condition='cell-content()="Frist verstrichen"'""" in inhalt


def test_print_and_view_settings(formeln: Workbook, daten: dict[str, bytes]) -> None:
    liste = formeln["Liste"]
    assert liste.freeze_panes == "B2"
    assert liste.print_title_rows == "$1:$1"
    assert liste.auto_filter.ref == "A1:K6"
    assert (liste.page_setup.orientation, liste.page_setup.paperSize) == ("landscape", 9)
    assert liste.page_setup.scale == 90
    assert [b.id for b in liste.col_breaks.brk] == [9]
    assert liste.print_title_cols == "$A:$A"
    assert "Seite &P von &N" in liste.oddFooter.right.text or "&P" in str(
        liste.oddFooter.right.text
    )
    assert formeln["Anleitung"].page_setup.orientation == "portrait"
    with zipfile.ZipFile(io.BytesIO(daten["ods"])) as archiv:
        inhalt = archiv.read("content.xml").decode()
        sicht = archiv.read("settings.xml").decode()
    assert "<table:table-header-rows>" in inhalt
    assert 'table:print-ranges="Liste.A1:Liste.S26"' in inhalt
    assert '"VerticalSplitPosition" config:type="int">1<' in sicht
    # Settings count under this name alone.
    assert 'xmlns:ooo="http://openoffice.org/2004/office"' in sicht
    assert 'config:name="ooo:view-settings"' in sicht
    assert len(re.findall(r'column-width="[^"]+" fo:break-before="page"', inhalt)) == 1
    assert inhalt.count("<table:table-header-columns>") == 1
    with zipfile.ZipFile(io.BytesIO(daten["ods"])) as archiv:
        assert 'style:scale-to="83%"' in archiv.read("styles.xml").decode()


def test_names_lead_to_cells(formeln: Workbook) -> None:
    namen = {name: n.attr_text for name, n in formeln.defined_names.items()}
    assert namen["Stichtag"] == "Anleitung!$B$3"
    assert namen["Verfahren"] == "Liste!$A$2:$K$6"
    assert namen["Liste_Bereich"] == "Listen!$A$2:$A$3"


def test_chart_has_an_alternative_text(daten: dict[str, bytes]) -> None:
    text = "Balken der Kosten je Verfahren, Werte in Spalte G."
    with zipfile.ZipFile(io.BytesIO(daten["xlsx"])) as archiv:
        assert text in archiv.read("xl/drawings/drawing1.xml").decode()
    with zipfile.ZipFile(io.BytesIO(daten["ods"])) as archiv:
        assert f"<svg:desc>{text}</svg:desc>" in archiv.read("content.xml").decode()
        assert "Verfahren X" in archiv.read("Object 1/content.xml").decode()


def test_example_rows_are_only_in_the_example(ladung: Ladung) -> None:
    leer = openpyxl.load_workbook(io.BytesIO(xlsx(mappe(ladung.katalog, "it-liste"))))
    assert leer["Liste"]["A2"].value is None
    assert leer["Anleitung"]["B3"].value == datetime(2026, 11, 22)


def test_nothing_active_and_no_way_out(daten: dict[str, bytes]) -> None:
    for inhalt in daten.values():
        assert len(inhalt) < 1_000_000
        with zipfile.ZipFile(io.BytesIO(inhalt)) as archiv:
            namen = " ".join(archiv.namelist())
            assert "vba" not in namen.lower()
            assert "external" not in namen.lower()
            for name in archiv.namelist():
                teil = archiv.read(name)
                assert b"<sheetProtection" not in teil
                assert b"table:protected" not in teil
                assert b"TargetMode" not in teil


def test_properties_name_no_person(formeln: Workbook, odf: OdfDocument) -> None:
    e = formeln.properties
    assert (e.title, e.creator, e.language) == (
        "IT-Liste der Fachverfahren",
        "Umsetzungsbibliothek",
        "de-DE",
    )
    assert (e.created.date(), e.modified.date()) == (date(2026, 11, 22), date(2026, 11, 22))
    assert e.lastModifiedBy is None
    assert (odf.meta.title, odf.meta.creator) == (e.title, e.creator)


@pytest.mark.parametrize("schreibe", [xlsx, ods])
def test_same_content_gives_same_bytes(ladung: Ladung, schreibe) -> None:
    eins, zwei = (schreibe(mappe(ladung.katalog, "it-liste", True)) for _ in range(2))
    assert eins == zwei
    with zipfile.ZipFile(io.BytesIO(eins)) as archiv:
        assert {info.date_time for info in archiv.infolist()} == {(2026, 11, 22, 0, 0, 0)}


def test_rows_with_fixed_texts_are_as_high_in_both_formats(
    formeln: Workbook, odf: OdfDocument
) -> None:
    """Else programs measure a text on the screen, and it overlaps the next row on paper."""
    anleitung, tabelle = formeln["Anleitung"], odf.body.get_table(name="Anleitung")
    hoehen = {}
    for nummer, zeile in enumerate(tabelle.traverse(), 1):
        stil = odf.get_style("table-row", zeile.style)
        eigen = stil.get_properties(area="table-row") if stil else None
        if eigen and eigen["style:use-optimal-row-height"] == "false":
            hoehen[nummer] = float(eigen["style:row-height"].removesuffix("pt"))
    assert hoehen
    for nummer, hoehe in hoehen.items():
        assert anleitung.row_dimensions[nummer].height == pytest.approx(hoehe, abs=0.5)


def test_foot_of_a_small_sheet_stays_readable(formeln: Workbook) -> None:
    liste = formeln["Liste"]
    assert liste.page_setup.scale < 100
    assert liste.oddFooter.left.size * liste.page_setup.scale >= 880
