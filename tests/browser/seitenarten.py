"""One page of every kind, for tests that would take too long on all pages."""

from __future__ import annotations

SEITENARTEN = (
    "",
    "einfuehrung/grundbegriffe/",
    "handlungsfelder/technik-und-sicherheit/",
    "massnahmen/",
    "massnahmen/informationssicherheit/",
    "praxisbeispiele/",
    "praxisbeispiele/partheland/",
    "szenarien/am-anfang/",
    "vorlagen/it-liste-fachverfahren/",
    "glossar/",
    "links/",
    "suche/",
    "kurz-und-einfach/",
    "barrierefreiheit/",
    "en/massnahmen/informationssicherheit/",
    "gibt-es-nicht/",
)
