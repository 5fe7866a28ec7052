"""LibreOffice opens every file, calculates every formula and gets what we stored."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell import Cell
from pypdf import PdfReader

from leitfaden.checks.dokumente import stimmt
from leitfaden.downloads.ods import ods
from leitfaden.downloads.xlsx import xlsx
from leitfaden.formeln.ausdruck import spaltenbuchstaben
from leitfaden.formeln.werte import als_nummer
from leitfaden.model.katalog import Katalog
from leitfaden.source.loader import Ladung, lade
from leitfaden.views.mappe import Mappe, Zellblick
from leitfaden.views.mappenbau import lies_eingaben
from tests.dateien import alle_dateien, mappe, wandle

pytestmark = pytest.mark.office


@pytest.fixture(scope="module", params=["small", "echt"])
def katalog(request: pytest.FixtureRequest, ladung: Ladung, projekt: Path) -> Katalog:
    return ladung.katalog if request.param == "small" else lade(projekt).katalog


def _tabellen(katalog: Katalog) -> list[str]:
    return [satz_id for satz_id, d in katalog.dokumente.items() if d.ist_tabelle]


def _zahl(wert: object) -> object:
    """Return what a cell holds as formulas see it."""
    if isinstance(wert, datetime):
        return als_nummer(wert.date())
    if isinstance(wert, date):
        return als_nummer(wert)
    if isinstance(wert, int) and not isinstance(wert, bool):
        return float(wert)
    return "" if wert is None else wert


def _gleich(zelle: Cell, erwartet: Zellblick) -> bool:
    ist, soll = _zahl(zelle.value), _zahl(erwartet.wert)
    return stimmt(ist, soll, 9)  # type: ignore[arg-type]


def test_every_formula_gives_the_stored_result(katalog: Katalog, tmp_path: Path) -> None:
    """LibreOffice reads both formats, calculates anew and writes what it got."""
    sichten: dict[str, Mappe] = {}
    dateien = []
    for satz_id in _tabellen(katalog):
        for beispiel in (False, True):
            sicht = mappe(katalog, satz_id, beispiel)
            for endung, schreibe in (("xlsx", xlsx), ("ods", ods)):
                name = f"{satz_id}-{beispiel}-{endung}"
                datei = tmp_path / f"{name}.{endung}"
                datei.write_bytes(_ohne_ergebnisse(schreibe, sicht))
                sichten[name] = sicht
                dateien.append(datei)
    ziel = tmp_path / "neu"
    wandle(dateien, "xlsx", ziel)
    falsch = []
    anzahl = 0
    for name, sicht in sichten.items():
        buch = openpyxl.load_workbook(ziel / f"{name}.xlsx", data_only=True)
        for blatt in sicht.blaetter:
            for zelle in blatt.zellen:
                if not zelle.formel:
                    continue
                anzahl += 1
                ort = f"{spaltenbuchstaben(zelle.spalte)}{zelle.zeile}"
                ist = buch[blatt.name][ort]
                if not _gleich(ist, zelle):
                    falsch.append((name, blatt.name, ort, zelle.formel, zelle.wert, ist.value))
    assert anzahl
    assert not falsch, falsch[:10]


def _ohne_ergebnisse(schreibe, sicht: Mappe) -> bytes:  # type: ignore[no-untyped-def]
    """Write a workbook whose stored results are wrong; only calculating makes them right."""
    blaetter = tuple(
        replace(b, zellen=tuple(replace(z, wert="falsch") if z.formel else z for z in b.zellen))
        for b in sicht.blaetter
    )
    return schreibe(replace(sicht, blaetter=blaetter))


def test_check_values_hold_in_both_formats(katalog: Katalog, tmp_path: Path) -> None:
    proben = [
        (i, n, p) for i in _tabellen(katalog) for n, p in enumerate(katalog.dokumente[i].pruefwerte)
    ]
    assert proben
    dateien = []
    for satz_id, nummer, probe in proben:
        sicht = mappe(katalog, satz_id, eingaben=lies_eingaben(probe.eingaben))
        for endung, schreibe in (("xlsx", xlsx), ("ods", ods)):
            datei = tmp_path / f"{satz_id}-{nummer}-{endung}.{endung}"
            datei.write_bytes(_ohne_ergebnisse(schreibe, sicht))
            dateien.append(datei)
    ziel = tmp_path / "neu"
    wandle(dateien, "xlsx", ziel)
    for satz_id, nummer, probe in proben:
        for endung in ("xlsx", "ods"):
            buch = openpyxl.load_workbook(
                ziel / f"{satz_id}-{nummer}-{endung}.xlsx", data_only=True
            )
            for (blatt, spalte, zeile), soll in lies_eingaben(probe.erwartet).items():
                zelle = buch[blatt].cell(zeile, spalte)
                ort = f"{satz_id} {probe.titel} {endung} {zelle.coordinate}"
                assert stimmt(_zahl(zelle.value), soll, probe.stellen), (ort, zelle.value, soll)  # type: ignore[arg-type]


def test_every_file_becomes_a_pdf_with_its_title(katalog: Katalog, tmp_path: Path) -> None:
    """One start of the program for all files and formats."""
    titel = {}
    for name, daten in alle_dateien(katalog):
        stamm, _, endung = name.rpartition(".")
        datei = tmp_path / f"{stamm}-{endung}.{endung}"
        datei.write_bytes(daten)
        titel[datei] = katalog.vorlagen[stamm.removesuffix("-beispiel")].titel
    ziel = tmp_path / "pdf"
    wandle(sorted(titel), "pdf", ziel)
    for datei, erwartet in titel.items():
        leser = PdfReader(ziel / f"{datei.stem}.pdf")
        text = " ".join(seite.extract_text() for seite in leser.pages)
        assert erwartet in " ".join(text.split()), datei.name
        assert "###" not in text, datei.name  # a column too narrow for its number
        assert all(seite.extract_text().strip() for seite in leser.pages), datei.name
