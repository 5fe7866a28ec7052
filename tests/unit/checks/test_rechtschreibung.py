"""Spelling: dictionaries, the project's own words, compounds, two languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from leitfaden.checks.rechtschreibung import (
    Pruefer,
    ist_eingerichtet,
    lesbare_woerter,
    lies_buecher,
    pruefe_rechtschreibung,
)
from leitfaden.source.loader import lade
from tests.projekt import ersetze


class Buch:
    """A dictionary of a few words."""

    def __init__(self, *worte: str) -> None:
        self.worte = set(worte)

    def spell(self, wort: str) -> bool:
        return wort in self.worte


@pytest.fixture
def pruefer() -> Pruefer:
    buecher = {
        "de": Buch("die", "Gemeinde", "Kommune", "Amt", "Bereich", "Sicherheit", "gemeinsam"),
        "en": Buch("the", "municipality", "decides"),
    }
    return Pruefer(frozenset({"Pilot", "Partheland", "nachnutzen"}), buecher)


@pytest.mark.parametrize(
    ("wort", "sprache", "richtig"),
    [
        ("Gemeinde", "de", True),
        ("Gemiende", "de", False),
        ("Gemeinsam", "de", True),
        ("gemeinde", "de", False),
        ("Partheland", "de", True),
        ("Nachnutzen", "de", True),
        ("Pilotkommune", "de", True),
        ("Pilotenkommune", "de", True),
        ("Pilotkomune", "de", False),
        ("Gemeindebereich", "de", False),
        ("Partheland-Gemeinde", "de", True),
        ("Partheland-Gemiende", "de", False),
        ("Sicherheits-Amt", "de", True),
        ("DSGVO", "de", True),
        ("municipality", "en", True),
        ("munciipality", "en", False),
        ("municipality’s", "en", True),
        ("Gemeinde", "en", True),
        ("the", "de", False),
    ],
)
def test_word_is_known_or_not(pruefer: Pruefer, wort: str, sprache: str, richtig: bool) -> None:
    assert pruefer.kennt(wort, sprache) is richtig


def test_addresses_and_halves_of_words_are_not_read() -> None:
    text = "Mail an ikz@ssg-sachsen.de oder www.sachsen.de; Sicherheits- und Datenregeln."
    assert lesbare_woerter(text) == ["Mail", "an", "oder", "und", "Datenregeln"]


def test_unknown_word_is_reported_once_with_the_nearest_of_the_project(small_copy: Path) -> None:
    datei = small_copy / "data" / "vorlagen" / "it-liste.yml"
    ersetze(datei, "zweck: Alle Partner", "zweck: Alle Patrner und Patrner und Partner")
    befunde = list(pruefe_rechtschreibung(lade(small_copy)))
    assert [(b.code, str(b.location)) for b in befunde] == [("T112", f"{datei_name(datei)}:4:8")]
    assert befunde[0].as_dict["vorschlag"] == " Meinten Sie „Partner“?"


def datei_name(datei: Path) -> str:
    return "/".join(datei.parts[-3:])


def test_dictionaries_know_both_languages(small: Path) -> None:
    assert ist_eingerichtet()
    buecher = lies_buecher()
    assert buecher["de"].spell("Verwaltungsvereinbarung")
    assert not buecher["de"].spell("Verwaltungvereinbahrung")
    assert buecher["en"].spell("organisation")
    assert not buecher["en"].spell("organistaion")
    assert list(pruefe_rechtschreibung(lade(small), buecher)) == []
