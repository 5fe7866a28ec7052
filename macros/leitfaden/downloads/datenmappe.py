"""Tables of records as workbooks: a sheet that tells what the columns mean, a sheet of entries.

Not the way of the templates: those have formulas, rules and looks cell by cell, these have
thousands of rows that all look alike.
"""

from __future__ import annotations

import io
from datetime import date, datetime, time
from typing import Any

import xlsxwriter

from leitfaden.downloads.archiv import ersetze_teil
from leitfaden.downloads.aussehen import SCHRIFT
from leitfaden.downloads.umgebung import xml
from leitfaden.texts import Texte
from leitfaden.views.datentabelle import Datentabelle, Wert

# What a cell may hold in this format.
_HOECHSTENS = 32767
_BREITE = {"string": 40, "date": 12, "number": 12, "integer": 12, "boolean": 12}
_SCHMAL = ("id", "kennung", "textsprache")


def datenmappe(tabelle: Datentabelle, texte: Texte) -> bytes:
    """Return the file."""
    ziel = io.BytesIO()
    # Rows are written as they come: memory does not grow with their number.
    buch = xlsxwriter.Workbook(ziel, {"constant_memory": True})
    grund = {"font_name": SCHRIFT, "font_size": 11, "valign": "top"}
    formate = {
        "kopf": buch.add_format(grund | {"bold": True, "bottom": 2, "text_wrap": True}),
        "text": buch.add_format(grund),
        "umbruch": buch.add_format(grund | {"text_wrap": True}),
        "tag": buch.add_format(grund | {"num_format": "dd.mm.yyyy", "align": "left"}),
        "titel": buch.add_format(grund | {"bold": True, "font_size": 14}),
    }
    _schreibe_spalten(buch, formate, tabelle, texte)
    _schreibe_eintraege(buch, formate, tabelle, texte)
    buch.close()
    kern = xml("datenmappe_eigenschaften.xml.j2", tabelle=tabelle, texte=texte)
    return ersetze_teil(ziel.getvalue(), "docProps/core.xml", kern, tabelle.stand)


def _schreibe_spalten(
    buch: Any, formate: dict[str, Any], tabelle: Datentabelle, texte: Texte
) -> None:
    seite = buch.add_worksheet(texte["daten.spalten"])
    for nummer, breite in enumerate((34, 30, 24, 60, 60)):
        seite.set_column(nummer, nummer, breite)
    seite.write_string(0, 0, f"{texte['name']}: {tabelle.titel}", formate["titel"])
    hinweis = texte.mit("daten.mappe_hinweis", eintraege=texte["daten.eintraege"])
    hinweise = (hinweis, texte["daten.mehrere_hinweis"], texte["daten.quellenangabe"])
    for nummer, text in enumerate(hinweise, 1):
        seite.write_string(nummer, 0, text, formate["text"])
    kopf = len(hinweise) + 2
    namen = ("spalte", "name", "art", "erklaerung", "werte")
    for nummer, name in enumerate(namen):
        seite.write_string(kopf, nummer, texte[f"daten.{name}"], formate["kopf"])
    for zeile, spalte in enumerate(tabelle.spalten, kopf + 1):
        art = texte[f"daten.datentyp.{spalte.datentyp}"]
        art += f", {texte['daten.mehrere']}" if spalte.mehrere else ""
        angaben = (spalte.titel, spalte.name, art, spalte.beschreibung, ", ".join(spalte.werte))
        for nummer, text in enumerate(angaben):
            seite.write_string(zeile, nummer, text, formate["umbruch"])
    seite.freeze_panes(kopf + 1, 1)
    _richte_druck_ein(seite, kopf)


def _schreibe_eintraege(
    buch: Any, formate: dict[str, Any], tabelle: Datentabelle, texte: Texte
) -> None:
    seite = buch.add_worksheet(texte["daten.eintraege"])
    for nummer, spalte in enumerate(tabelle.spalten):
        breite = 24 if spalte.name in _SCHMAL else _BREITE[spalte.datentyp]
        seite.set_column(nummer, nummer, breite)
        seite.write_string(0, nummer, spalte.titel, formate["kopf"])
    letzte = 0
    for letzte, werte in enumerate(tabelle.zeilen(), 1):
        for nummer, wert in enumerate(werte):
            _schreibe(seite, (letzte, nummer), wert, formate, texte)
    seite.autofilter(0, 0, letzte, len(tabelle.spalten) - 1)
    seite.freeze_panes(1, 1)
    _richte_druck_ein(seite, 0)
    seite.activate()


def _schreibe(
    seite: Any, ort: tuple[int, int], wert: Wert, formate: dict[str, Any], texte: Texte
) -> None:
    if wert is None or wert == "":
        return
    if isinstance(wert, bool):
        seite.write_string(*ort, texte["daten.ja" if wert else "daten.nein"], formate["text"])
    elif isinstance(wert, date):
        seite.write_datetime(*ort, datetime.combine(wert, time()), formate["tag"])
    elif isinstance(wert, str):
        # As text, whatever it begins with: „=“ is no formula here.
        seite.write_string(*ort, wert[:_HOECHSTENS], formate["text"])
    else:
        seite.write_number(*ort, wert, formate["text"])


def _richte_druck_ein(seite: Any, kopf: int) -> None:
    seite.set_paper(9)
    seite.set_landscape()
    seite.fit_to_pages(1, 0)
    seite.repeat_rows(kopf)
