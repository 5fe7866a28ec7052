"""Compares our search with others on the gold set: `python -m tests.search.auswertung`."""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from zipfile import ZipFile

from playwright.sync_api import Browser, sync_playwright

from leitfaden.engines.bauen import baue
from leitfaden.views.offline import ORDNER, PFAD, SEITEN
from tests.browser_bereitstellen import HILFE, finde_chromium
from tests.search.gegner import baue_lunr, baue_pagefind
from tests.search.gold import GOLD, Antwort, guete, lies_gold
from tests.search.lauf import Suche, Verbrauch, beantworte, miss_verbrauch
from tests.search.server import bediene

PROJEKT = Path(__file__).resolve().parents[2]
# Seed of the split into the half for tuning and the half only looked at.
SAAT = 7
_MESSFRAGEN = 25


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the browser all searches share."""
    programm = finde_chromium()
    if programm is None:
        raise SystemExit(HILFE)
    schalter = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as spieler:
        browser = spieler.chromium.launch(executable_path=programm, args=schalter)
        yield browser
        browser.close()


def richte_ein(wurzel: Path, site: Path) -> list[Suche]:
    """Put the site and the other searches below one folder."""
    (wurzel / "site").symlink_to(site.resolve(), target_is_directory=True)
    baue_pagefind(site, wurzel / "stock")
    worker = baue_lunr(site, wurzel / "lunr")
    with ZipFile(site / PFAD) as archiv:
        archiv.extractall(wurzel / "offline")
    offline = (wurzel / "offline" / ORDNER / SEITEN).resolve().as_uri()
    return [
        Suche("unsere", "eigene"),
        Suche("offline", "offline", f"{offline}/"),
        Suche("Pagefind", "pagefind", "stock/"),
        Suche("lunr", "lunr", "lunr/", worker),
    ]


def drucke_zeile(name: str, antworten: Sequence[Antwort]) -> None:
    """Print the figures of a set of answers."""
    g = guete(antworten)
    zeiten = [a.millisekunden for a in antworten]
    p95 = quantiles(zeiten, n=20)[-1] if len(zeiten) > 1 else zeiten[0]
    print(
        f"  {name:16}{g.anzahl:4}  {g.recall3:8.3f}  {g.recall5:8.3f}  {g.mrr:5.3f}"
        f"  {100 * g.leer:5.1f} %  {median(zeiten):6.1f}  {p95:6.1f}"
    )


def drucke(suche: Suche, antworten: Sequence[Antwort], verbrauch: Verbrauch | None) -> None:
    """Print everything about one search."""
    print(f"\n{suche.name}")
    print("                     n  recall@3  recall@5    MRR  ohne    ms med  ms p95")
    drucke_zeile("alle", antworten)
    for sprache in sorted({a.anfrage.sprache for a in antworten}):
        drucke_zeile(sprache, [a for a in antworten if a.anfrage.sprache == sprache])
    for gruppe in sorted({a.anfrage.gruppe for a in antworten}):
        drucke_zeile(gruppe, [a for a in antworten if a.anfrage.gruppe == gruppe])
    gemischt = sorted(antworten, key=lambda a: (a.anfrage.sprache, a.anfrage.frage))
    random.Random(SAAT).shuffle(gemischt)
    haelfte = len(gemischt) // 2
    drucke_zeile("Hälfte A", gemischt[:haelfte])
    drucke_zeile("Hälfte B", gemischt[haelfte:])
    if verbrauch is None:
        print("  lädt nichts aus dem Netz")
        return
    print(
        f"  bis zum ersten Ergebnis {verbrauch.erste / 1000:.0f} kB; spätere Suchen: Median "
        f"{verbrauch.spaetere / 1000:.1f} kB, 95 % bis {verbrauch.spaetere_p95 / 1000:.0f} kB"
    )


def main() -> None:
    """Build what is missing, ask every search everything, print the tables."""
    angaben = argparse.ArgumentParser(description=__doc__)
    angaben.add_argument("--site", type=Path, help="fertige Website; sonst wird gebaut")
    angaben.add_argument("--gold", type=Path, default=GOLD, help="andere Datei mit Anfragen")
    angaben.add_argument("--fehlende", action="store_true", help="Anfragen ohne Ziel auf 1 bis 5")
    args = angaben.parse_args()
    anfragen = lies_gold(args.gold)
    with TemporaryDirectory() as ordner, chromium() as browser:
        wurzel = Path(ordner)
        site = args.site or wurzel / "gebaut"
        if args.site is None:
            baue(PROJEKT, site, lambda _: None)
        (wurzel / "vergleich").mkdir()
        suchen = richte_ein(wurzel / "vergleich", site)
        messfragen = [a.frage for a in anfragen if a.sprache == "de" and a.gruppe != "kennung"]
        messfragen = random.Random(SAAT).sample(messfragen, min(_MESSFRAGEN, len(messfragen)))
        with bediene(wurzel / "vergleich") as (adresse, zaehler):
            for suche in suchen:
                antworten = beantworte(browser, adresse, suche, anfragen)
                verbrauch = None
                if suche.funktion != "offline":
                    verbrauch = miss_verbrauch(browser, adresse, zaehler, suche, messfragen)
                drucke(suche, antworten, verbrauch)
                if args.fehlende and suche.funktion in {"eigene", "offline"}:
                    drucke_fehlende(antworten)


def drucke_fehlende(antworten: Sequence[Antwort]) -> None:
    """Print what our search does not find."""
    for antwort in antworten:
        if not 0 < antwort.rang <= 5:
            print(f"  {antwort.anfrage.frage!r}: {', '.join(antwort.urls[:3]) or '–'}")


if __name__ == "__main__":
    main()
