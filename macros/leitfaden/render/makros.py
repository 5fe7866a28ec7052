"""The macros of hand-written pages: they pick records from the library and render them."""

from __future__ import annotations

from collections.abc import Iterator

from leitfaden.model.massnahme import Massnahme
from leitfaden.model.vorlage import Vorlage
from leitfaden.render import bausteine
from leitfaden.views.ausgaben import ALLE, HEFTARTEN, Datei
from leitfaden.views.auswahl import BEREICHE, LISTENLAENGE, auswahl
from leitfaden.views.betreiber import betreiberangabe
from leitfaden.views.bibliothek import Bibliothek
from leitfaden.views.detail import szenario_view
from leitfaden.views.feed import hauptfeeds, nach_tagen, neues
from leitfaden.views.karte import Karte
from leitfaden.views.register import registerzeilen
from leitfaden.views.start import felder_mit_massnahmen
from leitfaden.views.uebersicht import uebersicht

# Macros whose result stands within a sentence; all others are blocks.
IN_DER_ZEILE = frozenset({"verweis", "vorlage", "link", "begriff", "betreiber", "datenadresse"})


class Makros:
    """The macros for one page: a library in the language of its text, and its way to the root.

    Every method is a macro of the same name; `views/makrokunde.py` describes the arguments, and
    the checks refuse unknown ids, so a KeyError here means an unchecked page.
    """

    def __init__(self, bib: Bibliothek, basis: str) -> None:
        self.bib = bib
        self.texte = bib.texte
        self.basis = basis

    @property
    def _wurzel(self) -> str:
        """The way to the root of the site, where the files of both languages lie."""
        return self.basis if self.bib.sprache == "de" else f"{self.basis}../"

    def _karten(self, karten: tuple[Karte, ...], ansicht: str | None) -> str:
        return bausteine.karten(karten, self.texte, self.basis, ansicht or "karten")

    def handlungsfelder(self) -> str:
        """The four fields as cards."""
        return self._karten(self.bib.handlungsfelder, None)

    def massnahmen(  # noqa: PLR0913, PLR0917 -- the arguments of the macro editors call
        self,
        handlungsfeld: str | None = None,
        aufwand: str | None = None,
        horizont: str | None = None,
        pflicht: str | None = None,
        tiefe: str | None = None,
        szenario: str | None = None,
        sofort: bool | None = None,
        ansicht: str | None = None,
    ) -> str:
        """Measures that meet every given condition; on the way of a scenario in its order."""
        bib = self.bib
        karten = bib.massnahmen
        if szenario is not None:
            weg = [station.massnahme for station in bib.katalog.szenarien[szenario].weg]
            karten = bib.karten("massnahme", weg)
        gesucht = {
            "handlungsfeld": handlungsfeld,
            "aufwand": aufwand,
            "horizont": horizont,
            "tiefe": tiefe,
            "sofort_moeglich": sofort,
        }
        bedingungen = {name: wert for name, wert in gesucht.items() if wert is not None}

        def passt(karte: Karte) -> bool:
            satz = karte.satz
            if pflicht is not None and isinstance(satz, Massnahme) and satz.pflicht.lage != pflicht:
                return False
            return all(getattr(satz, name) == wert for name, wert in bedingungen.items())

        return self._karten(tuple(k for k in karten if passt(k)), ansicht)

    def massnahme(self, id: str) -> str:
        """One measure as a card."""
        return self._karten((self.bib.karte("massnahme", id),), None)

    def vergleich(self, *ids: str) -> str:
        """Measures side by side."""
        karten = self.bib.karten("massnahme", ids)
        return bausteine.vergleich(karten, self.texte, self.basis)

    def praxisbeispiele(
        self,
        massnahme: str | None = None,
        handlungsfeld: str | None = None,
        ansicht: str | None = None,
    ) -> str:
        """Examples, newest first; the first page of a long list, with links to the rest."""
        bib = self.bib
        karten = bib.praxisbeispiele
        if massnahme is not None:
            erlaubt = set(bib.beziehungen.praxis_von_massnahme.get(massnahme, ()))
            karten = tuple(k for k in karten if k.id in erlaubt)
        if handlungsfeld is not None:
            erlaubt = set(bib.beziehungen.praxis_von_feld.get(handlungsfeld, ()))
            karten = tuple(k for k in karten if k.id in erlaubt)
        html = self._karten(karten[:LISTENLAENGE], ansicht)
        gesamt = -(-len(karten) // LISTENLAENGE)
        if massnahme is None and handlungsfeld is None and gesamt > 1:
            html += bausteine.seitenwahl("praxisbeispiele/", 1, gesamt, self.texte, self.basis)
        return html

    def auswahl(self, bereich: str) -> str:
        """A whole list with its facets; glossary and links keep their own form."""
        formen = {"glossar": self.glossar, "links": self.links}
        inhalt = formen[bereich]() if bereich in formen else ""
        liste = auswahl(self.bib, BEREICHE[bereich])
        return bausteine.auswahl(liste, self.texte, self.basis, inhalt)

    def szenarien(self) -> str:
        """The scenarios as cards."""
        return self._karten(self.bib.szenarien, None)

    def szenario_weg(self, id: str) -> str:
        """The way of a scenario."""
        satz = self.bib.karte("szenario", id).satz
        return bausteine.weg(szenario_view(self.bib, satz), self.texte, self.basis)  # type: ignore[arg-type]

    def vorlagen(
        self, paket: str | None = None, massnahme: str | None = None, ansicht: str | None = None
    ) -> str:
        """Templates by Kennung."""
        karten = self._vorlagen(paket, massnahme)
        if paket is not None and ansicht in (None, "tabelle"):
            titel = self.texte.mit("liste.paket", paket=self.texte.wert("paket", paket))
            return bausteine.tabelle(karten, self.texte, self.basis, titel)
        return self._karten(karten, ansicht or "tabelle")

    def _vorlagen(self, paket: str | None, massnahme: str | None) -> tuple[Karte, ...]:
        """Return the templates of a measure, or all, and of these the ones in a package."""
        karten = self.bib.vorlagen
        if massnahme is not None:
            karten = self.bib.karten("vorlage", self.bib.katalog.massnahmen[massnahme].vorlagen)
        if paket is None:
            return karten
        return tuple(k for k in karten if isinstance(k.satz, Vorlage) and paket in k.satz.pakete)

    def dateien(self, paket: str | None = None) -> str:
        """A package to download, or the register of all files; nothing before they are made."""
        if paket is not None:
            datei = self.bib.dateien.paket(paket)
            titel = self.texte["datei.alle_laden" if paket == ALLE else "datei.paket_laden"]
            return bausteine.paket(datei, titel, self.texte, self._wurzel) if datei else ""
        return bausteine.register(registerzeilen(self.bib), self.texte, self.basis, self._wurzel)

    def offline_ausgabe(self) -> str:
        """The offline edition to download."""
        return bausteine.offline(self.texte, self._wurzel)

    def datenadresse(self, pfad: str) -> str:
        """Link to a generated file for programs, shown as its address."""
        return bausteine.datenadresse(pfad, self._wurzel)

    def leitfaden(self, hefte: bool | None = None) -> str:
        """The whole guide as a file, or the booklets of all records; nothing before they exist."""
        bib = self.bib
        if not hefte:
            dateien = bib.dateien.leitfaden(bib.sprache)
            return bausteine.leitfaden(dateien, self.texte, self._wurzel)
        listen = (bib.handlungsfelder, bib.massnahmen, bib.szenarien, bib.praxisbeispiele)
        gruppen = tuple(
            (art, zeilen)
            for art, karten in zip(HEFTARTEN, listen, strict=True)
            if (zeilen := tuple(self._mit_heft(art, karten)))
        )
        return bausteine.heftliste(gruppen, self.texte, self.basis, self._wurzel)

    def _mit_heft(
        self, art: str, karten: tuple[Karte, ...]
    ) -> Iterator[tuple[Karte, tuple[Datei, ...]]]:
        dateien = self.bib.dateien
        for karte in karten:
            if hefte := dateien.in_sprache(art, karte.id, karte.sprache):
                yield karte, hefte

    def vorlage(self, id: str) -> str:
        """Link to a template."""
        return bausteine.verweis(self.bib.karte("vorlage", id), self.texte, self.basis)

    def verweis(self, id: str, text: str | None = None) -> str:
        """Link to any record."""
        karte = self.bib.finde(id)
        if karte is None:
            raise KeyError(id)
        return bausteine.verweis(karte, self.texte, self.basis, text or "")

    def link(self, id: str, text: str | None = None) -> str:
        """Link to a web page from the list of links or sources."""
        typ = "link" if id in self.bib.katalog.links else "quelle"
        return bausteine.verweis(self.bib.karte(typ, id), self.texte, self.basis, text or "")

    def links(self, kategorie: str | None = None) -> str:
        """All links, or those of one category."""
        nach = self.bib.links_nach_kategorie
        if kategorie is not None:
            nach = {kategorie: nach.get(kategorie, ())}
        bez = self.bib.beziehungen.massnahmen_von_link
        massnahmen = {i: self.bib.karten("massnahme", ids) for i, ids in bez.items()}
        return bausteine.links(nach, massnahmen, self.texte, self.basis)

    def begriff(self, id: str, wort: str | None = None) -> str:
        """A word linked to its glossary entry."""
        karte = self.bib.karte("glossareintrag", id)
        return bausteine.begriff(karte, wort or karte.titel, self.texte, self.basis)

    def glossar(self) -> str:
        """The whole glossary."""
        bib = self.bib
        siehe = {i: bib.karten("glossareintrag", e.siehe) for i, e in bib.katalog.glossar.items()}
        bez = bib.beziehungen.massnahmen_von_begriff
        massnahmen = {i: bib.karten("massnahme", ids) for i, ids in bez.items()}
        return bausteine.glossar(bib.glossar, siehe, massnahmen, self.texte, self.basis)

    def betreiber(self, feld: str, sonst: str | None = None) -> str:
        """One of the operator's data; an open one is marked."""
        angabe = betreiberangabe(self.bib.katalog.betreiber, feld, self.texte)
        return bausteine.betreiber(angabe, sonst or "", self.texte)

    def neues(self) -> str:
        """The newest entries."""
        return bausteine.neues(nach_tagen(neues(self.bib)), self.texte, self.basis)

    def feeds(self) -> str:
        """Addresses of the feeds of everything and of each Handlungsfeld."""
        return bausteine.feeds(tuple(hauptfeeds(self.bib)), self.texte, self.basis)

    def schaubild_handlungsfelder(self) -> str:
        """Drawing of the fields with their measures."""
        felder = felder_mit_massnahmen(self.bib)
        return bausteine.handlungsfelder_bild(felder, self.texte, self.basis)

    def schaubild_massnahmen(self) -> str:
        """Drawing of the measures by effort and legal obligation."""
        return bausteine.uebersicht(uebersicht(self.bib.massnahmen), self.texte, self.basis)

    def schaubild_grundbegriffe(self) -> str:
        """Drawing of the three basic terms."""
        return bausteine.grundbegriffe_bild(self.texte)
