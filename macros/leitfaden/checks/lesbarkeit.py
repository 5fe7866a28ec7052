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
from leitfaden.views.lesetext import saetze, woerter

# Highest LIX of a field and of all full sentences of a record or page together.
FELDER = {"einfach": 40, "kurzbeschreibung": 70}
FLIESSTEXT = 55
# With fewer words the measure jumps with every single word.
MINDESTENS_WOERTER = 12
MINDESTENS_FLIESSTEXT = 60
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


def ist_satz(text: str) -> bool:
    """Tell whether a text is made of sentences; titles and entries of tables are not."""
    return text[-1:] in ".!?:" or text.rstrip("“”)*` ")[-1:] in ".!?:"


def ist_schwer(stueck: Schriftstueck) -> bool:
    """Tell whether a text may be hard to read; cheap, and hardly ever wrong when it says no."""
    for feld, grenze in FELDER.items():
        for text in stueck.feld(feld):
            if _lix_etwa(text, text.split()) > grenze - _UNGENAU:
                return True
    if len(stueck.stuecke) < MINDESTENS_FLIESSTEXT:
        return False
    return _lix_etwa(stueck.ganz, stueck.stuecke) > FLIESSTEXT - _UNGENAU


def _lix_etwa(text: str, stuecke: Sequence[str]) -> float:
    laengen = sorted(map(len, stuecke))
    saetze_etwa = text.count(". ") + text.count("? ") + text.count("\n") + 1
    lange = len(laengen) - bisect_left(laengen, _LANG)
    return len(laengen) / saetze_etwa + 100 * lange / len(laengen)


def pruefe_lesbarkeit(stueck: Schriftstueck) -> Iterator[Finding]:
    """A text can be read by those it is written for."""
    fliesstext = []
    for stelle in stueck.stellen():
        grenze = FELDER.get(stelle.feld)
        if grenze is None:
            if stelle.feld not in ("ueberschrift", "tabelle") and ist_satz(stelle.text):
                fliesstext.append(stelle.text)
        elif len(stelle.text.split()) >= MINDESTENS_WOERTER and (wert := lix(stelle.text)) > grenze:
            ort = stueck.ort(stelle)
            yield finding("T103", ort, feld=stelle.feld, wert=wert, grenze=grenze)
    text = "\n".join(fliesstext)
    if len(text.split()) >= MINDESTENS_FLIESSTEXT and (wert := lix(text)) > FLIESSTEXT:
        ort = stueck.ort(None)
        yield finding("T103", ort, feld="alle Sätze zusammen", wert=wert, grenze=FLIESSTEXT)
