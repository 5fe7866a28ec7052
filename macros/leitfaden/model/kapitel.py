"""The content type Kapitel: a hand-written Markdown page below docs/ with its front matter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Self

from pydantic import model_validator

from leitfaden.model.felder import (
    Aenderung,
    Beleglage,
    JaNein,
    QuelleId,
    Teil,
    Zeile,
    feld,
    pruefe_aenderungen,
)

# Chapters whose layout is their own: the home page and the search page.
STARTSEITE = "index"
SUCHSEITE = "suche"
# Beginnings of the paths of the handbook; it is about the program and German only.
HANDBUCH = ("mitwirken/", "entwicklung/")


class Kapitelkopf(Teil):
    """Front matter of a hand-written page."""

    titel: Zeile = feld("Überschrift der Seite.", "Grundbegriffe")
    kurzbeschreibung: Zeile = feld("Worum es geht, höchstens 400 Zeichen.", "Drei Begriffe.")
    kernaussagen: tuple[Zeile, ...] = feld(
        "„In drei Sätzen“; leer auf reinen Übersichtsseiten.", ["Erst planen."], default=()
    )
    naechster_schritt: Zeile | None = feld(
        "„Nächster Schritt“.", "Lesen Sie die drei Szenarien.", default=None
    )
    stand: date | None = feld("Tag der letzten Änderung.", "2026-11-22", default=None)
    aenderungen: tuple[Aenderung, ...] = feld(
        "Änderungen seit der Erstveröffentlichung, neueste zuerst.",
        [{"am": "2027-02-01", "text": "Neue Fristen ergänzt."}],
        default=(),
    )
    beleglage: Beleglage | None = feld("Woher die Aussagen stammen.", "gemischt", default=None)
    quellen: tuple[QuelleId, ...] = feld(
        "Kennungen der Quellen.", ["ssg-ikz-digitalisierung"], default=()
    )
    render_macros: JaNein = feld("true, wenn die Seite Makros nutzt.", True, default=False)
    reihenfolge: int = feld("Platz unter den Geschwisterseiten.", 10, default=100)
    im_suchindex: JaNein = feld("nein, wenn die Suche sie nicht zeigen soll.", True, default=True)

    @model_validator(mode="after")
    def _pruefe_aenderungen(self) -> Self:
        """The changes of a page follow the same rules as those of a record."""
        pruefe_aenderungen(self.aenderungen, self.stand)
        return self


@dataclass(frozen=True)
class Kapitel:
    """A hand-written page in one language.

    `pfad` is the path below docs/ without language part and suffix, such as
    `einfuehrung/grundbegriffe`; `inhalt` is the Markdown body, `zeile` the line it starts at.
    """

    pfad: str
    sprache: str
    kopf: Kapitelkopf
    inhalt: str
    zeile: int = 1

    @property
    def url(self) -> str:
        """Address below the root of its language, with a final slash; empty for the home page."""
        teile = [teil for teil in self.pfad.split("/") if teil]
        if teile and teile[-1] == "index":
            teile.pop()
        return "/".join(teile) + "/" if teile else ""
