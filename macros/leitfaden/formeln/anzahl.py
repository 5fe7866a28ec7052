"""How many arguments each function takes."""

from __future__ import annotations

from dataclasses import dataclass

from leitfaden.formeln.funktionen import FUNKTIONEN

# More arguments than anybody writes.
_VIELE = 255


@dataclass(frozen=True)
class Anzahl:
    """How many arguments a function takes; with `schritt` 2 those after the first come in pairs."""

    von: int
    bis: int
    schritt: int = 1

    def passt(self, anzahl: int) -> bool:
        """Tell whether a call has so many."""
        return self.von <= anzahl <= self.bis and (anzahl - self.von) % self.schritt == 0

    def __str__(self) -> str:
        """Say it in a message."""
        wort = "Angabe" if 1 in (self.bis, self.von) else "Angaben"
        if self.bis == _VIELE:
            paarweise = ", weitere nur paarweise" if self.schritt > 1 else ""
            return f"mindestens {self.von} {wort}{paarweise}"
        spanne = str(self.von) if self.von == self.bis else f"{self.von} bis {self.bis}"
        return f"{spanne} {wort}"


ANZAHL: dict[str, Anzahl] = {
    **dict.fromkeys(FUNKTIONEN, Anzahl(1, 1)),
    **dict.fromkeys(("AND", "AVERAGE", "COUNT", "COUNTA", "MAX", "MEDIAN"), Anzahl(1, _VIELE)),
    **dict.fromkeys(("MIN", "OR", "STDEVP", "SUM", "SUMPRODUCT"), Anzahl(1, _VIELE)),
    **dict.fromkeys(("COUNTIF", "EDATE", "IFERROR", "LARGE", "SMALL"), Anzahl(2, 2)),
    **dict.fromkeys(("ROUND", "ROUNDDOWN", "ROUNDUP"), Anzahl(2, 2)),
    **dict.fromkeys(("IF", "INDEX", "RANK", "SUMIF"), Anzahl(2, 3)),
    **dict.fromkeys(("DATE", "MATCH"), Anzahl(3, 3)),
    "COUNTIFS": Anzahl(2, _VIELE, schritt=2),
    "NOT": Anzahl(1, 1),
    "ROW": Anzahl(0, 1),
    "SUMIFS": Anzahl(3, _VIELE, schritt=2),
}
