"""Rules between records, on changed copies of the small project in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from leitfaden.checks import verweise
from leitfaden.findings import Finding, Location
from leitfaden.model.felder import Zustand
from leitfaden.model.katalog import Katalog
from leitfaden.source.loader import Ladung

TAG = date(2026, 11, 22)


class OrtlosLadung(Ladung):
    """A loaded project whose records were changed in memory: places are paths of fields."""

    def ort(
        self, typ: str, satz_id: str, pfad: tuple[str | int, ...] = (), sprache: str = "de"
    ) -> Location:
        return Location("/".join([typ, satz_id, *map(str, pfad)]))


@pytest.fixture
def geaendert(ladung: Ladung) -> Callable[..., Ladung]:
    """Change or add records: (type, id, fields); an id unknown so far copies the first record."""

    def aendere(*aenderungen: tuple[str, str, dict[str, Any]]) -> Ladung:
        saetze = {typ: dict(eintraege) for typ, eintraege in ladung.katalog.saetze.items()}
        herkunft = dict(ladung.herkunft)
        for typ, satz_id, felder in aenderungen:
            alt = saetze[typ].get(satz_id) or next(iter(saetze[typ].values()))
            saetze[typ][satz_id] = alt.model_copy(update={**felder, "id": satz_id})
            herkunft[typ, satz_id, "de"] = ("x", ())
        katalog = replace(ladung.katalog, saetze=saetze)
        return OrtlosLadung(ladung.projekt, katalog, [], herkunft)

    return aendere


def kurz(befunde: Iterator[Finding]) -> list[tuple[str, str]]:
    return [(b.code, b.location.path) for b in befunde]


def test_reference_to_nothing_is_found_with_suggestion(geaendert: Callable[..., Ladung]) -> None:
    ladung = geaendert(("massnahme", "datenschutz", {"vorlagen": ("it-lste",)}))
    befund = next(verweise.pruefe_verweise(ladung, TAG))
    assert (befund.code, befund.location.path) == ("V001", "massnahme/datenschutz/vorlagen/0")
    assert befund.as_dict["vorschlag"] == " Meinten Sie „it-liste“?"
    assert befund.as_dict["typ"] == "vorlage"


def test_reference_to_another_type_is_found(geaendert: Callable[..., Ladung]) -> None:
    ladung = geaendert(("massnahme", "datenschutz", {"vorlagen": ("ikz",)}))
    assert kurz(verweise.pruefe_verweise(ladung, TAG)) == [
        ("V001", "massnahme/datenschutz/vorlagen/0")
    ]


def test_source_may_be_a_link(geaendert: Callable[..., Ladung]) -> None:
    ladung = geaendert(("massnahme", "datenschutz", {"quellen": ("ssg-ikz", "presse-2024")}))
    assert kurz(verweise.pruefe_verweise(ladung, TAG)) == []


def test_reference_to_itself_is_found(geaendert: Callable[..., Ladung]) -> None:
    ladung = geaendert(("massnahme", "datenschutz", {"voraussetzungen": ("datenschutz",)}))
    assert kurz(verweise.pruefe_verweise(ladung, TAG)) == [
        ("V006", "massnahme/datenschutz/voraussetzungen/0")
    ]
    assert kurz(verweise.pruefe_kreise(ladung)) == []


def test_reference_to_a_draft_is_found_unless_the_origin_is_one(
    geaendert: Callable[..., Ladung],
) -> None:
    entwurf = ("vorlage", "it-liste", {"zustand": Zustand.ENTWURF})
    ladung = geaendert(entwurf)
    assert kurz(verweise.pruefe_verweise(ladung, TAG)) == [
        ("V008", "massnahme/status-quo-ermitteln/vorlagen/0")
    ]
    quelle = ("massnahme", "status-quo-ermitteln", {"zustand": Zustand.ENTWURF})
    codes = [p for _, p in kurz(verweise.pruefe_verweise(geaendert(entwurf, quelle), TAG))]
    assert "massnahme/status-quo-ermitteln/vorlagen/0" not in codes


def kreise(geaendert: Callable[..., Ladung], **voraus: list[str]) -> list[str]:
    ladung = geaendert(
        *(("massnahme", name, {"voraussetzungen": tuple(z)}) for name, z in voraus.items())
    )
    saetze = {n: ladung.katalog.massnahmen[n] for n in voraus}
    ladung.katalog = Katalog({"massnahme": saetze})
    return [b.as_dict["kreis"] for b in verweise.pruefe_kreise(ladung)]


@pytest.mark.parametrize(
    ("voraus", "erwartet"),
    [
        ({"a": ["b"], "b": []}, []),
        ({"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []}, []),
        ({"a": ["b"], "b": ["a"]}, ["a → b → a"]),
        ({"a": ["b"], "b": ["c"], "c": ["a"]}, ["a → b → c → a"]),
        ({"x": ["a"], "a": ["b"], "b": ["a"]}, ["a → b → a"]),
        ({"a": ["b", "c"], "b": ["a"], "c": ["a"]}, ["a → b → a", "a → c → a"]),
        ({"a": ["b"], "b": ["a"], "c": ["d"], "d": ["c"]}, ["a → b → a", "c → d → c"]),
        ({"a": ["weg"], "b": ["a"]}, []),
        ({"a": ["a"]}, []),
    ],
)
def test_circles_of_prerequisites(
    geaendert: Callable[..., Ladung], voraus: dict[str, list[str]], erwartet: list[str]
) -> None:
    assert kreise(geaendert, **voraus) == erwartet


def test_long_chain_needs_no_recursion(geaendert: Callable[..., Ladung]) -> None:
    kette = {f"m{n}": [f"m{n + 1}"] for n in range(3_000)} | {"m3000": []}
    assert kreise(geaendert, **kette) == []


def test_code_used_twice_is_found_within_a_type_only(geaendert: Callable[..., Ladung]) -> None:
    ladung = geaendert(
        ("vorlage", "zweite", {"kennung": "T05"}),
        ("handlungsfeld", "technik-und-sicherheit", {"nummer": 1}),
        ("szenario", "am-anfang", {"kennung": "T05"}),
    )
    assert sorted(kurz(verweise.pruefe_kennungen(ladung))) == [
        ("V003", "handlungsfeld/technik-und-sicherheit/nummer"),
        ("V003", "vorlage/zweite/kennung"),
    ]


@pytest.mark.parametrize(
    ("titel", "code"),
    [
        ("Gewerbeamt für fünf Orte", "V004"),
        ("GEWERBEAMT für fünf Orte!", "V004"),
        ("Gewerbamt für fünf Orte", "V005"),
        ("Gewerbeämter für fünf Orte", ""),
        ("Gewerbeamt für fünf Orten", "V005"),
        ("Gewerbeamt für sechs Orte", ""),
        ("Gewerbeamt Orte für fünf", ""),
        ("Standesamt für fünf Orte", ""),
        ("Gewerbamt für fünf Ortn", ""),
    ],
)
def test_equal_and_near_equal_titles(
    geaendert: Callable[..., Ladung], titel: str, code: str
) -> None:
    ladung = geaendert(("praxisbeispiel", "zz-neu", {"titel": titel}))
    erwartet = [(code, "praxisbeispiel/zz-neu/titel")] if code else []
    assert kurz(verweise.pruefe_titel(ladung)) == erwartet


@pytest.mark.parametrize(
    ("a", "b"), [("20240001", "20240002"), ("2024000x", "20240001"), ("20240001", "2024000x")]
)
def test_numbers_in_titles_are_not_compared_by_letters(
    geaendert: Callable[..., Ladung], a: str, b: str
) -> None:
    ladung = geaendert(
        ("vorlage", "a", {"titel": f"Bericht {a}"}), ("vorlage", "b", {"titel": f"Bericht {b}"})
    )
    assert kurz(verweise.pruefe_titel(ladung)) == []


def test_same_id_in_another_type_is_no_reference_to_itself(
    geaendert: Callable[..., Ladung],
) -> None:
    ladung = geaendert(
        ("vorlage", "datenschutz", {}), ("massnahme", "datenschutz", {"vorlagen": ("datenschutz",)})
    )
    assert kurz(verweise.pruefe_verweise(ladung, TAG)) == []


def test_former_id_must_be_free(geaendert: Callable[..., Ladung]) -> None:
    ladung = geaendert(
        ("massnahme", "datenschutz", {"fruehere_ids": ("digital-navigatoren",)}),
        ("massnahme", "digital-navigatoren", {"fruehere_ids": ("frei", "auch-frei")}),
        ("massnahme", "neu", {"fruehere_ids": ("frei",)}),
        ("vorlage", "it-liste", {"fruehere_ids": ("datenschutz",)}),
    )
    assert sorted(kurz(verweise.pruefe_fruehere_ids(ladung))) == [
        ("V007", "massnahme/datenschutz/fruehere_ids/0"),
        ("V007", "massnahme/neu/fruehere_ids/0"),
    ]
