"""Short addresses such as `m07/`: what print and QR codes name instead of long ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin

from leitfaden.model.felder import Datensatz
from leitfaden.model.katalog import Katalog
from leitfaden.views.bibliothek import SEITENTYPEN, Bibliothek
from leitfaden.views.karte import Karte


@dataclass(frozen=True, slots=True)
class Kurzadresse:
    """A short address and the page it leads to.

    `pfad` and `kanonisch` count from the root of the site; `ziel` is the way from one to the
    other page of the same language.
    """

    pfad: str
    ziel: str
    kanonisch: str
    karte: Karte


def kurzpfad(kennung: str, sprache: str = "de") -> str:
    """Return the short address of a code below the root of the site; empty without a code.

    Lower case, as one would type it: `m07/`, in English `en/m07/`.
    """
    if not kennung:
        return ""
    return f"{kennung.lower()}/" if sprache == "de" else f"{sprache}/{kennung.lower()}/"


def kurze_adresse(adresse: str, kennung: str, sprache: str = "de") -> str:
    """Return the whole short address, for QR codes and links; `adresse` is that of the site."""
    return urljoin(adresse, kurzpfad(kennung, sprache))


def gedruckt(adresse: str) -> str:
    """Return an address as one prints it: without https:// and without a slash at the end."""
    return adresse.removeprefix("https://").removeprefix("http://").rstrip("/")


def kurzadressen(bib: Bibliothek) -> Iterator[Kurzadresse]:
    """Yield the short address of every visible record that has a code and a page."""
    for typ in SEITENTYPEN:
        for satz_id in bib.katalog.von(typ):
            karte = bib.karte(typ, satz_id)
            if not karte.kennung:
                continue
            # A page that repeats the German text stands for the German one.
            wurzel = "" if karte.sprache == "de" else f"{karte.sprache}/"
            pfad = kurzpfad(karte.kennung, bib.sprache)
            yield Kurzadresse(pfad, f"../{karte.url}", f"{wurzel}{karte.url}", karte)


def belegte_adressen(katalog: Katalog) -> dict[str, Datensatz]:
    """Return what short addresses no hand-written page may have, with their records."""
    saetze = (satz for typ in SEITENTYPEN for satz in katalog.von(typ).values())
    codes = ((str(getattr(satz, "kennung", "")), satz) for satz in saetze)
    return {kurzpfad(kennung): satz for kennung, satz in codes if kennung}
