"""Counting words and translations."""

from __future__ import annotations

from pathlib import Path

import pytest

from leitfaden import cli
from leitfaden.source.loader import Ladung, lade
from leitfaden.views.lesetext import zaehle_woerter
from leitfaden.views.statistik import berechne_statistik, je_eintrag, satztexte, summe
from tests.projekt import ersetze


def test_parts_hold_records_and_pages(ladung: Ladung) -> None:
    zahlen = berechne_statistik(ladung.katalog)
    teile = {p.titel: p for p in (*zahlen.leitfaden, *zahlen.weitere)}
    assert teile["Maßnahmen"].eintraege == 3
    assert teile["Einführung"].seiten == 2
    assert teile["Maßnahmen"].englisch > 50
    assert teile["Vorlagen"].deutsch > 20
    seiten = sum(p.seiten for p in teile.values())
    assert seiten == sum(k.sprache == "de" for k in ladung.katalog.kapitel)
    assert 0 < teile["Maßnahmen"].saetze < teile["Maßnahmen"].deutsch
    gesamt = summe("alles", zahlen.leitfaden)
    assert gesamt.deutsch == sum(p.deutsch for p in zahlen.leitfaden)


def woerter_der_liste(projekt: Path) -> int:
    return sum(map(zaehle_woerter, satztexte(lade(projekt).katalog.vorlagen["it-liste"])))


def test_search_words_do_not_count(small_copy: Path) -> None:
    vorher = woerter_der_liste(small_copy)
    datei = small_copy / "data" / "vorlagen" / "it-liste.yml"
    with datei.open("a", encoding="utf-8") as ende:
        ende.write("schlagworte: [eins zwei drei]\n")
    assert woerter_der_liste(small_copy) == vorher
    ersetze(datei, "zweck: Alle Partner", "zweck: Alle vier Partner")
    assert woerter_der_liste(small_copy) == vorher + 1


def test_translation_is_measured(partial_copy: Path) -> None:
    stand = berechne_statistik(lade(partial_copy).katalog).stand
    assert 0 < stand.uebersetzt < stand.texte
    assert stand.veraltet == 0
    assert stand.seiten_uebersetzt == 1 < stand.seiten


def test_every_record_and_page_adds_up_to_its_part(ladung: Ladung) -> None:
    einzeln = list(je_eintrag(ladung.katalog))
    teile = berechne_statistik(ladung.katalog).leitfaden
    assert summe("", einzeln) == summe("", teile)
    assert len(einzeln) == sum(teil.eintraege + teil.seiten for teil in teile) > 3


def test_command_counts_single_records(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--projekt", str(small), "statistik", "--einzeln"]) == 0
    assert "status-quo-ermitteln" in capsys.readouterr().out


def test_command_prints_a_table(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--projekt", str(small), "statistik"]) == 0
    zeilen = capsys.readouterr().out.splitlines()
    assert zeilen[0].split() == [
        "Wörter",
        "Einträge",
        "Seiten",
        "Deutsch",
        "in",
        "Sätzen",
        "Englisch",
    ]
    assert any(zeile.startswith("Leitfaden zusammen") for zeile in zeilen)
    assert zeilen[-1].startswith("Übersetzte Seiten ohne Handbuch: 1 von ")
