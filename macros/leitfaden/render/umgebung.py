"""The Jinja environment of the templates and its filters; no logic of pages."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from datetime import date
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from jinja2.ext import Extension

from leitfaden.render.markdown import als_html, als_zeile

_MONATE = {
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "en": "January February March April May June July August September October November December",
}
_EINRUECKUNG = re.compile(r"\n\s+")


class Kompakt(Extension):
    """Drop indentation and empty lines of a template when it is compiled."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """Return the template text with every line moved to the left margin."""
        return _EINRUECKUNG.sub("\n", source)


def monatsname(nummer: int, sprache: str) -> str:
    """Return the name of a month, 1 to 12."""
    return _MONATE[sprache].split()[nummer - 1]


def datum(tag: date, sprache: str = "de") -> str:
    """Write a day: 22.11.2026 in German, 22 November 2026 in English."""
    if sprache == "de":
        return f"{tag:%d.%m.%Y}"
    return f"{tag.day} {monatsname(tag.month, sprache)} {tag.year}"


def monat(wert: str, sprache: str = "de") -> str:
    """Write a month or a year given as `2021-07` or `2021`."""
    jahr, _, nummer = wert.partition("-")
    return f"{monatsname(int(nummer), sprache)} {jahr}" if nummer else jahr


def zahl(wert: float, sprache: str = "de") -> str:
    """Write a number with the separators of the language: 1.122,5 or 1,122.5."""
    englisch = f"{wert:,}" if isinstance(wert, int) or wert != int(wert) else f"{int(wert):,}"
    return englisch.translate(str.maketrans(",.", ".,")) if sprache == "de" else englisch


def adresse(url: str, basis: str) -> str:
    """Return the relative address of a page; an empty one means the page itself."""
    if url.startswith(("https://", "http://", "mailto:")):
        return url
    return f"{basis}{url}" or "./"


@cache
def umgebung() -> Environment:
    """Return the environment, made once."""
    env = Environment(
        loader=PackageLoader("leitfaden.render"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=[Kompakt],
        auto_reload=False,
    )
    env.filters.update(
        text=als_html,
        zeile=als_zeile,
        datum=datum,
        monat=monat,
        zahl=zahl,
        adresse=adresse,
        umbruch=textwrap.wrap,
    )
    return env


def rendere(vorlage: str, **werte: object) -> str:
    """Render a template to text."""
    return umgebung().get_template(vorlage).render(werte)


@cache
def makro(vorlage: str, name: str) -> Callable[..., str]:
    """Return a macro of a template file, to be called with view objects."""
    gefunden: Callable[..., str] = getattr(umgebung().get_template(vorlage).module, name)
    return gefunden
