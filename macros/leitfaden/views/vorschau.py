"""What is inside a workbook, short enough to read before one downloads it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from leitfaden.formeln.ausdruck import lies_bezug, spaltenbuchstaben, spaltennummer
from leitfaden.model.dokument import Dokument, Platzhalter
from leitfaden.model.tabelle import Blatt, Spalte, Tabelle, Zellart, Zelle, Zelltyp
from leitfaden.texts import Texte
from leitfaden.views.dateikopf import Dateikopf, ersetze_platzhalter
from leitfaden.views.mappenbau import Mappenbau
from leitfaden.views.zellanzeige import anzeige

# Prepared rows shown by the text of their first columns.
ZEILEN = 40


@dataclass(frozen=True)
class Spaltenzeile:
    """A column: number, letters, heading, what goes into it, the note on it, an example.

    With `auswahl` only certain words or numbers may be entered.
    """

    nummer: int
    buchstaben: str
    titel: str
    inhalt: str
    hilfe: str = ""
    auswahl: bool = False
    beispiel: str = ""


@dataclass(frozen=True)
class Tabellenvorschau:
    """A table: its columns and the rows that are already there."""

    titel: str
    zeilen: str
    spalten: tuple[Spaltenzeile, ...]
    vorgaben: tuple[str, ...]


@dataclass(frozen=True)
class Blattvorschau:
    """A sheet: texts on it, labelled cells, tables, charts."""

    name: str
    zweck: str
    texte: tuple[str, ...]
    zellen: tuple[tuple[str, str], ...]
    tabellen: tuple[Tabellenvorschau, ...]
    diagramme: tuple[str, ...]


@dataclass(frozen=True)
class Mappenvorschau:
    """A workbook."""

    kopf: Dateikopf
    blaetter: tuple[Blattvorschau, ...]


def mappenvorschau(
    dokument: Dokument, kopf: Dateikopf, platzhalter: Mapping[str, Platzhalter], texte: Texte
) -> Mappenvorschau:
    """Describe the sheets of a workbook; examples come from the filled-in file."""
    bau = Mappenbau(kopf, dokument, texte, platzhalter)
    vorschau = _Vorschau(bau, texte)
    return Mappenvorschau(kopf, tuple(vorschau.blatt(blatt) for blatt in dokument.blaetter))


class _Vorschau:
    """Describes one workbook."""

    def __init__(self, bau: Mappenbau, texte: Texte) -> None:
        self.texte = texte
        self.platzhalter = bau.platzhalter
        self.mappe = bau.mappe()

    def blatt(self, blatt: Blatt) -> Blattvorschau:
        werte = {(z.spalte, z.zeile): z for z in self.mappe.blatt(blatt.name).zellen}
        self.werte = {ort: anzeige(z.wert, z.typ, z.nachkomma) for ort, z in werte.items()}
        fliesstext = (Zellart.TEXT, Zellart.WARNUNG, Zellart.TITEL, Zellart.UEBERSCHRIFT)
        return Blattvorschau(
            name=blatt.name,
            zweck=blatt.zweck,
            texte=tuple(self._text(z) for z in blatt.zellen if z.art in fliesstext and z.wert),
            zellen=tuple(self._paare(blatt)),
            tabellen=tuple(self._tabelle(tabelle) for tabelle in blatt.tabellen),
            diagramme=tuple(d.alternativtext for d in blatt.diagramme),
        )

    def _text(self, zelle: Zelle) -> str:
        return ersetze_platzhalter(str(zelle.wert), self.platzhalter)

    def _paare(self, blatt: Blatt) -> list[tuple[str, str]]:
        """Pair every input and result with the label to its left."""
        paare = []
        for zelle in blatt.zellen:
            if zelle.art not in (Zellart.EINGABE, Zellart.BERECHNET):
                continue
            ort = lies_bezug(zelle.zelle)
            links = [self.werte.get((s, ort.zeile), "") for s in range(ort.spalte - 1, 0, -1)]
            name = next((wort for wort in links if wort), zelle.zelle)
            wert = self.werte.get((ort.spalte, ort.zeile), "")
            art = zellinhalt(zelle, self.texte)
            paare.append((name, f"{wert} ({art})" if wert else art))
        return paare

    def _tabelle(self, tabelle: Tabelle) -> Tabellenvorschau:
        zeile = tabelle.kopfzeile + 1
        spalten = [
            replace(s, beispiel=self.werte.get((s.nummer, zeile), ""))
            for s in spaltenzeilen(tabelle, self.texte, self.platzhalter)
        ]
        return Tabellenvorschau(
            titel=tabelle.titel,
            zeilen=self.texte.mit("datei.zeilen", anzahl=tabelle.zeilen),
            spalten=tuple(spalten),
            vorgaben=tuple(self._vorgaben(tabelle)),
        )

    def _vorgaben(self, tabelle: Tabelle) -> list[str]:
        texte = [next((w for w in z.values() if isinstance(w, str)), "") for z in tabelle.werte]
        return [text for text in texte if text][:ZEILEN]


def spaltenzeilen(
    tabelle: Tabelle, texte: Texte, platzhalter: Mapping[str, Platzhalter]
) -> tuple[Spaltenzeile, ...]:
    """Describe the columns of a table; those that repeat share a line."""
    nummer = spaltennummer(tabelle.ab)
    zeilen = []
    for spalte in tabelle.spalten:
        bis = nummer + spalte.wiederholen - 1
        name = spaltenbuchstaben(nummer)
        if bis > nummer:
            name += f"–{spaltenbuchstaben(bis)}"
        titel = ersetze_platzhalter(spalte.titel, platzhalter)
        titel = titel.replace("{n}", f"1–{spalte.wiederholen}") + ("*" if spalte.pflicht else "")
        hilfe = ersetze_platzhalter(spalte.hilfe or "", platzhalter)
        inhalt = zellinhalt(spalte, texte)
        auswahl = spalte.typ is Zelltyp.AUSWAHL or spalte.von is not None
        zeilen.append(Spaltenzeile(nummer, name, titel, inhalt, hilfe, auswahl))
        nummer = bis + 1
    return tuple(zeilen)


def zellinhalt(angaben: Spalte | Zelle, texte: Texte) -> str:
    """Say what goes into a cell: words to choose from, a number, a day, or a result."""
    if angaben.formel:
        return texte["datei.zelle_berechnet"]
    if angaben.auswahl:
        return " / ".join(angaben.auswahl)
    if angaben.liste:
        return texte.mit("datei.aus_liste", name=angaben.liste.replace("_", " "))
    if angaben.typ is Zelltyp.GANZZAHL and angaben.von is not None and angaben.bis is not None:
        return f"{angaben.von:g}–{angaben.bis:g}"
    return texte[f"datei.typ_{angaben.typ}"]
