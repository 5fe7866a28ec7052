"""Workbooks of records: readable, explained, the same bytes twice, nothing taken for a formula."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

from openpyxl import load_workbook

from leitfaden.downloads.datenmappe import datenmappe
from leitfaden.texts import texte_von
from leitfaden.views.bibliothek import Bibliothek
from leitfaden.views.datenformat import Datenadressen
from leitfaden.views.datensatz import Datenbestand, verweisnetz
from leitfaden.views.datentabelle import Datentabelle, datentabelle


def _tabelle(bib: Bibliothek, typ: str = "massnahme") -> Datentabelle:
    adressen = Datenadressen("https://daten.test/")
    return datentabelle(Datenbestand(bib, verweisnetz(bib.katalog), adressen), typ)


def test_workbook_has_explained_columns_and_typed_values(
    bibliotheken: dict[str, Bibliothek],
) -> None:
    for sprache, blaetter in (("de", ["Spalten", "Einträge"]), ("en", ["Columns", "Entries"])):
        tabelle = _tabelle(bibliotheken[sprache])
        buch = load_workbook(io.BytesIO(datenmappe(tabelle, texte_von(sprache))))
        assert buch.sheetnames == blaetter
        assert buch.active is not None
        assert buch.active.title == blaetter[1]
        eintraege = buch[blaetter[1]]
        assert eintraege.freeze_panes == "B2"
        assert eintraege.auto_filter.ref is not None
        kopf = [zelle.value for zelle in eintraege[1]]
        assert kopf == [spalte.titel for spalte in tabelle.spalten]
        stand = eintraege.cell(2, [s.name for s in tabelle.spalten].index("stand") + 1)
        assert stand.is_date
        sofort = eintraege.cell(2, [s.name for s in tabelle.spalten].index("sofort_moeglich") + 1)
        assert sofort.value in ("ja", "nein", "yes", "no")
        assert buch.properties.language == {"de": "de-DE", "en": "en-GB"}[sprache]


def test_same_table_gives_the_same_bytes(bibliotheken: dict[str, Bibliothek]) -> None:
    tabelle = _tabelle(bibliotheken["de"])
    assert datenmappe(tabelle, texte_von("de")) == datenmappe(tabelle, texte_von("de"))


def test_texts_that_look_like_formulas_stay_texts(bibliotheken: dict[str, Bibliothek]) -> None:
    tabelle = _tabelle(bibliotheken["de"], "link")
    wild = ("=1+1", "- Punkt", "@x", "https://a.test", *[""] * (len(tabelle.spalten) - 5), None)
    buch = load_workbook(
        io.BytesIO(datenmappe(replace(tabelle, zeilen=lambda: iter([wild])), texte_von("de")))
    )
    zellen = list(buch.worksheets[1][2])[:4]
    assert [zelle.value for zelle in zellen] == list(wild[:4])
    assert {zelle.data_type for zelle in zellen} <= {"s", "inlineStr"}


def test_overlong_text_is_cut_to_what_a_cell_holds(bibliotheken: dict[str, Bibliothek]) -> None:
    tabelle = _tabelle(bibliotheken["de"], "link")
    zeile = ("x" * 40000, date(2026, 1, 1), True, 3, *[None] * (len(tabelle.spalten) - 4))
    buch = load_workbook(
        io.BytesIO(datenmappe(replace(tabelle, zeilen=lambda: iter([zeile])), texte_von("de")))
    )
    assert len(str(buch.worksheets[1].cell(2, 1).value)) == 32767
