"""The same records give the same bytes, whatever the machine is set to."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.dateien import kalte_summen

UMGEBUNGEN = (
    {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "4711", "TZ": "Pacific/Auckland", "LC_ALL": "C.UTF-8"},
)


@pytest.fixture
def leere_kopien(small: Path, tmp_path: Path) -> list[Path]:
    return [
        Path(shutil.copytree(small, tmp_path / name, ignore=shutil.ignore_patterns(".build")))
        for name in ("eins", "an-anderem-ort")
    ]


def test_two_cold_runs_give_the_same_bytes(leere_kopien: list[Path]) -> None:
    laeufe = [kalte_summen(p, u) for p, u in zip(leere_kopien, UMGEBUNGEN, strict=True)]
    assert laeufe[0] == laeufe[1]
    formen = {zeile.rpartition(".")[2] for zeile in laeufe[0]}
    assert formen == {"docx", "odt", "xlsx", "ods", "pdf"}
