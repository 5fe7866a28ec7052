"""Formulas: read, calculated and written as OpenFormula; LibreOffice repeats it in tests/office."""

from __future__ import annotations

from datetime import date

import pytest

from leitfaden.formeln.anzahl import ANZAHL
from leitfaden.formeln.ausdruck import (
    FormelError,
    lies_bereich,
    lies_formel,
    spaltenbuchstaben,
    spaltennummer,
)
from leitfaden.formeln.funktionen import FUNKTIONEN
from leitfaden.formeln.opendocument import als_openformula
from leitfaden.formeln.rechnen import BEKANNT, Rechner, Zellen, fehler_in
from leitfaden.formeln.werte import Einzelwert, Fehlerwert, als_nummer

# Column A holds numbers, B words, C nothing but one empty text, D days.
WERTE: dict[tuple[str, int, int], float | str] = {
    ("B", 1, 1): 1.0,
    ("B", 1, 2): 2.0,
    ("B", 1, 3): 4.0,
    ("B", 2, 1): "ja",
    ("B", 2, 2): "nein",
    ("B", 2, 3): "Ja",
    ("B", 3, 1): "",
    ("B", 4, 1): als_nummer(date(2027, 12, 31)),
    ("X", 1, 1): 7.0,
}


def rechne(formel: str) -> Einzelwert:
    ort = ("B", 26, 9)
    zellen = Zellen(WERTE, {ort: lies_formel(formel)}, {"Tag": lies_bereich("B!D1").von})
    return Rechner(zellen).wert(ort)


