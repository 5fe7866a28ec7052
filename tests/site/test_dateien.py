"""Pages lead to the files of templates, and the files are there, with the size that is named."""

from __future__ import annotations

import hashlib
import re
import shutil
from pathlib import Path

import pytest

from tests.dateien import kalte_summen
from tests.website import Website

pytestmark = pytest.mark.site


def _ziele(website: Website, url: str) -> list[str]:
    """Return the downloads a page links, as paths from the root of the site."""
    text = (website.wurzel / url / "index.html").read_text(encoding="utf-8")
    ziele = re.findall(r'<a href="([^"]*downloads/[^"]+)" download', text)
    return [re.sub(r"^(\.\./)+", "", ziel) for ziel in ziele]


@pytest.mark.parametrize("wurzel", ["", "en/"])
def test_every_template_with_a_document_offers_its_files(website: Website, wurzel: str) -> None:
    katalog = website.daten.ladung.katalog
    assert katalog.dokumente
    for satz_id, dokument in katalog.dokumente.items():
        ziele = _ziele(website, f"{wurzel}vorlagen/{satz_id}/")
        endungen = [ziel.rpartition(".")[2] for ziel in ziele]
        formate = [form.value for form in katalog.vorlagen[satz_id].formate]
        assert endungen[:3] == [*formate, "pdf"], satz_id
        assert (len(ziele) > 3) is dokument.hat_beispiele
        for ziel in ziele:
            datei = website.wurzel / ziel
            assert datei.stat().st_size < 1_000_000, ziel


def test_measures_link_the_files_of_their_templates(website: Website) -> None:
    katalog = website.daten.ladung.katalog
    gesehen = 0
    for massnahme in katalog.massnahmen.values():
        erwartet = [v for v in massnahme.vorlagen if v in katalog.dokumente]
        ziele = " ".join(_ziele(website, f"massnahmen/{massnahme.id}/"))
        for satz_id in erwartet:
            assert f"_{satz_id}_v" in ziele
            gesehen += 1
        assert "_beispiel" not in ziele
        pfad = website.wurzel / f"massnahmen/{massnahme.id}/index.html"
        abschnitt = pfad.read_text(encoding="utf-8").partition('id="vorlagen"')[2]
        abschnitt = abschnitt.partition("</section>")[0]
        # Each template once: its card has the files.
        assert abschnitt.count("<li class=") == len(massnahme.vorlagen)
        for satz_id in massnahme.vorlagen:
            assert abschnitt.count(f'/vorlagen/{satz_id}/"') == 1
    assert gesehen


@pytest.mark.parametrize("wurzel", ["", "en/"])
def test_register_names_every_file_with_its_checksum(website: Website, wurzel: str) -> None:
    text = (website.wurzel / f"{wurzel}vorlagen/verzeichnis/index.html").read_text(encoding="utf-8")
    dateien = sorted((website.wurzel / "downloads/vorlagen").iterdir())
    assert dateien
    for datei in dateien:
        assert f"downloads/vorlagen/{datei.name}" in text
        assert hashlib.sha256(datei.read_bytes()).hexdigest() in text


def test_packages_are_offered(website: Website) -> None:
    ziele = _ziele(website, "vorlagen/")
    text = (website.wurzel / "vorlagen/index.html").read_text(encoding="utf-8")
    namen = re.findall(r'pakete/[^"]+" download>([^<]+)</a>', text)
    assert [re.sub(r"[\d,]+\xa0[kM]B", "#", name) for name in namen] == [
        "Paket herunterladen (ZIP, #)",
        "Paket herunterladen (ZIP, #)",
        "Alle Vorlagen herunterladen (ZIP, #)",
    ]
    assert "downloads/pakete/alle-vorlagen.zip" in ziele
    for ziel in ziele:
        assert (website.wurzel / ziel).is_file()


def test_preview_is_german_on_english_pages(website: Website) -> None:
    text = (website.wurzel / "en/vorlagen/projektsteckbrief/index.html").read_text(encoding="utf-8")
    anfang = text.index('class="lb-einblick"')
    assert re.match(r'[^\n]*?</summary>\s*<div lang="de">', text[anfang:])
    assert "[Partnerkommunen]" in text[anfang:]
    assert "The files are in German." in text
    dateien = re.findall(r'<a href="[^"]*downloads/vorlagen/[^"]*"[^>]*>', text)
    assert dateien
    assert all(' hreflang="de"' in datei for datei in dateien)


def test_another_cold_run_gives_the_same_files(
    website: Website, projekt: Path, tmp_path: Path
) -> None:
    """The whole library, made again at another place with other settings of the machine."""
    for name in ("data", "docs"):
        shutil.copytree(projekt / name, tmp_path / name)
    for name in ("betreiber.yml", "mkdocs.yml"):
        shutil.copyfile(projekt / name, tmp_path / name)
    umgebung = {"PYTHONHASHSEED": "4711", "TZ": "Pacific/Auckland", "LC_ALL": "C"}
    summen = kalte_summen(tmp_path, umgebung)
    assert len(summen) > 100
    for zeile in summen:
        summe, _, pfad = zeile.partition(" ")
        assert hashlib.sha256((website.wurzel / pfad).read_bytes()).hexdigest() == summe, pfad
