"""Feeds of the finished site: valid, named in the head, linked, leading to pages."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

import pytest

from tests.atom import lies_atom
from tests.website import Website

pytestmark = pytest.mark.site


def test_every_feed_is_valid_and_leads_to_pages(website: Website) -> None:
    dateien = sorted(website.wurzel.rglob("feed.xml"))
    felder = len(website.daten.ladung.katalog.handlungsfelder)
    assert len(dateien) >= 2 * (1 + felder)
    for datei in dateien:
        feed = lies_atom(datei.read_text(encoding="utf-8"))
        pfad = datei.relative_to(website.wurzel).as_posix()
        assert urlsplit(feed.selbst).path == f"/{pfad}"
        assert feed.sprache == website.seite(urlsplit(feed.seite).path[1:]).sprache
        assert feed.eintraege, pfad
        for eintrag in feed.eintraege:
            seite = website.seite(urlsplit(eintrag.ziel).path[1:])
            assert any(text.strip() and text.strip() in eintrag.titel
                       for stufe, text in seite.ueberschriften if stufe == 1), eintrag  # fmt: skip


def test_head_names_feeds_that_exist(website: Website) -> None:
    for pfad, seite in website.seiten.items():
        if pfad == "404.html" or 'http-equiv="refresh"' in seite.roh:
            continue
        feeds = [
            attr
            for tag, attr in seite.attribute
            if tag == "link" and attr.get("type") == "application/atom+xml"
        ]
        assert feeds, pfad
        for attr in feeds:
            ziel = urljoin(f"/{pfad}", attr["href"])[1:]
            feed = lies_atom((website.wurzel / ziel).read_text(encoding="utf-8"))
            assert attr["title"] == feed.titel
            assert ziel.startswith("en/") == pfad.startswith("en/")


def test_readers_find_the_feeds(website: Website) -> None:
    for wurzel in ("", "en/"):
        seite = website.seite(f"{wurzel}neues/")
        ziele = {urljoin(f"/{wurzel}neues/", link)[1:] for link in seite.links()}
        feeds = {p.relative_to(website.wurzel).as_posix()
                 for p in website.wurzel.rglob("feed.xml")}  # fmt: skip
        eigene = {f for f in feeds if f.startswith("en/") == bool(wurzel)}
        genannt = {z for z in ziele if z.endswith("feed.xml")}
        assert f"{wurzel}feed.xml" in genannt
        assert genannt <= eigene
        assert sum(f.count("/") == 2 + bool(wurzel) for f in genannt) == len(
            website.daten.ladung.katalog.handlungsfelder
        )
        assert "neues/" in website.seite(wurzel).links()
