"""Narrowing lists down in a real browser: prepared pages first, then with JavaScript."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from leitfaden.model.massnahme import Massnahme
from tests.browser.auswahlteile import kasten, sichtbare_karten, stand, zahl
from tests.website import Website

pytestmark = pytest.mark.browser


@pytest.fixture(scope="session")
def massnahmen(website: Website) -> list[Massnahme]:
    """The real measures by Kennung."""
    alle = website.daten.ladung.katalog.massnahmen.values()
    return sorted(alle, key=lambda m: m.kennung)


def test_without_javascript_every_value_leads_to_its_page(
    seite_ohne_js: Page, massnahmen: list[Massnahme]
) -> None:
    seite = seite_ohne_js
    seite.goto("massnahmen/")
    expect(seite.locator(".lb-auswahl select")).to_be_hidden()
    seite.locator("[data-facette=aufwand]").get_by_role("link", name="gering").click()
    expect(seite.get_by_role("heading", level=1)).to_have_text("Maßnahmen nach Aufwand: gering")
    soll = [m.kennung for m in massnahmen if m.aufwand == "gering"]
    karten = seite.locator(".lb-karte .lb-marke")
    assert [t.strip() for t in karten.all_inner_texts()] == soll
    expect(seite.get_by_text(f"{len(soll)} von {len(massnahmen)} Maßnahmen")).to_be_visible()
    expect(seite.get_by_text("Mit weiteren Merkmalen verbinden")).to_be_hidden()
    # A facet opens without a script, and its values lead on.
    seite.locator("[data-facette=horizont] > summary").click()
    seite.locator("[data-facette=horizont]").get_by_role("link", name="lang").click()
    expect(seite.get_by_role("heading", level=1)).to_contain_text("Zeithorizont: lang")
    seite.get_by_label("Sie sind hier").get_by_role("link", name="Maßnahmen").click()
    seite.get_by_role("link", name="Alle als Vergleichstabelle").click()
    expect(seite.locator("main tbody tr")).to_have_count(len(massnahmen))


def test_without_javascript_the_filter_opens_on_a_phone(seite_ohne_js: Page) -> None:
    seite = seite_ohne_js
    seite.set_viewport_size({"width": 360, "height": 740})
    seite.goto("massnahmen/")
    link = seite.locator("[data-facette=aufwand] a").first
    expect(link).to_be_hidden()
    seite.get_by_text("Nach Merkmalen eingrenzen").click()
    expect(link).to_be_visible()


def test_facets_combine_and_count(seite: Page, massnahmen: list[Massnahme]) -> None:
    seite.goto("massnahmen/")
    assert sichtbare_karten(seite) == [m.kennung for m in massnahmen]
    kasten(seite, "aufwand", "gering").check()
    kasten(seite, "aufwand", "hoch").check()
    oder = [m for m in massnahmen if m.aufwand in ("gering", "hoch")]
    expect(stand(seite)).to_have_text(f"{len(oder)} von {len(massnahmen)} Maßnahmen")
    assert sichtbare_karten(seite) == [m.kennung for m in oder]
    kasten(seite, "horizont", "kurz").check()
    beide = [m for m in oder if m.horizont == "kurz"]
    expect(stand(seite)).to_have_text(f"{len(beide)} von {len(massnahmen)} Maßnahmen")
    assert sichtbare_karten(seite) == [m.kennung for m in beide]
    # The count of a value takes the other facets into account, but not its own.
    for stufe in ("gering", "mittel", "hoch"):
        soll = sum(m.aufwand == stufe and m.horizont == "kurz" for m in massnahmen)
        expect(zahl(seite, "aufwand", stufe)).to_have_text(str(soll))
    for lage in ("ja", "teilweise", "nein"):
        soll = sum(m.pflicht.lage == lage for m in beide)
        if soll:
            expect(zahl(seite, "pflicht", lage)).to_have_text(str(soll))
        else:
            expect(kasten(seite, "pflicht", lage)).to_be_hidden()
            leer = seite.locator("[data-facette=pflicht] .lb-facette__leer")
            expect(leer).to_contain_text("Keine Treffer:")
            expect(leer).to_contain_text(lage)
    assert "aufwand=gering&aufwand=hoch&horizont=kurz" in seite.url


def test_choice_is_in_the_address_and_still_there_on_the_way_back(
    seite: Page, massnahmen: list[Massnahme]
) -> None:
    soll = [m.kennung for m in massnahmen if "it" in m.zielgruppen]
    seite.goto("massnahmen/?rolle=it&sortierung=titel")
    expect(stand(seite)).to_have_text(f"{len(soll)} von {len(massnahmen)} Maßnahmen")
    assert sorted(sichtbare_karten(seite)) == soll
    expect(kasten(seite, "rolle", "it")).to_be_checked()
    expect(kasten(seite, "rolle", "it")).to_be_visible()
    expect(seite.get_by_label("Sortieren nach")).to_have_value("titel")
    adresse = seite.url
    kasten(seite, "aufwand", "mittel").check()
    expect(stand(seite)).not_to_have_text(f"{len(soll)} von {len(massnahmen)} Maßnahmen")
    vorher = sichtbare_karten(seite)
    seite.locator(".lb-auswahl .lb-karte:visible a").first.click()
    expect(seite.locator("#schritte")).to_be_visible()
    seite.go_back()
    expect(kasten(seite, "aufwand", "mittel")).to_be_checked()
    expect(stand(seite)).to_have_text(f"{len(vorher)} von {len(massnahmen)} Maßnahmen")
    assert sichtbare_karten(seite) == vorher
    assert (
        seite.url == f"{adresse.replace('&sortierung=titel', '')}&aufwand=mittel&sortierung=titel"
    )


def test_unknown_values_in_the_address_do_no_harm(seite: Page, massnahmen: list[Massnahme]) -> None:
    seite.goto("massnahmen/?rolle=koenig&farbe=rot&sortierung=wetter&ansicht=kugel")
    expect(seite.get_by_label("Sortieren nach")).to_be_enabled()
    assert len(sichtbare_karten(seite)) == len(massnahmen)
    expect(seite.locator(".lb-chips")).to_be_hidden()


def test_order_and_view(seite: Page, massnahmen: list[Massnahme]) -> None:
    seite.goto("massnahmen/")
    seite.get_by_label("Sortieren nach").select_option("aufwand")
    stufen = [m.aufwand for m in massnahmen]
    soll = [m.kennung for s in ("gering", "mittel", "hoch") for m in massnahmen if m.aufwand == s]
    assert len(set(stufen)) == 3
    seite.wait_for_url("**sortierung=aufwand")
    expect(seite.locator(".lb-auswahl .lb-karte .lb-marke").first).to_have_text(soll[0])
    assert sichtbare_karten(seite) == soll
    seite.get_by_role("button", name="Tabelle").click()
    zeilen = seite.locator(".lb-auswahl tbody tr")
    expect(zeilen).to_have_count(len(massnahmen))
    assert [z.strip() for z in zeilen.locator("td:first-child").all_inner_texts()] == soll
    assert sichtbare_karten(seite) == []
    expect(seite.get_by_role("button", name="Tabelle")).to_have_attribute("aria-pressed", "true")
    assert seite.url.endswith("?sortierung=aufwand&ansicht=tabelle")
    kasten(seite, "pflicht", "ja").check()
    pflichten = [k for k in soll if k in {m.kennung for m in massnahmen if m.pflicht.lage == "ja"}]
    expect(seite.locator(".lb-auswahl tbody tr:visible")).to_have_count(len(pflichten))


def test_chips_remove_one_or_all_and_keep_the_focus(seite: Page) -> None:
    seite.goto("massnahmen/?aufwand=gering&pflicht=nein")
    chips = seite.get_by_role("group", name="Gewählt")
    chips.get_by_role("button", name="Aufwand: gering entfernen").click()
    expect(kasten(seite, "aufwand", "gering")).not_to_be_checked()
    expect(chips.get_by_role("button", name="Pflicht: nein entfernen")).to_be_focused()
    assert seite.url.endswith("massnahmen/?pflicht=nein")
    kasten(seite, "aufwand", "mittel").check()
    seite.get_by_role("button", name="Auswahl aufheben").click()
    expect(chips).to_be_hidden()
    expect(stand(seite)).to_be_focused()
    assert seite.url.endswith("massnahmen/")


def test_combination_without_hits_offers_to_drop_the_last_choice(
    seite: Page, massnahmen: list[Massnahme]
) -> None:
    pflicht, aufwand = next(
        (lage, stufe)
        for lage in ("ja", "teilweise", "nein")
        for stufe in ("gering", "mittel", "hoch")
        if not [m for m in massnahmen if m.pflicht.lage == lage and m.aufwand == stufe]
    )
    seite.goto(f"massnahmen/?aufwand={aufwand}&pflicht={pflicht}")
    expect(stand(seite)).to_have_text(f"0 von {len(massnahmen)} Maßnahmen")
    expect(seite.get_by_text("Kein Eintrag passt zu allen")).to_be_visible()
    assert sichtbare_karten(seite) == []
    # What was chosen stays, so that it can be unchosen.
    expect(kasten(seite, "pflicht", pflicht)).to_be_visible()
    seite.get_by_role("button", name=f"„Pflicht: {pflicht}“ weglassen").click()
    soll = [m.kennung for m in massnahmen if m.aufwand == aufwand]
    expect(stand(seite)).to_have_text(f"{len(soll)} von {len(massnahmen)} Maßnahmen")
    expect(seite.get_by_text("Kein Eintrag passt zu allen")).to_be_hidden()
    assert sichtbare_karten(seite) == soll


def test_keyboard_alone_is_enough(seite: Page, massnahmen: list[Massnahme]) -> None:
    seite.goto("massnahmen/")
    expect(kasten(seite, "aufwand", "gering")).to_be_attached()
    seite.locator("[data-facette=aufwand] > summary").focus()
    seite.keyboard.press("Tab")
    expect(kasten(seite, "aufwand", "gering")).to_be_focused()
    seite.keyboard.press("Space")
    soll = [m for m in massnahmen if m.aufwand == "gering"]
    expect(stand(seite)).to_have_text(f"{len(soll)} von {len(massnahmen)} Maßnahmen")
    expect(kasten(seite, "aufwand", "gering")).to_be_focused()
    seite.locator("[data-facette=rechtsform] > summary").focus()
    seite.keyboard.press("Enter")
    expect(seite.locator("[data-facette=rechtsform] input").first).to_be_visible()
    # Nothing hidden is met on the way out of the facets.
    for _ in range(12):
        seite.keyboard.press("Tab")
        assert seite.evaluate("document.activeElement.checkVisibility()")


def test_screen_readers_hear_one_result_for_quick_choices(seite: Page) -> None:
    seite.goto("massnahmen/")
    meldung = stand(seite)
    expect(seite.get_by_label("Sortieren nach")).to_be_enabled()
    seite.evaluate(
        """() => {
          window.gesagt = [];
          const stand = document.querySelector('.lb-auswahl [role=status]');
          const notiere = () => gesagt.push(stand.textContent);
          new MutationObserver(notiere).observe(stand, {childList: true});
          for (const wert of ['gering', 'mittel', 'hoch']) {
            document.querySelector(`[data-facette=aufwand] [data-wert=${wert}] input`).click();
          }
          document.querySelector('[data-facette=pflicht] [data-wert=ja] input').click();
        }"""
    )
    expect(meldung).to_have_text(re.compile(r"^3 von"))
    seite.wait_for_timeout(600)
    assert len(seite.evaluate("gesagt")) == 1


def test_phone_opens_the_facets(seite: Page, massnahmen: list[Massnahme]) -> None:
    seite.set_viewport_size({"width": 320, "height": 740})
    seite.goto("massnahmen/")
    expect(kasten(seite, "aufwand", "gering")).to_be_hidden()
    seite.get_by_text("Nach Merkmalen eingrenzen").click()
    kasten(seite, "aufwand", "gering").check()
    soll = sum(m.aufwand == "gering" for m in massnahmen)
    expect(stand(seite)).to_have_text(f"{soll} von {len(massnahmen)} Maßnahmen")
    assert seite.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_prepared_page_leads_to_the_combination(seite: Page) -> None:
    seite.goto("massnahmen/rolle/it/")
    seite.get_by_role("link", name="Mit weiteren Merkmalen verbinden").click()
    seite.wait_for_url("**/massnahmen/?rolle=it#eingrenzen")
    expect(kasten(seite, "rolle", "it")).to_be_checked()


def test_glossary_is_narrowed_down_in_its_groups(seite: Page, website: Website) -> None:
    begriffe = website.daten.bibliotheken["de"].glossar
    soll = [k.titel for k in begriffe if k.titel.startswith("Z")]
    seite.goto("glossar/?buchstabe=z")
    expect(stand(seite)).to_have_text(f"{len(soll)} von {len(begriffe)} Begriffen")
    expect(seite.locator(".lb-buchstabe:visible")).to_have_count(1)
    expect(seite.locator(".lb-register li:visible")).to_have_count(1)
    expect(seite.locator(".lb-eintrag:visible")).to_have_count(len(soll))
    # A link to an entry that is hidden lifts the choice.
    anderer = next(k.id for k in begriffe if not k.titel.startswith("Z"))
    seite.evaluate(f"location.hash = '#{anderer}'")
    expect(seite.locator(f"#{anderer}")).to_be_visible()
    expect(seite.locator(".lb-eintrag:visible")).to_have_count(len(begriffe))


def test_links_and_templates_are_narrowed_down(seite: Page, website: Website) -> None:
    katalog = website.daten.ladung.katalog
    seite.goto("links/?kategorie=datenschutz")
    soll = sum(link.kategorie == "datenschutz" for link in katalog.links.values())
    expect(stand(seite)).to_have_text(f"{soll} von {len(katalog.links)} Links")
    expect(seite.locator(".lb-auswahl .lb-liste > li:visible")).to_have_count(soll)
    expect(seite.locator(".lb-auswahl section:visible h2")).to_have_text(["Datenschutz"])
    seite.goto("vorlagen/?format=xlsx")
    soll = sum("xlsx" in vorlage.formate for vorlage in katalog.vorlagen.values())
    expect(seite.locator(".lb-auswahl tbody tr:visible")).to_have_count(soll)
    seite.get_by_role("button", name="Karten").click()
    expect(seite.locator(".lb-auswahl .lb-karte:visible")).to_have_count(soll)


def test_english_site_speaks_english(seite: Page, massnahmen: list[Massnahme]) -> None:
    seite.goto("en/massnahmen/?aufwand=gering")
    soll = sum(m.aufwand == "gering" for m in massnahmen)
    expect(stand(seite)).to_have_text(f"{soll} of {len(massnahmen)} measures")
    expect(seite.get_by_role("button", name="Remove Effort: low")).to_be_visible()


def test_overview_leads_to_each_measure(seite: Page, massnahmen: list[Massnahme]) -> None:
    seite.set_viewport_size({"width": 320, "height": 740})
    seite.goto("massnahmen/")
    marken = seite.locator(".lb-raster__marke")
    assert sorted(marken.locator("text").all_text_contents()) == [m.kennung for m in massnahmen]
    for marke in marken.all():
        kasten_ = marke.bounding_box()
        assert kasten_ is not None
        assert min(kasten_["width"], kasten_["height"]) >= 24
    # The same is in the table.
    seite.get_by_text("Abbildung als Tabelle").click()
    tabelle = seite.get_by_role("region", name="Abbildung als Tabelle")
    for m in massnahmen:
        expect(tabelle.get_by_role("link", name=m.titel)).to_be_visible()
    marken.first.focus()
    seite.keyboard.press("Enter")
    expect(seite.locator("#schritte")).to_be_visible()
