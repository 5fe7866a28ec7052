"""The synthetic records as ready Markdown pages, the input of the peers."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, Template

from tests.bench.erzeuge_praxis import deutsch, englisch, entwurf, ist_uebersetzt, satz_id

_WORTE = {
    "de": {
        **{"kern": "In drei Sätzen", "merkmal": "Merkmal", "angabe": "Angabe"},
        **{"verbund": "Verbund", "region": "Region", "zeitraum": "Zeitraum"},
        **{"ausgangslage": "Ausgangslage", "vorgehen": "Vorgehen", "ergebnisse": "Ergebnisse"},
        **{"lehren": "Lehren", "schritt": "Nächster Schritt"},
    },
    "en": {
        **{"kern": "In three sentences", "merkmal": "Feature", "angabe": "Detail"},
        **{"verbund": "Alliance", "region": "Region", "zeitraum": "Period"},
        **{"ausgangslage": "Situation", "vorgehen": "Approach", "ergebnisse": "Results"},
        **{"lehren": "Lessons", "schritt": "Next step"},
    },
}


def schreibe_seiten(anzahl: int, ziel: Path) -> None:
    """Write German pages to `de/` and English ones, or German text in their place, to `en/`."""
    umgebung = Environment(
        loader=FileSystemLoader(Path(__file__).with_name("vorlagen")),
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,
    )
    vorlage = umgebung.get_template("praxisbeispiel.md.j2")
    for sprache in _WORTE:
        (ziel / sprache / "praxisbeispiele").mkdir(parents=True, exist_ok=True)
    for nummer in range(1, anzahl + 1):
        for sprache in _WORTE:
            pfad = ziel / sprache / "praxisbeispiele" / f"{satz_id(nummer)}.md"
            pfad.write_text(_seite(vorlage, nummer, sprache), encoding="utf-8")


def _seite(vorlage: Template, nummer: int, sprache: str) -> str:
    skizze = entwurf(nummer)
    zeigt_englisch = sprache == "en" and ist_uebersetzt(nummer)
    return vorlage.render(
        satz=englisch(skizze) if zeigt_englisch else deutsch(skizze),
        zahlen=skizze["zahlen"],
        kommunen=skizze["kommunen"],
        zeitraum=skizze["zeitraum"],
        worte=_WORTE[sprache],
    )
