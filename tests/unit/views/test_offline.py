"""What goes into the offline edition, and what it says about itself."""

from __future__ import annotations

import json
from datetime import date

from leitfaden.texts import texte_von
from leitfaden.views.offline import PFAD, START, SUMMEN, liesmich_offline, manifest, packliste


def test_files_for_servers_and_programs_stay_behind() -> None:
    liste = packliste(
        [
            "index.html",
            "en/index.html",
            "404.html",
            "_headers",
            "sitemap.xml",
            "robots.txt",
            "feed.xml",
            "pagefind/pagefind.js",
            "api/v1/index.json",
            "dcat/katalog.ttl",
            ".well-known/security.txt",
            "termine/pruefung.ics",
            "en/praxisbeispiele/auswahl/block-1.json",
            "andere.json",
            "vorschaubilder/de/start.png",
            "assets/javascripts/lb.mjs",
            "assets/javascripts/lb-thema.js",
            "downloads/SHA256SUMS",
            "downloads/vorlagen/t01.docx",
            "downloads/vorlagen/t01-alt.docx",
            "suche/oberflaeche.json",
            PFAD,
        ],
        frozenset({"downloads/vorlagen/t01-alt.docx"}),
    )
    assert liste.dateien == (
        "assets/javascripts/lb-thema.js",
        "downloads/vorlagen/t01.docx",
        "en/index.html",
        "index.html",
    )
    assert liste.daten == ("en/praxisbeispiele/auswahl/block-1.json", "suche/oberflaeche.json")


def test_readme_tells_in_both_languages_how_to_begin() -> None:
    texte = [texte_von("de"), texte_von("en")]
    text = liesmich_offline(texte, date(2026, 11, 22), "https://bibliothek.test/")
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert max(map(len, text.splitlines())) <= 78
    for teil in texte:
        assert teil["offline.liesmich.oeffnen_titel"].upper() in text
    assert "22.11.2026" in text
    assert "2026-11-22" in text
    assert text.count("https://bibliothek.test/") == 2
    assert text.count(START) >= 4
    assert text.count(SUMMEN) >= 4


def test_without_an_address_none_is_named() -> None:
    text = liesmich_offline([texte_von("de")], date(2026, 11, 22), "")
    assert texte_von("de")["offline.aktuell"] not in text


def test_manifest_lists_every_file() -> None:
    text = manifest("Bibliothek", date(2026, 11, 22), "", [("a/b.html", 3, "ab12")])
    assert json.loads(text) == {
        "name": "Bibliothek",
        "stand": "2026-11-22",
        "adresse": "",
        "dateien": [{"pfad": "a/b.html", "groesse": 3, "sha256": "ab12"}],
    }
