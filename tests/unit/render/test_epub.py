"""The e-book of the small library: every part once, every link leads somewhere, XML throughout."""

from __future__ import annotations

import io
import itertools
import re
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from posixpath import dirname, join, normpath

import pytest

from leitfaden.downloads.epub import epub, epub_stil
from leitfaden.engines.kapiteldruck import kapiteltexte
from leitfaden.render.buch import Druckangaben
from leitfaden.render.epub import (
    Epubteil,
    Epubvorlage,
    buchkennung,
    epubdateien,
    epubvorlage,
    gliederung,
)
from leitfaden.views.bibliothek import Bibliothek
from leitfaden.views.buch import Buch, Buchbau
from leitfaden.views.seitenplan import Seitenplan

H = "{http://www.w3.org/1999/xhtml}"
OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"
ANGABEN = Druckangaben("https://bibliothek.test/", "Gemeinde Testtal", "abc123")
TAG = date(2026, 11, 22)


@pytest.fixture(scope="module", params=["de", "en"])
def buch(request: pytest.FixtureRequest, bibliotheken: dict[str, Bibliothek]) -> Buch:
    return Buchbau(Seitenplan(bibliotheken[request.param])).leitfaden()


@pytest.fixture(scope="module")
def vorlage(buch: Buch, bibliotheken: dict[str, Bibliothek]) -> Epubvorlage:
    return epubvorlage(buch, kapiteltexte(Seitenplan(bibliotheken[buch.sprache]), buch), ANGABEN)


@pytest.fixture(scope="module")
def dateien(vorlage: Epubvorlage) -> dict[str, str]:
    return dict(epubdateien(vorlage, epub_stil()))


@pytest.fixture(scope="module")
def seiten(dateien: dict[str, str]) -> dict[str, ET.Element]:
    return {n: ET.fromstring(text) for n, text in dateien.items() if n.endswith(".xhtml")}


def _teil(html: str, name: str = "a", **werte: object) -> Epubteil:
    teil = Epubteil(f"{name}.xhtml", name, "kapitel", 1, name.upper(), "de", html)
    return replace(teil, **werte)  # type: ignore[arg-type]


@pytest.fixture
def rendere() -> Callable[..., dict[str, str]]:
    """Make files of parts given as HTML."""

    def baue(*teile: Epubteil) -> dict[str, str]:
        bild = "<svg><title>T</title></svg>"
        werte = ("Titel", "Unter", TAG, "https://b.test/", "H", "", bild, teile)
        return dict(epubdateien(Epubvorlage("de", *werte), ""))

    return baue


def test_every_part_of_the_book_is_a_file_in_reading_order(
    buch: Buch, vorlage: Epubvorlage, dateien: dict[str, str]
) -> None:
    anker = [teil.anker for _, teil in buch.alle_teile()]
    assert [teil.anker for teil in vorlage.teile] == anker
    paket = ET.fromstring(dateien["EPUB/paket.opf"])
    orte = {i.get("id"): str(i.get("href")) for i in paket.iter(f"{OPF}item")}
    lauf = [orte[ref.get("idref")] for ref in paket.iter(f"{OPF}itemref")]
    assert lauf[:3] == ["umschlag.xhtml", "impressum.xhtml", "inhalt.xhtml"]
    assert lauf[3:] == [f"{name}.xhtml" for name in anker]


def test_contents_name_every_part_in_order(
    vorlage: Epubvorlage, seiten: dict[str, ET.Element]
) -> None:
    verzeichnis = next(seiten["EPUB/inhalt.xhtml"].iter(f"{H}nav"))
    links = [("".join(a.itertext()), a.get("href")) for a in verzeichnis.iter(f"{H}a")]
    assert links == [(teil.titel, teil.datei) for teil in vorlage.teile]


def test_package_lists_exactly_the_files(dateien: dict[str, str]) -> None:
    paket = ET.fromstring(dateien["EPUB/paket.opf"])
    genannt = {f"EPUB/{i.get('href')}" for i in paket.iter(f"{OPF}item")}
    assert genannt == set(dateien) - {"mimetype", "META-INF/container.xml", "EPUB/paket.opf"}
    mit_bild = {
        f"EPUB/{i.get('href')}" for i in paket.iter(f"{OPF}item") if i.get("properties") == "svg"
    }
    assert mit_bild == {n for n, t in dateien.items() if n.endswith(".xhtml") and "<svg" in t}


def test_package_says_what_the_book_is(buch: Buch, dateien: dict[str, str]) -> None:
    paket = ET.fromstring(dateien["EPUB/paket.opf"])
    assert next(paket.iter(f"{DC}language")).text == buch.sprache
    assert buch.titel in str(next(paket.iter(f"{DC}title")).text)
    assert next(paket.iter(f"{DC}publisher")).text == "Gemeinde Testtal"
    angaben = {(m.get("property"), m.text) for m in paket.iter(f"{OPF}meta")}
    assert ("dcterms:modified", f"{buch.stand}T00:00:00Z") in angaben
    assert ("schema:accessModeSufficient", "textual") in angaben
    # Nobody has evaluated the book by hand: it claims no conformance.
    assert "conformsTo" not in dateien["EPUB/paket.opf"]


