"""Helper words of a text: synonyms and parts, by how much the text is about them."""

from __future__ import annotations

import pytest

from leitfaden.model.suchgruppe import Suchgruppe
from leitfaden.views.suchworte import HOECHSTENS, Helferworte, Suchtext, Suchwoerterbuch
from leitfaden.views.wortkunde import Wortzerleger

GRUPPEN = (
    Suchgruppe(wort=("Website", "Internetauftritt"), getippt=("Homepage", "Web Seite")),
    Suchgruppe(wort=("elektronische Akte",), getippt=("papierlos",)),
)


@pytest.fixture(scope="module")
def buch() -> Suchwoerterbuch:
    return Suchwoerterbuch(GRUPPEN, Wortzerleger(["Kosten", "Schlüssel", "Verteilung"]))


def helfer(buch: Suchwoerterbuch, kern: str = "", nah: str = "", fern: str = "") -> Helferworte:
    return buch.helfer(Suchtext(kern, nah, fern))


def test_word_of_the_title_brings_its_group_to_the_core(buch: Suchwoerterbuch) -> None:
    assert helfer(buch, kern="Websites prüfen").kern == (
        "website",
        "internetauftritt",
        "homepage",
        "web",
        "seite",
    )


def test_group_follows_inflection_but_not_other_words(buch: Suchwoerterbuch) -> None:
    assert "papierlos" in helfer(buch, kern="Mit elektronischen Akten arbeiten").kern
    assert helfer(buch, kern="Elektronische Post und Akten") == Helferworte()


def test_level_depends_on_place_and_number(buch: Suchwoerterbuch) -> None:
    assert "homepage" in helfer(buch, nah="die Website").nah
    assert "homepage" in helfer(buch, fern="die Website " * 4).nah
    assert "homepage" in helfer(buch, fern="die Website").fern


def test_every_word_stands_in_its_strongest_level_only(buch: Suchwoerterbuch) -> None:
    worte = helfer(buch, kern="Website", nah="Website Kostenschlüssel", fern="Website " * 5)
    alle = [*worte.kern, *worte.nah, *worte.fern]
    assert len(alle) == len(set(alle))
    assert "homepage" in worte.kern
    assert "website" not in alle


def test_parts_of_compounds(buch: Suchwoerterbuch) -> None:
    assert helfer(buch, kern="Kostenschlüssel").kern == ("kosten", "schlüssel")
    assert helfer(buch, fern="Kostenschlüssel").fern == ()
    assert helfer(buch, fern="Kostenschlüssel, Kostenschlüssel").fern == ("kosten", "schlüssel")


def test_keywords_are_found_as_they_stand(buch: Suchwoerterbuch) -> None:
    worte = buch.helfer(Suchtext("Titel", "", "", ("Mängelmelder", "Bürger-App")))
    assert worte.kern[:2] == ("mängelmelder", "bürger-app")


def test_verbs_find_their_nouns(buch: Suchwoerterbuch) -> None:
    assert "kooperieren" in helfer(buch, kern="Kooperation").kern
    assert "organisieren" in helfer(buch, kern="Organisation").kern


def test_a_page_gets_a_limited_number() -> None:
    viele = Suchgruppe(wort=("Alles",), getippt=tuple(f"wort{n}" for n in range(HOECHSTENS * 2)))
    worte = Suchwoerterbuch((viele,), None).helfer(Suchtext("Alles", "Alles", "Alles"))
    assert len(worte.kern) == HOECHSTENS
    assert worte.nah == worte.fern == ()
