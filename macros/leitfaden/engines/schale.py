"""Words and menus the templates of the shell need, as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from leitfaden.engines.beilagen import BEILAGEN
from leitfaden.render.betrieb import Beilage
from leitfaden.texts import SPRACHEN, texte_von
from leitfaden.views.seitenplan import FUSSNAVIGATION, HAUPTNAVIGATION


def _wie_sie_liegt(name: str) -> Beilage:
    """Stand in for what is not known, as with another engine."""
    return {"adresse": name, "integritaet": ""}


def huelle(
    vorschau: str = "",
    beilagen: Mapping[str, Beilage] | None = None,
    inhaltsregel: str = "",
) -> dict[str, Any]:
    """Return what `config.extra.lb` holds: words by language, menus, files of every page.

    `vorschau` names the note of a preview; empty for a site that goes public. `inhaltsregel` is
    the Content-Security-Policy a page declares by itself; empty where it would be in the way.
    """
    return {
        **{sprache: dict(texte_von(sprache)) for sprache in SPRACHEN},
        "vorschau": vorschau,
        "beilagen": {name: (beilagen or {}).get(name, _wie_sie_liegt(name)) for name in BEILAGEN},
        "inhaltsregel": inhaltsregel,
        "navigation": [[name, f"{name}/"] for name in HAUPTNAVIGATION],
        "fussnavigation": [[name, f"{name}/"] for name in FUSSNAVIGATION],
    }
