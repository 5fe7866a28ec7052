"""Words and sentences as a reader sees them."""

from __future__ import annotations

import pytest

from leitfaden.model.kapitel import Kapitel, Kapitelkopf
from leitfaden.source.loader import Ladung
from leitfaden.views.lesetext import (
    Zeilenart,
    kapitelzeilen,
    ohne_auszeichnung,
    saetze,
    woerter,
    zaehle_woerter,
)


@pytest.mark.parametrize(
    ("text", "lesbar"),
    [
        ("**fett** und *kursiv*", "fett und kursiv"),
        ("[hier](https://www.example.org/a_b)", "hier"),
        ("- Punkt\n2. Zwei", "Punkt\nZwei"),
        ("siehe https://www.example.org/x.", "siehe "),
        ("snake_case und 2 * 3", "snake_case und 2 * 3"),
    ],
)
def test_markup_is_not_read(text: str, lesbar: str) -> None:
    assert ohne_auszeichnung(text) == lesbar


@pytest.mark.parametrize(
    ("text", "erwartet"),
    [
        ("Eins. Zwei! Drei?", ["Eins.", "Zwei!", "Drei?"]),
        (
            "Nach Art. 37 Abs. 1 DSGVO gilt das. Ende.",
            ["Nach Art. 37 Abs. 1 DSGVO gilt das.", "Ende."],
        ),
        ("Am 22. November ist es so weit.", ["Am 22. November ist es so weit."]),
        ("Vieles, z. B. Akten, z. B. Pläne.", ["Vieles, z. B. Akten, z. B. Pläne."]),
        ("Seit 2021. Danach nicht.", ["Seit 2021.", "Danach nicht."]),
        ("Er sagt: „Gut.“ Dann geht er.", ["Er sagt: „Gut.“", "Dann geht er."]),
        ("Titel\nText", ["Titel", "Text"]),
        ("In Mulda/Sa. und Sayda.", ["In Mulda/Sa. und Sayda."]),
        ("", []),
    ],
)
def test_text_is_split_into_sentences(text: str, erwartet: list[str]) -> None:
    assert saetze(text) == erwartet


def test_words_are_counted_like_in_a_word_processor() -> None:
    assert zaehle_woerter("Die IT-Liste – § 2b, **fett**, 19 Listen: https://x.example/") == 6
    assert woerter("Die IT-Liste hat’s: 19 Listen") == ["Die", "IT-Liste", "hat’s", "Listen"]


SEITE = """## Titel {#anker}

Text mit {{ begriff("ikz", "Zusammenarbeit") }} und {{ verweis("datenschutz") }}.
{{ massnahmen(
  aufwand="gering") }}

```
Code
```

| Kopf | `code` |
|---|---|
| Zelle | [Link](x.md) |
{{ falsch geschrieben }}
"""


def test_page_is_read_with_the_words_its_macros_stand_for(ladung: Ladung) -> None:
    kopf = Kapitelkopf(titel="Seite", kurzbeschreibung="Eine Seite.", render_macros=True)
    zeilen = list(kapitelzeilen(Kapitel("seite", "de", kopf, SEITE), ladung.katalog))
    titel = ladung.katalog.massnahmen["datenschutz"].titel
    assert [(z.nummer, z.art, z.text) for z in zeilen] == [
        (1, Zeilenart.UEBERSCHRIFT, "Titel"),
        (3, Zeilenart.PROSA, f"Text mit Zusammenarbeit und {titel}."),
        (11, Zeilenart.TABELLE, "Kopf"),
        (13, Zeilenart.TABELLE, "Zelle"),
        (13, Zeilenart.TABELLE, "Link"),
    ]
