"""The rule for translations: an English text holds no German sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from leitfaden.checks.textstellen import Satzstueck, Schriftstueck, anfang
from leitfaden.findings import Finding, finding
from leitfaden.views.lesetext import saetze, woerter

# Frequent German words that are no English ones; names and titles hold one or two of them.
_WORTE = (
    "der das und ist nicht ein eine einen einem einer mit für von dem den des im zu zum zur auf "
    "werden wird wurde sind oder auch sich bei aus als nach wie dass kann können sie ihre ihr wir "
    "haben hat durch über unter vor ohne jede jeder jedes alle muss müssen soll diese dieser die "
    "vom beim ihren ihrem seine nur noch mehr sowie sondern damit wenn dann weil zwischen welche "
    "wer wo gibt steht bleibt braucht er es kein keine gemeinsam"
)
DEUTSCH = frozenset(_WORTE.split())
# German titles and terms stand in brackets or quotes behind their translation.
_KLAMMER = re.compile(r"\([^()]*(?:\([^()]*\)[^()]*)*\)|“[^”]*”")
MINDESTENS_WOERTER = 5
MINDESTENS_TREFFER = 2
ANTEIL = 0.3


def hat_deutsche_woerter(stueck: Schriftstueck) -> bool:
    """Tell whether an English text holds a frequent German word."""
    return stueck.sprache == "en" and not DEUTSCH.isdisjoint(stueck.stuecke)


def ist_deutsch(satz: str) -> bool:
    """Tell whether a sentence is German, by the share of its frequent words."""
    worte = [wort.lower() for wort in woerter(satz)]
    treffer = sum(wort in DEUTSCH for wort in worte)
    genug = len(worte) >= MINDESTENS_WOERTER and treffer >= MINDESTENS_TREFFER
    return genug and treffer / len(worte) >= ANTEIL


def pruefe_fremdsprache(stueck: Schriftstueck) -> Iterator[Finding]:
    """No sentence of an English text is German."""
    for stelle in stueck.stellen():
        if isinstance(stueck, Satzstueck) and stueck.typ == "link" and stelle.feld == "titel":
            continue  # the title of a German page, followed by its translation
        for satz in saetze(_KLAMMER.sub("", stelle.text)):
            if ist_deutsch(satz):
                yield finding("T110", stueck.ort(stelle, satz), beginn=anfang(satz))
