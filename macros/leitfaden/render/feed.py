"""Feeds as Atom documents (RFC 4287)."""

from __future__ import annotations

from urllib.parse import urljoin

from leitfaden.render.umgebung import rendere
from leitfaden.texts import SPRACHEN, texte_von
from leitfaden.views.feed import Feed


def wurzel_von(adresse: str, sprache: str) -> str:
    """Return the full address of the pages of a language, with a final slash."""
    return adresse if sprache == "de" else urljoin(adresse, f"{sprache}/")


def rendere_feed(feed: Feed, adresse: str) -> str:
    """Return a feed as Atom document; `adresse` is the full address of the site.

    Only dates of the content go into it, never the time of the build, so that readers of the
    feed see nothing new where nothing is new.
    """
    wurzeln = {sprache: wurzel_von(adresse, sprache) for sprache in SPRACHEN}
    worte = {sprache: texte_von(sprache) for sprache in SPRACHEN}
    return rendere("feed.j2", feed=feed, wurzel=wurzeln[feed.sprache], worte=worte)
