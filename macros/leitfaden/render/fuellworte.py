"""Hides words nobody searches for from the index, without losing them for the excerpts.

„der“ and „und“ stand on every page a dozen times: they would fill half of the index, and every
search whose words come near them in the alphabet would load them. Each is replaced by a sign
that is no letter. Pagefind counts such a sign as a word but does not index it, so all places
still fit; afterwards the signs become words again.
"""

from __future__ import annotations

import re
from functools import cache

# The words a search drops from a question; `such-frage.mjs` has the same, a test compares them.
_DEUTSCH = (
    "aber alle allem allen aller alles als also am an andere anderen auch auf aus bei "
    "beim bin bis bitte brauche brauchen braucht da dabei damit dann darf das dass dazu "
    "dem den denn der des deshalb die dies diese diesen dieser dieses doch dort du "
    "duerfen durch dürfen eigentlich ein eine einem einen einer eines er es etwas euch "
    "fuer für gab geben gegen gehen geht gibt ging gleich habe haben hat hatte hier ich "
    "ihr ihre ihrer im in ins ist ja jede jeden jeder kann kein keine keinen koennen "
    "können könnte mache machen macht man mehr mein meine mich mir mit muessen muss "
    "müssen nach nicht nichts noch nun nur ob oder ohne schon sehr sein seine sich sie "
    "sind so soll sollen sollte sollten tun ueber um und uns unser unsere unserem unseren "
    "unserer unter viel viele vom von vor waehrend wann warum was weg weil welche welchem "
    "welchen welcher welches wem wen wenn wer werden wie wieso wieviel will wir wird wo "
    "wofür woher wohin wollen womit wozu wurde wurden während würde zu zum zur zwischen "
    "über überhaupt "
)
_ENGLISCH = (
    "a about all also am an and any are as at be been but by can could did do does for "
    "from get had has have how i if in into is it its many may me more most much must my "
    "need not of on one or our shall should so some than that the their them then there "
    "these they this those to too us was we were what when where which who whom whose why "
    "will with would you your "
)
FUELLWORTE = {"de": tuple(_DEUTSCH.split()), "en": tuple(_ENGLISCH.split())}
# With a capital letter these are nouns.
_HAUPTWOERTER = frozenset({"macht", "weg", "may"})
# Beginning of a range of Unicode that means nothing by itself.
_ERSTES_ZEICHEN = 0xE000
_GRENZEN = re.compile(r"""(<[^>]*>|[\s.,;:!?()„“”"]+)""")


@cache
def _zeichen(sprache: str) -> dict[str, str]:
    """Return the sign of every spelling of every word of a language."""
    klein = FUELLWORTE[sprache]
    gross = (wort.capitalize() for wort in klein if wort not in _HAUPTWOERTER)
    formen = sorted({*klein, *gross})
    return {form: chr(_ERSTES_ZEICHEN + nummer) for nummer, form in enumerate(formen)}


@cache
def _worte(sprache: str) -> dict[int, str]:
    return {ord(zeichen): form for form, zeichen in _zeichen(sprache).items()}


def verhuelle(html: str, sprache: str) -> str:
    """Replace the words in the text of a page by their signs; markup stays."""
    zeichen = _zeichen(sprache)
    return "".join([zeichen.get(teil, teil) for teil in _GRENZEN.split(html)])


def enthuelle(text: str, sprache: str) -> str:
    """Put the words back where their signs stand."""
    return text.translate(_worte(sprache))
