"""The index of a tiny site: what a browser loads of it, and that all of it can be found."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from leitfaden.engines import pagefind
from leitfaden.engines.cbor import Wert, entschluessle, verschluessle
from leitfaden.engines.pagefind import Indexlauf, PagefindError, erzeuge_index
from leitfaden.engines.pagefind_dateien import entpacke, packe
from leitfaden.engines.pagefind_stuecke import nummeriere_seiten, schneide
from leitfaden.render.suchfassung import rendere_suchseite
from leitfaden.views.suchplan import Suchangaben
from leitfaden.views.suchworte import Helferworte

SEITE = (
    "<main data-pagefind-body><h1>Der Vertrag</h1><table><caption>Wer was tut</caption>"
    "<tr><th>Aufwand</th><th>Horizont</th></tr><tr><th>gering</th><td>und sofort</td></tr>"
    "</table><details><summary>Hinweis</summary>Kosten und Nutzen</details></main>"
)


FILTER = '<meta data-pagefind-filter="{}[content]" content="{}">'


def schreibe_fassung(fassung: Path, anzahl: int, schritt: int = 1) -> Path:
    """Write the search copy of a site whose pages differ in what they can be filtered by.

    With `schritt` -1 the last page is written first.
    """
    for nummer in range(anzahl)[::schritt]:
        angaben = Suchangaben("massnahme", Helferworte(kern=("geheimwort",)))
        filter_ = "".join(FILTER.format(f"merkmal{m}", (nummer + m) % 7) for m in range(5))
        datei = fassung / f"seite-{nummer:02}" / "index.html"
        datei.parent.mkdir(parents=True)
        datei.write_text(rendere_suchseite("de", angaben, filter_, SEITE), encoding="utf-8")
    (fassung / "worte" / "de").mkdir(parents=True)
    (fassung / "worte" / "de" / "v.txt").write_text("0aVertrag", encoding="utf-8")
    return fassung


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    ziel = tmp_path_factory.mktemp("ziel") / "index"
    erzeuge_index(schreibe_fassung(tmp_path_factory.mktemp("fassung"), 3), ziel)
    return ziel


def dateien(ordner: Path) -> dict[str, bytes]:
    alle = (d for d in ordner.rglob("*") if d.is_file())
    return {d.relative_to(ordner).as_posix(): d.read_bytes() for d in alle}


def test_the_same_pages_give_the_same_files(tmp_path: Path) -> None:
    # Seven values in each of six filters: that two runs write them alike by chance is no worry.
    for lauf, schritt in (("eins", 1), ("zwei", -1)):
        fassung = schreibe_fassung(tmp_path / f"{lauf}-fassung", 30, schritt)
        erzeuge_index(fassung, tmp_path / lauf)
    erster, zweiter = dateien(tmp_path / "eins"), dateien(tmp_path / "zwei")
    assert sorted(erster) == sorted(zweiter)
    assert [name for name, inhalt in erster.items() if zweiter[name] != inhalt] == []


def test_filters_are_sorted_and_all_there(tmp_path: Path) -> None:
    erzeuge_index(schreibe_fassung(tmp_path / "fassung", 14), tmp_path / "index")
    gelesen = {}
    for datei in (tmp_path / "index" / "filter").iterdir():
        match entschluessle(entpacke(datei)):
            case [str(name), list(werte)]:
                gelesen[name] = werte
    paare = [[str(w), [(w - m) % 7 + n for n in (0, 7)]] for m in (0, 3) for w in range(7)]
    assert gelesen["merkmal0"] == paare[:7]
    assert gelesen["merkmal3"] == paare[7:]


def test_another_filter_makes_another_index(tmp_path: Path, index: Path) -> None:
    fassung = schreibe_fassung(tmp_path / "fassung", 3)
    seite = fassung / "seite-00" / "index.html"
    text = seite.read_text("utf-8").replace(FILTER.format("merkmal0", 0), "")
    seite.write_text(text, encoding="utf-8")
    erzeuge_index(fassung, tmp_path / "index")
    ordner = {d.name for d in (tmp_path / "index" / "fragment").iterdir()}
    assert ordner.isdisjoint(d.name for d in (index / "fragment").iterdir())


def inhalte(index: Path) -> list[dict[str, object]]:
    return [json.loads(entpacke(d)) for d in sorted(index.glob("fragment/*/*.pf_fragment"))]


def eintraege(index: Path) -> dict[str, list[Any]]:
    """Return the words of the index, with all that is known of them."""
    alle: list[Any] = []
    for datei in index.glob("index/*/*.pf_index"):
        match entschluessle(entpacke(datei)):
            case [list(eintraege)]:
                alle += eintraege
    return {eintrag[0]: eintrag for eintrag in alle}


def seiten(index: Path) -> list[str]:
    """Return the addresses of pages in the order of their numbers."""
    nach_nummer = sorted(index.glob("fragment/*/*.pf_fragment"), key=lambda d: int(d.stem))
    return [json.loads(entpacke(datei))["url"] for datei in nach_nummer]


def test_pages_are_numbered_in_the_order_of_their_paths(tmp_path: Path) -> None:
    # File systems list files in orders of their own, mostly not this one.
    erzeuge_index(schreibe_fassung(tmp_path / "fassung", 14), tmp_path / "index")
    assert seiten(tmp_path / "index") == [f"/seite-{n:02}/" for n in range(14)]


def test_words_and_filters_follow_the_numbers_of_pages(tmp_path: Path) -> None:
    fassung = schreibe_fassung(tmp_path / "fassung", 30)
    for nummer in (4, 17, 29):
        datei = fassung / f"seite-{nummer:02}" / "index.html"
        text = datei.read_text("utf-8").replace("Nutzen", "Zweckverband Zweckverbände")
        datei.write_text(text, encoding="utf-8")
    erzeuge_index(fassung, tmp_path / "index")
    abstaende = {
        # The number of a page counts from the page before.
        wort: [seite[0] for seite in eintrag[1]]
        for wort, eintrag in eintraege(tmp_path / "index").items()
        if wort.startswith("zweckverb")
    }
    assert abstaende
    assert set(map(tuple, abstaende.values())) == {(4, 13, 12)}


def test_indexer_ends_with_the_build_that_started_it(tmp_path: Path) -> None:
    with pytest.raises(KeyError), Indexlauf(tmp_path, tmp_path / "index") as lauf:
        raise KeyError
    assert lauf.prozess.returncode is not None


def test_indexer_that_finds_nothing_says_so(tmp_path: Path) -> None:
    with pytest.raises(PagefindError, match=r"index|page"):
        erzeuge_index(tmp_path, tmp_path / "index")


def test_an_index_of_another_version_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fassung = schreibe_fassung(tmp_path / "fassung", 1)

    def schreibe_anders(ziel: Path) -> None:
        for datei in ziel.glob("*.pf_meta"):
            packe(datei, verschluessle(["2.0.0", 7]))

    monkeypatch.setattr(pagefind, "_raeume_auf", schreibe_anders)
    with pytest.raises(PagefindError, match="anders als erwartet"):
        erzeuge_index(fassung, tmp_path / "index")


def test_cells_and_captions_end_in_excerpts(index: Path) -> None:
    text = str(inhalte(index)[0]["content"])
    assert text.startswith("Der Vertrag. Wer was tut. Aufwand. Horizont. gering. und sofort. ")
    assert text.endswith(". Hinweis. Kosten und Nutzen")


def test_helper_words_are_searched_but_not_loaded(index: Path) -> None:
    assert "geheimwort" not in str(inhalte(index))
    assert any(wort.startswith("geheim") for wort in eintraege(index))


def test_filler_words_are_not_in_the_word_index(index: Path) -> None:
    woerter = set(eintraege(index))
    assert not woerter & {"und", "der"}
    assert {w[0] for w in woerter} >= set("hknsv")


def test_files_are_numbered_below_the_checksum_of_the_index(index: Path) -> None:
    eingang = json.loads((index / "pagefind-entry.json").read_text("utf-8"))
    summe = eingang["languages"]["de"]["hash"]
    match entschluessle(entpacke(index / f"pagefind.{summe}.pf_meta")):
        case [_, list(seiten), list(stuecke), *_]:
            assert [s[0] for s in seiten if isinstance(s, list)] == [
                f"{summe}/{n}" for n in (0, 1, 2)
            ]
            namen = [s[2] for s in stuecke if isinstance(s, list)]
            assert all((index / "index" / f"{name}.pf_index").is_file() for name in namen)
            assert len(list((index / "fragment" / summe).iterdir())) == len(seiten)
        case unbekannt:
            pytest.fail(str(unbekannt))


def test_only_what_the_search_uses_is_published(index: Path) -> None:
    assert (index / "pagefind-worker.js").is_file()
    assert (index / "worte" / "de" / "v.txt").is_file()
    assert not (index / "pagefind.js").exists()


# pieces of the word index ----------------------------------------------------------------------


def eintrag(wort: str, seiten: int, plaetze: list[int]) -> list[Wert]:
    return [wort, [[1, [*plaetze], []] for _ in range(seiten)], [[wort.upper(), [[0, [1], [2]]]]]]


def stueck(*woerter: list[Wert]) -> bytes:
    return verschluessle([[*woerter]])


def test_pieces_are_cut_between_words_and_nothing_is_lost() -> None:
    alle = [eintrag(w, 3, [5, 300, 70_000]) for w in ("amt", "amtsblatt", "antrag", "ärger" * 9)]
    teile = schneide(stueck(*alle), "a", "z", hoechstens=130)
    gelesen: list[Wert] = []
    for teil in teile:
        match entschluessle(teil.inhalt):
            case [list(eintraege)]:
                gelesen += eintraege
    assert gelesen == alle
    assert len(teile) > 1
    assert [(t.von, t.bis) for t in teile][:2] == [("a", "am"), ("an", "a")]


def test_pages_are_numbered_anew_in_words_and_their_spellings() -> None:
    # Counted from the page before: pages 2, 3 and 7 become 1, 9 and 4.
    nummern = [0, 0, 1, 9, 0, 0, 0, 4]
    alt: Wert = [[2, [5, -3, 8], []], [1, [6], [2]], [4, [7_000], [-1, 3]]]
    neu: Wert = [[1, [5, -3, 8], []], [3, [7_000], [-1, 3]], [5, [6], [2]]]
    inhalt = verschluessle([[["amt", alt, [["Ämt", alt], ["AMT", []]]], ["bad", [], []]]])
    assert entschluessle(nummeriere_seiten(inhalt, nummern)) == [
        [["amt", neu, [["AMT", []], ["Ämt", neu]]], ["bad", [], []]]
    ]


def test_small_pieces_stay_as_they_are() -> None:
    inhalt = stueck(eintrag("amt", 2, [1]))
    assert [(t.von, t.bis, t.inhalt) for t in schneide(inhalt, "a", "b")] == [("a", "b", inhalt)]


def test_a_word_on_very_many_pages_keeps_its_first_places() -> None:
    inhalt = stueck(eintrag("amt", 100, [4, 9, 2, 8, 1]), eintrag("bad", 1, [4, 9, 2, 8, 1]))
    match entschluessle(schneide(inhalt, "a", "b", hoechstens=500)[0].inhalt):
        case [[["amt", list(seiten), _]]]:
            assert seiten == [[1, [4, 9, 2], []]] * 100
        case anderes:
            pytest.fail(str(anderes))
    match entschluessle(schneide(inhalt, "a", "b", hoechstens=500)[1].inhalt):
        case [[["bad", [[_, list(plaetze), _]], _]]]:
            assert plaetze == [4, 9, 2, 8, 1]


def test_an_unknown_form_is_no_index() -> None:
    with pytest.raises(ValueError, match="Wortindex"):
        schneide(b"\x81\x81" + b"\x83\x63amt\x80\x1f" + bytes(50), "a", "b", hoechstens=10)


def test_same_content_gives_the_same_bytes(tmp_path: Path) -> None:
    wert: Wert = ["de_1", [0, 23, 24, 255, 256, 65_536, 2**32, -1, -25], "ü" * 40, []]
    assert entschluessle(verschluessle(wert)) == wert
    packe(tmp_path / "a", verschluessle(wert))
    packe(tmp_path / "b", verschluessle(wert))
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    assert entpacke(tmp_path / "a") == verschluessle(wert)
