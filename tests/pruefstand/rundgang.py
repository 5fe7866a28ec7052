"""A tour of all pages of a built site in two browsers; notes everything the gates want to know.

Every page is opened once and looked at in both colour schemes and two widths. In the first scheme
all rules of axe run. In the second only those about colours can come to another result, if the
layout is the same to the last attribute (`abdruck` in messen.js). If it is not the same, all of
them run again. The rules about colours run wherever a page shows a combination of colours and
size, or of a link and the text around it, they have not judged yet (`farbpaare`); our own
measurement of contrast looks at every text of every state. In the same way the slow rule for the
size of targets runs wherever targets that are small or overlap are arranged as it has not seen yet
(`zielarten`).
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, sync_playwright

from tests.browser_bereitstellen import finde_chromium
from tests.pruefstand import axe
from tests.pruefstand.server import gepackt

BREITEN = (1280, 320)
FARBEN = (("light", "hell"), ("dark", "dunkel"))
# Tests may run as root, where Chromium wants no sandbox; only our own pages are opened.
SCHALTER = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
MESSEN = (Path(__file__).with_name("messen.js")).read_text(encoding="utf-8")
ARTEN = (
    "axe",
    "kontrast",
    "ziele",
    "ueberlauf",
    "textabstand",
    "regelverstoss",
    "konsole",
    "fremd",
    "gespeichert",
)
# Pictures of the content are not counted: what they weigh, editors decide.
_BILDER = (".png", ".jpg", ".jpeg", ".webp", ".avif")
_WAECHTER = """(() => {
  window.lbVerstoesse = [];
  document.addEventListener("securitypolicyviolation", (e) =>
    window.lbVerstoesse.push(`${e.violatedDirective}: ${e.blockedURI} ${e.sourceFile}`));
})()"""


@dataclass
class Seitenbefund:
    """What was seen on one page."""

    pfad: str
    maengel: dict[str, list[str]] = field(default_factory=lambda: {art: [] for art in ARTEN})
    adressen: set[str] = field(default_factory=set)
    verschoben: float = 0.0
    regellaeufe: int = 0

    def notiere(self, art: str, zeilen: Iterable[str], zustand: str = "") -> None:
        """Add findings, each with the page and the state it was in."""
        wo = f"{self.pfad} [{zustand}] " if zustand else f"{self.pfad} "
        self.maengel[art].extend(wo + zeile for zeile in zeilen)

    def gewicht(self, wurzel: Path, endungen: tuple[str, ...] = ()) -> int:
        """Return the compressed bytes loaded with the page, all or those of some kinds."""
        dateien = {_datei(wurzel, adresse) for adresse in self.adressen}
        return sum(
            len(gepackt(d))
            for d in dateien
            if not d.name.endswith(_BILDER) and (not endungen or d.name.endswith(endungen))
        )


def _datei(wurzel: Path, adresse: str) -> Path:
    datei = wurzel / urlsplit(adresse).path.lstrip("/")
    return datei / "index.html" if datei.is_dir() else datei


def oeffne_kontext(kontext: BrowserContext, mit_axe: bool = True) -> Page:
    """Return a page with all measuring tools; they are not subject to the page's policy."""
    kontext.add_init_script(_WAECHTER)
    kontext.add_init_script(MESSEN)
    if mit_axe:
        kontext.add_init_script(axe.quelltext())
    return kontext.new_page()


def gehe(adresse: str, pfade: Iterable[str], zahl: int = 2) -> list[Seitenbefund]:
    """Visit pages, given by their path below the site; returns the findings in their order."""
    offen: queue.SimpleQueue[str] = queue.SimpleQueue()
    reihe = list(pfade)
    for pfad in reihe:
        offen.put(pfad)
    befunde: dict[str, Seitenbefund] = {}
    # Shared by the browsers: what one has judged, the other need not.
    beurteilt: set[str] = set()
    fehler: list[BaseException] = []

    def arbeite() -> None:
        try:
            with sync_playwright() as spieler:
                _gehe_allein(spieler, adresse, offen, befunde, beurteilt)
        except BaseException as grund:  # shown by the thread that waits
            fehler.append(grund)

    faeden = [threading.Thread(target=arbeite) for _ in range(zahl)]
    for faden in faeden:
        faden.start()
    for faden in faeden:
        faden.join()
    if fehler:
        raise fehler[0]
    return [befunde[pfad] for pfad in reihe]


