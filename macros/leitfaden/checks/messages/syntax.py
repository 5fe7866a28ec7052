"""Messages about YAML syntax."""

from __future__ import annotations

from leitfaden.checks.messages.meldung import Meldung

MELDUNGEN: dict[str, Meldung] = {
    "Y001": Meldung(
        "YAML-Aufbau ist ungültig",
        "{ursache}",
        "Prüfen Sie diese und die vorige Zeile: Einrückung, Doppelpunkt mit Leerzeichen, "
        'Anführungszeichen. Im Zweifel setzen Sie den ganzen Wert in "…".',
        "titel: Amt24: online beantragen",
        'titel: "Amt24: online beantragen"',
    ),
    "Y002": Meldung(
        "Tabulator in der Einrückung",
        "Die Zeile enthält einen Tabulator.",
        "Ersetzen Sie ihn durch zwei Leerzeichen je Stufe.",
        "schritte:\n\t- titel: Liste",
        "schritte:\n  - titel: Liste",
    ),
    "Y003": Meldung(
        "Feld steht doppelt",
        "Das Feld „{feld}“ steht hier zum zweiten Mal.",
        "Behalten Sie eines der beiden und löschen Sie das andere.",
        "titel: Eins\ntitel: Zwei",
        "titel: Eins",
    ),
    "Y004": Meldung(
        "Anker und Verweise sind nicht erlaubt",
        "„{name}“ ist ein YAML-Anker oder ein Verweis darauf.",
        'Schreiben Sie den Text aus. Beginnt ein Wert mit & oder *, setzen Sie ihn in "…".',
        "nutzen: &a [x]",
        "nutzen:\n  - x",
    ),
    "Y005": Meldung(
        "Typangabe ist nicht erlaubt",
        "Die Typangabe „{tag}“ ist nicht erlaubt.",
        "Löschen Sie das Wort mit den Ausrufezeichen.",
        "titel: !!python/name:os.system",
        "titel: Beispiel",
    ),
    "Y006": Meldung(
        "Feldname ist kein Text",
        "An dieser Stelle muss ein einfacher Feldname stehen.",
        "Schreiben Sie „name: wert“ ohne Klammern um den Namen.",
        "? [a, b]\n: wert",
        "name: wert",
    ),
    "Y007": Meldung(
        "Datei ist zu tief verschachtelt",
        "Die Angaben sind tiefer als {tiefe} Stufen verschachtelt.",
        "Kein Feld braucht so viele Stufen; prüfen Sie Klammern und Einrückung.",
        "[[[[[[[[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]]]]]]]",
        "- x",
    ),
    "Y008": Meldung(
        "Datei ist leer",
        "Die Datei enthält keine Angaben.",
        "Füllen Sie die Felder aus oder löschen Sie die Datei.",
        "# nur ein Kommentar",
        "titel: Beispiel",
    ),
    "Y010": Meldung(
        "Wort wird als Ja/Nein gelesen",
        "„{wert}“ ohne Anführungszeichen lesen Programme als Wahrheitswert.",
        'Setzen Sie das Wort in "…"; für Wahrheitswerte schreiben Sie ja oder nein.',
        "einheit: no",
        'einheit: "no"',
    ),
    "Y011": Meldung(
        "Zahl ist mehrdeutig",
        "„{wert}“ lesen Programme unterschiedlich, zum Beispiel als Oktalzahl oder Uhrzeit.",
        'Setzen Sie Kennziffern und Uhrzeiten in "…"; Zahlen schreiben Sie ohne führende Null.',
        "ags: 01234567",
        'ags: "01234567"',
    ),
    "Y012": Meldung(
        "Datum gibt es nicht",
        "„{wert}“ ist kein gültiges Datum.",
        "Schreiben Sie JJJJ-MM-TT ohne Uhrzeit, zum Beispiel 2026-11-22.",
        "stand: 2026-02-30",
        "stand: 2026-02-28",
    ),
    "Y020": Meldung(
        "Makro ist falsch geschrieben",
        "Das Makro lässt sich nicht lesen: {ursache}",
        'Schreiben Sie {{{{ name("wert") }}}} mit geschlossenen Klammern und Anführungszeichen.',
        '{{ massnahmen(aufwand="gering) }}',
        '{{ massnahmen(aufwand="gering") }}',
    ),
}
