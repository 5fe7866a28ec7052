"""Reads one YAML text safely: no tags, no aliases, no duplicate keys, every value with a place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import yaml
from yaml.events import CollectionEndEvent, CollectionStartEvent
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from leitfaden.findings import Finding, Location, finding

HOECHSTE_TIEFE = 20
_TAG = "tag:yaml.org,2002:"
_TEXT = f"{_TAG}str"
_GANZZAHL = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_KOMMAZAHL = re.compile(r"[-+]?(0|[1-9][0-9]*)\.[0-9]+")
_DATUM = re.compile(r"\d{4}-\d{2}-\d{2}")
# An anchor, alias or tag can only start where a value may start. The pattern also hits harmless
# text in block scalars, so a hit only decides whether the exact, slower scan runs.
_VERDACHT = re.compile(r"(?<![^\s\[{,:-])[&*!][^\s,\[\]{}*]")
# libyaml builds nodes by recursion in C and crashes the process on tens of thousands of levels.
# A level needs a bracket, an indicator or a column of indentation, and no real file has so many.
_VIELE_KLAMMERN = 500
_TIEFE_ZEILE = re.compile(r"[ \t?:!-]{500}")

# libyaml describes problems in English; each becomes the explanation an editor needs.
_URSACHEN = (
    ("cannot start any token", "Ein Wert beginnt mit einem Zeichen, das YAML reserviert hat."),
    ("mapping values are not allowed", "Ein Doppelpunkt mit Leerzeichen steht mitten im Wert."),
    ("could not find expected ':'", "Nach einem Feldnamen fehlt der Doppelpunkt."),
    ("did not find expected key", "Die Einrückung passt nicht oder ein Feldname fehlt."),
    ("did not find expected '-'", "Die Einrückung der Liste passt nicht."),
    ("block sequence entries", "Ein Listenpunkt steht an einer Stelle, an der keiner sein darf."),
    ("unknown escape", "Nach einem Rückstrich steht ein Zeichen, das dort nicht vorgesehen ist."),
    ("quoted scalar", "Ein Anführungszeichen wird nicht geschlossen."),
    ("end of stream", "Die Datei endet mitten in einem Wert."),
    ("expected ',' or", "Eine Klammer wird nicht geschlossen oder ein Komma fehlt."),
    ("expected a single document", "Die Datei enthält mehrere Dokumente (eine Zeile „---“)."),
    ("control characters", "Die Datei enthält ein Steuerzeichen."),
    ("not allowed", "Die Datei enthält ein Zeichen, das YAML nicht erlaubt."),
)


class _Lader(yaml.CSafeLoader):
    """libyaml's loader with a faster way to tell plain text from numbers, dates and so on."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
        """Return the tag of a node; the same result as PyYAML's own method.

        PyYAML walks through path resolvers, which we never register. This runs for every value
        of every file, so it counts.
        """
        if kind is ScalarNode:
            if implicit[0]:
                for tag, muster in self.yaml_implicit_resolvers.get(value[:1], ()):
                    if muster.match(value):
                        return tag
            return _TEXT
        return f"{_TAG}map" if kind is MappingNode else f"{_TAG}seq"


@dataclass
class Dokument:
    """A parsed YAML text: plain Python values, the node tree for places, what was wrong."""

    path: str
    wert: Any
    knoten: Node | None
    findings: list[Finding] = field(default_factory=list)

    def ort(self, pfad: tuple[str | int, ...], schluessel: bool = False) -> Location:
        """Return the place of a value, or of its key; the nearest parent if it is missing."""
        knoten: Node | None = self.knoten
        ziel: Node | None = knoten
        for teil in pfad:
            eintrag = _kind(knoten, teil)
            if eintrag is None:
                break
            name, knoten = eintrag
            ziel = name if schluessel and name is not None else knoten
        return _ort(self.path, ziel)


def _ort(path: str, knoten: Node | None) -> Location:
    if knoten is None:
        return Location(path)
    return _stelle(path, knoten.start_mark)


def _stelle(path: str, marke: Any) -> Location:
    return Location(path, marke.line + 1, marke.column + 1) if marke else Location(path)


def _kind(knoten: Node | None, teil: str | int) -> tuple[Node | None, Node] | None:
    if isinstance(knoten, MappingNode):
        for name, wert in knoten.value:
            if name.value == teil:
                return name, wert
    elif isinstance(knoten, SequenceNode) and isinstance(teil, int) and teil < len(knoten.value):
        return None, knoten.value[teil]
    return None


def lies_yaml(path: str, text: str) -> Dokument:
    """Parse a YAML text; mistakes become findings, never exceptions.

    Scalars are read as an editor means them: `true`/`false`, decimal numbers, ISO dates, text.
    Everything YAML 1.1 would silently read as something else (`no`, `012`, `1:30`) is a finding.
    """
    dokument = Dokument(path, None, None)
    if _ist_verdaechtig(text) or _ist_tiefenverdaechtig(text):
        dokument.findings += _gefahren_im_yaml(path, text)
        if dokument.findings:
            return dokument
    lader = _Lader(text)
    try:
        dokument.knoten = lader.get_single_node()
        if dokument.knoten is not None:
            dokument.wert = _Leser(dokument).lies(dokument.knoten)
        if any(befund.code == "Y007" for befund in dokument.findings):
            dokument.wert = None  # what was cut off would only cause misleading field errors
    except yaml.YAMLError as fehler:
        dokument.findings.append(_syntaxfehler(path, text, fehler))
        dokument.wert = None
    except RecursionError:
        dokument.findings.append(finding("Y007", Location(path), tiefe=HOECHSTE_TIEFE))
    finally:
        lader.dispose()
    if dokument.wert is None and not dokument.findings:
        dokument.findings.append(finding("Y008", Location(path)))
    return dokument


