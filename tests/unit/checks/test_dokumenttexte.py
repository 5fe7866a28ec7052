"""The rules for wording read what is printed in documents, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from leitfaden.checks.abkuerzungen import bekannte_abkuerzungen, unbekannte
from leitfaden.checks.rechtschreibung import pruefe_rechtschreibung
from leitfaden.checks.sprache import pruefe_sprache
from leitfaden.checks.textstellen import Dokumentstueck, schriftstuecke
from leitfaden.source.loader import Ladung, lade

AGENDA = "data/dokumente/kickoff-agenda.yml"
LISTE = "data/dokumente/it-liste.yml"


def _stueck(ladung: Ladung, name: str) -> Dokumentstueck:
    stuecke = [s for s in schriftstuecke(ladung) if isinstance(s, Dokumentstueck)]
    return next(s for s in stuecke if (s.typ, s.name) == ("dokument", name))


def _aendere(projekt: Path, datei: str, alt: str, neu: str) -> Ladung:
    ziel = projekt / datei
    text = ziel.read_text(encoding="utf-8")
    assert alt in text
    ziel.write_text(text.replace(alt, neu), encoding="utf-8")
    return lade(projekt)


def test_texts_are_read_as_printed(ladung: Ladung) -> None:
    texte = [stelle.text for stelle in _stueck(ladung, "kickoff-agenda").stellen()]
    assert "Die [Kommune] lädt am [Datum] ein." in texte
    assert "Vor dem Termin Vertretungen klären." in texte
    assert "Moderation" in texte


def test_formulas_ids_and_codes_are_no_texts(ladung: Ladung) -> None:
    texte = [stelle.text for stelle in _stueck(ladung, "it-liste").stellen()]
    assert {"IT-Liste", "Ohne Hersteller.", "Frist verstrichen"} <= set(texte)
    ganz = "\n".join(texte)
    assert "{n}" not in ganz
    for code in ("COUNTA", "EDATE", "eingabe", "M2", "Liste!G2", "kritisch"):
        assert code not in ganz


def test_wrong_signs_are_found_with_their_place(small_copy: Path) -> None:
    ladung = _aendere(small_copy, AGENDA, "Ziele bestätigen", "Ziele - bestätigen")
    (befund,) = [b for b in pruefe_sprache(ladung) if b.code == "T107"]
    assert befund.location.path == AGENDA
    assert befund.location.line == 14


def test_spelling_mistake_in_a_cell_is_found(small_copy: Path) -> None:
    ladung = _aendere(small_copy, LISTE, "Zahl der Anwendungen", "Zahl der Anwändungen")
    (befund,) = pruefe_rechtschreibung(ladung)
    assert (befund.code, befund.location.path) == ("T112", LISTE)


@pytest.mark.parametrize(
    ("text", "offen"),
    [
        ("Feld XQ bewerten", {"XQ"}),
        ("XQ (Themenfeld) bewerten", set()),
        ("XQ – Themenfeld", set()),
        ("XQ", set()),
        ("Das Blatt „Liste“ öffnen", set()),
    ],
)
def test_abbreviations_in_documents(small_copy: Path, text: str, offen: set[str]) -> None:
    ladung = _aendere(small_copy, LISTE, "wert: IT-Liste", f'wert: "{text}"')
    bekannt = bekannte_abkuerzungen(ladung) | {"IT"}
    assert unbekannte(_stueck(ladung, "it-liste"), bekannt) == offen


def test_numbered_code_is_explained_with_the_code(small_copy: Path) -> None:
    text = "wert: IT-Liste}\n      - {zelle: A7, wert: XQ – Themenfeld}\n"
    text += "      - {zelle: A8, wert: Zuerst XQ2 klären"
    ladung = _aendere(small_copy, LISTE, "wert: IT-Liste", text)
    bekannt = bekannte_abkuerzungen(ladung) | {"IT"}
    assert unbekannte(_stueck(ladung, "it-liste"), bekannt) == set()
