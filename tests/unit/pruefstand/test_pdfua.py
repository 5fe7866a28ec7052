"""The PDF/UA checks: silent about a good PDF, and each finds the one thing broken for it."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator

import page
import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from leitfaden.downloads.pdf import pdf
from leitfaden.render.qrcode import qrcode
from leitfaden.texts import texte_von
from tests.pruefstand.pdfua import REGELN, pruefe

HTML = """<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Probe</title></head>
<body><h1>Erstes</h1><p>Ein <span lang="en">foreign word</span>, ein
<a href="https://beispielstadt.de/">Link</a> und <a href="#zwei">ein Sprung</a>.</p>
<h2 id="zwei">Zweites</h2><ul><li>Punkt<ul><li>Unterpunkt</li></ul></li></ul>
<dl><div><dt>Begriff</dt> <dd>Erklärung</dd><dd>Noch eine</dd></div></dl>
<dl><dt>Wort</dt><dd>Sinn</dd></dl>
<table><thead><tr><th>Jahr</th><th>Zahl</th></tr></thead><tbody>
<tr><th scope="row" rowspan="2">2026</th><td>1</td></tr><tr><td>2</td></tr></tbody></table>{qr}
{seiten}</body></html>"""


@pytest.fixture(scope="module")
def gut() -> bytes:
    seiten = '<p style="break-before: page">Weiter.</p>' * 8
    code = qrcode("https://beispielstadt.de/m07/", texte_von("de"))
    return pdf(HTML.format(qr=code, seiten=seiten))


def _elemente(objekt: Object, typ: str) -> Iterator[Object]:
    k = objekt.get("/K")
    for kind in k if isinstance(k, Array) else [k]:
        if isinstance(kind, Dictionary) and "/S" in kind:
            if kind["/S"] == f"/{typ}":
                yield kind
            yield from _elemente(kind, typ)


def _erstes(p: Pdf, typ: str) -> Object:
    return next(_elemente(p.Root.StructTreeRoot, typ))


def _ersetze(p: Pdf, alt: bytes, neu: bytes) -> None:
    seite = p.pages[0]
    inhalt = seite.Contents.read_bytes()
    assert alt in inhalt
    seite.Contents = p.make_stream(inhalt.replace(alt, neu, 1))


def _xmp(p: Pdf, alt: bytes, neu: bytes) -> None:
    daten = p.Root.Metadata.read_bytes()
    assert alt in daten
    p.Root.Metadata = p.make_stream(daten.replace(alt, neu))


def _setze(objekt: Object, name: str, wert: object) -> None:
    objekt[name] = wert


def _entferne(objekt: Object, name: str) -> None:
    del objekt[name]


def _link(p: Pdf, nummer: int = 0) -> Object:
    return p.pages[0].Annots[nummer]


def _schrift(p: Pdf) -> Object:
    return next(iter(p.pages[0].Resources.Font.values()))


def _ohne_lesezeichen(p: Pdf) -> None:
    del p.Root["/Outlines"]


BRUECHE: dict[str, list[Callable[[Pdf], None]]] = {
    "01-005": [
        lambda p: _ersetze(p, b"BT", b"EMC BT"),
        lambda p: _ersetze(p, b"BDC", b"BDC EMC 0 0 1 1 re f /Span BMC"),
    ],
    "01-003": [lambda p: _ersetze(p, b"BT", b"/Artifact BMC 0 0 1 1 re f EMC BT")],
    "01-006": [
        lambda p: _setze(_erstes(p, "H1").K[0], "/K", Array()),
        lambda p: _erstes(p, "P").K.append(_erstes(p, "H1").K[0]),
    ],
    "01-007": [lambda p: _setze(p.pages[0], "/StructParents", 1)],
    "06-001": [
        lambda p: _entferne(p.Root, "/Metadata"),
        lambda p: _xmp(p, b'pdfuaid:part="1"', b""),
        lambda p: _xmp(p, b"dc:title", b"dc:subject"),
    ],
    "06-004": [lambda p: _setze(p.docinfo, "/Title", String("Anderes"))],
    "07-001": [lambda p: _setze(p.Root.ViewerPreferences, "/DisplayDocTitle", False)],
    "09-000": [
        lambda p: _entferne(p.Root, "/MarkInfo"),
        lambda p: _setze(p.Root.MarkInfo, "/Suspects", True),
    ],
    "26-002": [],
    "11-001": [
        lambda p: _entferne(p.Root, "/Lang"),
        lambda p: _setze(_erstes(p, "H1"), "/Lang", String("deutsch!")),
    ],
    "20-001": [lambda p: _setze(p.Root, "/OCProperties", Dictionary())],
    "02-001": [
        lambda p: _setze(_erstes(p, "H1"), "/S", Name("/Titel")),
        lambda p: _setze(p.Root.StructTreeRoot, "/RoleMap", Dictionary(P=Name("/Span"))),
    ],
    "09-004": [
        lambda p: _setze(_erstes(p, "LI"), "/S", Name("/Div")),
        lambda p: _setze(_erstes(p, "TR"), "/S", Name("/P")),
    ],
    "14-003": [
        lambda p: _setze(_erstes(p, "H2"), "/S", Name("/H3")),
        lambda p: _setze(_erstes(p, "H1"), "/S", Name("/H2")),
        lambda p: _setze(_erstes(p, "H2"), "/S", Name("/H")),
    ],
    "13-004": [
        lambda p: _entferne(_erstes(p, "Figure"), "/Alt"),
        lambda p: _entferne(_erstes(p, "Figure"), "/A"),
    ],
    "15-003": [
        lambda p: _entferne(_erstes(p, "TH").A, "/Scope"),
        lambda p: _setze(_erstes(p, "TD").A, "/Headers", Array([String("nirgends")])),
    ],
    "15-004": [lambda p: _entferne(_erstes(p, "TBody").K[0].K[0].A, "/RowSpan")],
    "15-005": [
        lambda p: _entferne(p.Root.StructTreeRoot, "/IDTree"),
        lambda p: _setze(_erstes(p, "H1"), "/ID", _erstes(p, "TH").ID),
    ],
    "09-002": [lambda p: _erstes(p, "Document").K.append(_leer(p))],
    "28-002": [lambda p: _setze(_erstes(p, "Link"), "/S", Name("/Span"))],
    "28-012": [lambda p: _entferne(_link(p), "/Contents")],
    "28-013": [lambda p: _setze(_link(p, 1), "/Dest", String("nirgends"))],
    "28-009": [lambda p: _entferne(p.pages[0], "/Tabs")],
    "31-009": [
        lambda p: _entferne(_schrift(p), "/ToUnicode"),
        lambda p: _setze(_schrift(p).DescendantFonts[0], "/FontDescriptor", Dictionary()),
    ],
    "WTPDF-8.2": [_ohne_lesezeichen],
}


def _leer(p: Pdf) -> Object:
    dokument = _erstes(p, "Document")
    return p.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, P=dokument, K=Array()))


def test_good_pdf_passes_both_checkers(gut: bytes) -> None:
    assert pruefe(gut) == []
    bericht = page.validate_pdf_bytes(gut, profile="ua1")
    assert bericht.failures == []
    assert bericht.rules.total > 100


def test_every_rule_has_something_broken_for_it() -> None:
    assert set(BRUECHE) == set(REGELN)


FAELLE = [(punkt, bruch) for punkt, brueche in BRUECHE.items() for bruch in brueche]


@pytest.mark.parametrize(
    ("punkt", "bruch"), FAELLE, ids=[f"{p}-{n}" for n, (p, _) in enumerate(FAELLE)]
)
def test_broken_rule_is_found(gut: bytes, punkt: str, bruch: Callable[[Pdf], None]) -> None:
    with pikepdf.open(io.BytesIO(gut)) as p:
        bruch(p)
        ziel = io.BytesIO()
        p.save(ziel)
    assert punkt in {befund.punkt for befund in pruefe(ziel.getvalue())}


def test_encrypted_pdf_is_found(gut: bytes) -> None:
    with pikepdf.open(io.BytesIO(gut)) as p:
        ziel = io.BytesIO()
        p.save(ziel, encryption=pikepdf.Encryption(owner="geheim", user=""))
    assert {befund.punkt for befund in pruefe(ziel.getvalue())} == {"26-002"}
