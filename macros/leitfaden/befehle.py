"""What the commands do; each takes the project and its arguments and returns the exit code."""

from __future__ import annotations

import re
import sys
import time
from argparse import Namespace
from pathlib import Path

from leitfaden.checks.berichte import FORMEN as _FORMEN
from leitfaden.checks.berichte import erklaerung
from leitfaden.checks.messages import MELDUNGEN
from leitfaden.checks.rechtschreibung import EINRICHTEN, ist_eingerichtet, pruefe_rechtschreibung
from leitfaden.engines.ausgaben import AusgabeError, bekannte_namen, erzeuge_ausgaben, lege_ab
from leitfaden.engines.bauen import baue
from leitfaden.engines.bestand import aktualisiere, bestand
from leitfaden.engines.offline import OfflineError
from leitfaden.engines.pagefind import PagefindError
from leitfaden.engines.sprachbau import SiteBuildError
from leitfaden.findings import sort_findings
from leitfaden.model.felder import ID_MUSTER
from leitfaden.model.typen import INHALTSTYPEN, TYP_VON_NAME, Inhaltstyp
from leitfaden.model.uebersetzung import gleiche_ab
from leitfaden.render.betrieb import serverdateien
from leitfaden.render.handbuch import handbuchseiten
from leitfaden.render.schema import schemadateien
from leitfaden.render.seitenbaum import schreibe_geaendert, schreibe_seitenbaum
from leitfaden.source import schreiber
from leitfaden.source.feldfehler import vorschlag
from leitfaden.views.statistik import Posten, berechne_statistik, je_eintrag, summe

FORMEN = tuple(_FORMEN)
NEUE_TYPEN = tuple(typ.name for typ in INHALTSTYPEN if not typ.liste)


def pruefen(projekt: Path, args: Namespace) -> int:
    """Check everything and print the findings."""
    daten = aktualisiere(projekt, args.produktion) if args.produktion else bestand(projekt)
    befunde = daten.befunde
    if args.rechtschreibung:
        if not ist_eingerichtet():
            print(f"Für die Rechtschreibung fehlen Pakete. Abhilfe: {EINRICHTEN}", file=sys.stderr)
            return 1
        befunde = sort_findings([*befunde, *pruefe_rechtschreibung(daten.ladung)])
    bericht = _FORMEN[args.form](projekt, befunde, daten.ladung.dateien)
    if args.datei:
        args.datei.write_text(f"{bericht}\n", encoding="utf-8", newline="\n")
    else:
        print(bericht)
    return int(daten.hat_fehler)


def bauen(projekt: Path, args: Namespace) -> int:
    """Build the site; the old one stays if anything fails."""
    ziel: Path = (args.ziel or projekt / "site").resolve()
    melde = _Fortschritt()
    try:
        daten, zeiten = baue(projekt, ziel, melde, args.produktion)
    except (SiteBuildError, AusgabeError, PagefindError, OfflineError) as fehler:
        print(f"Der Bau ist fehlgeschlagen:\n{fehler}", file=sys.stderr)
        print(f"{ziel} ist unverändert.", file=sys.stderr)
        return 1
    if daten.befunde:
        print(_FORMEN["text"](projekt, daten.befunde, daten.ladung.dateien), file=sys.stderr)
    if daten.hat_fehler:
        print(f"\nEs wurde nichts gebaut; {ziel} ist unverändert.", file=sys.stderr)
        return 1
    print(f"Fertig: {zeiten.seiten} Seiten in {zeiten.gesamt_s:.1f} Sekunden.")
    print(f"Die Website liegt in {ziel}.")
    if daten.vorschau:
        print("Sie ist eine Vorschau; zum Veröffentlichen dient „leitfaden bauen --produktion“.")
    print(f"Ansehen: {Path(sys.executable).name} -m http.server --directory {_kurz(ziel)} 8000")
    print("und im Browser http://localhost:8000/ öffnen.")
    return 0


def ausgaben(projekt: Path, args: Namespace) -> int:
    """Make the files to download, all of them or those of some records or kinds."""
    daten = bestand(projekt)
    if daten.hat_fehler:
        print(_FORMEN["text"](projekt, daten.befunde, daten.ladung.dateien), file=sys.stderr)
        return 1
    bekannt = sorted(bekannte_namen(daten))
    for name in args.nur or ():
        if name not in bekannt:
            print(
                f"Eine Datei zu „{name}“ gibt es nicht.{vorschlag(name, bekannt)}", file=sys.stderr
            )
            return 1
    try:
        dateien = erzeuge_ausgaben(projekt, daten, _Fortschritt(), frozenset(args.nur or ()))
    except AusgabeError as fehler:
        print(f"Nicht alle Dateien sind entstanden:\n{fehler}", file=sys.stderr)
        return 1
    ziel: Path = (args.ziel or projekt / ".build").resolve()
    lege_ab(ziel, projekt, daten, teilweise=bool(args.nur))
    print(f"{len(dateien.dateien)} Dateien liegen in {_kurz(ziel / 'downloads')}.")
    return 0


