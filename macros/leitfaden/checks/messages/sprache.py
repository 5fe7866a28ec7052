"""Messages about language: length, readability, spelling."""

from __future__ import annotations

from leitfaden.checks.messages.meldung import WARNUNG, Meldung

MELDUNGEN: dict[str, Meldung] = {
    "T101": Meldung(
        "Text in Einfacher Sprache ist zu lang",
        "Der Text in Einfacher Sprache hat {anzahl} Wörter; erlaubt sind {grenze}.",
        "Behalten Sie das Wichtigste: worum es geht, was zu tun ist, was es bringt.",
        "einfach: (75 Wörter)",
        "einfach: (40 Wörter)",
    ),
    "T102": Meldung(
        "Text ist länger als vorgesehen",
        "Das Feld „{feld}“ hat {anzahl} Wörter; vorgesehen sind höchstens {grenze}.",
        "Streichen Sie, was an anderer Stelle steht; ein Gedanke je Satz.",
        "kernaussagen:\n  - (31 Wörter)",
        "kernaussagen:\n  - (12 Wörter)",
        WARNUNG,
    ),
    "T103": Meldung(
        "Text ist schwer zu lesen",
        "Der Text ist schwer zu lesen: {feld}, Lesbarkeitswert LIX {wert}; "
        "vorgesehen sind höchstens {grenze}.",
        "Kürzen Sie Sätze und ersetzen Sie lange Wörter durch kurze oder durch ein Verb.",
        "einfach: Die Gemeindeverwaltungen vereinheitlichen ihre Verwaltungsabläufe.",
        "einfach: Alle Ämter arbeiten auf die gleiche Art.",
        WARNUNG,
    ),
    "T104": Meldung(
        "Satz ist zu lang",
        "Der Satz „{beginn}“ hat {anzahl} Wörter; vorgesehen sind höchstens {grenze}.",
        "Teilen Sie ihn: ein Gedanke je Satz.",
        "text: (ein Satz mit 41 Wörtern)",
        "text: (drei Sätze mit 12 bis 15 Wörtern)",
        WARNUNG,
    ),
    "T105": Meldung(
        "Abkürzung ist nicht erklärt",
        "Die Abkürzung „{wort}“ ist nirgends erklärt.",
        "Schreiben Sie sie aus, erklären Sie sie in Klammern oder nehmen Sie sie ins Glossar auf; "
        "allgemein bekannte gehören in data/woerter/abkuerzungen.txt.",
        "text: Das DMS kommt später.",
        "text: Das Dokumentenmanagementsystem (DMS) kommt später.",
        WARNUNG,
    ),
    "T106": Meldung(
        "Anführungszeichen ist falsch",
        "Das Zeichen {zeichen} ist in dieser Sprache nicht richtig („{umfeld}“).",
        "Schreiben Sie {richtig}; als Auslassungszeichen dient ’.",
        "text: Das Paket 'Bestellung' hilft.",
        "text: Das Paket „Bestellung“ hilft.",
        WARNUNG,
    ),
    "T107": Meldung(
        "Bindestrich steht als Gedankenstrich",
        "Ein Bindestrich steht als Gedankenstrich („{umfeld}“).",
        "Schreiben Sie einen Gedankenstrich (–) oder besser ein Komma oder einen Doppelpunkt.",
        "text: Erst messen - dann kaufen.",
        "text: Erst messen, dann kaufen.",
        WARNUNG,
    ),
    "T108": Meldung(
        "Wort steht doppelt",
        "Das Wort „{wort}“ steht zweimal hintereinander.",
        "Löschen Sie eines der beiden.",
        "text: Alle Partner tragen die die Kosten.",
        "text: Alle Partner tragen die Kosten.",
        WARNUNG,
    ),
    "T109": Meldung(
        "Zahl widerspricht einer bekannten Zahl",
        "„{stelle}“ widerspricht der Zahl {wert} in data/fakten.yml ({aussage}).",
        "Berichtigen Sie den Text. Hat sich die Zahl geändert, ändern Sie zuerst data/fakten.yml; "
        "dann finden Sie so jede Stelle.",
        "text: Im Mittelsächsischen Erzgebirge stimmten sie 26 Maßnahmen ab.",
        "text: Im Mittelsächsischen Erzgebirge stimmten sie 27 Maßnahmen ab.",
    ),
    "T110": Meldung(
        "Englischer Text enthält Deutsch",
        "Im englischen Text steht ein deutscher Satz („{beginn}“).",
        "Übersetzen Sie ihn; deutsche Namen stehen in Klammern oder Anführungszeichen.",
        "text: Das ist nicht für jede Gemeinde möglich.",
        "text: This is not possible for every municipality.",
        WARNUNG,
    ),
    "T111": Meldung(
        "Satz steht in zwei Maßnahmen",
        "Der Satz „{beginn}“ steht auch in der Maßnahme „{andere}“.",
        "Schreiben Sie, was in dieser Maßnahme anders ist, oder streichen Sie den Satz.",
        "risiken: (derselbe Satz in zwei Maßnahmen)",
        "risiken: (in jeder Maßnahme ein eigener Satz)",
    ),
    "T112": Meldung(
        "Wort steht in keinem Wörterbuch",
        "Das Wort „{wort}“ steht in keinem Wörterbuch.",
        "Prüfen Sie die Schreibweise. Ist sie richtig, nehmen Sie das Wort in "
        "data/woerter/eigene.txt auf.{vorschlag}",
        "text: Die Gemiende entscheidet.",
        "text: Die Gemeinde entscheidet.",
        WARNUNG,
    ),
    "T113": Meldung(
        "Eintrag ist zu lang",
        "Der Eintrag hat {anzahl} Wörter; vorgesehen sind höchstens {grenze}.",
        "Streichen Sie Wiederholungen zwischen den Feldern und das schwächste Beispiel. "
        "„leitfaden statistik --einzeln“ zählt mit.",
        "szenarien/am-anfang.yml  (700 Wörter)",
        "szenarien/am-anfang.yml  (520 Wörter)",
        WARNUNG,
    ),
}
