"""The content type Fakt: a number that must be the same wherever it is mentioned."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from leitfaden.model.felder import Datensatz, Eigenname, QuelleId, feld

Zahlmuster = Annotated[
    str,
    StringConstraints(strip_whitespace=True, max_length=100, pattern=r"^[^{}]*\{zahl\}[^{}]*$"),
]


class Fakt(Datensatz):
    """A number with the phrases it stands in; a list in `data/fakten.yml` for the checks only."""

    aussage: Eigenname = feld("Die Aussage in einem Satz.", "27 Maßnahmen sind abgestimmt.")
    wert: int = feld("Die richtige Zahl.", 27, ge=0)
    muster: tuple[Zahlmuster, ...] = feld(
        "Wendungen in beiden Sprachen; {zahl} steht für die Zahl als Ziffer oder Wort.",
        ["{zahl} Maßnahmen", "{zahl} measures"],
        min_length=1,
    )
    kontext: tuple[Eigenname, ...] = feld(
        "Wörter, von denen eines im selben Satz stehen muss; leer heißt: in jedem Satz.",
        ["Mittelsächsisch"],
        default=(),
    )
    eintraege: tuple[str, ...] = feld(
        "Kennungen von Einträgen und Pfade von Seiten, in denen die Zahl immer gilt.",
        ["mittelsaechsisches-erzgebirge"],
        default=(),
    )
    ausser: tuple[Eigenname, ...] = feld(
        "Wörter, bei denen ein Satz etwas anderes meint.", ["Handlungsfeld"], default=()
    )
    quelle: QuelleId | None = feld(
        "Kennung der Quelle.", "ssg-gemeinsam-digital-neun-kommunen", default=None
    )
