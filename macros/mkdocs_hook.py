"""Hook of MkDocs: calls the library and does nothing else."""

from __future__ import annotations

import sys
from pathlib import Path

_HIER = str(Path(__file__).resolve().parent)
if _HIER not in sys.path:
    sys.path.insert(0, _HIER)

from leitfaden.engines.mkdocs_hook import (  # noqa: E402
    on_config,
    on_page_content,
    on_page_markdown,
    on_post_build,
    on_post_page,
    on_serve,
    on_startup,
)

__all__ = [
    "on_config",
    "on_page_content",
    "on_page_markdown",
    "on_post_build",
    "on_post_page",
    "on_serve",
    "on_startup",
]
