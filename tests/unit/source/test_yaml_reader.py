"""Reading YAML: places, traps, what is refused."""

from __future__ import annotations

import time
from datetime import date

import pytest
import yaml

from leitfaden.source.yaml_reader import HOECHSTE_TIEFE, _Lader, lies_yaml


def codes(text: str) -> list[tuple[str, int, int]]:
    return [(b.code, b.location.line, b.location.column) for b in lies_yaml("d.yml", text).findings]


def test_plain_values_are_read_as_meant() -> None:
    dokument = lies_yaml(
        "d.yml", "a: Text\nb: 12\nc: -3\nd: 1.5\ne: 2026-11-22\nf: true\ng: ja\nh:\n"
    )
    assert dokument.findings == []
    assert dokument.wert == {
        "a": "Text",
        "b": 12,
        "c": -3,
        "d": 1.5,
        "e": date(2026, 11, 22),
        "f": True,
        "g": "ja",
        "h": None,
    }


@pytest.mark.parametrize("wort", ["no", "yes", "on", "off", "No", "YES", "True", "FALSE"])
def test_word_read_as_truth_value_is_found(wort: str) -> None:
    assert codes(f"titel: x\neinheit: {wort}") == [("Y010", 2, 10)]
    assert lies_yaml("d.yml", f"einheit: {wort}").wert == {"einheit": wort}


@pytest.mark.parametrize("wort", ["ja", "nein", "'no'", '"yes"', "true", "false", "norwegen"])
def test_german_and_quoted_words_are_fine(wort: str) -> None:
    assert codes(f"einheit: {wort}") == []


@pytest.mark.parametrize(
    "zahl",
    [
        "012",
        "01234567",
        "0x1F",
        "0b11",
        "1_000",
        "1:30",
        "190:20:30",
        "1e3",
        "1.5e+3",
        ".5",
        "1.",
        ".inf",
        "-.INF",
        ".nan",
        "0o17",
        "+012",
        "1:30.5",
        "1_0.5",
    ],
)
def test_ambiguous_number_is_text_and_found_or_plain_text(zahl: str) -> None:
    dokument = lies_yaml("d.yml", f"wert: {zahl}")
    assert dokument.wert == {"wert": zahl}
    art = yaml.SafeLoader("").resolve(yaml.ScalarNode, zahl, (True, False))
    erwartet = [] if art.endswith(":str") else ["Y011"]
    assert [b.code for b in dokument.findings] == erwartet


@pytest.mark.parametrize("zahl", ["012", "01234567", "1:30", "0x1F"])
def test_leading_zero_and_sexagesimal_are_found(zahl: str) -> None:
    assert codes(f"ags: {zahl}") == [("Y011", 1, 6)]


@pytest.mark.parametrize("tag", ["2026-02-30", "2026-13-01", "2025-02-29", "2026-11-22 10:00:00"])
def test_impossible_date_is_found(tag: str) -> None:
    assert codes(f"stand: {tag}") == [("Y012", 1, 8)]


@pytest.mark.parametrize(
    ("text", "ort"),
    [
        ("a: 1\nb: 2\na: 3", (3, 1)),
        ("liste:\n  - x: 1\n    x: 2", (3, 5)),
        ('a: 1\n"a": 2', (2, 1)),
        ("{a: 1, a: 2}", (1, 8)),
    ],
)
def test_duplicate_key_is_found_and_first_value_stays(text: str, ort: tuple[int, int]) -> None:
    assert codes(text) == [("Y003", *ort)]
    assert "3" not in str(lies_yaml("d.yml", text).wert)


@pytest.mark.parametrize(
    ("text", "orte"),
    [
        ("a: &x 1", [(1, 4)]),
        ("a: &x [1]\nb: *x", [(1, 4), (2, 4)]),
        ("a: *nirgends", [(1, 4)]),
        ("- &x a\n- *x", [(1, 3), (2, 3)]),
        ("&x a: 1", [(1, 1)]),
        ("a: [&x b, *x]", [(1, 5), (1, 11)]),
        ("? &x a\n: 1", [(1, 3)]),
        ("a: !!str &x b", [(1, 4)]),
        ("<<: *x", [(1, 5)]),
    ],
)
def test_anchor_and_alias_are_refused_wherever_they_stand(
    text: str, orte: list[tuple[int, int]]
) -> None:
    assert codes(text) == [("Y004", *ort) for ort in orte]
    assert lies_yaml("d.yml", text).wert is None


