"""Findings: what is wrong where, without the words; the words live in checks/messages/."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """Weight of a finding: a Fehler stops the build, a Warnung does not."""

    FEHLER = "fehler"
    WARNUNG = "warnung"


@dataclass(frozen=True, order=True, slots=True)
class Location:
    """A place in a file: path from the project root, line and column counted from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Finding:
    """One mistake: its code, its place and the values its sentence mentions."""

    code: str
    location: Location
    values: tuple[tuple[str, str], ...] = ()

    @property
    def as_dict(self) -> dict[str, str]:
        """The values by name."""
        return dict(self.values)


def finding(code: str, location: Location, **values: object) -> Finding:
    """Make a finding; values are turned into text."""
    return Finding(code, location, tuple((name, str(wert)) for name, wert in values.items()))


def sort_findings(findings: Sequence[Finding]) -> list[Finding]:
    """Sort by file, line, column and code; of findings at one place only the first cause stays.

    Syntax (Y) explains field errors (S) at the same place, so the field errors are dropped.
    """
    syntax = {f.location for f in findings if f.code.startswith("Y")}
    kept = dict.fromkeys(f for f in findings if f.code.startswith("Y") or f.location not in syntax)
    return sorted(kept, key=lambda f: (f.location, f.code, f.values))
