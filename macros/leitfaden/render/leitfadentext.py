"""The guide as one Markdown text, and the index for programs that read texts (llmstxt.org)."""

from __future__ import annotations

from leitfaden.render.textumgebung import rendere_text
from leitfaden.texts import Texte
from leitfaden.views.leitfadentext import Leitfadentext
from leitfaden.views.textverzeichnis import Textteil


def rendere_leitfaden(text: Leitfadentext, texte: Texte, alles: str) -> str:
    """Return the guide; `alles` is the address of the file with everything."""
    return rendere_text("leitfaden_md.j2", l=text, t=texte, alles=alles)


def rendere_llms(teile: tuple[Textteil, ...], texte: Texte) -> str:
    """Return the index."""
    return rendere_text("llms.j2", teile=[(teil.titel, teil.eintraege) for teil in teile], t=texte)
