"""When texts are to be reviewed again, as events of a calendar."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from leitfaden.model.felder import Seitendatensatz
from leitfaden.views.bibliothek import Bibliothek
from leitfaden.views.datenformat import Datenadressen, kalenderpfad
from leitfaden.views.datensatz import KALENDER, KALENDER_PRAXIS
from leitfaden.views.karte import Karte

# Events get higher numbers when they are changed; days since then are such numbers.
_ANFANG = date(2026, 1, 1)


@dataclass(frozen=True, slots=True)
class Termin:
    """An event of a whole day; `kennung` names it for ever, `folge` counts its versions."""

    kennung: str
    am: date
    titel: str
    url: str
    stand: date
    folge: int

    @property
    def bis(self) -> date:
        """The day after, where calendars say the end is."""
        return self.am + timedelta(days=1)


@dataclass(frozen=True)
class Kalender:
    """A calendar and the file it lies in."""

    pfad: str
    titel: str
    sprache: str
    termine: tuple[Termin, ...]


def pruefkalender(bib: Bibliothek, adressen: Datenadressen) -> tuple[Kalender, ...]:
    """Return the calendar of the guide and that of the examples, of which there may be many."""
    leitfaden = (*bib.handlungsfelder, *bib.massnahmen, *bib.szenarien, *bib.vorlagen)
    return (
        _kalender(bib, adressen, KALENDER, "daten.kalender", leitfaden),
        _kalender(bib, adressen, KALENDER_PRAXIS, "daten.kalender_praxis", bib.praxisbeispiele),
    )


def _kalender(
    bib: Bibliothek, adressen: Datenadressen, name: str, titel: str, karten: Iterable[Karte]
) -> Kalender:
    termine = (t for karte in karten if (t := _termin(bib, adressen, karte)) is not None)
    geordnet = sorted(termine, key=lambda t: (t.am, t.kennung))
    pfad = kalenderpfad(bib.sprache, name)
    return Kalender(pfad, bib.texte[titel], bib.sprache, tuple(geordnet))


def _termin(bib: Bibliothek, adressen: Datenadressen, karte: Karte) -> Termin | None:
    satz = karte.satz
    if not isinstance(satz, Seitendatensatz):
        return None
    titel = f"{karte.kennung} {karte.titel}".strip()
    return Termin(
        # The same in both languages: whoever subscribes to both has each event once.
        kennung=f"{karte.typ}-{karte.id}",
        am=satz.naechste_pruefung,
        titel=bib.texte.mit("daten.termin", titel=titel),
        url=adressen.seite(bib.sprache, karte.url),
        stand=satz.stand,
        folge=max(0, (satz.stand - _ANFANG).days),
    )
