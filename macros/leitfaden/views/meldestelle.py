"""Whom to tell about a security flaw, from what the operator wrote down."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from leitfaden.model.betreiber import Betreiber, ist_offen
from leitfaden.views.datenformat import Datenadressen

PFAD = ".well-known/security.txt"
_JAHR = timedelta(days=364)  # RFC 9116 wants less than a year


@dataclass(frozen=True)
class Meldestelle:
    """The facts of the file."""

    email: str
    gilt_bis: date
    adresse: str
    kontaktseite: str


def meldestelle(
    betreiber: Betreiber | None, stand: date, heute: date, adressen: Datenadressen
) -> Meldestelle | None:
    """Return the facts; None while nobody is entered.

    The end follows from the newest content, so that the same content gives the same file. A
    library nobody changes for a year gets another one, again and again.
    """
    if betreiber is None or ist_offen(betreiber.email):
        return None
    bis = stand + _JAHR
    while bis <= heute:
        bis += _JAHR
    impressum = adressen.seite("de", "impressum/")
    return Meldestelle(betreiber.email, bis, adressen.datei(PFAD), impressum)
