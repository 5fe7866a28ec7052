"""Overdue reviews, translations, pictures."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from leitfaden.checks import hat_fehler, pruefe
from leitfaden.checks.redaktion import BILD_HOECHSTENS, als_pfad
from leitfaden.findings import Finding
from leitfaden.source.loader import lade

JPG = b"\xff\xd8\xff\xe0" + b"x" * 100
BILD = "bild:\n  datei: {}\n  alt: Ein Amt\n  nachweis: Foto der Stadt\n"


def kurz(befunde: list[Finding]) -> list[tuple[str, str]]:
    return [(b.code, str(b.location)) for b in befunde]


@pytest.mark.parametrize(
    ("tag", "faellig"), [(date(2027, 11, 22), False), (date(2027, 11, 23), True)]
)
def test_review_is_overdue_the_day_after(small: Path, tag: date, faellig: bool) -> None:
    befunde = pruefe(lade(small), tag)
    assert {b.code for b in befunde} == ({"S030"} if faellig else set())
    assert not hat_fehler(befunde)


def test_draft_is_never_overdue(small_copy: Path, check: Callable[[Path], list[Finding]]) -> None:
    datei = small_copy / "data" / "vorlagen" / "kickoff-agenda.yml"
    text = datei.read_text(encoding="utf-8").replace("2026-11-22", "2020-01-01")
    datei.write_text(text.replace("2027-11-22", "2021-01-01"), encoding="utf-8")
    assert [c for c, _ in kurz(check(small_copy))] == ["S030"]
    text = datei.read_text(encoding="utf-8").replace("veroeffentlicht", "entwurf")
    datei.write_text(text, encoding="utf-8")
    assert {c for c, _ in kurz(check(small_copy))} == {"V008"}


def test_partial_translation_is_one_warning(
    partial_copy: Path, check: Callable[[Path], list[Finding]]
) -> None:
    befunde = check(partial_copy)
    assert kurz(befunde) == [("T020", "data/massnahmen/status-quo-ermitteln.en.yml:1:1")]
    assert befunde[0].as_dict["feld"] == "kurzbeschreibung"
    assert not hat_fehler(befunde)


@pytest.mark.parametrize(
    ("datei", "inhalt", "code"),
    [
        ("amt.jpg", JPG, ""),
        ("amt.JPG", JPG, ""),
        ("amt.png", b"\x89PNG\r\n\x1a\n", ""),
        ("amt.webp", b"RIFF....WEBP", ""),
        ("amt.png", JPG, "D012"),
        ("amt.svg", b"<svg onload='alert(1)'/>", "D012"),
        ("amt.html", b"<script>", "D012"),
        ("amt.jpg", JPG + b"x" * BILD_HOECHSTENS, "D012"),
        ("amt.jpg", b"", "D012"),
        ("amt.jpg", None, "D011"),
        ("../bilder/amt.jpg", None, "D010"),
        ("/etc/passwd", None, "D010"),
        ("..\\\\amt.jpg", None, "D010"),
        (".amt.jpg", None, "D010"),
        ("..", None, "D010"),
    ],
)
def test_picture_of_an_example(
    small_copy: Path,
    check: Callable[[Path], list[Finding]],
    datei: str,
    inhalt: bytes | None,
    code: str,
) -> None:
    satz = small_copy / "data" / "praxisbeispiele" / "partheland.yml"
    zeile = satz.read_text(encoding="utf-8").count("\n") + 2
    with satz.open("a", encoding="utf-8") as ende:
        ende.write(BILD.format(f'"{datei}"'))
    ordner = small_copy / "docs" / "bilder"
    ordner.mkdir()
    if inhalt is not None:
        (ordner / datei).write_bytes(inhalt)
    ort = f"data/praxisbeispiele/partheland.yml:{zeile}:10"
    assert kurz(check(small_copy)) == ([(code, ort)] if code else [])


def test_linked_picture_is_no_picture(
    small_copy: Path, check: Callable[[Path], list[Finding]]
) -> None:
    satz = small_copy / "data" / "praxisbeispiele" / "partheland.yml"
    with satz.open("a", encoding="utf-8") as ende:
        ende.write(BILD.format("amt.jpg"))
    ordner = small_copy / "docs" / "bilder"
    ordner.mkdir()
    (small_copy / "geheim").write_bytes(JPG)
    (ordner / "amt.jpg").symlink_to(small_copy / "geheim")
    assert [c for c, _ in kurz(check(small_copy))] == ["D011"]


def test_files_no_record_names_are_looked_at_because_they_are_published(
    small_copy: Path, check: Callable[[Path], list[Finding]]
) -> None:
    ordner = small_copy / "docs" / "bilder"
    ordner.mkdir()
    (ordner / "gut.jpg").write_bytes(JPG)
    (ordner / ".versteckt").write_bytes(b"x")
    (ordner / "seite.html").write_bytes(b"<script>alert(1)</script>")
    (ordner / "verknuepft.jpg").symlink_to("/etc/passwd")
    assert kurz(check(small_copy)) == [
        ("D012", "docs/bilder/seite.html:1:1"),
        ("D007", "docs/bilder/verknuepft.jpg:1:1"),
    ]


def test_key_becomes_a_path() -> None:
    assert als_pfad("schritte[0].titel") == ("schritte", 0, "titel")
    assert als_pfad("nutzen[12]") == ("nutzen", 12)
    assert als_pfad("kosten.text") == ("kosten", "text")
