"""Projects and libraries the tests work on; none of them is written to unless it is a copy."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from leitfaden.checks import pruefe
from leitfaden.checks.rechtschreibung import pruefe_rechtschreibung
from leitfaden.findings import Finding, sort_findings
from leitfaden.model.felder import Aenderung
from leitfaden.source.loader import Ladung, lade
from leitfaden.views.bibliothek import Bibliothek

# The built site is shared by the tests of the site and those in the browser.
pytest_plugins = ("tests.website",)

FIXTURES = Path(__file__).parent / "fixtures"
SPRACHEN = ("de", "en")
# Changes of the measure „digital-navigatoren“ in the fixture `changed`.
AENDERUNGEN = (
    Aenderung(am=date(2027, 2, 1), text="Frist berichtigt."),
    Aenderung(am=date(2027, 2, 1), text="Beispiel ergänzt."),
    Aenderung(am=date(2027, 1, 5), text="Rolle ergänzt."),
)


@pytest.fixture(scope="session", autouse=True)
def address() -> Iterator[None]:
    """Builds that go public need an address that is no example."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LEITFADEN_ADRESSE", "https://bibliothek.test/")
        yield


@pytest.fixture(scope="session")
def projekt() -> Path:
    """The root of the real project."""
    return Path(__file__).parents[1]


@pytest.fixture(scope="session")
def heute() -> date:
    """The day all tests take for today."""
    return date(2026, 11, 22)


@pytest.fixture(scope="session")
def small() -> Path:
    """A small valid project; look, do not touch."""
    return FIXTURES / "small"


@pytest.fixture
def small_copy(tmp_path: Path) -> Path:
    """A copy of the small project, to be broken at will."""
    return Path(shutil.copytree(FIXTURES / "small", tmp_path / "projekt"))


@pytest.fixture
def partial_copy(small_copy: Path) -> Path:
    """A copy of the small project with an English file that translates the title only."""
    ziel = small_copy / "data" / "massnahmen" / "status-quo-ermitteln.en.yml"
    shutil.copy(FIXTURES / "teilweise.en.yml", ziel)
    return small_copy


@pytest.fixture(scope="session")
def ladung(small: Path) -> Ladung:
    """The small project, loaded."""
    return lade(small)


@pytest.fixture(scope="session")
def bibliotheken(ladung: Ladung, heute: date) -> dict[str, Bibliothek]:
    """The small project in both languages."""
    sichtbar = ladung.katalog.nur_sichtbare(heute)
    return {sprache: Bibliothek(sichtbar, sprache, heute) for sprache in SPRACHEN}


@pytest.fixture(scope="session")
def check(heute: date) -> Callable[..., list[Finding]]:
    """Load and check a project, with `produktion` as one that goes public, or with every rule."""

    def pruefe_alles(ordner: Path, produktion: bool = False, alles: bool = False) -> list[Finding]:
        ladung = lade(ordner)
        befunde = pruefe(ladung, heute, produktion or alles)
        return sort_findings([*befunde, *pruefe_rechtschreibung(ladung)]) if alles else befunde

    return pruefe_alles


@pytest.fixture(scope="session")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with every mistake, completed by the files that cannot be kept in git.

    Editors and git would mend byte order marks, Windows line ends and Windows-1252; links and
    unreadable files do not survive every checkout; and 300 KiB would only be weight.
    """
    ordner = tmp_path_factory.mktemp("broken") / "projekt"
    shutil.copytree(FIXTURES / "broken", ordner)
    vorlagen = ordner / "data" / "vorlagen"
    text = (vorlagen / "it-liste.yml").read_text(encoding="utf-8")
    text = text.replace("titel: IT-Liste", "titel: Maß-Liste").replace("T05", "T45")
    (vorlagen / "d001-windows-1252.yml").write_bytes(text.encode("cp1252"))
    (vorlagen / "d002-bom.yml").write_bytes(b"\xef\xbb\xbf" + text.encode())
    (vorlagen / "d003-windows-zeilenende.yml").write_bytes(text.replace("\n", "\r\n").encode())
    (vorlagen / "d004-zu-gross.yml").write_bytes(b"# " + b"x" * (300 * 1024 - 2))
    (vorlagen / "d007-verknuepfung.yml").symlink_to("it-liste.yml")
    # Root may read everything, so a folder with the name of a page is the unreadable file.
    (ordner / "docs" / "d008-ordner.md").mkdir()
    return ordner


@pytest.fixture
def changed(ladung: Ladung, heute: date) -> Callable[..., Bibliothek]:
    """Make the small library with changes of a measure that is translated."""

    def aendere(sprache: str, englisch: tuple[object, ...] = ()) -> Bibliothek:
        katalog = ladung.katalog
        schluessel = ("massnahme", "digital-navigatoren")
        satz = katalog.massnahmen[schluessel[1]].model_copy(update={"aenderungen": AENDERUNGEN})
        massnahmen = {**katalog.massnahmen, satz.id: satz}
        alt = katalog.uebersetzungen[schluessel]
        neu = replace(alt, texte={**alt.texte, "aenderungen": englisch} if englisch else alt.texte)
        katalog = replace(
            katalog,
            saetze={**katalog.saetze, "massnahme": massnahmen},
            uebersetzungen={**katalog.uebersetzungen, schluessel: neu},
        )
        return Bibliothek(katalog, sprache, heute)

    return aendere
