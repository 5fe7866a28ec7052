"""What the search index gets besides the pages: helper words, kinds, entries of lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from leitfaden.model.felder import Datensatz, Seitendatensatz
from leitfaden.model.felder_kunde import texte
from leitfaden.model.kapitel import Kapitel
from leitfaden.model.suchgruppe import Suchgruppe
from leitfaden.views.karte import Karte
from leitfaden.views.lesetext import Zeilenart, kapitelzeilen
from leitfaden.views.seitenplan import Seite, Seitenplan
from leitfaden.views.suchworte import Helferworte, Suchtext, Suchwoerterbuch
from leitfaden.views.wortkunde import Wortzerleger, woerter

# Lists whose entries are found one by one; each stands on the page of its list.
LISTEN = {"glossareintrag": "glossar", "link": "links"}
_NAH = ("kurzbeschreibung", "kernaussagen", "leitfrage", "zweck", "einfach")
_NICHT = ("titel", "schlagworte", "geprueft")
# A new example brings new words, but the parts of compounds are known without it.
_OHNE_GRUNDWORTE = ("praxisbeispiel", "quelle", "link")
_LANGES_KLEINES = 6
# The kind of page that is not named in the index.
HAEUFIGSTE = "praxisbeispiel"


@dataclass(frozen=True, slots=True)
class Suchangaben:
    """What the index gets about a page besides its text.

    `art` is empty for the kind of which there may be thousands: to name each of them would cost
    every first search some kilobytes. The scripts take a page without a kind for one of it.
    """

    art: str
    helfer: Helferworte
    filter: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Sucheintrag:
    """An entry of a list, found on its own: `ort` is its folder in the index.

    `text` explains it and is shown whole; `beiwerk` is only searched.
    """

    ort: str
    titel: str
    text: str
    beiwerk: str
    sprache: str
    angaben: Suchangaben


class Suchplan:
    """Helper words and entries of one language; made once, asked for every page."""

    def __init__(self, plan: Seitenplan, gruppen: Iterable[Suchgruppe]) -> None:
        self._plan = plan
        self._gruppen = tuple(gruppen)

    @property
    def sprache(self) -> str:
        """Language of the pages."""
        return self._plan.bib.sprache

    @property
    def getippt(self) -> Iterator[str]:
        """Yield words people type that may stand on no page: of the groups and keywords."""
        for gruppe in self._gruppen:
            for eintrag in (*gruppe.wort, *gruppe.getippt):
                yield from woerter(eintrag)
        for typ, saetze in self._plan.bib.katalog.saetze.items():
            for satz_id in saetze:
                for eintrag in getattr(self._plan.bib.karte(typ, satz_id).satz, "schlagworte", ()):
                    yield from woerter(eintrag)

    @cached_property
    def _woerterbuch(self) -> Suchwoerterbuch:
        deutsch = self.sprache == "de"
        return Suchwoerterbuch(self._gruppen, Wortzerleger(self._grundworte()) if deutsch else None)

    def _grundworte(self) -> Iterator[str]:
        """Yield the words that may be parts of compounds: nouns and long words of the guide."""
        for text in self._grundtexte():
            for wort in woerter(text):
                for teil in wort.split("-"):
                    if teil[:1].isupper() or len(teil) >= _LANGES_KLEINES:
                        yield teil

    def _grundtexte(self) -> Iterator[str]:
        for typ, saetze in self._plan.bib.katalog.saetze.items():
            if typ not in _OHNE_GRUNDWORTE:
                for satz in saetze.values():
                    yield from (text for _, text in texte(satz))
        for kapitel in self._plan.bib.katalog.kapitel:
            if kapitel.sprache == self.sprache:
                yield kapitel.inhalt
        for gruppe in self._gruppen:
            yield from (*gruppe.wort, *gruppe.getippt)

    def angaben(self, url: str) -> Suchangaben | None:
        """Return what the index gets about the page at an address; None for an unknown one."""
        if not self._plan.hat(url):
            return None
        seite = self._plan.seite(url)
        helfer = self._woerterbuch.helfer(self._suchtext(seite))
        art = seite.karte.typ if seite.karte is not None else seite.art
        art = "" if art == HAEUFIGSTE else art
        nur = () if self._plan.hat_uebersetzung(seite) else (("nur", self.sprache),)
        return Suchangaben(art, helfer, nur)

    def _suchtext(self, seite: Seite) -> Suchtext:
        if seite.kapitel is not None:
            return self._kapiteltext(seite.kapitel)
        if seite.karte is None:
            return Suchtext(seite.titel, "", "")
        return satztext(seite.karte.satz, seite.karte)

    def _kapiteltext(self, kapitel: Kapitel) -> Suchtext:
        kopf = kapitel.kopf
        nah = [kopf.kurzbeschreibung, *kopf.kernaussagen]
        fern: list[str] = []
        for zeile in kapitelzeilen(kapitel, self._plan.bib.katalog):
            (nah if zeile.art is Zeilenart.UEBERSCHRIFT else fern).append(zeile.text)
        return Suchtext(kopf.titel, "\n".join(nah), "\n".join(fern))

    def eintraege(self) -> Iterator[Sucheintrag]:
        """Yield the entries of the lists that are in this language."""
        for karte in listeneintraege(self._plan):
            yield self._eintrag(karte, LISTEN[karte.typ])

    def _eintrag(self, karte: Karte, liste: str) -> Sucheintrag:
        satz = karte.satz
        helfer = self._woerterbuch.helfer(satztext(satz, karte))
        abkuerzung = getattr(satz, "abkuerzung", None)
        titel = f"{karte.titel} ({abkuerzung})" if abkuerzung else karte.titel
        herausgeber = getattr(satz, "herausgeber", "")
        synonyme = ", ".join(getattr(satz, "synonyme", ()))
        beiwerk = " ".join(filter(None, (synonyme, herausgeber)))
        filter_ = [("typ", self._plan.bib.texte[f"typ.{karte.typ}"])]
        if not self._plan.bib.katalog.uebersetzungen.get((karte.typ, karte.id)):
            filter_.append(("nur", self.sprache))
        angaben = Suchangaben(karte.typ, helfer, tuple(filter_))
        ort, text = f"{liste}/{karte.id}", karte.kurzbeschreibung
        return Sucheintrag(ort, titel, text, beiwerk, karte.sprache, angaben)


def listeneintraege(plan: Seitenplan) -> Iterator[Karte]:
    """Yield the entries of lists that are found one by one in the language of the plan."""
    bib = plan.bib
    for typ, liste in LISTEN.items():
        if plan.hat(f"{liste}/"):
            karten = (bib.karte(typ, satz_id) for satz_id in bib.katalog.von(typ))
            yield from (karte for karte in karten if karte.sprache == bib.sprache)


def satztext(satz: Datensatz, karte: Karte) -> Suchtext:
    """Return the texts of a record by weight."""
    schlagworte = tuple(getattr(satz, "schlagworte", ()))
    if not isinstance(satz, Seitendatensatz):
        weitere = (*getattr(satz, "synonyme", ()), getattr(satz, "abkuerzung", None) or "")
        return Suchtext(" ".join((karte.titel, *weitere)), karte.kurzbeschreibung, "", schlagworte)
    nah: list[str] = []
    fern: list[str] = []
    for pfad, text in texte(satz):
        if pfad[0] not in _NICHT:
            (nah if pfad[0] in _NAH else fern).append(text)
    return Suchtext(karte.titel, "\n".join(nah), "\n".join(fern), schlagworte)