def _ist_verdaechtig(text: str) -> bool:
    """Tell whether the text may hold an anchor, an alias or a tag; most have no such sign."""
    zeichen = "&" in text or "*" in text or "!" in text
    return zeichen and _VERDACHT.search(text) is not None


def _ist_tiefenverdaechtig(text: str) -> bool:
    klammern = text.count("[") + text.count("{")
    return klammern > _VIELE_KLAMMERN or _TIEFE_ZEILE.search(text) is not None


def _gefahren_im_yaml(path: str, text: str) -> Iterator[Finding]:
    """Yield anchors, aliases and excessive depth without building anything."""
    tiefe = 0
    try:
        for ereignis in yaml.parse(text, Loader=yaml.CSafeLoader):
            if isinstance(ereignis, CollectionStartEvent):
                tiefe += 1
            elif isinstance(ereignis, CollectionEndEvent):
                tiefe -= 1
            if tiefe > HOECHSTE_TIEFE:
                yield finding("Y007", _stelle(path, ereignis.start_mark), tiefe=HOECHSTE_TIEFE)
                return
            anker = getattr(ereignis, "anchor", None)
            if anker:
                yield finding("Y004", _stelle(path, ereignis.start_mark), name=anker)
    except yaml.YAMLError:
        return


def _syntaxfehler(path: str, text: str, fehler: yaml.YAMLError) -> Finding:
    problem = str(getattr(fehler, "problem", None) or fehler)
    kontext = str(getattr(fehler, "context", None) or "")
    ort = _stelle(path, getattr(fehler, "problem_mark", None))
    zeilen = text.splitlines()
    zeile = zeilen[ort.line - 1] if ort.line <= len(zeilen) else ""
    if "\t" in zeile[: max(ort.column, len(zeile) - len(zeile.lstrip()))]:
        return finding("Y002", Location(path, ort.line, zeile.index("\t") + 1))
    for merkmal, ursache in _URSACHEN:
        if merkmal in problem or merkmal in kontext:
            return finding("Y001", ort, ursache=ursache)
    return finding("Y001", ort, ursache="Der Aufbau ist an dieser Stelle ungültig.")


class _Leser:
    """Turns nodes into values and collects what is ambiguous or forbidden."""

    def __init__(self, dokument: Dokument) -> None:
        self.dokument = dokument
        self.tiefe = 0

    def melde(self, code: str, knoten: Node, **werte: object) -> None:
        self.dokument.findings.append(finding(code, _ort(self.dokument.path, knoten), **werte))

    def lies(self, knoten: Node) -> Any:
        if isinstance(knoten, ScalarNode):
            return knoten.value if knoten.tag == _TEXT else self._skalar(knoten)
        self.tiefe += 1
        try:
            if self.tiefe > HOECHSTE_TIEFE:
                self.melde("Y007", knoten, tiefe=HOECHSTE_TIEFE)
                return None
            if isinstance(knoten, MappingNode):
                return self._abbildung(knoten)
            if knoten.tag != f"{_TAG}seq":
                self.melde("Y005", knoten, tag=knoten.tag.removeprefix(_TAG))
            return [self.lies(eintrag) for eintrag in knoten.value]
        finally:
            self.tiefe -= 1

    def _abbildung(self, knoten: MappingNode) -> dict[str, Any]:
        if knoten.tag != f"{_TAG}map":
            self.melde("Y005", knoten, tag=knoten.tag.removeprefix(_TAG))
        werte: dict[str, Any] = {}
        for name, wert in knoten.value:
            if not isinstance(name, ScalarNode):
                self.melde("Y006", name)
                continue
            if name.value in werte:
                self.melde("Y003", name, feld=name.value)
                continue
            werte[name.value] = self.lies(wert)
        return werte

    def _skalar(self, knoten: ScalarNode) -> Any:
        text = str(knoten.value)
        art = knoten.tag
        if art == f"{_TAG}str":
            return text
        if not art.startswith(_TAG):
            self.melde("Y005", knoten, tag=art.lstrip("!"))
            return text
        umwandlung = _UMWANDLUNGEN.get(art.removeprefix(_TAG))
        if umwandlung is None:
            self.melde("Y005", knoten, tag=art.removeprefix(_TAG))
            return text
        code, wert = umwandlung(text)
        if code:
            self.melde(code, knoten, wert=text)
        return wert


def _wahrheit(text: str) -> tuple[str, Any]:
    if text in ("true", "false"):
        return "", text == "true"
    return "Y010", text


def _ganzzahl(text: str) -> tuple[str, Any]:
    return ("", int(text)) if _GANZZAHL.fullmatch(text) else ("Y011", text)


def _kommazahl(text: str) -> tuple[str, Any]:
    return ("", float(text)) if _KOMMAZAHL.fullmatch(text) else ("Y011", text)


def _datum(text: str) -> tuple[str, Any]:
    if not _DATUM.fullmatch(text):
        return "Y012", text
    try:
        return "", date.fromisoformat(text)
    except ValueError:
        return "Y012", text


_UMWANDLUNGEN: dict[str, Callable[[str], tuple[str, Any]]] = {
    "bool": _wahrheit,
    "int": _ganzzahl,
    "float": _kommazahl,
    "timestamp": _datum,
    "null": lambda text: ("", None),
    "value": lambda text: ("", text),
    "merge": lambda text: ("", text),
}
