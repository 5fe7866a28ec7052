"""Parts of a list that can be narrowed down, as tests address them."""

from __future__ import annotations

from playwright.sync_api import Locator, Page


def sichtbare_karten(seite: Page) -> list[str]:
    """Kennungen of the cards one can see, in their order."""
    karten = seite.locator(".lb-auswahl .lb-karte:visible .lb-marke")
    return [text.strip() for text in karten.all_inner_texts()]


def kasten(seite: Page, facette: str, wert: str) -> Locator:
    return seite.locator(f"[data-facette={facette}] [data-wert={wert}] input")


def zahl(seite: Page, facette: str, wert: str) -> Locator:
    return seite.locator(f"[data-facette={facette}] [data-wert={wert}] .lb-facette__zahl")


def stand(seite: Page) -> Locator:
    return seite.locator(".lb-auswahl").get_by_role("status")
