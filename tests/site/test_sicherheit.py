"""What every built page says about scripts: a strict policy, checksums, nothing inline."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from leitfaden.render.betrieb import inhaltsregel_der_seite, kopfzeilendatei
from tests.pruefstand.nginxdatei import lies_nginxdatei
from tests.pruefstand.observatory import Antwort, gesamt, punkte
from tests.site.html import Dokument
from tests.website import Website

pytestmark = pytest.mark.site

# Data blocks are not run.
DATEN = {"application/ld+json", "application/json"}


def _skripte(seite: Dokument) -> list[dict[str, str]]:
    return [a for tag, a in seite.attribute if tag == "script" and a.get("type") not in DATEN]


def _regeln(seite: Dokument) -> list[str]:
    return [
        a.get("content", "")
        for tag, a in seite.attribute
        if tag == "meta" and a.get("http-equiv", "").lower() == "content-security-policy"
    ]


def test_every_page_declares_the_policy_before_it_loads_anything(website: Website) -> None:
    for pfad, seite in website.seiten.items():
        assert _regeln(seite) == [inhaltsregel_der_seite()], pfad
        namen = [
            tag
            for tag, a in seite.attribute
            if tag in ("script", "link", "style") or (tag == "meta" and a.get("http-equiv"))
        ]
        assert namen[0] == "meta", pfad


def test_every_script_has_the_checksum_of_its_file(website: Website) -> None:
    summen: dict[Path, str] = {}
    for pfad, seite in website.seiten.items():
        ordner = website.wurzel / Path(pfad).parent
        for skript in _skripte(seite):
            adresse = urlsplit(skript["src"]).path
            datei = (
                website.wurzel / adresse.lstrip("/")
                if adresse.startswith("/")
                else ordner / adresse
            ).resolve()
            if datei not in summen:
                summe = hashlib.sha384(datei.read_bytes()).digest()
                summen[datei] = f"sha384-{base64.b64encode(summe).decode()}"
            assert skript.get("integrity") == summen[datei], f"{pfad}: {adresse}"
    assert {d.name for d in summen} >= {"lb.mjs", "lb-thema.js"}


def test_nothing_runs_or_styles_inline(website: Website) -> None:
    for pfad, seite in website.seiten.items():
        for tag, attribute in seite.attribute:
            assert tag not in ("style", "base", "iframe", "object", "embed"), f"{pfad}: {tag}"
            schlecht = [n for n in attribute if n == "style" or n.startswith("on")]
            assert not schlecht, f"{pfad}: {tag} {schlecht}"


def test_observatory_gives_every_page_at_least_130_points(website: Website) -> None:
    nginx = lies_nginxdatei()
    for pfad, seite in website.seiten.items():
        antwort = Antwort(
            nginx.kopfzeilen(f"/{pfad}"), _regeln(seite), _skripte(seite), "https://example.org/"
        )
        assert gesamt(punkte(antwort)) >= 130, pfad


def test_hosts_without_own_settings_find_the_headers(website: Website) -> None:
    assert (website.wurzel / "_headers").read_text(encoding="utf-8") == kopfzeilendatei()
