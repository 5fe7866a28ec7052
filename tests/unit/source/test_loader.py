"""Loading a whole project."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from leitfaden.checks import pruefe
from leitfaden.findings import Finding
from leitfaden.source import loader
from leitfaden.source.loader import Ladung, lade


def test_small_project_is_loaded_completely(ladung: Ladung) -> None:
    katalog = ladung.katalog
    assert ladung.findings == []
    assert {typ: len(saetze) for typ, saetze in katalog.saetze.items()} == {
        "handlungsfeld": 2,
        "massnahme": 3,
        "praxisbeispiel": 2,
        "szenario": 1,
        "vorlage": 2,
        "link": 2,
        "glossareintrag": 2,
        "quelle": 1,
        "dokument": 2,
        "platzhalter": 2,
    }
    assert list(katalog.uebersetzungen) == [("massnahme", "digital-navigatoren")]
    assert katalog.betreiber is not None
    assert ladung.dateien == 18 + len(katalog.kapitel)
    assert katalog.massnahmen["status-quo-ermitteln"].sofort_moeglich is True
    assert katalog.massnahmen["status-quo-ermitteln"].recht[0].stand == date(2024, 8, 2)


def test_small_project_has_no_finding(small: Path, check: Callable[[Path], list[Finding]]) -> None:
    assert check(small) == []


def test_parallel_path_equals_serial_path(
    broken: Path, heute: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    serial = lade(broken)
    monkeypatch.setattr(loader, "LOHNT_SICH", 1)
    monkeypatch.setattr(loader.os, "cpu_count", lambda: 2)
    monkeypatch.setattr(loader, "BLOCK", 3)
    gestartet = []
    echt = loader.ProcessPoolExecutor
    monkeypatch.setattr(
        loader, "ProcessPoolExecutor", lambda *a, **k: gestartet.append(a) or echt(*a, **k)
    )
    parallel = lade(broken)
    assert gestartet == [(1,)]
    assert parallel.katalog == serial.katalog
    assert parallel.herkunft == serial.herkunft
    assert parallel.verdaechtig == serial.verdaechtig
    assert parallel.dateien == serial.dateien
    assert pruefe(parallel, heute) == pruefe(serial, heute)


def test_no_process_is_forked_while_another_thread_runs(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loader, "LOHNT_SICH", 1)
    monkeypatch.setattr(loader, "ProcessPoolExecutor", None)
    ende = threading.Event()
    faden = threading.Thread(target=ende.wait)
    faden.start()
    try:
        assert lade(small).findings == []
    finally:
        ende.set()
        faden.join()


def test_place_of_a_record_in_a_list_and_in_a_translation(ladung: Ladung) -> None:
    ort = ladung.ort("glossareintrag", "zweckverband", ("quellen", 0))
    assert str(ort) == "data/glossar.yml:11:13"
    ort = ladung.ort("massnahme", "digital-navigatoren", ("schritte", 1, "titel"), "en")
    assert str(ort) == "data/massnahmen/digital-navigatoren.en.yml:17:12"


@pytest.mark.parametrize(
    ("text", "code", "ort"),
    [
        ("- nur Text\n", "S013", "1:3"),
        ("- id: a\n  titel: x\n- begriff: x\n", "S001", "3:3"),
        ("- id: 12\n  begriff: x\n", "S001", "1:3"),
        ("ikz: x\n", "S015", "1:1"),
        ("- id: Gross\n  titel: x\n", "S005", "1:7"),
    ],
)
def test_broken_list_file(
    small_copy: Path, check: Callable[[Path], list[Finding]], text: str, code: str, ort: str
) -> None:
    (small_copy / "data" / "quellen.yml").write_text(text, encoding="utf-8")
    befunde = [b for b in check(small_copy) if b.location.path == "data/quellen.yml"]
    assert [(b.code, f"{b.location.line}:{b.location.column}") for b in befunde] == [(code, ort)]


def test_record_with_findings_is_not_in_the_catalogue_but_known(small_copy: Path) -> None:
    datei = small_copy / "data" / "vorlagen" / "it-liste.yml"
    datei.write_text(datei.read_text(encoding="utf-8").replace("T05", "T5"), encoding="utf-8")
    ladung = lade(small_copy)
    assert "it-liste" not in ladung.katalog.vorlagen
    # So the measure that refers to it is not blamed as well.
    assert [b.code for b in pruefe(ladung, date(2026, 11, 22))] == ["S005"]


@pytest.mark.parametrize(
    ("text", "verdaechtig"),
    [
        ("titel: Guten Tag", False),
        ("titel: a <b", True),
        ("titel: '{{ x'", True),
        ("titel: a & b", True),
        ("titel: '[x](y)'", True),
        ("titel: Java Script", True),
        ("titel: 'DATA:text'", True),
        ("titel: Bei\u200bspiel", True),
        ("titel: Bei\u202espiel", True),
        ('titel: "\\x3cb\\x3e"', True),
        ("titel: 3 > 2", False),
    ],
)
def test_only_files_with_suspicious_characters_are_looked_at_closely(
    text: str, verdaechtig: bool
) -> None:
    assert loader._ist_verdaechtig(text) is verdaechtig


def test_empty_project_is_no_error(tmp_path: Path) -> None:
    ladung = lade(tmp_path)
    assert (ladung.findings, ladung.dateien) == ([], 0)
