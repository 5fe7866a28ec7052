"""Finds and reads the files of the project; what is wrong with a file as a whole is found here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from leitfaden.findings import Finding, Location, finding
from leitfaden.model.typen import INHALTSTYPEN, Inhaltstyp

HOECHSTGROESSE = 256 * 1024
# Lists the text rules use; they are no content and appear nowhere on the website.
ABKUERZUNGEN = "data/woerter/abkuerzungen.txt"
EIGENE_WOERTER = "data/woerter/eigene.txt"
FAKTEN = "data/fakten.yml"
SUCHWORTE = {"de": "data/woerter/suchworte.yml", "en": "data/woerter/suchworte.en.yml"}
_LISTEN = (ABKUERZUNGEN, EIGENE_WOERTER, FAKTEN, *SUCHWORTE.values())
_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*(\.en)?\.yml")
_BOM = b"\xef\xbb\xbf"
# The words of the operating system are English.
_GRUENDE: dict[type[OSError], str] = {
    FileNotFoundError: "sie ist nicht vorhanden",
    IsADirectoryError: "es ist ein Ordner",
    PermissionError: "das Leserecht fehlt",
}


@dataclass(frozen=True)
class Datei:
    """A data file and what it should contain.

    `pfad` is relative to the project root with forward slashes; `sprache` is `de` or `en`.
    """

    pfad: str
    voll: Path
    typ: Inhaltstyp
    sprache: str

    @property
    def satz_id(self) -> str:
        """The id the file name stands for."""
        return self.voll.name.removesuffix(".yml").removesuffix(".en")


def finde_dateien(projekt: Path) -> tuple[list[Datei], list[Finding]]:
    """List every data file of a project in a stable order; misplaced files become findings."""
    daten = projekt / "data"
    dateien: list[Datei] = []
    befunde: list[Finding] = []
    ordner = {typ.mehrzahl: typ for typ in INHALTSTYPEN if not typ.liste}
    listen = {
        f"{typ.mehrzahl}{e}.yml": typ
        for typ in INHALTSTYPEN
        for e in (("",) if typ.nur_deutsch else ("", ".en"))
        if typ.liste
    }
    for pfad in _alle_dateien(daten):
        relativ = pfad.relative_to(projekt).as_posix()
        teile = pfad.relative_to(daten).parts
        ort = Location(relativ)
        typ = listen.get(teile[0]) if len(teile) == 1 else ordner.get(teile[0])
        if relativ in _LISTEN:
            continue
        if pfad.is_symlink():
            befunde.append(finding("D007", ort))
        elif typ is None or len(teile) > 2 or (typ.nur_deutsch and pfad.stem.endswith(".en")):
            befunde.append(finding("D006", ort, ordner=", ".join(sorted(ordner))))
        elif not _NAME.fullmatch(pfad.name):
            befunde.append(finding("D005", ort, name=pfad.name))
        else:
            sprache = "en" if pfad.name.endswith(".en.yml") else "de"
            dateien.append(Datei(relativ, pfad, typ, sprache))
    return dateien, befunde


def _alle_dateien(ordner: Path) -> Iterator[Path]:
    """Yield files below a folder, sorted; hidden ones (editors leave them) are passed over."""
    if not ordner.is_dir():
        return
    for pfad in sorted(ordner.iterdir(), key=lambda p: p.name):
        if pfad.name.startswith("."):
            continue
        if pfad.is_dir() and not pfad.is_symlink():
            yield from _alle_dateien(pfad)
        else:
            yield pfad


def lies_text(pfad: Path, relativ: str) -> tuple[str | None, list[Finding]]:
    """Read a UTF-8 text file; returns (None, findings) if it cannot be used."""
    ort = Location(relativ)
    if pfad.is_symlink():
        return None, [finding("D007", ort)]
    try:
        roh = pfad.read_bytes()
    except OSError as fehler:
        grund = _GRUENDE.get(type(fehler), "das System verweigert den Zugriff")
        return None, [finding("D008", ort, grund=grund)]
    if mangel := _mangel(roh, ort):
        return None, [mangel]
    try:
        return roh.decode("utf-8"), []
    except UnicodeDecodeError as fehler:
        davor = roh[: fehler.start]
        zeile = davor.count(b"\n") + 1
        spalte = len(davor[davor.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        return None, [finding("D001", Location(relativ, zeile, spalte))]


def _mangel(roh: bytes, ort: Location) -> Finding | None:
    """Return what is wrong with the bytes of a file before they are decoded."""
    if len(roh) > HOECHSTGROESSE:
        kib = HOECHSTGROESSE // 1024
        return finding("D004", ort, groesse=-(-len(roh) // 1024), grenze=kib)
    if roh.startswith(_BOM):
        return finding("D002", ort)
    if b"\r" in roh:
        zeile = roh[: roh.index(b"\r")].count(b"\n") + 1
        return finding("D003", Location(ort.path, zeile))
    return None
