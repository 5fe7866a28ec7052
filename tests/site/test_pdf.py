"""Every PDF of the finished site against two checkers of PDF/UA-1, ours and another."""

from __future__ import annotations

import page
import pytest

from tests.pruefstand.pdfua import pruefe
from tests.website import Website

pytestmark = pytest.mark.site


def _pdfs(website: Website) -> dict[str, bytes]:
    ordner = website.wurzel / "downloads"
    dateien = {p.relative_to(ordner).as_posix(): p.read_bytes() for p in ordner.rglob("*.pdf")}
    vorlagen = website.daten.ladung.katalog.dokumente
    assert len(dateien) >= len(vorlagen)
    return dict(sorted(dateien.items()))


def test_every_pdf_keeps_the_machine_checks_of_the_matterhorn_protocol(website: Website) -> None:
    befunde = [
        f"{name}: {befund.punkt} {befund.text}"
        for name, daten in _pdfs(website).items()
        for befund in pruefe(daten)
    ]
    assert befunde == []


def test_every_pdf_passes_an_independent_checker(website: Website) -> None:
    befunde = [
        f"{name}: {fehler.rule_id} {fehler.message}"
        for name, daten in _pdfs(website).items()
        for fehler in page.validate_pdf_bytes(daten, profile="ua1").failures
    ]
    assert befunde == []
