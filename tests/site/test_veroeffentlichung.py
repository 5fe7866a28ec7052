"""Going public: mandatory pages, the accessibility statement, and what a preview must not do."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from leitfaden.engines.bestand import bautag
from leitfaden.texts import texte_von
from leitfaden.views.seitenplan import PFLICHTSEITEN
from tests.projekt import WURZEL, ersetze, lege_projekt_an, teile_vorraete
from tests.site.html import Dokument, lies_html
from tests.website import Website

pytestmark = pytest.mark.site

# What the model of Decision (EU) 2018/1523 wants, as targets both languages share.
TEILE_DER_ERKLAERUNG = {
    "geltungsbereich": ("Geltungsbereich", "Scope"),
    "stand-der-vereinbarkeit": ("Stand der Vereinbarkeit", "Compliance status"),
    "nicht-barrierefreie-inhalte": ("Nicht barrierefreie Inhalte", "Non-accessible content"),
    "erstellung": ("Erstellung dieser Erklärung", "Preparation of this statement"),
    "rueckmeldung": ("Rückmeldung und Kontakt", "Feedback and contact"),
    "durchsetzungsverfahren": ("Durchsetzungsverfahren", "Enforcement procedure"),
}


def _ist_umleitung(seite: Dokument) -> bool:
    return 'http-equiv="refresh"' in seite.roh


def _fuss(seite: Dokument) -> Dokument:
    return lies_html(seite.roh[seite.roh.index("<footer") : seite.roh.index("</footer>")])


def test_footer_of_every_page_leads_to_the_mandatory_pages(website: Website) -> None:
    gesehen = 0
    for pfad, seite in website.seiten.items():
        if pfad == "404.html" or _ist_umleitung(seite):
            continue
        unten = pfad.removeprefix("en/")
        basis = "../" * unten.count("/")
        ziele = _fuss(seite).links()
        for name in (*PFLICHTSEITEN, "kurz-und-einfach"):
            assert f"{basis}{name}/" in ziele, f"{pfad}: {name}"
            sprache = "en/" if pfad.startswith("en/") else ""
            assert f"{sprache}{name}/index.html" in website.seiten
        gesehen += 1
    assert gesehen > 150


def test_error_page_leads_to_the_mandatory_pages(website: Website) -> None:
    ziele = website.seiten["404.html"].links()
    for name in PFLICHTSEITEN:
        assert f"/{name}/" in ziele
        assert f"/en/{name}/" in ziele


@pytest.mark.parametrize("sprache", ["de", "en"])
def test_statement_has_all_parts_and_a_fresh_date(website: Website, sprache: str) -> None:
    wurzel = "" if sprache == "de" else "en/"
    seite = website.seite(f"{wurzel}barrierefreiheit/")
    assert seite.sprache == sprache
    zweite = {text.strip() for stufe, text in seite.ueberschriften if stufe == 2}
    for anker, titel in TEILE_DER_ERKLAERUNG.items():
        assert anker in seite.ids
        anfang = titel[0 if sprache == "de" else 1]
        assert any(text.startswith(anfang) for text in zweite), anfang
    erstellung = seite.roh.split('id="erstellung"')[1].split("<h2")[0]
    tag = date.fromisoformat(re.findall(r'<time datetime="([0-9-]+)"', erstellung)[0])
    assert 0 <= (bautag() - tag).days < 365
    assert texte_von(sprache).wert("konformitaet", "teilweise") in seite.haupttext
    kontakt = lies_html(seite.roh.split('id="rueckmeldung"')[1].split("<h2")[0]).links()
    assert [z.split(":")[0] for z in kontakt] == ["mailto", "tel"]


def test_published_site_shows_the_operator_and_no_open_place(website: Website) -> None:
    for pfad, seite in website.seiten.items():
        assert "lb-platzhalter" not in seite.roh, pfad
        assert "lb-vorschau" not in seite.roh, pfad
    for url in ("impressum/", "datenschutz/", "barrierefreiheit/"):
        for wurzel in ("", "en/"):
            assert "Gemeinde Testtal" in website.seite(f"{wurzel}{url}").haupttext
    robots = (website.wurzel / "robots.txt").read_text(encoding="utf-8")
    assert "Allow: /" in robots
    assert "Disallow" not in robots
    verzeichnis = (website.wurzel / "sitemap.xml").read_text(encoding="utf-8")
    assert all(f"/{name}/<" in verzeichnis for name in PFLICHTSEITEN)


def test_privacy_page_and_measure_of_the_same_name_are_two_pages(website: Website) -> None:
    assert website.seite("datenschutz/").titel != website.seite("massnahmen/datenschutz/").titel


# previews -------------------------------------------------------------------------------------


def _leitfaden(projekt: Path, *args: str) -> subprocess.CompletedProcess[str]:
    befehl = [sys.executable, "-m", "leitfaden.cli", "--projekt", str(projekt), *args]
    return subprocess.run(befehl, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def vorschau(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project with mandatory pages whose operator has no name yet, built as a preview."""
    projekt = lege_projekt_an(tmp_path_factory.mktemp("vorschau") / "projekt")
    for name in PFLICHTSEITEN:
        for endung in ("md", "en.md"):
            kopf = f"---\ntitel: {name}\nkurzbeschreibung: Seite.\nrender_macros: true\n---\n\n"
            text = f'{kopf}Von {{{{ betreiber("name") }}}}, {{{{ betreiber("email") }}}}.\n'
            (projekt / "docs" / f"{name}.{endung}").write_text(text, encoding="utf-8")
    ersetze(projekt / "betreiber.yml", "2026-11-22", f"{bautag()}")
    ersetze(projekt / "betreiber.yml", "Gemeinde Testtal", '"[Name der Kommune]"')
    lauf = _leitfaden(projekt, "bauen")
    assert lauf.returncode == 0, lauf.stdout + lauf.stderr
    assert "Vorschau" in lauf.stdout
    teile_vorraete(projekt, WURZEL)
    return projekt


