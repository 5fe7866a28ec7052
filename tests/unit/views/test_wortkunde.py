"""Stems and parts of words."""

from __future__ import annotations

import pytest

from leitfaden.views.wortkunde import Wortzerleger, stamm, woerter

_WORTE = (
    "Kooperation Vertrag Vertrags Information Sicherheit Beauftragter Informationssicherheit Fach "
    "Verfahren Liste Verwaltung Abläufe Gemeinde Rat Haus Kosten Verteilung Schlüssel Datum Daten "
    "Schutz Beschluss Vorlage eine Stand Orte"
)
VOKABULAR = _WORTE.split()


@pytest.fixture(scope="module")
def zerleger() -> Wortzerleger:
    return Wortzerleger(VOKABULAR)


@pytest.mark.parametrize(
    ("wort", "teile"),
    [
        ("Kooperationsvertrag", ("kooperation", "vertrag")),
        (
            "Informationssicherheitsbeauftragter",
            ("informationssicherheit", "information", "sicherheit", "beauftragter"),
        ),
        ("Fachverfahrensliste", ("fach", "verfahren", "liste")),
        ("Verwaltungsabläufe", ("verwaltung", "abläufe")),
        ("Gemeinderat", ("gemeinde", "rat")),
        ("Kostenverteilungsschlüssel", ("kosten", "verteilung", "schlüssel")),
        ("Datenschutz", ("daten", "schutz")),
        ("IT-Fachverfahren", ("fach", "verfahren")),
    ],
)
def test_compounds_fall_into_words_of_the_vocabulary(
    zerleger: Wortzerleger, wort: str, teile: tuple[str, ...]
) -> None:
    assert zerleger.teile(wort) == teile


@pytest.mark.parametrize(
    "wort",
    ["Vertrag", "Rathauses", "Standorte", "Verwaltung", "einesteils", "Datenschutzx", "Kosten2027"],
)
def test_other_words_stay_whole(zerleger: Wortzerleger, wort: str) -> None:
    assert zerleger.teile(wort) == ()


def test_fewest_parts_win() -> None:
    zerleger = Wortzerleger(["Bürger", "Meister", "Bürgermeister", "Runde"])
    teile = ("bürgermeister", "bürger", "meister", "runde")
    assert zerleger.teile("Bürgermeisterrunde") == teile
    ohne = Wortzerleger(["Bürger", "Meister", "Runde"])
    assert ohne.teile("Bürgermeisterrunde") == ("bürger", "meister", "runde")


@pytest.mark.parametrize(
    "formen",
    [
        ("Vertrag", "Verträge", "VERTRAGES", "vertrags"),
        ("Kommune", "Kommunen"),
        ("Maßnahme", "Massnahmen"),
        ("Beauftragte", "Beauftragter", "Beauftragten"),
    ],
)
def test_forms_of_a_word_share_their_stem(formen: tuple[str, ...]) -> None:
    assert len({stamm(form) for form in formen}) == 1


def test_short_words_keep_their_ending() -> None:
    assert stamm("Amt") != stamm("Amen")
    assert stamm("Rate") != stamm("Rat")


def test_words_keep_hyphens_and_digits() -> None:
    assert woerter("Die E-Akte nach § 73a, Amt24.") == ["Die", "E-Akte", "nach", "73a", "Amt24"]
