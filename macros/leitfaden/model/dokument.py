"""The content type Dokument: what is inside the file of a template; and its placeholders."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import StringConstraints, model_validator

from leitfaden.model.felder import Datensatz, JaNein, Teil, feld, regel
from leitfaden.model.tabelle import Auswahlliste, Blatt, Pruefwert
from leitfaden.model.wert import Drucktext, Kurztext

# What a cell of a table in a text document may hold; most are empty.
Zellentext = Annotated[str, StringConstraints(strip_whitespace=True, max_length=600)]


class Feldzeile(Teil):
    """One line of a form: what is asked, and what stands there before it is filled in."""

    name: Kurztext = feld("Was einzutragen ist.", "Ziel in einem Satz")
    vorgabe: Drucktext | None = feld(
        "Text, der schon dasteht; Platzhalter als [[kennung]].", "[[kommune]]", default=None
    )
    auswahl: tuple[Kurztext, ...] = feld(
        "Antworten zum Ankreuzen.", ["Idee", "beauftragt"], default=()
    )
    hilfe: Drucktext | None = feld(
        "Hinweis zum Ausfüllen; steht grau in der Zeile.", "höchstens drei Sätze", default=None
    )
    zeilen: int = feld("Platz zum Schreiben in Zeilen, 1 bis 12.", 2, default=1, ge=1, le=12)


class Textspalte(Teil):
    """A column of a table in a text document."""

    titel: Kurztext = feld("Überschrift der Spalte.", "Meilenstein")
    breite: int = feld(
        "Anteil an der Breite, im Verhältnis zu den anderen Spalten.", 3, default=1, ge=1, le=20
    )


class Texttabelle(Teil):
    """A table in a text document; every table has a heading row."""

    titel: Kurztext = feld("Was die Tabelle zeigt; auch ihr Alternativtext.", "Meilensteine")
    spalten: tuple[Textspalte, ...] = feld(
        "Spalten, in Reihenfolge.", [{"titel": "Meilenstein", "breite": 3}], min_length=1
    )
    zeilen: tuple[tuple[Zellentext | None, ...], ...] = feld(
        'Vorgegebene Zeilen; je Spalte ein Text, leere Zellen als "".',
        [["Beginn", "[[datum]]"]],
        default=(),
    )
    leere_zeilen: int = feld("Leere Zeilen zum Ausfüllen.", 4, default=0, ge=0, le=40)

    @model_validator(mode="after")
    def _pruefe_zeilen(self) -> Self:
        """Every row has as many cells as there are columns, and there is a row."""
        soll = len(self.spalten)
        for nummer, zeile in enumerate(self.zeilen):
            if len(zeile) != soll:
                raise regel("S062", f"zeilen.{nummer}", ist=len(zeile), soll=soll)
        if not self.zeilen and not self.leere_zeilen:
            raise regel("S063", "titel")
        return self


class Unterschrift(Teil):
    """A place to sign."""

    funktion: Kurztext = feld("Wer unterschreibt, als Funktion.", "[[hausspitze]]")
    stelle: Kurztext | None = feld("Für welche Stelle.", "[[kommune]]", default=None)


class Baustein(Teil):
    """One block of a section: exactly one of the fields is filled in."""

    absatz: Drucktext | None = feld(
        "Fließtext.", "Die Beteiligten arbeiten zusammen.", default=None
    )
    hinweis: Drucktext | None = feld(
        "Ausfüllhinweis: grau, in der fertigen Datei mit einem Griff zu löschen.",
        "Höchstens fünf Ziele.",
        default=None,
    )
    kasten: Drucktext | None = feld(
        "Wichtiger Satz im Rahmen.", "Vorher rechtlich prüfen lassen.", default=None
    )
    liste: tuple[Drucktext, ...] = feld("Aufzählung.", ["Ziel", "Vorgehen"], default=())
    nummeriert: tuple[Drucktext, ...] = feld(
        "Nummerierte Aufzählung, etwa Beschlusssätze.", ["Der Rat beschließt …"], default=()
    )
    ankreuzen: tuple[Drucktext, ...] = feld(
        "Zeilen mit Kästchen zum Ankreuzen.", ["Vertretung genannt"], default=()
    )
    felder: tuple[Feldzeile, ...] = feld(
        "Formularzeilen, als Tabelle mit zwei Spalten.", [{"name": "Titel"}], default=()
    )
    tabelle: Texttabelle | None = feld(
        "Tabelle mit Kopfzeile.",
        {"titel": "Meilensteine", "spalten": [{"titel": "Meilenstein"}], "leere_zeilen": 4},
        default=None,
    )
    unterschriften: tuple[Unterschrift, ...] = feld(
        "Unterschriften mit Ort und Datum.", [{"funktion": "Hausspitze"}], default=()
    )
    seitenumbruch: JaNein = feld("ja: hier beginnt eine neue Seite.", True, default=False)

    @property
    def art(self) -> str:
        """The name of the field that is filled in."""
        return next((name for name in type(self).model_fields if getattr(self, name)), "")

    @model_validator(mode="after")
    def _pruefe_art(self) -> Self:
        """A block is one thing."""
        gefuellt = [name for name in type(self).model_fields if getattr(self, name)]
        if len(gefuellt) != 1:
            namen = ", ".join(gefuellt) or "nichts"
            raise regel("S061", gefuellt[-1] if gefuellt else "", gefunden=namen)
        return self


class Abschnitt(Teil):
    """A section of a text document."""

    titel: Kurztext | None = feld(
        "Überschrift; nur der erste Abschnitt darf ohne sein.", "Ziele", default=None
    )
    ebene: int = feld("Stufe der Überschrift, 1 bis 3.", 1, default=1, ge=1, le=3)
    inhalt: tuple[Baustein, ...] = feld(
        "Was darin steht, in Reihenfolge.", [{"absatz": "Worum es geht."}], default=()
    )


class Dokument(Datensatz):
    """The inside of the template with the same id: either sections of text or sheets."""

    nummeriert: JaNein = feld("ja: Überschriften bekommen Nummern.", True, default=False)
    querformat: JaNein = feld("ja: Textseiten liegen quer.", True, default=False)
    schriftgrad: int = feld(
        "Schriftgröße des Texts in Punkt, 11 bis 14.", 12, default=11, ge=11, le=14
    )
    abschnitte: tuple[Abschnitt, ...] = feld(
        "Textvorlage: ihre Abschnitte.",
        [{"titel": "Ziele", "inhalt": [{"absatz": "Worum es geht."}]}],
        default=(),
    )
    blaetter: tuple[Blatt, ...] = feld(
        "Tabelle: ihre Blätter.", [{"name": "Plan", "zweck": "Maßnahmen sammeln"}], default=()
    )
    listen: tuple[Auswahlliste, ...] = feld(
        "Auswahllisten, die mehrere Spalten nutzen oder die Kommas enthalten.",
        [{"name": "Status", "werte": ["Idee", "läuft"]}],
        default=(),
    )
    pruefwerte: tuple[Pruefwert, ...] = feld(
        "Rechenproben: Eingaben und was die Formeln daraus machen müssen.",
        [{"titel": "Frist", "eingaben": {"Plan!A2": 1}, "erwartet": {"Plan!B2": 2}}],
        default=(),
    )

    @property
    def ist_tabelle(self) -> bool:
        """Tell whether this becomes a workbook."""
        return bool(self.blaetter)

    @property
    def hat_beispiele(self) -> bool:
        """Tell whether there is a second file, filled in."""
        return any(
            any(t.beispiele for t in blatt.tabellen)
            or any(zelle.beispiel is not None for zelle in blatt.zellen)
            for blatt in self.blaetter
        )

    @model_validator(mode="after")
    def _pruefe_art(self) -> Self:
        """A document is text or sheets; headings do not skip a level."""
        if bool(self.abschnitte) == bool(self.blaetter):
            raise regel("S060", "blaetter" if self.blaetter else "")
        vorher = 0
        for nummer, abschnitt in enumerate(self.abschnitte):
            if abschnitt.titel is None:
                if nummer:
                    raise regel("S064", f"abschnitte.{nummer}")
                continue
            if abschnitt.ebene > vorher + 1:
                ort = f"abschnitte.{nummer}.ebene"
                raise regel("S065", ort, ebene=abschnitt.ebene, erlaubt=vorher + 1)
            vorher = abschnitt.ebene
        return self


class Platzhalter(Datensatz):
    """A word in brackets that whoever fills in a template replaces."""

    anzeige: Kurztext = feld("Was in der Datei steht, ohne Klammern.", "Name der Kommune")
    beispiel: Kurztext | None = feld(
        "Erfundenes Beispiel oder ein Hinweis.", "Gemeinde Musterdorf", default=None
    )


# `[[kommune]]` in a text; what is between the brackets must be the id of a Platzhalter.
PLATZHALTER_MUSTER = r"\[\[([^\[\]]*)\]\]"
