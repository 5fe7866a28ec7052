"""The content type Vorlage: a template to download."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from leitfaden.model.felder import (
    Eigenname,
    Format,
    JaNein,
    Paket,
    Seitendatensatz,
    Text,
    Zeile,
    Zielgruppe,
    feld,
)


class Vorlage(Seitendatensatz):
    """A template: what it is for, who uses it, what it contains."""

    kennung: Annotated[str, StringConstraints(pattern=r"^T(0[1-9]|[1-9]\d)$")] = feld(
        "Gedruckte Kennung T01 bis T99; sie wird nie neu vergeben.", "T05"
    )
    zweck: Text = feld("Wofür die Vorlage gut ist.", "Überblick über alle Verfahren.")
    wann: Zeile = feld("Wann man sie einsetzt.", "zu Beginn der Bestandsaufnahme")
    umfang: Zeile | None = feld("Umfang der Datei.", "4 Seiten", default=None)
    inhalt: tuple[Zeile, ...] = feld(
        "Abschnitte oder Spalten, in Reihenfolge.", ["Beteiligte", "Ziele"], min_length=3
    )
    hinweise: tuple[Zeile, ...] = feld(
        "Hinweise zum Ausfüllen.", ["Funktionen statt Namen eintragen."], default=()
    )
    formate: tuple[Format, ...] = feld(
        "Dateiformate: docx und odt oder xlsx und ods.", ["docx", "odt"], min_length=1
    )
    zielgruppen: tuple[Zielgruppe, ...] = feld("Wer sie nutzt.", ["hauptamt"], min_length=1)
    pakete: tuple[Paket, ...] = feld(
        "Pakete, zu denen sie gehört.", ["gemeinsame-bestellung"], default=()
    )
    rechtlich_pruefen: JaNein = feld(
        "ja, wenn die ausgefüllte Vorlage rechtlich zu prüfen ist.", True, default=False
    )
    version: Eigenname = feld("Fassung der Vorlage, in Anführungszeichen.", "1.0")
