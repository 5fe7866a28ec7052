"""The files scripts read to narrow down a list that is too long for one page.

No file grows with the list; there are more of them. `merkmale-<n>.json` holds the facets of one
stretch of records as bits, `folge-<order>-<n>.json` a stretch of an order, `block-<n>.json` the
texts of some records.
"""

from __future__ import annotations

import json
from base64 import b64encode
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from html import unescape

from leitfaden.model.praxisbeispiel import Praxisbeispiel
from leitfaden.render.umgebung import makro
from leitfaden.texts import Texte
from leitfaden.views.auswahl import BLOCK, SCHEIBE, Auswahl
from leitfaden.views.karte import Karte

ORDNER = "auswahl"


def _als_bits(stellen: Sequence[int], ab: int, laenge: int) -> str:
    """Write ascending places from `ab` on as bits: place n is bit n % 8 of byte n // 8."""
    bits = bytearray(-(-laenge // 8))
    for stelle in stellen[bisect_left(stellen, ab) : bisect_left(stellen, ab + laenge)]:
        bits[(stelle - ab) // 8] |= 1 << (stelle - ab) % 8
    return b64encode(bytes(bits)).decode()


def _merkmale(liste: Auswahl, ab: int) -> dict[str, object]:
    laenge = min(SCHEIBE, len(liste.karten) - ab)
    werte = {
        f.name: {w.code: _als_bits(w.treffer, ab, laenge) for w in f.mit_treffern}
        for f in liste.facetten
    }
    return {"anzahl": len(liste.karten), "werte": werte}


def _satz(karte: Karte, texte: Texte) -> dict[str, str]:
    """What a card or a row of a table shows of an example."""
    satz = karte.satz
    if not isinstance(satz, Praxisbeispiel):
        raise TypeError(f"{karte.typ} has no index")
    zeitraum = makro("teile.j2", "zeitraum")(satz.zeitraum, texte, False)
    felder = {
        "u": karte.id,
        "t": karte.titel,
        "v": satz.verbund,
        "k": karte.kurzbeschreibung,
        "z": unescape(zeitraum).strip(),
    }
    return felder if karte.sprache == texte.sprache else {**felder, "l": karte.sprache}


def _json(wert: object) -> str:
    return json.dumps(wert, ensure_ascii=False, separators=(",", ":"))


def indexdateien(liste: Auswahl, texte: Texte) -> Iterator[tuple[str, str]]:
    """Yield path below the root of the language and text of every file of a long list."""
    if not liste.ist_lang:
        return
    ordner = f"{liste.bereich}/{ORDNER}"
    for nummer, ab in enumerate(range(0, len(liste.karten), SCHEIBE), 1):
        yield f"{ordner}/merkmale-{nummer}.json", _json(_merkmale(liste, ab))
        for ordnung in liste.sortierungen:
            if ordnung.folge:
                teil = ordnung.folge[ab : ab + SCHEIBE]
                yield f"{ordner}/folge-{ordnung.name}-{nummer}.json", _json(teil)
    for nummer, ab in enumerate(range(0, len(liste.karten), BLOCK), 1):
        saetze = [_satz(karte, texte) for karte in liste.karten[ab : ab + BLOCK]]
        yield f"{ordner}/block-{nummer}.json", _json(saetze)
