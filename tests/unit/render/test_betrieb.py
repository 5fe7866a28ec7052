"""Server files: up to date, alike, and good for at least 130 points of MDN's Observatory."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from leitfaden.render.betrieb import (
    INHALTSREGELN,
    KOPFZEILEN,
    inhaltsregel,
    inhaltsregel_der_seite,
    kopfzeilendatei,
    serverdateien,
)
from tests.pruefstand.nginxdatei import Nginxdatei, lies_nginxdatei
from tests.pruefstand.observatory import Antwort, gesamt, punkte

SRI = {"src": "assets/lb.mjs", "integrity": "sha384-x"}


@pytest.fixture(scope="module")
def nginx() -> Nginxdatei:
    return lies_nginxdatei()


@pytest.mark.parametrize("name", sorted(serverdateien()))
def test_shipped_files_are_up_to_date(projekt: Path, name: str) -> None:
    assert (projekt / name).read_text(encoding="utf-8") == serverdateien()[name]


def test_every_server_sends_the_same(nginx: Nginxdatei) -> None:
    dateien = [*serverdateien().values(), kopfzeilendatei()]
    gesendet = nginx.kopfzeilen("/index.html")
    assert {"Content-Security-Policy", "Cache-Control"} | dict(KOPFZEILEN).keys() == set(gesendet)
    for name, wert in gesendet.items():
        if name == "Cache-Control":
            continue
        for text in dateien:
            assert re.search(rf'{name}:? "?{re.escape(wert)}', text) or (
                name == "Content-Security-Policy" and wert in text
            ), name


def test_policy_is_strict_and_complete(nginx: Nginxdatei) -> None:
    regel = nginx.kopfzeilen("/")["Content-Security-Policy"]
    assert regel == f"{inhaltsregel()}; upgrade-insecure-requests"
    assert "unsafe-inline" not in regel
    assert "'unsafe-eval'" not in regel
    namen = [name for name, _ in INHALTSREGELN]
    assert len(namen) == len(set(namen))
    assert "frame-ancestors" not in inhaltsregel_der_seite()
    assert inhaltsregel_der_seite().count(";") == inhaltsregel().count(";") - 1


def test_headers_depend_on_the_path(nginx: Nginxdatei) -> None:
    assert "sandbox" in nginx.kopfzeilen("/assets/zeichen.svg")["Content-Security-Policy"]
    assert nginx.kopfzeilen("/dateien/it-liste.XLSX")["Content-Disposition"] == "attachment"
    assert "Content-Disposition" not in nginx.kopfzeilen("/")
    dauer = {
        pfad: nginx.kopfzeilen(pfad)["Cache-Control"]
        for pfad in ("/", "/assets/javascripts/lb.mjs", "/bilder/a.png", "/pagefind/index/a.pf")
    }
    assert dauer["/"] == dauer["/assets/javascripts/lb.mjs"]
    assert "must-revalidate" in dauer["/"]
    assert "604800" in dauer["/bilder/a.png"]
    assert "immutable" in dauer["/pagefind/index/a.pf"]


def test_http_leads_to_https(nginx: Nginxdatei) -> None:
    assert "return 301 https://$host$request_uri;" in nginx.text


def test_observatory_gives_at_least_130_points(nginx: Nginxdatei) -> None:
    kopf = nginx.kopfzeilen("/")
    ohne = punkte(Antwort(kopf, [inhaltsregel_der_seite()], umleitung="https://example.org/"))
    assert gesamt(ohne) >= 130, ohne
    mit = punkte(Antwort(kopf, [inhaltsregel_der_seite()], [SRI], "https://example.org/"))
    assert gesamt(mit) == gesamt(ohne) + 5
    assert min(mit.values()) == 0


# What costs points: name of the test, changed response, expected points.
MAENGEL = {
    "no policy": ("content-security-policy", {"Content-Security-Policy": None}, -25),
    "duplicate directive": (
        "content-security-policy",
        {"Content-Security-Policy": "default-src 'none'; default-src 'self'"},
        -25,
    ),
    "inline scripts": (
        "content-security-policy",
        {"Content-Security-Policy": "default-src 'none'; script-src 'unsafe-inline'"},
        -20,
    ),
    "inline scripts beside a hash": (
        "content-security-policy",
        {"Content-Security-Policy": "default-src 'none'; script-src 'unsafe-inline' 'sha256-a'"},
        10,
    ),
    "any object": (
        "content-security-policy",
        {"Content-Security-Policy": "script-src 'self'"},
        -20,
    ),
    "eval": (
        "content-security-policy",
        {"Content-Security-Policy": "default-src 'none'; script-src 'unsafe-eval'"},
        -10,
    ),
    "inline styles": (
        "content-security-policy",
        {"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'"},
        0,
    ),
    "pictures by http": (
        "content-security-policy",
        {"Content-Security-Policy": "default-src 'none'; img-src http:"},
        -10,
    ),
    "own origin as default": (
        "content-security-policy",
        {"Content-Security-Policy": "default-src 'self'"},
        5,
    ),
    "no HSTS": ("strict-transport-security", {"Strict-Transport-Security": None}, -20),
    "short HSTS": ("strict-transport-security", {"Strict-Transport-Security": "max-age=60"}, -10),
    "leaky referrer": ("referrer-policy", {"Referrer-Policy": "unsafe-url"}, -5),
    "guessed types": ("x-content-type-options", {"X-Content-Type-Options": None}, -5),
    "foreign frames": (
        "x-frame-options",
        {"Content-Security-Policy": "default-src 'none'", "X-Frame-Options": None},
        -20,
    ),
    "open resources": (
        "cross-origin-resource-policy",
        {"Cross-Origin-Resource-Policy": "cross-origin"},
        0,
    ),
    "wrong opener": ("cross-origin-opener-policy", {"Cross-Origin-Opener-Policy": "no"}, -5),
    "open to everyone": (
        "cross-origin-resource-sharing",
        {
            "Access-Control-Allow-Origin": "https://fremd.example",
            "Access-Control-Allow-Credentials": "true",
        },
        -50,
    ),
}


@pytest.mark.parametrize("fall", MAENGEL)
def test_observatory_sees_what_is_missing(nginx: Nginxdatei, fall: str) -> None:
    name, anders, erwartet = MAENGEL[fall]
    zeilen = {**nginx.kopfzeilen("/"), **anders}
    kopf = {n: w for n, w in zeilen.items() if w is not None}
    assert punkte(Antwort(kopf, umleitung="https://example.org/"))[name] == erwartet


def test_observatory_judges_scripts_and_redirects() -> None:
    def wert(name: str, **angaben: object) -> int:
        return punkte(Antwort({}, **angaben))[name]  # type: ignore[arg-type]

    fremd = {"src": "https://fremd.example/a.js"}
    assert wert("subresource-integrity", skripte=[fremd]) == -5
    assert wert("subresource-integrity", skripte=[{"src": "//fremd.example/a.js"}]) == -50
    assert wert("subresource-integrity", skripte=[{"src": "a.js"}]) == 0
    assert wert("redirection", umleitung=None) == -20
    assert wert("redirection", umleitung="http://example.org/b") == -10
    assert wert("cookies", keks="a=b") < 0


def test_bonus_needs_a_good_score_without_it() -> None:
    assert gesamt({"a": -20, "b": 10}) == 80
    assert gesamt({"a": -5, "b": 10}) == 105
