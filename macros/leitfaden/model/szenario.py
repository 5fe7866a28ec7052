"""The content type Szenario: a typical starting point and the way from there."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import StringConstraints, model_validator

from leitfaden.model.felder import (
    Hauptseite,
    JaNein,
    MassnahmeId,
    Teil,
    Text,
    VorlageId,
    Zeile,
    feld,
    regel,
)


class Wegstation(Teil):
    """A measure on the way of a scenario."""

    massnahme: MassnahmeId = feld("Kennung der Maßnahme.", "digital-navigatoren")
    begruendung: Zeile = feld("Warum jetzt.", "Ohne eine Person geht nichts.")
    zeitraum: Zeile = feld("Wann ungefähr.", "Monat 1")
    parallel: JaNein = feld("ja, wenn sie neben der vorigen läuft.", False, default=False)


class Wochenblock(Teil):
    """A block of weeks in the first 90 days."""

    wochen: Annotated[str, StringConstraints(pattern=r"^\d{1,2}(–\d{1,2})?$")] = feld(
        "Wochen mit Halbgeviertstrich, in Anführungszeichen.", "1–2"
    )
    schritte: tuple[Zeile, ...] = feld("Was zu tun ist.", ["Person benennen"], min_length=1)
    wer: Zeile = feld("Wer es tut.", "Hausspitze, Hauptamt")
    ergebnis: Zeile = feld("Was danach vorliegt.", "Benennung unterschrieben")
    vorlagen: tuple[VorlageId, ...] = feld(
        "Passende Vorlagen.", ["benennung-digital-navigator"], default=()
    )


class Entscheidungspunkt(Teil):
    """A question that decides how to go on."""

    wann: Zeile = feld("Zeitpunkt.", "Woche 2")
    frage: Zeile = feld("Die Frage.", "Ist ein halber Tag je Woche möglich?")
    wenn_ja: Zeile = feld("Was bei Ja folgt.", "weiter im Plan")
    wenn_nein: Zeile = feld("Was bei Nein folgt.", "Rolle mit dem Nachbarn teilen")


class Szenario(Hauptseite):
    """A starting point: signs, way, first 90 days, decision points."""

    kennung: Annotated[str, StringConstraints(pattern=r"^S[1-9]$")] = feld(
        "Gedruckte Kennung S1 bis S3.", "S1"
    )
    einfach: Text = feld("In Einfacher Sprache, höchstens 60 Wörter.", "Sie fangen gerade an.")
    erkennungszeichen: tuple[Zeile, ...] = feld(
        "Woran man die Lage erkennt.", ["Es gibt keine IT-Liste."], min_length=3
    )
    beschreibung: Text = feld("Die Lage in Worten.", "Eine Person kümmert sich nebenbei.")
    ziel: Text = feld("Was nach 90 Tagen erreicht ist.", "Eine Person ist benannt.")
    aufwand: Text = feld("Zeitaufwand je Rolle (Annahme).", "Hausspitze etwa acht Stunden.")
    kosten: Text = feld("Was es kostet.", "Keine Anschaffung nötig.")
    weg: tuple[Wegstation, ...] = feld(
        "Maßnahmen in Reihenfolge.",
        [{"massnahme": "digital-navigatoren", "begruendung": "…", "zeitraum": "Monat 1"}],
        min_length=3,
    )
    erste_90_tage: tuple[Wochenblock, ...] = feld(
        "Wochenplan.",
        [{"wochen": "1–2", "schritte": ["…"], "wer": "Hausspitze", "ergebnis": "…"}],
        min_length=3,
    )
    entscheidungspunkte: tuple[Entscheidungspunkt, ...] = feld(
        "Fragen, die über den weiteren Weg entscheiden.",
        [{"wann": "Woche 2", "frage": "…", "wenn_ja": "…", "wenn_nein": "…"}],
        min_length=1,
    )
    weglassen: tuple[Zeile, ...] = feld(
        "Was man jetzt besser lässt, und typische Stolpersteine.",
        ["Alles auf einmal beginnen."],
        min_length=1,
    )

    @model_validator(mode="after")
    def _pruefe_weg(self) -> Self:
        """A measure stands at most once on the way."""
        gesehen: set[str] = set()
        for nummer, station in enumerate(self.weg):
            if station.massnahme in gesehen:
                raise regel("S024", f"weg.{nummer}.massnahme", id=station.massnahme)
            gesehen.add(station.massnahme)
        return self
