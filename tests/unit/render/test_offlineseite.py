"""Pages that are opened from a folder: addresses, scripts, policy."""

from __future__ import annotations

import pytest

from leitfaden.render.offlineseite import INHALTSREGEL, Offlineseiten

PFADE = frozenset(
    {
        "index.html",
        "suche/index.html",
        "massnahmen/index.html",
        "massnahmen/datenschutz/index.html",
        "downloads/vorlagen/t01.docx",
        "assets/stylesheets/lb.css",
        "assets/javascripts/lb.js",
        "assets/thema.js",
        "a.css",
    }
)
WEB = "https://bibliothek.test/"


@pytest.fixture
def seiten() -> Offlineseiten:
    return Offlineseiten(PFADE, WEB, "assets/javascripts/lb.js?v=1", lambda p: f"<aside>{p}\n")


@pytest.mark.parametrize(
    ("ordner", "verweis", "erwartet"),
    [
        ("", "./", "index.html"),
        ("", "massnahmen/", "massnahmen/index.html"),
        ("", "massnahmen/datenschutz/#schritte", "massnahmen/datenschutz/index.html#schritte"),
        ("massnahmen/datenschutz", "../", "../index.html"),
        ("massnahmen/datenschutz", "../..", "../../index.html"),
        ("massnahmen/datenschutz", "../../", "../../index.html"),
        ("massnahmen/datenschutz", "/suche/?q=a/b", "../../suche/index.html?q=a/b"),
        ("", "/suche/", "suche/index.html"),
        ("massnahmen", "../downloads/vorlagen/t01.docx", "../downloads/vorlagen/t01.docx"),
        ("", "assets/stylesheets/lb.css?v=12", "assets/stylesheets/lb.css?v=12"),
        ("massnahmen", "#inhalt", "#inhalt"),
        ("massnahmen", "?ansicht=umsetzen", "?ansicht=umsetzen"),
        ("massnahmen", "", ""),
        ("massnahmen", "https://www.sachsen.de/a/", "https://www.sachsen.de/a/"),
        ("massnahmen", "mailto:post@stadt.example", "mailto:post@stadt.example"),
        ("massnahmen", "feed.xml", f"{WEB}massnahmen/feed.xml"),
        ("massnahmen", "../gibt-es-nicht/#a", f"{WEB}gibt-es-nicht/#a"),
    ],
)
def test_addresses_name_files(
    seiten: Offlineseiten, ordner: str, verweis: str, erwartet: str
) -> None:
    assert seiten.ziel(ordner, verweis) == erwartet


def test_without_an_address_on_the_web_dead_links_are_no_links() -> None:
    seiten = Offlineseiten(PFADE, "", "lb.js", lambda _: "")
    html = seiten.seite("massnahmen/index.html", '<p><a href="feed.xml">Feed</a></p>')
    assert html == "<p><a>Feed</a></p>"


def test_links_and_forms_are_rewritten_but_no_text(seiten: Offlineseiten) -> None:
    html = (
        '<a class="x" href="../suche/">Suche</a><form action="../suche/" method="get"></form>'
        '<p>Schreiben Sie href="../suche/" in den Text.</p>'
    )
    neu = seiten.seite("massnahmen/index.html", html)
    assert '<a class="x" href="../suche/index.html">' in neu
    assert '<form action="../suche/index.html" method="get">' in neu
    assert '<p>Schreiben Sie href="../suche/" in den Text.</p>' in neu


def test_modules_become_the_bundle(seiten: Offlineseiten) -> None:
    html = (
        '<script src="../assets/thema.js?v=2" integrity="sha384-x" crossorigin></script>'
        '<script type="module" src="../assets/lb.mjs?v=3" integrity="sha384-y"></script>'
        '<link rel="stylesheet" href="../a.css" integrity="sha384-z" crossorigin="anonymous">'
        '<script type="application/ld+json">{"href":"massnahmen/"}</script>'
    )
    neu = seiten.seite("suche/index.html", html)
    assert "integrity" not in neu
    assert "crossorigin" not in neu
    assert 'type="module"' not in neu
    assert '<script defer src="../assets/javascripts/lb.js?v=1"></script>' in neu
    assert 'assets/thema.js?v=2"></script>' in neu
    assert '{"href":"massnahmen/"}' in neu


def test_redirects_and_policy_fit_a_folder(seiten: Offlineseiten) -> None:
    html = (
        '<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;">'
        '<meta http-equiv="refresh" content="0; url=../massnahmen/datenschutz/">'
    )
    neu = seiten.seite("m21/index.html", html)
    assert f'content="{INHALTSREGEL}"' in neu
    assert 'content="0; url=../massnahmen/datenschutz/index.html"' in neu


def test_note_stands_before_the_content(seiten: Offlineseiten) -> None:
    neu = seiten.seite("suche/index.html", '<header></header>\n<main id="inhalt">')
    assert neu == '<header></header>\n<aside>suche/index.html\n<main id="inhalt">'
