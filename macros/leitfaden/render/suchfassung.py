"""Writes what the search engine reads of a page and of an entry of a list."""

from __future__ import annotations

import re

from markupsafe import Markup

from leitfaden.render.fuellworte import verhuelle
from leitfaden.render.umgebung import makro
from leitfaden.views.suchplan import Suchangaben, Sucheintrag

VORLAGE = "suchfassung.j2"
# Pagefind ends a sentence after a cell, but not after these: „AufwandHorizont“.
_OHNE_ENDE = re.compile(r"(</?)(?:th|caption|summary|figcaption)(?=[\s>])")


def rendere_suchseite(sprache: str, angaben: Suchangaben | None, kopf: str, haupt: str) -> str:
    """Return the copy of a page; `kopf` and `haupt` are parts of the finished page."""
    text = verhuelle(_OHNE_ENDE.sub(r"\1td", haupt), sprache)
    # Both parts come from our own finished page and are markup already.
    return makro(VORLAGE, "seite")(sprache, angaben, Markup(kopf), Markup(text))


def rendere_sucheintrag(eintrag: Sucheintrag) -> str:
    """Return a page that holds one entry of a list."""
    haupt = makro(VORLAGE, "eintrag")(eintrag)
    return rendere_suchseite(eintrag.sprache, eintrag.angaben, "", haupt)
