"""The generated pages of the handbook as Markdown: fields, messages, macros."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Protocol

from jinja2 import Environment, PackageLoader, StrictUndefined

from leitfaden.findings import Severity
from leitfaden.render.makros import IN_DER_ZEILE
from leitfaden.views.handbuch import makroblaetter, typblaetter

# Areas of the codes by their first letter, in the order an editor meets them.
BEREICHE = {
    "D": ("Dateien", "Etwas stimmt mit der Datei als Ganzes nicht."),
    "Y": ("Schreibweise", "Die Datei oder das Makro ist nicht richtig geschrieben."),
    "S": ("Felder", "Ein Feld fehlt, ist unbekannt oder hat einen falschen Wert."),
    "V": ("Verweise", "Etwas passt nicht zu anderen Einträgen."),
    "T": ("Texte", "Ein Text ist nicht erlaubt, nicht übersetzt oder nicht gut zu lesen."),
}
_STELLE = re.compile(r"\{(\w+)\}")


class Meldungstext(Protocol):
    """The words of a message; the checks own them."""

    @property
    def titel(self) -> str:
        """Short name of the mistake."""

    @property
    def satz(self) -> str:
        """Sentence with {places} for values."""

    @property
    def hilfe(self) -> str:
        """What to do, with {places} for values."""

    @property
    def falsch(self) -> str:
        """A wrong example."""

    @property
    def richtig(self) -> str:
        """A right example."""

    @property
    def schwere(self) -> Severity:
        """Whether it stops the build."""


def handbuchseiten(meldungen: Mapping[str, Meldungstext]) -> dict[str, str]:
    """Return the text of every generated page by its path below the project."""
    return {
        "docs/mitwirken/felder.md": felderseite(),
        "docs/mitwirken/meldungen.md": meldungsseite(meldungen),
        "docs/mitwirken/makros.md": makroseite(),
    }


def felderseite() -> str:
    """Describe every field of every content type."""
    return _rendere("handbuch_felder.j2", typen=typblaetter())


def meldungsseite(meldungen: Mapping[str, Meldungstext]) -> str:
    """Explain every message; raises KeyError for a code without an area."""
    bereiche: dict[str, list[tuple[str, Meldungstext]]] = {name: [] for name in BEREICHE}
    for code, meldung in meldungen.items():
        bereiche[code[0]].append((code, meldung))
    return _rendere("handbuch_meldungen.j2", bereiche=bereiche, namen=BEREICHE)


def makroseite() -> str:
    """Explain every macro."""
    return _rendere("handbuch_makros.j2", makros=makroblaetter(), in_der_zeile=IN_DER_ZEILE)


def _satz(text: str) -> str:
    """Show a sentence of a message as prose: places in square brackets, no markup."""
    ohne_vorschlag = text.replace("{vorschlag}", "").replace("{{", "\0").replace("}}", "\1")
    klar = _STELLE.sub(r"[\1]", ohne_vorschlag).replace("\0", "{").replace("\1", "}")
    return re.sub(r"([*_`])", r"\\\1", klar).strip()


def _sichtbar(text: str) -> str:
    """Show a tabulator in an example as an arrow; the page would turn it into spaces."""
    return text.replace("\t", "→ ")


def _zelle(text: str) -> str:
    """Keep a text within its cell of a table."""
    return text.replace("|", "\\|").replace("\n", " ")


@cache
def _umgebung() -> Environment:
    env = Environment(
        loader=PackageLoader("leitfaden.render"),
        autoescape=False,  # Markdown, not HTML; every word comes from our own model
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    env.filters.update(satz=_satz, sichtbar=_sichtbar, zelle=_zelle)
    return env


def _rendere(vorlage: str, **werte: object) -> str:
    text = _umgebung().get_template(vorlage).render(werte)
    return re.sub(r"\n{3,}", "\n\n", text).rstrip("\n") + "\n"
