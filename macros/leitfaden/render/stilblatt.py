"""Takes from a stylesheet what pages can use: rules, custom properties, animations, fonts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import tinycss2

from leitfaden.render.stilauswahl import Namen, passende

# They hold rules of the ordinary kind.
_HUELLEN = ("media", "supports", "layer", "container")
# They have an effect only where a declaration names them.
_BENANNTE = ("keyframes", "-webkit-keyframes", "font-face", "counter-style", "property")
_VERWEIS = re.compile(r"var\(\s*(--[\w-]+)")
_WORT = re.compile(r"[\w-]+")


class StilblattError(ValueError):
    """The stylesheet cannot be read; the message says where."""


@dataclass(frozen=True)
class Angabe:
    """One declaration, and its text as it is written."""

    name: str
    text: str

    @property
    def eigen(self) -> bool:
        """Tell whether it declares a custom property."""
        return self.name.startswith("--")


@dataclass(frozen=True)
class Regel:
    """A rule with the selectors that can match."""

    auswahl: str
    angaben: tuple[Angabe, ...]


@dataclass(frozen=True)
class Huelle:
    """A condition and the rules it holds."""

    kopf: str
    inhalt: tuple[Knoten, ...]


@dataclass(frozen=True)
class Fest:
    """Something to keep or drop as a whole; `name` is what declarations call it."""

    text: str
    name: str = ""


Knoten = Regel | Huelle | Fest


def spare(css: str, namen: Namen, andere: str = "") -> str:
    """Return the part of a stylesheet that can have an effect on pages with these names.

    `andere` is the text of what else may use its custom properties, animations and fonts: other
    stylesheets and scripts. Raises StilblattError.
    """
    baum = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    knoten = tuple(_waehle(baum, namen))
    angaben = [a for regel in _regeln(knoten) for a in regel.angaben]
    worte = {wort for a in angaben for wort in _WORT.findall(a.text)} | set(_WORT.findall(andere))
    texte = [f.text for f in _feste(knoten) if f.name in worte or not f.name]
    gebraucht = _gebraucht(angaben, "".join((andere, *texte)))
    return "".join(_schreibe(knoten, gebraucht, worte))


def _waehle(baum: Iterable[Any], namen: Namen) -> Iterator[Knoten]:
    for knoten in _ohne_fehler(baum):
        if knoten.type == "qualified-rule":
            if auswahl := passende(knoten.prelude, namen):
                kopf = ",".join(tinycss2.serialize(teil).strip() for teil in auswahl)
                yield Regel(kopf, tuple(_angaben(knoten.content)))
        elif knoten.lower_at_keyword in _HUELLEN and knoten.content is not None:
            inhalt = tinycss2.parse_rule_list(
                knoten.content, skip_comments=True, skip_whitespace=True
            )
            kopf = f"@{knoten.at_keyword}{tinycss2.serialize(knoten.prelude)}"
            yield Huelle(kopf, tuple(_waehle(inhalt, namen)))
        else:
            yield Fest(knoten.serialize(), _name(knoten))


def _ohne_fehler(knoten: Iterable[Any]) -> Iterator[Any]:
    for k in knoten:
        if k.type == "error":
            ort = f"Zeile {k.source_line}, Spalte {k.source_column}"
            raise StilblattError(f"Das Stilblatt ist nicht lesbar ({ort}): {k.message}.")
        yield k


def _angaben(inhalt: Sequence[Any]) -> Iterator[Angabe]:
    alle = tinycss2.parse_blocks_contents(inhalt, skip_comments=True, skip_whitespace=True)
    for k in _ohne_fehler(alle):
        yield Angabe(getattr(k, "name", ""), k.serialize())


def _name(knoten: Any) -> str:
    """Return the name by which declarations call an animation, a font, a way of counting."""
    if knoten.lower_at_keyword not in _BENANNTE:
        return ""
    if knoten.lower_at_keyword == "font-face":
        familie = next((a.text for a in _angaben(knoten.content) if a.name == "font-family"), "")
        worte = _WORT.findall(familie.partition(":")[2])
    else:
        worte = _WORT.findall(tinycss2.serialize(knoten.prelude))
    return worte[0] if worte else "?"


def _regeln(knoten: Iterable[Knoten]) -> Iterator[Regel]:
    for k in knoten:
        if isinstance(k, Regel):
            yield k
        elif isinstance(k, Huelle):
            yield from _regeln(k.inhalt)


def _feste(knoten: Iterable[Knoten]) -> Iterator[Fest]:
    for k in knoten:
        if isinstance(k, Fest):
            yield k
        elif isinstance(k, Huelle):
            yield from _feste(k.inhalt)


def _gebraucht(angaben: Sequence[Angabe], andere: str) -> frozenset[str]:
    """Return the custom properties in use, also those only other custom properties use."""
    werte: dict[str, set[str]] = {}
    for a in angaben:
        if a.eigen:
            werte.setdefault(a.name, set()).update(_VERWEIS.findall(a.text))
    offen = {v for a in angaben if not a.eigen for v in _VERWEIS.findall(a.text)}
    offen.update(_VERWEIS.findall(andere))
    gefunden: set[str] = set()
    while offen:
        name = offen.pop()
        gefunden.add(name)
        offen |= werte.get(name, set()) - gefunden
    return frozenset(gefunden)


def _schreibe(
    knoten: Iterable[Knoten], gebraucht: frozenset[str], worte: set[str]
) -> Iterator[str]:
    """Write what is left; what holds nothing goes away."""
    for k in knoten:
        if isinstance(k, Regel):
            inhalt = ";".join(a.text for a in k.angaben if not a.eigen or a.name in gebraucht)
            kopf = k.auswahl
        elif isinstance(k, Huelle):
            inhalt, kopf = "".join(_schreibe(k.inhalt, gebraucht, worte)), k.kopf
        else:
            if not k.name or k.name in worte:
                yield k.text
            continue
        if inhalt:
            yield f"{kopf}{{{inhalt}}}"
