"""Workbooks as XLSX (Office Open XML)."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

import xlsxwriter

from leitfaden.downloads.archiv import ersetze_teil
from leitfaden.downloads.aussehen import (
    AUSSEHEN,
    FARBEN,
    RANDFARBE,
    SCHRIFT,
    bricht_um,
    fussgrad,
)
from leitfaden.downloads.umgebung import xml
from leitfaden.downloads.zeilenhoehe import (
    druckprozent,
    einzeilig,
    feste_hoehen,
    hoehen,
    seitenanfaenge,
)
from leitfaden.formeln.ausdruck import Bereich, Bezug, spaltenbuchstaben
from leitfaden.formeln.werte import als_nummer
from leitfaden.model.tabelle import Diagrammart, Zelltyp
from leitfaden.views.druckbild import STANDARDBREITE
from leitfaden.views.mappe import Blattblick, Diagrammblick, Eingaberegel, Flaeche, Mappe, Zellblick

_A4 = 9
# Lines of charts differ by stroke and mark as well as by colour.
_LINIEN = (
    ("#12324A", "solid", "circle"),
    ("#B35900", "dash", "square"),
    ("#2F6F3E", "round_dot", "triangle"),
    ("#6B2F6F", "long_dash", "diamond"),
)
_ZAHLFORM = {
    Zelltyp.GANZZAHL: "#,##0",
    Zelltyp.BETRAG: "#,##0.00\\ [$€-407]",
    Zelltyp.DATUM: "dd.mm.yyyy",
    Zelltyp.MONAT: "mm.yyyy",
}
_LINKS = (Zelltyp.TEXT, Zelltyp.AUSWAHL)
_GRENZEN = {
    (True, True): "between",
    (True, False): ">=",
    (False, True): "<=",
}


def xlsx(mappe: Mappe) -> bytes:
    """Return the file."""
    ziel = io.BytesIO()
    # The width of a column is counted in digits of this font, which every system can imitate.
    grundschrift = {"font_name": SCHRIFT, "font_size": 10, "font_scheme": "none"}
    buch = xlsxwriter.Workbook(ziel, {"in_memory": True, "default_format_properties": grundschrift})
    formate = _Formate(buch)
    for blatt in mappe.blaetter:
        _schreibe_blatt(buch, formate, blatt, mappe)
    for name, bereich in mappe.namen:
        buch.define_name(name, f"={adresse(bereich)}")
    buch.set_size(24000, 14000)
    buch.close()
    kern = xml("ooxml_eigenschaften.xml.j2", k=mappe.kopf)
    return ersetze_teil(ziel.getvalue(), "docProps/core.xml", kern, mappe.kopf.stand)


def adresse(bereich: Bezug | Bereich) -> str:
    """Write cells with their sheet and fixed: `Plan!$A$2:$C$9`."""
    if isinstance(bereich, Bezug):
        return f"{bereich.blatt}!${spaltenbuchstaben(bereich.spalte)}${bereich.zeile}"
    bis = bereich.bis
    return f"{adresse(bereich.von)}:${spaltenbuchstaben(bis.spalte)}${bis.zeile}"


def _ecken(flaeche: Flaeche) -> tuple[int, int, int, int]:
    """Return first row, first column, last row, last column, counted from 0."""
    f = flaeche
    return f.zeile - 1, f.spalte - 1, f.bis_zeile - 1, f.bis_spalte - 1


class _Formate:
    """Makes each cell format once."""

    def __init__(self, buch: Any) -> None:
        self.buch = buch
        self._fertig: dict[tuple[str, Zelltyp, int, bool], Any] = {}

    def von(self, zelle: Zellblick, breite: int) -> Any:
        """Return the format of a cell in a column of that width."""
        schluessel = (zelle.art, zelle.typ, zelle.nachkomma, bricht_um(zelle, breite))
        if schluessel not in self._fertig:
            self._fertig[schluessel] = self.buch.add_format(_angaben(*schluessel))
        return self._fertig[schluessel]


def _angaben(art: str, typ: Zelltyp, nachkomma: int, umbruch: bool) -> dict[str, Any]:
    a = AUSSEHEN[art]
    angaben: dict[str, Any] = {
        "font_name": SCHRIFT,
        "font_size": a.grad,
        "font_color": a.schrift,
        "bold": a.fett,
        "italic": a.kursiv,
        "valign": "bottom" if a.unten else "top",
        "text_wrap": umbruch,
    }
    if typ in _LINKS:
        angaben["align"] = "left"
    elif art == "beschriftung":
        angaben["align"] = "center"  # a number before a text, apart from it
    if a.hintergrund:
        angaben["bg_color"] = a.hintergrund
    if a.rand:
        angaben |= {"border": 1, "border_color": RANDFARBE}
    stellen = f".{'0' * nachkomma}" if nachkomma else ""
    formen = {**_ZAHLFORM, Zelltyp.ZAHL: f"#,##0{stellen}", Zelltyp.PROZENT: f"0{stellen}%"}
    if typ in formen:
        angaben["num_format"] = formen[typ]
    return angaben


def _schreibe_blatt(buch: Any, formate: _Formate, blatt: Blattblick, mappe: Mappe) -> None:
    seite = buch.add_worksheet(blatt.name)
    breiten = dict(blatt.breiten)
    for spalte in range(1, blatt.druckende[0] + 1):
        seite.set_column(spalte - 1, spalte - 1, breiten.get(spalte, STANDARDBREITE))
    for zelle in blatt.zellen:
        _schreibe_zelle(seite, zelle, formate.von(zelle, breiten.get(zelle.spalte, 0)))
    for zeile, hoehe in _hoehen(blatt):
        seite.set_row(zeile - 1, hoehe)
    for regel in blatt.eingaberegeln:
        seite.data_validation(*_ecken(regel.flaeche), _pruefung(regel))
    for farbe in blatt.farbregeln:
        hintergrund, schrift = FARBEN[farbe.stil]
        wert = '"' + farbe.wert.replace('"', '""') + '"'
        form = buch.add_format({"bg_color": hintergrund, "font_color": schrift, "bold": True})
        angabe = {"type": "cell", "criteria": "==", "value": wert, "format": form}
        seite.conditional_format(*_ecken(farbe.flaeche), angabe)
    for diagramm in blatt.diagramme:
        _zeichne(buch, seite, diagramm)
    _richte_druck_ein(seite, blatt, mappe)


def _hoehen(blatt: Blattblick) -> Iterator[tuple[int, float]]:
    """Yield row and height in points of rows nobody writes into, and of those with long texts.

    Other rows grow by themselves while someone writes. A text that is already there would overlap
    the next row in programs that do not measure rows when they open a file.
    """
    fest, niedrig = feste_hoehen(blatt), einzeilig(blatt)
    for zeile, hoehe in hoehen(blatt).items():
        if zeile in fest or hoehe > niedrig[zeile]:
            yield zeile, hoehe


def _schreibe_zelle(seite: Any, zelle: Zellblick, form: Any) -> None:
    ort = (zelle.zeile - 1, zelle.spalte - 1)
    wert = zelle.wert
    if zelle.formel:
        ergebnis = als_nummer(wert) if isinstance(wert, date) else wert
        seite.write_formula(*ort, zelle.formel, form, ergebnis)
    elif wert is None:
        seite.write_blank(*ort, None, form)
    elif isinstance(wert, date):
        seite.write_datetime(*ort, datetime.combine(wert, time()), form)
    elif isinstance(wert, str):
        seite.write_string(*ort, wert, form)
    else:
        seite.write_number(*ort, wert, form)


def _pruefung(regel: Eingaberegel) -> dict[str, Any]:
    angaben: dict[str, Any] = {
        "input_title": regel.titel if regel.hilfe else "",
        "input_message": regel.hilfe,
        "error_type": "stop" if regel.streng else "information",
        "ignore_blank": True,
    }
    if regel.quelle is not None:
        return angaben | {"validate": "list", "source": f"={adresse(regel.quelle)}"}
    if regel.worte:
        return angaben | {"validate": "list", "source": list(regel.worte)}
    if regel.typ in (Zelltyp.DATUM, Zelltyp.MONAT):
        return angaben | {"validate": "date", "criteria": ">=", "value": date(1990, 1, 1)}
    if regel.typ is Zelltyp.TEXT:
        return angaben | {"validate": "any"}
    art = "integer" if regel.typ is Zelltyp.GANZZAHL else "decimal"
    return angaben | {"validate": art} | _grenzen(regel.von, regel.bis)


def _grenzen(von: float | None, bis: float | None) -> dict[str, Any]:
    if von is None and bis is None:
        return {"criteria": ">=", "value": -1e12}
    art = _GRENZEN[von is not None, bis is not None]
    if art == "between":
        return {"criteria": art, "minimum": _kurz(von), "maximum": _kurz(bis)}
    return {"criteria": art, "value": _kurz(bis if von is None else von)}


def _kurz(grenze: float | None) -> float | int | None:
    return int(grenze) if grenze is not None and grenze == int(grenze) else grenze


def _zeichne(buch: Any, seite: Any, diagramm: Diagrammblick) -> None:
    netz = diagramm.art is Diagrammart.NETZ
    art = {"type": "radar", "subtype": "with_markers"} if netz else {"type": "bar"}
    bild = buch.add_chart(art)
    for nummer, reihe in enumerate(diagramm.reihen):
        farbe, strich, zeichen = _LINIEN[nummer % len(_LINIEN)]
        bild.add_series(
            {
                "name": reihe.titel,
                "categories": f"={adresse(diagramm.kategorien)}",
                "values": f"={adresse(reihe.werte)}",
                "line": {"color": farbe, "width": 2, "dash_type": strich},
                "marker": {"type": zeichen, "size": 7, "fill": {"color": farbe}},
                "fill": {"none": True} if netz else {"color": farbe},
            }
        )
    bild.set_title({"name": diagramm.titel, "name_font": {"size": 13}})
    bild.set_legend({"position": "bottom"})
    achse = {"min": 0, "major_gridlines": {"visible": True}}
    if diagramm.hoechstens is not None:
        achse["max"] = diagramm.hoechstens
    bild.set_y_axis(achse) if netz else bild.set_x_axis(achse)
    bild.set_size({"width": 560, "height": 420})
    angaben = {"description": diagramm.alternativtext, "object_position": 1}
    seite.insert_chart(diagramm.zeile - 1, diagramm.spalte - 1, bild, angaben)


def _richte_druck_ein(seite: Any, blatt: Blattblick, mappe: Mappe) -> None:
    seite.set_paper(_A4)
    bild = blatt.druckbild
    if not bild.hochformat:
        seite.set_landscape()
    seite.set_margins(left=0.39, right=0.39, top=0.6, bottom=0.8)
    prozent = druckprozent(blatt)
    seite.set_print_scale(prozent)
    seite.set_v_pagebreaks([bis for _, bis in bild.teile[:-1]])
    seite.set_h_pagebreaks([zeile - 1 for zeile in seitenanfaenge(blatt)])
    if bild.wiederholt and len(bild.teile) > 1:
        seite.repeat_columns(0, bild.wiederholt - 1)
    grad = f"&{fussgrad(prozent)}"
    seite.set_footer(f"&L{grad}{mappe.kopf.fusszeile} · {blatt.name}&R{grad}Seite &P von &N")
    spalte, zeile = blatt.druckende
    seite.print_area(0, 0, zeile - 1, spalte - 1)
    kopf = blatt.wiederholte_zeile
    if kopf:
        seite.repeat_rows(kopf - 1)
        seite.freeze_panes(kopf, blatt.fixe_spalten)
        flaeche = blatt.tabellen[0].flaeche
        seite.autofilter(kopf - 1, *_ecken(flaeche)[1:])
