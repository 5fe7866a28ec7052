"""What the checks know about macros must be what the macros take."""

from __future__ import annotations

import inspect

import pytest

from leitfaden.render.makros import IN_DER_ZEILE, Makros
from leitfaden.views.makrokunde import MAKROS


@pytest.mark.parametrize("name", MAKROS)
def test_macro_takes_exactly_the_described_arguments(name: str) -> None:
    kunde = MAKROS[name]
    parameter = list(inspect.signature(getattr(Makros, name)).parameters.values())[1:]
    if kunde.beliebig_viele:
        assert [p.kind for p in parameter] == [inspect.Parameter.VAR_POSITIONAL]
        return
    assert [p.name for p in parameter] == list(kunde.angaben)
    for p in parameter:
        assert (p.default is inspect.Parameter.empty) is kunde.angaben[p.name].pflicht


def test_every_macro_is_described() -> None:
    methoden = {n for n, _ in inspect.getmembers(Makros, inspect.isfunction) if n[0] != "_"}
    assert methoden == set(MAKROS)
    assert set(MAKROS) >= IN_DER_ZEILE
