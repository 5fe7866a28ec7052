"""The macros hand-written pages may call: names, arguments, allowed values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from leitfaden.model.betreiber import BETREIBERFELDER
from leitfaden.model.felder import Aufwand, Horizont, Linkkategorie, Paket, Pflichtlage, Tiefe
from leitfaden.model.typen import TYP_VON_NAME
from leitfaden.views.ausgaben import ALLE
from leitfaden.views.auswahl import BEREICHE


class Ansicht(StrEnum):
    """How a list of records is shown."""

    KARTEN = "karten"
    LISTE = "liste"
    TABELLE = "tabelle"


@dataclass(frozen=True)
class Angabe:
    """One argument of a macro: the id of a record of `typen`, a value of `werte`, or free text."""

    typen: tuple[str, ...] = ()
    werte: tuple[str, ...] = ()
    wahrheitswert: bool = False
    pflicht: bool = False
    beschreibung: str = ""


@dataclass(frozen=True)
class Makro:
    """A macro: what it shows, its arguments in order, an example call.

    With `beliebig_viele` the first argument may be repeated.
    """

    beschreibung: str
    beispiel: str
    angaben: Mapping[str, Angabe] = field(default_factory=dict)
    beliebig_viele: bool = False


def _werte(aufzaehlung: type[StrEnum]) -> tuple[str, ...]:
    return tuple(wert.value for wert in aufzaehlung)


_ANSICHT = Angabe(werte=_werte(Ansicht), beschreibung="karten, liste oder tabelle")

MAKROS: dict[str, Makro] = {
    "handlungsfelder": Makro("Die vier Handlungsfelder als Karten.", "{{ handlungsfelder() }}"),
    "massnahmen": Makro(
        "Maßnahmen, gefiltert; ohne Angabe alle 22.",
        '{{ massnahmen(handlungsfeld="technik-und-sicherheit", pflicht="ja") }}',
        {
            "handlungsfeld": Angabe(("handlungsfeld",), beschreibung="nur aus diesem Feld"),
            "aufwand": Angabe(werte=_werte(Aufwand), beschreibung="nur mit diesem Aufwand"),
            "horizont": Angabe(werte=_werte(Horizont), beschreibung="nur mit diesem Horizont"),
            "pflicht": Angabe(werte=_werte(Pflichtlage), beschreibung="nach gesetzlicher Pflicht"),
            "tiefe": Angabe(werte=_werte(Tiefe), beschreibung="ausführliche oder Kurzprofile"),
            "szenario": Angabe(("szenario",), beschreibung="nur vom Weg dieses Szenarios"),
            "sofort": Angabe(wahrheitswert=True, beschreibung="nur sofort mögliche"),
            "ansicht": _ANSICHT,
        },
    ),
    "massnahme": Makro(
        "Eine Maßnahme als Karte.",
        '{{ massnahme("status-quo-ermitteln") }}',
        {"id": Angabe(("massnahme",), pflicht=True, beschreibung="Kennung der Maßnahme")},
    ),
    "vergleich": Makro(
        "Vergleichstabelle mehrerer Maßnahmen.",
        '{{ vergleich("informationssicherheit", "datenschutz") }}',
        {"id": Angabe(("massnahme",), pflicht=True, beschreibung="Kennungen der Maßnahmen")},
        beliebig_viele=True,
    ),
    "praxisbeispiele": Makro(
        "Praxisbeispiele als Karten, neueste zuerst.",
        '{{ praxisbeispiele(massnahme="wissen-sichern") }}',
        {
            "massnahme": Angabe(("massnahme",), beschreibung="nur zu dieser Maßnahme"),
            "handlungsfeld": Angabe(("handlungsfeld",), beschreibung="nur aus diesem Feld"),
            "ansicht": _ANSICHT,
        },
    ),
    "auswahl": Makro(
        "Eine ganze Liste mit allen Merkmalen, nach denen man sie eingrenzen kann.",
        '{{ auswahl("massnahmen") }}',
        {"bereich": Angabe(werte=tuple(BEREICHE), pflicht=True, beschreibung="welche Liste")},
    ),
    "szenarien": Makro("Die drei Ausgangsszenarien als Karten.", "{{ szenarien() }}"),
    "szenario_weg": Makro(
        "Der Weg eines Szenarios durch die Maßnahmen.",
        '{{ szenario_weg("am-anfang") }}',
        {"id": Angabe(("szenario",), pflicht=True, beschreibung="Kennung des Szenarios")},
    ),
    "vorlagen": Makro(
        "Vorlagen als Liste.",
        '{{ vorlagen(paket="gemeinsame-bestellung") }}',
        {
            "paket": Angabe(werte=_werte(Paket), beschreibung="nur aus diesem Paket"),
            "massnahme": Angabe(("massnahme",), beschreibung="nur zu dieser Maßnahme"),
            "ansicht": _ANSICHT,
        },
    ),
    "dateien": Makro(
        "Ein Paket zum Herunterladen; ohne Angabe das Verzeichnis aller Dateien.",
        '{{ dateien(paket="alle-vorlagen") }}',
        {"paket": Angabe(werte=(*_werte(Paket), ALLE), beschreibung="nur dieses Paket")},
    ),
    "offline_ausgabe": Makro("Die Offline-Ausgabe zum Herunterladen.", "{{ offline_ausgabe() }}"),
    "datenadresse": Makro(
        "Link zu einer erzeugten Datei für Programme, gezeigt als ihre Adresse.",
        '{{ datenadresse("api/v1/index.json") }}',
        {"pfad": Angabe(pflicht=True, beschreibung="Weg der Datei ab der Website, ohne / davor")},
    ),
    "leitfaden": Makro(
        "Der ganze Leitfaden als Datei; mit hefte=true die Hefte aller Einträge.",
        "{{ leitfaden() }}",
        {"hefte": Angabe(wahrheitswert=True, beschreibung="statt des Leitfadens die Hefte")},
    ),
    "vorlage": Makro(
        "Link zu einer Vorlage im Text.",
        '{{ vorlage("it-liste-fachverfahren") }}',
        {"id": Angabe(("vorlage",), pflicht=True, beschreibung="Kennung der Vorlage")},
    ),
    "verweis": Makro(
        "Link zu einem beliebigen Eintrag im Text.",
        '{{ verweis("status-quo-ermitteln") }}',
        {
            "id": Angabe(tuple(TYP_VON_NAME), pflicht=True, beschreibung="Kennung des Eintrags"),
            "text": Angabe(beschreibung="anderer Linktext"),
        },
    ),
    "link": Makro(
        "Link aus links.yml im Text.",
        '{{ link("ssg-ikz-digitalisierung") }}',
        {
            "id": Angabe(("link", "quelle"), pflicht=True, beschreibung="Kennung des Links"),
            "text": Angabe(beschreibung="anderer Linktext"),
        },
    ),
    "links": Makro(
        "Links nach Rubriken.",
        '{{ links(kategorie="kommunalrecht") }}',
        {"kategorie": Angabe(werte=_werte(Linkkategorie), beschreibung="nur diese Rubrik")},
    ),
    "begriff": Makro(
        "Ein Glossarbegriff im Text, verlinkt.",
        '{{ begriff("zweckvereinbarung", "Zweckvereinbarungen") }}',
        {
            "id": Angabe(("glossareintrag",), pflicht=True, beschreibung="Kennung des Begriffs"),
            "wort": Angabe(beschreibung="gebeugte Form"),
        },
    ),
    "glossar": Makro("Das ganze Glossar von A bis Z.", "{{ glossar() }}"),
    "betreiber": Makro(
        "Eine Angabe des Betreibers aus betreiber.yml.",
        '{{ betreiber("aufsicht", sonst="keine Angabe") }}',
        {
            "feld": Angabe(werte=BETREIBERFELDER, pflicht=True, beschreibung="Name des Felds"),
            "sonst": Angabe(beschreibung="steht da, wenn ein freiwilliges Feld fehlt"),
        },
    ),
    "neues": Makro("Die neuesten Einträge und Änderungen nach Tagen.", "{{ neues() }}"),
    "feeds": Makro("Die Adressen der Feeds: alles und je Handlungsfeld.", "{{ feeds() }}"),
    "schaubild_handlungsfelder": Makro(
        "Zeichnung der vier Handlungsfelder aus den Daten.", "{{ schaubild_handlungsfelder() }}"
    ),
    "schaubild_massnahmen": Makro(
        "Zeichnung der Maßnahmen nach Aufwand und Pflicht, mit Tabelle.",
        "{{ schaubild_massnahmen() }}",
    ),
    "schaubild_grundbegriffe": Makro(
        "Zeichnung der drei Grundbegriffe.", "{{ schaubild_grundbegriffe() }}"
    ),
}
