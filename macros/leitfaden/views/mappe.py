"""A workbook as both spreadsheet formats take it: every cell with its value, formula and look."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from leitfaden.formeln.ausdruck import Ausdruck, Bereich, Bezug
from leitfaden.model.tabelle import Diagrammart, Stil, Zelltyp
from leitfaden.views.dateikopf import Dateikopf
from leitfaden.views.druckbild import STANDARDBREITE, Druckbild, druckbild, zentimeter

# Looks of cells beyond those of Zellart.
KOPF = "kopf"
BEISPIEL = "beispiel"
# What a chart covers: its width in centimetres and rows of usual size.
_DIAGRAMM_BREITE = 15.0
_DIAGRAMM_ZEILEN = 24
# Rows of usual height on a page.
_ZEILEN_HOCH, _ZEILEN_QUER = 54, 34


@dataclass(frozen=True)
class Zellblick:
    """A cell; `art` is its look, `wert` what it shows, for formulas the result.

    With `umbruch` its text needs several lines, because the cell beside it is taken.
    """

    spalte: int
    zeile: int
    art: str
    typ: Zelltyp
    wert: float | str | date | bool | None = None
    formel: str = ""
    ausdruck: Ausdruck | None = None
    nachkomma: int = 0
    umbruch: bool = False


@dataclass(frozen=True)
class Flaeche:
    """A rectangle of cells on one sheet, all borders included."""

    spalte: int
    zeile: int
    bis_spalte: int
    bis_zeile: int


@dataclass(frozen=True)
class Eingaberegel:
    """What may be entered into cells: words of a list, numbers, days; with a note.

    `liste` names a list and `quelle` its cells; `worte` are a list of their own. All empty and no
    limits means that only the note is shown.
    """

    flaeche: Flaeche
    typ: Zelltyp
    titel: str
    hilfe: str
    worte: tuple[str, ...] = ()
    liste: str = ""
    quelle: Bereich | None = None
    von: float | None = None
    bis: float | None = None
    streng: bool = True


@dataclass(frozen=True)
class Farbregel:
    """Cells that hold a word get a colour."""

    flaeche: Flaeche
    wert: str
    stil: Stil


@dataclass(frozen=True)
class Tabellenblick:
    """Where a table stands; `flaeche` has no heading row."""

    titel: str
    kopfzeile: int
    flaeche: Flaeche
    name: str


@dataclass(frozen=True)
class Reihenblick:
    """A line of a chart; the title is plain text, the numbers are cells."""

    titel: str
    werte: Bereich
    zahlen: tuple[float | None, ...]


@dataclass(frozen=True)
class Diagrammblick:
    """A chart."""

    art: Diagrammart
    titel: str
    alternativtext: str
    spalte: int
    zeile: int
    kategorien: Bereich
    namen: tuple[str, ...]
    reihen: tuple[Reihenblick, ...]
    hoechstens: float | None


@dataclass(frozen=True)
class Blattblick:
    """A sheet."""

    name: str
    zweck: str
    hochformat: bool
    breiten: tuple[tuple[int, int], ...]
    zellen: tuple[Zellblick, ...]
    tabellen: tuple[Tabellenblick, ...] = ()
    eingaberegeln: tuple[Eingaberegel, ...] = ()
    farbregeln: tuple[Farbregel, ...] = ()
    diagramme: tuple[Diagrammblick, ...] = ()
    fixe_spalten: int = 0

    @property
    def letzte(self) -> tuple[int, int]:
        """Column and row of the lower right corner of everything on the sheet."""
        spalten = [z.spalte for z in self.zellen] or [1]
        zeilen = [z.zeile for z in self.zellen] or [1]
        return max(spalten), max(zeilen)

    @property
    def druckende(self) -> tuple[int, int]:
        """Column and row of the lower right corner of what is printed, charts included."""
        spalte, zeile = self.letzte
        for diagramm in self.diagramme:
            spalte = max(spalte, self._bis_spalte(diagramm))
            zeile = max(zeile, diagramm.zeile + _DIAGRAMM_ZEILEN)
        return spalte, zeile

    def _bis_spalte(self, diagramm: Diagrammblick) -> int:
        """Return the last column a chart covers."""
        breiten = dict(self.breiten)
        spalte, belegt = diagramm.spalte - 1, 0.0
        while belegt < _DIAGRAMM_BREITE:
            spalte += 1
            belegt += zentimeter(breiten.get(spalte, STANDARDBREITE))
        return spalte

    @property
    def druckbild(self) -> Druckbild:
        """How the sheet is printed."""
        zusammen = [(d.spalte, self._bis_spalte(d)) for d in self.diagramme]
        return druckbild(
            dict(self.breiten), self.druckende[0], self.hochformat, self.fixe_spalten, zusammen
        )

    @property
    def seitenanfaenge(self) -> tuple[int, ...]:
        """Rows that begin a printed page, so that no chart is cut in two."""
        platz = _ZEILEN_HOCH if self.druckbild.hochformat else _ZEILEN_QUER
        return tuple(
            d.zeile for d in self.diagramme if 1 < d.zeile <= platz < d.zeile + _DIAGRAMM_ZEILEN
        )

    @property
    def wiederholte_zeile(self) -> int:
        """The heading row printed on every page and kept in sight; 0 if there is none.

        With two tables below each other there is no row that would be right for both.
        """
        return self.tabellen[0].kopfzeile if len(self.tabellen) == 1 else 0


@dataclass(frozen=True)
class Mappe:
    """A workbook; `namen` are named cells and ranges."""

    kopf: Dateikopf
    blaetter: tuple[Blattblick, ...]
    namen: tuple[tuple[str, Bezug | Bereich], ...]
    fehler: tuple[Mappenfehler, ...] = ()

    def blatt(self, name: str) -> Blattblick:
        """Return a sheet by name; raises KeyError."""
        return {blatt.name: blatt for blatt in self.blaetter}[name]


@dataclass(frozen=True)
class Mappenfehler:
    """Something in the record that cannot become a cell: the path of the field and the reason."""

    pfad: tuple[str | int, ...]
    grund: str