@pytest.mark.parametrize(
    "text",
    ["a: Forschung & Entwicklung", "a: 'x *y*'", 'a: "&x"', "a: |\n  *wichtig*\n  &x", "a: R&D"],
)
def test_ampersand_and_star_inside_text_are_fine(text: str) -> None:
    assert codes(text) == []


def test_alias_bomb_is_refused_at_once() -> None:
    stufen = ['a0: &a0 ["x", "x"]']
    stufen += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    beginn = time.perf_counter()
    dokument = lies_yaml("d.yml", "\n".join(stufen))
    assert time.perf_counter() - beginn < 1
    assert dokument.wert is None
    assert {b.code for b in dokument.findings} == {"Y004"}


@pytest.mark.parametrize(
    ("text", "spalte"),
    [
        ("a: !!python/name:os.system", 4),
        ("a: !!python/object/apply:os.system [id]", 4),
        ("a: !eigenes wert", 4),
        ("a: !!set {x}", 4),
        ("a: !!binary aGFsbG8=", 4),
        ("!!omap [a: 1]", 1),
    ],
)
def test_tag_is_refused_and_never_applied(text: str, spalte: int) -> None:
    assert codes(text) == [("Y005", 1, spalte)]


def test_key_that_is_no_text_is_found() -> None:
    assert codes("? [a, b]\n: wert\nc: d") == [("Y006", 1, 3)]


def test_nesting_up_to_the_limit_is_fine_and_one_more_is_not() -> None:
    assert codes("[" * HOECHSTE_TIEFE + "x" + "]" * HOECHSTE_TIEFE) == []
    zu_tief = HOECHSTE_TIEFE + 1
    assert codes("[" * zu_tief + "x" + "]" * zu_tief) == [("Y007", 1, zu_tief)]


@pytest.mark.parametrize(
    "text",
    [
        "[" * 250_000,
        "{a: " * 60_000,
        "- " * 120_000 + "x",
        "? " * 120_000 + "x",
        "a:\n" + " " * 3 + "- ? " * 60_000 + "x",
        "- !a " * 50_000 + "x",
        "- !!seq\n" * 3 + "[" * 100_000,
    ],
    ids=["list", "map", "block list", "complex keys", "mixed", "tags", "tags and list"],
)
def test_hostile_nesting_is_a_finding_and_no_crash(text: str) -> None:
    """A crash of libyaml would end the test run, not just this test."""
    dokument = lies_yaml("d.yml", text)
    assert dokument.wert is None
    assert len(dokument.findings) == 1
    assert dokument.findings[0].code in {"Y007", "Y001"}


def test_many_brackets_without_depth_are_fine() -> None:
    assert codes("a:\n" + "  - [x, [y]]\n" * 2_000) == []


@pytest.mark.parametrize("text", ["", "# nur ein Kommentar\n", "---\n", "null", "~"])
def test_empty_document_is_found(text: str) -> None:
    assert [code for code, _, _ in codes(text)] == ["Y008"]


@pytest.mark.parametrize(
    ("text", "code", "zeile", "spalte", "ursache"),
    [
        ("titel: Amt24: online", "Y001", 1, 13, "Doppelpunkt"),
        ("a: 'offen\nb: 1", "Y001", 2, 5, "Anführungszeichen"),
        ("a: [1, 2\nb: 3", "Y001", 2, 2, "Klammer"),
        ("a: @x", "Y001", 1, 4, "reserviert"),
        ("a: 1\n---\nb: 2", "Y001", 2, 1, "mehrere Dokumente"),
        ('a: "\\q"', "Y001", 1, 5, "Rückstrich"),
        ("a: 1\n  b: 2", "Y001", 2, 4, "Doppelpunkt"),
    ],
)
def test_syntax_error_has_place_and_german_cause(
    text: str, code: str, zeile: int, spalte: int, ursache: str
) -> None:
    dokument = lies_yaml("d.yml", text)
    befund = dokument.findings[0]
    assert (befund.code, befund.location.line, befund.location.column) == (code, zeile, spalte)
    assert ursache in befund.as_dict["ursache"]
    assert dokument.wert is None


