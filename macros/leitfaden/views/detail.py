"""What the page of one record shows: the record, its relations, its place in the guide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from leitfaden.model.dokument import Dokument, Platzhalter
from leitfaden.model.handlungsfeld import Etappe, Handlungsfeld, Verbindung
from leitfaden.model.katalog import Katalog
from leitfaden.model.massnahme import Massnahme
from leitfaden.model.praxisbeispiel import Nachmachstufe, Praxisbeispiel, Zahl
from leitfaden.model.szenario import Szenario, Wegstation, Wochenblock
from leitfaden.model.vorlage import Vorlage
from leitfaden.texts import texte_von
from leitfaden.views.ausgaben import Datei
from leitfaden.views.auswahl import facettenadresse
from leitfaden.views.bibliothek import Bibliothek
from leitfaden.views.dateikopf import dateikopf
from leitfaden.views.datenformat import Datenadressen
from leitfaden.views.druckmappe import Mappendruck
from leitfaden.views.karte import Karte, Nachweis
from leitfaden.views.lesetext import ohne_auszeichnung, saetze
from leitfaden.views.lesezeit import Lesezeit, lesezeit
from leitfaden.views.mappendruck import mappendruck
from leitfaden.views.textbau import textdokument
from leitfaden.views.textdokument import Textdokument
from leitfaden.views.vorschau import Mappenvorschau, mappenvorschau

# More examples than this go to list pages of their own: the weight of a page must not grow
# with the number of examples.
PRAXIS_AUF_SEITE = 6
# „In drei Sätzen“
DREI = 3
# Who advises municipalities free of interests of its own, and the page that tells how to reach
# them.
BERATUNG = ("servicestelle-ikz", "digital-lotsen")
BERATUNGSSEITE = "akteure-und-foerderung"
# What a reader of one role sees only after asking for it; the template marks the same texts.
NUR_FUER: dict[str, tuple[str, ...]] = {
    "entscheiden": (
        "warum_gemeinsam",
        "aufwand_begruendung",
        "horizont_begruendung",
        "kosten",
        "pflicht",
        "einwaende",
    ),
    "umsetzen": ("schritte.text", "rollen", "recht"),
}


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
class Einbettung:
    """What other sites show of a measure, with its full address."""

    url: str
    sprache: str
    titel: str
    text: str
    stand: date


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
    dateien: tuple[tuple[Karte, tuple[Datei, ...]], ...]
    links: tuple[Karte, ...]
    glossar: tuple[Karte, ...]
    beratung: tuple[Karte, ...]
    beratung_url: str
    kosten_kurz: str
    einbettung: Einbettung | None
    lesezeit: Lesezeit


@dataclass(frozen=True)
class HandlungsfeldView:
    """Page of a Handlungsfeld."""

    satz: Handlungsfeld
    lesezeit: Lesezeit
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
    lesezeit: Lesezeit
    weg: tuple[tuple[Karte, Wegstation], ...]
    wochen: tuple[tuple[Wochenblock, tuple[Karte, ...]], ...]
    praxis: Praxisauszug


@dataclass(frozen=True)
class VorlageView:
    """Page of a template; its three sentences say the purpose and the fields in `gesagt`."""

    satz: Vorlage
    kernaussagen: tuple[str, ...]
    gesagt: frozenset[str]
    massnahmen: tuple[Karte, ...]
    szenarien: tuple[Karte, ...]
    dateien: tuple[Datei, ...]
    vorschau: Textdokument | Mappenvorschau | None


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
    vorlagen = bib.karten("vorlage", satz.vorlagen)
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
        vorlagen=vorlagen,
        dateien=tuple((k, bib.dateien.leere(k.id)) for k in vorlagen),
        links=bib.karten("link", satz.links),
        glossar=bib.karten("glossareintrag", satz.glossar),
        beratung=bib.karten("glossareintrag", BERATUNG),
        beratung_url=next((k.url for k in bib.katalog.kapitel if k.pfad == BERATUNGSSEITE), ""),
        kosten_kurz=saetze(ohne_auszeichnung(satz.kosten.text.replace("\n", " ")))[0],
        einbettung=_einbettung(bib, satz),
        lesezeit=lesezeit(satz, NUR_FUER),
    )


def _einbettung(bib: Bibliothek, satz: Massnahme) -> Einbettung | None:
    if not bib.wurzel:
        return None
    karte = bib.karte("massnahme", satz.id)
    return Einbettung(
        url=Datenadressen(bib.wurzel).seite(karte.sprache, karte.url),
        sprache=karte.sprache,
        titel=f"{karte.kennung} {karte.titel}",
        text=satz.kurzbeschreibung,
        stand=satz.stand,
    )


def handlungsfeld_view(bib: Bibliothek, satz: Handlungsfeld) -> HandlungsfeldView:
    """Collect everything the page of a Handlungsfeld shows."""
    bez = bib.beziehungen
    massnahmen = bib.katalog.massnahmen
    felder = bib.katalog.handlungsfelder
    return HandlungsfeldView(
        satz=satz,
        lesezeit=lesezeit(satz, {}),
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
        lesezeit=lesezeit(satz, {}),
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


def _drei_saetze(bib: Bibliothek, satz: Vorlage) -> tuple[tuple[str, ...], frozenset[str]]:
    """Say in three sentences what a template is for, when to use it and for whom it is.

    A purpose of several sentences takes the places of the last ones. Also returns the fields
    said, so that they need not stand at a glance again.
    """
    texte = texte_von(bib.karte("vorlage", satz.id).sprache)
    zweck = saetze(satz.zweck.replace("\n", " "))
    if len(zweck) > DREI:
        zweck = [*zweck[: DREI - 1], " ".join(zweck[DREI - 1 :])]
    zielgruppen = ", ".join(texte.wert("zielgruppe", z) for z in satz.zielgruppen)
    weitere = {
        "wann": texte.mit("vorlage.satz_wann", wann=satz.wann),
        "zielgruppen": texte.mit("vorlage.satz_wer", zielgruppen=zielgruppen),
    }
    gesagt = list(weitere)[: DREI - len(zweck)]
    return (*zweck, *(weitere[feld] for feld in gesagt)), frozenset(gesagt)


def vorlage_view(bib: Bibliothek, satz: Vorlage) -> VorlageView:
    """Collect everything the page of a template shows."""
    bez = bib.beziehungen
    kernaussagen, gesagt = _drei_saetze(bib, satz)
    return VorlageView(
        satz=satz,
        kernaussagen=kernaussagen,
        gesagt=gesagt,
        massnahmen=bib.karten("massnahme", bez.massnahmen_von_vorlage.get(satz.id, ())),
        szenarien=bib.karten("szenario", bez.szenarien_von_vorlage.get(satz.id, ())),
        dateien=bib.dateien.von(satz.id),
        vorschau=_vorschau(bib.katalog, satz.id),
    )


def _vorschau(katalog: Katalog, satz_id: str) -> Textdokument | Mappenvorschau | None:
    """Return the preview of a template from its German record; None without a document."""
    dokument = katalog.dokumente.get(satz_id)
    if dokument is None:
        return None
    return vorschau(katalog.vorlagen[satz_id], dokument, katalog.platzhalter)


def vorschau(
    vorlage: Vorlage, dokument: Dokument, platzhalter: Mapping[str, Platzhalter]
) -> Textdokument | Mappenvorschau:
    """Return what is inside a template, in German."""
    texte = texte_von("de")
    if dokument.ist_tabelle:
        kopf = dateikopf(vorlage, texte, beispiel=True)
        return mappenvorschau(dokument, kopf, platzhalter, texte)
    return textdokument(dokument, dateikopf(vorlage, texte), platzhalter, texte)


def druckansicht(
    vorlage: Vorlage, dokument: Dokument, platzhalter: Mapping[str, Platzhalter]
) -> Textdokument | Mappendruck:
    """Return a template as its PDF shows it, in German."""
    texte = texte_von("de")
    if not dokument.ist_tabelle:
        return textdokument(dokument, dateikopf(vorlage, texte), platzhalter, texte)
    kopf = dateikopf(vorlage, texte, beispiel=dokument.hat_beispiele)
    return mappendruck(dokument, kopf, platzhalter, texte)


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
