"""The index of a tiny site: what a browser loads of it, and that all of it can be found."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from leitfaden.engines import pagefind
from leitfaden.engines.pagefind import Indexlauf, PagefindError, erzeuge_index
from leitfaden.engines.pagefind_dateien import (
    Wert,
    entpacke,
    entschluessle,
    packe,
    verschluessle,
)
from leitfaden.engines.pagefind_stuecke import schneide
from leitfaden.render.suchfassung import rendere_suchseite
from leitfaden.views.suchplan import Suchangaben
from leitfaden.views.suchworte import Helferworte

SEITE = (
    "<main data-pagefind-body><h1>Der Vertrag</h1><table><caption>Wer was tut</caption>"
    "<tr><th>Aufwand</th><th>Horizont</th></tr><tr><th>gering</th><td>und sofort</td></tr>"
    "</table><details><summary>Hinweis</summary>Kosten und Nutzen</details></main>"
)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    fassung, ziel = tmp_path_factory.mktemp("fassung"), tmp_path_factory.mktemp("ziel") / "index"
    for nummer in range(3):
        angaben = Suchangaben("massnahme", Helferworte(kern=("geheimwort",)))
        datei = fassung / f"seite-{nummer}" / "index.html"
        datei.parent.mkdir()
        datei.write_text(rendere_suchseite("de", angaben, "", SEITE), encoding="utf-8")
    (fassung / "worte" / "de").mkdir(parents=True)
    (fassung / "worte" / "de" / "v.txt").write_text("0aVertrag", encoding="utf-8")
    erzeuge_index(fassung, ziel)
    return ziel


def inhalte(index: Path) -> list[dict[str, object]]:
    return [json.loads(entpacke(d)) for d in sorted(index.glob("fragment/*/*.pf_fragment"))]


def woerter(index: Path) -> set[str]:
    gefunden = set()
    for datei in index.glob("index/*/*.pf_index"):
        match entschluessle_ohne_gewichte(entpacke(datei)):
            case [list(eintraege)]:
                gefunden |= {e[0] for e in eintraege if isinstance(e, list)}
    return {w for w in gefunden if isinstance(w, str)}


def entschluessle_ohne_gewichte(daten: bytes) -> Wert:
    """Read a piece of the word index; the words are what counts here."""
    return [[[s.von] for s in schneide(daten, "", "", hoechstens=1) if s.von]]


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
    (tmp_path / "seite").mkdir()
    text = rendere_suchseite("de", None, "", SEITE)
    (tmp_path / "seite" / "index.html").write_text(text, encoding="utf-8")

    def schreibe_anders(ziel: Path) -> None:
        for datei in ziel.glob("*.pf_meta"):
            packe(datei, verschluessle(["2.0.0", 7]))

    monkeypatch.setattr(pagefind, "_raeume_auf", schreibe_anders)
    with pytest.raises(PagefindError, match="anders als erwartet"):
        erzeuge_index(tmp_path, tmp_path / "index")


def test_cells_and_captions_end_in_excerpts(index: Path) -> None:
    text = str(inhalte(index)[0]["content"])
    assert text.startswith("Der Vertrag. Wer was tut. Aufwand. Horizont. gering. und sofort. ")
    assert text.endswith(". Hinweis. Kosten und Nutzen")


def test_helper_words_are_searched_but_not_loaded(index: Path) -> None:
    assert "geheimwort" not in str(inhalte(index))
    assert any(wort.startswith("ge") for wort in woerter(index))


def test_filler_words_are_not_in_the_word_index(index: Path) -> None:
    anfaenge = woerter(index)
    assert not {w for w in anfaenge if w.startswith("un") or w == "der"}
    assert {w[0] for w in anfaenge} >= set("hknsv")


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
    wert: Wert = ["de_1", [0, 23, 24, 255, 256, 65_536, 2**32], "ü" * 40, []]
    assert entschluessle(verschluessle(wert)) == wert
    packe(tmp_path / "a", verschluessle(wert))
    packe(tmp_path / "b", verschluessle(wert))
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    assert entpacke(tmp_path / "a") == verschluessle(wert)
