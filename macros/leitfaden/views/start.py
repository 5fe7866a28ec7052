"""What the home page shows."""

from __future__ import annotations

from dataclasses import dataclass

from leitfaden.model.massnahme import Massnahme
from leitfaden.views.ausgaben import Datei
from leitfaden.views.bibliothek import Bibliothek
from leitfaden.views.karte import Karte

BEISPIELE_AUF_STARTSEITE = 3
EINFACH = "kurz-und-einfach"
STANDORTCHECK = "auswertung-standortcheck"


@dataclass(frozen=True)
class Startseite:
    """Ways into the library: situations, fields with their measures, first steps, examples.

    `einfach` is the address of the guide in plain words, empty if there is none; `standortcheck`
    the template that evaluates where a group of municipalities stands; `leitfaden` the whole
    guide as files.
    """

    szenarien: tuple[Karte, ...]
    felder: tuple[tuple[Karte, tuple[Karte, ...]], ...]
    sofort: tuple[Karte, ...]
    praxis: tuple[Karte, ...]
    einfach: str
    standortcheck: Karte | None
    leitfaden: tuple[Datei, ...] = ()


def felder_mit_massnahmen(bib: Bibliothek) -> tuple[tuple[Karte, tuple[Karte, ...]], ...]:
    """Return each Handlungsfeld with its measures."""
    von = bib.beziehungen.massnahmen_von_feld
    return tuple((f, bib.karten("massnahme", von.get(f.id, ()))) for f in bib.handlungsfelder)


def startseite(bib: Bibliothek) -> Startseite:
    """Collect what the home page of a library shows."""
    sofort = (k for k in bib.massnahmen if isinstance(k.satz, Massnahme) and k.satz.sofort_moeglich)
    return Startseite(
        szenarien=bib.szenarien,
        felder=felder_mit_massnahmen(bib),
        sofort=tuple(sofort),
        praxis=bib.praxisbeispiele[:BEISPIELE_AUF_STARTSEITE],
        einfach=next((k.url for k in bib.katalog.kapitel if k.pfad == EINFACH), ""),
        standortcheck=next(iter(bib.karten("vorlage", (STANDORTCHECK,))), None),
        leitfaden=bib.dateien.leitfaden(bib.sprache),
    )
