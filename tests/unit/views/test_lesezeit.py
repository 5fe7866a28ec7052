"""Reading times."""

from __future__ import annotations

import pytest

from leitfaden.views.bibliothek import Bibliothek
from leitfaden.views.detail import NUR_FUER, massnahme_view
from leitfaden.views.lesezeit import WOERTER_JE_MINUTE, lesezeit, lesezeit_kapitel, minuten


@pytest.mark.parametrize(
    ("woerter", "zeit"),
    [(0, 1), (1, 1), (WOERTER_JE_MINUTE, 1), (WOERTER_JE_MINUTE + 1, 2), (1000, 6)],
)
def test_minutes_are_full_and_at_least_one(woerter: int, zeit: int) -> None:
    assert minuten(woerter) == zeit


def test_each_role_reads_less_than_everything(bibliotheken: dict[str, Bibliothek]) -> None:
    satz = bibliotheken["de"].katalog.massnahmen["datenschutz"]
    lang = satz.model_copy(
        update={
            "schritte": tuple(
                s.model_copy(update={"text": "Wort " * 200}) for s in satz.schritte[:3]
            ),
            "warum_gemeinsam": "Wort " * 400,
        }
    )
    zeit = lesezeit(lang, NUR_FUER)
    assert zeit.entscheiden < zeit.umsetzen < zeit.alles
    # Three texts of 200 words open for those who implement only.
    assert zeit.alles - zeit.entscheiden in (3, 4)
    assert lesezeit(lang, {}).entscheiden == zeit.alles


def test_search_words_are_not_read(bibliotheken: dict[str, Bibliothek]) -> None:
    satz = bibliotheken["de"].katalog.massnahmen["datenschutz"]
    viele = satz.model_copy(update={"schlagworte": ("Wort " * 2000,)})
    assert lesezeit(viele, {}) == lesezeit(satz, {})


def test_both_languages_count_their_own_words(bibliotheken: dict[str, Bibliothek]) -> None:
    katalog = bibliotheken["de"].katalog
    for kapitel in katalog.kapitel:
        assert lesezeit_kapitel(kapitel, katalog) >= 1
    for bib in bibliotheken.values():
        karte = bib.karte("massnahme", "digital-navigatoren")
        sicht = massnahme_view(bib, karte.satz)  # type: ignore[arg-type]
        assert sicht.lesezeit.alles >= 1
        assert sicht.kosten_kurz
        assert sicht.kosten_kurz in sicht.satz.kosten.text
