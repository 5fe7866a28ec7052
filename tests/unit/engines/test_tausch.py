"""Swapping the finished site in."""

from __future__ import annotations

from pathlib import Path

import pytest

from leitfaden.engines import tausch


def ordner(pfad: Path, inhalt: str) -> Path:
    pfad.mkdir()
    (pfad / "index.html").write_text(inhalt, encoding="utf-8")
    (pfad / inhalt).mkdir()
    return pfad


def stand(pfad: Path) -> tuple[str, list[str]]:
    namen = sorted(p.name for p in pfad.iterdir())
    return (pfad / "index.html").read_text(encoding="utf-8"), namen


@pytest.fixture(params=["one step", "two steps"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "two steps":
        monkeypatch.setattr(tausch, "_tausche_in_einem_schritt", lambda neu, ziel: False)
    return str(request.param)


def test_new_folder_takes_the_place_of_the_old_one(tmp_path: Path, way: str) -> None:
    neu, ziel = ordner(tmp_path / "neu", "neu"), ordner(tmp_path / "site", "alt")
    tausch.tausche(neu, ziel)
    assert stand(ziel) == ("neu", ["index.html", "neu"])
    assert [p.name for p in tmp_path.iterdir()] == ["site"]


def test_first_build_has_nothing_to_replace(tmp_path: Path, way: str) -> None:
    tausch.tausche(ordner(tmp_path / "neu", "neu"), tmp_path / "site")
    assert stand(tmp_path / "site") == ("neu", ["index.html", "neu"])
    assert not (tmp_path / "neu").exists()


def test_exchange_in_one_step_never_leaves_the_target_empty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever happens after the exchange, the new folder is already there."""
    neu, ziel = ordner(tmp_path / "neu", "neu"), ordner(tmp_path / "site", "alt")

    def brich_ab(_: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(tausch, "_raeume_weg", brich_ab)
    with pytest.raises(KeyboardInterrupt):
        tausch.tausche(neu, ziel)
    assert stand(ziel)[0] == "neu"


@pytest.mark.parametrize("schritt", [1, 2])
def test_exchange_broken_off_between_two_steps_is_repaired(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, schritt: int
) -> None:
    neu, ziel = ordner(tmp_path / "neu", "neu"), ordner(tmp_path / "site", "alt")
    echt = tausch.os.replace
    schritte = []

    def brich_ab(von: Path, nach: Path) -> None:
        schritte.append(nach)
        if len(schritte) == schritt:
            raise KeyboardInterrupt
        echt(von, nach)

    with monkeypatch.context() as kontext:
        kontext.setattr(tausch, "_tausche_in_einem_schritt", lambda neu, ziel: False)
        kontext.setattr(tausch.os, "replace", brich_ab)
        with pytest.raises(KeyboardInterrupt):
            tausch.tausche(neu, ziel)
    assert ziel.exists() is (schritt == 1)
    tausch.stelle_wieder_her(ziel)
    assert stand(ziel) == ("alt", ["alt", "index.html"])
    assert sorted(p.name for p in tmp_path.iterdir()) == ["neu", "site"]
    tausch.tausche(neu, ziel)
    assert stand(ziel)[0] == "neu"


def test_repair_removes_leftovers_and_keeps_the_present_site(tmp_path: Path) -> None:
    ziel = ordner(tmp_path / "site", "neu")
    ordner(tmp_path / ".site.vorher", "alt")
    tausch.stelle_wieder_her(ziel)
    assert stand(ziel)[0] == "neu"
    assert [p.name for p in tmp_path.iterdir()] == ["site"]


def test_repair_without_any_site_does_nothing(tmp_path: Path) -> None:
    tausch.stelle_wieder_her(tmp_path / "site")
    assert list(tmp_path.iterdir()) == []
