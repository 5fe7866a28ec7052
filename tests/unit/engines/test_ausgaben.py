"""Files to download: made once, named after their version, complete or not at all."""

from __future__ import annotations

import hashlib
import io
import shutil
import zipfile
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from leitfaden.engines import buchdateien, vorlagendateien, werkbank
from leitfaden.engines.ausgaben import AusgabeError, erzeuge_ausgaben, lege_ab
from leitfaden.engines.bestand import Bestand, erstelle_bestand
from leitfaden.render import bausteine
from leitfaden.texts import texte_von
from leitfaden.views.ausgaben import Dateiverzeichnis
from leitfaden.views.register import registerzeilen
from tests.conftest import FIXTURES
from tests.projekt import ersetze, teile_vorraete


@pytest.fixture
def meldungen() -> list[str]:
    return []


@pytest.fixture
def daten(small_copy: Path) -> Bestand:
    return erstelle_bestand(small_copy)


@pytest.fixture(scope="module")
def fertig(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project in which every file was made."""
    projekt = Path(shutil.copytree(FIXTURES / "small", tmp_path_factory.mktemp("fertig") / "p"))
    erzeuge_ausgaben(projekt, erstelle_bestand(projekt), lambda _: None)
    return projekt


@pytest.fixture
def bestueckt(small_copy: Path, fertig: Path) -> Path:
    """The copy with the finished files at hand, for tests about what comes after making them."""
    teile_vorraete(fertig, small_copy)
    return small_copy


def namen(verzeichnis: Dateiverzeichnis) -> list[str]:
    return [datei.pfad for datei in verzeichnis.dateien]


def test_every_format_the_example_and_the_packages(
    small_copy: Path, daten: Bestand, meldungen: list[str]
) -> None:
    verzeichnis = erzeuge_ausgaben(small_copy, daten, meldungen.append)
    assert namen(verzeichnis) == [
        "downloads/vorlagen/t05_it-liste_v1.xlsx",
        "downloads/vorlagen/t05_it-liste_v1.ods",
        "downloads/vorlagen/t05_it-liste_v1.pdf",
        "downloads/vorlagen/t05_it-liste_v1_beispiel.xlsx",
        "downloads/vorlagen/t05_it-liste_v1_beispiel.ods",
        "downloads/vorlagen/t01_kickoff-agenda_v1.docx",
        "downloads/vorlagen/t01_kickoff-agenda_v1.odt",
        "downloads/vorlagen/t01_kickoff-agenda_v1.pdf",
        "downloads/leitfaden/leitfaden.pdf",
        "downloads/leitfaden/en/guide.pdf",
        "downloads/leitfaden/leitfaden.epub",
        "downloads/leitfaden/en/guide.epub",
        "downloads/handlungsfelder/strategie-und-steuerung.pdf",
        "downloads/handlungsfelder/technik-und-sicherheit.pdf",
        "downloads/massnahmen/m02-status-quo-ermitteln.pdf",
        "downloads/massnahmen/m07-digital-navigatoren.pdf",
        "downloads/massnahmen/m21-datenschutz.pdf",
        "downloads/massnahmen/en/m07-digital-navigatoren.pdf",
        "downloads/szenarien/s1-am-anfang.pdf",
        "downloads/praxisbeispiele/erzgebirge.pdf",
        "downloads/praxisbeispiele/partheland.pdf",
        "downloads/pakete/bestandsaufnahme-in-90-tagen.zip",
        "downloads/pakete/alle-vorlagen.zip",
    ]
    assert meldungen == ["21 von 21 Dateien werden erzeugt …"]
    for bib in daten.bibliotheken.values():
        assert bib.dateien == verzeichnis


def test_files_in_the_site_match_the_list_and_the_checksums(
    bestueckt: Path, daten: Bestand
) -> None:
    lege_altes_an(bestueckt, "t05_it-liste_v0-9.xlsx")
    verzeichnis = erzeuge_ausgaben(bestueckt, daten, lambda _: None)
    site = bestueckt / "site"
    lege_ab(site, bestueckt, daten)
    for datei in verzeichnis.dateien:
        inhalt = (site / datei.pfad).read_bytes()
        assert (len(inhalt), hashlib.sha256(inhalt).hexdigest()) == (datei.groesse, datei.sha256)
        zeile = f"{datei.sha256}  {datei.pfad.removeprefix('downloads/')}\n"
        assert zeile in (site / "downloads" / "SHA256SUMS").read_text(encoding="utf-8")
    assert (site / "downloads/vorlagen/t05_it-liste_v0-9.xlsx").read_bytes() == b"alt"


def test_checksums_of_other_files_stay_when_some_are_made_anew(
    bestueckt: Path, daten: Bestand
) -> None:
    erzeuge_ausgaben(bestueckt, daten, lambda _: None)
    lege_ab(bestueckt / "site", bestueckt, daten)
    liste = bestueckt / "site" / "downloads" / "SHA256SUMS"
    alle = liste.read_text(encoding="utf-8").splitlines()
    liste.write_text("\n".join([*alle[1:], f"{'0' * 64}  {alle[0][66:]}"]) + "\n", "utf-8")
    erzeuge_ausgaben(bestueckt, daten, lambda _: None, frozenset({"it-liste"}))
    lege_ab(bestueckt / "site", bestueckt, daten, teilweise=True)
    assert sorted(liste.read_text(encoding="utf-8").splitlines()) == sorted(alle)


def lege_altes_an(projekt: Path, name: str) -> None:
    archiv = projekt / "archiv" / "vorlagen"
    archiv.mkdir(parents=True, exist_ok=True)
    (archiv / name).write_bytes(b"alt")


def test_earlier_versions_are_listed_by_version(bestueckt: Path, daten: Bestand) -> None:
    for name in ("v0-9.ods", "v0-10_beispiel.xlsx", "v0-10.xlsx"):
        lege_altes_an(bestueckt, f"t05_it-liste_{name}")
    verzeichnis = erzeuge_ausgaben(bestueckt, daten, lambda _: None)
    zeilen = {zeile.karte.id: zeile for zeile in registerzeilen(daten.bibliotheken["de"])}
    fassungen = zeilen["it-liste"].fruehere
    assert [fassung.version for fassung in fassungen] == ["0.10", "0.9"]
    assert [(d.form, d.beispiel) for d in fassungen[0].dateien] == [("xlsx", False), ("xlsx", True)]
    assert {d.pfad.rpartition("/")[0] for f in fassungen for d in f.dateien} == {
        "downloads/vorlagen"
    }
    assert zeilen["kickoff-agenda"].fruehere == ()
    assert not any("_v0-" in datei.name for datei in verzeichnis.von("it-liste"))


@pytest.mark.parametrize(
    ("name", "grund"),
    [("it-liste.xlsx", "nicht der einer Vorlage"), ("t05_it-liste_v1.xlsx", "ist die heutige")],
)
def test_archive_takes_only_earlier_versions(
    bestueckt: Path, daten: Bestand, name: str, grund: str
) -> None:
    lege_altes_an(bestueckt, name)
    with pytest.raises(AusgabeError, match=grund):
        erzeuge_ausgaben(bestueckt, daten, lambda _: None)


def test_register_names_changes_and_earlier_versions(bestueckt: Path) -> None:
    lege_altes_an(bestueckt, "t05_it-liste_v0-9.xlsx")
    ersetze(
        bestueckt / "data/vorlagen/it-liste.yml",
        "stand: 2026-11-22",
        "stand: 2026-11-22\naenderungen:\n  - am: 2026-11-20\n    text: Spalte Kosten ergänzt.",
    )
    daten = erstelle_bestand(bestueckt)
    erzeuge_ausgaben(bestueckt, daten, lambda _: None)
    bib = daten.bibliotheken["de"]
    html = bausteine.register(registerzeilen(bib), texte_von("de"), "../", "../")
    assert "Spalte Kosten ergänzt." in html
    assert "Frühere Fassung 0.9" in html
    assert 'href="../downloads/vorlagen/t05_it-liste_v0-9.xlsx"' in html
    assert hashlib.sha256(b"alt").hexdigest() in html
    assert "CC BY 4.0" in html
    assert html.count("erste Fassung") == 1  # the other template never changed


def test_only_what_changed_is_made_again(
    small_copy: Path, daten: Bestand, meldungen: list[str]
) -> None:
    erste = erzeuge_ausgaben(small_copy, daten, lambda _: None)
    assert erzeuge_ausgaben(small_copy, daten, meldungen.append) == erste
    assert meldungen == []
    ersetze(small_copy / "data/dokumente/kickoff-agenda.yml", "Termine finden", "Termine suchen")
    neu = erzeuge_ausgaben(small_copy, erstelle_bestand(small_copy), meldungen.append)
    assert meldungen == ["3 von 21 Dateien werden erzeugt …"]
    anders = {a.pfad for a, b in zip(erste.dateien, neu.dateien, strict=True) if a != b}
    assert anders == {
        "downloads/vorlagen/t01_kickoff-agenda_v1.docx",
        "downloads/vorlagen/t01_kickoff-agenda_v1.odt",
        "downloads/vorlagen/t01_kickoff-agenda_v1.pdf",
        "downloads/pakete/alle-vorlagen.zip",
    }
    vorrat = [datei.name for datei in (small_copy / ".build/ausgaben").iterdir()]
    assert {name for name in vorrat if name.endswith(".teile")} == {
        "downloads-leitfaden-leitfaden.pdf.teile",
        "downloads-leitfaden-en-guide.pdf.teile",
    }, "intermediate results stay"
    assert len(vorrat) - 2 == len(neu.dateien), "files of earlier contents are dropped"


def test_a_failed_file_is_named_and_leaves_nothing_behind(
    small_copy: Path, daten: Bestand, monkeypatch: pytest.MonkeyPatch
) -> None:
    def kaputt(*_: object) -> bytes:
        raise RuntimeError("Papierstau")

    monkeypatch.setattr(vorlagendateien, "textdokument", kaputt)
    with pytest.raises(AusgabeError) as fehler:
        erzeuge_ausgaben(small_copy, daten, lambda _: None)
    text = str(fehler.value)
    assert "kickoff-agenda: downloads/vorlagen/t01_kickoff-agenda_v1.docx" in text
    assert "Papierstau" in text
    assert "it-liste" not in text
    assert daten.bibliotheken["de"].dateien == Dateiverzeichnis()
    assert not [p for p in (small_copy / ".build/ausgaben").iterdir() if p.suffix == ".neu"]


def test_a_file_that_cannot_be_prepared_is_named(
    small_copy: Path, daten: Bestand, monkeypatch: pytest.MonkeyPatch
) -> None:
    def kaputt(*_: object) -> str:
        raise KeyError("gibt-es-nicht")

    monkeypatch.setattr(buchdateien, "rendere_heft", kaputt)
    grund = r"m07-digital-navigatoren\.pdf ist nicht vorzubereiten .*gibt-es-nicht"
    with pytest.raises(AusgabeError, match=grund):
        erzeuge_ausgaben(small_copy, daten, lambda _: None, frozenset({"digital-navigatoren"}))


def test_a_full_disk_is_told_with_the_file(
    small_copy: Path, daten: Bestand, monkeypatch: pytest.MonkeyPatch
) -> None:
    def voll(ziel: Path, daten: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(werkbank, "schreibe", voll)
    with pytest.raises(AusgabeError, match=r"t01_kickoff-agenda_v1\.docx.*No space left"):
        erzeuge_ausgaben(small_copy, daten, lambda _: None, frozenset({"kickoff-agenda"}))


def test_a_process_the_system_ended_is_told(
    small_copy: Path, daten: Bestand, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Abgeschossen(ThreadPoolExecutor):
        def submit(self, *_: object, **__: object) -> Future[str]:  # type: ignore[override]
            raise BrokenProcessPool

    monkeypatch.setattr(werkbank, "kann_gabeln", lambda: True)
    monkeypatch.setattr(werkbank.os, "cpu_count", lambda: 2)
    monkeypatch.setattr(werkbank, "ProcessPoolExecutor", lambda *_, **__: Abgeschossen(1))
    with pytest.raises(AusgabeError, match=r"3 Dateien fehlen noch.*Arbeitsspeicher"):
        erzeuge_ausgaben(small_copy, daten, lambda _: None, frozenset({"kickoff-agenda"}))


def test_package_explains_itself(bestueckt: Path, daten: Bestand) -> None:
    erzeuge_ausgaben(bestueckt, daten, lambda _: None)
    lege_ab(bestueckt / "site", bestueckt, daten)
    paket = bestueckt / "site/downloads/pakete/bestandsaufnahme-in-90-tagen.zip"
    with zipfile.ZipFile(io.BytesIO(paket.read_bytes())) as archiv:
        assert archiv.namelist() == [
            "LIESMICH.txt",
            "t05_it-liste_v1.xlsx",
            "t05_it-liste_v1.ods",
            "t05_it-liste_v1.pdf",
            "t05_it-liste_v1_beispiel.xlsx",
            "t05_it-liste_v1_beispiel.ods",
        ]
        text = archiv.read("LIESMICH.txt").decode()
    assert text.startswith("Umsetzungsbibliothek: Bestandsaufnahme in 90 Tagen\r\nStand 22.11.2026")
    assert "T05 IT-Liste der Fachverfahren" in text
