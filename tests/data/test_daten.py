"""The real data and pages have no finding."""

from __future__ import annotations

from pathlib import Path

import pytest

from leitfaden.checks import pruefe
from leitfaden.checks.berichte import als_text
from leitfaden.checks.rechtschreibung import pruefe_rechtschreibung
from leitfaden.checks.textstellen import schriftstuecke
from leitfaden.checks.zahlen import Zahlregel, Zahlregeln, als_zahl
from leitfaden.engines.bestand import bautag
from leitfaden.source.loader import lade


@pytest.fixture(autouse=True)
def _fester_tag(monkeypatch: pytest.MonkeyPatch) -> None:
    """Overdue reviews are news for editors, not a broken test on some later day."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795348800")


def test_real_data_has_no_finding(projekt: Path) -> None:
    ladung = lade(projekt)
    befunde = pruefe(ladung, bautag())
    assert ladung.katalog.massnahmen
    assert not befunde, als_text(projekt, befunde, ladung.dateien)


def test_every_word_is_in_a_dictionary(projekt: Path) -> None:
    ladung = lade(projekt)
    befunde = list(pruefe_rechtschreibung(ladung))
    assert not befunde, als_text(projekt, befunde, ladung.dateien)


def test_every_number_is_mentioned_in_both_languages(projekt: Path) -> None:
    """A fact nobody mentions, or whose phrases fit no text, guards nothing."""
    ladung = lade(projekt)
    stuecke = list(schriftstuecke(ladung))
    assert ladung.wortlisten.fakten
    namen = {stueck.name for stueck in stuecke}
    for fakt in ladung.wortlisten.fakten:
        regel, regeln = Zahlregel.aus(fakt), Zahlregeln([fakt])
        sprachen = {
            stueck.sprache
            for stueck in stuecke
            if regeln.betroffene(stueck)
            for muster in regel.muster
            for treffer in muster.finditer(stueck.ganz)
            if als_zahl(treffer["zahl"]) == fakt.wert
        }
        assert sprachen == {"de", "en"}, fakt.id
        assert set(fakt.eintraege) <= namen, fakt.id
        assert fakt.quelle is None or ladung.katalog.finde(("quelle", "link"), fakt.quelle), fakt.id
