"""What no text may hold."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from leitfaden.checks.texte import verdaechtige
from leitfaden.findings import Finding


@pytest.mark.parametrize(
    ("text", "code", "stelle"),
    [
        ("ein <b>Wort</b>", "T001", "<b>"),
        ("<script>alert(1)</script>", "T001", "<script>"),
        ("<img src=x onerror=alert(1)", "T001", "<img src=x onerror=alert(1)"),
        ("</div>", "T001", "</div>"),
        ("<!-- weg -->", "T001", "<!--"),
        ("&lt;b&gt;", "T001", "&lt;"),
        ("&#x6a;avascript", "T001", "&#x6a;"),
        ("<https://www.example.org>", "T001", "<https://www.example.org>"),
        ("[x](javascript:alert(1))", "T002", "javascript:"),
        ("[x](JaVaScRiPt:alert(1))", "T002", "JaVaScRiPt:"),
        ("[x]( javascript:alert(1))", "T002", "javascript:alert(1"),
        ("[x](java script:x)", "T002", "java script:"),
        ("vbscript: x", "T002", "vbscript:"),
        ("[x](data:text/html,x)", "T002", "data:text/"),
        ("[x](/intern/)", "T002", "/intern/"),
        ("[x](../../etc/passwd)", "T002", "../../etc/passwd"),
        ("[x](//fremd.example)", "T002", "//fremd.example"),
        ("[x](file:///etc/passwd)", "T002", "file:///etc/passwd"),
        ("{{ config }}", "T003", "{{"),
        ("{% include 'x' %}", "T003", "{%"),
        ("{# x #}", "T003", "{#"),
        ("Rest }}", "T003", "}}"),
        ("![Foto](https://www.example.org/f.png)", "T004", "![Foto]("),
        ("Bei\u200bspiel", "T005", "\u200b"),
        ("ab\u202ecd", "T005", "\u202e"),
        ("\ufeffAnfang", "T005", "\ufeff"),
        ("ab\x00c", "T005", "\x00"),
    ],
)
def test_forbidden_passage_is_found(text: str, code: str, stelle: str) -> None:
    assert list(verdaechtige({"a": [text]})) == [(("a", 0), code, stelle)]


@pytest.mark.parametrize(
    "text",
    [
        "5 < 7 und 7 > 5",
        "weniger als <5 Euro",
        "Müller & Söhne; Hinz & Kunz",
        "**fett** und *kursiv*",
        "[hier](https://www.example.org/a?b=c&d=e)",
        "[Mail](mailto:amt@example.org)",
        "JavaScript ist eine Sprache",
        "Mengen {a, b} und {c}",
        "Daten: Text und Bild",
        "- Punkt\n- [ ] offen",
        "§, €, – und „…“",
        "weiches\u00adTrennzeichen",
    ],
)
def test_ordinary_text_is_fine(text: str) -> None:
    assert list(verdaechtige(text)) == []


@pytest.mark.parametrize(
    ("wert", "code"),
    [
        ('"\\x3cscript\\x3ealert(1)"', "T001"),
        ('"\\u007b\\u007b config \\u007d\\u007d"', "T003"),
        ('"[x]\\u0028javascr\\x69pt:alert(1)\\x29"', "T002"),
        ('"Bei\\u200Bspiel"', "T005"),
        ('"Bei\\_\\Uspiel"', "Y001"),
        ("'Bei\u200bspiel'", "T005"),
        (">-\n  [x](java\n  script:alert(1))", "T002"),
        ("|\n  erste Zeile\n  <iframe src=x>", "T001"),
    ],
)
def test_yaml_escapes_hide_nothing(
    small_copy: Path, check: Callable[[Path], list[Finding]], wert: str, code: str
) -> None:
    datei = small_copy / "data" / "vorlagen" / "it-liste.yml"
    text = datei.read_text(encoding="utf-8")
    zweck = "zweck: Alle Partner sehen, was sie schon haben."
    datei.write_text(text.replace(zweck, f"zweck: {wert}"), encoding="utf-8")
    befunde = check(small_copy)
    assert [(b.code, b.location.line) for b in befunde if b.code != "V001"] == [(code, 4)]


def test_translation_and_list_records_are_checked_as_well(
    small_copy: Path, check: Callable[[Path], list[Finding]]
) -> None:
    englisch = small_copy / "data" / "massnahmen" / "digital-navigatoren.en.yml"
    text = englisch.read_text(encoding="utf-8")
    englisch.write_text(text.replace("own estimate", "<i>own</i>"), encoding="utf-8")
    links = small_copy / "data" / "links.yml"
    text = links.read_text(encoding="utf-8")
    links.write_text(text.replace("herausgeber: BSI", "herausgeber: '{{ BSI }}'"), encoding="utf-8")
    assert [(b.code, str(b.location)) for b in check(small_copy)] == [
        ("T003", "data/links.yml:10:16"),
        ("T001", "data/massnahmen/digital-navigatoren.en.yml:31:14"),
    ]
