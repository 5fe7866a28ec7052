"""Sheets of a workbook: columns, prepared rows, single cells, charts, drop-downs, check values."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Self

from pydantic import StringConstraints, model_validator

from leitfaden.model.felder import JaNein, Teil, feld, regel
from leitfaden.model.wert import (
    Bereichsname,
    Blattname,
    Drucktext,
    Formel,
    Kurztext,
    Spaltenname,
    Wert,
    Zellname,
)

# A drop-down written into the cell itself; spreadsheets allow no comma and 255 characters.
_AUSWAHL_ZEICHEN = 250


class Zelltyp(StrEnum):
    """What a cell holds, and so how it is shown and checked."""

    TEXT = "text"
    GANZZAHL = "ganzzahl"
    ZAHL = "zahl"
    BETRAG = "betrag"
    PROZENT = "prozent"
    DATUM = "datum"
    MONAT = "monat"
    AUSWAHL = "auswahl"


class Zellart(StrEnum):
    """The part a single cell plays on its sheet."""

    TITEL = "titel"
    UEBERSCHRIFT = "ueberschrift"
    TEXT = "text"
    WARNUNG = "warnung"
    BESCHRIFTUNG = "beschriftung"
    EINGABE = "eingabe"
    BERECHNET = "berechnet"


class Stil(StrEnum):
    """Colour of a cell that holds a certain word; the word itself says the same."""

    GUT = "gut"
    ACHTUNG = "achtung"
    KRITISCH = "kritisch"
    NEUTRAL = "neutral"


class Diagrammart(StrEnum):
    """Kind of chart."""

    NETZ = "netz"
    BALKEN = "balken"


class Hervorhebung(Teil):
    """A conditional format; it needs a word in the cell, so colour is never alone."""

    wert: Kurztext = feld("Wort, bei dem die Zelle Farbe bekommt.", "überfällig")
    stil: Stil = feld("gut, achtung, kritisch oder neutral.", "kritisch")


class Zellangaben(Teil):
    """What cells and columns have in common."""

    typ: Zelltyp = feld("Was in der Zelle steht.", "datum", default=Zelltyp.TEXT)
    formel: Formel | None = feld(
        "Formel mit englischen Namen und Komma. {z} ist die eigene Zeile, {z-1} die davor, {s} die "
        "eigene Spalte, {erste} und {letzte} sind die Zeilen der Tabelle, {n} ist die Nummer der "
        "Wiederholung, {je:B} rückt je Zeile eine Spalte weiter.",
        '=IF(C{z}="","",C{z}*2)',
        default=None,
    )
    auswahl: tuple[Kurztext, ...] = feld(
        "Erlaubte Werte, ohne Komma darin.", ["ja", "nein"], default=()
    )
    liste: Kurztext | None = feld(
        "Statt auswahl: Name einer Liste aus „listen“.", "Status", default=None
    )
    frei_ergaenzbar: JaNein = feld(
        "ja: andere Werte als in der Auswahl sind erlaubt.", True, default=False
    )
    von: float | None = feld("Kleinste erlaubte Zahl.", 0, default=None)
    bis: float | None = feld("Größte erlaubte Zahl.", 4, default=None)
    nachkomma: int = feld("Nachkommastellen bei zahl und prozent.", 2, default=0, ge=0, le=4)
    hilfe: Drucktext | None = feld(
        "Hinweis, der beim Ausfüllen erscheint.", "Funktion statt Name.", default=None
    )
    hervorheben: tuple[Hervorhebung, ...] = feld(
        "Wörter, bei denen die Zelle Farbe bekommt.",
        [{"wert": "überfällig", "stil": "kritisch"}],
        default=(),
    )

    @model_validator(mode="after")
    def _pruefe_auswahl(self) -> Self:
        """A drop-down needs words, from the cell or from a list, and fits into the cell."""
        if (self.typ is Zelltyp.AUSWAHL) != bool(self.auswahl or self.liste):
            raise regel("S066", "typ")
        zu_lang = sum(len(w) + 1 for w in self.auswahl) > _AUSWAHL_ZEICHEN
        if zu_lang or any("," in wort for wort in self.auswahl):
            raise regel("S067", "auswahl")
        return self


class Zelle(Zellangaben):
    """A single cell outside the tables of a sheet."""

    zelle: Zellname = feld("Wo sie steht.", "B3")
    art: Zellart = feld("Welche Rolle sie hat.", "eingabe", default=Zellart.TEXT)
    wert: Wert | None = feld("Inhalt.", "Stichtag", default=None)
    beispiel: Wert | None = feld(
        "Inhalt nur in der zweiten Datei „ausgefülltes Beispiel“.", 90000, default=None
    )
    name: Blattname | None = feld("Name der Zelle für Formeln.", "Stichtag", default=None)


class Spalte(Zellangaben):
    """A column of a table."""

    titel: Kurztext = feld("Überschrift; {n} ist die Nummer der Wiederholung.", "Produktname")
    kopfformel: Formel | None = feld(
        "Formel in der Kopfzeile statt der Überschrift, etwa ein Monat.",
        "=EDATE({s-1}1,1)",
        default=None,
    )
    breite: int = feld("Breite in Zeichen, 4 bis 60.", 20, default=14, ge=4, le=60)
    pflicht: JaNein = feld("ja: muss ausgefüllt werden; Kopf mit Stern.", True, default=False)
    wiederholen: int = feld("So oft steht die Spalte nebeneinander.", 15, default=1, ge=1, le=60)


class Tabelle(Teil):
    """A table on a sheet: heading row, columns and prepared rows."""

    titel: Kurztext = feld("Was sie zeigt.", "Anwendungen")
    kopfzeile: int = feld("Nummer der Zeile mit den Überschriften.", 11, default=1, ge=1, le=99)
    ab: Spaltenname = feld("Erste Spalte.", "A", default="A")
    zeilen: int = feld("Vorbereitete Zeilen.", 200, ge=1, le=1000)
    spalten: tuple[Spalte, ...] = feld(
        "Spalten, in Reihenfolge.", [{"titel": "Produktname", "breite": 24}], min_length=1
    )
    name: Blattname | None = feld(
        "Name des Bereichs ohne Kopfzeile.", "Anwendungsliste", default=None
    )
    werte: tuple[dict[str, Wert], ...] = feld(
        "Zeilen, die in der Vorlage stehen; je Zeile Spaltenbuchstabe und Wert.",
        [{"A": 1, "B": "Finanzen"}],
        default=(),
    )
    beispiele: tuple[dict[str, Wert], ...] = feld(
        "Zeilen nur für die zweite Datei „ausgefülltes Beispiel“; sie folgen auf werte.",
        [{"A": 1, "B": "Finanzen"}],
        default=(),
    )


class Reihe(Teil):
    """A line or bar of a chart."""

    titel: Kurztext = feld("Name in der Legende.", "Mittelwert")
    werte: Bereichsname = feld("Zellen mit den Zahlen.", "Netz!B2:B9")


class Diagramm(Teil):
    """A chart; the same numbers stand in cells beside it."""

    art: Diagrammart = feld("netz oder balken.", "netz")
    titel: Kurztext = feld("Überschrift.", "Themenfelder im Verbund")
    alternativtext: Drucktext = feld(
        "Was man sieht, für Vorlesegeräte.", "Netzdiagramm der acht Themenfelder, Werte in A1:D9."
    )
    zelle: Zellname = feld("Ecke links oben.", "F2")
    kategorien: Bereichsname = feld("Zellen mit den Namen.", "Netz!A2:A9")
    reihen: tuple[Reihe, ...] = feld(
        "Linien oder Balken.", [{"titel": "Mittelwert", "werte": "Netz!B2:B9"}], min_length=1
    )
    hoechstens: float | None = feld("Ende der Achse.", 4, default=None)


class Blatt(Teil):
    """A sheet."""

    name: Blattname = feld("Name ohne Leerzeichen, Umlaute sind erlaubt.", "Geräte_Netz")
    zweck: Kurztext = feld("Wozu das Blatt dient; steht in den Hinweisen.", "Geräte und Netz")
    hochformat: JaNein = feld("ja: Druck im Hochformat.", True, default=False)
    breiten: dict[Spaltenname, int] = feld(
        "Breite einzelner Spalten in Zeichen, für Blätter ohne Tabelle.", {"A": 40}, default={}
    )
    fixe_spalten: int = feld(
        "So viele Spalten bleiben beim Blättern stehen.", 2, default=0, ge=0, le=5
    )
    zellen: tuple[Zelle, ...] = feld(
        "Einzelne Zellen.", [{"zelle": "B3", "art": "eingabe", "typ": "datum"}], default=()
    )
    tabellen: tuple[Tabelle, ...] = feld(
        "Tabellen auf dem Blatt.",
        [{"titel": "Anwendungen", "zeilen": 200, "spalten": [{"titel": "Produktname"}]}],
        default=(),
    )
    diagramme: tuple[Diagramm, ...] = feld(
        "Diagramme.",
        [{"art": "netz", "titel": "Themenfelder"}],
        default=(),
    )


class Auswahlliste(Teil):
    """A named list of words; it stands on the sheet „Listen“."""

    name: Blattname = feld("Name, auf den Spalten sich beziehen.", "Status")
    werte: tuple[Kurztext, ...] = feld("Wörter, in Reihenfolge.", ["Idee", "läuft"], min_length=1)


Zellwerte = dict[Annotated[str, StringConstraints(max_length=60)], Wert | tuple[Wert, ...]]


class Pruefwert(Teil):
    """A calculation known to be right; the check and the tests repeat it."""

    titel: Kurztext = feld("Was gerechnet wird.", "Frist in 90 Tagen")
    eingaben: Zellwerte = feld(
        "Zelle und Wert; ein Bereich bekommt eine Liste, zeilenweise.", {"Plan!C2": 5}
    )
    erwartet: Zellwerte = feld("Zelle und was dort stehen muss.", {"Plan!G2": 16})
    stellen: int = feld("Auf so viele Nachkommastellen verglichen.", 2, default=2, ge=0, le=6)
