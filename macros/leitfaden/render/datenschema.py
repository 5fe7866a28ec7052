"""JSON Schemas (2020-12) of the published files, made from the classes they are written with."""

from __future__ import annotations

import json
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from leitfaden.model.felder import Text
from leitfaden.views.datenantwort import (
    Formatgeschichte,
    Listenantwort,
    Verzeichnisantwort,
    antwortmodell,
    gesamtmodell,
)
from leitfaden.views.datenformat import DATENTYPEN, Datenadressen, schemapfad

DIALEKT = "https://json-schema.org/draft/2020-12/schema"
_DEFINITIONEN = "#/$defs/{model}"
# Running text is the only kind of this length.
_TEXTLAENGE = next(a.max_length for a in get_args(Text) if hasattr(a, "max_length"))


@cache
def modelle() -> dict[str, type[BaseModel]]:
    """Return the class of every kind of file by the name of its schema."""
    allgemein: dict[str, type[BaseModel]] = {
        "verzeichnis": Verzeichnisantwort,
        "liste": Listenantwort,
        "alles": gesamtmodell(),
        "aenderungen": Formatgeschichte,
    }
    return allgemein | {typ.name: antwortmodell(typ.name) for typ in DATENTYPEN}


def datenschemas(adressen: Datenadressen) -> dict[str, str]:
    """Return the text of every schema by its path below the root of the site."""
    dateien = {}
    for name, modell in modelle().items():
        schema = modell.model_json_schema(
            by_alias=True, mode="serialization", ref_template=_DEFINITIONEN
        )
        pfad = schemapfad(name)
        kopf = {"$schema": DIALEKT, "$id": adressen.datei(pfad), "title": name}
        text = json.dumps(kopf | bereinige(schema) | {"title": name}, ensure_ascii=False, indent=2)
        dateien[pfad] = f"{text}\n"
    return dateien


def bausteine(verweis: str) -> tuple[dict[str, str], dict[str, Any]]:
    """Return the names of all kinds of files and the schemas of all parts, for one document."""
    namen, gesamt = models_json_schema(
        [(modell, "serialization") for modell in modelle().values()],
        by_alias=True,
        ref_template=verweis,
    )
    orte = {name: namen[modell, "serialization"]["$ref"] for name, modell in modelle().items()}
    return orte, {name: bereinige(teil) for name, teil in gesamt["$defs"].items()}


def bereinige(schema: dict[str, Any]) -> dict[str, Any]:
    """Say which texts are Markdown; leave out titles made of names and words for developers."""
    neu: dict[str, Any] = {}
    for name, wert in schema.items():
        if name in ("properties", "$defs"):
            neu[name] = {n: bereinige(teil) for n, teil in wert.items()}
        elif name in ("title", "additionalProperties"):
            # Readers shall not stumble over fields that later versions add.
            continue
        elif name == "description" and "properties" in schema:
            continue
        elif isinstance(wert, dict):
            neu[name] = bereinige(wert)
        elif isinstance(wert, list):
            neu[name] = [bereinige(w) if isinstance(w, dict) else w for w in wert]
        else:
            neu[name] = wert
    if neu.get("type") == "string" and neu.get("maxLength") == _TEXTLAENGE:
        neu["contentMediaType"] = "text/markdown"
    return neu
