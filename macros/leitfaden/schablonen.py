"""The settings all our Jinja templates share, for pages, Office files and server files."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined


def schablonen(paket: str, **weitere: Any) -> Environment:
    """Return an environment for the templates of a package; a missing value is an error."""
    einstellungen: dict[str, Any] = {
        "autoescape": True,
        "undefined": StrictUndefined,
        "trim_blocks": True,
        "lstrip_blocks": True,
        # Templates are part of the program: nobody changes them during a build.
        "auto_reload": False,
        **weitere,
    }
    return Environment(loader=PackageLoader(paket), **einstellungen)
