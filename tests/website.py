"""Plugin of the tests: builds the real library once for all that look at the finished site."""

from __future__ import annotations

import os
import shutil
import zipfile
from functools import cached_property
from pathlib import Path

import pytest
from filelock import FileLock

from leitfaden.checks.berichte import als_text
from leitfaden.engines.ausgaben import erzeuge_ausgaben
from leitfaden.engines.bauen import baue
from leitfaden.engines.bestand import Bestand, aktualisiere, bautag
from leitfaden.views.offline import ORDNER, PFAD
from tests.projekt import KLEIN, WURZEL, lege_projekt_an, teile_vorraete
from tests.site.html import Dokument, lies_html


class Website:
    """A built site: its folder, its pages by path, the library it was built from."""

    def __init__(self, wurzel: Path, daten: Bestand) -> None:
        self.wurzel = wurzel
        self.daten = daten

    @cached_property
    def seiten(self) -> dict[str, Dokument]:
        """Every HTML page by its path below the root."""
        pfade = sorted(self.wurzel.rglob("*.html"))
        return {
            p.relative_to(self.wurzel).as_posix(): lies_html(p.read_text(encoding="utf-8"))
            for p in pfade
            if "pagefind" not in p.parts
        }

    def seite(self, url: str) -> Dokument:
        """Return the page at an address such as `massnahmen/datenschutz/`."""
        return self.seiten[f"{url}index.html"]


@pytest.fixture(scope="session")
def website(tmp_path_factory: pytest.TempPathFactory) -> Website:
    """The real content, built to go public by an operator made up for the tests.

    Processes that test side by side build it once: the first does, the others wait and load it.
    """
    projekt = _gemeinsamer_ordner(tmp_path_factory) / "website"
    with FileLock(f"{projekt}.lock"):
        if (projekt / "site").is_dir():
            daten = aktualisiere(projekt, produktion=True)
            erzeuge_ausgaben(projekt, daten, lambda _: None)
        else:
            daten = _baue_website(projekt)
    assert not daten.hat_fehler, als_text(projekt, daten.befunde, daten.ladung.dateien)
    return Website(projekt / "site", daten)


def _gemeinsamer_ordner(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of this run of all tests, also for one of several processes."""
    ordner = tmp_path_factory.getbasetemp()
    return ordner.parent if "PYTEST_XDIST_WORKER" in os.environ else ordner


def _baue_website(projekt: Path) -> Bestand:
    # What a build left behind that failed in another process is no project.
    shutil.rmtree(projekt, ignore_errors=True)
    lege_projekt_an(projekt, WURZEL)
    betreiber = (KLEIN / "betreiber.yml").read_text(encoding="utf-8")
    betreiber = betreiber.replace("2026-11-22", f"{bautag()}")
    (projekt / "betreiber.yml").write_text(betreiber, encoding="utf-8")
    daten, _ = baue(projekt, projekt / "site", lambda _: None, produktion=True)
    # The next run of a single file of tests begins with what this one made.
    teile_vorraete(projekt, WURZEL)
    return daten


@pytest.fixture(scope="session")
def offline(website: Website, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The offline edition of the real library, unpacked; the folder readers open."""
    ziel = tmp_path_factory.mktemp("offline")
    with zipfile.ZipFile(website.wurzel / PFAD) as archiv:
        archiv.extractall(ziel)
    return ziel / ORDNER
