"""A Chromium and a web server for the built library; nothing outside this machine is reached."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    expect,
    sync_playwright,
)

from tests.browser.offlineteile import ordner, seite_offline
from tests.browser_bereitstellen import HILFE, finde_chromium
from tests.pruefstand.rundgang import MESSEN, SCHALTER, Seitenbefund, gehe
from tests.pruefstand.server import serviere
from tests.website import Website

# Fixtures of the tests of the offline edition.
__all__ = ["ordner", "seite_offline"]

# A busy machine takes its time; what never comes true fails all the same.
expect.set_options(timeout=30_000)


@pytest.fixture(scope="session")
def adresse(website: Website) -> Iterator[str]:
    """The address of the built site on a server that sends the shipped headers."""
    with serviere(website.wurzel) as adresse:
        yield adresse


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser all tests share."""
    programm = finde_chromium()
    assert programm is not None, HILFE
    with sync_playwright() as spieler:
        browser = spieler.chromium.launch(executable_path=programm, args=list(SCHALTER))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def rundgang(website: Website, adresse: str) -> list[Seitenbefund]:
    """What was seen on every page; pages that only lead on to another are left out."""
    pfade = [
        pfad
        for pfad, seite in website.seiten.items()
        if not any(a.get("http-equiv") == "refresh" for _, a in seite.attribute)
    ]
    return gehe(adresse, pfade)


_MELDEN = """document.addEventListener("securitypolicyviolation", (e) =>
  meldeVerstoss(`${e.violatedDirective} ${e.blockedURI} ${e.sourceFile}:${e.lineNumber}`))"""


def _ueberwacht(kontext: BrowserContext, adresse: str, verboten: list[str]) -> Page:
    """Open a page on which requests to others, errors and breaches of the policy are noted."""
    kontext.expose_function("meldeVerstoss", lambda v: verboten.append(f"Regelverstoß: {v}"))
    kontext.add_init_script(_MELDEN)
    kontext.add_init_script(MESSEN)
    seite = kontext.new_page()
    seite.on("pageerror", lambda fehler: verboten.append(f"Skriptfehler: {fehler}"))
    seite.on("console", lambda meldung: _hoere(seite, meldung, verboten))
    seite.on(
        "request",
        lambda anfrage: (
            None
            if anfrage.url.startswith((adresse, "data:", "blob:"))
            else verboten.append(f"Anfrage an {anfrage.url}")
        ),
    )
    return seite


def _hoere(seite: Page, meldung: ConsoleMessage, verboten: list[str]) -> None:
    """Note warnings and errors, but for a page that is meant to be missing."""
    gesucht = "404" in meldung.text and meldung.location["url"] == seite.url
    if meldung.type in ("error", "warning") and not gesucht:
        verboten.append(f"Konsole: {meldung.text}")


@pytest.fixture(params=["hell", "dunkel"])
def farbschema(request: pytest.FixtureRequest) -> str:
    """Both colour schemes, in turn."""
    return "dark" if request.param == "dunkel" else "light"


@pytest.fixture
def seite(chromium: Browser, adresse: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A fresh page of a desktop browser with JavaScript."""
    gestoert = request.node.get_closest_marker("stoerung") is not None
    yield from _frisch(chromium, adresse, java_script=True, gestoert=gestoert)


@pytest.fixture
def seite_ohne_js(chromium: Browser, adresse: str) -> Iterator[Page]:
    """A fresh page of a desktop browser without JavaScript."""
    yield from _frisch(chromium, adresse, java_script=False)


def _frisch(
    chromium: Browser, adresse: str, java_script: bool, gestoert: bool = False
) -> Iterator[Page]:
    verboten: list[str] = []
    kontext = chromium.new_context(
        base_url=adresse,
        java_script_enabled=java_script,
        viewport={"width": 1280, "height": 900},
        locale="de-DE",
    )
    yield _ueberwacht(kontext, adresse, verboten)
    kekse = kontext.cookies()
    kontext.close()
    if gestoert:
        # What the test itself keeps from loading, the browser reports.
        verboten = [zeile for zeile in verboten if "net::ERR_FAILED" not in zeile]
    assert verboten == []
    assert kekse == []
