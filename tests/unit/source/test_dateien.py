"""Finding and reading files."""

from __future__ import annotations

from pathlib import Path

import pytest

from leitfaden.source.dateien import HOECHSTGROESSE, finde_dateien, lies_text


def lege_an(ordner: Path, *pfade: str) -> Path:
    for pfad in pfade:
        datei = ordner / pfad
        datei.parent.mkdir(parents=True, exist_ok=True)
        datei.write_text("titel: x\n", encoding="utf-8")
    return ordner


def test_files_get_type_language_and_id(tmp_path: Path) -> None:
    lege_an(tmp_path, "data/massnahmen/m-1.yml", "data/massnahmen/m-1.en.yml", "data/glossar.yml")
    dateien, befunde = finde_dateien(tmp_path)
    assert befunde == []
    assert [(d.pfad, d.typ.name, d.sprache, d.satz_id) for d in dateien] == [
        ("data/glossar.yml", "glossareintrag", "de", "glossar"),
        ("data/massnahmen/m-1.en.yml", "massnahme", "en", "m-1"),
        ("data/massnahmen/m-1.yml", "massnahme", "de", "m-1"),
    ]


@pytest.mark.parametrize(
    ("pfad", "code"),
    [
        ("data/vorlagen/x.yaml", "D005"),
        ("data/vorlagen/Gross.yml", "D005"),
        ("data/vorlagen/mit leerzeichen.yml", "D005"),
        ("data/vorlagen/süd.yml", "D005"),
        ("data/vorlagen/1-a.yml", "D005"),
        ("data/vorlagen/a--b.yml", "D005"),
        ("data/vorlagen/a.fr.yml", "D005"),
        ("data/vorlagen/a.yml.bak", "D005"),
        ("data/vorlagen/tiefer/a.yml", "D006"),
        ("data/unbekannt.yml", "D006"),
        ("data/massnahmen.yml", "D006"),
        ("data/glossar/ikz.yml", "D006"),
    ],
)
def test_wrong_name_or_folder_is_found_and_not_read(tmp_path: Path, pfad: str, code: str) -> None:
    dateien, befunde = finde_dateien(lege_an(tmp_path, pfad))
    assert dateien == []
    assert [(b.code, str(b.location)) for b in befunde] == [(code, f"{pfad}:1:1")]


def test_hidden_files_of_editors_are_passed_over(tmp_path: Path) -> None:
    lege_an(tmp_path, "data/.DS_Store", "data/vorlagen/.x.yml.swp", "data/.git/config")
    assert finde_dateien(tmp_path) == ([], [])


def test_linked_folder_is_not_followed(tmp_path: Path) -> None:
    lege_an(tmp_path, "aussen/a.yml", "data/glossar.yml")
    (tmp_path / "data" / "vorlagen").symlink_to(tmp_path / "aussen")
    dateien, befunde = finde_dateien(tmp_path)
    assert [d.pfad for d in dateien] == ["data/glossar.yml"]
    assert [(b.code, b.location.path) for b in befunde] == [("D007", "data/vorlagen")]


def test_size_limit_is_exact(tmp_path: Path) -> None:
    datei = tmp_path / "d.yml"
    datei.write_bytes(b"x" * HOECHSTGROESSE)
    assert lies_text(datei, "d.yml")[0] is not None
    datei.write_bytes(b"x" * (HOECHSTGROESSE + 1))
    text, befunde = lies_text(datei, "d.yml")
    assert text is None
    assert befunde[0].as_dict == {"groesse": "257", "grenze": "256"}


@pytest.mark.parametrize(
    ("roh", "code", "zeile", "spalte"),
    [
        (b"a: 1\nb: \xfc\n", "D001", 2, 4),
        ("ä: ".encode() + b"\xdf", "D001", 1, 4),
        ("a: ß".encode("utf-16"), "D001", 1, 1),
        (b"\xef\xbb\xbfa: 1\n", "D002", 1, 1),
        (b"a: 1\nb: 2\r\nc: 3\r\n", "D003", 2, 1),
        (b"a: 1\rb: 2", "D003", 1, 1),
    ],
)
def test_wrong_bytes_are_found_at_their_place(
    tmp_path: Path, roh: bytes, code: str, zeile: int, spalte: int
) -> None:
    datei = tmp_path / "d.yml"
    datei.write_bytes(roh)
    text, befunde = lies_text(datei, "d.yml")
    assert text is None
    ort = befunde[0].location
    assert (befunde[0].code, ort.line, ort.column) == (code, zeile, spalte)


@pytest.mark.parametrize(
    ("fehler", "grund"),
    [
        (PermissionError(13, "Permission denied"), "das Leserecht fehlt"),
        (FileNotFoundError(2, "No such file"), "sie ist nicht vorhanden"),
        (OSError(5, "Input/output error"), "das System verweigert den Zugriff"),
    ],
)
def test_unreadable_file_is_explained_in_german(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fehler: OSError, grund: str
) -> None:
    def scheitere(_: Path) -> bytes:
        raise fehler

    monkeypatch.setattr(Path, "read_bytes", scheitere)
    text, befunde = lies_text(tmp_path / "d.yml", "d.yml")
    assert text is None
    assert [(b.code, b.as_dict["grund"]) for b in befunde] == [("D008", grund)]


def test_symlink_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "geheim").write_text("a: 1", encoding="utf-8")
    (tmp_path / "d.yml").symlink_to(tmp_path / "geheim")
    text, befunde = lies_text(tmp_path / "d.yml", "d.yml")
    assert text is None
    assert [b.code for b in befunde] == ["D007"]
