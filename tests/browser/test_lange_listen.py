"""Narrowing down lists that are too long for one page, with and without JavaScript."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from leitfaden.engines import buchdateien
from leitfaden.engines.bauen import baue
from leitfaden.views.auswahl import BLOCK, LISTENLAENGE
from tests.browser.auswahlteile import kasten, stand, zahl
from tests.projekt import lege_projekt_an

pytestmark = pytest.mark.browser

# Records the script shows at a time; `SCHRITT` in auswahl-index.mjs.
SCHRITT = 24
BEISPIELE = 321


class _Leise(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="session")
def viele(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a small site with so many examples that their list comes in pages."""
    projekt = lege_projekt_an(tmp_path_factory.mktemp("viele") / "projekt")
    ordner = projekt / "data" / "praxisbeispiele"
    muster = (ordner / "erzgebirge.yml").read_text(encoding="utf-8")
    titel = "Neun Kommunen planen gemeinsam"
    assert titel in muster
    for n in range(BEISPIELE - 2):
        text = muster.replace(titel, f"Beispiel {n:03}")
        if n % 4 == 0:
            text = text.replace("[status-quo-ermitteln]", "[datenschutz]")
        (ordner / f"b-{n:03}.yml").write_text(text, encoding="utf-8")
    seite = projekt / "docs" / "praxisbeispiele" / "index.md"
    text = seite.read_text(encoding="utf-8")
    seite.write_text(text.replace("{{ praxisbeispiele() }}", '{{ auswahl("praxisbeispiele") }}'))
    with pytest.MonkeyPatch.context() as patch:
        # Hundreds of examples are about their list here, not about their booklets.
        patch.setattr(buchdateien, "heftplaene", lambda *_: iter(()))
        daten, _ = baue(projekt, projekt / "site", lambda _: None)
    assert not daten.hat_fehler
    yield from _bediene(projekt / "site")


def _bediene(wurzel: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Leise, directory=str(wurzel)))
    faden = threading.Thread(target=server.serve_forever, daemon=True)
    faden.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    faden.join()


@pytest.fixture
def lang(chromium: Browser, viele: str) -> Iterator[Callable[[str], tuple[Page, list[str]]]]:
    """Open a page of the site with many examples; also gives the index files it asked for."""
    kontext = chromium.new_context(base_url=viele, viewport={"width": 1280, "height": 900})
    fehler: list[str] = []

    def oeffne(pfad: str) -> tuple[Page, list[str]]:
        seite = kontext.new_page()
        geholt: list[str] = []
        seite.on("pageerror", lambda f: fehler.append(str(f)))
        seite.on(
            "request",
            lambda a: geholt.append(a.url.rpartition("/")[2]) if a.url.endswith(".json") else None,
        )
        seite.goto(pfad, wait_until="networkidle")
        return seite, geholt

    yield oeffne
    kontext.close()
    assert fehler == []


def test_long_list_comes_in_pages_without_javascript(chromium: Browser, viele: str) -> None:
    kontext = chromium.new_context(base_url=viele, java_script_enabled=False)
    seite = kontext.new_page()
    seite.goto("praxisbeispiele/")
    expect(seite.locator("main .lb-karte")).to_have_count(LISTENLAENGE)
    seite.get_by_role("link", name="Seite 2", exact=True).click()
    expect(seite.locator("main .lb-karte")).to_have_count(LISTENLAENGE)
    seite.goto("praxisbeispiele/")
    seite.locator("[data-facette=massnahme] > summary").click()
    seite.locator("[data-facette=massnahme] [data-wert=datenschutz] a").click()
    expect(seite.get_by_text(f"von {BEISPIELE} Praxisbeispielen")).to_be_visible()
    seite.get_by_role("link", name="Seite 2", exact=True).click()
    expect(seite.get_by_role("heading", level=1)).to_contain_text("(Seite 2 von 2)")
    kontext.close()


def test_long_list_loads_nothing_before_a_choice_and_little_after(
    lang: Callable[[str], tuple[Page, list[str]]],
) -> None:
    seite, geholt = lang("praxisbeispiele/")
    assert geholt == []
    seite.locator("[data-facette=massnahme] > summary").click()
    kasten(seite, "massnahme", "datenschutz").check()
    soll = len([n for n in range(BEISPIELE - 2) if n % 4 == 0])
    treffer = int(zahl(seite, "massnahme", "datenschutz").inner_text())
    assert treffer >= soll
    expect(stand(seite)).to_have_text(f"{treffer} von {BEISPIELE} Praxisbeispielen")
    karten = seite.locator(".lb-auswahl .lb-karte:visible")
    expect(karten).to_have_count(SCHRITT)
    assert geholt[0] == "merkmale-1.json"
    assert len(geholt) <= 1 + -(-4 * SCHRITT // BLOCK) + 1
    rest = min(SCHRITT, treffer - SCHRITT)
    seite.get_by_role("button", name=f"Weitere {rest} zeigen").click()
    expect(karten).to_have_count(SCHRITT + rest)
    expect(karten.nth(SCHRITT).get_by_role("link")).to_be_focused()
    titel = karten.locator("h3").all_inner_texts()
    assert len(set(titel)) == len(titel)
    karten.nth(0).get_by_role("link").click()
    expect(seite.get_by_role("heading", level=1)).to_have_text(titel[0])
    seite.go_back()
    expect(kasten(seite, "massnahme", "datenschutz")).to_be_checked()
    expect(karten).to_have_count(SCHRITT)


def test_long_list_in_other_order_and_view(
    lang: Callable[[str], tuple[Page, list[str]]],
) -> None:
    seite, _ = lang("praxisbeispiele/?sortierung=titel&ansicht=tabelle")
    zeilen = seite.locator(".lb-auswahl tbody tr")
    expect(zeilen).to_have_count(SCHRITT)
    titel = zeilen.locator("th").all_inner_texts()
    assert titel == [f"Beispiel {n:03}" for n in range(SCHRITT)]
    # Back to where everything began: the prepared first page and its links.
    seite.get_by_role("button", name="Karten").click()
    seite.get_by_label("Sortieren nach").select_option("stand")
    expect(seite.locator(".lb-auswahl .lb-karte:visible")).to_have_count(LISTENLAENGE)
    expect(seite.get_by_role("link", name="Seite 2", exact=True)).to_be_visible()


def test_long_list_without_its_files_falls_back_to_prepared_pages(
    lang: Callable[[str], tuple[Page, list[str]]],
) -> None:
    seite, _ = lang("praxisbeispiele/")
    seite.route("**/auswahl/*.json", lambda weg: weg.abort())
    seite.locator("[data-facette=massnahme] > summary").click()
    kasten(seite, "massnahme", "datenschutz").check()
    expect(stand(seite)).to_contain_text("konnte nicht geladen werden")
    expect(seite.locator(".lb-auswahl .lb-karte:visible")).to_have_count(LISTENLAENGE)
    seite.locator("[data-facette=massnahme]").get_by_role("link", name="Datenschutz").click()
    expect(seite.get_by_role("heading", level=1)).to_contain_text("Maßnahme: M21")
