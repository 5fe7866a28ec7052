"""The guide as an e-book: one file for each part of the book, contents, package document.

Format: EPUB 3.3, https://www.w3.org/TR/epub-33/; what it says about itself: EPUB Accessibility 1.1.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from xml.etree.ElementTree import Element

from markupsafe import Markup

from leitfaden.render.buch import (
    Druckangaben,
    Druckumgebung,
    Kurz,
    rendere_teil,
    sprachadresse,
    verweise,
)
from leitfaden.render.umgebung import rendere
from leitfaden.render.xhtml import SVG, lies, name, schreibe
from leitfaden.texts import Texte, texte_von
from leitfaden.views.buch import Buch, Buchteil

UMSCHLAG = "umschlag.svg"
# Chapters bring headings as deep as they are in print, below a section.
EBENE = 2
# What a part is called in the language of e-books: (epub:type, role of DPUB-ARIA).
_ROLLEN = {
    "abschnitt": ("part", "doc-part"),
    "glossar": ("glossary", "doc-glossary"),
    "belege": ("bibliography", "doc-bibliography"),
}
_KAPITEL = ("chapter", "doc-chapter")
_AUSWAHL = re.compile(r"([^{}]+)\{")
_STUFE = re.compile(r"h([1-6])")


@dataclass(frozen=True)
class Epubteil:
    """A file of the book before it is made into XHTML; `ebene` is its place in the contents."""

    datei: str
    anker: str
    art: str
    ebene: int
    titel: str
    sprache: str
    html: str


@dataclass(frozen=True)
class Epubvorlage:
    """Everything an e-book is made of; `kopf` holds words and figures of the front matter."""

    sprache: str
    titel: str
    untertitel: str
    stand: date
    wurzel: str
    herausgeber: str
    fassung: str
    umschlag: str
    teile: tuple[Epubteil, ...]


class Epubumgebung(Druckumgebung):
    """Looks things up as for print; who reads on a screen needs no code to scan."""

    def kurz(self, teil: Buchteil) -> Kurz | None:
        """Return the short address of a record, without its code."""
        kurz = super().kurz(teil)
        return replace(kurz, qr=Markup("")) if kurz else None


def epubvorlage(buch: Buch, kapitel: Mapping[str, str], angaben: Druckangaben) -> Epubvorlage:
    """Render the parts of a book; `kapitel` holds the HTML of chapters by address."""
    umgebung = Epubumgebung(buch, kapitel, angaben)
    teile = tuple(_teil(t, ebene, umgebung, angaben.wurzel) for ebene, t in buch.alle_teile())
    return Epubvorlage(
        sprache=buch.sprache,
        titel=buch.titel,
        untertitel=buch.untertitel,
        stand=buch.stand,
        wurzel=angaben.wurzel,
        herausgeber=angaben.herausgeber,
        fassung=angaben.fassung,
        umschlag=str(umgebung.umschlagbild),
        teile=teile,
    )


def _teil(teil: Buchteil, ebene: int, umgebung: Epubumgebung, wurzel: str) -> Epubteil:
    buch = umgebung.buch
    if teil.art == "abschnitt":
        html = rendere("epub_abschnitt.j2", teil=teil, buch=buch)
    else:
        html = rendere_teil(teil, EBENE, umgebung, verweise(buch, wurzel).setze)
    titel = f"{teil.kennung} {teil.titel}".strip()
    datei = f"{teil.anker}.xhtml"
    return Epubteil(datei, teil.anker, teil.art, ebene, titel, teil.sprache, html)


# XHTML --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Inhaltspunkt:
    """A line of the contents with those below it."""

    teil: Epubteil
    unter: tuple[Inhaltspunkt, ...]


@dataclass(frozen=True)
class Manifestpunkt:
    """A file the package document lists."""

    datei: str
    typ: str
    eigenschaften: str = ""
    im_lauf: bool = True

    @property
    def id(self) -> str:
        """Its name within the package document."""
        return "d-" + self.datei.replace(".", "-")


def epubdateien(vorlage: Epubvorlage, stil: str) -> Iterator[tuple[str, str]]:
    """Yield name and text of every file of the book, in the order they are packed."""
    texte = texte_von(vorlage.sprache)
    seiten = dict(_seiten(vorlage))
    vorn = {"umschlag.xhtml": "epub_umschlagseite.j2", "impressum.xhtml": "epub_impressum.j2"}
    adresse = sprachadresse(vorlage.wurzel, vorlage.sprache)
    werte = {"v": vorlage, "t": texte, "umschlag": UMSCHLAG, "adresse": adresse}
    seiten = {n: rendere(datei, **werte) for n, datei in vorn.items()} | seiten
    inhalt = gliederung(vorlage.teile)
    manifest = [
        Manifestpunkt(n, "application/xhtml+xml", "svg" if "<svg" in text else "")
        for n, text in seiten.items()
    ]
    manifest.insert(2, Manifestpunkt("inhalt.xhtml", "application/xhtml+xml", "nav"))
    manifest.append(Manifestpunkt(UMSCHLAG, "image/svg+xml", "cover-image", im_lauf=False))
    manifest.append(Manifestpunkt("buch.css", "text/css", im_lauf=False))
    yield "mimetype", "application/epub+zip"
    yield "META-INF/container.xml", rendere("epub_container.j2")
    yield (
        "EPUB/paket.opf",
        rendere("epub_paket.j2", manifest=manifest, kennung=buchkennung(vorlage), **werte),
    )
    yield "EPUB/inhalt.xhtml", rendere("epub_inhalt.j2", punkte=inhalt, **werte)
    yield f"EPUB/{UMSCHLAG}", _umschlag(vorlage, texte)
    yield "EPUB/buch.css", stil
    yield from ((f"EPUB/{n}", text) for n, text in seiten.items())


def buchkennung(vorlage: Epubvorlage) -> str:
    """Return the identifier of the book: the same for every edition in one language."""
    adresse = f"{vorlage.wurzel}#epub-{vorlage.sprache}"
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, adresse)}"


def gliederung(teile: Iterable[Epubteil]) -> tuple[Inhaltspunkt, ...]:
    """Return the parts as nested lines of the contents."""
    offen: list[tuple[int, list[Inhaltspunkt], Epubteil | None]] = [(0, [], None)]

    def schliesse(ebene: int) -> None:
        while offen[-1][0] >= ebene:
            _, unter, teil = offen.pop()
            if teil is not None:
                offen[-1][1].append(Inhaltspunkt(teil, tuple(unter)))

    for teil in teile:
        schliesse(teil.ebene)
        offen.append((teil.ebene, [], teil))
    schliesse(1)
    return tuple(offen[0][1])


def _umschlag(vorlage: Epubvorlage, texte: Texte) -> str:
    bild = lies(vorlage.umschlag)
    _begrenze_stile(bild)
    return rendere("epub_umschlag.j2", v=vorlage, t=texte, bild=Markup(schreibe(bild)))


def _seiten(vorlage: Epubvorlage) -> Iterator[tuple[str, str]]:
    """Make every part a file, with links that lead to other files."""
    koerper = {teil: lies(teil.html) for teil in vorlage.teile}
    orte = {
        ziel: teil.datei
        for teil, element in koerper.items()
        for ziel in (e.get("id") for e in element.iter())
        if ziel
    }
    for teil, element in koerper.items():
        _begrenze_stile(element)
        _hebe_ueberschriften(element)
        _verlinke(element, teil.datei, orte)
        typ, rolle = _ROLLEN.get(teil.art, _KAPITEL)
        inhalt = Markup(schreibe(element))
        yield (
            teil.datei,
            rendere("epub_seite.j2", v=vorlage, teil=teil, typ=typ, rolle=rolle, inhalt=inhalt),
        )


def _begrenze_stile(koerper: Element) -> None:
    """Rules within a drawing hold for the whole file in XHTML: limit them to drawings."""
    for element in koerper.iter(f"{{{SVG}}}style"):
        element.text = _AUSWAHL.sub(lambda m: f"svg {m[1].strip()} {{", element.text or "")


def _hebe_ueberschriften(koerper: Element) -> None:
    """The first heading of a file is its h1; no level is left out below it."""
    zuviel, bisher = -1, 0
    for element in koerper.iter():
        if treffer := _STUFE.fullmatch(name(element)):
            stufe = int(treffer[1])
            zuviel = stufe - 1 if zuviel < 0 else zuviel
            bisher = max(min(stufe - zuviel, bisher + 1), 2) if bisher else 1
            element.tag = element.tag.replace(f"}}h{stufe}", f"}}h{bisher}")


def _verlinke(koerper: Element, datei: str, orte: Mapping[str, str]) -> None:
    """Lead links within the book to the file they mean; what is not in it stays words."""
    for element in koerper.iter():
        ziel = element.get("href") or ""
        if not ziel.startswith("#"):
            continue
        ort = orte.get(ziel[1:])
        if ort is None:
            del element.attrib["href"]
        elif ort != datei:
            element.set("href", f"{ort}{ziel}")
