"""Files beside the pages: sitemap, robots.txt, redirect pages."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urljoin

from leitfaden.render.betrieb import inhaltsregel_der_seite
from leitfaden.render.umgebung import rendere
from leitfaden.texts import Texte
from leitfaden.views.karte import Karte
from leitfaden.views.kurzadresse import Kurzadresse
from leitfaden.views.seitenplan import Seite, Seitenplan


def _im_verzeichnis(plan: Seitenplan, seite: Seite) -> bool:
    """Only pages with content of their own in their own language are listed."""
    return seite.inhaltssprache == plan.bib.sprache


def rendere_sitemap(plaene: Mapping[str, Seitenplan], adresse: str) -> str:
    """Return sitemap.xml with hreflang only where a true translation exists.

    Format: https://www.sitemaps.org/protocol.html. `adresse` is the full address of the site.
    """
    urls: dict[str, set[str]] = {
        sprache: {s.url for s in plan.seiten if _im_verzeichnis(plan, s)}
        for sprache, plan in plaene.items()
    }
    eintraege = []
    for sprache, plan in plaene.items():
        for seite in plan.seiten:
            if seite.url not in urls[sprache]:
                continue
            fassungen = {s: _voll(adresse, s, seite.url) for s in urls if seite.url in urls[s]}
            rahmen = plan.rahmen(seite)
            stand = rahmen.redaktion.stand if rahmen.redaktion else None
            andere = fassungen if len(fassungen) > 1 and plan.hat_uebersetzung(seite) else {}
            eintraege.append((fassungen[sprache], stand, andere))
    return rendere("sitemap.j2", eintraege=eintraege)


def _voll(adresse: str, sprache: str, url: str) -> str:
    return urljoin(adresse, url if sprache == "de" else f"{sprache}/{url}")


def rendere_robots(adresse: str, oeffentlich: bool = True) -> str:
    """Return robots.txt: everything may be read, the sitemap is named; nothing of a preview."""
    if not oeffentlich:
        return "User-agent: *\nDisallow: /\n"
    return f"User-agent: *\nAllow: /\n\nSitemap: {urljoin(adresse, 'sitemap.xml')}\n"


def rendere_umleitung(ziel: str, karte: Karte, texte: Texte) -> str:
    """Return what stands at a former address: it leads on at once, or by a click."""
    return _umleitung(ziel, ziel, karte, texte, texte["umleitung.text"])


def rendere_kurzadresse(kurz: Kurzadresse, adresse: str, texte: Texte) -> str:
    """Return what stands at a short address; `adresse` is that of the site, or empty."""
    kanonisch = urljoin(adresse, kurz.kanonisch) if adresse else kurz.ziel
    return _umleitung(kurz.ziel, kanonisch, kurz.karte, texte, texte["umleitung.kurz"])


def _umleitung(ziel: str, kanonisch: str, karte: Karte, texte: Texte, text: str) -> str:
    return rendere(
        "umleitung.j2",
        ziel=ziel,
        kanonisch=kanonisch,
        titel=karte.titel,
        sprache=karte.sprache,
        text=text,
        t=texte,
        inhaltsregel=inhaltsregel_der_seite(),
    )
