"""What the page of one record shows: the record, its relations, its place in the guide."""

from __future__ import annotations

from dataclasses import dataclass

from leitfaden.model.handlungsfeld import Etappe, Handlungsfeld, Verbindung
from leitfaden.model.massnahme import Massnahme
from leitfaden.model.praxisbeispiel import Nachmachstufe, Praxisbeispiel, Zahl
from leitfaden.model.szenario import Szenario, Wegstation, Wochenblock
from leitfaden.model.vorlage import Vorlage
from leitfaden.views.auswahl import facettenadresse
from leitfaden.views.bibliothek import Bibliothek
from leitfaden.views.karte import Karte, Nachweis

# More examples than this go to list pages of their own: the weight of a page must not grow
# with the number of examples.
PRAXIS_AUF_SEITE = 6


@dataclass(frozen=True)
class Praxisauszug:
    """The newest examples of a relation; `gesamt` counts all, `alle_url` leads to the rest."""

    karten: tuple[Karte, ...]
    gesamt: int
    alle_url: str

    @property
    def hat_mehr(self) -> bool:
        """True if there are more examples than shown."""
        return self.gesamt > len(self.karten)


@dataclass(frozen=True)
class MassnahmeView:
    """Page of a measure."""

    satz: Massnahme
    handlungsfeld: Karte | None
    voraussetzungen: tuple[Karte, ...]
    anschluss: tuple[Karte, ...]
    praxis: Praxisauszug
    szenarien: tuple[Karte, ...]
    vorlagen: tuple[Karte, ...]
    links: tuple[Karte, ...]
    glossar: tuple[Karte, ...]


@dataclass(frozen=True)
class HandlungsfeldView:
    """Page of a Handlungsfeld."""

    satz: Handlungsfeld
    vorgehen: tuple[tuple[Karte, Etappe], ...]
    verbindungen: tuple[tuple[Karte, Verbindung], ...]
    massnahmen: tuple[Karte, ...]
    praxis: Praxisauszug


@dataclass(frozen=True)
class PraxisbeispielView:
    """Page of an example; each figure comes with its source."""

    satz: Praxisbeispiel
    zahlen: tuple[tuple[Zahl, Nachweis | None], ...]
    nachmachen: tuple[tuple[Nachmachstufe, Karte | None], ...]
    massnahmen: tuple[Karte, ...]
    handlungsfelder: tuple[Karte, ...]
    szenarien: tuple[Karte, ...]


@dataclass(frozen=True)
class SzenarioView:
    """Page of a scenario."""

    satz: Szenario
    weg: tuple[tuple[Karte, Wegstation], ...]
    wochen: tuple[tuple[Wochenblock, tuple[Karte, ...]], ...]
    praxis: Praxisauszug


@dataclass(frozen=True)
class VorlageView:
    """Page of a template."""

    satz: Vorlage
    massnahmen: tuple[Karte, ...]
    szenarien: tuple[Karte, ...]


Detail = MassnahmeView | HandlungsfeldView | PraxisbeispielView | SzenarioView | VorlageView


def _auszug(bib: Bibliothek, ids: tuple[str, ...], alle_url: str) -> Praxisauszug:
    beispiele = bib.katalog.praxisbeispiele
    sichtbar = [i for i in ids if i in beispiele]
    neueste = sorted(sichtbar, key=lambda i: (-beispiele[i].stand.toordinal(), i))
    karten = bib.karten("praxisbeispiel", neueste[:PRAXIS_AUF_SEITE])
    return Praxisauszug(karten, len(sichtbar), alle_url)


def massnahme_view(bib: Bibliothek, satz: Massnahme) -> MassnahmeView:
    """Collect everything the page of a measure shows."""
    bez = bib.beziehungen
    return MassnahmeView(
        satz=satz,
        handlungsfeld=next(iter(bib.karten("handlungsfeld", (satz.handlungsfeld,))), None),
        voraussetzungen=bib.karten("massnahme", satz.voraussetzungen),
        anschluss=bib.karten("massnahme", bez.anschluss.get(satz.id, ())),
        praxis=_auszug(
            bib,
            bez.praxis_von_massnahme.get(satz.id, ()),
            facettenadresse("praxisbeispiele", "massnahme", satz.id),
        ),
        szenarien=bib.karten("szenario", bez.szenarien_von_massnahme.get(satz.id, ())),
        vorlagen=bib.karten("vorlage", satz.vorlagen),
        links=bib.karten("link", satz.links),
        glossar=bib.karten("glossareintrag", satz.glossar),
    )


