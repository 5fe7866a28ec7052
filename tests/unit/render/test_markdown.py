"""The small Markdown of text fields: what it may become and what it never becomes."""

from __future__ import annotations

from collections.abc import Callable
from html import unescape
from html.parser import HTMLParser

import pytest

from leitfaden.render import markdown
from leitfaden.render.markdown import als_html, als_zeile, ist_erlaubte_adresse

ERLAUBT = {"p", "ul", "ol", "li", "em", "strong", "a", "br"}


class Sammler(HTMLParser):
    """Collects tags and attributes and whether every tag is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attribute: list[tuple[str, str | None]] = []
        self.offen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attribute += attrs
        if tag != "br":
            self.offen.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.offen.pop() == tag


def sammle(html: str) -> Sammler:
    sammler = Sammler()
    sammler.feed(html)
    sammler.close()
    assert sammler.offen == []
    return sammler


BOESE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<b>fett</b>",
    "a\n\n<div onclick=x>b</div>",
    "<!-- x -->",
    "<svg/onload=alert(1)>",
    "&lt;script&gt;",
    "&#60;script&#62;alert(1)",
    "[x](javascript:alert(1))",
    "[x](JAVASCRIPT:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](<javascript:alert(1)>)",
    "[x](  javascript:alert(1))",
    "[x](vbscript:x)",
    "[x](data:text/html,<script>)",
    "[x](file:///etc/passwd)",
    "[x](//fremd.example)",
    "[x](\\\\fremd.example)",
    "<javascript:alert(1)>",
    "[x]: javascript:alert(1)\n\n[x]",
    '[x](https://a.example "><script>")',
    '[x](https://a.example"onclick="alert(1))',
    "![x](https://a.example/x.png)",
    "`<b>`",
    "```\n<b>\n```",
    "    <b>eingerückt</b>",
    "# <b>Titel</b>",
    "> <b>Zitat</b>",
    "| <b> | x |\n|---|---|",
    "***",
    "- <b>x</b>\n- <script>",
    "1. <i>x</i>",
    "**<b>x</b>**",
    "\x00<b>",
]


@pytest.mark.parametrize("text", BOESE)
@pytest.mark.parametrize("rendere", [als_html, als_zeile])
def test_nothing_that_runs_ever_gets_out(rendere: Callable[[str], str], text: str) -> None:
    gesammelt = sammle(rendere(text))
    assert gesammelt.tags <= ERLAUBT
    for name, wert in gesammelt.attribute:
        assert name in {"href", "rel", "title"}
        if name == "href":
            assert ist_erlaubte_adresse(wert or "")


@pytest.mark.parametrize(
    ("adresse", "erlaubt"),
    [
        ("https://a.example", True),
        ("HTTP://a.example", True),
        ("mailto:a@example.org", True),
        ("../massnahmen/x/", True),
        ("#anker", True),
        ("javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("\x01javascript:alert(1)", False),
        (" javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("ftp://a.example", False),
        ("//a.example", False),
    ],
)
def test_allowed_addresses(adresse: str, erlaubt: bool) -> None:
    assert ist_erlaubte_adresse(adresse) is erlaubt


EINFACH = [
    "Ein Satz.",
    "Zwei\nZeilen.",
    "Absatz eins.\n\nAbsatz zwei.",
    "- eins\n- zwei",
    "1. eins\n2. zwei",
    "2. eins\n3. zwei",
    "Text\n\n- eins\n- zwei\n\nmehr",
    "- eins\n\n- zwei",
    "Einleitung\n- eins\n- zwei",
    "1) eins\n2) zwei",
    "+ eins\n+ zwei",
    "- \n- x",
    "- - x",
    "„Zitat“ – mit \"Zeichen\" und 'Apostroph'",
    "27 Maßnahmen, 3.5 %",
    "Am 1. Januar 2027",
    "1. Januar 2027\nist der Tag",
    "# kein Titel",
    "a\n\n\n\nb",
    "- eins\nweiter",
    "10. zehn\n11. elf",
    "1.ohne Abstand",
    "-ohne Abstand",
    "1. eins\n1. zwei",
]


@pytest.mark.parametrize("text", EINFACH)
def test_fast_path_equals_the_real_parser(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    schnell = als_html(text), als_zeile(text)
    monkeypatch.setattr(markdown, "_AUSZEICHNUNG", markdown.re.compile(""))
    langsam = als_html(text), als_zeile(text)
    # They may write quotes in different, equal ways.
    gleich = [[unescape(h).replace("\n", "") for h in weg] for weg in (schnell, langsam)]
    assert gleich[0] == gleich[1]
