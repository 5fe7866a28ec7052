"""Commands: exit codes, output, files."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from leitfaden import cli
from leitfaden.checks.messages import MELDUNGEN
from leitfaden.engines.bestand import aktualisiere
from leitfaden.source.loader import lade

ALLES = ("pruefen", "--produktion", "--rechtschreibung")


@pytest.fixture(autouse=True)
def _fester_tag(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795348800")


def rufe(ordner: Path, *argumente: str) -> int:
    return cli.main(["--projekt", str(ordner), *argumente])


def test_checking_good_data_ends_with_zero(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert rufe(small, "pruefen") == 0
    assert capsys.readouterr().out.startswith("0 Fehler, 0 Warnungen in ")


def test_warnings_alone_end_with_zero(
    partial_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert rufe(partial_copy, "pruefen") == 0
    assert "0 Fehler, 1 Warnung in " in capsys.readouterr().out


def test_errors_end_with_one(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert rufe(broken, *ALLES) == 1
    warnungen = sum(m.schwere.value == "warnung" for m in MELDUNGEN.values())
    ende = capsys.readouterr().out.splitlines()[-1]
    assert ende.startswith(f"{len(MELDUNGEN) - warnungen} Fehler, {warnungen} Warnungen in ")


def test_report_can_go_to_a_file(
    broken: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    datei = tmp_path / "bericht.json"
    assert rufe(broken, *ALLES, "--form", "json", "--datei", str(datei)) == 1
    assert len(json.loads(datei.read_text(encoding="utf-8"))["befunde"]) == len(MELDUNGEN)
    assert capsys.readouterr().out == ""


def test_errors_stop_the_build_and_leave_the_site_alone(
    small_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = small_copy / "site"
    site.mkdir()
    (site / "index.html").write_text("alt", encoding="utf-8")
    (small_copy / "data" / "vorlagen" / "leer.yml").write_text("# leer\n", encoding="utf-8")
    assert rufe(small_copy, "bauen") == 1
    assert (site / "index.html").read_text(encoding="utf-8") == "alt"
    meldung = capsys.readouterr().err
    assert "data/vorlagen/leer.yml:1:1: Y008" in meldung
    assert "ist unverändert" in meldung


def test_going_public_is_refused_while_something_is_open(
    small_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = small_copy / "site"
    site.mkdir()
    (site / "index.html").write_text("alt", encoding="utf-8")
    betreiber = small_copy / "betreiber.yml"
    text = betreiber.read_text(encoding="utf-8")
    betreiber.write_text(text.replace("Gemeinde Testtal", '"[Name]"', 1), encoding="utf-8")
    assert rufe(small_copy, "pruefen") == 0
    assert rufe(small_copy, "pruefen", "--produktion") == 1
    capsys.readouterr()
    assert rufe(small_copy, "bauen", "--produktion") == 1
    assert (site / "index.html").read_text(encoding="utf-8") == "alt"
    meldung = capsys.readouterr().err
    assert "betreiber.yml:2:7: S040 Im Feld „name“" in meldung
    assert "docs/impressum.md:1:1: D020" in meldung
    assert "ist unverändert" in meldung


def test_new_record_is_written_once(small_copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    datei = small_copy / "data" / "praxisbeispiele" / "neu.yml"
    assert rufe(small_copy, "neu", "praxisbeispiel", "neu") == 0
    assert datei.read_text(encoding="utf-8").startswith("# yaml-language-server: ")
    datei.write_text("mein Text\n", encoding="utf-8")
    assert rufe(small_copy, "neu", "praxisbeispiel", "neu") == 1
    assert datei.read_text(encoding="utf-8") == "mein Text\n"
    assert "gibt es schon" in capsys.readouterr().err


@pytest.mark.parametrize("satz_id", ["../../../boese", "Gross", "mit leer", "a/b", "ä", "a--b", ""])
def test_new_record_needs_a_good_id(small_copy: Path, satz_id: str) -> None:
    vorher = sorted(small_copy.parent.rglob("*"))
    try:
        code = rufe(small_copy, "neu", "vorlage", satz_id)
    except SystemExit as ende:
        code = 1 if ende.code else 0
    assert code != 0
    assert sorted(small_copy.parent.rglob("*")) == vorher


def test_translation_is_started_filled_in_and_confirmed(
    small_copy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(small_copy)
    pfad = "data/vorlagen/it-liste.yml"
    assert rufe(small_copy, "uebersetzung", "anlegen", pfad) == 0
    datei = small_copy / "data" / "vorlagen" / "it-liste.en.yml"
    text = datei.read_text(encoding="utf-8")
    datei.write_text(text.replace("quellstand", "titel: IT list\nquellstand"), encoding="utf-8")

    aktualisiere(small_copy.resolve())
    assert rufe(small_copy, "uebersetzung", "bestaetigen", pfad) == 0
    aktualisiere(small_copy.resolve())
    englisch = lade(small_copy).katalog.uebersetzungen["vorlage", "it-liste"]
    assert list(englisch.quellstand) == ["titel"]
    # Once more: the text stays, the comments for what is missing come back.
    assert rufe(small_copy, "uebersetzung", "anlegen", pfad) == 0
    text = datei.read_text(encoding="utf-8")
    assert "titel: IT list\n" in text
    assert "# fehlt: wann: " in text
    assert "# fehlt: titel" not in text
    capsys.readouterr()
    aktualisiere(small_copy.resolve())
    assert rufe(small_copy, "uebersetzung", "stand") == 0
    zeilen = {z.split()[0]: z.split()[1:] for z in capsys.readouterr().out.splitlines()}
    assert zeilen["massnahmen"][:3] == ["3", "1", "0"]
    assert zeilen["vorlagen"][:3] == ["2", "0", "0"]


@pytest.mark.parametrize("pfad", ["", "gibt/es/nicht.yml", "docs/index.md"])
def test_translation_of_something_else_is_refused(
    small_copy: Path, monkeypatch: pytest.MonkeyPatch, pfad: str
) -> None:
    monkeypatch.chdir(small_copy)
    assert rufe(small_copy, "uebersetzung", "anlegen", pfad) == 1


def test_every_code_is_explained(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert rufe(small, "erklaere") == 0
    assert len(capsys.readouterr().out.splitlines()) == len(MELDUNGEN)
    assert rufe(small, "erklaere", "s003") == 0
    assert capsys.readouterr().out.startswith("S003 Wert ist nicht erlaubt (Fehler)")


def test_unknown_code_is_answered_with_the_nearest(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert rufe(small, "erklaere", "S0003") == 1
    ausgabe = "".join(capsys.readouterr())
    assert "„S0003“ gibt es nicht" in ausgabe
    assert "Meinten Sie „S003“?" in ausgabe


def test_project_is_found_from_a_folder_inside(small: Path, tmp_path: Path) -> None:
    assert cli.finde_projekt(small / "data" / "vorlagen") == small
    with pytest.raises(SystemExit, match="Kein Projekt gefunden"):
        cli.finde_projekt(tmp_path)


def test_writing_the_tree_keeps_and_removes_the_right_files(small_copy: Path) -> None:
    assert rufe(small_copy, "erzeugen") == 0
    baum = small_copy / ".build" / "docs"
    seite = baum / "de" / "massnahmen" / "datenschutz.md"
    stand = seite.stat().st_mtime_ns
    shutil.copy(seite, baum / "en" / "fremd.md")
    assert rufe(small_copy, "erzeugen") == 0
    assert seite.stat().st_mtime_ns == stand
    assert not (baum / "en" / "fremd.md").exists()
    assert len(list((baum / "de").rglob("*.md"))) == len(list((baum / "en").rglob("*.md"))) > 10


def test_translation_of_a_list_is_started_filled_in_and_confirmed(
    small_copy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(small_copy)
    pfad = "data/glossar.yml"
    assert rufe(small_copy, "uebersetzung", "anlegen", pfad) == 0
    datei = small_copy / "data" / "glossar.en.yml"
    assert rufe(small_copy, "pruefen") == 0, capsys.readouterr().out
    datei.write_text(
        "- id: ikz\n  begriff: Inter-municipal cooperation\n  definition: Two share a task.\n",
        encoding="utf-8",
    )
    aktualisiere(small_copy.resolve())
    assert rufe(small_copy, "uebersetzung", "bestaetigen", pfad) == 0
    ladung = lade(small_copy)
    assert ladung.findings == []
    englisch = ladung.katalog.uebersetzungen["glossareintrag", "ikz"]
    assert set(englisch.quellstand) == {"begriff", "definition"}
    aktualisiere(small_copy.resolve())
    assert rufe(small_copy, "pruefen") == 0
    assert "T021" not in capsys.readouterr().out
