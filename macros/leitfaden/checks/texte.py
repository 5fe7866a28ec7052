"""Rules for the text of records: no markup that could run, no invisible characters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from pydantic import BaseModel

from leitfaden.findings import Finding, finding
from leitfaden.model.felder_kunde import Pfad, feldarten
from leitfaden.source.loader import Ladung

_HTML = re.compile(r"</?[a-zA-Z][^>\n]{0,80}>?|<!--|&#?[a-zA-Z0-9]+;")
_ADRESSE = re.compile(
    r"(?:java|vb)\s*script\s*:|data\s*:\s*(?:text|image|application)/"
    r"|(?<=\]\()\s*(?!https?:|mailto:)[^)\s]+",
    re.IGNORECASE,
)
_JINJA = re.compile(r"\{[{%#]|[%#}]\}")
_BILD = re.compile(r"!\[[^\]\n]*\]\(")
# Zero-width and bidirectional control characters hide what a text really says (Trojan Source).
_UNSICHTBAR = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\x00-\x08]")
# A formula compares with `<`; it has a grammar of its own and is never shown as markup.
_FORMELN = ("formel", "kopfformel")
_REGELN = (
    ("T003", _JINJA),
    ("T004", _BILD),
    ("T002", _ADRESSE),
    ("T001", _HTML),
    ("T005", _UNSICHTBAR),
)


def alle_texte(wert: Any, pfad: Pfad = ()) -> Iterator[tuple[Pfad, str]]:
    """Yield (path, text) of every text in a record or a plain structure, also untranslated ones."""
    if isinstance(wert, str):
        yield pfad, wert
    elif isinstance(wert, BaseModel):
        for name in feldarten(type(wert)):
            yield from alle_texte(getattr(wert, name), (*pfad, name))
    elif isinstance(wert, dict):
        for name, innen in wert.items():
            yield from alle_texte(innen, (*pfad, name))
    elif isinstance(wert, list | tuple):
        for nummer, innen in enumerate(wert):
            yield from alle_texte(innen, (*pfad, nummer))


def pruefe_texte(ladung: Ladung) -> Iterator[Finding]:
    """Texts are plain words with little Markdown: nothing in them can run or hide."""
    katalog = ladung.katalog
    for typ, satz_id, sprache in sorted(ladung.verdaechtig):
        if sprache == "de":
            wert: Any = katalog.von(typ).get(satz_id)
        else:
            englisch = katalog.uebersetzungen.get((typ, satz_id))
            wert = englisch.texte if englisch else None
        for pfad, code, stelle in verdaechtige(wert):
            ort = ladung.ort(typ, satz_id, pfad, sprache)
            zeichen = f"U+{ord(stelle[0]):04X}"
            yield finding(code, ort, stelle=stelle[:40], zeichen=zeichen)


def verdaechtige(wert: Any, ohne: Sequence[str] = ()) -> Iterator[tuple[Pfad, str, str]]:
    """Yield (path, code, passage) of every text that breaks a rule; at most one per text.

    The rules named in `ohne` are left out.
    """
    for pfad, text in alle_texte(wert):
        if pfad and pfad[-1] in _FORMELN:
            continue
        for code, muster in _REGELN:
            treffer = None if code in ohne else muster.search(text)
            if treffer:
                yield pfad, code, treffer[0].strip() or treffer[0]
                break
