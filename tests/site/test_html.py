"""The Nu HTML Checker finds no error on any page."""

from __future__ import annotations

import json
import subprocess

import pytest

from tests.browser_bereitstellen import JAVA, werkzeug
from tests.website import Website

pytestmark = pytest.mark.site


def _pruefe(*dateien: str, eingabe: str | None = None) -> list[dict[str, object]]:
    """Run the checker; returns its messages about errors."""
    java = JAVA.finde()
    assert java is not None, JAVA.hilfe
    programm = werkzeug("pruefung") / "vnu-jar" / "build" / "dist" / "vnu.jar"
    assert programm.is_file(), programm
    befehl = [java, "-jar", str(programm), "--errors-only", "--format", "json", *dateien]
    # The checker ends with 1 if it finds errors; then its report is what counts.
    lauf = subprocess.run(befehl, input=eingabe, capture_output=True, text=True, check=False)
    assert lauf.stderr.lstrip().startswith("{"), lauf.stderr
    return list(json.loads(lauf.stderr)["messages"])


def test_no_page_has_an_error(website: Website) -> None:
    seiten = [str(website.wurzel / pfad) for pfad in website.seiten]
    assert len(seiten) > 100
    maengel = [
        f"{str(m['url']).split('/site/')[-1]}:{m.get('lastLine')}: {m['message']}"
        for m in _pruefe(*seiten)
    ]
    assert not maengel, "\n".join(maengel[:100])


def test_the_checker_finds_errors() -> None:
    falsch = "<!doctype html><html lang=de><title>a</title><p id=a><b id=a>b</p></html>"
    meldungen = [str(m["message"]) for m in _pruefe("-", eingabe=falsch)]
    assert any("Duplicate ID" in text for text in meldungen)
