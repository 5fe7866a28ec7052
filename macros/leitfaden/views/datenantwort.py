"""What the published JSON files look like; their schemas are made from these classes."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Annotated, Any, Generic, TypeVar, Union, cast

from pydantic import BaseModel, ConfigDict, Field, create_model

from leitfaden.model.felder import Beleglage, Datensatz
from leitfaden.texts import SPRACHEN
from leitfaden.views.datenformat import DATENTYPEN, FASSUNG

Satz = TypeVar("Satz", bound=Datensatz)
Webadresse = Annotated[str, Field(json_schema_extra={"format": "uri"})]
Sprache = Annotated[str, Field(json_schema_extra={"enum": list(SPRACHEN)})]
Richtung = Annotated[str, Field(json_schema_extra={"enum": ["ausgehend", "eingehend"]})]
Typname = Annotated[str, Field(json_schema_extra={"enum": [typ.name for typ in DATENTYPEN]})]


class Teil(BaseModel):
    """A frozen part of an answer."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Antwort(Teil):
    """What every file begins with."""

    schema_: Webadresse = Field(alias="$schema", description="Schema, dem diese Datei folgt.")
    fassung: str = Field(default=FASSUNG, description="Fassung des Formats.")


class Verweisziel(Teil):
    """A record another one points to."""

    typ: Typname = Field(description="Art des Eintrags.")
    id: str = Field(description="Kennung in der Adresse; sie bleibt für immer.")
    kennung: str = Field(description="Gedruckte Kennung wie M02; leer, wenn es keine gibt.")
    titel: str = Field(description="Titel oder Begriff.")
    sprache: Sprache = Field(description="Sprache, in der der Titel wirklich vorliegt.")
    url: Webadresse | None = Field(description="Wo Menschen den Eintrag lesen.")
    daten: Webadresse = Field(description="Datei mit allen Angaben zum Eintrag.")


class Beziehung(Teil):
    """Records of one type that a field points to, or whose field points here."""

    richtung: Richtung = Field(
        description="ausgehend: ein Feld dieses Eintrags nennt die Ziele; eingehend: umgekehrt."
    )
    feld: str = Field(description="Feld, in dem der Verweis steht.")
    typ: Typname = Field(description="Art der Einträge am anderen Ende.")
    anzahl: int = Field(description="Zahl aller Einträge am anderen Ende.")
    ziele: tuple[Verweisziel, ...] = Field(
        description="Die Einträge; eingehend höchstens 100, `anzahl` zählt alle."
    )


class Dateiangabe(Teil):
    """A file to download."""

    format: str = Field(description="Dateiformat.")
    url: Webadresse = Field(description="Adresse der Datei.")
    groesse: int = Field(description="Größe in Byte.")
    sha256: str = Field(description="Prüfsumme.")
    beispiel: bool = Field(description="wahr bei einem ausgefüllten Beispiel.")


class Fassungen(Teil):
    """The same thing in both languages."""

    de: Webadresse
    en: Webadresse


class Satzantwort(Antwort, Generic[Satz]):
    """One record with everything known about it."""

    typ: Typname = Field(description="Art des Eintrags.")
    id: str = Field(description="Kennung in der Adresse; sie bleibt für immer.")
    kennung: str = Field(description="Gedruckte Kennung wie M02; leer, wenn es keine gibt.")
    titel: str = Field(description="Titel oder Begriff.")
    sprache: Sprache = Field(
        description="Sprache der Texte; „de“ in der englischen Ausgabe heißt: noch nicht übersetzt."
    )
    url: Webadresse | None = Field(description="Wo Menschen den Eintrag lesen.")
    daten: Fassungen = Field(description="Diese Datei in beiden Sprachen.")
    stand: date | None = Field(description="Tag der letzten Änderung am Inhalt.")
    lizenz: str = Field(description="Lizenz als SPDX-Kennung.")
    lizenz_url: Webadresse = Field(description="Text der Lizenz.")
    quellenangabe: str = Field(description="So nennen Sie die Quelle.")
    inhalt: Satz = Field(description="Die Felder des Eintrags.")
    beziehungen: tuple[Beziehung, ...] = Field(description="Verweise in beiden Richtungen.")
    dateien: tuple[Dateiangabe, ...] = Field(description="Dateien zum Herunterladen.")


class Listeneintrag(Teil):
    """A record in a list."""

    typ: Typname = Field(description="Art des Eintrags.")
    id: str = Field(description="Kennung in der Adresse; sie bleibt für immer.")
    kennung: str = Field(description="Gedruckte Kennung wie M02; leer, wenn es keine gibt.")
    titel: str = Field(description="Titel oder Begriff.")
    kurzbeschreibung: str = Field(description="Worum es geht.")
    sprache: Sprache = Field(description="Sprache, in der die Texte wirklich vorliegen.")
    stand: date | None = Field(description="Tag der letzten Änderung am Inhalt.")
    beleglage: Beleglage | None = Field(description="Woher die Aussagen stammen.")
    url: Webadresse | None = Field(description="Wo Menschen den Eintrag lesen.")
    daten: Webadresse = Field(description="Datei mit allen Angaben zum Eintrag.")


