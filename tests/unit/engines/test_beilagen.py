"""Addresses of scripts and stylesheets follow their content."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

import pytest

from leitfaden.engines.beilagen import SKRIPTE, STILBOGEN, beilagen


@pytest.fixture
def ordner(tmp_path: Path) -> Path:
    for name in (STILBOGEN, *SKRIPTE):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"/* {name} */", encoding="utf-8")
    return tmp_path


def test_scripts_carry_their_checksum_and_stylesheets_none(ordner: Path) -> None:
    gefunden = beilagen([ordner])
    assert set(gefunden) == {STILBOGEN, *SKRIPTE}
    assert gefunden[STILBOGEN]["integritaet"] == ""
    for name in SKRIPTE:
        summe = hashlib.sha384((ordner / name).read_bytes()).digest()
        erwartet = f"sha384-{base64.b64encode(summe).decode()}"
        assert gefunden[name]["integritaet"] == erwartet


def test_another_content_has_another_address(ordner: Path) -> None:
    vorher = beilagen([ordner])
    (ordner / STILBOGEN).write_text("/* neu */", encoding="utf-8")
    nachher = beilagen([ordner])
    assert nachher[STILBOGEN]["adresse"] != vorher[STILBOGEN]["adresse"]
    assert [nachher[n] for n in SKRIPTE] == [vorher[n] for n in SKRIPTE]
    assert beilagen([ordner]) == nachher
    assert beilagen([ordner], "/* woanders */")[STILBOGEN] != nachher[STILBOGEN]
    (ordner / STILBOGEN).write_text("/* woanders */", encoding="utf-8")
    assert beilagen([ordner]) == beilagen([ordner], "/* woanders */")


def test_first_folder_counts_and_missing_files_are_left_out(ordner: Path, tmp_path: Path) -> None:
    assert beilagen([tmp_path / "leer", ordner]) == beilagen([ordner])
    assert beilagen([tmp_path / "leer"]) == {}
