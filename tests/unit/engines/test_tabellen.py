"""Tables of chapters: a region of their own, headers that say what they head."""

from __future__ import annotations

from markdown import Markdown

HTML = Markdown(extensions=["tables", "leitfaden.engines.tabellen"]).convert


def test_table_is_a_named_region_with_headers() -> None:
    html = HTML("# Vergleich\n\n| Form | Wer |\n|---|:--|\n| Amt | alle |\n")
    assert '<div aria-label="Vergleich" class="lb-tabelle" role="region" tabindex="0">' in html
    assert '<th scope="col">Form</th>' in html
    assert '<th class="lb-left" scope="col">Wer</th>' in html
    assert "style=" not in html


def test_empty_corner_is_no_header() -> None:
    html = HTML("|  | Wer |\n|---|---|\n| Amt | alle |\n")
    assert "<td></td>" in html
    assert html.count("<th") == html.count("<thead") + 1
