"""The catalogue of data after DCAT-AP.de 3.0, as Turtle, RDF/XML and JSON-LD.

Specification: https://www.dcat-ap.de/def/dcatde/3.0/spec/. All three are made from one list of
statements, so that they say the same. `dcatde:contributorID` is not obligatory and is given out
by GovData, so it is not made up here; neither is a day of first publication.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from leitfaden.render.textumgebung import rendere_text
from leitfaden.render.umgebung import rendere
from leitfaden.views.datenkatalog import (
    Datenkatalog,
    Datensatzangabe,
    Herausgeber,
    Verteilung,
    Worte,
)

RAEUME = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcatap": "http://data.europa.eu/r5r#",
    "dcatde": "http://dcat-ap.de/def/dcatde/",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_EU = "http://publications.europa.eu/resource/authority/"
_DE = "http://dcat-ap.de/def/"
LIZENZ = f"{_DE}licenses/cc-by/4.0"
_MEDIENTYP = "https://www.iana.org/assignments/media-types/"
_SPRACHEN = {"de": f"{_EU}language/DEU", "en": f"{_EU}language/ENG"}
# The Free State of Saxony in the key of the German states.
_SACHSEN = f"{_DE}politicalGeocoding/stateKey/14"


@dataclass(frozen=True)
class Aussage:
    """Something said about a thing: another thing, or a text in a language or of a type."""

    eigenschaft: str
    wert: str
    ist_ding: bool = False
    sprache: str = ""
    typ: str = ""


@dataclass(frozen=True)
class Ding:
    """A thing with everything said about it."""

    name: str
    klasse: str
    aussagen: list[Aussage] = field(default_factory=list)

    def worte(self, eigenschaft: str, worte: Worte) -> None:
        """Say a text in every language."""
        self.aussagen.extend(Aussage(eigenschaft, t, sprache=s) for s, t in worte.items())

    def text(self, eigenschaft: str, text: str) -> None:
        """Say a text that is not in a language."""
        self.aussagen.append(Aussage(eigenschaft, text))

    def tag(self, eigenschaft: str, tag: date) -> None:
        """Say a day."""
        self.aussagen.append(Aussage(eigenschaft, tag.isoformat(), typ="xsd:date"))

    def ding(self, eigenschaft: str, *namen: str) -> None:
        """Point to other things."""
        self.aussagen.extend(Aussage(eigenschaft, n, ist_ding=True) for n in namen)


def rendere_turtle(katalog: Datenkatalog) -> str:
    """Return the catalogue as Turtle."""
    return rendere_text("katalog_ttl.j2", raeume=RAEUME, dinge=list(dinge(katalog)))


def rendere_rdf(katalog: Datenkatalog) -> str:
    """Return the catalogue as RDF/XML."""
    return rendere("katalog_rdf.j2", raeume=RAEUME, dinge=list(dinge(katalog)))


def rendere_jsonld(katalog: Datenkatalog) -> str:
    """Return the catalogue as JSON-LD."""
    graph = []
    for ding in dinge(katalog):
        nach: dict[str, list[dict[str, str]]] = {}
        for aussage in ding.aussagen:
            nach.setdefault(aussage.eigenschaft, []).append(_als_jsonld(aussage))
        graph.append({"@id": ding.name, "@type": ding.klasse, **nach})
    dokument = {"@context": RAEUME, "@graph": graph}
    return json.dumps(dokument, ensure_ascii=False, indent=2) + "\n"


def _als_jsonld(aussage: Aussage) -> dict[str, str]:
    if aussage.ist_ding:
        return {"@id": aussage.wert}
    wert = {"@value": aussage.wert}
    if aussage.sprache:
        wert["@language"] = aussage.sprache
    if aussage.typ:
        wert["@type"] = aussage.typ
    return wert


def dinge(k: Datenkatalog) -> Iterator[Ding]:
    """Yield everything the catalogue talks about."""
    yield _katalog(k)
    yield from _herausgeber(k, k.herausgeber)
    yield _dienst(k)
    for satz in k.datensaetze:
        yield _datensatz(k, satz)
        yield from (_verteilung(k, datei) for datei in satz.verteilungen)
    yield Ding(_SACHSEN, "dcterms:Location")


def _katalog(k: Datenkatalog) -> Ding:
    ding = Ding(f"{k.ort}katalog", "dcat:Catalog")
    ding.worte("dcterms:title", k.titel)
    ding.worte("dcterms:description", k.beschreibung)
    ding.ding("dcterms:publisher", f"{k.ort}herausgeber")
    ding.ding("foaf:homepage", k.startseite)
    ding.ding("dcterms:language", *_SPRACHEN.values())
    ding.ding("dcterms:license", LIZENZ)
    ding.ding("dcterms:spatial", _SACHSEN)
    ding.tag("dcterms:modified", k.stand)
    ding.ding("dcat:themeTaxonomy", f"{_EU}data-theme")
    ding.ding("dcat:dataset", *(f"{k.ort}{satz.name}" for satz in k.datensaetze))
    ding.ding("dcat:service", f"{k.ort}schnittstelle")
    return ding


def _herausgeber(k: Datenkatalog, h: Herausgeber) -> Iterator[Ding]:
    stelle = Ding(f"{k.ort}herausgeber", "foaf:Agent")
    stelle.text("foaf:name", h.name)
    stelle.ding("foaf:homepage", k.startseite)
    yield stelle
    kontakt = Ding(f"{k.ort}kontakt", "vcard:Kind")
    kontakt.text("vcard:fn", h.name)
    kontakt.ding("vcard:hasURL", h.impressum)
    if h.email:
        kontakt.ding("vcard:hasEmail", f"mailto:{h.email}")
    yield kontakt


def _dienst(k: Datenkatalog) -> Ding:
    ding = Ding(f"{k.ort}schnittstelle", "dcat:DataService")
    ding.worte("dcterms:title", k.titel)
    ding.worte("dcterms:description", k.beschreibung)
    ding.ding("dcat:endpointURL", k.dienst)
    ding.ding("dcat:endpointDescription", k.dienstbeschreibung)
    ding.ding("dcat:servesDataset", *(f"{k.ort}{satz.name}" for satz in k.datensaetze))
    _gemeinsam(ding, k)
    ding.ding("dcterms:license", LIZENZ)
    return ding


def _gemeinsam(ding: Ding, k: Datenkatalog) -> None:
    """Say what is true of every data set and of the service."""
    for sprache, worte in k.schlagworte.items():
        for wort in worte:
            ding.worte("dcat:keyword", {sprache: wort})
    ding.ding("dcterms:publisher", f"{k.ort}herausgeber")
    ding.ding("dcat:contactPoint", f"{k.ort}kontakt")
    ding.ding("dcat:theme", f"{_EU}data-theme/GOVE")
    ding.ding("dcterms:accessRights", f"{_EU}access-right/PUBLIC")
    ding.ding("dcat:landingPage", k.dokumentation)


def _datensatz(k: Datenkatalog, satz: Datensatzangabe) -> Ding:
    ding = Ding(f"{k.ort}{satz.name}", "dcat:Dataset")
    ding.worte("dcterms:title", satz.titel)
    ding.worte("dcterms:description", satz.beschreibung)
    ding.text("dcterms:identifier", f"{k.ort}{satz.name}")
    ding.tag("dcterms:modified", satz.stand)
    _gemeinsam(ding, k)
    ding.ding("dcterms:language", *_SPRACHEN.values())
    ding.ding("dcterms:accrualPeriodicity", f"{_EU}frequency/IRREG")
    ding.ding("dcterms:spatial", _SACHSEN)
    ding.ding("dcatde:politicalGeocodingLevelURI", f"{_DE}politicalGeocoding/Level/state")
    ding.ding("dcat:distribution", *(f"{k.ort}{datei.name}" for datei in satz.verteilungen))
    return ding


def _verteilung(k: Datenkatalog, datei: Verteilung) -> Ding:
    ding = Ding(f"{k.ort}{datei.name}", "dcat:Distribution")
    ding.worte("dcterms:title", datei.titel)
    ding.ding("dcat:accessURL", datei.adresse)
    ding.ding("dcat:downloadURL", datei.adresse)
    ding.ding("dcterms:format", f"{_EU}file-type/{datei.art.eu}")
    ding.ding("dcat:mediaType", f"{_MEDIENTYP}{datei.art.medientyp}")
    ding.ding("dcterms:language", _SPRACHEN[datei.sprache])
    ding.ding("dcterms:license", LIZENZ)
    ding.text("dcatde:licenseAttributionByText", k.quellenangabe)
    ding.ding("dcatap:availability", f"{_EU}planned-availability/AVAILABLE")
    ding.ding("foaf:page", k.dokumentation)
    return ding
