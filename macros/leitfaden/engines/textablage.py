"""Writes texts of the finished site: the same bytes on every system."""

from __future__ import annotations

from pathlib import Path


def schreibe_text(datei: Path, text: str) -> None:
    """Write a file as UTF-8 with the line ends it has, and its folder if that is missing.

    Windows would turn every line end into two characters: checksums would be wrong, and scripts
    that read a file line by line would find the second one at the end of every word.
    """
    datei.parent.mkdir(parents=True, exist_ok=True)
    schreibe_in_ordner(datei, text)


def schreibe_in_ordner(datei: Path, text: str) -> None:
    """Do the same where the folder is there: with thousands of files, asking takes time."""
    with open(datei, "w", encoding="utf-8", newline="") as ziel:
        ziel.write(text)
