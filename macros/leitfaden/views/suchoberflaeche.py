"""What the search interface knows besides the index: groups of results, fields, ways in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from leitfaden.model.betreiber import ist_offen
from leitfaden.model.handlungsfeld import Handlungsfeld
from leitfaden.model.typen import TYP_VON_NAME
from leitfaden.views.bibliothek import Bibliothek
from leitfaden.views.karte import Karte
from leitfaden.views.suchplan import LISTEN

# In the order in which groups without a hit among the best ones follow the others.
SEITENGRUPPEN = ("massnahme", "vorlage", "praxisbeispiel", "szenario", "handlungsfeld")
GRUPPEN = (*SEITENGRUPPEN, *LISTEN, "kapitel")
UEBERSICHTEN = (
    "massnahmen",
    "handlungsfelder",
    "szenarien",
    "praxisbeispiele",
    "vorlagen",
    "glossar",
    "links",
)
_WORTE = "suchseite."


@dataclass(frozen=True, slots=True)
class Treffergruppe:
    """Results of one type: all below `ordner`, an empty one takes what no other group does.

    `typ` is the value of the facet, `deutsch` the one of German pages.
    """

    ordner: str
    name: str
    typ: str
    deutsch: str


@dataclass(frozen=True, slots=True)
class Suchfeld:
    """A Handlungsfeld as results name it; `deutsch` is its name in the German index."""

    titel: str
    deutsch: str
    farbe: str
    symbol: str
    url: str
    sprache: str


@dataclass(frozen=True, slots=True)
class Suchoberflaeche:
    """Everything the scripts of the search show besides results.

    `kontakt` takes proposals of topics; empty if nobody is named yet.
    """

    worte: Mapping[str, str]
    gruppen: tuple[Treffergruppe, ...]
    felder: tuple[Suchfeld, ...]
    lagen: tuple[Karte, ...]
    uebersichten: tuple[tuple[str, str], ...]
    kontakt: str


def suchoberflaeche(bib: Bibliothek, deutsch: Bibliothek) -> Suchoberflaeche:
    """Collect what the search of one language shows; `deutsch` names what is German only."""
    texte = bib.texte
    return Suchoberflaeche(
        worte={
            name.removeprefix(_WORTE): wort
            for name, wort in texte.items()
            if name.startswith(_WORTE)
        },
        gruppen=_gruppen(bib, deutsch),
        felder=tuple(_feld(karte, deutsch) for karte in bib.handlungsfelder),
        lagen=bib.szenarien,
        uebersichten=tuple((texte[f"nav.{name}"], f"{name}/") for name in UEBERSICHTEN),
        kontakt=_kontakt(bib),
    )


def _gruppen(bib: Bibliothek, deutsch: Bibliothek) -> tuple[Treffergruppe, ...]:
    texte, ordner = bib.texte, {typ: TYP_VON_NAME[typ].mehrzahl for typ in SEITENGRUPPEN} | LISTEN
    return tuple(
        Treffergruppe(
            ordner=f"{ordner[typ]}/" if typ in ordner else "",
            name=texte[f"nav.{ordner[typ]}" if typ in ordner else "suchseite.weitere_seiten"],
            typ=texte[f"typ.{typ}"],
            deutsch=deutsch.texte[f"typ.{typ}"],
        )
        for typ in GRUPPEN
    )


def _feld(karte: Karte, deutsch: Bibliothek) -> Suchfeld:
    satz = karte.satz
    if not isinstance(satz, Handlungsfeld):
        raise TypeError(f"{karte.id} is no Handlungsfeld")
    name = deutsch.karte("handlungsfeld", karte.id).titel
    return Suchfeld(karte.titel, name, satz.farbe, satz.symbol, karte.url, karte.sprache)


def _kontakt(bib: Bibliothek) -> str:
    betreiber = bib.katalog.betreiber
    return "" if betreiber is None or ist_offen(betreiber.email) else str(betreiber.email)
