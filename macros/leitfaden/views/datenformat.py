"""The format of the published data: its version, its history, its types and its addresses."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from leitfaden.model.felder import Datensatz
from leitfaden.model.typen import TYP_VON_NAME, Inhaltstyp
from leitfaden.texts import SPRACHEN
from leitfaden.views.karte import Karte

# The first number is in the address; it changes when a program that reads the data would break.
FASSUNG = "1.0"
ORDNER = "api/v1"
# Addresses of the format stay this long after a newer one has been announced.
FRIST_MONATE = 12
SEITENLAENGE = 100
# Workbooks are for people; with more rows than this they take longer to make than all pages, and
# to open. The table for programs has them all.
MAPPE_BIS = 2000
LIZENZ = "CC-BY-4.0"
LIZENZADRESSE = "https://creativecommons.org/licenses/by/4.0/"
# What holds no text for readers, such as the insides of documents, is offered as a file instead.
DATENTYPEN: tuple[Inhaltstyp, ...] = tuple(
    TYP_VON_NAME[name]
    for name in (
        "handlungsfeld",
        "massnahme",
        "praxisbeispiel",
        "szenario",
        "vorlage",
        "link",
        "glossareintrag",
        "quelle",
    )
)
# Types whose address is that of somebody else's page.
_FREMD = ("link", "quelle")
# What an address may hold beside letters and digits; the rest is written with percent signs.
_IN_ADRESSEN = "%/:?#[]@!$&'()*+,;=~-._"


@dataclass(frozen=True)
class Formataenderung:
    """A version of the format; `text` is a key of the interface words."""

    fassung: str
    am: date
    text: str


# Newest first. An entry is never changed.
AENDERUNGEN = (Formataenderung("1.0", date(2026, 11, 22), "daten.aenderung_1_0"),)


@dataclass(frozen=True)
class Datenadressen:
    """Full addresses of everything published; `wurzel` is that of the site, with a final slash."""

    wurzel: str

    def seite(self, sprache: str, url: str) -> str:
        """Return the address of a page."""
        return f"{self.wurzel}{url}" if sprache == "de" else f"{self.wurzel}{sprache}/{url}"

    def von(self, sprache: str, karte: Karte) -> str | None:
        """Return where a record is read: our page, or for links and sources somebody else's."""
        if karte.typ in _FREMD:
            return quote(karte.url, _IN_ADRESSEN) or None
        return self.seite(sprache, karte.url)

    def datei(self, pfad: str) -> str:
        """Return the address of a file given by its path below the root of the site."""
        return f"{self.wurzel}{pfad}"


def satzpfad(sprache: str, typ: str, satz_id: str) -> str:
    """Return where the file of a record lies."""
    return f"{ORDNER}/{sprache}/{TYP_VON_NAME[typ].mehrzahl}/{satz_id}.json"


def listenpfad(sprache: str, typ: str, nummer: int = 1) -> str:
    """Return where a page of the list of a type lies; no id of a record is in the way."""
    stamm = f"{ORDNER}/{sprache}/{TYP_VON_NAME[typ].mehrzahl}"
    return f"{stamm}.json" if nummer == 1 else f"{stamm}/seiten/{nummer}.json"


def tabellenpfad(sprache: str, typ: str, endung: str) -> str:
    """Return where the table of a type lies."""
    return f"{ORDNER}/{sprache}/{TYP_VON_NAME[typ].mehrzahl}.{endung}"


def schemapfad(name: str) -> str:
    """Return where a schema lies."""
    return f"{ORDNER}/schema/{name}.json"


def abzugspfad(sprache: str) -> str:
    """Return where everything in one file lies."""
    return f"{ORDNER}/{sprache}/alles.json"


def textpfad(sprache: str) -> str:
    """Return where the guide as one text lies."""
    return f"{ORDNER}/{sprache}/leitfaden.md"


def kalenderpfad(sprache: str, name: str) -> str:
    """Return where a calendar lies."""
    ordner = "" if sprache == "de" else f"{sprache}/"
    return f"{ordner}termine/{name}.ics"


VERZEICHNIS = f"{ORDNER}/index.json"
OPENAPI = f"{ORDNER}/openapi.json"
FORMATGESCHICHTE = f"{ORDNER}/aenderungen.json"
KATALOG = {"ttl": "dcat/katalog.ttl", "jsonld": "dcat/katalog.jsonld", "rdf": "dcat/katalog.rdf"}
LLMS = {sprache: ("" if sprache == "de" else f"{sprache}/") for sprache in SPRACHEN}


def stand_von(satz: Datensatz) -> date | None:
    """Return the day a record was last changed; entries of lists have none."""
    stand = getattr(satz, "stand", None)
    return stand if isinstance(stand, date) else None
