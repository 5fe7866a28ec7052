"""What programs that read texts find where (https://llmstxt.org/)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from leitfaden.views import datenformat as f
from leitfaden.views.karte import Karte
from leitfaden.views.leitfadentext import ist_leitfaden
from leitfaden.views.seitenplan import Seitenplan

# An index is read whole: the newest examples stand for all.
_BEISPIELE = 20


@dataclass(frozen=True)
class Textteil:
    """A heading with entries of name, address and description."""

    titel: str
    eintraege: tuple[tuple[str, str, str], ...]


def textverzeichnis(plan: Seitenplan, adressen: f.Datenadressen) -> tuple[Textteil, ...]:
    """Return the parts of the index of a language."""
    bib, texte, sprache = plan.bib, plan.bib.texte, plan.bib.sprache
    ganz = (texte["daten.llms_ganz"], adressen.datei(f.textpfad(sprache)), "")
    kapitel = tuple(
        (s.titel, adressen.seite(sprache, s.url), s.kapitel.kopf.kurzbeschreibung)
        for s in plan.seiten
        if s.kapitel is not None and ist_leitfaden(s)
    )
    arten = (
        ("handlungsfeld", bib.handlungsfelder),
        ("massnahme", bib.massnahmen),
        ("szenario", bib.szenarien),
        ("praxisbeispiel", bib.praxisbeispiele[:_BEISPIELE]),
        ("vorlage", bib.vorlagen),
    )
    teile = [
        Textteil(texte[f"daten.typ.{typ}"], tuple(_zeilen(adressen, sprache, karten)))
        for typ, karten in arten
    ]
    daten = (
        (texte["daten.llms_verzeichnis"], adressen.datei(f.VERZEICHNIS), ""),
        (texte["daten.llms_openapi"], adressen.datei(f.OPENAPI), ""),
        (texte["daten.llms_katalog"], adressen.datei(f.KATALOG["ttl"]), ""),
    )
    return (
        Textteil(texte["daten.llms_titel"], (ganz,)),
        Textteil(texte["daten.llms_kapitel"], kapitel),
        *teile,
        Textteil(texte["daten.llms_daten"], daten),
    )


def _zeilen(
    adressen: f.Datenadressen, sprache: str, karten: Iterable[Karte]
) -> Iterator[tuple[str, str, str]]:
    for karte in karten:
        name = f"{karte.kennung} {karte.titel}".strip()
        yield name, adressen.seite(sprache, karte.url), karte.kurzbeschreibung
