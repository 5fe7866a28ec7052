"""A text document as both formats and the preview take it: headings, paragraphs, tables."""

from __future__ import annotations

from dataclasses import dataclass

from leitfaden.views.dateikopf import Dateikopf


@dataclass(frozen=True)
class Lauf:
    """Some words that look the same: plain, `fett`, `platzhalter` or `link`."""

    text: str
    art: str = ""


Laeufe = tuple[Lauf, ...]


@dataclass(frozen=True)
class Zellabsatz:
    """A paragraph in a cell; a note is one that is deleted at the end."""

    laeufe: Laeufe
    hinweis: bool = False


@dataclass(frozen=True)
class Tabellenzeile:
    """A row: paragraphs by cell and the lines of space it has at least."""

    zellen: tuple[tuple[Zellabsatz, ...], ...]
    zeilen: int = 1


@dataclass(frozen=True)
class Tabellenblock:
    """A table with a heading row; `breiten` are shares that add up to 1000.

    With `kopfspalte` the first cell of each row is its heading, as in a form. The title is read
    out; with `sichtbar` it also stands above the table, because another one ends right there.
    With `zusammen` it is short enough to stay on one page.
    """

    titel: str
    koepfe: tuple[Laeufe, ...]
    breiten: tuple[int, ...]
    zeilen: tuple[Tabellenzeile, ...]
    kopfspalte: bool = False
    sichtbar: bool = False
    zusammen: bool = False
    unterschriften: bool = False


@dataclass(frozen=True)
class Textblock:
    """One block; `art` tells which of the other fields count.

    It is ueberschrift, absatz, hinweis, kasten, liste, nummeriert, ankreuzen or tabelle.
    `nummer` counts all blocks, so that lists and tables have names of their own. With `neue_seite`
    a page begins here; with `nach_tabelle` the block needs a gap that a table cannot give; with
    `bleibt` it stays on the page of the next block: a note with what it explains, and with
    signatures what is signed.
    """

    art: str
    nummer: int = 0
    laeufe: Laeufe = ()
    ebene: int = 0
    gliederung: str = ""
    punkte: tuple[Laeufe, ...] = ()
    tabelle: Tabellenblock | None = None
    neue_seite: bool = False
    nach_tabelle: bool = False
    bleibt: bool = False


@dataclass(frozen=True)
class Textdokument:
    """A text document."""

    kopf: Dateikopf
    querformat: bool
    schriftgrad: int
    nummeriert: bool
    bloecke: tuple[Textblock, ...]
    anhang: tuple[Textblock, ...]
