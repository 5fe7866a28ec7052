"""Heads of the finished pages: complete, true, pointing to what is there."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlsplit

import pytest
from PIL import Image

from leitfaden.views.seitenplan import Seitenplan
from tests.site.html import Dokument
from tests.website import Website

pytestmark = pytest.mark.site

PFLICHT = {
    "BreadcrumbList": {"itemListElement"},
    "HowTo": {"name", "step"},
    "DefinedTermSet": {"name", "hasDefinedTerm"},
    "WebSite": {"name", "url", "potentialAction"},
    "TechArticle": {"headline", "url", "inLanguage", "license", "dateModified", "image"},
    "Article": {"headline", "url", "inLanguage", "license", "dateModified", "image"},
    "CreativeWork": {"name", "url", "inLanguage", "license", "dateModified", "image"},
}


def _inhaltsseiten(website: Website) -> list[tuple[str, Dokument]]:
    return [
        (pfad, seite)
        for pfad, seite in website.seiten.items()
        if pfad != "404.html" and 'http-equiv="refresh"' not in seite.roh
    ]


def _graph(seite: Dokument) -> list[dict[str, Any]]:
    teile = seite.roh.split('<script type="application/ld+json">')
    assert len(teile) == 2
    daten = json.loads(teile[1].split("</script>")[0])
    assert daten["@context"] == "https://schema.org"
    return list(daten["@graph"])


def _og(seite: Dokument) -> dict[str, str]:
    return {
        attr["property"]: attr["content"]
        for tag, attr in seite.attribute
        if tag == "meta" and "property" in attr
    }


def _adressen(wert: Any) -> list[str]:
    if isinstance(wert, dict):
        eigene = [v for k, v in wert.items() if k in ("url", "item", "image") if isinstance(v, str)]
        return eigene + [a for v in wert.values() for a in _adressen(v)]
    return [a for v in wert for a in _adressen(v)] if isinstance(wert, list) else []


def test_structured_data_is_complete_and_true(website: Website) -> None:
    arten: dict[str, int] = {}
    for pfad, seite in _inhaltsseiten(website):
        graph = _graph(seite)
        for knoten in graph:
            art = knoten["@type"]
            arten[art] = arten.get(art, 0) + 1
            fehlt = PFLICHT.get(art, set()) - set(knoten)
            # A chapter without a date has none to tell.
            assert fehlt <= ({"dateModified"} if art == "TechArticle" else set()), (pfad, art)
        h1 = next(text.strip() for stufe, text in seite.ueberschriften if stufe == 1)
        krumen = next(k for k in graph if k["@type"] == "BreadcrumbList")["itemListElement"]
        assert krumen[-1]["name"] == h1, pfad
        for adresse in _adressen(graph):
            ziel = urlsplit(adresse).path.lstrip("/")
            datei = f"{ziel}index.html" if not ziel or ziel.endswith("/") else ziel
            assert (website.wurzel / datei).is_file(), (pfad, adresse)
    anzahl = len(_inhaltsseiten(website))
    assert arten["BreadcrumbList"] == anzahl
    assert arten["HowTo"] == 2 * len(website.daten.ladung.katalog.massnahmen)
    assert arten["DefinedTermSet"] == arten["WebSite"] == 2


def test_dates_and_steps_are_those_a_reader_sees(website: Website) -> None:
    for typ in ("massnahme", "praxisbeispiel", "szenario", "vorlage", "handlungsfeld"):
        plan: Seitenplan = website.daten.plaene["de"]
        for karte in plan.bib.alle(typ):
            seite = website.seite(karte.url)
            sichtbar = " ".join(seite.haupttext.split())
            for knoten in _graph(seite):
                if "dateModified" in knoten:
                    assert f'datetime="{knoten["dateModified"]}"' in seite.roh
                for schritt in knoten.get("step", ()):
                    assert schritt["name"] in sichtbar


def test_shared_links_show_a_picture_of_the_right_size(website: Website) -> None:
    for pfad, seite in _inhaltsseiten(website):
        og = _og(seite)
        for name in ("title", "description", "type", "locale", "url", "image", "image:alt"):
            assert og.get(f"og:{name}"), (pfad, name)
        assert og["og:url"] == seite.link("canonical"), pfad
        bild = website.wurzel / urlsplit(og["og:image"]).path.lstrip("/")
        assert urlsplit(og["og:image"]).scheme == "https"
        assert seite.meta("twitter:card") == "summary_large_image"
        with Image.open(bild) as offen:
            assert offen.size == (int(og["og:image:width"]), int(og["og:image:height"]))
        assert bild.stat().st_size <= 60_000
        hat_andere = any(attr.get("hreflang") == "en" and tag == "link"
                         for tag, attr in seite.attribute)  # fmt: skip
        assert hat_andere == ("og:locale:alternate" in og) or "noindex" in (
            seite.meta("robots") or ""
        ), pfad


def test_pictures_do_not_multiply_with_the_examples(website: Website) -> None:
    bilder = list((website.wurzel / "vorschaubilder").rglob("*.png"))
    katalog = website.daten.ladung.katalog
    eigene = sum(len(katalog.von(t)) for t in ("massnahme", "szenario", "handlungsfeld"))
    assert len(bilder) <= 2 * (eigene + 3)


def test_sitemap_tells_the_day_of_each_page(website: Website) -> None:
    verzeichnis = (website.wurzel / "sitemap.xml").read_text(encoding="utf-8")
    for eintrag in verzeichnis.split("<url>")[1:]:
        pfad = urlsplit(eintrag.split("<loc>")[1].split("</loc>")[0]).path.lstrip("/")
        seite = website.seite(pfad)
        assert seite.link("canonical") == eintrag.split("<loc>")[1].split("</loc>")[0]
        assert seite.meta("robots") is None, pfad
        if "<lastmod>" in eintrag:
            tag = eintrag.split("<lastmod>")[1].split("</lastmod>")[0]
            assert f'"dateModified":"{tag}"' in seite.roh, pfad
        alternativ = {(attr["hreflang"], attr["href"]) for tag, attr in seite.attribute
                      if tag == "link" and "hreflang" in attr}  # fmt: skip
        for sprache, ziel in alternativ:
            assert f'hreflang="{sprache}" href="{ziel}"' in eintrag, pfad
        assert eintrag.count("<xhtml:link") == len(alternativ), pfad
