"""The offline edition in Chromium: opened from a folder, with the network off."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from leitfaden.engines.bestand import bautag
from leitfaden.texts import texte_von
from leitfaden.views.offline import SEITEN, START
from tests.browser.offlineteile import VERSTOSS, oeffne_kontext
from tests.browser.suchteile import oeffne_dialog
from tests.pruefstand.server import serviere
from tests.website import Website

pytestmark = pytest.mark.browser
TAG = 86_400_000


def test_from_the_start_page_to_a_template_and_to_paper(
    seite_offline: Page, offline: Path, ordner: str, website: Website
) -> None:
    seite = seite_offline
    seite.goto(f"{offline.as_uri()}/{START}")
    seite.wait_for_url(f"{ordner}index.html")
    dialog = oeffne_dialog(seite)
    dialog.get_by_role("searchbox").fill("Vertrag")
    expect(dialog.locator(".lb-fund").first).to_be_visible()
    expect(dialog.get_by_role("status")).to_contain_text("„Vertrag“")
    expect(dialog.locator("mark").first).to_have_text(re.compile("vertr", re.I))
    seite.keyboard.press("Enter")
    seite.wait_for_url(f"{ordner}suche/index.html?q=Vertrag")
    expect(seite.locator("main .lb-fund").first).to_be_visible()

    katalog = website.daten.ladung.katalog
    m01 = next(m for m in katalog.massnahmen.values() if m.kennung == "M01")
    dialog = oeffne_dialog(seite)
    dialog.get_by_role("searchbox").fill("m1")
    dialog.locator("[data-teil=sprung]").click()
    seite.wait_for_url(f"{ordner}massnahmen/{m01.id}/index.html")
    expect(seite.locator("h1")).to_have_text(m01.titel)

    # Not the booklet: a PDF on disk would open in the browser.
    vorlage = seite.locator("main a[download$='.docx'], main a[download][href$='.docx']").first
    erwartet = vorlage.get_attribute("href")
    assert erwartet is not None
    with seite.expect_download() as laden:
        vorlage.click()
    original = offline / SEITEN / "massnahmen" / m01.id / erwartet
    assert Path(laden.value.path()).read_bytes() == original.resolve().read_bytes()

    seite.emulate_media(media="print")
    expect(seite.locator(".lb-offline")).to_be_visible()
    expect(seite.locator(".lb-kopfleiste form")).to_be_hidden()
    assert seite.pdf(format="A4").startswith(b"%PDF")


def test_enter_on_a_kennung_opens_its_page(
    seite_offline: Page, ordner: str, website: Website
) -> None:
    ziel = next(v.id for v in website.daten.ladung.katalog.vorlagen.values() if v.kennung == "T05")
    seite_offline.goto(f"{ordner}glossar/index.html")
    oeffne_dialog(seite_offline).get_by_role("searchbox").fill("T05")
    seite_offline.keyboard.press("Enter")
    seite_offline.wait_for_url(f"{ordner}vorlagen/{ziel}/index.html")


def test_results_lead_to_pages_that_exist(seite_offline: Page, ordner: str) -> None:
    seite_offline.goto(f"{ordner}suche/index.html?q=Zweckvereinbarung")
    links = seite_offline.locator("main .lb-fund a")
    expect(links.first).to_be_visible()
    ziele = [link.evaluate("a => a.href") for link in links.all()]
    arten = {re.sub(r".*/seiten/([^/]+)/.*", r"\1", ziel) for ziel in ziele}
    assert len(arten) > 2
    for ziel in ziele:
        seite_offline.goto(ziel)
        anker = ziel.partition("#")[2]
        if anker:
            expect(seite_offline.locator(f"[id='{anker}']")).to_have_count(1)
        expect(seite_offline.locator("h1")).to_have_count(1)


def test_search_page_has_facets_and_more_results(seite_offline: Page, ordner: str) -> None:
    seite_offline.goto(f"{ordner}suche/index.html?q=Kosten")
    massnahme = seite_offline.get_by_role("checkbox", name=re.compile("^Maßnahme"))
    massnahme.check()
    seite_offline.wait_for_url(re.compile(r"suche/index\.html\?q=Kosten&typ=Ma%C3%9Fnahme$"))
    gruppen = seite_offline.locator("main .lb-fundgruppe h2")
    expect(gruppen).to_have_count(1)
    expect(gruppen).to_contain_text("Maßnahmen")
    funde = seite_offline.locator("main .lb-fund")
    bisher = funde.count()
    seite_offline.locator(".lb-mehr-treffer").click()
    expect(funde.nth(bisher)).to_be_visible()
    titel = [t.inner_text() for t in seite_offline.locator("main .lb-fund .lb-titel").all()]
    assert len(titel) == len(set(titel))
    seite_offline.reload()
    expect(massnahme).to_be_checked()
    expect(gruppen).to_have_count(1)


def test_typing_error_and_no_result_are_helped_with(seite_offline: Page, ordner: str) -> None:
    seite_offline.goto(f"{ordner}suche/index.html?q=Datenschuz")
    expect(seite_offline.locator("main").get_by_role("status")).to_contain_text("„Datenschutz“")
    woertlich = seite_offline.locator(".lb-meinten a")
    ziel = woertlich.evaluate("a => a.href")
    assert ziel == f"{ordner}suche/index.html?q=Datenschuz&genau=1"
    seite_offline.goto(f"{ordner}suche/index.html?q=xyzxyzxyz")
    expect(seite_offline.locator(".lb-thema a")).to_be_visible()


def test_english_search_finds_german_only_pages(seite_offline: Page, ordner: str) -> None:
    seite_offline.goto(f"{ordner}en/suche/index.html?q=Schreibfehler")
    fund = seite_offline.locator("main .lb-fund a").first
    expect(fund).to_have_attribute("lang", "de")
    seite_offline.goto(f"{ordner}en/suche/index.html?q=data+protection")
    erster = seite_offline.locator("main .lb-fund a").first
    expect(erster).to_contain_text("data protection", ignore_case=True)
    assert erster.evaluate("a => a.href").startswith(f"{ordner}en/")


def test_lists_can_be_narrowed_down(seite_offline: Page, ordner: str) -> None:
    seite_offline.goto(f"{ordner}massnahmen/index.html")
    alle = seite_offline.locator(".lb-karten > li:visible").count()
    feld = seite_offline.locator("[data-facette=aufwand]")
    if feld.get_attribute("open") is None:
        feld.locator("summary").click()
    feld.get_by_role("checkbox").first.check()
    seite_offline.wait_for_url(re.compile(r"massnahmen/index\.html\?aufwand="))
    expect(seite_offline.locator(".lb-auswahl [role=status]")).to_contain_text(f"von {alle}")
    assert 0 < seite_offline.locator(".lb-karten > li:visible").count() < alle
    seite_offline.reload()
    expect(seite_offline.locator(".lb-auswahl [role=status]")).to_contain_text(f"von {alle}")


def test_role_terms_and_colours_work(seite_offline: Page, ordner: str) -> None:
    seite = seite_offline
    seite.goto(f"{ordner}massnahmen/informationssicherheit/index.html")
    seite.locator("a[data-ansicht=entscheiden]").click()
    seite.wait_for_url(re.compile(r"\?ansicht=entscheiden"))
    expect(seite.locator(".lb-entfalten").first).to_be_visible()
    wort = seite.locator("main button[popovertarget]").first
    wort.click()
    ziel = wort.get_attribute("popovertarget")
    expect(seite.locator(f"[id='{ziel}']")).to_be_visible()
    seite.keyboard.press("Escape")
    seite.locator("#farbschema").select_option("dunkel")
    seite.goto(f"{ordner}en/index.html")
    assert seite.evaluate("document.documentElement.dataset.farbschema") == "dunkel"


def test_forms_and_links_work_without_scripts(chromium: Browser, ordner: str) -> None:
    verboten: list[str] = []
    kontext = oeffne_kontext(chromium, verboten, java_script_enabled=False)
    seite = kontext.new_page()
    seite.goto(f"{ordner}index.html")
    seite.locator("#kopf-q").fill("Vertrag")
    seite.keyboard.press("Enter")
    seite.wait_for_url(f"{ordner}suche/index.html?q=Vertrag")
    seite.get_by_role("link", name="Maßnahmen").first.click(force=True)
    seite.wait_for_url(f"{ordner}massnahmen/index.html")
    expect(seite.locator(".lb-offline")).to_contain_text(f"{bautag():%d.%m.%Y}")
    kontext.close()
    assert verboten == []


@pytest.mark.parametrize(
    ("tage", "alter", "alt"),
    [(0, "", False), (1, "einen Tag", False), (365, "365 Tage", False), (500, "500 Tage", True)],
)
def test_page_tells_the_age_of_the_edition(
    seite_offline: Page, ordner: str, tage: int, alter: str, alt: bool
) -> None:
    beginn = f"Date.parse('{bautag()}')"
    seite_offline.add_init_script(
        f"const tag = {beginn} + {tage} * {TAG} + 5; Date.now = () => tag;"
    )
    seite_offline.goto(f"{ordner}glossar/index.html")
    hinweis = seite_offline.locator(".lb-offline")
    text = hinweis.locator("[data-teil=alter]").inner_text()
    assert alter in text
    assert bool(text) is bool(alter)
    rat = hinweis.get_by_text(texte_von("de")["offline.alt"])
    expect(rat).to_have_count(int(alt))


def test_search_runs_on_a_server_with_the_headers_of_the_website(
    chromium: Browser, offline: Path
) -> None:
    verboten: list[str] = []
    with serviere(offline) as adresse:
        kontext = chromium.new_context(base_url=adresse)
        kontext.expose_function("meldeVerstoss", lambda v: verboten.append(f"Regelverstoß: {v}"))
        kontext.add_init_script(VERSTOSS)
        seite = kontext.new_page()
        seite.on("request", lambda a: None if a.url.startswith(adresse) else verboten.append(a.url))
        seite.goto(f"{SEITEN}/suche/index.html?q=Datenschuz")
        expect(seite.locator("main .lb-fund").first).to_be_visible()
        kontext.close()
    assert verboten == []


@pytest.mark.parametrize("breite", [320, 1280])
def test_note_fits_the_page(seite_offline: Page, ordner: str, breite: int) -> None:
    seite_offline.set_viewport_size({"width": breite, "height": 800})
    seite_offline.goto(f"{ordner}index.html")
    zuviel = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert seite_offline.evaluate(zuviel) <= 0
    links = seite_offline.evaluate(
        "[...document.querySelectorAll('.lb-offline p, .lb-name')]"
        ".map(e => Math.round(e.getBoundingClientRect().left"
        " + parseFloat(getComputedStyle(e).paddingLeft)))"
    )
    assert abs(links[0] - links[1]) <= 1
