"""A workbook on paper: every sheet from top to bottom, wide tables in parts that fit a page."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from leitfaden.model.dokument import Dokument, Platzhalter
from leitfaden.model.tabelle import Blatt
from leitfaden.texts import Texte
from leitfaden.views.dateikopf import Dateikopf, ersetze_platzhalter
from leitfaden.views.druckbild import VOLL, Druckbild, druckbild
from leitfaden.views.druckmappe import (
    Druckblatt,
    Druckblock,
    Drucktabelle,
    Mappendruck,
    Tabellenteil,
    druckzelle,
    zelltext,
)
from leitfaden.views.freizellen import WERTE, Freizellen, Ort
from leitfaden.views.mappe import Blattblick, Flaeche, Tabellenblick, Zellblick
from leitfaden.views.mappenbau import Mappenbau
from leitfaden.views.mappenhinweise import LISTEN
from leitfaden.views.vorschau import Spaltenzeile, spaltenzeilen

# Rows that were filled in; where there are none, rows that are calculated; where those are empty
# too, rows that show where to write. More say no more.
ZEILEN = 40
BERECHNETE = 12
LEERE = 3
# Letters are smaller than in the file, so more columns fit: 9 instead of 11 points.
_KLEINER = 11 / 9


def mappendruck(
    dokument: Dokument, kopf: Dateikopf, platzhalter: Mapping[str, Platzhalter], texte: Texte
) -> Mappendruck:
    """Build the view; examples come from the filled-in file."""
    bau = Mappenbau(kopf, dokument, texte, platzhalter)
    mappe = bau.mappe()
    blaetter = [
        _Blattdruck(blatt, mappe.blatt(blatt.name), platzhalter, texte).druck()
        for blatt in dokument.blaetter
    ]
    if bau.listen:
        blaetter.append(_listen(bau.listen, texte))
    return Mappendruck(kopf, tuple(blaetter))


def _listen(listen: Mapping[str, Sequence[str]], texte: Texte) -> Druckblatt:
    """Return the words of the drop-downs, which paper cannot open."""
    paare = tuple((name.replace("_", " "), " · ".join(worte)) for name, worte in listen.items())
    bloecke = (Druckblock("listen", paare=paare),)
    return Druckblatt(LISTEN, texte["datei.listen_zweck"], quer=False, bloecke=bloecke)


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
        stile = self._stile()
        folge: list[tuple[Ort, Druckblock]] = []
        for nummer, tabelle in enumerate(self.blick.tabellen):
            block = Druckblock("tabelle", tabelle=self._tabelle(nummer, tabelle, bild))
            folge.append(((tabelle.kopfzeile, 0, tabelle.flaeche.spalte), block))
        frei = [
            z
            for z in self.blick.zellen
            if (z.spalte, z.zeile) not in belegt and (zelltext(z) or z.art in WERTE)
        ]
        breiten, angabe = dict(self.blick.breiten), self.texte["datei.angabe"]
        folge += Freizellen(frei, self.blick.zellen, breiten, stile, angabe).bloecke()
        sortiert = [block for _, block in sorted(folge, key=lambda f: f[0])]
        for paare, gruppe in groupby(sortiert, key=lambda b: b.art == "paare"):
            if paare:
                yield Druckblock("paare", paare=tuple(p for b in gruppe for p in b.paare))
            else:
                yield from gruppe

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
            spalten=tuple(_gleiche(s for s in erklaert if s.hilfe or s.auswahl)),
        )

    def _zeilen_mit_inhalt(
        self, flaeche: Flaeche, zellen: Mapping[tuple[int, int], Zellblick]
    ) -> list[int]:
        """Return the rows somebody filled in, else a few with results, else a few to fill in."""
        spalten = range(flaeche.spalte, flaeche.bis_spalte + 1)
        eingetragen, berechnet = [], []
        for zeile in range(flaeche.zeile, flaeche.bis_zeile + 1):
            reihe = [z for s in spalten if (z := zellen.get((s, zeile))) and _gefuellt(z)]
            if any(not zelle.formel for zelle in reihe):
                eingetragen.append(zeile)
            elif reihe:
                berechnet.append(zeile)
        leer = range(flaeche.zeile, min(flaeche.zeile + LEERE, flaeche.bis_zeile + 1))
        return eingetragen[:ZEILEN] or berechnet[:BERECHNETE] or list(leer)

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
            koepfe=tuple(zelltext(zellen[s, tabelle.kopfzeile]) for s in spalten),
            breiten=tuple(1000 * breiten.get(s, 1) // gesamt for s in spalten),
            zeilen=tuple(
                tuple(druckzelle(zellen.get((s, z)), stile) for s in spalten) for z in zeilen
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


def _gefuellt(zelle: Zellblick) -> bool:
    """Tell whether a cell says something: not empty, no zero that is only calculated."""
    if zelle.wert in (None, ""):
        return False
    return not (zelle.formel and zelle.wert == 0)


def _gleiche(spalten: Iterable[Spaltenzeile]) -> Iterator[Spaltenzeile]:
    """Put columns side by side in one line if the same goes into them and there is no note."""
    for (_, hilfe), gruppe in groupby(spalten, key=lambda s: (s.inhalt, s.hilfe)):
        alle = list(gruppe)
        if hilfe or len(alle) == 1:
            yield from alle
            continue
        buchstaben = ", ".join(s.buchstaben for s in alle)
        titel = ", ".join(s.titel for s in alle)
        yield replace(alle[0], buchstaben=buchstaben, titel=titel)
