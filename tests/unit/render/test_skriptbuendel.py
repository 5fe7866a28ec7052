"""Modules become one classic script; whatever the bundle cannot keep is refused."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from leitfaden.engines.offline import ERSATZ, skriptbuendel
from leitfaden.render.skriptbuendel import BuendelError, buendle

KLEIN = {
    "start": 'import { zwei, drei as vier } from "./werte.mjs";\n'
    '// A comment with import("./weg.mjs").\n'
    'const spaeter = () => import("./spaeter.mjs");\n'
    "export { vier };\n",
    "werte": "export const zwei = 2;\nexport async function drei() {}\nconst intern = 1;\n",
    "spaeter": 'import "./werte.mjs";\nexport class Ding {}\n',
}


def modul(buendel: str, name: str) -> str:
    """Return the body of a module in a bundle."""
    teil = re.search(rf'baue\.set\("{name}", .*?=> \{{\n(.*?)\n\}}\);\n', buendel, re.DOTALL)
    assert teil is not None, name
    return teil[1]


def test_imports_become_calls() -> None:
    text = modul(buendle(KLEIN, {}, ["start"]), "start")
    assert 'const { zwei, drei: vier } = $lade("werte");' in text
    assert 'const spaeter = () => Promise.resolve().then(() => $lade("spaeter"));' in text
    assert "import" not in text
    assert "weg" not in text


def test_exports_are_handed_over() -> None:
    buendel = buendle(KLEIN, {}, ["start"])
    assert "Object.assign($ausfuhr, { zwei, drei });" in modul(buendel, "werte") + "\n"
    assert "Object.assign($ausfuhr, { Ding });" in modul(buendel, "spaeter")
    assert "Object.assign($ausfuhr, { vier });" in modul(buendel, "start")
    assert "export" not in buendel


def test_only_what_is_needed_comes_along_and_starts_in_order() -> None:
    quellen = {**KLEIN, "fremd": "export const x = 1;\n"}
    buendel = buendle(quellen, {}, ["werte", "start"])
    assert re.findall(r'baue\.set\("(\w+)"', buendel) == ["spaeter", "start", "werte"]
    assert re.findall(r'^lade\("(\w+)"\);$', buendel, re.MULTILINE) == ["werte", "start"]


def test_a_module_takes_the_place_of_another() -> None:
    quellen = {**KLEIN, "ersatz": "export const zwei = 3;\nexport const drei = 4;\n"}
    buendel = buendle(quellen, {"werte": "ersatz"}, ["start"])
    assert '$lade("ersatz")' in modul(buendel, "start")
    assert 'baue.set("werte"' not in buendel


@pytest.mark.parametrize(
    ("quelle", "grund"),
    [
        ('import * as alles from "./werte.mjs";\n', r"import \* as alles"),
        ('import vorgabe from "./werte.mjs";\n', "import vorgabe"),
        ("export default 1;\n", "export default"),
        ("export let zahl = 1;\n", "export let"),
        ('export { zwei } from "./werte.mjs";\n', "export {"),
        ("const m = await import(name);\n", "import"),
        ("const hier = import.meta.url;\n", "import.meta"),
        ("const $lade = 1;\n", r"\$lade"),
        ('import { fehlt } from "./werte.mjs";\n', "führt fehlt nicht aus"),
        ('import { zwei } from "./nirgends.mjs";\n', "nirgends.mjs"),
    ],
)
def test_other_syntax_is_refused(quelle: str, grund: str) -> None:
    with pytest.raises(BuendelError, match=grund):
        buendle({**KLEIN, "start": quelle}, {}, ["start"])


def test_circles_are_refused() -> None:
    quellen = {
        "a": 'import { b } from "./b.mjs";\nexport const a = 1;\n',
        "b": 'import { a } from "./a.mjs";\nexport const b = 1;\n',
    }
    with pytest.raises(BuendelError, match="a → b → a"):
        buendle(quellen, {}, ["a"])


def test_scripts_of_the_website_fit_into_a_bundle(projekt: Path, tmp_path: Path) -> None:
    ort = tmp_path / "assets"
    ort.mkdir()
    (ort / "javascripts").symlink_to(projekt / "overrides" / "assets" / "javascripts")
    buendel = skriptbuendel(tmp_path)
    namen = set(re.findall(r'baue\.set\("([\w-]+)"', buendel))
    alle = {datei.stem for datei in (ort / "javascripts").glob("*.mjs")}
    assert {name for name in alle if not name.startswith("pagefind-")} - set(ERSATZ) <= namen
    assert namen.isdisjoint(ERSATZ)
    assert "fetch(" not in buendel
