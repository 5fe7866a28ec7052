"""The search of the offline edition in Chromium: in figures, and word by word."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from leitfaden.views.offline import SEITEN
from leitfaden.views.stichworte import ENDUNGEN, falte, grundform
from tests.browser.suchteile import erwarte_guete
from tests.search.gold import Antwort, lies_gold
from tests.search.lauf import Suche, beantworte
from tests.website import Website

pytestmark = pytest.mark.browser


# the search in figures ---------------------------------------------------------------------------


@pytest.fixture(scope="module")
def antworten(chromium: Browser, offline: Path) -> list[Antwort]:
    suche = Suche("offline", "offline", f"{offline.as_uri()}/{SEITEN}/")
    return beantworte(chromium, "", suche, lies_gold())


def test_gold_queries_find_their_pages(antworten: list[Antwort]) -> None:
    # As good as the search on the web.
    erwarte_guete(antworten)


def test_every_title_of_a_measure_finds_it_first(
    seite_offline: Page, ordner: str, website: Website
) -> None:
    seite_offline.goto(f"{ordner}impressum/index.html")
    daneben = []
    for karte in website.daten.bibliotheken["de"].massnahmen:
        ziel = seite_offline.evaluate(
            """async (frage) => {
              const logik = umsetzungsbibliothek.lade("such-logik");
              return (await (await logik.suche("../", frage)).lade(0, 1))[0].url;
            }""",
            karte.titel,
        )
        if ziel != f"{ordner}{karte.url}":
            daneben.append((karte.titel, ziel))
    assert daneben == []


# both sides of the index -------------------------------------------------------------------------


@pytest.mark.parametrize("sprache", ["de", "en"])
def test_scripts_reduce_words_like_the_index_does(
    seite_offline: Page, ordner: str, website: Website, sprache: str
) -> None:
    texte = " ".join(s.haupttext for s in website.seiten.values() if s.sprache == sprache)
    worte = sorted(set(re.findall(r"[^\W_]+(?:[-’'.][^\W_]+)*", texte)))
    assert len(worte) > 3000
    seite_offline.goto(f"{ordner}impressum/index.html")
    ergebnis = seite_offline.evaluate(
        """([worte, endungen]) => {
          const { falte } = umsetzungsbibliothek.lade("such-frage");
          const { grundform } = umsetzungsbibliothek.lade("offline-quelle");
          return worte.map((wort) => [falte(wort), grundform({ endungen }, wort)]);
        }""",
        [worte, ENDUNGEN[sprache]],
    )
    anders = [
        (wort, paar)
        for wort, paar in zip(worte, ergebnis, strict=True)
        if paar != [falte(wort), grundform(wort, sprache)]
    ]
    assert anders == []


FRAGE = """async ([text, filter]) => {
  const quelle = umsetzungsbibliothek.lade("offline-quelle");
  const funde = await quelle.frage("../", text, filter ?? {});
  return Promise.all(funde.map(async (f) => ({ ...f, seite: (await f.data()), data: null })));
}"""


def _frage(seite: Page, ordner: str, text: str, filter_: dict[str, str] | None = None) -> Any:
    seite.goto(f"{ordner}impressum/index.html")
    return seite.evaluate(FRAGE, [text, filter_])


def test_quotation_marks_ask_for_the_word_itself(seite_offline: Page, ordner: str) -> None:
    genau = {f["id"] for f in _frage(seite_offline, ordner, '"Vertrag"')}
    weit = {f["id"] for f in _frage(seite_offline, ordner, "Vertrag")}
    assert genau
    assert genau < weit
    assert genau == {f["id"] for f in _frage(seite_offline, ordner, '"Verträge"')}


def test_best_hits_come_first_and_titles_count_most(seite_offline: Page, ordner: str) -> None:
    funde = _frage(seite_offline, ordner, "Datenschutz")
    punkte = [f["score"] for f in funde]
    assert punkte == sorted(punkte, reverse=True)
    oben = [f["matchedMetaFields"] == ["title"] for f in funde[:3]]
    assert all(oben)
    assert not all(f["matchedMetaFields"] for f in funde)


def test_filters_leave_only_their_pages(seite_offline: Page, ordner: str) -> None:
    funde = _frage(seite_offline, ordner, "Datenschutz", {"typ": "Glossar"})
    assert funde
    assert all(f["seite"]["filters"]["typ"] == ["Glossar"] for f in funde)


def test_excerpt_marks_what_was_found_and_is_escaped(seite_offline: Page, ordner: str) -> None:
    funde = _frage(seite_offline, ordner, "Zweckvereinbarung")
    assert funde
    for fund in funde[:20]:
        auszug = fund["seite"]["excerpt"]
        assert len(auszug.split()) <= 22
        marken = re.findall(r"<mark>(.*?)</mark>", auszug)
        assert bool(marken) is bool(fund["words"]), auszug
        assert all("zweckvereinbarung" in marke.lower() for marke in marken)
        assert not re.search(r"<(?!/?mark>)|&(?!amp;|lt;|gt;)", auszug)


def test_missing_file_is_an_error_and_can_be_asked_for_again(
    chromium: Browser, ordner: str
) -> None:
    kontext = chromium.new_context(offline=True)
    seite = kontext.new_page()
    seite.goto(f"{ordner}impressum/index.html")
    versuch = """async () => {
      const { holeJson } = umsetzungsbibliothek.lade("offline-umgebung");
      try { return await holeJson("../gibt-es-nicht.json"); } catch (e) { return e.message; }
    }"""
    assert "gibt-es-nicht.json.js" in seite.evaluate(versuch)
    angaben = seite.evaluate(versuch.replace("gibt-es-nicht", "suche/oberflaeche"))
    assert angaben["worte"]
    kontext.close()


@pytest.mark.parametrize(
    ("adresse", "erwartet"),
    [
        ("../massnahmen/", "../massnahmen/index.html"),
        ("file:///a/glossar/#avv", "file:///a/glossar/index.html#avv"),
        ("file:///a/suche/?q=a/", "file:///a/suche/index.html?q=a/"),
        ("file:///a/suche/index.html?q=a", "file:///a/suche/index.html?q=a"),
        ("mailto:a@b.example?subject=x/", "mailto:a@b.example?subject=x/"),
    ],
)
def test_addresses_of_pages_name_their_file(
    seite_offline: Page, ordner: str, adresse: str, erwartet: str
) -> None:
    seite_offline.goto(f"{ordner}impressum/index.html")
    ergebnis = seite_offline.evaluate(
        "(a) => umsetzungsbibliothek.lade('offline-umgebung').seitenadresse(a)", adresse
    )
    assert ergebnis == erwartet
