"""What lists and relations show of a record, and small parts shared by the page views."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from leitfaden.model.felder import Beleglage, Datensatz, Pruefung
from leitfaden.model.handlungsfeld import Handlungsfeld
from leitfaden.views.ausgaben import Datei


@dataclass(frozen=True, slots=True)
class Karte:
    """A record as it appears in a list: its texts in the language of the page if translated.

    `url` is the address below the root of the page's language. `sprache` is the language the
    texts are really in. `feld` is the Handlungsfeld a measure belongs to.
    """

    typ: str
    satz: Datensatz
    url: str
    sprache: str
    feld: Handlungsfeld | None = None

    @property
    def id(self) -> str:
        """Id of the record."""
        return self.satz.id

    @property
    def titel(self) -> str:
        """Title, or the term of a glossary entry."""
        return str(getattr(self.satz, "titel", None) or getattr(self.satz, "begriff", self.satz.id))

    @property
    def titelsprache(self) -> str:
        """Language of the title: a source keeps the title it was published under."""
        quellsprache = getattr(self.satz, "sprache", None) if self.typ == "quelle" else None
        return str(quellsprache or self.sprache)

    @property
    def kennung(self) -> str:
        """Printed code such as M02 or T05; empty for types without one."""
        return str(getattr(self.satz, "kennung", ""))

    @property
    def kurzbeschreibung(self) -> str:
        """Short description; the purpose of a link, the definition of a term."""
        for name in ("kurzbeschreibung", "zweck", "definition"):
            if hasattr(self.satz, name):
                return str(getattr(self.satz, name))
        return ""


@dataclass(frozen=True, slots=True)
class Nachweis:
    """A source as printed at the end of a page; `url` is empty if none is known.

    Title and publisher are in `titelsprache`, the remark is in `sprache`.
    """

    titel: str
    herausgeber: str
    url: str
    hinweis: str
    sprache: str
    titelsprache: str


@dataclass(frozen=True, slots=True)
class Aenderungszeile:
    """A change of a page as printed, with the language it is told in."""

    am: date
    text: str
    sprache: str


@dataclass(frozen=True, slots=True)
class Redaktion:
    """Editorial state of a page on the day of the build."""

    stand: date | None
    geprueft: Pruefung | None
    naechste_pruefung: date | None
    ueberfaellig: bool
    beleglage: Beleglage | None
    quellen: tuple[Nachweis, ...]
    aenderungen: tuple[Aenderungszeile, ...] = ()


@dataclass(frozen=True, slots=True)
class Blaetterziel:
    """A neighbour page or a breadcrumb: title, address, language of the title."""

    titel: str
    url: str
    sprache: str
    kennung: str = ""


@dataclass(frozen=True, slots=True)
class Rahmen:
    """What every page has around its content.

    `sprache` is the language of the frame, `inhaltssprache` that of the content: on an English
    page without translation they differ. Addresses are relative to the root of `sprache`.
    `feeds` are (title, address) of the feeds that tell about the page, `hefte` its booklets.
    """

    art: str
    url: str
    sprache: str
    inhaltssprache: str
    titel: str
    kurzbeschreibung: str
    brotkrumen: tuple[Blaetterziel, ...]
    vorige: Blaetterziel | None
    naechste: Blaetterziel | None
    redaktion: Redaktion | None
    datei: str
    filter: tuple[tuple[str, str], ...] = ()
    kennung: str = ""
    feeds: tuple[tuple[str, str], ...] = ()
    hefte: tuple[Datei, ...] = ()

    @property
    def ist_ersatz(self) -> bool:
        """True on an English page that shows the German text."""
        return self.sprache != self.inhaltssprache
