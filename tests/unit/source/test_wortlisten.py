"""Word lists and numbers of the text rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from leitfaden.source.loader import lade

FAKTEN = """- id: kommunen
  aussage: Neun Kommunen nahmen teil.
  wert: 9
  muster: ["{zahl} Kommunen"]
"""


def test_first_word_of_a_line_counts(small_copy: Path) -> None:
    liste = small_copy / "data" / "woerter" / "abkuerzungen.txt"
    liste.write_text("# Liste\n\nEU   Europäische Union\nPDF # Dateiformat\n", encoding="utf-8")
    (liste.parent / "eigene.txt").write_text("Partheland\n", encoding="utf-8")
    ladung = lade(small_copy)
    assert ladung.findings == []
    assert ladung.wortlisten.abkuerzungen == {"EU", "PDF"}
    assert ladung.wortlisten.woerter == {"Partheland"}


def test_project_needs_no_lists(small_copy: Path) -> None:
    (small_copy / "data" / "woerter" / "abkuerzungen.txt").unlink()
    ladung = lade(small_copy)
    assert ladung.findings == []
    assert ladung.wortlisten.fakten == ()


@pytest.mark.parametrize(
    ("text", "befunde"),
    [
        (FAKTEN, []),
        (FAKTEN.replace("9", "neun"), [("S004", 3)]),
        (FAKTEN.replace("{zahl}", "neun"), [("S005", 4)]),
        (FAKTEN.replace("wert: 9", "zahl: 9"), [("S001", 1), ("S002", 3)]),
        ("kommunen: 9\n", [("S015", 1)]),
        ("- id: [\n", [("Y001", 2)]),
        ("- nur ein Satz\n", [("S013", 1)]),
    ],
)
def test_mistakes_in_the_numbers_are_findings(
    small_copy: Path, text: str, befunde: list[tuple[str, int]]
) -> None:
    (small_copy / "data" / "fakten.yml").write_text(text, encoding="utf-8")
    gefunden = lade(small_copy).findings
    assert sorted((b.code, b.location.line) for b in gefunden) == befunde
    assert {b.location.path for b in gefunden} <= {"data/fakten.yml"}


def test_unknown_list_is_misplaced(small_copy: Path) -> None:
    (small_copy / "data" / "woerter" / "fremd.txt").write_text("x\n", encoding="utf-8")
    assert [b.code for b in lade(small_copy).findings] == ["D006"]


def test_linked_list_is_not_read(small_copy: Path) -> None:
    (small_copy / "data" / "fakten.yml").symlink_to("/etc/hostname")
    assert [b.code for b in lade(small_copy).findings] == ["D007"]


def test_search_words_are_read_by_language(small_copy: Path) -> None:
    ordner = small_copy / "data" / "woerter"
    (ordner / "suchworte.yml").write_text("- wort: [Website]\n  getippt: [Homepage]\n", "utf-8")
    (ordner / "suchworte.en.yml").write_text("- wort: [mayor]\n", "utf-8")
    ladung = lade(small_copy)
    assert ladung.findings == []
    assert [g.getippt for g in ladung.wortlisten.suchworte["de"]] == [("Homepage",)]
    assert [g.wort for g in ladung.wortlisten.suchworte["en"]] == [("mayor",)]


@pytest.mark.parametrize(
    ("text", "befunde"),
    [
        ("- getippt: [Homepage]\n", [("S001", 1)]),
        ("- wort: [Website]\n  tippt: [Homepage]\n", [("S002", 2)]),
        ("- wort: []\n", [("S007", 1)]),
        ("- wort: [A]\n  getippt: [x]\n- wort: [B]\n  getippt: [X]\n", [("T030", 3)]),
    ],
)
def test_mistakes_in_the_search_words_are_findings(
    small_copy: Path, text: str, befunde: list[tuple[str, int]]
) -> None:
    (small_copy / "data" / "woerter" / "suchworte.yml").write_text(text, encoding="utf-8")
    ladung = lade(small_copy)
    assert [(f.code, f.location.line) for f in ladung.findings] == befunde
    assert len(ladung.wortlisten.suchworte["de"]) == (2 if "T030" in str(befunde) else 0)
