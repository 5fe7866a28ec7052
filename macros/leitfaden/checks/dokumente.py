"""Rules for the insides of templates: placeholders, formats, cells, formulas, check values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from leitfaden.checks.texte import alle_texte
from leitfaden.findings import Finding, Location, finding
from leitfaden.formeln.ausdruck import FormelError, spaltenbuchstaben
from leitfaden.formeln.rechnen import Ort
from leitfaden.formeln.werte import Einzelwert, Fehlerwert, als_nummer
from leitfaden.model.dokument import PLATZHALTER_MUSTER, Dokument
from leitfaden.model.felder import Format
from leitfaden.model.katalog import ist_sichtbar
from leitfaden.model.tabelle import Pruefwert
from leitfaden.model.wert import Wert
from leitfaden.source.feldfehler import vorschlag
from leitfaden.source.loader import Ladung
from leitfaden.texts import texte_von
from leitfaden.views.dateikopf import dateikopf
from leitfaden.views.mappenbau import Mappenbau, lies_eingaben

_PLATZHALTER = re.compile(PLATZHALTER_MUSTER)
_TEXTFORMATE = (Format.DOCX, Format.ODT)
Pfad = tuple[str | int, ...]


def pruefe_dokumente(ladung: Ladung) -> Iterator[Finding]:
    """A document belongs to a template, its placeholders exist, its formulas calculate."""
    vorlagen = ladung.katalog.vorlagen
    for dokument in ladung.katalog.dokumente.values():
        unbekannt = list(_platzhalter(ladung, dokument))
        yield from unbekannt
        if dokument.id in vorlagen:
            yield from _formate(ladung, dokument)
            if dokument.ist_tabelle and not unbekannt:
                yield from _tabellen(ladung, dokument)
        elif not (ladung.projekt / f"data/vorlagen/{dokument.id}.yml").exists():
            nah = vorschlag(dokument.id, vorlagen)
            ort = ladung.ort("dokument", dokument.id)
            yield finding("V031", ort, id=dokument.id, vorschlag=nah)


def pruefe_vollstaendigkeit(ladung: Ladung, heute: date) -> Iterator[Finding]:
    """Before the site goes public, every template readers see has its document."""
    fehlen = [
        satz_id
        for satz_id, vorlage in ladung.katalog.vorlagen.items()
        if ist_sichtbar(vorlage, heute) and ("dokument", satz_id, "de") not in ladung.herkunft
    ]
    if fehlen:
        ort = ladung.ort("vorlage", fehlen[0])
        yield finding("V035", ort, anzahl=len(fehlen), id=fehlen[0])


def _platzhalter(ladung: Ladung, dokument: Dokument) -> Iterator[Finding]:
    bekannt = ladung.katalog.platzhalter
    for pfad, text in alle_texte(dokument):
        for treffer in _PLATZHALTER.finditer(text):
            name = treffer.group(1)
            if name not in bekannt:
                ort = _genau(ladung, dokument, pfad, treffer.group())
                yield finding("V030", ort, id=name, vorschlag=vorschlag(name, bekannt))


def _genau(ladung: Ladung, dokument: Dokument, pfad: Pfad, teil: str) -> Location:
    """Return the place of a part of a text: in its first line if it stands there."""
    ort = ladung.ort("dokument", dokument.id, pfad)
    zeilen = (ladung.projekt / ort.path).read_text(encoding="utf-8").split("\n")
    for nummer, zeile in enumerate(zeilen[ort.line - 1 :], ort.line):
        anfang = ort.column - 1 if nummer == ort.line else 0
        stelle = zeile.find(teil, anfang)
        if stelle >= 0:
            return Location(ort.path, nummer, stelle + 1)
    return ort


def _formate(ladung: Ladung, dokument: Dokument) -> Iterator[Finding]:
    ist = "eine Tabelle" if dokument.ist_tabelle else "ein Text"
    for nummer, form in enumerate(ladung.katalog.vorlagen[dokument.id].formate):
        if (form in _TEXTFORMATE) == dokument.ist_tabelle:
            ort = ladung.ort("vorlage", dokument.id, ("formate", nummer))
            yield finding("V032", ort, ist=ist, format=form.value)
            return


def _tabellen(ladung: Ladung, dokument: Dokument) -> Iterator[Finding]:
    texte = texte_von("de")
    kopf = dateikopf(ladung.katalog.vorlagen[dokument.id], texte, beispiel=True)
    bau = Mappenbau(kopf, dokument, texte, ladung.katalog.platzhalter)
    for fehler in bau.fehler:
        code = "S069" if fehler.pfad[-1] == "formel" else "S068"
        yield finding(code, ladung.ort("dokument", dokument.id, fehler.pfad), grund=fehler.grund)
    if bau.fehler:
        return
    try:
        bau.mappe()
    except FormelError as fehler:
        yield finding("S069", ladung.ort("dokument", dokument.id, ("blaetter",)), grund=fehler)
        return
    kopf = dateikopf(ladung.katalog.vorlagen[dokument.id], texte)
    leer = Mappenbau(kopf, dokument, texte, ladung.katalog.platzhalter)
    for nummer, probe in enumerate(dokument.pruefwerte):
        yield from _probe(ladung, leer, ("pruefwerte", nummer), probe)


def _probe(ladung: Ladung, bau: Mappenbau, pfad: Pfad, probe: Pruefwert) -> Iterator[Finding]:
    dokument = bau.dokument
    try:
        rechner = bau.rechner(lies_eingaben(probe.eingaben))
        soll = {name: lies_eingaben({name: wert}) for name, wert in probe.erwartet.items()}
    except FormelError as fehler:
        yield finding("S068", ladung.ort("dokument", dokument.id, pfad), grund=fehler)
        return
    for name, zellen in soll.items():
        ort = ladung.ort("dokument", dokument.id, (*pfad, "erwartet", name))
        for zelle, wert in zellen.items():
            ist = rechner.wert(zelle)
            if not stimmt(ist, wert, probe.stellen):
                yield finding("V034", ort, zelle=_zellname(zelle), ist=_gezeigt(ist), soll=wert)


def stimmt(ist: Einzelwert, soll: Wert, stellen: int) -> bool:
    """Tell whether a result is what is expected, to so many decimal places."""
    if isinstance(soll, date):
        soll = als_nummer(soll)
    if isinstance(soll, str) or not isinstance(ist, float):
        return ist == soll
    # Half a digit: the expected value is rounded.
    return abs(ist - soll) < 0.5 * 0.1**stellen + 1e-9


def _gezeigt(ist: Einzelwert) -> str:
    if isinstance(ist, Fehlerwert):
        return ist.code
    return f"{ist:.10g}" if isinstance(ist, float) else str(ist)


def _zellname(ort: Ort) -> str:
    return f"{ort[0]}!{spaltenbuchstaben(ort[1])}{ort[2]}"
