"""Python-Markdown extension: passes finished HTML of the macros through without parsing it."""

from __future__ import annotations

from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

ANFANG = "<!--leitfaden-html-->"
ENDE = "<!--/leitfaden-html-->"
# After the clean-up of white space (30), which would eat the stash marks, and before the HTML
# scan (20): whatever stands
# between the marks is final, and scanning it would cost more than the rest of the page.
_VORRANG = 25


def verpacke_block(html: str) -> str:
    """Mark finished block-level HTML so that it reaches the page unchanged."""
    return f"\n\n{ANFANG}{html}{ENDE}\n\n"


def verpacke_zeile(html: str) -> str:
    """Mark finished inline HTML; it must stay on one line."""
    return f"{ANFANG}{html}{ENDE}"


class _Durchreiche(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        if ANFANG not in text:
            return lines
        davor, *bloecke = text.split(ANFANG)
        teile = [davor]
        for block in bloecke:
            html, ende, danach = block.partition(ENDE)
            teile += [self.md.htmlStash.store(html) if ende else ANFANG + html, danach]
        return "".join(teile).split("\n")


class FertigesHtml(Extension):
    """Registers the pass-through."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Hook the preprocessor in, first of all."""
        md.preprocessors.register(_Durchreiche(md), "leitfaden-html", _VORRANG)


def makeExtension(**kwargs: Any) -> FertigesHtml:  # noqa: N802
    """Entry point Python-Markdown looks for."""
    return FertigesHtml(**kwargs)
