"""The offline edition: complete, whole, and without anything that needs a server."""

from __future__ import annotations

import hashlib
import json
import os
import posixpath
import re
import shutil
import zipfile
from pathlib import Path
from urllib.parse import unquote

import pytest

from leitfaden.downloads.sammelarchiv import MANIFEST
from leitfaden.engines.bestand import bautag
from leitfaden.engines.offline import erzeuge_offline
from leitfaden.engines.pagefind import schreibe_alle_suchfassungen
from leitfaden.render.offlineseite import INHALTSREGEL
from leitfaden.texts import texte_von
from leitfaden.views.ausgaben import ARCHIV
from leitfaden.views.offline import (
    GRENZE_MB,
    LAENGSTER_PFAD,
    LIESMICH,
    PFAD,
    SEITEN,
    START,
    SUCHE,
    SUMMEN,
)
from tests.site.html import Dokument, lies_html
from tests.website import Website

pytestmark = pytest.mark.site
ADRESSE = "https://bibliothek.test/"
_DATEN = re.compile(r"umsetzungsbibliothek\.daten\((.*)\);\n", re.DOTALL)


@pytest.fixture(scope="module")
def seiten(offline: Path) -> dict[str, Dokument]:
    """Every page of the edition by its path below the folder."""
    return {
        p.relative_to(offline).as_posix(): lies_html(p.read_text(encoding="utf-8"))
        for p in sorted(offline.rglob("*.html"))
    }


def _mit_rahmen(seiten: dict[str, Dokument]) -> dict[str, Dokument]:
    """Return the pages that do not only lead on to another."""
    return {p: s for p, s in seiten.items() if 'http-equiv="refresh"' not in s.roh}


def _daten(datei: Path) -> object:
    """Read a file of data as the scripts do."""
    treffer = _DATEN.fullmatch(datei.read_text(encoding="utf-8"))
    assert treffer is not None, datei
    return json.loads(treffer[1])


def test_archive_is_as_small_as_promised_and_safe_to_unpack(website: Website) -> None:
    datei = website.wurzel / PFAD
    assert datei.stat().st_size < GRENZE_MB * 1_000_000
    with zipfile.ZipFile(datei) as archiv:
        namen = archiv.namelist()
        assert archiv.testzip() is None
    assert len(namen) == len({name.lower() for name in namen})
    assert all(name.isascii() and len(name) < LAENGSTER_PFAD for name in namen)
    assert not [n for n in namen if re.search(r'[<>:"\\|?*]|[. ](?:/|$)', n)]
    assert len({name.split("/")[0] for name in namen}) == 1
    oben = {name.split("/")[1] for name in namen}
    assert oben == {START, LIESMICH, MANIFEST, SUMMEN, SEITEN}


def test_archive_is_offered_with_its_checksum(website: Website) -> None:
    summe = hashlib.sha256((website.wurzel / PFAD).read_bytes()).hexdigest()
    zeilen = (website.wurzel / "downloads" / SUMMEN).read_text(encoding="utf-8").splitlines()
    assert f"{summe}  {PFAD.removeprefix('downloads/')}" in zeilen
    for url in ("vorlagen/verzeichnis/", "en/vorlagen/verzeichnis/"):
        ziele = [ziel for ziel in website.seite(url).links() if ziel.endswith(PFAD)]
        assert len(ziele) == 1, url


def test_lists_name_every_file_with_its_checksum(offline: Path) -> None:
    angaben = json.loads((offline / MANIFEST).read_text(encoding="utf-8"))
    assert angaben["adresse"] == ADRESSE
    assert angaben["stand"] == f"{bautag()}"
    summen = (offline / SUMMEN).read_text(encoding="utf-8").splitlines()
    assert summen == [f"{d['sha256']}  {d['pfad']}" for d in angaben["dateien"]]
    alle = {p.relative_to(offline).as_posix() for p in offline.rglob("*") if p.is_file()}
    assert {d["pfad"] for d in angaben["dateien"]} == alle - {MANIFEST, SUMMEN}
    for eintrag in angaben["dateien"]:
        daten = (offline / eintrag["pfad"]).read_bytes()
        assert len(daten) == eintrag["groesse"]
        assert hashlib.sha256(daten).hexdigest() == eintrag["sha256"], eintrag["pfad"]


def test_every_page_of_the_website_is_there(website: Website, seiten: dict[str, Dokument]) -> None:
    erwartet = {f"{SEITEN}/{pfad}" for pfad in website.seiten if pfad != "404.html"}
    assert set(seiten) - {START} == erwartet


def test_every_download_of_the_website_is_there(website: Website, offline: Path) -> None:
    for datei in website.daten.bibliotheken["de"].dateien.dateien:
        kopie = offline / SEITEN / datei.pfad
        if datei.art == ARCHIV:
            assert not kopie.exists(), datei.pfad
            continue
        assert hashlib.sha256(kopie.read_bytes()).hexdigest() == datei.sha256, datei.pfad


def test_every_address_leads_to_a_file_or_to_the_web(
    offline: Path, seiten: dict[str, Dokument]
) -> None:
    alle = {p.relative_to(offline).as_posix() for p in offline.rglob("*") if p.is_file()}
    tot = []
    for pfad, seite in seiten.items():
        for verweis in seite.verweise:
            ziel = unquote(re.split(r"[?#]", verweis)[0])
            if re.match(r"(https?|mailto|tel):", verweis) or not ziel:
                continue
            voll = posixpath.normpath(posixpath.join(posixpath.dirname(pfad), ziel))
            if voll not in alle:
                tot.append((pfad, verweis))
    assert tot == []


