"""The Jinja environment of the XML inside Office files."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from leitfaden.formeln.ausdruck import spaltenbuchstaben


@cache
def umgebung() -> Environment:
    """Return the environment, made once."""
    env = Environment(
        loader=PackageLoader("leitfaden.downloads"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    env.filters["spalte"] = spaltenbuchstaben
    return env


def xml(vorlage: str, **werte: object) -> str:
    """Render a template to XML."""
    return umgebung().get_template(vorlage).render(werte)
