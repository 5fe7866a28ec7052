"""Turns a page of the plan into HTML and into the Markdown file that stands for it."""

from __future__ import annotations

import json
from collections import Counter

from leitfaden.model.felder import Aufwand
from leitfaden.model.kapitel import HANDBUCH, STARTSEITE, SUCHSEITE, Kapitel
from leitfaden.render import seiten
from leitfaden.render.worterklaerung import erklaere
from leitfaden.views.bibliothek import Bibliothek
from leitfaden.views.detail import detail
from leitfaden.views.karte import Rahmen
from leitfaden.views.kurzadresse import kurzpfad
from leitfaden.views.lesezeit import lesezeit_kapitel
from leitfaden.views.seitenplan import Seite, Seitenplan
from leitfaden.views.start import startseite
from leitfaden.views.suchoberflaeche import GRUPPEN
from leitfaden.views.suchplan import listeneintraege

OHNE_ERKLAERUNGEN = frozenset({STARTSEITE, SUCHSEITE, "glossar"})
# The whole text of the Markdown file of a record page.
SATZSEITE = "{{ satzseite() }}"


def basis_von(url: str) -> str:
    """Return the relative way from a page to the root of its language."""
    return "../" * url.count("/")


def inhalt(plan: Seitenplan, url: str) -> str:
    """Render the whole content of a record page or a list page."""
    seite = plan.seite(url)
    rahmen = plan.rahmen(seite)
    basis = basis_von(url)
    texte = plan.bib.texte
    if seite.art == "liste":
        return seiten.rendere_liste(rahmen, seite, texte, basis)
    if seite.karte is None:
        raise ValueError(f"{url} is a chapter")
    bib = plan.bib
    sicht = detail(bib, seite.karte.typ, seite.karte.id)
    html = seiten.rendere_detail(rahmen, sicht, texte, basis, _bearbeiten(plan, rahmen, basis))
    return _mit_erklaerungen(plan, rahmen, html)


def erklaertes_kapitel(plan: Seitenplan, url: str, html: str) -> str:
    """Explain the terms in the finished content of a chapter.

    Not in the glossary, where they all stand, nor in the handbook, which is about the program.
    """
    pfad = _kapitel(plan.seite(url)).pfad
    if pfad in OHNE_ERKLAERUNGEN or pfad.startswith(HANDBUCH):
        return html
    return _mit_erklaerungen(plan, plan.rahmen(plan.seite(url)), html)


def _mit_erklaerungen(plan: Seitenplan, rahmen: Rahmen, html: str) -> str:
    """Explain terms in place, but for those the title names: the page itself is about them."""
    verzeichnis = plan.bib.begriffe(rahmen.inhaltssprache)
    texte = seiten.inhaltstexte(rahmen, plan.bib.texte)
    eigene = verzeichnis.in_text(rahmen.titel)
    return erklaere(html, verzeichnis, eigene, texte, basis_von(rahmen.url))


def kapitelkopf(plan: Seitenplan, url: str) -> str:
    """Render what stands above the text of a chapter."""
    seite = plan.seite(url)
    kapitel = _kapitel(seite)
    rahmen = plan.rahmen(seite)
    bib, basis = plan.bib, basis_von(url)
    if kapitel.pfad == STARTSEITE:
        return seiten.rendere_start(rahmen, startseite(bib), bib.texte, basis)
    if kapitel.pfad == SUCHSEITE:
        return seiten.rendere_suchseite(rahmen, bib.texte, basis, facetten(plan))
    kopf = kapitel.kopf
    # Pages without the opening, such as the Impressum, are looked things up in.
    zeit = lesezeit_kapitel(kapitel, bib.katalog) if kopf.kernaussagen else 0
    einstieg = (kopf.kernaussagen, kopf.naechster_schritt, zeit)
    return seiten.rendere_kopf(rahmen, *einstieg, bib.texte, basis)


def kapitelfuss(plan: Seitenplan, url: str) -> str:
    """Render what stands below the text of a chapter."""
    seite = plan.seite(url)
    if _kapitel(seite).pfad in (STARTSEITE, SUCHSEITE):
        return ""
    rahmen, basis = plan.rahmen(seite), basis_von(url)
    return seiten.rendere_fuss(rahmen, plan.bib.texte, basis, _bearbeiten(plan, rahmen, basis))


