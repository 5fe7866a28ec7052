"""What the blocks of a text document know of their neighbours: breaks, tables, numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from leitfaden.views.textdokument import Textblock

# Only on the way to the view: `verbinde` turns it into a property of the next block.
UMBRUCH = "umbruch"


def verbinde(bloecke: Iterable[Textblock]) -> Iterator[Textblock]:
    """Let blocks know their neighbours: a page break or a table before, a heading behind.

    None of them becomes an empty paragraph, which programs that read aloud would stop at.
    """
    alle = list(bloecke)
    gezeichnet = _vor_unterschriften(alle)
    vorher, umbruch = "", False
    for stelle, (block, danach) in enumerate(zip(alle, [*alle[1:], None], strict=True)):
        if block.art == UMBRUCH:
            umbruch = True
            continue
        nach_tabelle = vorher == "tabelle" and not umbruch
        erklaert = danach is not None and danach.art not in ("ueberschrift", UMBRUCH)
        tabelle = block.tabelle
        yield replace(
            block,
            neue_seite=umbruch,
            nach_tabelle=nach_tabelle,
            bleibt=(block.art == "hinweis" and erklaert) or stelle in gezeichnet,
            tabelle=tabelle and replace(tabelle, sichtbar=nach_tabelle),
        )
        vorher, umbruch = block.art, False


def _vor_unterschriften(bloecke: Sequence[Textblock]) -> set[int]:
    """Return the places of the blocks before signatures, up to one that is no heading or note."""
    gezeichnet = set()
    for stelle, block in enumerate(bloecke):
        if block.tabelle is None or not block.tabelle.unterschriften:
            continue
        for davor in range(stelle - 1, -1, -1):
            art = bloecke[davor].art
            if art == UMBRUCH:
                break
            gezeichnet.add(davor)
            if art not in ("ueberschrift", "hinweis"):
                break
    return gezeichnet


def gegliedert(bloecke: Sequence[Textblock]) -> Iterator[Textblock]:
    """Number the headings: 1, 1.1, 2."""
    stand = [0, 0, 0]
    for block in bloecke:
        if block.art == "ueberschrift":
            stand[block.ebene - 1] += 1
            stand[block.ebene :] = [0] * (3 - block.ebene)
            gliederung = ".".join(map(str, stand[: block.ebene]))
            yield replace(block, gliederung=gliederung)
        else:
            yield block
