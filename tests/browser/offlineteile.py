"""A browser without a network for the tests of the offline edition."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request

from leitfaden.views.offline import SEITEN

VERSTOSS = """document.addEventListener("securitypolicyviolation", (e) =>
  meldeVerstoss(`${e.violatedDirective} ${e.blockedURI}`))"""


def oeffne_kontext(chromium: Browser, verboten: list[str], **angaben: Any) -> BrowserContext:
    """Open a browser without a network that notes whatever goes wrong."""
    kontext = chromium.new_context(
        viewport={"width": 1280, "height": 900}, locale="de-DE", offline=True, **angaben
    )
    kontext.expose_function("meldeVerstoss", lambda v: verboten.append(f"Regelverstoß: {v}"))
    kontext.add_init_script(VERSTOSS)

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
    kontext = oeffne_kontext(chromium, verboten)
    yield kontext.new_page()
    kontext.close()
    assert verboten == []
