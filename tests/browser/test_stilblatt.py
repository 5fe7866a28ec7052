"""The stylesheet with only the rules in use gives every element the looks of the whole one."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.projekt import WURZEL

pytestmark = pytest.mark.browser

IM_DRUCK = ("massnahmen/informationssicherheit/", "vorlagen/kostenverteilung/")
SEITEN = (
    "",
    "massnahmen/informationssicherheit/",
    "massnahmen/",
    "praxisbeispiele/partheland/",
    "vorlagen/kostenverteilung/",
    "mitwirken/",
)
# What no rule of either stylesheet sets, looks the same by itself. Custom properties by themselves
# are nothing to see: what uses them is compared.
_GESETZT = """() => {
  const namen = new Set();
  let zahl = 0;
  const sammle = (regeln) => { for (const regel of regeln) {
    zahl += 1;
    for (const name of regel.style ?? []) if (!name.startsWith("--")) namen.add(name);
    sammle(regel.cssRules ?? []);
  } };
  for (const blatt of document.styleSheets) sammle(blatt.cssRules);
  return [[...namen], zahl];
}"""
_AUSSEHEN = """(namen) => {
  const zahl = new Map();
  const ort = (e) => (e ? `${ort(e.parentElement)}>${e.localName}.${e.className}` : "");
  const gesehen = (weg) => zahl.set(weg, (zahl.get(weg) ?? 0) + 1).get(weg) > 2;
  return [...document.querySelectorAll("*")].filter((e) => !gesehen(ort(e))).map((e) =>
  [null, "::before", "::after", "::marker"].map((teil) => {
    const s = getComputedStyle(e, teil);
    if (teil && (s.content === "none" || s.display === "none")) return "";
    return namen.map((name) => `${name}:${s.getPropertyValue(name)}`).join(";");
  }).join("|") + " " + e.localName + "." + e.className);
}"""

# Scripts show it.
_SKRIPTE_FERTIG = ".lb-farbwahl:not([hidden])"


def _ganzes_stilblatt() -> str:
    fund = find_spec("material")
    assert fund is not None
    assert fund.submodule_search_locations is not None
    ordner = Path(fund.submodule_search_locations[0])
    (thema,) = ordner.glob("templates/assets/stylesheets/main.*.min.css")
    eigenes = WURZEL / "overrides/assets/stylesheets/lb.css"
    return thema.read_text(encoding="utf-8") + eigenes.read_text(encoding="utf-8")


def test_every_element_looks_as_with_all_rules_of_the_theme(seite: Page) -> None:
    ganz = _ganzes_stilblatt()
    seite.emulate_media(reduced_motion="reduce")
    for pfad in SEITEN:
        for medium in ("screen", "print") if pfad in IM_DRUCK else ("screen",):
            seite.emulate_media(media=medium)  # type: ignore[arg-type]
            seite.route("**/lb.css*", lambda weg: weg.fulfill(body=ganz, content_type="text/css"))
            _oeffne(seite, pfad)
            namen, alle_regeln = seite.evaluate(_GESETZT)
            erwartet = seite.evaluate(_AUSSEHEN, namen)
            seite.unroute("**/lb.css*")
            _oeffne(seite, pfad)
            davon, regeln = seite.evaluate(_GESETZT)
            assert 0 < regeln < alle_regeln
            assert set(davon) <= set(namen)
            sparsam = seite.evaluate(_AUSSEHEN, namen)
            assert len(erwartet) > 100
            anders = [(a, b) for a, b in zip(sparsam, erwartet, strict=True) if a != b]
            assert not anders, f"{pfad} ({medium}): {_unterschied(*anders[0])}"


def _oeffne(seite: Page, pfad: str) -> None:
    seite.goto(f"/{pfad}", wait_until="networkidle")
    seite.wait_for_selector(_SKRIPTE_FERTIG, state="attached")


def _unterschied(eins: str, anderes: str) -> str:
    zeilen = set(eins.split(";")) ^ set(anderes.split(";"))
    return f"{sorted(zeilen)[:8]} {eins[-80:]}"
