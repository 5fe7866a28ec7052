"""The file the scripts of the search load, from the small library."""

from __future__ import annotations

import json

from leitfaden.render.suchoberflaeche import rendere_suchoberflaeche
from leitfaden.views.bibliothek import Bibliothek
from leitfaden.views.suchoberflaeche import suchoberflaeche


def test_file_holds_ways_in_and_drawings_without_markup(
    bibliotheken: dict[str, Bibliothek],
) -> None:
    bib = bibliotheken["de"]
    text = rendere_suchoberflaeche(suchoberflaeche(bib, bib))
    assert "<" not in text
    datei = json.loads(text)
    assert [lage["url"] for lage in datei["lagen"]] == [k.url for k in bib.szenarien]
    assert [feld["url"] for feld in datei["felder"]] == [k.url for k in bib.handlungsfelder]
    for feld in datei["felder"]:
        assert feld["symbol"]
        for name, angaben in feld["symbol"]:
            assert name in ("path", "circle")
            assert angaben


def test_same_content_gives_the_same_bytes(bibliotheken: dict[str, Bibliothek]) -> None:
    bib = bibliotheken["en"]
    erste = rendere_suchoberflaeche(suchoberflaeche(bib, bibliotheken["de"]))
    assert erste == rendere_suchoberflaeche(suchoberflaeche(bib, bibliotheken["de"]))
