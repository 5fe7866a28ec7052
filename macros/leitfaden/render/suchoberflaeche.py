"""Writes what the scripts of the search load when somebody searches."""

from __future__ import annotations

import json
from dataclasses import asdict
from xml.etree.ElementTree import fromstring

from leitfaden.model.kapitel import SUCHSEITE
from leitfaden.render.umgebung import makro
from leitfaden.views.karte import Karte
from leitfaden.views.suchoberflaeche import Suchfeld, Suchoberflaeche

DATEI = f"{SUCHSEITE}/oberflaeche.json"


def rendere_suchoberflaeche(oberflaeche: Suchoberflaeche) -> str:
    """Return the file as JSON."""
    angaben = {
        "worte": dict(oberflaeche.worte),
        "gruppen": [asdict(gruppe) for gruppe in oberflaeche.gruppen],
        "felder": [_feld(feld) for feld in oberflaeche.felder],
        "lagen": [_lage(karte) for karte in oberflaeche.lagen],
        "uebersichten": [{"titel": titel, "url": url} for titel, url in oberflaeche.uebersichten],
        "kontakt": oberflaeche.kontakt,
    }
    return json.dumps(angaben, ensure_ascii=False, separators=(",", ":"))


def _feld(feld: Suchfeld) -> dict[str, object]:
    """A field with its icon as elements: scripts may not put markup into a page."""
    gezeichnet = f"<svg>{makro('symbole.j2', 'pfad')(feld.symbol)}</svg>"
    teile = [[teil.tag, dict(teil.attrib)] for teil in fromstring(gezeichnet)]
    return {**asdict(feld), "symbol": teile}


def _lage(karte: Karte) -> dict[str, str]:
    return {
        "titel": karte.titel,
        "kennung": karte.kennung,
        "url": karte.url,
        "sprache": karte.sprache,
    }
