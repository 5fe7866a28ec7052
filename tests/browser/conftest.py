"""A Chromium and a web server for the built library; nothing outside this machine is reached."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser_bereitstellen import HILFE, finde_chromium
from tests.website import Website


class _Leise(SimpleHTTPRequestHandler):
    """Serves files and the error page, without a log."""

    def log_message(self, format: str, *args: object) -> None:
        pass

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != 404:
            super().send_error(code, message, explain)
            return
        inhalt = (Website.letzte_wurzel / "404.html").read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(inhalt)))
        self.end_headers()
        self.wfile.write(inhalt)


@pytest.fixture(scope="session")
def adresse(website: Website) -> Iterator[str]:
    """The address of the built site on a free port."""
    Website.letzte_wurzel = website.wurzel
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Leise, directory=str(website.wurzel)))
    faden = threading.Thread(target=server.serve_forever, daemon=True)
    faden.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    faden.join()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser all tests share."""
    programm = finde_chromium()
    assert programm is not None, HILFE
    # Without the sandbox, because tests may run as root; only our own pages are opened.
    schalter = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as spieler:
        browser = spieler.chromium.launch(executable_path=programm, args=schalter)
        yield browser
        browser.close()


def _ueberwacht(kontext: BrowserContext, adresse: str, verboten: list[str]) -> Page:
    """Open a page on which every request to others and every script error is noted."""
    seite = kontext.new_page()
    seite.on("pageerror", lambda fehler: verboten.append(f"Skriptfehler: {fehler}"))
    seite.on(
        "request",
        lambda anfrage: (
            None
            if anfrage.url.startswith((adresse, "data:", "blob:"))
            else verboten.append(f"Anfrage an {anfrage.url}")
        ),
    )
    return seite


@pytest.fixture(params=["hell", "dunkel"])
def farbschema(request: pytest.FixtureRequest) -> str:
    """Both colour schemes, in turn."""
    return "dark" if request.param == "dunkel" else "light"


@pytest.fixture
def seite(chromium: Browser, adresse: str) -> Iterator[Page]:
    """A fresh page of a desktop browser with JavaScript."""
    yield from _frisch(chromium, adresse, java_script=True)


@pytest.fixture
def seite_ohne_js(chromium: Browser, adresse: str) -> Iterator[Page]:
    """A fresh page of a desktop browser without JavaScript."""
    yield from _frisch(chromium, adresse, java_script=False)


def _frisch(chromium: Browser, adresse: str, java_script: bool) -> Iterator[Page]:
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
    assert verboten == []
    assert kekse == []
