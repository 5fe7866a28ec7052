"""The finished site: every page there, whole, linked, in the right language."""

from __future__ import annotations

import gzip
import re
from collections import Counter
from itertools import pairwise
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

import pytest

from leitfaden.checks.kapitel import OHNE_EINSTIEG
from leitfaden.model.felder_kunde import texte
from leitfaden.model.kapitel import HANDBUCH
from leitfaden.model.typen import TYP_VON_NAME
from leitfaden.render.abschnitte import ABSCHNITTE
from leitfaden.render.worterklaerung import HOECHSTENS_JE_SEITE
from leitfaden.views.anker import RAHMENANKER, WORTANKER, ueberschriften
from leitfaden.views.bibliothek import SEITENTYPEN
from leitfaden.views.detail import NUR_FUER
from tests.site.html import lies_html
from tests.website import Website

pytestmark = pytest.mark.site

ANZAHL = {"massnahme": 22, "handlungsfeld": 4, "praxisbeispiel": 3, "szenario": 3, "vorlage": 33}


def _ziel(seite: str, verweis: str) -> tuple[str, str]:
    """Resolve a relative address against the path of a page; returns (file, fragment)."""
    teile = urlsplit(verweis)
    if not teile.path:
        return seite, unquote(teile.fragment)
    ordner = PurePosixPath(seite).parent
    pfad: list[str] = []
    for teil in (ordner / unquote(teile.path)).parts:
        if teil == "..":
            assert pfad, f"{seite}: {verweis} leads out of the site"
            pfad.pop()
        elif teil != ".":
            pfad.append(teil)
    datei = "/".join(pfad)
    if teile.path.endswith(("/", ".", "..")) or teile.path in (".", ".."):
        datei = f"{datei}/index.html" if datei else "index.html"
    return datei, unquote(teile.fragment)


def test_every_record_has_its_page_in_both_languages(website: Website) -> None:
    katalog = website.daten.ladung.katalog
    for typ, anzahl in ANZAHL.items():
        assert len(katalog.von(typ)) >= anzahl
    for typ in SEITENTYPEN:
        for satz_id in katalog.von(typ):
            for wurzel in ("", "en/"):
                assert (
                    f"{wurzel}{TYP_VON_NAME[typ].mehrzahl}/{satz_id}/index.html" in website.seiten
                )


def test_real_input_is_complete(website: Website) -> None:
    katalog = website.daten.ladung.katalog
    assert len(katalog.links) >= 100
    assert len(katalog.glossar) >= 40
    assert sorted(m.kennung for m in katalog.massnahmen.values()) == [
        f"M{n:02}" for n in range(1, 23)
    ]
    assert sorted(v.kennung for v in katalog.vorlagen.values()) == [
        f"T{n:02}" for n in range(1, 34)
    ]


def _gefaltet(text: str) -> str:
    return re.sub(r"[\s\u00ad*\-0-9.]+", "", re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text))


# Search words are for the index, the short text of the example list is not.
NICHT_AUF_DER_SEITE = ("schlagworte",)


@pytest.mark.parametrize("typ", SEITENTYPEN)
def test_every_text_of_a_record_stands_on_its_page(website: Website, typ: str) -> None:
    katalog = website.daten.ladung.katalog
    for satz in katalog.von(typ).values():
        auf_seite = _gefaltet(website.seite(f"{TYP_VON_NAME[typ].mehrzahl}/{satz.id}/").text)
        for pfad, text in texte(satz):
            if pfad[0] not in NICHT_AUF_DER_SEITE:
                assert _gefaltet(text) in auf_seite, f"{typ} {satz.id} {pfad}: {text[:80]}"


def test_internal_links_and_anchors_resolve(website: Website) -> None:
    vorhanden = {
        p.relative_to(website.wurzel).as_posix() for p in website.wurzel.rglob("*") if p.is_file()
    }
    ids = {pfad: set(seite.ids) for pfad, seite in website.seiten.items()}
    tot = []
    for pfad, seite in website.seiten.items():
        for verweis in seite.verweise:
            if urlsplit(verweis).scheme or verweis.startswith("//") or pfad == "404.html":
                continue
            datei, anker = _ziel(pfad, verweis)
            if datei not in vorhanden:
                tot.append(f"{pfad}: {verweis} → {datei}")
            elif anker and datei in ids and anker not in ids[datei]:
                tot.append(f"{pfad}: {verweis} (Anker fehlt)")
    assert tot == []


def test_404_links_resolve_from_any_depth(website: Website) -> None:
    for verweis in website.seiten["404.html"].verweise:
        assert verweis.startswith(("/", "#", "https://")), verweis
        if verweis.startswith("/"):
            ziel = urlsplit(verweis).path.lstrip("/")
            datei = website.wurzel / (
                f"{ziel}index.html" if not ziel or ziel.endswith("/") else ziel
            )
            assert datei.is_file(), verweis