class _Fortschritt:
    """Prints what the build is doing, with the seconds since the start."""

    def __init__(self) -> None:
        self.beginn = time.perf_counter()

    def __call__(self, text: str) -> None:
        print(f"[{time.perf_counter() - self.beginn:5.1f} s] {text}", flush=True)


def _kurz(pfad: Path) -> Path:
    return pfad.relative_to(Path.cwd()) if pfad.is_relative_to(Path.cwd()) else pfad


def erzeugen(projekt: Path, args: Namespace) -> int:
    """Write schemas, handbook, server files and build tree, or tell whether they are up to date."""
    schemas = {f"schema/{name}": text for name, text in schemadateien().items()}
    handbuch = handbuchseiten(MELDUNGEN)
    server = serverdateien()
    dateien = schemas | handbuch | server
    if args.check:
        veraltet = [n for n, text in dateien.items() if not _gleich(projekt / n, text)]
        for name in veraltet:
            print(f"{name} ist veraltet. Abhilfe: leitfaden erzeugen", file=sys.stderr)
        return int(bool(veraltet))
    for name, text in dateien.items():
        schreibe_geaendert(projekt / name, text.encode())
    daten = bestand(projekt)
    if daten.hat_fehler:
        print(_FORMEN["text"](projekt, daten.befunde, daten.ladung.dateien), file=sys.stderr)
        return 1
    anzahl = schreibe_seitenbaum(daten.plaene, projekt, projekt / ".build" / "docs")
    print(
        f"{len(schemas)} Schemas, {len(handbuch)} Handbuchseiten, {len(server)} Serverdateien"
        f" und {anzahl} Seiten sind aktuell."
    )
    return 0


def _gleich(datei: Path, text: str) -> bool:
    return datei.is_file() and datei.read_text(encoding="utf-8") == text


def neu(projekt: Path, args: Namespace) -> int:
    """Write a new record with every field and its explanation; never overwrites."""
    typ = TYP_VON_NAME[args.typ]
    if not re.fullmatch(ID_MUSTER, args.id):
        print(f"„{args.id}“ geht nicht als Kennung: Kleinbuchstaben a–z, Ziffern und Bindestriche,")
        print("ohne Umlaute, zum Beispiel gewerbeamt-sued.")
        return 1
    datei = projekt / "data" / typ.mehrzahl / f"{args.id}.yml"
    if datei.exists():
        print(f"{datei.relative_to(projekt)} gibt es schon.", file=sys.stderr)
        return 1
    text = schreiber.neuer_satz(typ, f"../../schema/{typ.mehrzahl}.schema.json")
    datei.parent.mkdir(parents=True, exist_ok=True)
    datei.write_text(text, encoding="utf-8", newline="\n")
    print(f"{datei.relative_to(projekt)} ist angelegt. Füllen Sie die Felder aus und rufen Sie")
    print("danach „leitfaden pruefen“ auf.")
    return 0


def uebersetzung(projekt: Path, args: Namespace) -> int:
    """Show the state of translation, start an English file, or confirm one."""
    if args.aktion == "stand":
        return _uebersetzungsstand(projekt)
    voll = (Path.cwd() / (args.pfad or "")).resolve()
    listen = {projekt / "data" / typ.pfad: typ for typ in INHALTSTYPEN if typ.liste}
    if voll in listen:
        return _uebersetze_liste(projekt, listen[voll], args.aktion == "bestaetigen")
    gefunden = _deutsche_datei(projekt, voll)
    if gefunden is None:
        print("Nennen Sie die deutsche Datei, zum Beispiel", file=sys.stderr)
        print("data/massnahmen/status-quo-ermitteln.yml", file=sys.stderr)
        return 1
    return _uebersetze_satz(projekt, *gefunden, neu_stempeln=args.aktion == "bestaetigen")


def _uebersetze_satz(projekt: Path, typ: Inhaltstyp, satz_id: str, neu_stempeln: bool) -> int:
    katalog = bestand(projekt).ladung.katalog
    satz = katalog.von(typ.name).get(satz_id)
    if satz is None:
        print("Die deutsche Datei hat Fehler. Rufen Sie „leitfaden pruefen“ auf.", file=sys.stderr)
        return 1
    englisch = katalog.uebersetzungen.get((typ.name, satz_id))
    datei = projekt / "data" / typ.mehrzahl / f"{satz_id}.en.yml"
    if not neu_stempeln:
        schema = f"../../schema/{typ.mehrzahl}.en.schema.json"
        text = schreiber.uebersetzungsdatei(satz, englisch, schema)
        schreibe_geaendert(datei, text.encode())
        print(f"{datei.relative_to(projekt)} ist angelegt oder ergänzt.")
        return 0
    if englisch is None:
        print(f"{datei.relative_to(projekt)} fehlt oder hat Fehler.", file=sys.stderr)
        return 1
    anzahl = schreiber.bestaetige(datei, satz, englisch)
    print(f"{anzahl} Texte in {datei.relative_to(projekt)} sind bestätigt.")
    return 0


