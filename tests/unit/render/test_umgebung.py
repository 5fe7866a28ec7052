"""Filters of templates: sizes as people read them."""

from __future__ import annotations

import pytest

from leitfaden.render.umgebung import dateigroesse


@pytest.mark.parametrize(
    ("anzahl", "sprache", "erwartet"),
    [
        (1, "de", "1\u00a0kB"),
        (57_341, "de", "58\u00a0kB"),
        (1_240_000, "de", "1,2\u00a0MB"),
        (1_240_000, "en", "1.2\u00a0MB"),
    ],
)
def test_sizes_in_thousands_of_bytes(anzahl: int, sprache: str, erwartet: str) -> None:
    assert dateigroesse(anzahl, sprache) == erwartet
