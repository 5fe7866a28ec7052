"""Draws the pictures of shared links: 1200 by 630 points, the same bytes for the same words."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable
from dataclasses import astuple
from functools import cache
from importlib import resources

from PIL import Image, ImageColor, ImageDraw, ImageFont, __version__

from leitfaden.model.felder import Farbe
from leitfaden.render.kopfdaten import BREITE, HOEHE
from leitfaden.render.svgpfad import zuege
from leitfaden.render.umgebung import makro
from leitfaden.views.vorschaubild import Vorschaubild

# Raise it when the drawing changes, so that nobody gets an old picture from the store.
FASSUNG = "1"
# The colours of the light theme; a test compares them with the stylesheet.
FARBEN = {
    Farbe.BLAU: "#2044aa",
    Farbe.VIOLETT: "#7e01a8",
    Farbe.GRUEN: "#005a44",
    Farbe.OCKER: "#6f3f00",
}
WEISS = 255
_RAND = 72
# Width of a title beside an icon.
SCHMAL = 780
_TITELOBEN, _TITELUNTEN = 160, 510
_GROESSEN = range(68, 34, -2)
_ABSTAND = 1.22
_SYMBOL = 190
# Lines are drawn larger and scaled down: that makes them smooth.
_FEIN = 4
# Shades between the colour and white.
_STUFEN = 64

Schrift = ImageFont.FreeTypeFont


def fingerabdruck(bild: Vorschaubild) -> str:
    """Return a name that changes whenever the picture would."""
    inhalt = repr((FASSUNG, __version__, astuple(bild), _markup(bild)))
    return hashlib.sha256(inhalt.encode()).hexdigest()[:32]


def zeichne(bild: Vorschaubild) -> bytes:
    """Draw a picture as PNG.

    Everything is white on one colour, so it is drawn as shades of grey: how much white covers
    the colour. Turning the shades into a palette is exact and quick.
    """
    flaeche = Image.new("L", (BREITE, HOEHE), 0)
    stift = ImageDraw.Draw(flaeche)
    _kopf(flaeche, stift, bild)
    _titel(stift, bild)
    _zeichne_symbol(flaeche, _markup(bild))
    stift.rectangle((0, HOEHE - 20, BREITE, HOEHE), fill=WEISS)
    farbig = _faerbe(flaeche, FARBEN[bild.farbe or Farbe.BLAU])
    _streifen(farbig)
    ziel = io.BytesIO()
    farbig.save(ziel, "PNG", optimize=True)
    return ziel.getvalue()


def _faerbe(flaeche: Image.Image, farbe: str) -> Image.Image:
    """Replace the shades by steps from the colour to white; the four colours come after them."""
    grund = ImageColor.getrgb(farbe)[:3]
    farbig = flaeche.point([wert * _STUFEN // 256 for wert in range(256)])
    palette = [
        round(kanal + (255 - kanal) * stufe / (_STUFEN - 1))
        for stufe in range(_STUFEN)
        for kanal in grund
    ]
    palette += [kanal for wert in FARBEN.values() for kanal in ImageColor.getrgb(wert)[:3]]
    farbig.putpalette(palette)
    return farbig


@cache
def schrift(fett: bool, groesse: int) -> Schrift:
    """Return the font that comes with the program; its layout must not depend on the system."""
    name = f"OpenSans-{'Bold' if fett else 'Regular'}.ttf"
    datei = resources.files(__package__).joinpath("schriften", name).read_bytes()
    einfach = ImageFont.Layout.BASIC
    return ImageFont.truetype(io.BytesIO(datei), groesse, layout_engine=einfach)


def _kopf(flaeche: Image.Image, stift: ImageDraw.ImageDraw, bild: Vorschaubild) -> None:
    """The sign of the library with its name."""
    ecken = ((0, 0), (28, 0), (0, 28), (28, 28))
    zeichen = _leinwand(60, 60)
    maler = ImageDraw.Draw(zeichen)
    maler.rectangle(_mal((16, 16, 43, 43)), fill=130)
    for x, y in ecken:
        maler.rounded_rectangle(_mal((x + 2, y + 2, x + 26, y + 26)), 6 * _FEIN, fill=255)
    _lege_auf(flaeche, zeichen, (_RAND - 2, _RAND - 6))
    stift.text((_RAND + 76, _RAND + 24), bild.website, WEISS, schrift(True, 36), anchor="lm")
    unten = (_RAND, HOEHE - 66)
    stift.text(unten, bild.untertitel, WEISS, schrift(False, 27), anchor="lm")


def _titel(stift: ImageDraw.ImageDraw, bild: Vorschaubild) -> None:
    """Kennung and kind above the title, all of it in the middle of the height left to them."""
    ueber = 70 if bild.kennung or bild.art else 0
    platz = (SCHMAL if bild.symbol else BREITE - 2 * _RAND, _TITELUNTEN - _TITELOBEN - ueber)
    zeilen, grosse = passende_zeilen(bild.titel, *platz)
    hoehe = zeilenhoehe(grosse)
    oben = (_TITELOBEN + _TITELUNTEN - ueber - hoehe * len(zeilen)) // 2
    links = _RAND
    mitte = oben + 20
    if bild.kennung:
        fett = schrift(True, 30)
        breite = int(fett.getlength(bild.kennung)) + 32
        stift.rounded_rectangle((links, oben - 4, links + breite, oben + 44), 8, fill=WEISS)
        stift.text((links + breite / 2, mitte), bild.kennung, 0, fett, anchor="mm")
        links += breite + 20
    if bild.art:
        kleine = schrift(False, 30)
        stift.text((links, mitte), bild.art, WEISS, kleine, anchor="lm")
    for nummer, zeile in enumerate(zeilen):
        ort = (_RAND, oben + ueber + nummer * hoehe)
        stift.text(ort, zeile, WEISS, grosse, anchor="la")


def passende_zeilen(titel: str, breite: int, hoehe: int) -> tuple[list[str], Schrift]:
    """Break a title into lines of the largest size it fits in, as even as the words allow."""
    for groesse in _GROESSEN:
        grosse = schrift(True, groesse)
        zeilen = umbrich(titel, grosse, breite)
        if len(zeilen) * zeilenhoehe(grosse) <= hoehe and _breite(zeilen, grosse) <= breite:
            return _ausgeglichen(titel, grosse, breite), grosse
    grosse = schrift(True, _GROESSEN[-1])
    zeilen = umbrich(_teilbar(titel, grosse, breite), grosse, breite)
    return zeilen[: hoehe // zeilenhoehe(grosse)], grosse


def zeilenhoehe(fett: Schrift) -> int:
    """Return the distance of two lines."""
    return int(fett.size * _ABSTAND)


def umbrich(text: str, fett: Schrift, breite: float) -> list[str]:
    """Fill lines with whole words; a word wider than the line stands alone."""
    zeilen: list[str] = []
    for wort in text.split():
        versuch = f"{zeilen[-1]} {wort}" if zeilen else wort
        if zeilen and fett.getlength(versuch) <= breite:
            zeilen[-1] = versuch
        else:
            zeilen.append(wort)
    return zeilen


def _ausgeglichen(titel: str, fett: Schrift, breite: int) -> list[str]:
    """Make lines as narrow as they can be without needing one more."""
    voll = umbrich(titel, fett, breite)
    for schmaler in range(breite // 2, breite, 8):
        zeilen = umbrich(titel, fett, schmaler)
        if len(zeilen) <= len(voll) and _breite(zeilen, fett) <= schmaler:
            return zeilen
    return voll


def _breite(zeilen: Iterable[str], fett: Schrift) -> float:
    return max((fett.getlength(zeile) for zeile in zeilen), default=0.0)


def _teilbar(titel: str, fett: Schrift, breite: int) -> str:
    """Divide words that are wider than a line even in the smallest size."""
    worte = []
    for wort in titel.split():
        rest = wort
        while fett.getlength(rest) > breite:
            laenge = len(rest)
            while fett.getlength(f"{rest[:laenge]}-") > breite:
                laenge -= 1
            worte.append(f"{rest[:laenge]}-")
            rest = rest[laenge:]
        worte.append(rest)
    return " ".join(worte)


def _markup(bild: Vorschaubild) -> str:
    return makro("symbole.j2", "pfad")(bild.symbol.value) if bild.symbol else ""


def _zeichne_symbol(flaeche: Image.Image, markup: str) -> None:
    """Draw the icon of a Handlungsfeld at the right, as large lines in a lighter square."""
    if not markup:
        return
    kachel = _leinwand(_SYMBOL + 60, _SYMBOL + 60)
    maler = ImageDraw.Draw(kachel)
    ganz = (0, 0, _SYMBOL + 59, _SYMBOL + 59)
    maler.rounded_rectangle(_mal(ganz), 24 * _FEIN, fill=38)
    mass = _SYMBOL * _FEIN / 24
    strich = round(1.35 * mass)
    for zug in zuege(markup):
        punkte = [(30 * _FEIN + x * mass, 30 * _FEIN + y * mass) for x, y in zug]
        maler.line(punkte, fill=255, width=strich, joint="curve")
        for x, y in (punkte[0], punkte[-1]):
            halb = strich / 2
            maler.ellipse((x - halb, y - halb, x + halb, y + halb), fill=255)
    rechts = BREITE - _RAND - kachel.width // _FEIN
    _lege_auf(flaeche, kachel, (rechts, (HOEHE - kachel.height // _FEIN) // 2 + 30))


def _streifen(farbig: Image.Image) -> None:
    """The line of the four colours at the top of every page, here at the bottom on white."""
    stift = ImageDraw.Draw(farbig)
    teil = BREITE // len(FARBEN)
    for nummer in range(len(FARBEN)):
        ecken = (nummer * teil, HOEHE - 14, (nummer + 1) * teil - 1, HOEHE)
        stift.rectangle(ecken, fill=_STUFEN + nummer)


def _leinwand(breite: int, hoehe: int) -> Image.Image:
    return Image.new("L", (breite * _FEIN, hoehe * _FEIN), 0)


def _mal(ecken: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    links, oben, rechts, unten = (wert * _FEIN for wert in ecken)
    return links, oben, rechts, unten


def _lege_auf(flaeche: Image.Image, maske: Image.Image, ort: tuple[int, int]) -> None:
    klein = maske.resize((maske.width // _FEIN, maske.height // _FEIN), Image.Resampling.LANCZOS)
    flaeche.paste(WEISS, ort, klein)
