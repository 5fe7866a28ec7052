"""Writes records as YAML the way an editor would: block style, folded long texts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

_LANG = 100
# Words that need no quotes; everything YAML might read as something else is quoted.
_SCHLICHT = re.compile(r"[A-Za-zÄÖÜäöü][\w ,äöüÄÖÜß-]*[\wäöüß]\.?")
_SONDERWORT = {"yes", "no", "on", "off", "true", "false", "null", "ja", "nein", "y", "n"}


def schreibe_yaml(pfad: Path, inhalt: dict[str, Any], kopf: str) -> None:
    """Write one record with its first line."""
    pfad.write_text(kopf + "\n".join(_zeilen(inhalt, "")) + "\n", encoding="utf-8")


def _zeilen(gruppe: dict[str, Any], einzug: str) -> Iterator[str]:
    for name, wert in gruppe.items():
        schluessel = name if name.isidentifier() else json.dumps(name)
        if isinstance(wert, dict):
            yield f"{einzug}{schluessel}:"
            yield from _zeilen(wert, einzug + "  ")
        elif isinstance(wert, list):
            yield f"{einzug}{schluessel}:"
            yield from _eintraege(wert, einzug + "  ")
        else:
            yield f"{einzug}{schluessel}: {_skalar(wert, einzug + '  ')}"


def _eintraege(liste: list[Any], einzug: str) -> Iterator[str]:
    for eintrag in liste:
        if isinstance(eintrag, dict):
            erste, *rest = _zeilen(eintrag, einzug + "  ")
            yield f"{einzug}- {erste.lstrip()}"
            yield from rest
        else:
            yield f"{einzug}- {_skalar(eintrag, einzug + '  ')}"


def _skalar(wert: Any, einzug: str) -> str:
    if not isinstance(wert, str):
        return wert.isoformat() if isinstance(wert, date) else json.dumps(wert)
    if "\n" in wert:
        return "|-\n" + "\n".join(f"{einzug}{z}" if z else "" for z in wert.split("\n"))
    if len(wert) > _LANG:
        return f">-\n{einzug}{wert}"
    schlicht = _SCHLICHT.fullmatch(wert) and wert.lower() not in _SONDERWORT
    return wert if schlicht else json.dumps(wert, ensure_ascii=False)
