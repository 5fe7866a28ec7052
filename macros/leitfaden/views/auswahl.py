"""Lists readers can narrow down: their facets with counts, orders, prepared pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from leitfaden.model.felder import Aufwand, Horizont
from leitfaden.model.typen import TYP_VON_NAME
from leitfaden.texts import Texte
from leitfaden.views.bibliothek import SEITENTYPEN, Bibliothek, alphabetisch
from leitfaden.views.karte import Karte
from leitfaden.views.merkmale import MERKMALE, Merkmal

# How many cards one page of a long list shows.
LISTENLAENGE = 50
# Records whose facets one file of the index holds (a multiple of 8), and whose texts one holds.
SCHEIBE = 2000
BLOCK = 100
# Only lists that may hold thousands come in pages; scripts then read their facets from files.
GEBLAETTERT = frozenset({"praxisbeispiel"})


@dataclass(frozen=True, slots=True)
class Wert:
    """A value of a facet: where its page is and which records bear it, by place in the list."""

    code: str
    titel: str
    sprache: str
    kennung: str
    url: str
    treffer: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Facette:
    """A facet with all its values, also those no record bears."""

    name: str
    titel: str
    werte: tuple[Wert, ...]
    sprachgebunden: bool = False

    @property
    def mit_treffern(self) -> tuple[Wert, ...]:
        """Values some record bears."""
        return tuple(w for w in self.werte if w.treffer)

    @property
    def ohne_treffer(self) -> tuple[Wert, ...]:
        """Values no record bears."""
        return tuple(w for w in self.werte if not w.treffer)


@dataclass(frozen=True, slots=True)
class Sortierung:
    """An order of the list: the places of its records; empty for the order the list is in."""

    name: str
    titel: str
    folge: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Auswahl:
    """A list of records of one type with everything it can be narrowed down and ordered by."""

    typ: str
    bereich: str
    titel: str
    karten: tuple[Karte, ...]
    facetten: tuple[Facette, ...]
    sortierungen: tuple[Sortierung, ...]
    ansichten: tuple[str, ...]
    tabelle_url: str

    @property
    def ist_lang(self) -> bool:
        """True if the list does not fit on one page."""
        return self.typ in GEBLAETTERT and len(self.karten) > LISTENLAENGE

    @property
    def indexmass(self) -> tuple[int, int]:
        """Records a file of the index holds: of facets, of texts."""
        return SCHEIBE, BLOCK


@dataclass(frozen=True, slots=True)
class Facettenseite:
    """What a prepared page shows of a list: the records with a value, or all in a table."""

    auswahl: Auswahl
    facette: Facette | None
    wert: Wert | None
    url: str
    titel: str
    karten: tuple[Karte, ...]

    @property
    def hat_feed(self) -> bool:
        """True if a feed tells what is new: the records have pages, dates and a value in common."""
        return self.wert is not None and self.auswahl.typ in SEITENTYPEN

    @property
    def gegenstueck(self) -> str:
        """Address to read on at in another language: the whole list if no page corresponds."""
        if self.facette is not None and self.facette.sprachgebunden:
            return f"{self.auswahl.bereich}/"
        return self.url


# How each list may be shown; the first is what the page shows before anybody chooses.
ANSICHTEN: Mapping[str, tuple[str, ...]] = {
    "massnahme": ("karten", "tabelle"),
    "praxisbeispiel": ("karten", "tabelle"),
    "vorlage": ("tabelle", "karten"),
    "link": ("liste",),
    "glossareintrag": ("liste",),
}
BEREICHE: Mapping[str, str] = {TYP_VON_NAME[typ].mehrzahl: typ for typ in ANSICHTEN}


def _stufe(feld: str, stufen: Sequence[str]) -> Callable[[Karte], int]:
    return lambda karte: stufen.index(getattr(karte.satz, feld))


def _neueste(karte: Karte) -> int:
    satz: Any = karte.satz
    return -int(satz.stand.toordinal())


def _nach_titel(karte: Karte) -> str:
    return alphabetisch(karte.titel)


# The first order is the one the list comes in.
_ORDNUNGEN: Mapping[str, tuple[tuple[str, Callable[[Karte], Any] | None], ...]] = {
    "massnahme": (
        ("kennung", None),
        ("titel", _nach_titel),
        ("aufwand", _stufe("aufwand", list(Aufwand))),
        ("horizont", _stufe("horizont", list(Horizont))),
        ("stand", _neueste),
    ),
    "praxisbeispiel": (("stand", None), ("titel", _nach_titel)),
    "vorlage": (("kennung", None), ("titel", _nach_titel), ("stand", _neueste)),
}


def _liste(bib: Bibliothek, typ: str) -> tuple[Karte, ...]:
    if typ == "link":
        return tuple(k for karten in bib.links_nach_kategorie.values() for k in karten)
    listen: Mapping[str, Callable[[], tuple[Karte, ...]]] = {
        "massnahme": lambda: bib.massnahmen,
        "praxisbeispiel": lambda: bib.praxisbeispiele,
        "vorlage": lambda: bib.vorlagen,
        "glossareintrag": lambda: bib.glossar,
    }
    return listen[typ]()


def _facette(bib: Bibliothek, bereich: str, merkmal: Merkmal, karten: Sequence[Karte]) -> Facette:
    treffer: dict[str, list[int]] = defaultdict(list)
    codes_von = merkmal.von(bib)
    for stelle, karte in enumerate(karten):
        for code in dict.fromkeys(codes_von(karte)):
            treffer[code].append(stelle)
    werte = tuple(
        Wert(
            code=w.code,
            titel=w.titel,
            sprache=w.sprache,
            kennung=w.kennung,
            url=facettenadresse(bereich, merkmal.name, w.code),
            treffer=tuple(treffer.get(w.code, ())),
        )
        for w in merkmal.werte(bib)
    )
    titel = bib.texte[f"auswahl.merkmal.{merkmal.name}"]
    return Facette(merkmal.name, titel, werte, merkmal.sprachgebunden)


def _sortierungen(texte: Texte, typ: str, karten: Sequence[Karte]) -> Iterator[Sortierung]:
    for name, schluessel in _ORDNUNGEN.get(typ, ()):
        folge: tuple[int, ...] = ()
        if schluessel is not None:
            werte = [schluessel(karte) for karte in karten]
            folge = tuple(sorted(range(len(karten)), key=werte.__getitem__))
        yield Sortierung(name, texte[f"auswahl.nach.{name}"], folge)


def facettenadresse(bereich: str, name: str, code: str) -> str:
    """Return the address of the prepared page of a value.

    It has one part more than that of a record, so that no id can ever collide with it.
    """
    return f"{bereich}/{name}/{code}/"


def auswahl(bib: Bibliothek, typ: str) -> Auswahl:
    """Return the list of a type with its facets; it is made once for a library."""
    return bib.einmal(f"auswahl.{typ}", lambda: _baue_auswahl(bib, typ))


def _baue_auswahl(bib: Bibliothek, typ: str) -> Auswahl:
    bereich = TYP_VON_NAME[typ].mehrzahl
    karten = _liste(bib, typ)
    facetten = (_facette(bib, bereich, m, karten) for m in MERKMALE[typ])
    return Auswahl(
        typ=typ,
        bereich=bereich,
        titel=bib.texte[f"nav.{bereich}"],
        karten=karten,
        facetten=tuple(f for f in facetten if f.mit_treffern),
        sortierungen=tuple(_sortierungen(bib.texte, typ, karten)),
        ansichten=ANSICHTEN[typ],
        tabelle_url=facettenadresse(bereich, "ansicht", "tabelle") if typ == "massnahme" else "",
    )


def facettenseiten(bib: Bibliothek) -> Iterator[Facettenseite]:
    """Yield every prepared page: one for each value some record bears, and the tables."""
    for typ in ANSICHTEN:
        liste = auswahl(bib, typ)
        if liste.tabelle_url and liste.karten:
            titel = bib.texte["liste.vergleich"]
            yield Facettenseite(liste, None, None, liste.tabelle_url, titel, liste.karten)
        for facette in liste.facetten:
            for wert in facette.mit_treffern:
                titel = bib.texte.mit(
                    "auswahl.seite",
                    bereich=liste.titel,
                    merkmal=facette.titel,
                    wert=f"{wert.kennung} {wert.titel}".strip(),
                )
                karten = tuple(liste.karten[n] for n in wert.treffer)
                yield Facettenseite(liste, facette, wert, wert.url, titel, karten)
