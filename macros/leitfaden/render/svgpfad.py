"""Path data of the drawn icons as lines, for pictures that are no SVG.

Knows the commands our icons use (https://www.w3.org/TR/SVG2/paths.html); others raise ValueError.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

Punkt = tuple[float, float]
Zug = list[Punkt]

_STUECK = re.compile(r"([a-zA-Z])|(-?(?:\d+\.?\d*|\.\d+))")
# Numbers each command takes.
_LAENGE = {"m": 2, "l": 2, "h": 1, "v": 1, "c": 6, "s": 4, "a": 7, "z": 0}
# Straight pieces a curve is drawn with.
_STUFEN = 24


def zuege(markup: str) -> Iterator[Zug]:
    """Yield the lines of an icon: `path` and `circle` elements in their order."""
    for element in ET.fromstring(f"<svg>{markup}</svg>"):
        if element.tag == "circle":
            x, y, r = (float(element.attrib[name]) for name in ("cx", "cy", "r"))
            yield [_am_kreis((x, y), r, math.tau * n / 96) for n in range(97)]
        elif element.tag == "path":
            yield from pfadzuege(element.attrib["d"])
        else:
            raise ValueError(f"<{element.tag}> is not drawn")


def pfadzuege(d: str) -> Iterator[Zug]:
    """Yield the lines of path data."""
    zug: Zug = []
    griff: Punkt | None = None
    for befehl, zahlen in _befehle(d):
        art = befehl.lower()
        if art == "m":
            if len(zug) > 1:
                yield zug
            beginn = zug[-1] if zug and befehl.islower() else (0.0, 0.0)
            zug = [(beginn[0] + zahlen[0], beginn[1] + zahlen[1])]
        elif art == "z":
            zug.append(zug[0])
        else:
            neu, griff = _schritt(befehl, zahlen, zug[-1], griff)
            zug += neu
            continue
        griff = None
    if len(zug) > 1:
        yield zug


def _befehle(d: str) -> Iterator[tuple[str, list[float]]]:
    """Yield every command with its numbers; repeated ones may leave their letter out."""
    stuecke = [(b, z) for b, z in _STUECK.findall(d)]
    befehl, stelle = "", 0
    while stelle < len(stuecke):
        if stuecke[stelle][0]:
            befehl, stelle = stuecke[stelle][0], stelle + 1
        elif befehl in "mM":
            befehl = "l" if befehl == "m" else "L"
        laenge = _LAENGE.get(befehl.lower())
        if laenge is None:
            raise ValueError(f"path command {befehl} is not drawn")
        yield befehl, [float(z) for _, z in stuecke[stelle : stelle + laenge]]
        stelle += laenge


def _schritt(
    befehl: str, zahlen: list[float], von: Punkt, griff: Punkt | None
) -> tuple[Zug, Punkt | None]:
    """Return the points a command adds and the handle a smooth curve after it mirrors."""
    x, y = von if befehl.islower() else (0.0, 0.0)
    match befehl.lower():
        case "l":
            return [(x + zahlen[0], y + zahlen[1])], None
        case "h":
            return [(x + zahlen[0], von[1])], None
        case "v":
            return [(von[0], y + zahlen[0])], None
        case "a":
            ziel = (x + zahlen[5], y + zahlen[6])
            return _bogen(von, zahlen[0], bool(zahlen[3]), bool(zahlen[4]), ziel), None
    ecken = [(x + zahlen[n], y + zahlen[n + 1]) for n in range(0, len(zahlen), 2)]
    if befehl.lower() == "s":
        gespiegelt = (2 * von[0] - griff[0], 2 * von[1] - griff[1]) if griff else von
        ecken.insert(0, gespiegelt)
    return _kurve(von, *ecken), ecken[1]


def _kurve(a: Punkt, b: Punkt, c: Punkt, d: Punkt) -> Zug:
    """Points of a cubic Bézier curve, without its first."""
    punkte = []
    for n in range(1, _STUFEN + 1):
        t = n / _STUFEN
        gewichte = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        paare = list(zip(gewichte, (a, b, c, d), strict=True))
        punkte.append((sum(g * p[0] for g, p in paare), sum(g * p[1] for g, p in paare)))
    return punkte


def _bogen(von: Punkt, radius: float, gross: bool, rechtsherum: bool, nach: Punkt) -> Zug:
    """Points of an arc of a circle, without its first (SVG 2, B.2.4)."""
    halb = ((nach[0] - von[0]) / 2, (nach[1] - von[1]) / 2)
    abstand = math.hypot(*halb)
    radius = max(radius, abstand)
    hoehe = math.sqrt(radius**2 - abstand**2) / abstand * (-1 if gross == rechtsherum else 1)
    mitte = (von[0] + halb[0] - halb[1] * hoehe, von[1] + halb[1] + halb[0] * hoehe)
    beginn = math.atan2(von[1] - mitte[1], von[0] - mitte[0])
    weite = math.atan2(nach[1] - mitte[1], nach[0] - mitte[0]) - beginn
    if rechtsherum and weite < 0:
        weite += math.tau
    if not rechtsherum and weite > 0:
        weite -= math.tau
    return [_am_kreis(mitte, radius, beginn + weite * n / _STUFEN) for n in range(1, _STUFEN + 1)]


def _am_kreis(mitte: Punkt, radius: float, winkel: float) -> Punkt:
    return mitte[0] + radius * math.cos(winkel), mitte[1] + radius * math.sin(winkel)
