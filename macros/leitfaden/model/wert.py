"""Values and texts of documents: printed in German only, so the English file has none of them."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import StringConstraints

# One word to one line.
Kurztext = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
# A paragraph with **emphasis** and [[placeholders]].
Drucktext = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]
# What a cell of a sheet may hold. Dates are written as 2026-11-22.
Wert = int | float | date | str
Formel = Annotated[str, StringConstraints(pattern=r"^=.+$", max_length=1500)]
Spaltenname = Annotated[str, StringConstraints(pattern=r"^[A-Z]{1,2}$")]
Zellname = Annotated[str, StringConstraints(pattern=r"^[A-Z]{1,2}[1-9][0-9]{0,3}$")]
Blattname = Annotated[str, StringConstraints(pattern=r"^[A-ZÄÖÜ][A-Za-zÄÖÜäöüß0-9_]{0,29}$")]
# `Plan!A2` or `Plan!A2:C9`
Bereichsname = Annotated[
    str,
    StringConstraints(
        pattern=r"^[A-ZÄÖÜ][A-Za-zÄÖÜäöüß0-9_]{0,29}!\$?[A-Z]{1,2}\$?[1-9][0-9]{0,3}"
        r"(:\$?[A-Z]{1,2}\$?[1-9][0-9]{0,3})?$"
    ),
]
