"""Building blocks for hand-written chapters: view objects in, HTML out.

Cards and words must be in the language of the chapter's text, not of its frame.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from markupsafe import Markup

from leitfaden.model.felder import Horizont
from leitfaden.render.raster import raster
from leitfaden.render.seiten import seitenadressen
from leitfaden.render.umgebung import makro
from leitfaden.texts import Texte
from leitfaden.views.ausgaben import Datei
from leitfaden.views.auswahl import LISTENLAENGE, Auswahl
from leitfaden.views.betreiber import Betreiberangabe
from leitfaden.views.bibliothek import alphabetisch
from leitfaden.views.detail import SzenarioView
from leitfaden.views.feed import Feed, Tagesgruppe
from leitfaden.views.karte import Karte
from leitfaden.views.offline import GRENZE_MB, LIESMICH, PFAD, START
from leitfaden.views.register import Registerzeile
from leitfaden.views.uebersicht import Uebersicht

ANSICHTEN = {"karten": "karten", "liste": "kurzliste", "tabelle": "tabelle"}


def _baue(vorlage: str, name: str, *werte: object) -> str:
    return str(makro(vorlage, name)(*werte)).replace("\n\n", "\n").strip()


def leer(texte: Texte) -> str:
    """Say that a list has no entry."""
    return _baue("hinweise.j2", "hinweis", texte["liste.leer"])


def karten(
    liste: Sequence[Karte], texte: Texte, basis: str, ansicht: str = "karten", ebene: int = 3
) -> str:
    """Show records as `karten`, `liste` or `tabelle`; `ebene` is the level of card headings."""
    if not liste:
        return leer(texte)
    weitere = (ebene,) if ansicht == "karten" else ()
    return _baue("karten.j2", ANSICHTEN[ansicht], liste, texte, basis, texte.sprache, *weitere)


def tabelle(liste: Sequence[Karte], texte: Texte, basis: str, titel: str) -> str:
    """Show records as a table with a title of its own."""
    if not liste:
        return leer(texte)
    return _baue("karten.j2", "tabelle", liste, texte, basis, texte.sprache, titel)


def vergleich(massnahmen: Sequence[Karte], texte: Texte, basis: str) -> str:
    """Compare measures in a table, with the reason of every rating."""
    if not massnahmen:
        return leer(texte)
    return _baue("vergleich.j2", "vergleich", massnahmen, texte, basis, texte.sprache)


def weg(szenario: SzenarioView, texte: Texte, basis: str) -> str:
    """Show the measures of a scenario in their order."""
    return _baue("weg.j2", "weg", szenario, texte, basis, texte.sprache)


def glossar(
    eintraege: Sequence[Karte],
    siehe: Mapping[str, Sequence[Karte]],
    massnahmen: Mapping[str, Sequence[Karte]],
    texte: Texte,
    basis: str,
) -> str:
    """Show the glossary A–Z; `siehe` and `massnahmen` hold related records by entry id."""
    gruppen = groupby(eintraege, key=lambda k: alphabetisch(k.titel)[:1].upper())
    nach = [(buchstabe, tuple(gruppe)) for buchstabe, gruppe in gruppen]
    return _baue(
        "verzeichnisse.j2", "glossar", nach, siehe, massnahmen, texte, basis, texte.sprache
    )


def links(
    nach_kategorie: Mapping[str, Sequence[Karte]],
    massnahmen: Mapping[str, Sequence[Karte]],
    texte: Texte,
    basis: str,
) -> str:
    """Show the links by category; `massnahmen` holds the measures by link id."""
    return _baue(
        "verzeichnisse.j2", "links", nach_kategorie, massnahmen, texte, basis, texte.sprache
    )


def verweis(karte: Karte, texte: Texte, basis: str, text: str = "") -> str:
    """Link to a record within a sentence: its Kennung and title, or the given text."""
    return _baue("teile.j2", "verweis", karte, basis, texte.sprache, not text, text)


def begriff(karte: Karte, wort: str, texte: Texte, basis: str) -> str:
    """Link a word of a sentence to its glossary entry."""
    return _baue("hinweise.j2", "begriff", karte, wort, basis, texte.sprache)


def betreiber(angabe: Betreiberangabe, sonst: str, texte: Texte) -> str:
    """Show one of the operator's data within a sentence; `sonst` where there is none."""
    return _baue("hinweise.j2", "betreiber", angabe, sonst, texte.sprache)


