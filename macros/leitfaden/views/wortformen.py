"""Forms a term takes in running text: endings, umlauts, adjectives, small and capital letters.

The rules may make forms that do not exist; nobody writes those, so they find nothing.
"""

from __future__ import annotations

import re
from itertools import product

_ZUSATZ = re.compile(r"\s*\([^()]*\)")
_ODER = re.compile(r"^(\S+) oder (\S+)(.*)$")
_ADJEKTIV = re.compile(r"^([\w-]{3,}?)(?:e|er|es|en)$")
# After these the noun that takes the endings has passed.
_VERHAELTNISWOERTER = "für in im der des die zur zum über und mit von auf for of on and"
_NACHGESTELLT = frozenset(_VERHAELTNISWOERTER.split())
_ENDUNGEN = ("e", "er", "es", "en", "em")
_UMLAUT = re.compile(r"(au|a|o|u)(?=[^aeiouäöü]*$)", re.IGNORECASE)
_UMLAUTE = {"au": "äu", "a": "ä", "o": "ö", "u": "ü"}


def ohne_zusatz(text: str) -> str:
    """Return a term without its remark in brackets, such as „ISB (andere Länder)“."""
    return _ZUSATZ.sub("", text).strip()


def einzelne(begriff: str) -> tuple[str, ...]:
    """Split „Beauftragte oder Beauftragter für X“ into the two terms it stands for."""
    treffer = _ODER.match(begriff)
    if treffer is None:
        return (begriff,)
    eins, zwei, rest = treffer.groups()
    return (f"{eins}{rest}", f"{zwei}{rest}")


def wortformen(begriff: str, sprache: str) -> frozenset[str]:
    """Return every form of a term in a language, the term itself among them."""
    woerter = begriff.split()
    if not woerter:
        return frozenset()
    beuge = _deutsch if sprache == "de" else _englisch
    kern = _kern(woerter)
    moeglich = [
        beuge(wort, stelle, kern, anfang=stelle == 0) for stelle, wort in enumerate(woerter)
    ]
    return frozenset(" ".join(teile) for teile in product(*moeglich))


def _kern(woerter: list[str]) -> int:
    """Return the place of the word that takes the endings of a noun."""
    for stelle, wort in enumerate(woerter):
        if stelle and wort.casefold() in _NACHGESTELLT:
            return stelle - 1
    return len(woerter) - 1


def _deutsch(wort: str, stelle: int, kern: int, anfang: bool) -> set[str]:
    if stelle == kern:
        return _nomen(wort)
    treffer = _ADJEKTIV.match(wort)
    if stelle > kern or treffer is None:
        return {wort}
    formen = {treffer[1] + endung for endung in _ENDUNGEN}
    # Capital only where it begins a name or a sentence: „digitale Agenda“, „Digitale Agenda“.
    return {f for form in formen for f in (form, _klein(form), _gross(form))}


def _englisch(wort: str, stelle: int, kern: int, anfang: bool) -> set[str]:
    formen = {wort}
    if stelle == kern and _ist_wort(wort):
        formen |= {f"{wort}s", f"{wort}es"}
        if wort[-1] == "y":
            formen.add(f"{wort[:-1]}ies")
    if not _ist_wort(wort):
        return formen
    return {f for form in formen for f in (form, _klein(form), _gross(form) if anfang else form)}


def _nomen(wort: str) -> set[str]:
    """Return the endings a noun can take: case and number."""
    if not _ist_wort(wort):
        return {wort, f"{wort}s"} if wort[-1].isalpha() else {wort}
    klein = wort.casefold()
    if klein.endswith(("ung", "heit", "keit", "schaft", "ion", "tät", "anz")):
        return {wort, f"{wort}en"}
    if klein.endswith("e"):
        return {wort, f"{wort}n", *({f"{wort}r"} if klein.endswith("beauftragte") else ())}
    if klein.endswith(("el", "er", "en")):
        return {wort, f"{wort}s", f"{wort}n"}
    endungen = ("s", "es", "e", "en", "er", "ern", "nen")
    stamm = _UMLAUT.sub(_umgelautet, wort, count=1)
    return {wort, *(wort + e for e in endungen), *(stamm + e for e in ("e", "en", "er", "ern"))}


def _umgelautet(treffer: re.Match[str]) -> str:
    neu = _UMLAUTE[treffer[0].casefold()]
    return _gross(neu) if treffer[0][0].isupper() else neu


def _ist_wort(wort: str) -> bool:
    """Tell words from abbreviations and names such as EVB-IT, Amt24, openCode."""
    return wort[-1].islower() and not any(z.isupper() or z.isdigit() for z in _teilworte(wort))


def _teilworte(wort: str) -> str:
    """Return the letters that are small in a word, also after a hyphen."""
    return "".join(teil[1:] for teil in wort.split("-"))


def _klein(wort: str) -> str:
    return wort[:1].lower() + wort[1:]


def _gross(wort: str) -> str:
    return wort[:1].upper() + wort[1:]