def test_pages_show_no_source_code(website: Website) -> None:
    zeichen = re.compile(
        r"\{\{|\{%|\*\*|\]\(|^\s*[-*] |wzxhzdk|leitfaden-html|^#{1,4} ", re.MULTILINE
    )
    for pfad, seite in website.seiten.items():
        if "/mitwirken/" in f"/{pfad}" or "/entwicklung/" in f"/{pfad}":
            continue  # the handbook shows source code on purpose
        treffer = zeichen.search(seite.text)
        assert treffer is None, f"{pfad}: {seite.text[treffer.start() - 40 : treffer.end() + 40]!r}"


def test_headings_titles_and_ids(website: Website) -> None:
    titel: dict[str, Counter[str]] = {"de": Counter(), "en": Counter()}
    for pfad, seite in website.seiten.items():
        if seite.meta("robots") == "noindex" and seite.link("canonical") == "./":
            continue
        stufen = [stufe for stufe, _ in seite.ueberschriften]
        if "<meta http-equiv" in seite.roh and not stufen:
            continue  # a page that only leads on
        assert stufen.count(1) == 1, pfad
        for vorher, nachher in pairwise(stufen):
            assert nachher <= vorher + 1, f"{pfad}: h{vorher} is followed by h{nachher}"
        assert all(text.strip() for _, text in seite.ueberschriften), pfad
        assert len(seite.ids) == len(set(seite.ids)), f"{pfad}: {Counter(seite.ids).most_common(2)}"
        if seite.meta("robots") is None:
            titel["en" if pfad.startswith("en/") else "de"][seite.titel.strip()] += 1
    for sprache, zaehler in titel.items():
        assert [t for t, n in zaehler.items() if n > 1] == [], sprache


def test_relations_stand_on_both_ends(website: Website) -> None:
    katalog = website.daten.ladung.katalog
    paare: list[tuple[str, str]] = []
    for m in katalog.massnahmen.values():
        eigene = f"massnahmen/{m.id}/"
        paare.append((eigene, f"handlungsfelder/{m.handlungsfeld}/"))
        paare += [(eigene, f"massnahmen/{v}/") for v in m.voraussetzungen]
        paare += [(eigene, f"vorlagen/{v}/") for v in m.vorlagen]
    for b in katalog.praxisbeispiele.values():
        paare += [(f"praxisbeispiele/{b.id}/", f"massnahmen/{m}/") for m in b.massnahmen]
        paare += [(f"praxisbeispiele/{b.id}/", f"szenarien/{s}/") for s in b.szenarien]
    for s in katalog.szenarien.values():
        paare += [(f"szenarien/{s.id}/", f"massnahmen/{w.massnahme}/") for w in s.weg]
        for block in s.erste_90_tage:
            paare += [(f"szenarien/{s.id}/", f"vorlagen/{v}/") for v in block.vorlagen]
    for eine, andere in paare:
        for von, nach in ((eine, andere), (andere, eine)):
            ziele = {
                _ziel(f"{von}index.html", v)[0] for v in website.seite(von).links() if ":" not in v
            }
            assert f"{nach}index.html" in ziele, f"{von} does not lead to {nach}"


def test_links_and_glossary_name_their_measures(website: Website) -> None:
    katalog = website.daten.ladung.katalog
    for liste, feld in (("links/", "links"), ("glossar/", "glossar")):
        ziele = {
            _ziel(f"{liste}index.html", v)[0] for v in website.seite(liste).links() if ":" not in v
        }
        for m in katalog.massnahmen.values():
            if getattr(m, feld):
                assert f"massnahmen/{m.id}/index.html" in ziele


def test_language_switch_stays_on_the_page(website: Website) -> None:
    for pfad, seite in website.seiten.items():
        wechsel = [
            attr["href"]
            for tag, attr in seite.attribute
            if tag == "a" and attr.get("rel") == "alternate" and "hreflang" in attr
        ]
        if pfad == "404.html" or not wechsel:
            assert pfad == "404.html" or 'http-equiv="refresh"' in seite.roh, pfad
            continue
        gegenstueck = pfad.removeprefix("en/") if pfad.startswith("en/") else f"en/{pfad}"
        if "glossar/buchstabe/" in pfad:  # other terms begin with the letter in English
            gegenstueck = f"{gegenstueck.partition('buchstabe/')[0]}index.html"
            assert seite.roh.count('hreflang="') == 1, pfad
        assert {_ziel(pfad, w)[0] for w in wechsel} == {gegenstueck}, pfad


def test_untranslated_page_is_german_in_an_english_frame(website: Website) -> None:
    bib = website.daten.bibliotheken["en"]
    ersatz = [s for s in website.daten.plaene["en"].seiten if s.inhaltssprache == "de"]
    verzeichnis = (website.wurzel / "sitemap.xml").read_text(encoding="utf-8")
    for plan_seite in ersatz:
        seite = website.seite(f"en/{plan_seite.url}")
        assert seite.sprache == "en"
        assert bib.texte["seite.nur_deutsch"] in " ".join(seite.text.split())
        assert any(
            attr.get("lang") == "de" and "lb-rumpf" in attr.get("class", "")
            for _, attr in seite.attribute
        )
        assert "noindex" in (seite.meta("robots") or "")
        assert (seite.link("canonical") or "").endswith(f"/{plan_seite.url}")
        assert "/en/" not in (seite.link("canonical") or "")
        assert f"/en/{plan_seite.url}<" not in verzeichnis
        assert "data-pagefind-body" not in seite.roh


