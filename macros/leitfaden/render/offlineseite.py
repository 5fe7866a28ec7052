"""Turns a page of the website into one that is opened from a folder."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from html import escape
from urllib.parse import unquote

# An attribute within a tag: between it and the end of the tag no other tag begins.
_VERWEIS = re.compile(r'\s(href|src|action|poster)="([^"]*)"(?=[^<>]*>)')
_WEITERLEITUNG = re.compile(r'(<meta http-equiv="refresh" content="\d+; url=)([^"]*)(?=")')
_REGEL = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")[^"]*(?=")')
_SKRIPT = re.compile(r'<script([^>]*)\ssrc="([^"?]*)(\.m?js)(\?[^"]*)?"[^>]*></script>')
_LINK = re.compile(r"<link\b[^>]*>")
_PRUEFSUMME = re.compile(r'\s(?:integrity|crossorigin)(?:="[^"]*")?(?=[\s>])')
_VORLADEN = re.compile(r'<link\b[^>]*\srel="modulepreload"[^>]*>\n?')
_INHALT = '<main id="inhalt"'
_FREMD = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//|#|\?|$")
_TEILE = re.compile(r"([^?#]*)(.*)", re.DOTALL)
# A page opened from a folder may use what lies beside it; nothing can be sent anywhere.
INHALTSREGEL = (
    "default-src 'none'; script-src 'self' file:; style-src 'self' file:; "
    "img-src 'self' file: data:; font-src 'self' file:; form-action 'self' file:; base-uri 'none'"
)


@dataclass(frozen=True)
class Offlineseiten:
    """Rewrites the pages of a site.

    `pfade` are the files that go along, `adresse` is where everything else is (empty if there is
    no such place), `skript` the address of the bundle below the root, `hinweis` makes the note of
    a page from its path.
    """

    pfade: Collection[str]
    adresse: str
    skript: str
    hinweis: Callable[[str], str]

    def seite(self, pfad: str, html: str) -> str:
        """Return a page as it stands in the edition."""
        ordner = posixpath.dirname(pfad)
        zurueck = "../" * (pfad.count("/"))

        def verweis(treffer: re.Match[str]) -> str:
            ziel = self.ziel(ordner, treffer[2])
            return "" if ziel is None else f' {treffer[1]}="{ziel}"'

        def weiterleitung(treffer: re.Match[str]) -> str:
            return f"{treffer[1]}{self.ziel(ordner, treffer[2]) or treffer[2]}"

        html = _VORLADEN.sub("", html)
        html = _SKRIPT.sub(lambda treffer: self._skript(treffer, zurueck), html)
        html = _LINK.sub(lambda treffer: _PRUEFSUMME.sub("", treffer[0]), html)
        html = _VERWEIS.sub(verweis, html)
        html = _WEITERLEITUNG.sub(weiterleitung, html)
        html = _REGEL.sub(rf"\g<1>{INHALTSREGEL}", html)
        return html.replace(_INHALT, f"{self.hinweis(pfad)}{_INHALT}", 1)

    def _skript(self, treffer: re.Match[str], zurueck: str) -> str:
        """Keep classic scripts; modules are in the bundle, which runs when the page is read."""
        angaben, name, art, fassung = treffer.groups()
        if art == ".mjs" or 'type="module"' in angaben:
            return f'<script defer src="{zurueck}{self.skript}"></script>'
        return f'<script src="{name}{art}{fassung or ""}"></script>'

    def ziel(self, ordner: str, verweis: str) -> str | None:
        """Return the address of a link in the edition; None if it leads nowhere.

        A folder has no page of its own, so the file is named. What does not go along is linked
        where it is on the web.
        """
        if _FREMD.match(verweis):
            return verweis
        roh, dahinter = _trenne(verweis)
        if roh.startswith("/"):
            tiefe = ordner.count("/") + 1 if ordner else 0
            roh = "../" * tiefe + roh.lstrip("/")
        letztes = roh.rpartition("/")[2]
        if letztes in {"", ".", ".."}:
            roh = f"{roh if letztes == '' else f'{roh}/'}index.html".removeprefix("./")
        voll = posixpath.normpath(posixpath.join(ordner, unquote(roh)))
        if voll in self.pfade:
            return f"{roh}{dahinter}"
        if not self.adresse:
            return None
        return escape(f"{self.adresse}{voll.removesuffix('index.html')}", quote=True) + dahinter


def _trenne(verweis: str) -> tuple[str, str]:
    """Split a link into its path and what follows."""
    teile = _TEILE.match(verweis)
    return (teile[1], teile[2]) if teile else (verweis, "")