def handlungsfeld_view(bib: Bibliothek, satz: Handlungsfeld) -> HandlungsfeldView:
    """Collect everything the page of a Handlungsfeld shows."""
    bez = bib.beziehungen
    massnahmen = bib.katalog.massnahmen
    felder = bib.katalog.handlungsfelder
    return HandlungsfeldView(
        satz=satz,
        vorgehen=tuple(
            (bib.karte("massnahme", e.massnahme), e)
            for e in satz.vorgehen
            if e.massnahme in massnahmen
        ),
        verbindungen=tuple(
            (bib.karte("handlungsfeld", v.handlungsfeld), v)
            for v in satz.verbindungen
            if v.handlungsfeld in felder
        ),
        massnahmen=bib.karten("massnahme", bez.massnahmen_von_feld.get(satz.id, ())),
        praxis=_auszug(
            bib,
            bez.praxis_von_feld.get(satz.id, ()),
            facettenadresse("praxisbeispiele", "handlungsfeld", satz.id),
        ),
    )


def praxisbeispiel_view(bib: Bibliothek, satz: Praxisbeispiel) -> PraxisbeispielView:
    """Collect everything the page of an example shows."""
    massnahmen = bib.karten("massnahme", satz.massnahmen)
    felder = dict.fromkeys(k.feld.id for k in massnahmen if k.feld is not None)
    vorlagen = bib.katalog.vorlagen
    return PraxisbeispielView(
        satz=satz,
        zahlen=tuple((z, next(iter(bib.nachweise((z.quelle,))), None)) for z in satz.zahlen),
        nachmachen=tuple(
            (n, bib.karte("vorlage", n.vorlage) if n.vorlage and n.vorlage in vorlagen else None)
            for n in satz.nachmachen
        ),
        massnahmen=massnahmen,
        handlungsfelder=bib.karten("handlungsfeld", felder),
        szenarien=bib.karten("szenario", satz.szenarien),
    )


def szenario_view(bib: Bibliothek, satz: Szenario) -> SzenarioView:
    """Collect everything the page of a scenario shows."""
    massnahmen = bib.katalog.massnahmen
    return SzenarioView(
        satz=satz,
        weg=tuple(
            (bib.karte("massnahme", s.massnahme), s) for s in satz.weg if s.massnahme in massnahmen
        ),
        wochen=tuple((w, bib.karten("vorlage", w.vorlagen)) for w in satz.erste_90_tage),
        praxis=_auszug(
            bib,
            bib.beziehungen.praxis_von_szenario.get(satz.id, ()),
            facettenadresse("praxisbeispiele", "szenario", satz.id),
        ),
    )


def vorlage_view(bib: Bibliothek, satz: Vorlage) -> VorlageView:
    """Collect everything the page of a template shows."""
    bez = bib.beziehungen
    return VorlageView(
        satz=satz,
        massnahmen=bib.karten("massnahme", bez.massnahmen_von_vorlage.get(satz.id, ())),
        szenarien=bib.karten("szenario", bez.szenarien_von_vorlage.get(satz.id, ())),
    )


def detail(bib: Bibliothek, typ: str, satz_id: str) -> Detail:
    """Return the page view of a record; raises KeyError for an unknown type or id."""
    satz = bib.karte(typ, satz_id).satz
    match satz:
        case Massnahme():
            return massnahme_view(bib, satz)
        case Handlungsfeld():
            return handlungsfeld_view(bib, satz)
        case Praxisbeispiel():
            return praxisbeispiel_view(bib, satz)
        case Szenario():
            return szenario_view(bib, satz)
        case Vorlage():
            return vorlage_view(bib, satz)
    raise KeyError(typ)
