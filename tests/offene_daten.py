"""Published data for tests: written to a folder, and read again."""

from __future__ import annotations

import json
import warnings
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from rdflib import Graph


def json_dateien(wurzel: Path) -> Iterator[tuple[str, Any]]:
    """Yield path and content of every JSON file of the published data."""
    for datei in sorted((wurzel / "api").rglob("*.json")):
        pfad = datei.relative_to(wurzel).as_posix()
        yield pfad, json.loads(datei.read_text(encoding="utf-8"))


class Schemas:
    """The schemas of a built site."""

    def __init__(self, wurzel: Path, adresse: str) -> None:
        self.wurzel = wurzel
        self.adresse = adresse
        self.pruefer = cache(self._pruefer)

    def _pruefer(self, adresse: str) -> Draft202012Validator:
        assert adresse.startswith(f"{self.adresse}api/v1/schema/"), adresse
        datei = self.wurzel / adresse.removeprefix(self.adresse)
        schema = json.loads(datei.read_text(encoding="utf-8"))
        assert schema["$id"] == adresse
        Draft202012Validator.check_schema(schema)
        return Draft202012Validator(schema, format_checker=FormatChecker())

    def fehler(self, inhalt: Any) -> list[str]:
        """Return what the schema a file names says about it."""
        pruefer = self.pruefer(inhalt["$schema"])
        return [f"{list(f.path)}: {f.message}" for f in pruefer.iter_errors(inhalt)]


def verweise(inhalt: Any) -> Iterator[str]:
    """Yield every full address in a file, whatever it is called."""
    if isinstance(inhalt, dict):
        for wert in inhalt.values():
            yield from verweise(wert)
    elif isinstance(inhalt, list):
        for wert in inhalt:
            yield from verweise(wert)
    elif isinstance(inhalt, str) and inhalt.startswith("https://") and " " not in inhalt:
        yield inhalt


def lies_graph(text: str, form: str) -> Graph:
    """Read statements; the JSON-LD reader warns of a class it uses itself."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "ConjunctiveGraph", DeprecationWarning)
        return Graph().parse(data=text, format=form)
