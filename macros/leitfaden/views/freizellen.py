"""Cells outside the tables of a sheet, on paper: texts, labelled values, grids of values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, takewhile

from leitfaden.model.tabelle import Zellart, Zelltyp
from leitfaden.views.druckmappe import (
    Druckblock,
    Drucktabelle,
    Druckzelle,
    Tabellenteil,
    druckzelle,
    zelltext,
)
from leitfaden.views.mappe import BEISPIEL, KOPF, Zellblick

WERTE = (Zellart.EINGABE, Zellart.BERECHNET, BEISPIEL)
_ZURUECK = "←"
# Rows below so many headings are a grid; so is a single row of many values.
_GITTERSPALTEN, _EINZELNE = 2, 3
# Where a block stands: the row it follows, the group of columns, its own row.
Ort = tuple[int, int, int]
Reihe = Sequence[Zellblick]


@dataclass(frozen=True)
class Freizellen:
    """The free cells of a sheet; `alle` are its cells, among which headings are looked for."""

    frei: Sequence[Zellblick]
    alle: Sequence[Zellblick]
    breiten: Mapping[int, int]
    stile: Mapping[tuple[int, int], str]
    angabe: str

    def bloecke(self) -> Iterator[tuple[Ort, Druckblock]]:
        """Yield the blocks and where they stand; groups side by side follow one another."""
        for lauf in _laeufe(self.frei):
            ende = lauf[-1].zeile
            for nummer, gruppe in enumerate(_nebeneinander(lauf)):
                for zeile, block in self._gruppe(gruppe):
                    yield (ende if nummer else zeile, nummer, zeile), block

    def _gruppe(self, zellen: Reihe) -> Iterator[tuple[int, Druckblock]]:
        reihen = [list(reihe) for _, reihe in groupby(zellen, key=lambda z: z.zeile)]
        while reihen:
            kopf = self._kopf(reihen[0])
            gitter = _gitter(reihen[1:], list(kopf)) if kopf else []
            einzeln = not gitter and self._einzelne(reihen[0])
            if gitter:
                rest = [z for z in reihen[0] if z.art != Zellart.BESCHRIFTUNG]
                for block in self._reihe(rest):
                    yield reihen[0][0].zeile, block
                yield gitter[0][0].zeile, self._tabelle(gitter, kopf)
            elif einzeln:
                yield reihen[0][0].zeile, self._tabelle(reihen[:1], einzeln)
            else:
                for block in self._reihe(reihen[0]):
                    yield reihen[0][0].zeile, block
            reihen = reihen[1 + len(gitter) :]

    def _kopf(self, reihe: Reihe) -> dict[int, str]:
        """Return the headings of a row without values by column, if it has several."""
        if any(z.art in WERTE for z in reihe):
            return {}
        kopf = {z.spalte: zelltext(z) for z in reihe[1:] if z.art == Zellart.BESCHRIFTUNG}
        return kopf if len(kopf) >= _GITTERSPALTEN else {}

    def _einzelne(self, reihe: Reihe) -> dict[int, str]:
        """Return the headings of a row of a label and many values that stands alone."""
        kopf = {z.spalte: self._kopf_ueber(z) for z in reihe if z.art in WERTE}
        viele = len(kopf) >= _EINZELNE and all(kopf.values())
        return kopf if viele and _ist_gitterzeile(reihe, list(kopf)) else {}

    def _tabelle(self, reihen: Sequence[Reihe], kopf: Mapping[int, str]) -> Druckblock:
        spalten = [reihen[0][0].spalte, *kopf]
        gesamt = sum(self.breiten.get(s, 1) for s in spalten)
        nach_spalte = [{z.spalte: z for z in reihe} for reihe in reihen]
        teil = Tabellenteil(
            koepfe=(self.angabe, *kopf.values()),
            breiten=tuple(1000 * self.breiten.get(s, 1) // gesamt for s in spalten),
            zeilen=tuple(
                (
                    Druckzelle(zelltext(reihe[spalten[0]])),
                    *(druckzelle(reihe.get(s), self.stile) for s in kopf),
                )
                for reihe in nach_spalte
            ),
        )
        return Druckblock("tabelle", tabelle=Drucktabelle("", (teil,)))

    def _reihe(self, zellen: Reihe) -> Iterator[Druckblock]:
        """Turn the cells of a row into pairs of label and value, and texts."""
        if any(z.art in WERTE for z in zellen):
            yield Druckblock("paare", paare=tuple(self._paare(zellen)))
            return
        if len(zellen) == 2 and zellen[0].art == Zellart.BESCHRIFTUNG:
            links, rechts = map(zelltext, zellen)
            if zellen[0].typ is Zelltyp.GANZZAHL:
                yield Druckblock(Zellart.TEXT, text=f"{links}. {rechts}")
            else:
                yield Druckblock("paare", paare=((links, rechts),))
            return
        for zelle in zellen:
            yield Druckblock(zelle.art, text=zelltext(zelle))

    def _paare(self, zellen: Iterable[Zellblick]) -> Iterator[tuple[str, str]]:
        """Pair values with the label to their left; several with one label are told apart.

        A label with an arrow names the values before it.
        """
        gruppen: list[tuple[str, list[Zellblick]]] = [("", [])]
        for zelle in zellen:
            if zelle.art in WERTE:
                gruppen[-1][1].append(zelle)
            elif (name := zelltext(zelle)).startswith(_ZURUECK) and gruppen[-1][1]:
                gruppen[-1] = (name.removeprefix(_ZURUECK).strip(), gruppen[-1][1])
                gruppen.append(("", []))
            else:
                gruppen.append((name, []))
        for name, werte in gruppen:
            for zelle in werte:
                ueber = self._kopf_ueber(zelle) if len(werte) > 1 or not name else ""
                yield ", ".join(teil for teil in (name, ueber) if teil), zelltext(zelle)

    def _kopf_ueber(self, wert: Zellblick) -> str:
        """Return the heading of a value's column: the nearest label or heading row above it."""
        ueber = [
            zelle
            for zelle in self.alle
            if zelle.spalte == wert.spalte
            and zelle.zeile < wert.zeile
            and zelle.art in (KOPF, Zellart.BESCHRIFTUNG)
        ]
        return zelltext(ueber[-1]) if ueber else ""


