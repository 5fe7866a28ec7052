"""Every page of the site in one language: address, content, neighbours in guide order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from leitfaden.model.felder import Seitendatensatz
from leitfaden.model.kapitel import Kapitel
from leitfaden.model.typen import TYP_VON_NAME
from leitfaden.model.uebersetzung import ist_vollstaendig
from leitfaden.views.ausgaben import HEFTARTEN, Datei
from leitfaden.views.auswahl import LISTENLAENGE, Facettenseite, facettenseiten
from leitfaden.views.bibliothek import SEITENTYPEN, Bibliothek
from leitfaden.views.feed import feeds_der_liste, feeds_von
from leitfaden.views.karte import Aenderungszeile, Blaetterziel, Karte, Rahmen, Redaktion

# Sections in the order a reader of the printed guide would meet them.
ABSCHNITTE = (
    "kurz-und-einfach",
    "einfuehrung",
    "szenarien",
    "handlungsfelder",
    "massnahmen",
    "praxisbeispiele",
    "vorlagen",
    "methodik",
    "recht",
    "akteure-und-foerderung",
    "glossar",
    "links",
    "neues",
    "ueber",
    "daten",
    "mitwirken",
    "entwicklung",
    "barrierefreiheit",
    "datenschutz",
    "impressum",
)
HAUPTNAVIGATION = (
    "einfuehrung",
    "szenarien",
    "handlungsfelder",
    "massnahmen",
    "praxisbeispiele",
    "vorlagen",
    "glossar",
    "links",
)
# What the law demands of a public body; the footer of every page leads there.
PFLICHTSEITEN = ("barrierefreiheit", "datenschutz", "impressum")
FUSSNAVIGATION = (
    "kurz-und-einfach",
    "methodik",
    "recht",
    "akteure-und-foerderung",
    "neues",
    "ueber",
    "daten",
    "mitwirken",
    *PFLICHTSEITEN,
)


@dataclass(frozen=True)
class Seite:
    """One page.

    `art` is `kapitel`, `detail` or `liste`. A `detail` has `karte`, a `kapitel` has `kapitel`,
    a `liste` shows `karten`, page `nummer` of `gesamt`, of the prepared page `auswahl` (or of all
    examples if there is none).
    """

    art: str
    url: str
    titel: str
    inhaltssprache: str
    karte: Karte | None = None
    kapitel: Kapitel | None = None
    auswahl: Facettenseite | None = None
    karten: tuple[Karte, ...] = ()
    anzahl: int = 0
    nummer: int = 1
    gesamt: int = 1


class Seitenplan:
    """All pages of a library in one language, in guide order."""

    def __init__(self, bib: Bibliothek, quelltext: str = "") -> None:
        """Plan the pages of a library; `quelltext` is the address files are edited below."""
        self.bib = bib
        self.quelltext = quelltext

    @cached_property
    def seiten(self) -> tuple[Seite, ...]:
        """Every page, in guide order; list pages come last."""
        return (*self._leitfaden(), *self._listen())

    @cached_property
    def _nach_url(self) -> dict[str, int]:
        return {seite.url: nummer for nummer, seite in enumerate(self.seiten)}

    def seite(self, url: str) -> Seite:
        """Return the page at an address below the language root; KeyError if there is none."""
        return self.seiten[self._nach_url[url]]

    def hat(self, url: str) -> bool:
        """Tell whether there is a page at the address."""
        return url in self._nach_url

    def hat_uebersetzung(self, seite: Seite) -> bool:
        """Tell whether a page exists in English as a true translation."""
        if seite.kapitel is not None:
            return any(
                k.pfad == seite.kapitel.pfad and k.sprache != "de" for k in self.bib.katalog.kapitel
            )
        if seite.karte is None:
            return self.gegenstueck(seite) == seite.url
        deutsch = self.bib.katalog.von(seite.karte.typ)[seite.karte.id]
        englisch = self.bib.katalog.uebersetzungen.get((seite.karte.typ, seite.karte.id))
        return ist_vollstaendig(deutsch, englisch)

    def gegenstueck(self, seite: Seite) -> str:
        """Return where to read on in another language, below its root."""
        liste = seite.auswahl
        return seite.url if liste is None or liste.gegenstueck == liste.url else liste.gegenstueck

    # construction ---------------------------------------------------------------------------

    @cached_property
    def _kapitel(self) -> dict[str, Kapitel]:
        """Chapters by address: in this language where there is one, else the German one."""
        kapitel = {k.url: k for k in self.bib.katalog.kapitel if k.sprache == "de"}
        eigene = {k.url: k for k in self.bib.katalog.kapitel if k.sprache == self.bib.sprache}
        return {url: eigene.get(url, k) for url, k in kapitel.items()}

    def _leitfaden(self) -> Iterator[Seite]:
        yield from self._kapitelseiten("")
        bekannt = {""}
        for abschnitt in ABSCHNITTE:
            for url in self._geordnete_kapitel(abschnitt):
                bekannt.add(url)
                yield from self._kapitelseiten(url)
            yield from self._datensaetze(abschnitt)
        for url in sorted(self._kapitel):
            if url not in bekannt:
                yield from self._kapitelseiten(url)

    def _geordnete_kapitel(self, abschnitt: str) -> list[str]:
        urls = [u for u in self._kapitel if u == f"{abschnitt}/" or u.startswith(f"{abschnitt}/")]
        return sorted(
            urls, key=lambda u: (u != f"{abschnitt}/", self._kapitel[u].kopf.reihenfolge, u)
        )

    def _kapitelseiten(self, url: str) -> Iterator[Seite]:
        kapitel = self._kapitel.get(url)
        if kapitel is not None:
            yield Seite("kapitel", url, kapitel.kopf.titel, kapitel.sprache, kapitel=kapitel)

    def _datensaetze(self, abschnitt: str) -> Iterator[Seite]:
        bib = self.bib
        if abschnitt == "handlungsfelder":
            for feld in bib.handlungsfelder:
                yield _detailseite(feld)
                ids = bib.beziehungen.massnahmen_von_feld.get(feld.id, ())
                yield from (_detailseite(k) for k in bib.karten("massnahme", ids))
            return
        karten: dict[str, Sequence[Karte]] = {
            "szenarien": bib.szenarien,
            "praxisbeispiele": bib.praxisbeispiele,
            "vorlagen": bib.vorlagen,
        }
        yield from (_detailseite(k) for k in karten.get(abschnitt, ()))

    def _listen(self) -> Iterator[Seite]:
        titel = self.bib.texte["liste.weitere"]
        yield from self._blaettern("praxisbeispiele/", titel, None, self.bib.praxisbeispiele)
        for seite in facettenseiten(self.bib):
            yield from self._blaettern(seite.url, seite.titel, seite, seite.karten)

    def _blaettern(
        self, url: str, titel: str, auswahl: Facettenseite | None, karten: Sequence[Karte]
    ) -> Iterator[Seite]:
        gesamt = -(-len(karten) // LISTENLAENGE)
        # The first page of all examples is the hand-written overview.
        for nummer in range(2 if auswahl is None else 1, gesamt + 1):
            ausschnitt = tuple(karten[(nummer - 1) * LISTENLAENGE : nummer * LISTENLAENGE])
            stelle = self.bib.texte.mit("liste.seite", nummer=nummer, gesamt=gesamt)
            yield Seite(
                art="liste",
                url=listenadresse(url, nummer),
                titel=titel if nummer == 1 else f"{titel} ({stelle})",
                inhaltssprache=self.bib.sprache,
                auswahl=auswahl,
                karten=ausschnitt,
                anzahl=len(karten),
                nummer=nummer,
                gesamt=gesamt,
            )

    # frames ---------------------------------------------------------------------------------

    def rahmen(self, seite: Seite) -> Rahmen:
        """Return what surrounds the content of a page."""
        vorige, naechste = self._nachbarn(seite)
        satz = seite.karte.satz if seite.karte is not None and seite.art == "detail" else None
        kapitel = seite.kapitel
        redaktion: Redaktion | None = None
        kurz = kapitel.kopf.kurzbeschreibung if kapitel else seite.titel
        if isinstance(satz, Seitendatensatz) and seite.karte is not None:
            aenderungen = self.bib.aenderungen(seite.karte.typ, satz.id)
            redaktion = self.bib.redaktion(satz, aenderungen)
            kurz = satz.kurzbeschreibung
        elif kapitel is not None and kapitel.kopf.stand is not None:
            kopf = kapitel.kopf
            redaktion = Redaktion(
                kopf.stand,
                None,
                None,
                False,
                kopf.beleglage,
                self.bib.nachweise(kopf.quellen),
                tuple(Aenderungszeile(a.am, a.text, kapitel.sprache) for a in kopf.aenderungen),
            )
        return Rahmen(
            art=seite.karte.typ if satz is not None and seite.karte is not None else seite.art,
            url=seite.url,
            sprache=self.bib.sprache,
            inhaltssprache=seite.inhaltssprache,
            titel=seite.titel,
            kurzbeschreibung=kurz,
            brotkrumen=self._brotkrumen(seite),
            vorige=vorige,
            naechste=naechste,
            redaktion=redaktion,
            datei=_datei(seite),
            filter=self._filter(seite),
            kennung=seite.karte.kennung if satz is not None and seite.karte is not None else "",
            feeds=self._feeds(seite),
            hefte=self._hefte(seite),
        )

    def _hefte(self, seite: Seite) -> tuple[Datei, ...]:
        """Return the booklets of a record; in German where there is no translation."""
        karte = seite.karte
        if seite.art != "detail" or karte is None or karte.typ not in HEFTARTEN:
            return ()
        return self.bib.dateien.in_sprache(karte.typ, karte.id, seite.inhaltssprache)

    def _feeds(self, seite: Seite) -> tuple[tuple[str, str], ...]:
        if seite.auswahl is not None:
            return feeds_der_liste(self.bib, seite.auswahl)
        return feeds_von(self.bib, seite.karte)

    def _nachbarn(self, seite: Seite) -> tuple[Blaetterziel | None, Blaetterziel | None]:
        if seite.art == "liste" or seite.url == "":
            return None, None
        nummer = self._nach_url[seite.url]
        davor = self.seiten[nummer - 1] if nummer > 1 else None
        danach = self.seiten[nummer + 1] if nummer + 1 < len(self.seiten) else None
        return _ziel(davor), _ziel(danach if danach and danach.art != "liste" else None)

    def _brotkrumen(self, seite: Seite) -> tuple[Blaetterziel, ...]:
        if seite.url == "":
            return ()
        krumen = [Blaetterziel(self.bib.texte["startseite"], "", self.bib.sprache)]
        satz = seite.karte
        if seite.art == "detail" and satz is not None and satz.typ == "massnahme" and satz.feld:
            for url in ("handlungsfelder/", f"handlungsfelder/{satz.feld.id}/"):
                krumen += self._krume(url)
            return tuple(krumen)
        teile = seite.url.rstrip("/").split("/")
        for tiefe in range(1, len(teile)):
            krumen += self._krume("/".join(teile[:tiefe]) + "/")
        return tuple(krumen)

    def _krume(self, url: str) -> list[Blaetterziel]:
        ziel = _ziel(self.seite(url)) if self.hat(url) else None
        return [ziel] if ziel else []

    def _filter(self, seite: Seite) -> tuple[tuple[str, str], ...]:
        """Return the search facets of a page as (name, label) pairs."""
        texte = self.bib.texte
        karte = seite.karte
        if seite.art != "detail" or karte is None:
            return (("typ", texte["typ.kapitel"]),)
        paare = [("typ", texte[f"typ.{karte.typ}"])]
        if karte.feld is not None:
            paare.append(("handlungsfeld", karte.feld.titel))
        if karte.typ == "handlungsfeld":
            paare.append(("handlungsfeld", karte.titel))
        if karte.typ == "praxisbeispiel":
            massnahmen = self.bib.karten("massnahme", getattr(karte.satz, "massnahmen", ()))
            felder = dict.fromkeys(k.feld.titel for k in massnahmen if k.feld is not None)
            paare += [("handlungsfeld", feld) for feld in felder]
        if (aufwand := getattr(karte.satz, "aufwand", "")) and karte.typ == "massnahme":
            paare.append(("aufwand", texte.wert("aufwand", aufwand)))
        paare += [("format", form.upper()) for form in getattr(karte.satz, "formate", ())]
        return tuple(paare)


def listenadresse(url: str, nummer: int) -> str:
    """Return the address of a page of a list; the first page has the bare address."""
    return url if nummer == 1 else f"{url}seite-{nummer}/"


def _detailseite(karte: Karte) -> Seite:
    return Seite("detail", karte.url, karte.titel, karte.sprache, karte=karte)


def _ziel(seite: Seite | None) -> Blaetterziel | None:
    if seite is None:
        return None
    kennung = seite.karte.kennung if seite.karte is not None else ""
    return Blaetterziel(seite.titel, seite.url, seite.inhaltssprache, kennung)


def _datei(seite: Seite) -> str:
    """Path of the file a reader would edit, from the project root."""
    if seite.kapitel is not None:
        endung = ".md" if seite.kapitel.sprache == "de" else f".{seite.kapitel.sprache}.md"
        return f"docs/{seite.kapitel.pfad}{endung}"
    if seite.karte is not None and seite.art == "detail" and seite.karte.typ in SEITENTYPEN:
        return f"data/{TYP_VON_NAME[seite.karte.typ].pfad}/{seite.karte.id}.yml"
    return ""
