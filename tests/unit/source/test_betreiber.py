"""The operator's file: mistakes become findings with their place."""

from __future__ import annotations

from pathlib import Path

import pytest

from leitfaden.source.betreiber import lies_betreiber
from leitfaden.source.loader import lade


def write(ordner: Path, alt: str, neu: str) -> None:
    datei = ordner / "betreiber.yml"
    text = datei.read_text(encoding="utf-8")
    assert alt in text
    datei.write_text(text.replace(alt, neu), encoding="utf-8")


def test_missing_file_is_no_mistake(small_copy: Path) -> None:
    (small_copy / "betreiber.yml").unlink()
    assert lies_betreiber(small_copy) == (None, [])
    assert lade(small_copy).katalog.betreiber is None


@pytest.mark.parametrize(
    ("alt", "neu", "befund"),
    [
        ("strasse: Teststraße 1\n", "", "betreiber.yml:2:1: S001"),
        ("strasse:", "strase:", "betreiber.yml:3:1: S002"),
        ("teilweise", "halb", "betreiber.yml:20:17: S003"),
        ("ja", "vielleicht", "betreiber.yml:15:15: S004"),
        ("post@", "post", "betreiber.yml:6:8: S005"),
        (
            "stand_erklaerung: 2026-11-22",
            "stand_erklaerung: 22.11.2026",
            "betreiber.yml:19:21: S008",
        ),
        ("frist_tage: 14", "frist_tage: 40", "betreiber.yml:23:15: S010"),
        ("name: Gemeinde Testtal", "name: [Gemeinde]", "betreiber.yml:2:7: S004"),
        ("name: Gemeinde Testtal", "name: a: b", "betreiber.yml:2:8: Y001"),
    ],
)
def test_mistakes_become_findings(small_copy: Path, alt: str, neu: str, befund: str) -> None:
    write(small_copy, alt, neu)
    betreiber, befunde = lies_betreiber(small_copy)
    assert betreiber is None
    assert befund in [f"{b.location}: {b.code}" for b in befunde]


@pytest.mark.parametrize(
    ("roh", "code"), [(b"- a\n", "S013"), (b"\xff", "D001"), (b"# leer\n", "Y008")]
)
def test_unusable_files_become_findings(small_copy: Path, roh: bytes, code: str) -> None:
    (small_copy / "betreiber.yml").write_bytes(roh)
    betreiber, befunde = lies_betreiber(small_copy)
    assert betreiber is None
    assert [b.code for b in befunde] == [code]
