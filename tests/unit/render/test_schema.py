"""JSON Schemas: up to date, valid, and true for the real data."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from leitfaden import cli
from leitfaden.model.typen import INHALTSTYPEN, Inhaltstyp
from leitfaden.render.schema import schemadateien
from leitfaden.source.dateien import finde_dateien
from leitfaden.source.yaml_reader import lies_yaml


@pytest.fixture(scope="module")
def schemas() -> dict[str, Any]:
    return {name: json.loads(text) for name, text in schemadateien().items()}


def test_committed_schemas_equal_the_generated_ones(projekt: Path) -> None:
    assert cli.main(["--projekt", str(projekt), "erzeugen", "--check"]) == 0
    assert {p.name for p in (projekt / "schema").iterdir()} == set(schemadateien())


def test_stale_schema_is_named_with_its_remedy(
    small_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ordner = small_copy / "schema"
    assert cli.main(["--projekt", str(small_copy), "erzeugen"]) == 0
    capsys.readouterr()
    assert cli.main(["--projekt", str(small_copy), "erzeugen", "--check"]) == 0
    (ordner / "links.schema.json").write_text("{}", encoding="utf-8")
    (ordner / "vorlagen.schema.json").unlink()
    assert cli.main(["--projekt", str(small_copy), "erzeugen", "--check"]) == 1
    meldung = capsys.readouterr().err.splitlines()
    assert [z.split(" ")[0] for z in meldung] == [
        "schema/vorlagen.schema.json",
        "schema/links.schema.json",
    ]
    assert all(z.endswith("Abhilfe: leitfaden erzeugen") for z in meldung)
    assert (ordner / "links.schema.json").read_text(encoding="utf-8") == "{}"


def als_json(wert: Any) -> Any:
    """What a checker of JSON Schemas sees of a YAML file: dates are text."""
    if isinstance(wert, dict):
        return {name: als_json(innen) for name, innen in wert.items()}
    if isinstance(wert, list):
        return [als_json(innen) for innen in wert]
    return wert.isoformat() if isinstance(wert, date) else wert


def pruefer(schema: Any) -> Any:
    jsonschema = pytest.importorskip("jsonschema")
    jsonschema.Draft7Validator.check_schema(schema)
    return jsonschema.Draft7Validator(schema)


@pytest.mark.parametrize("ordner", ["projekt", "small"])
def test_every_record_is_valid_under_its_schema(
    schemas: dict[str, Any], request: pytest.FixtureRequest, ordner: str
) -> None:
    pruefer_von = {name: pruefer(schema) for name, schema in schemas.items()}
    dateien, _ = finde_dateien(request.getfixturevalue(ordner))
    assert dateien
    for datei in dateien:
        endung = ".en" if datei.sprache == "en" else ""
        dokument = lies_yaml(datei.pfad, datei.voll.read_text(encoding="utf-8"))
        fehler = pruefer_von[f"{datei.typ.mehrzahl}{endung}.schema.json"].iter_errors(
            als_json(dokument.wert)
        )
        assert [f.message for f in fehler] == [], datei.pfad


def test_the_operators_file_is_valid_with_and_without_open_places(
    schemas: dict[str, Any], projekt: Path, small: Path
) -> None:
    schema = pruefer(schemas["betreiber.schema.json"])
    for ordner in (projekt, small):
        text = (ordner / "betreiber.yml").read_text(encoding="utf-8")
        wert = als_json(lies_yaml("betreiber.yml", text).wert)
        assert [f.message for f in schema.iter_errors(wert)] == []
        assert text.startswith("# yaml-language-server: $schema=schema/betreiber.schema.json\n")
        assert not schema.is_valid(wert | {"email": "keine Adresse"})


def test_every_record_names_its_schema(projekt: Path) -> None:
    dateien, _ = finde_dateien(projekt)
    for datei in dateien:
        erste = datei.voll.read_text(encoding="utf-8").split("\n", 1)[0]
        endung = ".en" if datei.sprache == "en" else ""
        weg = "../schema" if datei.typ.liste else "../../schema"
        schema = f"{weg}/{datei.typ.mehrzahl}{endung}.schema.json"
        assert erste == f"# yaml-language-server: $schema={schema}", datei.pfad


@pytest.mark.parametrize("typ", INHALTSTYPEN, ids=lambda t: t.name)
def test_schema_knows_every_field_and_its_description(
    schemas: dict[str, Any], typ: Inhaltstyp
) -> None:
    schema = schemas[f"{typ.mehrzahl}.schema.json"]
    satz = schema["items"] if typ.liste else schema
    felder = set(typ.modell.model_fields) - (set() if typ.liste else {"id"})
    assert set(satz["properties"]) == felder
    assert satz["additionalProperties"] is False
    for name in felder:
        angabe = satz["properties"][name]
        assert angabe["description"] == typ.modell.model_fields[name].description


@pytest.mark.parametrize(
    ("aenderung", "gut"),
    [
        ({}, True),
        ({"rechtlich_pruefen": "ja"}, True),
        ({"rechtlich_pruefen": "vielleicht"}, False),
        ({"id": "x"}, False),
        ({"kennung": "T5"}, False),
        ({"unbekannt": 1}, False),
        ({"zielgruppen": ["hauptamd"]}, False),
        ({"inhalt": ["a"]}, False),
        ({"version": 1.0}, False),
    ],
)
def test_editor_sees_the_same_mistakes_as_the_check(
    schemas: dict[str, Any], small: Path, aenderung: dict[str, Any], gut: bool
) -> None:
    text = (small / "data" / "vorlagen" / "it-liste.yml").read_text(encoding="utf-8")
    wert = als_json(lies_yaml("d", text).wert) | aenderung
    assert pruefer(schemas["vorlagen.schema.json"]).is_valid(wert) is gut
