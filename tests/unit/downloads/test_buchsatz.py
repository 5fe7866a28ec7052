"""How the style of the book breaks pages: what belongs together stays together."""

from __future__ import annotations

import pytest

from leitfaden.downloads.pdf import setze

DOKUMENT = """<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Probe</title></head>
<body class="buch">{inhalt}</body></html>"""
KAPITEL = """<article class="satz satz--kapitel">{zeilen}</article>
<article class="satz satz--kapitel"><header class="kopf"><h2 class="titel" id="titel">Titel</h2>
<p class="kurz">Kurz.</p></header><div class="auftakt auftakt--breit"><section class="drei">
<h3>Drei</h3><ol><li>Eins.</li></ol></section><section class="naechster"><h3>Schritt</h3>
<p id="schritt">Tun.</p></section></div><div class="rand kapiteltext">
<section><h3>Worum</h3><p id="text">Text.</p></section></div></article>"""
SATZ = """<article class="satz satz--{art}"><header class="kopf">
<h2 class="titel" id="{id}">{id}</h2>
</header><div class="rand rand--entscheiden"><section><h3>Nutzen</h3><p>Text.</p></section></div>
<div class="rand {rechts}"><section><h3 id="{id}-rand">Schritte</h3><p>Text.</p></section></div>
</article>"""
FELD = """<article class="satz satz--handlungsfeld"><header class="kopf">
<h2 class="titel" id="feld">F</h2>
</header><div class="rand"><section><h3 id="feld-rand">Worum</h3><p>Text.</p></section></div>
</article>"""


def _seiten(inhalt: str) -> dict[str, int]:
    """Return the page of every anchor, from 1."""
    satz = setze(DOKUMENT.format(inhalt=inhalt), "buch.css")
    return {anker: n for n, seite in enumerate(satz.pages, 1) for anker in seite.anchors}


def _zeilen(anzahl: int) -> str:
    return "".join(f'<p id="z{n}">Zeile</p>' for n in range(anzahl))


def _volle_seite() -> int:
    """Return how many lines fill a page of the book."""
    return sum(seite == 1 for seite in _seiten(_zeilen(90)).values())


def test_a_title_takes_its_opening_and_first_text_along() -> None:
    voll = _volle_seite()
    umbrueche = set()
    for zeilen in range(voll - 22, voll):
        seiten = _seiten(KAPITEL.format(zeilen=_zeilen(zeilen)))
        assert seiten["titel"] == seiten["schritt"] == seiten["text"], zeilen
        umbrueche.add(seiten["titel"])
    assert umbrueche == {1, 2}, "the title meets the end of the page within these lines"


def test_no_entry_of_a_list_stands_alone() -> None:
    voll = _volle_seite()
    for zeilen in range(voll - 5, voll):
        liste = "".join(f'<li id="li{n}">Eintrag</li>' for n in range(4))
        seiten = _seiten(f"{_zeilen(zeilen)}<ul>{liste}</ul>")
        verteilt = [seiten[f"li{n}"] for n in range(4)]
        assert verteilt[0] == verteilt[1], zeilen
        assert verteilt[2] == verteilt[3], zeilen


@pytest.mark.parametrize(("davor", "seite"), [(1, 2), (2, 4)])
@pytest.mark.parametrize("art", ["massnahme", "handlungsfeld"])
def test_fields_and_measures_start_on_the_left(art: str, davor: int, seite: int) -> None:
    satz = SATZ.format(art=art, id="hier", rechts="")
    assert _seiten('<article class="satz">Seite</article>' * davor + satz)["hier"] == seite


def test_a_short_profile_and_a_field_go_on_on_the_right() -> None:
    seiten = _seiten(
        '<article class="satz">Seite</article>'
        + FELD
        + SATZ.format(art="massnahme", id="kurz", rechts="rand--umsetzen rand--rechts")
        + SATZ.format(art="massnahme", id="voll", rechts="rand--umsetzen")
    )
    assert (seiten["feld"], seiten["feld-rand"]) == (2, 3)
    assert (seiten["kurz"], seiten["kurz-rand"]) == (4, 5)
    assert (seiten["voll"], seiten["voll-rand"]) == (6, 6)
