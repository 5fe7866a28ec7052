"""Plugin of the tests: builds the real library once for all that look at the finished site."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

import pytest

from leitfaden.checks.berichte import als_text
from leitfaden.engines.bauen import baue
from leitfaden.engines.bestand import Bestand, bautag
from tests.projekt import KLEIN, lege_projekt_an
from tests.site.html import Dokument, lies_html

PROJEKT = Path(__file__).resolve().parents[1]


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
    """The real content, built to go public by an operator made up for the tests."""
    projekt = lege_projekt_an(tmp_path_factory.mktemp("website") / "projekt", PROJEKT)
    betreiber = (KLEIN / "betreiber.yml").read_text(encoding="utf-8")
    betreiber = betreiber.replace("2026-11-22", f"{bautag()}")
    (projekt / "betreiber.yml").write_text(betreiber, encoding="utf-8")
    daten, _ = baue(projekt, projekt / "site", lambda _: None, produktion=True)
    assert not daten.hat_fehler, als_text(projekt, daten.befunde, daten.ladung.dateien)
    return Website(projekt / "site", daten)
