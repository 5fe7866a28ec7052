"""The preview server: pages appear at once, the search index follows in the background."""

from __future__ import annotations

import logging
import shutil
import tempfile
import threading
from pathlib import Path

from leitfaden.engines.bestand import Bestand
from leitfaden.engines.pagefind import PagefindError, erzeuge_index, schreibe_alle_suchfassungen

_PROTOKOLL = logging.getLogger("mkdocs.leitfaden")


class Hintergrundindex:
    """Indexes the newest build of the preview; results of older builds are dropped."""

    def __init__(self) -> None:
        self._schloss = threading.Lock()
        self._neuester = 0

    def starte(self, site: Path, daten: Bestand) -> threading.Thread:
        """Index a finished site in a thread and put the index into it; returns the thread."""
        with self._schloss:
            self._neuester += 1
            nummer = self._neuester
        ordner = Path(tempfile.mkdtemp(prefix="leitfaden-suche-"))
        schreibe_alle_suchfassungen(site, ordner / "seiten", daten)
        faden = threading.Thread(target=self._indiziere, args=(site, ordner, nummer), daemon=True)
        faden.start()
        return faden

    def _indiziere(self, site: Path, ordner: Path, nummer: int) -> None:
        try:
            erzeuge_index(ordner / "seiten", ordner / "index")
            with self._schloss:
                if nummer == self._neuester and site.is_dir():
                    shutil.rmtree(site / "pagefind", ignore_errors=True)
                    shutil.move(ordner / "index", site / "pagefind")
        except PagefindError as fehler:
            _PROTOKOLL.warning("Der Suchindex der Vorschau fehlt: %s", fehler)
        finally:
            shutil.rmtree(ordner, ignore_errors=True)