def _uebersetze_liste(projekt: Path, typ: Inhaltstyp, neu_stempeln: bool) -> int:
    katalog = bestand(projekt).ladung.katalog
    datei = projekt / "data" / f"{typ.mehrzahl}.en.yml"
    alt = {i: u for (t, i), u in katalog.uebersetzungen.items() if t == typ.name}
    if datei.exists() and not alt and len(datei.read_text(encoding="utf-8").splitlines()) > 1:
        print(f"{datei.relative_to(projekt)} hat Fehler; „leitfaden pruefen“ zeigt sie.")
        return 1
    schema = f"../schema/{typ.mehrzahl}.en.schema.json"
    saetze = katalog.von(typ.name).values()
    text = schreiber.uebersetzungsliste(saetze, alt, schema, neu_stempeln)
    schreibe_geaendert(datei, text.encode())
    print(f"{datei.relative_to(projekt)}: {len(alt)} von {len(saetze)} Einträgen übersetzt.")
    return 0


def _deutsche_datei(projekt: Path, voll: Path) -> tuple[Inhaltstyp, str] | None:
    for typ in INHALTSTYPEN:
        if not typ.liste and voll.parent == projekt / "data" / typ.mehrzahl:
            return typ, voll.name.removesuffix(".yml").removesuffix(".en")
    return None


def _uebersetzungsstand(projekt: Path) -> int:
    katalog = bestand(projekt).ladung.katalog
    print(f"{'Art':<18}{'Einträge':>9}{'englisch':>10}{'veraltet':>10}")
    for typ in INHALTSTYPEN:
        saetze = katalog.von(typ.name)
        paare = [(s, katalog.uebersetzungen.get((typ.name, s.id))) for s in saetze.values()]
        stand = [gleiche_ab(satz, englisch) for satz, englisch in paare if englisch is not None]
        fertig = sum(not abgleich.fehlende for abgleich in stand)
        veraltet = sum(bool(abgleich.veraltete) for abgleich in stand)
        print(f"{typ.mehrzahl:<18}{len(saetze):>9}{fertig:>10}{veraltet:>10}")
    return 0


def statistik(projekt: Path, args: Namespace) -> int:
    """Print how many words each part has and how much is translated; only what is published."""
    daten = bestand(projekt)
    zahlen = berechne_statistik(daten.bibliotheken["de"].katalog)
    koepfe = f"{'Deutsch':>10}{'in Sätzen':>11}{'Englisch':>10}"
    print(f"{'Wörter':<{_BREITE}}{'Einträge':>9}{'Seiten':>8}{koepfe}")
    if args.einzeln:
        for posten in je_eintrag(daten.bibliotheken["de"].katalog):
            print(_zeile(posten))
        print()
    for posten in (*zahlen.leitfaden, summe("Leitfaden zusammen", zahlen.leitfaden)):
        print(_zeile(posten))
    print()
    for posten in zahlen.weitere:
        print(_zeile(posten))
    stand = zahlen.stand
    print()
    print(f"Übersetzte Texte in Einträgen: {_anteil(stand.uebersetzt, stand.texte)}")
    print(f"davon veraltet: {stand.veraltet}")
    print(f"Übersetzte Seiten ohne Handbuch: {_anteil(stand.seiten_uebersetzt, stand.seiten)}")
    if daten.hat_fehler:
        print("Einträge mit Fehlern fehlen in diesen Zahlen.", file=sys.stderr)
    return 0


_BREITE = 38


def _zeile(posten: Posten) -> str:
    eintraege, seiten = posten.eintraege or "", posten.seiten or ""
    woerter = f"{posten.deutsch:>10}{posten.saetze:>11}{posten.englisch:>10}"
    return f"{posten.titel:<{_BREITE}}{eintraege:>9}{seiten:>8}{woerter}"


def _anteil(teil: int, ganzes: int) -> str:
    return f"{teil} von {ganzes} ({100 * teil / ganzes if ganzes else 100:.0f} %)"


def erklaere(projekt: Path, args: Namespace) -> int:
    """Explain a code, or list all of them."""
    if args.code is None:
        for code, meldung in MELDUNGEN.items():
            print(f"{code}  {meldung.titel}")
        return 0
    code = args.code.upper()
    if code not in MELDUNGEN:
        print(f"Die Meldung „{code}“ gibt es nicht.{vorschlag(code, MELDUNGEN)}", file=sys.stderr)
        return 1
    print(erklaerung(code))
    return 0
