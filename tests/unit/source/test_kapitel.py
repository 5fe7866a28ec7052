"""Reading hand-written pages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from leitfaden.findings import Finding
from leitfaden.model.kapitel import Kapitel
from leitfaden.source.kapitel import finde_kapitel, lies_kapitel

KOPF = "---\ntitel: T\nkurzbeschreibung: K\n---\n"


def lies(ordner: Path, pfad: str, text: str) -> tuple[Kapitel | None, list[Finding]]:
    datei = ordner / "docs" / pfad
    datei.parent.mkdir(parents=True, exist_ok=True)
    datei.write_text(text, encoding="utf-8")
    return lies_kapitel(ordner, datei)


@pytest.mark.parametrize(
    ("pfad", "unten", "sprache", "url"),
    [
        ("index.md", "index", "de", ""),
        ("index.en.md", "index", "en", ""),
        ("einfuehrung/index.md", "einfuehrung/index", "de", "einfuehrung/"),
        ("einfuehrung/ziele.en.md", "einfuehrung/ziele", "en", "einfuehrung/ziele/"),
        ("adr/0001-a.md", "adr/0001-a", "de", "adr/0001-a/"),
    ],
)
def test_path_gives_language_and_address(
    tmp_path: Path, pfad: str, unten: str, sprache: str, url: str
) -> None:
    kapitel, befunde = lies(tmp_path, pfad, KOPF + "\nText\n")
    assert befunde == []
    assert (kapitel.pfad, kapitel.sprache, kapitel.url) == (unten, sprache, url)
    assert kapitel.inhalt == "\nText\n"
    assert kapitel.zeile == 5


@pytest.mark.parametrize(
    ("pfad", "text", "code", "ort"),
    [
        ("a.md", "# Titel\n", "D009", "1:1"),
        ("a.md", "\n" + KOPF, "D009", "1:1"),
        ("a.md", "---\ntitel: T\n", "D009", "1:1"),
        ("a.md", "---\n- a\n---\n", "D009", "1:1"),
        ("a.md", "---\n---\n", "Y008", "1:1"),
        ("a.md", "---\ntitel: T\nkurzbeschreibung: a: b\n---\n", "Y001", "3:20"),
        ("a.md", "---\ntitel: T\n---\n", "S001", "2:1"),
        ("a.md", KOPF.replace("K\n", "K\nrender_makros: true\n"), "S002", "4:1"),
        ("A.md", KOPF, "D005", "1:1"),
        ("ü.md", KOPF, "D005", "1:1"),
        ("a.fr.md", KOPF, "D005", "1:1"),
    ],
)
def test_unusable_page_is_a_finding_at_its_place(
    tmp_path: Path, pfad: str, text: str, code: str, ort: str
) -> None:
    kapitel, befunde = lies(tmp_path, pfad, text)
    assert kapitel is None
    assert [(b.code, str(b.location)) for b in befunde] == [(code, f"docs/{pfad}:{ort}")]


def test_link_to_a_file_elsewhere_is_not_published(tmp_path: Path) -> None:
    (tmp_path / "geheim.md").write_text(KOPF, encoding="utf-8")
    (tmp_path / "docs").mkdir()
    verknuepfung = tmp_path / "docs" / "a.md"
    verknuepfung.symlink_to(tmp_path / "geheim.md")
    kapitel, befunde = lies_kapitel(tmp_path, verknuepfung)
    assert kapitel is None
    assert [b.code for b in befunde] == ["D007"]


def test_pages_come_in_a_stable_order(small: Path) -> None:
    pfade = [p.relative_to(small / "docs").as_posix() for p in finde_kapitel(small)]
    assert pfade == sorted(pfade)
    assert len(pfade) == 10


def test_decision_records_are_no_pages(small_copy: Path) -> None:
    ordner = small_copy / "docs" / "entwicklung"
    (ordner / "adr").mkdir(parents=True)
    (ordner / "adr" / "0001-Anything.md").write_text("# 0001\n", encoding="utf-8")
    (ordner / "seite.md").write_text("---\ntitel: S\nkurzbeschreibung: K.\n---\n", encoding="utf-8")
    namen = {pfad.name for pfad in finde_kapitel(small_copy)}
    assert "seite.md" in namen
    assert "0001-Anything.md" not in namen


def test_every_decision_is_listed(projekt: Path) -> None:
    ordner = projekt / "docs" / "entwicklung" / "adr"
    liste = (ordner / "README.md").read_text(encoding="utf-8")
    genannt = re.findall(r"^- \[(.*)\]\((.*)\)$", liste, re.MULTILINE)
    assert {name for _, name in genannt} == {p.name for p in ordner.glob("0*.md")}
    for titel, name in genannt:
        text = (ordner / name).read_text(encoding="utf-8")
        assert text.startswith(f"# {titel}\n"), name
        assert re.findall(r"^## (.*)$", text, re.MULTILINE) == [
            "Context",
            "Decision",
            "Consequences",
        ]