def paket(datei: Datei, titel: str, texte: Texte, wurzel: str) -> str:
    """Link a package; `wurzel` leads to the root of the site."""
    return _baue("dateien.j2", "paket", datei, titel, texte, wurzel)


def offline(texte: Texte, wurzel: str) -> str:
    """Link the offline edition, which is made after the pages; `wurzel` leads to the root."""
    return _baue("offline.j2", "laden", texte, wurzel, PFAD, GRENZE_MB, START, LIESMICH)


def leitfaden(liste: Sequence[Datei], texte: Texte, wurzel: str) -> str:
    """Link the whole guide; `wurzel` leads to the root of the site."""
    return _baue("dateien.j2", "buecher", liste, texte["datei.leitfaden"], texte, wurzel)


def heftliste(
    gruppen: Sequence[tuple[str, Sequence[tuple[Karte, Sequence[Datei]]]]],
    texte: Texte,
    basis: str,
    wurzel: str,
) -> str:
    """Show the booklets of records by type."""
    benannt = [(texte[f"datei.hefte.{art}"], zeilen) for art, zeilen in gruppen]
    return _baue("dateien.j2", "heftliste", benannt, texte, basis, wurzel)


def register(zeilen: Sequence[Registerzeile], texte: Texte, basis: str, wurzel: str) -> str:
    """Show every template with its files, what changed, and its earlier versions."""
    return _baue("dateien.j2", "register", zeilen, texte, basis, wurzel)


def vorlage(karte: Karte, texte: Texte, basis: str, ebene: int = 3) -> str:
    """Show one record, such as a template, as a single card."""
    return karten((karte,), texte, basis, "karten", ebene)


def seitenwahl(url: str, nummer: int, gesamt: int, texte: Texte, basis: str) -> str:
    """Link the pages of a long list; empty for a single page."""
    return _baue(
        "liste.j2", "seitenwahl", seitenadressen(url, nummer, gesamt), nummer, texte, basis
    )


def handlungsfelder_bild(
    felder: Sequence[tuple[Karte, Sequence[Karte]]], texte: Texte, basis: str
) -> str:
    """Draw the fields of action with their measures."""
    return _baue("bilder.j2", "handlungsfelder_bild", felder, texte, basis, texte.sprache)


def grundbegriffe_bild(texte: Texte) -> str:
    """Draw how strategy, cooperation and digitalisation hang together."""
    return _baue("bilder.j2", "grundbegriffe_bild", texte)


def neues(gruppen: Sequence[Tagesgruppe], texte: Texte, basis: str) -> str:
    """Show what is new, day by day."""
    if not gruppen:
        return leer(texte)
    return _baue("neues.j2", "neues", gruppen, texte, basis)


def datenadresse(pfad: str, wurzel: str) -> str:
    """Show the address of a file for programs as a link to it."""
    return _baue("dateien.j2", "datenadresse", pfad, wurzel)


def feeds(liste: Sequence[Feed], texte: Texte, basis: str) -> str:
    """Show the addresses of feeds."""
    return _baue("neues.j2", "feeds", liste, texte, basis)


def auswahl(liste: Auswahl, texte: Texte, basis: str, inhalt: str = "") -> str:
    """Show a whole list with everything to narrow it down; long ones start with their first page.

    `inhalt` is the finished HTML of a list with a form of its own, such as the glossary; its
    entries must be in the order of the list.
    """
    if not liste.karten:
        return leer(texte)
    gesamt = -(-len(liste.karten) // LISTENLAENGE) if liste.ist_lang else 1
    erste = liste.karten[:LISTENLAENGE] if liste.ist_lang else liste.karten
    adressen = seitenadressen(f"{liste.bereich}/", 1, gesamt) if liste.ist_lang else ()
    # The HTML comes from our own templates.
    fertig = Markup(inhalt)
    return _baue(
        "auswahl.j2", "auswahl", liste, erste, adressen, fertig, texte, basis, texte.sprache
    )


def uebersicht(ansicht: Uebersicht, texte: Texte, basis: str) -> str:
    """Draw measures by effort and legal obligation, with the drawing as a table."""
    horizonte = [horizont.value for horizont in Horizont]
    worte = (horizonte, texte, basis, texte.sprache)
    return _baue("uebersicht.j2", "uebersicht", ansicht, raster(ansicht), *worte)
