"""Which files there are of the guide as a book: the whole one, and a booklet for each record."""

from __future__ import annotations

from collections.abc import Iterator

from leitfaden.model.typen import TYP_VON_NAME
from leitfaden.views.ausgaben import LEITFADEN, PDF, Ausgabeplan
from leitfaden.views.seitenplan import Seite, Seitenplan

# Only the newest examples have a booklet: there may be thousands, and each takes a while.
HOECHSTENS = {"praxisbeispiel": 50}
_DATEINAMEN = {"de": "leitfaden", "en": "guide"}


def buchplan(sprache: str, form: str = PDF, art: str = LEITFADEN) -> Ausgabeplan:
    """Return the file of the whole guide in a language."""
    ordner = _ordner(LEITFADEN, sprache)
    pfad = f"{ordner}/{_DATEINAMEN[sprache]}.{form}"
    return Ausgabeplan("", form, pfad, art=art, sprache=sprache)


def heftplaene(plan: Seitenplan, art: str) -> Iterator[Ausgabeplan]:
    """Yield the booklets of a type of records; a record without translation has a German one."""
    sprache = plan.bib.sprache
    seiten = [s for s in plan.seiten if s.art == "detail" and s.karte and s.karte.typ == art]
    for seite in seiten[: HOECHSTENS.get(art)]:
        if seite.karte is not None and seite.inhaltssprache == sprache:
            yield Ausgabeplan(seite.karte.id, PDF, _heftpfad(seite, sprache), False, art, sprache)


def _heftpfad(seite: Seite, sprache: str) -> str:
    karte = seite.karte
    if karte is None:
        raise ValueError(f"{seite.url} shows no record")
    vorsatz = f"{karte.kennung.lower()}-" if karte.kennung else ""
    ordner = _ordner(TYP_VON_NAME[karte.typ].mehrzahl, sprache)
    return f"{ordner}/{vorsatz}{karte.id}.pdf"


def _ordner(name: str, sprache: str) -> str:
    return f"downloads/{name}" if sprache == "de" else f"downloads/{name}/{sprache}"