def test_preview_says_so_and_stays_out_of_search_engines(vorschau: Path) -> None:
    site = vorschau / "site"
    for datei in site.rglob("*.html"):
        pfad = datei.relative_to(site).as_posix()
        seite = lies_html(datei.read_text(encoding="utf-8"))
        assert seite.meta("robots") == "noindex", pfad
        if pfad == "404.html" or _ist_umleitung(seite):
            continue
        texte = texte_von("en" if pfad.startswith("en/") else "de")
        assert texte["vorschau.unvollstaendig"] in seite.text, pfad
    assert (site / "robots.txt").read_text(encoding="utf-8") == "User-agent: *\nDisallow: /\n"


def test_preview_marks_what_is_open(vorschau: Path) -> None:
    html = (vorschau / "site/impressum/index.html").read_text(encoding="utf-8")
    assert '<mark class="lb-platzhalter">[Name der Kommune]</mark>' in html
    assert '<a href="mailto:post@testtal.example">' in html
    englisch = (vorschau / "site/en/impressum/index.html").read_text(encoding="utf-8")
    assert '<mark class="lb-platzhalter" lang="de">[Name der Kommune]</mark>' in englisch


def _stand(ordner: Path) -> dict[str, bytes]:
    return {
        p.relative_to(ordner).as_posix(): p.read_bytes() for p in ordner.rglob("*") if p.is_file()
    }


def test_open_place_keeps_the_site_from_going_public(vorschau: Path) -> None:
    vorher = _stand(vorschau / "site")
    lauf = _leitfaden(vorschau, "bauen", "--produktion")
    assert lauf.returncode == 1
    assert "betreiber.yml:2:7: S040 Im Feld „name“" in lauf.stderr
    assert "unverändert" in lauf.stderr
    assert _stand(vorschau / "site") == vorher


def test_footer_without_a_mandatory_page_keeps_the_site_from_going_public(
    vorschau: Path, tmp_path: Path
) -> None:
    projekt = lege_projekt_an(tmp_path / "projekt", vorschau)
    ersetze(projekt / "betreiber.yml", '"[Name der Kommune]"', "Gemeinde Testtal")
    (projekt / "overrides").unlink()
    shutil.copytree(WURZEL / "overrides", projekt / "overrides")
    fuss = projekt / "overrides/partials/lb-fuss.html"
    schleife = "in extra.fussnavigation or [] %}"
    ersetze(fuss, schleife, 'in extra.fussnavigation if schluessel != "impressum" %}')
    lauf = _leitfaden(projekt, "bauen", "--produktion")
    assert lauf.returncode == 1
    assert "overrides/partials/lb-fuss.html:1:1: D021 In der Fußzeile fehlt der Link zu" in (
        lauf.stderr
    )
    assert lauf.stderr.count("D021") == 1
    assert not (projekt / "site").exists()
    ersetze(fuss, 'in extra.fussnavigation if schluessel != "impressum" %}', schleife)
    lauf = _leitfaden(projekt, "bauen", "--produktion")
    assert lauf.returncode == 0, lauf.stderr
    start = lies_html((projekt / "site/index.html").read_text(encoding="utf-8"))
    assert start.meta("robots") is None
    assert "lb-vorschau" not in start.roh
