"""Plugin of the tests: builds the real library once for all that look at the finished site."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

import pytest

from leitfaden.engines.bauen import baue
from leitfaden.engines.bestand import Bestand
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
    # The target must be on the file system of the project: the swap is a rename.
    ziel = PROJEKT / ".build" / f"test-{tmp_path_factory.getbasetemp().name}" / "site"
    ziel.parent.mkdir(parents=True, exist_ok=True)
    daten, _ = baue(PROJEKT, ziel, lambda _: None)
    assert not daten.hat_fehler
    return Website(ziel, daten)