def _gehe_allein(spieler, adresse, offen, befunde, beurteilt) -> None:  # type: ignore[no-untyped-def]
    browser = spieler.chromium.launch(executable_path=finde_chromium(), args=list(SCHALTER))
    # Colours would be in between for a moment after a change of scheme.
    kontext = browser.new_context(reduced_motion="reduce", locale="de-DE")
    seite = oeffne_kontext(kontext)
    while True:
        try:
            pfad = offen.get_nowait()
        except queue.Empty:
            break
        befunde[pfad] = _besuche(seite, adresse, pfad, beurteilt)
    browser.close()


def _besuche(seite: Page, adresse: str, pfad: str, beurteilt: set[str]) -> Seitenbefund:
    befund = Seitenbefund(pfad)
    fremd: list[str] = []

    def sieh(anfrage: Request) -> None:
        if anfrage.url.startswith(adresse):
            befund.adressen.add(anfrage.url)
        elif not anfrage.url.startswith(("data:", "blob:")):
            fremd.append(anfrage.url)

    def hoer(meldung: object) -> None:
        befund.notiere("konsole", [f"{getattr(meldung, 'text', meldung)}"])

    def hoer_zu(meldung: ConsoleMessage) -> None:
        if meldung.type in ("error", "warning"):
            hoer(meldung)

    lauscher = {"request": sieh, "pageerror": hoer, "console": hoer_zu}
    for ereignis, tut in lauscher.items():
        seite.on(ereignis, tut)
    _sieh_an(seite, adresse, befund, beurteilt)
    for ereignis, tut in lauscher.items():
        seite.remove_listener(ereignis, tut)
    befund.notiere("fremd", fremd)
    return befund


def _sieh_an(seite: Page, adresse: str, befund: Seitenbefund, beurteilt: set[str]) -> None:
    seite.set_viewport_size({"width": BREITEN[0], "height": 900})
    seite.emulate_media(color_scheme="light", reduced_motion="reduce")
    seite.goto(adresse + befund.pfad.removesuffix("index.html"))
    # Modules start after the document is there; wait until the browser has nothing to do.
    seite.evaluate("() => new Promise((weiter) => requestIdleCallback(weiter, { timeout: 500 }))")
    befund.verschoben = float(seite.evaluate("() => lbMessen.verschoben()"))
    for breite in BREITEN:
        _pruefe_breite(seite, breite, befund, beurteilt)
    befund.notiere("regelverstoss", seite.evaluate("() => window.lbVerstoesse"))
    gespeichert = seite.evaluate("() => localStorage.length + sessionStorage.length")
    kekse = [str(k["name"]) for k in seite.context.cookies()]
    befund.notiere("gespeichert", [f"{gespeichert} Einträge"] if gespeichert else [])
    befund.notiere("gespeichert", kekse)


def _pruefe_breite(seite: Page, breite: int, befund: Seitenbefund, beurteilt: set[str]) -> None:
    seite.set_viewport_size({"width": breite, "height": 900})
    abdruck = None
    for farbe, farbname in FARBEN:
        seite.emulate_media(color_scheme=farbe, reduced_motion="reduce")  # type: ignore[arg-type]
        zustand = seite.evaluate("() => lbMessen.zustand()")
        nur_farben = zustand["abdruck"] == abdruck
        befund.regellaeufe += not nur_farben
        abdruck = zustand["abdruck"]
        paare = set(zustand["farbpaare"])
        ziele = set() if nur_farben else set(seite.evaluate("() => lbMessen.zielarten()"))
        maengel = axe.pruefe(seite, nur_farben, not paare <= beurteilt, not ziele <= beurteilt)
        beurteilt |= paare | ziele
        wo = f"{farbname}, {breite}"
        befund.notiere("axe", maengel, wo)
        befund.notiere("kontrast", zustand["kontrast"], wo)
    for art in ("ziele", "ueberlauf", "textabstand"):
        befund.notiere(art, seite.evaluate(f"() => lbMessen.{art}()"), f"{breite}")
