"""Text documents as ODT (OpenDocument)."""

from __future__ import annotations

from leitfaden.downloads.archiv import packe
from leitfaden.downloads.umgebung import xml
from leitfaden.views.textdokument import Textdokument

TYP = "application/vnd.oasis.opendocument.text"
# A4 and its margin in centimetres.
SEITE = (21.0, 29.7)
RAND = 2.0
# The style of a block of each kind, for those that begin a page or stay with the next block.
VORBILD = {
    "absatz": "Text_20_body",
    "hinweis": "Ausfuellhinweis",
    "kasten": "Kasten",
    "liste": "Listenpunkt",
    "nummeriert": "Listenpunkt",
    "ankreuzen": "Ankreuzzeile",
}


def odt(dokument: Textdokument) -> bytes:
    """Return the file."""
    breite, hoehe = reversed(SEITE) if dokument.querformat else SEITE
    werte = {
        "d": dokument,
        "k": dokument.kopf,
        "typ": TYP,
        "breite": breite,
        "hoehe": hoehe,
        "rand": RAND,
        "satz": breite - 2 * RAND,
        "tabellen": [b for b in (*dokument.bloecke, *dokument.anhang) if b.tabelle],
        "eigene": [
            b
            for b in (*dokument.bloecke, *dokument.anhang)
            if (b.neue_seite or b.bleibt) and not b.tabelle
        ],
        "vorbild": VORBILD,
        "teile": ("content.xml", "styles.xml", "meta.xml", "settings.xml"),
    }
    teile = [
        ("mimetype", TYP),
        ("content.xml", xml("odt_text.xml.j2", **werte)),
        ("styles.xml", xml("odt_formatvorlagen.xml.j2", **werte)),
        ("meta.xml", xml("odf_eigenschaften.xml.j2", **werte)),
        ("settings.xml", xml("odt_einstellungen.xml.j2", **werte)),
        ("META-INF/manifest.xml", xml("odf_verzeichnis.xml.j2", **werte)),
    ]
    return packe(teile, dokument.kopf.stand, zuerst="mimetype")
