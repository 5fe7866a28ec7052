"""The operator's data: what is allowed, what counts as open."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from leitfaden.model.betreiber import (
    BETREIBERFELDER,
    Betreiber,
    Konformitaet,
    ist_offen,
    offene_felder,
    wert_von,
)
from leitfaden.source.betreiber import lies_betreiber


@pytest.fixture(scope="module")
def filled(small: Path) -> Betreiber:
    betreiber, _ = lies_betreiber(small)
    assert betreiber is not None
    return betreiber


def changed(betreiber: Betreiber, name: str, wert: Any) -> Betreiber:
    """Validate the data again with one value replaced."""
    roh = betreiber.model_dump()
    *gruppe, feld = name.split(".")
    (roh[gruppe[0]] if gruppe else roh)[feld] = wert
    return Betreiber.model_validate(roh)


def test_filled_data_have_nothing_open(filled: Betreiber) -> None:
    assert list(offene_felder(filled)) == []
    assert filled.barrierefreiheit.stand_erklaerung == date(2026, 11, 22)
    assert filled.barrierefreiheit.konformitaet is Konformitaet.TEILWEISE
    assert filled.hosting.av_vertrag is True
    assert filled.aufsicht is None


@pytest.mark.parametrize("name", [n for n in BETREIBERFELDER if not n.endswith("konformitaet")])
def test_every_field_may_stand_open_in_brackets(filled: Betreiber, name: str) -> None:
    offen = changed(filled, name, " [noch offen] ")
    assert wert_von(offen, name) == "[noch offen]"
    assert list(offene_felder(offen)) == [(tuple(name.split(".")), "[noch offen]")]


@pytest.mark.parametrize(
    ("name", "wert"),
    [
        ("email", "post(at)testtal.example"),
        ("telefon", "auf Anfrage"),
        ("adresse_der_website", "bibliothek.example"),
        ("hosting.av_vertrag", "vielleicht"),
        ("server_protokolle.speicherdauer_tage", 366),
        ("barrierefreiheit.stand_erklaerung", "22.11.2026"),
        ("barrierefreiheit.konformitaet", "[noch offen]"),
        ("barrierefreiheit.frist_tage", 32),
        ("barrierefreiheit.frist_tage", "[]"),
    ],
)
def test_wrong_values_are_refused(filled: Betreiber, name: str, wert: Any) -> None:
    with pytest.raises(ValidationError):
        changed(filled, name, wert)


@pytest.mark.parametrize(
    ("wert", "offen"),
    [("[Name]", True), ("Gemeinde [Name]", True), ("[", False), ("Gemeinde", False), (7, False)],
)
def test_a_part_in_brackets_is_open(wert: Any, offen: bool) -> None:
    assert ist_offen(wert) is offen


def test_shipped_file_names_nobody(projekt: Path) -> None:
    betreiber, befunde = lies_betreiber(projekt)
    assert befunde == []
    assert betreiber is not None
    offen = {".".join(map(str, pfad)) for pfad, _ in offene_felder(betreiber)}
    assert offen == set(BETREIBERFELDER) - {"barrierefreiheit.konformitaet"}
