"""The Jinja environment of the XML inside Office files."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment

from leitfaden.formeln.ausdruck import spaltenbuchstaben
from leitfaden.schablonen import schablonen


@cache
def umgebung() -> Environment:
    """Return the environment, made once."""
    env = schablonen("leitfaden.downloads")
    env.filters["spalte"] = spaltenbuchstaben
    return env


def xml(vorlage: str, **werte: object) -> str:
    """Render a template to XML."""
    return umgebung().get_template(vorlage).render(werte)
