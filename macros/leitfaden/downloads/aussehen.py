"""Colours and measures of sheets, shared by both spreadsheet formats."""

from __future__ import annotations

from dataclasses import dataclass

from leitfaden.model.tabelle import Stil
from leitfaden.views.mappe import Zellblick

SCHRIFT = "Arial"
SCHRIFTGRAD = 11
RANDFARBE = "#6B7783"
_FUSSGRAD = 9
# From this width on, a text cell breaks its lines; narrower ones run into empty neighbours.
_UMBRUCH_AB = 40


@dataclass(frozen=True)
class Aussehen:
    """The look of cells of one kind."""

    hintergrund: str = ""
    schrift: str = "#000000"
    fett: bool = False
    kursiv: bool = False
    rand: bool = False
    grad: int = SCHRIFTGRAD
    umbruch: bool = False
    unten: bool = False


AUSSEHEN: dict[str, Aussehen] = {
    "titel": Aussehen(schrift="#12324A", fett=True, grad=18),
    "ueberschrift": Aussehen(schrift="#12324A", fett=True, grad=13, unten=True),
    "text": Aussehen(),
    "warnung": Aussehen(hintergrund="#FFF4D6", fett=True, rand=True, umbruch=True),
    "beschriftung": Aussehen(fett=True),
    "eingabe": Aussehen(hintergrund="#FFFFF5", rand=True, umbruch=True),
    "beispiel": Aussehen(hintergrund="#FFFFF5", kursiv=True, rand=True, umbruch=True),
    "berechnet": Aussehen(hintergrund="#E6E6E6", rand=True, umbruch=True),
    "kopf": Aussehen(hintergrund="#12324A", schrift="#FFFFFF", fett=True, rand=True, umbruch=True),
}
# Background and text of conditional formats; dark on light, 7:1 and more.
FARBEN: dict[Stil, tuple[str, str]] = {
    Stil.GUT: ("#DDF0DD", "#0B3D0B"),
    Stil.ACHTUNG: ("#FFE9B8", "#4A3000"),
    Stil.KRITISCH: ("#F9D3D0", "#5C0A06"),
    Stil.NEUTRAL: ("#D9E4EE", "#12324A"),
}


def bricht_um(zelle: Zellblick, breite: int) -> bool:
    """Tell whether a cell in a column of that width breaks its lines."""
    breiter_text = breite >= _UMBRUCH_AB and zelle.art == "text"
    return AUSSEHEN[zelle.art].umbruch or zelle.umbruch or breiter_text


def fussgrad(prozent: int) -> int:
    """Return the size of letters at the foot of a page, which shrinks with its sheet."""
    return round(_FUSSGRAD * 100 / prozent)
