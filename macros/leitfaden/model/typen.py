"""Register of the content types: where a type lives, what it is called, where its pages are."""

from __future__ import annotations

from dataclasses import dataclass

from leitfaden.model.dokument import Dokument, Platzhalter
from leitfaden.model.felder import Datensatz
from leitfaden.model.handlungsfeld import Handlungsfeld
from leitfaden.model.massnahme import Massnahme
from leitfaden.model.praxisbeispiel import Praxisbeispiel
from leitfaden.model.szenario import Szenario
from leitfaden.model.verzeichnisse import Glossareintrag, Link, Quelle
from leitfaden.model.vorlage import Vorlage


@dataclass(frozen=True)
class Inhaltstyp:
    """A content type.

    `name` is the singular used in references, `mehrzahl` the name of its folder, file and URL.
    A type with `liste` keeps all records in `data/<mehrzahl>.yml`; the others keep one file each
    in `data/<mehrzahl>/`. A type with `nur_deutsch` has no English files: its texts are printed
    in German documents.
    """

    name: str
    mehrzahl: str
    modell: type[Datensatz]
    liste: bool = False
    nur_deutsch: bool = False

    @property
    def pfad(self) -> str:
        """Path below the data folder: a folder or a list file."""
        return f"{self.mehrzahl}.yml" if self.liste else self.mehrzahl


INHALTSTYPEN: tuple[Inhaltstyp, ...] = (
    Inhaltstyp("handlungsfeld", "handlungsfelder", Handlungsfeld),
    Inhaltstyp("massnahme", "massnahmen", Massnahme),
    Inhaltstyp("praxisbeispiel", "praxisbeispiele", Praxisbeispiel),
    Inhaltstyp("szenario", "szenarien", Szenario),
    Inhaltstyp("vorlage", "vorlagen", Vorlage),
    Inhaltstyp("link", "links", Link, liste=True),
    Inhaltstyp("glossareintrag", "glossar", Glossareintrag, liste=True),
    Inhaltstyp("quelle", "quellen", Quelle, liste=True),
    Inhaltstyp("dokument", "dokumente", Dokument, nur_deutsch=True),
    Inhaltstyp("platzhalter", "platzhalter", Platzhalter, liste=True, nur_deutsch=True),
)

TYP_VON_NAME = {typ.name: typ for typ in INHALTSTYPEN}
