"""Python-Markdown extension: tables of chapters scroll by themselves and name their headers."""

from __future__ import annotations

import re
from typing import Any
from xml.etree import ElementTree as ET

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

_AUSRICHTUNG = re.compile(r"text-align:\s*(left|right|center);?")


class _Tabellen(Treeprocessor):
    """Works on the finished tree: a table gets a region named after the heading above it."""

    def run(self, root: ET.Element) -> None:
        ueberschrift = ""
        for nummer, element in enumerate(list(root)):
            if re.fullmatch("h[1-6]", element.tag):
                ueberschrift = "".join(element.itertext())
            elif element.tag == "table":
                root[nummer] = _region(element, ueberschrift)


def _region(tabelle: ET.Element, ueberschrift: str) -> ET.Element:
    for zelle in tabelle.iter():
        if zelle.tag == "th" and "".join(zelle.itertext()).strip():
            zelle.set("scope", "col")
        elif zelle.tag == "th":
            zelle.tag = "td"  # an empty corner is the header of nothing
        # Style attributes would need an exception in the Content Security Policy.
        treffer = _AUSRICHTUNG.fullmatch(zelle.attrib.pop("style", ""))
        if treffer:
            zelle.set("class", f"lb-{treffer[1]}")
    kopf = " · ".join("".join(th.itertext()) for th in tabelle.iter("th"))
    merkmale = {"class": "lb-tabelle", "role": "region", "tabindex": "0"}
    region = ET.Element("div", {**merkmale, "aria-label": ueberschrift or kopf})
    region.append(tabelle)
    region.tail, tabelle.tail = tabelle.tail, None
    return region


class Tabellen(Extension):
    """Registers the table processor."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Run after inline markup is done (20), so that header texts are known."""
        md.treeprocessors.register(_Tabellen(md), "leitfaden-tabellen", 5)


def makeExtension(**kwargs: Any) -> Tabellen:  # noqa: N802
    """Entry point Python-Markdown looks for."""
    return Tabellen(**kwargs)
