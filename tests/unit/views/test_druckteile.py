"""Groups of parts that are set together."""

from __future__ import annotations

from dataclasses import replace

import pytest

from leitfaden.views.bibliothek import Bibliothek
from leitfaden.views.buch import Buch, Buchbau
from leitfaden.views.druckteile import druckteile
from leitfaden.views.seitenplan import Seitenplan


@pytest.fixture
def buch(bibliotheken: dict[str, Bibliothek]) -> Buch:
    return Buchbau(Seitenplan(bibliotheken["de"])).leitfaden()


def test_records_stand_alone_and_chapters_follow_each_other(buch: Buch) -> None:
    gruppen = [[teil.anker for _, teil in d.teile] for d in druckteile(buch)]
    assert gruppen == [
        ["einfuehrung", "einfuehrung-grundbegriffe"],
        ["handlungsfelder", "massnahmen"],
        ["handlungsfelder-strategie-und-steuerung"],
        ["massnahmen-status-quo-ermitteln"],
        ["massnahmen-digital-navigatoren"],
        ["handlungsfelder-technik-und-sicherheit"],
        ["massnahmen-datenschutz"],
        ["szenarien"],
        ["szenarien-am-anfang"],
        ["praxisbeispiele"],
        ["praxisbeispiele-erzgebirge"],
        ["praxisbeispiele-partheland"],
        ["vorlagen"],
        ["glossar"],
    ]


def test_nothing_is_lost_and_levels_stay(buch: Buch) -> None:
    gesetzt = [paar for d in druckteile(buch) for paar in d.teile]
    assert gesetzt == [(e, teil) for e, teil in buch.alle_teile() if teil.art != "abschnitt"]
    eroeffnet = [d.abschnitt.anker for d in druckteile(buch) if d.eroeffnet]
    assert eroeffnet == [abschnitt.anker for abschnitt in buch.teile]


def test_what_takes_two_open_pages_begins_on_the_left_unless_it_opens_a_section(
    buch: Buch,
) -> None:
    arten = [d.teile[0][1].art for d in druckteile(buch) if d.doppelseite]
    assert arten == ["handlungsfeld", "massnahme", "massnahme", "handlungsfeld", "massnahme"]
    abschnitt = next(t for t in buch.teile if t.anker == "teil-handlungsfelder")
    ohne_kapitel = tuple(t for t in abschnitt.teile if t.art != "kapitel")
    nur = replace(buch, teile=(replace(abschnitt, teile=ohne_kapitel),))
    erstes, *weitere = druckteile(nur)
    assert (erstes.eroeffnet, erstes.doppelseite) == (True, False)
    assert all((d.eroeffnet, d.doppelseite) == (False, True) for d in weitere)
