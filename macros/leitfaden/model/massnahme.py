"""The content type Massnahme: one of the 22 measures of the guide."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Self

from pydantic import StringConstraints, model_validator

from leitfaden.model.felder import (
    Aufwand,
    Eigenname,
    GlossarId,
    HandlungsfeldId,
    Hauptseite,
    Horizont,
    JaNein,
    LinkId,
    MassnahmeId,
    Pflichtlage,
    Rechtsform,
    Teil,
    Text,
    Tiefe,
    VorlageId,
    Zeile,
    Zielgruppe,
    feld,
    regel,
)

# What a full description has at least (Kurzprofile have no such minimum).
MINDESTENS_AUSFUEHRLICH = {
    "nutzen": 3,
    "schritte": 5,
    "risiken": 3,
    "recht": 1,
    "erfolg": 3,
    "einwaende": 3,
    "links": 2,
}


class Schritt(Teil):
    """One step of a measure."""

    titel: Zeile = feld("Der Schritt in wenigen Worten, mit Verb.", "IT-Liste ausfüllen")
    text: Text = feld("Was genau zu tun ist.", "Jedes Fachamt trägt seine Verfahren ein.")
    wer: Zeile = feld("Wer den Schritt tut.", "Digital-Navigator und Fachämter")
    dauer: Zeile = feld("Wie lange er dauert (Orientierungswert).", "zwei bis drei Wochen")


class Rolle(Teil):
    """Who does what in a measure."""

    rolle: Zeile = feld("Funktion, kein Name.", "Kämmerei")
    aufgabe: Zeile = feld("Ihre Aufgabe in dieser Maßnahme.", "stellt Vertragskosten zusammen")


class Kosten(Teil):
    """What a measure costs and what the statement rests on."""

    text: Text = feld("Was Geld und was Arbeitszeit kostet.", "Keine Sachkosten, nur Arbeitszeit.")
    grundlage: Zeile = feld(
        "Worauf die Angabe beruht.", "eigene Schätzung; Vergleichswerte sind nicht belegt"
    )


class Pflicht(Teil):
    """Legal duty behind a measure."""

    lage: Pflichtlage = feld("Besteht eine gesetzliche Pflicht: ja, teilweise oder nein.", "nein")
    text: Zeile = feld("Welche Pflicht, mit Norm, oder warum keine.", "Keine Formvorschrift.")


class Risiko(Teil):
    """What can go wrong and what helps."""

    risiko: Zeile = feld("Was schiefgehen kann.", "Die Liste veraltet.")
    gegenmassnahme: Zeile = feld("Was dagegen hilft.", "Eine Person pflegt sie vierteljährlich.")


class Rechtsgrundlage(Teil):
    """A norm that matters for a measure."""

    norm: Eigenname = feld("Paragraf und Gesetz, abgekürzt.", "§ 71 Abs. 2 SächsKomZG")
    gegenstand: Zeile = feld("Was dort geregelt ist.", "mandatierende Zweckvereinbarung")
    stand: date | None = feld(
        "Rechtsstand, soweit bekannt (JJJJ-MM-TT).", "2024-08-02", default=None
    )
    hinweis: Zeile | None = feld(
        "Was vor der Anwendung zu prüfen ist.", "aktuelle Fassung in REVOSax prüfen", default=None
    )


class Einwand(Teil):
    """An objection in the council and an answer to it."""

    einwand: Zeile = feld("Der Einwand, wie er im Rat fällt.", "Dafür haben wir keine Leute.")
    antwort: Text = feld("Sachliche Antwort in zwei bis vier Sätzen.", "Genau deshalb gemeinsam.")


class Massnahme(Hauptseite):
    """A measure: what to do, why together, how, with whom, at what cost."""

    kennung: Annotated[str, StringConstraints(pattern=r"^M(0[1-9]|1\d|2[0-2])$")] = feld(
        "Gedruckte Kennung M01 bis M22; sie wird nie neu vergeben.", "M02"
    )
    handlungsfeld: HandlungsfeldId = feld("Kennung des Handlungsfelds.", "strategie-und-steuerung")
    tiefe: Tiefe = feld("ausfuehrlich oder kurz (Kurzprofil).", "ausfuehrlich")
    einfach: Text = feld(
        "Das Wichtigste in Einfacher Sprache, höchstens 60 Wörter.",
        "Jede Gemeinde schreibt auf: Welche Programme haben wir?",
    )
    nutzen: tuple[Zeile, ...] = feld(
        "Was die Gemeinde davon hat, ein Punkt je Eintrag.",
        ["Vertragsenden werden sichtbar."],
        min_length=1,
    )
    warum_gemeinsam: Text = feld(
        "Warum es zusammen besser geht als allein.", "Erst der Vergleich zeigt Lücken."
    )
    schritte: tuple[Schritt, ...] = feld(
        "Die Schritte in ihrer Reihenfolge.",
        [{"titel": "Liste ausfüllen", "text": "…", "wer": "Fachämter", "dauer": "zwei Wochen"}],
        min_length=3,
    )
    rollen: tuple[Rolle, ...] = feld(
        "Wer welche Aufgabe hat.",
        [{"rolle": "Kämmerei", "aufgabe": "stellt Kosten zusammen"}],
        min_length=1,
    )
    aufwand: Aufwand = feld("Aufwand: gering, mittel oder hoch.", "gering")
    aufwand_begruendung: Zeile = feld("Warum diese Stufe.", "Wenige Sitzungen, keine Anschaffung.")
    kosten: Kosten = feld(
        "Was es kostet, mit Grundlage.", {"text": "Nur Arbeitszeit.", "grundlage": "Schätzung"}
    )
    horizont: Horizont = feld(
        "Zeit bis zur Wirkung: kurz (bis 6 Monate), mittel (6–18), lang (über 18).", "kurz"
    )
    horizont_begruendung: Zeile = feld("Warum dieser Zeitraum.", "Fünf Sitzungen genügen.")
    pflicht: Pflicht = feld(
        "Gesetzliche Pflicht.", {"lage": "nein", "text": "Keine Formvorschrift."}
    )
    risiken: tuple[Risiko, ...] = feld(
        "Risiken mit Gegenmaßnahme.",
        [{"risiko": "Die Liste veraltet.", "gegenmassnahme": "Pflege festlegen."}],
        min_length=1,
    )
    recht: tuple[Rechtsgrundlage, ...] = feld(
        "Rechtsgrundlagen.",
        [{"norm": "§ 73a SächsKomZG", "gegenstand": "kommunale Arbeitsgemeinschaft"}],
        default=(),
    )
    erfolg: tuple[Zeile, ...] = feld(
        "Woran man den Erfolg erkennt.", ["Die Liste ist zu 80 Prozent gefüllt."], min_length=1
    )
    einwaende: tuple[Einwand, ...] = feld(
        "Einwände im Rat mit Antwort.",
        [{"einwand": "Das kostet nur Zeit.", "antwort": "Sieben Stunden genügten."}],
        default=(),
    )
    voraussetzungen: tuple[MassnahmeId, ...] = feld(
        "Kennungen der Maßnahmen, die vorher nötig sind; der Anschluss entsteht daraus.",
        ["kooperationsraum-vereinbaren"],
        default=(),
    )
    vorlagen: tuple[VorlageId, ...] = feld(
        "Kennungen passender Vorlagen.", ["it-liste-fachverfahren"], default=()
    )
    links: tuple[LinkId, ...] = feld(
        "Kennungen weiterführender Links.", ["ssg-ikz-digitalisierung"], default=()
    )
    glossar: tuple[GlossarId, ...] = feld(
        "Kennungen der Begriffe, die man hier kennen sollte.", ["fachverfahren"], default=()
    )
    zielgruppen: tuple[Zielgruppe, ...] = feld(
        "Wer mit der Maßnahme arbeitet.", ["hauptamt", "digital-navigator"], min_length=1
    )
    rechtsformen: tuple[Rechtsform, ...] = feld(
        "Formen der Zusammenarbeit, die dazu passen.", ["arbeitsgemeinschaft"], min_length=1
    )
    sofort_moeglich: JaNein = feld(
        "ja, wenn die Maßnahme ohne Vorbedingung beginnen kann.", False, default=False
    )

    @model_validator(mode="after")
    def _pruefe_tiefe(self) -> Self:
        """A full description has enough of everything a council asks for."""
        if self.tiefe is Tiefe.AUSFUEHRLICH:
            for name, mindestens in MINDESTENS_AUSFUEHRLICH.items():
                if len(getattr(self, name)) < mindestens:
                    raise regel("S022", name, name=name, mindestens=mindestens)
        return self
