"""The sections of record pages: one order for all pages of a type, stable German anchors."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter

from leitfaden.texts import Texte
from leitfaden.views.detail import Detail


@dataclass(frozen=True, slots=True)
class Abschnitt:
    """A section: its anchor, the key of its heading and the field that must not be empty."""

    anker: str
    schluessel: str
    feld: str = ""


ABSCHNITTE: dict[str, tuple[Abschnitt, ...]] = {
    "massnahme": (
        Abschnitt("nutzen", "massnahme.nutzen"),
        Abschnitt("warum-gemeinsam", "massnahme.warum_gemeinsam"),
        Abschnitt("aufwand", "massnahme.blick_aufwand"),
        Abschnitt("einwaende", "massnahme.einwaende", "satz.einwaende"),
        Abschnitt("risiken", "massnahme.risiken"),
        Abschnitt("erfolg", "massnahme.erfolg"),
        Abschnitt("praxis", "massnahme.praxis"),
        Abschnitt("schritte", "massnahme.schritte"),
        Abschnitt("rollen", "massnahme.rollen"),
        Abschnitt("vorlagen", "massnahme.vorlagen", "vorlagen"),
        Abschnitt("reihenfolge", "massnahme.reihenfolge"),
        Abschnitt("recht", "massnahme.recht", "satz.recht"),
        Abschnitt("rechtsformen", "massnahme.rechtsformen"),
        Abschnitt("beratung", "massnahme.beratung", "beratung"),
        Abschnitt("szenarien", "massnahme.szenarien", "szenarien"),
        Abschnitt("begriffe", "massnahme.glossar", "glossar"),
        Abschnitt("links", "massnahme.links", "links"),
    ),
    "handlungsfeld": (
        Abschnitt("beschreibung", "handlungsfeld.beschreibung"),
        Abschnitt("bedeutung", "handlungsfeld.bedeutung"),
        Abschnitt("probleme", "handlungsfeld.probleme"),
        Abschnitt("vorgehen", "handlungsfeld.vorgehen", "vorgehen"),
        Abschnitt("massnahmen", "handlungsfeld.massnahmen", "massnahmen"),
        Abschnitt("verbindungen", "handlungsfeld.verbindungen", "verbindungen"),
        Abschnitt("praxis", "handlungsfeld.praxis", "praxis.karten"),
    ),
    "praxisbeispiel": (
        Abschnitt("ausgangslage", "praxisbeispiel.ausgangslage"),
        Abschnitt("vorgehen", "praxisbeispiel.vorgehen"),
        Abschnitt("ergebnisse", "praxisbeispiel.ergebnisse"),
        Abschnitt("zahlen", "praxisbeispiel.zahlen", "zahlen"),
        Abschnitt("lehren", "praxisbeispiel.lehren"),
        Abschnitt("nachmachen", "praxisbeispiel.nachmachen", "nachmachen"),
        Abschnitt("nicht-belegt", "praxisbeispiel.nicht_belegt", "satz.nicht_belegt"),
        Abschnitt("massnahmen", "praxisbeispiel.massnahmen", "massnahmen"),
        Abschnitt("szenarien", "praxisbeispiel.szenarien", "szenarien"),
        Abschnitt("kontakt", "praxisbeispiel.kontakt"),
    ),
    "szenario": (
        Abschnitt("erkennungszeichen", "szenario.erkennungszeichen"),
        Abschnitt("beschreibung", "szenario.beschreibung"),
        Abschnitt("weg", "szenario.weg", "weg"),
        Abschnitt("erste-90-tage", "szenario.erste_90_tage"),
        Abschnitt("entscheidungspunkte", "szenario.entscheidungspunkte"),
        Abschnitt("weglassen", "szenario.weglassen"),
        Abschnitt("praxis", "szenario.praxis", "praxis.karten"),
    ),
    "vorlage": (
        Abschnitt("herunterladen", "vorlage.herunterladen", "dateien"),
        Abschnitt("aufbau", "vorlage.inhalt"),
        Abschnitt("vorschau", "vorlage.vorschau", "vorschau"),
        Abschnitt("hinweise", "vorlage.hinweise", "satz.hinweise"),
        Abschnitt("massnahmen", "vorlage.massnahmen", "massnahmen"),
        Abschnitt("szenarien", "vorlage.szenarien", "szenarien"),
    ),
}


def abschnitte_von(art: str, detail: Detail, texte: Texte) -> dict[str, str]:
    """Return anchor and heading of every section of a page that has something to show."""
    return {
        a.anker: texte[a.schluessel]
        for a in ABSCHNITTE[art]
        if not a.feld or attrgetter(a.feld)(detail)
    }
