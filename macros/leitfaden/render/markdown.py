"""The small Markdown of text fields as HTML: paragraphs, lists, emphasis and links."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from markupsafe import Markup, escape

# Any of these may be markup; a text without them needs no parser.
_AUSZEICHNUNG = re.compile(r"[*_`\[\]<>\\&|~]|(?<=\n)[ \t]|[ \t](?=\n)")
_LISTENPUNKT = re.compile(r"(?:([-+])|\d{1,9}[.)])[ \t]")
_PUNKT = "- "
_NUMMER = re.compile(r"\d{1,2}\. ")
_ADRESSE = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)
_SCHEMA = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


def ist_erlaubte_adresse(adresse: str) -> bool:
    """Tell whether an address is http(s), mailto or relative."""
    bereinigt = re.sub(r"[\x00-\x20]", "", adresse)
    if _ADRESSE.match(bereinigt):
        return True
    return not _SCHEMA.match(bereinigt) and not bereinigt.startswith("//")


def _link_open(
    self: RendererHTML, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
) -> str:
    """Mark links that leave the site."""
    if str(tokens[idx].attrGet("href") or "").startswith(("https://", "http://")):
        tokens[idx].attrSet("rel", "external")
    return self.renderToken(tokens, idx, options, env)


@cache
def _leser() -> MarkdownIt:
    """Return a parser that knows only what text fields may contain."""
    leser = MarkdownIt("zero", {"html": False})
    leser.enable(["list", "emphasis", "link", "autolink", "escape", "entity", "newline"])
    leser.validateLink = ist_erlaubte_adresse  # type: ignore[assignment, method-assign]
    leser.add_render_rule("link_open", _link_open)
    return leser


def _liste(zeilen: list[str]) -> str | None:
    """Render lines that are all points of one flat list; None if they are not."""
    if all(zeile.startswith(_PUNKT) for zeile in zeilen):
        name, punkte = "ul", [zeile[2:] for zeile in zeilen]
    elif zeilen[0].startswith("1. ") and all(_NUMMER.match(zeile) for zeile in zeilen):
        name, punkte = "ol", [zeile.split(". ", 1)[1] for zeile in zeilen]
    else:
        return None
    if any(not punkt.strip() or _LISTENPUNKT.match(punkt) for punkt in punkte):
        return None
    return f"<{name}>" + "".join(f"<li>{escape(p)}</li>" for p in punkte) + f"</{name}>"


def _ohne_auszeichnung(text: str) -> str | None:
    """Render text that has no inline markup; None if the lists in it need the real parser."""
    teile: list[str] = []
    vorher_liste = False
    for block in re.split(r"\n{2,}", text.strip("\n")):
        zeilen = block.split("\n")
        if any(_LISTENPUNKT.match(zeile) for zeile in zeilen):
            liste = None if vorher_liste else _liste(zeilen)
            if liste is None:
                return None
            teile.append(liste)
            vorher_liste = True
        else:
            teile.append(f"<p>{escape(block)}</p>")
            vorher_liste = False
    return "".join(teile)


def als_html(text: str) -> Markup:
    """Render a text field as block elements."""
    if not _AUSZEICHNUNG.search(text):
        schnell = _ohne_auszeichnung(text)
        if schnell is not None:
            return Markup(schnell)
    return Markup(_leser().render(text).replace("\n</", "</").strip())


def als_zeile(text: str) -> Markup:
    """Render a text field as inline elements."""
    if not _AUSZEICHNUNG.search(text):
        return escape(text)
    return Markup(_leser().renderInline(text))
