"""An e-book as one file: its parts packed as EPUB readers expect them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from importlib import resources

from leitfaden.downloads.archiv import packe

STIL = "epub.css"


def epub(dateien: Iterable[tuple[str, str]], stand: date) -> bytes:
    """Return the file; its type comes first and uncompressed (EPUB OCF 3.3, 4.2)."""
    return packe(dateien, stand, zuerst="mimetype")


def epub_stil() -> str:
    """Return the style sheet of the book."""
    return resources.files(__package__).joinpath("templates", STIL).read_text(encoding="utf-8")
