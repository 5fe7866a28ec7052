"""A small reader of HTML pages for the tests: links, ids, headings, visible text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

_OHNE_ENDE = {"meta", "link", "br", "hr", "img", "input", "source", "wbr", "col"}
_UNSICHTBAR = {"script", "style", "template", "title"}


@dataclass
class Dokument:
    """What a page holds; `attribute` lists (tag, attributes) of every element."""

    roh: str
    attribute: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    ueberschriften: list[tuple[int, str]] = field(default_factory=list)
    text: str = ""
    haupttext: str = ""
    titel: str = ""
    sprache: str = ""

    @property
    def verweise(self) -> list[str]:
        """Every address the page points to or loads."""
        return [
            attr[name]
            for _, attr in self.attribute
            for name in ("href", "src", "action")
            if name in attr
        ]

    def links(self) -> list[str]:
        """Targets of the links a reader can follow."""
        return [attr["href"] for tag, attr in self.attribute if tag == "a" and "href" in attr]

    def meta(self, name: str) -> str | None:
        """Content of a meta element."""
        for tag, attr in self.attribute:
            if tag == "meta" and attr.get("name") == name:
                return attr.get("content", "")
        return None

    def link(self, rel: str) -> str | None:
        """Target of a link element in the head."""
        for tag, attr in self.attribute:
            if tag == "link" and attr.get("rel") == rel:
                return attr.get("href")
        return None


class _Leser(HTMLParser):
    def __init__(self, roh: str) -> None:
        super().__init__(convert_charrefs=True)
        self.dokument = Dokument(roh)
        self.offen: list[str] = []
        self.feed(roh)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attr = {name: wert or "" for name, wert in attrs}
        dokument = self.dokument
        dokument.attribute.append((tag, attr))
        if "id" in attr:
            dokument.ids.append(attr["id"])
        if tag == "html":
            dokument.sprache = attr.get("lang", "")
        # What stands in a template is no part of the page until a script takes it out.
        if tag in ("h1", "h2", "h3", "h4", "h5", "h6") and "template" not in self.offen:
            dokument.ueberschriften.append((int(tag[1]), ""))
        if tag not in _OHNE_ENDE:
            self.offen.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.offen:
            while self.offen.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        dokument = self.dokument
        if "title" in self.offen and "svg" not in self.offen:
            dokument.titel += data
        if _UNSICHTBAR & set(self.offen):
            return
        dokument.text += data
        if "main" in self.offen:
            dokument.haupttext += data
        if (
            dokument.ueberschriften
            and self.offen
            and any(t[0] == "h" and t[1:].isdigit() for t in self.offen)
        ):
            stufe, bisher = dokument.ueberschriften[-1]
            dokument.ueberschriften[-1] = (stufe, bisher + data)


def lies_html(roh: str) -> Dokument:
    """Parse a page."""
    return _Leser(roh).dokument


def gefaltet(text: str) -> str:
    """Return a text without what markup and layout may change: spaces, signs, numbers, links."""
    return re.sub(r"[\s\u00ad*\-0-9.]+", "", re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text))
