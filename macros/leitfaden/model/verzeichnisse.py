"""Content types kept as lists in one file: Link, Glossareintrag, Quelle."""

from __future__ import annotations

from datetime import date

from leitfaden.model.felder import (
    Adresse,
    Beleglage,
    Datensatz,
    Eigenname,
    GlossarId,
    Linkkategorie,
    Linkstatus,
    QuelleId,
    Sprache,
    Text,
    Zeile,
    feld,
)


class Link(Datensatz):
    """A web address worth opening, with its purpose in one line."""

    titel: Zeile = feld("Titel der Seite.", "Modellkatalog IKZ in Sachsen")
    herausgeber: Eigenname = feld("Wer die Seite verantwortet.", "Sächsischer Städtetag")
    url: Adresse = feld("Vollständige Adresse mit https://.", "https://ssg-sachsen.de/")
    zweck: Zeile = feld("Wozu man sie öffnet, in einer Zeile.", "Modellfälle zum Nachmachen")
    kategorie: Linkkategorie = feld("Rubrik auf der Linkseite.", "kommunalrecht")
    status: Linkstatus = feld(
        "gesehen (beim Recherchieren gelesen), ungeprueft, erreichbar oder defekt.", "gesehen"
    )
    geprueft_am: date | None = feld(
        "Tag der letzten Prüfung der Adresse; leer, wenn noch keine.", "2026-11-22", default=None
    )


class Quelle(Datensatz):
    """Evidence for statements; not necessarily worth a visit."""

    titel: Eigenname = feld("Titel der Quelle.", "Pressemitteilung 23/24")
    herausgeber: Eigenname | None = feld("Wer sie verantwortet.", "LVZ", default=None)
    url: Adresse | None = feld("Adresse, wenn bekannt.", "https://www.lvz.de/", default=None)
    hinweis: Zeile | None = feld("Einschränkung der Quelle.", "Sekundärquelle", default=None)
    sprache: Sprache = feld("Sprache des Titels: de oder en.", "en", default=Sprache.DE)


class Glossareintrag(Datensatz):
    """A term with a definition in plain words."""

    begriff: Zeile = feld("Der Begriff, ohne Abkürzung in Klammern.", "Zweckvereinbarung")
    abkuerzung: Eigenname | None = feld("Übliche Abkürzung.", "BfIS", default=None)
    definition: Text = feld(
        "Erklärung in höchstens zwei Sätzen.", "Vertrag, mit dem eine Kommune Aufgaben übernimmt."
    )
    synonyme: tuple[Zeile, ...] = feld("Andere Wörter dafür.", ["Delegation"], default=())
    siehe: tuple[GlossarId, ...] = feld("Verwandte Einträge.", ["zweckverband"], default=())
    beleglage: Beleglage = feld("belegt, eigene-herleitung oder gemischt.", "belegt")
    quellen: tuple[QuelleId, ...] = feld(
        "Kennungen der Quellen.", ["ssg-interkommunaler-verbundraum-ikz-roedertal"], default=()
    )
