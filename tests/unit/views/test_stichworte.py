"""The word index of the offline edition."""

from __future__ import annotations

import json
from typing import Any

import pytest

from leitfaden.views import stichworte
from leitfaden.views.stichworte import BLOCK, TEILE, Stichwortregister, Suchblatt, falte, grundform


def blatt(url: str, text: str, **meta: str) -> Suchblatt:
    return Suchblatt(url, meta, {"typ": ("Glossar",)}, ((1, text),), text)


def dateien(*blaetter: Suchblatt, sprache: str = "de") -> dict[str, Any]:
    register = Stichwortregister(sprache)
    for eines in blaetter:
        register.nimm(eines)
    return {name: json.loads(text) for name, text in register.dateien()}


@pytest.mark.parametrize(
    ("wort", "gefaltet"),
    [
        ("Maßnahme", "massnahme"),
        ("Foerderung", "forderung"),
        ("Förderung", "forderung"),
        ("E-Akte", "eakte"),
        ("Steuer", "steuer"),
        ("neue", "neue"),
        ("Café", "cafe"),
    ],
)
def test_spellings_are_folded(wort: str, gefaltet: str) -> None:
    assert falte(wort) == gefaltet


@pytest.mark.parametrize(
    ("formen", "sprache"),
    [
        (("Vertrag", "Verträge", "Vertrages", "Vertraegen"), "de"),
        (("Beratung", "Beratungen", "beraten"), "de"),
        (("Amt",), "de"),
        (("agreement", "agreements"), "en"),
        (("cooperation", "cooperate", "cooperating"), "en"),
    ],
)
def test_forms_of_a_word_are_one(formen: tuple[str, ...], sprache: str) -> None:
    assert len({grundform(form, sprache) for form in formen}) == 1


def test_short_words_keep_their_ending() -> None:
    assert grundform("Amtes", "de") == "amtes"[:4]
    assert grundform("Amt", "de") == "amt"


def test_pages_have_numbers_in_order_of_their_address() -> None:
    fertig = dateien(blatt("b/", "zwei"), blatt("a/", "eins"))
    assert [seite["url"] for seite in fertig["seiten-1"]] == ["a/", "b/"]
    assert fertig["verzeichnis"]["laengen"] == [1, 1]
    assert fertig["worte-1"] == {"eins": [0, 32], "zwei": [1, 32]}


def test_index_does_not_depend_on_the_order_of_reading() -> None:
    eines, anderes = blatt("a/", "Vertrag und Kosten"), blatt("b/", "Kosten", title="Vertrag")
    assert dateien(eines, anderes) == dateien(anderes, eines)


def test_entry_counts_the_text_and_names_the_other_parts() -> None:
    seite = Suchblatt(
        "a/",
        {"title": "Vertrag", "lb_fern": "vertrag kosten"},
        {},
        ((7, "Vertrag."), (1, "Der Vertrag gilt.")),
        "Vertrag. Der Vertrag gilt.",
    )
    worte = dateien(seite)["worte-1"]
    assert worte["vertrag"] == [0, 8 * 32 + TEILE["title"] + TEILE["lb_fern"]]
    assert worte["kost"] == [0, TEILE["lb_fern"]]


def test_word_with_hyphen_is_found_whole_and_by_its_parts() -> None:
    worte = dateien(blatt("a/", "Die IT-Sicherheit"))["worte-1"]
    assert {"itsicher", "it", "sicher"} <= set(worte)


def test_helper_words_are_never_handed_out() -> None:
    fertig = dateien(blatt("a/", "Text", title="Titel", lb_kern="geheim"))
    assert "geheim" in fertig["worte-1"]
    assert fertig["seiten-1"][0]["meta"] == {"title": "Titel"}


def test_files_stay_small_and_words_sorted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stichworte, "WORTDATEI", 60)
    fertig = dateien(*(blatt(f"{n:02}/", f"wort{n:02}x gemeinsam") for n in range(2 * BLOCK + 1)))
    wortdateien = [
        list(fertig[f"worte-{n + 1}"]) for n in range(len(fertig["verzeichnis"]["worte"]))
    ]
    assert len(wortdateien) > 3
    alle = [wort for datei in wortdateien for wort in datei]
    assert alle == sorted(alle)
    assert fertig["verzeichnis"]["worte"] == [datei[0] for datei in wortdateien]
    assert [len(fertig[f"seiten-{n}"]) for n in (1, 2, 3)] == [BLOCK, BLOCK, 1]


def test_filters_hold_distances_from_page_to_page() -> None:
    seiten = [
        Suchblatt(
            f"{n}/", {}, {"typ": ("Link",) if n in (1, 4) else ("Glossar",)}, ((1, "x"),), "x"
        )
        for n in range(5)
    ]
    fertig = dateien(*seiten)
    assert fertig["filter-typ"] == {"Glossar": [0, 2, 1], "Link": [1, 3]}
    assert fertig["verzeichnis"]["filter"] == ["typ"]


def test_empty_language_has_an_index() -> None:
    assert dateien()["verzeichnis"]["worte"] == []
