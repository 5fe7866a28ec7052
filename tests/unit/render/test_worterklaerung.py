"""Terms explained in place."""

from __future__ import annotations

import re

import pytest

from leitfaden.model.verzeichnisse import Glossareintrag
from leitfaden.render.worterklaerung import HOECHSTENS_JE_SEITE, erklaere
from leitfaden.texts import texte_von
from leitfaden.views.begriffe import Begriffsverzeichnis
from leitfaden.views.karte import Karte


def _karte(satz_id: str, begriff: str, definition: str = "Erklärung.") -> Karte:
    felder = {"definition": definition, "beleglage": "eigene-herleitung"}
    satz = Glossareintrag(id=satz_id, begriff=begriff, **felder)
    return Karte("glossareintrag", satz, f"glossar/#{satz_id}", "de")


VERZEICHNIS = Begriffsverzeichnis(
    [_karte("umlage", "Umlage", "Geld der Mitglieder & mehr."), _karte("akte", "E-Akte")], "de", {}
)


def _erklaert(html: str, eigene: frozenset[str] = frozenset()) -> str:
    return erklaere(html, VERZEICHNIS, eigene, texte_von("de"), "../../")


def _knoepfe(html: str) -> list[tuple[str, str]]:
    return re.findall(r'class="lb-wort" popovertarget="wort-([a-z-]+)">([^<]*)</button>', html)


def test_first_use_of_a_section_becomes_a_button_with_its_explanation() -> None:
    html = _erklaert("<h2>A</h2><p>Die Umlagen und die Umlage.</p><h2>B</h2><p>Umlage, E-Akte</p>")
    assert _knoepfe(html) == [("umlage", "Umlagen"), ("umlage", "Umlage"), ("akte", "E-Akte")]
    assert html.count('id="wort-umlage"') == 1
    fenster = html[html.index('<div class="lb-worte"') :]
    assert "data-pagefind-ignore" in fenster
    assert "Geld der Mitglieder &amp; mehr." in fenster
    assert 'href="../../glossar/#umlage"' in fenster
    assert "popover " in fenster


def test_text_without_terms_stays_as_it_is() -> None:
    html = "<p>Nichts zu erklären &amp; <b>gut</b></p>\n<!-- Umlage -->"
    assert _erklaert(html) == html


@pytest.mark.parametrize(
    "html",
    [
        '<a href="x/">Umlage</a>',
        "<h3>Umlage</h3>",
        "<button>Umlage</button>",
        "<code>Umlage</code>",
        "<table><caption>Umlage</caption><tr><th>Umlage</th></tr></table>",
        "<dl><dt>Umlage</dt></dl>",
        "<figure><svg><text>Umlage</text></svg><figcaption>Umlage</figcaption></figure>",
        "<nav><ul><li>Umlage</li></ul></nav>",
        '<section class="x" data-pagefind-ignore><div><p>Umlage</p></div></section>',
        '<span lang="en">Umlage</span>',
        '<section class="lb-quellen"><ol><li>Umlage</li></ol></section>',
        '<p title="Umlage">x</p>',
    ],
)
def test_calm_parts_stay_calm_and_text_after_them_is_explained(html: str) -> None:
    assert _knoepfe(_erklaert(html)) == []
    assert _knoepfe(_erklaert(f"{html}<p>Umlage</p>")) == [("umlage", "Umlage")]


def test_locked_part_ends_with_its_own_end_tag() -> None:
    html = "<div data-pagefind-ignore><div>Umlage</div>Umlage</div><div>Umlage</div>"
    assert _erklaert(html).startswith(html[:-12] + "<button")


def test_link_to_the_glossary_counts_as_explanation() -> None:
    link = '<a class="lb-begriff" href="../../glossar/#umlage">Umlagen</a>'
    assert _knoepfe(_erklaert(f"<p>{link} und Umlage</p>")) == []
    assert _knoepfe(_erklaert(f"<p>{link}</p><h2>B</h2><p>Umlage</p>")) == [("umlage", "Umlage")]


def test_a_term_is_explained_at_most_a_few_times_and_never_on_its_own_page() -> None:
    html = "".join(f"<h2>{n}</h2><p>Umlage</p>" for n in range(6))
    assert len(_knoepfe(_erklaert(html))) == HOECHSTENS_JE_SEITE
    assert _erklaert(html, frozenset({"umlage"})) == html
