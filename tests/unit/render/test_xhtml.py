"""HTML written as XHTML: the same content, well-formed, whatever the templates leave open."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from leitfaden.render.xhtml import lies, schreibe


def um(html: str) -> str:
    text = schreibe(lies(html))
    ET.fromstring(f'<body xmlns="http://www.w3.org/1999/xhtml">{text}</body>')
    return text


@pytest.mark.parametrize(
    ("html", "xhtml"),
    [
        ("<p>a<br>b & c", "<p>a<br/>b &amp; c</p>"),
        ("<td>", ""),
        ("<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>"),
        ("<p title='a \"b\" <c'>&nbsp;&shy;</p>", "<p title='a \"b\" &lt;c'>\u00a0\u00ad</p>"),
        ("<p lang=en>x</p>", '<p lang="en" xml:lang="en">x</p>'),
        ("<!-- nichts --><p></p>", "<p></p>"),
        ("<details open></details>", '<details open=""></details>'),
        (
            '<svg viewBox="0 0 1 1"><title>T</title><path d="M0 0"/></svg>',
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><title>T</title>'
            '<path d="M0 0"></path></svg>',
        ),
        (
            '<svg xmlns="http://www.w3.org/2000/svg"><a xlink:href="#x"></a></svg><p>',
            '<svg xmlns="http://www.w3.org/2000/svg"><a href="#x"></a></svg><p></p>',
        ),
    ],
)
def test_html_becomes_xhtml(html: str, xhtml: str) -> None:
    assert um(html) == xhtml


def test_tables_keep_their_parts() -> None:
    assert um("<table><tr><th scope=col>A</table>") == (
        '<table><tbody><tr><th scope="col">A</th></tr></tbody></table>'
    )
