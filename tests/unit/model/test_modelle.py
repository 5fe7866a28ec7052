"""Rules within records and knowledge about fields, for every content type."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from leitfaden.model.felder import Datensatz, Seitendatensatz, Teil
from leitfaden.model.felder_kunde import Feldart, als_schluessel, feldarten, verweise
from leitfaden.model.handlungsfeld import Handlungsfeld
from leitfaden.model.kapitel import Kapitelkopf
from leitfaden.model.massnahme import MINDESTENS_AUSFUEHRLICH, Massnahme
from leitfaden.model.praxisbeispiel import Praxisbeispiel
from leitfaden.model.typen import INHALTSTYPEN, TYP_VON_NAME
from leitfaden.source.loader import Ladung


def gruppen(modell: type[BaseModel]) -> Iterator[type[BaseModel]]:
    yield modell
    for art in feldarten(modell).values():
        if art.gruppe:
            yield from gruppen(art.gruppe)


MODELLE = {m for typ in INHALTSTYPEN for m in gruppen(typ.modell)} | {Kapitelkopf}


@pytest.mark.parametrize("modell", sorted(MODELLE, key=lambda m: m.__name__))
def test_every_model_is_frozen_closed_and_described(modell: type[BaseModel]) -> None:
    assert issubclass(modell, Teil)
    assert modell.model_config["frozen"]
    assert modell.model_config["extra"] == "forbid"
    for name, info in modell.model_fields.items():
        assert name.isascii()
        assert info.description, name
        assert info.examples, name


def fehler_von(satz: Datensatz, **aenderung: Any) -> list[dict[str, Any]]:
    """Validate a record again with changed fields; returns code and field of broken rules."""
    werte = satz.model_dump(mode="json") | aenderung
    try:
        type(satz).model_validate(werte)
    except ValidationError as fehler:
        return [dict(e.get("ctx") or {}) | {"art": e["type"]} for e in fehler.errors()]
    return []


AENDERUNGEN = [{"am": "2026-11-22", "text": "Neu."}, {"am": "2026-11-01", "text": "Alt."}]
SPAETE_AENDERUNG = [{"am": "2026-11-23", "text": "Morgen."}]


@pytest.mark.parametrize(
    ("typ", "satz_id", "aenderung", "code", "feld"),
    [
        ("vorlage", "it-liste", {"beleglage": "belegt"}, "S020", "beleglage"),
        ("vorlage", "it-liste", {"beleglage": "gemischt"}, "S020", "beleglage"),
        ("vorlage", "it-liste", {"naechste_pruefung": "2026-11-22"}, "S021", "naechste_pruefung"),
        (
            "vorlage",
            "it-liste",
            {"gueltig_ab": "2026-12-02", "gueltig_bis": "2026-12-01"},
            "S021",
            "gueltig_bis",
        ),
        ("vorlage", "it-liste", {"aenderungen": AENDERUNGEN[::-1]}, "S025", "aenderungen.1.am"),
        ("vorlage", "it-liste", {"aenderungen": SPAETE_AENDERUNG}, "S026", "stand"),
        ("massnahme", "digital-navigatoren", {"tiefe": "ausfuehrlich"}, "S022", "nutzen"),
        ("praxisbeispiel", "partheland", {"kommunen": [{"name": "x", "einwohner": 1}]}, "S023",
         "einwohner"),
    ],
)  # fmt: skip
def test_rule_within_a_record(
    ladung: Ladung, typ: str, satz_id: str, aenderung: dict[str, Any], code: str, feld: str
) -> None:
    satz = ladung.katalog.von(typ)[satz_id]
    assert fehler_von(satz) == []
    befunde = fehler_von(satz, **aenderung)
    assert [(b["code"], b["feld"]) for b in befunde] == [(code, feld)]


@pytest.mark.parametrize(
    ("typ", "satz_id", "aenderung"),
    [
        ("vorlage", "it-liste", {"beleglage": "belegt", "quellen": ["presse-2024"]}),
        ("vorlage", "it-liste", {"naechste_pruefung": "2026-11-23"}),
        ("vorlage", "it-liste", {"aenderungen": AENDERUNGEN}),
        ("vorlage", "it-liste", {"aenderungen": [AENDERUNGEN[0], AENDERUNGEN[0]]}),
        ("vorlage", "it-liste", {"gueltig_ab": "2026-12-01", "gueltig_bis": "2026-12-01"}),
        ("massnahme", "status-quo-ermitteln", {"tiefe": "ausfuehrlich"}),
        ("praxisbeispiel", "partheland",
         {"kommunen": [{"name": "x", "einwohner": 1, "einwohner_stand": "2024-12-31"}]}),
    ],
)  # fmt: skip
def test_rule_lets_good_records_pass(
    ladung: Ladung, typ: str, satz_id: str, aenderung: dict[str, Any]
) -> None:
    assert fehler_von(ladung.katalog.von(typ)[satz_id], **aenderung) == []


@pytest.mark.parametrize("feld", MINDESTENS_AUSFUEHRLICH)
def test_full_description_needs_enough_of_everything(ladung: Ladung, feld: str) -> None:
    satz = ladung.katalog.massnahmen["status-quo-ermitteln"]
    eintraege = satz.model_dump(mode="json")[feld]
    weniger = eintraege[: MINDESTENS_AUSFUEHRLICH[feld] - 1]
    befunde = fehler_von(satz, **{feld: weniger})
    assert [(b["code"], b["feld"]) for b in befunde if b["art"] == "regel"] == [("S022", feld)]


def test_measure_stands_once_on_the_way(ladung: Ladung) -> None:
    satz = ladung.katalog.szenarien["am-anfang"]
    weg = satz.model_dump(mode="json")["weg"]
    befunde = fehler_von(satz, weg=[*weg, weg[1]])
    assert [(b["code"], b["feld"]) for b in befunde] == [("S024", "weg.3.massnahme")]


@pytest.mark.parametrize(
    ("aenderung", "art"),
    [
        ({"kennung": "M00"}, "string_pattern_mismatch"),
        ({"kennung": "M23"}, "string_pattern_mismatch"),
        ({"kennung": "M2"}, "string_pattern_mismatch"),
        ({"titel": "x" * 101}, "string_too_long"),
        ({"titel": " "}, "string_too_short"),
        ({"kernaussagen": ["a", "b", "c", "d"]}, "too_long"),
        ({"voraussetzungen": ["Gross"]}, "string_pattern_mismatch"),
        ({"nutzen": []}, "too_short"),
        ({"aufwand": "klein"}, "enum"),
    ],
)
def test_form_of_fields(ladung: Ladung, aenderung: dict[str, Any], art: str) -> None:
    satz = ladung.katalog.massnahmen["digital-navigatoren"]
    assert [b["art"] for b in fehler_von(satz, **aenderung)] == [art]


@pytest.mark.parametrize("nummer", [0, 5])
def test_number_of_a_field_of_action_is_one_to_four(ladung: Ladung, nummer: int) -> None:
    satz = ladung.katalog.handlungsfelder["technik-und-sicherheit"]
    assert len(fehler_von(satz, nummer=nummer)) == 1


@pytest.mark.parametrize(
    ("url", "gut"),
    [
        ("https://a.example/x", True),
        ("http://a.example", True),
        ("mailto:a@example.org", True),
        ("javascript:alert(1)", False),
        ("HTTPS://a.example", False),
        ("//a.example", False),
        ("https://a b", False),
        ("https://a\njavascript:1", False),
        ("data:text/html,x", False),
    ],
)
def test_address_of_a_link_is_a_web_or_mail_address(ladung: Ladung, url: str, gut: bool) -> None:
    assert (fehler_von(ladung.katalog.links["ssg-ikz"], url=url) == []) is gut


def test_kind_of_fields_is_known() -> None:
    arten = feldarten(Massnahme)
    assert arten["titel"] == Feldart(text=True)
    assert arten["nutzen"].text
    assert arten["voraussetzungen"].verweis == ("massnahme",)
    assert arten["quellen"].verweis == ("quelle", "link")
    assert arten["kosten"].gruppe is not None
    assert arten["schritte"].gruppe is not None
    assert arten["aufwand"] == Feldart()
    assert feldarten(Praxisbeispiel)["bild"].gruppe is not None


def test_references_come_with_path_and_type(ladung: Ladung) -> None:
    satz = ladung.katalog.praxisbeispiele["erzgebirge"]
    assert list(verweise(satz)) == [
        (("zahlen", 0, "quelle"), ("quelle", "link"), "presse-2024"),
        (("nachmachen", 0, "vorlage"), ("vorlage",), "kickoff-agenda"),
        (("massnahmen", 0), ("massnahme",), "status-quo-ermitteln"),
        (("szenarien", 0), ("szenario",), "am-anfang"),
    ]


def test_every_reference_names_known_types() -> None:
    for modell in MODELLE:
        for name, art in feldarten(modell).items():
            assert set(art.verweis) <= set(TYP_VON_NAME), name


def test_key_of_a_path() -> None:
    assert als_schluessel(("schritte", 0, "titel")) == "schritte[0].titel"
    assert als_schluessel(("kosten", "text")) == "kosten.text"
    assert als_schluessel(("nutzen", 2)) == "nutzen[2]"


def test_types_with_a_page_have_editorial_fields() -> None:
    for typ in INHALTSTYPEN:
        # A document is shown on the page of its template.
        hat_seite = not typ.liste and typ.name != "dokument"
        assert issubclass(typ.modell, Seitendatensatz) is hat_seite
    assert TYP_VON_NAME["handlungsfeld"].modell is Handlungsfeld


@pytest.mark.parametrize(
    ("kopf", "code"),
    [
        ({"stand": "2026-11-22", "aenderungen": AENDERUNGEN}, ""),
        ({"stand": "2026-11-22", "aenderungen": AENDERUNGEN[::-1]}, "S025"),
        ({"stand": "2026-11-22", "aenderungen": SPAETE_AENDERUNG}, "S026"),
        ({"aenderungen": AENDERUNGEN}, "S026"),
        ({}, ""),
    ],
)
def test_changes_of_a_page_follow_the_same_rules(kopf: dict[str, Any], code: str) -> None:
    werte = {"titel": "T", "kurzbeschreibung": "K", **kopf}
    if not code:
        assert Kapitelkopf.model_validate(werte).titel == "T"
        return
    with pytest.raises(ValidationError) as fehler:
        Kapitelkopf.model_validate(werte)
    assert [(e.get("ctx") or {})["code"] for e in fehler.value.errors()] == [code]
