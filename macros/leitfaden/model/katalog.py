"""The loaded library: every record, its translation and the hand-written chapters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import cast

from leitfaden.model.betreiber import Betreiber
from leitfaden.model.dokument import Dokument, Platzhalter
from leitfaden.model.felder import Datensatz, Seitendatensatz, Zustand
from leitfaden.model.handlungsfeld import Handlungsfeld
from leitfaden.model.kapitel import Kapitel
from leitfaden.model.massnahme import Massnahme
from leitfaden.model.praxisbeispiel import Praxisbeispiel
from leitfaden.model.szenario import Szenario
from leitfaden.model.uebersetzung import Uebersetzung
from leitfaden.model.verzeichnisse import Glossareintrag, Link, Quelle
from leitfaden.model.vorlage import Vorlage

Saetze = Mapping[str, Datensatz]
_LEER: Saetze = MappingProxyType({})


def ist_sichtbar(satz: Datensatz, heute: date) -> bool:
    """Tell whether a record is published on the given day; list records always are."""
    if not isinstance(satz, Seitendatensatz):
        return True
    begonnen = satz.gueltig_ab is None or satz.gueltig_ab <= heute
    laeuft = satz.gueltig_bis is None or heute <= satz.gueltig_bis
    return satz.zustand is Zustand.VEROEFFENTLICHT and begonnen and laeuft


@dataclass(frozen=True)
class Katalog:
    """All content in memory.

    `saetze` maps a type name to its records by id, in the order of the files. `uebersetzungen`
    maps (type name, id) to the English texts. `kapitel` holds the hand-written pages of both
    languages, `betreiber` who publishes the site (None while nobody is named).
    """

    saetze: Mapping[str, Saetze]
    uebersetzungen: Mapping[tuple[str, str], Uebersetzung] = field(default_factory=dict)
    kapitel: tuple[Kapitel, ...] = ()
    betreiber: Betreiber | None = None

    def von(self, typ: str) -> Saetze:
        """Return the records of a type by id; empty for an unknown type."""
        return self.saetze.get(typ, _LEER)

    def finde(self, typen: Iterable[str], satz_id: str) -> tuple[str, Datensatz] | None:
        """Look an id up in several types; returns type name and record."""
        for typ in typen:
            satz = self.von(typ).get(satz_id)
            if satz is not None:
                return typ, satz
        return None

    def nur_sichtbare(self, heute: date) -> Katalog:
        """Return a catalogue without drafts and without records outside their period."""
        saetze = {
            typ: {i: satz for i, satz in eintraege.items() if ist_sichtbar(satz, heute)}
            for typ, eintraege in self.saetze.items()
        }
        return Katalog(saetze, self.uebersetzungen, self.kapitel, self.betreiber)

    @property
    def handlungsfelder(self) -> Mapping[str, Handlungsfeld]:
        """Fields of action by id."""
        return cast("Mapping[str, Handlungsfeld]", self.von("handlungsfeld"))

    @property
    def massnahmen(self) -> Mapping[str, Massnahme]:
        """Measures by id."""
        return cast("Mapping[str, Massnahme]", self.von("massnahme"))

    @property
    def praxisbeispiele(self) -> Mapping[str, Praxisbeispiel]:
        """Examples by id."""
        return cast("Mapping[str, Praxisbeispiel]", self.von("praxisbeispiel"))

    @property
    def szenarien(self) -> Mapping[str, Szenario]:
        """Scenarios by id."""
        return cast("Mapping[str, Szenario]", self.von("szenario"))

    @property
    def vorlagen(self) -> Mapping[str, Vorlage]:
        """Templates by id."""
        return cast("Mapping[str, Vorlage]", self.von("vorlage"))

    @property
    def links(self) -> Mapping[str, Link]:
        """Links by id."""
        return cast("Mapping[str, Link]", self.von("link"))

    @property
    def glossar(self) -> Mapping[str, Glossareintrag]:
        """Glossary entries by id."""
        return cast("Mapping[str, Glossareintrag]", self.von("glossareintrag"))

    @property
    def quellen(self) -> Mapping[str, Quelle]:
        """Sources by id."""
        return cast("Mapping[str, Quelle]", self.von("quelle"))

    @property
    def dokumente(self) -> Mapping[str, Dokument]:
        """Insides of templates by the id of the template."""
        return cast("Mapping[str, Dokument]", self.von("dokument"))

    @property
    def platzhalter(self) -> Mapping[str, Platzhalter]:
        """Placeholders by id."""
        return cast("Mapping[str, Platzhalter]", self.von("platzhalter"))