def _bearbeiten(plan: Seitenplan, rahmen: Rahmen, basis: str) -> str:
    """Return where a reader can improve the page: its source, else the page on taking part."""
    if plan.quelltext and rahmen.datei:
        return f"{plan.quelltext.rstrip('/')}/{rahmen.datei}"
    return f"{basis}mitwirken/"


def _kapitel(seite: Seite) -> Kapitel:
    if seite.kapitel is None:
        raise ValueError(f"{seite.url} is no chapter")
    return seite.kapitel


def facetten(plan: Seitenplan) -> dict[str, tuple[tuple[str, int], ...]]:
    """Count the hits of every search facet, in the order in which they are shown.

    Entries of the glossary and of the list of links are hits of their own.
    """
    zaehler = {name: Counter[str]() for name in ("typ", "handlungsfeld", "aufwand", "format")}
    zaehler["typ"] = Counter({plan.bib.texte[f"typ.{typ}"]: 0 for typ in GRUPPEN})
    for seite in plan.seiten:
        if wird_gefunden(plan.bib, seite):
            for name, wert in plan.rahmen(seite).filter:
                zaehler[name][wert] += 1
    for karte in listeneintraege(plan):
        zaehler["typ"][plan.bib.texte[f"typ.{karte.typ}"]] += 1
    stufen = [plan.bib.texte.wert("aufwand", stufe) for stufe in Aufwand]
    zaehler["aufwand"] = Counter({stufe: zaehler["aufwand"][stufe] for stufe in stufen})
    return {
        name: tuple((wert, zahl) for wert, zahl in anzahl.items() if zahl)
        for name, anzahl in zaehler.items()
    }


def wird_gefunden(bib: Bibliothek, seite: Seite) -> bool:
    """Tell whether a page belongs in the search index of its language.

    Pages that only repeat the German text are found in the German index; lists and the search
    page have no content of their own.
    """
    if seite.art == "liste" or seite.inhaltssprache != bib.sprache:
        return False
    return seite.kapitel is None or (
        seite.kapitel.kopf.im_suchindex and seite.kapitel.pfad not in (STARTSEITE, SUCHSEITE)
    )


def markdown_datei(plan: Seitenplan, seite: Seite) -> tuple[str, str]:
    """Return path and text of the Markdown file of a page, below the folder of its language."""
    rahmen = plan.rahmen(seite)
    kopf = {
        "title": rahmen.titel,
        "render_macros": True,
        "lb": _angaben(plan, seite, rahmen),
    }
    # JSON is YAML: short to write, quick to read, no quoting traps.
    zeilen = ["---", *(f"{k}: {json.dumps(v, ensure_ascii=False)}" for k, v in kopf.items()), "---"]
    if seite.kapitel is None:
        return f"{seite.url.rstrip('/')}.md", "\n".join([*zeilen, "", SATZSEITE, ""])
    text = seite.kapitel.inhalt.strip()
    if text and not seite.kapitel.kopf.render_macros:
        text = "{% raw %}\n" + text + "\n{% endraw %}"
    koerper = ["", "{{ kapitelkopf() }}", "", text, "", "{{ kapitelfuss() }}", ""]
    return f"{seite.kapitel.pfad}.md", "\n".join([*zeilen, *koerper])


def kanonisch(rahmen: Rahmen) -> str:
    """Return the one address of a content below the root of the site."""
    deutsch = rahmen.sprache == "de" or rahmen.ist_ersatz
    return rahmen.url if deutsch else f"{rahmen.sprache}/{rahmen.url}"


def _angaben(plan: Seitenplan, seite: Seite, rahmen: Rahmen) -> dict[str, object]:
    """What the shell of the page needs to know."""
    sprache = plan.bib.sprache
    ersatz = rahmen.ist_ersatz
    andere = plan.gegenstueck(seite)
    kurz = kurzpfad(rahmen.kennung, rahmen.inhaltssprache)
    return {
        "art": rahmen.art,
        "url": rahmen.url,
        "basis": basis_von(rahmen.url),
        "sprache": sprache,
        "inhalt": rahmen.inhaltssprache,
        "titel": rahmen.titel,
        "beschreibung": rahmen.kurzbeschreibung,
        "such": wird_gefunden(plan.bib, seite),
        "filter": [list(paar) for paar in rahmen.filter],
        "uebersetzt": not ersatz and plan.hat_uebersetzung(seite),
        "kanonisch": kanonisch(rahmen),
        **({"kurz": kurz} if kurz else {}),
        "feeds": [list(paar) for paar in rahmen.feeds],
        **({"andere": andere} if andere != seite.url else {}),
    }
