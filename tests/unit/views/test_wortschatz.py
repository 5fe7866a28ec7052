"""The vocabulary the browser compares typing errors with."""

from __future__ import annotations

import gzip
import random
import string

from leitfaden.views.wortschatz import Wortschatz


def entpacke(dateien: dict[str, str]) -> list[tuple[str, int]]:
    """Read the files the way the browser does: words with their steps."""
    worte: list[tuple[str, int]] = []
    for datei in dateien.values():
        davor = ""
        for zeile in filter(None, datei.split("\n")):
            davor = davor[: ord(zeile[1]) - 97] + zeile[2:]
            worte.append((davor, int(zeile[0])))
    return worte


def test_words_come_back_as_mostly_written() -> None:
    schatz = Wortschatz()
    schatz.nimm("Der Datenschutz und die Datenschutz-Regel; DATENSCHUTZ, Datenschutz.")
    worte = dict(entpacke(schatz.dateien()))
    assert "Datenschutz" in worte
    assert "DATENSCHUTZ" not in worte
    assert "Datenschutz-Regel" in worte


def test_steps_double_with_the_pages() -> None:
    schatz = Wortschatz()
    for nummer in range(9):
        schatz.nimm("immer" if nummer else "immer einmal")
    assert dict(entpacke(schatz.dateien())) == {"einmal": 0, "immer": 3}


def test_short_words_and_numbers_are_left_out() -> None:
    schatz = Wortschatz()
    schatz.nimm("ISB DMS 2027 Amt Rathaus")
    assert entpacke(schatz.dateien()) == [("Rathaus", 0)]


def test_typed_words_are_known_without_a_page() -> None:
    schatz = Wortschatz()
    schatz.nimm("Website Website")
    schatz.nimm_worte(["Homepage", "website"])
    assert dict(entpacke(schatz.dateien())) == {"Homepage": 0, "Website": 0}


def test_rare_inflected_forms_stand_back() -> None:
    schatz = Wortschatz()
    for text in ("Vertrag Vertrags", "Vertrag", "Vertrag"):
        schatz.nimm(text)
    assert [wort for wort, _ in entpacke(schatz.dateien())] == ["Vertrag"]


def test_files_stay_small_and_keeps_the_common_words() -> None:
    zufall = random.Random(1)
    schatz = Wortschatz()
    seltene = ["".join(zufall.choices(string.ascii_lowercase, k=9)) for _ in range(4000)]
    for _ in range(3):
        schatz.nimm("Gemeinde Verwaltung")
    schatz.nimm(" ".join(seltene))
    je_buchstabe = schatz.dateien(hoechstens=5000)
    assert sum(len(gzip.compress(d.encode(), 9)) for d in je_buchstabe.values()) <= 5000
    assert {"Gemeinde", "Verwaltung"} <= {wort for wort, _ in entpacke(je_buchstabe)}


def test_every_letter_has_a_file_and_umlauts_stand_with_their_vowel() -> None:
    schatz = Wortschatz()
    schatz.nimm("Ämter Aufgabe Über")
    dateien = schatz.dateien()
    assert list(dateien) == list(string.ascii_lowercase)
    assert entpacke({"a": dateien["a"]}) == [("Aufgabe", 0), ("Ämter", 0)]
    assert entpacke({"u": dateien["u"]}) == [("Über", 0)]
    assert dateien["x"] == ""


def test_same_words_give_the_same_file() -> None:
    texte = ["Alpha Beta Gamma", "Beta Delta"]
    dateien = []
    for folge in (texte, texte[::-1]):
        schatz = Wortschatz()
        for text in folge:
            schatz.nimm(text)
        dateien.append(schatz.dateien())
    assert dateien[0] == dateien[1]
