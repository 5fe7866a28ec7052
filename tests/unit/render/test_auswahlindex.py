"""The files of a long list: nothing lost, nothing that grows, the same bytes every time."""

from __future__ import annotations

import json
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from leitfaden.render.auswahlindex import indexdateien
from leitfaden.source.loader import Ladung
from leitfaden.views.auswahl import BLOCK, LISTENLAENGE, SCHEIBE, Auswahl, auswahl
from leitfaden.views.bibliothek import Bibliothek

TAG = date(2026, 11, 22)
ANZAHL = 2 * SCHEIBE + 30


def bibliothek(ladung: Ladung, anzahl: int, sprache: str = "de") -> Bibliothek:
    """A library whose examples take turns between two measures."""
    muster = ladung.katalog.praxisbeispiele["erzgebirge"]
    massnahmen = ("status-quo-ermitteln", "datenschutz")
    beispiele = {
        f"b-{n:05}": muster.model_copy(
            update={
                "id": f"b-{n:05}",
                "titel": f"Titel {(n * 7919) % anzahl:05}",
                "massnahmen": (massnahmen[n % 3 == 0],),
                "stand": TAG - timedelta(n % 400),
            }
        )
        for n in range(anzahl)
    }
    saetze = {**ladung.katalog.saetze, "praxisbeispiel": beispiele}
    return Bibliothek(replace(ladung.katalog, saetze=saetze), sprache, TAG)


def dateien(bib: Bibliothek) -> dict[str, str]:
    return dict(indexdateien(auswahl(bib, "praxisbeispiel"), bib.texte))


@pytest.fixture(scope="module")
def liste(ladung: Ladung) -> Auswahl:
    return auswahl(bibliothek(ladung, ANZAHL), "praxisbeispiel")


@pytest.fixture(scope="module")
def inhalt(ladung: Ladung) -> dict[str, Any]:
    alle = dateien(bibliothek(ladung, ANZAHL))
    ordner = "praxisbeispiele/auswahl/"
    return {n.removeprefix(ordner).removesuffix(".json"): json.loads(t) for n, t in alle.items()}


def _stellen(bits: str, ab: int) -> Iterator[int]:
    for n, byte in enumerate(b64decode(bits)):
        yield from (ab + 8 * n + bit for bit in range(8) if byte >> bit & 1)


def test_bits_hold_exactly_the_records_of_each_value(
    liste: Auswahl, inhalt: dict[str, Any]
) -> None:
    for facette in liste.facetten:
        for wert in facette.mit_treffern:
            stellen: list[int] = []
            for nummer in (1, 2, 3):
                datei = inhalt[f"merkmale-{nummer}"]
                assert datei["anzahl"] == ANZAHL
                bits = datei["werte"][facette.name][wert.code]
                stellen += _stellen(bits, (nummer - 1) * SCHEIBE)
            assert tuple(stellen) == wert.treffer


def test_blocks_hold_every_record_in_the_order_of_the_list(
    liste: Auswahl, inhalt: dict[str, Any]
) -> None:
    bloecke = [inhalt[f"block-{n}"] for n in range(1, -(-ANZAHL // BLOCK) + 1)]
    assert {len(block) for block in bloecke[:-1]} == {BLOCK}
    saetze = [satz for block in bloecke for satz in block]
    assert [satz["u"] for satz in saetze] == [karte.id for karte in liste.karten]
    assert [satz["t"] for satz in saetze] == [karte.titel for karte in liste.karten]
    assert all(satz["k"] and satz["v"] and satz["z"] for satz in saetze)


def test_order_by_title_runs_through_all_its_files(liste: Auswahl, inhalt: dict[str, Any]) -> None:
    folge = [n for nummer in (1, 2, 3) for n in inhalt[f"folge-titel-{nummer}"]]
    titel = [liste.karten[n].titel for n in folge]
    assert len(titel) == ANZAHL
    assert titel == sorted(titel)
    assert "folge-stand-1" not in inhalt


def test_no_file_grows_with_the_list(ladung: Ladung) -> None:
    klein = max(len(t) for t in dateien(bibliothek(ladung, SCHEIBE)).values())
    gross = max(len(t) for t in dateien(bibliothek(ladung, 3 * SCHEIBE)).values())
    assert gross < 1.1 * klein


def test_same_input_gives_the_same_bytes(ladung: Ladung) -> None:
    assert dateien(bibliothek(ladung, 200)) == dateien(bibliothek(ladung, 200))


def test_german_records_on_an_english_site_say_so(ladung: Ladung) -> None:
    englisch = dateien(bibliothek(ladung, 60, "en"))
    assert {s["l"] for s in json.loads(englisch["praxisbeispiele/auswahl/block-1.json"])} == {"de"}
    deutsch = dateien(bibliothek(ladung, 60))
    assert all("l" not in s for s in json.loads(deutsch["praxisbeispiele/auswahl/block-1.json"]))


def test_a_list_on_one_page_needs_no_files(ladung: Ladung) -> None:
    assert dateien(bibliothek(ladung, LISTENLAENGE)) == {}
    assert dateien(bibliothek(ladung, LISTENLAENGE + 1)) != {}
