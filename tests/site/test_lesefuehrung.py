"""The finished site: openings, order and depth of measures, explained terms, sources."""

from __future__ import annotations

import gzip
import re
from collections import Counter

import pytest

from leitfaden.checks.kapitel import OHNE_EINSTIEG
from leitfaden.model.felder_kunde import texte
from leitfaden.model.kapitel import HANDBUCH
from leitfaden.render.abschnitte import ABSCHNITTE
from leitfaden.render.worterklaerung import HOECHSTENS_JE_SEITE
from leitfaden.views.anker import RAHMENANKER, WORTANKER, ueberschriften
from leitfaden.views.detail import NUR_FUER
from tests.site.html import gefaltet, lies_html
from tests.site.test_seiten import ANZAHL
from tests.website import Website

pytestmark = pytest.mark.site


def _ohne_einstieg(plan_seite: object) -> bool:
    """Pages that need no opening: ways in, what the law demands, the handbook, lists."""
    kapitel = getattr(plan_seite, "kapitel", None)
    if kapitel is None:
        return getattr(plan_seite, "art", "") == "liste"
    return kapitel.pfad in OHNE_EINSTIEG or kapitel.pfad.startswith(HANDBUCH)


def test_every_page_opens_with_three_sentences_and_the_next_step(website: Website) -> None:
    gesehen = 0
    for sprache, plan in website.daten.plaene.items():
        for plan_seite in plan.seiten:
            if _ohne_einstieg(plan_seite):
                continue
            gesehen += 1
            seite = website.seite(plan_seite.url if sprache == "de" else f"en/{plan_seite.url}")
            einstieg = seite.roh.split('<div class="lb-einstieg ')[1]
            drei, _, danach = einstieg.partition("</ol>")
            assert 'id="in-drei-saetzen"' in drei, plan_seite.url
            assert drei.count("<li>") == 3, plan_seite.url
            schritt = danach.partition("</section>")[2].partition("</section>")[0]
            assert 'id="naechster-schritt"' in schritt, plan_seite.url
            assert re.search(r"<p>.*\w", schritt), plan_seite.url
            # Nothing but the head of the page stands before it.
            stufen = re.findall(r"<h([1-6])", seite.roh.split('id="in-drei-saetzen"')[0])
            assert stufen == ["1", "2"], plan_seite.url
    assert gesehen > 2 * sum(ANZAHL.values())


def test_measures_have_their_sections_in_one_order(website: Website) -> None:
    reihenfolge = [a.anker for a in ABSCHNITTE["massnahme"]]
    immer = [a.anker for a in ABSCHNITTE["massnahme"] if not a.feld]
    for satz_id in website.daten.ladung.katalog.massnahmen:
        for wurzel in ("", "en/"):
            roh = website.seite(f"{wurzel}massnahmen/{satz_id}/").roh
            gefunden = [i for i in re.findall(r'<h2 id="([a-z-]+)"', roh) if i in reihenfolge]
            assert gefunden == [a for a in reihenfolge if a in gefunden]
            assert set(immer) <= set(gefunden), satz_id
            for ziel in ("entscheiden", "umsetzen"):
                assert roh.count(f'href="#{ziel}" data-ansicht="{ziel}"') == 1
                assert f'id="{ziel}"' in roh


def test_folded_texts_are_those_the_reading_time_leaves_out(website: Website) -> None:
    """What the template marks for one role and what the view counts for it are the same."""
    for satz in website.daten.ladung.katalog.massnahmen.values():
        roh = website.seite(f"massnahmen/{satz.id}/").roh
        for rolle, felder in NUR_FUER.items():
            teile = re.split(rf'data-tiefe="{rolle}"[^>]*>', roh)[1:]
            markiert = gefaltet(" ".join(lies_html(t.split("<h2")[0]).text for t in teile))
            for pfad, text in texte(satz):
                feld = ".".join(str(teil) for teil in pfad if not isinstance(teil, int))
                if feld in felder or pfad[0] in felder:
                    if feld == "einwaende.einwand":
                        continue  # the objection stays, its answer is folded
                    assert gefaltet(text) in markiert, f"{satz.id} {pfad}"


