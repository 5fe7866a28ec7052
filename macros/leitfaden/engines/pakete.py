"""Packs the files of templates into packages."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from leitfaden.downloads.archiv import packe
from leitfaden.engines.werkbank import schreibe
from leitfaden.model.katalog import Katalog
from leitfaden.texts import texte_von
from leitfaden.views.ausgaben import PAKET, PAKETORDNER, VORLAGE, ZIP, Datei, pakete
from leitfaden.views.liesmich import liesmich


def packe_alle(katalog: Katalog, dateien: Iterable[Datei], vorrat: Path) -> Iterator[Datei]:
    """Pack the files of each package with a page that tells what is inside."""
    je_vorlage: dict[str, list[Datei]] = {}
    for datei in dateien:
        if datei.art == VORLAGE:
            je_vorlage.setdefault(datei.satz_id, []).append(datei)
    for name, vorlagen in pakete(katalog).items():
        teile: list[tuple[str, str | bytes]] = [
            ("LIESMICH.txt", liesmich(name, vorlagen, texte_von("de")))
        ]
        teile += [
            (datei.name, (vorrat / datei.ablage).read_bytes())
            for vorlage in vorlagen
            for datei in je_vorlage.get(vorlage.id, ())
        ]
        daten = packe(teile, max(vorlage.stand for vorlage in vorlagen))
        summe = hashlib.sha256(daten).hexdigest()
        if not (vorrat / summe).is_file():
            schreibe(vorrat / summe, daten)
        pfad = f"{PAKETORDNER}/{name}.zip"
        yield Datei("", ZIP, pfad, False, len(daten), summe, art=PAKET, ablage=summe)