@pytest.mark.parametrize(
    ("text", "zeile", "spalte"),
    [("a:\n\t- x", 2, 1), ("a:\n  - x\n \t- y", 3, 2), ("\ta: 1", 1, 1)],
)
def test_tab_in_indentation_is_named(text: str, zeile: int, spalte: int) -> None:
    assert codes(text) == [("Y002", zeile, spalte)]


def test_control_character_is_a_finding() -> None:
    assert [code for code, _, _ in codes("a: x\x07y")] == ["Y001"]


def test_columns_count_characters_not_bytes() -> None:
    dokument = lies_yaml("d.yml", "titel: {ä€𝄞: 1, ziel: 2}")
    assert dokument.wert == {"titel": {"ä€𝄞": 1, "ziel": 2}}
    assert dokument.ort(("titel", "ziel")).column == 23
    assert dokument.ort(("titel", "ziel"), schluessel=True).column == 17


def test_place_of_value_key_and_missing_value() -> None:
    dokument = lies_yaml("d.yml", "a: 1\nb:\n  - c: x\n    d: y\n  - e")
    assert str(dokument.ort(("b", 0, "d"))) == "d.yml:4:8"
    assert str(dokument.ort(("b", 0, "d"), schluessel=True)) == "d.yml:4:5"
    assert str(dokument.ort(("b", 1))) == "d.yml:5:5"
    assert str(dokument.ort(("b", 0, "fehlt", "tiefer"))) == "d.yml:3:5"
    assert str(dokument.ort(("b", 7))) == "d.yml:3:3"
    assert str(dokument.ort(())) == "d.yml:1:1"


SKALARE = [
    "a",
    "Text",
    "nein",
    "ja",
    "no",
    "No",
    "NO",
    "yes",
    "on",
    "off",
    "y",
    "n",
    "true",
    "True",
    "TRUE",
    "false",
    "null",
    "Null",
    "NULL",
    "~",
    "=",
    "<<",
    ".",
    "0",
    "1",
    "-1",
    "+1",
    "01",
    "012",
    "0o17",
    "0x1F",
    "0b101",
    "1_000",
    "1.0",
    "1.",
    ".5",
    "1e3",
    "1.5e3",
    "1.5e+3",
    "-1.5",
    ".inf",
    "-.inf",
    ".NaN",
    ".nan",
    "1:30",
    "190:20:30",
    "1:30.5",
    "2026-11-22",
    "2026-1-2",
    "2026-11-22T10:00:00Z",
    "22.11.2026",
    "M02",
    "§",
    "-x",
    "-",
    "1,5",
    "1.234.567",
    "0,5",
    "+49",
    "12.",
    "00",
    "007",
    "0.0",
    "-0",
    "1__0",
    "0x",
    "0b",
    "0b2",
    "08",
    "09",
    "1e",
    "2026",
    "20261122",
    "12-12",
    "yes!",
    "No.",
    "onn",
    "...",
]


@pytest.mark.parametrize("implicit", [(True, False), (False, True), (False, False)])
def test_fast_resolver_equals_that_of_pyyaml(implicit: tuple[bool, bool]) -> None:
    eigener, fremder = _Lader(""), yaml.SafeLoader("")
    for text in [*SKALARE, "", " ", "zwei Worte", "Ä", "\u00a0"]:
        soll = fremder.resolve(yaml.ScalarNode, text, implicit)
        assert eigener.resolve(yaml.ScalarNode, text, implicit) == soll, text
    for art in (yaml.MappingNode, yaml.SequenceNode):
        assert eigener.resolve(art, None, implicit) == fremder.resolve(art, None, implicit)


def test_whole_documents_get_the_same_tags_as_with_pyyaml() -> None:
    text = "\n".join(f"- {s}\n- '{s}'\n- k{n}: {s}" for n, s in enumerate(SKALARE) if s not in "-=")
    text = "\n".join(z for z in text.split("\n") if not z.endswith((" -", " <<")))
    eigene, fremde = _Lader(text).get_single_node(), yaml.CSafeLoader(text).get_single_node()
    assert yaml.serialize(eigene) == yaml.serialize(fremde)
