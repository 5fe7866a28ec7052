"""The printed form of a template as one HTML document, from which its PDF is made."""

from __future__ import annotations

from leitfaden.render.umgebung import rendere
from leitfaden.texts import texte_von
from leitfaden.views.druckmappe import Mappendruck
from leitfaden.views.textdokument import Textdokument


def rendere_vorlage(sicht: Textdokument | Mappendruck) -> str:
    """Render what is inside a template, in German."""
    return rendere("vorlagendruck.j2", v=sicht, k=sicht.kopf, t=texte_von("de"))