def _laeufe(zellen: Iterable[Zellblick]) -> Iterator[list[Zellblick]]:
    """Yield cells row by row, apart where a row is empty."""
    lauf: list[Zellblick] = []
    for zelle in zellen:
        if lauf and zelle.zeile > lauf[-1].zeile + 1:
            yield lauf
            lauf = []
        lauf.append(zelle)
    if lauf:
        yield lauf


def _nebeneinander(lauf: Reihe) -> Iterator[list[Zellblick]]:
    """Part rows where a heading stands to the right of an empty column."""
    belegt = {z.spalte for z in lauf}
    anfaenge = {z.spalte for z in lauf if z.art == Zellart.UEBERSCHRIFT}
    grenzen = sorted(s for s in anfaenge if s - 1 not in belegt and s > min(belegt))
    for von, bis in zip([0, *grenzen], [*grenzen, max(belegt) + 1], strict=True):
        yield [z for z in lauf if von <= z.spalte < bis]


def _gitter(reihen: Iterable[Reihe], spalten: Sequence[int]) -> list[Reihe]:
    """Return the first rows that have a label and values below these headings only."""
    gitter = list(takewhile(lambda reihe: _ist_gitterzeile(reihe, spalten), reihen))
    return gitter if any(len(reihe) > _GITTERSPALTEN for reihe in gitter) else []


def _ist_gitterzeile(reihe: Reihe, spalten: Sequence[int]) -> bool:
    return reihe[0].art == Zellart.BESCHRIFTUNG and all(
        z.art in WERTE and z.spalte in spalten for z in reihe[1:]
    )
