"""What the hook of MkDocs calls: prepare the build tree, complete the built site."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority

from leitfaden.checks.berichte import als_text
from leitfaden.engines.bestand import aktualisiere, bestand
from leitfaden.engines.mkdocs_macros import projekt_von
from leitfaden.engines.nacharbeit import vervollstaendige
from leitfaden.engines.schale import huelle
from leitfaden.render.seitenbaum import schreibe_seitenbaum

# Set by our own build, which checks, writes the tree and completes the site itself.
EIGENER_BAU = "LEITFADEN_SPRACHE"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Write the build tree and hand the words of the shell to the templates."""
    projekt = projekt_von(config)
    config.extra["lb"] = huelle(_stilbogen(config))
    if not os.environ.get(EIGENER_BAU):
        daten = aktualisiere(projekt)
        if daten.hat_fehler:
            print(als_text(projekt, daten.befunde, daten.ladung.dateien))
            raise Abort("Die Daten enthalten Fehler; es wurde nichts gebaut.")
        schreibe_seitenbaum(daten.plaene, projekt, Path(config.docs_dir))
    return config


def _stilbogen(config: MkDocsConfig) -> str:
    """Find the theme's main stylesheet; its name carries a hash of its content."""
    for ordner in config.theme.dirs:
        for datei in sorted(Path(ordner, "assets", "stylesheets").glob("main.*.min.css")):
            return f"assets/stylesheets/{datei.name}"
    return ""


@event_priority(-200)
def on_post_build(config: MkDocsConfig) -> None:
    """Complete the site after the last language; our own build does that by itself."""
    i18n: Any = config.plugins.get("i18n")
    if os.environ.get(EIGENER_BAU) or getattr(i18n, "building", False):
        return
    daten = bestand(projekt_von(config))
    vervollstaendige(Path(config.site_dir), daten, str(config.site_url or ""))


def on_serve(server: Any, config: MkDocsConfig, builder: Any) -> Any:
    """Watch the sources only: the build tree is written by every build."""
    server.unwatch(config.docs_dir)
    return server
