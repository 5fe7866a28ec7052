"""The Jinja environment of texts that are no HTML: catalogue, guide as a text, calendars."""

from __future__ import annotations

import json
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from leitfaden.render.umgebung import datum


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
    env = Environment(
        loader=PackageLoader("leitfaden.render"),
        autoescape=False,  # no HTML; each format has its own filter
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    env.filters.update(zeichenkette=zeichenkette, datum=datum, ics=ics)
    return env


def rendere_text(vorlage: str, **werte: object) -> str:
    """Render a template to text."""
    return textumgebung().get_template(vorlage).render(werte)
