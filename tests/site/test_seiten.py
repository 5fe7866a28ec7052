"""The finished site: every page there, whole, linked, in the right language."""

from __future__ import annotations

import gzip
import re
from collections import Counter
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

import pytest

from leitfaden.model.felder_kunde import texte
from leitfaden.model.typen import TYP_VON_NAME
from leitfaden.render.stilauswahl import Namen
from leitfaden.render.stilblatt import spare
from leitfaden.views.bibliothek import SEITENTYPEN
from tests.projekt import WURZEL
from tests.site.html import gefaltet
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


# Search words are for the index, the short text of the example list is not.
NICHT_AUF_DER_SEITE = ("schlagworte",)


@pytest.mark.parametrize("typ", SEITENTYPEN)
def test_every_text_of_a_record_stands_on_its_page(website: Website, typ: str) -> None:
    katalog = website.daten.ladung.katalog
    for satz in katalog.von(typ).values():
        auf_seite = gefaltet(website.seite(f"{TYP_VON_NAME[typ].mehrzahl}/{satz.id}/").text)
        for pfad, text in texte(satz):
            if pfad[0] not in NICHT_AUF_DER_SEITE:
                assert gefaltet(text) in auf_seite, f"{typ} {satz.id} {pfad}: {text[:80]}"


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


def test_stylesheet_holds_every_rule_of_the_theme_pages_use(website: Website) -> None:
    """What the build reads from templates must cover what finished pages hold."""
    namen = Namen()
    for seite in website.seiten.values():
        werte = [(n, w) for _, a in seite.attribute for n, w in a.items()]
        namen |= Namen(
            frozenset(e for e, _ in seite.attribute),
            frozenset(k for n, w in werte if n == "class" for k in w.split()),
            frozenset(w for n, w in werte if n == "id"),
            frozenset(n for n, _ in werte) | frozenset(w for n, w in werte if n in ("dir", "role")),
        )
    (thema,) = Path(find_spec("material").submodule_search_locations[0]).glob(
        "templates/assets/stylesheets/main.*.min.css"
    )
    stil = (website.wurzel / "assets/stylesheets/lb.css").read_text(encoding="utf-8")
    eigenes = (WURZEL / "overrides/assets/stylesheets/lb.css").read_text(encoding="utf-8")
    assert stil.endswith(eigenes)
    gebraucht = _regeln(spare(thema.read_text(encoding="utf-8"), namen, eigenes))
    assert len(gebraucht) > 80
    assert gebraucht <= _regeln(stil.removesuffix(eigenes))


def _regeln(css: str) -> set[str]:
    """Return selector and declaration, each pair by itself."""
    paare = set()
    for auswahl, angaben in re.findall(r"([^{}]+)\{([^{}]*)\}", css):
        paare |= {f"{a} {d}" for a in auswahl.split(",") for d in angaben.split(";")}
    return paare


def test_stylesheet_is_one_small_file(website: Website) -> None:
    (datei,) = website.wurzel.glob("assets/stylesheets/*")
    css = datei.read_text(encoding="utf-8")
    assert len(gzip.compress(css.encode())) < 16 * 1024
    for weg in (".md-header", ".md-nav", "--md-primary-fg-color--dark"):
        assert weg not in css
    eigenes = (WURZEL / "overrides/assets/stylesheets/lb.css").read_text(encoding="utf-8")
    assert "@keyframes" not in css.removesuffix(eigenes), "no page uses movements of the theme"
    kopf = website.seite("").roh
    assert kopf.count('rel="stylesheet"') == 1


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
