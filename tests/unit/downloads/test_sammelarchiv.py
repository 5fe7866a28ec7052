"""A large archive: what an earlier one held is copied, and the bytes are the same."""

from __future__ import annotations

import json
import zipfile
from datetime import date
from pathlib import Path

import pytest

from leitfaden.downloads import sammelarchiv
from leitfaden.downloads.sammelarchiv import MANIFEST, Vorrat, haenge_an, packe_viele

TAG = date(2026, 11, 22)
TEILE = [(f"seiten/{n}.html", f"Seite {n} ".encode() * 200) for n in range(150)]
TEILE += [("downloads/a.pdf", b"%PDF" * 500), ("leer.txt", b"")]


def packe(
    ziel: Path, teile: list[tuple[str, bytes]], vorrat: Path | None = None, tag: date = TAG
) -> bytes:
    quelle = Vorrat(vorrat)
    eintraege = packe_viele(ziel, iter(teile), "bibliothek", tag, quelle)
    quelle.schliesse()
    dateien = [{"pfad": e.pfad, "groesse": e.groesse, "sha256": e.sha256} for e in eintraege]
    haenge_an(ziel, f"bibliothek/{MANIFEST}", json.dumps({"dateien": dateien}), tag)
    return ziel.read_bytes()


def test_archive_holds_everything_in_one_folder(tmp_path: Path) -> None:
    ziel = tmp_path / "a.zip"
    packe(ziel, TEILE)
    with zipfile.ZipFile(ziel) as archiv:
        assert archiv.testzip() is None
        assert [i.filename for i in archiv.infolist()] == [
            *(f"bibliothek/{name}" for name, _ in TEILE),
            f"bibliothek/{MANIFEST}",
        ]
        for name, daten in TEILE:
            assert archiv.read(f"bibliothek/{name}") == daten
        arten = {i.filename: i.compress_type for i in archiv.infolist()}
        assert arten["bibliothek/downloads/a.pdf"] == zipfile.ZIP_STORED
        assert arten["bibliothek/seiten/1.html"] == zipfile.ZIP_DEFLATED
        assert {i.date_time for i in archiv.infolist()} == {(2026, 11, 22, 0, 0, 0)}


def test_same_parts_give_the_same_bytes_with_and_without_an_earlier_archive(
    tmp_path: Path,
) -> None:
    erste = packe(tmp_path / "1.zip", TEILE)
    assert packe(tmp_path / "2.zip", TEILE) == erste
    assert packe(tmp_path / "3.zip", TEILE, tmp_path / "1.zip") == erste
    geaendert = [("seiten/neu.html", b"neu"), *TEILE[5:], (TEILE[0][0], b"anders")]
    frisch = packe(tmp_path / "4.zip", geaendert)
    assert packe(tmp_path / "5.zip", geaendert, tmp_path / "1.zip") == frisch


def test_only_what_changed_is_packed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packe(tmp_path / "1.zip", TEILE)
    gepackt: list[str] = []
    echt = sammelarchiv._packe

    def zaehle(eintrag: sammelarchiv.Eintrag, daten: bytes) -> sammelarchiv._Gepackt:
        gepackt.append(eintrag.pfad)
        return echt(eintrag, daten)

    monkeypatch.setattr(sammelarchiv, "_packe", zaehle)
    neu = [*TEILE[:-1], ("leer.txt", b"nicht mehr")]
    packe(tmp_path / "2.zip", neu, tmp_path / "1.zip", date(2026, 11, 23))
    assert gepackt == ["leer.txt", f"bibliothek/{MANIFEST}"]


@pytest.mark.parametrize("inhalt", [b"", b"kein Archiv", b"PK\x03\x04abgeschnitten"])
def test_a_broken_earlier_archive_is_no_use_and_no_harm(tmp_path: Path, inhalt: bytes) -> None:
    (tmp_path / "alt.zip").write_bytes(inhalt)
    neu = packe(tmp_path / "neu.zip", TEILE, tmp_path / "alt.zip")
    assert neu == packe(tmp_path / "frisch.zip", TEILE)


def test_an_earlier_archive_without_its_list_is_ignored(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "alt.zip", "w") as archiv:
        archiv.writestr("etwas.txt", "anderes")
    neu = packe(tmp_path / "neu.zip", TEILE, tmp_path / "alt.zip")
    assert neu == packe(tmp_path / "frisch.zip", TEILE)
