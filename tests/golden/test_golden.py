"""Golden cases: short YAML texts with what must come out of them.

After a wanted change: `GOLDEN_NEU=1 pytest tests/golden`, then read the difference.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from jinja2 import Environment, StrictUndefined

from leitfaden.checks.berichte import als_text
from leitfaden.findings import Finding
from leitfaden.render.makros import Makros
from leitfaden.render.markdown import als_html
from leitfaden.render.satzseite import markdown_datei
from leitfaden.views.bibliothek import Bibliothek
from leitfaden.views.makrokunde import MAKROS
from leitfaden.views.seitenplan import Seitenplan

HIER = Path(__file__).parent
NEU = bool(os.environ.get("GOLDEN_NEU"))
HOECHSTENS = 40


def lies(name: str) -> list[dict[str, str]]:
    return list(yaml.safe_load((HIER / f"{name}.yml").read_text(encoding="utf-8")))


def faelle(name: str) -> Any:
    return [pytest.param(fall, id=fall["fall"]) for fall in lies(name)]


def vergleiche(name: str, fall: dict[str, str], ist: str) -> None:
    """Compare with the case, or write what came out into it."""
    if NEU:
        alle = lies(name)
        next(f for f in alle if f["fall"] == fall["fall"])["ergebnis"] = ist
        (HIER / f"{name}.yml").write_text(als_yaml(alle), encoding="utf-8")
        return
    assert ist == fall["ergebnis"]


def als_yaml(alle: list[dict[str, str]]) -> str:
    class Schreiber(yaml.SafeDumper):
        pass

    Schreiber.add_representer(
        str,
        lambda s, t: s.represent_scalar(
            "tag:yaml.org,2002:str", t, style="|" if "\n" in t else None
        ),
    )
    return "\n".join(
        yaml.dump([f], Dumper=Schreiber, sort_keys=False, allow_unicode=True, width=1000)
        for f in alle
    )


@pytest.mark.parametrize("fall", faelle("makros"))
def test_macro(bibliotheken: dict[str, Bibliothek], fall: dict[str, str]) -> None:
    makros = Makros(bibliotheken[fall.get("sprache", "de")], fall.get("basis", "../"))
    umgebung = Environment(undefined=StrictUndefined, autoescape=False)
    ist = umgebung.from_string(fall["aufruf"]).render({n: getattr(makros, n) for n in MAKROS})
    vergleiche("makros", fall, ist)


@pytest.mark.parametrize("fall", faelle("markdown"))
def test_markdown_of_a_text_field(fall: dict[str, str]) -> None:
    vergleiche("markdown", fall, str(als_html(fall["text"])))


@pytest.mark.parametrize("fall", faelle("seiten"))
def test_file_of_the_build_tree(bibliotheken: dict[str, Bibliothek], fall: dict[str, str]) -> None:
    plan = Seitenplan(bibliotheken[fall["sprache"]])
    pfad, text = markdown_datei(plan, plan.seite(fall["url"]))
    vergleiche("seiten", fall, f"{pfad}\n{text}")


@pytest.fixture(scope="module")
def nach_code(broken: Path, check: Callable[..., list[Finding]]) -> dict[str, Finding]:
    return {befund.code: befund for befund in check(broken, produktion=True)}


@pytest.mark.parametrize("fall", faelle("meldungen"))
def test_message_as_an_editor_sees_it(
    nach_code: dict[str, Finding], broken: Path, fall: dict[str, str]
) -> None:
    vergleiche("meldungen", fall, als_text(broken, [nach_code[fall["fall"]]], 1))


@pytest.mark.parametrize("name", ["makros", "markdown", "seiten", "meldungen"])
def test_cases_stay_short_and_have_names_of_their_own(name: str) -> None:
    namen = [fall["fall"] for fall in lies(name)]
    assert len(set(namen)) == len(namen)
    for fall in lies(name):
        assert fall["ergebnis"].count("\n") < HOECHSTENS, fall["fall"]


def test_every_macro_has_a_case() -> None:
    aufrufe = " ".join(fall["aufruf"] for fall in lies("makros"))
    assert [name for name in MAKROS if f"{{{{ {name}(" not in aufrufe] == []
