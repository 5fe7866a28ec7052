"""The Jinja environment of texts that are no HTML: catalogue, guide as a text, calendars."""

from __future__ import annotations

import json
from functools import cache

from jinja2 import Environment

from leitfaden.render.umgebung import datum
from leitfaden.schablonen import schablonen


def zeichenkette(text: str) -> str:
    """Write a text in double quotes, with the escapes that JSON and Turtle share."""
    return json.dumps(text, ensure_ascii=False)


def ics(text: str) -> str:
    """Write a text for a calendar (RFC 5545, 3.3.11)."""
    for zeichen, ersatz in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(zeichen, ersatz)
    return text


@cache
def textumgebung() -> Environment:
    """Return the environment, made once."""
    # No HTML; each format has its own filter.
    env = schablonen("leitfaden.render", autoescape=False, keep_trailing_newline=True)
    env.filters.update(zeichenkette=zeichenkette, datum=datum, ics=ics)
    return env


def rendere_text(vorlage: str, **werte: object) -> str:
    """Render a template to text."""
    return textumgebung().get_template(vorlage).render(werte)
