"""Parts of the search as tests address them."""

from __future__ import annotations

from collections.abc import Sequence

from playwright.sync_api import Locator, Page, expect

from tests.search.gold import Antwort, guete

# What both searches reach on the gold queries; the aims are 0.95, 0.85, 0.02 and 0.9.
RECALL5, MRR, LEER, TIPPFEHLER = 0.97, 0.87, 0.01, 0.95
JE_SPRACHE = 0.95

# Stands for the index where a test is about what the interface does with an answer.
LOGIK = """
export const bereiteVor = async () => {};
export const ladeFacetten = async () => {};
export const naechste = async () => ({begriffe: [], massnahmen: []});
export const suche = async () => (ANTWORT);
"""


def erwarte_guete(antworten: Sequence[Antwort]) -> None:
    """Fail if the gold queries do not find their pages: all, mistyped ones, each language."""
    werte = guete(antworten)
    verfehlt = [a.anfrage.frage for a in antworten if not 0 < a.rang <= 5]
    assert werte.recall5 >= RECALL5, verfehlt
    assert werte.mrr >= MRR
    assert werte.leer <= LEER, [a.anfrage.frage for a in antworten if not a.urls]
    tippfehler = [a for a in antworten if a.anfrage.gruppe == "tippfehler"]
    assert guete(tippfehler).recall5 >= TIPPFEHLER
    for sprache in ("de", "en"):
        in_sprache = [a for a in antworten if a.anfrage.sprache == sprache]
        assert guete(in_sprache).recall5 >= JE_SPRACHE, sprache


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
