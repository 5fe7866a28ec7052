"""The offline edition of a tiny site: what is written where, and what stops it."""

from __future__ import annotations

import hashlib
import zipfile
from pathlib import Path

import pytest

from leitfaden.engines import offline
from leitfaden.engines.bestand import Bestand, erstelle_bestand
from leitfaden.engines.offline import OfflineError, erzeuge_offline
from leitfaden.views.ausgaben import ARCHIV, VORLAGE, Datei, Dateiverzeichnis
from leitfaden.views.offline import ORDNER, PFAD, SEITEN, SUCHE, SUMMEN

SEITE = (
    '<html lang="de"><body><a href="glossar/">G</a>\n<main id="inhalt">Text</main></body></html>'
)
KOPIE = '<html lang="de"><body><h1 data-pagefind-meta="title">Titel</h1></body></html>'


@pytest.fixture(scope="module")
def daten(small: Path) -> Bestand:
    return erstelle_bestand(small)


@pytest.fixture
def site(tmp_path: Path, projekt: Path) -> Path:
    ziel = tmp_path / "site"
    for name, inhalt in {
        "index.html": SEITE,
        "glossar/index.html": SEITE,
        "downloads/SHA256SUMS": "aa  vorlagen/t.docx\n",
        "downloads/vorlagen/heute.docx": "neu",
        "downloads/vorlagen/frueher.docx": "alt",
    }.items():
        (ziel / name).parent.mkdir(parents=True, exist_ok=True)
        (ziel / name).write_text(inhalt, encoding="utf-8")
    (ziel / "assets").mkdir()
    (ziel / "assets/javascripts").symlink_to(projekt / "overrides/assets/javascripts")
    for ordner in ("suche", "suche/en"):
        (tmp_path / ordner).mkdir()
        (tmp_path / ordner / "index.html").write_text(KOPIE, encoding="utf-8")
        (tmp_path / ordner / "worte.txt").write_text("a\nb", encoding="utf-8")
    return ziel


def erzeuge(site: Path, daten: Bestand, meldungen: list[str] | None = None) -> Path:
    melde = [].append if meldungen is None else meldungen.append
    werkstatt = site.parent / "werkstatt"
    return erzeuge_offline(site, site.parent / "suche", werkstatt, daten, "", melde)


def test_edition_is_written_into_the_site(
    site: Path, daten: Bestand, monkeypatch: pytest.MonkeyPatch
) -> None:
    dateien = [
        Datei("t", "docx", f"downloads/vorlagen/{name}.docx", False, 3, "", art=art)
        for name, art in (("heute", VORLAGE), ("frueher", ARCHIV))
    ]
    monkeypatch.setattr(daten.bibliotheken["de"], "dateien", Dateiverzeichnis(tuple(dateien)))
    datei = erzeuge(site, daten)
    assert datei == site / PFAD
    with zipfile.ZipFile(datei) as archiv:
        namen = {name.removeprefix(f"{ORDNER}/{SEITEN}/") for name in archiv.namelist()}
        seite = archiv.read(f"{ORDNER}/{SEITEN}/index.html").decode()
        worte = archiv.read(f"{ORDNER}/{SEITEN}/{SUCHE}/worte.txt.js").decode()
    assert {"index.html", "glossar/index.html", f"{SUCHE}/en/worte.txt.js"} <= namen
    assert "downloads/vorlagen/heute.docx" in namen
    assert f"{SUCHE}/de/verzeichnis.json.js" in namen
    assert not [name for name in namen if "frueher" in name]
    assert '<a href="glossar/index.html">' in seite
    assert 'data-teil="offline"' in seite
    assert worte == 'umsetzungsbibliothek.daten("a\\nb");\n'


def test_checksum_joins_those_of_the_other_downloads(site: Path, daten: Bestand) -> None:
    summe = hashlib.sha256(erzeuge(site, daten).read_bytes()).hexdigest()
    zeilen = (site / "downloads" / SUMMEN).read_text(encoding="utf-8").splitlines()
    assert zeilen == ["aa  vorlagen/t.docx", f"{summe}  {PFAD.removeprefix('downloads/')}"]


def test_each_language_has_its_own_pages(site: Path, daten: Bestand) -> None:
    with zipfile.ZipFile(erzeuge(site, daten)) as archiv:
        for sprache, url in (("de", ""), ("en", "en/")):
            pfad = f"{ORDNER}/{SEITEN}/{SUCHE}/{sprache}/seiten-1.json.js"
            assert archiv.read(pfad).decode().count('"url"') == 1
            assert f'"url":"{url}"' in archiv.read(pfad).decode()


def test_size_beyond_the_promise_is_reported(
    site: Path, daten: Bestand, monkeypatch: pytest.MonkeyPatch
) -> None:
    meldungen: list[str] = []
    erzeuge(site, daten, meldungen)
    assert meldungen == []
    monkeypatch.setattr(offline, "GRENZE_MB", 0)
    erzeuge(site, daten, meldungen)
    assert "versprochen sind 0 MB" in meldungen[0]


@pytest.mark.parametrize(
    ("pfad", "grund"),
    [(f"{'lang/' * 35}index.html", "weniger als 180"), ("maßnahmen/index.html", "Umlaute")],
)
def test_paths_windows_cannot_unpack_stop_it(
    site: Path, daten: Bestand, pfad: str, grund: str
) -> None:
    (site / pfad).parent.mkdir(parents=True)
    (site / pfad).write_text(SEITE, encoding="utf-8")
    with pytest.raises(OfflineError, match=grund):
        erzeuge(site, daten)
    assert not (site / PFAD).exists()


def test_scripts_that_do_not_fit_stop_it(site: Path, daten: Bestand, tmp_path: Path) -> None:
    (site / "assets/javascripts").unlink()
    (site / "assets/javascripts").mkdir()
    (site / "assets/javascripts/lb.mjs").write_text("export default 1;\n", encoding="utf-8")
    with pytest.raises(OfflineError, match=r"lb\.mjs: Diese Schreibweise .*: export default"):
        erzeuge(site, daten)
