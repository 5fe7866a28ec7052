"""The library in one language: localised cards, lists and figures for pages and macros."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cached_property
from itertools import zip_longest
from typing import TypeVar, cast

from leitfaden.model.felder import Datensatz, Linkkategorie, Seitendatensatz
from leitfaden.model.handlungsfeld import Handlungsfeld
from leitfaden.model.katalog import Katalog
from leitfaden.model.massnahme import Massnahme
from leitfaden.model.typen import TYP_VON_NAME
from leitfaden.model.uebersetzung import ist_vollstaendig, uebersetze
from leitfaden.texts import Texte, texte_von
from leitfaden.views.ausgaben import Dateiverzeichnis
from leitfaden.views.begriffe import Begriffsverzeichnis
from leitfaden.views.beziehungen import Beziehungen, berechne_beziehungen
from leitfaden.views.karte import Aenderungszeile, Karte, Nachweis, Redaktion

SEITENTYPEN = ("handlungsfeld", "massnahme", "praxisbeispiel", "szenario", "vorlage")
_Sicht = TypeVar("_Sicht")
_UMLAUTE = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss", "é": "e"})


def alphabetisch(text: str) -> str:
    """Sort key after DIN 5007-1: umlauts sort like their base letters, case is ignored."""
    return text.casefold().translate(_UMLAUTE)


class Bibliothek:
    """Views of a catalogue in one language.

    The catalogue must already be limited to what is visible. `heute` is the day of the build;
    it decides whether a review is overdue.
    """

    def __init__(
        self,
        katalog: Katalog,
        sprache: str,
        heute: date,
        beziehungen: Beziehungen | None = None,
    ) -> None:
        self.katalog = katalog
        self.sprache = sprache
        self.heute = heute
        self.texte: Texte = texte_von(sprache)
        self.beziehungen = beziehungen or berechne_beziehungen(katalog)
        # The build makes the files first and sets this; without it, pages offer none.
        self.dateien = Dateiverzeichnis()
        # The engine knows the address of the site and sets this; without it, nothing is to embed.
        self.wurzel = ""
        self._karten: dict[tuple[str, str], Karte] = {}
        self._sichten: dict[str, object] = {}
        self._begriffe: dict[str, Begriffsverzeichnis] = {}

    def einmal(self, name: str, baue: Callable[[], _Sicht]) -> _Sicht:
        """Return a view many pages share; it is made on first use and kept under its name."""
        if name not in self._sichten:
            self._sichten[name] = baue()
        return cast("_Sicht", self._sichten[name])

    # one record -----------------------------------------------------------------------------

    def ist_uebersetzt(self, typ: str, satz: Datensatz) -> bool:
        """Tell whether a record can be shown wholly in the language of this library."""
        if self.sprache == "de":
            return True
        return ist_vollstaendig(satz, self.katalog.uebersetzungen.get((typ, satz.id)))

    def karte(self, typ: str, satz_id: str) -> Karte:
        """Return the card of a record; raises KeyError for an unknown id."""
        schluessel = (typ, satz_id)
        if schluessel not in self._karten:
            self._karten[schluessel] = self._baue_karte(typ, self.katalog.von(typ)[satz_id])
        return self._karten[schluessel]

    def _baue_karte(self, typ: str, deutsch: Datensatz) -> Karte:
        satz, sprache = self.lokalisiert(typ, deutsch)
        feld = None
        if isinstance(deutsch, Massnahme):
            feld = self.handlungsfeld(deutsch.handlungsfeld)
        return Karte(typ, satz, self.adresse(typ, satz), sprache, feld)

    def lokalisiert(self, typ: str, deutsch: Datensatz) -> tuple[Datensatz, str]:
        """Return the record in this language and the language it is really in."""
        englisch = self.katalog.uebersetzungen.get((typ, deutsch.id))
        if self.sprache != "de" and englisch and self.ist_uebersetzt(typ, deutsch):
            return uebersetze(deutsch, englisch), self.sprache
        return deutsch, "de"

    def adresse(self, typ: str, satz: Datensatz) -> str:
        """Return where a record is read, below the root of the language."""
        if typ in SEITENTYPEN:
            return f"{TYP_VON_NAME[typ].mehrzahl}/{satz.id}/"
        if typ == "glossareintrag":
            return f"glossar/#{satz.id}"
        return str(getattr(satz, "url", None) or "")

    def finde(self, satz_id: str) -> Karte | None:
        """Find a record of any type by id, in the order of the content types."""
        treffer = self.katalog.finde(TYP_VON_NAME, satz_id)
        return self.karte(treffer[0], satz_id) if treffer else None

    def handlungsfeld(self, feld_id: str) -> Handlungsfeld | None:
        """Return a localised Handlungsfeld, or None for a draft."""
        if feld_id not in self.katalog.handlungsfelder:
            return None
        satz = self.karte("handlungsfeld", feld_id).satz
        return satz if isinstance(satz, Handlungsfeld) else None

    # lists ----------------------------------------------------------------------------------

    def karten(self, typ: str, ids: Iterable[str]) -> tuple[Karte, ...]:
        """Return the cards of the given ids that are visible, in the given order."""
        vorhanden = self.katalog.von(typ)
        return tuple(self.karte(typ, i) for i in ids if i in vorhanden)

    def alle(self, typ: str, schluessel: Callable[[Karte], object] | None = None) -> list[Karte]:
        """Return every visible record of a type, sorted by the key (default: title)."""
        karten = [self.karte(typ, i) for i in self.katalog.von(typ)]
        return sorted(karten, key=schluessel or (lambda k: alphabetisch(k.titel)))  # type: ignore[arg-type]

    @cached_property
    def handlungsfelder(self) -> tuple[Karte, ...]:
        """Handlungsfelder by number."""
        return tuple(self.alle("handlungsfeld", lambda k: k.satz.nummer))  # type: ignore[attr-defined]

    @cached_property
    def massnahmen(self) -> tuple[Karte, ...]:
        """Measures by Kennung."""
        return tuple(self.alle("massnahme", lambda k: k.kennung))

    @cached_property
    def szenarien(self) -> tuple[Karte, ...]:
        """Scenarios by Kennung."""
        return tuple(self.alle("szenario", lambda k: k.kennung))

    @cached_property
    def vorlagen(self) -> tuple[Karte, ...]:
        """Templates by Kennung."""
        return tuple(self.alle("vorlage", lambda k: k.kennung))

    @cached_property
    def praxisbeispiele(self) -> tuple[Karte, ...]:
        """Examples, newest first, then by title."""
        return tuple(
            self.alle(
                "praxisbeispiel",
                lambda k: (-k.satz.stand.toordinal(), alphabetisch(k.titel)),  # type: ignore[attr-defined]
            )
        )

    @cached_property
    def glossar(self) -> tuple[Karte, ...]:
        """Glossary entries in alphabetical order."""
        return tuple(self.alle("glossareintrag"))

    def begriffe(self, sprache: str) -> Begriffsverzeichnis:
        """Return the terms of the glossary as texts of a language use them.

        A page without translation holds German text in an English library.
        """
        if sprache not in self._begriffe:
            bib = self if sprache == self.sprache else self.deutsche()
            deutsch = {i: eintrag.begriff for i, eintrag in self.katalog.glossar.items()}
            self._begriffe[sprache] = Begriffsverzeichnis(bib.glossar, sprache, deutsch)
        return self._begriffe[sprache]

    def deutsche(self) -> Bibliothek:
        """Return the same library in German."""
        return Bibliothek(self.katalog, "de", self.heute, self.beziehungen)

    @cached_property
    def links_nach_kategorie(self) -> Mapping[str, tuple[Karte, ...]]:
        """Links by category, in the order of the categories; empty ones are left out."""
        nach: dict[str, list[Karte]] = {k.value: [] for k in Linkkategorie}
        for link_id, link in self.katalog.links.items():
            nach[link.kategorie].append(self.karte("link", link_id))
        return {k: tuple(v) for k, v in nach.items() if v}

    # editorial ------------------------------------------------------------------------------

    def nachweise(self, quellen: Iterable[str]) -> tuple[Nachweis, ...]:
        """Resolve source ids of a record into printable sources."""
        liste = []
        for quelle_id in quellen:
            treffer = self.katalog.finde(("quelle", "link"), quelle_id)
            if treffer is None:
                continue
            karte = self.karte(treffer[0], quelle_id)
            satz = karte.satz
            liste.append(
                Nachweis(
                    titel=str(getattr(satz, "titel", "")),
                    herausgeber=str(getattr(satz, "herausgeber", None) or ""),
                    url=str(getattr(satz, "url", None) or ""),
                    hinweis=str(getattr(satz, "hinweis", None) or ""),
                    sprache=karte.sprache,
                    titelsprache=karte.titelsprache,
                )
            )
        return tuple(liste)

    def aenderungen(self, typ: str, satz_id: str) -> tuple[Aenderungszeile, ...]:
        """Return the changes of a record, each in this language or else in German."""
        deutsch = self.katalog.von(typ)[satz_id]
        englisch = self.katalog.uebersetzungen.get((typ, satz_id))
        fassungen = englisch.texte.get("aenderungen") if englisch and self.sprache != "de" else None
        zeilen = []
        for aenderung, fassung in zip_longest(getattr(deutsch, "aenderungen", ()), fassungen or ()):
            if aenderung is not None:
                text = fassung.get("text") if fassung else None
                sprache = self.sprache if text else "de"
                zeilen.append(Aenderungszeile(aenderung.am, text or aenderung.text, sprache))
        return tuple(zeilen)

    def redaktion(
        self, satz: Seitendatensatz, aenderungen: tuple[Aenderungszeile, ...] = ()
    ) -> Redaktion:
        """Compute the editorial line of a record for the day of the build."""
        return Redaktion(
            stand=satz.stand,
            geprueft=satz.geprueft,
            naechste_pruefung=satz.naechste_pruefung,
            ueberfaellig=satz.naechste_pruefung < self.heute,
            beleglage=satz.beleglage,
            quellen=self.nachweise(satz.quellen),
            aenderungen=aenderungen,
        )
