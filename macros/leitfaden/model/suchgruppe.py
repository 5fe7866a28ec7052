"""The content type Suchgruppe: words that mean the same to those who search."""

from __future__ import annotations

from leitfaden.model.felder import Eigenname, Teil, feld


class Suchgruppe(Teil):
    """Words of the library and what people type instead; a list in `data/woerter/`.

    Nobody reads these words: the search uses them to find pages that say the same differently.
    """

    wort: tuple[Eigenname, ...] = feld(
        "Wörter, die in der Bibliothek stehen und dasselbe meinen.",
        ["Website", "Internetauftritt"],
        min_length=1,
    )
    getippt: tuple[Eigenname, ...] = feld(
        "Wörter, die jemand stattdessen in die Suche tippt.", ["Homepage"], default=()
    )
