"""Addresses and checksums of the scripts and stylesheets every page loads."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from pathlib import Path

from leitfaden.render.betrieb import Beilage

STILBOGEN = "assets/stylesheets/lb.css"
SKRIPTE = ("assets/javascripts/lb-thema.js", "assets/javascripts/lb.mjs")
BEILAGEN = (STILBOGEN, *SKRIPTE)


def beilagen(ordner: Iterable[Path], stilbogen: str = "") -> dict[str, Beilage]:
    """Return the files every page loads by their path; the first folder that has one counts.

    `stilbogen` is the text of the stylesheet where it is not in a folder yet.

    A new content has a new address, so that a page never meets an older file a browser kept:
    with an integrity attribute it would not run. Stylesheets get none, because browsers refuse
    them with it when pages are opened from a folder instead of a server.
    """
    suche = tuple(ordner)
    gefunden: dict[str, Beilage] = {}
    for name in BEILAGEN:
        datei = next((o / name for o in suche if (o / name).is_file()), None)
        if datei is None:
            continue
        neu = stilbogen.encode() if name == STILBOGEN else b""
        summe = hashlib.sha384(neu or datei.read_bytes()).digest()
        lesbar = base64.b64encode(summe).decode("ascii")
        gefunden[name] = {
            "adresse": f"{name}?v={summe.hex()[:10]}",
            "integritaet": f"sha384-{lesbar}" if name in SKRIPTE else "",
        }
    return gefunden