def test_every_anchor_exists(seiten: dict[str, Dokument]) -> None:
    ids = {pfad: set(seite.ids) for pfad, seite in seiten.items()}
    tot = []
    for pfad, seite in seiten.items():
        for verweis in seite.links():
            ziel, _, anker = verweis.partition("#")
            if not anker or ":" in ziel:
                continue
            voll = posixpath.normpath(posixpath.join(posixpath.dirname(pfad), ziel.split("?")[0]))
            if unquote(anker) not in ids[voll if ziel.split("?")[0] else pfad]:
                tot.append((pfad, verweis))
    assert tot == []


def test_what_stays_behind_is_linked_on_the_web(seiten: dict[str, Dokument]) -> None:
    start = seiten[f"{SEITEN}/index.html"]
    assert f"{ADRESSE}feed.xml" in start.verweise
    verzeichnis = seiten[f"{SEITEN}/vorlagen/verzeichnis/index.html"]
    assert f"{ADRESSE}{PFAD}" in verzeichnis.links()


def test_nothing_needs_a_server(offline: Path, seiten: dict[str, Dokument]) -> None:
    for pfad, seite in seiten.items():
        for tag, attr in seite.attribute:
            if tag in {"script", "link"}:
                assert "integrity" not in attr, pfad
                assert "crossorigin" not in attr, pfad
                assert attr.get("type") != "module", pfad
            geladen = attr.get("src", "")
            assert not re.match(r"(https?:)?//", geladen), (pfad, geladen)
        regeln = [
            attr["content"]
            for tag, attr in seite.attribute
            if tag == "meta" and attr.get("http-equiv") == "Content-Security-Policy"
        ]
        assert regeln == [INHALTSREGEL], pfad
    skript = (offline / SEITEN / "assets/javascripts/lb.js").read_text(encoding="utf-8")
    assert not re.search(r"\bfetch\(|\bimport\b|\bexport\b|new Worker", skript)
    for stil in (offline / SEITEN / "assets").rglob("*.css"):
        fremd = re.findall(r"url\((?!\"?data:|\"?#)[^)]*\)", stil.read_text(encoding="utf-8"))
        assert fremd == [], stil


def test_every_page_tells_its_edition_in_its_language(seiten: dict[str, Dokument]) -> None:
    gesehen = set()
    for pfad, seite in _mit_rahmen(seiten).items():
        sprache = "en" if pfad.startswith(f"{SEITEN}/en/") else "de"
        hinweise = [attr for _, attr in seite.attribute if attr.get("data-teil") == "offline"]
        assert len(hinweise) == 1, pfad
        assert hinweise[0]["data-stand"] == f"{bautag()}"
        assert hinweise[0]["aria-label"] == texte_von(sprache)["offline.bereich"]
        url = pfad.removeprefix(f"{SEITEN}/").removesuffix("index.html")
        assert f'{texte_von(sprache)["offline.aktuell"]}: <a href="{ADRESSE}{url}">' in seite.roh
        gesehen.add(sprache)
    assert gesehen == {"de", "en"}


def test_start_page_leads_to_both_languages(offline: Path, seiten: dict[str, Dokument]) -> None:
    start = seiten[START]
    assert f'content="0; url={SEITEN}/index.html"' in start.roh
    assert start.links() == [f"{SEITEN}/index.html", f"{SEITEN}/en/index.html"]
    liesmich = (offline / LIESMICH).read_text(encoding="utf-8")
    assert START in liesmich


@pytest.mark.parametrize("sprache", ["de", "en"])
def test_index_holds_the_pages_but_no_helper_words(
    website: Website, offline: Path, sprache: str
) -> None:
    ordner = offline / SEITEN / SUCHE / sprache
    verzeichnis = _daten(ordner / "verzeichnis.json.js")
    assert isinstance(verzeichnis, dict)
    anzahl = len(verzeichnis["laengen"])
    saetze = []
    for nummer in range(1, -(-anzahl // verzeichnis["block"]) + 1):
        teil = _daten(ordner / f"seiten-{nummer}.json.js")
        assert isinstance(teil, list)
        saetze += teil
    assert len(saetze) == anzahl > 100
    urls = [satz["url"] for satz in saetze]
    assert urls == sorted(urls)
    for satz in saetze:
        assert not [name for name in satz["meta"] if name.startswith("lb_")]
        assert set(satz) == {"url", "meta", "filter", "text", "anker"}
    erwartet = {
        f"{'' if sprache == 'de' else 'en/'}massnahmen/{i}/"
        for i in website.daten.bibliotheken["de"].katalog.massnahmen
    }
    assert erwartet <= set(urls)
    for name in verzeichnis["filter"]:
        assert (ordner / f"filter-{name}.json.js").is_file()


def test_no_file_of_the_index_is_large(offline: Path) -> None:
    groessen = {p.name: p.stat().st_size for p in (offline / SEITEN / SUCHE).rglob("*.js")}
    assert max(groessen.values()) < 200_000, groessen


def test_making_it_again_gives_the_same_bytes(website: Website, tmp_path: Path) -> None:
    """Also with the earlier archive at hand."""
    original = (website.wurzel / PFAD).read_bytes()
    schreibe_alle_suchfassungen(website.wurzel, tmp_path / "suche", website.daten)
    site = tmp_path / "site"
    ohne = shutil.ignore_patterns(SUMMEN, "offline")
    shutil.copytree(website.wurzel, site, copy_function=os.link, ignore=ohne)
    for _ in range(2):
        neu = erzeuge_offline(
            site, tmp_path / "suche", tmp_path / "werkstatt", website.daten, ADRESSE, print
        )
        assert neu.read_bytes() == original
