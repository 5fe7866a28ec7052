"""Rewrites files Pagefind made so that a browser loads less, and so that every run makes the same.

The directory of an index names every page and every piece of the word index by a checksum, and
checksums cannot be compressed. They become numbers below one checksum of the whole index, so an
address still never means two contents.

Pagefind numbers pages as the file system lists them, and writes filters as its hash tables come
out; both differ between machines, or even runs. Here pages follow their addresses, and filters
and their values are sorted. The formats are those of Pagefind's version in constraints.txt.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from leitfaden.engines.cbor import Wert, entschluessle, verschluessle
from leitfaden.engines.pagefind_stuecke import Stueck, nummeriere_seiten, schneide

SIGNATUR = b"pagefind_dcd"
# Digits of a checksum that tell two contents of one library apart.
_SUMMENZEICHEN = 10
# Binary digits kept of the length of a page: at most three per cent off.
_STELLEN = 5


def entpacke(datei: Path) -> bytes:
    """Return what a file of Pagefind holds."""
    return gzip.decompress(datei.read_bytes()).removeprefix(SIGNATUR)


def packe(datei: Path, inhalt: bytes) -> None:
    """Write a file as Pagefind does; the same content gives the same bytes."""
    datei.write_bytes(gzip.compress(SIGNATUR + inhalt, 9, mtime=0))


def ordne(ziel: Path, sprache: str, summe: str) -> str:
    """Order and name anew the files of one index; returns its new checksum.

    `summe` is the checksum Pagefind gave it. The new one begins with the language and changes
    with any content. Raises ValueError if a file has another form than expected.
    """
    verzeichnis = ziel / f"pagefind.{summe}.pf_meta"
    match entschluessle(entpacke(verzeichnis)):
        case [version, list(seiten), list(stuecke), list(filter_), [], felder]:
            folge = _folge(seiten, ziel / "fragment")
            # At the place of the number a page had: the one it gets.
            nummern = sorted(range(len(folge)), key=folge.__getitem__)
            teile = list(_teile(stuecke, ziel / "index", nummern))
            filter_ = [
                _ordne_filter(ziel / "filter", sprache, eintrag, nummern)
                for eintrag in sorted(filter_, key=_name)
            ]
        case _:
            raise ValueError(verzeichnis.name)
    verzeichnis.unlink()
    neue = [seiten[alt] for alt in folge]
    inhalte: Wert = [_inhaltssumme(ziel / "fragment", seite) for seite in neue]
    grenzen: Wert = [[t.von, t.bis, _hexsumme(t.inhalt)] for t in teile]
    alles = verschluessle([version, inhalte, grenzen, filter_, felder])
    neue_summe = f"{sprache}_{_hexsumme(alles)}"
    meta: Wert = [
        version,
        _benenne_seiten(neue, ziel / "fragment", neue_summe),
        _schreibe_stuecke(teile, ziel / "index", neue_summe),
        filter_,
        [],
        felder,
    ]
    packe(ziel / f"pagefind.{neue_summe}.pf_meta", verschluessle(meta))
    return neue_summe


def _hexsumme(inhalt: bytes) -> str:
    return sha256(inhalt).hexdigest()[:_SUMMENZEICHEN]


def _name(eintrag: Wert) -> str:
    """Return what is named first: a page's file, a filter, one of its values."""
    match eintrag:
        case [str(name), _]:
            return name
        case _:
            raise ValueError("Name")


def _fragment(ordner: Path, seite: Wert) -> Path:
    return ordner / f"{_name(seite)}.pf_fragment"


def _inhaltssumme(ordner: Path, seite: Wert) -> str:
    return _hexsumme(entpacke(_fragment(ordner, seite)))


def _folge(seiten: Sequence[Wert], ordner: Path) -> list[int]:
    """Return the numbers pages have, in the order of their addresses."""
    adressen = [json.loads(entpacke(_fragment(ordner, seite)))["url"] for seite in seiten]
    return sorted(range(len(seiten)), key=adressen.__getitem__)


def _ordne_filter(ordner: Path, sprache: str, eintrag: Wert, nummern: Sequence[int]) -> Wert:
    """Order a filter, name its file by its content and return its entry in the directory."""
    match eintrag:
        case [str(name), str(alt)]:
            datei = ordner / f"{alt}.pf_filter"
        case _:
            raise ValueError(ordner.name)
    match entschluessle(entpacke(datei)):
        case [str(innen), list(werte)] if innen == name:
            geordnet = [_ordne_wert(wert, nummern) for wert in sorted(werte, key=_name)]
            inhalt = verschluessle([name, [*geordnet]])
        case _:
            raise ValueError(datei.name)
    datei.unlink()
    neu = f"{sprache}_{_hexsumme(inhalt)}"
    packe(ordner / f"{neu}.pf_filter", inhalt)
    return [name, neu]


def _ordne_wert(wert: Wert, nummern: Sequence[int]) -> Wert:
    match wert:
        case [str(name), list(seiten)]:
            return [name, [*sorted(nummern[s] for s in seiten if isinstance(s, int))]]
        case _:
            raise ValueError("Filter")


def _teile(stuecke: list[Wert], ordner: Path, nummern: Sequence[int]) -> Iterator[Stueck]:
    """Take the pieces of the word index away; yields smaller ones, with pages as numbered."""
    for stueck in stuecke:
        match stueck:
            case [str(von), str(bis), str(alt)]:
                datei = ordner / f"{alt}.pf_index"
                yield from schneide(nummeriere_seiten(entpacke(datei), nummern), von, bis)
                datei.unlink()
            case _:
                raise ValueError(ordner.name)


def _schreibe_stuecke(teile: Sequence[Stueck], ordner: Path, summe: str) -> Wert:
    (ordner / summe).mkdir()
    eintraege: list[Wert] = []
    for nummer, teil in enumerate(teile):
        name = f"{summe}/{nummer}"
        packe(ordner / f"{name}.pf_index", teil.inhalt)
        eintraege.append([teil.von, teil.bis, name])
    return eintraege


def _benenne_seiten(seiten: Sequence[Wert], ordner: Path, summe: str) -> Wert:
    (ordner / summe).mkdir()
    eintraege: list[Wert] = []
    for nummer, seite in enumerate(seiten):
        match seite:
            case [str(_), int(worte)]:
                name = f"{summe}/{nummer}"
                _fragment(ordner, seite).rename(ordner / f"{name}.pf_fragment")
                eintraege.append([name, _gerundet(worte)])
            case _:
                raise ValueError(ordner.name)
    return eintraege


def _gerundet(worte: int) -> int:
    """Return the length of a page as exactly as its rank needs it; round numbers pack well."""
    stufe = 1 << max(0, worte.bit_length() - _STELLEN)
    return (worte + stufe // 2) // stufe * stufe
