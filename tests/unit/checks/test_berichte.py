"""Findings in words and in the forms machines read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from leitfaden.checks.berichte import (
    FORMEN,
    als_github,
    als_gitlab,
    als_json,
    als_text,
    erklaerung,
    zaehlung,
)
from leitfaden.checks.messages import MELDUNGEN
from leitfaden.findings import Finding, Location, finding, sort_findings

FEHLER = finding("S001", Location("data/a.yml", 2, 3), feld="titel")
WARNUNG = finding("S030", Location("data/b.yml", 1, 20), tag="01.01.2024")


@pytest.fixture
def ordner(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a.yml").write_text("a:\n  \tb: ü\n", encoding="utf-8")
    lang = "naechste_pruefung: " + "x" * 300
    (tmp_path / "data" / "b.yml").write_text(lang, encoding="utf-8")
    return tmp_path


def test_text_has_place_source_line_caret_and_help(ordner: Path) -> None:
    assert als_text(ordner, [FEHLER], 3) == (
        "data/a.yml:2:3: S001 Das Pflichtfeld „titel“ fehlt.\n"
        "    |    b: ü\n"
        "    |   ^\n"
        "    Hilfe: Ergänzen Sie die Zeile „titel: …“.\n"
        "\n"
        "1 Fehler, 0 Warnungen in 3 Dateien geprüft."
    )


def test_warning_is_named(ordner: Path) -> None:
    assert "b.yml:1:20: S030 Warnung: Die nächste" in als_text(ordner, [WARNUNG], 1)


@pytest.mark.parametrize("spalte", [1, 39, 41, 200, 319])
def test_caret_of_a_long_line_points_at_its_column(tmp_path: Path, spalte: int) -> None:
    zeile = "".join(chr(0x4E00 + n) for n in range(319))
    (tmp_path / "a.yml").write_text(zeile, encoding="utf-8")
    text = als_text(tmp_path, [finding("Y008", Location("a.yml", 1, spalte))], 1)
    quelle, zeiger = text.split("\n")[1:3]
    assert len(quelle) <= 6 + 110
    assert quelle[zeiger.index("^")] == zeile[spalte - 1]


@pytest.mark.parametrize("ort", [Location("data/weg.yml"), Location("data/a.yml", 99, 1)])
def test_place_without_text_has_no_caret(ordner: Path, ort: Location) -> None:
    assert "|" not in als_text(ordner, [finding("Y008", ort)], 1)


@pytest.mark.parametrize(
    ("befunde", "dateien", "satz"),
    [
        ([], 0, "0 Fehler, 0 Warnungen in 0 Dateien geprüft."),
        ([FEHLER, WARNUNG], 1, "1 Fehler, 1 Warnung in 1 Datei geprüft."),
        ([FEHLER, FEHLER, WARNUNG, WARNUNG], 2, "2 Fehler, 2 Warnungen in 2 Dateien geprüft."),
    ],
)
def test_findings_are_counted(befunde: list[Finding], dateien: int, satz: str) -> None:
    assert zaehlung(befunde, dateien) == satz


def test_json_holds_everything(ordner: Path) -> None:
    bericht = json.loads(als_json(ordner, [FEHLER, WARNUNG], 7))
    assert bericht == {
        "befunde": [
            {
                "code": "S001",
                "schwere": "fehler",
                "datei": "data/a.yml",
                "zeile": 2,
                "spalte": 3,
                "satz": "Das Pflichtfeld „titel“ fehlt.",
                "hilfe": "Ergänzen Sie die Zeile „titel: …“.",
                "werte": {"feld": "titel"},
            },
            bericht["befunde"][1],
        ],
        "fehler": 1,
        "warnungen": 1,
        "dateien": 7,
    }
    assert bericht["befunde"][1]["schwere"] == "warnung"


def test_github_command_is_one_line_and_escaped(ordner: Path) -> None:
    befund = finding("Y001", Location("data/a,b:c%.yml", 2, 3), ursache="eins\nzwei 100%\r")
    zeilen = als_github(ordner, [befund, WARNUNG], 1).split("\n")
    assert zeilen[0].startswith(
        "::error file=data/a%2Cb%3Ac%25.yml,line=2,col=3,title=Y001::eins%0Azwei 100%25%0D Hilfe: "
    )
    assert zeilen[1].startswith("::warning file=data/b.yml,line=1,col=20,title=S030::Die nächste")
    assert len(zeilen) == 3


def test_gitlab_report_has_required_fields_and_stable_unique_fingerprints(ordner: Path) -> None:
    bericht = json.loads(als_gitlab(ordner, [FEHLER, WARNUNG], 1))
    assert [e["severity"] for e in bericht] == ["major", "minor"]
    assert bericht[0]["location"] == {"path": "data/a.yml", "lines": {"begin": 2}}
    assert bericht[0]["check_name"] == "S001"
    assert bericht[0]["description"].startswith("Das Pflichtfeld „titel“ fehlt. Hilfe: ")
    abdruecke = [e["fingerprint"] for e in bericht]
    assert len(set(abdruecke)) == 2
    assert [e["fingerprint"] for e in json.loads(als_gitlab(ordner, [FEHLER, WARNUNG], 9))] == (
        abdruecke
    )
    assert json.loads(als_gitlab(ordner, [], 0)) == []


@pytest.mark.parametrize("form", FORMEN)
def test_every_form_copes_with_every_finding(broken: Path, form: str) -> None:
    befunde = [Finding(code, Location("data/weg.yml"), ALLE_WERTE) for code in MELDUNGEN]
    bericht = FORMEN[form](broken, befunde, 1)
    for code in MELDUNGEN:
        assert code in bericht


ALLE_WERTE = tuple(
    (name, name.upper())
    for name in [
        "adresse",
        "andere",
        "angabe",
        "anker",
        "anzahl",
        "aussage",
        "beginn",
        "beispiel",
        "beleglage",
        "datei",
        "einheit",
        "ebene",
        "erlaubt",
        "erste",
        "erwartet",
        "fehlt",
        "feld",
        "format",
        "frueher",
        "gefunden",
        "grenze",
        "groesse",
        "grund",
        "hilfe",
        "id",
        "ist",
        "kennung",
        "kreis",
        "lage",
        "mindestens",
        "name",
        "ordner",
        "richtig",
        "seite",
        "soll",
        "spaeter",
        "stelle",
        "tag",
        "tiefe",
        "typ",
        "umfeld",
        "ursache",
        "vorschlag",
        "wert",
        "wort",
        "zeichen",
        "zelle",
        "ziel",
        "zweite",
    ]
)


@pytest.mark.parametrize("code", MELDUNGEN)
def test_explanation_has_title_help_and_both_examples(code: str) -> None:
    meldung = MELDUNGEN[code]
    text = erklaerung(code)
    assert text.startswith(f"{code} {meldung.titel} (")
    assert ("(Fehler)" in text) is (meldung.schwere.value == "fehler")
    assert "{{{{" not in text
    for zeile in (*meldung.falsch.split("\n"), *meldung.richtig.split("\n")):
        assert f"\n    {zeile}" in text


def test_findings_are_sorted_and_syntax_hides_field_errors_at_its_place() -> None:
    a, b = Location("a.yml", 2, 1), Location("a.yml", 10, 1)
    befunde = [
        finding("S001", b, feld="x"),
        finding("S004", a, feld="x", erwartet="y"),
        finding("Y010", a, wert="no"),
        finding("D005", Location("A.yml"), name="A"),
        finding("S001", b, feld="x"),
        finding("T001", a, stelle="<b>"),
    ]
    assert [(f.code, str(f.location)) for f in sort_findings(befunde)] == [
        ("D005", "A.yml:1:1"),
        ("Y010", "a.yml:2:1"),
        ("S001", "a.yml:10:1"),
    ]
