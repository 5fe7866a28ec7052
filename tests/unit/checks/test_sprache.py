"""Rules for wording: each with texts that break it and texts that do not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from pathlib import Path

import pytest

from leitfaden.checks.abkuerzungen import abkuerzungen_in, pruefe_abkuerzungen
from leitfaden.checks.doppelung import pruefe_doppelungen
from leitfaden.checks.fremdsprache import hat_deutsche_woerter, pruefe_fremdsprache
from leitfaden.checks.laenge import (
    EINTRAG_HOECHSTENS,
    hat_langen_satz,
    pruefe_eintrag,
    pruefe_felder,
    pruefe_saetze,
)
from leitfaden.checks.lesbarkeit import ist_schwer, lix, pruefe_fliesstext, pruefe_kurze_texte
from leitfaden.checks.sprache import pruefe_sprache
from leitfaden.checks.textstellen import Satzstueck, Schriftstueck, Textstelle, anfang, umfeld
from leitfaden.checks.zahlen import Zahlregeln, als_zahl, pruefe_zahlen
from leitfaden.checks.zeichen import (
    hat_doppeltes_wort,
    hat_falsche_zeichen,
    pruefe_doppelte_woerter,
    pruefe_zeichen,
)
from leitfaden.findings import Finding, Location
from leitfaden.model.fakt import Fakt
from leitfaden.source import loader
from leitfaden.source.loader import Ladung
from leitfaden.views.lesetext import zaehle_woerter


class Probe(Schriftstueck):
    """A text that is not in any file."""

    def __init__(
        self, texte: str | dict[str, str], sprache: str = "de", name: str = "probe"
    ) -> None:
        self.felder = texte if isinstance(texte, dict) else {"text": texte}
        super().__init__(name, sprache)

    @cached_property
    def teile(self) -> Sequence[str]:
        return list(self.felder.values())

    def feld(self, name: str) -> Sequence[str]:
        return (self.felder[name],) if name in self.felder else ()

    def stellen(self) -> Iterator[Textstelle]:
        for name, text in self.felder.items():
            yield Textstelle(name, text, self.sprache)

    def ort(self, stelle: Textstelle | None, teil: str = "") -> Location:
        return Location(stelle.feld if stelle else "ganz")


def codes(befunde: Iterator[Finding]) -> list[str]:
    return [befund.code for befund in befunde]


@pytest.mark.parametrize(
    ("feld", "woerter", "code"),
    [
        ("einfach", 60, ""),
        ("einfach", 61, "T101"),
        ("kernaussagen", 25, ""),
        ("kernaussagen", 26, "T102"),
        ("kurzbeschreibung", 45, ""),
        ("kurzbeschreibung", 46, "T102"),
        ("vorgehen", 500, ""),
    ],
)
def test_field_has_a_budget_of_words(feld: str, woerter: int, code: str) -> None:
    befunde = list(pruefe_felder(Probe({feld: " ".join(["Wort"] * woerter)})))
    assert [b.code for b in befunde] == ([code] if code else [])
    assert [b.as_dict["anzahl"] for b in befunde] == ([str(woerter)] if code else [])


@pytest.mark.parametrize(("zusatz", "erwartet"), [(0, []), (1, ["T113"])])
def test_record_has_a_budget_of_words(small: Path, zusatz: int, erwartet: list[str]) -> None:
    ladung = loader.lade(small)
    satz_id, satz = next(iter(ladung.katalog.massnahmen.items()))
    stueck = Satzstueck(ladung, "massnahme", satz_id, "de", satz)
    frei = EINTRAG_HOECHSTENS["massnahme", satz.tiefe] - zaehle_woerter(stueck.ganz)
    text = f"{satz.warum_gemeinsam} " + "Wort – " * (frei + zusatz)
    laenger = satz.model_copy(update={"warum_gemeinsam": text})
    assert (
        codes(pruefe_eintrag(Satzstueck(ladung, "massnahme", satz_id, "de", laenger))) == erwartet
    )
    assert codes(pruefe_eintrag(Satzstueck(ladung, "massnahme", satz_id, "en", laenger))) == []


def test_signs_and_addresses_are_no_words() -> None:
    text = "Wort " * 60 + "– & https://www.example.org/"
    assert codes(pruefe_felder(Probe({"einfach": text}))) == []


LANG = "Ein Satz " + "mit Wort " * 17 + "hört auf"


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        (f"{LANG}.", True),
        (f"Kurz. {LANG}. Kurz.", True),
        (f"Nach Art. 37 DSGVO, z. B. am 22. November, gilt: {LANG}.", True),
        ("Ein Satz. " * 40, False),
        ("\n".join(["- ein Punkt ohne Ende"] * 40), False),
        ("Ein Satz " + "mit Wort " * 16 + "endet.", False),
    ],
)
def test_sentence_has_at_most_35_words(text: str, lang: bool) -> None:
    probe = Probe(text)
    assert codes(pruefe_saetze(probe)) == (["T104"] if lang else [])
    assert hat_langen_satz(probe) or not lang


SCHWER = (
    "Gemeindeverwaltungen vereinheitlichen grundsätzlich sämtliche Bearbeitungsvorgänge "
    "einschließlich bereits vorhandener Übergangsregelungen und aller Beteiligungsverfahren."
)
LEICHT = (
    "Wir legen die Liste an. Alle tragen ihre Daten ein. Dann sehen wir, was fehlt und was gut ist."
)


def test_lix_counts_long_words_and_sentence_length() -> None:
    assert lix("Das ist so. Das ist gut.") == 3
    assert lix("Gemeinden arbeiten zusammen.") == 3 + 100
    assert lix("") == 0


@pytest.mark.parametrize(
    ("texte", "orte"),
    [
        ({"einfach": SCHWER}, ["einfach"]),
        ({"einfach": LEICHT}, []),
        ({"kurzbeschreibung": SCHWER}, ["kurzbeschreibung"]),
        ({"kurzbeschreibung": "Vereinheitlichung."}, []),
        ({"vorgehen": SCHWER * 6}, ["ganz"]),
        ({"vorgehen": LEICHT * 6}, []),
        ({"titel": "Gemeindeverwaltungsvereinheitlichung " * 80}, []),
        ({"tabelle": SCHWER * 6}, []),
    ],
)
def test_text_is_readable(texte: dict[str, str], orte: list[str]) -> None:
    probe = Probe(texte)
    befunde = [*pruefe_kurze_texte(probe), *pruefe_fliesstext(probe)]
    assert [(b.code, b.location.path) for b in befunde] == [("T103", ort) for ort in orte]
    assert ist_schwer(probe) or orte != ["ganz"]


@pytest.mark.parametrize(
    ("text", "gefunden"),
    [
        ("Das DMS der GmbH", ["DMS", "GmbH"]),
        ("SächsKomZG und VwVfG", ["SächsKomZG", "VwVfG"]),
        ("die IT-Liste, das SAX.CERT", ["IT", "SAX", "CERT"]),
        ("drei DSBs", ["DSB"]),
        ("Band II und Teil IV", []),
        ("Ein Digital-Navigator In Der Kommune", []),
        ("A4, M02 und § 2b", []),
    ],
)
def test_capital_inside_a_word_marks_an_abbreviation(text: str, gefunden: list[str]) -> None:
    assert [wort for _, wort in abkuerzungen_in(text)] == gefunden


@pytest.mark.parametrize(
    ("text", "offen"),
    [
        ("Das DMS kommt. Das DMS bleibt.", ["DMS"]),
        ("Ein Dokumentenmanagementsystem (DMS) kommt. Das DMS bleibt.", []),
        ("Das DMS (System für Dokumente) kommt.", []),
        ("Die IKZ und die IT-Liste", []),
    ],
)
def test_abbreviation_is_explained(text: str, offen: list[str]) -> None:
    befunde = list(pruefe_abkuerzungen(Probe(text), frozenset({"IKZ", "IT"})))
    assert [b.as_dict["wort"] for b in befunde] == offen


@pytest.mark.parametrize(
    ("sprache", "text", "code"),
    [
        ("de", 'Das Paket "Bestellung"', "T106"),
        ("de", "Das Paket 'Bestellung'", "T106"),
        ("de", "Das Paket “Bestellung”", "T106"),
        ("de", "Das Paket (“Bestellung“)", "T106"),
        ("de", "Das Paket „Bestellung“ und „Plan“.", ""),
        ("de", "„Wie geht’s?“ „Gut!“", ""),
        ("en", 'The package "order"', "T106"),
        ("en", "The council's package", "T106"),
        ("en", "The package „order“", "T106"),
        ("en", "The council’s package “order”", ""),
        ("de", "Erst messen - dann kaufen", "T107"),
        ("en", "First measure -- then buy", "T107"),
        ("de", "Erst messen – dann kaufen, 2020–2022, IT-Liste, vor- und nachher", ""),
    ],
)
def test_quotes_and_dashes_are_typographic(sprache: str, text: str, code: str) -> None:
    probe = Probe(text, sprache)
    assert codes(pruefe_zeichen(probe)) == ([code] if code else [])
    assert hat_falsche_zeichen(probe) or not code


@pytest.mark.parametrize(
    ("sprache", "text", "doppelt"),
    [
        ("de", "Alle tragen die die Kosten.", True),
        ("de", "Das das ist falsch.", True),
        ("de", "Sie sie ist falsch, nehmen nehmen Sie es.", True),
        ("de", "Nehmen Sie sie mit.", False),
        (
            "de",
            "Häuser, die die Lösung nutzen, und die Veranstaltung, auf der der Rat sprach",
            False,
        ),
        ("de", "dass das das Ziel ist", True),
        ("en", "All the the costs", True),
        ("en", "We know that that is right.", False),
    ],
)
def test_no_word_stands_twice(sprache: str, text: str, doppelt: bool) -> None:
    probe = Probe(text, sprache)
    assert codes(pruefe_doppelte_woerter(probe)) == (["T108"] if doppelt else [])
    assert hat_doppeltes_wort(probe) or not doppelt


FAKT = Fakt(
    id="kommunen",
    aussage="Neun Kommunen nahmen teil.",
    wert=9,
    muster=("{zahl} Kommunen", "{zahl} municipalities"),
    kontext=("Erzgebirge",),
    eintraege=("beispiel",),
    ausser=("Nachbarn",),
)


@pytest.mark.parametrize(
    ("name", "text", "falsch"),
    [
        ("x", "Im Erzgebirge waren es acht Kommunen.", ["acht Kommunen"]),
        ("x", "In the Erzgebirge, 8\nmunicipalities took part.", ["8\nmunicipalities"]),
        ("x", "Im Erzgebirge waren es neun Kommunen, also 9 Kommunen.", []),
        ("x", "Im Erzgebirge kannten alle Kommunen das Ziel.", []),
        ("x", "Im Vogtland waren es acht Kommunen.", []),
        ("x", "Im Erzgebirge und bei drei Kommunen der Nachbarn", []),
        ("beispiel", "Es waren acht Kommunen.", ["acht Kommunen"]),
        ("beispiel", "Es waren 29 Kommunen.", ["29 Kommunen"]),
    ],
)
def test_same_fact_has_the_same_number(name: str, text: str, falsch: list[str]) -> None:
    befunde = list(pruefe_zahlen(Probe(text.replace("\n", " "), name=name), Zahlregeln([FAKT])))
    assert [b.as_dict["stelle"] for b in befunde] == [f.replace("\n", " ") for f in falsch]
    assert {b.code for b in befunde} <= {"T109"}


@pytest.mark.parametrize(
    ("wort", "zahl"),
    [
        ("27", 27),
        ("sieben", 7),
        ("Siebenundzwanzig", 27),
        ("neunzehn", 19),
        ("twenty-seven", 27),
        ("ninety", 90),
        ("alle", None),
        ("ein", 1),
    ],
)
def test_number_words_are_understood(wort: str, zahl: int | None) -> None:
    assert als_zahl(wort) == zahl


@pytest.mark.parametrize(
    ("text", "deutsch"),
    [
        ("Das ist nicht für jede Gemeinde möglich.", True),
        ("This is fine. Aber das ist nicht mit uns abgestimmt.", True),
        ("This is not possible for every municipality.", False),
        ("The guide (IKZ und Digitalisierung: was ist für die Gemeinde zu tun?) helps.", False),
        ("The step “Was ist für die Gemeinde zu tun?” comes first.", False),
        ("The Kompetenzzentrum für Digitalisierung und Verwaltung helps.", False),
    ],
)
def test_english_text_is_english(text: str, deutsch: bool) -> None:
    probe = Probe(text, "en")
    assert codes(pruefe_fremdsprache(probe)) == (["T110"] if deutsch else [])
    assert hat_deutsche_woerter(probe) or not deutsch
    assert not hat_deutsche_woerter(Probe(text, "de"))


def test_small_project_breaks_no_rule(ladung: Ladung) -> None:
    assert list(pruefe_sprache(ladung)) == []
    assert list(pruefe_doppelungen(ladung)) == []


def test_second_process_finds_the_same(
    broken: Path, check: Callable[..., list[Finding]], monkeypatch: pytest.MonkeyPatch
) -> None:
    einzeln = check(broken)
    monkeypatch.setattr(loader, "LOHNT_SICH", 1)
    assert check(broken) == einzeln


def test_passages_are_cut_between_words() -> None:
    assert anfang("eins zwei drei", 2) == "eins zwei …"
    assert anfang("eins zwei", 2) == "eins zwei"
    text = "Am Anfang steht ein langer Satz mit einem Fehler in der Mitte und noch viel Text"
    beginn = text.index("Fehler")
    assert umfeld(text, beginn, beginn + 6) == "mit einem Fehler in der Mitte"
    assert umfeld("kurz", 0, 4) == "kurz"
