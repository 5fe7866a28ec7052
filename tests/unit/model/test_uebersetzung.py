"""English texts: the derived model, source hashes, comparison, merging."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from leitfaden.model.felder_kunde import als_schluessel, feldarten, texte, verweise
from leitfaden.model.massnahme import Massnahme
from leitfaden.model.praxisbeispiel import Praxisbeispiel
from leitfaden.model.typen import INHALTSTYPEN, Inhaltstyp
from leitfaden.model.uebersetzung import (
    Uebersetzung,
    englisches_modell,
    gleiche_ab,
    ist_vollstaendig,
    quellhash,
    uebersetze,
)
from leitfaden.source.loader import Ladung, lade


@pytest.mark.parametrize(
    "feld",
    [
        {"kennung": "M02"},
        {"aufwand": "gering"},
        {"handlungsfeld": "strategie-und-steuerung"},
        {"voraussetzungen": ["datenschutz"]},
        {"stand": "2026-11-22"},
        {"id": "x"},
        {"sofort_moeglich": True},
        {"zustand": "entwurf"},
        {"zielgruppen": ["hauptamt"]},
        {"fruehere_ids": ["alt"]},
        {"pflicht": {"lage": "ja"}},
        {"recht": [{"norm": "§ 1"}]},
        {"unbekannt": "x"},
    ],
)
def test_english_model_of_a_measure_refuses_what_is_no_text(feld: dict[str, Any]) -> None:
    with pytest.raises(ValidationError) as fehler:
        englisches_modell(Massnahme).model_validate(feld)
    assert [e["type"] for e in fehler.value.errors()] == ["extra_forbidden"]


@pytest.mark.parametrize(
    "feld",
    [
        {"kommunen": [{"einwohner": 1700}]},
        {"zahlen": [{"wert": 27}]},
        {"zahlen": [{"quelle": "presse"}]},
        {"nachmachen": [{"vorlage": "it-liste"}]},
        {"bild": {"datei": "x.jpg"}},
        {"kontakt": {"email": "x@example.org"}},
    ],
)
def test_english_model_of_an_example_refuses_numbers_ids_and_names(feld: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        englisches_modell(Praxisbeispiel).model_validate(feld)


def test_english_model_takes_texts_and_gaps() -> None:
    satz = englisches_modell(Massnahme).model_validate(
        {"titel": "T", "nutzen": ["a", None], "schritte": [None, {"titel": "x"}], "quellstand": {}}
    )
    werte = satz.model_dump(exclude_none=True, exclude_defaults=True)
    assert werte["nutzen"] == ("a", None)
    assert werte["schritte"] == (None, {"titel": "x"})


def blaetter(modell: type[BaseModel]) -> set[str]:
    namen = set()
    for name, art in feldarten(modell).items():
        if art.gruppe:
            namen |= {f"{name}.{innen}" for innen in blaetter(art.gruppe)}
        elif art.text:
            namen.add(name)
    return namen


def englische_blaetter(modell: type[BaseModel]) -> set[str]:
    namen = set()
    for name, art in feldarten(modell).items():
        if name == "quellstand":
            continue
        innen = englische_blaetter(art.gruppe) if art.gruppe else set()
        namen |= {f"{name}.{i}" for i in innen} if innen else {name}
    return namen


@pytest.mark.parametrize("typ", INHALTSTYPEN, ids=lambda t: t.name)
def test_english_model_has_exactly_the_text_fields(typ: Inhaltstyp) -> None:
    assert englische_blaetter(englisches_modell(typ.modell)) == blaetter(typ.modell)


def test_hash_changes_with_words_and_not_with_line_breaks() -> None:
    assert quellhash("ein Text") == quellhash(" ein\n  Text ")
    assert quellhash("ein Text") != quellhash("ein text")
    assert quellhash("ein Text") != quellhash("einText")
    # Fixed: a changed algorithm would make every translation look stale.
    assert quellhash("ein Text") == "998a04b6"


def test_complete_translation_has_no_gap(ladung: Ladung) -> None:
    katalog = ladung.katalog
    satz = katalog.massnahmen["digital-navigatoren"]
    englisch = katalog.uebersetzungen["massnahme", satz.id]
    abgleich = gleiche_ab(satz, englisch)
    assert (abgleich.fehlende, abgleich.veraltete, abgleich.ueberzaehlige) == ((), (), ())
    assert ist_vollstaendig(satz, englisch)
    assert not ist_vollstaendig(satz, None)


def test_partial_translation_lists_its_gaps_in_field_order(partial_copy: Path) -> None:
    katalog = lade(partial_copy).katalog
    satz = katalog.massnahmen["status-quo-ermitteln"]
    englisch = katalog.uebersetzungen["massnahme", satz.id]
    abgleich = gleiche_ab(satz, englisch)
    alle = [als_schluessel(pfad) for pfad, _ in texte(satz)]
    assert abgleich.fehlende == tuple(k for k in alle if k != "titel")
    assert abgleich.fehlende[0] == "kurzbeschreibung"
    assert "schritte[4].dauer" in abgleich.fehlende
    assert not ist_vollstaendig(satz, englisch)


def test_stale_and_surplus_texts_are_told_apart(ladung: Ladung) -> None:
    satz = ladung.katalog.massnahmen["digital-navigatoren"]
    englisch = Uebersetzung(
        {"titel": "x", "nutzen": ("a", "b"), "kosten": {"text": "c"}, "rollen": (None,)},
        {"titel": quellhash(satz.titel), "kosten.text": "00000000"},
    )
    abgleich = gleiche_ab(satz, englisch)
    assert abgleich.veraltete == ("nutzen[0]", "kosten.text")
    assert abgleich.ueberzaehlige == ("nutzen[1]",)
    assert "rollen[0].rolle" in abgleich.fehlende
    assert "titel" not in abgleich.fehlende


def test_merged_record_takes_english_texts_and_keeps_everything_else(ladung: Ladung) -> None:
    satz = ladung.katalog.massnahmen["digital-navigatoren"]
    neu = uebersetze(satz, ladung.katalog.uebersetzungen["massnahme", satz.id])
    assert neu.titel == "Appoint digital navigators"
    assert neu.schritte[1].titel == "Fill in the list"
    assert neu.kosten.grundlage == "own estimate"
    assert neu.pflicht.lage == satz.pflicht.lage
    assert list(verweise(neu)) == list(verweise(satz))
    assert neu.zielgruppen == satz.zielgruppen
    assert satz.titel == "Digital-Navigatoren benennen"


def test_gaps_fall_back_to_german_and_length_never_changes(ladung: Ladung) -> None:
    satz = ladung.katalog.massnahmen["digital-navigatoren"]
    englisch = Uebersetzung(
        {
            "kernaussagen": (None, "second"),
            "schritte": ({"titel": "one"}, None, {"text": "t"}, {"titel": "surplus"}),
            "titel": None,
        },
        {},
    )
    neu = uebersetze(satz, englisch)
    assert neu.titel == satz.titel
    assert neu.kernaussagen == (satz.kernaussagen[0], "second", satz.kernaussagen[2])
    assert [s.titel for s in neu.schritte] == ["one", *(s.titel for s in satz.schritte[1:])]
    assert neu.schritte[2].text == "t"
    assert len(neu.schritte) == 3
