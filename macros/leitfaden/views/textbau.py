"""Builds the view of a text document from its record."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from leitfaden.model.dokument import (
    PLATZHALTER_MUSTER,
    Abschnitt,
    Baustein,
    Dokument,
    Feldzeile,
    Platzhalter,
    Texttabelle,
    Unterschrift,
)
from leitfaden.texts import Texte
from leitfaden.views.dateikopf import Dateikopf
from leitfaden.views.textdokument import (
    Laeufe,
    Lauf,
    Tabellenblock,
    Tabellenzeile,
    Textblock,
    Textdokument,
    Zellabsatz,
)
from leitfaden.views.wortbreite import FETT, wortbreite

_STUECK = re.compile(
    rf"{PLATZHALTER_MUSTER}|\*\*(?P<fett>[^*]+)\*\*|(?P<link>https?://[^\s)]*[^\s).,;:])"
)
# A box stays with its first word; choices stand apart, and lines break between them.
_KAESTCHEN = "☐\u00a0"
_ABSTAND = "\u2002 "
# What breaks nowhere inside, but after a hyphen or slash.
_WORT = re.compile(r"(?:[^\s/-]|\u00a0)+[/-]?")
# Width of the text in points, upright and across, and what a cell needs beside its text.
_SATZBREITE = {False: 481.0, True: 728.0}
_ZELLRAND = 10.0
# Tables of so many lines stay on one page, upright and across: a third of it.
_ZUSAMMEN = {False: 14, True: 8}
# Shares of a table in thousandths of its width.
_FORMULAR = (320, 680)
_UNTERSCHRIFT = (400, 250, 350)
_PLATZHALTER = (450, 550)
_UNTERSCHRIFT_ZEILEN = 3
# Only on the way to the view: `verbinde` turns it into a property of the next block.
_UMBRUCH = "umbruch"


def textdokument(
    dokument: Dokument, kopf: Dateikopf, platzhalter: Mapping[str, Platzhalter], texte: Texte
) -> Textdokument:
    """Build the view; every placeholder must be known."""
    bau = _Textbau(platzhalter, texte, dokument.schriftgrad, dokument.querformat)
    folge = (b for abschnitt in dokument.abschnitte for b in bau.abschnitt(abschnitt))
    bloecke = list(verbinde(map(bau.zusammen, folge)))
    anhang = list(verbinde(map(bau.zusammen, bau.anhang(kopf))))
    alle = [replace(block, nummer=nummer) for nummer, block in enumerate([*bloecke, *anhang])]
    if dokument.nummeriert:
        alle = [*_gegliedert(alle[: len(bloecke)]), *alle[len(bloecke) :]]
    return Textdokument(
        kopf=kopf,
        querformat=dokument.querformat,
        schriftgrad=dokument.schriftgrad,
        nummeriert=dokument.nummeriert,
        bloecke=tuple(alle[: len(bloecke)]),
        anhang=tuple(alle[len(bloecke) :]),
    )


def verbinde(bloecke: Iterable[Textblock]) -> Iterator[Textblock]:
    """Let blocks know their neighbours: a page break or a table before, a heading behind.

    None of them becomes an empty paragraph, which programs that read aloud would stop at.
    """
    alle = list(bloecke)
    gezeichnet = _vor_unterschriften(alle)
    vorher, umbruch = "", False
    for stelle, (block, danach) in enumerate(zip(alle, [*alle[1:], None], strict=True)):
        if block.art == _UMBRUCH:
            umbruch = True
            continue
        nach_tabelle = vorher == "tabelle" and not umbruch
        erklaert = danach is not None and danach.art not in ("ueberschrift", _UMBRUCH)
        tabelle = block.tabelle
        yield replace(
            block,
            neue_seite=umbruch,
            nach_tabelle=nach_tabelle,
            bleibt=(block.art == "hinweis" and erklaert) or stelle in gezeichnet,
            tabelle=tabelle and replace(tabelle, sichtbar=nach_tabelle),
        )
        vorher, umbruch = block.art, False


def _vor_unterschriften(bloecke: Sequence[Textblock]) -> set[int]:
    """Return the places of the blocks before signatures, up to one that is no heading or note."""
    gezeichnet = set()
    for stelle, block in enumerate(bloecke):
        if block.tabelle is None or not block.tabelle.unterschriften:
            continue
        for davor in range(stelle - 1, -1, -1):
            art = bloecke[davor].art
            if art == _UMBRUCH:
                break
            gezeichnet.add(davor)
            if art not in ("ueberschrift", "hinweis"):
                break
    return gezeichnet


def _gegliedert(bloecke: Sequence[Textblock]) -> Iterator[Textblock]:
    """Number the headings: 1, 1.1, 2."""
    stand = [0, 0, 0]
    for block in bloecke:
        if block.art == "ueberschrift":
            stand[block.ebene - 1] += 1
            stand[block.ebene :] = [0] * (3 - block.ebene)
            gliederung = ".".join(map(str, stand[: block.ebene]))
            yield replace(block, gliederung=gliederung)
        else:
            yield block


@dataclass
class _Textbau:
    """Turns blocks of the record into blocks of the view; remembers the placeholders it met."""

    platzhalter: Mapping[str, Platzhalter]
    texte: Texte
    schriftgrad: int
    quer: bool
    benutzt: set[str] = field(default_factory=set)
    hat_hinweise: bool = False

    def abschnitt(self, abschnitt: Abschnitt) -> Iterator[Textblock]:
        if abschnitt.titel:
            yield Textblock(
                "ueberschrift", laeufe=self.laeufe(abschnitt.titel), ebene=abschnitt.ebene
            )
        for baustein in abschnitt.inhalt:
            yield self.baustein(baustein)

    def baustein(self, baustein: Baustein) -> Textblock:
        art = baustein.art
        text = baustein.absatz or baustein.hinweis or baustein.kasten
        if text is not None:
            self.hat_hinweise = self.hat_hinweise or art == "hinweis"
            return Textblock(art, laeufe=self.laeufe(text))
        if baustein.tabelle is not None:
            return Textblock("tabelle", tabelle=self.tabelle(baustein.tabelle))
        if baustein.felder:
            return Textblock("tabelle", tabelle=self.formular(baustein.felder))
        if baustein.unterschriften:
            return Textblock("tabelle", tabelle=self.unterschriften(baustein.unterschriften))
        punkte = baustein.liste or baustein.nummeriert or baustein.ankreuzen
        if punkte:
            return Textblock(art, punkte=tuple(self.laeufe(punkt) for punkt in punkte))
        return Textblock(_UMBRUCH)

    def laeufe(self, text: str) -> Laeufe:
        """Split a text into words that look the same."""
        text = text.replace("☐ ", _KAESTCHEN)
        laeufe: list[Lauf] = []
        ende = 0
        for treffer in _STUECK.finditer(text):
            if treffer.start() > ende:
                laeufe.append(Lauf(text[ende : treffer.start()]))
            laeufe.append(self._lauf(treffer))
            ende = treffer.end()
        if ende < len(text):
            laeufe.append(Lauf(text[ende:]))
        return tuple(laeufe)

    def _lauf(self, treffer: re.Match[str]) -> Lauf:
        name = treffer.group(1)
        if name is not None:
            self.benutzt.add(name)
            return Lauf(f"[{self.platzhalter[name].anzeige}]", "platzhalter")
        if fett := treffer.group("fett"):
            return Lauf(fett, "fett")
        return Lauf(treffer.group("link"), "link")

    def zelle(self, text: str | None) -> tuple[Zellabsatz, ...]:
        """Return a cell of one paragraph; empty ones are for writing."""
        return (Zellabsatz(self.laeufe(text or "")),)

    def tabelle(self, tabelle: Texttabelle) -> Tabellenblock:
        zeilen = [
            Tabellenzeile(tuple(self.zelle(zelle) for zelle in zeile)) for zeile in tabelle.zeilen
        ]
        leer = Tabellenzeile(tuple(self.zelle(None) for _ in tabelle.spalten))
        return Tabellenblock(
            titel=tabelle.titel,
            koepfe=tuple(self.laeufe(spalte.titel) for spalte in tabelle.spalten),
            breiten=anteile([spalte.breite for spalte in tabelle.spalten], self._mindest(tabelle)),
            zeilen=(*zeilen, *[leer] * tabelle.leere_zeilen),
        )

    def _koepfe(self, *worte: str) -> tuple[Laeufe, ...]:
        return tuple((Lauf(self.texte[wort]),) for wort in worte)

    def _mindest(self, tabelle: Texttabelle) -> list[int]:
        """Return the share of the width the longest word of each column needs."""
        spalten = (
            zip(*tabelle.zeilen, strict=True) if tabelle.zeilen else [()] * len(tabelle.spalten)
        )
        mindest = []
        for spalte, zellen in zip(tabelle.spalten, spalten, strict=True):
            kopf = FETT * self._laengstes(spalte.titel)
            laengstes = max([kopf, *(float(self._laengstes(zelle or "")) for zelle in zellen)])
            punkte = laengstes * self.schriftgrad / 1000 + _ZELLRAND
            mindest.append(math.ceil(1000 * punkte / _SATZBREITE[self.quer]))
        return mindest

    def zusammen(self, block: Textblock) -> Textblock:
        """Keep a short table on one page."""
        tabelle = block.tabelle
        if tabelle is None:
            return block
        breiten = [b * _SATZBREITE[self.quer] / 1000 - _ZELLRAND for b in tabelle.breiten]
        kurz = sum(self._zeilen(z, breiten) for z in tabelle.zeilen) <= _ZUSAMMEN[self.quer]
        return replace(block, tabelle=replace(tabelle, zusammen=kurz))

    def _zeilen(self, zeile: Tabellenzeile, breiten: Sequence[float]) -> int:
        """Return about how many lines a row takes."""
        je_zelle = [
            sum(
                max(1, math.ceil(_breite(absatz.laeufe) * self.schriftgrad / 1000 / platz))
                for absatz in zelle
            )
            for zelle, platz in zip(zeile.zellen, breiten, strict=True)
        ]
        return max(zeile.zeilen, *je_zelle)

    def _laengstes(self, text: str) -> int:
        lesbar = "".join(lauf.text for lauf in self.laeufe(text))
        return max((wortbreite(wort) for wort in _WORT.findall(lesbar)), default=0)

    def formular(self, felder: Iterable[Feldzeile]) -> Tabellenblock:
        return Tabellenblock(
            titel=self.texte["datei.formular"],
            koepfe=self._koepfe("datei.angabe", "datei.eintrag"),
            breiten=_FORMULAR,
            zeilen=tuple(self._feld(zeile) for zeile in felder),
            kopfspalte=True,
        )

    def _feld(self, zeile: Feldzeile) -> Tabellenzeile:
        inhalt: list[Zellabsatz] = []
        if zeile.hilfe:
            self.hat_hinweise = True
            inhalt.append(Zellabsatz(self.laeufe(zeile.hilfe), hinweis=True))
        if zeile.vorgabe:
            inhalt.append(Zellabsatz(self.laeufe(zeile.vorgabe)))
        if zeile.auswahl:
            worte = _ABSTAND.join(f"{_KAESTCHEN}{wort}" for wort in zeile.auswahl)
            inhalt.append(Zellabsatz(self.laeufe(worte)))
        if not (zeile.vorgabe or zeile.auswahl):
            inhalt.append(Zellabsatz(()))  # a place to write, also if there is a note
        return Tabellenzeile((self.zelle(zeile.name), tuple(inhalt)), zeile.zeilen)

    def unterschriften(self, liste: Iterable[Unterschrift]) -> Tabellenblock:
        zeilen = []
        for wer in liste:
            namen = [wer.stelle, wer.funktion] if wer.stelle else [wer.funktion]
            links = tuple(Zellabsatz(self.laeufe(name)) for name in namen)
            zellen = (links, self.zelle(None), self.zelle(None))
            zeilen.append(Tabellenzeile(zellen, _UNTERSCHRIFT_ZEILEN))
        return Tabellenblock(
            titel=self.texte["datei.unterschriften"],
            koepfe=self._koepfe("datei.stelle", "datei.ort_datum", "datei.unterschrift"),
            breiten=_UNTERSCHRIFT,
            zeilen=tuple(zeilen),
            kopfspalte=True,
            unterschriften=True,
        )

    def anhang(self, kopf: Dateikopf) -> Iterator[Textblock]:
        """Yield the last page: placeholders, how to delete the notes, licence."""
        yield Textblock(_UMBRUCH)
        yield Textblock("ueberschrift", laeufe=(Lauf(self.texte["datei.zum_schluss"]),), ebene=1)
        if self.hat_hinweise:
            yield Textblock("absatz", laeufe=(Lauf(self.texte["datei.hinweise_loeschen"]),))
        liste = [p for name, p in self.platzhalter.items() if name in self.benutzt]
        if liste:
            yield Textblock("absatz", laeufe=(Lauf(self.texte["datei.platzhalter_satz"]),))
            yield Textblock("tabelle", tabelle=self._platzhalterliste(liste))
        herkunft = f"{kopf.herausgeber}. {kopf.lizenz}"
        yield Textblock("absatz", laeufe=(Lauf(herkunft),))

    def _platzhalterliste(self, liste: Iterable[Platzhalter]) -> Tabellenblock:
        zeilen = (
            ((Lauf(f"[{p.anzeige}]", "platzhalter"),), (Lauf(p.beispiel or "–"),)) for p in liste
        )
        return Tabellenblock(
            titel=self.texte["datei.platzhalter"],
            koepfe=self._koepfe("datei.platzhalter", "datei.platzhalter_beispiel"),
            breiten=_PLATZHALTER,
            zeilen=tuple(
                Tabellenzeile(tuple((Zellabsatz(laeufe),) for laeufe in zeile)) for zeile in zeilen
            ),
        )


def _breite(laeufe: Laeufe) -> int:
    return sum(wortbreite(lauf.text) for lauf in laeufe)


def anteile(breiten: Sequence[int], mindest: Sequence[int]) -> tuple[int, ...]:
    """Turn shares into thousandths; columns too narrow for a word take from the wide ones.

    The last column takes what rounding leaves. If the words do not fit side by side, they break.
    """
    gesamt = sum(breiten)
    teile = [1000 * breite // gesamt for breite in breiten]
    fehlt = [max(0, m - teil) for m, teil in zip(mindest, teile, strict=True)]
    uebrig = [max(0, teil - m) for m, teil in zip(mindest, teile, strict=True)]
    if 0 < sum(fehlt) <= sum(uebrig):
        je = sum(fehlt) / sum(uebrig)
        teile = [
            teil + mehr - round(weniger * je)
            for teil, mehr, weniger in zip(teile, fehlt, uebrig, strict=True)
        ]
    return (*teile[:-1], 1000 - sum(teile[:-1]))
