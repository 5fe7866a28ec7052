"""Building: a new record is one file, errors publish nothing, a killed build leaves no mix."""

from __future__ import annotations

import base64
import contextlib
import gzip
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.projekt import WURZEL, ersetze, lege_projekt_an, teile_vorraete
from tests.site.html import lies_html

pytestmark = pytest.mark.site

# The smallest picture: one transparent pixel.
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)

BEISPIEL = """\
# yaml-language-server: $schema=../../schema/praxisbeispiele.schema.json
titel: Gemeinsame Passstelle im Testtal
kurzbeschreibung: Zwei Gemeinden teilen sich eine Passstelle und vertreten sich gegenseitig.
kernaussagen:
  - Zwei Gemeinden haben ihre Passstellen zusammengelegt.
  - Die Vertretung ist seitdem gesichert.
  - Den Anstoß gab eine unbesetzte Stelle.
naechster_schritt: Fragen Sie Ihre Nachbarn, wer dort die Passstelle vertritt.
verbund: Testtal
zeitraum:
  beginn: "2025"
ausgangslage: Eine Stelle war unbesetzt.
vorgehen: Beide Räte beschlossen eine Zweckvereinbarung.
ergebnisse:
  - Die Passstelle öffnet an vier Tagen.
lehren:
  - Früh miteinander sprechen.
massnahmen:
  - datenschutz
szenarien:
  - am-anfang
bild:
  datei: passstelle.png
  alt: Der Schalter der gemeinsamen Passstelle
  nachweis: "Foto: Gemeinde Testtal"
kontakt:
  rolle: Hauptamt
  organisation: Gemeinde Testtal
beleglage: eigene-herleitung
stand: 2026-11-22
naechste_pruefung: 2099-11-22
zustand: veroeffentlicht
"""


def _leitfaden(projekt: Path, *args: str) -> subprocess.CompletedProcess[str]:
    befehl = [sys.executable, "-m", "leitfaden.cli", "--projekt", str(projekt), *args]
    return subprocess.run(befehl, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def projekt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    ordner = lege_projekt_an(tmp_path_factory.mktemp("bau") / "projekt")
    lauf = _leitfaden(ordner, "bauen")
    assert lauf.returncode == 0, lauf.stdout + lauf.stderr
    teile_vorraete(ordner, WURZEL)
    return ordner


def _lies(projekt: Path, url: str) -> str:
    return (projekt / "site" / url / "index.html").read_text(encoding="utf-8")


def _im_suchindex(projekt: Path, url: str) -> str:
    """Return what the search index holds of a page; empty if it does not know the page."""
    for datei in (projekt / "site" / "pagefind" / "fragment").rglob("*.pf_fragment"):
        inhalt = gzip.decompress(datei.read_bytes()).decode("utf-8")
        if f'"url":"{url}"' in inhalt:
            return inhalt
    return ""


def test_new_example_is_one_file(projekt: Path) -> None:
    datei = projekt / "data" / "praxisbeispiele" / "passstelle-testtal.yml"
    datei.write_text(BEISPIEL, encoding="utf-8")
    bild = projekt / "docs" / "bilder" / "passstelle.png"
    bild.parent.mkdir()
    bild.write_bytes(PNG)
    lauf = _leitfaden(projekt, "bauen")
    assert lauf.returncode == 0, lauf.stdout + lauf.stderr
    titel = "Gemeinsame Passstelle im Testtal"
    for url in (
        "praxisbeispiele/passstelle-testtal",
        "praxisbeispiele",
        "massnahmen/datenschutz",
        "handlungsfelder/technik-und-sicherheit",
        "szenarien/am-anfang",
        "en/praxisbeispiele/passstelle-testtal",
        "en/praxisbeispiele",
    ):
        assert titel in _lies(projekt, url), url
    for wurzel in ("", "en/"):
        seite = lies_html(_lies(projekt, f"{wurzel}praxisbeispiele/passstelle-testtal"))
        bilder = [attr for tag, attr in seite.attribute if tag == "img"]
        assert [(b["src"], b["alt"]) for b in bilder] == [
            ("../../bilder/passstelle.png", "Der Schalter der gemeinsamen Passstelle")
        ]
        assert "Foto: Gemeinde Testtal" in seite.text
        assert (projekt / "site" / wurzel / "bilder/passstelle.png").read_bytes() == PNG
    fund = _im_suchindex(projekt, "/praxisbeispiele/passstelle-testtal/")
    assert titel in fund
    assert "Praxisbeispiel" in fund
    datei.unlink()
    shutil.rmtree(bild.parent)
    assert _leitfaden(projekt, "bauen").returncode == 0
    assert not (projekt / "site/praxisbeispiele/passstelle-testtal").exists()
    assert _im_suchindex(projekt, "/praxisbeispiele/passstelle-testtal/") == ""


def _stand(ordner: Path) -> dict[str, bytes]:
    return {
        p.relative_to(ordner).as_posix(): p.read_bytes() for p in ordner.rglob("*") if p.is_file()
    }


def test_error_in_one_record_publishes_nothing(projekt: Path) -> None:
    vorher = _stand(projekt / "site")
    kaputt = projekt / "data" / "praxisbeispiele" / "kaputt.yml"
    kaputt.write_text("titel: Kaputt\n", encoding="utf-8")
    lauf = _leitfaden(projekt, "bauen")
    kaputt.unlink()
    assert lauf.returncode == 1
    assert "kaputt.yml:1:1: S001" in lauf.stderr
    assert "unverändert" in lauf.stderr
    assert _stand(projekt / "site") == vorher


def test_former_id_leads_to_the_page(projekt: Path) -> None:
    satz = projekt / "data" / "massnahmen" / "datenschutz.yml"
    text = satz.read_text(encoding="utf-8")
    satz.write_text(text + "fruehere_ids:\n  - datenschutz-gemeinsam\n", encoding="utf-8")
    lauf = _leitfaden(projekt, "bauen")
    satz.write_text(text, encoding="utf-8")
    assert lauf.returncode == 0, lauf.stderr
    for wurzel in ("", "en/"):
        seite = _lies(projekt, f"{wurzel}massnahmen/datenschutz-gemeinsam")
        assert "../datenschutz/" in lies_html(seite).links()


def test_plain_mkdocs_builds_the_same_pages(projekt: Path, tmp_path: Path) -> None:
    assert _leitfaden(projekt, "bauen").returncode == 0
    frisch = lege_projekt_an(tmp_path / "frisch")
    umgebung = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    lauf = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=frisch,
        env=umgebung,
        capture_output=True,
        text=True,
        check=False,
    )
    assert lauf.returncode == 0, lauf.stderr
    anders = frisch / ".build" / "mkdocs-site"
    eigene = {
        p.relative_to(projekt / "site").as_posix() for p in (projekt / "site").rglob("*.html")
    }
    assert {p.relative_to(anders).as_posix() for p in anders.rglob("*.html")} == eigene
    for pfad in eigene:
        assert (anders / pfad).read_text() == (projekt / "site" / pfad).read_text(), pfad
    assert (anders / "pagefind" / "pagefind-worker.js").is_file()


