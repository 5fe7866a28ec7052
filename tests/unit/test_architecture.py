"""Everything below the engines works where no generator is installed."""

from __future__ import annotations

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
