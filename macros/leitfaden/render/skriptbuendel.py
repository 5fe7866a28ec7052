"""Puts ES modules into one classic script: pages opened from a folder may not load modules.

It knows the simple part of the syntax our scripts use and refuses everything else: a module that
would mean something different in the bundle stops the build.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from jinja2 import Template

from leitfaden.schablonen import schablonen

_IMPORT = re.compile(r'^import (?:\{([^}]*)\} from )?"\./([\w-]+)\.mjs";$', re.MULTILINE)
_SPAETER = re.compile(r'\bimport\("\./([\w-]+)\.mjs"\)')
_AUSFUHR = re.compile(r"^export (?=(?:async )?(?:function|const|class)\b)", re.MULTILINE)
_NAME = re.compile(r"^export (?:async )?(?:function\*?|const|class) ([\w$]+)", re.MULTILINE)
_LISTE = re.compile(r"^export \{([^}]*)\};$", re.MULTILINE)
_TEIL = re.compile(r"^([\w$]+)(?: as ([\w$]+))?$")
# Names the bundle gives to every module; no module may have them itself.
_EIGENE = re.compile(r".*\$(?:lade|ausfuhr)\b.*")
_KOMMENTAR = re.compile(r"/\*\*.*?\*/|^\s*//[^\n]*$", re.MULTILINE | re.DOTALL)
# Whatever is left of these after the known forms means something we cannot put into a bundle.
_FREMD = re.compile(r"^(?:import|export)\b.*|\bimport\s*\(.*|\bimport\.meta\b.*", re.MULTILINE)

_UNBEKANNT = "Diese Schreibweise kennt das Bündel nicht"


class BuendelError(ValueError):
    """A module uses syntax the bundle cannot keep, or names something that does not exist."""


@dataclass(frozen=True)
class Modul:
    """A module as it stands in the bundle."""

    name: str
    text: str
    ausfuhren: tuple[tuple[str, str], ...]
    einfuhren: tuple[tuple[str, tuple[str, ...]], ...]
    spaeter: tuple[str, ...]


def buendle(quellen: Mapping[str, str], ersatz: Mapping[str, str], start: Iterable[str]) -> str:
    """Return the script that runs the modules `start` and everything they need.

    `quellen` are modules by name; a module in `ersatz` is replaced by the one named there.
    Raises BuendelError.
    """
    anfang = tuple(start)
    module: dict[str, Modul] = {}
    offen = list(reversed(anfang))
    while offen:
        name = offen.pop()
        if name in module:
            continue
        if name not in quellen:
            raise BuendelError(f"{name}.mjs: Dieses Modul gibt es nicht.")
        module[name] = modul = _uebertrage(name, quellen[name], ersatz)
        offen += [ziel for ziel, _ in modul.einfuhren]
        offen += modul.spaeter
    for modul in module.values():
        _pruefe_namen(modul, module)
    _pruefe_kreise(module)
    return _vorlage().render(module=[module[name] for name in sorted(module)], start=anfang)


def _uebertrage(name: str, quelle: str, ersatz: Mapping[str, str]) -> Modul:
    """Turn one module into the body of a function."""
    text = _KOMMENTAR.sub("", quelle)
    if eigen := _EIGENE.search(text):
        raise BuendelError(f"{name}.mjs: Diese Namen gehören dem Bündel: {eigen[0].strip()}")
    einfuhren: list[tuple[str, tuple[str, ...]]] = []
    spaeter: list[str] = []
    ausfuhren = [(n, n) for n in _NAME.findall(text)]

    def eingefuehrt(treffer: re.Match[str]) -> str:
        ziel = ersatz.get(treffer[2], treffer[2])
        teile = _teile(name, treffer[1] or "")
        einfuhren.append((ziel, tuple(teil for teil, _ in teile)))
        if not teile:
            return f'$lade("{ziel}");'
        namen = ", ".join(a if a == b else f"{a}: {b}" for a, b in teile)
        return f'const {{ {namen} }} = $lade("{ziel}");'

    def spaeter_geladen(treffer: re.Match[str]) -> str:
        ziel = ersatz.get(treffer[1], treffer[1])
        spaeter.append(ziel)
        return f'Promise.resolve().then(() => $lade("{ziel}"))'

    def ausgefuehrt(treffer: re.Match[str]) -> str:
        ausfuhren.extend(_teile(name, treffer[1]))
        return ""

    text = _IMPORT.sub(eingefuehrt, text)
    text = _LISTE.sub(ausgefuehrt, text)
    text = _SPAETER.sub(spaeter_geladen, text)
    text = _AUSFUHR.sub("", text)
    fremd = _FREMD.search(text)
    if fremd:
        raise BuendelError(f"{name}.mjs: {_UNBEKANNT}: {fremd[0].strip()}")
    zeilen = (zeile.rstrip() for zeile in text.splitlines())
    text = "\n".join(zeile for zeile in zeilen if zeile)
    return Modul(name, text, tuple(ausfuhren), tuple(einfuhren), tuple(spaeter))


def _teile(name: str, liste: str) -> list[tuple[str, str]]:
    """Return the names of a list in braces with what each is called on the other side."""
    paare = []
    for roh in filter(None, (teil.strip() for teil in liste.split(","))):
        teil = _TEIL.match(roh)
        if teil is None:
            raise BuendelError(f"{name}.mjs: {_UNBEKANNT}: {roh}")
        paare.append((teil[1], teil[2] or teil[1]))
    return paare


def _pruefe_namen(modul: Modul, module: Mapping[str, Modul]) -> None:
    """Everything a module imports exists there."""
    for ziel, namen in modul.einfuhren:
        vorhanden = {aussen for _, aussen in module[ziel].ausfuhren}
        for fehlend in (name for name in namen if name not in vorhanden):
            raise BuendelError(f"{modul.name}.mjs: {ziel}.mjs führt {fehlend} nicht aus.")


def _pruefe_kreise(module: Mapping[str, Modul]) -> None:
    """No module needs itself to start: its names would not be there yet."""
    fertig: set[str] = set()

    def besuche(name: str, weg: tuple[str, ...]) -> None:
        if name in weg:
            kreis = " → ".join((*weg, name))
            raise BuendelError(f"Diese Module brauchen einander, bevor sie laufen: {kreis}")
        if name not in fertig:
            for ziel, _ in module[name].einfuhren:
                besuche(ziel, (*weg, name))
            fertig.add(name)

    for name in module:
        besuche(name, ())


@cache
def _vorlage() -> Template:
    # A script, not HTML; it is made of our own modules only.
    umgebung = schablonen("leitfaden.render", autoescape=False, keep_trailing_newline=True)
    return umgebung.get_template("skriptbuendel.j2")
