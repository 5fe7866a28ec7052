"""What several tests do with a page."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect


def oeffne_suche(seite: Page) -> Locator:
    """Open the search by its keys, as soon as its script listens; returns the dialog."""
    dialog = seite.get_by_role("dialog").locator("visible=true")
    for _ in range(50):
        seite.keyboard.press("Control+k")
        if dialog.count():
            break
        seite.wait_for_timeout(100)
    expect(dialog).to_be_visible()
    return dialog
