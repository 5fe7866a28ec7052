"""What the search index gets besides the pages, from the small library."""

from __future__ import annotations

import pytest

from leitfaden.model.suchgruppe import Suchgruppe
from leitfaden.views.bibliothek import Bibliothek
from leitfaden.views.seitenplan import Seitenplan
from leitfaden.views.suchplan import Suchplan

GRUPPEN = (Suchgruppe(wort=("Zweckverband",), getippt=("Verbandssatzung",)),)


def suchplan(bibliotheken: dict[str, Bibliothek], sprache: str = "de") -> Suchplan:
    return Suchplan(Seitenplan(bibliotheken[sprache]), GRUPPEN)


@pytest.mark.parametrize(
    ("url", "art"),
    [
        ("massnahmen/datenschutz/", "massnahme"),
        ("vorlagen/it-liste/", "vorlage"),
        ("praxisbeispiele/partheland/", ""),
        ("einfuehrung/", "kapitel"),
    ],
)
def test_pages_carry_their_kind(bibliotheken: dict[str, Bibliothek], url: str, art: str) -> None:
    angaben = suchplan(bibliotheken).angaben(url)
    assert angaben is not None
    assert angaben.art == art


def test_unknown_address_has_no_helper_words(bibliotheken: dict[str, Bibliothek]) -> None:
    assert suchplan(bibliotheken).angaben("gibt/es/nicht/") is None


def test_entries_of_the_glossary_are_found_one_by_one(
    bibliotheken: dict[str, Bibliothek],
) -> None:
    eintraege = {e.ort: e for e in suchplan(bibliotheken).eintraege()}
    ikz = eintraege["glossar/ikz"]
    assert ikz.titel == "Interkommunale Zusammenarbeit (IKZ)"
    assert "Mindestens zwei Kommunen" in ikz.text
    assert ("typ", "Glossar") in ikz.angaben.filter
    assert "verbandssatzung" in eintraege["glossar/zweckverband"].angaben.helfer.kern


def test_only_untranslated_pages_are_marked_for_the_other_language(
    bibliotheken: dict[str, Bibliothek],
) -> None:
    plan = Seitenplan(bibliotheken["de"])
    suche = Suchplan(plan, ())
    nur_deutsch = set()
    for seite in plan.seiten:
        angaben = suche.angaben(seite.url)
        assert angaben is not None
        if ("nur", "de") in angaben.filter:
            nur_deutsch.add(seite.url)
    assert nur_deutsch == {s.url for s in plan.seiten if not plan.hat_uebersetzung(s)}
    assert nur_deutsch


def test_typed_words_include_keywords(bibliotheken: dict[str, Bibliothek]) -> None:
    getippt = set(suchplan(bibliotheken).getippt)
    assert "Verbandssatzung" in getippt
    schlagworte = bibliotheken["de"].karte("massnahme", "datenschutz").satz.schlagworte  # type: ignore[attr-defined]
    assert {wort for eintrag in schlagworte for wort in eintrag.split()} <= getippt


def test_english_words_are_not_split(bibliotheken: dict[str, Bibliothek]) -> None:
    deutsch = suchplan(bibliotheken).angaben("massnahmen/datenschutz/")
    englisch = suchplan(bibliotheken, "en").angaben("massnahmen/datenschutz/")
    assert deutsch is not None
    assert englisch is not None
    assert set(englisch.helfer.kern).isdisjoint({"daten", "schutz"})
