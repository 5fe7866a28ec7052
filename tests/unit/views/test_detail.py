"""Page views of records."""

from __future__ import annotations

from datetime import date

import pytest

from leitfaden.model.katalog import Katalog
from leitfaden.model.verzeichnisse import Quelle
from leitfaden.views.bibliothek import Bibliothek
from leitfaden.views.detail import vorlage_view
from leitfaden.views.karte import Karte


@pytest.mark.parametrize(
    ("zweck", "saetze", "gesagt"),
    [
        (
            "Ein Satz.",
            ["Ein Satz.", "Einsatz: am Anfang.", "Für: Hauptamt."],
            ["wann", "zielgruppen"],
        ),
        ("Eins. Zwei.", ["Eins.", "Zwei.", "Einsatz: am Anfang."], ["wann"]),
        ("Eins.\nZwei. Drei.", ["Eins.", "Zwei.", "Drei."], []),
        ("Eins. Zwei. Drei. Vier.", ["Eins.", "Zwei.", "Drei. Vier."], []),
    ],
)
def test_a_template_opens_with_three_sentences_of_its_own_facts(
    bibliotheken: dict[str, Bibliothek], zweck: str, saetze: list[str], gesagt: list[str]
) -> None:
    bib = bibliotheken["de"]
    satz = bib.katalog.vorlagen["it-liste"].model_copy(
        update={"zweck": zweck, "wann": "am Anfang", "zielgruppen": ("hauptamt",)}
    )
    sicht = vorlage_view(bib, satz)
    assert list(sicht.kernaussagen) == saetze
    assert sicht.gesagt == frozenset(gesagt)


def test_a_source_keeps_the_language_of_its_title(heute: date) -> None:
    deutsch = Quelle(id="a", titel="Bericht")
    fremd = Quelle(id="b", titel="Report", sprache="en")
    assert Karte("quelle", deutsch, "", "en").titelsprache == "de"
    assert Karte("quelle", fremd, "", "de").titelsprache == "en"
    katalog = Katalog({"quelle": {"a": deutsch, "b": fremd}})
    bib = Bibliothek(katalog, "en", heute)
    assert [n.titelsprache for n in bib.nachweise(("a", "b"))] == ["de", "en"]
