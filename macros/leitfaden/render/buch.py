"""The guide as HTML documents for print, one a group of parts, or the booklet of one record."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from leitfaden.render.buchverweise import SEITE, Verweise
from leitfaden.render.qrcode import qrcode
from leitfaden.render.umgebung import makro, rendere
from leitfaden.texts import Texte, texte_von
from leitfaden.views.belege import Beleg
from leitfaden.views.buch import Buch, Buchteil, eintragsanker
from leitfaden.views.druckteile import Bogen, druckteile
from leitfaden.views.karte import Karte
from leitfaden.views.kurzadresse import gedruckt, kurze_adresse


@dataclass(frozen=True)
class Druckangaben:
    """What a book says about itself besides its text.

    `wurzel` is the address of the site, `fassung` the state of the sources it was made from
    (empty if unknown), `ganz` tells whether it is the whole guide.
    """

    wurzel: str
    herausgeber: str
    fassung: str = ""
    ganz: bool = True


@dataclass(frozen=True)
class Kurz:
    """A short address: to click, to read, to scan."""

    url: str
    text: str
    qr: Markup


class Druckumgebung:
    """What the templates of a book look things up in; every answer was prepared by the views."""

    seite = SEITE

    def __init__(self, buch: Buch, kapitel: Mapping[str, str], angaben: Druckangaben) -> None:
        self.buch = buch
        self._kapitel = kapitel
        self.ganz = angaben.ganz
        self.wurzel = angaben.wurzel
        self.adresse = sprachadresse(angaben.wurzel, buch.sprache)
        self.herausgeber = angaben.herausgeber
        self.fassung = angaben.fassung
        self.belege: tuple[tuple[str, tuple[Beleg, ...]], ...] = buch.belege.gruppen

    @property
    def beschreibung(self) -> str:
        """What the book is about, in one line."""
        return self.buch.untertitel

    @property
    def hat_belegteil(self) -> bool:
        """True if a chapter of the book ends with the list of sources."""
        return any(teil.art == "belege" for _, teil in self.buch.alle_teile())

    @property
    def umschlagbild(self) -> Markup:
        """The drawing of the cover."""
        felder = [t for _, t in self.buch.alle_teile() if t.art == "handlungsfeld"]
        return Markup(makro("druckteile.j2", "umschlagbild")(felder, self.texte(self.buch.sprache)))

    def texte(self, sprache: str) -> Texte:
        """Return the words of the language of a part."""
        return texte_von(sprache)

    def kapiteltext(self, teil: Buchteil) -> Markup:
        """Return the text of a hand-written chapter."""
        return Markup(self._kapitel[teil.seite.url]) if teil.seite is not None else Markup("")

    def anker(self, karte: Karte) -> str:
        """Return the anchor of an entry of a list."""
        return eintragsanker(karte)

    def nummern(self, links: Sequence[Karte]) -> tuple[int, ...]:
        """Return the numbers of links in the list of sources."""
        return tuple(self.buch.nummern[k.url] for k in links if k.url in self.buch.nummern)

    def nummer(self, adresse: str) -> Markup:
        """Return the number of a source as a link to it."""
        nummer = self.buch.nummern.get(adresse)
        return Markup(makro("druckteile.j2", "nummer")(nummer)) if nummer else Markup("")

    def kurz(self, teil: Buchteil) -> Kurz | None:
        """Return the short address of a record with its code to scan."""
        kurz = self._kurz(teil.kennung)
        texte = texte_von(self.buch.sprache)
        return replace(kurz, qr=Markup(qrcode(kurz.url, texte))) if kurz else None

    def kurz_von(self, karte: Karte) -> Kurz | None:
        """Return the short address of an entry of a list."""
        return self._kurz(karte.kennung)

    def _kurz(self, kennung: str) -> Kurz | None:
        if not kennung:
            return None
        url = kurze_adresse(self.wurzel, kennung, self.buch.sprache)
        return Kurz(url, gedruckt(url), Markup(""))


def rendere_buch(
    buch: Buch, kapitel: Mapping[str, str], angaben: Druckangaben
) -> tuple[Bogen, ...]:
    """Render the guide in reading order; `kapitel` holds the HTML of chapters by address."""
    umgebung = Druckumgebung(buch, kapitel, angaben)
    texte = texte_von(buch.sprache)
    links = verweise(buch, angaben.wurzel)
    vorspann = makro("buchteile.j2", "vorspann")(buch, texte, umgebung)
    gruppe = makro("buchteile.j2", "gruppe")
    boegen = [Bogen(_dokument(umgebung, vorspann, links))]
    for teil in druckteile(buch):
        inhalt = gruppe(teil, buch, texte, umgebung)
        boegen.append(Bogen(_dokument(umgebung, inhalt, links), teil.doppelseite))
    if not umgebung.hat_belegteil:
        nachspann = makro("buchteile.j2", "belegheft")(buch, texte, umgebung)
        boegen.append(Bogen(_dokument(umgebung, nachspann, links)))
    return tuple(boegen)


def rendere_heft(buch: Buch, angaben: Druckangaben) -> str:
    """Render the booklet of one record."""
    umgebung = Druckumgebung(buch, {}, angaben)
    inhalt = makro("buchteile.j2", "heft")(buch, texte_von(buch.sprache), umgebung)
    return _dokument(umgebung, inhalt, verweise(buch, angaben.wurzel))


def _dokument(umgebung: Druckumgebung, inhalt: str, links: Verweise) -> str:
    buch = umgebung.buch
    texte = texte_von(buch.sprache)
    html = rendere("buch.j2", buch=buch, a=umgebung, t=texte, inhalt=Markup(inhalt))
    return links.setze(html)


def sprachadresse(wurzel: str, sprache: str) -> str:
    """Return the address of the site in a language."""
    return wurzel if sprache == "de" else f"{wurzel}{sprache}/"


def verweise(buch: Buch, wurzel: str) -> Verweise:
    """Return where the links of a book lead; `wurzel` is the address of the site."""
    adresse = sprachadresse(wurzel, buch.sprache)
    return Verweise(buch.ziele(), buch.nummern, adresse, texte_von(buch.sprache))


def rendere_teil(
    teil: Buchteil, ebene: int, umgebung: Druckumgebung, setze: Callable[[str], str]
) -> str:
    """Render one part alone, for formats that have a file for each."""
    texte = texte_von(umgebung.buch.sprache)
    html = makro("buchteile.j2", "einzel")(teil, ebene, umgebung.buch, texte, umgebung)
    return setze(str(html))
