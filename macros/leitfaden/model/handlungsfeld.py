"""The content type Handlungsfeld: one of the four fields that group the measures."""

from __future__ import annotations

from pydantic import Field

from leitfaden.model.felder import (
    Farbe,
    HandlungsfeldId,
    Hauptseite,
    MassnahmeId,
    Symbol,
    Teil,
    Text,
    Zeile,
    feld,
)


class Etappe(Teil):
    """A place in the recommended order of measures of a field."""

    massnahme: MassnahmeId = feld("Kennung der Maßnahme.", "status-quo-ermitteln")
    begruendung: Zeile = feld("Warum an dieser Stelle.", "Ohne Überblick kein Konzept.")


class Verbindung(Teil):
    """How a field ties to another."""

    handlungsfeld: HandlungsfeldId = feld("Kennung des anderen Felds.", "technik-und-sicherheit")
    text: Zeile = feld("Was die Felder verbindet.", "Der Plan bestimmt, welche Technik nötig ist.")


class Handlungsfeld(Hauptseite):
    """A field of action with its guiding question."""

    nummer: int = feld("Reihenfolge 1 bis 4.", 1, ge=1, le=4)
    leitfrage: Zeile = feld("Die Frage, auf die das Feld antwortet.", "Wohin wollen wir?")
    einfach: Text = feld("Das Feld in Einfacher Sprache, höchstens 60 Wörter.", "Es geht um Ziele.")
    beschreibung: Text = feld("Was zum Feld gehört.", "Das Feld umfasst Ziele und Steuerung.")
    bedeutung: Text = feld(
        "Warum das Feld für kleine Kommunen wichtig ist.", "Kleine Häuser haben wenig Köpfe."
    )
    probleme: tuple[Zeile, ...] = feld(
        "Typische Probleme, eines je Eintrag.", ["Niemand ist zuständig."], min_length=2
    )
    vorgehen: tuple[Etappe, ...] = feld(
        "Empfohlene Reihenfolge der Maßnahmen.",
        [{"massnahme": "status-quo-ermitteln", "begruendung": "Ohne Überblick kein Konzept."}],
        min_length=1,
    )
    verbindungen: tuple[Verbindung, ...] = feld(
        "Wie das Feld mit den anderen zusammenhängt.",
        [{"handlungsfeld": "technik-und-sicherheit", "text": "Der Plan bestimmt die Technik."}],
        min_length=1,
    )
    farbe: Farbe = Field(description="Farbton des Felds.", examples=["blau"])
    symbol: Symbol = Field(description="Gezeichnetes Symbol des Felds.", examples=["kompass"])
