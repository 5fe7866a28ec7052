"""What programs read in the head: escaped, in the right language, absolute or not at all."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html import unescape
from typing import Any

import pytest

from leitfaden.render.kopfdaten import rendere_kopfdaten
from leitfaden.source.loader import Ladung
from leitfaden.views.bibliothek import Bibliothek
from leitfaden.views.seitenplan import Seitenplan

ADRESSE = "https://leitfaden.example/ikz/"


def og(html: str) -> dict[str, str]:
    paare = re.findall(r'<meta (?:property|name)="([\w:]+)" content="([^"]*)">', html)
    return {name: unescape(wert) for name, wert in paare}


def graph(html: str) -> dict[str, dict[str, Any]]:
    text = html.split('<script type="application/ld+json">')[1].split("</script>", maxsplit=1)[0]
    return {knoten["@type"]: knoten for knoten in json.loads(text)["@graph"]}


def kopf(bib: Bibliothek, url: str, adresse: str = ADRESSE) -> str:
    return rendere_kopfdaten(Seitenplan(bib), url, adresse)


def test_translated_measure(bibliotheken: dict[str, Bibliothek]) -> None:
    html = kopf(bibliotheken["en"], "massnahmen/digital-navigatoren/")
    angaben = og(html)
    assert angaben["og:title"] == "M07 Appoint digital navigators"
    assert angaben["og:url"] == f"{ADRESSE}en/massnahmen/digital-navigatoren/"
    assert (angaben["og:locale"], angaben["og:locale:alternate"]) == ("en_GB", "de_DE")
    bild = f"{ADRESSE}vorschaubilder/en/massnahmen/digital-navigatoren.png"
    assert angaben["og:image"] == bild
    assert "Appoint digital navigators" in angaben["og:image:alt"]
    knoten = graph(html)
    assert knoten["TechArticle"]["inLanguage"] == "en"
    assert knoten["TechArticle"]["image"] == bild
    schritte = knoten["HowTo"]["step"]
    assert [s["name"] for s in schritte[:2]] == ["Set up the list", "Fill in the list"]
    assert "totalTime" not in knoten["HowTo"]


def test_page_in_one_language_names_no_other(bibliotheken: dict[str, Bibliothek]) -> None:
    angaben = og(kopf(bibliotheken["de"], "massnahmen/datenschutz/"))
    assert angaben["og:locale"] == "de_DE"
    assert "og:locale:alternate" not in angaben


def test_home_page_can_be_searched(bibliotheken: dict[str, Bibliothek]) -> None:
    for sprache, wurzel in (("de", ADRESSE), ("en", f"{ADRESSE}en/")):
        html = kopf(bibliotheken[sprache], "")
        assert og(html)["og:type"] == "website"
        seite = graph(html)["WebSite"]
        assert seite["url"] == wurzel
        ziel = seite["potentialAction"]["target"]["urlTemplate"]
        assert ziel == f"{wurzel}suche/?q={{search_term_string}}"


def test_glossary_defines_its_terms(bibliotheken: dict[str, Bibliothek]) -> None:
    bib = bibliotheken["de"]
    menge = graph(kopf(bib, "glossar/"))["DefinedTermSet"]
    begriffe = {b["@id"]: b for b in menge["hasDefinedTerm"]}
    assert set(begriffe) == {f"{ADRESSE}{k.url}" for k in bib.glossar}
    ikz = begriffe[f"{ADRESSE}glossar/#ikz"]
    assert (ikz["name"], ikz["termCode"]) == ("Interkommunale Zusammenarbeit", "IKZ")
    assert menge["@id"] == f"{ADRESSE}glossar/#begriffe"


def test_breadcrumbs_are_those_of_the_page(bibliotheken: dict[str, Bibliothek]) -> None:
    plan = Seitenplan(bibliotheken["de"])
    for seite in plan.seiten:
        rahmen = plan.rahmen(seite)
        liste = graph(rendere_kopfdaten(plan, seite.url, ADRESSE))["BreadcrumbList"]
        namen = [(e["name"], e["item"]) for e in liste["itemListElement"]]
        soll = [(k.titel, f"{ADRESSE}{k.url}") for k in rahmen.brotkrumen]
        assert namen == [*soll, (rahmen.titel, f"{ADRESSE}{seite.url}")]
        assert [e["position"] for e in liste["itemListElement"]] == list(range(1, len(namen) + 1))


@pytest.mark.parametrize("titel", ['</script><script>alert("1")</script>', "A & B <!--", "„Ü“ 'x'"])
def test_no_text_ends_its_element(ladung: Ladung, titel: str) -> None:
    katalog = ladung.katalog
    satz = katalog.massnahmen["datenschutz"].model_copy(
        update={"titel": titel, "kurzbeschreibung": titel}
    )
    saetze = {**katalog.saetze, "massnahme": {satz.id: satz}}
    bib = Bibliothek(replace(katalog, saetze=saetze), "de", satz.stand)
    html = kopf(bib, "massnahmen/datenschutz/")
    assert html.count("<script") == html.count("</script>") == 1
    assert "<!--" not in html
    assert graph(html)["HowTo"]["name"] == titel
    assert og(html)["og:description"] == titel


def test_without_address_only_words_are_there(bibliotheken: dict[str, Bibliothek]) -> None:
    html = kopf(bibliotheken["de"], "massnahmen/datenschutz/", "")
    assert "og:title" in og(html)
    assert not {"og:url", "og:image"} & set(og(html))
    assert "<script" not in html
