"""Earlier versions of templates: kept as they were published, and published on."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterable
from pathlib import Path

from leitfaden.engines.auftrag import AusgabeError
from leitfaden.views.ausgaben import ARCHIV, ORDNER, Datei
from leitfaden.views.register import ALTNAME

ARCHIVORDNER = "archiv/vorlagen"


def archivierte(projekt: Path, heutige: Iterable[Datei]) -> tuple[Datei, ...]:
    """List the files of earlier versions.

    Raises AusgabeError for a name that says nothing, and for one that a file of today has: its
    version was not raised.
    """
    vergeben = {datei.name for datei in heutige}
    dateien = []
    for ort in sorted((projekt / ARCHIVORDNER).glob("*.*")):
        treffer = ALTNAME.fullmatch(ort.name)
        if treffer is None:
            raise AusgabeError(
                f"{ARCHIVORDNER}/{ort.name}: Der Name ist nicht der einer Vorlage. Behalten Sie "
                "den Namen, unter dem die Datei veröffentlicht war, etwa t05_it-liste_v1-1.xlsx."
            )
        if ort.name in vergeben:
            raise AusgabeError(
                f"{ARCHIVORDNER}/{ort.name}: Diese Fassung ist die heutige. "
                f"Erhöhen Sie `version` in data/vorlagen/{treffer['satz_id']}.yml."
            )
        daten = ort.read_bytes()
        dateien.append(
            Datei(
                satz_id=treffer["satz_id"],
                form=treffer["form"],
                pfad=f"{ORDNER}/{ort.name}",
                beispiel=treffer["beispiel"] is not None,
                groesse=len(daten),
                sha256=hashlib.sha256(daten).hexdigest(),
                art=ARCHIV,
            )
        )
    return tuple(dateien)


def lege_archiv_ab(site: Path, projekt: Path, dateien: Iterable[Datei]) -> None:
    """Copy earlier versions to the address they always had."""
    for datei in dateien:
        if datei.art == ARCHIV:
            ziel = site / datei.pfad
            ziel.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(projekt / ARCHIVORDNER / datei.name, ziel)
