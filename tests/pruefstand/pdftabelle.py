"""The shape of a table in the structure tree of a PDF."""

from __future__ import annotations

from collections.abc import Iterator

from tests.pruefstand.pdfbaum import Element


def zeilen(tabelle: Element) -> Iterator[list[Element]]:
    """Yield the cells of each row."""
    for kind in tabelle.kinder:
        if kind.typ == "TR":
            yield [zelle for zelle in kind.kinder if zelle.typ in ("TH", "TD")]
        elif kind.typ in ("THead", "TBody", "TFoot"):
            yield from zeilen(kind)


def unregelmaessig(tabelle: Element) -> list[int]:
    """Return the widths of the rows if they differ; cells that reach into later rows count."""
    breiten: list[int] = []
    haengt: list[int] = []  # for each column, how many rows a cell above still covers
    for zeile in zeilen(tabelle):
        spalte = 0
        for zelle in zeile:
            spalte = _naechste_freie(haengt, spalte)
            breit, hoch = _spanne(zelle, "/ColSpan"), _spanne(zelle, "/RowSpan")
            haengt += [0] * (spalte + breit - len(haengt))
            haengt[spalte : spalte + breit] = [hoch] * breit
            spalte += breit
        breiten.append(sum(1 for rest in haengt if rest > 0))
        haengt = [max(rest - 1, 0) for rest in haengt]
    return sorted(set(breiten)) if len(set(breiten)) > 1 else []


def _naechste_freie(haengt: list[int], spalte: int) -> int:
    while spalte < len(haengt) and haengt[spalte] > 0:
        spalte += 1
    return spalte


def _spanne(zelle: Element, name: str) -> int:
    wert = zelle.eigenschaft(name)
    return 1 if wert is None else int(wert)
