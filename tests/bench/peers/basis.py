"""What every peer shares: the interface, installing from a registry, copying pages."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from string import Template
from typing import Protocol

import yaml

from tests.bench.messen import Befehl, ende_des_protokolls

VORLAGEN = Path(__file__).with_name("vorlagen")
SPRACHEN = ("de", "en")
# A box of Python-Markdown: `!!! art "Titel"` and the indented lines below it.
_KASTEN = re.compile(r'^(?:!!!|\?\?\?\+?) [^"\n]*(?:"(.*)")?\n((?:(?: {4}.*)?\n)+)', re.MULTILINE)


class PeerMissingError(Exception):
    """A peer cannot be installed here; the text says why."""


@dataclass(frozen=True)
class Bau:
    """A prepared build: commands that may run at the same time, and where their output goes."""

    befehle: Sequence[Befehl]
    ordner: Path
    ausgaben: Sequence[Path]
    umgebung: Mapping[str, str] = field(default_factory=dict)


class Peer(Protocol):
    """A tool that builds the same pages."""

    @property
    def name(self) -> str:
        """Name in the table."""

    @property
    def version(self) -> str:
        """Exact version."""

    def richte_ein(self, cache: Path) -> None:
        """Install the tool once below `cache`; raise `PeerMissingError` if that cannot be done."""

    def bereite_vor(self, seiten: Path, arbeit: Path) -> Bau:
        """Lay out the pages for the tool in an empty work folder."""


def installiere(befehle: Sequence[Befehl], ordner: Path, gewuenscht: str) -> None:
    """Run the install commands unless `ordner` already holds exactly what is wanted."""
    marke = ordner / "installiert.txt"
    if marke.is_file() and marke.read_text(encoding="utf-8") == gewuenscht:
        return
    protokoll = ordner.with_suffix(".log")
    with protokoll.open("wb") as ausgabe:
        for befehl in befehle:
            try:
                ergebnis = subprocess.run(
                    befehl, check=False, cwd=ordner, stdout=ausgabe, stderr=ausgabe
                )
            except FileNotFoundError as fehler:
                raise PeerMissingError(f"{befehl[0]} ist nicht installiert") from fehler
            if ergebnis.returncode:
                raise PeerMissingError(ende_des_protokolls(protokoll, 2))
    marke.write_text(gewuenscht, encoding="utf-8")


def python_umgebung(cache: Path, name: str) -> Path:
    """Return the folder of a virtual environment with the packages of `vorlagen/<name>.txt`."""
    anforderung = VORLAGEN / f"{name}.txt"
    ordner = leerer_ordner(cache / name) if not (cache / name).is_dir() else cache / name
    pip: Befehl = [ordner / "bin" / "python", "-m", "pip", "install", "--quiet", "-r", anforderung]
    befehle: list[Befehl] = [[sys.executable, "-m", "venv", ordner], pip]
    installiere(befehle, ordner, anforderung.read_text(encoding="utf-8"))
    return ordner


def leerer_ordner(ordner: Path) -> Path:
    """Return the folder, empty."""
    shutil.rmtree(ordner, ignore_errors=True)
    ordner.mkdir(parents=True)
    return ordner


def fuelle_vorlage(name: str, ziel: Path, **werte: str) -> None:
    """Write a settings file of a tool from its template."""
    vorlage = Template((VORLAGEN / name).read_text(encoding="utf-8"))
    ziel.write_text(vorlage.substitute(werte), encoding="utf-8")


def kopiere_seiten(
    quelle: Path, ziel: Path, *, ueberschrift: bool = False, startname: str = "index.md"
) -> None:
    """Copy a tree of pages; only the title stays in the front matter.

    Tools that do not print the title of the front matter get it as a heading. Hugo calls the
    page of a folder `_index.md`. Boxes of Python-Markdown become quotations: elsewhere they are
    code to be highlighted, which would cost Starlight most of its time.
    """
    for pfad in sorted(quelle.rglob("*")):
        neu = ziel / pfad.relative_to(quelle)
        if pfad.is_dir():
            continue
        neu.parent.mkdir(parents=True, exist_ok=True)
        if pfad.suffix == ".md":
            neu = neu.with_name(startname) if pfad.name == "index.md" else neu
            neu.write_text(_seite(pfad, ueberschrift), encoding="utf-8")
        else:
            shutil.copyfile(pfad, neu)
    start = ziel / startname
    if not start.exists():
        start.write_text('---\ntitle: "Start"\n---\n\n# Start\n', encoding="utf-8")


def _als_zitat(kasten: re.Match[str]) -> str:
    zeilen = [f"> {zeile[4:]}".rstrip() for zeile in kasten[2].strip("\n").split("\n")]
    titel = [f"> **{kasten[1]}**", ">"] if kasten[1] else []
    return "\n".join([*titel, *zeilen]) + "\n\n"


def _seite(pfad: Path, ueberschrift: bool) -> str:
    text = pfad.read_text(encoding="utf-8")
    titel = pfad.stem
    if text.startswith("---\n"):
        kopf, _, text = text[4:].partition("\n---")
        titel = (yaml.load(kopf, Loader=yaml.CSafeLoader) or {}).get("title", titel)
    text = text.lstrip()
    if text.startswith("# "):
        erste, _, text = text.partition("\n")
        titel = titel if titel != pfad.stem else erste[2:].strip()
    text = _KASTEN.sub(_als_zitat, text)
    vorsatz = f"# {titel}\n\n" if ueberschrift else ""
    return f"---\ntitle: {json.dumps(titel, ensure_ascii=False)}\n---\n\n{vorsatz}{text.lstrip()}"