@pytest.mark.parametrize(
    ("formel", "ergebnis"),
    [
        ("=1+2*3-4/2", 5.0),
        ("=2^3^2", 64.0),  # from the left, as in all spreadsheets
        ("=-2^2", 4.0),
        ("=50%*4", 2.0),
        ('="a"&1&"b"', "a1b"),
        ("=A1+X!A1", 8.0),
        ("=C2", 0.0),
        ('=C2=""', True),
        ("=C2=0", True),
        ('="JA"=B1', True),
        ('="a"<1', False),
        ("=1/0", Fehlerwert("#DIV/0!")),
        ('="x"+1', Fehlerwert("#VALUE!")),
        ('=IF(A1>0,"gut",1/0)', "gut"),
        ("=IF(A1>9,1)", False),
        ("=AND(A1=1,A2=2)", True),
        ("=AND(A1=1,1/0)", Fehlerwert("#DIV/0!")),
        ("=OR(A1=9,A2=2)", True),
        ("=NOT(A1=1)", False),
        ("=IFERROR(1/0,5)", 5.0),
        ("=ROW()", 9.0),
        ("=ROW(A3)", 3.0),
        ("=SUM(A1:B3)", 7.0),
        ("=COUNT(A1:C3)", 3.0),
        ("=COUNTA(A1:C3)", 7.0),
        ("=COUNTBLANK(A1:C3)", 3.0),
        ("=AVERAGE(A1:A3)", 7 / 3),
        ("=AVERAGE(B1:B3)", Fehlerwert("#DIV/0!")),
        ("=MEDIAN(A1:A3)", 2.0),
        ("=MEDIAN(A1:A2)", 1.5),
        ("=MIN(A1:A3)", 1.0),
        ("=MAX(A1:A3,9)", 9.0),
        ("=MAX(B1:B3)", 0.0),
        ("=STDEVP(A1:A2)", 0.5),
        ("=RANK(A2,A1:A3,0)", 2.0),
        ("=RANK(A3,A1:A3)", 1.0),
        ("=RANK(A3,A1:A3,1)", 3.0),
        ("=LARGE(A1:A3,2)", 2.0),
        ("=SMALL(A1:A3,1)", 1.0),
        ("=SMALL(A1:A3,4)", Fehlerwert("#NUM!")),
        ('=COUNTIF(B1:B3,"ja")', 2.0),
        ('=COUNTIF(A1:A3,">=2")', 2.0),
        ('=COUNTIF(B1:B3,"<>ja")', 1.0),
        ('=COUNTIFS(B1:B3,"ja",A1:A3,4)', 1.0),
        ('=SUMIF(B1:B3,"ja",A1:A3)', 5.0),
        ('=SUMIF(A1:A3,">1")', 6.0),
        ('=SUMIFS(A1:A3,B1:B3,"ja",A1:A3,"<2")', 1.0),
        ("=SUMPRODUCT(A1:A3,A1:A3)", 21.0),
        ('=SUMPRODUCT((B1:B3="ja")*A1:A3)', 5.0),
        ('=SUMPRODUCT((B1:B4<>"")/(COUNTIF(B1:B4,B1:B4&"")+(B1:B4="")))', 2.0),
        ("=ROUND(1.005,2)", 1.01),
        ("=ROUND(-2.5,0)", -3.0),
        ("=ROUNDDOWN(-2.59,1)", -2.5),
        ("=ROUNDUP(2.11,1)", 2.2),
        ("=ABS(-3)", 3.0),
        ("=INDEX(A1:A3,3)", 4.0),
        ("=INDEX(A1:B3,2,2)", "nein"),
        ("=SUM(INDEX(A1:B3,0,1))", 7.0),
        ("=INDEX(A1:A3,9)", Fehlerwert("#REF!")),
        ('=MATCH("nein",B1:B3,0)', 2.0),
        ('=MATCH("x",B1:B3,0)', Fehlerwert("#N/A")),
        ("=ISNUMBER(A1)", True),
        ("=ISNUMBER(B1)", False),
        ("=ISTEXT(B1)", True),
        ("=ISBLANK(C1)", False),
        ("=ISBLANK(C2)", True),
        ('=LEN("abc")', 3.0),
        ("=EDATE(Tag,-6)", als_nummer(date(2027, 6, 30))),
        ("=EDATE(DATE(2024,1,31),1)", als_nummer(date(2024, 2, 29))),
        ("=DATE(2026,13,1)", als_nummer(date(2027, 1, 1))),
        ("=YEAR(D1)*10000+MONTH(D1)*100+DAY(D1)", 20271231.0),
        ("=SUM(A3:A1)", 7.0),  # as spreadsheets read it, whichever corner comes first
        ("=10^400", Fehlerwert("#NUM!")),
        ("=(-1)^0.5", Fehlerwert("#NUM!")),
        ("=0^-1", Fehlerwert("#NUM!")),
        ("=YEAR(99999999)", Fehlerwert("#NUM!")),
        ("=DATE(0,1,1)", Fehlerwert("#NUM!")),
        ("=EDATE(D1,999999)", Fehlerwert("#NUM!")),
        ("=ROUND(1,400)", Fehlerwert("#NUM!")),
        ("=INDEX(A1:A3,-1)", Fehlerwert("#REF!")),
        ('=SUMIFS(A1:A3,B1:B2,"ja")', Fehlerwert("#VALUE!")),
        ('=COUNTIFS(B1:B3,"ja",A1:A2,1)', Fehlerwert("#VALUE!")),
        ("=SUMPRODUCT(A1:A3,A1:A2)", Fehlerwert("#VALUE!")),
        ("=SUMPRODUCT((A1:A3=1)*(A1:A2=1))", Fehlerwert("#N/A")),
    ],
)
def test_result(formel: str, ergebnis: Einzelwert) -> None:
    ist = rechne(formel)
    assert type(ist) is type(ergebnis)
    assert ist == (pytest.approx(ergebnis) if isinstance(ergebnis, float) else ergebnis)


@pytest.mark.parametrize(
    ("formel", "grund"),
    [
        ("=SUM(A1;A2)", "nicht zu lesen"),
        ("=SUM(A1", "erwartet wird „)“, gefunden wurde „das Ende“"),
        ("=1+", "erwartet wird ein Wert"),
        ("=1 2", "nach dem Ende"),
        ("=A1:5", "zweite Zelle"),
        ("=)", "erwartet wird ein Wert"),
        ("=#REF!1+2", "außerhalb des Blatts"),
        (f"={'(' * 700}1{')' * 700}", "zu viele Klammern"),
    ],
)
def test_unreadable_formula_names_the_reason(formel: str, grund: str) -> None:
    with pytest.raises(FormelError, match=grund.replace(")", r"\)")):
        lies_formel(formel)


