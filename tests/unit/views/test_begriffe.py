"""Terms of the glossary in running text."""

from __future__ import annotations

import time

import pytest

from leitfaden.model.verzeichnisse import Glossareintrag
from leitfaden.views.begriffe import Begriffsverzeichnis
from leitfaden.views.bibliothek import Bibliothek
from leitfaden.views.karte import Karte


def karte(satz_id: str, begriff: str, sprache: str = "de", **felder: object) -> Karte:
    satz = Glossareintrag(
        id=satz_id,
        begriff=begriff,
        definition="Erklärung.",
        beleglage="eigene-herleitung",
        **felder,
    )
    return Karte("glossareintrag", satz, f"glossar/#{satz_id}", sprache)


@pytest.fixture(scope="module")
def deutsch() -> Begriffsverzeichnis:
    return Begriffsverzeichnis(
        [
            karte("zweckvereinbarung", "Zweckvereinbarung"),
            karte("mandatierend", "Mandatierende Zweckvereinbarung", synonyme=("Mandatierung",)),
            karte("bfis", "Beauftragte für X", abkuerzung="BfIS", synonyme=("ISB (anderswo)",)),
            karte("ust", "§ 2b Umsatzsteuergesetz", abkuerzung="§ 2b UStG"),
            karte("svn", "Netz & Verwaltung", abkuerzung="SVN/KDN"),
            karte("massnahme", "Maßnahme"),
            karte("fremd", "Foreign", "en"),
        ],
        "de",
        {},
    )


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Mit Zweckvereinbarungen geht es.", ["zweckvereinbarung"]),
        ("Die mandatierende\nZweckvereinbarung hilft.", ["mandatierend"]),  # the longest wins
        ("BfIS, ISB und ISBs", ["bfis", "bfis", "bfis"]),
        ("nach § 2b UStG", ["ust"]),
        ("Netz & Verwaltung", ["svn"]),
        ("im SVN/KDN", ["svn"]),
        ("Zweckvereinbarungsentwurf, Muster-Zweckvereinbarung, Zweckvereinbarung-Muster", []),
        ("zweckvereinbarung", []),
        ("Jede Maßnahme", []),  # a word for the library's own parts
        ("Foreign", []),  # not in the language of the text
    ],
)
def test_terms_are_found_in_all_their_forms(
    deutsch: Begriffsverzeichnis, text: str, ids: list[str]
) -> None:
    html = text.replace("&", "&amp;")
    assert [deutsch.finde(t[0]).id for t in deutsch.muster.finditer(html)] == ids
    assert deutsch.in_text(text) == frozenset(ids)


def test_a_name_goes_before_the_synonym_of_another() -> None:
    verzeichnis = Begriffsverzeichnis(
        [karte("a", "Anders", synonyme=("Umlage",)), karte("b", "Umlage")], "de", {}
    )
    assert verzeichnis.finde("Umlage").id == "b"


def test_english_text_quotes_the_german_term() -> None:
    verzeichnis = Begriffsverzeichnis(
        [
            karte("akte", "Electronic file (E-Akte)", "en"),
            karte("zv", "Mandating thing (administrative agreement)", "en"),
        ],
        "en",
        {"akte": "E-Akte", "zv": "Mandatierende Zweckvereinbarung"},
    )
    assert verzeichnis.in_text("Two electronic files, called E-Akten") == {"akte"}
    assert verzeichnis.in_text("an administrative agreement") == frozenset()


def test_no_terms_find_nothing() -> None:
    assert Begriffsverzeichnis([], "de", {}).in_text("Zweckverband") == frozenset()


def test_library_knows_the_terms_of_both_languages(bibliotheken: dict[str, Bibliothek]) -> None:
    assert "zweckverband" in bibliotheken["de"].begriffe("de").in_text("Zweckverbände")
    # An English page without translation holds German text.
    assert "zweckverband" in bibliotheken["en"].begriffe("de").in_text("Zweckverbände")
    assert bibliotheken["en"].begriffe("de") is bibliotheken["en"].begriffe("de")


def test_search_takes_no_longer_with_more_terms() -> None:
    """Every place of a text is looked at once, whatever the number of terms."""
    text = "Die Gemeinde prüft den Vertrag und stimmt im Rat darüber ab. " * 400

    def dauer(anzahl: int) -> float:
        woerter = [f"{chr(65 + n % 26)}{n:04}wort" for n in range(anzahl)]
        muster = Begriffsverzeichnis([karte(w.lower(), w) for w in woerter], "de", {}).muster
        zeiten = []
        for _ in range(5):
            beginn = time.perf_counter()
            assert muster.findall(text) == []
            zeiten.append(time.perf_counter() - beginn)
        return min(zeiten)

    assert dauer(2000) < 8 * dauer(50)
