"""The Jinja environment of the templates and its filters; no logic of pages."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Callable
from datetime import date
from functools import cache

from jinja2 import Environment
from jinja2.ext import Extension
from jinja2.runtime import Macro
from markupsafe import Markup

from leitfaden.render.markdown import als_html, als_zeile
from leitfaden.schablonen import schablonen
from leitfaden.texts import Texte
from leitfaden.views.karte import Karte
from leitfaden.views.kurzadresse import gedruckt

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


def dateigroesse(anzahl: int, sprache: str) -> str:
    """Write a number of bytes as people read it: 58 kB, 1,2 MB."""
    kilo = -(-anzahl // 1000)
    if kilo < 1000:
        return f"{kilo}\u00a0kB"
    mega = f"{anzahl / 1_000_000:.1f}"
    return f"{mega.replace('.', ',') if sprache == 'de' else mega}\u00a0MB"


def adresse(url: str, basis: str) -> str:
    """Return the relative address of a page; an empty one means the page itself."""
    if url.startswith(("https://", "http://", "mailto:")):
        return url
    return f"{basis}{url}" or "./"


def json_block(wert: object) -> Markup:
    """Write data for a script element: valid JSON that cannot end the element it stands in."""
    text = json.dumps(wert, ensure_ascii=False, separators=(",", ":"))
    for zeichen in "<>&":
        text = text.replace(zeichen, f"\\u{ord(zeichen):04x}")
    return Markup(text)


@cache
def umgebung() -> Environment:
    """Return the environment, made once."""
    env = schablonen("leitfaden.render", extensions=[Kompakt])
    env.filters.update(
        text=als_html,
        zeile=als_zeile,
        datum=datum,
        monat=monat,
        zahl=zahl,
        dateigroesse=dateigroesse,
        adresse=adresse,
        druckadresse=gedruckt,
        json_block=json_block,
        umbruch=textwrap.wrap,
    )
    env.globals["gemerkt"] = Gedaechtnis()
    return env


class Gedaechtnis:
    """Keeps the HTML of parts that many pages repeat, such as the card of a measure.

    The record itself is kept with its HTML, so that its identity is a safe key. Examples are not
    kept: there may be thousands, and each appears on few pages.
    """

    GROESSE = 4000

    def __init__(self) -> None:
        self._teile: dict[tuple[object, ...], tuple[Karte, str]] = {}

    def __call__(
        self, makro: Macro, karte: Karte, texte: Texte | None, *werte: str | int | bool
    ) -> str:
        """Call a macro with a card, the words if it wants them, and further values."""
        argumente = (karte, *werte) if texte is None else (karte, texte, *werte)
        if karte.typ == "praxisbeispiel":
            return makro(*argumente)
        schluessel = (makro.name, id(karte), texte.sprache if texte else "", *werte)
        gefunden = self._teile.get(schluessel)
        if gefunden is None:
            if len(self._teile) >= self.GROESSE:
                self._teile.clear()
            gefunden = self._teile[schluessel] = (karte, makro(*argumente))
        return gefunden[1]


def rendere(vorlage: str, **werte: object) -> str:
    """Render a template to text."""
    return umgebung().get_template(vorlage).render(werte)


@cache
def makro(vorlage: str, name: str) -> Callable[..., str]:
    """Return a macro of a template file, to be called with view objects."""
    gefunden: Callable[..., str] = getattr(umgebung().get_template(vorlage).module, name)
    return gefunden
