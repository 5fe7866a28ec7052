"""Rules between records: references, codes, titles, former ids."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from difflib import SequenceMatcher

from leitfaden.findings import Finding, finding
from leitfaden.model.felder import Datensatz, Seitendatensatz
from leitfaden.model.felder_kunde import verweise
from leitfaden.model.katalog import ist_sichtbar
from leitfaden.model.typen import INHALTSTYPEN
from leitfaden.source.feldfehler import vorschlag
from leitfaden.source.loader import Ladung

_WORT = re.compile(r"[a-zäöüß0-9]+")


def pruefe_verweise(ladung: Ladung, heute: date) -> Iterator[Finding]:
    """Every reference leads to a record, and to one that readers can see."""
    katalog = ladung.katalog
    for typ in INHALTSTYPEN:
        for satz in katalog.von(typ.name).values():
            for pfad, typen, ziel in verweise(satz):
                treffer = katalog.finde(typen, ziel)
                if treffer is None:
                    moeglich = [i for t in typen for i in _alle_ids(ladung, t)]
                    if ziel in moeglich:
                        continue  # the record exists but has findings of its own
                    yield finding(
                        "V001",
                        ladung.ort(typ.name, satz.id, pfad),
                        id=ziel,
                        typ=" oder ".join(typen),
                        vorschlag=vorschlag(ziel, moeglich),
                    )
                elif ziel == satz.id and treffer[0] == typ.name:
                    yield finding("V006", ladung.ort(typ.name, satz.id, pfad), id=ziel)
                elif not ist_sichtbar(treffer[1], heute) and ist_sichtbar(satz, heute):
                    yield finding("V008", ladung.ort(typ.name, satz.id, pfad), id=ziel)


def _alle_ids(ladung: Ladung, typ: str) -> list[str]:
    return [i for t, i, sprache in ladung.herkunft if t == typ and sprache == "de"]


def pruefe_kreise(ladung: Ladung) -> Iterator[Finding]:
    """The prerequisites of measures lead from first to last, never in a circle."""
    massnahmen = ladung.katalog.massnahmen
    fertig: set[str] = set()
    for start in massnahmen:
        if start in fertig:
            continue
        weg: list[str] = []
        stapel: list[tuple[str, int]] = [(start, 0)]
        while stapel:
            knoten, nummer = stapel.pop()
            del weg[len(stapel) :]
            weg.append(knoten)
            satz = massnahmen.get(knoten)
            ziele = satz.voraussetzungen if satz else ()
            if nummer >= len(ziele):
                fertig.add(knoten)
                continue
            stapel.append((knoten, nummer + 1))
            ziel = ziele[nummer]
            if ziel in weg and ziel != knoten:
                kreis = [*weg[weg.index(ziel) :], ziel]
                ort = ladung.ort("massnahme", knoten, ("voraussetzungen", nummer))
                yield finding("V002", ort, kreis=" → ".join(kreis))
            elif ziel not in fertig and ziel in massnahmen and ziel != knoten:
                stapel.append((ziel, 0))


def pruefe_kennungen(ladung: Ladung) -> Iterator[Finding]:
    """A printed code belongs to one record only."""
    for typ in INHALTSTYPEN:
        gesehen: dict[str, str] = {}
        for satz in ladung.katalog.von(typ.name).values():
            kennung = str(getattr(satz, "kennung", None) or getattr(satz, "nummer", ""))
            if not kennung:
                continue
            if kennung in gesehen:
                feld = "kennung" if hasattr(satz, "kennung") else "nummer"
                ort = ladung.ort(typ.name, satz.id, (feld,))
                yield finding("V003", ort, kennung=kennung, andere=gesehen[kennung])
            gesehen.setdefault(kennung, satz.id)


def pruefe_titel(ladung: Ladung) -> Iterator[Finding]:
    """No two records of a type share a title, and near-equal titles are pointed out.

    Two titles are near-equal if they differ in one word and the two words are alike (letters,
    not digits). Leaving out one word at a time finds such pairs without comparing all pairs.
    """
    for typ in INHALTSTYPEN:
        gleich: dict[tuple[str, ...], str] = {}
        luecken: dict[tuple[str, ...], list[tuple[str, str]]] = defaultdict(list)
        for satz in ladung.katalog.von(typ.name).values():
            if not isinstance(satz, Seitendatensatz):
                continue
            worte = tuple(_WORT.findall(satz.titel.casefold()))
            ort = ladung.ort
            if worte in gleich:
                yield finding("V004", ort(typ.name, satz.id, ("titel",)), andere=gleich[worte])
                continue
            gleich[worte] = satz.id
            aehnlich = _aehnlicher(worte, satz.id, luecken)
            if aehnlich:
                yield finding("V005", ort(typ.name, satz.id, ("titel",)), andere=aehnlich)


def _aehnlicher(
    worte: tuple[str, ...], satz_id: str, luecken: dict[tuple[str, ...], list[tuple[str, str]]]
) -> str:
    treffer = ""
    for stelle, wort in enumerate(worte):
        rest = (*worte[:stelle], "", *worte[stelle + 1 :])
        for anderes, andere_id in luecken[rest]:
            if treffer or wort.isdecimal() or anderes.isdecimal():
                continue
            if SequenceMatcher(None, wort, anderes).ratio() >= 0.85:
                treffer = andere_id
        luecken[rest].append((wort, satz_id))
    return treffer


def pruefe_fruehere_ids(ladung: Ladung) -> Iterator[Finding]:
    """A former id leads to one page only and is no present id."""
    for typ in INHALTSTYPEN:
        saetze = ladung.katalog.von(typ.name)
        vergeben: dict[str, str] = {satz_id: satz_id for satz_id in saetze}
        for satz in saetze.values():
            for nummer, alt in enumerate(_fruehere(satz)):
                if alt in vergeben:
                    ort = ladung.ort(typ.name, satz.id, ("fruehere_ids", nummer))
                    yield finding("V007", ort, id=alt, andere=vergeben[alt])
                vergeben.setdefault(alt, satz.id)


def _fruehere(satz: Datensatz) -> tuple[str, ...]:
    return satz.fruehere_ids if isinstance(satz, Seitendatensatz) else ()
