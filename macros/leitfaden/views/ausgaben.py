"""Which files there are to download: their names, formats and packages; and what became of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from leitfaden.model.felder import Paket
from leitfaden.model.katalog import Katalog
from leitfaden.model.vorlage import Vorlage

# Kinds of files: what makes them and where pages offer them.
VORLAGE = "vorlage"
PAKET = "paket"
ARCHIV = "archiv"
LEITFADEN = "leitfaden"
EPUB = "epub"
# Types of records that have a booklet of their own.
HEFTARTEN = ("handlungsfeld", "massnahme", "szenario", "praxisbeispiel")
# Formats
PDF = "pdf"
ZIP = "zip"
ALLE = "alle-vorlagen"
ORDNER = "downloads/vorlagen"
PAKETORDNER = "downloads/pakete"


@dataclass(frozen=True)
class Ausgabeplan:
    """A file to be made: `art` names what kind it is and so who makes it.

    `satz_id` is the record it shows; empty for packages and for the whole guide.
    """

    satz_id: str
    form: str
    pfad: str
    beispiel: bool = False
    art: str = VORLAGE
    sprache: str = "de"


@dataclass(frozen=True)
class Datei:
    """A file that was made; `pfad` leads to it from the root of the site.

    `ablage` is its name in the store of made files.
    """

    satz_id: str
    form: str
    pfad: str
    beispiel: bool
    groesse: int
    sha256: str
    art: str = VORLAGE
    sprache: str = "de"
    ablage: str = ""

    @property
    def name(self) -> str:
        """The bare file name."""
        return self.pfad.rpartition("/")[2]


@dataclass(frozen=True)
class Dateiverzeichnis:
    """All files that were made; empty before the first one is."""

    dateien: tuple[Datei, ...] = ()

    @cached_property
    def _nach_satz(self) -> Mapping[tuple[str, str], tuple[Datei, ...]]:
        nach: dict[tuple[str, str], list[Datei]] = {}
        for datei in self.dateien:
            nach.setdefault((datei.art, datei.satz_id), []).append(datei)
        return {schluessel: tuple(dateien) for schluessel, dateien in nach.items()}

    def von(self, satz_id: str, art: str = VORLAGE) -> tuple[Datei, ...]:
        """Return the files of a record in the order they are offered."""
        return self._nach_satz.get((art, satz_id), ())

    def leere(self, satz_id: str) -> tuple[Datei, ...]:
        """Return the files of a template without those that are filled in."""
        return tuple(d for d in self.von(satz_id) if not d.beispiel)

    def in_sprache(self, art: str, satz_id: str, sprache: str) -> tuple[Datei, ...]:
        """Return the files of a record in a language; where there are none, the German ones."""
        alle = self.von(satz_id, art)
        return tuple(d for d in alle if d.sprache == sprache) or tuple(
            d for d in alle if d.sprache == "de"
        )

    def leitfaden(self, sprache: str) -> tuple[Datei, ...]:
        """Return the whole guide in a language, in every format."""
        alle = (*self.von("", LEITFADEN), *self.von("", EPUB))
        return tuple(d for d in alle if d.sprache == sprache)

    def paket(self, name: str) -> Datei | None:
        """Return a package."""
        return next((d for d in self.von("", PAKET) if d.name == f"{name}.zip"), None)


def dateistamm(vorlage: Vorlage) -> str:
    """Return the beginning of file names: code, id and version."""
    version = vorlage.version.removesuffix(".0").replace(".", "-")
    return f"{vorlage.kennung.lower()}_{vorlage.id}_v{version}"


def vorlagenplaene(katalog: Katalog) -> tuple[Ausgabeplan, ...]:
    """List the files of every template that has a document."""
    plaene = []
    for satz_id, vorlage in katalog.vorlagen.items():
        dokument = katalog.dokumente.get(satz_id)
        if dokument is None:
            continue
        stamm = f"{ORDNER}/{dateistamm(vorlage)}"
        formen = [form.value for form in vorlage.formate]
        plaene += [Ausgabeplan(satz_id, form, f"{stamm}.{form}") for form in (*formen, PDF)]
        if dokument.hat_beispiele:
            plaene += [
                Ausgabeplan(satz_id, form, f"{stamm}_beispiel.{form}", beispiel=True)
                for form in formen
            ]
    return tuple(plaene)


def pakete(katalog: Katalog) -> Mapping[str, tuple[Vorlage, ...]]:
    """Return the templates of every package by Kennung; empty packages are left out."""
    alle = sorted(
        (v for v in katalog.vorlagen.values() if v.id in katalog.dokumente),
        key=lambda v: v.kennung,
    )
    je_paket = {paket.value: _in_paket(alle, paket) for paket in Paket}
    return {
        name: vorlagen for name, vorlagen in (*je_paket.items(), (ALLE, tuple(alle))) if vorlagen
    }


def _in_paket(vorlagen: Iterable[Vorlage], paket: Paket) -> tuple[Vorlage, ...]:
    return tuple(v for v in vorlagen if paket in v.pakete)
