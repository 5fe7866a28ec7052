"""Workbooks as ODS (OpenDocument)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from leitfaden.downloads.archiv import packe
from leitfaden.downloads.aussehen import AUSSEHEN, FARBEN, Aussehen, bricht_um, fussgrad
from leitfaden.downloads.umgebung import xml
from leitfaden.downloads.zeilenhoehe import druckprozent, feste_hoehen, seitenanfaenge
from leitfaden.formeln.ausdruck import spaltenbuchstaben
from leitfaden.formeln.opendocument import als_adresse, als_openformula
from leitfaden.model.tabelle import Zelltyp
from leitfaden.views.druckbild import STANDARDBREITE, zentimeter
from leitfaden.views.mappe import Blattblick, Diagrammblick, Eingaberegel, Mappe, Zellblick
from leitfaden.views.zellanzeige import anzeige

TYP = "application/vnd.oasis.opendocument.spreadsheet"
_WERTTYP = {
    Zelltyp.BETRAG: "currency",
    Zelltyp.PROZENT: "percentage",
}
_ZAHLEN = (Zelltyp.ZAHL, Zelltyp.BETRAG, Zelltyp.PROZENT)


@dataclass(frozen=True)
class Zellstil:
    """A cell style: its look, how it writes numbers, which words give it a colour."""

    name: str
    art: str
    typ: Zelltyp
    nachkomma: int
    umbruch: bool
    farben: tuple[tuple[str, str], ...]

    @property
    def aussehen(self) -> Aussehen:
        """Colours and borders."""
        return AUSSEHEN[self.art]

    @property
    def mittig(self) -> bool:
        """Whether it is a number before a text, which stands apart from it."""
        return self.art == "beschriftung" and bool(self.zahlform)

    @property
    def zahlform(self) -> str:
        """Name of the style for numbers; empty for text."""
        if self.typ in (Zelltyp.TEXT, Zelltyp.AUSWAHL):
            return ""
        return f"{self.typ}{self.nachkomma}"


@dataclass(frozen=True)
class Feld:
    """A cell as XML needs it."""

    stil: str
    pruefung: str = ""
    formel: str = ""
    werttyp: str = ""
    wert: str = ""
    text: str = ""
    diagramm: int = 0
    wiederholt: int = 1


@dataclass(frozen=True, order=True)
class Zeilenart:
    """How high rows are in points, 0 if they grow; whether a printed page begins with them."""

    hoehe: float = 0
    seitenanfang: bool = False


@dataclass(frozen=True)
class Zeile:
    """A row; without cells it stands for `wiederholt` empty ones."""

    felder: tuple[Feld, ...]
    kopf: bool = False
    wiederholt: int = 1
    art: Zeilenart = Zeilenart()


@dataclass(frozen=True)
class Pruefung:
    """A rule for input."""

    name: str
    bedingung: str
    ort: str
    titel: str
    hilfe: str
    art: str
    liste: bool


@dataclass(frozen=True, order=True)
class Spalte:
    """A column: its width in centimetres, and whether a printed page begins with it."""

    breite: float
    seitenanfang: bool


@dataclass(frozen=True)
class Blattxml:
    """A sheet as XML needs it."""

    blatt: Blattblick
    spalten: tuple[Spalte, ...]
    kopfspalten: int
    zeilen: tuple[Zeile, ...]
    druckbereich: str

    @property
    def seitenart(self) -> str:
        """The name of the pages it is printed on."""
        bild = self.blatt.druckbild
        return f"{'Hoch' if bild.hochformat else 'Quer'}{druckprozent(self.blatt)}"


@dataclass
class _Bau:
    """Collects styles, rules and charts while it walks through the sheets."""

    stile: dict[tuple[object, ...], Zellstil] = field(default_factory=dict)
    pruefungen: list[Pruefung] = field(default_factory=list)
    diagramme: list[Diagrammblick] = field(default_factory=list)

    def blatt(self, blatt: Blattblick) -> Blattxml:
        spalte, zeile = blatt.druckende
        breiten = dict(blatt.breiten)
        bild = blatt.druckbild
        return Blattxml(
            blatt=blatt,
            spalten=tuple(
                Spalte(
                    round(zentimeter(breiten.get(s, STANDARDBREITE)), 2),
                    s in {von for von, _ in bild.teile[1:]},
                )
                for s in range(1, spalte + 1)
            ),
            kopfspalten=bild.wiederholt if len(bild.teile) > 1 else 0,
            zeilen=tuple(self._zeilen(blatt)),
            druckbereich=f"{blatt.name}.A1:{blatt.name}.{spaltenbuchstaben(spalte)}{zeile}",
        )

    def _zeilen(self, blatt: Blattblick) -> Iterator[Zeile]:
        pruefungen = self._pruefungen(blatt)
        farben = _farben(blatt)
        breiten = dict(blatt.breiten)
        diagramme = self._diagramme(blatt)
        hoch, anfaenge = feste_hoehen(blatt), seitenanfaenge(blatt)
        reihen: dict[int, dict[int, Feld]] = {zeile: {} for _, zeile in diagramme}
        for zelle in blatt.zellen:
            ort = (zelle.spalte, zelle.zeile)
            stil = self._stil(zelle, breiten.get(zelle.spalte, 0), farben.get(ort, ()))
            feld = _feld(zelle, stil, pruefungen.get(ort, ""), diagramme.pop(ort, 0))
            reihen.setdefault(zelle.zeile, {})[zelle.spalte] = feld
        for (spalte, zeile), nummer in diagramme.items():
            reihen[zeile][spalte] = Feld("", diagramm=nummer)
        vorher = 0
        for nummer in sorted(reihen):
            if nummer > vorher + 1:
                yield Zeile((), wiederholt=nummer - vorher - 1)
            yield Zeile(
                _mit_luecken(reihen[nummer]),
                kopf=nummer == blatt.wiederholte_zeile,
                art=Zeilenart(round(hoch.get(nummer, 0), 1), nummer in anfaenge),
            )
            vorher = nummer

    def _diagramme(self, blatt: Blattblick) -> dict[tuple[int, int], int]:
        """Number the charts of a sheet through the whole file; returns the number by place."""
        orte: dict[tuple[int, int], int] = {}
        for diagramm in blatt.diagramme:
            self.diagramme.append(diagramm)
            orte[diagramm.spalte, diagramm.zeile] = len(self.diagramme)
        return orte

    def _stil(self, zelle: Zellblick, breite: int, farben: tuple[tuple[str, str], ...]) -> str:
        umbruch = bricht_um(zelle, breite)
        schluessel = (zelle.art, zelle.typ, zelle.nachkomma, umbruch, farben)
        if schluessel not in self.stile:
            name = f"z{len(self.stile) + 1}"
            self.stile[schluessel] = Zellstil(
                name, zelle.art, zelle.typ, zelle.nachkomma, umbruch, farben
            )
        return self.stile[schluessel].name

    def _pruefungen(self, blatt: Blattblick) -> dict[tuple[int, int], str]:
        orte: dict[tuple[int, int], str] = {}
        for regel in blatt.eingaberegeln:
            name = f"p{len(self.pruefungen) + 1}"
            f = regel.flaeche
            ort = f"{blatt.name}.{spaltenbuchstaben(f.spalte)}{f.zeile}"
            self.pruefungen.append(_pruefung(regel, name, ort))
            orte |= {
                (spalte, zeile): name
                for spalte in range(f.spalte, f.bis_spalte + 1)
                for zeile in range(f.zeile, f.bis_zeile + 1)
            }
        return orte


def ods(mappe: Mappe) -> bytes:
    """Return the file."""
    bau = _Bau()
    blaetter = [bau.blatt(blatt) for blatt in mappe.blaetter]
    objekte = [(f"Object {nummer}", d) for nummer, d in enumerate(bau.diagramme, 1)]
    werte = {
        "m": mappe,
        "k": mappe.kopf,
        "typ": TYP,
        "blaetter": blaetter,
        "breiten": sorted({spalte for b in blaetter for spalte in b.spalten}),
        "seitenarten": sorted(
            {(b.seitenart, b.blatt.druckbild.hochformat, druckprozent(b.blatt)) for b in blaetter}
        ),
        "zeilenarten": sorted({zeile.art for b in blaetter for zeile in b.zeilen}),
        "fussgrad": fussgrad,
        "stile": list(bau.stile.values()),
        "zahlformen": sorted({(s.zahlform, s.typ, s.nachkomma) for s in bau.stile.values()}),
        "farben": {stil.value: farbe for stil, farbe in FARBEN.items()},
        "pruefungen": bau.pruefungen,
        "diagramme": bau.diagramme,
        "namen": [(name, als_adresse(bereich)) for name, bereich in mappe.namen],
        "teile": [
            "content.xml",
            "styles.xml",
            "meta.xml",
            "settings.xml",
            *(f"{name}/{teil}" for name, _ in objekte for teil in ("", "content.xml")),
        ],
    }
    teile = [
        ("mimetype", TYP),
        ("content.xml", xml("ods_tabellen.xml.j2", **werte)),
        ("styles.xml", xml("ods_formatvorlagen.xml.j2", **werte)),
        ("meta.xml", xml("odf_eigenschaften.xml.j2", **werte)),
        ("settings.xml", xml("ods_einstellungen.xml.j2", **werte)),
        *((f"{name}/content.xml", _diagramm(d)) for name, d in objekte),
        ("META-INF/manifest.xml", xml("odf_verzeichnis.xml.j2", **werte)),
    ]
    return packe(teile, mappe.kopf.stand, zuerst="mimetype")


def _diagramm(diagramm: Diagrammblick) -> str:
    reihen = [(reihe, _lange_adresse(als_adresse(reihe.werte))) for reihe in diagramm.reihen]
    kategorien = _lange_adresse(als_adresse(diagramm.kategorien))
    return xml("ods_diagramm.xml.j2", d=diagramm, reihen=reihen, kategorien=kategorien)


def _lange_adresse(adresse: str) -> str:
    """Name the sheet at both ends, as charts want it: `Netz.A2:Netz.A9`."""
    von, _, bis = adresse.replace("$", "").partition(":")
    return f"{von}:{von.partition('.')[0]}{bis}"


def _mit_luecken(felder: dict[int, Feld]) -> tuple[Feld, ...]:
    """Return the cells of a row in order, with empty ones between them."""
    reihe: list[Feld] = []
    vorher = 0
    for spalte in sorted(felder):
        if spalte > vorher + 1:
            reihe.append(Feld("", wiederholt=spalte - vorher - 1))
        reihe.append(felder[spalte])
        vorher = spalte
    return tuple(reihe)


def _farben(blatt: Blattblick) -> dict[tuple[int, int], tuple[tuple[str, str], ...]]:
    orte: dict[tuple[int, int], tuple[tuple[str, str], ...]] = {}
    for regel in blatt.farbregeln:
        f = regel.flaeche
        for spalte in range(f.spalte, f.bis_spalte + 1):
            for zeile in range(f.zeile, f.bis_zeile + 1):
                vorher = orte.get((spalte, zeile), ())
                orte[spalte, zeile] = (*vorher, (regel.wert, regel.stil.value))
    return orte


def _feld(zelle: Zellblick, stil: str, pruefung: str, diagramm: int) -> Feld:
    formel = als_openformula(zelle.ausdruck) if zelle.ausdruck else ""
    wert = zelle.wert
    werttyp, geschrieben = "", ""
    if isinstance(wert, bool):
        werttyp, geschrieben = "boolean", str(wert).lower()
    elif isinstance(wert, date):
        werttyp, geschrieben = "date", wert.isoformat()
    elif isinstance(wert, str):
        werttyp = "string"
    elif wert is not None:
        werttyp, geschrieben = _WERTTYP.get(zelle.typ, "float"), f"{wert:.15g}"
    text = anzeige(wert, zelle.typ, zelle.nachkomma)
    return Feld(stil, pruefung, formel, werttyp, geschrieben, text, diagramm)


def _pruefung(regel: Eingaberegel, name: str, ort: str) -> Pruefung:
    return Pruefung(
        name=name,
        bedingung=_bedingung(regel),
        ort=ort,
        titel=regel.titel,
        hilfe=regel.hilfe,
        art="stop" if regel.streng else "information",
        liste=bool(regel.worte or regel.quelle),
    )


def _bedingung(regel: Eingaberegel) -> str:
    if regel.quelle is not None:
        return f"of:cell-content-is-in-list([{als_adresse(regel.quelle)}])"
    if regel.worte:
        worte = ";".join(f'"{wort}"' for wort in regel.worte)
        return f"of:cell-content-is-in-list({worte})"
    if regel.typ in (Zelltyp.DATUM, Zelltyp.MONAT):
        return "of:cell-content-is-date() and cell-content()>=DATE(1990;1;1)"
    if regel.typ is Zelltyp.TEXT:
        return ""
    art = "decimal" if regel.typ in _ZAHLEN else "whole"
    return f"of:cell-content-is-{art}-number() and {_grenzen(regel.von, regel.bis)}"


def _grenzen(von: float | None, bis: float | None) -> str:
    if von is not None and bis is not None:
        return f"cell-content-is-between({von:.15g},{bis:.15g})"
    if bis is not None:
        return f"cell-content()<={bis:.15g}"
    return f"cell-content()>={-1e12 if von is None else von:.15g}"
