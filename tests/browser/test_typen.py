"""The types that scripts declare in comments hold, in the scripts of both editions together."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.browser_bereitstellen import werkzeug

pytestmark = pytest.mark.browser

ORDNER = ("overrides/assets/javascripts", "macros/leitfaden/render/skripte")
REGELN = (
    *("--noEmit", "--allowJs", "--checkJs", "--strict", "--noUnusedLocals", "--target", "es2023"),
    *("--module", "nodenext", "--lib", "es2023,dom,dom.iterable", "--pretty", "false"),
)


def _pruefe(ordner: Path) -> str:
    """Return what the checker says; the scripts of the offline edition import those of the site."""
    dateien = sorted(str(datei) for datei in ordner.glob("*.mjs"))
    tsc = werkzeug("typen") / "typescript" / "bin" / "tsc"
    lauf = subprocess.run(
        ["node", tsc, *REGELN, *dateien], cwd=ordner, capture_output=True, text=True, check=False
    )
    assert lauf.returncode == 0 or lauf.stdout, lauf.stderr
    return lauf.stdout


@pytest.fixture
def skripte(projekt: Path, tmp_path: Path) -> Path:
    for ordner in ORDNER:
        for datei in (projekt / ordner).glob("*.mjs"):
            assert not (tmp_path / datei.name).exists(), datei.name
            shutil.copy(datei, tmp_path)
    return tmp_path


def test_types_of_all_scripts_hold(skripte: Path) -> None:
    assert len(list(skripte.glob("*.mjs"))) > 25
    assert _pruefe(skripte) == ""


def test_a_wrong_type_is_found(skripte: Path) -> None:
    datei = skripte / "such-abstand.mjs"
    text = datei.read_text(encoding="utf-8")
    datei.write_text(text.replace("@param {number} grenze", "@param {string} grenze"), "utf-8")
    assert "such-abstand.mjs(" in _pruefe(skripte)
