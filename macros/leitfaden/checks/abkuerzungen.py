"""The rule for abbreviations: the glossary, a reviewed list or the text itself explains each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from leitfaden.checks.textstellen import Schriftstueck
from leitfaden.findings import Finding, finding
from leitfaden.model.uebersetzung import Uebersetzung
from leitfaden.source.loader import Ladung

# A capital letter inside a word tells an abbreviation from an ordinary one.
_INNEN_GROSS = re.compile(r"[A-ZÄÖÜ](?<=[^\W_].)")
_WORT = re.compile(r"[^\W_]+")
_ROEMISCH = re.compile(r"[IVX]+")


def abkuerzungen_in(text: str) -> Iterator[tuple[int, str]]:
    """Yield (position, abbreviation); its genitive or plural ending is left out."""
    ende = 0
    for treffer in _INNEN_GROSS.finditer(text):
        if treffer.start() < ende:
            continue
        beginn = treffer.start()
        while beginn and text[beginn - 1].isalnum():
            beginn -= 1
        wort = _WORT.match(text, beginn)
        if wort is None:
            continue
        ende = wort.end()
        kern = wort[0][:-1] if wort[0].endswith("s") and wort[0][-2:-1].isupper() else wort[0]
        if not _ROEMISCH.fullmatch(kern):
            yield beginn, kern


def bekannte_abkuerzungen(ladung: Ladung) -> frozenset[str]:
    """Return what the glossary and the reviewed list explain."""
    katalog = ladung.katalog
    bekannt = set(ladung.wortlisten.abkuerzungen)
    for eintrag in katalog.glossar.values():
        texte = [eintrag.begriff, eintrag.abkuerzung or "", *eintrag.synonyme]
        englisch = katalog.uebersetzungen.get(("glossareintrag", eintrag.id))
        if englisch is not None:
            texte += _worte(englisch)
        bekannt.update(wort for text in texte for _, wort in abkuerzungen_in(text))
    return frozenset(bekannt)


def _worte(englisch: Uebersetzung) -> list[str]:
    synonyme = englisch.texte.get("synonyme") or ()
    return [str(englisch.texte.get("begriff") or ""), *(str(s) for s in synonyme if s)]


def unbekannte(stueck: Schriftstueck, bekannt: frozenset[str]) -> set[str]:
    """Return the abbreviations of a text nobody explains.

    „Name (ABK)“, „ABK (Name)“ and a line „ABK – Name“ do; „ABK2“ is the second of those.
    """
    ganz = stueck.ganz
    offen = {wort for _, wort in abkuerzungen_in(ganz)} - bekannt
    return {wort for wort in offen if not _ist_erklaert(wort.rstrip("0123456789"), ganz)}


def _ist_erklaert(wort: str, ganz: str) -> bool:
    zeile = f"\n{ganz}"
    return f"({wort})" in ganz or f"{wort} (" in ganz or f"\n{wort} – " in zeile


def pruefe_abkuerzungen(stueck: Schriftstueck, bekannt: frozenset[str]) -> Iterator[Finding]:
    """An abbreviation is explained; reported once per text, where it stands first."""
    offen = unbekannte(stueck, bekannt)
    if not offen:
        return
    for stelle in stueck.stellen():
        for _, wort in abkuerzungen_in(stelle.text):
            if wort in offen:
                offen.discard(wort)
                yield finding("T105", stueck.ort(stelle, wort), wort=wort)
