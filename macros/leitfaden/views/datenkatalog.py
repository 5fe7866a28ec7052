"""The published data as a catalogue: who publishes which data sets in which files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from leitfaden.model.betreiber import Betreiber, ist_offen
from leitfaden.texts import SPRACHEN, texte_von
from leitfaden.views import datenformat as f
from leitfaden.views.datensatz import DOKUMENTATION, KALENDER, Datenbestand, juengster_stand

# A text in each language.
Worte = Mapping[str, str]


@dataclass(frozen=True)
class Dateiart:
    """A kind of file: its name, its media type and its name in the list of the EU."""

    name: str
    medientyp: str
    eu: str


JSON = Dateiart("JSON", "application/json", "JSON")
CSV = Dateiart("CSV", "text/csv", "CSV")
XLSX = Dateiart("XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "XLSX")
MARKDOWN = Dateiart("Markdown", "text/markdown", "TXT")
ICS = Dateiart("iCalendar", "text/calendar", "ICS")


@dataclass(frozen=True)
class Verteilung:
    """A file of a data set."""

    name: str
    titel: Worte
    adresse: str
    art: Dateiart
    sprache: str


@dataclass(frozen=True)
class Datensatzangabe:
    """A data set; `name` is its place in the catalogue and never changes."""

    name: str
    titel: Worte
    beschreibung: Worte
    stand: date
    verteilungen: tuple[Verteilung, ...]


@dataclass(frozen=True)
class Herausgeber:
    """Who publishes the site; without `email` only the page of the Impressum is known."""

    name: str
    impressum: str
    email: str = ""


@dataclass(frozen=True)
class Datenkatalog:
    """The catalogue; `ort` is the address below which everything in it is named."""

    ort: str
    titel: Worte
    beschreibung: Worte
    startseite: str
    dokumentation: str
    dienst: str
    dienstbeschreibung: str
    quellenangabe: str
    schlagworte: Mapping[str, tuple[str, ...]]
    herausgeber: Herausgeber
    stand: date
    datensaetze: tuple[Datensatzangabe, ...]


def datenkatalog(bestand: Datenbestand) -> Datenkatalog:
    """Return the catalogue of a library, in both languages."""
    adressen, katalog = bestand.adressen, bestand.bib.katalog
    return Datenkatalog(
        ort=adressen.datei("dcat/#"),
        titel=_worte("daten.katalog"),
        beschreibung=_worte("daten.katalog_text"),
        startseite=adressen.seite("de", ""),
        dokumentation=adressen.seite("de", DOKUMENTATION),
        dienst=adressen.datei(f.VERZEICHNIS),
        dienstbeschreibung=adressen.datei(f.OPENAPI),
        quellenangabe=bestand.bib.texte["daten.quellenangabe"],
        schlagworte={s: tuple(texte_von(s)["daten.schlagworte"].split("; ")) for s in SPRACHEN},
        herausgeber=herausgeber(katalog.betreiber, adressen),
        stand=juengster_stand(katalog),
        datensaetze=(_alles(bestand), *_typen(bestand)),
    )


def herausgeber(betreiber: Betreiber | None, adressen: f.Datenadressen) -> Herausgeber:
    """Return who publishes; a preview says that nobody is entered yet."""
    impressum = adressen.seite("de", "impressum/")
    if betreiber is None or ist_offen(betreiber.name):
        return Herausgeber(texte_von("de")["daten.vorschau_betreiber"], impressum)
    email = "" if ist_offen(betreiber.email) else betreiber.email
    return Herausgeber(betreiber.name, impressum, email)


def _worte(schluessel: str, **einsatz: str) -> Worte:
    """Return a text in both languages; what is put in is the key of a text itself."""
    return {
        s: texte_von(s).mit(schluessel, **{n: texte_von(s)[k] for n, k in einsatz.items()})
        for s in SPRACHEN
    }


def _alles(bestand: Datenbestand) -> Datensatzangabe:
    arten = ((JSON, f.abzugspfad), (MARKDOWN, f.textpfad), (ICS, _kalender))
    titel = _worte("daten.satz_alles")
    verteilungen = [
        _verteilung("alles", titel, bestand.adressen.datei(pfad(s)), art, s)
        for s in SPRACHEN
        for art, pfad in arten
    ]
    stand = juengster_stand(bestand.bib.katalog)
    beschreibung = _worte("daten.satz_alles_text")
    return Datensatzangabe("alles", titel, beschreibung, stand, tuple(verteilungen))


def _kalender(sprache: str) -> str:
    return f.kalenderpfad(sprache, KALENDER)


def _typen(bestand: Datenbestand) -> Iterator[Datensatzangabe]:
    arten = ((JSON, "json"), (CSV, "csv"), (XLSX, "xlsx"))
    gesamt = juengster_stand(bestand.bib.katalog)
    for typ in f.DATENTYPEN:
        name = f"daten.typ.{typ.name}"
        titel = _worte("daten.satz_typ", name=name)
        staende = filter(None, map(f.stand_von, bestand.bib.katalog.von(typ.name).values()))
        yield Datensatzangabe(
            name=typ.mehrzahl,
            titel=titel,
            beschreibung=_worte("daten.satz_typ_text", name=name),
            stand=max(staende, default=gesamt),
            verteilungen=tuple(
                _verteilung(typ.mehrzahl, titel, bestand.adressen.datei(pfad), art, s)
                for s in SPRACHEN
                for art, endung in arten
                if art != XLSX or bestand.hat_mappe(typ.name)
                for pfad in (f.tabellenpfad(s, typ.name, endung),)
            ),
        )


def _verteilung(name: str, titel: Worte, adresse: str, art: Dateiart, sprache: str) -> Verteilung:
    """Name a file after its data set, so that lists of files make sense by themselves."""
    worte = {
        s: texte_von(s).mit(
            "daten.verteilung",
            name=titel[s],
            form=art.name,
            sprache=texte_von(s)[f"daten.sprache.{sprache}"],
        )
        for s in SPRACHEN
    }
    return Verteilung(f"{name}-{art.name.lower()}-{sprache}", worte, adresse, art, sprache)
