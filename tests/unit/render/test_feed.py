"""Atom documents: valid, escaped, the same at any time."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from leitfaden.render.feed import rendere_feed
from leitfaden.render.satzseite import inhalt
from leitfaden.views.bibliothek import Bibliothek
from leitfaden.views.feed import alle_feeds, feed, neues
from leitfaden.views.seitenplan import Seitenplan
from tests.atom import lies_atom

ADRESSE = "https://leitfaden.example/ikz/"


@pytest.mark.parametrize("sprache", ["de", "en"])
def test_feeds_are_valid_and_point_to_their_pages(
    bibliotheken: dict[str, Bibliothek], sprache: str
) -> None:
    wurzel = ADRESSE if sprache == "de" else f"{ADRESSE}en/"
    for sicht in alle_feeds(bibliotheken[sprache]):
        gelesen = lies_atom(rendere_feed(sicht, ADRESSE))
        assert gelesen.selbst == gelesen.id == f"{wurzel}{sicht.url}"
        assert (gelesen.seite, gelesen.sprache) == (f"{wurzel}{sicht.seite}", sprache)
        assert [e.ziel for e in gelesen.eintraege] == [wurzel + e.url for e in sicht.eintraege]
        assert [e.sprache for e in gelesen.eintraege] == [e.sprache for e in sicht.eintraege]
        for eintrag, soll in zip(gelesen.eintraege, sicht.eintraege, strict=True):
            assert eintrag.titel == f"{'Neu' if soll.sprache == 'de' else 'New'}: {soll.titel}"


def test_ids_differ_between_languages(bibliotheken: dict[str, Bibliothek]) -> None:
    de, en = (
        {e.id for e in lies_atom(rendere_feed(neues(bibliotheken[s]), ADRESSE)).eintraege}
        for s in ("de", "en")
    )
    assert de
    assert not de & en


def test_text_is_escaped(bibliotheken: dict[str, Bibliothek]) -> None:
    sicht = neues(bibliotheken["de"])
    wild = replace(sicht.eintraege[0], titel='<b>&"Titel"</b>', text="]]> & <script>")
    gelesen = lies_atom(rendere_feed(replace(sicht, eintraege=(wild,)), ADRESSE))
    assert gelesen.eintraege[0].titel == 'Neu: <b>&"Titel"</b>'
    assert gelesen.eintraege[0].text == "]]> & <script>"


def test_feed_without_entries_is_valid(bibliotheken: dict[str, Bibliothek]) -> None:
    gelesen = lies_atom(rendere_feed(feed(bibliotheken["de"], "Leer", "leer/", ()), ADRESSE))
    assert (gelesen.eintraege, gelesen.tag) == ((), "1970-01-01T00:00:00Z")


def test_changes_stand_at_the_end_of_the_page(changed: Callable[..., Bibliothek]) -> None:
    bib = changed("en", ({"text": "Deadline corrected."},))
    html = inhalt(Seitenplan(bib), "massnahmen/digital-navigatoren/")
    zeilen = html.split('<details class="lb-aenderungen">')[1].split("</details>")[0]
    assert re.findall(r'datetime="([\d-]+)".*?<span( lang="de")?>(.*?)</span>', zeilen) == [
        ("2027-02-01", "", "Deadline corrected."),
        ("2027-02-01", ' lang="de"', "Beispiel ergänzt."),
        ("2027-01-05", ' lang="de"', "Rolle ergänzt."),
    ]
    assert "lb-aenderungen" not in inhalt(Seitenplan(bib), "massnahmen/datenschutz/")
