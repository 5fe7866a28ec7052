"""Who publishes the site, from betreiber.yml; open places stand in square brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
)
from pydantic_core import CoreSchema, core_schema

from leitfaden.model.felder import Adresse, Eigenname, JaNein, Teil, feld
from leitfaden.model.felder_kunde import Pfad, feldarten

PLATZHALTER_MUSTER = r"^\[[^\[\]\n]+\]$"
_PLATZHALTER = re.compile(PLATZHALTER_MUSTER)
_OFFENE_STELLE = re.compile(r"\[[^\[\]]*\]")


class Platzhalter(str):
    """Stands where a day, number or address is still to be filled in: `[Tag der Prüfung]`."""

    __slots__ = ()


class OderPlatzhalter:
    """Lets a value of any type stand open as a text in square brackets."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Keep a text in square brackets as it is; everything else must have the type."""
        return core_schema.no_info_wrap_validator_function(_lies, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Tell editors' YAML support that both forms are fine."""
        offen = {"type": "string", "pattern": PLATZHALTER_MUSTER}
        return {"anyOf": [handler(schema), offen]}


def _lies(wert: Any, weiter: core_schema.ValidatorFunctionWrapHandler) -> Any:
    if isinstance(wert, str) and _PLATZHALTER.match(wert.strip()):
        return Platzhalter(wert.strip())
    return weiter(wert)


EMail = Annotated[
    str,
    StringConstraints(pattern=r"^[^@\s<>\"']+@[^@\s<>\"']+\.[^@\s<>\"']+$", max_length=120),
    OderPlatzhalter(),
]
Telefon = Annotated[
    str, StringConstraints(pattern=r"^[+0-9][0-9 ()/–-]{4,}$", max_length=40), OderPlatzhalter()
]
Webadresse = Annotated[Adresse, OderPlatzhalter()]
Tag = Annotated[date, OderPlatzhalter()]
JaNeinOffen = Annotated[JaNein, OderPlatzhalter()]
Speicherdauer = Annotated[int, Field(ge=0, le=365), OderPlatzhalter()]
# Readers who wait for a month may turn to the enforcement body.
Antwortfrist = Annotated[int, Field(ge=1, le=31), OderPlatzhalter()]


class Konformitaet(StrEnum):
    """State of conformity with EN 301 549, in the words of Decision (EU) 2018/1523."""

    VOLLSTAENDIG = "vollstaendig"
    TEILWEISE = "teilweise"
    NICHT = "nicht"


class Datenschutzstelle(Teil):
    """Who answers questions about data protection."""

    bezeichnung: Eigenname = feld(
        "Wer es ist: Funktion oder Stelle, kein Name nötig.", "Datenschutzbeauftragte der Gemeinde"
    )
    email: EMail = feld("E-Mail-Adresse für den Datenschutz.", "datenschutz@gemeinde.example")


class Hosting(Teil):
    """Where the finished site lies."""

    anbieter: Eigenname = feld("Wer den Webserver betreibt.", "Rechenzentrum des Verbunds")
    ort: Eigenname = feld("Wo der Webserver steht: Ort und Land.", "Dresden, Deutschland")
    av_vertrag: JaNeinOffen = feld(
        "Gibt es mit dem Anbieter einen Vertrag zur Auftragsverarbeitung?", True
    )


class Serverprotokolle(Teil):
    """What the web server writes down about visits."""

    speicherdauer_tage: Speicherdauer = feld(
        "Nach wie vielen Tagen der Webserver seine Protokolle löscht; 0, wenn er keine führt.", 7
    )


class Barrierefreiheitsangaben(Teil):
    """What the accessibility statement says on behalf of the operator."""

    stand_erklaerung: Tag = feld(
        "Tag, an dem Sie die Erklärung erstellt oder zuletzt geprüft haben (JJJJ-MM-TT); "
        "höchstens ein Jahr alt.",
        "2026-11-22",
    )
    konformitaet: Konformitaet = feld(
        "Wie weit die Website die Norm erfüllt: vollstaendig, teilweise oder nicht.", "teilweise"
    )
    rueckmeldung_email: EMail = feld(
        "E-Mail-Adresse, an die man Barrieren meldet.", "barrierefrei@gemeinde.example"
    )
    rueckmeldung_telefon: Telefon = feld(
        "Telefonnummer, unter der man Barrieren meldet.", "+49 30 23125 000"
    )
    frist_tage: Antwortfrist = feld(
        "In wie vielen Tagen Sie auf eine Meldung antworten; höchstens 31.", 14
    )
    stellen_geprueft_am: Tag = feld(
        "Tag, an dem Sie Namen und Anschriften der Durchsetzungs- und der Überwachungsstelle "
        "geprüft haben (JJJJ-MM-TT).",
        "2026-11-22",
    )


class Betreiber(Teil):
    """Who is responsible for the published site; one file at the root of the project."""

    name: Eigenname = feld("Voller Name der Stelle, die die Website herausgibt.", "Gemeinde Muster")
    strasse: Eigenname = feld("Straße und Hausnummer.", "Hauptstraße 1")
    plz_ort: Eigenname = feld("Postleitzahl und Ort.", "01234 Musterort")
    vertreten_durch: Eigenname = feld(
        "Wer die Stelle vertritt: Funktion, auf Wunsch mit Namen.", "die Bürgermeisterin"
    )
    email: EMail = feld("Allgemeine E-Mail-Adresse.", "post@gemeinde.example")
    telefon: Telefon = feld("Telefonnummer.", "+49 30 23125 000")
    aufsicht: Eigenname | None = feld(
        "Aufsichtsbehörde, wenn es eine gibt.", "Landratsamt, Kommunalaufsicht", default=None
    )
    umsatzsteuer_id: Eigenname | None = feld(
        "Umsatzsteuer-Identifikationsnummer, wenn es eine gibt.", "DE000000000", default=None
    )
    verantwortlich_inhalt: Eigenname = feld(
        "Wer für den Inhalt verantwortlich ist, mit Anschrift, wenn sie abweicht.",
        "Leitung des Hauptamts",
    )
    adresse_der_website: Webadresse | None = feld(
        "Öffentliche Adresse der Website.", "https://bibliothek.gemeinde.example/", default=None
    )
    datenschutzbeauftragte: Datenschutzstelle = feld(
        "Ansprechstelle für den Datenschutz.",
        {"bezeichnung": "Datenschutzbeauftragte", "email": "datenschutz@gemeinde.example"},
    )
    hosting: Hosting = feld(
        "Wo die Website liegt.",
        {"anbieter": "Rechenzentrum", "ort": "Dresden, Deutschland", "av_vertrag": True},
    )
    server_protokolle: Serverprotokolle = feld(
        "Was der Webserver aufschreibt.", {"speicherdauer_tage": 7}
    )
    barrierefreiheit: Barrierefreiheitsangaben = feld(
        "Angaben für die Erklärung zur Barrierefreiheit.",
        {"stand_erklaerung": "2026-11-22", "konformitaet": "teilweise"},
    )


def feldnamen(modell: type[BaseModel] = Betreiber, vorsatz: str = "") -> tuple[str, ...]:
    """Return the dotted name of every single value, such as `hosting.ort`, in file order."""
    namen: list[str] = []
    for name, art in feldarten(modell).items():
        innen = feldnamen(art.gruppe, f"{name}.") if art.gruppe else (name,)
        namen += [f"{vorsatz}{teil}" for teil in innen]
    return tuple(namen)


BETREIBERFELDER = feldnamen()


def wert_von(betreiber: Betreiber, name: str) -> Any:
    """Return the value of a dotted name."""
    wert: Any = betreiber
    for teil in name.split("."):
        wert = getattr(wert, teil)
    return wert


def ist_offen(wert: Any) -> bool:
    """Tell whether a value, or a part of it, is still to be filled in."""
    return isinstance(wert, str) and _OFFENE_STELLE.search(wert) is not None


def offene_felder(betreiber: Betreiber) -> Iterator[tuple[Pfad, str]]:
    """Yield (path, value) of every field with an open place."""
    for name in BETREIBERFELDER:
        wert = wert_von(betreiber, name)
        if ist_offen(wert):
            yield tuple(name.split(".")), wert
