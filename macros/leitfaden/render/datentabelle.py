"""Tables as CSV (RFC 4180) and what their columns mean as CSVW metadata."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from leitfaden.views.datenformat import LIZENZADRESSE
from leitfaden.views.datentabelle import TRENNER, Datentabelle, Spalte, Wert

_KONTEXT = "http://www.w3.org/ns/csvw"


def rendere_csv(tabelle: Datentabelle) -> str:
    """Return a table as CSV: comma, quotes where needed, CRLF, no byte order mark.

    A mark at the beginning would be part of the first name for many programs; people who open
    tables by double click take the workbook.
    """
    ziel = io.StringIO()
    schreiber = csv.writer(ziel, lineterminator="\r\n")
    schreiber.writerow([spalte.name for spalte in tabelle.spalten])
    schreiber.writerows([_feld(wert) for wert in zeile] for zeile in tabelle.zeilen())
    return ziel.getvalue()


def _feld(wert: Wert) -> Wert:
    if isinstance(wert, bool):
        return "true" if wert else "false"
    return wert


def rendere_spalten(tabelle: Datentabelle, datei: str) -> str:
    """Return the metadata of a table (https://www.w3.org/TR/tabular-metadata/)."""
    angaben = {
        "@context": [_KONTEXT, {"@language": tabelle.sprache}],
        "url": datei,
        "dc:title": tabelle.titel,
        "dc:license": {"@id": LIZENZADRESSE},
        "dc:modified": {"@value": tabelle.stand.isoformat(), "@type": "xsd:date"},
        "dialect": {"header": True, "delimiter": ",", "encoding": "utf-8"},
        "tableSchema": {
            "columns": [_spalte(spalte) for spalte in tabelle.spalten],
            "primaryKey": tabelle.spalten[0].name,
        },
    }
    return json.dumps(angaben, ensure_ascii=False, indent=2) + "\n"


def _spalte(spalte: Spalte) -> dict[str, Any]:
    angaben: dict[str, Any] = {
        "name": spalte.name,
        "titles": list(dict.fromkeys((spalte.name, spalte.titel))),
        "dc:description": spalte.beschreibung,
        "datatype": spalte.datentyp,
        "required": spalte.pflicht,
    }
    if spalte.mehrere:
        angaben["separator"] = TRENNER
    return angaben
