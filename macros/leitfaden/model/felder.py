"""Building blocks of every content type: text types, fixed vocabularies and the field helper."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import Annotated, Any, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)
from pydantic_core import PydanticCustomError

ID_MUSTER = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"


class Uebersetzbar:
    """Marks a text type whose content the English file beside a record may translate."""


class Verweis:
    """Marks an id that must exist in one of the named content types."""

    def __init__(self, *typen: str) -> None:
        self.typen = typen


class Dateiname:
    """Marks the name of a file that must lie in the folder of pictures."""


def _ja_nein(value: Any) -> Any:
    """Accept the German words an editor would write for a truth value."""
    return {"ja": True, "nein": False}.get(value, value) if isinstance(value, str) else value


# Text in a sentence or a few words: no line break, no markup.
Zeile = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=400), Uebersetzbar()
]
# Running text: paragraphs, lists, emphasis and links in Markdown, never HTML.
Text = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=6000), Uebersetzbar()
]
# A name that reads the same in every language.
Eigenname = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Id = Annotated[str, StringConstraints(pattern=ID_MUSTER, max_length=80)]
Adresse = Annotated[str, StringConstraints(pattern=r"^(https?://|mailto:)\S+$", max_length=600)]
JaNein = Annotated[bool, BeforeValidator(_ja_nein)]
Monat = Annotated[str, StringConstraints(pattern=r"^\d{4}(-(0[1-9]|1[0-2]))?$")]

HandlungsfeldId = Annotated[Id, Verweis("handlungsfeld")]
MassnahmeId = Annotated[Id, Verweis("massnahme")]
SzenarioId = Annotated[Id, Verweis("szenario")]
VorlageId = Annotated[Id, Verweis("vorlage")]
LinkId = Annotated[Id, Verweis("link")]
GlossarId = Annotated[Id, Verweis("glossareintrag")]
# Evidence may come from the list of sources or from the public list of links.
QuelleId = Annotated[Id, Verweis("quelle", "link")]


# A picture file below docs/bilder/; whether it exists and is safe is checked with the files.
Bilddatei = Annotated[str, StringConstraints(min_length=1, max_length=120), Dateiname()]


def feld(beschreibung: str, beispiel: Any, **kwargs: Any) -> Any:
    """Declare a field with its German description and one example.

    Both are shown in the editor, the handbook and the help line of a finding.
    Keyword arguments go to `pydantic.Field` unchanged.
    """
    return Field(description=beschreibung, examples=[beispiel], **kwargs)


def regel(code: str, feld_pfad: str, **werte: Any) -> PydanticCustomError:
    """Make the error of a rule within a record; it becomes the finding `code` at the field.

    `feld_pfad` is the field's path with dots; `werte` fill the sentence of the finding.
    """
    return PydanticCustomError("regel", "{code}", {"code": code, "feld": feld_pfad, **werte})


class Teil(BaseModel):
    """A frozen group of fields without an id of its own; unknown fields are errors."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Aufwand(StrEnum):
    """Effort of a measure, from the grid of the method page."""

    GERING = "gering"
    MITTEL = "mittel"
    HOCH = "hoch"


class Horizont(StrEnum):
    """Time to effect: up to 6 months, 6 to 18 months, more than 18 months."""

    KURZ = "kurz"
    MITTEL = "mittel"
    LANG = "lang"


class Tiefe(StrEnum):
    """Full description or short profile."""

    AUSFUEHRLICH = "ausfuehrlich"
    KURZ = "kurz"


class Pflichtlage(StrEnum):
    """Whether the law obliges a municipality to act."""

    JA = "ja"
    TEILWEISE = "teilweise"
    NEIN = "nein"


class Beleglage(StrEnum):
    """Where the statements of a record come from."""

    BELEGT = "belegt"
    EIGENE_HERLEITUNG = "eigene-herleitung"
    GEMISCHT = "gemischt"


class Zustand(StrEnum):
    """Place of a record in the editorial workflow."""

    ENTWURF = "entwurf"
    IN_PRUEFUNG = "in-pruefung"
    VEROEFFENTLICHT = "veroeffentlicht"
    ABGELAUFEN = "abgelaufen"


