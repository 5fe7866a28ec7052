"""Builds the pages of both languages with MkDocs, each in a process of its own."""

from __future__ import annotations

import gc
import logging
import multiprocessing
import os
import sys
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from leitfaden.engines.bestand import PRODUKTION, SPRACHEN, Bestand, behalte, bestand
from leitfaden.engines.pagefind import WORTE, schreibe_suchfassung
from leitfaden.engines.speicher import eigene_spitze


class SiteBuildError(RuntimeError):
    """The engine could not build the site; the message says what it complained about."""


def baue_sprachen(projekt: Path, stufe: Path, daten: Bestand) -> float:
    """Build every language below `stufe`, with its search copy; returns the peak memory in MiB.

    Raises SiteBuildError.
    """
    # A forked process starts with the loaded library; elsewhere it loads it by itself.
    gabeln = "fork" in multiprocessing.get_all_start_methods() and sys.platform != "darwin"
    umgebung: Any = multiprocessing.get_context("fork" if gabeln else "spawn")
    gc.collect()
    gc.freeze()  # the collector would touch, and so copy, every shared page of memory
    laufend = []
    for sprache in SPRACHEN:
        empfang, versand = umgebung.Pipe(duplex=False)
        vorrat = daten if gabeln else None
        argumente = (projekt, sprache, stufe / sprache, versand, vorrat, daten.produktion)
        prozess = umgebung.Process(target=_baue_sprache, args=argumente)
        prozess.start()
        versand.close()
        laufend.append((sprache, prozess, empfang))
    spitzen: list[float] = []
    fehler: list[str] = []
    for sprache, prozess, empfang in laufend:
        try:
            spitze, meldung = empfang.recv()
        except EOFError:
            spitze, meldung = 0.0, f"Der Prozess endete mit Code {prozess.exitcode}."
        prozess.join()
        spitzen.append(spitze)
        if meldung or prozess.exitcode:
            fehler.append(f"[{sprache}] {meldung or prozess.exitcode}")
    gc.unfreeze()
    if fehler:
        raise SiteBuildError("\n".join(fehler))
    return max(spitzen)


def _baue_sprache(
    projekt: Path,
    sprache: str,
    ziel: Path,
    versand: Connection,
    daten: Bestand | None,
    produktion: bool,
) -> None:
    """Build one language; runs in a process of its own and reports (peak MiB, error)."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort, BuildError, ConfigurationError

    os.chdir(projekt)
    os.environ["LEITFADEN_SPRACHE"] = sprache
    os.environ[PRODUKTION] = "ja" if produktion else ""
    protokoll = _Protokoll()
    logging.getLogger("mkdocs").addHandler(protokoll)
    logging.getLogger("mkdocs").propagate = False
    if daten is not None:
        behalte(projekt, daten)
    meldung = ""
    try:
        einstellungen = load_config(
            str(projekt / "mkdocs.yml"),
            docs_dir=str(_nur_eine_sprache(projekt, ziel.parent, sprache)),
            site_dir=str(ziel),
            strict=True,
        )
        build(einstellungen)
        # Both processes have a core each here; afterwards one would be idle.
        suche = ziel.parent / "suche"
        plan = (daten or bestand(projekt)).suchplan(sprache)
        kopien = suche if sprache == "de" else suche / sprache
        schreibe_suchfassung(ziel, kopien, plan, suche / WORTE / sprache)
    except (Abort, BuildError, ConfigurationError, SystemExit) as fehler:
        meldung = "\n".join([*protokoll.zeilen, str(fehler)])
    versand.send((eigene_spitze(), meldung))
    versand.close()


def _nur_eine_sprache(projekt: Path, stufe: Path, sprache: str) -> Path:
    """Return a source folder with the pages of one language only.

    The engine looks at every file of its source folder several times, also at those of languages
    it is not to build. Where links are not allowed it gets the whole tree.
    """
    baum = projekt / ".build" / "docs"
    sicht = stufe / f"quelle-{sprache}"
    try:
        sicht.mkdir()
        (sicht / sprache).symlink_to(baum / sprache, target_is_directory=True)
    except OSError:
        return baum
    return sicht


class _Protokoll(logging.Handler):
    """Keeps what MkDocs warns about, to be shown if the build fails."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.zeilen: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one message."""
        self.zeilen.append(f"{record.levelname}: {record.getMessage()}")


def adresse_der_website(projekt: Path) -> str:
    """Return the address the settings name; empty if they name none."""
    from mkdocs.config import load_config

    return str(load_config(str(projekt / "mkdocs.yml")).site_url or "")
