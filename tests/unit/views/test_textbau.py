"""The view of text documents: placeholders everywhere, neighbours of blocks."""

from __future__ import annotations

import pytest

from leitfaden.model.dokument import Dokument, Platzhalter
from leitfaden.source.loader import Ladung
from leitfaden.texts import texte_von
from leitfaden.views.dateikopf import dateikopf
from leitfaden.views.textbau import textdokument
from leitfaden.views.textdokument import Textdokument
from leitfaden.views.textsatz import anteile

TEXTE = texte_von("de")
TABELLE = {"titel": "Kosten", "spalten": [{"titel": "[[kommune]]"}], "leere_zeilen": 1}


def _sicht(ladung: Ladung, *inhalt: dict[str, object]) -> Textdokument:
    dokument = Dokument.model_validate({"id": "x", "abschnitte": [{"inhalt": list(inhalt)}]})
    platzhalter = {"kommune": Platzhalter(id="kommune", anzeige="Kommune")}
    kopf = dateikopf(ladung.katalog.vorlagen["kickoff-agenda"], TEXTE)
    return textdokument(dokument, kopf, platzhalter, TEXTE)


def test_placeholder_in_a_heading_of_a_column_is_replaced_and_listed(ladung: Ladung) -> None:
    sicht = _sicht(ladung, {"tabelle": TABELLE})
    tabelle = sicht.bloecke[0].tabelle
    assert tabelle is not None
    assert [(lauf.text, lauf.art) for lauf in tabelle.koepfe[0]] == [("[Kommune]", "platzhalter")]
    liste = next(b.tabelle for b in sicht.anhang if b.tabelle)
    assert liste.zeilen[0].zellen[0][0].laeufe[0].text == "[Kommune]"


def test_page_break_belongs_to_the_block_behind_it(ladung: Ladung) -> None:
    sicht = _sicht(ladung, {"absatz": "a"}, {"seitenumbruch": True}, {"absatz": "b"})
    assert [(b.art, b.neue_seite) for b in sicht.bloecke] == [("absatz", False), ("absatz", True)]


def test_page_break_at_the_end_leaves_no_empty_page(ladung: Ladung) -> None:
    sicht = _sicht(ladung, {"absatz": "a"}, {"seitenumbruch": True})
    assert [b.art for b in sicht.bloecke] == ["absatz"]


def test_second_table_in_a_row_shows_its_title(ladung: Ladung) -> None:
    sicht = _sicht(ladung, {"tabelle": TABELLE}, {"tabelle": TABELLE}, {"absatz": "a"})
    tabellen = [b.tabelle for b in sicht.bloecke if b.tabelle]
    assert [t.sichtbar for t in tabellen] == [False, True]
    assert [b.nach_tabelle for b in sicht.bloecke] == [False, True, True]


def test_note_stays_with_what_it_explains_but_not_with_the_next_section(ladung: Ladung) -> None:
    hinweis = {"hinweis": "Nur Funktionen."}
    assert _sicht(ladung, hinweis, {"tabelle": TABELLE}).bloecke[0].bleibt
    assert not _sicht(ladung, {"absatz": "a"}, hinweis).bloecke[1].bleibt


def test_what_is_signed_stays_with_the_signatures(ladung: Ladung) -> None:
    liste, unterschrift = {"liste": ["a", "b"]}, {"unterschriften": [{"funktion": "Leitung"}]}
    hinweis = {"hinweis": "Jede Kommune bekommt eine Zeile."}
    sicht = _sicht(ladung, {"absatz": "x"}, liste, hinweis, unterschrift)
    assert [b.bleibt for b in sicht.bloecke] == [False, True, True, False]
    getrennt = _sicht(ladung, liste, {"seitenumbruch": True}, unterschrift)
    assert not getrennt.bloecke[0].bleibt


