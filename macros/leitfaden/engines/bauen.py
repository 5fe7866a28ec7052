"""Builds the whole site: checks, writes the tree, builds both languages, indexes, swaps in."""

from __future__ import annotations

import gc
import json
import logging
import multiprocessing
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from leitfaden.checks.veroeffentlichung import fehlende_fusslinks
from leitfaden.engines.ausgaben import erzeuge_ausgaben, lege_ab
from leitfaden.engines.bestand import PRODUKTION, SPRACHEN, Bestand, aktualisiere, behalte, bestand
from leitfaden.engines.nacharbeit import fuehre_sprachen_zusammen, vervollstaendige
from leitfaden.engines.offline import erzeuge_offline
from leitfaden.engines.pagefind import WORTE, Indexlauf, schreibe_suchfassung
from leitfaden.engines.speicher import eigene_spitze
from leitfaden.engines.tausch import stelle_wieder_her, tausche
from leitfaden.engines.textablage import schreibe_text
from leitfaden.findings import Finding
from leitfaden.render.seitenbaum import schreibe_seitenbaum

Melder = Callable[[str], None]


class SiteBuildError(RuntimeError):
    """The engine could not build the site; the message says what it complained about."""


@dataclass
class Bauzeiten:
    """Seconds of each stage and peak memory in MiB of builder and indexer."""

    pruefen_s: float = 0.0
    ausgaben_s: float = 0.0
    erzeugen_s: float = 0.0
    seiten_s: float = 0.0
    abschluss_s: float = 0.0
    offline_s: float = 0.0
    index_s: float = 0.0
    gesamt_s: float = 0.0
    spitze_mib: float = 0.0
    index_spitze_mib: float = 0.0
    seiten: int = 0


@contextmanager
def _gestoppt(zeiten: Bauzeiten, feld: str) -> Iterator[None]:
    beginn = time.perf_counter()
    yield
    setattr(zeiten, feld, round(time.perf_counter() - beginn, 3))


def baue(
    projekt: Path, ziel: Path, melde: Melder, produktion: bool = False
) -> tuple[Bestand, Bauzeiten]:
    """Build a project into `ziel`: a preview, or with `produktion` a site that goes public.

    With errors in the data nothing is built: the caller looks at `Bestand.hat_fehler`. The old
    site stays until the new one is complete; then both are exchanged in one step. Raises
    SiteBuildError if the engine fails, AusgabeError if a file to download does and PagefindError
    if indexing does, OfflineError if the offline edition does.
    """
    zeiten = Bauzeiten()
    beginn = time.perf_counter()
    stelle_wieder_her(ziel)
    with _gestoppt(zeiten, "pruefen_s"):
        daten = aktualisiere(projekt, produktion)
    if daten.hat_fehler:
        return daten, zeiten
    werkstatt = projekt / ".build"
    with _gestoppt(zeiten, "ausgaben_s"):
        erzeuge_ausgaben(projekt, daten, melde)
    with _gestoppt(zeiten, "erzeugen_s"):
        zeiten.seiten = schreibe_seitenbaum(daten.plaene, projekt, werkstatt / "docs")
    melde(f"{zeiten.seiten} Seiten vorbereitet, Website wird gebaut …")
    stufe = _frische_stufe(werkstatt)
    adresse = _adresse(projekt)
    try:
        with _gestoppt(zeiten, "seiten_s"):
            zeiten.spitze_mib = _baue_sprachen(projekt, stufe, daten)
            fuehre_sprachen_zusammen(stufe / "de", stufe / "en")
        melde("Suchindex wird erstellt …")
        # The indexer is a program of its own and needs none of what is made in the meantime.
        with Indexlauf(stufe / "suche", stufe / "pagefind") as index:
            with _gestoppt(zeiten, "abschluss_s"):
                vervollstaendige(stufe / "de", daten, adresse, werkstatt)
                lege_ab(stufe / "de", projekt, daten)
            with _gestoppt(zeiten, "offline_s"):
                erzeuge_offline(stufe / "de", stufe / "suche", werkstatt, daten, adresse, melde)
            with _gestoppt(zeiten, "index_s"):
                zeiten.index_spitze_mib = index.vollende()
        (stufe / "pagefind").rename(stufe / "de" / "pagefind")
        if befunde := _fusslinks(stufe / "de", daten):
            return replace(daten, befunde=befunde), zeiten
        tausche(stufe / "de", ziel)
    finally:
        shutil.rmtree(stufe, ignore_errors=True)
    zeiten.gesamt_s = round(time.perf_counter() - beginn, 3)
    protokoll = json.dumps(asdict(zeiten), indent=2)
    schreibe_text(werkstatt / "bauzeiten.json", protokoll)
    return daten, zeiten


def _fusslinks(site: Path, daten: Bestand) -> list[Finding]:
    """Look at the footer of every finished page of a site that goes public."""
    if not daten.produktion:
        return []
    seiten = ((p.relative_to(site).as_posix(), p) for p in sorted(site.rglob("*.html")))
    return list(fehlende_fusslinks((n, p.read_text(encoding="utf-8")) for n, p in seiten))


def _frische_stufe(werkstatt: Path) -> Path:
    """Return an empty folder for this build; leftovers of builds that were killed go away."""
    for rest in werkstatt.glob("stufe-*"):
        if not _lebt(int(rest.name.removeprefix("stufe-"))):
            shutil.rmtree(rest, ignore_errors=True)
    stufe = werkstatt / f"stufe-{os.getpid()}"
    shutil.rmtree(stufe, ignore_errors=True)
    stufe.mkdir(parents=True)
    return stufe


def _lebt(pid: int) -> bool:
    """Tell whether a process runs; where that cannot be asked harmlessly, say it does not."""
    if sys.platform == "win32":
        return False  # os.kill would end it
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _baue_sprachen(projekt: Path, stufe: Path, daten: Bestand) -> float:
    """Build every language in a process of its own; returns the peak memory in MiB."""
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


def _adresse(projekt: Path) -> str:
    from mkdocs.config import load_config

    return str(load_config(str(projekt / "mkdocs.yml")).site_url or "")
