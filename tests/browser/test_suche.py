"""The search in Chromium: how well it finds, what it loads, how it understands questions."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.suchteile import erwarte_guete
from tests.search.gold import Antwort, guete, lies_gold
from tests.search.lauf import Suche, beantworte, frage, oeffne
from tests.search.server import Zaehler, bediene
from tests.website import Website

EIGENE = Suche("unsere", "eigene")
ERSTES_ERGEBNIS, SPAETERE = 150_000, 30_000
# The policy the site is to be served with, as far as scripts are concerned.
CSP = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' "
    "data:; connect-src 'self'; worker-src 'self'; require-trusted-types-for 'script'; "
    "trusted-types default"
)


@pytest.fixture(scope="module")
def server(website: Website, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    ordner = tmp_path_factory.mktemp("suche")
    (ordner / "site").symlink_to(website.wurzel, target_is_directory=True)
    with bediene(ordner, CSP) as (adresse, zaehler):
        yield adresse, zaehler


@pytest.fixture
def deutsch(chromium: Browser, server: tuple[str, Zaehler]) -> Iterator[Page]:
    yield from _seite(chromium, server[0], "de")


@pytest.fixture
def englisch(chromium: Browser, server: tuple[str, Zaehler]) -> Iterator[Page]:
    yield from _seite(chromium, server[0], "en")


def _seite(chromium: Browser, adresse: str, sprache: str) -> Iterator[Page]:
    kontext = chromium.new_context()
    fehler: list[str] = []
    kontext.on("console", lambda m: fehler.append(m.text) if m.type == "error" else None)
    yield oeffne(kontext, adresse, sprache, EIGENE)
    kontext.close()
    assert fehler == []


def rufe(seite: Page, modul: str, ausdruck: str, *werte: object) -> Any:
    """Call something of one of our modules: `m` is the module, `w` the values."""
    laden = f"import(new URL('assets/javascripts/{modul}.mjs', window.wurzel))"
    return seite.evaluate(
        f"async (w) => {{ const m = await {laden}; return await {ausdruck}; }}", werte
    )


SUCHE = """(async () => {
  const e = await m.suche(window.relativ, w[0], w[1] ?? {});
  return { ...e, treffer: await e.lade(0, 10), lade: null };
})()"""


def suche(seite: Page, text: str, facetten: dict[str, list[str]] | None = None) -> Any:
    return rufe(seite, "such-logik", SUCHE, text, facetten or {})


# quality ---------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def antworten(chromium: Browser, server: tuple[str, Zaehler]) -> list[Antwort]:
    return beantworte(chromium, server[0], EIGENE, lies_gold())


def test_gold_queries_find_their_pages(antworten: list[Antwort]) -> None:
    erwarte_guete(antworten)


def test_first_hits_are_good_in_both_languages(antworten: list[Antwort]) -> None:
    for sprache in ("de", "en"):
        werte = guete([a for a in antworten if a.anfrage.sprache == sprache])
        assert werte.mrr >= (0.85 if sprache == "de" else 0.75), sprache


def test_title_of_every_measure_finds_it_first(deutsch: Page, website: Website) -> None:
    daneben = []
    for karte in website.daten.bibliotheken["de"].massnahmen:
        treffer = suche(deutsch, karte.titel)["treffer"]
        if not treffer[0]["url"].endswith(f"/{karte.url}"):
            daneben.append((karte.titel, treffer[0]["url"]))
    assert daneben == []


def test_every_kennung_leads_to_its_page(deutsch: Page, website: Website) -> None:
    bib = website.daten.bibliotheken["de"]
    for karte in (*bib.massnahmen, *bib.vorlagen, *bib.szenarien):
        getippt = f"{karte.kennung[0].lower()} {int(karte.kennung[1:])}"
        ergebnis = suche(deutsch, getippt)
        assert ergebnis["sprung"]["kennung"] == karte.kennung
        assert ergebnis["sprung"]["url"].endswith(f"/{karte.url}")
        assert ergebnis["treffer"][0]["kennung"] == karte.kennung


# what is loaded --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["datenschutz", "Was kostet ein gemeinsamer ISB?", "kosten auf gemeinden verteilen"]
)
def test_first_and_later_searches_load_little(
    chromium: Browser, server: tuple[str, Zaehler], text: str
) -> None:
    adresse, zaehler = server
    kontext = chromium.new_context()
    seite = oeffne(kontext, adresse, "de", EIGENE)
    zaehler.null()
    frage(seite, EIGENE, text, 5)
    assert zaehler.bytes <= ERSTES_ERGEBNIS, zaehler.dateien
    assert not [name for name, _ in zaehler.dateien if "/worte/" in name]
    zaehler.null()
    frage(seite, EIGENE, "Zweckvereinbarung", 5)
    assert 0 < zaehler.bytes <= SPAETERE, zaehler.dateien
    kontext.close()


def test_listing_everything_leaves_the_word_index_alone(
    deutsch: Page, server: tuple[str, Zaehler]
) -> None:
    zaehler = server[1]
    zaehler.null()
    rufe(deutsch, "such-logik", "m.ladeFacetten(window.relativ)")
    ergebnis = suche(deutsch, "", {"typ": ["Maßnahme"]})
    assert ergebnis["anzahl"] == 22
    assert [t["meta"]["title"] for t in ergebnis["treffer"]]
    assert not [name for name, _ in zaehler.dateien if name.endswith(".pf_index")]


def test_vocabulary_is_small(website: Website, server: tuple[str, Zaehler], deutsch: Page) -> None:
    zaehler = server[1]
    zaehler.null()
    assert suche(deutsch, "Datenschuz")["meinten"] == "Datenschutz"
    worte = [groesse for name, groesse in zaehler.dateien if "/worte/de/" in name]
    assert len(worte) == 1
    assert worte[0] <= 5_000
    alle = (website.wurzel / "pagefind" / "worte" / "de").iterdir()
    assert sum(len(gzip.compress(datei.read_bytes())) for datei in alle) <= 40_000


def test_wrong_first_letter_is_forgiven(deutsch: Page) -> None:
    assert suche(deutsch, "Fatenschutz")["meinten"] == "Datenschutz"
    assert suche(deutsch, "Fertrag")["meinten"] == "Vertrag"


# helper words ----------------------------------------------------------------------------------


def test_helper_words_are_found_but_never_shown(deutsch: Page) -> None:
    treffer = suche(deutsch, "Homepage Schlagloch")["treffer"]
    ziel = next(t for t in treffer if "buergerinformation" in t["url"])
    assert "schlagloch" not in str(ziel).lower()
    assert not [name for t in treffer for name in t["meta"] if name.startswith("lb_")]


def test_no_loaded_file_holds_helper_words(website: Website) -> None:
    fragmente = sorted((website.wurzel / "pagefind" / "fragment").rglob("*.pf_fragment"))
    assert len(fragmente) > 300
    for datei in fragmente:
        text = _entpacke(datei).decode()
        assert '"lb_' not in text, datei.name
        assert not [zeichen for zeichen in text if "\ue000" <= zeichen <= "\uf8ff"], datei.name


def _entpacke(datei: Path) -> bytes:
    return gzip.decompress(datei.read_bytes())


# results ---------------------------------------------------------------------------------------


def test_entry_of_the_glossary_leads_to_its_place(deutsch: Page) -> None:
    urls = [t["url"] for t in suche(deutsch, "Absichtserklärung")["treffer"]]
    eintraege = [url for url in urls if "/glossar/#" in url]
    assert eintraege
    anker = eintraege[0].split("#")[1]
    deutsch.goto(urljoin(deutsch.url, eintraege[0]))
    assert deutsch.locator(f"[id='{anker}']").count() == 1


def test_facets_count_and_filter(deutsch: Page, website: Website) -> None:
    rufe(deutsch, "such-logik", "m.ladeFacetten(window.relativ)")
    alle = suche(deutsch, "Kosten")
    assert set(alle["zahlen"]) == {"typ", "handlungsfeld", "aufwand", "format"}
    assert sum(alle["zahlen"]["typ"].values()) == alle["anzahl"]
    nur = suche(deutsch, "Kosten", {"typ": ["Vorlage"], "format": ["XLSX"]})
    assert 0 < nur["anzahl"] == alle["zahlen"]["format"]["XLSX"]
    assert all("XLSX" in t["filters"]["format"] for t in nur["treffer"])
    # What is chosen in a facet does not change that facet's own numbers.
    assert nur["zahlen"]["typ"] == {
        typ: zahl if typ == "Vorlage" else 0 for typ, zahl in nur["zahlen"]["typ"].items()
    }


def test_long_questions_are_answered_by_their_words(deutsch: Page) -> None:
    ergebnis = suche(deutsch, "Warum sollen wir denn nun Akten elektronisch beschnurzeln?")
    assert ergebnis["wortweise"]
    assert "/massnahmen/e-akte-einfuehren/" in [t["url"][5:] for t in ergebnis["treffer"]][:3]
    assert not suche(deutsch, "Akten elektronisch")["wortweise"]


def test_known_words_are_never_corrected(deutsch: Page, website: Website) -> None:
    titel = [k.titel for k in website.daten.bibliotheken["de"].massnahmen]
    titel += [k.titel for k in website.daten.bibliotheken["de"].vorlagen]
    ersetzt = [(text, m) for text in titel if (m := suche(deutsch, text)["meinten"])]
    assert ersetzt == []


def naechste(seite: Page, text: str) -> Any:
    return rufe(seite, "such-nahe", "m.naechste(window.relativ, w[0])", text)


def test_nonsense_finds_nothing_and_gets_no_advice(deutsch: Page) -> None:
    assert suche(deutsch, "xyzxyzxyz")["anzahl"] == 0
    for wort in ("xyzxyzxyz", "Katzenfutter"):
        assert naechste(deutsch, wort) == {"begriffe": [], "massnahmen": []}, wort


@pytest.mark.parametrize("wort", ["Schildkrötendatenschutz", "Datenschutzqwertz"])
def test_words_with_a_known_part_get_advice(deutsch: Page, wort: str) -> None:
    rat = naechste(deutsch, wort)
    assert any("datenschutz" in m["titel"].lower() for m in rat["massnahmen"])
    assert 0 < len(rat["begriffe"]) <= 3


def test_english_search_offers_german_only_pages(englisch: Page, website: Website) -> None:
    plan = website.daten.plaene["de"]
    nur_deutsch = {s.url for s in plan.seiten if not plan.hat_uebersetzung(s)}
    treffer = suche(englisch, "Schreibfehler")["treffer"]
    deutsche = [t["url"].removeprefix("/site/") for t in treffer if t["sprache"] == "de"]
    assert deutsche
    assert set(deutsche) <= nur_deutsch
    assert {t["sprache"] for t in suche(englisch, "data protection")["treffer"]} == {"en"}


# understanding ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "kennung"),
    [
        ("M14", "M14"),
        ("m 14", "M14"),
        ("m-7", "M07"),
        ("t5", "T05"),
        ("Vorlage T2", "T02"),
        ("Maßnahme 9", "M09"),
        ("massnahme 9", "M09"),
        ("template 3", "T03"),
        ("S2", "S2"),
        ("Szenario 1", "S1"),
        ("14", None),
        ("M142", None),
        ("Artikel 28", None),
    ],
)
def test_kennung_is_understood(deutsch: Page, text: str, kennung: str | None) -> None:
    assert rufe(deutsch, "such-frage", "m.verstehe(w[0], 'de').kennung", text) == kennung


@pytest.mark.parametrize(
    ("text", "worte"),
    [
        ("Was kostet ein gemeinsamer ISB?", ["kostet", "gemeinsamer", "ISB"]),
        ("Müssen wir die E-Akte einführen?", ["E-Akte", "einführen"]),
        ("§ 73a SächsKomZG", ["73a", "SächsKomZG"]),
        ("wie", ["wie"]),
    ],
)
def test_only_words_that_matter_are_searched(deutsch: Page, text: str, worte: list[str]) -> None:
    assert rufe(deutsch, "such-frage", "m.verstehe(w[0], 'de').worte", text) == worte


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Maßnahme", "Massnahme"),
        ("Förderung", "Foerderung"),
        ("E-Akte", "eAkte"),
        ("Großpösna", "GROSSPOESNA"),
        ("Verträge", "Vertraege"),
    ],
)
def test_spellings_are_folded(deutsch: Page, a: str, b: str) -> None:
    assert rufe(deutsch, "such-frage", "m.falte(w[0]) === m.falte(w[1])", a, b)


@pytest.mark.parametrize("wort", ["Quelle", "neue", "Steuer", "Bauer"])
def test_vowels_that_only_meet_are_kept(deutsch: Page, wort: str) -> None:
    assert rufe(deutsch, "such-frage", "m.falte(w[0])", wort) == wort.lower()


@pytest.mark.parametrize(
    ("a", "b", "grenze", "abstand"),
    [
        ("datenschuz", "datenschutz", 2, 1),
        ("notfalpaln", "notfallplan", 2, 2),
        ("eingnag", "eingang", 2, 1),
        ("gleich", "gleich", 2, 0),
        ("ganz", "anders", 2, 3),
    ],
)
def test_distance_counts_swapped_letters_once(
    deutsch: Page, a: str, b: str, grenze: int, abstand: int
) -> None:
    gemessen = rufe(deutsch, "such-abstand", "m.abstand(w[0], w[1], w[2])", a, b, grenze)
    assert min(gemessen, grenze + 1) == abstand


SCHATZ = "3aVertrag\n0cwaltung\n2aKosten\n1gschlüssel\n1aSchlüssel\n0aVerteilung\n4aSteuer"
LIES = "(await import(new URL('assets/javascripts/such-wortschatz.mjs', window.wurzel))).lies(w[0])"
MEINTEN = f"((l) => m.meinten(async () => l, w[1]))({LIES}).then((g) => g?.eintrag.form ?? null)"


@pytest.mark.parametrize(
    ("wort", "gemeint"),
    [("Vertrak", "Vertrag"), ("Schlüsel", "Schlüssel"), ("Kosten", None), ("Steur", "Steuer")],
)
def test_typing_errors_find_the_likeliest_word(
    deutsch: Page, wort: str, gemeint: str | None
) -> None:
    assert rufe(deutsch, "such-woerter", MEINTEN, SCHATZ, wort) == gemeint


def test_unknown_compounds_fall_into_known_words(deutsch: Page) -> None:
    zerteile = f"((l) => m.zerteile(async () => l, w[1], w[2]))({LIES})"
    assert rufe(deutsch, "such-woerter", zerteile, SCHATZ, "Steuerverteilung", False) == [
        "Steuer",
        "Verteilung",
    ]
    assert rufe(deutsch, "such-woerter", zerteile, SCHATZ, "Steuerverteilnug", False) is None
    assert rufe(deutsch, "such-woerter", zerteile, SCHATZ, "Vertragsschlüsel", True) == [
        "Vertrag",
        "Schlüssel",
    ]
