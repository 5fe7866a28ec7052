"""How high rows are, measured with the widths of letters, and what that means for the page."""

from __future__ import annotations

from leitfaden.downloads.aussehen import AUSSEHEN, bricht_um
from leitfaden.views.druckbild import KLEINST, STANDARDBREITE, VOLL
from leitfaden.views.mappe import Blattblick, Zellblick
from leitfaden.views.wortbreite import FETT, LEERZEICHEN, wortbreite

# What a unit of column width gives in points, with a reserve: programs set letters differently.
_JE_EINHEIT = 7 * 0.75 * 0.96
_FEST = ("titel", "ueberschrift", "text", "warnung", "beschriftung", "kopf")
_ZEILE = 1.3
_RAND = 2.0
# Above a heading, if the row above it is not empty; an empty row; all in points.
_LUFT = 9.0
_LEER = 15.0
# What A4 has upright and across between its margins, and how much smaller a sheet may become
# so that its last rows do not stand alone on a page.
_PLATZ = {True: 741.0, False: 494.0}
_KLEINER = 0.85


def zeilen(text: str, breite: int, grad: int, fett: bool = False) -> int:
    """Return the lines of a text that breaks between words in a column of that width."""
    platz = breite * _JE_EINHEIT * 1000 / grad / (FETT if fett else 1)
    anzahl = 0
    for absatz in text.split("\n"):
        anzahl += 1
        belegt = 0.0
        for wort in absatz.split(" "):
            laenge = wortbreite(wort)
            if belegt and belegt + LEERZEICHEN + laenge > platz:
                anzahl += 1
                belegt = 0.0
            # A word longer than a line is broken anywhere.
            anzahl += int(laenge / platz) if not belegt else 0
            belegt += (LEERZEICHEN if belegt else 0) + laenge % platz
    return anzahl


def hoehen(blatt: Blattblick) -> dict[int, float]:
    """Return the height in points of every row that has cells."""
    breiten = dict(blatt.breiten)
    reihen = _reihen(blatt)
    return {
        zeile: max(_hoehe(zelle, breiten.get(zelle.spalte, STANDARDBREITE)) for zelle in zellen)
        + (_LUFT if zeile - 1 in reihen and _ist_titel(zellen) else 0)
        for zeile, zellen in reihen.items()
    }


def feste_hoehen(blatt: Blattblick) -> dict[int, float]:
    """Return the heights of rows nobody writes into.

    Others grow by themselves while someone writes.
    """
    fest = {z for z, zellen in _reihen(blatt).items() if all(c.art in _FEST for c in zellen)}
    return {zeile: hoehe for zeile, hoehe in hoehen(blatt).items() if zeile in fest}


def einzeilig(blatt: Blattblick) -> dict[int, float]:
    """Return how high rows would be if no text broke."""
    return {
        zeile: max(AUSSEHEN[zelle.art].grad for zelle in zellen) * _ZEILE + _RAND
        for zeile, zellen in _reihen(blatt).items()
    }


def druckprozent(blatt: Blattblick) -> int:
    """Return the scale of the print: a little smaller if that saves a page of few rows."""
    bild = blatt.druckbild
    if len(bild.teile) > 1 or blatt.seitenanfaenge or blatt.diagramme:
        return bild.prozent
    letzte = blatt.druckende[1]
    hoch = hoehen(blatt)
    gesamt = sum(hoch.get(zeile, _LEER) for zeile in range(1, letzte + 1))
    passend = int(_PLATZ[bild.hochformat] * VOLL / gesamt)
    kleinst = max(KLEINST, bild.prozent * _KLEINER)
    return passend if kleinst <= passend < bild.prozent else bild.prozent


def seitenanfaenge(blatt: Blattblick) -> tuple[int, ...]:
    """Return the rows that begin a printed page: sections of a text are not cut in two."""
    if blatt.tabellen or blatt.diagramme:
        return blatt.seitenanfaenge
    platz = _PLATZ[blatt.druckbild.hochformat] * VOLL / druckprozent(blatt)
    hoch, reihen = hoehen(blatt), _reihen(blatt)
    anfaenge: list[int] = []
    belegt, seit_titel, titel = 0.0, 0.0, 1
    for zeile in range(1, blatt.druckende[1] + 1):
        if _ist_titel(reihen.get(zeile, [])):
            titel, seit_titel = zeile, 0.0
        hoehe = hoch.get(zeile, _LEER)
        belegt, seit_titel = belegt + hoehe, seit_titel + hoehe
        if belegt > platz:
            # A section longer than a page is cut where programs cut it.
            if seit_titel < belegt:
                anfaenge.append(titel)
            belegt = seit_titel if seit_titel < belegt else hoehe
    return tuple(anfaenge)


def _reihen(blatt: Blattblick) -> dict[int, list[Zellblick]]:
    reihen: dict[int, list[Zellblick]] = {}
    for zelle in blatt.zellen:
        reihen.setdefault(zelle.zeile, []).append(zelle)
    return reihen


def _ist_titel(zellen: list[Zellblick]) -> bool:
    return any(zelle.art == "ueberschrift" for zelle in zellen)


def _hoehe(zelle: Zellblick, breite: int) -> float:
    a = AUSSEHEN[zelle.art]
    wort = zelle.wert if bricht_um(zelle, breite) and isinstance(zelle.wert, str) else ""
    return zeilen(wort, breite, a.grad, a.fett) * a.grad * _ZEILE + _RAND
