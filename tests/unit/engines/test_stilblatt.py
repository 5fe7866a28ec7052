"""The names pages may use come from templates, scripts and chapters; both parts become one."""

from __future__ import annotations

from pathlib import Path

import pytest

from leitfaden.engines.beilagen import STILBOGEN
from leitfaden.engines.stilblatt import lege_stilblatt_ab, namen, stilblatt
from leitfaden.render.stilblatt import StilblattError


def test_names_come_from_everything_pages_are_made_of() -> None:
    gefunden = namen(
        ["<figure class=\"{{ 'bild' if x }}\" hidden>"],
        ['knoten.className = "auf"; mache("dialog")'],
        ['# Titel {: .breit #oben }\n\n<kbd class="taste">x</kbd>'],
    )
    assert {"figure", "dialog", "kbd", "p", "blockquote"} <= gefunden.elemente
    assert {"bild", "auf", "breit", "taste"} <= gefunden.klassen
    assert "oben" in gefunden.kennungen
    assert {"hidden", "href"} <= gefunden.merkmale
    assert "video" not in gefunden.elemente
    assert "titel" not in {k.lower() for k in gefunden.klassen}


@pytest.fixture
def projekt(tmp_path: Path) -> Path:
    """A project with one template, a theme and our own stylesheet."""
    for name, text in (
        ("overrides/main.html", '<main class="da">'),
        (f"overrides/{STILBOGEN}", ".eigen { a: var(--x) }"),
        ("thema/assets/stylesheets/main.1234.min.css", ":root{--x:1;--y:2}.da{a:b}.xyzweg{a:b}"),
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_both_parts_become_one_and_ours_is_untouched(projekt: Path) -> None:
    erwartet = ":root{--x:1}.da{a:b}\n.eigen { a: var(--x) }"
    ordner = [projekt / "overrides", projekt / "thema"]
    assert stilblatt(ordner, projekt) == erwartet


def test_built_site_gets_one_file_and_a_second_time_changes_nothing(projekt: Path) -> None:
    (projekt / "overrides" / STILBOGEN).rename(projekt / "thema" / STILBOGEN)
    site = projekt / "thema"
    lege_stilblatt_ab(site, projekt)
    assert [d.name for d in site.glob("assets/stylesheets/*")] == ["lb.css"]
    text = (site / STILBOGEN).read_text(encoding="utf-8")
    assert text == ":root{--x:1}.da{a:b}\n.eigen { a: var(--x) }"
    lege_stilblatt_ab(site, projekt)
    assert (site / STILBOGEN).read_text(encoding="utf-8") == text


def test_broken_stylesheet_of_the_theme_is_an_error(projekt: Path) -> None:
    (projekt / "thema/assets/stylesheets/main.1234.min.css").write_text("p{a:b}}", encoding="utf-8")
    with pytest.raises(StilblattError, match="Zeile 1"):
        stilblatt([projekt / "overrides", projekt / "thema"], projekt)
