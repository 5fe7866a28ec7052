"""Writes findings for people and for machines: text, JSON, GitHub and GitLab annotations."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from leitfaden.checks.messages import FEHLER, MELDUNGEN, ist_fehler, wortlaut
from leitfaden.findings import Finding


def _quellzeile(projekt: Path, befund: Finding, zeilen: dict[str, list[str]]) -> list[str]:
    """Return the source line and a caret below the column; nothing if it cannot be read."""
    ort = befund.location
    if ort.path not in zeilen:
        try:
            text = (projekt / ort.path).read_text(encoding="utf-8", errors="replace")
        except OSError:
            text = ""
        zeilen[ort.path] = text.split("\n")
    if ort.line > len(zeilen[ort.path]) or not zeilen[ort.path][ort.line - 1].strip():
        return []
    zeile = zeilen[ort.path][ort.line - 1].replace("\t", " ").rstrip("\r")
    versatz = 0
    if len(zeile) > 110:
        versatz = max(0, ort.column - 40)
        zeile = zeile[versatz : versatz + 110]
    return [f"    | {zeile}", f"    | {' ' * (ort.column - 1 - versatz)}^"]


def zaehlung(befunde: Sequence[Finding], dateien: int) -> str:
    """Return the closing line: how many errors and warnings in how many files."""
    fehler = sum(ist_fehler(b) for b in befunde)
    warnungen = len(befunde) - fehler
    return (
        f"{fehler} Fehler, {warnungen} Warnung{'' if warnungen == 1 else 'en'} "
        f"in {dateien} Datei{'' if dateien == 1 else 'en'} geprüft."
    )


def als_text(projekt: Path, befunde: Sequence[Finding], dateien: int) -> str:
    """Write findings for the terminal."""
    absaetze = []
    zeilen: dict[str, list[str]] = {}
    for befund in befunde:
        worte = wortlaut(befund)
        art = "" if worte.schwere is FEHLER else "Warnung: "
        absaetze.append(
            "\n".join(
                [
                    f"{befund.location}: {befund.code} {art}{worte.satz}",
                    *_quellzeile(projekt, befund, zeilen),
                    f"    Hilfe: {worte.hilfe}",
                ]
            )
        )
    return "\n\n".join([*absaetze, zaehlung(befunde, dateien)])


def als_json(projekt: Path, befunde: Sequence[Finding], dateien: int) -> str:
    """Write findings as one JSON object with `befunde` and the counts."""
    eintraege = []
    for befund in befunde:
        worte = wortlaut(befund)
        eintraege.append(
            {
                "code": befund.code,
                "schwere": worte.schwere.value,
                "datei": befund.location.path,
                "zeile": befund.location.line,
                "spalte": befund.location.column,
                "satz": worte.satz,
                "hilfe": worte.hilfe,
                "werte": befund.as_dict,
            }
        )
    fehler = sum(ist_fehler(b) for b in befunde)
    summe = {"fehler": fehler, "warnungen": len(befunde) - fehler, "dateien": dateien}
    return json.dumps({"befunde": eintraege, **summe}, ensure_ascii=False, indent=2)


def _github_wert(text: str) -> str:
    for zeichen, ersatz in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A")):
        text = text.replace(zeichen, ersatz)
    return text


def als_github(projekt: Path, befunde: Sequence[Finding], dateien: int) -> str:
    """Write findings as workflow commands, which GitHub shows at the changed lines."""
    zeilen = []
    for befund in befunde:
        worte = wortlaut(befund)
        art = "error" if worte.schwere is FEHLER else "warning"
        ort = befund.location
        pfad = _github_wert(ort.path).replace(",", "%2C").replace(":", "%3A")
        zeilen.append(
            f"::{art} file={pfad},line={ort.line},col={ort.column},title={befund.code}::"
            + _github_wert(f"{worte.satz} Hilfe: {worte.hilfe}")
        )
    return "\n".join([*zeilen, zaehlung(befunde, dateien)])


def als_gitlab(projekt: Path, befunde: Sequence[Finding], dateien: int) -> str:
    """Write findings as a Code Quality report of GitLab."""
    eintraege = []
    for befund in befunde:
        worte = wortlaut(befund)
        merkmal = f"{befund.code}|{befund.location}|{befund.values}"
        eintraege.append(
            {
                "description": f"{worte.satz} Hilfe: {worte.hilfe}",
                "check_name": befund.code,
                "fingerprint": hashlib.sha256(merkmal.encode()).hexdigest(),
                "severity": "major" if worte.schwere is FEHLER else "minor",
                "location": {
                    "path": befund.location.path,
                    "lines": {"begin": befund.location.line},
                },
            }
        )
    return json.dumps(eintraege, ensure_ascii=False, indent=2)


FORMEN: dict[str, Callable[[Path, Sequence[Finding], int], str]] = {
    "text": als_text,
    "json": als_json,
    "github": als_github,
    "gitlab": als_gitlab,
}


def _ohne_stellen(text: str) -> str:
    """Write the places of a message as [names], since there is no finding to fill them."""
    offen = re.sub(r"(?<!\{)\{([a-z_]+)\}", r"[\1]", text.replace("{vorschlag}", ""))
    return offen.replace("{{", "{").replace("}}", "}")


def erklaerung(code: str) -> str:
    """Explain a code with a wrong and a right example; raises KeyError for an unknown one."""
    meldung = MELDUNGEN[code]
    einrueckung = "\n    "
    return "\n".join(
        [
            f"{code} {meldung.titel} ({'Fehler' if meldung.schwere is FEHLER else 'Warnung'})",
            "",
            f"Hilfe: {_ohne_stellen(meldung.hilfe)}",
            "",
            f"Falsch:{einrueckung}{meldung.falsch.replace(chr(10), einrueckung)}",
            f"Richtig:{einrueckung}{meldung.richtig.replace(chr(10), einrueckung)}",
        ]
    )
