"""Text documents as DOCX (Office Open XML)."""

from __future__ import annotations

from leitfaden.downloads.archiv import packe
from leitfaden.downloads.umgebung import xml
from leitfaden.views.textdokument import Textdokument

# A4 in twentieths of a point, and the margins of portrait and landscape pages.
SEITE = (11906, 16838)
RAND = 1134
_TEILE = (
    ("[Content_Types].xml", "docx_inhaltstypen.xml.j2"),
    ("_rels/.rels", "docx_beziehungen.xml.j2"),
    ("docProps/core.xml", "ooxml_eigenschaften.xml.j2"),
    ("docProps/app.xml", "docx_programm.xml.j2"),
    ("word/_rels/document.xml.rels", "docx_teile.xml.j2"),
    ("word/document.xml", "docx_text.xml.j2"),
    ("word/styles.xml", "docx_formatvorlagen.xml.j2"),
    ("word/numbering.xml", "docx_listen.xml.j2"),
    ("word/settings.xml", "docx_einstellungen.xml.j2"),
    ("word/footer1.xml", "docx_fuss.xml.j2"),
    ("word/footer2.xml", "docx_fuss_erste.xml.j2"),
)


def docx(dokument: Textdokument) -> bytes:
    """Return the file."""
    breite, hoehe = reversed(SEITE) if dokument.querformat else SEITE
    werte = {
        "d": dokument,
        "k": dokument.kopf,
        "breite": breite,
        "hoehe": hoehe,
        "rand": RAND,
        "satz": breite - 2 * RAND,
        "nummerierte": [b.nummer for b in dokument.bloecke if b.art == "nummeriert"],
    }
    return packe([(name, xml(vorlage, **werte)) for name, vorlage in _TEILE], dokument.kopf.stand)
