"""The book from real records: one changed record costs its own part."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from leitfaden.downloads import pdfbuch
from leitfaden.engines.bestand import erstelle_bestand
from leitfaden.engines.buchdateien import BUCH
from leitfaden.views.buchplaene import buchplan
from tests.projekt import ersetze


def binde(projekt: Path, ablage: Path) -> bytes:
    plan = buchplan("de")
    return BUCH.fertige(plan, BUCH.eingabe(erstelle_bestand(projekt), plan), ablage)


def test_one_changed_record_sets_its_part_only(
    small_copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gesetzt: list[str] = []
    original = pdfbuch.setze_teil

    def merke(html: str, stil: str, beginn: int) -> Any:
        gesetzt.append(" ".join(re.findall(r'<h\d class="titel"[^>]*>([^<]+)<', html)))
        return original(html, stil, beginn)

    monkeypatch.setattr(pdfbuch, "setze_teil", merke)
    ablage = tmp_path / "buch.teile"
    vorher = binde(small_copy, ablage)
    assert len(set(gesetzt)) == 15, "14 groups, and what has no title: contents, sources"
    gesetzt.clear()
    satz = small_copy / "data/massnahmen/datenschutz.yml"
    ersetze(satz, "kurzbeschreibung: ", "kurzbeschreibung: Neu. ")
    warm = binde(small_copy, ablage)
    assert set(gesetzt) == {"Datenschutz gemeinsam organisieren"}
    # Once for the count of pages, once with the numbers.
    assert len(gesetzt) == 2
    assert warm != vorher
    assert warm == binde(small_copy, tmp_path / "leer.teile")
