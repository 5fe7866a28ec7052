"""The operator's data as chapters show them."""

from __future__ import annotations

from datetime import date

import pytest

from leitfaden.model.betreiber import BETREIBERFELDER, Betreiber
from leitfaden.source.loader import Ladung
from leitfaden.texts import texte_von
from leitfaden.views.betreiber import betreiberangabe


@pytest.fixture(scope="module")
def filled(ladung: Ladung) -> Betreiber:
    assert ladung.katalog.betreiber is not None
    return ladung.katalog.betreiber


@pytest.mark.parametrize("name", BETREIBERFELDER)
@pytest.mark.parametrize("sprache", ["de", "en"])
def test_every_field_can_be_shown(filled: Betreiber, name: str, sprache: str) -> None:
    angabe = betreiberangabe(filled, name, texte_von(sprache))
    assert not angabe.offen
    leer = name in ("aufsicht", "umsatzsteuer_id", "adresse_der_website")
    assert bool(angabe.text or angabe.tag) is not leer


@pytest.mark.parametrize(
    ("name", "text", "ziel"),
    [
        ("email", "post@testtal.example", "mailto:post@testtal.example"),
        ("telefon", "+49 30 23125 001", "tel:+493023125001"),
        ("name", "Gemeinde Testtal", ""),
    ],
)
def test_addresses_can_be_followed(filled: Betreiber, name: str, text: str, ziel: str) -> None:
    angabe = betreiberangabe(filled, name, texte_von("de"))
    assert (angabe.text, angabe.ziel) == (text, ziel)


def test_german_words_stay_german_on_english_pages(filled: Betreiber) -> None:
    texte = texte_von("en")
    assert betreiberangabe(filled, "vertreten_durch", texte).sprache == "de"
    assert betreiberangabe(filled, "email", texte).sprache == "en"
    assert betreiberangabe(filled, "barrierefreiheit.konformitaet", texte).sprache == "en"


def test_day_is_left_to_the_template(filled: Betreiber) -> None:
    angabe = betreiberangabe(filled, "barrierefreiheit.stand_erklaerung", texte_von("de"))
    assert angabe.tag == date(2026, 11, 22)


@pytest.mark.parametrize(
    ("tage", "satz"),
    [
        (0, "Der Webserver führt keine Zugriffsprotokolle."),
        (1, "Der Webserver führt Zugriffsprotokolle und löscht sie nach einem Tag."),
        (7, "Der Webserver führt Zugriffsprotokolle und löscht sie nach 7 Tagen."),
    ],
)
def test_logs_are_described_in_a_sentence(filled: Betreiber, tage: int, satz: str) -> None:
    protokolle = filled.server_protokolle.model_copy(update={"speicherdauer_tage": tage})
    anders = filled.model_copy(update={"server_protokolle": protokolle})
    name = "server_protokolle.speicherdauer_tage"
    assert betreiberangabe(anders, name, texte_von("de")).text == satz


def test_without_an_operator_everything_is_open() -> None:
    for name in BETREIBERFELDER:
        angabe = betreiberangabe(None, name, texte_von("de"))
        assert angabe.offen
        assert angabe.text == f"[{name}]"
