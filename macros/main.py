"""Entry of the macros plugin: makes the package importable and registers its macros."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

_HIER = str(Path(__file__).resolve().parent)
if _HIER not in sys.path:
    sys.path.insert(0, _HIER)


def define_env(env: Any) -> None:
    """Register the macros of the library; called by the engine, once or once per page."""
    from leitfaden.engines.mkdocs_macros import registriere

    registriere(env)
