"""Runs the rules for wording over every record and page, cheapest first."""

from __future__ import annotations

from collections.abc import Iterator

from leitfaden.checks.abkuerzungen import bekannte_abkuerzungen, pruefe_abkuerzungen
from leitfaden.checks.fremdsprache import hat_deutsche_woerter, pruefe_fremdsprache
from leitfaden.checks.laenge import hat_langen_satz, pruefe_felder, pruefe_saetze
from leitfaden.checks.lesbarkeit import ist_schwer, pruefe_lesbarkeit
from leitfaden.checks.textstellen import schriftstuecke
from leitfaden.checks.zahlen import Zahlregel, pruefe_zahlen
from leitfaden.checks.zeichen import (
    hat_doppeltes_wort,
    hat_falsche_zeichen,
    pruefe_doppelte_woerter,
    pruefe_zeichen,
)
from leitfaden.findings import Finding
from leitfaden.source.loader import Ladung

# A rule looks at single texts only where its cheap first look at the whole finds a reason.
REGELN = (
    (hat_langen_satz, pruefe_saetze),
    (ist_schwer, pruefe_lesbarkeit),
    (hat_falsche_zeichen, pruefe_zeichen),
    (hat_doppeltes_wort, pruefe_doppelte_woerter),
    (hat_deutsche_woerter, pruefe_fremdsprache),
)


def pruefe_sprache(ladung: Ladung) -> Iterator[Finding]:
    """Texts are short, readable, typographically right and agree with each other."""
    bekannt = bekannte_abkuerzungen(ladung)
    zahlregeln = [Zahlregel.aus(fakt) for fakt in ladung.wortlisten.fakten]
    for stueck in schriftstuecke(ladung):
        yield from pruefe_felder(stueck)
        yield from pruefe_abkuerzungen(stueck, bekannt)
        yield from pruefe_zahlen(stueck, zahlregeln)
        for verdacht, pruefe in REGELN:
            if verdacht(stueck):
                yield from pruefe(stueck)
