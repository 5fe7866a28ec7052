"""Tells whether a selector can match anything, by the names that pages may contain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

# Their arguments must match as well; what `:not()` holds need not exist.
_MIT_AUSWAHL = ("is", "where", "has", "matches", "-webkit-any", "host", "slotted")


@dataclass(frozen=True)
class Namen:
    """What may occur in pages: elements, classes, ids, attributes."""

    elemente: frozenset[str] = frozenset()
    klassen: frozenset[str] = frozenset()
    kennungen: frozenset[str] = frozenset()
    merkmale: frozenset[str] = frozenset()
    """Attributes and their values: a page may have both or neither."""

    def __or__(self, andere: Namen) -> Namen:
        """Return the names of both."""
        return Namen(
            self.elemente | andere.elemente,
            self.klassen | andere.klassen,
            self.kennungen | andere.kennungen,
            self.merkmale | andere.merkmale,
        )


def teile(werte: Sequence[Any]) -> Iterator[list[Any]]:
    """Split the values of a prelude at the commas between selectors."""
    teil: list[Any] = []
    for wert in werte:
        if wert.type == "literal" and wert.value == ",":
            yield teil
            teil = []
        else:
            teil.append(wert)
    yield teil


def passende(werte: Sequence[Any], namen: Namen) -> list[list[Any]]:
    """Return the selectors of a list that can match.

    A browser drops a whole rule for one selector it does not know. Where a list holds such a
    selector of one browser, all of it stays, so that the rule means what it meant.
    """
    alle = list(teile(werte))
    gut = [auswahl for auswahl in alle if passt(auswahl, namen)]
    return alle if gut and any(map(_herstellereigen, alle)) else gut


def _herstellereigen(auswahl: Sequence[Any]) -> bool:
    return any(w.type == "ident" and w.value.startswith("-") for w in auswahl)


def passt(auswahl: Sequence[Any], namen: Namen) -> bool:
    """Tell whether every name a selector asks for may occur."""
    vorher = ""
    for wert in auswahl:
        if not _kommt_vor(wert, vorher, namen):
            return False
        vorher = wert.value if wert.type == "literal" else ""
    return True


def _kommt_vor(wert: Any, vorher: str, namen: Namen) -> bool:
    """Look at one part of a selector; `vorher` is the sign in front of it."""
    if wert.type == "ident":
        if vorher == ".":
            return wert.value in namen.klassen
        return vorher == ":" or wert.lower_value in namen.elemente
    if wert.type == "hash":
        return wert.value in namen.kennungen
    if wert.type == "[] block":
        return _merkmal_kommt_vor(wert.content, namen)
    if wert.type == "function" and wert.lower_name in _MIT_AUSWAHL:
        return any(passt(auswahl, namen) for auswahl in teile(wert.arguments))
    return True


def _merkmal_kommt_vor(inhalt: Sequence[Any], namen: Namen) -> bool:
    """Ask for the attribute, and for its value where the selector wants exactly that."""
    worte = [w for w in inhalt if w.type in {"ident", "string"}]
    gleich = any(w.type == "literal" and w.value == "=" for w in inhalt)
    gesucht = worte if gleich else worte[:1]
    return all(w.value in namen.merkmale for w in gesucht)
