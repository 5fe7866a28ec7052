"""Early warning: the same tree built with a second engine. It reports, it does not block."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import warnings
from pathlib import Path

import pytest

from leitfaden.engines.bestand import bestand
from leitfaden.engines.schale import huelle
from leitfaden.render.seitenbaum import schreibe_seitenbaum
from tests.projekt import lege_projekt_an
from tests.site.html import lies_html

pytestmark = pytest.mark.site

EINSTELLUNGEN = """\
site_name: Umsetzungsbibliothek
site_url: https://umsetzungsbibliothek.example/
docs_dir: baum/{sprache}
site_dir: ausgabe-{sprache}
theme: {{name: material, custom_dir: overrides, language: {sprache}, font: false}}
plugins:
  - macros:
      module_name: macros/main
      render_by_default: false
      on_undefined: strict
      on_error_fail: true
      j2_comment_start_string: "{{##"
      j2_comment_end_string: "##}}"
markdown_extensions: [leitfaden.engines.fertiges_html, tables, attr_list, def_list]
nav: [index.md]
extra: {{lb: {huelle}}}
"""


class Warnung(UserWarning):
    """The second engine built something else."""


def _woerter(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


@pytest.mark.filterwarnings("default::tests.site.test_zweite_maschine.Warnung")
def test_second_engine_builds_the_same_words(tmp_path: Path) -> None:
    projekt = lege_projekt_an(tmp_path / "projekt")
    daten = bestand(projekt)
    anzahl = schreibe_seitenbaum(daten.plaene, projekt, projekt / "baum")
    assert anzahl > 20
    maengel = []
    for sprache, plan in daten.plaene.items():
        datei = projekt / f"zensical-{sprache}.yml"
        worte = json.dumps(huelle(), ensure_ascii=False)
        datei.write_text(EINSTELLUNGEN.format(sprache=sprache, huelle=worte), encoding="utf-8")
        befehl = [sys.executable, "-m", "zensical", "build", "-f", datei.name]
        lauf = subprocess.run(befehl, cwd=projekt, capture_output=True, text=True, check=False)
        if lauf.returncode:
            maengel.append(f"{sprache}: {(lauf.stderr or lauf.stdout)[-600:]}")
            continue
        for seite in plan.seiten:
            gebaut = projekt / f"ausgabe-{sprache}" / seite.url / "index.html"
            if not gebaut.is_file():
                maengel.append(f"{sprache}: {seite.url} fehlt")
            elif seite.titel not in _woerter(lies_html(gebaut.read_text("utf-8")).haupttext):
                maengel.append(f"{sprache}: {seite.url} zeigt den Titel nicht")
    for mangel in maengel:
        warnings.warn(Warnung(mangel), stacklevel=1)
