"""The offline edition in Chromium: opened from a folder, with the network off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect

from leitfaden.engines.bestand import bautag
from leitfaden.texts import texte_von
from leitfaden.views.offline import SEITEN, START
from leitfaden.views.stichworte import ENDUNGEN, falte, grundform
from tests.browser.bedienen import oeffne_suche
from tests.pruefstand.server import serviere
from tests.search.gold import Antwort, guete, lies_gold
from tests.search.lauf import Suche, beantworte
from tests.website import Website

pytestmark = pytest.mark.browser
# As good as test_suche.py demands of the search on the web.
RECALL5, MRR, LEER, TIPPFEHLER = 0.97, 0.87, 0.01, 0.95
TAG = 86_400_000
_VERSTOSS = """document.addEventListener("securitypolicyviolation", (e) =>
  meldeVerstoss(`${e.violatedDirective} ${e.blockedURI}`))"""


def _kontext(chromium: Browser, verboten: list[str], **angaben: Any) -> BrowserContext:
    """Open a browser without a network that notes whatever goes wrong."""
    kontext = chromium.new_context(
        viewport={"width": 1280, "height": 900}, locale="de-DE", offline=True, **angaben
    )
    kontext.expose_function("meldeVerstoss", lambda v: verboten.append(f"Regelverstoß: {v}"))
    kontext.add_init_script(_VERSTOSS)

    def merke(anfrage: Request) -> None:
        if not anfrage.url.startswith(("file:", "data:")):
            verboten.append(f"Anfrage an {anfrage.url}")

    kontext.on("request", merke)
    kontext.on("requestfailed", lambda a: _merke_fehlschlag(a, verboten))
    kontext.on(
        "console",
        lambda m: verboten.append(m.text) if m.type in {"error", "warning"} else None,
    )
    kontext.on("weberror", lambda fehler: verboten.append(f"Skriptfehler: {fehler.error}"))
    return kontext


def _merke_fehlschlag(anfrage: Request, verboten: list[str]) -> None:
    """Note what was not loaded; a file that is saved instead of shown counts as broken off."""
    if anfrage.failure != "net::ERR_ABORTED":
        verboten.append(f"nicht geladen: {anfrage.url} {anfrage.failure}")


@pytest.fixture
def ordner(offline: Path) -> str:
    """The address of the folder with the pages."""
    return f"{offline.as_uri()}/{SEITEN}/"


@pytest.fixture
def seite_offline(chromium: Browser) -> Iterator[Page]:
    verboten: list[str] = []
    kontext = _kontext(chromium, verboten)
    yield kontext.new_page()
    kontext.close()
    assert verboten == []


def test_from_the_start_page_to_a_template_and_to_paper(
    seite_offline: Page, offline: Path, ordner: str, website: Website
) -> None:
    seite = seite_offline
    seite.goto(f"{offline.as_uri()}/{START}")
    seite.wait_for_url(f"{ordner}index.html")
    dialog = oeffne_suche(seite)
    dialog.get_by_role("searchbox").fill("Vertrag")
    expect(dialog.locator(".lb-fund").first).to_be_visible()
    expect(dialog.get_by_role("status")).to_contain_text("„Vertrag“")
    expect(dialog.locator("mark").first).to_have_text(re.compile("vertr", re.I))
    seite.keyboard.press("Enter")
    seite.wait_for_url(f"{ordner}suche/index.html?q=Vertrag")
    expect(seite.locator("main .lb-fund").first).to_be_visible()

    katalog = website.daten.ladung.katalog
    m01 = next(m for m in katalog.massnahmen.values() if m.kennung == "M01")
    dialog = oeffne_suche(seite)
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
    oeffne_suche(seite_offline).get_by_role("searchbox").fill("T05")
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
    kontext = _kontext(chromium, verboten, java_script_enabled=False)
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
        kontext.add_init_script(_VERSTOSS)
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


# the search in figures ---------------------------------------------------------------------------


@pytest.fixture(scope="module")
def antworten(chromium: Browser, offline: Path) -> list[Antwort]:
    suche = Suche("offline", "offline", f"{offline.as_uri()}/{SEITEN}/")
    return beantworte(chromium, "", suche, lies_gold())


def test_gold_queries_find_their_pages(antworten: list[Antwort]) -> None:
    werte = guete(antworten)
    verfehlt = [a.anfrage.frage for a in antworten if not 0 < a.rang <= 5]
    assert werte.recall5 >= RECALL5, verfehlt
    assert werte.mrr >= MRR
    assert werte.leer <= LEER, [a.anfrage.frage for a in antworten if not a.urls]
    tippfehler = [a for a in antworten if a.anfrage.gruppe == "tippfehler"]
    assert guete(tippfehler).recall5 >= TIPPFEHLER
    for sprache in ("de", "en"):
        werte = guete([a for a in antworten if a.anfrage.sprache == sprache])
        assert werte.recall5 >= 0.95, sprache


def test_every_title_of_a_measure_finds_it_first(
    seite_offline: Page, ordner: str, website: Website
) -> None:
    seite_offline.goto(f"{ordner}impressum/index.html")
    daneben = []
    for karte in website.daten.bibliotheken["de"].massnahmen:
        ziel = seite_offline.evaluate(
            """async (frage) => {
              const logik = umsetzungsbibliothek.lade("such-logik");
              return (await (await logik.suche("../", frage)).lade(0, 1))[0].url;
            }""",
            karte.titel,
        )
        if ziel != f"{ordner}{karte.url}":
            daneben.append((karte.titel, ziel))
    assert daneben == []


# both sides of the index -------------------------------------------------------------------------


@pytest.mark.parametrize("sprache", ["de", "en"])
def test_scripts_reduce_words_like_the_index_does(
    seite_offline: Page, ordner: str, website: Website, sprache: str
) -> None:
    texte = " ".join(s.haupttext for s in website.seiten.values() if s.sprache == sprache)
    worte = sorted(set(re.findall(r"[^\W_]+(?:[-’'.][^\W_]+)*", texte)))
    assert len(worte) > 3000
    seite_offline.goto(f"{ordner}impressum/index.html")
    ergebnis = seite_offline.evaluate(
        """([worte, endungen]) => {
          const { falte } = umsetzungsbibliothek.lade("such-frage");
          const { grundform } = umsetzungsbibliothek.lade("offline-quelle");
          return worte.map((wort) => [falte(wort), grundform({ endungen }, wort)]);
        }""",
        [worte, ENDUNGEN[sprache]],
    )
    anders = [
        (wort, paar)
        for wort, paar in zip(worte, ergebnis, strict=True)
        if paar != [falte(wort), grundform(wort, sprache)]
    ]
    assert anders == []


FRAGE = """async ([text, filter]) => {
  const quelle = umsetzungsbibliothek.lade("offline-quelle");
  const funde = await quelle.frage("../", text, filter ?? {});
  return Promise.all(funde.map(async (f) => ({ ...f, seite: (await f.data()), data: null })));
}"""


def _frage(seite: Page, ordner: str, text: str, filter_: dict[str, str] | None = None) -> Any:
    seite.goto(f"{ordner}impressum/index.html")
    return seite.evaluate(FRAGE, [text, filter_])


def test_quotation_marks_ask_for_the_word_itself(seite_offline: Page, ordner: str) -> None:
    genau = {f["id"] for f in _frage(seite_offline, ordner, '"Vertrag"')}
    weit = {f["id"] for f in _frage(seite_offline, ordner, "Vertrag")}
    assert genau
    assert genau < weit
    assert genau == {f["id"] for f in _frage(seite_offline, ordner, '"Verträge"')}


def test_best_hits_come_first_and_titles_count_most(seite_offline: Page, ordner: str) -> None:
    funde = _frage(seite_offline, ordner, "Datenschutz")
    punkte = [f["score"] for f in funde]
    assert punkte == sorted(punkte, reverse=True)
    oben = [f["matchedMetaFields"] == ["title"] for f in funde[:3]]
    assert all(oben)
    assert not all(f["matchedMetaFields"] for f in funde)


def test_filters_leave_only_their_pages(seite_offline: Page, ordner: str) -> None:
    funde = _frage(seite_offline, ordner, "Datenschutz", {"typ": "Glossar"})
    assert funde
    assert all(f["seite"]["filters"]["typ"] == ["Glossar"] for f in funde)


def test_excerpt_marks_what_was_found_and_is_escaped(seite_offline: Page, ordner: str) -> None:
    for fund in _frage(seite_offline, ordner, "Zweckvereinbarung")[:20]:
        auszug = fund["seite"]["excerpt"]
        assert len(auszug.split()) <= 22
        marken = re.findall(r"<mark>(.*?)</mark>", auszug)
        assert bool(marken) is bool(fund["words"]), auszug
        assert all("zweckvereinbarung" in marke.lower() for marke in marken)
        assert not re.search(r"<(?!/?mark>)|&(?!amp;|lt;|gt;)", auszug)


def test_missing_file_is_an_error_and_can_be_asked_for_again(
    chromium: Browser, ordner: str
) -> None:
    kontext = chromium.new_context(offline=True)
    seite = kontext.new_page()
    seite.goto(f"{ordner}impressum/index.html")
    versuch = """async () => {
      const { holeJson } = umsetzungsbibliothek.lade("offline-umgebung");
      try { return await holeJson("../gibt-es-nicht.json"); } catch (e) { return e.message; }
    }"""
    assert "gibt-es-nicht.json.js" in seite.evaluate(versuch)
    angaben = seite.evaluate(versuch.replace("gibt-es-nicht", "suche/oberflaeche"))
    assert angaben["worte"]
    kontext.close()


@pytest.mark.parametrize(
    ("adresse", "erwartet"),
    [
        ("../massnahmen/", "../massnahmen/index.html"),
        ("file:///a/glossar/#avv", "file:///a/glossar/index.html#avv"),
        ("file:///a/suche/?q=a/", "file:///a/suche/index.html?q=a/"),
        ("file:///a/suche/index.html?q=a", "file:///a/suche/index.html?q=a"),
        ("mailto:a@b.example?subject=x/", "mailto:a@b.example?subject=x/"),
    ],
)
def test_addresses_of_pages_name_their_file(
    seite_offline: Page, ordner: str, adresse: str, erwartet: str
) -> None:
    seite_offline.goto(f"{ordner}impressum/index.html")
    ergebnis = seite_offline.evaluate(
        "(a) => umsetzungsbibliothek.lade('offline-umgebung').seitenadresse(a)", adresse
    )
    assert ergebnis == erwartet
