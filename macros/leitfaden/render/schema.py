"""JSON Schemas of the data files, generated from the model."""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel, TypeAdapter

from leitfaden.model.betreiber import Betreiber
from leitfaden.model.typen import INHALTSTYPEN, Inhaltstyp
from leitfaden.model.uebersetzung import englisches_modell

_DIALEKT = "http://json-schema.org/draft-07/schema#"  # what editors' YAML support understands


def schemadateien() -> dict[str, str]:
    """Return the text of every schema by file name below schema/."""
    dateien = {}
    for typ in INHALTSTYPEN:
        dateien[f"{typ.mehrzahl}.schema.json"] = _datei(typ, typ.modell, englisch=False)
        if typ.nur_deutsch:
            continue
        modell = englisches_modell(typ.modell)
        dateien[f"{typ.mehrzahl}.en.schema.json"] = _datei(typ, modell, englisch=True)
    dateien["betreiber.schema.json"] = _als_text(_schema(Betreiber), "betreiber")
    return dateien


def _schema(modell: type[BaseModel]) -> dict[str, Any]:
    return TypeAdapter(modell).json_schema(ref_template="#/definitions/{model}")


def _datei(typ: Inhaltstyp, modell: type[BaseModel], englisch: bool) -> str:
    schema = _schema(modell)
    if typ.liste:
        if englisch:
            schema["properties"] = {"id": {"type": "string"}, **schema["properties"]}
            schema["required"] = ["id", *schema.get("required", [])]
        definitionen = schema.pop("$defs", {})
        schema = {"type": "array", "items": schema, "$defs": definitionen}
    else:
        # The file name is the id.
        schema["properties"].pop("id", None)
        if "id" in schema.get("required", []):
            schema["required"].remove("id")
    return _als_text(schema, f"{typ.mehrzahl}{' (englisch)' if englisch else ''}")


def _als_text(schema: dict[str, Any], titel: str) -> str:
    definitionen = schema.pop("$defs", {})
    kopf = {"$schema": _DIALEKT, "title": titel}
    schema = {**kopf, **{k: v for k, v in schema.items() if k != "title"}}
    if definitionen:
        schema["definitions"] = definitionen
    return json.dumps(_deutsche_wahrheit(schema), ensure_ascii=False, indent=2) + "\n"


def _deutsche_wahrheit(schema: Any) -> Any:
    """Let truth values be written as ja and nein, as the reader does."""
    if isinstance(schema, dict):
        neu = {name: _deutsche_wahrheit(wert) for name, wert in schema.items()}
        if neu.get("type") == "boolean":
            del neu["type"]
            neu["enum"] = ["ja", "nein", True, False]
            if isinstance(neu.get("default"), bool):
                neu["default"] = "ja" if neu["default"] else "nein"
        return neu
    if isinstance(schema, list):
        return [_deutsche_wahrheit(eintrag) for eintrag in schema]
    return schema
