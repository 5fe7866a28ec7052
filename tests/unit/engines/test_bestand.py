"""The library in memory follows its files."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from leitfaden.engines.bestand import aktualisiere, bautag, behalte, bestand


@pytest.fixture(autouse=True)
def _fester_tag(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795348800")


def test_day_of_the_build_can_be_fixed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert bautag() == date(2026, 11, 22)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert bautag() == date(1970, 1, 1)


def test_library_is_loaded_once_and_again_after_a_change(small_copy: Path) -> None:
    erster = bestand(small_copy)
    assert aktualisiere(small_copy) is erster
    datei = small_copy / "data" / "vorlagen" / "it-liste.yml"
    text = datei.read_text(encoding="utf-8").replace("IT-Liste", "XY-Liste")
    datei.write_text(text, encoding="utf-8")
    os.utime(datei, ns=(1, 1))
    assert bestand(small_copy) is erster
    zweiter = aktualisiere(small_copy)
    assert bestand(small_copy) is zweiter
    assert zweiter is not erster
    assert zweiter.bibliotheken["de"].karte("vorlage", "it-liste").titel.startswith("XY")


def test_new_and_deleted_files_are_noticed(small_copy: Path) -> None:
    anzahl = len(aktualisiere(small_copy).plaene["de"].seiten)
    (small_copy / "docs" / "neu.md").write_text(
        "---\ntitel: N\nkurzbeschreibung: K\n---\n", encoding="utf-8"
    )
    assert len(aktualisiere(small_copy).plaene["de"].seiten) == anzahl + 1
    (small_copy / "docs" / "neu.md").unlink()
    assert len(aktualisiere(small_copy).plaene["de"].seiten) == anzahl


def test_next_day_is_another_state(small_copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    erster = bestand(small_copy)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(1795348800 + 86400))
    assert aktualisiere(small_copy) is not erster


def test_operators_file_is_watched_and_decides_what_a_preview_says(small_copy: Path) -> None:
    assert aktualisiere(small_copy).vorschau == "vollstaendig"
    datei = small_copy / "betreiber.yml"
    text = datei.read_text(encoding="utf-8")
    datei.write_text(text.replace("Gemeinde Testtal", '"[Name]"'), encoding="utf-8")
    assert aktualisiere(small_copy).vorschau == "unvollstaendig"
    datei.unlink()
    assert aktualisiere(small_copy).vorschau == "unvollstaendig"


def test_going_public_is_another_state(small_copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not aktualisiere(small_copy).hat_fehler
    streng = aktualisiere(small_copy, produktion=True)
    assert streng.produktion
    assert streng.vorschau == ""
    assert {b.code for b in streng.befunde} == {"D020"}
    monkeypatch.setenv("LEITFADEN_PRODUKTION", "ja")
    assert aktualisiere(small_copy) is streng
    monkeypatch.setenv("LEITFADEN_PRODUKTION", "")
    assert not aktualisiere(small_copy).produktion


def test_library_loaded_elsewhere_is_kept(small_copy: Path) -> None:
    erster = bestand(small_copy)
    ordner = small_copy / "anderswo"
    behalte(ordner, erster)
    assert bestand(ordner) is erster