def test_only_real_content_is_indexed(website: Website) -> None:
    for sprache, plan in website.daten.plaene.items():
        vorsatz = "" if sprache == "de" else "en/"
        for plan_seite in plan.seiten:
            seite = website.seite(f"{vorsatz}{plan_seite.url}")
            kopf = plan_seite.kapitel.kopf if plan_seite.kapitel else None
            soll = (
                plan_seite.art != "liste"
                and plan_seite.inhaltssprache == sprache
                and plan_seite.url not in ("", "suche/")
                and (kopf is None or kopf.im_suchindex)
            )
            assert ("data-pagefind-body" in seite.roh) is soll, f"{sprache} {plan_seite.url}"


def test_no_page_talks_to_others_or_runs_inline_code(website: Website) -> None:
    for pfad, seite in website.seiten.items():
        for tag, attr in seite.attribute:
            laden = attr.get("src") or (attr.get("href") if tag == "link" else None)
            if (
                laden
                and tag != "a"
                and not (tag == "link" and attr.get("rel") in ("canonical", "alternate"))
            ):
                assert not urlsplit(laden).scheme or laden.startswith("data:"), f"{pfad}: {laden}"
            assert not [n for n in attr if n.startswith("on")], pfad
            assert "style" not in attr, f"{pfad}: <{tag} style>"
            if tag == "script":
                assert "src" in attr or attr.get("type") == "application/ld+json", pfad


def test_table_headers_have_a_scope(website: Website) -> None:
    for pfad, seite in website.seiten.items():
        assert all(attr.get("scope") for tag, attr in seite.attribute if tag == "th"), pfad
        if "lb-kapitel" not in seite.roh:
            continue  # record pages wrap wide tables only; narrow ones always fit
        tabellen = sum(tag == "table" for tag, _ in seite.attribute)
        regionen = sum("lb-tabelle" in attr.get("class", "") for _, attr in seite.attribute)
        assert tabellen == regionen, pfad


def test_every_content_page_can_be_improved(website: Website) -> None:
    for sprache, plan in website.daten.plaene.items():
        for plan_seite in plan.seiten:
            if plan_seite.url in ("", "suche/") or plan_seite.art == "liste":
                continue
            seite = website.seite(plan_seite.url if sprache == "de" else f"en/{plan_seite.url}")
            texte = website.daten.bibliotheken[sprache].texte
            assert texte["bearbeiten"] in seite.text, plan_seite.url


def test_icons_of_the_theme_are_gone_and_nothing_else(website: Website) -> None:
    (stilblatt,) = website.wurzel.glob("assets/stylesheets/main.*.css")
    css = stilblatt.read_text(encoding="utf-8")
    assert "--md-admonition-icon" not in css.replace("var(--md-admonition-icon", "")
    assert "<svg" not in css
    assert css.count("{") == css.count("}") > 500
    assert ".md-typeset table" in css


def test_engine_leftovers_are_gone(website: Website) -> None:
    reste = [
        p.relative_to(website.wurzel).as_posix()
        for muster in ("**/bundle.*", "**/lunr*", "**/search_index.json", "**/workers", "en/assets")
        for p in website.wurzel.glob(muster)
    ]
    assert reste == []


def test_sitemap_lists_translations_only_where_they_are_true(website: Website) -> None:
    verzeichnis = (website.wurzel / "sitemap.xml").read_text(encoding="utf-8")
    assert verzeichnis.count("<loc>") == len(set(re.findall(r"<loc>(.*?)</loc>", verzeichnis)))
    for url in re.findall(r'hreflang="en" href="([^"]+)"', verzeichnis):
        pfad = urlsplit(url).path.lstrip("/")
        assert website.seite(pfad).meta("robots") is None


def test_footer_says_it_is_no_original(website: Website) -> None:
    for pfad, seite in website.seiten.items():
        if pfad == "404.html" or 'http-equiv="refresh"' in seite.roh:
            continue
        sprache = "en" if pfad.startswith("en/") else "de"
        assert website.daten.bibliotheken[sprache].texte["kein_original"] in " ".join(
            seite.text.split()
        )


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
            einstieg = seite.roh.split('<div class="lb-einstieg">')[1]
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
            markiert = _gefaltet(" ".join(lies_html(t.split("<h2")[0]).text for t in teile))
            for pfad, text in texte(satz):
                feld = ".".join(str(teil) for teil in pfad if not isinstance(teil, int))
                if feld in felder or pfad[0] in felder:
                    if feld == "einwaende.einwand":
                        continue  # the objection stays, its answer is folded
                    assert _gefaltet(text) in markiert, f"{satz.id} {pfad}"


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
    ohne_listen = [s for s in website.seiten.values() if '<body class="lb-liste"' not in s.roh]
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
        for p in (website.wurzel / "pagefind" / "fragment").iterdir()
    ]
    assert inhalte
    assert not [i for i in inhalte if any(knopf in i for knopf in knoepfe)]
    assert [i for i in inhalte if wort in i]
