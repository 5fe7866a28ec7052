"""Makes the files of templates: Office formats and their PDF view."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from leitfaden.engines.auftrag import Hersteller
from leitfaden.engines.bestand import Bestand
from leitfaden.model.dokument import Dokument, Platzhalter
from leitfaden.model.vorlage import Vorlage
from leitfaden.render.vorlagendruck import rendere_vorlage
from leitfaden.texts import texte_von
from leitfaden.views.ausgaben import PDF, VORLAGE, Ausgabeplan, vorlagenplaene
from leitfaden.views.dateikopf import dateikopf
from leitfaden.views.detail import druckansicht
from leitfaden.views.mappenbau import Mappenbau
from leitfaden.views.textbau import textdokument

Eingabe = tuple[Vorlage, Dokument, Mapping[str, Platzhalter]]


def _plaene(daten: Bestand) -> tuple[Ausgabeplan, ...]:
    return vorlagenplaene(daten.bibliotheken["de"].katalog)


def _eingabe(daten: Bestand, plan: Ausgabeplan) -> Eingabe:
    katalog = daten.bibliotheken["de"].katalog
    vorlage, dokument = katalog.vorlagen[plan.satz_id], katalog.dokumente[plan.satz_id]
    return vorlage, dokument, dict(katalog.platzhalter)


def _fertige(plan: Ausgabeplan, eingabe: Eingabe, _: Path) -> bytes:
    """Return the bytes of a file of a template."""
    vorlage, dokument, platzhalter = eingabe
    # These libraries take time to load; a build in which nothing changed does without.
    if plan.form == PDF:
        from leitfaden.downloads.pdf import pdf

        return pdf(rendere_vorlage(druckansicht(vorlage, dokument, platzhalter)))
    texte = texte_von("de")
    kopf = dateikopf(vorlage, texte, plan.beispiel)
    if dokument.ist_tabelle:
        from leitfaden.downloads.ods import ods
        from leitfaden.downloads.xlsx import xlsx

        mappe = Mappenbau(kopf, dokument, texte, platzhalter).mappe()
        return xlsx(mappe) if plan.form == "xlsx" else ods(mappe)
    from leitfaden.downloads.docx import docx
    from leitfaden.downloads.odt import odt

    text = textdokument(dokument, kopf, platzhalter, texte)
    return docx(text) if plan.form == "docx" else odt(text)


def _sekunden(plan: Ausgabeplan) -> float:
    return 1.0 if plan.form == PDF else 0.2


VORLAGEN = Hersteller(
    art=VORLAGE,
    plaene=_plaene,
    eingabe=_eingabe,
    fertige=_fertige,
    quellen=("downloads", "formeln", "model", "render", "texts", "views"),
    werkzeuge=("xlsxwriter", "weasyprint", "jinja2"),
    sekunden=_sekunden,
)
