"""The words a reader sees: texts without markup, pages without macros, words and sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from leitfaden.model.kapitel import Kapitel
from leitfaden.model.katalog import Katalog

_ADRESSE = re.compile(r"(?:https?://|mailto:|www\.)[^\s)>\]]+")
_LINK = re.compile(r"\[([^\]\n]*)\]\([^)\n]*\)")
_AUSZEICHNUNG = re.compile(r"\*\*|(?<!\w)[*_](?=\w)|(?<=[\w.,:;!?])[*_](?!\w)|`")
_LISTENPUNKT = re.compile(r"^[ \t]*(?:[-*+]|\d+[.)])[ \t]+", re.MULTILINE)
_WORT = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")

# Editorial marks and search words are no running text.
OHNE_FELDER = frozenset({"schlagworte", "geprueft", "quellstand"})

# Abbreviations that end with a full stop inside a sentence, without that full stop.
_ABKUERZUNGEN = (
    "Abs Art Buchst Nr Nrn Ziff ca bzw vgl ggf evtl inkl max min usw St Dr Prof Erzgeb Sa "
    "z B d h u a i No no art para e.g i.e approx vs"
)
MIT_PUNKT = frozenset(_ABKUERZUNGEN.split())
_ZAHL = re.compile(r"(?<!\d)\d{1,2}")
_ENDE = re.compile(r"[.!?…][“”\")]*(?=\s|$)")
# A number or a lower-case word after the full stop: the sentence goes on.
_GEHT_WEITER = re.compile(r"\s+[a-zäöüß]")

_ZAUN = re.compile(r"^(```+|~~~+).*?^\1[ \t]*$", re.DOTALL | re.MULTILINE)
_CODE = re.compile(r"(?<!`)`[^`\n]+`(?!`)")
_ANKER = re.compile(r"\s*\{#[a-z0-9-]+\}")
_MAKRO = re.compile(r"\{\{\s*(\w+)\((.*?)\)\s*\}\}", re.DOTALL)
# What is left of a macro that is written wrongly; the rules for macros report it.
_VORLAGENCODE = re.compile(r"\{\{[^\n]*?\}\}|\{%[^\n]*?%\}")
_UEBERSCHRIFT = re.compile(r"^(#{2,5}) ", re.MULTILINE)
_LEERZEILEN = re.compile(r"\n(?:[ \t]*\n)+")
_ANGABE = re.compile(r"\"([^\"]*)\"|'([^']*)'")
_TITELFELD = {"begriff": ("glossareintrag",), "vorlage": ("vorlage",), "link": ("link", "quelle")}
_ALLE = ("massnahme", "handlungsfeld", "szenario", "praxisbeispiel", "vorlage", "link", "quelle")


class Zeilenart(Enum):
    """What a line of a page is."""

    PROSA = "prosa"
    UEBERSCHRIFT = "ueberschrift"
    TABELLE = "tabelle"


@dataclass(frozen=True)
class Textzeile:
    """A line of a page as it reads: its number in the body (from 1), what it is, its text."""

    nummer: int
    art: Zeilenart
    text: str


def ohne_auszeichnung(text: str) -> str:
    """Return a text without Markdown and without addresses; lines stay lines."""
    if "](" in text:
        text = _LINK.sub(r"\1", text)
    if "://" in text or "www." in text or "mailto:" in text:
        text = _ADRESSE.sub("", text)
    if "*" in text or "_" in text or "`" in text:
        text = _AUSZEICHNUNG.sub("", text)
    return _LISTENPUNKT.sub("", text)


def woerter(text: str) -> list[str]:
    """Return the words of a text; numbers and signs are none, a compound with hyphen is one."""
    return _WORT.findall(text)


def zaehle_woerter(text: str) -> int:
    """Count what a word processor would count: everything between spaces but lone signs."""
    return sum(any(z.isalnum() for z in stueck) for stueck in ohne_auszeichnung(text).split())


def ist_satz(text: str) -> bool:
    """Tell whether a text is made of sentences; titles, names and entries of tables are not."""
    return text.rstrip("“”)*` ")[-1:] in tuple(".!?:")


def saetze(text: str) -> list[str]:
    """Split a text without markup into sentences; the end of a line ends a sentence.

    A full stop after a known abbreviation or an ordinal number ends none.
    """
    ergebnis = []
    for zeile in text.split("\n"):
        beginn = 0
        for ende in _ENDE.finditer(zeile):
            bisher = zeile[beginn : ende.end()]
            mitten = ende.end() < len(zeile.rstrip())
            if mitten and ende[0] == "." and _endet_mit_abkuerzung(bisher):
                continue
            if _GEHT_WEITER.match(zeile, ende.end()):
                continue
            ergebnis.append(bisher.strip())
            beginn = ende.end()
        ergebnis.append(zeile[beginn:].strip())
    return [satz for satz in ergebnis if satz]


def _endet_mit_abkuerzung(text: str) -> bool:
    """Tell whether the full stop belongs to the last word: „Abs.“, „z. B.“, „22.“."""
    wort = re.split(r"[\s(/\u00a0]", text[:-1])[-1]
    return wort in MIT_PUNKT or wort[-2:] == ".B" or _ZAHL.fullmatch(wort) is not None


def kapitelzeilen(kapitel: Kapitel, katalog: Katalog) -> Iterator[Textzeile]:
    """Yield the lines of a page a reader reads, without code, with the words macros stand for."""
    text = _ZAUN.sub(lambda t: "\n" * t[0].count("\n"), kapitel.inhalt)
    text = _ANKER.sub("", _CODE.sub("", text))
    if kapitel.kopf.render_macros:
        text = _MAKRO.sub(lambda t: _makrotext(t, kapitel, katalog), text)
        text = _VORLAGENCODE.sub("", text)
    for nummer, zeile in enumerate(text.split("\n"), 1):
        inhalt = zeile.strip()
        if not inhalt or set(inhalt) <= set("|-: "):
            continue
        if inhalt.startswith("#"):
            yield Textzeile(nummer, Zeilenart.UEBERSCHRIFT, inhalt.lstrip("# "))
        elif inhalt.startswith("|"):
            zellen = [ohne_auszeichnung(zelle.strip()) for zelle in inhalt.strip("|").split("|")]
            for zelle in filter(None, zellen):
                yield Textzeile(nummer, Zeilenart.TABELLE, zelle)
        else:
            yield Textzeile(nummer, Zeilenart.PROSA, ohne_auszeichnung(inhalt))


def ohne_makros(kapitel: Kapitel, katalog: Katalog) -> str:
    """Return the Markdown of a page with the words macros stand for, its headings a level down.

    What a block of cards shows is left out: whoever wants the text of a page as text has the
    records themselves.
    """
    text = _ANKER.sub("", kapitel.inhalt)
    if kapitel.kopf.render_macros:
        text = _MAKRO.sub(lambda t: _makrotext(t, kapitel, katalog), text)
        text = _VORLAGENCODE.sub("", text)
    text = _UEBERSCHRIFT.sub(lambda t: f"{t[1]}# ", text)
    return _LEERZEILEN.sub("\n\n", text).strip()


def _makrotext(treffer: re.Match[str], kapitel: Kapitel, katalog: Katalog) -> str:
    """Return what a macro within a sentence reads like; a block of cards or a drawing is empty."""
    name, angaben = treffer[1], [a or b for a, b in _ANGABE.findall(treffer[2])]
    typen = _TITELFELD.get(name, _ALLE if name == "verweis" else ())
    if not typen or not angaben:
        return "\n" * treffer[0].count("\n")
    if len(angaben) > 1:
        return str(angaben[1])
    gefunden = katalog.finde(typen, angaben[0])
    if gefunden is None:
        return ""
    typ, satz = gefunden
    feld = "begriff" if typ == "glossareintrag" else "titel"
    englisch = katalog.uebersetzungen.get((typ, satz.id)) if kapitel.sprache == "en" else None
    return str((englisch.texte.get(feld) if englisch else None) or getattr(satz, feld))
