"""Rules for hand-written pages: known macros with fixed arguments, no HTML, known sources."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from jinja2 import Environment, TemplateSyntaxError, nodes

from leitfaden.checks.texte import verdaechtige
from leitfaden.findings import Finding, Location, finding
from leitfaden.model.felder import Datensatz
from leitfaden.model.kapitel import HANDBUCH, STARTSEITE, SUCHSEITE, Kapitel
from leitfaden.source.feldfehler import vorschlag
from leitfaden.source.loader import Ladung
from leitfaden.views.anker import ist_vergeben, ueberschriften
from leitfaden.views.kurzadresse import belegte_adressen
from leitfaden.views.makrokunde import MAKROS, Angabe, Makro
from leitfaden.views.seitenplan import PFLICHTSEITEN

OHNE_EINSTIEG = frozenset({STARTSEITE, SUCHSEITE, *PFLICHTSEITEN})
DREI = 3
# Must equal the settings of the macros plugin in mkdocs.yml: headings use {#anker}.
JINJA = {"comment_start_string": "{##", "comment_end_string": "##}"}
# Only what Python-Markdown really takes for code: a fence it does not accept is no code.
_ZAUN = re.compile(
    r"^(```+|~~~+) *[\w#.+-]* *\n.*?^\1 *$|(?<![\\`])`[^`\n]+(?<!\\)`(?!`)",
    re.DOTALL | re.MULTILINE,
)
_MAKRO = re.compile(r"\{\{.*?\}\}", re.DOTALL)
# Attribute lists ({: onclick=…}) put attributes into the HTML; only heading ids are allowed.
_ATTRIBUTE = re.compile(r"\{:[^}\n]*\}?|\{(?![%{#])[^{}\n]*=[^}\n]*\}?")
# The end of the block that protects pages without macros, and the mark of finished HTML, work
# even inside code.
_AUSBRUCH = re.compile(r"\{%[-+]?\s*endraw")
_FERTIGES_HTML = re.compile(r"<!--/?leitfaden-html-->")

# Jinja explains in English; each becomes the explanation an editor needs.
_URSACHEN = (
    ("unexpected char", "Ein Zeichen steht falsch oder ein Anführungszeichen fehlt."),
    ("unexpected end of template", "Die schließenden Klammern fehlen."),
    ("end of print statement", "Die Klammern schließen nicht richtig."),
    ("unexpected '}'", "Eine runde Klammer fehlt."),
    ("Encountered unknown tag", "Anweisungen mit {% sind nicht erlaubt."),
    ("comment", "Ein Kommentar wird nicht geschlossen."),
    ("raw", "Ein Block mit „raw“ wird nicht geschlossen."),
)


def pruefe_kapitel(ladung: Ladung) -> Iterator[Finding]:
    """Every page calls only known macros, names only known ids and holds no HTML."""
    belegt = belegte_adressen(ladung.katalog)
    for kapitel in ladung.katalog.kapitel:
        endung = ".md" if kapitel.sprache == "de" else f".{kapitel.sprache}.md"
        seite = _Seite(ladung, kapitel, f"docs/{kapitel.pfad}{endung}")
        yield from seite.adresse(belegt)
        yield from seite.quellen()
        yield from seite.kopf()
        yield from seite.einstieg()
        yield from seite.html()
        yield from seite.anker()
        if kapitel.kopf.render_macros:
            yield from seite.makros()


class _Seite:
    """One page under test."""

    def __init__(self, ladung: Ladung, kapitel: Kapitel, path: str) -> None:
        self.ladung = ladung
        self.kapitel = kapitel
        self.path = path
        self.zeilen = kapitel.inhalt.split("\n")

    def ort(self, zeile: int, spalte: int = 1) -> Location:
        """Place in the file of a line (from 1) of the body."""
        return Location(self.path, self.kapitel.zeile + zeile - 1, spalte)

    def stelle(self, zeile: int, text: str) -> Location:
        """Place of a text in or after a line; the call may spread over several lines."""
        for nummer in range(zeile, min(zeile + 5, len(self.zeilen)) + 1):
            spalte = self.zeilen[nummer - 1].find(text)
            if spalte >= 0:
                return self.ort(nummer, spalte + 1)
        return self.ort(zeile)

    def adresse(self, belegt: Mapping[str, Datensatz]) -> Iterator[Finding]:
        """No page takes the short address of a record, which leads on to another page."""
        url = self.kapitel.url
        if url in belegt:
            kennung = str(getattr(belegt[url], "kennung", ""))
            yield finding("D014", Location(self.path), adresse=f"/{url}", kennung=kennung)

    def quellen(self) -> Iterator[Finding]:
        katalog = self.ladung.katalog
        for quelle in self.kapitel.kopf.quellen:
            if katalog.finde(("quelle", "link"), quelle) is None:
                moeglich = [*katalog.quellen, *katalog.links]
                nah = vorschlag(quelle, moeglich)
                ort = self._kopfstelle(quelle)
                yield finding("V001", ort, id=quelle, typ="quelle oder link", vorschlag=nah)

    def _kopfstelle(self, text: str) -> Location:
        kopf = (self.ladung.projekt / self.path).read_text(encoding="utf-8").split("\n")
        for nummer, zeile in enumerate(kopf[: self.kapitel.zeile], 1):
            if text in zeile:
                return Location(self.path, nummer, zeile.index(text) + 1)
        return Location(self.path)

    def kopf(self) -> Iterator[Finding]:
        """The texts of the front matter are plain words, as in records."""
        for _, code, stelle in verdaechtige(self.kapitel.kopf):
            yield _fund(code, self._kopfstelle(stelle), stelle)

    def einstieg(self) -> Iterator[Finding]:
        """Every page opens with „In drei Sätzen“ and „Nächster Schritt“.

        Except the home page and the search, which are ways in, what the law demands, and the
        handbook.
        """
        pfad, kopf = self.kapitel.pfad, self.kapitel.kopf
        if pfad in OHNE_EINSTIEG or pfad.startswith(HANDBUCH):
            return
        fehlt = ["„kernaussagen“ mit genau drei Sätzen"] * (len(kopf.kernaussagen) != DREI)
        fehlt += ["„naechster_schritt“"] * (not kopf.naechster_schritt)
        if fehlt:
            yield finding("S050", Location(self.path), fehlt=" und ".join(fehlt))

    def anker(self) -> Iterator[Finding]:
        """No heading takes an anchor that the frame of the page or another heading has."""
        text = _ZAUN.sub(lambda t: re.sub(r"[^\n]", " ", t[0]), self.kapitel.inhalt)
        bekannt: set[str] = set()
        for nummer, anker, eigener in ueberschriften(text.split("\n")):
            # The engine numbers anchors it makes itself; one written twice stays.
            if ist_vergeben(anker) or (eigener and anker in bekannt):
                yield finding("V020", self.ort(nummer), anker=anker)
            bekannt.add(anker)

    def html(self) -> Iterator[Finding]:
        """Markup that could run, outside code; macros are looked at separately."""
        yield from self._ausbruch()
        text = _ZAUN.sub(lambda t: re.sub(r"[^\n]", " ", t[0]), self.kapitel.inhalt)
        if self.kapitel.kopf.render_macros:
            text = _MAKRO.sub(lambda t: re.sub(r"[^\n]", " ", t[0]), text)
        for nummer, zeile in enumerate(text.split("\n"), 1):
            rest = _ohne_erlaubtes(zeile)
            # A page without macros may explain them.
            ohne = () if self.kapitel.kopf.render_macros else ("T003",)
            for _, code, stelle in verdaechtige(rest, ohne):
                yield _fund(code, self.ort(nummer, zeile.find(stelle) + 1), stelle)
            if attribute := _ATTRIBUTE.search(rest):
                yield _fund("T001", self.ort(nummer, attribute.start() + 1), attribute[0])

    def _ausbruch(self) -> Iterator[Finding]:
        """Marks that would end the protection of a page; no code block hides them."""
        for nummer, zeile in enumerate(self.zeilen, 1):
            if treffer := _FERTIGES_HTML.search(zeile):
                yield _fund("T001", self.ort(nummer, treffer.start() + 1), treffer[0])
            treffer = None if self.kapitel.kopf.render_macros else _AUSBRUCH.search(zeile)
            if treffer:
                yield _fund("T003", self.ort(nummer, treffer.start() + 1), treffer[0])

    def makros(self) -> Iterator[Finding]:
        try:
            baum = Environment(autoescape=True, **JINJA).parse(self.kapitel.inhalt)  # type: ignore[arg-type]
        except TemplateSyntaxError as fehler:
            yield finding("Y020", self.ort(fehler.lineno), ursache=_ursache(fehler.message or ""))
            return
        for knoten in baum.body:
            teile = knoten.nodes if isinstance(knoten, nodes.Output) else [knoten]
            for teil in teile:
                if not isinstance(teil, nodes.TemplateData):
                    yield from self._aufruf(teil)

    def _aufruf(self, knoten: nodes.Node) -> Iterator[Finding]:
        if not isinstance(knoten, nodes.Call) or not isinstance(knoten.node, nodes.Name):
            yield finding("V012", self.stelle(knoten.lineno, "{{"))
            return
        name = knoten.node.name
        makro = MAKROS.get(name)
        if makro is None:
            erlaubt = ", ".join(sorted(MAKROS))
            nah = vorschlag(name, MAKROS)
            ort = self.stelle(knoten.lineno, name)
            yield finding("V010", ort, name=name, erlaubt=erlaubt, vorschlag=nah)
            return
        if knoten.dyn_args or knoten.dyn_kwargs:
            yield finding("V012", self.stelle(knoten.lineno, name))
            return
        yield from self._angaben(name, makro, knoten)

    def _angaben(self, name: str, makro: Makro, aufruf: nodes.Call) -> Iterator[Finding]:
        namen = list(makro.angaben)
        genannt: set[str] = set()
        paare: list[tuple[str, nodes.Node]] = []
        for nummer, wert in enumerate(aufruf.args):
            angabe = "id" if makro.beliebig_viele else (namen[nummer : nummer + 1] or [""])[0]
            paare.append((angabe, wert))
        paare += [(k.key, k.value) for k in aufruf.kwargs]
        for angabe, knoten in paare:
            if angabe not in makro.angaben:
                ort = self.stelle(aufruf.lineno, angabe or name)
                yield finding(
                    "V011",
                    ort,
                    name=name,
                    angabe=angabe or "zu viel",
                    erlaubt=", ".join(namen) or "keine",
                    vorschlag=vorschlag(angabe, namen),
                )
                continue
            genannt.add(angabe)
            if not isinstance(knoten, nodes.Const):
                yield finding("V012", self.stelle(aufruf.lineno, name))
                continue
            yield from self._wert(name, angabe, makro.angaben[angabe], knoten)
        for angabe, art in makro.angaben.items():
            if art.pflicht and angabe not in genannt:
                ort = self.stelle(aufruf.lineno, name)
                yield finding("V014", ort, name=name, angabe=angabe, beispiel=makro.beispiel)

    def _wert(self, name: str, angabe: str, art: Angabe, knoten: nodes.Const) -> Iterator[Finding]:
        wert = knoten.value
        ort = self.stelle(knoten.lineno, str(wert))
        if art.typen:
            if self.ladung.katalog.finde(art.typen, str(wert)) is None:
                moeglich = [i for t in art.typen for i in self.ladung.katalog.von(t)]
                nah = vorschlag(str(wert), moeglich)
                typ = " oder ".join(art.typen) if len(art.typen) < 4 else "Eintrag"
                yield finding("V001", ort, id=wert, typ=typ, vorschlag=nah)
        elif art.wahrheitswert:
            if not isinstance(wert, bool):
                yield finding(
                    "V013",
                    ort,
                    wert=wert,
                    name=name,
                    angabe=angabe,
                    erlaubt="true und false",
                    vorschlag="",
                )
        elif art.werte and wert not in art.werte:
            yield finding(
                "V013",
                ort,
                wert=wert,
                name=name,
                angabe=angabe,
                erlaubt=", ".join(art.werte),
                vorschlag=vorschlag(str(wert), art.werte),
            )


def _ohne_erlaubtes(zeile: str) -> str:
    """Blank what Markdown pages may hold and records may not: relative links, heading ids."""
    zeile = re.sub(r"\]\([\w./#?-][^)\s:<]*(?=[)\s])", lambda t: "]" + " " * (len(t[0]) - 1), zeile)
    return re.sub(r"\{#[a-z0-9-]+\}", lambda t: " " * len(t[0]), zeile)


def _fund(code: str, ort: Location, stelle: str) -> Finding:
    return finding(code, ort, stelle=stelle[:40], zeichen=f"U+{ord(stelle[0]):04X}")


def _ursache(meldung: str) -> str:
    for merkmal, ursache in _URSACHEN:
        if merkmal in meldung:
            return ursache
    return "Der Aufbau ist an dieser Stelle ungültig."
