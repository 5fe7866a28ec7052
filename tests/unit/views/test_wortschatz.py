"""The vocabulary the browser compares typing errors with."""

from __future__ import annotations

import gzip
import random
import string

from leitfaden.views.wortschatz import Wortschatz


def entpacke(datei: str) -> list[tuple[str, int]]:
    """Read the file the way the browser does: words with their steps."""
    worte: list[tuple[str, int]] = []
    davor = ""
    for zeile in datei.split("\n"):
        davor = davor[: ord(zeile[1]) - 97] + zeile[2:]
        worte.append((davor, int(zeile[0])))
    return worte


def test_words_come_back_as_mostly_written() -> None:
    schatz = Wortschatz()
    schatz.nimm("Der Datenschutz und die Datenschutz-Regel; DATENSCHUTZ, Datenschutz.")
    worte = dict(entpacke(schatz.datei()))
    assert "Datenschutz" in worte
    assert "DATENSCHUTZ" not in worte
    assert "Datenschutz-Regel" in worte


def test_steps_double_with_the_pages() -> None:
    schatz = Wortschatz()
    for nummer in range(9):
        schatz.nimm("immer" if nummer else "immer einmal")
    assert dict(entpacke(schatz.datei())) == {"einmal": 0, "immer": 3}


def test_short_words_and_numbers_are_left_out() -> None:
    schatz = Wortschatz()
    schatz.nimm("ISB DMS 2027 Amt Rathaus")
    assert entpacke(schatz.datei()) == [("Rathaus", 0)]


def test_typed_words_are_known_without_a_page() -> None:
    schatz = Wortschatz()
    schatz.nimm("Website Website")
    schatz.nimm_worte(["Homepage", "website"])
    assert dict(entpacke(schatz.datei())) == {"Homepage": 0, "Website": 0}


def test_rare_inflected_forms_stand_back() -> None:
    schatz = Wortschatz()
    for text in ("Vertrag Vertrags", "Vertrag", "Vertrag"):
        schatz.nimm(text)
    assert [wort for wort, _ in entpacke(schatz.datei())] == ["Vertrag"]


def test_file_stays_small_and_keeps_the_common_words() -> None:
    zufall = random.Random(1)
    schatz = Wortschatz()
    seltene = ["".join(zufall.choices(string.ascii_lowercase, k=9)) for _ in range(4000)]
    for _ in range(3):
        schatz.nimm("Gemeinde Verwaltung")
    schatz.nimm(" ".join(seltene))
    datei = schatz.datei(hoechstens=5000)
    assert len(gzip.compress(datei.encode(), 9)) <= 5000
    assert {"Gemeinde", "Verwaltung"} <= {wort for wort, _ in entpacke(datei)}


def test_same_words_give_the_same_file() -> None:
    texte = ["Alpha Beta Gamma", "Beta Delta"]
    dateien = []
    for folge in (texte, texte[::-1]):
        schatz = Wortschatz()
        for text in folge:
            schatz.nimm(text)
        dateien.append(schatz.datei())
    assert dateien[0] == dateien[1]
