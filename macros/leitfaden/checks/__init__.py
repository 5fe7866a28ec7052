"""Runs every check over a loaded project."""

from __future__ import annotations

from datetime import date

from leitfaden.checks.dokumente import pruefe_dokumente, pruefe_vollstaendigkeit
from leitfaden.checks.doppelung import pruefe_doppelungen
from leitfaden.checks.kapitel import pruefe_kapitel
from leitfaden.checks.messages import ist_fehler
from leitfaden.checks.redaktion import pruefe_bilder, pruefe_pruefdaten, pruefe_uebersetzungen
from leitfaden.checks.sprache import pruefe_sprache
from leitfaden.checks.texte import pruefe_texte
from leitfaden.checks.veroeffentlichung import pruefe_betreibertexte, pruefe_veroeffentlichung
from leitfaden.checks.verweise import (
    pruefe_fruehere_ids,
    pruefe_kennungen,
    pruefe_kreise,
    pruefe_titel,
    pruefe_verweise,
)
from leitfaden.findings import Finding, sort_findings
from leitfaden.source.loader import Ladung


def pruefe(ladung: Ladung, heute: date, produktion: bool = False) -> list[Finding]:
    """Return every finding of a project, sorted; `heute` decides what is overdue.

    With `produktion` the rules for a site that goes public hold as well.
    """
    befunde = [
        *ladung.findings,
        *pruefe_verweise(ladung, heute),
        *pruefe_kreise(ladung),
        *pruefe_kennungen(ladung),
        *pruefe_titel(ladung),
        *pruefe_fruehere_ids(ladung),
        *pruefe_texte(ladung),
        *pruefe_pruefdaten(ladung, heute),
        *pruefe_uebersetzungen(ladung),
        *pruefe_bilder(ladung),
        *pruefe_dokumente(ladung),
        *pruefe_kapitel(ladung),
        *pruefe_sprache(ladung),
        *pruefe_doppelungen(ladung),
        *pruefe_betreibertexte(ladung),
        *(pruefe_veroeffentlichung(ladung, heute) if produktion else ()),
        *(pruefe_vollstaendigkeit(ladung, heute) if produktion else ()),
    ]
    return sort_findings(befunde)


def hat_fehler(befunde: list[Finding]) -> bool:
    """Tell whether any finding stops the build."""
    return any(ist_fehler(befund) for befund in befunde)
