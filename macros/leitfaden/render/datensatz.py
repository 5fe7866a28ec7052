"""Published data as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from leitfaden.views.datenantwort import Antwort, Gesamtkopf


def rendere_antwort(antwort: Antwort) -> str:
    """Return a file; every field is there, also where it is empty, so that programs stay simple."""
    return antwort.model_dump_json(by_alias=True, indent=2) + "\n"


def rendere_satz(antwort: Antwort) -> str:
    """Return the file of a record: one line, which the file with everything holds as it is."""
    return antwort.model_dump_json(by_alias=True) + "\n"


def rendere_alles(kopf: Gesamtkopf, saetze: Iterable[str]) -> Iterator[str]:
    """Yield the parts of the file with everything: one record a line, to be written as they come.

    Line by line it can be compared, and read by programs that do not want it whole.
    """
    yield kopf.model_dump_json(by_alias=True).removesuffix("}") + ',"saetze":[\n'
    komma = ""
    for satz in saetze:
        yield komma + satz.rstrip("\n")
        komma = ",\n"
    yield "\n]}\n"
