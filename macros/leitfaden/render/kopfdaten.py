"""What the head of a page tells programs: how to show a shared link, structured data."""

from __future__ import annotations

from leitfaden.render.satzseite import kanonisch
from leitfaden.render.strukturdaten import strukturdaten
from leitfaden.render.umgebung import rendere
from leitfaden.views.datenformat import satzpfad
from leitfaden.views.seitenplan import Seite, Seitenplan
from leitfaden.views.vorschaubild import bild_der_seite

BREITE, HOEHE = 1200, 630
_GEBIETE = {"de": "de_DE", "en": "en_GB"}


def _datenpfad(plan: Seitenplan, seite: Seite) -> str:
    """Return where everything on the page of a record lies as JSON."""
    if seite.art != "detail" or seite.karte is None:
        return ""
    return satzpfad(plan.bib.sprache, seite.karte.typ, seite.karte.id)


def rendere_kopfdaten(plan: Seitenplan, url: str, adresse: str) -> str:
    """Return Open Graph elements and JSON-LD of a page.

    `adresse` is the full address of the site, with a final slash.
    Both want full addresses; without the address of the site, only the words are there.
    """
    seite = plan.seite(url)
    rahmen = plan.rahmen(seite)
    bild = bild_der_seite(plan.bib, seite)
    bildadresse = f"{adresse}{bild.pfad}" if adresse else ""
    datenpfad = _datenpfad(plan, seite)
    sprachen = ["de", "en"] if plan.hat_uebersetzung(seite) else [rahmen.inhaltssprache]
    return rendere(
        "kopfdaten.j2",
        r=rahmen,
        t=plan.bib.texte,
        url=f"{adresse}{kanonisch(rahmen)}" if adresse else "",
        bild=bildadresse,
        bildtext=bild.beschreibung,
        breite=BREITE,
        hoehe=HOEHE,
        gebiet=_GEBIETE[rahmen.inhaltssprache],
        andere=[_GEBIETE[s] for s in sprachen if s != rahmen.inhaltssprache],
        json=f"{adresse}{datenpfad}" if adresse and datenpfad else "",
        daten=strukturdaten(plan, seite, rahmen, adresse, bildadresse) if adresse else None,
    ).strip()
