"""Words nobody searches for are hidden from the index and come back."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from leitfaden.render.fuellworte import FUELLWORTE, enthuelle, verhuelle

SKRIPT = Path(__file__).parents[3] / "overrides/assets/javascripts/such-frage.mjs"


def worte(html: str) -> list[str]:
    """Return what is left that a search engine can read."""
    return re.findall(r"[\w-]+", re.sub(r"<[^>]*>", " ", html))


@pytest.mark.parametrize(
    ("html", "bleibt"),
    [
        ("<p>Der Vertrag und die Kosten.</p>", ["Vertrag", "Kosten"]),
        ("<li>(oder nicht, aber)</li>", []),
        ("Ende-zu-Ende und/oder E-Akte", ["Ende-zu-Ende", "und", "oder", "E-Akte"]),
        ("Der Weg ist weg", ["Weg"]),
        ("IT ist da", ["IT"]),
    ],
)
def test_only_whole_words_are_hidden(html: str, bleibt: list[str]) -> None:
    assert worte(verhuelle(html, "de")) == bleibt


def test_markup_is_left_alone() -> None:
    html = '<a href="/wir/und/" title="Was wir tun">Was wir tun</a>'
    verhuellt = verhuelle(html, "de")
    assert '<a href="/wir/und/" title="Was wir tun">' in verhuellt
    assert worte(verhuellt) == []


@pytest.mark.parametrize("sprache", ["de", "en"])
def test_everything_comes_back(sprache: str) -> None:
    text = " ".join(f"{wort} {wort.capitalize()} Rathaus" for wort in FUELLWORTE[sprache])
    verhuellt = verhuelle(text, sprache)
    assert len(verhuellt.split()) == len(text.split())
    assert enthuelle(verhuellt, sprache) == text


@pytest.mark.parametrize("sprache", ["de", "en"])
def test_search_drops_the_same_words(sprache: str) -> None:
    """A word the index does not have must not be asked for, and the other way round."""
    skript = SKRIPT.read_text(encoding="utf-8")
    listen = skript[skript.index("FUELLWORTE =") : skript.index("const WORT")].split("en: new Set")
    gesucht = listen[0] if sprache == "de" else listen[1]
    im_browser = {w for text in re.findall(r'"([^"]*)"', gesucht) for w in text.split()}
    assert im_browser == set(FUELLWORTE[sprache])
