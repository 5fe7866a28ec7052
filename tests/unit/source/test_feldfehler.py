"""What pydantic rejects becomes findings in the editor's words, at the exact place."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Any

import pytest
from pydantic import BaseModel, StringConstraints, ValidationError, model_validator

from leitfaden.model.felder import Id, JaNein, Monat, Teil, Zeile, feld, regel
from leitfaden.model.praxisbeispiel import Zahl
from leitfaden.model.uebersetzung import englisches_modell
from leitfaden.source.feldfehler import feldfehler, vorschlag
from leitfaden.source.yaml_reader import lies_yaml


class Farbe(StrEnum):
    ROT = "rot"
    GRUEN = "gruen"


class Innen(Teil):
    name: Zeile = feld("Name.", "Sayda")
    zahl: int | None = feld("Zahl.", 1, default=None, ge=1, le=9)


class Satz(Teil):
    titel: Annotated[str, StringConstraints(min_length=2, max_length=5)] = feld("Titel.", "Text")
    farbe: Farbe | None = feld("Farbe.", "rot", default=None)
    farben: tuple[Farbe, ...] = feld("Farben.", ["rot"], default=(), min_length=1)
    teile: tuple[Innen, ...] = feld("Teile.", [{"name": "x"}], default=())
    drei: tuple[Zeile, Zeile, Zeile] | None = feld("Drei.", ["a", "b", "c"], default=None)
    fest: tuple[Zeile, Zeile] = feld("Zwei.", ["a", "b"], default=("a", "b"))
    tag: date | None = feld("Tag.", "2026-11-22", default=None)
    monat: Monat | None = feld("Monat.", "2021-07", default=None)
    ids: tuple[Id, ...] = feld("Ids.", ["wissen-sichern"], default=())
    offen: JaNein = feld("Offen.", True, default=False)

    @model_validator(mode="after")
    def _pruefe(self) -> Satz:
        if self.titel == "boese":
            raise regel("S024", "teile.0.name", id="x")
        return self


def pruefe(text: str, modell: type[BaseModel] = Satz) -> list[tuple[str, str, dict[str, str]]]:
    dokument = lies_yaml("d", text)
    assert dokument.findings == []
    try:
        modell.model_validate(dokument.wert)
    except ValidationError as fehler:
        befunde = feldfehler(dokument, modell, fehler)
        return [(b.code, f"{b.location.line}:{b.location.column}", b.as_dict) for b in befunde]
    return []


@pytest.mark.parametrize(
    ("text", "code", "ort", "werte"),
    [
        ("farbe: rot", "S001", "1:1", {"feld": "titel"}),
        ("titel: Text\nteile:\n  - zahl: 1", "S001", "3:5", {"feld": "name"}),
        ("titel: Text\nfarb: rot", "S002", "2:1", {"feld": "farb"}),
        ("titel: Text\nteile:\n  - {name: x, nmae: y}", "S002", "3:15", {"feld": "nmae"}),
        ("titel: Text\nfarbe: blau", "S003", "2:8", {"wert": "blau", "erlaubt": "rot, gruen"}),
        ("titel: Text\nfarben: [rot, grun]", "S003", "2:15", {"wert": "grun"}),
        ("titel: 12", "S004", "1:8", {"erwartet": "ein Text"}),
        ("titel: Text\nteile: x", "S004", "2:8", {"erwartet": "eine Liste mit Spiegelstrichen"}),
        ("titel: Text\nteile: [x]", "S004", "2:9", {"erwartet": "eine Gruppe von Feldern"}),
        ("titel: Text\noffen: vielleicht", "S004", "2:8", {"erwartet": "„ja“ oder „nein“"}),
        ("titel: Text\nteile: [{name: x, zahl: viel}]", "S004", "2:25", {"feld": "zahl"}),
        ("titel: Text\nids: [a, Wissen Sichern]", "S005", "2:10", {"beispiel": "wissen-sichern"}),
        ("titel: Text\nmonat: 07/2021", "S005", "2:8", {"wert": "07/2021", "beispiel": "2021-07"}),
        ("titel: Zu lang", "S006", "1:8", {"grenze": "5", "einheit": "Zeichen"}),
        ("titel: x", "S007", "1:8", {"grenze": "2", "einheit": "Zeichen"}),
        ("titel: Text\nfarben: []", "S007", "2:9", {"grenze": "1", "einheit": "Einträge"}),
        ("titel: Text\nfest: [a]", "S007", "2:7", {"grenze": "2", "einheit": "Einträge"}),
        ("titel: Text\nfest: [a, b, c]", "S006", "2:7", {"grenze": "2", "einheit": "Einträge"}),
        ("titel: Text\ntag: 22.11.2026", "S008", "2:6", {"wert": "22.11.2026"}),
        ("titel:", "S009", "1:1", {"feld": "titel"}),
        ("titel: Text\nfarben:", "S009", "2:1", {"feld": "farben"}),
        ("titel: Text\nfarben: [~]", "S009", "2:10", {"feld": "farben"}),
        ("titel: Text\nteile: [{name: x, zahl: 0}]", "S010", "2:25", {"grenze": "1"}),
        ("titel: Text\nteile: [{name: x, zahl: 10}]", "S010", "2:25", {"grenze": "9"}),
        ("titel: boese\nteile: [{name: x}]", "S024", "2:16", {"feld": "name", "id": "x"}),
    ],
)
def test_mistake_becomes_one_finding(text: str, code: str, ort: str, werte: dict[str, str]) -> None:
    befunde = pruefe(text)
    assert [(c, o) for c, o, _ in befunde] == [(code, ort)]
    assert befunde[0][2].items() >= werte.items()


def test_all_mistakes_of_a_record_are_reported_together() -> None:
    text = "titel: Zu lang\nfarbe: blau\nteile:\n  - zahl: 0\nunsinn: 1"
    assert sorted(code for code, _, _ in pruefe(text)) == ["S001", "S002", "S003", "S006", "S010"]


def test_valid_record_has_no_finding() -> None:
    text = "titel: Text\nfarbe: gruen\noffen: ja\ntag: 2026-11-22\nteile: [{name: x, zahl: 9}]"
    assert pruefe(text) == []


def test_wrong_entries_do_not_make_a_list_look_short() -> None:
    assert [c for c, _, _ in pruefe("titel: Text\nfarben: [blau]")] == ["S003"]


def test_number_field_with_two_types_is_one_finding() -> None:
    text = "wert: viele\neinheit: x\nbedeutung: x\nquelle: x"
    assert [(c, o) for c, o, _ in pruefe(text, Zahl)] == [("S004", "1:7")]


def test_field_of_the_german_file_in_a_translation_is_named() -> None:
    modell = englisches_modell(Satz)
    befunde = pruefe("farbe: rot", modell)
    assert [(c, o) for c, o, _ in befunde] == [("S012", "1:1")]


@pytest.mark.parametrize(
    ("wort", "erlaubt", "satz"),
    [
        ("mobilität", ["energie", "mobilitaet"], " Meinten Sie „mobilitaet“?"),
        ("ROT", ["rot"], " Meinten Sie „rot“?"),
        ("rot", ["Rot"], " Meinten Sie „Rot“?"),
        ("xyz", ["energie"], ""),
        ("x", [], ""),
    ],
)
def test_nearest_word_is_suggested(wort: str, erlaubt: list[str], satz: str) -> None:
    assert vorschlag(wort, erlaubt) == satz


def test_root_path_leads_to_an_entry_of_a_list() -> None:
    dokument = lies_yaml("d", "- titel: Text\n- titel: x")
    wert: Any = dokument.wert[1]
    with pytest.raises(ValidationError) as fehler:
        Satz.model_validate(wert)
    befunde = feldfehler(dokument, Satz, fehler.value, (1,))
    assert [str(b.location) for b in befunde] == ["d:2:10"]
