"""What the search interface knows besides the index, from the small library."""

from __future__ import annotations

from dataclasses import replace

from leitfaden.model.betreiber import Platzhalter
from leitfaden.texts import texte_von
from leitfaden.views.bibliothek import Bibliothek
from leitfaden.views.suchoberflaeche import GRUPPEN, suchoberflaeche


def test_last_group_takes_all_other_pages(bibliotheken: dict[str, Bibliothek]) -> None:
    gruppen = suchoberflaeche(bibliotheken["de"], bibliotheken["de"]).gruppen
    assert len(gruppen) == len(GRUPPEN)
    assert [g.ordner for g in gruppen if not g.ordner] == [gruppen[-1].ordner]
    assert gruppen[0].ordner == "massnahmen/"
    assert len({g.ordner for g in gruppen}) == len(gruppen)


def test_groups_and_fields_know_their_german_names(bibliotheken: dict[str, Bibliothek]) -> None:
    englisch = suchoberflaeche(bibliotheken["en"], bibliotheken["de"])
    assert englisch.gruppen[0].typ == texte_von("en")["typ.massnahme"]
    assert englisch.gruppen[0].deutsch == texte_von("de")["typ.massnahme"]
    deutsch = [karte.titel for karte in bibliotheken["de"].handlungsfelder]
    assert [feld.deutsch for feld in englisch.felder] == deutsch
    assert [feld.titel for feld in englisch.felder] == [
        karte.titel for karte in bibliotheken["en"].handlungsfelder
    ]


def test_words_come_without_their_prefix(bibliotheken: dict[str, Bibliothek]) -> None:
    worte = suchoberflaeche(bibliotheken["en"], bibliotheken["de"]).worte
    texte = texte_von("en")
    assert worte == {
        name.split(".", 1)[1]: texte[name] for name in texte if name.startswith("suchseite.")
    }


def test_contact_is_left_out_while_it_is_open(bibliotheken: dict[str, Bibliothek]) -> None:
    bib = bibliotheken["de"]
    betreiber = bib.katalog.betreiber
    assert betreiber is not None
    assert suchoberflaeche(bib, bib).kontakt == betreiber.email
    offen = betreiber.model_copy(update={"email": Platzhalter("[E-Mail-Adresse]")})
    for ersatz in (offen, None):
        katalog = replace(bib.katalog, betreiber=ersatz)
        andere = Bibliothek(katalog, "de", bib.heute)
        assert suchoberflaeche(andere, andere).kontakt == ""
