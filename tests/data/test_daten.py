"""The real data and pages have no finding."""

from __future__ import annotations

from pathlib import Path

import pytest

from leitfaden.checks import pruefe
from leitfaden.checks.berichte import als_text
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
