"""The handbook names every field, code, macro and command, and is up to date."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

import pytest

from leitfaden.checks.messages import MELDUNGEN
from leitfaden.cli import _parser
from leitfaden.model.betreiber import Betreiber
from leitfaden.model.felder_kunde import feldarten
from leitfaden.model.kapitel import Kapitelkopf
from leitfaden.model.typen import INHALTSTYPEN
from leitfaden.render.handbuch import handbuchseiten
from leitfaden.views.makrokunde import MAKROS

PROJEKT = Path(__file__).resolve().parents[2]
SEITEN = handbuchseiten(MELDUNGEN)
FELDER = SEITEN["docs/mitwirken/felder.md"]
TEXT = SEITEN["docs/mitwirken/meldungen.md"]
MAKROSEITE = SEITEN["docs/mitwirken/makros.md"]


def _abschnitt(seite: str, anker: str) -> str:
    """Return the part of a page from a heading of second level to the next one."""
    teile = re.split(r"^## ", seite, flags=re.MULTILINE)
    return next(teil for teil in teile if f"{{#{anker}}}" in teil.split("\n", 1)[0])


def _tabelle(abschnitt: str, pfad: str) -> set[str]:
    """Return the field names in the table of a group; an empty path means the record itself."""
    teile = re.split(r"^### .*`(.+)`$", abschnitt, flags=re.MULTILINE)
    tabellen = dict(zip(teile[1::2], teile[2::2], strict=True)) | {"": teile[0]}
    return set(re.findall(r"^\| `(\w+)` \|", tabellen[pfad], flags=re.MULTILINE))


@pytest.mark.parametrize(
    ("anker", "modell"),
    [
        *((typ.name, typ.modell) for typ in INHALTSTYPEN),
        ("seite", Kapitelkopf),
        ("betreiber", Betreiber),
    ],
)
def test_every_field_stands_in_the_table_of_its_group(anker: str, modell: type) -> None:
    abschnitt = _abschnitt(FELDER, anker)
    offen = [("", modell)]
    while offen:
        pfad, gruppe = offen.pop()
        soll = set(feldarten(gruppe))
        if not pfad and "data/" in abschnitt and ".yml`" in abschnitt and "<kennung>" in abschnitt:
            soll.discard("id")  # the file name is the id
        assert _tabelle(abschnitt, pfad) == soll
        for name, art in feldarten(gruppe).items():
            if art.gruppe is not None:
                offen.append((f"{pfad}.{name}" if pfad else name, art.gruppe))


def test_every_field_has_description_and_example() -> None:
    zeilen = [z for z in FELDER.splitlines() if z.startswith("| `")]
    for zeile in zeilen:
        zellen = [zelle.strip() for zelle in re.split(r"(?<!\\)\|", zeile)[1:-1]]
        assert len(zellen) == 5, zeile
        assert all(zellen), zeile
        assert "0 Zeichen" not in re.findall(r"höchstens (.*)", zellen[3]), zeile


@pytest.mark.parametrize("code", MELDUNGEN)
def test_every_code_is_explained(code: str) -> None:
    teil = TEXT.split(f"### {code}: {MELDUNGEN[code].titel} {{#{code.lower()}}}\n")[1]
    teil = teil.split("\n### ")[0]
    for wort in ("Hilfe: ", "Falsch:", "Richtig:"):
        assert wort in teil
    prosa = re.sub(r"^```$.*?^```$", "", teil, flags=re.MULTILINE | re.DOTALL)
    assert not re.search(r"\{\w+\}", prosa), "a place for a value is left in the sentence"


@pytest.mark.parametrize("name", MAKROS)
def test_every_macro_stands_with_arguments_and_example(name: str) -> None:
    abschnitt = _abschnitt(MAKROSEITE, f"makro-{name.replace('_', '-')}")
    assert MAKROS[name].beispiel in abschnitt
    assert set(re.findall(r"^\| `(\w+)` \|", abschnitt, re.MULTILINE)) == set(MAKROS[name].angaben)


def test_every_command_stands_in_the_readme() -> None:
    befehle = next(
        aktion.choices
        for aktion in _parser()._actions
        if isinstance(aktion, argparse._SubParsersAction)
    )
    readme = (PROJEKT / "README.md").read_text(encoding="utf-8")
    for befehl in befehle:
        assert f"`leitfaden {befehl}" in readme, befehl


def test_every_make_target_in_the_documents_exists() -> None:
    makefile = (PROJEKT / "Makefile").read_text(encoding="utf-8")
    ziele = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    for datei in ("README.md", "CONTRIBUTING.md", "docs/entwicklung/index.md"):
        genannt = re.findall(r"`make ([a-z-]+)", (PROJEKT / datei).read_text(encoding="utf-8"))
        assert set(genannt) <= ziele, datei


@pytest.mark.parametrize("pfad", SEITEN)
def test_generated_page_is_up_to_date(pfad: str) -> None:
    text = (PROJEKT / pfad).read_text(encoding="utf-8")
    assert text == SEITEN[pfad], "run: leitfaden erzeugen"


def test_modules_named_in_the_architecture_exist() -> None:
    seite = PROJEKT / "docs/entwicklung/architektur.md"
    paket = PROJEKT / "macros/leitfaden"
    for zelle in re.findall(r"^\| (`[^|]+) \|", seite.read_text(encoding="utf-8"), re.MULTILINE):
        ordner = ""
        for name in re.findall(r"`([\w/]+(?:\.py|/))`", zelle):
            ordner = name.rpartition("/")[0] if "/" in name.rstrip("/") else ordner
            ziel = name if "/" in name.rstrip("/") else f"{ordner}/{name}"
            assert (paket / ziel).exists(), ziel


def test_issue_form_asks_for_the_fields_of_an_example() -> None:
    formular = (PROJEKT / ".github/ISSUE_TEMPLATE/praxisbeispiel.yml").read_text(encoding="utf-8")
    gefragt = set(re.findall(r"^    id: (\w+)$", formular, re.MULTILINE)) - {"einverstaendnis"}
    felder = {typ.name: typ.modell for typ in INHALTSTYPEN}["praxisbeispiel"].model_fields
    redaktion = {
        "id", "beleglage", "stand", "aenderungen", "geprueft", "naechste_pruefung", "zustand",
        "gueltig_ab", "gueltig_bis", "fruehere_ids",
    }  # fmt: skip
    assert gefragt == set(felder) - redaktion
