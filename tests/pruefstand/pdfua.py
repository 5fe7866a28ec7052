"""Checks a PDF against the machine checks of the Matterhorn Protocol 1.1 (PDF/UA-1) and beyond.

Each rule names its checkpoint; „WTPDF“ and „eigen“ mark what goes beyond PDF/UA-1. A second,
independent checker (page-validation) runs beside this one.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pikepdf import Array, Dictionary, Name, Object

from tests.pruefstand.pdfbaum import STANDARDTYPEN, Element, Pdf
from tests.pruefstand.pdftabelle import unregelmaessig, zeilen

LESEZEICHEN_AB = 9  # pages; below, the headings on the first page lead far enough
_SPRACHE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_XMP_TEIL = re.compile(r"""pdfuaid:part(?:>|=["'])1\b""")
_XMP_TITEL = re.compile(r"<dc:title>.*?<rdf:li[^>]*>\s*([^<]+?)\s*</rdf:li>", re.DOTALL)
# What may stand right below some types (ISO 32000-1, 14.8.4.3).
_ERLAUBT = {
    "L": {"LI", "L", "Caption"},
    "LI": {"Lbl", "LBody"},
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TFoot": {"TR"},
    "TR": {"TH", "TD"},
    "TOC": {"TOC", "TOCI", "Caption"},
    "TOCI": {"Lbl", "Reference", "NonStruct", "P", "TOC", "Link"},
}
_NUR_IN = {
    "LI": {"L"},
    "LBody": {"LI"},
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "THead": {"Table"},
    "TBody": {"Table"},
    "TFoot": {"Table"},
    "TH": {"TR"},
    "TD": {"TR"},
    "TOCI": {"TOC"},
}
_NIE_LEER = {"H1", "H2", "H3", "H4", "H5", "H6", "P", "LI", "Lbl", "TH", "TOCI", "Link", "Caption"}


@dataclass(frozen=True)
class Befund:
    """A broken rule: its checkpoint and what was seen."""

    punkt: str
    text: str


Regel = Callable[[Pdf], Iterator[str]]
REGELN: dict[str, Regel] = {}


def regel(punkt: str) -> Callable[[Regel], Regel]:
    """Enter a rule under its checkpoint."""

    def trage_ein(pruefung: Regel) -> Regel:
        REGELN[punkt] = pruefung
        return pruefung

    return trage_ein


def pruefe(daten: bytes) -> list[Befund]:
    """Return everything that is wrong with a PDF."""
    pdf = Pdf(daten)
    return [Befund(punkt, text) for punkt, pruefung in REGELN.items() for text in pruefung(pdf)]


# content ------------------------------------------------------------------------------------


@regel("01-005")
def inhalt_ohne_auszeichnung(pdf: Pdf) -> Iterator[str]:
    """Whatever is drawn is tagged or an artifact."""
    for seite, stellen in pdf.gezeichnet.items():
        lose = Counter(s.operator for s in stellen if s.mcid is None and not s.artefakt)
        if lose:
            yield f"Seite {seite + 1}: {dict(lose)}"


@regel("01-003")
def artefakt_im_inhalt(pdf: Pdf) -> Iterator[str]:
    """No artifact stands in tagged content, nor tagged content in an artifact (01-004)."""
    for seite, stellen in pdf.gezeichnet.items():
        if any(s.mcid is not None and s.artefakt for s in stellen):
            yield f"Seite {seite + 1}"


@regel("01-006")
def zuordnung(pdf: Pdf) -> Iterator[str]:
    """Each piece of tagged content is in the tree exactly once, and the tree names no other."""
    im_baum: dict[tuple[int, int], Counter[int]] = defaultdict(Counter)
    for element in pdf.elemente:
        for ort, mcid in element.inhalte:
            im_baum[ort][mcid] += 1
    for nummer, seite in enumerate(pdf.pdf.pages):
        auf_seite = {s.mcid for s in pdf.gezeichnet[nummer] if s.mcid is not None}
        gemeint = im_baum[seite.obj.objgen]
        if fehlt := auf_seite - set(gemeint):
            yield f"Seite {nummer + 1}: {sorted(fehlt)} fehlen im Baum"
        if doppelt := [m for m, n in gemeint.items() if n > 1]:
            yield f"Seite {nummer + 1}: {doppelt} stehen mehrfach im Baum"


@regel("01-007")
def rueckweg(pdf: Pdf) -> Iterator[str]:
    """The parent tree leads from each piece of content to the element that holds it."""
    baum = pdf.wurzel.get("/StructTreeRoot", Dictionary()).get("/ParentTree", Dictionary())
    nach_nummer = dict(_nummern(baum))
    nummer_von = {s.obj.objgen: int(s.get("/StructParents", -1)) for s in pdf.pdf.pages}
    for element in pdf.elemente:
        for ort, mcid in element.inhalte:
            eltern = nach_nummer.get(nummer_von[ort])
            if eltern is None or len(eltern) <= mcid or eltern[mcid] != element.objekt:
                yield f"{element.typ}, MCID {mcid}"
                return


def _nummern(baum: Object) -> Iterator[tuple[int, Object]]:
    for kind in baum.get("/Kids", []):
        yield from _nummern(kind)
    paare = list(baum.get("/Nums", []))
    yield from ((int(n), wert) for n, wert in zip(paare[::2], paare[1::2], strict=True))


# document -----------------------------------------------------------------------------------


@regel("06-001")
def metadaten(pdf: Pdf) -> Iterator[str]:
    """XMP metadata say PDF/UA-1 (06-002) and give a title (06-003)."""
    if "/Metadata" not in pdf.wurzel:
        yield "keine XMP-Metadaten"
        return
    xmp = pdf.wurzel["/Metadata"].read_bytes().decode("utf-8")
    if not _XMP_TEIL.search(xmp):
        yield "pdfuaid:part fehlt"
    if not _XMP_TITEL.search(xmp):
        yield "dc:title fehlt"


@regel("07-001")
def titelzeile(pdf: Pdf) -> Iterator[str]:
    """The window shows the title, not the file name (07-002)."""
    if not pdf.wurzel.get("/ViewerPreferences", Dictionary()).get("/DisplayDocTitle", False):
        yield "DisplayDocTitle ist nicht gesetzt"


@regel("06-004")
def titel_stimmt(pdf: Pdf) -> Iterator[str]:
    """The title identifies the document: the first heading, or one that says more."""
    kopf = str(pdf.pdf.docinfo.get("/Title", ""))
    xmp = pdf.wurzel["/Metadata"].read_bytes().decode("utf-8") if "/Metadata" in pdf.wurzel else ""
    gefunden = _XMP_TITEL.search(xmp)
    if not kopf or (gefunden and gefunden[1] != _als_xml(kopf)):
        yield f"Titel „{kopf}“ im Kopf, „{gefunden[1] if gefunden else ''}“ in XMP"


def _als_xml(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


@regel("09-000")
def ausgezeichnet(pdf: Pdf) -> Iterator[str]:
    """The document is tagged and says so (ISO 14289-1, 7.1); nothing is called suspect (01-008)."""
    marken = pdf.wurzel.get("/MarkInfo", Dictionary())
    if not marken.get("/Marked", False):
        yield "MarkInfo/Marked fehlt"
    if marken.get("/Suspects", False):
        yield "MarkInfo/Suspects ist wahr"
    if not pdf.elemente:
        yield "kein Strukturbaum"


@regel("26-002")
def verschluesselt(pdf: Pdf) -> Iterator[str]:
    """Nothing is encrypted; so no right to read aloud can be missing."""
    if pdf.pdf.is_encrypted:
        yield "verschlüsselt"


@regel("11-001")
def sprache(pdf: Pdf) -> Iterator[str]:
    """The document has a language, and every language named is well formed (11-002 … 11-007)."""
    haupt = str(pdf.wurzel.get("/Lang", ""))
    if not _SPRACHE.fullmatch(haupt):
        yield f"Sprache des Dokuments: „{haupt}“"
    for element in pdf.elemente:
        if "/Lang" in element.objekt and not _SPRACHE.fullmatch(element.wert("/Lang")):
            yield f"Sprache von {element.typ}: „{element.wert('/Lang')}“"


@regel("20-001")
def ebenen(pdf: Pdf) -> Iterator[str]:
    """There are no layers that could hide content, no scripts and no attached files (21-001)."""
    for name in ("/OCProperties", "/AA", "/OpenAction"):
        if name in pdf.wurzel:
            yield f"{name} im Katalog"
    namen = pdf.wurzel.get("/Names", Dictionary())
    yield from (f"{name} in Names" for name in ("/JavaScript", "/EmbeddedFiles") if name in namen)


# structure ----------------------------------------------------------------------------------


@regel("02-001")
def rollen(pdf: Pdf) -> Iterator[str]:
    """Every type is a standard one or mapped to one; standard types keep their sense (02-004)."""
    for typ in {e.typ for e in pdf.elemente} - STANDARDTYPEN:
        yield f"{typ} ist kein Standardtyp"
    yield from (f"{typ} ist umgedeutet" for typ in pdf.rollen if typ in STANDARDTYPEN)


@regel("09-004")
def verschachtelung(pdf: Pdf) -> Iterator[str]:
    """Tables, lists (09-005) and contents (09-006) are nested as their types demand."""
    for element in pdf.elemente:
        eltern = element.eltern.typ if element.eltern else ""
        if element.typ in _NUR_IN and eltern not in _NUR_IN[element.typ]:
            yield f"{element.typ} in {eltern or 'der Wurzel'}"
        falsch = {k.typ for k in element.kinder} - _ERLAUBT.get(element.typ, STANDARDTYPEN)
        if falsch:
            yield f"{', '.join(sorted(falsch))} in {element.typ}"
        if element.typ in ("L", "Table", "TR") and element.inhalte:
            yield f"Text unmittelbar in {element.typ}"


@regel("14-003")
def ueberschriften(pdf: Pdf) -> Iterator[str]:
    """Headings begin with H1 (14-002) and skip no level; H is not used (14-007)."""
    if pdf.vom_typ("H"):
        yield "H neben H1 bis H6"
    bisher = 0
    for element in pdf.vom_typ("H1", "H2", "H3", "H4", "H5", "H6"):
        stufe = int(element.typ[1])
        if stufe > bisher + 1:
            yield f"H{stufe} nach {f'H{bisher}' if bisher else 'dem Anfang'}"
        bisher = stufe
    if not bisher:
        yield "keine Überschrift"


@regel("13-004")
def bilder(pdf: Pdf) -> Iterator[str]:
    """Figures and formulas (17-002) have an alternative text, and a place on the page."""
    for element in pdf.vom_typ("Figure", "Formula"):
        if not (element.wert("/Alt").strip() or element.wert("/ActualText").strip()):
            yield f"{element.typ} ohne Alternativtext"
        if element.eigenschaft("/BBox") is None:
            yield f"{element.typ} ohne BBox"


@regel("15-003")
def tabellenkoepfe(pdf: Pdf) -> Iterator[str]:
    """Every header cell has a Scope, and what cells name as their headers exists."""
    ids = {e.wert("/ID") for e in pdf.vom_typ("TH")}
    for element in pdf.vom_typ("TH", "TD"):
        if element.typ == "TH" and element.eigenschaft("/Scope") not in (
            Name.Row,
            Name.Column,
            Name.Both,
        ):
            yield "TH ohne Scope"
        koepfe = element.eigenschaft("/Headers")
        if isinstance(koepfe, Array) and (fremd := {str(k) for k in koepfe} - ids):
            yield f"Headers nennt {sorted(fremd)}"


@regel("15-004")
def tabellenform(pdf: Pdf) -> Iterator[str]:
    """Tables have header cells and rows of one width, spans counted (eigen)."""
    for tabelle in pdf.vom_typ("Table"):
        if not any(z.typ == "TH" for zeile in zeilen(tabelle) for z in zeile):
            yield "Tabelle ohne Kopfzellen"
        if breiten := unregelmaessig(tabelle):
            yield f"Zeilen mit {breiten} Zellen"


@regel("15-005")
def namensverzeichnis(pdf: Pdf) -> Iterator[str]:
    """Names of elements are unique (19-004) and listed in the root (ISO 32000-1, table 322)."""
    namen = [e.wert("/ID") for e in pdf.elemente if "/ID" in e.objekt]
    if doppelt := [n for n, anzahl in Counter(namen).items() if anzahl > 1]:
        yield f"mehrfach: {doppelt[:3]}"
    baum = pdf.wurzel.get("/StructTreeRoot", Dictionary()).get("/IDTree", Dictionary())
    if fehlt := set(namen) - set(_namen(baum)):
        yield f"nicht im Verzeichnis: {sorted(fehlt)[:3]}"


def _namen(baum: Object) -> Iterator[str]:
    for kind in baum.get("/Kids", []):
        yield from _namen(kind)
    yield from (str(n) for n in list(baum.get("/Names", []))[::2])


@regel("09-002")
def leere_elemente(pdf: Pdf) -> Iterator[str]:
    """Headings, paragraphs, list items, header cells and links hold something (eigen)."""
    leer = Counter(e.typ for e in pdf.elemente if e.typ in _NIE_LEER and e.leer)
    yield from (f"{anzahl} mal {typ} leer" for typ, anzahl in leer.items())


# annotations, fonts, navigation -------------------------------------------------------------


@regel("28-002")
def anmerkungen(pdf: Pdf) -> Iterator[str]:
    """Each link is in a Link element (28-011), each other annotation in Annot or Form (28-010)."""
    halter: dict[tuple[int, int], Element] = {
        ort: e for e in pdf.elemente for ort in e.annotationen
    }
    erwartet = {"/Link": "Link", "/Widget": "Form"}
    for nummer, anmerkung in _anmerkungen(pdf):
        art = str(anmerkung["/Subtype"])
        element = halter.get(anmerkung.objgen)
        if element is None or element.typ != erwartet.get(art, "Annot"):
            yield f"Seite {nummer}: {art[1:]} in {element.typ if element else 'keinem Element'}"


@regel("28-012")
def linktexte(pdf: Pdf) -> Iterator[str]:
    """Each annotation says in words what it is (28-004)."""
    for nummer, anmerkung in _anmerkungen(pdf):
        if not str(anmerkung.get("/Contents", anmerkung.get("/TU", ""))).strip():
            yield f"Seite {nummer}: {str(anmerkung['/Subtype'])[1:]} ohne Contents"


@regel("28-013")
def linkziele(pdf: Pdf) -> Iterator[str]:
    """Links lead somewhere: to an address, or to a place in the document (eigen)."""
    ziele = _ziele(pdf)
    for nummer, anmerkung in _anmerkungen(pdf):
        ziel = anmerkung.get("/Dest", anmerkung.get("/A", Dictionary()).get("/D"))
        if ziel is not None and not isinstance(ziel, Array) and str(ziel) not in ziele:
            yield f"Seite {nummer}: {ziel} gibt es nicht"


def _ziele(pdf: Pdf) -> set[str]:
    alte = {str(k) for k in pdf.wurzel.get("/Dests", Dictionary())}
    return alte | set(_namen(pdf.wurzel.get("/Names", Dictionary()).get("/Dests", Dictionary())))


@regel("28-009")
def reihenfolge(pdf: Pdf) -> Iterator[str]:
    """On pages with links, the Tab key follows the structure (28-008)."""
    for nummer, seite in enumerate(pdf.pdf.pages, 1):
        if "/Annots" in seite and seite.get("/Tabs") != Name.S:
            yield f"Seite {nummer}"


def _anmerkungen(pdf: Pdf) -> Iterator[tuple[int, Object]]:
    for nummer, seite in enumerate(pdf.pdf.pages, 1):
        yield from ((nummer, anmerkung) for anmerkung in seite.get("/Annots", []))


@regel("31-009")
def schriften(pdf: Pdf) -> Iterator[str]:
    """Every font is in the file and tells which letters its signs are (10-001, 31-027)."""
    for schrift in pdf.schriften:
        name = str(schrift.get("/BaseFont", "?"))
        nachfahre = schrift["/DescendantFonts"][0] if "/DescendantFonts" in schrift else schrift
        angaben = nachfahre.get("/FontDescriptor", Dictionary())
        if not any(f"/FontFile{n}" in angaben for n in ("", "2", "3")):
            yield f"{name} ist nicht eingebettet"
        if "/ToUnicode" not in schrift:
            yield f"{name} ohne ToUnicode"


@regel("WTPDF-8.2")
def lesezeichen(pdf: Pdf) -> Iterator[str]:
    """A long document has bookmarks (WCAG 2.4.5); none has an empty title."""
    with pdf.pdf.open_outline() as gliederung:
        titel = [punkt.title for punkt in gliederung.root]
    if len(pdf.pdf.pages) >= LESEZEICHEN_AB and not titel:
        yield f"keine Lesezeichen auf {len(pdf.pdf.pages)} Seiten"
    if not all(t.strip() for t in titel):
        yield "ein Lesezeichen ohne Titel"
