"""The measuring tools find what they are for; otherwise a zero would mean nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.pruefstand import axe
from tests.pruefstand.rundgang import gehe, oeffne_kontext
from tests.pruefstand.server import serviere

pytestmark = pytest.mark.browser

KOPF = "<!doctype html><html lang=de><meta charset=utf-8><title>Probe</title>"


@pytest.fixture
def probe(chromium: Browser) -> Iterator[Page]:
    kontext = chromium.new_context(viewport={"width": 800, "height": 600})
    yield oeffne_kontext(kontext)
    kontext.close()


def _messe(probe: Page, was: str, inhalt: str) -> list[str]:
    probe.goto("about:blank")
    probe.set_content(f"{KOPF}<body><main>{inhalt}</main>")
    return list(probe.evaluate(f"() => lbMessen.{was}()"))


# What is measured, a defect, the same without it.
PAARE = [
    ("kontrast", "<p style='color:#767676'>grau</p>", "<p style='color:#595959'>grau</p>"),
    (
        "kontrast",
        "<p style='color:#000;background:#0008'>a</p>",
        "<p style='color:#000;background:#0001'>a</p>",
    ),
    (
        "kontrast",
        "<p style='background:linear-gradient(red,blue)'>a</p>",
        "<p style='background:#eee'>a</p>",
    ),
    ("kontrast", "<div style='opacity:.5'><p>a</p></div>", "<div><p>a</p></div>"),
    ("ziele", "<button style='all:unset'>kurz</button>", "<button style='height:24px'>ok</button>"),
    ("ziele", "<ul><li><a href=x>Link</a></ul>", "<p>Ein <a href=x>Link</a> im Satz</p>"),
    (
        "ueberlauf",
        "<div style='width:900px'>a</div>",
        "<div style='overflow:auto;width:99%'>a</div>",
    ),
    (
        "textabstand",
        "<p style='height:1.2em;line-height:1.2;overflow:hidden'>Ein Satz</p>",
        "<p style='overflow:hidden'>Ein Satz</p>",
    ),
    (
        "zeichnungen",
        "<svg><rect width=9 height=9 fill=#ccc /></svg>",
        "<svg><rect width=9 height=9 fill=#777 /></svg>",
    ),
    ("uebergangen", "<a href=x>nie besucht</a>", "<p>nichts</p>"),
]


@pytest.mark.parametrize(("was", "falsch", "richtig"), PAARE)
def test_tool_tells_wrong_from_right(probe: Page, was: str, falsch: str, richtig: str) -> None:
    assert _messe(probe, was, falsch) != []
    assert _messe(probe, was, richtig) == []


# One defective stop among good ones, and what the walk should say of it.
HALTE = {
    "unsichtbar": "<a href=x style='opacity:0'>b</a>",
    "außerhalb": "<a href=x style='position:fixed;left:-900px'>b</a>",
    "verdeckt": "<a href=x>b</a><div style='position:fixed;inset:0;background:#fff'></div>",
    "Fokus nicht zu sehen": "<a href=x style='outline:0'>b</a>",
    "vor dem vorigen": "<a href=x>b</a><a href=y tabindex=1>c</a>",
}


@pytest.mark.parametrize("mangel", HALTE)
def test_walk_sees_bad_stops(probe: Page, mangel: str) -> None:
    for inhalt, erwartet in ((HALTE[mangel], True), ("<a href=x>b</a>", False)):
        probe.goto("about:blank")
        stil = "<style>:focus{outline:3px solid #000}</style>"
        probe.set_content(f"{KOPF}{stil}<body><a href=a>a</a>{inhalt}")
        maengel: list[str] = []
        for _ in range(5):
            probe.keyboard.press("Tab")
            maengel += probe.evaluate("() => lbMessen.halt()")["maengel"]
        assert any(mangel in zeile for zeile in maengel) == erwartet, maengel


def test_layout_print_sees_layout_and_not_colours(probe: Page) -> None:
    probe.set_content(f"{KOPF}<body><p>Text</p>")
    vorher = probe.evaluate("() => lbMessen.abdruck()")
    probe.add_style_tag(content="p { color: red }")
    assert probe.evaluate("() => lbMessen.abdruck()") == vorher
    probe.add_style_tag(content="p { padding: 1px }")
    assert probe.evaluate("() => lbMessen.abdruck()") != vorher


def test_axe_runs_the_wanted_rules(probe: Page) -> None:
    probe.set_content(f"{KOPF}<body><main><h1>a</h1><img src=data:,><p style='color:#767676'>Text")
    gefunden = {zeile.split(":")[0] for zeile in axe.pruefe(probe)}
    assert gefunden == {"image-alt", "color-contrast-enhanced"}
    farben = {zeile.split(":")[0] for zeile in axe.pruefe(probe, nur_farben=True)}
    assert farben == {"color-contrast-enhanced"}
    ohne = {zeile.split(":")[0] for zeile in axe.pruefe(probe, kontrast=False)}
    assert ohne == {"image-alt"}


def test_every_new_combination_of_colours_is_noticed(probe: Page) -> None:
    probe.set_content(f"{KOPF}<body><p>Eins</p><p>Zwei</p>")
    paare = "() => lbMessen.farbpaare()"
    vorher = set(probe.evaluate(paare))
    assert len(vorher) == 1
    for regel in ("color: #333", "background: #eee", "font-size: 30px", "font-weight: 700"):
        stil = probe.add_style_tag(content=f"p:last-child {{ {regel} }}")
        assert len(set(probe.evaluate(paare)) - vorher) == 1, regel
        stil.evaluate("e => e.remove()")


KNOPF = (
    "<button style='all:unset;position:absolute;left:{}px;top:0;width:{}px;height:30px'>{}</button>"
)
# Targets the rule of axe objects to, and the same without the defect.
ENG = {
    "small ones close together": (
        KNOPF.format(0, 10, "a") + KNOPF.format(11, 10, "b"),
        KNOPF.format(0, 24, "a") + KNOPF.format(24, 24, "b"),
    ),
    "one hidden by another but for a rest": (
        KNOPF.format(0, 40, "a") + KNOPF.format(10, 40, "b"),
        KNOPF.format(0, 40, "a") + KNOPF.format(40, 40, "b"),
    ),
    "links in a row without other text": (
        "<p style='font-size:9px'><a href=x>a</a> <a href=y>b</a></p>",
        "<p style='font-size:9px'>oder <a href=x>a</a> oder <a href=y>b</a></p>",
    ),
}


@pytest.mark.parametrize("fall", ENG)
def test_rule_of_targets_runs_where_it_may_object(probe: Page, fall: str) -> None:
    arten = []
    for inhalt, erwartet in zip(ENG[fall], (True, False), strict=True):
        arten.append(_messe(probe, "zielarten", inhalt))
        assert any(z.startswith(axe.ZIELREGEL) for z in axe.pruefe(probe)) is erwartet
        assert not [z for z in axe.pruefe(probe, ziele=False) if z.startswith(axe.ZIELREGEL)]
    assert arten[0]
    assert not arten[1]


def test_every_new_arrangement_of_targets_is_noticed(probe: Page) -> None:
    inhalt = KNOPF.format(0, 10, "a") + KNOPF.format(30, 24, "b")
    (vorher,) = _messe(probe, "zielarten", inhalt)
    # Somewhere else on the page, but the same for all that is near it.
    (verschoben,) = _messe(probe, "zielarten", f"<div style='position:absolute;top:99px'>{inhalt}")
    assert verschoben.partition("\n")[2] == vorher.partition("\n")[2]
    for anders in (inhalt.replace("left:30", "left:29"), inhalt.replace("width:10", "width:11")):
        assert _messe(probe, "zielarten", anders) != [vorher]


def test_tour_notes_every_kind_of_defect(tmp_path: Path) -> None:
    (tmp_path / "a.mjs").write_text("localStorage.setItem('a', 'b');", encoding="utf-8")
    (tmp_path / "404.html").write_text(KOPF, encoding="utf-8")
    (tmp_path / "index.html").write_text(
        f"{KOPF}<script type=module src=a.mjs></script><script>verboten()</script><body>"
        "<main><h1>a</h1><div class=breit><img src=https://fremd.example/a.png></div></main>",
        encoding="utf-8",
    )
    with serviere(tmp_path) as adresse:
        (befund,) = gehe(adresse, ["index.html"], zahl=1)
    for art in ("axe", "regelverstoss", "konsole", "gespeichert"):
        assert befund.maengel[art], art
    assert {a.removeprefix(adresse) for a in befund.adressen} == {"", "a.mjs"}
    assert befund.gewicht(tmp_path) > befund.gewicht(tmp_path, (".mjs",)) > 0
