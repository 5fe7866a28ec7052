"""CBOR (RFC 8949) as far as Pagefind's files use it: whole numbers, texts and lists."""

from __future__ import annotations

from typing import TypeAlias

ZAHL, NEGATIV, TEXT, LISTE = 0, 1, 3, 4
_LAENGEN = (1, 2, 4, 8)
_KURZ = 24

Wert: TypeAlias = "int | str | list[Wert]"


def entschluessle(daten: bytes) -> Wert:
    """Decode a value; raises ValueError for anything but whole numbers, texts and lists."""
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
    if art == ZAHL:
        return zahl, stelle
    if art == NEGATIV:
        return -1 - zahl, stelle
    if art == TEXT:
        return daten[stelle : stelle + zahl].decode(), stelle + zahl
    if art != LISTE:
        raise ValueError("CBOR")
    liste: list[Wert] = []
    for _ in range(zahl):
        wert, stelle = _lies(daten, stelle)
        liste.append(wert)
    return liste, stelle


def verschluessle(wert: Wert) -> bytes:
    """Encode whole numbers, texts and lists."""
    if isinstance(wert, int):
        return kopf(ZAHL, wert) if wert >= 0 else kopf(NEGATIV, -1 - wert)
    if isinstance(wert, str):
        text = wert.encode()
        return kopf(TEXT, len(text)) + text
    return kopf(LISTE, len(wert)) + b"".join(verschluessle(teil) for teil in wert)


def kopf(art: int, zahl: int) -> bytes:
    """Encode a number, or the length of what follows, as briefly as possible."""
    if zahl < _KURZ:
        return bytes([art << 5 | zahl])
    stufe = next(s for s, laenge in enumerate(_LAENGEN) if zahl < 1 << 8 * laenge)
    return bytes([art << 5 | _KURZ + stufe]) + zahl.to_bytes(_LAENGEN[stufe])
