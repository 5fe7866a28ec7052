"""Runs queries in Chromium against one of the searches; a fresh browser profile for each run."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

from tests.search.gold import Anfrage, Antwort, als_seiten
from tests.search.server import Zaehler

TREFFER = 10
_SKRIPT = Path(__file__).with_name("suchen.js").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Suche:
    """One of the compared searches: its function in the browser and where its parts lie.

    `wurzel` is an address below that of the server; of the offline edition, a file: address.
    """

    name: str
    funktion: str
    wurzel: str = ""
    worker: str = ""


@dataclass(frozen=True)
class Verbrauch:
    """Bytes up to the first result, and of a later search with other words."""

    erste: float
    spaetere: float
    spaetere_p95: float


def oeffne(kontext: BrowserContext, adresse: str, sprache: str, suche: Suche) -> Page:
    """Open a page that loads nothing of a search by itself, from which the searches are called."""
    seite = kontext.new_page()
    pfad = "" if sprache == "de" else f"{sprache}/"
    ziel = f"{adresse}site/{pfad}impressum/"
    if suche.funktion == "offline":
        ziel = f"{suche.wurzel}{pfad}impressum/index.html"
    seite.goto(ziel, wait_until="networkidle")
    seite.evaluate(
        "([w, r, s, l, a]) => Object.assign(window, "
        "{ wurzel: w, relativ: r, stock: s, lunr: l, lunrWorker: a })",
        [
            f"{adresse}site/",
            "../" if sprache == "de" else "../../",
            f"{adresse}{suche.wurzel}",
            f"{adresse}{suche.wurzel}{sprache}/",
            f"{adresse}{suche.wurzel}{sprache}/{suche.worker}",
        ],
    )
    seite.evaluate(_SKRIPT)
    return seite


def frage(seite: Page, suche: Suche, text: str, anzahl: int = TREFFER) -> dict[str, Any]:
    """Ask one query."""
    ausdruck = f"([frage, anzahl]) => window.pruefsuche.{suche.funktion}(frage, anzahl)"
    ergebnis: dict[str, Any] = seite.evaluate(ausdruck, [text, anzahl])
    return ergebnis


def beantworte(
    browser: Browser, adresse: str, suche: Suche, anfragen: Iterable[Anfrage]
) -> list[Antwort]:
    """Ask every query, each language in one session."""
    antworten = []
    liste = list(anfragen)
    for sprache in sorted({a.sprache for a in liste}):
        kontext = browser.new_context(locale=f"{sprache}-DE")
        seite = oeffne(kontext, adresse, sprache, suche)
        for anfrage in (a for a in liste if a.sprache == sprache):
            roh = frage(seite, suche, anfrage.frage)
            urls = als_seiten(roh["urls"], _wurzel(suche, sprache))
            antworten.append(Antwort(anfrage, urls, float(roh["zeit"])))
        kontext.close()
    return antworten


def _wurzel(suche: Suche, sprache: str) -> str:
    pfad = "" if sprache == "de" else f"{sprache}/"
    return {
        "eigene": f"/site/{pfad}",
        "offline": f"{suche.wurzel}{pfad}",
        "pagefind": f"/{pfad}",
        "lunr": "",
    }[suche.funktion]


def miss_verbrauch(
    browser: Browser, adresse: str, zaehler: Zaehler, suche: Suche, fragen: list[str]
) -> Verbrauch:
    """Measure transferred bytes: each query first in a fresh profile, then after the others."""
    erste = []
    for text in fragen:
        kontext = browser.new_context()
        seite = oeffne(kontext, adresse, "de", suche)
        zaehler.null()
        frage(seite, suche, text, 5)
        erste.append(zaehler.bytes)
        kontext.close()
    kontext = browser.new_context()
    seite = oeffne(kontext, adresse, "de", suche)
    spaetere = []
    for text in fragen:
        zaehler.null()
        frage(seite, suche, text, 5)
        spaetere.append(zaehler.bytes)
    kontext.close()
    spaetere = sorted(spaetere[1:])
    return Verbrauch(median(erste), median(spaetere), spaetere[int(len(spaetere) * 0.95)])