@pytest.mark.parametrize(("zeilen", "zusammen"), [(4, True), (30, False)])
def test_short_table_stays_on_a_page(ladung: Ladung, zeilen: int, zusammen: bool) -> None:
    tabelle = _sicht(ladung, {"tabelle": TABELLE | {"leere_zeilen": zeilen}}).bloecke[0].tabelle
    assert tabelle is not None
    assert tabelle.zusammen is zusammen


def test_box_stays_with_its_word_and_lines_break_between_choices(ladung: Ladung) -> None:
    zeilen = [["☐ ja ☐ teilweise"]]
    tabelle = _sicht(ladung, {"tabelle": TABELLE | {"zeilen": zeilen}}).bloecke[0].tabelle
    feld = {"name": "Form", "auswahl": ["ja", "teilweise"]}
    formular = _sicht(ladung, {"felder": [feld]}).bloecke[0].tabelle
    assert tabelle is not None
    assert formular is not None
    for zelle in (tabelle.zeilen[0].zellen[0], formular.zeilen[0].zellen[1]):
        assert zelle[0].laeufe[0].text.split(" ")[-1] == "☐\u00a0teilweise"


def test_short_choice_and_number_of_a_law_break_nowhere(ladung: Ladung) -> None:
    zeilen = [["☐ Art. 28 DSGVO ☐ noch in der Sitzung zu klären, nach § 71"]]
    tabelle = _sicht(ladung, {"tabelle": TABELLE | {"zeilen": zeilen}}).bloecke[0].tabelle
    assert tabelle is not None
    text = "".join(lauf.text for lauf in tabelle.zeilen[0].zellen[0][0].laeufe)
    worte = ["☐_Art._28_DSGVO", "☐_noch", "in", "der", "Sitzung", "zu", "klären,", "nach", "§_71"]
    assert [wort.replace("\u00a0", "_") for wort in text.split(" ")] == worte


@pytest.mark.parametrize(("anzahl", "absaetze"), [(2, 1), (9, 9)])
def test_many_choices_stand_below_each_other(ladung: Ladung, anzahl: int, absaetze: int) -> None:
    feld = {"name": "Feld", "auswahl": [f"Handlungsfeld {n}" for n in range(anzahl)]}
    tabelle = _sicht(ladung, {"felder": [feld]}).bloecke[0].tabelle
    assert tabelle is not None
    zelle = tabelle.zeilen[0].zellen[1]
    assert len(zelle) == absaetze
    assert "".join(a.laeufe[0].text for a in zelle).count("☐") == anzahl


def test_questions_of_a_form_get_more_room_than_names(ladung: Ladung) -> None:
    frage = "Wurde die Aufgabe mit einer Zweckvereinbarung übertragen, und wer ist zuständig?"
    formulare = [
        _sicht(ladung, {"felder": [{"name": "Titel"}, {"name": name}]}).bloecke[0].tabelle
        for name in ("Ziel", frage)
    ]
    kurz, lang = (t.breiten[0] for t in formulare if t)
    assert lang > kurz


@pytest.mark.parametrize(
    ("breiten", "mindest", "erwartet"),
    [
        ([1, 3], [100, 100], (250, 750)),
        ([1, 4], [300, 100], (300, 700)),
        ([1, 1, 1], [0, 0, 0], (333, 333, 334)),
        ([1, 1], [700, 700], (500, 500)),
    ],
)
def test_narrow_columns_take_from_wide_ones(
    breiten: list[int], mindest: list[int], erwartet: tuple[int, ...]
) -> None:
    assert anteile(breiten, mindest) == erwartet


def test_longest_word_fits_its_column(ladung: Ladung) -> None:
    spalten = [{"titel": "Informationssicherheit", "breite": 1}, {"titel": "x", "breite": 9}]
    sicht = _sicht(ladung, {"tabelle": {"titel": "a", "spalten": spalten, "leere_zeilen": 1}})
    tabelle = sicht.bloecke[0].tabelle
    assert tabelle is not None
    assert tabelle.breiten[0] > 200
