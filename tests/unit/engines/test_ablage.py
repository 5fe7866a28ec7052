"""Intermediate results: kept while they are used, never needed."""

from __future__ import annotations

from pathlib import Path

import pytest

from leitfaden.engines.ablage import Ablage


@pytest.fixture
def ort(tmp_path: Path) -> Path:
    erste = Ablage(tmp_path / "buch.teile")
    erste.lege_ab("a", b"1")
    erste.lege_ab("b", b"2")
    erste.sichere()
    return tmp_path / "buch.teile"


def test_what_was_not_used_goes(ort: Path) -> None:
    zweite = Ablage(ort)
    assert (zweite.lies("a"), zweite.lies("c")) == (b"1", None)
    zweite.lege_ab("c", b"3")
    zweite.sichere()
    dritte = Ablage(ort)
    assert [dritte.lies(name) for name in "abc"] == [b"1", None, b"3"]
    assert [datei.name for datei in ort.parent.iterdir()] == [ort.name]


def test_nothing_is_written_if_nothing_changed(ort: Path) -> None:
    vorher = ort.stat().st_ino
    zweite = Ablage(ort)
    assert (zweite.lies("a"), zweite.lies("b")) == (b"1", b"2")
    zweite.sichere()
    assert ort.stat().st_ino == vorher


@pytest.mark.parametrize("schaden", [b"", b"kein Archiv", None])
def test_a_damaged_file_counts_as_empty(ort: Path, schaden: bytes | None) -> None:
    inhalt = bytearray(ort.read_bytes())
    inhalt[31] ^= 1  # the first result itself: its checksum fails
    ort.write_bytes(inhalt if schaden is None else schaden)
    ablage = Ablage(ort)
    assert ablage.lies("b") is None
    ablage.lege_ab("b", b"neu")
    ablage.sichere()
    assert Ablage(ort).lies("b") == b"neu"
