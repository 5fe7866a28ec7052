"""The facets readers choose by: which values each has and which of them a record bears."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from leitfaden.model.felder import (
    Aufwand,
    Beleglage,
    Format,
    Horizont,
    Linkkategorie,
    Linkstatus,
    Paket,
    Pflichtlage,
    Rechtsform,
    Zielgruppe,
)
from leitfaden.views.beziehungen import Umkehrung
from leitfaden.views.bibliothek import Bibliothek, alphabetisch
from leitfaden.views.karte import Karte

SOFORT = ("sofort", "mit-vorbedingung")
PRAXIS = ("vorhanden", "noch-keines")
# Upper ends of the classes of size; one class more is open, one holds the unknown.
VERBUNDGROESSEN = ((3, "bis-3"), (9, "4-bis-9"))
VERBUND_GROSS = "ab-10"
VERBUND_UNBEKANNT = "unbekannt"
BUCHSTABEN = "abcdefghijklmnopqrstuvwxyz"
ANDERE_ZEICHEN = "andere"


@dataclass(frozen=True, slots=True)
class Merkmalswert:
    """A value a facet may have: its code in addresses, its label and the label's language."""

    code: str
    titel: str
    sprache: str
    kennung: str = ""


@dataclass(frozen=True, slots=True)
class Merkmal:
    """A facet: its name in addresses, all its values in order, the codes a record bears.

    `von` gets the codes of a whole library at once, so that relations are looked up only once.
    A facet is `sprachgebunden` if the same value means other records in another language.
    """

    name: str
    werte: Callable[[Bibliothek], Iterable[Merkmalswert]]
    von: Callable[[Bibliothek], Callable[[Karte], Iterable[str]]]
    sprachgebunden: bool = False


def _beschriftet(bib: Bibliothek, liste: str, codes: Iterable[str]) -> list[Merkmalswert]:
    return [Merkmalswert(c, bib.texte.wert(liste, c), bib.sprache) for c in codes]


def _aufzaehlung(name: str, art: type[StrEnum], feld: str = "", liste: str = "") -> Merkmal:
    """A facet whose values are a fixed vocabulary; the field holds one value or several."""
    feld, liste = feld or name, liste or name

    def von(karte: Karte) -> Iterable[str]:
        wert = getattr(karte.satz, feld)
        return (wert.value,) if isinstance(wert, StrEnum) else [w.value for w in wert]

    codes = [wert.value for wert in art]
    return Merkmal(name, lambda bib: _beschriftet(bib, liste, codes), lambda _: von)


def _genannt(
    name: str, codes: Iterable[str], von: Callable[[Bibliothek], Callable[[Karte], Iterable[str]]]
) -> Merkmal:
    """A facet with values of its own, labelled in the words of the interface."""
    return Merkmal(name, lambda bib: _beschriftet(bib, name, codes), von)


def _verweis(name: str, von: Callable[[Bibliothek], Callable[[Karte], Iterable[str]]]) -> Merkmal:
    """A facet whose values are the records of another type, in the order of that type."""

    def werte(bib: Bibliothek) -> Iterable[Merkmalswert]:
        listen: Mapping[str, tuple[Karte, ...]] = {
            "handlungsfeld": bib.handlungsfelder,
            "massnahme": bib.massnahmen,
            "szenario": bib.szenarien,
        }
        return [Merkmalswert(k.id, k.titel, k.sprache, k.kennung) for k in listen[name]]

    return Merkmal(name, werte, von)


def _aus_beziehung(
    umkehrung: Callable[[Bibliothek], Umkehrung],
) -> Callable[[Bibliothek], Callable[[Karte], Iterable[str]]]:
    return lambda bib: lambda karte: umkehrung(bib).get(karte.id, ())


def _aus_feld(feld: str) -> Callable[[Bibliothek], Callable[[Karte], Iterable[str]]]:
    return lambda _: lambda karte: getattr(karte.satz, feld)


def _felder_der_massnahmen(
    massnahmen: Callable[[Bibliothek], Callable[[Karte], Iterable[str]]],
) -> Callable[[Bibliothek], Callable[[Karte], Iterable[str]]]:
    """The fields of action of a record are those of its measures."""

    def von(bib: Bibliothek) -> Callable[[Karte], Iterable[str]]:
        eigene = massnahmen(bib)
        feld_von = {m.id: m.handlungsfeld for m in bib.katalog.massnahmen.values()}
        return lambda karte: dict.fromkeys(feld_von[m] for m in eigene(karte) if m in feld_von)

    return von


