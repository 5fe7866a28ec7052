"""Published records: relations in both directions, pages of lists, limits that hold."""

from __future__ import annotations

from dataclasses import replace

import pytest

from leitfaden.model.katalog import Katalog
from leitfaden.views import datenformat as f
from leitfaden.views.bibliothek import Bibliothek
from leitfaden.views.datenantwort import Beziehung
from leitfaden.views.datensatz import Datenbestand, verweisnetz

ADRESSEN = f.Datenadressen("https://daten.test/ikz/")


def _bestand(bib: Bibliothek) -> Datenbestand:
    return Datenbestand(bib, verweisnetz(bib.katalog), ADRESSEN)


def _viele(katalog: Katalog, anzahl: int) -> Katalog:
    """Return a catalogue with many copies of its first example."""
    vorlage = next(iter(katalog.praxisbeispiele.values()))
    neue = {f"beispiel-{n:05}": vorlage.model_copy(update={"id": f"beispiel-{n:05}"})
            for n in range(anzahl)}  # fmt: skip
    return replace(katalog, saetze={**katalog.saetze, "praxisbeispiel": neue})


def _enden(beziehungen: tuple[Beziehung, ...], richtung: str) -> set[tuple[str, str, str]]:
    return {
        (b.feld, b.typ, ziel.id) for b in beziehungen if b.richtung == richtung for ziel in b.ziele
    }


@pytest.mark.parametrize("sprache", ["de", "en"])
def test_every_relation_is_told_on_both_ends(
    bibliotheken: dict[str, Bibliothek], sprache: str
) -> None:
    bestand = _bestand(bibliotheken[sprache])
    hin, her = set(), set()
    for typ in f.DATENTYPEN:
        for antwort in bestand.alle(typ.name):
            hier = (typ.name, antwort.id)
            hin |= {(*hier, feld, t, i) for feld, t, i in _enden(antwort.beziehungen, "ausgehend")}
            her |= {(t, i, feld, *hier) for feld, t, i in _enden(antwort.beziehungen, "eingehend")}
    assert hin == her
    # Fields within groups count as well: the way of a scenario leads to measures.
    assert any(feld == "weg" for _, _, feld, _, _ in hin)


def test_answer_names_page_file_language_and_licence(bibliotheken: dict[str, Bibliothek]) -> None:
    antwort = _bestand(bibliotheken["en"]).antwort("massnahme", "digital-navigatoren")
    assert antwort.url == "https://daten.test/ikz/en/massnahmen/digital-navigatoren/"
    assert antwort.daten.de.endswith("/api/v1/de/massnahmen/digital-navigatoren.json")
    assert antwort.sprache == "en"
    assert antwort.inhalt == bibliotheken["en"].karte("massnahme", "digital-navigatoren").satz
    assert antwort.lizenz == "CC-BY-4.0"


def test_untranslated_record_says_so(bibliotheken: dict[str, Bibliothek]) -> None:
    bib = bibliotheken["en"]
    ohne = replace(bib.katalog, uebersetzungen={})
    antwort = _bestand(Bibliothek(ohne, "en", bib.heute)).antwort(
        "massnahme", "digital-navigatoren"
    )
    assert antwort.sprache == "de"
    assert antwort.url is not None
    assert "/en/" in antwort.url


def test_lists_are_paged_and_chained(bibliotheken: dict[str, Bibliothek]) -> None:
    bib = bibliotheken["de"]
    bestand = _bestand(Bibliothek(_viele(bib.katalog, 250), "de", bib.heute))
    seiten = dict(bestand.listen("praxisbeispiel"))
    assert list(seiten) == [
        "api/v1/de/praxisbeispiele.json",
        "api/v1/de/praxisbeispiele/seiten/2.json",
        "api/v1/de/praxisbeispiele/seiten/3.json",
    ]
    erste, zweite, dritte = seiten.values()
    assert [len(s.eintraege) for s in seiten.values()] == [100, 100, 50]
    assert (erste.vorige, dritte.naechste) == (None, None)
    assert zweite.vorige == "https://daten.test/ikz/api/v1/de/praxisbeispiele.json"
    assert zweite.naechste == "https://daten.test/ikz/api/v1/de/praxisbeispiele/seiten/3.json"
    ids = [e.id for s in seiten.values() for e in s.eintraege]
    assert ids == sorted(set(ids))


def test_file_of_a_measure_does_not_grow_with_the_examples(
    bibliotheken: dict[str, Bibliothek],
) -> None:
    bib = bibliotheken["de"]
    bestand = _bestand(Bibliothek(_viele(bib.katalog, 250), "de", bib.heute))
    massnahme = next(iter(bib.katalog.praxisbeispiele.values())).massnahmen[0]
    eingehend = [b for b in bestand.antwort("massnahme", massnahme).beziehungen
                 if b.typ == "praxisbeispiel" and b.richtung == "eingehend"]  # fmt: skip
    assert [(b.anzahl, len(b.ziele)) for b in eingehend] == [(250, 100)]


def test_addresses_of_others_are_written_in_ascii(bibliotheken: dict[str, Bibliothek]) -> None:
    bib = bibliotheken["de"]
    link = next(iter(bib.katalog.links.values()))
    wild = link.model_copy(update={"url": "https://www.großpösna.example/ä b?x=%20&y=1#z"})
    saetze = {**bib.katalog.saetze, "link": {link.id: wild}}
    neu = Bibliothek(replace(bib.katalog, saetze=saetze), "de", bib.heute)
    adresse = _bestand(neu).antwort("link", link.id).url
    assert adresse == "https://www.gro%C3%9Fp%C3%B6sna.example/%C3%A4%20b?x=%20&y=1#z"


def test_workbook_is_left_out_where_there_are_too_many_rows(
    bibliotheken: dict[str, Bibliothek], monkeypatch: pytest.MonkeyPatch
) -> None:
    bestand = _bestand(bibliotheken["de"])
    assert all(typ.xlsx is not None for typ in bestand.verzeichnis().typen)
    monkeypatch.setattr(f, "MAPPE_BIS", 0)
    assert all(typ.xlsx is None for typ in bestand.verzeichnis().typen)
