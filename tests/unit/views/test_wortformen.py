"""Forms of terms in running text."""

from __future__ import annotations

import pytest

from leitfaden.views.wortformen import einzelne, ohne_zusatz, wortformen


@pytest.mark.parametrize(
    ("begriff", "formen"),
    [
        ("Zweckvereinbarung", ["Zweckvereinbarungen"]),
        ("Zweckverband", ["Zweckverbands", "Zweckverbandes", "Zweckverbände", "Zweckverbänden"]),
        ("E-Akte", ["E-Akten"]),
        ("Kooperationsvertrag", ["Kooperationsvertrags", "Kooperationsverträgen"]),
        ("Digitale Agenda", ["digitale Agenda", "digitalen Agenda", "Digitaler Agenda"]),
        ("Digitaler Posteingang", ["digitalen Posteingang", "digitalem Posteingang"]),
        ("Kommunale Arbeitsgemeinschaft", ["kommunalen Arbeitsgemeinschaften"]),
        ("Weg in die Basis-Absicherung", ["Weges in die Basis-Absicherung"]),
        ("Digital-Navigatorin", ["Digital-Navigatorinnen"]),
        ("Datenschutzbeauftragte", ["Datenschutzbeauftragten", "Datenschutzbeauftragter"]),
        ("Ratsinformationssystem", ["Ratsinformationssysteme", "Ratsinformationssystems"]),
        ("Öffentlich-rechtlicher Vertrag", ["öffentlich-rechtlichen Verträgen"]),
    ],
)
def test_german_terms_are_inflected(begriff: str, formen: list[str]) -> None:
    assert {begriff, *formen} <= wortformen(begriff, "de")


@pytest.mark.parametrize(
    ("begriff", "keine"),
    [
        ("Strategie", ["strategie", "Strateg"]),  # nouns stay capital
        ("EVB-IT", ["EVB-ITe", "evb-IT"]),
        ("Amt24", ["Amt24s", "amt24"]),
        ("openCode", ["OpenCode", "openCoden"]),
        ("Einer für Alle", ["Einem für Alle"]),
    ],
)
def test_names_and_abbreviations_keep_their_form(begriff: str, keine: list[str]) -> None:
    formen = wortformen(begriff, "de")
    assert begriff in formen
    assert not formen & set(keine)


@pytest.mark.parametrize(
    ("begriff", "formen"),
    [
        ("Cooperation agreement", ["cooperation agreements", "Cooperation agreements"]),
        ("Participation portal", ["participation portals"]),
        ("Strategy", ["strategies", "strategy"]),
        ("SAX.CERT", ["SAX.CERT"]),
    ],
)
def test_english_terms_begin_small_and_take_a_plural(begriff: str, formen: list[str]) -> None:
    assert {begriff, *formen} <= wortformen(begriff, "en")


def test_a_term_of_two_names_is_two_terms() -> None:
    assert einzelne("Beauftragte oder Beauftragter für Informationssicherheit") == (
        "Beauftragte für Informationssicherheit",
        "Beauftragter für Informationssicherheit",
    )
    assert einzelne("Umlage") == ("Umlage",)
    assert ohne_zusatz("ISB (andere Länder)") == "ISB"
    assert wortformen("", "de") == frozenset()
