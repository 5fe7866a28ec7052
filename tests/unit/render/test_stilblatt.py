"""Of a stylesheet stays what pages can use, and nothing else."""

from __future__ import annotations

import pytest

from leitfaden.render.stilauswahl import Namen
from leitfaden.render.stilblatt import StilblattError, spare

NAMEN = Namen(
    elemente=frozenset(("p", "a", "table")),
    klassen=frozenset(("da",)),
    kennungen=frozenset(("ort",)),
    merkmale=frozenset(("hidden", "type", "checkbox")),
)


@pytest.mark.parametrize(
    ("css", "bleibt"),
    [
        (".da{a:b}", ".da{a:b}"),
        (".weg{a:b}", ""),
        (".da .weg{a:b}", ""),
        (".da.weg,.da>p{a:b}", ".da>p{a:b}"),
        ("#ort,#weg{a:b}", "#ort{a:b}"),
        ("video{a:b}", ""),
        ("P{a:b}", "P{a:b}"),
        ("*,::before{a:b}", "*,::before{a:b}"),
        ("[hidden]{a:b}[dir]{a:b}", "[hidden]{a:b}"),
        ("[type=checkbox]{a:b}[type=radio]{a:b}", "[type=checkbox]{a:b}"),
        ('[type="checkbox"]{a:b}[type^="ra"]{a:b}', '[type="checkbox"]{a:b}[type^="ra"]{a:b}'),
        ("p:not(.weg){a:b}", "p:not(.weg){a:b}"),
        ("p:is(.weg,.da){a:b}p:where(.weg){a:b}", "p:is(.weg,.da){a:b}"),
        ("a:has(>.weg){a:b}", ""),
        ("p:nth-child(2n){a:b}", "p:nth-child(2n){a:b}"),
        ("p{}", ""),
        # A browser that does not know one selector drops the rule; so it must stay in the list.
        (".weg::-moz-x,p{a:b}", ".weg::-moz-x,p{a:b}"),
    ],
)
def test_selectors(css: str, bleibt: str) -> None:
    assert spare(css, NAMEN) == bleibt


def test_conditions_stay_around_what_stays() -> None:
    css = "@media print{@supports (a:b){p{c:d}.weg{e:f}}}@media screen{.weg{a:b}}"
    assert spare(css, NAMEN) == "@media print{@supports (a:b){p{c:d}}}"


def test_custom_properties_stay_if_something_leads_to_them() -> None:
    css = (
        ":root{--a:var( --b,1px);--b:2px;--c:3px;--d:var(--c);--e:4px;--g:5px}"
        "p{x:var(--a)}.weg{x:var(--d)}@page{margin:var(--g)}"
    )
    bleibt = ":root{--a:var( --b,1px);--b:2px;--e:4px;--g:5px}p{x:var(--a)}@page{margin:var(--g)}"
    assert spare(css, NAMEN, andere="a { x: var(--e) }") == bleibt


def test_custom_properties_that_name_each_other_do_not_hold_each_other() -> None:
    assert spare(":root{--a:var(--b);--b:var(--a)}", NAMEN) == ""


def test_animations_and_fonts_stay_if_they_are_named() -> None:
    css = (
        "@keyframes rein{to{a:var(--x)}}@keyframes weg{to{a:var(--y)}}:root{--x:1;--y:2}"
        '@font-face{font-family:"Eigen";src:a}@font-face{font-family:Fremd;src:b}'
        "p{animation:rein 1s;font-family:Eigen}.weg{animation:weg 1s;font-family:Fremd}"
    )
    bleibt = spare(css, NAMEN)
    assert "@keyframes rein" in bleibt
    assert "Eigen" in bleibt
    assert "--x:1" in bleibt
    for weg in ("weg", "Fremd", "--y"):
        assert weg not in bleibt
    assert "@keyframes weg" in spare(css, NAMEN, andere="a{animation:weg}")


def test_what_matters_for_the_cascade_stays() -> None:
    css = '@charset "UTF-8";p{a:b!important;c:d}a{e:f}p{a:g}'
    assert spare(css, NAMEN) == css


@pytest.mark.parametrize("css", ["p{a:b}}", "p{a:b} .rest", "p{:b}", "@media print{p{a:b}.rest}"])
def test_what_cannot_be_read_is_an_error_with_its_place(css: str) -> None:
    with pytest.raises(StilblattError, match=r"Zeile 1, Spalte \d+"):
        spare(css, NAMEN)
