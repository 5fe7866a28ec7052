"""The numbered list of addresses and sources that stands once at the end of a printed text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from leitfaden.views.bibliothek import Bibliothek
from leitfaden.views.karte import Karte, Nachweis


@dataclass(frozen=True, slots=True)
class Beleg:
    """One numbered entry; `zweck` says what a link is good for."""

    nummer: int
    nachweis: Nachweis
    zweck: str = ""

    @property
    def anker(self) -> str:
        """Where a text leads that names the number."""
        return f"beleg-{self.nummer}"


@dataclass(frozen=True)
class Belegliste:
    """All entries in groups: (category of links, or empty for further sources; entries)."""

    gruppen: tuple[tuple[str, tuple[Beleg, ...]], ...] = ()

    def alle(self) -> Iterable[Beleg]:
        """Every entry by number."""
        return (beleg for _, belege in self.gruppen for beleg in belege)


class Belegsammlung:
    """Numbers entries in the order they come; the same address has one number."""

    def __init__(self, bib: Bibliothek) -> None:
        self._bib = bib
        self._nummern: dict[str, int] = {}
        self._gruppen: dict[str, list[Beleg]] = {}

    def nimm_links(self, kategorie: str, karten: Iterable[Karte]) -> None:
        """Add links under their category."""
        for karte in karten:
            zweck = str(getattr(karte.satz, "zweck", ""))
            for nachweis in self._bib.nachweise((karte.id,)):
                self._nimm(kategorie, karte.id, nachweis, zweck)

    def nimm_quellen(self, ids: Iterable[str]) -> tuple[int, ...]:
        """Add sources and return the numbers of those ids, in rising order, each once."""
        nummern = set()
        for quelle in ids:
            for nachweis in self._bib.nachweise((quelle,)):
                nummern.add(self._nimm("", quelle, nachweis))
        return tuple(sorted(nummern))

    def _nimm(self, gruppe: str, satz_id: str, nachweis: Nachweis, zweck: str = "") -> int:
        schluessel = nachweis.url or satz_id
        if schluessel not in self._nummern:
            nummer = self._nummern[schluessel] = len(self._nummern) + 1
            self._gruppen.setdefault(gruppe, []).append(Beleg(nummer, nachweis, zweck))
        return self._nummern[schluessel]

    def liste(self) -> Belegliste:
        """Return everything that was added."""
        return Belegliste(tuple((name, tuple(b)) for name, b in self._gruppen.items()))

    def nummern_von_adressen(self) -> dict[str, int]:
        """Return the number of every address on the web."""
        return {schluessel: n for schluessel, n in self._nummern.items() if "://" in schluessel}
