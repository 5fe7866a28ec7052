"""Relations between records: declared on one end, listed on both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from leitfaden.model.katalog import Katalog

Umkehrung = Mapping[str, tuple[str, ...]]


def _umkehren(paare: Iterable[tuple[str, Iterable[str]]]) -> Umkehrung:
    """Turn (id, targets) pairs into target -> ids, keeping the order of the pairs."""
    umgekehrt: dict[str, list[str]] = defaultdict(list)
    for quelle, ziele in paare:
        for ziel in ziele:
            if quelle not in umgekehrt[ziel]:
                umgekehrt[ziel].append(quelle)
    return {ziel: tuple(quellen) for ziel, quellen in umgekehrt.items()}


@dataclass(frozen=True)
class Beziehungen:
    """For each kind of relation the ids on the other end, by id."""

    massnahmen_von_feld: Umkehrung
    anschluss: Umkehrung
    praxis_von_massnahme: Umkehrung
    praxis_von_szenario: Umkehrung
    praxis_von_feld: Umkehrung
    szenarien_von_massnahme: Umkehrung
    szenarien_von_vorlage: Umkehrung
    massnahmen_von_vorlage: Umkehrung
    massnahmen_von_link: Umkehrung
    massnahmen_von_begriff: Umkehrung


def berechne_beziehungen(katalog: Katalog) -> Beziehungen:
    """Compute every inverse relation of a catalogue in one pass over each type."""
    massnahmen = sorted(katalog.massnahmen.values(), key=lambda m: m.kennung)
    beispiele = katalog.praxisbeispiele.values()
    szenarien = sorted(katalog.szenarien.values(), key=lambda s: s.kennung)
    feld_von = {m.id: m.handlungsfeld for m in massnahmen}
    return Beziehungen(
        massnahmen_von_feld=_umkehren((m.id, (m.handlungsfeld,)) for m in massnahmen),
        anschluss=_umkehren((m.id, m.voraussetzungen) for m in massnahmen),
        praxis_von_massnahme=_umkehren((b.id, b.massnahmen) for b in beispiele),
        praxis_von_szenario=_umkehren((b.id, b.szenarien) for b in beispiele),
        praxis_von_feld=_umkehren(
            (b.id, dict.fromkeys(feld_von[m] for m in b.massnahmen if m in feld_von))
            for b in beispiele
        ),
        szenarien_von_massnahme=_umkehren((s.id, [w.massnahme for w in s.weg]) for s in szenarien),
        szenarien_von_vorlage=_umkehren(
            (s.id, [v for block in s.erste_90_tage for v in block.vorlagen]) for s in szenarien
        ),
        massnahmen_von_vorlage=_umkehren((m.id, m.vorlagen) for m in massnahmen),
        massnahmen_von_link=_umkehren((m.id, m.links) for m in massnahmen),
        massnahmen_von_begriff=_umkehren((m.id, m.glossar) for m in massnahmen),
    )
