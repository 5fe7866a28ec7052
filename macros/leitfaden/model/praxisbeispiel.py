"""The content type Praxisbeispiel: what municipalities have done, with sources."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Self

from pydantic import StringConstraints, model_validator

from leitfaden.model.felder import (
    Bilddatei,
    Eigenname,
    Genauigkeit,
    Hauptseite,
    MassnahmeId,
    Monat,
    QuelleId,
    SzenarioId,
    Teil,
    Text,
    VorlageId,
    Zeile,
    feld,
    regel,
)


class Kommune(Teil):
    """A municipality that took part."""

    name: Eigenname = feld("Amtlicher Name.", "Sayda")
    ags: Annotated[str, StringConstraints(pattern=r"^\d{8}$")] | None = feld(
        "Amtlicher Gemeindeschlüssel, acht Ziffern in Anführungszeichen.", "14522490", default=None
    )
    einwohner: int | None = feld("Einwohnerzahl, nur mit Stand.", 1700, default=None, ge=1)
    einwohner_stand: date | None = feld("Stichtag der Zahl.", "2024-12-31", default=None)

    @model_validator(mode="after")
    def _pruefe_stand(self) -> Self:
        """A population figure without its date says nothing."""
        if self.einwohner is not None and self.einwohner_stand is None:
            raise regel("S023", "einwohner")
        return self


class Zeitraum(Teil):
    """When something took place, as exactly as it is known."""

    beginn: Monat | None = feld("Jahr oder Jahr-Monat, als Text.", "2021-07", default=None)
    ende: Monat | None = feld("Jahr oder Jahr-Monat; leer, wenn es läuft.", "2022", default=None)
    hinweis: Zeile | None = feld("Was am Zeitraum unsicher ist.", "Beginn offen", default=None)


class Zahl(Teil):
    """A figure with its meaning and source."""

    wert: int | float = feld("Die Zahl selbst.", 27)
    genauigkeit: Genauigkeit = feld("genau oder rund.", "genau", default=Genauigkeit.GENAU)
    einheit: Zeile = feld("Was gezählt wird.", "Maßnahmen")
    bedeutung: Zeile = feld("Was die Zahl sagt.", "gemeinsam abgestimmt")
    quelle: QuelleId = feld("Kennung der Quelle.", "ssg-gemeinsam-digital-neun-kommunen")


class Nachmachstufe(Teil):
    """A step others can take over."""

    text: Zeile = feld("Was andere übernehmen können.", "Mit der Agenda zum Auftakt einladen.")
    vorlage: VorlageId | None = feld("Passende Vorlage.", "kickoff-agenda", default=None)


class Bild(Teil):
    """A picture of an example; the file lies below docs/bilder/."""

    datei: Bilddatei = feld("Dateiname unterhalb von docs/bilder/.", "gewerbeamt.jpg")
    alt: Zeile = feld("Was auf dem Bild zu sehen ist, für alle, die es nicht sehen.", "Ein Büro")
    nachweis: Zeile = feld("Wer die Rechte am Bild hat.", "Foto: Stadt Naunhof, CC BY 4.0")


class Kontakt(Teil):
    """Where to ask, as a function of an organisation, never a private person."""

    rolle: Zeile = feld("Funktion.", "Servicestelle IKZ")
    organisation: Eigenname = feld("Organisation.", "Sächsischer Städte- und Gemeindetag")
    email: Annotated[str, StringConstraints(pattern=r"^[^@\s]+@[^@\s]+\.[a-z]{2,}$")] | None = feld(
        "Funktionspostfach.", "ikz@ssg-sachsen.de", default=None
    )
    telefon: Eigenname | None = feld("Dienstliche Nummer.", "0351 8192-230", default=None)


class Praxisbeispiel(Hauptseite):
    """A real example with its course, results, figures and lessons."""

    kommunen: tuple[Kommune, ...] = feld(
        "Beteiligte Kommunen; leer nur, wenn die Quelle keine nennt.",
        [{"name": "Sayda"}],
        default=(),
    )
    verbund: Zeile = feld("Name oder Art des Verbunds.", "Mittelsächsisches Erzgebirge")
    region: Zeile | None = feld("Landkreis oder Region.", "Landkreis Mittelsachsen", default=None)
    zeitraum: Zeitraum = feld("Wann es stattfand.", {"beginn": "2021-07"})
    ausgangslage: Text = feld("Wie es vorher war.", "Sieben Beschäftigte arbeiteten nebenbei.")
    vorgehen: Text = feld("Was getan wurde; Liste oder Absätze.", "1. Auftakt\n2. Liste")
    ergebnisse: tuple[Zeile, ...] = feld(
        "Was herauskam.", ["27 Maßnahmen sind abgestimmt."], min_length=1
    )
    zahlen: tuple[Zahl, ...] = feld(
        "Belegte Zahlen.",
        [
            {
                "wert": 27,
                "einheit": "Maßnahmen",
                "bedeutung": "abgestimmt",
                "quelle": "ssg-gemeinsam-digital-neun-kommunen",
            }
        ],
        default=(),
    )
    lehren: tuple[Zeile, ...] = feld("Was andere daraus lernen.", ["Erst Plan."], min_length=1)
    nachmachen: tuple[Nachmachstufe, ...] = feld(
        "Was andere übernehmen können.", [{"text": "Mit der Agenda einladen."}], default=()
    )
    nicht_belegt: tuple[Zeile, ...] = feld(
        "Was nicht bekannt ist; ehrlich benennen.", ["Kosten der Einzelarbeit"], default=()
    )
    massnahmen: tuple[MassnahmeId, ...] = feld(
        "Kennungen der Maßnahmen, die das Beispiel zeigt.", ["status-quo-ermitteln"], min_length=1
    )
    szenarien: tuple[SzenarioId, ...] = feld(
        "Kennungen der Ausgangsszenarien, zu denen es passt.", ["am-anfang"], default=()
    )
    bild: Bild | None = feld(
        "Ein Bild zum Beispiel.",
        {"datei": "gewerbeamt.jpg", "alt": "Ein Büro", "nachweis": "Foto: Stadt Naunhof"},
        default=None,
    )
    kontakt: Kontakt = feld(
        "Ansprechstelle ohne private Daten.",
        {"rolle": "Servicestelle IKZ", "organisation": "Sächsischer Städte- und Gemeindetag"},
    )
