"""axe on what only appears when someone uses a page: both colour schemes, wide and narrow."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.seitenarten import SEITENARTEN
from tests.browser.suchteile import oeffne_dialog
from tests.pruefstand import axe

pytestmark = pytest.mark.browser

TREFFER = "[data-teil=ergebnisse] a"


def _ruhig(seite: Page, farbe: str, breite: int) -> None:
    # Colours would be in between for a moment while transitions run.
    seite.emulate_media(color_scheme=farbe, reduced_motion="reduce")  # type: ignore[arg-type]
    seite.set_viewport_size({"width": breite, "height": 900})


def _maengel(seite: Page) -> list[str]:
    # Without such targets the slow rule about their size has nothing to object to.
    ziele = bool(seite.evaluate("() => lbMessen.zielarten()"))
    maengel = axe.pruefe(seite, ziele=ziele)
    return [*maengel, *seite.evaluate("() => lbMessen.kontrast()")]


def _klappe_alles_auf(seite: Page) -> int:
    """Open everything that can be opened and stays open; returns how much there was."""
    return int(
        seite.evaluate(
            """() => {
              const teile = [...document.querySelectorAll("details:not([open])")]
                .filter((e) => e.checkVisibility());
              for (const teil of teile) teil.open = true;
              const knoepfe = [...document.querySelectorAll("[aria-expanded=false]")]
                .filter((e) => e.checkVisibility() && !e.hasAttribute("popovertarget"));
              for (const knopf of knoepfe) knopf.click();
              return teile.length + knoepfe.length;
            }"""
        )
    )


def _suche_im_dialog(seite: Page, frage: str) -> None:
    seite.goto("massnahmen/informationssicherheit/")
    dialog = oeffne_dialog(seite, frage)
    if "xyz" in frage:
        expect(dialog.get_by_role("status").first).to_contain_text(frage)
    else:
        expect(dialog.locator(TREFFER).first).to_be_visible()


def _suchseite(seite: Page, frage: str) -> None:
    seite.goto(f"suche/?q={frage}")
    expect(seite.locator("[data-module=such-seite] [role=status]").first).to_contain_text(
        "xyz" if "xyz" in frage else "Treffer"
    )


def _mit_filter(seite: Page) -> None:
    _suchseite(seite, "Vertrag")
    _klappe_alles_auf(seite)
    seite.locator("main input[type=checkbox]").locator("visible=true").first.check()
    expect(seite.locator(".lb-filter summary")).to_contain_text("1 gewählt")
    expect(seite.locator(TREFFER).first).to_be_visible()


def _farbwahl(seite: Page) -> None:
    seite.goto("massnahmen/informationssicherheit/", wait_until="networkidle")
    wahl = seite.get_by_label("Darstellung")
    gewaehlt = (
        "dunkel"
        if seite.evaluate("matchMedia('(prefers-color-scheme: light)').matches")
        else "hell"
    )
    wahl.select_option(gewaehlt)
    wahl.focus()
    assert seite.locator("html").get_attribute("data-farbschema") == gewaehlt


def _worterklaerung(seite: Page) -> None:
    seite.goto("massnahmen/informationssicherheit/", wait_until="networkidle")
    seite.locator("button.lb-wort").locator("visible=true").first.click()
    expect(seite.locator("[popover]:popover-open")).to_be_visible()


def _rolle(seite: Page, name: str) -> None:
    seite.goto("massnahmen/informationssicherheit/", wait_until="networkidle")
    seite.locator(f".lb-rollen a[data-ansicht={name}]").click()
    seite.wait_for_url(f"**ansicht={name}**")


def _merkmal(seite: Page, *namen: str) -> None:
    seite.goto("massnahmen/", wait_until="networkidle")
    _klappe_alles_auf(seite)
    for name in namen:
        seite.locator("main").get_by_role("checkbox", name=name).first.check()
    expect(seite.locator(".lb-auswahl__stand")).not_to_have_text("22 von 22 Maßnahmen")


def _als_tabelle(seite: Page) -> None:
    _merkmal(seite, "gering")
    knopf = seite.locator(".lb-umschalter").get_by_role("button", name="Tabelle")
    knopf.click()
    expect(knopf).to_have_attribute("aria-pressed", "true")
    assert "ansicht=tabelle" in seite.url


def _ohne_treffer(seite: Page) -> None:
    seite.goto("massnahmen/?aufwand=gering&pflicht=ja&horizont=lang", wait_until="networkidle")
    expect(seite.locator(".lb-auswahl__leer")).to_be_visible()


ZUSTAENDE: dict[str, Callable[[Page], None]] = {
    "search dialog with results": lambda s: _suche_im_dialog(s, "Vertrag"),
    "search dialog without results": lambda s: _suche_im_dialog(s, "xyzxyzxyz"),
    "search page with results": lambda s: _suchseite(s, "Datenschutz"),
    "search page without results": lambda s: _suchseite(s, "xyzxyzxyz"),
    "search page with a filter": _mit_filter,
    "colour scheme chosen against the system": _farbwahl,
    "explanation of a term": _worterklaerung,
    "measure for those who decide": lambda s: _rolle(s, "entscheiden"),
    "measure for those who do it": lambda s: _rolle(s, "umsetzen"),
    "list with a facet": lambda s: _merkmal(s, "gering"),
    "list as a table": _als_tabelle,
    "list without an entry": _ohne_treffer,
}


@pytest.mark.parametrize("breite", [1280, 320])
@pytest.mark.parametrize("zustand", ZUSTAENDE)
def test_state_has_no_violations(seite: Page, zustand: str, breite: int) -> None:
    for farbe in ("light", "dark"):
        _ruhig(seite, farbe, breite)
        ZUSTAENDE[zustand](seite)
        assert _maengel(seite) == [], farbe
        seite.goto("./")
        seite.evaluate("localStorage.clear()")


@pytest.mark.parametrize("breite", [1280, 320])
def test_opened_parts_have_no_violations(seite: Page, breite: int) -> None:
    """Menus, answers, facets, depth of measures: whatever a page can unfold."""
    offen = 0
    for pfad in SEITENARTEN:
        _ruhig(seite, "light", breite)
        seite.goto(pfad, wait_until="networkidle")
        teile = _klappe_alles_auf(seite)
        offen += teile
        if not teile:
            continue
        for farbe in ("light", "dark"):
            _ruhig(seite, farbe, breite)
            assert _maengel(seite) == [], f"{pfad} {farbe}"
        assert seite.evaluate("() => lbMessen.ueberlauf()") == [], pfad
    # On a wide screen there is little to unfold; the menu alone counts on a narrow one.
    assert breite > 320 or offen >= 5
