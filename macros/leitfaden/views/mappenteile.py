"""Turns the sheets of a record into raw cells: tables row by row, formulas with their places."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from leitfaden.formeln.ausdruck import (
    AUSSERHALB,
    lies_bezug,
    spaltenbuchstaben,
    spaltennummer,
)
from leitfaden.model.tabelle import Blatt, Spalte, Tabelle, Zellangaben, Zelle, Zelltyp
from leitfaden.model.wert import Wert
from leitfaden.views.mappe import BEISPIEL, KOPF, Eingaberegel, Farbregel, Flaeche, Mappenfehler
from leitfaden.views.wortbreite import FETT, wortbreite

Pfad = tuple[str | int, ...]
ZAHLTYPEN = (Zelltyp.GANZZAHL, Zelltyp.ZAHL, Zelltyp.BETRAG, Zelltyp.PROZENT)
TAGTYPEN = (Zelltyp.DATUM, Zelltyp.MONAT)
_PLATZ = re.compile(r"\{(z|s|n|erste|letzte|kopf)([+-]\d+)?\}|\{je:([A-Z]{1,2})\}")
# Narrower columns show ### instead of a day.
_MINDESTBREITE = {Zelltyp.DATUM: 12, Zelltyp.MONAT: 9}
# Words of headings, and how wide a column becomes for them at most.
_WORT = re.compile(r"[^\s/-]+[/-]?")
_KOPF_HOECHSTENS = 24
# Size of letters, and what a unit of column width gives; both in points.
GRAD, JE_ZEICHEN = 11, 5.25
# A choice among so few whole numbers is shown as a drop-down.
_WENIGE = 10


@dataclass(frozen=True)
class Rohzelle:
    """A cell before anything is calculated; `pfad` leads to its origin in the record."""

    art: str
    typ: Zelltyp
    wert: Wert | None
    formel: str
    nachkomma: int
    pfad: Pfad


@dataclass
class Rohblatt:
    """The cells and rules of a sheet by column and row."""

    zellen: dict[tuple[int, int], Rohzelle] = field(default_factory=dict)
    regeln: list[Eingaberegel] = field(default_factory=list)
    farben: list[Farbregel] = field(default_factory=list)
    breiten: dict[int, int] = field(default_factory=dict)
    fehler: list[Mappenfehler] = field(default_factory=list)


@dataclass(frozen=True)
class Stelle:
    """Where a formula stands: its column and row, its table's rows, its place among repeats."""

    spalte: int
    zeile: int
    kopf: int = 0
    erste: int = 0
    letzte: int = 0
    nummer: int = 1


def setze_ein(text: str, stelle: Stelle) -> str:
    """Fill in the places of a formula: `{z}` row, `{s}` column, `{je:B}` one column a row."""

    def platz(treffer: re.Match[str]) -> str:
        name, plus, anfang = treffer.groups()
        if anfang:
            return spaltenbuchstaben(spaltennummer(anfang) + stelle.zeile - stelle.erste)
        verschoben = int(plus or 0)
        if name == "s":
            return spaltenbuchstaben(stelle.spalte + verschoben)
        zahlen = {"z": stelle.zeile, "n": stelle.nummer, "erste": stelle.erste}
        zahlen |= {"letzte": stelle.letzte, "kopf": stelle.kopf}
        zahl = zahlen[name] + verschoben
        return str(zahl) if zahl > 0 or name == "n" else AUSSERHALB

    return _PLATZ.sub(platz, text)


