"""Structured data of a page after schema.org: what search engines may tell about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from leitfaden.model.kapitel import SUCHSEITE
from leitfaden.model.massnahme import Massnahme
from leitfaden.model.verzeichnisse import Glossareintrag
from leitfaden.render.feed import wurzel_von
from leitfaden.views.karte import Karte, Rahmen
from leitfaden.views.lesetext import ohne_auszeichnung
from leitfaden.views.seitenplan import Seite, Seitenplan

KONTEXT = "https://schema.org"
LIZENZ = "https://creativecommons.org/licenses/by/4.0/"
GLOSSAR = "glossar"
# The types of schema.org that tell most about a page; everything else is a page of text.
TYPEN = {
    "liste": "CollectionPage",
    "praxisbeispiel": "Article",
    "vorlage": "CreativeWork",
}

Knoten = dict[str, Any]


def strukturdaten(
    plan: Seitenplan, seite: Seite, rahmen: Rahmen, adresse: str, bild: str
) -> Knoten:
    """Return the graph of a page as JSON-LD; `adresse` and `bild` are full addresses."""
    graph = Graph(plan, seite, rahmen, wurzel_von(adresse, rahmen.sprache), bild)
    return {"@context": KONTEXT, "@graph": list(graph.knoten())}


@dataclass(frozen=True)
class Graph:
    """The nodes of one page; `wurzel` is the full address of the home page in its language."""

    plan: Seitenplan
    seite: Seite
    rahmen: Rahmen
    wurzel: str
    bild: str

    @property
    def url(self) -> str:
        """Full address of the page."""
        return f"{self.wurzel}{self.rahmen.url}"

    def knoten(self) -> Iterator[Knoten]:
        """Yield every node: the site, the page, the way to it, what it explains."""
        if not self.rahmen.url:
            yield self._website()
        yield self._seite()
        yield self._brotkrumen()
        satz = self.seite.karte.satz if self.seite.karte else None
        if isinstance(satz, Massnahme) and self.seite.art == "detail":
            yield self._anleitung(satz)
        if self.seite.kapitel is not None and self.seite.kapitel.pfad == GLOSSAR:
            yield self._begriffe()

    def _website(self) -> Knoten:
        texte = self.plan.bib.texte
        suche = f"{self.wurzel}{SUCHSEITE}/?q={{search_term_string}}"
        return {
            "@type": "WebSite",
            "@id": f"{self.wurzel}#website",
            "url": self.wurzel,
            "name": texte["name"],
            "alternateName": texte["untertitel"],
            "inLanguage": self.rahmen.sprache,
            "license": LIZENZ,
            "potentialAction": {
                "@type": "SearchAction",
                "target": {"@type": "EntryPoint", "urlTemplate": suche},
                "query-input": "required name=search_term_string",
            },
        }

    def _seite(self) -> Knoten:
        rahmen = self.rahmen
        typ = TYPEN.get(rahmen.art, "TechArticle") if rahmen.url else "WebPage"
        knoten: Knoten = {
            "@type": typ,
            "@id": f"{self.url}#seite",
            "url": self.url,
            "name": rahmen.titel,
            "description": rahmen.kurzbeschreibung,
            "inLanguage": rahmen.inhaltssprache,
            "license": LIZENZ,
            "isPartOf": {"@id": f"{self.wurzel}#website"},
        }
        if typ in ("WebPage", "CollectionPage"):
            knoten["breadcrumb"] = {"@id": f"{self.url}#pfad"}
        else:
            knoten["headline"] = rahmen.titel
        if rahmen.redaktion is not None and rahmen.redaktion.stand is not None:
            knoten["dateModified"] = rahmen.redaktion.stand.isoformat()
        if self.bild:
            knoten["image"] = self.bild
        return knoten

    def _brotkrumen(self) -> Knoten:
        schritte = [(krume.titel, krume.url) for krume in self.rahmen.brotkrumen]
        schritte.append((self.rahmen.titel, self.rahmen.url))
        return {
            "@type": "BreadcrumbList",
            "@id": f"{self.url}#pfad",
            "itemListElement": [
                {
                    "@type": "ListItem",
                    "position": nummer,
                    "name": titel,
                    "item": f"{self.wurzel}{url}",
                }
                for nummer, (titel, url) in enumerate(schritte, 1)
            ],
        }

    def _anleitung(self, satz: Massnahme) -> Knoten:
        """A measure as instructions; how long it takes is told in words, so no total is given."""
        return {
            "@type": "HowTo",
            "@id": f"{self.url}#anleitung",
            "name": satz.titel,
            "description": satz.kurzbeschreibung,
            "inLanguage": self.rahmen.inhaltssprache,
            "mainEntityOfPage": {"@id": f"{self.url}#seite"},
            "step": [
                {
                    "@type": "HowToStep",
                    "position": nummer,
                    "name": schritt.titel,
                    "text": ohne_auszeichnung(schritt.text),
                    "url": f"{self.url}#schritte",
                }
                for nummer, schritt in enumerate(satz.schritte, 1)
            ],
        }

    def _begriffe(self) -> Knoten:
        return {
            "@type": "DefinedTermSet",
            "@id": f"{self.url}#begriffe",
            "name": self.rahmen.titel,
            "url": self.url,
            "inLanguage": self.rahmen.inhaltssprache,
            "hasDefinedTerm": [self._begriff(k) for k in self.plan.bib.glossar],
        }

    def _begriff(self, karte: Karte) -> Knoten:
        # Definition and synonyms stand on the page; twice they would be a tenth of its weight.
        satz = karte.satz
        knoten: Knoten = {
            "@type": "DefinedTerm",
            "@id": f"{self.wurzel}{karte.url}",
            "name": karte.titel,
        }
        if karte.sprache != self.rahmen.inhaltssprache:
            knoten["inLanguage"] = karte.sprache
        if isinstance(satz, Glossareintrag) and satz.abkuerzung:
            knoten["termCode"] = satz.abkuerzung
        return knoten
