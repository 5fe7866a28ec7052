"""Rewrites files Pagefind made so that a browser loads less; the formats are those of its version.

The directory of an index names every page and every piece of the word index by a checksum, and
checksums cannot be compressed. They become numbers below one checksum of the whole index, so an
address still never means two contents.
"""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import TypeAlias

from leitfaden.engines.pagefind_stuecke import schneide

SIGNATUR = b"pagefind_dcd"
# Kinds of values in CBOR (RFC 8949), as far as Pagefind uses it.
_ZAHL, _TEXT, _LISTE = 0, 3, 4
_LAENGEN = (1, 2, 4, 8)
_KURZ = 24
# Binary digits kept of the length of a page: at most three per cent off.
_STELLEN = 5

Wert: TypeAlias = "int | str | list[Wert]"


def entpacke(datei: Path) -> bytes:
    """Return what a file of Pagefind holds."""
    return gzip.decompress(datei.read_bytes()).removeprefix(SIGNATUR)


def packe(datei: Path, inhalt: bytes) -> None:
    """Write a file as Pagefind does; the same content gives the same bytes."""
    datei.write_bytes(gzip.compress(SIGNATUR + inhalt, 9, mtime=0))


def entschluessle(daten: bytes) -> Wert:
    """Decode CBOR: numbers, texts and lists."""
    wert, ende = _lies(daten, 0)
    if ende != len(daten):
        raise ValueError("CBOR")
    return wert


def _lies(daten: bytes, stelle: int) -> tuple[Wert, int]:
    art, zahl = daten[stelle] >> 5, daten[stelle] & 31
    stelle += 1
    if zahl >= _KURZ:
        ende = stelle + _LAENGEN[zahl - _KURZ]
        zahl, stelle = int.from_bytes(daten[stelle:ende]), ende
    if art == _ZAHL:
        return zahl, stelle
    if art == _TEXT:
        return daten[stelle : stelle + zahl].decode(), stelle + zahl
    if art != _LISTE:
        raise ValueError("CBOR")
    liste: list[Wert] = []
    for _ in range(zahl):
        wert, stelle = _lies(daten, stelle)
        liste.append(wert)
    return liste, stelle


def verschluessle(wert: Wert) -> bytes:
    """Encode numbers that are not negative, texts and lists."""
    if isinstance(wert, int):
        return _kopf(_ZAHL, wert)
    if isinstance(wert, str):
        text = wert.encode()
        return _kopf(_TEXT, len(text)) + text
    return _kopf(_LISTE, len(wert)) + b"".join(verschluessle(teil) for teil in wert)


def _kopf(art: int, zahl: int) -> bytes:
    if zahl < _KURZ:
        return bytes([art << 5 | zahl])
    stufe = next(s for s, laenge in enumerate(_LAENGEN) if zahl < 1 << 8 * laenge)
    return bytes([art << 5 | _KURZ + stufe]) + zahl.to_bytes(_LAENGEN[stufe])


def nummeriere(ziel: Path, summe: str) -> None:
    """Give pages and pieces of one index numbers instead of checksums; cut large pieces.

    `summe` names the index; it begins with the language and changes with any content.
    """
    verzeichnis = ziel / f"pagefind.{summe}.pf_meta"
    match entschluessle(entpacke(verzeichnis)):
        case [version, list(seiten), list(stuecke), *rest]:
            neue_seiten = _benenne_seiten(seiten, ziel / "fragment", summe)
            neue_stuecke = _zerlege_stuecke(stuecke, ziel / "index", summe)
            meta: list[Wert] = [version, neue_seiten, neue_stuecke, *rest]
        case _:
            raise ValueError(verzeichnis.name)
    packe(verzeichnis, verschluessle(meta))


def _benenne_seiten(seiten: list[Wert], ordner: Path, summe: str) -> list[Wert]:
    (ordner / summe).mkdir()
    neue: list[Wert] = []
    for nummer, seite in enumerate(seiten):
        match seite:
            case [str(alt), int(worte)]:
                neu = f"{summe}/{nummer}"
                (ordner / f"{alt}.pf_fragment").rename(ordner / f"{neu}.pf_fragment")
                neue.append([neu, _gerundet(worte)])
            case _:
                raise ValueError(ordner.name)
    return neue


def _gerundet(worte: int) -> int:
    """Return the length of a page as exactly as its rank needs it; round numbers pack well."""
    stufe = 1 << max(0, worte.bit_length() - _STELLEN)
    return (worte + stufe // 2) // stufe * stufe


def _zerlege_stuecke(stuecke: list[Wert], ordner: Path, summe: str) -> list[Wert]:
    (ordner / summe).mkdir()
    neue: list[Wert] = []
    for stueck in stuecke:
        match stueck:
            case [str(von), str(bis), str(alt)]:
                datei = ordner / f"{alt}.pf_index"
                for teil in schneide(entpacke(datei), von, bis):
                    neu = f"{summe}/{len(neue)}"
                    packe(ordner / f"{neu}.pf_index", teil.inhalt)
                    neue.append([teil.von, teil.bis, neu])
                datei.unlink()
            case _:
                raise ValueError(ordner.name)
    return neue
