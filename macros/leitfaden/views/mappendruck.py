"""A workbook on paper: every sheet from top to bottom, wide tables in parts that fit a page."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from leitfaden.model.dokument import Dokument, Platzhalter
from leitfaden.model.tabelle import Blatt, Zellart, Zelltyp
from leitfaden.texts import Texte
from leitfaden.views.dateikopf import Dateikopf, ersetze_platzhalter
from leitfaden.views.druckbild import VOLL, Druckbild, druckbild
from leitfaden.views.mappe import BEISPIEL, KOPF, Blattblick, Flaeche, Tabellenblick, Zellblick
from leitfaden.views.mappenbau import Mappenbau
from leitfaden.views.vorschau import Spaltenzeile, spaltenzeilen
from leitfaden.views.zellanzeige import anzeige

# Rows that were filled in and, where there are none, rows that are calculated; more say no more.
ZEILEN = 40
BERECHNETE = 12
# Letters are smaller than in the file, so more columns fit: 9 instead of 11 points.
_KLEINER = 11 / 9
_WERTE = (Zellart.EINGABE, Zellart.BERECHNET, BEISPIEL)


@dataclass(frozen=True)
class Druckzelle:
    """A cell of a table: what it shows and the look it has, a name of a style or nothing."""

    text: str
    art: str = ""


@dataclass(frozen=True)
class Tabellenteil:
    """The columns of a table that share a page; `breiten` are shares that add up to 1000."""

    koepfe: tuple[str, ...]
    breiten: tuple[int, ...]
    zeilen: tuple[tuple[Druckzelle, ...], ...]


@dataclass(frozen=True)
class Drucktabelle:
    """A table; `rest` tells how many rows are left, `spalten` what needs an explanation."""

    titel: str
    teile: tuple[Tabellenteil, ...]
    rest: str
    spalten: tuple[Spaltenzeile, ...]


@dataclass(frozen=True)
class Druckblock:
    """One of: a text (`art` is its look), pairs of label and value, a table."""

    art: str
    text: str = ""
    paare: tuple[tuple[str, str], ...] = ()
    tabelle: Drucktabelle | None = None


@dataclass(frozen=True)
class Druckblatt:
    """A sheet."""

    name: str
    zweck: str
    quer: bool
    bloecke: tuple[Druckblock, ...]
    diagramme: tuple[str, ...]


@dataclass(frozen=True)
class Mappendruck:
    """A workbook."""

    kopf: Dateikopf
    blaetter: tuple[Druckblatt, ...]


def mappendruck(
    dokument: Dokument, kopf: Dateikopf, platzhalter: Mapping[str, Platzhalter], texte: Texte
) -> Mappendruck:
    """Build the view; examples come from the filled-in file."""
    bau = Mappenbau(kopf, dokument, texte, platzhalter)
    mappe = bau.mappe()
    return Mappendruck(
        kopf,
        tuple(
            _Blattdruck(blatt, mappe.blatt(blatt.name), platzhalter, texte).druck()
            for blatt in dokument.blaetter
        ),
    )


_ZURUECK = "←"


@dataclass(frozen=True)
class _Blattdruck:
    """Prints one sheet: `blatt` is its record, `blick` what stands in its cells."""

    blatt: Blatt
    blick: Blattblick
    platzhalter: Mapping[str, Platzhalter]
    texte: Texte

    def druck(self) -> Druckblatt:
        bild = self._bild()
        return Druckblatt(
            name=self.blatt.name.replace("_", " "),
            zweck=ersetze_platzhalter(self.blatt.zweck, self.platzhalter),
            quer=not bild.hochformat,
            bloecke=tuple(self._bloecke(bild)),
            diagramme=tuple(d.alternativtext for d in self.blick.diagramme),
        )

    def _bild(self) -> Druckbild:
        """Lay out the tables alone: charts are described in words, other cells become text."""
        letzte = max((t.flaeche.bis_spalte for t in self.blick.tabellen), default=1)
        breiten = {s: math.ceil(b / _KLEINER) for s, b in self.blick.breiten}
        fixe = self.blick.fixe_spalten or 1
        return druckbild(breiten, letzte, hochformat=True, fixe=fixe, kleinst=VOLL)

    def _bloecke(self, bild: Druckbild) -> Iterator[Druckblock]:
        """Yield what stands on the sheet, row by row; a table stands where its heading row is."""
        belegt = {
            (spalte, zeile)
            for t in self.blick.tabellen
            for zeile in range(t.kopfzeile, t.flaeche.bis_zeile + 1)
            for spalte in range(t.flaeche.spalte, t.flaeche.bis_spalte + 1)
        }
        folge: list[tuple[int, int, Druckblock]] = []
        for nummer, tabelle in enumerate(self.blick.tabellen):
            block = Druckblock("tabelle", tabelle=self._tabelle(nummer, tabelle, bild))
            folge.append((tabelle.kopfzeile, tabelle.flaeche.spalte, block))
        freie = [z for z in self.blick.zellen if (z.spalte, z.zeile) not in belegt]
        for zeile, gruppe in groupby(freie, key=lambda z: z.zeile):
            zellen = [z for z in gruppe if _text(z) or z.art in _WERTE]
            folge += [(zeile, 0, block) for block in self._zeile(zellen)]
        return (block for _, _, block in sorted(folge, key=lambda f: f[:2]))

    def _zeile(self, zellen: list[Zellblick]) -> Iterator[Druckblock]:
        """Turn the cells of a row into pairs of label and value, and texts."""
        if any(z.art in _WERTE for z in zellen):
            yield Druckblock("paare", paare=tuple(self._paare(zellen)))
            return
        if len(zellen) == 2 and zellen[0].art == Zellart.BESCHRIFTUNG:
            links, rechts = map(_text, zellen)
            if zellen[0].typ is Zelltyp.GANZZAHL:
                yield Druckblock(Zellart.TEXT, text=f"{links}. {rechts}")
            else:
                yield Druckblock("paare", paare=((links, rechts),))
            return
        for zelle in zellen:
            yield Druckblock(zelle.art, text=_text(zelle))

    def _paare(self, zellen: list[Zellblick]) -> Iterator[tuple[str, str]]:
        """Pair values with the label to their left; several with one label are told apart.

        A label with an arrow names the values before it.
        """
        gruppen: list[tuple[str, list[Zellblick]]] = [("", [])]
        for zelle in zellen:
            if zelle.art in _WERTE:
                gruppen[-1][1].append(zelle)
            elif (name := _text(zelle)).startswith(_ZURUECK) and gruppen[-1][1]:
                gruppen[-1] = (name.removeprefix(_ZURUECK).strip(), gruppen[-1][1])
                gruppen.append(("", []))
            else:
                gruppen.append((name, []))
        for name, werte in gruppen:
            for zelle in werte:
                ueber = self._kopf_ueber(zelle) if len(werte) > 1 or not name else ""
                yield ", ".join(teil for teil in (name, ueber) if teil), _text(zelle)

    def _kopf_ueber(self, wert: Zellblick) -> str:
        """Return the heading of a value's column: the nearest label or heading row above it."""
        ueber = [
            zelle
            for zelle in self.blick.zellen
            if zelle.spalte == wert.spalte
            and zelle.zeile < wert.zeile
            and zelle.art in (KOPF, Zellart.BESCHRIFTUNG)
        ]
        return _text(ueber[-1]) if ueber else ""

    @property
    def _zellen(self) -> dict[tuple[int, int], Zellblick]:
        return {(z.spalte, z.zeile): z for z in self.blick.zellen}

    def _tabelle(self, nummer: int, tabelle: Tabellenblick, bild: Druckbild) -> Drucktabelle:
        f = tabelle.flaeche
        zellen = self._zellen
        stile = self._stile()
        gefuellt = self._zeilen_mit_inhalt(f, zellen)
        teile = []
        for von, bis in bild.teile:
            wiederholt = range(1, bild.wiederholt + 1) if von > 1 else ()
            alle = [*wiederholt, *range(von, bis + 1)]
            spalten = [s for s in alle if f.spalte <= s <= f.bis_spalte]
            if len(spalten) > len([s for s in wiederholt if s in spalten]):
                teile.append(self._teil(tabelle, spalten, gefuellt, zellen, stile))
        frei = f.bis_zeile - f.zeile + 1 - len(gefuellt)
        erklaert = spaltenzeilen(self.blatt.tabellen[nummer], self.texte, self.platzhalter)
        return Drucktabelle(
            titel=tabelle.titel,
            teile=tuple(teile),
            rest=self.texte.mit("datei.zeilen_frei", anzahl=frei) if frei else "",
            spalten=tuple(s for s in erklaert if s.hilfe or s.auswahl),
        )

    def _zeilen_mit_inhalt(
        self, flaeche: Flaeche, zellen: Mapping[tuple[int, int], Zellblick]
    ) -> list[int]:
        """Return the rows somebody filled in; where all is calculated, a few with results."""
        spalten = range(flaeche.spalte, flaeche.bis_spalte + 1)
        eingetragen, berechnet = [], []
        for zeile in range(flaeche.zeile, flaeche.bis_zeile + 1):
            reihe = [z for s in spalten if (z := zellen.get((s, zeile))) and _gefuellt(z)]
            if any(not zelle.formel for zelle in reihe):
                eingetragen.append(zeile)
            elif reihe:
                berechnet.append(zeile)
        return eingetragen[:ZEILEN] or berechnet[:BERECHNETE]

    def _teil(
        self,
        tabelle: Tabellenblick,
        spalten: list[int],
        zeilen: list[int],
        zellen: Mapping[tuple[int, int], Zellblick],
        stile: Mapping[tuple[int, int], str],
    ) -> Tabellenteil:
        breiten = dict(self.blick.breiten)
        gesamt = sum(breiten.get(s, 1) for s in spalten)
        return Tabellenteil(
            koepfe=tuple(_text(zellen[s, tabelle.kopfzeile]) for s in spalten),
            breiten=tuple(1000 * breiten.get(s, 1) // gesamt for s in spalten),
            zeilen=tuple(
                tuple(_druckzelle(zellen.get((s, z)), stile) for s in spalten) for z in zeilen
            ),
        )

    def _stile(self) -> dict[tuple[int, int], str]:
        """Return the style of cells by place whose word has one."""
        stile = {}
        for zelle in self.blick.zellen:
            for regel in self.blick.farbregeln:
                f = regel.flaeche
                trifft = f.spalte <= zelle.spalte <= f.bis_spalte and zelle.wert == regel.wert
                if trifft and f.zeile <= zelle.zeile <= f.bis_zeile:
                    stile[zelle.spalte, zelle.zeile] = regel.stil.value
        return stile


def _text(zelle: Zellblick) -> str:
    return anzeige(zelle.wert, zelle.typ, zelle.nachkomma)


def _gefuellt(zelle: Zellblick) -> bool:
    """Tell whether a cell says something: not empty, no zero that is only calculated."""
    if zelle.wert in (None, ""):
        return False
    return not (zelle.formel and zelle.wert == 0)


def _druckzelle(zelle: Zellblick | None, stile: Mapping[tuple[int, int], str]) -> Druckzelle:
    if zelle is None:
        return Druckzelle("")
    art = stile.get((zelle.spalte, zelle.zeile), zelle.art)
    return Druckzelle(_text(zelle), "" if art == Zellart.EINGABE else art)