def test_terms_are_explained_without_getting_into_the_way(website: Website) -> None:
    erklaert = 0
    for pfad, seite in website.seiten.items():
        knoepfe = Counter(
            attr["popovertarget"]
            for tag, attr in seite.attribute
            if tag == "button" and attr.get("class") == "lb-wort"
        )
        fenster = [attr["id"] for tag, attr in seite.attribute if "popover" in attr]
        assert sorted(knoepfe) == sorted(fenster), pfad
        assert max(knoepfe.values(), default=0) <= HOECHSTENS_JE_SEITE, pfad
        assert not re.search(
            r"<(a|h[1-6]|button|th|dt|caption)\b[^>]*>[^<]*<button class", seite.roh
        )
        erklaert += bool(knoepfe)
        if pfad.endswith(("glossar/index.html", "suche/index.html")) or "/mitwirken/" in pfad:
            assert not knoepfe, pfad
        if fenster:
            hinweis = seite.roh.index('<div class="lb-worte"')
            assert "data-pagefind-ignore" in seite.roh[hinweis : hinweis + 60]
    ohne_listen = [
        s for s in website.seiten.values() if '<body class="lb-seite--liste"' not in s.roh
    ]
    assert erklaert > len(ohne_listen) / 3 > 50


def test_a_page_does_not_explain_what_it_is_about(website: Website) -> None:
    seite = website.seite("massnahmen/informationssicherheit/")
    titel = next(text for stufe, text in seite.ueberschriften if stufe == 1)
    eigene = website.daten.bibliotheken["de"].begriffe("de").in_text(titel)
    assert eigene
    assert not [i for i in eigene if f'id="wort-{i}"' in seite.roh]


def test_frame_anchors_are_those_chapters_must_not_use(website: Website) -> None:
    """All ids of a chapter page but those of its own headings and of explained terms."""
    seite = website.seite("recht/")
    kapitel = website.daten.plaene["de"].seite("recht/").kapitel
    assert kapitel is not None
    eigene = {anker for _, anker, _ in ueberschriften(kapitel.inhalt.split("\n"))}
    assert eigene <= set(seite.ids)
    assert {i for i in seite.ids if not i.startswith(WORTANKER)} - eigene == RAHMENANKER


def test_sources_are_external_and_in_their_own_language(website: Website) -> None:
    quellen = website.daten.ladung.katalog.quellen
    adressen = {q.url: q for q in quellen.values() if q.url}
    deutsch_in_englisch = 0
    for pfad, seite in website.seiten.items():
        bereich_englisch = pfad.startswith("en/") and "lb-ersatz" not in seite.roh
        for tag, attr in seite.attribute:
            quelle = adressen.get(attr.get("href", ""))
            if tag != "a" or quelle is None:
                continue
            assert attr.get("rel") == "external", f"{pfad}: {quelle.id}"
            if bereich_englisch and "lb-begriff" not in attr.get("class", ""):
                soll = None if quelle.sprache == "en" else "de"
                assert attr.get("lang") in (soll, None) or pfad == "en/links/index.html"
                deutsch_in_englisch += attr.get("lang") == "de"
    assert deutsch_in_englisch > 100


def test_explanations_of_terms_are_not_searched(website: Website) -> None:
    """Neither found nor quoted: the definition of a term belongs to the glossary."""
    knoepfe = {website.daten.bibliotheken[s].texte["glossar.im_glossar"] for s in ("de", "en")}
    wort = "(SSG, 2025)"  # the first word of this remark is explained in place
    inhalte = [
        gzip.decompress(p.read_bytes()).decode("utf-8")
        for p in (website.wurzel / "pagefind" / "fragment").rglob("*.pf_fragment")
    ]
    assert inhalte
    assert not [i for i in inhalte if any(knopf in i for knopf in knoepfe)]
    assert [i for i in inhalte if wort in i]
