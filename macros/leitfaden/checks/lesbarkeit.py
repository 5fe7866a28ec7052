"""The rule for readability: how hard a text is to read, measured with the LIX.

The LIX (läsbarhetsindex) of Carl-Hugo Björnsson, Läsbarhet, Stockholm 1968, works for German and
English alike and needs no syllables: words per sentence plus the share, in percent, of words with
more than six letters. Björnsson's scale: up to 30 very easy, 40 easy (fiction), 50 medium
(newspapers), 60 hard (official texts), above that very hard. German compounds raise it, so the
budgets lie at the upper end of what each kind of text should be.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from leitfaden.checks.textstellen import Schriftstueck
from leitfaden.findings import Finding, finding
from leitfaden.views.lesetext import ist_satz, ohne_auszeichnung, saetze, woerter

# Highest LIX of a field and of all full sentences of a record or page together.
FELDER = {"einfach": 40, "kurzbeschreibung": 70}
FLIESSTEXT = 55
# With fewer words the measure jumps with every single word.
MINDESTENS_WOERTER = 12
MINDESTENS_FLIESSTEXT = 60
_KEIN_FLIESSTEXT = frozenset({*FELDER, "ueberschrift", "tabelle"})
_LANG = 7
# What titles and entries of tables may take from the quick figure, which does not leave them out.
_UNGENAU = 4


def lix(text: str) -> int:
    """Return the LIX of a text without markup, rounded; 0 for a text without words."""
    alle = woerter(text)
    if not alle:
        return 0
    lange = sum(len(wort) >= _LANG for wort in alle)
    return round(len(alle) / len(saetze(text)) + 100 * lange / len(alle))


def pruefe_kurze_texte(stueck: Schriftstueck) -> Iterator[Finding]:
    """A short text that stands out can be read by those it is written for."""
    for feld, grenze in FELDER.items():
        for text in stueck.feld(feld):
            stuecke = text.split()
            if len(stuecke) < MINDESTENS_WOERTER or _lix_etwa(text, stuecke) <= grenze - _UNGENAU:
                continue
            wert = lix(ohne_auszeichnung(text))
            if wert > grenze:
                ort = stueck.ort(stueck.stelle(feld, text))
                yield finding("T103", ort, feld=feld, wert=wert, grenze=grenze)


def ist_schwer(stueck: Schriftstueck) -> bool:
    """Tell whether all sentences together may be hard to read; cheap, hardly ever a wrong no."""
    if len(stueck.stuecke) < MINDESTENS_FLIESSTEXT:
        return False
    return _lix_etwa(stueck.ganz, stueck.stuecke) > FLIESSTEXT - _UNGENAU


def _lix_etwa(text: str, stuecke: Sequence[str]) -> float:
    laengen = sorted(map(len, stuecke))
    saetze_etwa = text.count(". ") + text.count("? ") + text.count("\n") + 1
    lange = len(laengen) - bisect_left(laengen, _LANG)
    return len(laengen) / saetze_etwa + 100 * lange / len(laengen)


def pruefe_fliesstext(stueck: Schriftstueck) -> Iterator[Finding]:
    """All full sentences of a record or page together can be read without effort."""
    text = "\n".join(
        stelle.text
        for stelle in stueck.stellen()
        if stelle.feld not in _KEIN_FLIESSTEXT and ist_satz(stelle.text)
    )
    if len(text.split()) >= MINDESTENS_FLIESSTEXT and (wert := lix(text)) > FLIESSTEXT:
        ort = stueck.ort(None)
        yield finding("T103", ort, feld="alle Sätze zusammen", wert=wert, grenze=FLIESSTEXT)
