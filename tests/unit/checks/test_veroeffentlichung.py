"""What must be there before a site goes public."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from leitfaden.checks import pruefe
from leitfaden.checks.veroeffentlichung import FUSSZEILE, eingestellte_adresse, fehlende_fusslinks
from leitfaden.findings import Finding
from leitfaden.source.loader import lade
from leitfaden.views.seitenplan import FUSSNAVIGATION, PFLICHTSEITEN

Check = Callable[..., list[Finding]]


@pytest.fixture
def ready(small_copy: Path, projekt: Path) -> Path:
    """A small project that may go public."""
    for name in PFLICHTSEITEN:
        for endung in ("md", "en.md"):
            text = f"---\ntitel: {name}\nkurzbeschreibung: Pflichtseite.\n---\n"
            (small_copy / "docs" / f"{name}.{endung}").write_text(text, encoding="utf-8")
    (small_copy / FUSSZEILE).parent.mkdir(parents=True)
    shutil.copy(projekt / FUSSZEILE, small_copy / FUSSZEILE)
    return small_copy


def replace(ordner: Path, alt: str, neu: str) -> None:
    datei = ordner / "betreiber.yml"
    text = datei.read_text(encoding="utf-8")
    assert alt in text
    datei.write_text(text.replace(alt, neu, 1), encoding="utf-8")


def places(befunde: list[Finding]) -> list[str]:
    return [f"{b.location}: {b.code}" for b in befunde]


def test_complete_project_may_go_public(ready: Path, check: Check) -> None:
    assert check(ready, produktion=True) == []


def test_preview_needs_nothing_of_it(small_copy: Path, check: Check) -> None:
    replace(small_copy, "Gemeinde Testtal", '"[Name]"')
    assert check(small_copy) == []
    (small_copy / "betreiber.yml").unlink()
    assert check(small_copy) == []


def test_placeholder_is_named_with_its_field(ready: Path, check: Check) -> None:
    replace(ready, "ort: Testtal", 'ort: "[Ort]" #')
    befunde = check(ready, produktion=True)
    assert places(befunde) == ["betreiber.yml:14:8: S040"]
    assert befunde[0].as_dict == {"feld": "hosting.ort", "wert": "[Ort]"}


def test_missing_operator_is_an_error(ready: Path, check: Check) -> None:
    (ready / "betreiber.yml").unlink()
    assert places(check(ready, produktion=True)) == ["betreiber.yml:1:1: D008"]


def test_mistake_in_the_file_is_named_once(ready: Path, check: Check) -> None:
    replace(ready, "frist_tage: 14", "frist_tage: 99")
    assert places(check(ready, produktion=True)) == ["betreiber.yml:23:15: S010"]


@pytest.mark.parametrize(("tage", "gut"), [(0, True), (365, True), (366, False), (-1, False)])
def test_statement_is_at_most_a_year_old(ready: Path, heute: date, tage: int, gut: bool) -> None:
    tag = heute - timedelta(tage)
    replace(ready, "stand_erklaerung: 2026-11-22", f"stand_erklaerung: {tag}")
    soll = [] if gut else ["betreiber.yml:19:21: S041"]
    assert places(pruefe(lade(ready), heute, produktion=True)) == soll


def test_details_of_authorities_are_checked_every_year(ready: Path, check: Check) -> None:
    replace(ready, "stellen_geprueft_am: 2026-11-22", "stellen_geprueft_am: 2025-11-01")
    assert places(check(ready, produktion=True)) == ["betreiber.yml:24:24: S041"]


@pytest.mark.parametrize("name", PFLICHTSEITEN)
@pytest.mark.parametrize("endung", ["md", "en.md"])
def test_every_mandatory_page_is_there_in_every_language(
    ready: Path, check: Check, name: str, endung: str
) -> None:
    (ready / "docs" / f"{name}.{endung}").unlink()
    assert places(check(ready, produktion=True)) == [f"docs/{name}.{endung}:1:1: D020"]


def test_footer_template_shows_the_footer_navigation(ready: Path, check: Check) -> None:
    (ready / FUSSZEILE).write_text("<footer></footer>", encoding="utf-8")
    assert places(check(ready, produktion=True)) == [f"{FUSSZEILE}:1:1: D021"]


def test_footer_navigation_holds_the_mandatory_pages() -> None:
    assert set(PFLICHTSEITEN) <= set(FUSSNAVIGATION)


def footer(*ziele: str) -> str:
    return '<footer class="lb-fuss">' + "".join(f'<a href="{z}">x</a>' for z in ziele) + "</footer>"


ALLE = ("barrierefreiheit/", "datenschutz/", "impressum/")


@pytest.mark.parametrize(
    ("pfad", "html", "fehlt"),
    [
        ("index.html", footer(*ALLE), []),
        ("en/index.html", footer(*ALLE), []),
        ("massnahmen/datenschutz/index.html", footer(*(f"../../{z}" for z in ALLE)), []),
        ("en/massnahmen/index.html", footer(*(f"../{z}" for z in ALLE)), []),
        # A link outside the footer; a page of the same name; the other language.
        ("index.html", '<a href="impressum/">x</a>' + footer(*ALLE[:2]), ["impressum"]),
        ("massnahmen/index.html", footer(*ALLE), list(PFLICHTSEITEN)),
        ("en/a/index.html", footer(*(f"../../{z}" for z in ALLE)), list(PFLICHTSEITEN)),
        ("a/index.html", "<p>ohne Fuß</p>", list(PFLICHTSEITEN)),
        ("alt/index.html", '<meta http-equiv="refresh" content="0; url=../neu/">', []),
        ("404.html", "", []),
    ],
)
def test_footer_of_a_page_leads_to_the_mandatory_pages(
    pfad: str, html: str, fehlt: list[str]
) -> None:
    seiten = [(pfad, html), ("b/index.html", footer())]
    befunde = list(fehlende_fusslinks(seiten if fehlt else seiten[:1]))
    erste = [b.as_dict["ziel"] for b in befunde if b.as_dict["seite"] == pfad]
    assert erste == fehlt
    assert len({b.as_dict["ziel"] for b in befunde}) == len(befunde)


def test_operators_words_are_plain(ready: Path, check: Check) -> None:
    replace(ready, "Leitung des Hauptamts", "Leitung <b>Hauptamt</b>")
    assert places(check(ready)) == ["betreiber.yml:8:24: T001"]


@pytest.mark.parametrize(
    ("adresse", "gut"),
    [
        ("https://bibliothek.gemeinde-muster.de/", True),
        ("https://www.ssg-sachsen.de/leitfaden/", True),
        ("https://bibliothek.test/", True),
        ("https://umsetzungsbibliothek.example/", False),
        ("https://www.example.org/", False),
        ("https://meinexample.org/", True),
        ("https://x.invalid/", False),
        ("http://bibliothek.gemeinde-muster.de/", False),
        ("https://localhost/", False),
        ("bibliothek.gemeinde-muster.de", False),
        ("", False),
    ],
)
def test_address_of_a_public_site(ready: Path, check: Check, adresse: str, gut: bool) -> None:
    (ready / "mkdocs.yml").write_text(f"site_name: X\nsite_url: {adresse}\n", encoding="utf-8")
    soll = [] if gut else ["mkdocs.yml:2:1: S042"]
    assert places(check(ready, produktion=True)) == soll
    assert check(ready) == []


@pytest.mark.parametrize(
    ("zeile", "umgebung", "gut"),
    [
        ('site_url: !ENV [ADRESSE_X, "https://a.example/"]', "https://a.gemeinde.de/", True),
        ('site_url: !ENV [ADRESSE_X, "https://a.gemeinde.de/"]', None, True),
        ('site_url: !ENV [ADRESSE_X, "https://a.example/"]', None, False),
        ('site_url: !ENV [ADRESSE_X, "https://a.gemeinde.de/"]', "https://a.example/", False),
        ("site_name: X", None, False),
        ("site_url: 'https://a.gemeinde.de/'  # fest", None, True),
    ],
)
def test_address_comes_from_settings_or_environment(
    ready: Path,
    check: Check,
    monkeypatch: pytest.MonkeyPatch,
    zeile: str,
    umgebung: str | None,
    gut: bool,
) -> None:
    if umgebung is not None:
        monkeypatch.setenv("ADRESSE_X", umgebung)
    (ready / "mkdocs.yml").write_text(f"{zeile}\n", encoding="utf-8")
    assert [b.code for b in check(ready, produktion=True)] == ([] if gut else ["S042"])


@pytest.mark.parametrize(
    ("umgebung", "adresse"),
    [
        ("https://a.gemeinde.de/bib", "https://a.gemeinde.de/bib/"),
        ("https://a.gemeinde.de/bib/", "https://a.gemeinde.de/bib/"),
        ("https://a.gemeinde.de", "https://a.gemeinde.de/"),
        ("", ""),
    ],
)
def test_printed_address_is_that_of_the_pages(
    ready: Path, monkeypatch: pytest.MonkeyPatch, umgebung: str, adresse: str
) -> None:
    zeile = 'site_url: !ENV [ADRESSE_X, "https://a.example/"]\n'
    (ready / "mkdocs.yml").write_text(zeile, encoding="utf-8")
    monkeypatch.setenv("ADRESSE_X", umgebung)
    assert eingestellte_adresse(ready) == adresse


def test_real_settings_are_understood(projekt: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The project comes with an example address; whoever publishes it must name a real one."""
    monkeypatch.delenv("LEITFADEN_ADRESSE", raising=False)
    heute = date(2026, 11, 22)
    codes = [b.code for b in pruefe(lade(projekt), heute, produktion=True)]
    assert codes.count("S042") == 1
    monkeypatch.setenv("LEITFADEN_ADRESSE", "https://bibliothek.test/")
    codes = [b.code for b in pruefe(lade(projekt), heute, produktion=True)]
    assert "S042" not in codes
