"""What the build needs from the system."""

from __future__ import annotations

import subprocess

import pytest

from leitfaden.engines import bereitstellen


def test_nothing_is_installed_where_all_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    def verboten(*_: object, **__: object) -> None:
        raise AssertionError("installs something")

    monkeypatch.setattr(bereitstellen, "ist_da", lambda: True)
    monkeypatch.setattr(subprocess, "run", verboten)
    assert bereitstellen.main() == 0


@pytest.mark.parametrize("hilft", [True, False])
def test_missing_library_is_installed_or_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], hilft: bool
) -> None:
    befehle: list[list[str]] = []

    def laufe(befehl: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        befehle.append(befehl)
        return subprocess.CompletedProcess(befehl, 0, "", "")

    monkeypatch.setattr(bereitstellen, "ist_da", lambda: bool(befehle) and hilft)
    monkeypatch.setattr(bereitstellen.subprocess, "run", laufe)
    monkeypatch.setattr(bereitstellen.shutil, "which", lambda _: "/usr/bin/apt-get")
    monkeypatch.setattr(bereitstellen.os, "geteuid", lambda: 0)
    assert bereitstellen.main() == (0 if hilft else 1)
    assert [befehl[1] for befehl in befehle] == ["update", "install"]
    assert ("apt-get install" in capsys.readouterr().err) is not hilft


def test_library_is_here() -> None:
    assert bereitstellen.ist_da()
