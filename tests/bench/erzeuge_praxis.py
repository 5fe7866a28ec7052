"""Writes synthetic Praxisbeispiele: `python -m tests.bench.erzeuge_praxis N ZIEL`.

Record number i is the same in every run and for every N, so figures can be compared.
"""

from __future__ import annotations

import argparse
from datetime import date
from functools import cache
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

import yaml

from leitfaden.model.felder_kunde import als_schluessel, texte
from leitfaden.model.praxisbeispiel import Praxisbeispiel
from leitfaden.model.uebersetzung import (
    Abgleich,
    Uebersetzung,
    englisches_modell,
    gleiche_ab,
    quellhash,
)
from tests.bench.ausgabe import schreibe_yaml
from tests.bench.prosa import Erzaehler, Paar, ortsname

PROJEKT = Path(__file__).resolve().parents[2]
VORSATZ = "bench-"
_TITEL_LAENGE = 100
_UEBERSETZT_VON_ZEHN = 3
_SCHEMA = "# yaml-language-server: $schema=../../schema/praxisbeispiele{}.schema.json\n"
MASSNAHMEN = (
    *("kooperationsraum-vereinbaren", "status-quo-ermitteln", "digitalisierungskonzept-erarbeiten"),
    *("steuerung-einrichten", "finanzierung-regeln", "beteiligte-mitnehmen"),
    *("digital-navigatoren", "austausch-verstetigen", "it-personal-teilen"),
    *("schulungen-organisieren", "wissen-sichern", "prozesse-vereinheitlichen"),
    *("online-dienste-einfuehren", "e-akte-einfuehren", "post-digitalisieren"),
    *("ratsarbeit-digital", "buergerinformation-barrierefrei", "umsetzungsplan-it"),
    *("gemeinsam-beschaffen", "informationssicherheit", "datenschutz", "it-notfallvorsorge"),
)
SZENARIEN = ("am-anfang", "unter-druck", "verbund-mit-altlasten")


@cache
def quellen_ids() -> tuple[str, ...]:
    """Return the ids of the real list of sources."""
    text = (PROJEKT / "data" / "quellen.yml").read_text(encoding="utf-8")
    return tuple(eintrag["id"] for eintrag in yaml.load(text, Loader=yaml.CSafeLoader))


def satz_id(nummer: int) -> str:
    """Return the id of a synthetic record."""
    return f"{VORSATZ}{nummer:05d}"


def ist_uebersetzt(nummer: int) -> bool:
    """Tell whether the record has an English file: three of ten do."""
    return nummer * _UEBERSETZT_VON_ZEHN % 10 < _UEBERSETZT_VON_ZEHN


def entwurf(nummer: int) -> dict[str, Any]:
    """Return the fields of a record; every translatable text is a `Paar`."""
    zufall = Random(nummer)
    orte = tuple(ortsname(nummer + i * 1013) for i in range(zufall.randint(3, 7)))
    erzaehler = Erzaehler(zufall, orte)
    quellen = zufall.sample(quellen_ids(), zufall.randint(1, 3))
    sitz = Erzaehler(zufall, orte[:1])
    stand = date(2026, zufall.randint(1, 10), zufall.randint(1, 28))
    return {
        "titel": _titel(sitz),
        "kurzbeschreibung": Paar(*map(" ".join, zip(*sitz.saetze("kurz", 2), strict=True))),
        "kernaussagen": erzaehler.saetze("kern", 3),
        "naechster_schritt": erzaehler.satz("schritt"),
        "kommunen": [_kommune(zufall, ort) for ort in orte],
        "verbund": sitz.satz("verbund"),
        "region": sitz.satz("region"),
        "zeitraum": _zeitraum(zufall, erzaehler),
        "ausgangslage": erzaehler.absaetze("ausgangslage", 15, 5),
        "vorgehen": erzaehler.schritte("vorgehen", 16, 9),
        "ergebnisse": erzaehler.saetze("ergebnis", 5),
        "zahlen": [_zahl(zufall, erzaehler, quellen) for _ in range(3)],
        "lehren": erzaehler.saetze("lehre", 5),
        "nachmachen": [{"text": satz} for satz in erzaehler.saetze("nachmachen", 3)],
        "nicht_belegt": erzaehler.saetze("nicht_belegt", 2),
        "massnahmen": zufall.sample(MASSNAHMEN, zufall.randint(2, 4)),
        "szenarien": zufall.sample(SZENARIEN, zufall.randint(1, 2)),
        "kontakt": {
            "rolle": erzaehler.satz("rolle"),
            "organisation": f"Stadtverwaltung {orte[0]}",
            "email": f"stelle-{nummer}@beispiel-verbund.de",
        },
        "schlagworte": [*erzaehler.saetze("schlagwort", 3)],
        "beleglage": zufall.choice(("belegt", "gemischt")),
        "quellen": quellen,
        "stand": stand,
        # Far ahead: an overdue review would add a warning per record to what is measured.
        "naechste_pruefung": stand.replace(year=2046),
        "zustand": "veroeffentlicht",
    }


