"""Heights of rows follow the width of letters, not their number."""

from __future__ import annotations

import pytest

from leitfaden.downloads.zeilenhoehe import zeilen


@pytest.mark.parametrize(
    ("text", "breite", "erwartet"),
    [
        ("", 20, 1),
        ("kurz", 20, 1),
        ("illi " * 8, 20, 1),
        ("MMMM " * 8, 20, 4),
        ("eins\nzwei", 20, 2),
        ("Datenschutz-Folgenabschätzung", 8, 4),
    ],
)
def test_lines_of_a_text(text: str, breite: int, erwartet: int) -> None:
    assert zeilen(text.strip(), breite, 11) == erwartet


def test_bold_and_large_letters_need_more_lines() -> None:
    text = "Zusammenarbeit der Kommunen im Verbund " * 3
    normal = zeilen(text, 40, 11)
    assert zeilen(text, 40, 11, fett=True) >= normal
    assert zeilen(text, 40, 18) > normal
