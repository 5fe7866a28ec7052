"""The words of every message."""

from __future__ import annotations

import re
import string
from collections.abc import Callable
from pathlib import Path

import pytest

from leitfaden.checks.messages import MELDUNGEN, Meldung, ist_fehler, wortlaut
from leitfaden.findings import Finding, Location, Severity, finding
from leitfaden.source.yaml_reader import lies_yaml

WARNUNGEN = {
    *("S030", "T020", "T021", "V005", "V008"),
    *("T102", "T103", "T104", "T105", "T106", "T107", "T108", "T110", "T112", "T113"),
}


def stellen(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.fixture(scope="module")
def nach_code(broken: Path, check: Callable[..., list[Finding]]) -> dict[str, Finding]:
    return {befund.code: befund for befund in check(broken, alles=True)}


@pytest.mark.parametrize("code", MELDUNGEN)
def test_message_formats_with_the_values_its_finding_carries(
    nach_code: dict[str, Finding], code: str
) -> None:
    befund = nach_code[code]
    meldung = MELDUNGEN[code]
    worte = wortlaut(befund)
    assert stellen(meldung.satz) | stellen(meldung.hilfe) <= set(befund.as_dict)
    assert not re.search(r"\{[a-z_]+\}", worte.satz)
    assert not re.search(r"[{}]", worte.hilfe.replace("{{ ", "").replace(" }}", ""))
    assert "  " not in worte.satz + worte.hilfe


@pytest.mark.parametrize(("code", "meldung"), MELDUNGEN.items())
def test_message_is_a_sentence_with_help_and_examples(code: str, meldung: Meldung) -> None:
    assert re.fullmatch(r"[DYSVTL]\d{3}", code)
    assert not meldung.titel.endswith(".")
    assert meldung.satz.endswith((".", "{ursache}", "?"))
    assert meldung.hilfe.endswith((".", "{vorschlag}", "{beispiel}", "{ordner}."))
    assert meldung.falsch
    assert meldung.richtig
    assert meldung.falsch != meldung.richtig


def test_titles_are_unique() -> None:
    titel = [meldung.titel for meldung in MELDUNGEN.values()]
    assert len(set(titel)) == len(titel)


def test_only_these_codes_are_warnings() -> None:
    warnungen = {c for c, m in MELDUNGEN.items() if m.schwere is Severity.WARNUNG}
    assert warnungen == WARNUNGEN
    assert ist_fehler(finding("S001", Location("a")))
    assert not ist_fehler(finding("S030", Location("a")))


def test_words_of_technique_do_not_reach_editors() -> None:
    for code, meldung in MELDUNGEN.items():
        for wort in ("str", "int", "None", "Traceback", "pydantic", "float", "bool", "tuple"):
            assert not re.search(rf"\b{wort}\b", meldung.satz + meldung.hilfe), code


YAML_CODES = [c for c in MELDUNGEN if c.startswith("Y") and c != "Y020"]


@pytest.mark.parametrize("code", YAML_CODES)
def test_wrong_example_triggers_its_code_and_right_example_does_not(code: str) -> None:
    meldung = MELDUNGEN[code]
    assert [b.code for b in lies_yaml("d", meldung.falsch).findings] == [code]
    assert lies_yaml("d", meldung.richtig).findings == []


def test_values_of_a_finding_are_never_formatted_again() -> None:
    befund = finding("V001", Location("a"), id="{typ}", typ="{0}", vorschlag=" {id}")
    assert wortlaut(befund).satz == "„{typ}“ gibt es nicht ({0})."
    assert wortlaut(befund).hilfe == "Prüfen Sie die Kennung. {id}"


def test_missing_value_is_an_error_of_ours() -> None:
    with pytest.raises(KeyError):
        wortlaut(finding("V001", Location("a"), id="x"))
