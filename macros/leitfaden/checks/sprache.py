"""Runs the rules for wording over every record and page, cheapest first."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from itertools import islice
from multiprocessing.connection import Connection

from leitfaden.checks.abkuerzungen import bekannte_abkuerzungen, pruefe_abkuerzungen
from leitfaden.checks.fremdsprache import hat_deutsche_woerter, pruefe_fremdsprache
from leitfaden.checks.laenge import hat_langen_satz, pruefe_eintrag, pruefe_felder, pruefe_saetze
from leitfaden.checks.lesbarkeit import ist_schwer, pruefe_fliesstext, pruefe_kurze_texte
from leitfaden.checks.textstellen import schriftstuecke
from leitfaden.checks.zahlen import Zahlregeln, pruefe_zahlen
from leitfaden.checks.zeichen import (
    hat_doppeltes_wort,
    hat_falsche_zeichen,
    pruefe_doppelte_woerter,
    pruefe_zeichen,
)
from leitfaden.findings import Finding
from leitfaden.source.loader import Ladung, kann_teilen

# A rule looks at single texts only where its cheap first look at the whole finds a reason.
REGELN = (
    (hat_langen_satz, pruefe_saetze),
    (ist_schwer, pruefe_fliesstext),
    (hat_falsche_zeichen, pruefe_zeichen),
    (hat_doppeltes_wort, pruefe_doppelte_woerter),
    (hat_deutsche_woerter, pruefe_fremdsprache),
)


def pruefe_sprache(ladung: Ladung) -> Iterator[Finding]:
    """Texts are short, readable, typographically right and agree with each other.

    With many records a second process looks at half of them: it inherits what is loaded, and
    returns only findings.
    """
    if not kann_teilen(ladung.dateien):
        yield from _pruefe_teil(ladung, slice(None))
        return
    umgebung = multiprocessing.get_context("fork")
    hinten, vorn = umgebung.Pipe(duplex=False)
    helfer = umgebung.Process(target=_sende_teil, args=(vorn, ladung), daemon=True)
    helfer.start()
    vorn.close()
    try:
        yield from _pruefe_teil(ladung, slice(0, None, 2))
        yield from hinten.recv()
    finally:
        helfer.join()


def _sende_teil(ziel: Connection, ladung: Ladung) -> None:
    ziel.send(list(_pruefe_teil(ladung, slice(1, None, 2))))
    ziel.close()


def _pruefe_teil(ladung: Ladung, teil: slice) -> Iterator[Finding]:
    bekannt = bekannte_abkuerzungen(ladung)
    zahlregeln = Zahlregeln(ladung.wortlisten.fakten)
    for stueck in islice(schriftstuecke(ladung), teil.start, teil.stop, teil.step):
        yield from pruefe_felder(stueck)
        yield from pruefe_eintrag(stueck)
        yield from pruefe_kurze_texte(stueck)
        yield from pruefe_abkuerzungen(stueck, bekannt)
        yield from pruefe_zahlen(stueck, zahlregeln)
        for verdacht, pruefe in REGELN:
            if verdacht(stueck):
                yield from pruefe(stueck)
