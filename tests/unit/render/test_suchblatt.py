"""What the offline index reads of the search copy of a page."""

from __future__ import annotations

from leitfaden.render.fuellworte import verhuelle
from leitfaden.render.suchblatt import lies_suchblatt

SEITE = """<!doctype html><html lang="de"><head>
<meta name="lb:typ" data-pagefind-filter="typ[content]" content="Maßnahme">
<meta data-pagefind-filter="format[content]" content="DOCX">
<meta data-pagefind-filter="format[content]" content="ODT">
<meta data-pagefind-meta="lb_kern[content]" content="isb bfis">
</head><body><!-- keine > Worte --><div data-pagefind-body>
<p><span data-pagefind-meta="kennung">M20</span> Maßnahme</p>
<h1 data-pagefind-meta="title">Sicher &amp; <em>gemein</em>sam</h1>
<nav>Navigation</nav><svg><path d="M0 0"/><title>Bild</title></svg>
<section data-pagefind-ignore><p>Nicht <br>gesucht</p></section>
<h2>Schritte</h2><p>Erster<br>Schritt: prüfen</p>
<p id="lb-definition">Erklärung</p><p id="andere">Ende.</p>
</div></body></html>"""


def test_text_is_read_as_sentences_without_its_frame() -> None:
    blatt = lies_suchblatt("massnahmen/x/", SEITE, "de")
    assert blatt.text == (
        "M20 Maßnahme. Sicher & gemeinsam. Schritte. Erster Schritt: prüfen. Erklärung. Ende."
    )


def test_hidden_words_are_shown_but_not_searched() -> None:
    html = f"<body><h1>{verhuelle('Akte und Vertrag', 'de')}</h1></body>"
    blatt = lies_suchblatt("x/", html, "de")
    assert blatt.text == "Akte und Vertrag."
    assert "und" not in "".join(text for _, text in blatt.stuecke)


def test_headings_weigh_more() -> None:
    gewichte = {
        text.strip(): gewicht
        for gewicht, text in lies_suchblatt("massnahmen/x/", SEITE, "de").stuecke
    }
    assert (gewichte["Sicher &"], gewichte["gemeinsam."]) == (7, 7)
    assert gewichte["Schritte."] == 6
    assert gewichte["Erklärung."] == 1


def test_page_tells_about_itself() -> None:
    blatt = lies_suchblatt("massnahmen/x/", SEITE, "de")
    assert blatt.meta == {"lb_kern": "isb bfis", "kennung": "M20", "title": "Sicher & gemeinsam"}
    assert blatt.filter == {"typ": ("Maßnahme",), "format": ("DOCX", "ODT")}


def test_places_are_counted_in_words() -> None:
    blatt = lies_suchblatt("massnahmen/x/", SEITE, "de")
    assert list(blatt.anker) == ["lb-definition"]
    assert blatt.text.split()[blatt.anker["lb-definition"]] == "Erklärung."
