"""Parts of the search as tests address them."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

# Stands for the index where a test is about what the interface does with an answer.
LOGIK = """
export const bereiteVor = async () => {};
export const ladeFacetten = async () => {};
export const naechste = async () => ({begriffe: [], massnahmen: []});
export const suche = async () => (ANTWORT);
"""


def oeffne_dialog(seite: Page, frage: str = "", klicke: Locator | None = None) -> Locator:
    """Open the search by Ctrl+K, or by a click; type a question."""
    dialog = seite.locator("#suchdialog")
    for _ in range(100):
        # The first presses and clicks may come before the page listens.
        if klicke is None:
            seite.keyboard.press("Control+k")
        else:
            klicke.click()
        if dialog.is_visible():
            break
        seite.wait_for_timeout(100)
    expect(dialog).to_be_visible()
    if frage:
        seite.keyboard.type(frage)
    return dialog


def trefferlinks(bereich: Page | Locator) -> Locator:
    return bereich.locator(".lb-fund > a")


def standzeile(bereich: Page | Locator) -> Locator:
    return bereich.locator("[role=status]").first


def stelle_antwort(seite: Page, antwort: str) -> None:
    text = LOGIK.replace("ANTWORT", antwort)
    seite.route(
        "**/such-logik.mjs", lambda weg: weg.fulfill(body=text, content_type="text/javascript")
    )
