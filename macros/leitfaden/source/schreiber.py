"""Writes data files for editors: a new record to fill in, an English file to translate into."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from leitfaden.model.felder import Datensatz, Zustand
from leitfaden.model.felder_kunde import als_schluessel, texte
from leitfaden.model.typen import Inhaltstyp
from leitfaden.model.uebersetzung import Uebersetzung, gleiche_ab, quellhash

_SCHLICHT = re.compile(r"[A-Za-zÄÖÜäöüß][^:#\"'\n{}\[\],&*!|>%@`]*[^\s:#]")
# Optional fields that hardly any record does without.
_UEBLICH = ("quellen", "abschnitte")
_WAHRHEIT = {"yes", "no", "on", "off", "true", "false", "null", "y", "n"}


def _skalar(wert: Any) -> str:
    """Write a value so that YAML reads back the same."""
    if isinstance(wert, bool):
        return "ja" if wert else "nein"
    if not isinstance(wert, str):
        return "~" if wert is None else str(wert)  # numbers, empty lists and groups
    if _SCHLICHT.fullmatch(wert) and wert.casefold() not in _WAHRHEIT:
        return wert
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", wert):
        return wert
    return json.dumps(wert, ensure_ascii=False)


def _zeilen(name: str, wert: Any, stufe: int) -> Iterator[str]:
    rand = "  " * stufe
    if isinstance(wert, dict) and wert:
        yield f"{rand}{name}:"
        for innen, inhalt in wert.items():
            yield from _zeilen(innen, inhalt, stufe + 1)
    elif isinstance(wert, list) and wert:
        yield f"{rand}{name}:"
        for eintrag in wert:
            yield from _listenpunkt(eintrag, stufe + 1)
    else:
        yield f"{rand}{name}: {_skalar(wert)}"


def _listenpunkt(eintrag: Any, stufe: int) -> Iterator[str]:
    rand = "  " * stufe
    if not isinstance(eintrag, dict) or not eintrag:
        yield f"{rand}- {_skalar(eintrag)}"
        return
    zeilen = [z for name, wert in eintrag.items() for z in _zeilen(name, wert, stufe + 1)]
    yield f"{rand}- {zeilen[0].strip()}"
    yield from zeilen[1:]


def neuer_satz(typ: Inhaltstyp, schema: str) -> str:
    """Return a record of a type with every field, its description and its example.

    Optional fields are commented out, so that the file is short once it is filled in.
    """
    zeilen = [f"# yaml-language-server: $schema={schema}"]
    for name, info in typ.modell.model_fields.items():
        if name == "id":
            continue
        beispiel = info.examples[0] if info.examples else "…"
        # Samples must not go online by accident.
        beispiel = Zustand.ENTWURF.value if name == "zustand" else beispiel
        pflicht = info.is_required() or name in _UEBLICH
        zeilen += ["", f"# {info.description}{'' if pflicht else ' (freiwillig)'}"]
        muster = _zeilen(name, beispiel, 0)
        zeilen += [z if pflicht else f"# {z}" for z in muster]
    return "\n".join(zeilen) + "\n"


def _fehlt(schluessel: str, text: str) -> str:
    """Name a missing text in a comment; it must stay on one line."""
    return f"# fehlt: {schluessel}: {' '.join(text.split())}"


def uebersetzungsdatei(satz: Datensatz, alt: Uebersetzung | None, schema: str) -> str:
    """Return the English file of a record: texts there are, German ones as comments for the rest.

    Source hashes are kept as they are; `bestaetigt` renews them.
    """
    zeilen = [f"# yaml-language-server: $schema={schema}"]
    for name, wert in (alt.texte if alt else {}).items():
        if wert is not None and wert != ():
            zeilen += _zeilen(name, _ohne_leere(wert), 0)
    stand = alt.quellstand if alt else {}
    zeilen.append("quellstand:" if stand else "quellstand: {}")
    vorhanden = set(stand)
    for pfad, text in texte(satz):
        schluessel = als_schluessel(pfad)
        if schluessel in vorhanden:
            zeilen.append(f'  "{schluessel}": "{stand[schluessel]}"')
        else:
            zeilen.append(f"  {_fehlt(schluessel, text)}")
    return "\n".join(zeilen) + "\n"


def _ohne_leere(wert: Any) -> Any:
    if isinstance(wert, dict):
        return {k: _ohne_leere(v) for k, v in wert.items() if v is not None}
    if isinstance(wert, list | tuple):
        return [_ohne_leere(v) for v in wert]
    return wert


def bestaetige(datei: Path, satz: Datensatz, englisch: Uebersetzung) -> int:
    """Write the present German hashes into an English file; returns how many there are now.

    Only the block `quellstand` at the end changes, all texts stay as they were typed.
    """
    abgleich = gleiche_ab(satz, englisch)
    offen = {*abgleich.fehlende}
    eintraege = [
        f'  "{als_schluessel(pfad)}": "{quellhash(text)}"'
        for pfad, text in texte(satz)
        if als_schluessel(pfad) not in offen
    ]
    text = datei.read_text(encoding="utf-8")
    oben = re.split(r"^quellstand:.*", text, maxsplit=1, flags=re.MULTILINE | re.DOTALL)[0]
    kopf = "quellstand:" if eintraege else "quellstand: {}"
    neu = "\n".join([oben.rstrip("\n"), kopf, *eintraege, ""])
    datei.write_text(neu, encoding="utf-8", newline="\n")
    return len(eintraege)


def uebersetzungsliste(
    saetze: Iterable[Datensatz], alt: Mapping[str, Uebersetzung], schema: str, neu_stempeln: bool
) -> str:
    """Return the English file of a list type: one entry for each German one, in its order.

    The file holds nothing but texts and hashes, so it is written anew as a whole. With
    `neu_stempeln` every text counts as a translation of the present German one.
    """
    zeilen = [f"# yaml-language-server: $schema={schema}"]
    for satz in saetze:
        deutsch = {als_schluessel(pfad): text for pfad, text in texte(satz)}
        englisch = alt.get(satz.id)
        if not deutsch:
            continue
        if englisch is None:
            zeilen += ["", *(_fehlt(f"{satz.id}.{k}", t) for k, t in deutsch.items())]
            continue
        fehlt = gleiche_ab(satz, englisch).fehlende
        stand = {k: quellhash(t) for k, t in deutsch.items() if k not in fehlt}
        if not neu_stempeln:
            stand = {k: englisch.quellstand.get(k, "") for k in stand}
        felder = {k: _ohne_leere(v) for k, v in englisch.texte.items() if v not in (None, ())}
        eintrag = {"id": satz.id, **felder, "quellstand": stand}
        zeilen += ["", *(zeile.removeprefix("  ") for zeile in _listenpunkt(eintrag, 1))]
        zeilen += [f"  {_fehlt(k, deutsch[k])}" for k in fehlt]
    return "\n".join(zeilen) + "\n"
