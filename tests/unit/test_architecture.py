"""Everything below the engines works where no generator is installed."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

PROBE = """
import importlib, pkgutil, sys
from datetime import date
from pathlib import Path

GESPERRT = ("mkdocs", "mkdocs_macros", "mkdocs_static_i18n", "material", "zensical", "pagefind")
for name in GESPERRT:
    sys.modules[name] = None  # importing it raises ImportError

import leitfaden
OBEN = ("leitfaden.engines", "leitfaden.cli", "leitfaden.befehle")
geladen = []
for modul in pkgutil.walk_packages(leitfaden.__path__, "leitfaden."):
    if not modul.name.startswith(OBEN):
        importlib.import_module(modul.name)
        geladen.append(modul.name)
assert not [m for m in sys.modules if m.startswith("leitfaden.engines.")]

from leitfaden.checks import pruefe
from leitfaden.render import satzseite
from leitfaden.source.loader import lade
from leitfaden.views.bibliothek import Bibliothek
from leitfaden.views.seitenplan import Seitenplan
heute = date(2026, 11, 22)
ladung = lade(Path(sys.argv[1]))
assert pruefe(ladung, heute) == []
for sprache in ("de", "en"):
    plan = Seitenplan(Bibliothek(ladung.katalog, sprache, heute))
    for seite in plan.seiten:
        assert satzseite.markdown_datei(plan, seite)[1]
        if seite.art != "kapitel":
            assert satzseite.inhalt(plan, seite.url)
print(len(geladen))
"""


def test_everything_below_the_engines_works_without_a_generator(small: Path) -> None:
    lauf = subprocess.run(
        [sys.executable, "-W", "error", "-c", PROBE, str(small)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONWARNINGS": "error"},
    )
    assert lauf.returncode == 0, lauf.stderr
    assert int(lauf.stdout) > 30


def test_no_file_is_written_with_the_line_ends_of_the_system(projekt: Path) -> None:
    """On Windows the same site would have other bytes, and checksums would be wrong."""
    quellen = sorted((projekt / "macros").rglob("*.py"))
    assert len(quellen) > 100
    offen = [
        f"{quelle.relative_to(projekt)}:{aufruf.lineno}"
        for quelle in quellen
        for aufruf in ast.walk(ast.parse(quelle.read_text(encoding="utf-8")))
        if isinstance(aufruf, ast.Call) and _schreibt_text(aufruf)
        if "newline" not in {angabe.arg for angabe in aufruf.keywords}
    ]
    assert offen == []


def _schreibt_text(aufruf: ast.Call) -> bool:
    name = ast.unparse(aufruf.func).rpartition(".")[2]
    worte = {teil.value for teil in aufruf.args if isinstance(teil, ast.Constant)}
    return name == "write_text" or (name == "open" and bool(worte & {"w", "a", "x"}))
