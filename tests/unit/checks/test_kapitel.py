"""Rules for hand-written pages: macros, HTML, sources."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from leitfaden.checks.kapitel import JINJA
from leitfaden.findings import Finding
from leitfaden.views.makrokunde import MAKROS

EINSTIEG = "kernaussagen: [Eins., Zwei., Drei.]\nnaechster_schritt: Los.\n"
KOPF = "---\ntitel: T\nkurzbeschreibung: K\n{}---\n"


@pytest.fixture
def page(small_copy: Path, check: Callable[[Path], list[Finding]]) -> Callable[..., list[Finding]]:
    """Check a page with the given text; lines count from its body."""

    def pruefe(text: str, makros: bool = True, kopf: str = "") -> list[Finding]:
        eigene = [z for z in EINSTIEG.splitlines(keepends=True) if z.split(":")[0] not in kopf]
        anfang = KOPF.format("render_macros: true\n" * makros + kopf + "".join(eigene))
        (small_copy / "docs" / "probe.md").write_text(anfang + text, encoding="utf-8")
        return check(small_copy)

    return pruefe


def kurz(befunde: list[Finding], kopf: int = 7) -> list[tuple[str, int, int]]:
    assert {b.location.path for b in befunde} <= {"docs/probe.md"}
    return [(b.code, b.location.line - kopf, b.location.column) for b in befunde]


@pytest.mark.parametrize(
    "aufruf",
    [
        "massnahmen()",
        'massnahmen("strategie-und-steuerung", "gering")',
        'massnahmen(handlungsfeld="technik-und-sicherheit", sofort=true, ansicht="tabelle")',
        'vergleich("datenschutz", "digital-navigatoren", "status-quo-ermitteln")',
        'begriff("ikz", "die IKZ")',
        'link("presse-2024")',
        'verweis("it-liste", text="die Liste")',
        'vorlagen(paket="gemeinsame-bestellung")',
        'links(kategorie="kommunalrecht")',
    ],
)
def test_right_call_is_fine(page: Callable[..., list[Finding]], aufruf: str) -> None:
    assert page(f"Text {{{{ {aufruf} }}}} und mehr.\n") == []


@pytest.mark.parametrize(
    ("text", "code", "zeile", "spalte"),
    [
        ("{{ masnahmen() }}", "V010", 1, 4),
        ("\nText {{ satzseite() }}", "V010", 2, 9),
        ('{{ massnahmen(aufwnd="gering") }}', "V011", 1, 15),
        ('{{ szenarien("x") }}', "V011", 1, 4),
        ('{{ massnahme("datenschutz", "x") }}', "V011", 1, 4),
        ('{{ massnahmen(aufwand="klein") }}', "V013", 1, 24),
        ('{{ massnahmen(sofort="ja") }}', "V013", 1, 23),
        ("{{ szenario_weg() }}", "V014", 1, 4),
        ("{{ vergleich() }}", "V014", 1, 4),
        ('{{ massnahme("datenshutz") }}', "V001", 1, 15),
        ('{{ vergleich("datenschutz", "nix") }}', "V001", 1, 30),
        ('{{ massnahmen(\n  aufwand="gering",\n  szenario="nix"\n) }}', "V001", 3, 13),
        ("{{ config.site_name }}", "V012", 1, 1),
        ("{{ 1 + 1 }}", "V012", 1, 1),
        ('{{ massnahmen(aufwand="ge" ~ "ring") }}', "V012", 1, 4),
        ("{{ massnahmen(*x) }}", "V012", 1, 4),
        ("{{ massnahmen(**x) }}", "V012", 1, 4),
        ("{{ massnahmen()|safe }}", "V012", 1, 1),
        ("{{ ''.__class__.__mro__ }}", "V012", 1, 1),
        ("{{ massnahmen().__class__ }}", "V012", 1, 1),
        ("{% if true %}x{% endif %}", "V012", 1, 1),
        ("{% set a = 1 %}", "V012", 1, 1),
        ("{% include 'x' %}", "V012", 1, 1),
        ("{% macro a() %}{% endmacro %}", "V012", 1, 1),
    ],
)
def test_wrong_call_is_found(
    page: Callable[..., list[Finding]], text: str, code: str, zeile: int, spalte: int
) -> None:
    befunde = [b for b in kurz(page(text)) if b[0] != "T003"]
    assert befunde == [(code, zeile, spalte)]


@pytest.mark.parametrize(
    ("text", "ursache"),
    [
        ('{{ massnahmen(aufwand="gering) }}', "Anführungszeichen"),
        ("{{ massnahmen() }", "Klammer"),
        ("{{ massnahmen( }}", "Klammer"),
        ("{{ massnahmen()", "Klammer"),
        ("{% gibtsnicht %}", "{%"),
        ("{## offen", "Kommentar"),
        ("{% raw %} x", "raw"),
    ],
)
def test_unreadable_call_is_explained_in_german(
    page: Callable[..., list[Finding]], text: str, ursache: str
) -> None:
    befunde = [b for b in page(f"\n{text}\n") if b.code == "Y020"]
    assert len(befunde) == 1
    assert ursache in befunde[0].as_dict["ursache"]


def test_all_mistakes_of_a_call_are_reported(page: Callable[..., list[Finding]]) -> None:
    befunde = page('{{ massnahmen(aufwand="klein", tiefe="lang", nix=1) }}')
    assert sorted(b.code for b in befunde) == ["V011", "V013", "V013"]


def test_suggestion_for_macro_argument_and_value(page: Callable[..., list[Finding]]) -> None:
    befunde = page(
        '{{ massnamen() }} {{ massnahmen(aufwnd="x") }} {{ massnahmen(aufwand="Hoch") }}'
    )
    assert [b.as_dict["vorschlag"] for b in befunde] == [
        " Meinten Sie „massnahmen“?",
        " Meinten Sie „aufwand“?",
        " Meinten Sie „hoch“?",
    ]


@pytest.mark.parametrize(
    ("text", "code", "zeile", "spalte"),
    [
        ("Text <b>fett</b>", "T001", 1, 6),
        ("<script>alert(1)</script>", "T001", 1, 1),
        ("[x](javascript:alert(1))", "T002", 1, 5),
        ("[x](JAVASCRIPT:alert(1))", "T002", 1, 5),
        ("[x](<javascript:alert(1)>)", "T002", 1, 5),
        ("[x](vbscript:x)", "T002", 1, 5),
        ("[x](data:text/html,x)", "T002", 1, 5),
        ("[x](file:///etc/passwd)", "T002", 1, 5),
        ("[x]: javascript:alert(1)", "T002", 1, 6),
        ("![x](https://fremd.example/x.png)", "T004", 1, 1),
        ("Bei\u200bspiel", "T005", 1, 4),
        ("\\`<img src=x onerror=alert(1)>\\`", "T001", 1, 3),
        ("~~~ kein Zaun\n\n<script>alert(1)</script>\n\n~~~", "T001", 3, 1),
        ("``` kein Zaun\n\n<script>alert(1)</script>\n\n```", "T001", 3, 1),
        ("[x](https://a.example){: onclick=alert(1) }", "T001", 1, 23),
        ("# Titel { onclick=alert(1) }", "T001", 1, 9),
        ("```\n<!--leitfaden-html--><script>x</script>\n```", "T001", 2, 1),
    ],
)
@pytest.mark.parametrize("makros", [True, False])
def test_markup_that_could_run_is_found(
    page: Callable[..., list[Finding]], text: str, code: str, zeile: int, spalte: int, makros: bool
) -> None:
    befunde = kurz(page(text, makros), 7 if makros else 6)
    assert befunde == [(code, zeile, spalte)]


@pytest.mark.parametrize(
    "text",
    [
        "## Überschrift {#anker}",
        "[Seite](../recht.md) und [Anker](#anker) und [Datei](bild.png)",
        "[außen](https://www.example.org/)",
        "Code `<b>` im Text",
        "```html\n<script>alert(1)</script>\n```",
        "~~~\n<b>\n~~~",
        "Fußnote[^1]\n\n[^1]: Text",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        '{{ begriff("ikz", "<b>wird maskiert</b>") }}',
    ],
)
def test_ordinary_markdown_is_fine(page: Callable[..., list[Finding]], text: str) -> None:
    assert page(text) == []


def test_page_without_macros_may_explain_jinja_but_not_break_out(
    page: Callable[..., list[Finding]],
) -> None:
    assert page("So: `{{ massnahmen() }}` und {{ x }}", makros=False) == []
    befunde = page("a\n\n`{% endraw %}`{{ config }}{%- endraw %}", makros=False)
    assert kurz(befunde, 6) == [("T003", 3, 2)]


@pytest.mark.parametrize(
    ("kopf", "code", "ort"),
    [
        ("kernaussagen: ['{{ config }}', B., C.]\n", "T003", (5, 17)),
        ("naechster_schritt: <b>x</b>\n", "T001", (5, 20)),
    ],
)
def test_front_matter_is_plain_text(
    page: Callable[..., list[Finding]], kopf: str, code: str, ort: tuple[int, int]
) -> None:
    befunde = page("Text", kopf=kopf)
    assert [(b.code, b.location.line, b.location.column) for b in befunde] == [(code, *ort)]


def test_title_with_jinja_is_found_because_the_engine_would_run_it(
    small_copy: Path, check: Callable[[Path], list[Finding]]
) -> None:
    text = KOPF.format(EINSTIEG).replace("titel: T", "titel: '{{ config }}'")
    (small_copy / "docs" / "probe.md").write_text(text, encoding="utf-8")
    assert [(b.code, str(b.location)) for b in check(small_copy)] == [("T003", "docs/probe.md:2:9")]


def test_unknown_source_is_found_in_the_front_matter(page: Callable[..., list[Finding]]) -> None:
    befunde = page("Text", kopf="quellen: [ssg-ikz, presse-2025]\n")
    assert [(b.code, str(b.location)) for b in befunde] == [("V001", "docs/probe.md:5:20")]


def test_comment_marks_equal_those_of_the_engine(projekt: Path) -> None:
    text = (projekt / "mkdocs.yml").read_text(encoding="utf-8")
    for name, zeichen in JINJA.items():
        assert f'j2_{name}: "{zeichen}"' in text


@pytest.mark.parametrize("name", MAKROS)
def test_example_of_every_macro_has_only_known_arguments(
    page: Callable[..., list[Finding]], name: str
) -> None:
    beispiel = MAKROS[name].beispiel
    assert beispiel.startswith(f"{{{{ {name}(")
    # Ids of the real library do not exist in the small project.
    assert {b.code for b in page(beispiel)} <= {"V001"}


def test_macro_marks_do_not_hide_what_follows_on_a_page_without_macros(
    page: Callable[..., list[Finding]],
) -> None:
    befunde = page("So: {{ x }} <script>alert(1)</script>", makros=False)
    assert kurz(befunde, 6) == [("T001", 1, 13)]


def test_page_without_opening_is_found(
    small_copy: Path, check: Callable[[Path], list[Finding]]
) -> None:
    def pruefe(pfad: str, kopf: str) -> list[tuple[str, object]]:
        datei = small_copy / "docs" / pfad
        datei.parent.mkdir(exist_ok=True)
        datei.write_text(f"---\ntitel: T\nkurzbeschreibung: K\n{kopf}---\nText\n", encoding="utf-8")
        befunde = check(small_copy)
        datei.unlink()
        return [(b.code, b.as_dict["fehlt"]) for b in befunde]

    drei, schritt = EINSTIEG.splitlines(keepends=True)
    assert pruefe("probe.md", EINSTIEG) == []
    assert pruefe("probe.md", drei) == [("S050", "„naechster_schritt“")]
    assert pruefe("probe.md", schritt) == [("S050", "„kernaussagen“ mit genau drei Sätzen")]
    assert len(pruefe("probe.md", "kernaussagen: [Nur einer.]\n" + schritt)) == 1
    assert pruefe("impressum.md", "") == []
    assert pruefe("suche.md", "") == []
    assert pruefe("mitwirken/index.md", "") == []


@pytest.mark.parametrize(
    ("text", "stellen"),
    [
        ("## Quellen\n", [("V020", 1, 1)]),
        ("Text\n\n### In drei Sätzen\n", []),  # ä is lost in the engine's anchors
        ("## Nächster Schritt {#naechster-schritt}\n", [("V020", 1, 1)]),
        ("## Quellen {#eigene-quellen}\n", []),
        ("## Eins {#a}\n\n## Zwei {#a}\n", [("V020", 3, 1)]),
        ("## Gleich\n\n## Gleich\n", []),  # the engine numbers the second one
        ("```\n## Quellen\n```\n", []),
        ("## **Quellen**\n", [("V020", 1, 1)]),
        ("## Wort Auswahl\n", [("V020", 1, 1)]),  # wort-… belongs to explained terms
    ],
)
def test_heading_with_an_anchor_of_the_frame(
    page: Callable[..., list[Finding]], text: str, stellen: list[tuple[str, int, int]]
) -> None:
    assert kurz(page(text, makros=False), kopf=6) == stellen
