"""A part of the book as a PDF of its own, with what it takes to bind it with the others."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from string import Template
from typing import Any

from leitfaden.downloads.pdf import schreibe, setze, vorlage
from leitfaden.downloads.pdfschriften import Schriften, Zeichen, ausgelagert

_ANFANG = "buchanfang.css"
# CSS counts in pixels from the top of the page, PDF in points from its foot.
_PUNKTE = 0.75


@dataclass(frozen=True)
class Umbruch:
    """How many pages a part takes, and on which of them its anchors lie, from 0."""

    seiten: int
    anker: Mapping[str, int]


@dataclass(frozen=True)
class Lesezeichen:
    """A bookmark: its level, from 1, its page within the part, from 0, and the place there."""

    ebene: int
    titel: str
    seite: int
    x: float
    y: float


@dataclass(frozen=True)
class Fertigteil:
    """A part whose fonts are missing still."""

    pdf: bytes
    lesezeichen: tuple[Lesezeichen, ...]
    schriften: Schriften

    def als_bytes(self) -> bytes:
        """Write everything in one piece: a line of JSON, then the PDF."""
        kopf = {
            "lesezeichen": [asdict(zeichen) for zeichen in self.lesezeichen],
            "schriften": {name: asdict(zeichen) for name, zeichen in self.schriften.items()},
        }
        return json.dumps(kopf, sort_keys=True).encode() + b"\n" + self.pdf


def lies(daten: bytes) -> Fertigteil:
    """Read what `als_bytes` wrote."""
    kopf, _, pdf = daten.partition(b"\n")
    angaben = json.loads(kopf)
    return Fertigteil(
        pdf,
        tuple(Lesezeichen(**zeichen) for zeichen in angaben["lesezeichen"]),
        {name: _zeichen(**zeichen) for name, zeichen in angaben["schriften"].items()},
    )


def _zeichen(texte: dict[str, str], breiten: dict[str, int]) -> Zeichen:
    """JSON knows names only, no numbers."""
    return Zeichen(
        {int(nummer): text for nummer, text in texte.items()},
        {int(nummer): breite for nummer, breite in breiten.items()},
    )


def setze_teil(html: str, stil: str, beginn: int) -> Any:
    """Lay a part out whose first page has the number `beginn`."""
    anfang = Template(vorlage(_ANFANG))
    seite = "right" if beginn % 2 else "left"
    return setze(html, stil, anfang.substitute(seite=seite, nummer=beginn))


def umbruch(satz: Any) -> Umbruch:
    """Return how a part fell into pages; of anchors of one name the first counts."""
    anker: dict[str, int] = {}
    for nummer, seite in enumerate(satz.pages):
        for name in seite.anchors:
            anker.setdefault(name, nummer)
    return Umbruch(len(satz.pages), anker)


def schreibe_teil(satz: Any, beginn: int) -> Fertigteil:
    """Write a part; its first page makes the names within it unique in the book."""
    with ausgelagert() as schriften:
        pdf = schreibe(satz, f"{beginn}-")
    zeichen = (
        Lesezeichen(ebene, titel, nummer, x * _PUNKTE, (seite.height - y) * _PUNKTE)
        for nummer, seite in enumerate(satz.pages)
        for ebene, titel, (x, y), _ in seite.bookmarks
    )
    return Fertigteil(pdf, tuple(zeichen), schriften)
