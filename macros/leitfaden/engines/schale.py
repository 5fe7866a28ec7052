"""Words and menus the templates of the shell need, as plain data."""

from __future__ import annotations

from typing import Any

from leitfaden.texts import SPRACHEN, texte_von
from leitfaden.views.seitenplan import FUSSNAVIGATION, HAUPTNAVIGATION


def huelle(stil: str, vorschau: str = "") -> dict[str, Any]:
    """Return what `config.extra.lb` holds: words by language, menus, the theme's stylesheet.

    `vorschau` names the note of a preview; empty for a site that goes public.
    """
    return {
        **{sprache: dict(texte_von(sprache)) for sprache in SPRACHEN},
        "stil": stil,
        "vorschau": vorschau,
        "navigation": [[name, f"{name}/"] for name in HAUPTNAVIGATION],
        "fussnavigation": [[name, f"{name}/"] for name in FUSSNAVIGATION],
    }
