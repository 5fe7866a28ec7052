"""Work beside the build: done, told if it fails, never left running."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest

from leitfaden.engines import nebenlauf
from leitfaden.engines.nebenlauf import Nebenlauf


@pytest.fixture(params=[1, 2])
def kerne(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """Once without, once with a second process."""
    monkeypatch.setattr(nebenlauf, "kann_gabeln", lambda: True)
    monkeypatch.setattr(nebenlauf.os, "cpu_count", lambda: request.param)
    return int(request.param)


def scheitere() -> None:
    raise OSError(28, "No space left on device", "liste.json")


def test_everything_is_written_when_it_is_waited_for(kerne: int, tmp_path: Path) -> None:
    datei = tmp_path / "pid"

    def schreibe() -> None:
        datei.write_text(str(os.getpid()))

    with Nebenlauf(schreibe) as lauf:
        lauf.vollende()
    assert (datei.read_text() == str(os.getpid())) is (kerne == 1)


def test_what_went_wrong_is_raised(kerne: int) -> None:
    with pytest.raises(OSError, match=r"No space left.*liste\.json"), Nebenlauf(scheitere) as lauf:
        lauf.vollende()


def test_a_process_the_system_ended_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nebenlauf, "kann_gabeln", lambda: True)
    monkeypatch.setattr(nebenlauf.os, "cpu_count", lambda: 2)

    def stirb() -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    with pytest.raises(RuntimeError, match="Code -9"), Nebenlauf(stirb) as lauf:
        lauf.vollende()


def test_it_ends_with_the_build_that_started_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(nebenlauf, "kann_gabeln", lambda: True)
    monkeypatch.setattr(nebenlauf.os, "cpu_count", lambda: 2)
    datei = tmp_path / "pid"

    def schlafe() -> None:
        datei.write_text(str(os.getpid()))
        time.sleep(600)

    with Nebenlauf(schlafe):
        while not (datei.is_file() and datei.read_text()):
            time.sleep(0.01)
    with pytest.raises(ProcessLookupError):
        os.kill(int(datei.read_text()), 0)