def _brich_ab(projekt: Path, nach: float) -> float | None:
    """Kill a build after some seconds; returns how many it took if it ended before."""
    befehl = [sys.executable, "-m", "leitfaden.cli", "--projekt", str(projekt), "bauen"]
    stumm = subprocess.DEVNULL
    beginn = time.monotonic()
    lauf = subprocess.Popen(befehl, stdout=stumm, stderr=stumm, start_new_session=True)
    try:
        lauf.wait(nach)
    except subprocess.TimeoutExpired:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(lauf.pid, signal.SIGKILL)
        lauf.wait()
        return None
    return time.monotonic() - beginn


def test_killed_build_leaves_the_old_or_the_new_site(projekt: Path) -> None:
    satz = projekt / "data" / "massnahmen" / "datenschutz.yml"
    titel = next(
        z.removeprefix("titel: ")
        for z in satz.read_text("utf-8").split("\n")
        if z.startswith("titel: ")
    )
    titel_neu = "Datenschutz anders genannt"

    def seiten() -> dict[str, bytes]:
        stand = _stand(projekt / "site")
        return {p: b for p, b in stand.items() if p.endswith(".html") or p.endswith(".js")}

    def baue() -> float:
        beginn = time.monotonic()
        lauf = _leitfaden(projekt, "bauen")
        assert lauf.returncode == 0, lauf.stderr
        return time.monotonic() - beginn

    baue()
    alt = seiten()
    ersetze(satz, titel, titel_neu)
    baue()
    neu = seiten()
    # Earlier builds also made files that are kept; those that follow are shorter.
    dauer = baue()
    assert alt != neu
    zufall = random.Random(20261122)
    jetzt, danach = titel_neu, titel
    getroffen = 0
    for versuch in range(60):
        ersetze(satz, jetzt, danach)
        jetzt, danach = danach, jetzt
        zu_frueh = _brich_ab(projekt, zufall.uniform(0.1, 1.0) * dauer)
        assert seiten() in (alt, neu), f"attempt {versuch} left a mix"
        getroffen += zu_frueh is None
        # A machine with less to do than before builds faster.
        dauer = zu_frueh or dauer
        if getroffen == 8:
            break
    assert getroffen == 8, "the builds ended before they could be killed"
    if jetzt == titel_neu:
        ersetze(satz, titel_neu, titel)
    baue()
    assert seiten() == alt
    reste = [p.name for p in (projekt / ".build").glob("stufe-*")]
    assert reste == []


def test_command_line_is_installed() -> None:
    lauf = subprocess.run(
        [str(Path(sys.executable).with_name("leitfaden")), "erklaere", "S003"],
        cwd=WURZEL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert lauf.returncode == 0
    assert "Wert ist nicht erlaubt" in lauf.stdout
