"""Rules for length: words per field, words per sentence."""

from __future__ import annotations

from collections.abc import Iterator

from leitfaden.checks.textstellen import Satzstueck, Schriftstueck, anfang
from leitfaden.findings import Finding, finding
from leitfaden.views.lesetext import MIT_PUNKT, saetze, zaehle_woerter

# Words a field of the first level may have; more does not fit its place on the page.
EINFACH_HOECHSTENS = 60
HOECHSTENS = {
    "kurzbeschreibung": 45,
    "kernaussagen": 25,
    "naechster_schritt": 30,
    "leitfrage": 20,
    "zweck": 40,
    "definition": 60,
}
# Words a whole record may have in German, by type and depth: what a council member reads at once.
EINTRAG_HOECHSTENS = {
    ("massnahme", "ausfuehrlich"): 900,
    ("massnahme", "kurz"): 350,
    ("handlungsfeld", ""): 400,
    ("praxisbeispiel", ""): 800,
    ("szenario", ""): 600,
}
SATZ_HOECHSTENS = 35
# The shortest sentence with that many words, in characters: a cheap first sieve.
_SATZ_ZEICHEN = 2 * SATZ_HOECHSTENS


def pruefe_felder(stueck: Schriftstueck) -> Iterator[Finding]:
    """A field has no more words than its place on the page can show."""
    for text in stueck.feld("einfach"):
        if text.count(" ") >= EINFACH_HOECHSTENS - 1 and zaehle_woerter(text) > EINFACH_HOECHSTENS:
            ort = stueck.ort(stueck.stelle("einfach", text))
            anzahl = zaehle_woerter(text)
            yield finding("T101", ort, anzahl=anzahl, grenze=EINFACH_HOECHSTENS)
    for feld, grenze in HOECHSTENS.items():
        for text in stueck.feld(feld):
            anzahl = zaehle_woerter(text) if text.count(" ") >= grenze else 0
            if anzahl > grenze:
                ort = stueck.ort(stueck.stelle(feld, text))
                yield finding("T102", ort, feld=feld, anzahl=anzahl, grenze=grenze)


def pruefe_eintrag(stueck: Schriftstueck) -> Iterator[Finding]:
    """A record has no more words than its type is meant to have."""
    if not isinstance(stueck, Satzstueck) or stueck.sprache != "de":
        return
    grenze = EINTRAG_HOECHSTENS.get((stueck.typ, getattr(stueck.wert, "tiefe", "")))
    # What stands between spaces is never fewer than the words.
    if grenze is None or len(stueck.stuecke) <= grenze:
        return
    anzahl = zaehle_woerter(stueck.ganz)
    if anzahl > grenze:
        yield finding("T113", stueck.ort(None), anzahl=anzahl, grenze=grenze)


def hat_langen_satz(stueck: Schriftstueck) -> bool:
    """Tell whether a sentence may be too long; cheap, and never wrong when it says no."""
    return any(
        _hat_langen_satz(zeile)
        for text in stueck.teile
        if len(text) > _SATZ_ZEICHEN and text.count(" ") >= SATZ_HOECHSTENS
        for zeile in text.split("\n")
        if zeile.count(" ") >= SATZ_HOECHSTENS
    )


def _hat_langen_satz(zeile: str) -> bool:
    luecken = 0
    for teil in zeile.split(". "):
        luecken += teil.count(" ") + 1
        if luecken > SATZ_HOECHSTENS:
            return True
        # After an abbreviation or a date the sentence goes on.
        if not (teil[-1:].isdigit() or teil[teil.rfind(" ") + 1 :] in MIT_PUNKT):
            luecken = 0
    return False


def pruefe_saetze(stueck: Schriftstueck) -> Iterator[Finding]:
    """A sentence has at most 35 words."""
    for stelle in stueck.stellen():
        if len(stelle.text) <= _SATZ_ZEICHEN:
            continue
        for satz in saetze(stelle.text):
            anzahl = zaehle_woerter(satz) if satz.count(" ") >= SATZ_HOECHSTENS else 0
            if anzahl > SATZ_HOECHSTENS:
                ort = stueck.ort(stelle, satz)
                grenze = SATZ_HOECHSTENS
                yield finding("T104", ort, anzahl=anzahl, grenze=grenze, beginn=anfang(satz))