class Blattleser:
    """Reads one sheet of a record into raw cells."""

    def __init__(self, blatt: Blatt, pfad: Pfad, listen: Mapping[str, tuple[str, ...]]) -> None:
        self.blatt = blatt
        self.pfad = pfad
        self.listen = listen
        self.roh = Rohblatt()

    def lies(self, beispiel: bool) -> Rohblatt:
        """Return the cells, with the example rows if they are wanted."""
        for nummer, tabelle in enumerate(self.blatt.tabellen):
            self._tabelle(tabelle, (*self.pfad, "tabellen", nummer), beispiel)
        for nummer, zelle in enumerate(self.blatt.zellen):
            self._zelle(zelle, (*self.pfad, "zellen", nummer), beispiel)
        for buchstaben, breite in self.blatt.breiten.items():
            self.roh.breiten[spaltennummer(buchstaben)] = breite
        return self.roh

    def _zelle(self, zelle: Zelle, pfad: Pfad, beispiel: bool) -> None:
        bezug = lies_bezug(zelle.zelle)
        ort = (bezug.spalte, bezug.zeile)
        if ort in self.roh.zellen:
            self._melde((*pfad, "zelle"), f"in {zelle.zelle} steht schon etwas")
            return
        mit_beispiel = beispiel and zelle.beispiel is not None
        wert = zelle.beispiel if mit_beispiel else zelle.wert
        if wert is not None:
            self._pruefe_wert(zelle, wert, (*pfad, "wert"))
        formel = setze_ein(zelle.formel or "", Stelle(*ort))
        art = BEISPIEL if mit_beispiel else zelle.art.value
        self.roh.zellen[ort] = Rohzelle(art, zelle.typ, wert, formel, zelle.nachkomma, pfad)
        self._regeln(zelle, Flaeche(*ort, *ort), pfad, zelle.zelle)

    def _tabelle(self, tabelle: Tabelle, pfad: Pfad, beispiel: bool) -> None:
        spalten = list(self._spalten(tabelle, pfad))
        erste = tabelle.kopfzeile + 1
        letzte = tabelle.kopfzeile + tabelle.zeilen
        for spalte, nummer, wiederholung, ort in spalten:
            self._kopf(tabelle, spalte, nummer, wiederholung, ort)
            for zeile in range(erste, letzte + 1):
                stelle = Stelle(nummer, zeile, tabelle.kopfzeile, erste, letzte, wiederholung)
                formel = setze_ein(spalte.formel or "", stelle)
                self.roh.zellen[nummer, zeile] = Rohzelle(
                    "berechnet" if formel else "eingabe",
                    spalte.typ,
                    None,
                    formel,
                    spalte.nachkomma,
                    ort,
                )
            titel = spalte.titel.replace("{n}", str(wiederholung))
            self._regeln(spalte, Flaeche(nummer, erste, nummer, letzte), ort, titel)
        gruppen = [("werte", tabelle.werte), ("beispiele", tabelle.beispiele)]
        zeilen = [
            (name == "beispiele", werte, (*pfad, name, i))
            for name, liste in gruppen
            for i, werte in enumerate(liste)
        ]
        if len(zeilen) > tabelle.zeilen:
            self._melde((*pfad, "zeilen"), f"{len(zeilen)} Zeilen sind mehr als {tabelle.zeilen}")
        nach_name = {spaltenbuchstaben(n): (s, n) for s, n, _, _ in spalten}
        for versatz, (ist_beispiel, werte, ort) in enumerate(zeilen[: tabelle.zeilen]):
            zeigt = beispiel or not ist_beispiel
            self._zeile(werte, nach_name, erste + versatz, ort, ist_beispiel, zeigt)

    def _spalten(self, tabelle: Tabelle, pfad: Pfad) -> Iterator[tuple[Spalte, int, int, Pfad]]:
        """Yield every column with its number, the number among its repeats and its origin."""
        nummer = spaltennummer(tabelle.ab)
        for stelle, spalte in enumerate(tabelle.spalten):
            for wiederholung in range(1, spalte.wiederholen + 1):
                yield spalte, nummer, wiederholung, (*pfad, "spalten", stelle)
                nummer += 1

    def _kopf(
        self, tabelle: Tabelle, spalte: Spalte, nummer: int, wiederholung: int, pfad: Pfad
    ) -> None:
        ort = (nummer, tabelle.kopfzeile)
        titel = spalte.titel.replace("{n}", str(wiederholung)) + ("*" if spalte.pflicht else "")
        stelle = Stelle(*ort, tabelle.kopfzeile, nummer=wiederholung)
        formel = setze_ein(spalte.kopfformel or "", stelle)
        typ = Zelltyp.MONAT if formel else Zelltyp.TEXT
        if ort in self.roh.zellen:
            self._melde(pfad, f"zwei Tabellen belegen {spaltenbuchstaben(nummer)}{ort[1]}")
        self.roh.zellen[ort] = Rohzelle(KOPF, typ, None if formel else titel, formel, 0, pfad)
        # Of tables below each other, the widest column counts.
        breite = max(spalte.breite, _MINDESTBREITE.get(spalte.typ, 0), _kopfbreite(titel))
        self.roh.breiten[nummer] = max(self.roh.breiten.get(nummer, 0), breite)

    def _zeile(
        self,
        werte: Mapping[str, Wert],
        spalten: Mapping[str, tuple[Spalte, int]],
        zeile: int,
        pfad: Pfad,
        beispiel: bool,
        zeigt: bool,
    ) -> None:
        for name, wert in werte.items():
            if name not in spalten:
                self._melde((*pfad, name), f"die Tabelle hat keine Spalte {name}")
                continue
            spalte, nummer = spalten[name]
            if spalte.formel is not None:
                self._melde((*pfad, name), f"Spalte {name} wird berechnet")
                continue
            self._pruefe_wert(spalte, wert, (*pfad, name))
            if zeigt:
                art = BEISPIEL if beispiel else "eingabe"
                ort = (nummer, zeile)
                self.roh.zellen[ort] = Rohzelle(art, spalte.typ, wert, "", spalte.nachkomma, pfad)

    def _regeln(self, angaben: Zellangaben, flaeche: Flaeche, pfad: Pfad, titel: str) -> None:
        for hervorhebung in angaben.hervorheben:
            self.roh.farben.append(Farbregel(flaeche, hervorhebung.wert, hervorhebung.stil))
        if angaben.liste is not None and angaben.liste not in self.listen:
            self._melde((*pfad, "liste"), f"die Liste „{angaben.liste}“ gibt es nicht")
            return
        if angaben.formel is None and not _ist_ohne_regel(angaben):
            self.roh.regeln.append(
                Eingaberegel(
                    flaeche,
                    angaben.typ,
                    titel,
                    angaben.hilfe or "",
                    worte=_worte(angaben),
                    liste=angaben.liste or "",
                    von=angaben.von,
                    bis=angaben.bis,
                    streng=not angaben.frei_ergaenzbar,
                ),
            )

    def _pruefe_wert(self, angaben: Zellangaben, wert: Wert, pfad: Pfad) -> None:
        if grund := self._mangel(angaben, wert):
            self._melde(pfad, grund)

    def _mangel(self, angaben: Zellangaben, wert: Wert) -> str:
        """Return what is wrong with a value, or nothing."""
        if angaben.typ in ZAHLTYPEN:
            return "" if isinstance(wert, int | float) else f"„{wert}“ ist keine Zahl"
        if angaben.typ in TAGTYPEN:
            tag = isinstance(wert, date)
            return "" if tag else f"„{wert}“ ist kein Tag (JJJJ-MM-TT)"
        if not isinstance(wert, str):
            return f"„{wert}“ ist eine Zahl, die Zelle hat den Typ {angaben.typ}"
        worte = angaben.auswahl or self.listen.get(angaben.liste or "", ())
        if angaben.typ is Zelltyp.AUSWAHL and not angaben.frei_ergaenzbar and wert not in worte:
            return f"„{wert}“ steht nicht in der Auswahl ({', '.join(worte)})"
        return ""

    def _melde(self, pfad: Pfad, grund: str) -> None:
        self.roh.fehler.append(Mappenfehler(pfad, grund))


def _kopfbreite(titel: str) -> int:
    """Return the width at which no word of a heading breaks."""
    laengstes = max(map(wortbreite, _WORT.findall(titel)), default=0)
    return min(_KOPF_HOECHSTENS, math.ceil(laengstes * FETT * GRAD / 1000 / JE_ZEICHEN) + 1)


def _ist_ohne_regel(angaben: Zellangaben) -> bool:
    """Text without a note may be anything; numbers and days are always checked."""
    return angaben.typ is Zelltyp.TEXT and not angaben.hilfe


def _worte(angaben: Zellangaben) -> tuple[str, ...]:
    """Return what a drop-down offers: the words of the field, or few whole numbers."""
    von, bis = angaben.von, angaben.bis
    if angaben.typ is not Zelltyp.GANZZAHL or von is None or bis is None or bis - von > _WENIGE:
        return angaben.auswahl
    return tuple(str(zahl) for zahl in range(int(von), int(bis) + 1))
