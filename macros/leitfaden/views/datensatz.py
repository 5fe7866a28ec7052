"""Records as published: content, relations in both directions, files; lists and the entry."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from leitfaden.model.felder import Datensatz
from leitfaden.model.felder_kunde import verweise
from leitfaden.model.katalog import Katalog
from leitfaden.texts import SPRACHEN, texte_von
from leitfaden.views import datenformat as f
from leitfaden.views.bibliothek import Bibliothek
from leitfaden.views.datenantwort import (
    Aenderungsangabe,
    Beziehung,
    Dateiangabe,
    Fassungen,
    Formatgeschichte,
    Gesamtkopf,
    Listenantwort,
    Listeneintrag,
    Satzantwort,
    Typangabe,
    Verweisziel,
    Verzeichnisantwort,
    antwortmodell,
)
from leitfaden.views.karte import Karte

DOKUMENTATION = "daten/"
# A calendar of the guide itself, and one of the examples, of which there may be many.
KALENDER = "pruefung"
KALENDER_PRAXIS = "pruefung-praxisbeispiele"
_TYPNAMEN = frozenset(typ.name for typ in f.DATENTYPEN)

Ort = tuple[str, str]


@dataclass
class _Ende:
    """The other ends of a relation: how many there are, and the first of them."""

    anzahl: int = 0
    orte: list[Ort] = field(default_factory=list)


Enden = Mapping[Ort, Mapping[tuple[str, str], _Ende]]


@dataclass(frozen=True)
class Verweisnetz:
    """Who points to whom: by (type, id) the ends by (field, type of the other end)."""

    ausgehend: Enden
    eingehend: Enden


def verweisnetz(katalog: Katalog) -> Verweisnetz:
    """Collect every reference in one pass; of those that come in, only the first are kept.

    Without that limit the file of a measure would grow with the number of examples.
    """
    hin: dict[Ort, dict[tuple[str, str], _Ende]] = defaultdict(dict)
    her: dict[Ort, dict[tuple[str, str], _Ende]] = defaultdict(dict)
    for typ in f.DATENTYPEN:
        for satz_id, satz in sorted(katalog.von(typ.name).items()):
            hier = (typ.name, satz_id)
            for pfad, typen, ziel_id in verweise(satz):
                treffer = katalog.finde(typen, ziel_id)
                if treffer is None or treffer[0] not in _TYPNAMEN:
                    continue
                dort, feld = (treffer[0], ziel_id), str(pfad[0])
                ende = hin[hier].setdefault((feld, dort[0]), _Ende())
                if dort in ende.orte:
                    continue
                ende.anzahl += 1
                ende.orte.append(dort)
                zurueck = her[dort].setdefault((feld, typ.name), _Ende())
                zurueck.anzahl += 1
                if zurueck.anzahl <= f.SEITENLAENGE:
                    zurueck.orte.append(hier)
    return Verweisnetz(hin, her)


class Datenbestand:
    """The published data of a library in one language."""

    def __init__(self, bib: Bibliothek, netz: Verweisnetz, adressen: f.Datenadressen) -> None:
        self.bib = bib
        self.netz = netz
        self.adressen = adressen
        self._ziele: dict[Ort, Verweisziel] = {}

    @property
    def sprache(self) -> str:
        """Language of the pages this belongs to."""
        return self.bib.sprache

    def karten(self, typ: str) -> list[Karte]:
        """Return the records of a type by id: an order that stays when others are added."""
        return [self.bib.karte(typ, satz_id) for satz_id in sorted(self.bib.katalog.von(typ))]

    def hat_mappe(self, typ: str) -> bool:
        """Tell whether the table of a type is offered as a workbook too."""
        return len(self.bib.katalog.von(typ)) <= f.MAPPE_BIS

    def antwort(self, typ: str, satz_id: str) -> Satzantwort[Datensatz]:
        """Return everything about a record."""
        karte = self.bib.karte(typ, satz_id)
        # Everything comes from the checked model: checking it again would take half the time.
        return antwortmodell(typ).model_construct(
            schema_=self.adressen.datei(f.schemapfad(typ)),
            fassung=f.FASSUNG,
            typ=typ,
            id=satz_id,
            kennung=karte.kennung,
            titel=karte.titel,
            sprache=karte.sprache,
            url=self.adressen.von(self.sprache, karte),
            daten=self._fassungen(lambda s: f.satzpfad(s, typ, satz_id)),
            stand=f.stand_von(karte.satz),
            lizenz=f.LIZENZ,
            lizenz_url=f.LIZENZADRESSE,
            quellenangabe=self.bib.texte["daten.quellenangabe"],
            inhalt=karte.satz,
            beziehungen=tuple(self._beziehungen((typ, satz_id))),
            dateien=self._dateien(satz_id) if typ == "vorlage" else (),
        )

    def alle(self, typ: str) -> Iterator[Satzantwort[Datensatz]]:
        """Yield every record of a type, by id."""
        for satz_id in sorted(self.bib.katalog.von(typ)):
            yield self.antwort(typ, satz_id)

    def _fassungen(self, pfad: Callable[[str], str]) -> Fassungen:
        datei = self.adressen.datei
        return Fassungen.model_construct(None, **{s: datei(pfad(s)) for s in SPRACHEN})

    def _beziehungen(self, ort: Ort) -> Iterator[Beziehung]:
        for richtung, enden in (
            ("ausgehend", self.netz.ausgehend),
            ("eingehend", self.netz.eingehend),
        ):
            for (feld, typ), ende in sorted(enden.get(ort, {}).items()):
                yield Beziehung.model_construct(
                    richtung=richtung,
                    feld=feld,
                    typ=typ,
                    anzahl=ende.anzahl,
                    ziele=tuple(self._ziel(dort) for dort in ende.orte),
                )

    def _ziel(self, ort: Ort) -> Verweisziel:
        if ort not in self._ziele:
            karte = self.bib.karte(*ort)
            self._ziele[ort] = Verweisziel.model_construct(
                typ=karte.typ,
                id=karte.id,
                kennung=karte.kennung,
                titel=karte.titel,
                sprache=karte.titelsprache,
                url=self.adressen.von(self.sprache, karte),
                daten=self.adressen.datei(f.satzpfad(self.sprache, *ort)),
            )
        return self._ziele[ort]

    def _dateien(self, satz_id: str) -> tuple[Dateiangabe, ...]:
        return tuple(
            Dateiangabe(
                format=datei.form,
                url=self.adressen.datei(datei.pfad),
                groesse=datei.groesse,
                sha256=datei.sha256,
                beispiel=datei.beispiel,
            )
            for datei in self.bib.dateien.von(satz_id)
        )

    def listen(self, typ: str) -> Iterator[tuple[str, Listenantwort]]:
        """Yield path and content of every page of the list of a type."""
        karten = self.karten(typ)
        seiten = max(1, -(-len(karten) // f.SEITENLAENGE))
        for nummer in range(1, seiten + 1):
            teil = karten[(nummer - 1) * f.SEITENLAENGE : nummer * f.SEITENLAENGE]
            yield (
                f.listenpfad(self.sprache, typ, nummer),
                Listenantwort(
                    schema_=self.adressen.datei(f.schemapfad("liste")),
                    typ=typ,
                    anzahl=len(karten),
                    seite=nummer,
                    seiten=seiten,
                    vorige=self._listenadresse(typ, nummer - 1, seiten),
                    naechste=self._listenadresse(typ, nummer + 1, seiten),
                    eintraege=tuple(self._eintrag(karte) for karte in teil),
                ),
            )

    def _listenadresse(self, typ: str, nummer: int, seiten: int) -> str | None:
        if not 1 <= nummer <= seiten:
            return None
        return self.adressen.datei(f.listenpfad(self.sprache, typ, nummer))

    def _eintrag(self, karte: Karte) -> Listeneintrag:
        return Listeneintrag.model_construct(
            typ=karte.typ,
            id=karte.id,
            kennung=karte.kennung,
            titel=karte.titel,
            kurzbeschreibung=karte.kurzbeschreibung,
            sprache=karte.sprache,
            stand=f.stand_von(karte.satz),
            beleglage=getattr(karte.satz, "beleglage", None),
            url=self.adressen.von(self.sprache, karte),
            daten=self.adressen.datei(f.satzpfad(self.sprache, karte.typ, karte.id)),
        )

    def verzeichnis(self) -> Verzeichnisantwort:
        """Return the entry to everything."""
        texte, adressen = self.bib.texte, self.adressen
        return Verzeichnisantwort(
            schema_=adressen.datei(f.schemapfad("verzeichnis")),
            name=texte["name"],
            beschreibung=texte["daten.beschreibung"],
            website=Fassungen(**{s: adressen.seite(s, "") for s in SPRACHEN}),
            dokumentation=Fassungen(**{s: adressen.seite(s, DOKUMENTATION) for s in SPRACHEN}),
            lizenz=f.LIZENZ,
            lizenz_url=f.LIZENZADRESSE,
            quellenangabe=texte["daten.quellenangabe"],
            stand=juengster_stand(self.bib.katalog),
            typen=tuple(self._typ(typ.name) for typ in f.DATENTYPEN),
            alles=self._fassungen(f.abzugspfad),
            leitfaden=self._fassungen(f.textpfad),
            openapi=adressen.datei(f.OPENAPI),
            aenderungen=adressen.datei(f.FORMATGESCHICHTE),
            datenkatalog=adressen.datei(f.KATALOG["ttl"]),
            kalender=self._fassungen(lambda s: f.kalenderpfad(s, KALENDER)),
        )

    def _typ(self, typ: str) -> Typangabe:
        return Typangabe(
            typ=typ,
            name=self.bib.texte[f"daten.typ.{typ}"],
            anzahl=len(self.bib.katalog.von(typ)),
            schema_satz=self.adressen.datei(f.schemapfad(typ)),
            liste=self._fassungen(lambda s: f.listenpfad(s, typ)),
            csv=self._fassungen(lambda s: f.tabellenpfad(s, typ, "csv")),
            csv_spalten=self._fassungen(lambda s: f.tabellenpfad(s, typ, "csv-metadata.json")),
            xlsx=self._fassungen(lambda s: f.tabellenpfad(s, typ, "xlsx"))
            if self.hat_mappe(typ)
            else None,
        )

    def gesamtkopf(self) -> Gesamtkopf:
        """Return what the file with everything says about itself."""
        return Gesamtkopf(
            schema_=self.adressen.datei(f.schemapfad("alles")),
            sprache=self.sprache,
            lizenz=f.LIZENZ,
            lizenz_url=f.LIZENZADRESSE,
            quellenangabe=self.bib.texte["daten.quellenangabe"],
            stand=juengster_stand(self.bib.katalog),
        )

    def geschichte(self) -> Formatgeschichte:
        """Return the history of the format."""
        texte = texte_von("de")
        return Formatgeschichte(
            schema_=self.adressen.datei(f.schemapfad("aenderungen")),
            frist_monate=f.FRIST_MONATE,
            aenderungen=tuple(
                Aenderungsangabe(fassung=a.fassung, am=a.am, text=texte[a.text])
                for a in f.AENDERUNGEN
            ),
        )


def juengster_stand(katalog: Katalog) -> date:
    """Return the day of the newest change to any record."""
    alle = (f.stand_von(satz) for typ in f.DATENTYPEN for satz in katalog.von(typ.name).values())
    return max((stand for stand in alle if stand is not None), default=date(1970, 1, 1))
