"""Whole page contents as HTML: record pages, frames of chapters, lists, search, home, 404."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from leitfaden.render.abschnitte import abschnitte_von
from leitfaden.render.betrieb import Beilage, inhaltsregel_der_seite
from leitfaden.render.umgebung import makro, rendere
from leitfaden.texts import Texte, texte_von
from leitfaden.views.detail import Detail
from leitfaden.views.karte import Rahmen
from leitfaden.views.seitenplan import PFLICHTSEITEN, Seite, listenadresse
from leitfaden.views.start import Startseite

# Page numbers shown on both sides of the current one.
NACHBARSEITEN = 2
_LISTENSEITE = re.compile(r"seite-\d+/$")
_LEERZEILEN = re.compile(r"\n\s*\n+")


def _kompakt(html: str) -> str:
    return _LEERZEILEN.sub("\n", html).strip()


def inhaltstexte(rahmen: Rahmen, texte: Texte) -> Texte:
    """Return the words of the content: German ones on an English page without translation."""
    return texte_von(rahmen.inhaltssprache) if rahmen.ist_ersatz else texte


def rendere_detail(
    rahmen: Rahmen, detail: Detail, texte: Texte, basis: str, bearbeiten_url: str = ""
) -> str:
    """Render the content of a record page; `basis` leads to the root of its language."""
    worte = inhaltstexte(rahmen, texte)
    html = rendere(
        f"{rahmen.art}.j2",
        r=rahmen,
        d=detail,
        t=worte,
        tr=texte,
        t_de=texte_von("de"),
        b=basis,
        w=basis if rahmen.sprache == "de" else f"{basis}../",
        abschnitte=abschnitte_von(rahmen.art, detail, worte),
        bearbeiten_url=bearbeiten_url,
    )
    return _kompakt(html)


def rendere_kopf(
    rahmen: Rahmen,
    kernaussagen: Sequence[str],
    naechster_schritt: str | None,
    minuten: int,
    texte: Texte,
    basis: str,
) -> str:
    """Render breadcrumbs, h1 and opening of a hand-written chapter; 0 minutes say nothing."""
    worte = inhaltstexte(rahmen, texte)
    kopf = makro("kapitel.j2", "kopf")
    return _kompakt(kopf(rahmen, kernaussagen, naechster_schritt, minuten, worte, texte, basis))


def rendere_fuss(rahmen: Rahmen, texte: Texte, basis: str, bearbeiten_url: str = "") -> str:
    """Render sources, editorial line and neighbours of a hand-written chapter."""
    fuss = makro("kapitel.j2", "fuss")
    return _kompakt(fuss(rahmen, inhaltstexte(rahmen, texte), texte, basis, bearbeiten_url))


def seitenadressen(url: str, nummer: int, gesamt: int) -> tuple[tuple[int, str], ...]:
    """Return number and address of the pages to link to; an empty address is a gap."""
    nah = range(nummer - NACHBARSEITEN, nummer + NACHBARSEITEN + 1)
    adressen: list[tuple[int, str]] = []
    for n in sorted({1, gesamt, *(n for n in nah if 1 <= n <= gesamt)}):
        if adressen and n > adressen[-1][0] + 1:
            adressen.append((n - 1, ""))
        adressen.append((n, listenadresse(url, n)))
    return tuple(adressen)


def rendere_liste(rahmen: Rahmen, seite: Seite, texte: Texte, basis: str) -> str:
    """Render a page of a list: of all examples, or prepared for a value of a facet."""
    nummer, gesamt = seite.nummer, seite.gesamt
    adressen = seitenadressen(_LISTENSEITE.sub("", rahmen.url), nummer, gesamt)
    angaben = (seite.karten, seite.anzahl, nummer, adressen, texte, basis)
    if seite.auswahl is not None:
        return _kompakt(makro("auswahl.j2", "seite")(rahmen, seite.auswahl, *angaben))
    return _kompakt(makro("liste.j2", "liste")(rahmen, *angaben))


def rendere_suchseite(
    rahmen: Rahmen,
    texte: Texte,
    basis: str,
    filterwerte: Mapping[str, Sequence[tuple[str, int]]],
) -> str:
    """Render the search page; `filterwerte` lists (label, count) for typ, handlungsfeld, aufwand.

    The labels are those of the facets in `Rahmen.filter`, in the order they are shown.
    """
    wurzel = basis if rahmen.sprache == "de" else f"{basis}../"
    return _kompakt(makro("suche.j2", "suchseite")(rahmen, filterwerte, texte, basis, wurzel))


def rendere_start(rahmen: Rahmen, start: Startseite, texte: Texte, basis: str) -> str:
    """Render the home page."""
    baue = makro("start.j2", "start")
    return _kompakt(baue(rahmen, start, texte, basis))


def rendere_404(
    texte_de: Texte,
    texte_en: Texte,
    wurzel: str,
    beilagen: Mapping[str, Beilage] | None = None,
) -> str:
    """Render the bilingual error page as a full document; `wurzel` is the path of the site."""
    return _kompakt(
        rendere(
            "fehler404.j2",
            de=texte_de,
            en=texte_en,
            wurzel=wurzel,
            beilagen=beilagen or {},
            inhaltsregel=inhaltsregel_der_seite(),
            pflichtseiten=PFLICHTSEITEN,
        )
    )
