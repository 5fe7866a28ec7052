"""The description of all addresses of the published data as OpenAPI 3.1."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from leitfaden.render.datenschema import DIALEKT, bausteine
from leitfaden.texts import SPRACHEN, texte_von
from leitfaden.views.datenformat import (
    DATENTYPEN,
    FASSUNG,
    FORMATGESCHICHTE,
    LIZENZ,
    OPENAPI,
    ORDNER,
    VERZEICHNIS,
    Datenadressen,
    abzugspfad,
    listenpfad,
    satzpfad,
    tabellenpfad,
    textpfad,
)
from leitfaden.views.datensatz import DOKUMENTATION

_VERWEIS = "#/components/schemas/{model}"
_SPRACHE = {"$ref": "#/components/parameters/sprache"}
_ID = {"$ref": "#/components/parameters/id"}
_SEITE = {"$ref": "#/components/parameters/seite"}
_TABELLEN = (
    ("csv", "text/csv", "csv"),
    ("csv-metadata.json", "application/json", "spalten"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
)
# Stands for the language in paths, so that they come from the same functions as the files.
_PLATZ = "{sprache}"


def rendere_openapi(adressen: Datenadressen) -> str:
    """Return the document."""
    texte = texte_von("de")
    orte, teile = bausteine(_VERWEIS)
    dokument = {
        "openapi": "3.1.0",
        "jsonSchemaDialect": DIALEKT,
        "info": {
            "title": texte["daten.katalog"],
            "version": FASSUNG,
            "description": texte["daten.openapi_text"],
            "license": {"name": "CC BY 4.0", "identifier": LIZENZ},
        },
        "externalDocs": {"url": adressen.seite("de", DOKUMENTATION)},
        "servers": [{"url": adressen.datei(ORDNER)}],
        "security": [],
        "tags": [{"name": texte["daten.allgemein"]}]
        + [{"name": texte[f"daten.typ.{typ.name}"]} for typ in DATENTYPEN],
        "paths": dict(_pfade(orte)),
        "components": {"parameters": _angaben(), "schemas": teile},
    }
    return json.dumps(dokument, ensure_ascii=False, indent=2) + "\n"


def _angaben() -> dict[str, Any]:
    texte = texte_von("de")
    return {
        "sprache": _angabe("sprache", texte["daten.p_sprache"], {"enum": list(SPRACHEN)}),
        "id": _angabe("id", texte["daten.p_id"], {"type": "string"}),
        "seite": _angabe("seite", texte["daten.p_seite"], {"type": "integer", "minimum": 2}),
    }


def _angabe(name: str, text: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"name": name, "in": "path", "required": True, "description": text, "schema": schema}


def _pfade(orte: dict[str, str]) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, pfad, inhalt in (
        ("verzeichnis", VERZEICHNIS, _json(orte["verzeichnis"])),
        ("geschichte", FORMATGESCHICHTE, _json(orte["aenderungen"])),
        ("alles", abzugspfad(_PLATZ), _json(orte["alles"])),
        ("openapi", OPENAPI, {"application/json": {}}),
        ("leitfaden", textpfad(_PLATZ), {"text/markdown": {}}),
    ):
        yield _pfad(pfad, name, "", inhalt)
    for typ in DATENTYPEN:
        name = typ.name
        stamm = listenpfad(_PLATZ, name).removesuffix(".json")
        yield _pfad(f"{stamm}.json", "liste", name, _json(orte["liste"]))
        yield _pfad(f"{stamm}/seiten/{{seite}}.json", "seite", name, _json(orte["liste"]))
        yield _pfad(satzpfad(_PLATZ, name, "{id}"), "satz", name, _json(orte[name]))
        for endung, medientyp, was in _TABELLEN:
            yield _pfad(tabellenpfad(_PLATZ, name, endung), was, name, {medientyp: {}})


def _pfad(pfad: str, was: str, typ: str, inhalt: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    texte = texte_von("de")
    plaetze = (("{sprache}", _SPRACHE), ("{id}", _ID), ("{seite}", _SEITE))
    angaben = [angabe for platz, angabe in plaetze if platz in pfad]
    bereich = texte[f"daten.typ.{typ}"] if typ else texte["daten.allgemein"]
    abruf: dict[str, Any] = {
        "operationId": f"{typ}_{was}" if typ else was,
        "tags": [bereich],
        "summary": texte.mit(f"daten.op_{was}", typ=bereich),
        "responses": {
            "200": {"description": texte["daten.antwort_da"], "content": inhalt},
            "404": {"description": texte["daten.antwort_fehlt"]},
        },
    }
    if angaben:
        abruf["parameters"] = angaben
    return pfad.removeprefix(ORDNER), {"get": abruf}


def _json(verweis: str) -> dict[str, Any]:
    return {"application/json": {"schema": {"$ref": verweis}}}
