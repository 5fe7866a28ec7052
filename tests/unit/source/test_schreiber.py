"""Files written for editors: new records, English files, confirmed translations."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from leitfaden.findings import Finding
from leitfaden.model.typen import INHALTSTYPEN, Inhaltstyp
from leitfaden.model.uebersetzung import Uebersetzung, englisches_modell, gleiche_ab
from leitfaden.source import schreiber
from leitfaden.source.loader import Ladung, lade
from leitfaden.source.yaml_reader import lies_yaml

SEITENTYPEN = [typ for typ in INHALTSTYPEN if not typ.liste]
SCHLUESSEL = ("massnahme", "digital-navigatoren")


# What an example alone cannot fulfil: minimum lengths and rules between fields.
AUSGEFUELLT: dict[str, dict[str, Any]] = {
    "handlungsfeld": {"probleme": ["a", "b"]},
    "massnahme": {"tiefe": "kurz"},
    "szenario": {"erkennungszeichen": ["a", "b", "c"]},
    "vorlage": {"inhalt": ["a", "b", "c"]},
}


@pytest.mark.parametrize("typ", SEITENTYPEN, ids=lambda t: t.name)
def test_new_record_of_every_type_parses_and_is_valid_once_filled_in(typ: Inhaltstyp) -> None:
    text = schreiber.neuer_satz(typ, "../../schema/x.schema.json")
    dokument = lies_yaml("neu.yml", text)
    assert dokument.findings == []
    felder = {**dokument.wert, **AUSGEFUELLT.get(typ.name, {})}
    if "quellen" in typ.modell.model_fields:
        felder["quellen"] = ["x"]
    for name in ("schritte", "weg", "erste_90_tage"):
        if name in felder:
            felder[name] = [dict(felder[name][0]) for _ in range(3)]
    for nummer, station in enumerate(felder.get("weg", ())):
        station["massnahme"] = f"m-{nummer}"
    typ.modell.model_validate({**felder, "id": "neu"})


@pytest.mark.parametrize("typ", SEITENTYPEN, ids=lambda t: t.name)
def test_new_record_names_every_field_and_comments_optional_ones_out(typ: Inhaltstyp) -> None:
    text = schreiber.neuer_satz(typ, "s.json")
    assert text.startswith("# yaml-language-server: $schema=s.json\n")
    aktiv = lies_yaml("neu.yml", text).wert
    ganz = lies_yaml(
        "neu.yml",
        "\n".join(
            zeile.removeprefix("# ")
            for absatz in text.split("\n\n")[1:]
            for zeile in absatz.split("\n")[1:]
        ),
    )
    assert ganz.findings == []
    felder = {n: i for n, i in typ.modell.model_fields.items() if n != "id"}
    assert set(ganz.wert) == set(felder)
    ueblich = ("quellen", "abschnitte")
    assert set(aktiv) == {n for n, i in felder.items() if i.is_required() or n in ueblich}
    assert "zustand" not in felder or aktiv["zustand"] == "entwurf"
    for info in felder.values():
        assert f"# {info.description}" in text


SKALARE = [
    "Text", "no", "Ja", "null", "~", "a: b", "a #b", "- a", "*fett*", "&x", "12", "1.5", "2021-07",
    "", " ", "“x”", '"x"', "it's", "ä", "zwei\nZeilen", "x:", "100 %", "@a", "{x}", "[x]", "!x",
    "on", "yes", "a|b", "x ", "1:30", "true", "a\\b", "e\u200bf",
]  # fmt: skip


@pytest.mark.parametrize("text", SKALARE)
def test_scalar_reads_back_the_same(text: str) -> None:
    geschrieben = schreiber._skalar(text)
    for dokument in (lies_yaml("d", f"k: {geschrieben}"), lies_yaml("d", f"- {geschrieben}")):
        assert dokument.findings == []
        wert = dokument.wert["k"] if isinstance(dokument.wert, dict) else dokument.wert[0]
        assert wert == text


def englisch_aus(text: str) -> Uebersetzung:
    from leitfaden.model.massnahme import Massnahme

    satz = englisches_modell(Massnahme).model_validate(lies_yaml("d", text).wert)
    return Uebersetzung(satz.model_dump(exclude={"quellstand"}), dict(satz.quellstand))


def test_english_file_keeps_texts_and_hashes_and_lists_what_is_missing(ladung: Ladung) -> None:
    satz = ladung.katalog.massnahmen["digital-navigatoren"]
    alt = ladung.katalog.uebersetzungen[SCHLUESSEL]
    text = schreiber.uebersetzungsdatei(satz, alt, "s.json")
    assert "# fehlt" not in text
    neu = englisch_aus(text)
    assert neu.quellstand == alt.quellstand
    assert gleiche_ab(satz, neu) == gleiche_ab(satz, alt)
    assert list(neu.texte["schritte"]) == list(alt.texte["schritte"])


def test_new_english_file_is_valid_and_has_german_texts_as_comments(
    small_copy: Path, check: Callable[[Path], list[Finding]]
) -> None:
    satz = lade(small_copy).katalog.vorlagen["it-liste"]
    datei = small_copy / "data" / "vorlagen" / "it-liste.en.yml"
    datei.write_text(schreiber.uebersetzungsdatei(satz, None, "s.json"), encoding="utf-8")
    assert "# fehlt: inhalt[0]: Anleitung\n" in datei.read_text(encoding="utf-8")
    assert [(b.code, b.as_dict["anzahl"]) for b in check(small_copy)] == [("T020", "7")]


def test_gaps_inside_lists_survive_rewriting(ladung: Ladung) -> None:
    satz = ladung.katalog.massnahmen["status-quo-ermitteln"]
    alt = englisch_aus(
        "titel: Survey\nnutzen: [One, ~, Three]\nschritte:\n  - {titel: First}\n  - ~\n  - {}\n"
        "  - {wer: Office}\nkosten: {}\n"
    )
    neu = englisch_aus(schreiber.uebersetzungsdatei(satz, alt, "s.json"))
    assert gleiche_ab(satz, neu) == gleiche_ab(satz, alt)


def test_confirming_writes_hashes_and_leaves_texts_as_typed(
    small_copy: Path, check: Callable[[Path], list[Finding]]
) -> None:
    datei = small_copy / "data" / "massnahmen" / "digital-navigatoren.en.yml"
    vorher = datei.read_text(encoding="utf-8")
    datei.write_text("# Kommentar\n" + vorher.split("quellstand:", 1)[0], encoding="utf-8")
    assert {b.code for b in check(small_copy)} == {"T021"}
    katalog = lade(small_copy).katalog
    anzahl = schreiber.bestaetige(
        datei, katalog.massnahmen[SCHLUESSEL[1]], katalog.uebersetzungen[SCHLUESSEL]
    )
    assert anzahl == 31
    assert check(small_copy) == []
    assert datei.read_text(encoding="utf-8") == "# Kommentar\n" + vorher


def test_confirming_after_a_german_change_renews_only_that_hash(
    small_copy: Path, check: Callable[[Path], list[Finding]]
) -> None:
    deutsch = small_copy / "data" / "massnahmen" / "digital-navigatoren.yml"
    text = deutsch.read_text(encoding="utf-8")
    deutsch.write_text(text.replace("Nur Arbeitszeit.", "Nur Zeit."), encoding="utf-8")
    assert [(b.code, b.as_dict["feld"]) for b in check(small_copy)] == [("T021", "kosten.text")]
    datei = deutsch.with_name("digital-navigatoren.en.yml")
    vorher = datei.read_text(encoding="utf-8").split("\n")
    katalog = lade(small_copy).katalog
    schreiber.bestaetige(
        datei, katalog.massnahmen[SCHLUESSEL[1]], katalog.uebersetzungen[SCHLUESSEL]
    )
    nachher = datei.read_text(encoding="utf-8").split("\n")
    anders = [a for a, b in zip(vorher, nachher, strict=True) if a != b]
    assert len(anders) == 1
    assert '"kosten.text"' in anders[0]
    assert check(small_copy) == []


def test_confirming_an_empty_file_stays_valid(
    small_copy: Path, check: Callable[[Path], list[Finding]]
) -> None:
    datei = small_copy / "data" / "vorlagen" / "it-liste.en.yml"
    datei.write_text("quellstand: {}\n", encoding="utf-8")
    katalog = lade(small_copy).katalog
    schluessel = ("vorlage", "it-liste")
    satz = katalog.vorlagen["it-liste"]
    assert schreiber.bestaetige(datei, satz, katalog.uebersetzungen[schluessel]) == 0
    assert [b.code for b in check(small_copy)] == ["T020"]


def test_list_file_names_missing_texts_in_comments_of_one_line(ladung: Ladung) -> None:
    satz = ladung.katalog.glossar["ikz"].model_copy(update={"definition": "Eins.\n\nb: &c [zwei"})
    leer = schreiber.uebersetzungsliste([satz], {}, "s.json", neu_stempeln=False)
    assert "# fehlt: ikz.definition: Eins. b: &c [zwei\n" in leer
    halb = Uebersetzung({"begriff": "IMC"}, {})
    text = schreiber.uebersetzungsliste([satz], {"ikz": halb}, "s.json", neu_stempeln=True)
    dokument = lies_yaml("d", text)
    assert dokument.findings == []
    assert [(e["id"], e["begriff"], list(e["quellstand"])) for e in dokument.wert] == [
        ("ikz", "IMC", ["begriff"])
    ]
    assert "  # fehlt: definition: Eins. b: &c [zwei\n" in text