def _pflicht(_: Bibliothek) -> Callable[[Karte], Iterable[str]]:
    return lambda karte: (karte.satz.pflicht.lage.value,)  # type: ignore[attr-defined]


def _beginn(_: Bibliothek) -> Callable[[Karte], Iterable[str]]:
    return lambda karte: (SOFORT[0 if getattr(karte.satz, "sofort_moeglich", False) else 1],)


def _praxis(bib: Bibliothek) -> Callable[[Karte], Iterable[str]]:
    von = bib.beziehungen.praxis_von_massnahme
    return lambda karte: (PRAXIS[0 if von.get(karte.id) else 1],)


def verbundgroesse(anzahl: int) -> str:
    """Return the class of size of an example with this many municipalities."""
    if not anzahl:
        return VERBUND_UNBEKANNT
    return next((code for ende, code in VERBUNDGROESSEN if anzahl <= ende), VERBUND_GROSS)


def anfangsbuchstabe(titel: str) -> str:
    """Return the letter a title is filed under, after DIN 5007-1."""
    erster = alphabetisch(titel)[:1]
    return erster if erster and erster in BUCHSTABEN else ANDERE_ZEICHEN


def _buchstaben(bib: Bibliothek) -> Iterable[Merkmalswert]:
    yield from (Merkmalswert(b, b.upper(), bib.sprache) for b in BUCHSTABEN)
    yield Merkmalswert(ANDERE_ZEICHEN, bib.texte["wert.buchstabe.andere"], bib.sprache)


_VON_VORLAGE = _aus_beziehung(lambda bib: bib.beziehungen.massnahmen_von_vorlage)
_GROESSEN = (*(code for _, code in VERBUNDGROESSEN), VERBUND_GROSS, VERBUND_UNBEKANNT)

MERKMALE: Mapping[str, tuple[Merkmal, ...]] = {
    "massnahme": (
        _verweis("handlungsfeld", lambda _: lambda k: (k.satz.handlungsfeld,)),  # type: ignore[attr-defined]
        _aufzaehlung("aufwand", Aufwand),
        _aufzaehlung("horizont", Horizont),
        Merkmal(
            "pflicht",
            lambda bib: _beschriftet(bib, "pflicht", [lage.value for lage in Pflichtlage]),
            _pflicht,
        ),
        _genannt("beginn", SOFORT, _beginn),
        _aufzaehlung("rolle", Zielgruppe, "zielgruppen", "zielgruppe"),
        _genannt("praxisbeispiel", PRAXIS, _praxis),
        _verweis("szenario", _aus_beziehung(lambda bib: bib.beziehungen.szenarien_von_massnahme)),
        _aufzaehlung("rechtsform", Rechtsform, "rechtsformen"),
    ),
    "praxisbeispiel": (
        _verweis("handlungsfeld", _felder_der_massnahmen(_aus_feld("massnahmen"))),
        _verweis("szenario", _aus_feld("szenarien")),
        _genannt(
            "kommunen",
            _GROESSEN,
            lambda _: lambda k: (verbundgroesse(len(k.satz.kommunen)),),  # type: ignore[attr-defined]
        ),
        _aufzaehlung("beleglage", Beleglage),
        _verweis("massnahme", _aus_feld("massnahmen")),
    ),
    "vorlage": (
        _aufzaehlung("format", Format, "formate"),
        _aufzaehlung("paket", Paket, "pakete"),
        _verweis("handlungsfeld", _felder_der_massnahmen(_VON_VORLAGE)),
        _aufzaehlung("rolle", Zielgruppe, "zielgruppen", "zielgruppe"),
        _verweis("massnahme", _VON_VORLAGE),
    ),
    "link": (
        _aufzaehlung("kategorie", Linkkategorie, liste="linkkategorie"),
        _aufzaehlung("status", Linkstatus, liste="linkstatus"),
        _verweis("massnahme", _aus_beziehung(lambda bib: bib.beziehungen.massnahmen_von_link)),
    ),
    "glossareintrag": (
        Merkmal("buchstabe", _buchstaben, lambda _: lambda k: (anfangsbuchstabe(k.titel),), True),
        _aufzaehlung("beleglage", Beleglage),
        _verweis("massnahme", _aus_beziehung(lambda bib: bib.beziehungen.massnahmen_von_begriff)),
    ),
}
