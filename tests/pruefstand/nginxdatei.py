"""Reads the shipped nginx file: which headers does a server send with which path?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

DATEI = Path(__file__).resolve().parents[2] / "betrieb" / "nginx.conf"

_MAP = re.compile(r"map \$uri \$(\w+) \{(.*?)\n\}", re.S)
_FALL = re.compile(r'^\s*"?(default|~.*?)"? "([^"]*)";$', re.M)
_KOPFZEILE = re.compile(r'^    add_header (\S+) (?:\$(\w+)|"([^"]*)") always;$', re.M)


@dataclass(frozen=True)
class Nginxdatei:
    """The headers of a server block; values may depend on the path by `map $uri`."""

    text: str
    abbildungen: dict[str, list[tuple[str, str]]]
    zeilen: list[tuple[str, str, str]]

    def kopfzeilen(self, pfad: str) -> dict[str, str]:
        """Return what the server adds to the answer for a path such as `/assets/a.svg`."""
        gefunden = {}
        for name, variable, fest in self.zeilen:
            wert = self._wert(variable, pfad) if variable else fest
            if wert:  # nginx sends no header without a value
                gefunden[name] = wert
        return gefunden

    def _wert(self, variable: str, pfad: str) -> str:
        faelle = self.abbildungen[variable]
        for muster, wert in faelle:
            # „~*“ takes capital letters for small ones, „~“ does not.
            gleich = re.I if muster.startswith("~*") else re.NOFLAG
            if muster != "default" and re.search(muster.lstrip("~").lstrip("*"), pfad, gleich):
                return wert
        return dict(faelle)["default"]


def lies_nginxdatei(datei: Path = DATEI) -> Nginxdatei:
    """Read a file; a header anywhere but in the block of the HTTPS server is not expected."""
    text = "\n".join(
        z for z in datei.read_text(encoding="utf-8").split("\n") if not z.lstrip().startswith("#")
    )
    abbildungen = {name: _FALL.findall(inhalt) for name, inhalt in _MAP.findall(text)}
    zeilen = [(n, v, w) for n, v, w in _KOPFZEILE.findall(text)]
    # Every line must have been understood, or the tests would vouch for something else.
    assert len(zeilen) == text.count("add_header")
    assert sum(map(len, abbildungen.values())) == sum(
        len(inhalt.strip().split("\n")) for _, inhalt in _MAP.findall(text)
    )
    assert "add_header" not in text[text.index("    location ") :]
    return Nginxdatei(text, abbildungen, zeilen)