class Zielgruppe(StrEnum):
    """Who works with a measure or a template."""

    HAUSSPITZE = "hausspitze"
    GEMEINDERAT = "gemeinderat"
    HAUPTAMT = "hauptamt"
    KAEMMEREI = "kaemmerei"
    DIGITAL_NAVIGATOR = "digital-navigator"
    IT = "it"
    FACHAMT = "fachamt"
    ARBEITSGRUPPE = "arbeitsgruppe"
    PROJEKTLEITUNG = "projektleitung"
    INFORMATIONSSICHERHEIT = "informationssicherheit"
    DATENSCHUTZ = "datenschutz"
    PERSONALVERTRETUNG = "personalvertretung"
    BESCHAEFTIGTE = "beschaeftigte"


class Rechtsform(StrEnum):
    """Legal form a cooperation may take in Saxony (SächsKomZG)."""

    OHNE_VERTRAG = "ohne-vertrag"
    ABSICHTSERKLAERUNG = "absichtserklaerung"
    ARBEITSGEMEINSCHAFT = "arbeitsgemeinschaft"
    OEFFENTLICH_RECHTLICHER_VERTRAG = "oeffentlich-rechtlicher-vertrag"
    MANDATIERENDE_ZWECKVEREINBARUNG = "mandatierende-zweckvereinbarung"
    DELEGIERENDE_ZWECKVEREINBARUNG = "delegierende-zweckvereinbarung"
    ZWECKVERBAND = "zweckverband"


class Format(StrEnum):
    """File format of a template."""

    DOCX = "docx"
    ODT = "odt"
    XLSX = "xlsx"
    ODS = "ods"


class Paket(StrEnum):
    """Bundle of templates for one occasion."""

    BESTANDSAUFNAHME = "bestandsaufnahme-in-90-tagen"
    BESTELLUNG = "gemeinsame-bestellung"


class Symbol(StrEnum):
    """Drawn icon of a Handlungsfeld."""

    KOMPASS = "kompass"
    MENSCHEN = "menschen"
    ABLAUF = "ablauf"
    SCHILD = "schild"


class Farbe(StrEnum):
    """Colour token of a Handlungsfeld; the values live in the stylesheet."""

    BLAU = "blau"
    VIOLETT = "violett"
    GRUEN = "gruen"
    OCKER = "ocker"


class Linkstatus(StrEnum):
    """What is known about an address."""

    GESEHEN = "gesehen"
    UNGEPRUEFT = "ungeprueft"
    ERREICHBAR = "erreichbar"
    DEFEKT = "defekt"


class Linkkategorie(StrEnum):
    """Shelf of a link on the links page."""

    LEITFADEN_UND_SERVICESTELLE = "leitfaden-und-servicestelle"
    PRAXISBEISPIELE = "praxisbeispiele"
    KOMPETENZEN_UND_REIFEGRAD = "kompetenzen-und-reifegrad"
    STRATEGIE_UND_METHODIK = "strategie-und-methodik"
    KOMMUNALRECHT = "kommunalrecht"
    E_GOVERNMENT = "e-government"
    E_AKTE_POST_ARCHIV = "e-akte-post-archiv"
    IT_DIENSTLEISTER = "it-dienstleister"
    INFORMATIONSSICHERHEIT = "informationssicherheit"
    DATENSCHUTZ = "datenschutz"
    STEUER_UND_VERGABE = "steuer-und-vergabe"
    BARRIEREFREIHEIT = "barrierefreiheit"
    FOERDERUNG = "foerderung"
    AMTLICHE_EINSTIEGE = "amtliche-einstiege"


class Sprache(StrEnum):
    """Language of a published title."""

    DE = "de"
    EN = "en"


class Genauigkeit(StrEnum):
    """Whether a figure is exact or rounded by its source."""

    GENAU = "genau"
    RUND = "rund"


class Pruefung(Teil):
    """A review that took place."""

    am: date = feld("Tag der Prüfung (JJJJ-MM-TT).", "2026-11-22")
    von_rolle: Zeile = feld("Rolle der prüfenden Person, kein Name.", "Fachredaktion")
    was: Zeile = feld("Was geprüft wurde.", "Rechtsgrundlagen und Fristen")


class Aenderung(Teil):
    """A change of the content that readers should hear of."""

    am: date = feld("Tag der Änderung (JJJJ-MM-TT).", "2027-02-01")
    text: Annotated[Zeile, StringConstraints(max_length=200)] = feld(
        "Was sich geändert hat, in einer Zeile (höchstens 200 Zeichen).",
        "Neue Fristen ergänzt, zweites Beispiel verlinkt.",
    )


