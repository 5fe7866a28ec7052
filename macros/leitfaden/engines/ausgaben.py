"""Makes the files to download, each only when its content has changed, and puts them in place."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from leitfaden.engines.archiv import archivierte, lege_archiv_ab
from leitfaden.engines.auftrag import Auftrag, AusgabeError, auftrag
from leitfaden.engines.bestand import Bestand
from leitfaden.engines.hersteller import HERSTELLER
from leitfaden.engines.pakete import packe_alle
from leitfaden.engines.textablage import schreibe_text
from leitfaden.engines.werkbank import Werkbank, raeume_auf
from leitfaden.views.ausgaben import Ausgabeplan, Datei, Dateiverzeichnis

__all__ = ["AusgabeError", "bekannte_namen", "erzeuge_ausgaben", "lege_ab"]

Melder = Callable[[str], None]


def erzeuge_ausgaben(
    projekt: Path, daten: Bestand, melde: Melder, nur: frozenset[str] = frozenset()
) -> Dateiverzeichnis:
    """Make every file that is missing and hand the list to the pages.

    With `nur` only files of these records or kinds are made. Raises AusgabeError, which names
    every file that could not be made.
    """
    vorrat = projekt / ".build" / "ausgaben"
    plaene = [plan for plan in _plaene(daten) if not nur or plan.satz_id in nur or plan.art in nur]
    auftraege = _fuehre_aus(daten, plaene, vorrat, melde)
    dateien = [_datei(a) for a in auftraege]
    if not nur:
        dateien += packe_alle(daten.bibliotheken["de"].katalog, dateien, vorrat)
        dateien += archivierte(projekt, dateien)
        ablagen = (a.ablage.name for a in auftraege)
        raeume_auf(vorrat, (*(datei.ablage for datei in dateien), *ablagen))
    verzeichnis = Dateiverzeichnis(tuple(dateien))
    for bib in daten.bibliotheken.values():
        bib.dateien = verzeichnis
    return verzeichnis


def _fuehre_aus(
    daten: Bestand, plaene: Sequence[Ausgabeplan], vorrat: Path, melde: Melder
) -> list[Auftrag]:
    """Make what is missing; returns the orders in the sequence of the plans.

    Slow files are prepared first, and are being made while the others are prepared.
    """
    auftraege: dict[Ausgabeplan, Auftrag] = {}
    neue = 0
    with Werkbank() as werkbank:
        for plan in sorted(plaene, key=lambda p: -HERSTELLER[p.art].sekunden(p)):
            neuer = auftraege[plan] = auftrag(HERSTELLER[plan.art], daten, plan, vorrat)
            if not neuer.ziel.is_file():
                werkbank.nimm(neuer)
                neue += 1
        if neue:
            melde(f"{neue} von {len(plaene)} Dateien werden erzeugt …")
            werkbank.vollende(melde)
    return [auftraege[plan] for plan in plaene]


def bekannte_namen(daten: Bestand) -> frozenset[str]:
    """Return every name `nur` may hold: ids of records and kinds of files."""
    plaene = tuple(_plaene(daten))
    return frozenset({plan.satz_id for plan in plaene if plan.satz_id} | set(HERSTELLER))


def _plaene(daten: Bestand) -> Iterator[Ausgabeplan]:
    for hersteller in HERSTELLER.values():
        yield from hersteller.plaene(daten)


def _datei(auftrag: Auftrag) -> Datei:
    plan, daten = auftrag.plan, auftrag.ziel.read_bytes()
    summe = hashlib.sha256(daten).hexdigest()
    return Datei(
        satz_id=plan.satz_id,
        form=plan.form,
        pfad=plan.pfad,
        beispiel=plan.beispiel,
        groesse=len(daten),
        sha256=summe,
        art=plan.art,
        sprache=plan.sprache,
        ablage=auftrag.ziel.name,
    )


def lege_ab(site: Path, projekt: Path, daten: Bestand, teilweise: bool = False) -> None:
    """Copy every file to its place in a finished site, with earlier versions and checksums.

    With `teilweise` the list of checksums keeps what it says about other files.
    """
    dateien = daten.bibliotheken["de"].dateien.dateien
    vorrat = projekt / ".build" / "ausgaben"
    for datei in dateien:
        if not datei.ablage:  # not made here
            continue
        ziel = site / datei.pfad
        ziel.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(vorrat / datei.ablage, ziel)
    lege_archiv_ab(site, projekt, dateien)
    liste = site / "downloads" / "SHA256SUMS"
    summen = _lies_summen(liste) if teilweise else {}
    summen |= {d.pfad.removeprefix("downloads/"): d.sha256 for d in dateien}
    if dateien:
        schreibe_text(liste, "".join(f"{summe}  {pfad}\n" for pfad, summe in summen.items()))


def _lies_summen(liste: Path) -> dict[str, str]:
    """Return the checksums of a list by path; none if there is no list yet."""
    if not liste.is_file():
        return {}
    paare = (zeile.split("  ", 1) for zeile in liste.read_text(encoding="utf-8").splitlines())
    return {pfad: summe for summe, pfad in paare}
