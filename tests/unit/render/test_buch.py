"""The book as HTML: every link leads somewhere, headings have no gaps, sources have numbers."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest

from leitfaden.engines.kapiteldruck import kapiteltext, kapiteltexte
from leitfaden.render.buch import Druckangaben, rendere_buch, rendere_heft
from leitfaden.render.buchverweise import SEITE, Verweise
from leitfaden.texts import texte_von
from leitfaden.views.bibliothek import Bibliothek
from leitfaden.views.buch import Buchbau
from leitfaden.views.seitenplan import Seitenplan
from tests.site.html import lies_html

ADRESSE = "https://bibliothek.test/"
Rendern = Callable[[str], str]


@pytest.fixture(scope="module")
def buch(bibliotheken: dict[str, Bibliothek]) -> Rendern:
    def rendere(sprache: str) -> str:
        plan = Seitenplan(bibliotheken[sprache])
        buch = Buchbau(plan).leitfaden()
        angaben = Druckangaben(ADRESSE, "Gemeinde Muster", "abc123")
        boegen = rendere_buch(buch, kapiteltexte(plan, buch), angaben)
        return "\n".join(bogen.html for bogen in boegen)

    return rendere


@pytest.fixture(scope="module")
def heft(bibliotheken: dict[str, Bibliothek]) -> str:
    plan = Seitenplan(bibliotheken["de"])
    buch = Buchbau(plan).einzeln(plan.seite("massnahmen/status-quo-ermitteln/"))
    return rendere_heft(buch, Druckangaben(ADRESSE, "Gemeinde Muster", "abc123", ganz=False))


@pytest.mark.parametrize("sprache", ["de", "en"])
def test_every_link_has_its_target(buch: Rendern, sprache: str) -> None:
    html = buch(sprache)
    assert SEITE not in html
    seite = lies_html(html)
    assert len(set(seite.ids)) == len(seite.ids)
    ziele = {ziel[1:] for ziel in seite.links() if ziel.startswith("#")}
    assert ziele - set(seite.ids) == set()
    assert {"massnahmen-status-quo-ermitteln", "beleg-1"} <= ziele


@pytest.mark.parametrize("sprache", ["de", "en"])
def test_headings_have_no_gap(buch: Rendern, sprache: str) -> None:
    stufen = [stufe for stufe, _ in lies_html(buch(sprache)).ueberschriften]
    assert stufen[0] == 1
    assert all(tiefer <= hoeher + 1 for hoeher, tiefer in pairwise(stufen))


def test_a_booklet_starts_with_its_title_and_links_to_the_site(heft: str) -> None:
    seite = lies_html(heft)
    assert seite.ueberschriften[0] == (1, "Gemeinsame Status-quo-Ermittlung")
    stufen = [stufe for stufe, _ in seite.ueberschriften]
    assert all(tiefer <= hoeher + 1 for hoeher, tiefer in pairwise(stufen))
    extern = [ziel for ziel in seite.links() if ziel.startswith(ADRESSE)]
    assert f"{ADRESSE}vorlagen/it-liste/" in extern
    assert f"{ADRESSE}m02/" in extern


def test_german_parts_of_the_english_book_say_so(buch: Rendern) -> None:
    html = buch("en")
    assert lies_html(html).sprache == "en"
    deutsch = re.findall(r'<article class="satz satz--massnahme[^"]*" lang="de">', html)
    assert len(deutsch) == 2, "two of three measures have no translation"


def test_what_the_book_says_about_itself(buch: Rendern) -> None:
    text = lies_html(buch("de")).text
    for angabe in ("22.11.2026", "abc123", "CC BY 4.0", "Gemeinde Muster"):
        assert angabe in text


def test_a_booklet_is_not_made_again_for_every_commit(heft: str) -> None:
    assert "abc123" not in heft


def test_links_on_paper() -> None:
    verweise = Verweise(
        {"massnahmen/x/": "massnahmen-x", "glossar/#ikz": "glossareintrag-ikz"},
        {"https://ssg.test/": 7},
        ADRESSE,
        texte_von("de"),
    )

    def gesetzt(html: str) -> str:
        return verweise.setze(html)

    assert gesetzt('<a href="seite:massnahmen/x/">M</a>') == (
        '<a class="qv" href="#massnahmen-x">M</a>'
    )
    assert gesetzt('<a class="lb-begriff" href="seite:glossar/#ikz">IKZ</a>') == (
        '<a class="lb-begriff" href="#glossareintrag-ikz">IKZ</a>'
    )
    assert 'href="#massnahmen-x"' in gesetzt('<a href="seite:massnahmen/x/#schritte">M</a>')
    assert gesetzt('<a href="seite:impressum/">I</a>') == (f'<a href="{ADRESSE}impressum/">I</a>')
    assert gesetzt('<a href="https://ssg.test/" rel="external">SSG</a>').endswith(
        '<a class="beleg" href="#beleg-7" title="Quelle 7">[7]</a>'
    )
    assert gesetzt('<a href="https://fremd.test/">F</a>') == '<a href="https://fremd.test/">F</a>'


def test_a_number_keeps_its_distance_from_the_words() -> None:
    verweise = Verweise({}, {"https://ssg.test/": 7}, ADRESSE, texte_von("de"))
    assert "</a> <a" in verweise.setze('(<a href="https://ssg.test/">SSG</a>)')


def test_headings_in_the_margin_have_text_beside_them(
    bibliotheken: dict[str, Bibliothek],
) -> None:
    """A macro that prints nothing, such as the list of a chapter, leaves no empty section."""
    plan = Seitenplan(bibliotheken["de"])
    kapitel = plan.seite("glossar/").kapitel
    assert kapitel is not None
    text = '## Vorab\n\nText.\n\n## Alle Links\n\n{{ auswahl("links") }}\n\n## Danach\n\nText.\n'
    html = kapiteltext(replace(kapitel, inhalt=text), plan.bib)
    assert re.findall(r"<h3[^>]*>([^<]*)</h3>", html) == ["Vorab", "Danach"]
    assert html.count("<section>") == 2
    assert "<p></p>" not in html


def test_figures_of_a_source_name_its_number_only(buch: Rendern) -> None:
    html = buch("de")
    beispiel = html[html.index("satz--praxisbeispiel") :]
    zahl = re.search(r'<th scope="row">[^<]*\d[^<]*</th><td>(.*?)</td>', beispiel)
    assert zahl is not None
    assert re.fullmatch(r'[^<]* <a class="beleg" href="#beleg-\d+">\[\d+\]</a>', zahl[1]), zahl[1]


def test_times_of_a_way_end_before_its_marks(buch: Rendern) -> None:
    bilder = re.findall(r'<figure class="bild bild--weg">.*?</figure>', buch("de"), re.DOTALL)
    assert bilder
    for bild in bilder:
        ende = [float(x) for x in re.findall(r'x="(\d+)"[^>]*text-anchor="end"', bild)]
        marken = [float(x) for x in re.findall(r'<rect[^>]* x="(\d+)"', bild)]
        assert len(ende) == len(marken)
        assert all(x + 6 <= marke for x, marke in zip(ende, marken, strict=True))
