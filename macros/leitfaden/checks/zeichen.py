"""Rules for signs and slips: typographic quotes and dashes, no word twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import eq

from leitfaden.checks.textstellen import Schriftstueck, umfeld
from leitfaden.findings import Finding, finding

RICHTIG = {"de": "„…“", "en": "“…”"}
# German closes with the sign English opens with, so only its place tells what is wrong.
_FALSCH = {
    "de": re.compile(r"[\"'”]|(?<![\w.,:;!?…)%])“(?=\w)"),
    "en": re.compile(r"[\"'„]"),
}
_VERDACHT = {"de": ('"', "'", "”", " “", "(“"), "en": ('"', "'", "„")}
_BINDESTRICH = re.compile(r"(?<=\S) --? (?=\S)")
_DOPPELT = re.compile(r"\b([^\W\d_]+)\s+(\1)\b", re.IGNORECASE)
# „Nehmen Sie sie“, „die Zahl der Häuser, die die …“, „auf der der …“, „that that“ are right.
_RELATIV = re.compile(r"(?:,|\b(?:auf|mit|in|an|bei|von|zu|aus|nach|für|durch|um|über|unter))\s+$")
_ARTIKEL = frozenset({"der", "die", "das", "dem", "den"})
_ENGLISCH_ERLAUBT = frozenset({"that", "had"})


def hat_falsche_zeichen(stueck: Schriftstueck) -> bool:
    """Tell whether a text may hold a wrong quote or a hyphen used as a dash."""
    ganz = stueck.ganz
    if " - " in ganz or " -- " in ganz:
        return True
    return any(zeichen in ganz for zeichen in _VERDACHT[stueck.sprache])


def pruefe_zeichen(stueck: Schriftstueck) -> Iterator[Finding]:
    """Quotes and dashes are typographic: „…“ in German, “…” in English, and – with spaces."""
    falsch, richtig = _FALSCH[stueck.sprache], RICHTIG[stueck.sprache]
    for stelle in stueck.stellen():
        if treffer := falsch.search(stelle.text):
            ort = stueck.ort(stelle, treffer[0])
            worte = umfeld(stelle.text, *treffer.span())
            yield finding("T106", ort, zeichen=treffer[0], umfeld=worte, richtig=richtig)
        if strich := _BINDESTRICH.search(stelle.text):
            worte = umfeld(stelle.text, *strich.span())
            yield finding("T107", stueck.ort(stelle, strich[0]), umfeld=worte)


def hat_doppeltes_wort(stueck: Schriftstueck) -> bool:
    """Tell whether two neighbours are the same."""
    stuecke = stueck.stuecke
    return any(map(eq, stuecke, stuecke[1:]))


def pruefe_doppelte_woerter(stueck: Schriftstueck) -> Iterator[Finding]:
    """No word stands twice in a row."""
    for stelle in stueck.stellen():
        for treffer in _DOPPELT.finditer(stelle.text):
            if not _ist_richtig(stelle.text, treffer, stueck.sprache):
                yield finding("T108", stueck.ort(stelle, treffer[0]), wort=treffer[1])


def _ist_richtig(text: str, treffer: re.Match[str], sprache: str) -> bool:
    erstes, zweites = treffer[1], treffer[2]
    if sprache == "en":
        return erstes.lower() in _ENGLISCH_ERLAUBT
    if (erstes, zweites) == ("Sie", "sie"):
        return True
    return zweites in _ARTIKEL and _RELATIV.search(text[: treffer.start()]) is not None
