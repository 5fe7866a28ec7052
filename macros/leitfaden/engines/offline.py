"""Makes the offline edition from a finished site: one archive that needs no server."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from leitfaden.downloads.sammelarchiv import (
    MANIFEST,
    PACKER,
    Eintrag,
    Vorrat,
    haenge_an,
    packe_viele,
)
from leitfaden.engines.bestand import SPRACHEN, Bestand
from leitfaden.render.offlineseite import INHALTSREGEL, Offlineseiten
from leitfaden.render.skriptbuendel import BuendelError, buendle
from leitfaden.render.suchblatt import lies_suchblatt
from leitfaden.render.umgebung import makro
from leitfaden.texts import texte_von
from leitfaden.views.ausgaben import ARCHIV
from leitfaden.views.offline import (
    GRENZE_MB,
    LAENGSTER_PFAD,
    LIESMICH,
    ORDNER,
    PFAD,
    SEITEN,
    SKRIPT,
    START,
    SUCHE,
    SUMMEN,
    Packliste,
    liesmich_offline,
    manifest,
    packliste,
)
from leitfaden.views.stichworte import Stichwortregister

Melder = Callable[[str], None]
_SKRIPTE = Path(__file__).resolve().parents[1] / "render" / "skripte"
# Modules that cannot work without a server, and what takes their place.
ERSATZ = {
    "pagefind-dateien": "offline-dateien",
    "pagefind-quelle": "offline-quelle",
    "umgebung": "offline-umgebung",
}
_BEGINN = ("offline-umgebung", "lb", "offline-stand")


class OfflineError(RuntimeError):
    """The edition cannot be made; the message says why."""


@dataclass(frozen=True)
class _Auftrag:
    """What the edition is made from: a site, the copy of it that is searched, the library."""

    site: Path
    suche: Path
    daten: Bestand
    adresse: str

    @property
    def liste(self) -> Packliste:
        """The files that go along."""
        dateien = self.daten.bibliotheken["de"].dateien.dateien
        frueher = frozenset(datei.pfad for datei in dateien if datei.art == ARCHIV)
        alle = (p.relative_to(self.site).as_posix() for p in self.site.rglob("*") if p.is_file())
        return packliste(alle, frueher)


def erzeuge_offline(
    site: Path, suche: Path, werkstatt: Path, daten: Bestand, adresse: str, melde: Melder
) -> Path:
    """Write the edition into a finished site and add it to the list of checksums.

    `suche` holds the search copies of the pages. `werkstatt` keeps the last archive, so that only
    what changed is packed again.
    """
    auftrag = _Auftrag(site, suche, daten, adresse)
    tag = daten.bibliotheken["de"].heute
    ablage = werkstatt / "offline" / f"{PACKER}.zip"
    ablage.parent.mkdir(parents=True, exist_ok=True)
    neu = ablage.with_suffix(".neu")
    vorrat = Vorrat(ablage)
    try:
        eintraege = packe_viele(neu, _teile(auftrag), ORDNER, tag, vorrat)
    finally:
        vorrat.schliesse()
    _pruefe_pfade(eintraege)
    summen = "".join(f"{e.sha256}  {e.pfad}\n" for e in eintraege)
    haenge_an(neu, f"{ORDNER}/{SUMMEN}", summen, tag)
    angaben = ((e.pfad, e.groesse, e.sha256) for e in eintraege)
    text = manifest(texte_von("de")["name"], tag, adresse, angaben)
    haenge_an(neu, f"{ORDNER}/{MANIFEST}", text, tag)
    neu.replace(ablage)
    return _lege_ab(ablage, site, melde)


def _lege_ab(ablage: Path, site: Path, melde: Melder) -> Path:
    ziel = site / PFAD
    ziel.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(ablage, ziel)
    groesse = ziel.stat().st_size / 1_000_000
    if groesse > GRENZE_MB:
        melde(f"Die Offline-Ausgabe ist {groesse:.0f} MB groß; versprochen sind {GRENZE_MB} MB.")
    with ziel.open("rb") as archiv:
        summe = hashlib.file_digest(archiv, "sha256").hexdigest()
    with (site / "downloads" / SUMMEN).open("a", encoding="utf-8", newline="\n") as liste:
        liste.write(f"{summe}  {PFAD.removeprefix('downloads/')}\n")
    return ziel


def _pruefe_pfade(eintraege: list[Eintrag]) -> None:
    """Every path can be unpacked on Windows, and on systems that know ASCII names only."""
    for eintrag in eintraege:
        pfad = f"{ORDNER}/{eintrag.pfad}"
        if len(pfad) >= LAENGSTER_PFAD:
            raise OfflineError(
                f"{pfad}: Der Pfad hat {len(pfad)} Zeichen, erlaubt sind weniger als "
                f"{LAENGSTER_PFAD}. Kürzen Sie die Kennung oder den Dateinamen."
            )
        if not pfad.isascii():
            raise OfflineError(
                f"{pfad}: Der Dateiname enthält Umlaute oder Sonderzeichen. "
                "Benennen Sie die Datei um."
            )


def _teile(auftrag: _Auftrag) -> Iterator[tuple[str, bytes]]:
    """Yield every file of the edition but the lists of the files."""
    de, en = (texte_von(sprache) for sprache in SPRACHEN)
    stand = auftrag.daten.bibliotheken["de"].heute
    start = makro("offline.j2", "start")(de, en, SEITEN, INHALTSREGEL)
    yield START, start.encode()
    yield LIESMICH, liesmich_offline((de, en), stand, auftrag.adresse).encode()
    skript = skriptbuendel(auftrag.site)
    fassung = hashlib.sha256(skript.encode()).hexdigest()[:10]
    yield f"{SEITEN}/{SKRIPT}", skript.encode()
    liste = auftrag.liste
    pfade = frozenset((*liste.dateien, SKRIPT))
    hinweis = partial(_hinweis, auftrag)
    seiten = Offlineseiten(pfade, auftrag.adresse, f"{SKRIPT}?v={fassung}", hinweis)
    for pfad in liste.dateien:
        daten = (auftrag.site / pfad).read_bytes()
        if pfad.endswith(".html"):
            daten = seiten.seite(pfad, daten.decode()).encode()
        yield f"{SEITEN}/{pfad}", daten
    for pfad in liste.daten:
        yield f"{SEITEN}/{pfad}.js", _als_skript((auftrag.site / pfad).read_text("utf-8"))
    for name, text in _suchdateien(auftrag):
        yield f"{SEITEN}/{SUCHE}/{name}.js", _als_skript(text)


def _hinweis(auftrag: _Auftrag, pfad: str) -> str:
    """Return the note of a page, in the language of its frame."""
    sprache = "en" if pfad.startswith("en/") else "de"
    stand = auftrag.daten.bibliotheken[sprache].heute
    url = pfad.removesuffix("index.html")
    return makro("offline.j2", "hinweis")(texte_von(sprache), stand, auftrag.adresse, url)


def skriptbuendel(site: Path) -> str:
    """Return the scripts of a site as one, with the parts only this edition has."""
    ordner = (site / "assets" / "javascripts", _SKRIPTE)
    dateien = [d for o in ordner for d in sorted(o.glob("*.mjs"))]
    quellen = {datei.stem: datei.read_text(encoding="utf-8") for datei in dateien}
    try:
        return buendle(quellen, ERSATZ, _BEGINN)
    except BuendelError as fehler:
        raise OfflineError(f"Skripte der Offline-Ausgabe: {fehler}") from fehler


def _als_skript(inhalt: str) -> bytes:
    return f"umsetzungsbibliothek.daten({inhalt});\n".encode()


def _suchdateien(auftrag: _Auftrag) -> Iterator[tuple[str, str]]:
    """Yield the files of the index of every language, and the vocabulary for typing errors."""
    for sprache in SPRACHEN:
        wurzel = auftrag.suche if sprache == "de" else auftrag.suche / sprache
        register = Stichwortregister(sprache)
        for kopie in sorted(wurzel.rglob("index.html")):
            if sprache == "de" and kopie.is_relative_to(auftrag.suche / "en"):
                continue
            url = kopie.relative_to(auftrag.suche).as_posix().removesuffix("index.html")
            html = kopie.read_text(encoding="utf-8")
            register.nimm(lies_suchblatt(url, html, sprache))
        for name, text in register.dateien():
            yield f"{sprache}/{name}.json", text
    for worte in sorted(auftrag.suche.rglob("*.txt")):
        name = worte.relative_to(auftrag.suche).as_posix()
        yield name, json.dumps(worte.read_text(encoding="utf-8"), ensure_ascii=False)
