"""Files that describe the software to others: what their formats demand, and the right version."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

# https://yml.publiccode.tools/schema.core.html, version 0.5: key with the values it may have.
PFLICHT: dict[str, frozenset[str] | None] = {
    "publiccodeYmlVersion": frozenset({"0.5"}),
    "name": None,
    "platforms": frozenset({"web", "windows", "mac", "linux", "ios", "android"}),
    "categories": None,
    "developmentStatus": frozenset({"concept", "development", "beta", "stable", "obsolete"}),
    "softwareType": frozenset({"standalone/web", "standalone/backend", "standalone/other"}),
    "legal.license": frozenset({"EUPL-1.2"}),
    "maintenance.type": frozenset({"internal", "contract", "community", "none"}),
    "localisation.localisationReady": None,
    "localisation.availableLanguages": frozenset({"de", "en"}),
}
# Only those who publish the software know them.
OFFEN = ("url", "maintenance.contacts")


def _lies(datei: Path) -> dict[str, Any]:
    inhalt: dict[str, Any] = yaml.safe_load(datei.read_text(encoding="utf-8"))
    return inhalt


def _wert(inhalt: dict[str, Any], pfad: str) -> Any:
    wert: Any = inhalt
    for teil in pfad.split("."):
        wert = wert.get(teil) if isinstance(wert, dict) else None
    return wert


@pytest.fixture(scope="module")
def publiccode(projekt: Path) -> dict[str, Any]:
    return _lies(projekt / "publiccode.yml")


@pytest.mark.parametrize("pfad", sorted(PFLICHT))
def test_publiccode_has_what_it_needs(publiccode: dict[str, Any], pfad: str) -> None:
    wert = _wert(publiccode, pfad)
    assert wert is not None
    erlaubt = PFLICHT[pfad]
    if erlaubt is not None:
        assert set(wert if isinstance(wert, list) else [wert]) <= erlaubt


def test_publiccode_says_what_is_still_open(projekt: Path, publiccode: dict[str, Any]) -> None:
    kopf = (projekt / "publiccode.yml").read_text(encoding="utf-8").split("\npubliccodeYml")[0]
    for pfad in OFFEN:
        assert (_wert(publiccode, pfad) is None) == (pfad in kopf), pfad


def test_publiccode_describes_within_limits(publiccode: dict[str, Any]) -> None:
    for sprache in publiccode["localisation"]["availableLanguages"]:
        text = publiccode["description"][sprache]
        assert len(text["shortDescription"]) <= 150
        assert 150 <= len(text["longDescription"]) <= 10000
        assert len(text["genericName"]) <= 35
        assert all(len(merkmal) <= 100 for merkmal in text["features"])


def test_citation_is_complete_and_of_this_version(projekt: Path) -> None:
    zitat = _lies(projekt / "CITATION.cff")
    # https://citation-file-format.github.io/
    assert {"cff-version", "message", "title", "authors"} <= zitat.keys()
    assert all("name" in autor or "family-names" in autor for autor in zitat["authors"])
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", zitat["date-released"])
    paket = tomllib.loads((projekt / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert zitat["version"] == paket["version"]
    assert (
        zitat["license"]
        == paket["license"]
        == _wert(_lies(projekt / "publiccode.yml"), "legal.license")
    )
