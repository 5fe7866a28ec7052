"""Calendars as iCalendar files (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from leitfaden.render.textumgebung import rendere_text
from leitfaden.texts import texte_von
from leitfaden.views.pruefkalender import Kalender

# Bytes a line may have, without its end.
_ZEILENLAENGE = 75


def rendere_kalender(kalender: Kalender, adresse: str) -> str:
    """Return the file; the name of the site's host makes the names of events unique."""
    rechner = urlsplit(adresse).hostname or "localhost"
    texte = texte_von(kalender.sprache)
    text = rendere_text("kalender.j2", k=kalender, t=texte, rechner=rechner)
    return "".join(f"{teil}\r\n" for zeile in text.splitlines() for teil in _falte(zeile))


def _falte(zeile: str) -> Iterator[str]:
    """Split a long line between characters; what follows begins with a space."""
    if len(zeile.encode()) <= _ZEILENLAENGE:
        yield zeile
        return
    teil, laenge = "", 0
    for zeichen in zeile:
        breite = len(zeichen.encode())
        if laenge + breite > _ZEILENLAENGE:
            yield teil
            teil, laenge = " ", 1
        teil += zeichen
        laenge += breite
    yield teil
