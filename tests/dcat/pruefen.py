"""Checks a catalogue against published SHACL shapes: `python -m tests.dcat.pruefen`.

The shapes are not part of this repository; docs/entwicklung/architektur.md says where they are.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

from pyshacl import validate
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF, SH, SKOS

# Lists of values as the shapes know them: what begins so is a value of the list. The lists
# themselves are hundreds of thousands of statements on other servers.
LISTEN = (
    "http://publications.europa.eu/resource/authority/access-right",
    "http://publications.europa.eu/resource/authority/data-theme",
    "http://publications.europa.eu/resource/authority/file-type",
    "http://publications.europa.eu/resource/authority/frequency",
    "http://publications.europa.eu/resource/authority/language",
    "http://publications.europa.eu/resource/authority/planned-availability",
    "http://dcat-ap.de/def/licenses",
    "http://dcat-ap.de/def/politicalGeocoding/Level",
)
_SCHWEREN = ("Violation", "Warning", "Info")


def mit_listen(katalog: Graph) -> Graph:
    """Return a catalogue with the statement that each value is in its list."""
    voll = Graph() + katalog
    for ding in set(katalog.objects()):
        for liste in LISTEN:
            if isinstance(ding, URIRef) and str(ding).startswith(f"{liste}/"):
                voll.add((ding, SKOS.inScheme, URIRef(liste)))
                voll.add((ding, RDF.type, SKOS.Concept))
                voll.add((ding, SKOS.prefLabel, Literal(str(ding).rpartition("/")[2], "de")))
    return voll


def befunde(katalog: Graph, formen: Graph) -> dict[str, list[str]]:
    """Return what shapes say, by severity: who is meant, which property, the message."""
    _, bericht, _ = validate(mit_listen(katalog), shacl_graph=formen, allow_warnings=True)
    assert isinstance(bericht, Graph)
    nach: dict[str, list[str]] = {name: [] for name in _SCHWEREN}
    for befund in bericht.subjects(RDF.type, SH.ValidationResult):
        schwere = str(bericht.value(befund, SH.resultSeverity)).rpartition("#")[2]
        teile = (SH.focusNode, SH.resultPath, SH.resultMessage)
        nach[schwere].append(" · ".join(str(bericht.value(befund, teil)) for teil in teile))
    return nach


def main() -> int:
    """Print every finding; violations are an error."""
    leser = argparse.ArgumentParser(description=__doc__)
    leser.add_argument("katalog", type=Path, help="katalog.ttl einer gebauten Website")
    leser.add_argument("formen", type=Path, nargs="+", help="Dateien mit SHACL-Formen (Turtle)")
    angaben = leser.parse_args()
    formen = Graph()
    for datei in angaben.formen:
        formen.parse(datei, format="turtle")
    gefunden = befunde(Graph().parse(angaben.katalog, format="turtle"), formen)
    for schwere, zeilen in gefunden.items():
        for text, anzahl in sorted(Counter(zeilen).items()):
            print(f"{schwere}: {text}" + (f" ({anzahl} mal)" if anzahl > 1 else ""))
    print(", ".join(f"{len(zeilen)} {schwere}" for schwere, zeilen in gefunden.items()))
    return int(bool(gefunden["Violation"]))


if __name__ == "__main__":
    sys.exit(main())
