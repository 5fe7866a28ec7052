"""Builds the view of a text document from its record."""

from __future__ import annotations

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
from leitfaden.views.textfolge import UMBRUCH, gegliedert, verbinde
from leitfaden.views.textsatz import Satzspiegel, anteile

_STUECK = re.compile(
    rf"{PLATZHALTER_MUSTER}|\*\*(?P<fett>[^*]+)\*\*|(?P<link>https?://[^\s)]*[^\s).,;:])"
)
# A box stays with its first word and a short choice on its line; choices stand apart, and lines
# break between them.
_KAESTCHEN = "☐\u00a0"
_ABSTAND = "\u2002 "
_WAHL = re.compile(r"(?<=☐\u00a0)[^☐]{1,24}?(?=\s*(?:☐|$))")
# A sign for a part of a law stays with its number.
_FUNDSTELLE = re.compile(r"(§|\b(?:Art|Abs|Nr|Satz)\b\.?) (?=\d)")
# Choices that fill more of these widths of their column stand below each other.
_WAHLZEILEN = 2
# Shares of a table in thousandths of its width; questions are longer than names.
_FORMULAR = (320, 680)
_FRAGEN = (480, 520)
_NAMENSZEILEN = 2
_UNTERSCHRIFT = (400, 250, 350)
_PLATZHALTER = (450, 550)
_UNTERSCHRIFT_ZEILEN = 3


def textdokument(
    dokument: Dokument, kopf: Dateikopf, platzhalter: Mapping[str, Platzhalter], texte: Texte
) -> Textdokument:
    """Build the view; every placeholder must be known."""
    satz = Satzspiegel(dokument.schriftgrad, dokument.querformat)
    bau = _Textbau(platzhalter, texte, satz)
    folge = (b for abschnitt in dokument.abschnitte for b in bau.abschnitt(abschnitt))
    bloecke = list(verbinde(map(satz.zusammen, folge)))
    anhang = list(verbinde(map(satz.zusammen, bau.anhang(kopf))))
    alle = [replace(block, nummer=nummer) for nummer, block in enumerate([*bloecke, *anhang])]
    if dokument.nummeriert:
        alle = [*gegliedert(alle[: len(bloecke)]), *alle[len(bloecke) :]]
    return Textdokument(
        kopf=kopf,
        querformat=dokument.querformat,
        schriftgrad=dokument.schriftgrad,
        nummeriert=dokument.nummeriert,
        bloecke=tuple(alle[: len(bloecke)]),
        anhang=tuple(alle[len(bloecke) :]),
    )


@dataclass
class _Textbau:
    """Turns blocks of the record into blocks of the view; remembers the placeholders it met."""

    platzhalter: Mapping[str, Platzhalter]
    texte: Texte
    satz: Satzspiegel
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
        return Textblock(UMBRUCH)

    def laeufe(self, text: str) -> Laeufe:
        """Split a text into words that look the same."""
        text = _FUNDSTELLE.sub("\\1\u00a0", text).replace("☐ ", _KAESTCHEN)
        text = _WAHL.sub(lambda wahl: wahl[0].replace(" ", "\u00a0"), text)
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
        koepfe = tuple(self.laeufe(spalte.titel) for spalte in tabelle.spalten)
        mindest = self.satz.mindest(koepfe, zeilen)
        return Tabellenblock(
            titel=tabelle.titel,
            koepfe=koepfe,
            breiten=anteile([spalte.breite for spalte in tabelle.spalten], mindest),
            zeilen=(*zeilen, *[leer] * tabelle.leere_zeilen),
        )

    def _koepfe(self, *worte: str) -> tuple[Laeufe, ...]:
        return tuple((Lauf(self.texte[wort]),) for wort in worte)

    def formular(self, felder: Sequence[Feldzeile]) -> Tabellenblock:
        namen = [self.laeufe(feld.name) for feld in felder]
        lang = any(
            self.satz.zeilen(name, _FORMULAR[0], fett=True) > _NAMENSZEILEN for name in namen
        )
        return Tabellenblock(
            titel=self.texte["datei.formular"],
            koepfe=self._koepfe("datei.angabe", "datei.eintrag"),
            breiten=_FRAGEN if lang else _FORMULAR,
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
            inhalt += [Zellabsatz(laeufe) for laeufe in self._wahl(zeile.auswahl)]
        if not (zeile.vorgabe or zeile.auswahl):
            inhalt.append(Zellabsatz(()))  # a place to write, also if there is a note
        return Tabellenzeile((self.zelle(zeile.name), tuple(inhalt)), zeile.zeilen)

    def _wahl(self, auswahl: Iterable[str]) -> list[Laeufe]:
        """Return the choices of a field in one paragraph, or each in its own if they are many."""
        einzeln = [self.laeufe(f"☐ {wort}") for wort in auswahl]
        zusammen = self.laeufe(_ABSTAND.join(f"☐ {wort}" for wort in auswahl))
        passt = self.satz.zeilen(zusammen, _FORMULAR[1]) <= _WAHLZEILEN
        return [zusammen] if passt else einzeln

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
        yield Textblock(UMBRUCH)
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
