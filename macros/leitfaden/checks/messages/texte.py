"""Messages about texts: what may not stand in them, translations."""

from __future__ import annotations

from leitfaden.checks.messages.meldung import WARNUNG, Meldung

MELDUNGEN: dict[str, Meldung] = {
    "T001": Meldung(
        "HTML im Text",
        "Der Text enthält HTML („{stelle}“).",
        "Schreiben Sie einfachen Text; für Fettdruck **Wort**, für Listen Spiegelstriche. "
        "Spitze Klammern gehen als „kleiner als“ und „größer als“.",
        "text: <b>wichtig</b>",
        "text: '**wichtig**'",
    ),
    "T002": Meldung(
        "Adresse kann Schaden anrichten",
        "Die Adresse „{stelle}“ ist nicht erlaubt.",
        "Erlaubt sind Adressen mit https://, http:// oder mailto:.",
        "text: '[hier](javascript:alert(1))'",
        "text: '[hier](https://www.example.org/)'",
    ),
    "T003": Meldung(
        "Programmcode im Text",
        "„{stelle}“ ist Vorlagencode und in Einträgen nicht erlaubt.",
        "Löschen Sie die doppelten geschweiften Klammern; Platzhalter schreiben Sie in [ ].",
        "text: 'Gemeinde {{ name }}'",
        "text: 'Gemeinde [Name]'",
    ),
    "T004": Meldung(
        "Bild im Text",
        "Bilder sind im Text nicht möglich („{stelle}“).",
        "Nutzen Sie in Praxisbeispielen das Feld „bild“; sonst verlinken Sie die Seite.",
        "text: '![Foto](https://www.example.org/f.png)'",
        "bild:\n  datei: foto.jpg",
    ),
    "T005": Meldung(
        "Unsichtbares Zeichen im Text",
        "Der Text enthält ein unsichtbares Zeichen ({zeichen}).",
        "Löschen Sie die Stelle und tippen Sie den Text neu.",
        "titel: Bei\\u200bspiel",
        "titel: Beispiel",
    ),
    "T020": Meldung(
        "Übersetzung ist unvollständig",
        "Deutsche Texte ohne englische Fassung: {anzahl}, zum Beispiel „{feld}“.",
        "Ergänzen Sie die Texte; bis dahin zeigt die englische Seite den deutschen Text.",
        "titel: Agree … (alles Übrige fehlt)",
        "alle Texte der deutschen Datei",
        WARNUNG,
    ),
    "T021": Meldung(
        "Übersetzung ist veraltet",
        "Der deutsche Text „{feld}“ hat sich seit der Übersetzung geändert.",
        "Passen Sie den englischen Text an und bestätigen Sie ihn mit "
        "„leitfaden uebersetzung bestaetigen“.",
        "quellstand:\n  titel: 00000000",
        "quellstand:\n  titel: (aktuelle Prüfsumme)",
        WARNUNG,
    ),
    "T022": Meldung(
        "Übersetzung ohne deutschen Text",
        "Zum englischen Text „{feld}“ gibt es keinen deutschen.",
        "Löschen Sie ihn oder ergänzen Sie den deutschen Text.",
        "nutzen: (vier englische, drei deutsche)",
        "nutzen: (drei englische, drei deutsche)",
    ),
    "T030": Meldung(
        "Suchwort steht doppelt",
        "Das Suchwort „{wort}“ steht bei „{andere}“ und bei „{ziel}“ unter „getippt“.",
        "Lassen Sie es dort, wo es hingehört, und löschen Sie es in der anderen Gruppe.",
        "- wort: [Website]\n  getippt: [Homepage]\n- wort: [E-Mail]\n  getippt: [Homepage]",
        "- wort: [Website]\n  getippt: [Homepage]",
    ),
    # T1: wording
}
