"""Pictures of shared links: size, weight, same bytes, titles that fit, colours of the site."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from leitfaden.engines.vorschaubilder import schreibe_vorschaubilder
from leitfaden.model.felder import Farbe, Symbol
from leitfaden.render.svgpfad import pfadzuege, zuege
from leitfaden.render.umgebung import makro
from leitfaden.render.vorschaubild import (
    FARBEN,
    SCHMAL,
    fingerabdruck,
    passende_zeilen,
    zeichne,
    zeilenhoehe,
)
from leitfaden.views.bibliothek import Bibliothek
from leitfaden.views.seitenplan import Seitenplan
from leitfaden.views.vorschaubild import Vorschaubild, alle_bilder, bild_der_seite

HOECHSTENS = 60_000


@pytest.fixture
def bild(bibliotheken: dict[str, Bibliothek]) -> Vorschaubild:
    return next(b for b in alle_bilder(bibliotheken["de"]) if b.kennung == "M21")


@pytest.mark.parametrize("sprache", ["de", "en"])
def test_every_picture_has_the_size_networks_want_and_is_light(
    bibliotheken: dict[str, Bibliothek], sprache: str
) -> None:
    for bild in alle_bilder(bibliotheken[sprache]):
        png = zeichne(bild)
        offen = Image.open(io.BytesIO(png))
        assert (offen.format, offen.size) == ("PNG", (1200, 630))
        assert len(png) <= HOECHSTENS
        assert len(offen.convert("RGB").getcolors(1 << 20) or []) > 10


@pytest.mark.parametrize("sprache", ["de", "en"])
def test_every_page_has_a_picture_that_is_drawn(
    bibliotheken: dict[str, Bibliothek], sprache: str
) -> None:
    gezeichnet = {b.pfad for bib in bibliotheken.values() for b in alle_bilder(bib)}
    plan = Seitenplan(bibliotheken[sprache])
    for seite in plan.seiten:
        assert bild_der_seite(plan.bib, seite).pfad in gezeichnet, seite.url
    zahl = sum(len(bibliotheken["de"].katalog.von(t)) for t in ("massnahme", "praxisbeispiel"))
    eigene = {bild_der_seite(plan.bib, s).pfad for s in plan.seiten}
    assert len(eigene) < zahl + 6, "examples share a picture"


def test_same_words_give_the_same_bytes(bild: Vorschaubild) -> None:
    assert zeichne(bild) == zeichne(replace(bild))
    assert zeichne(bild) != zeichne(replace(bild, titel="Anders"))


def test_unchanged_pictures_are_not_drawn_again(bild: Vorschaubild, tmp_path: Path) -> None:
    vorrat, site = tmp_path / "vorrat", tmp_path / "site"
    anderes = replace(bild, pfad="vorschaubilder/x.png", kennung="M99")
    assert schreibe_vorschaubilder([bild, anderes], vorrat, site) == 2
    assert (site / bild.pfad).read_bytes() == zeichne(bild)
    assert schreibe_vorschaubilder([bild, anderes], vorrat, tmp_path / "zweite") == 0
    assert (tmp_path / "zweite" / bild.pfad).read_bytes() == zeichne(bild)
    neu = replace(bild, titel="Neuer Titel")
    assert schreibe_vorschaubilder([neu], vorrat, site) == 1
    assert (site / bild.pfad).read_bytes() == zeichne(neu)
    assert len(list(vorrat.iterdir())) == 1


@pytest.mark.parametrize(
    "aenderung",
    [{"titel": "x"}, {"art": "x"}, {"kennung": "M01"}, {"website": "x"}, {"untertitel": "x"},
     {"farbe": Farbe.BLAU}, {"symbol": Symbol.MENSCHEN}],
)  # fmt: skip
def test_fingerprint_follows_everything_that_is_drawn(
    bild: Vorschaubild, aenderung: dict[str, object]
) -> None:
    anderes = replace(bild, **aenderung)  # type: ignore[arg-type]
    assert fingerabdruck(anderes) != fingerabdruck(bild)
    assert zeichne(anderes) != zeichne(bild)


@pytest.mark.parametrize(
    ("titel", "zeilen"),
    [
        ("Kurz", 1),
        ("Beauftragte für Informationssicherheit gemeinsam bestellen und Management starten", 4),
        ("Wort " * 19 + "Ende", 4),
        ("Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz" * 2, 4),
    ],
)
def test_long_titles_fit(titel: str, zeilen: int) -> None:
    ist, schrift = passende_zeilen(titel, SCHMAL, 280)
    assert len(ist) <= zeilen
    assert all(schrift.getlength(zeile) <= SCHMAL for zeile in ist)
    assert len(ist) * zeilenhoehe(schrift) <= 280
    assert "".join(ist).replace("-", "").replace(" ", "") == titel.replace(" ", "")


def test_lines_are_even() -> None:
    zeilen, schrift = passende_zeilen("Datenschutz gemeinsam organisieren und prüfen", SCHMAL, 280)
    breiten = [schrift.getlength(z) for z in zeilen]
    assert min(breiten) > 0.5 * max(breiten)


def test_colours_are_those_of_the_site(projekt: Path) -> None:
    stil = (projekt / "overrides/assets/stylesheets/lb.css").read_text(encoding="utf-8")
    for farbe, wert in FARBEN.items():
        assert re.search(rf"--{farbe.value}: (#\w+);", stil)[1] == wert  # type: ignore[index]
    assert set(FARBEN) == set(Farbe)


@pytest.mark.parametrize("symbol", list(Symbol))
def test_every_icon_can_be_drawn_and_stays_in_its_field(symbol: Symbol) -> None:
    linien = list(zuege(makro("symbole.j2", "pfad")(symbol.value)))
    assert linien
    assert all(0 <= wert <= 24 for zug in linien for punkt in zug for wert in punkt)


@pytest.mark.parametrize(
    ("d", "soll"),
    [
        ("M1 2h3v4z", [[(1, 2), (4, 2), (4, 6), (1, 2)]]),
        ("m1 2 3 4-5-6z", [[(1, 2), (4, 6), (-1, 0), (1, 2)]]),
        ("M1 1L2 2M5 5l1 1", [[(1, 1), (2, 2)], [(5, 5), (6, 6)]]),
        ("M1 1h2zm4 4h1", [[(1, 1), (3, 1), (1, 1)], [(5, 5), (6, 5)]]),
    ],
)
def test_straight_paths(d: str, soll: list[list[tuple[float, float]]]) -> None:
    assert list(pfadzuege(d)) == soll


def test_curves_end_where_they_should() -> None:
    kreis = next(pfadzuege("M0 0a2 2 0 0 1 2 2"))
    assert kreis[-1] == pytest.approx((2, 2))
    assert all((x - 0) ** 2 + (y - 2) ** 2 == pytest.approx(4) for x, y in kreis)
    links = next(pfadzuege("M0 0a2 2 0 0 0 2 2"))
    assert all((x - 2) ** 2 + (y - 0) ** 2 == pytest.approx(4) for x, y in links)
    glatt = next(pfadzuege("M0 0c0 3 1 5 4 5S8 3 8 0"))
    assert glatt[-1] == pytest.approx((8, 0))
    steigung = (glatt[25][1] - glatt[24][1]) / (glatt[25][0] - glatt[24][0])
    assert abs(steigung) < 0.2, "the second curve goes on in the direction of the first"


def test_unknown_parts_of_an_icon_are_refused() -> None:
    with pytest.raises(ValueError, match="ellipse"):
        list(zuege('<ellipse cx="1" cy="1" rx="1" ry="2"/>'))
    with pytest.raises(ValueError, match="T"):
        list(pfadzuege("M0 0T1 1"))
