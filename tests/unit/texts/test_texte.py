"""Words of the interface in both languages."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

from leitfaden.model import felder
from leitfaden.texts import texte_von

WURZEL = Path(__file__).resolve().parents[3]
# A key that is put together begins like this: `f"datei.art_{art}"`, `t["nav." ~ name]`.
_BEGINN = re.compile(r"""["']([a-z][\w.]*[._])(?:\{|["'] ~)|["']([a-z][\w.]*)\{'""")
VOKABULARE = [
    klasse
    for klasse in vars(felder).values()
    if isinstance(klasse, type) and issubclass(klasse, felder.StrEnum)
    if klasse is not felder.StrEnum
]


def test_both_languages_have_the_same_keys_and_places() -> None:
    de, en = texte_von("de"), texte_von("en")
    assert set(de) == set(en)
    for schluessel in de:
        stellen = [
            {name for _, name, _, _ in string.Formatter().parse(t[schluessel]) if name}
            for t in (de, en)
        ]
        assert stellen[0] == stellen[1], schluessel
        assert de[schluessel].strip(), schluessel
        assert en[schluessel].strip(), schluessel


def test_every_word_is_used() -> None:
    quellen = [
        datei.read_text(encoding="utf-8")
        for ordner in ("macros", "overrides")
        for datei in (WURZEL / ordner).rglob("*")
        if datei.suffix in {".py", ".j2", ".html", ".mjs"}
    ]
    ganz = "\n".join(quellen)
    genannt = set(re.findall(r"[\w.-]+", ganz))
    anfaenge = tuple({teil for paar in _BEGINN.findall(ganz) for teil in paar if teil})
    uebrig = [s for s in texte_von("de") if s not in genannt and not s.startswith(anfaenge)]
    # Values of vocabularies are asked for by `wert`; another test compares them with the model.
    # Scripts get the words of the search without the first part of their names.
    in_skripten = {f"suchseite.{wort}" for wort in re.findall(r"\bworte\.(\w+)", ganz)}
    assert [s for s in uebrig if not s.startswith("wert.") and s not in in_skripten] == []


def test_missing_word_is_an_error() -> None:
    with pytest.raises(KeyError, match="gibt-es-nicht"):
        texte_von("de")["gibt-es-nicht"]


def test_yes_and_no_stay_words() -> None:
    """YAML reads „ja“ as text, but `yes` and `no` as truth values."""
    for sprache in ("de", "en"):
        assert not {"True", "False", "None"} & set(texte_von(sprache).values())


@pytest.mark.parametrize("sprache", ["de", "en"])
def test_values_with_labels_have_them_all(sprache: str) -> None:
    texte = texte_von(sprache)
    for vokabular in VOKABULARE:
        name = vokabular.__name__.lower()
        vorhanden = {k.rsplit(".", 1)[1] for k in texte if k.startswith(f"wert.{name}.")}
        if vorhanden:
            assert vorhanden >= {wert.value for wert in vokabular}, name