def pruefe_aenderungen(aenderungen: Sequence[Aenderung], stand: date | None) -> None:
    """Changes stand newest first, and the page is at least as new as its newest change."""
    for nummer, (neuere, aeltere) in enumerate(pairwise(aenderungen), 1):
        if aeltere.am > neuere.am:
            raise regel("S025", f"aenderungen.{nummer}.am")
    if aenderungen and (stand is None or stand < aenderungen[0].am):
        raise regel("S026", "stand", tag=f"{aenderungen[0].am:%d.%m.%Y}")


class Datensatz(Teil):
    """A record with an id; the id is the file name or the key `id` of a list entry."""

    id: Id = feld("Kennung in der Adresse; sie bleibt für immer.", "status-quo-ermitteln")


class Seitendatensatz(Datensatz):
    """A record with a page of its own."""

    titel: Annotated[Zeile, StringConstraints(max_length=100)] = feld(
        "Überschrift der Seite, höchstens 100 Zeichen.", "Gemeinsame Status-quo-Ermittlung"
    )
    kurzbeschreibung: Zeile = feld(
        "Worum es geht, in ein bis drei Sätzen (höchstens 400 Zeichen).",
        "Alle Partner erheben nach gleichem Muster, wo sie stehen.",
    )
    schlagworte: tuple[Zeile, ...] = feld(
        "Suchwörter, die im Text so nicht stehen.", ["Bestandsaufnahme"], default=()
    )
    beleglage: Beleglage = feld(
        "Woher die Aussagen stammen: belegt, eigene-herleitung oder gemischt.", "gemischt"
    )
    quellen: tuple[QuelleId, ...] = feld(
        "Kennungen aus quellen.yml oder links.yml.", ["ssg-ikz-digitalisierung"], default=()
    )
    stand: date = feld("Tag der letzten inhaltlichen Änderung (JJJJ-MM-TT).", "2026-11-22")
    aenderungen: tuple[Aenderung, ...] = feld(
        "Änderungen seit der Erstveröffentlichung, neueste zuerst. Seite und Feeds zeigen sie.",
        [{"am": "2027-02-01", "text": "Neue Fristen ergänzt."}],
        default=(),
    )
    geprueft: Pruefung | None = feld(
        "Letzte Prüfung; wer prüft, hat den Text nicht geschrieben. Leer, solange keine stattfand.",
        {"am": "2026-11-22", "von_rolle": "Fachredaktion", "was": "Rechtsgrundlagen"},
        default=None,
    )
    naechste_pruefung: date = feld("Tag, an dem der Text erneut zu prüfen ist.", "2027-11-22")
    zustand: Zustand = feld(
        "Stand der Bearbeitung: entwurf, in-pruefung, veroeffentlicht oder abgelaufen.",
        "veroeffentlicht",
    )
    gueltig_ab: date | None = feld("Erst ab diesem Tag zeigen.", "2027-01-01", default=None)
    gueltig_bis: date | None = feld("Nur bis zu diesem Tag zeigen.", "2027-12-31", default=None)
    fruehere_ids: tuple[Id, ...] = feld(
        "Frühere Kennungen; ihre Adressen leiten hierher weiter.", ["ist-analyse"], default=()
    )

    @model_validator(mode="after")
    def _pruefe_redaktion(self) -> Self:
        """Evidence needs sources, and dates must follow each other."""
        if self.beleglage is not Beleglage.EIGENE_HERLEITUNG and not self.quellen:
            raise regel("S020", "beleglage", beleglage=self.beleglage.value)
        pruefe_aenderungen(self.aenderungen, self.stand)
        if self.naechste_pruefung <= self.stand:
            raise regel("S021", "naechste_pruefung", spaeter="naechste_pruefung", frueher="stand")
        if self.gueltig_ab and self.gueltig_bis and self.gueltig_bis < self.gueltig_ab:
            raise regel("S021", "gueltig_bis", spaeter="gueltig_bis", frueher="gueltig_ab")
        return self


class Hauptseite(Seitendatensatz):
    """A page of the guide itself: it opens with three sentences and the next step."""

    kernaussagen: tuple[Zeile, Zeile, Zeile] = feld(
        "„In drei Sätzen“: genau drei Sätze, die allein stehen können.",
        ["Erst messen, dann kaufen.", "Alle nutzen dieselbe Liste.", "Der Vergleich hilft jedem."],
    )
    naechster_schritt: Zeile = feld(
        "„Nächster Schritt“: was noch diese Woche getan werden kann.",
        "Benennen Sie bis Freitag eine Ansprechperson.",
    )
