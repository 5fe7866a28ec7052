"""A ZIP archive of many files: what the last one held already is copied, not packed again."""

from __future__ import annotations

import hashlib
import json
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from struct import Struct
from typing import BinaryIO

MANIFEST = "MANIFEST.json"
# Compressed already; packing them again would take time and gain nothing.
GEPACKT = frozenset((".docx", ".jpg", ".ods", ".odt", ".epub", ".pdf", ".png", ".xlsx", ".zip"))
_STUFE = 9
# Other versions of the library may pack the same content into other bytes.
PACKER = f"{zlib.ZLIB_RUNTIME_VERSION}-{_STUFE}"
_AUF_EINMAL = 64
_KOPF = Struct("<26xHH")


@dataclass(frozen=True, slots=True)
class Eintrag:
    """A file of the archive as its list has it; `pfad` is below the top folder."""

    pfad: str
    groesse: int
    sha256: str


@dataclass(frozen=True, slots=True)
class _Gepackt:
    eintrag: Eintrag
    art: int
    pruefsumme: int
    daten: bytes


class Vorrat:
    """The packed files of an earlier archive by the checksum of their content."""

    def __init__(self, archiv: Path | None) -> None:
        self._datei: BinaryIO | None = None
        self._stellen: dict[str, zipfile.ZipInfo] = {}
        if archiv is None or not archiv.is_file():
            return
        try:
            self._lies(archiv)
        except (zipfile.BadZipFile, LookupError, ValueError):
            self._stellen = {}  # an archive that was cut off is no use, and no reason to stop

    def _lies(self, archiv: Path) -> None:
        with zipfile.ZipFile(archiv) as inhalt:
            nach_name = {info.filename: info for info in inhalt.infolist()}
            # The list is written last.
            liste = inhalt.namelist()[-1]
            ordner = liste.removesuffix(MANIFEST)
            for eintrag in json.loads(inhalt.read(liste))["dateien"]:
                self._stellen[eintrag["sha256"]] = nach_name[f"{ordner}{eintrag['pfad']}"]
        self._datei = archiv.open("rb")

    def hole(self, eintrag: Eintrag) -> _Gepackt | None:
        """Return a file as it was packed before."""
        info = self._stellen.get(eintrag.sha256)
        if info is None or self._datei is None or info.compress_type != _art(eintrag.pfad):
            return None
        self._datei.seek(info.header_offset)
        name, zusatz = _KOPF.unpack(self._datei.read(_KOPF.size))
        self._datei.seek(name + zusatz, 1)
        daten = self._datei.read(info.compress_size)
        return _Gepackt(eintrag, info.compress_type, info.CRC, daten)

    def schliesse(self) -> None:
        """Let go of the file."""
        if self._datei is not None:
            self._datei.close()


def _art(pfad: str) -> int:
    return zipfile.ZIP_STORED if Path(pfad).suffix in GEPACKT else zipfile.ZIP_DEFLATED


def packe_viele(
    ziel: Path,
    teile: Iterable[tuple[str, bytes]],
    ordner: str,
    tag: date,
    vorrat: Vorrat,
) -> list[Eintrag]:
    """Write an archive with all parts in one folder, dated `tag`; returns what is in it.

    Parts are taken one after the other, so that they need not all be in memory. The caller adds
    the list of the files with `haenge_an`.
    """
    liste = []
    with zipfile.ZipFile(ziel, "w") as archiv, ThreadPoolExecutor() as helfer:
        folge = iter(teile)
        while stapel := list(islice(folge, _AUF_EINMAL)):
            for gepackt in _packe_stapel(stapel, vorrat, helfer):
                _schreibe(archiv, f"{ordner}/{gepackt.eintrag.pfad}", gepackt, tag)
                liste.append(gepackt.eintrag)
    return liste


def haenge_an(ziel: Path, name: str, text: str, tag: date) -> None:
    """Add a file to an archive."""
    daten = text.encode()
    gepackt = _packe(Eintrag(name, len(daten), ""), daten)
    with zipfile.ZipFile(ziel, "a") as archiv:
        _schreibe(archiv, name, gepackt, tag)


def _packe_stapel(
    stapel: list[tuple[str, bytes]], vorrat: Vorrat, helfer: ThreadPoolExecutor
) -> Iterator[_Gepackt]:
    """Pack some parts at once: the library lets other threads run meanwhile."""
    laufend = []
    for pfad, daten in stapel:
        eintrag = Eintrag(pfad, len(daten), hashlib.sha256(daten).hexdigest())
        fertig = vorrat.hole(eintrag)
        laufend.append(fertig or helfer.submit(_packe, eintrag, daten))
    for gepackt in laufend:
        yield gepackt if isinstance(gepackt, _Gepackt) else gepackt.result()


def _packe(eintrag: Eintrag, daten: bytes) -> _Gepackt:
    art = _art(eintrag.pfad)
    gepackt = daten
    if art == zipfile.ZIP_DEFLATED:
        packer = zlib.compressobj(_STUFE, zlib.DEFLATED, -15)
        gepackt = packer.compress(daten) + packer.flush()
    return _Gepackt(eintrag, art, zlib.crc32(daten), gepackt)


def _schreibe(archiv: zipfile.ZipFile, name: str, gepackt: _Gepackt, tag: date) -> None:
    """Write a packed file as the library would have done it."""
    info = zipfile.ZipInfo(name, (max(tag.year, 1980), tag.month, tag.day, 0, 0, 0))
    info.external_attr = 0o644 << 16
    info.create_system = 3  # the same on every system that builds
    info.compress_type = gepackt.art
    info.file_size = gepackt.eintrag.groesse
    info.compress_size = len(gepackt.daten)
    info.CRC = gepackt.pruefsumme
    datei = archiv.fp
    if datei is None:
        raise ValueError("archive is closed")
    datei.seek(archiv.start_dir)
    info.header_offset = datei.tell()
    datei.write(info.FileHeader())
    datei.write(gepackt.daten)
    # What `ZipFile.writestr` notes after writing; it can only pack, not take what is packed.
    archiv.filelist.append(info)
    archiv.NameToInfo[name] = info
    archiv.start_dir = datei.tell()
    archiv._didModify = True  # type: ignore[attr-defined]