def test_links_within_the_book_lead_to_what_is_there(seiten: dict[str, ET.Element]) -> None:
    ids = {name: {e.get("id") for e in seite.iter()} for name, seite in seiten.items()}
    geprueft = 0
    for name, seite in seiten.items():
        for link in seite.iter(f"{H}a"):
            ziel = link.get("href") or "https:"
            assert not ziel.startswith("seite:"), (name, ziel)
            if re.match(r"[a-z]+:", ziel):
                continue
            pfad, _, anker = ziel.partition("#")
            datei = normpath(join(dirname(name), pfad)) if pfad else name
            assert datei in ids, (name, ziel)
            assert not anker or anker in ids[datei], (name, ziel)
            geprueft += 1
    assert geprueft > 50


def test_every_page_has_a_title_a_language_and_headings_without_gaps(
    buch: Buch, seiten: dict[str, ET.Element]
) -> None:
    for name, seite in seiten.items():
        assert seite.get("lang") == buch.sprache, name
        assert seite.get("{http://www.w3.org/XML/1998/namespace}lang") == buch.sprache
        assert next(seite.iter(f"{H}title")).text
        stufen = [
            int(e.tag[-1]) for e in seite.iter() if re.fullmatch(f"{re.escape(H)}h[1-6]", e.tag)
        ]
        if name == "EPUB/umschlag.xhtml":
            continue
        assert stufen[0] == 1, name
        assert stufen.count(1) == 1, name
        assert all(b <= a + 1 for a, b in itertools.pairwise(stufen)), (name, stufen)


def test_german_parts_of_the_english_book_say_so(
    vorlage: Epubvorlage, dateien: dict[str, str]
) -> None:
    fremd = [teil for teil in vorlage.teile if teil.sprache != vorlage.sprache]
    assert bool(fremd) == (vorlage.sprache == "en")
    for teil in fremd:
        assert f'lang="{teil.sprache}"' in dateien[f"EPUB/{teil.datei}"].partition("<body")[2]


def test_no_codes_to_scan_and_no_pictures_without_a_text(
    seiten: dict[str, ET.Element], dateien: dict[str, str]
) -> None:
    assert "lb-qrcode" not in "".join(dateien.values())
    for name, seite in seiten.items():
        for bild in seite.iter("{http://www.w3.org/2000/svg}svg"):
            text = bild.findtext("{http://www.w3.org/2000/svg}title")
            assert text or bild.get("aria-hidden") == "true", name
        assert all(bild.get("alt") for bild in seite.iter(f"{H}img"))


def test_headings_start_at_one_and_skip_nothing(rendere: Callable[..., dict[str, str]]) -> None:
    text = rendere(_teil("<h2 id='a'>A</h2><h3>B</h3><h5>C</h5><h3>D</h3><h1>E</h1>"))[
        "EPUB/a.xhtml"
    ]
    assert re.findall(r"<h(\d)", text) == ["1", "2", "3", "2", "2"]


def test_rules_of_a_drawing_stay_within_drawings(rendere: Callable[..., dict[str, str]]) -> None:
    bild = "<svg><title>T</title><style>.titel { fill: red; } text { x: 1; }</style></svg>"
    text = rendere(_teil(f"<h1 id='a'>A</h1>{bild}"))["EPUB/a.xhtml"]
    assert "<style>svg .titel { fill: red; }svg text { x: 1; }</style>" in text


def test_links_to_other_parts_name_their_file(rendere: Callable[..., dict[str, str]]) -> None:
    dateien = rendere(
        _teil("<h1 id='a'>A</h1><a href='#ziel'>x</a><a href='#a'>y</a><a href='#fort'>z</a>"),
        _teil("<h1 id='b'>B</h1><p id='ziel'></p>", "b"),
    )
    assert re.findall(r'<a href="([^"]*)"', dateien["EPUB/a.xhtml"]) == ["b.xhtml#ziel", "#a"]
    assert "<a>z</a>" in dateien["EPUB/a.xhtml"]


def test_contents_are_nested_by_level() -> None:
    teile = [_teil("", n, ebene=e) for n, e in (("a", 1), ("b", 2), ("c", 3), ("d", 2), ("e", 1))]
    form = [
        (p.teil.anker, [(q.teil.anker, len(q.unter)) for q in p.unter]) for p in gliederung(teile)
    ]
    assert form == [("a", [("b", 1), ("d", 0)]), ("e", [])]


def test_identifier_stays_for_every_edition_of_a_language(vorlage: Epubvorlage) -> None:
    spaeter = replace(vorlage, stand=date(2030, 1, 1), titel="Anders")
    assert buchkennung(spaeter) == buchkennung(vorlage)
    andere = replace(vorlage, sprache="en" if vorlage.sprache == "de" else "de")
    assert buchkennung(andere) != buchkennung(vorlage)


def test_file_begins_with_its_type_and_is_the_same_every_time(vorlage: Epubvorlage) -> None:
    daten = epub(epubdateien(vorlage, epub_stil()), vorlage.stand)
    assert daten == epub(epubdateien(vorlage, epub_stil()), vorlage.stand)
    with zipfile.ZipFile(io.BytesIO(daten)) as archiv:
        erste = archiv.infolist()[0]
        assert (erste.filename, erste.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert archiv.read("mimetype") == b"application/epub+zip"
    assert daten[30:58] == b"mimetypeapplication/epub+zip"
