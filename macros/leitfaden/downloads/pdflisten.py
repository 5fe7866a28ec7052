"""Lists and tables in the structure tree of a PDF, in the form PDF/UA wants."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pydyf

from leitfaden.downloads.pdfelemente import haenge_an, kinder, neu


def ordne_liste(pdf: Any, liste: Any, begriffe: set[int], erklaerungen: set[int]) -> None:
    """A list holds items only; a term and its explanations are label and body of one item."""
    punkte: list[Any] = []
    for kind in _ohne_huellen(pdf, liste):
        if kind["S"] in ("/L", "/Caption"):
            punkte.append(kind)
        elif kind["S"] == "/LI" and (kind.number not in erklaerungen or not punkte):
            if kind.number in begriffe:
                kinder(pdf, kind)[0]["S"] = "/Lbl"
            punkte.append(kind)
        else:
            _nimm_auf(pdf, _letzter_punkt(pdf, liste, punkte), kind)
    liste["K"] = pydyf.Array([punkt.reference for punkt in punkte])
    for punkt in punkte:
        punkt["P"] = liste.reference
        if punkt["S"] == "/LI":
            _ordne_punkt(pdf, punkt)


def _ohne_huellen(pdf: Any, liste: Any) -> Iterator[Any]:
    """Walk through what a list holds; groups such as <div> in <dl> are no items."""
    for kind in kinder(pdf, liste):
        if kind["S"] == "/Div":
            yield from _ohne_huellen(pdf, kind)
        else:
            yield kind


def _letzter_punkt(pdf: Any, liste: Any, punkte: list[Any]) -> Any:
    """Return the item that takes what stands between items; makes one if there is none yet."""
    if not punkte or punkte[-1]["S"] != "/LI":
        punkte.append(neu(pdf, "/LI", liste))
    return punkte[-1]


def _nimm_auf(pdf: Any, punkt: Any, kind: Any) -> None:
    """Put an explanation, or the blank between term and explanation, into an item."""
    ziel = _letzter_teil(pdf, punkt)
    if kind["S"] != "/LI":
        haenge_an(ziel, kind)
        return
    koerper = kinder(pdf, kind)[0]
    if ziel["S"] == "/Lbl":
        haenge_an(punkt, koerper)
        return
    for teil in kinder(pdf, koerper):
        teil["P"] = ziel.reference
    ziel["K"].extend(koerper["K"])


def _letzter_teil(pdf: Any, punkt: Any) -> Any:
    """Return label or body of an item, whichever is last; makes a body if there is neither."""
    teile = kinder(pdf, punkt)
    if teile:
        return teile[-1]
    koerper = neu(pdf, "/LBody", punkt)
    haenge_an(punkt, koerper)
    return koerper


def _ordne_punkt(pdf: Any, punkt: Any) -> None:
    """Whatever an item holds besides its label is its one body."""
    teile = kinder(pdf, punkt)
    if all(teil["S"] in ("/Lbl", "/LBody") for teil in teile):
        return
    koerper = neu(pdf, "/LBody", punkt)
    marken = [teil for teil in teile if teil["S"] == "/Lbl"]
    for teil in teile:
        if teil["S"] == "/LBody":
            for kind in kinder(pdf, teil):
                haenge_an(koerper, kind)
        elif teil["S"] != "/Lbl":
            haenge_an(koerper, teil)
    punkt["K"] = pydyf.Array([teil.reference for teil in (*marken, koerper)])


def benenne_koepfe(pdf: Any, tabelle: Any) -> None:
    """Every header cell says whether it is about its column or its row."""
    for im_kopf, zellen in _zeilen(pdf, tabelle):
        nur_koepfe = all(zelle["S"] == "/TH" for zelle in zellen)
        for zelle in zellen:
            if zelle["S"] == "/TH":
                zelle["A"]["Scope"] = "/Column" if im_kopf or nur_koepfe else "/Row"


def _zeilen(pdf: Any, element: Any, im_kopf: bool = False) -> Iterator[tuple[bool, list[Any]]]:
    for kind in kinder(pdf, element):
        if kind["S"] == "/TR":
            yield im_kopf, [z for z in kinder(pdf, kind) if z["S"] in ("/TH", "/TD")]
        elif kind["S"] in ("/THead", "/TBody", "/TFoot"):
            yield from _zeilen(pdf, kind, kind["S"] == "/THead")
