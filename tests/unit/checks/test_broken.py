"""The project with every mistake: each code fires once, at the exact place, and nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from leitfaden.checks.messages import MELDUNGEN, wortlaut
from leitfaden.findings import Finding


@pytest.fixture(scope="module")
def befunde(broken: Path, check: Callable[..., list[Finding]]) -> list[Finding]:
    return check(broken, alles=True)


def test_findings_equal_expected_list_line_by_line(befunde: list[Finding], broken: Path) -> None:
    ist = [f"{b.location}: {b.code} {wortlaut(b).satz}" for b in befunde]
    soll = (broken / "erwartet.txt").read_text(encoding="utf-8").splitlines()
    assert ist == soll


def test_every_code_fires_exactly_once(befunde: list[Finding]) -> None:
    assert Counter(b.code for b in befunde) == Counter(MELDUNGEN.keys())


def test_help_of_every_finding_is_complete(befunde: list[Finding]) -> None:
    for befund in befunde:
        hilfe = wortlaut(befund).hilfe
        assert hilfe
        assert "None" not in hilfe
        assert "()" not in hilfe.replace("szenario_weg()", "")


def test_place_is_inside_the_file(befunde: list[Finding], broken: Path) -> None:
    for befund in befunde:
        ort = befund.location
        if befund.code in {"D001", "D007", "D008", "D020"}:
            continue
        zeilen = (broken / ort.path).read_text(encoding="utf-8").split("\n")
        assert 1 <= ort.line <= len(zeilen), befund
        assert 1 <= ort.column <= len(zeilen[ort.line - 1]) + 1, befund