@pytest.mark.parametrize(
    ("formel", "grund"),
    [
        ("=SUMME(A1)", "die Funktion SUMME ist nicht vorgesehen"),
        ("=1+IF(A1)", "IF braucht 2 bis 3 Angaben, hier sind es 1"),
        ("=DAY()", "DAY braucht 1 Angabe, hier sind es 0"),
        ("=SUM()", "SUM braucht mindestens 1 Angabe, hier sind es 0"),
        (
            '=COUNTIFS(A1:A3,"x",B1:B3)',
            "COUNTIFS braucht mindestens 2 Angaben, weitere nur paarweise, hier sind es 3",
        ),
        ("=Stichtag+1", "den Namen „Stichtag“ gibt es nicht"),
        ("=SUM(Plan!A1:A2)", "das Blatt „Plan“ gibt es nicht"),
        ("=SUM(B!A1:A2)", ""),
    ],
)
def test_formula_that_cannot_be_calculated(formel: str, grund: str) -> None:
    assert next(fehler_in(lies_formel(formel), {"B": 1}, set()), "") == grund


def test_every_function_knows_how_many_arguments_it_takes() -> None:
    assert set(ANZAHL) == BEKANNT
    for name in FUNKTIONEN:
        zu_wenige = ",".join(["A1"] * (ANZAHL[name].von - 1))
        assert next(fehler_in(lies_formel(f"={name}({zu_wenige})"), {"B": 1}, set()), "")


def test_long_chain_of_formulas_is_a_finding_and_no_crash() -> None:
    formeln = {("B", 1, z): lies_formel(f"=A{z - 1}+1") for z in range(2, 900)}
    with pytest.raises(FormelError, match="bauen aufeinander auf"):
        Rechner(Zellen({}, formeln, {})).wert(("B", 1, 899))


def test_circle_is_an_error_and_not_endless() -> None:
    formeln = {("B", 1, 1): lies_formel("=B1"), ("B", 2, 1): lies_formel("=A1+1")}
    with pytest.raises(FormelError, match="von sich selbst"):
        Rechner(Zellen({}, formeln, {})).wert(("B", 1, 1))


@pytest.mark.parametrize(
    ("formel", "offen"),
    [
        ("=SUM(A1:$B$3)", "of:=SUM([.A1:.$B$3])"),
        ('=IF(Plan!$A2="x";1)'.replace(";", ","), 'of:=IF([$Plan.$A2]="x";1)'),
        ('="a ""b"""', 'of:="a ""b"""'),
        ("=(1+2)*3", "of:=(1+2)*3"),
        ("=1-(2-3)", "of:=1-(2-3)"),
        ("=-A1^2", "of:=(-[.A1])^2"),
        ("=Tag+5%", "of:=Tag+(5%)"),
        ("=COUNT(Plan!A1:A9)", "of:=COUNT([$Plan.A1:.A9])"),
    ],
)
def test_openformula(formel: str, offen: str) -> None:
    assert als_openformula(lies_formel(formel)) == offen


@pytest.mark.parametrize(("nummer", "name"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ")])
def test_column_names(nummer: int, name: str) -> None:
    assert spaltenbuchstaben(nummer) == name
    assert spaltennummer(name) == nummer


def test_names_of_sheets_may_have_umlauts() -> None:
    assert als_openformula(lies_formel("=Schlüssel!$B2+Übersicht!C3")) == (
        "of:=[$Schlüssel.$B2]+[$Übersicht.C3]"
    )


@pytest.mark.parametrize("nummer", [0, -1])
def test_before_the_first_column_there_is_none(nummer: int) -> None:
    assert spaltenbuchstaben(nummer) == "#REF!"
