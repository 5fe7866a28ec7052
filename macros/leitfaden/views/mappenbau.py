"""Builds the view of a workbook: raw cells, the sheets every file has, calculated values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from leitfaden.formeln.ausdruck import (
    Ausdruck,
    Bereich,
    Bezug,
    FormelError,
    lies_bereich,
    lies_bezug,
    lies_formel,
    spaltennummer,
)
from leitfaden.formeln.rechnen import Ort, Rechner, Zellen, fehler_in
from leitfaden.formeln.werte import Einzelwert, Fehlerwert, als_nummer, als_tag
from leitfaden.model.dokument import Dokument, Platzhalter
from leitfaden.model.tabelle import Blatt, Diagramm, Reihe, Tabelle, Zellart
from leitfaden.model.wert import Wert
from leitfaden.texts import Texte
from leitfaden.views.dateikopf import Dateikopf, ersetze_platzhalter
from leitfaden.views.druckbild import STANDARDBREITE
from leitfaden.views.mappe import (
    Blattblick,
    Diagrammblick,
    Flaeche,
    Mappe,
    Mappenfehler,
    Reihenblick,
    Tabellenblick,
    Zellblick,
)
from leitfaden.views.mappenhinweise import HINWEISE, LISTEN, hinweisblatt, listenblatt
from leitfaden.views.mappenteile import (
    GRAD,
    JE_ZEICHEN,
    TAGTYPEN,
    Blattleser,
    Pfad,
    Rohblatt,
    Rohzelle,
)
from leitfaden.views.wortbreite import FETT, wortbreite

Werte = Mapping[Ort, Wert]
# What spreadsheet programs show of a note on a cell.
_TITEL, _HILFE = 32, 250


@dataclass
class Mappenbau:
    """A workbook before and while it is calculated."""

    kopf: Dateikopf
    dokument: Dokument
    texte: Texte
    platzhalter: Mapping[str, Platzhalter]

    @cached_property
    def listen(self) -> dict[str, tuple[str, ...]]:
        """Words of every list by name."""
        return {liste.name: liste.werte for liste in self.dokument.listen}

    @cached_property
    def roh(self) -> dict[str, Rohblatt]:
        """Raw cells by sheet, in the order of the file."""
        blaetter = {
            blatt.name: Blattleser(blatt, ("blaetter", i), self.listen).lies(self.kopf.beispiel)
            for i, blatt in enumerate(self.dokument.blaetter)
        }
        if self.listen:
            blaetter.setdefault(LISTEN, listenblatt(self.listen))
        zwecke = [(blatt.name, self._lesbar(blatt.zweck)) for blatt in self.dokument.blaetter]
        if self.listen:
            zwecke.append((LISTEN, self.texte["datei.listen_zweck"]))
        blaetter.setdefault(HINWEISE, hinweisblatt(self.kopf, zwecke, self.texte))
        return blaetter

    @cached_property
    def namen(self) -> dict[str, Bezug | Bereich]:
        """Cells and ranges by name."""
        namen: dict[str, Bezug | Bereich] = {}
        for blatt in self.dokument.blaetter:
            for zelle in blatt.zellen:
                if zelle.name:
                    bezug = lies_bezug(zelle.zelle)
                    namen[zelle.name] = replace(bezug, blatt=blatt.name, fest=(True, True))
            for tabelle in blatt.tabellen:
                if tabelle.name:
                    namen[tabelle.name] = _bereich(blatt.name, _flaeche(tabelle))
        for nummer, (name, worte) in enumerate(self.listen.items(), 1):
            flaeche = Flaeche(nummer, 2, nummer, len(worte) + 1)
            namen[f"Liste_{name}"] = _bereich(LISTEN, flaeche)
        return namen

    @cached_property
    def ausdruecke(self) -> dict[Ort, Ausdruck]:
        """Every formula that can be read and calculated; the others are in `fehler`."""
        return self._gelesen[0]

    @cached_property
    def fehler(self) -> tuple[Mappenfehler, ...]:
        """Everything that cannot become a workbook."""
        blatt = [f for roh in self.roh.values() for f in roh.fehler]
        namen = [b.name for b in self.dokument.blaetter]
        doppelt = [
            Mappenfehler(("blaetter", i, "name"), f"der Name „{n}“ ist schon vergeben")
            for i, n in enumerate(namen)
            if n in namen[:i] or n in (HINWEISE, LISTEN)
        ]
        return (*blatt, *doppelt, *self._diagrammfehler(), *self._gelesen[1])

    def _diagrammfehler(self) -> Iterator[Mappenfehler]:
        """The cells of a chart lie on a sheet there is."""
        for i, blatt in enumerate(self.dokument.blaetter):
            for j, diagramm in enumerate(blatt.diagramme):
                pfad = ("blaetter", i, "diagramme", j)
                orte: list[tuple[Pfad, str]] = [((*pfad, "kategorien"), diagramm.kategorien)]
                orte += [((*pfad, "reihen", k), r.werte) for k, r in enumerate(diagramm.reihen)]
                for ort, bereich in orte:
                    if (name := bereich.partition("!")[0]) not in self.roh:
                        yield Mappenfehler(ort, f"das Blatt „{name}“ gibt es nicht")

    @cached_property
    def _gelesen(self) -> tuple[dict[Ort, Ausdruck], list[Mappenfehler]]:
        ausdruecke: dict[Ort, Ausdruck] = {}
        fehler: dict[Pfad, Mappenfehler] = {}
        namen = set(self.namen)
        for name, roh in self.roh.items():
            for (spalte, zeile), zelle in roh.zellen.items():
                if not zelle.formel or zelle.pfad in fehler:
                    continue
                try:
                    ausdruck = lies_formel(zelle.formel)
                    if mangel := next(fehler_in(ausdruck, self.roh, namen), ""):
                        raise FormelError(mangel)
                    ausdruecke[name, spalte, zeile] = ausdruck
                except FormelError as grund:
                    fehler[zelle.pfad] = Mappenfehler((*zelle.pfad, "formel"), str(grund))
        return ausdruecke, list(fehler.values())

    def rechner(self, eingaben: Werte | None = None) -> Rechner:
        """Return a calculator over the cells; `eingaben` replace what they hold."""
        werte: dict[Ort, float | str] = {}
        for name, roh in self.roh.items():
            for (spalte, zeile), zelle in roh.zellen.items():
                if zelle.wert is not None:
                    werte[name, spalte, zeile] = _gespeichert(self._anzeige(zelle.wert))
        werte |= {ort: _gespeichert(wert) for ort, wert in (eingaben or {}).items()}
        return Rechner(Zellen(werte, self.ausdruecke, self.namen))

    def mappe(self, eingaben: Werte | None = None) -> Mappe:
        """Return the finished view; raises FormelError if a formula cannot be calculated."""
        rechner = self.rechner(eingaben)
        blaetter = {b.name: b for b in self.dokument.blaetter}
        return Mappe(
            self.kopf,
            tuple(self._blatt(n, blaetter.get(n), rechner, eingaben or {}) for n in self.roh),
            tuple(self.namen.items()),
        )

    def _blatt(
        self, name: str, blatt: Blatt | None, rechner: Rechner, eingaben: Werte
    ) -> Blattblick:
        roh = self.roh[name]
        zellen = tuple(
            self._zelle(name, ort, zelle, rechner, eingaben)
            for ort, zelle in sorted(roh.zellen.items(), key=lambda e: (e[0][1], e[0][0]))
        )
        regeln = (
            replace(
                regel,
                titel=self._lesbar(regel.titel)[:_TITEL],
                hilfe=self._lesbar(regel.hilfe)[:_HILFE],
                quelle=self._liste(regel.liste) if regel.liste else None,
            )
            for regel in roh.regeln
        )
        return Blattblick(
            name=name,
            zweck=self._lesbar(blatt.zweck) if blatt else "",
            hochformat=blatt.hochformat if blatt else True,
            breiten=tuple(sorted(roh.breiten.items())),
            zellen=tuple(_umbrochen(zellen, roh.breiten)),
            tabellen=tuple(
                Tabellenblick(t.titel, t.kopfzeile, _flaeche(t), t.name or "")
                for t in (blatt.tabellen if blatt else ())
            ),
            eingaberegeln=tuple(regeln),
            farbregeln=tuple(roh.farben),
            diagramme=tuple(_diagramm(d, rechner) for d in (blatt.diagramme if blatt else ())),
            fixe_spalten=blatt.fixe_spalten if blatt else 0,
        )

    def _liste(self, name: str) -> Bereich:
        bereich = self.namen[f"Liste_{name}"]
        return bereich if isinstance(bereich, Bereich) else Bereich(bereich, bereich)

    def _zelle(
        self, blatt: str, ort: tuple[int, int], roh: Rohzelle, rechner: Rechner, eingaben: Werte
    ) -> Zellblick:
        schluessel = (blatt, *ort)
        ausdruck = self.ausdruecke.get(schluessel)
        wert: Einzelwert | date
        if schluessel in eingaben or ausdruck is None:
            eingabe = eingaben.get(schluessel, roh.wert)
            ausdruck, formel = None, ""
            wert = None if eingabe is None else self._anzeige(eingabe)
        else:
            formel = roh.formel
            wert = rechner.wert(schluessel)
            if roh.typ in TAGTYPEN and isinstance(wert, float):
                wert = als_tag(wert)
        if isinstance(wert, Fehlerwert):
            wert = wert.code
        return Zellblick(*ort, roh.art, roh.typ, wert, formel, ausdruck, roh.nachkomma)

    def _lesbar(self, text: str) -> str:
        return ersetze_platzhalter(text, self.platzhalter)

    def _anzeige(self, wert: Wert) -> float | str | date:
        if isinstance(wert, str):
            return self._lesbar(wert)
        return wert if isinstance(wert, date) else float(wert)


def lies_eingaben(zellwerte: Mapping[str, Wert | tuple[Wert, ...]]) -> dict[Ort, Wert]:
    """Turn `Plan!A2:B3` with a list into single cells; raises FormelError with the reason."""
    eingaben: dict[Ort, Wert] = {}
    for name, werte in zellwerte.items():
        bereich = lies_bereich(name)
        von, bis = bereich.von, bereich.bis
        orte = [
            (von.blatt, spalte, zeile)
            for zeile in range(von.zeile, bis.zeile + 1)
            for spalte in range(von.spalte, bis.spalte + 1)
        ]
        liste = werte if isinstance(werte, tuple) else (werte,)
        if len(orte) != len(liste):
            raise FormelError(f"„{name}“ hat {len(orte)} Zellen, genannt sind {len(liste)} Werte")
        eingaben |= dict(zip(orte, liste, strict=True))
    return eingaben


def _gespeichert(wert: Wert) -> float | str:
    if isinstance(wert, date):
        return als_nummer(wert)
    return wert if isinstance(wert, str) else float(wert)


def _flaeche(tabelle: Tabelle) -> Flaeche:
    ab = spaltennummer(tabelle.ab)
    breite = sum(spalte.wiederholen for spalte in tabelle.spalten)
    kopf = tabelle.kopfzeile
    return Flaeche(ab, kopf + 1, ab + breite - 1, kopf + tabelle.zeilen)


def _bereich(blatt: str, flaeche: Flaeche) -> Bereich:
    fest = (True, True)
    von = Bezug(blatt, flaeche.spalte, flaeche.zeile, fest)
    return Bereich(von, Bezug("", flaeche.bis_spalte, flaeche.bis_zeile, fest))


def _umbrochen(zellen: Iterable[Zellblick], breiten: Mapping[int, int]) -> Iterator[Zellblick]:
    """Break labels that the cell to their right would cut off."""
    alle = list(zellen)
    belegt = {(z.spalte, z.zeile) for z in alle}
    for zelle in alle:
        beengt = (zelle.spalte + 1, zelle.zeile) in belegt and zelle.art == Zellart.BESCHRIFTUNG
        breite = breiten.get(zelle.spalte, STANDARDBREITE) * JE_ZEICHEN
        zu_lang = beengt and wortbreite(str(zelle.wert or "")) * FETT * GRAD / 1000 > breite
        yield replace(zelle, umbruch=True) if zu_lang else zelle


def _diagramm(diagramm: Diagramm, rechner: Rechner) -> Diagrammblick:
    ecke = lies_bezug(diagramm.zelle)
    kategorien = lies_bereich(diagramm.kategorien)
    return Diagrammblick(
        art=diagramm.art,
        titel=diagramm.titel,
        alternativtext=diagramm.alternativtext,
        spalte=ecke.spalte,
        zeile=ecke.zeile,
        kategorien=kategorien,
        namen=tuple(str(wert) for wert in _inhalte(kategorien, rechner)),
        reihen=tuple(_reihe(reihe, rechner) for reihe in diagramm.reihen),
        hoechstens=diagramm.hoechstens,
    )


def _reihe(reihe: Reihe, rechner: Rechner) -> Reihenblick:
    bereich = lies_bereich(reihe.werte)
    zahlen = (w if isinstance(w, float) else None for w in _inhalte(bereich, rechner))
    return Reihenblick(reihe.titel, bereich, tuple(zahlen))


def _inhalte(bereich: Bereich, rechner: Rechner) -> list[Einzelwert]:
    von, bis = bereich.von, bereich.bis
    return [
        rechner.wert((von.blatt, spalte, zeile))
        for zeile in range(von.zeile, bis.zeile + 1)
        for spalte in range(von.spalte, bis.spalte + 1)
    ]
