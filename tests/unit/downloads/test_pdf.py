"""PDFs of templates: tagged, titled, the same bytes; nothing is fetched."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from leitfaden.downloads.pdf import pdf
from leitfaden.render.vorlagendruck import rendere_vorlage
from leitfaden.source.loader import Ladung
from leitfaden.views.detail import druckansicht


def html(ladung: Ladung, satz_id: str) -> str:
    k = ladung.katalog
    return rendere_vorlage(druckansicht(k.vorlagen[satz_id], k.dokumente[satz_id], k.platzhalter))


@pytest.mark.parametrize("satz_id", ["kickoff-agenda", "it-liste"])
def test_pdf_is_tagged_titled_and_reproducible(ladung: Ladung, satz_id: str) -> None:
    daten = pdf(html(ladung, satz_id))
    assert daten == pdf(html(ladung, satz_id))
    leser = PdfReader(io.BytesIO(daten))
    wurzel = leser.root_object
    assert wurzel["/MarkInfo"]["/Marked"]
    assert wurzel["/Lang"] == "de"
    assert "/StructTreeRoot" in wurzel
    assert leser.metadata is not None
    assert leser.metadata.title == ladung.katalog.vorlagen[satz_id].titel
    assert b"pdfuaid:part" in wurzel["/Metadata"].get_data()
    seite = leser.pages[0].extract_text()
    assert ladung.katalog.vorlagen[satz_id].titel in seite
    assert f"Seite 1 von {len(leser.pages)}" in seite


def test_pdf_fetches_nothing() -> None:
    from leitfaden.downloads.pdf import _hole_nichts

    with pytest.raises(ValueError, match="wird nicht geladen"):
        _hole_nichts("https://example.org/bild.png")
