"""Words of the user interface in German and English, by dotted key."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

import yaml

SPRACHEN = ("de", "en")


def _flach(baum: Mapping[str, Any], vorsatz: str = "") -> dict[str, str]:
    flach: dict[str, str] = {}
    for name, wert in baum.items():
        schluessel = f"{vorsatz}{name}"
        if isinstance(wert, Mapping):
            flach.update(_flach(wert, f"{schluessel}."))
        else:
            flach[schluessel] = str(wert)
    return flach


class Texte(Mapping[str, str]):
    """Interface words of one language; a missing key raises KeyError with the key."""

    def __init__(self, sprache: str, worte: Mapping[str, str]) -> None:
        self.sprache = sprache
        self._worte = worte

    def __getitem__(self, schluessel: str) -> str:
        return self._worte[schluessel]

    def __iter__(self) -> Any:
        return iter(self._worte)

    def __len__(self) -> int:
        return len(self._worte)

    def wert(self, liste: str, code: str) -> str:
        """Return the label of a vocabulary value, such as `wert("aufwand", "gering")`."""
        return self._worte[f"wert.{liste}.{code}"]

    def mit(self, schluessel: str, **einsatz: object) -> str:
        """Return a text with its {places} filled in."""
        return self._worte[schluessel].format(**einsatz)


@cache
def texte_von(sprache: str) -> Texte:
    """Load the interface words of a language (`de` or `en`)."""
    quelle = resources.files(__package__).joinpath(f"{sprache}.yml").read_text(encoding="utf-8")
    return Texte(sprache, _flach(yaml.load(quelle, Loader=yaml.CBaseLoader)))
