"""Builds the whole site: checks, writes the tree, builds both languages, indexes, swaps in."""

from __future__ import annotations

import json
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path

from leitfaden.checks.veroeffentlichung import fehlende_fusslinks
from leitfaden.engines.ausgaben import erzeuge_ausgaben, lege_ab
from leitfaden.engines.bestand import Bestand, aktualisiere
from leitfaden.engines.nacharbeit import fuehre_sprachen_zusammen, vervollstaendige
from leitfaden.engines.nebenlauf import Nebenlauf
from leitfaden.engines.offene_daten import schreibe_offene_daten
from leitfaden.engines.offline import erzeuge_offline
from leitfaden.engines.pagefind import Indexlauf
from leitfaden.engines.sprachbau import adresse_der_website, baue_sprachen
from leitfaden.engines.tausch import stelle_wieder_her, tausche
from leitfaden.engines.textablage import schreibe_text
from leitfaden.findings import Finding
from leitfaden.render.seitenbaum import schreibe_seitenbaum

Melder = Callable[[str], None]


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
    offene_daten_s: float = 0.0
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
    try:
        with _gestoppt(zeiten, "seiten_s"):
            zeiten.spitze_mib = baue_sprachen(projekt, stufe, daten)
            fuehre_sprachen_zusammen(stufe / "de", stufe / "en")
        melde("Suchindex wird erstellt …")
        _vervollstaendige(projekt, stufe, daten, zeiten, melde)
        if befunde := _fusslinks(stufe / "de", daten):
            return replace(daten, befunde=befunde), zeiten
        tausche(stufe / "de", ziel)
    finally:
        shutil.rmtree(stufe, ignore_errors=True)
    zeiten.gesamt_s = round(time.perf_counter() - beginn, 3)
    protokoll = json.dumps(asdict(zeiten), indent=2)
    schreibe_text(werkstatt / "bauzeiten.json", protokoll)
    return daten, zeiten


def _vervollstaendige(
    projekt: Path, stufe: Path, daten: Bestand, zeiten: Bauzeiten, melde: Melder
) -> None:
    """Write what a site has besides its pages; what takes time is done side by side.

    Search index and open data need nothing of what is made in the meantime, nor it of them.
    """
    site, werkstatt = stufe / "de", stufe.parent
    adresse = adresse_der_website(projekt)
    offen = partial(schreibe_offene_daten, stufe / "offen", daten, adresse)
    with Indexlauf(stufe / "suche", stufe / "pagefind") as index, Nebenlauf(offen) as nebenher:
        with _gestoppt(zeiten, "abschluss_s"):
            vervollstaendige(site, daten, adresse, werkstatt)
            lege_ab(site, projekt, daten)
        with _gestoppt(zeiten, "offline_s"):
            erzeuge_offline(site, stufe / "suche", werkstatt, daten, adresse, melde)
        with _gestoppt(zeiten, "index_s"):
            zeiten.index_spitze_mib = index.vollende()
        with _gestoppt(zeiten, "offene_daten_s"):
            nebenher.vollende()
    (stufe / "pagefind").rename(site / "pagefind")
    shutil.copytree(stufe / "offen", site, copy_function=os.replace, dirs_exist_ok=True)


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
