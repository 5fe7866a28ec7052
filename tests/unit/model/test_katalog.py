"""What is visible on a day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from leitfaden.model.felder import Zustand
from leitfaden.model.katalog import Katalog, ist_sichtbar
from leitfaden.source.loader import Ladung

TAG = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("aenderung", "sichtbar"),
    [
        ({}, True),
        ({"zustand": Zustand.ENTWURF}, False),
        ({"zustand": Zustand.IN_PRUEFUNG}, False),
        ({"zustand": Zustand.ABGELAUFEN}, False),
        ({"gueltig_ab": date(2026, 11, 22)}, True),
        ({"gueltig_ab": date(2026, 11, 23)}, False),
        ({"gueltig_bis": date(2026, 11, 22)}, True),
        ({"gueltig_bis": date(2026, 11, 21)}, False),
        ({"naechste_pruefung": date(2020, 1, 1)}, True),
    ],
)
def test_record_is_visible(ladung: Ladung, aenderung: dict[str, Any], sichtbar: bool) -> None:
    satz = ladung.katalog.vorlagen["it-liste"].model_copy(update=aenderung)
    assert ist_sichtbar(satz, TAG) is sichtbar
    katalog = Katalog({"vorlage": {"it-liste": satz}})
    assert list(katalog.nur_sichtbare(TAG).vorlagen) == (["it-liste"] if sichtbar else [])


def test_visible_catalogue_keeps_lists_translations_and_chapters(ladung: Ladung) -> None:
    katalog = ladung.katalog
    sichtbar = katalog.nur_sichtbare(TAG)
    assert sichtbar == katalog
    assert len(sichtbar.links) == 2


def test_records_are_found_in_the_order_of_the_given_types(ladung: Ladung) -> None:
    katalog = ladung.katalog
    doppelt = Katalog({**katalog.saetze, "quelle": {"ssg-ikz": katalog.quellen["presse-2024"]}})
    assert doppelt.finde(("quelle", "link"), "ssg-ikz") == (
        "quelle",
        katalog.quellen["presse-2024"],
    )
    assert doppelt.finde(("link", "quelle"), "ssg-ikz") == ("link", katalog.links["ssg-ikz"])
    assert doppelt.finde(("vorlage",), "ssg-ikz") is None
    assert doppelt.von("gibt-es-nicht") == {}
