"""Short addresses: which there are, where they lead, how they are printed."""

from __future__ import annotations

from leitfaden.views.bibliothek import Bibliothek
from leitfaden.views.kurzadresse import (
    belegte_adressen,
    gedruckt,
    kurzadressen,
    kurze_adresse,
    kurzpfad,
)

SITE = "https://beispielstadt.de/bibliothek/"


def test_codes_are_typed_in_lower_case_below_the_root_of_the_language() -> None:
    assert [kurzpfad("M07"), kurzpfad("T05", "en"), kurzpfad("", "en")] == ["m07/", "en/t05/", ""]


def test_whole_address_keeps_the_folder_of_the_site() -> None:
    assert kurze_adresse(SITE, "M07", "en") == "https://beispielstadt.de/bibliothek/en/m07/"
    assert gedruckt(kurze_adresse(SITE, "S1")) == "beispielstadt.de/bibliothek/s1"


def test_every_record_with_a_code_and_no_other_has_one(
    bibliotheken: dict[str, Bibliothek],
) -> None:
    bib = bibliotheken["de"]
    gefunden = {kurz.pfad: kurz for kurz in kurzadressen(bib)}
    karten = [*bib.massnahmen, *bib.szenarien, *bib.vorlagen]
    assert set(gefunden) == {f"{karte.kennung.lower()}/" for karte in karten}
    assert gefunden["m07/"].ziel == "../massnahmen/digital-navigatoren/"
    assert gefunden["m07/"].kanonisch == "massnahmen/digital-navigatoren/"
    assert set(belegte_adressen(bib.katalog)) == set(gefunden)


def test_english_address_stands_for_the_german_page_while_there_is_no_translation(
    bibliotheken: dict[str, Bibliothek],
) -> None:
    bib = bibliotheken["en"]
    gefunden = {kurz.karte.sprache: kurz for kurz in kurzadressen(bib)}
    assert set(gefunden) == {"de", "en"}, "the library needs both kinds"
    for sprache, kurz in gefunden.items():
        assert kurz.pfad.startswith("en/")
        assert kurz.ziel == f"../{kurz.karte.url}"
        assert kurz.kanonisch == ("en/" if sprache == "en" else "") + kurz.karte.url