class Listenantwort(Antwort):
    """A page of the list of a type."""

    typ: Typname = Field(description="Art der Einträge.")
    anzahl: int = Field(description="Zahl aller Einträge dieser Art.")
    seite: int = Field(description="Nummer dieser Seite, ab 1.", ge=1)
    seiten: int = Field(description="Zahl der Seiten.", ge=1)
    vorige: Webadresse | None = Field(description="Vorige Seite.")
    naechste: Webadresse | None = Field(description="Nächste Seite.")
    eintraege: tuple[Listeneintrag, ...] = Field(
        description="Die Einträge dieser Seite, geordnet nach `id`.", max_length=100
    )


class Typangabe(Teil):
    """What there is of a type."""

    typ: Typname = Field(description="Art der Einträge.")
    name: str = Field(description="Bezeichnung auf Deutsch.")
    anzahl: int = Field(description="Zahl der Einträge.")
    schema_satz: Webadresse = Field(description="Schema der Datei eines Eintrags.")
    liste: Fassungen = Field(description="Erste Seite der Liste.")
    csv: Fassungen = Field(description="Alle Einträge als CSV.")
    csv_spalten: Fassungen = Field(description="Beschreibung der Spalten (CSVW).")
    xlsx: Fassungen | None = Field(
        description="Alle Einträge als Excel-Mappe; entfällt bei mehr als 2.000."
    )


class Verzeichnisantwort(Antwort):
    """The entry: everything there is."""

    name: str = Field(description="Name der Bibliothek.")
    beschreibung: str = Field(description="Worum es geht.")
    website: Fassungen = Field(description="Startseite.")
    dokumentation: Fassungen = Field(description="Anleitung für Menschen.")
    lizenz: str = Field(description="Lizenz als SPDX-Kennung.")
    lizenz_url: Webadresse = Field(description="Text der Lizenz.")
    quellenangabe: str = Field(description="So nennen Sie die Quelle.")
    stand: date = Field(description="Tag der jüngsten Änderung an einem Inhalt.")
    typen: tuple[Typangabe, ...] = Field(description="Die Arten von Einträgen.")
    alles: Fassungen = Field(description="Alle Einträge in einer Datei.")
    leitfaden: Fassungen = Field(description="Der ganze Leitfaden als ein Text (Markdown).")
    openapi: Webadresse = Field(description="Beschreibung aller Adressen (OpenAPI 3.1).")
    aenderungen: Webadresse = Field(description="Geschichte des Formats.")
    datenkatalog: Webadresse = Field(description="Datenkatalog nach DCAT-AP.de.")
    kalender: Fassungen = Field(description="Termine der nächsten Prüfungen (iCalendar).")


class Aenderungsangabe(Teil):
    """A version of the format."""

    fassung: str = Field(description="Fassung des Formats.")
    am: date = Field(description="Tag der Veröffentlichung.")
    text: str = Field(description="Was sich geändert hat.")


class Formatgeschichte(Antwort):
    """How the format came to be, and how long old versions stay."""

    frist_monate: int = Field(
        description="So lange bleibt eine Fassung nach Ankündigung der nächsten erreichbar."
    )
    aenderungen: tuple[Aenderungsangabe, ...] = Field(description="Neueste zuerst.")


class Gesamtkopf(Antwort):
    """What the file with everything says about itself; the records follow."""

    sprache: Sprache = Field(description="Sprache der Ausgabe.")
    lizenz: str = Field(description="Lizenz als SPDX-Kennung.")
    lizenz_url: Webadresse = Field(description="Text der Lizenz.")
    quellenangabe: str = Field(description="So nennen Sie die Quelle.")
    stand: date = Field(description="Tag der jüngsten Änderung an einem Inhalt.")


@cache
def antwortmodell(typ: str) -> type[Satzantwort[Datensatz]]:
    """Return the class of the file of a record of a type."""
    modell = next(t.modell for t in DATENTYPEN if t.name == typ)
    gefuellt: Any = Satzantwort[modell]  # type: ignore[valid-type]
    name = f"{modell.__name__}Antwort"
    feld = Field(description="Art des Eintrags.", json_schema_extra={"const": typ})
    fertig: Any = create_model(name, __base__=gefuellt, typ=(str, feld))
    return cast("type[Satzantwort[Datensatz]]", fertig)


@cache
def gesamtmodell() -> type[Gesamtkopf]:
    """Return the class of the file with everything."""
    modelle = tuple(antwortmodell(typ.name) for typ in DATENTYPEN)
    feld = Field(description="Alle Einträge, jeder wie in seiner eigenen Datei; je Zeile einer.")
    eines: Any = Union[modelle]  # noqa: UP007 - made at run time
    return create_model("Gesamtantwort", __base__=Gesamtkopf, saetze=(tuple[eines, ...], feld))
