"""The two sheets every workbook gets by itself: „Listen“ for drop-downs and „Hinweise“."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from leitfaden.model.tabelle import Zellart, Zelltyp
from leitfaden.texts import Texte
from leitfaden.views.dateikopf import Dateikopf
from leitfaden.views.mappe import BEISPIEL, KOPF
from leitfaden.views.mappenteile import Rohblatt, Rohzelle

LISTEN = "Listen"
HINWEISE = "Hinweise"
_BREITE_LINKS = 24
_BREITE_RECHTS = 90


def _text(art: str, wert: str) -> Rohzelle:
    return Rohzelle(art, Zelltyp.TEXT, wert, "", 0, ())


def listenblatt(listen: Mapping[str, tuple[str, ...]]) -> Rohblatt:
    """Return one column a list, its name on top."""
    blatt = Rohblatt()
    for spalte, (name, worte) in enumerate(listen.items(), 1):
        blatt.zellen[spalte, 1] = _text(KOPF, name.replace("_", " "))
        for zeile, wort in enumerate(worte, 2):
            blatt.zellen[spalte, zeile] = _text(Zellart.EINGABE, wort)
        blatt.breiten[spalte] = min(60, max(map(len, (name, *worte))) + 3)
    return blatt


def hinweisblatt(kopf: Dateikopf, zwecke: Sequence[tuple[str, str]], texte: Texte) -> Rohblatt:
    """Return what the file is for, how to fill it in, what its sheets and colours mean."""
    zeilen: list[tuple[str, str, str, str]] = [
        (Zellart.TITEL, f"{kopf.kennung} {kopf.titel}", "", ""),
        (Zellart.TEXT, kopf.thema, "", ""),
    ]
    if kopf.beispiel:
        zeilen.append((Zellart.WARNUNG, texte["datei.beispiel"], "", ""))
    if kopf.rechtshinweis:
        zeilen.append((Zellart.WARNUNG, kopf.rechtshinweis, "", ""))
    zeilen.append((Zellart.UEBERSCHRIFT, texte["vorlage.hinweise"], "", ""))
    zeilen += [
        (Zellart.TEXT, hinweis, "", "") for hinweis in (*kopf.hinweise, texte["datei.drucken"])
    ]
    zeilen.append((Zellart.UEBERSCHRIFT, texte["datei.blaetter"], "", ""))
    zeilen += [(Zellart.BESCHRIFTUNG, name, Zellart.TEXT, zweck) for name, zweck in zwecke]
    zeilen.append((Zellart.UEBERSCHRIFT, texte["datei.zellen"], "", ""))
    arten = [Zellart.EINGABE.value, Zellart.BERECHNET.value]
    arten += [BEISPIEL] if kopf.beispiel else []
    zeilen += [
        (art, texte[f"datei.zelle_{art}"], Zellart.TEXT, texte[f"datei.art_{art}"]) for art in arten
    ]
    zeilen.append((Zellart.UEBERSCHRIFT, texte["datei.ueber"], "", ""))
    angaben = [
        ("version", kopf.version),
        ("stand", f"{kopf.stand:%d.%m.%Y}"),
        ("herausgeber", kopf.herausgeber),
        ("lizenz", kopf.lizenz),
    ]
    zeilen += [
        (Zellart.BESCHRIFTUNG, texte[f"datei.wort_{n}"], Zellart.TEXT, w) for n, w in angaben
    ]
    blatt = Rohblatt(breiten={1: _BREITE_LINKS, 2: _BREITE_RECHTS})
    for nummer, (art, links, art_rechts, rechts) in enumerate(zeilen, 1):
        # Long text stands in the wide column; only names and headings begin on the left.
        breit = art in (Zellart.TEXT, Zellart.WARNUNG) and not rechts
        blatt.zellen[2 if breit else 1, nummer] = _text(art, links)
        if rechts:
            blatt.zellen[2, nummer] = _text(art_rechts, rechts)
    return blatt
