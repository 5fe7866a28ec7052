"""Finds the terms of the glossary in running text, in one language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from markupsafe import escape

from leitfaden.model.typen import TYP_VON_NAME
from leitfaden.model.verzeichnisse import Glossareintrag
from leitfaden.views.karte import Karte
from leitfaden.views.wortformen import einzelne, ohne_zusatz, wortformen

# Ends of the tree of letters.
_ENDE = ""
_LEERRAUM = re.compile(r"\s+")


class Begriffsverzeichnis:
    """Terms by their forms, and one pattern that finds the longest of them at a place.

    Entries not translated into `sprache` are left out, as are the words for the library's own
    parts (Maßnahme, Handlungsfeld): they stand on every page. `deutsch` holds the German terms
    by id; English texts quote them.
    """

    def __init__(self, karten: Iterable[Karte], sprache: str, deutsch: dict[str, str]) -> None:
        eigene = [k for k in karten if k.sprache == sprache and k.id not in TYP_VON_NAME]
        self._nach_form: dict[str, Karte] = {}
        for rang in (_namen, _abkuerzungen, _synonyme):
            for karte in eigene:
                for form in rang(karte, sprache, deutsch.get(karte.id, "")):
                    self._nach_form.setdefault(form, karte)
        self.muster = _muster(self._nach_form)

    def finde(self, form: str) -> Karte:
        """Return the entry of a form the pattern has found."""
        return self._nach_form[_LEERRAUM.sub(" ", form)]

    def in_text(self, text: str) -> frozenset[str]:
        """Return the ids of all terms of a text without markup."""
        return frozenset(self.finde(t[0]).id for t in self.muster.finditer(str(escape(text))))


def _namen(karte: Karte, sprache: str, deutsch: str) -> Iterator[str]:
    for name in einzelne(ohne_zusatz(karte.titel)):
        yield from _formen(name, sprache)
    if sprache != "de" and f"({deutsch})" in karte.titel:
        for name in einzelne(deutsch):
            yield from _formen(name, "de")


def _abkuerzungen(karte: Karte, sprache: str, deutsch: str) -> Iterator[str]:
    if isinstance(karte.satz, Glossareintrag) and karte.satz.abkuerzung:
        yield from _formen(karte.satz.abkuerzung, "de")


def _synonyme(karte: Karte, sprache: str, deutsch: str) -> Iterator[str]:
    if isinstance(karte.satz, Glossareintrag):
        for wort in karte.satz.synonyme:
            yield from _formen(ohne_zusatz(wort), sprache)


def _formen(wort: str, sprache: str) -> Iterator[str]:
    """Yield the forms as they stand in HTML."""
    return (str(escape(form)) for form in wortformen(wort, sprache))


def _muster(formen: Iterable[str]) -> re.Pattern[str]:
    """Compile a pattern for HTML that reads every letter once, however many forms there are.

    What stands between < and > is no text; HTML writes these two signs differently in texts.
    """
    baum: dict[str, Any] = {}
    for form in formen:
        ast = baum
        for zeichen in form:
            ast = ast.setdefault(zeichen, {})
        ast[_ENDE] = {}
    if not baum:
        return re.compile(r"(?!)")
    return re.compile(rf"(?<![\w-])(?=[{_anfaenge(baum)}]){_ast(baum)}(?![\w-])(?![^<>]*>)")


def _anfaenge(baum: dict[str, Any]) -> str:
    """Return the first letters, as a set: most places of a text end here."""
    return "".join(re.escape(zeichen) for zeichen in sorted(baum))


def _ast(baum: dict[str, Any]) -> str:
    """Write a tree of letters as an expression; longer forms come first."""
    zweige = []
    while len(baum) == 1 and _ENDE not in baum:
        ((zeichen, baum),) = baum.items()
        zweige.append(_zeichen(zeichen))
    vorsatz = "".join(zweige)
    weiter = [f"{_zeichen(z)}{_ast(baum[z])}" for z in sorted(baum) if z != _ENDE]
    if not weiter:
        return vorsatz
    return f"{vorsatz}(?:{'|'.join(weiter)}){'?' if _ENDE in baum else ''}"


def _zeichen(zeichen: str) -> str:
    return r"\s" if zeichen == " " else re.escape(zeichen)
