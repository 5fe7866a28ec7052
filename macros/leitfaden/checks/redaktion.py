"""Editorial rules: overdue reviews, translations, pictures."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from leitfaden.findings import Finding, Location, finding
from leitfaden.model.felder import Seitendatensatz, Zustand
from leitfaden.model.typen import INHALTSTYPEN
from leitfaden.model.uebersetzung import gleiche_ab
from leitfaden.source.feldfehler import vorschlag
from leitfaden.source.loader import Ladung

BILDENDUNGEN = {
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".webp": (b"RIFF",),
}
BILD_HOECHSTENS = 500 * 1024


def pruefe_pruefdaten(ladung: Ladung, heute: date) -> Iterator[Finding]:
    """A published text is reviewed again by the day it names."""
    for typ in INHALTSTYPEN:
        for satz in ladung.katalog.von(typ.name).values():
            if not isinstance(satz, Seitendatensatz) or satz.zustand is not Zustand.VEROEFFENTLICHT:
                continue
            if satz.naechste_pruefung < heute:
                ort = ladung.ort(typ.name, satz.id, ("naechste_pruefung",))
                yield finding("S030", ort, tag=f"{satz.naechste_pruefung:%d.%m.%Y}")


def pruefe_uebersetzungen(ladung: Ladung) -> Iterator[Finding]:
    """An English file belongs to a German record, covers all its texts and is up to date."""
    katalog = ladung.katalog
    for (typ, satz_id), englisch in katalog.uebersetzungen.items():
        satz = katalog.von(typ).get(satz_id)
        if satz is None:
            if (typ, satz_id, "de") not in ladung.herkunft:
                ort = ladung.ort(typ, satz_id, (), "en")
                nah = vorschlag(satz_id, katalog.von(typ))
                yield finding("D013", ort, id=satz_id, vorschlag=nah)
            continue
        abgleich = gleiche_ab(satz, englisch)
        for schluessel in abgleich.ueberzaehlige:
            ort = ladung.ort(typ, satz_id, als_pfad(schluessel), "en")
            yield finding("T022", ort, feld=schluessel)
        if luecken := abgleich.fehlende:
            ort = ladung.ort(typ, satz_id, (), "en")
            yield finding("T020", ort, anzahl=len(luecken), feld=luecken[0])
        for schluessel in abgleich.veraltete:
            ort = ladung.ort(typ, satz_id, als_pfad(schluessel), "en")
            yield finding("T021", ort, feld=schluessel)


def als_pfad(schluessel: str) -> tuple[str | int, ...]:
    """Turn `schritte[0].titel` into ("schritte", 0, "titel")."""
    teile = schluessel.replace("]", "").replace("[", ".").split(".")
    return tuple(int(teil) if teil.isdecimal() else teil for teil in teile)


def pruefe_bilder(ladung: Ladung) -> Iterator[Finding]:
    """A picture is a small JPG, PNG or WebP in docs/bilder/, reached by its bare name."""
    ordner = ladung.projekt / "docs" / "bilder"
    genannt = set()
    for satz in ladung.katalog.praxisbeispiele.values():
        if satz.bild is None:
            continue
        genannt.add(satz.bild.datei)
        ort = ladung.ort("praxisbeispiel", satz.id, ("bild", "datei"))
        name = satz.bild.datei
        voll = ordner / name
        if Path(name).name != name or "\\" in name or name.startswith("."):
            yield finding("D010", ort, datei=name)
        elif not voll.is_file() or voll.is_symlink():
            vorhanden = [p.name for p in ordner.iterdir()] if ordner.is_dir() else []
            yield finding("D011", ort, datei=name, vorschlag=vorschlag(name, vorhanden))
        elif grund := _bildmangel(voll):
            yield finding("D012", ort, datei=name, grund=grund)
    yield from _ungenannte(ordner, genannt)


def _ungenannte(ordner: Path, genannt: set[str]) -> Iterator[Finding]:
    """The whole folder is published, so files no record names must be pictures as well."""
    for pfad in sorted(ordner.iterdir()) if ordner.is_dir() else ():
        ort = Location(f"docs/bilder/{pfad.name}")
        if pfad.name.startswith(".") or pfad.name in genannt or pfad.is_dir():
            continue
        if pfad.is_symlink():
            yield finding("D007", ort)
        elif grund := _bildmangel(pfad):
            yield finding("D012", ort, datei=pfad.name, grund=grund)


def _bildmangel(pfad: Path) -> str:
    anfaenge = BILDENDUNGEN.get(pfad.suffix.lower())
    if anfaenge is None:
        return f"die Endung „{pfad.suffix}“ ist nicht erlaubt"
    if pfad.stat().st_size > BILD_HOECHSTENS:
        return f"es ist {pfad.stat().st_size // 1024} KiB groß"
    with pfad.open("rb") as datei:
        anfang = datei.read(16)
    return "" if anfang.startswith(anfaenge) else "der Inhalt passt nicht zur Endung"
