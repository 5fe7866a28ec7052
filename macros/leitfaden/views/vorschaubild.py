"""Pictures that stand for a page where its address is shared: which there are, what they show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from leitfaden.model.felder import Farbe, Symbol
from leitfaden.model.handlungsfeld import Handlungsfeld
from leitfaden.model.typen import TYP_VON_NAME
from leitfaden.texts import texte_von
from leitfaden.views.bibliothek import Bibliothek
from leitfaden.views.karte import Karte
from leitfaden.views.seitenplan import Seite

ORDNER = "vorschaubilder"
# There are few of these; all other records share the picture of their type.
EIGENE_BILDER = ("handlungsfeld", "massnahme", "szenario")
GEMEINSAME_BILDER = ("kapitel", "praxisbeispiel", "vorlage")


@dataclass(frozen=True, slots=True)
class Vorschaubild:
    """A picture: `pfad` below the root of the site, and what is drawn."""

    pfad: str
    titel: str
    art: str
    kennung: str
    website: str
    untertitel: str
    farbe: Farbe | None
    symbol: Symbol | None

    @property
    def beschreibung(self) -> str:
        """What the picture says, in words."""
        teile = (self.website, self.art, f"{self.kennung} {self.titel}".strip())
        return " – ".join(dict.fromkeys(teil for teil in teile if teil))


def bild_der_seite(bib: Bibliothek, seite: Seite) -> Vorschaubild:
    """Return the picture of a page."""
    karte = seite.karte
    if karte is None or seite.art == "liste":
        return _gemeinsam(bib, "kapitel")
    return _eigenes(bib, karte) if karte.typ in EIGENE_BILDER else _gemeinsam(bib, karte.typ)


def alle_bilder(bib: Bibliothek) -> Iterator[Vorschaubild]:
    """Yield every picture of a language; pages without translation use the German one."""
    for typ in GEMEINSAME_BILDER:
        yield _gemeinsam(bib, typ)
    for typ in EIGENE_BILDER:
        for satz_id in bib.katalog.von(typ):
            karte = bib.karte(typ, satz_id)
            if karte.sprache == bib.sprache:
                yield _eigenes(bib, karte)


def _eigenes(bib: Bibliothek, karte: Karte) -> Vorschaubild:
    satz = karte.satz
    feld = satz if isinstance(satz, Handlungsfeld) else karte.feld
    texte = texte_von(karte.sprache)
    return Vorschaubild(
        pfad=f"{ORDNER}/{karte.sprache}/{TYP_VON_NAME[karte.typ].mehrzahl}/{karte.id}.png",
        titel=karte.titel,
        art=feld.titel if feld is not None and feld is not satz else texte[f"typ.{karte.typ}"],
        kennung=karte.kennung,
        website=texte["name"],
        untertitel=texte["untertitel"],
        farbe=feld.farbe if feld is not None else None,
        symbol=feld.symbol if feld is not None else None,
    )


def _gemeinsam(bib: Bibliothek, typ: str) -> Vorschaubild:
    texte = bib.texte
    mehrzahl = TYP_VON_NAME[typ].mehrzahl if typ in TYP_VON_NAME else ""
    return Vorschaubild(
        pfad=f"{ORDNER}/{bib.sprache}/{mehrzahl or typ}.png",
        titel=texte[f"nav.{mehrzahl}"] if mehrzahl else texte["untertitel"],
        art="",
        kennung="",
        website=texte["name"],
        untertitel=texte["untertitel"] if mehrzahl else "",
        farbe=None,
        symbol=None,
    )