def _titel(erzaehler: Erzaehler) -> Paar:
    entwuerfe = (erzaehler.satz("titel") for _ in count())
    return next(paar for paar in entwuerfe if max(map(len, paar)) <= _TITEL_LAENGE)


def _kommune(zufall: Random, ort: str) -> dict[str, Any]:
    einwohner = zufall.randint(900, 24000)
    return {"name": ort, "einwohner": einwohner, "einwohner_stand": date(2024, 12, 31)}


def _zeitraum(zufall: Random, erzaehler: Erzaehler) -> dict[str, Any]:
    jahr = zufall.randint(2017, 2024)
    beginn, ende = f"{jahr}-{zufall.randint(1, 12):02d}", str(jahr + zufall.randint(1, 2))
    return {"beginn": beginn, "ende": ende, "hinweis": erzaehler.satz("hinweis")}


def _zahl(zufall: Random, erzaehler: Erzaehler, quellen: list[str]) -> dict[str, Any]:
    return {
        "wert": zufall.randint(2, 900),
        "genauigkeit": zufall.choice(("genau", "rund")),
        "einheit": erzaehler.satz("zahl"),
        "bedeutung": erzaehler.satz("zahl_bedeutung"),
        "quelle": zufall.choice(quellen),
    }


def deutsch(wert: Any) -> Any:
    """Return the German record of a draft."""
    if isinstance(wert, Paar):
        return wert.de
    if isinstance(wert, dict):
        return {k: deutsch(v) for k, v in wert.items()}
    return [deutsch(v) for v in wert] if isinstance(wert, list) else wert


def englisch(wert: Any) -> Any:
    """Return only the English texts of a draft, None where there are none."""
    if isinstance(wert, Paar):
        return wert.en
    if isinstance(wert, dict):
        return {k: e for k, v in wert.items() if (e := englisch(v)) is not None} or None
    if isinstance(wert, list):
        liste = [englisch(v) for v in wert]
        return liste if any(liste) else None
    return None


def erzeuge(nummer: int) -> tuple[dict[str, Any], dict[str, Any] | None]:
    """Return the German record and, for three of ten, the English file, both validated."""
    skizze = entwurf(nummer)
    satz = Praxisbeispiel.model_validate({"id": satz_id(nummer), **deutsch(skizze)})
    if not ist_uebersetzt(nummer):
        return deutsch(skizze), None
    englische = englisch(skizze)
    stand = {als_schluessel(pfad): quellhash(text) for pfad, text in texte(satz)}
    englisches_modell(Praxisbeispiel).model_validate({**englische, "quellstand": stand})
    if gleiche_ab(satz, Uebersetzung(englische, stand)) != Abgleich((), (), ()):
        raise ValueError(f"{satz_id(nummer)}: the English texts do not match the record")
    return deutsch(skizze), {**englische, "quellstand": stand}


def schreibe(anzahl: int, ziel: Path) -> None:
    """Write records 1 to `anzahl` below `ziel/praxisbeispiele`, replacing earlier ones."""
    ordner = ziel / "praxisbeispiele"
    ordner.mkdir(parents=True, exist_ok=True)
    for alt in ordner.glob(f"{VORSATZ}*.yml"):
        alt.unlink()
    for nummer in range(1, anzahl + 1):
        satz, uebersetzung = erzeuge(nummer)
        schreibe_yaml(ordner / f"{satz_id(nummer)}.yml", satz, _SCHEMA.format(""))
        if uebersetzung:
            schreibe_yaml(ordner / f"{satz_id(nummer)}.en.yml", uebersetzung, _SCHEMA.format(".en"))


def main() -> None:
    """Read the command line and write the records."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("anzahl", type=int, metavar="N")
    parser.add_argument("ziel", type=Path, metavar="ZIEL", help="Datenordner, etwa data/")
    angaben = parser.parse_args()
    schreibe(angaben.anzahl, angaben.ziel)


if __name__ == "__main__":
    main()
