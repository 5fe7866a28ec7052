"""Every message an editor can see: severity, sentence, help, and a wrong and a right example."""

from __future__ import annotations

from dataclasses import dataclass

from leitfaden.findings import Finding, Severity

FEHLER = Severity.FEHLER
WARNUNG = Severity.WARNUNG


@dataclass(frozen=True)
class Meldung:
    """Words of one code; `satz` and `hilfe` hold {places} for the values of a finding."""

    titel: str
    satz: str
    hilfe: str
    falsch: str
    richtig: str
    schwere: Severity = FEHLER


MELDUNGEN: dict[str, Meldung] = {
    # D: files
    "D001": Meldung(
        "Datei ist nicht in UTF-8 gespeichert",
        "Die Datei enthält Bytes, die kein UTF-8 sind.",
        "Speichern Sie die Datei im Editor als „UTF-8“ und prüfen Sie die Umlaute.",
        "titel: Ma\\xdfnahme (als Windows-1252 gespeichert)",
        "titel: Maßnahme (als UTF-8 gespeichert)",
    ),
    "D002": Meldung(
        "Datei beginnt mit einer Byte-Reihenfolge-Marke",
        "Die Datei beginnt mit einer unsichtbaren Marke (BOM).",
        "Speichern Sie die Datei als „UTF-8“ ohne BOM.",
        "UTF-8 mit BOM",
        "UTF-8",
    ),
    "D003": Meldung(
        "Datei hat Windows-Zeilenenden",
        "Die Zeile endet mit einem Windows-Zeilenende (CRLF).",
        "Stellen Sie im Editor die Zeilenenden auf „LF“ um und speichern Sie neu.",
        "titel: Beispiel␍␊",
        "titel: Beispiel␊",
    ),
    "D004": Meldung(
        "Datei ist zu groß",
        "Die Datei ist {groesse} KiB groß; erlaubt sind {grenze} KiB.",
        "Kürzen Sie den Text oder teilen Sie den Eintrag auf.",
        "eine Datei mit 300 KiB",
        "eine Datei mit 8 KiB",
    ),
    "D005": Meldung(
        "Dateiname ist nicht erlaubt",
        "Der Dateiname „{name}“ ist nicht erlaubt.",
        "Nutzen Sie Kleinbuchstaben a–z, Ziffern und Bindestriche, ohne Umlaute, mit der Endung "
        ".yml; übersetzte Dateien enden auf .en.yml.",
        "data/praxisbeispiele/Gewerbeamt_Süd.yaml",
        "data/praxisbeispiele/gewerbeamt-sued.yml",
    ),
    "D006": Meldung(
        "Datei liegt am falschen Ort",
        "An dieser Stelle gehört keine Datei hin.",
        "Legen Sie sie direkt in einen dieser Ordner unter data/: {ordner}.",
        "data/beispiele/neu.yml",
        "data/praxisbeispiele/neu.yml",
    ),
    "D007": Meldung(
        "Datei ist eine Verknüpfung",
        "Die Datei ist nur eine Verknüpfung auf eine andere Datei.",
        "Legen Sie die Datei selbst hierher.",
        "neu.yml → ../../privat.yml",
        "neu.yml",
    ),
    "D008": Meldung(
        "Datei ist nicht lesbar",
        "Die Datei lässt sich nicht lesen ({grund}).",
        "Prüfen Sie, ob die Datei vorhanden ist und gelesen werden darf.",
        "eine Datei ohne Leserecht",
        "eine lesbare Datei",
    ),
    "D009": Meldung(
        "Kopf der Seite fehlt",
        "Die Seite beginnt nicht mit einem Kopf zwischen zwei Zeilen „---“.",
        "Beginnen Sie die Datei mit „---“, den Feldern titel und kurzbeschreibung und „---“.",
        "# Grundbegriffe",
        "---\ntitel: Grundbegriffe\nkurzbeschreibung: Drei Begriffe, kurz erklärt.\n---",
    ),
    "D010": Meldung(
        "Bildpfad führt aus dem Bilderordner heraus",
        "Der Pfad „{datei}“ zeigt nicht in den Ordner docs/bilder/.",
        "Nennen Sie nur den Dateinamen und legen Sie das Bild in docs/bilder/ ab.",
        "datei: ../../etc/passwd",
        "datei: gewerbeamt.jpg",
    ),
    "D011": Meldung(
        "Bild fehlt",
        "Das Bild „{datei}“ gibt es in docs/bilder/ nicht.",
        "Legen Sie die Bilddatei dort ab oder berichtigen Sie den Namen.{vorschlag}",
        "datei: gewerbe.jpg",
        "datei: gewerbeamt.jpg",
    ),
    "D012": Meldung(
        "Bild ist nicht verwendbar",
        "Das Bild „{datei}“ ist nicht verwendbar: {grund}.",
        "Erlaubt sind JPG, PNG und WebP bis 500 KiB.",
        "datei: foto.tiff",
        "datei: foto.jpg",
    ),
    "D013": Meldung(
        "Übersetzung ohne deutsches Original",
        "Zu dieser englischen Datei gibt es keinen deutschen Eintrag „{id}“.",
        "Legen Sie zuerst die deutsche Datei an oder berichtigen Sie den Namen.{vorschlag}",
        "data/massnahmen/neu.en.yml ohne neu.yml",
        "data/massnahmen/neu.yml und neu.en.yml",
    ),
    "D020": Meldung(
        "Pflichtseite fehlt",
        "Die Pflichtseite „{seite}“ fehlt in dieser Sprache.",
        "Legen Sie die Datei wieder an; ohne sie darf die Website nicht öffentlich werden.",
        "docs/impressum.md ohne docs/impressum.en.md",
        "docs/impressum.md und docs/impressum.en.md",
    ),
    "D021": Meldung(
        "Fußzeile führt nicht zu einer Pflichtseite",
        "In der Fußzeile fehlt der Link zu „{ziel}“ (Seite: {seite}).",
        "Stellen Sie die Liste der Links in der Fußzeile wieder her. Sie kommt aus FUSSNAVIGATION.",
        "eine Fußzeile ohne Link zum Impressum",
        "eine Fußzeile mit Links zu Impressum, Datenschutz und Barrierefreiheit",
    ),
    # Y: syntax
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
    # S: fields
    "S001": Meldung(
        "Pflichtfeld fehlt",
        "Das Pflichtfeld „{feld}“ fehlt.",
        "Ergänzen Sie die Zeile „{feld}: …“.",
        "titel: Beispiel",
        "titel: Beispiel\nkurzbeschreibung: Worum es geht.",
    ),
    "S002": Meldung(
        "Feld ist unbekannt",
        "Das Feld „{feld}“ gibt es hier nicht.",
        "Erlaubt sind {erlaubt}.{vorschlag}",
        "titl: Beispiel",
        "titel: Beispiel",
    ),
    "S003": Meldung(
        "Wert ist nicht erlaubt",
        "„{wert}“ ist als {feld} nicht erlaubt.",
        "Erlaubt sind {erlaubt}.{vorschlag}",
        "aufwand: mittelhoch",
        "aufwand: mittel",
    ),
    "S004": Meldung(
        "Wert hat die falsche Art",
        "Im Feld „{feld}“ muss {erwartet} stehen.",
        'Text, der wie eine Zahl oder ein Datum aussieht, setzen Sie in "…"; '
        "Listen schreiben Sie mit Spiegelstrichen.",
        "version: 1.0",
        'version: "1.0"',
    ),
    "S005": Meldung(
        "Wert hat die falsche Form",
        "„{wert}“ hat im Feld „{feld}“ nicht die richtige Form.",
        "Schreiben Sie ihn wie in diesem Beispiel: {beispiel}",
        "kennung: M2",
        "kennung: M02",
    ),
    "S006": Meldung(
        "Wert ist zu lang",
        "Das Feld „{feld}“ ist zu lang; erlaubt sind höchstens {grenze} {einheit}.",
        "Kürzen Sie auf das Wesentliche.",
        "titel: (120 Zeichen)",
        "titel: (60 Zeichen)",
    ),
    "S007": Meldung(
        "Zu wenig Angaben",
        "Im Feld „{feld}“ fehlen Angaben; nötig sind mindestens {grenze} {einheit}.",
        "Ergänzen Sie die fehlenden Angaben.",
        "schritte: []",
        "schritte:\n  - titel: Liste anlegen\n    …",
    ),
    "S008": Meldung(
        "Datum ist falsch geschrieben",
        "„{wert}“ ist im Feld „{feld}“ kein Datum.",
        "Schreiben Sie JJJJ-MM-TT, zum Beispiel 2026-11-22.",
        "stand: 22.11.2026",
        "stand: 2026-11-22",
    ),
    "S009": Meldung(
        "Feld ist leer",
        "Das Feld „{feld}“ ist leer.",
        "Tragen Sie einen Wert ein oder löschen Sie die Zeile, wenn das Feld freiwillig ist.",
        "titel:",
        "titel: Beispiel",
    ),
    "S010": Meldung(
        "Zahl liegt außerhalb der Grenzen",
        "Die Zahl im Feld „{feld}“ liegt außerhalb der Grenze {grenze}.",
        "Prüfen Sie die Zahl.",
        "nummer: 7",
        "nummer: 4",
    ),
    "S012": Meldung(
        "Feld gehört nicht in die Übersetzung",
        "Das Feld „{feld}“ gehört nicht in die englische Datei.",
        "Dort stehen nur Texte; Zahlen, Kennungen und Verweise kommen aus der deutschen Datei."
        "{vorschlag}",
        "aufwand: gering",
        "titel: Agree on an area of cooperation",
    ),
    "S013": Meldung(
        "Eintrag hat keine Felder",
        "Hier müssen Felder der Form „name: wert“ stehen.",
        "Beginnen Sie den Eintrag mit einem Feldnamen und einem Doppelpunkt.",
        "- nur ein Satz",
        "titel: Beispiel",
    ),
    "S014": Meldung(
        "Kennung steht in der Datei",
        "Das Feld „id“ gehört nicht in die Datei.",
        "Löschen Sie die Zeile; der Dateiname ist die Kennung.",
        "id: mein-beispiel",
        "(Dateiname mein-beispiel.yml)",
    ),
    "S015": Meldung(
        "Datei ist keine Liste",
        "Diese Datei muss eine Liste von Einträgen sein.",
        "Beginnen Sie jeden Eintrag mit „- id: …“.",
        "ikz:\n  begriff: IKZ",
        "- id: ikz\n  begriff: IKZ",
    ),
    "S020": Meldung(
        "Quellen fehlen",
        "Bei der Beleglage „{beleglage}“ müssen Quellen genannt sein.",
        "Tragen Sie im Feld „quellen“ Kennungen aus quellen.yml oder links.yml ein.",
        "beleglage: belegt",
        "beleglage: belegt\nquellen:\n  - ssg-ikz-digitalisierung",
    ),
    "S021": Meldung(
        "Tage stehen in falscher Folge",
        "„{spaeter}“ liegt nicht nach „{frueher}“.",
        "Prüfen Sie beide Tage.",
        "stand: 2026-11-22\nnaechste_pruefung: 2026-01-01",
        "stand: 2026-11-22\nnaechste_pruefung: 2027-11-22",
    ),
    "S022": Meldung(
        "Ausführliche Maßnahme ist unvollständig",
        "Eine ausführliche Maßnahme braucht im Feld „{name}“ mindestens {mindestens} Einträge.",
        "Ergänzen Sie die Einträge oder setzen Sie „tiefe: kurz“.",
        "tiefe: ausfuehrlich\nrisiken: (einer)",
        "tiefe: ausfuehrlich\nrisiken: (drei)",
    ),
    "S023": Meldung(
        "Einwohnerzahl ohne Stichtag",
        "Zur Einwohnerzahl fehlt der Stichtag.",
        "Ergänzen Sie „einwohner_stand: JJJJ-MM-TT“ oder löschen Sie die Zahl.",
        "einwohner: 1700",
        "einwohner: 1700\neinwohner_stand: 2024-12-31",
    ),
    "S024": Meldung(
        "Maßnahme steht doppelt auf dem Weg",
        "Die Maßnahme „{id}“ steht schon weiter oben auf dem Weg.",
        "Behalten Sie die Stelle, an der sie zuerst nötig ist.",
        "weg: (digital-navigatoren zweimal)",
        "weg: (digital-navigatoren einmal)",
    ),
    "S030": Meldung(
        "Prüfung ist überfällig",
        "Die nächste Prüfung war für den {tag} vorgesehen.",
        "Prüfen Sie den Text, tragen Sie „geprueft“ ein und setzen Sie einen neuen Tag.",
        "naechste_pruefung: 2024-01-01",
        "naechste_pruefung: 2027-11-22",
        WARNUNG,
    ),
    "S040": Meldung(
        "Angabe des Betreibers ist noch ein Platzhalter",
        "Im Feld „{feld}“ steht noch der Platzhalter „{wert}“.",
        "Tragen Sie die Angabe ohne eckige Klammern ein. Ein freiwilliges Feld dürfen Sie löschen.",
        'name: "[Name der Kommune]"',
        "name: Gemeinde Muster",
    ),
    "S041": Meldung(
        "Prüfung der Erklärung liegt zu weit zurück",
        "Der Tag im Feld „{feld}“ ({tag}) liegt {lage}.",
        "Prüfen Sie die Erklärung zur Barrierefreiheit und tragen Sie den Tag der Prüfung ein.",
        "stand_erklaerung: 2024-01-01",
        "stand_erklaerung: 2026-11-22",
    ),
    # V: references
    "V001": Meldung(
        "Verweis zeigt ins Leere",
        "„{id}“ gibt es nicht ({typ}).",
        "Prüfen Sie die Kennung.{vorschlag}",
        "massnahmen:\n  - status-quo-ermiteln",
        "massnahmen:\n  - status-quo-ermitteln",
    ),
    "V002": Meldung(
        "Voraussetzungen bilden einen Kreis",
        "Die Voraussetzungen drehen sich im Kreis: {kreis}.",
        "Streichen Sie eine der Voraussetzungen in diesem Kreis.",
        "A setzt B voraus, B setzt A voraus",
        "A setzt B voraus",
    ),
    "V003": Meldung(
        "Gedruckte Kennung ist doppelt",
        "Die Kennung „{kennung}“ trägt schon „{andere}“.",
        "Vergeben Sie eine freie Kennung; eine Kennung wird nie zweimal benutzt.",
        "kennung: T05 (zweimal)",
        "kennung: T34",
    ),
    "V004": Meldung(
        "Titel gibt es schon",
        "Denselben Titel trägt schon „{andere}“.",
        "Wählen Sie einen Titel, der den Unterschied nennt.",
        "titel: Gemeinsames Gewerbeamt (zweimal)",
        "titel: Gemeinsames Gewerbeamt im Partheland",
    ),
    "V005": Meldung(
        "Titel ist fast gleich",
        "Der Titel ist fast gleich wie der von „{andere}“.",
        "Prüfen Sie, ob es derselbe Inhalt ist; sonst machen Sie den Unterschied deutlich.",
        "titel: Gemeinsames Gewerbamt",
        "titel: Gewerbeamt in Naunhof für fünf Kommunen",
        WARNUNG,
    ),
    "V006": Meldung(
        "Eintrag verweist auf sich selbst",
        "Der Eintrag verweist auf sich selbst („{id}“).",
        "Löschen Sie diesen Verweis.",
        "siehe:\n  - ikz (im Eintrag ikz)",
        "siehe:\n  - zweckverband",
    ),
    "V007": Meldung(
        "Frühere Kennung ist vergeben",
        "Die frühere Kennung „{id}“ gehört schon zu „{andere}“.",
        "Eine Adresse kann nur zu einer Seite führen; streichen Sie eine der Angaben.",
        "fruehere_ids:\n  - status-quo-ermitteln",
        "fruehere_ids:\n  - ist-analyse",
    ),
    "V008": Meldung(
        "Verweis auf einen unveröffentlichten Eintrag",
        "„{id}“ ist nicht veröffentlicht; der Verweis erscheint nicht auf der Seite.",
        "Veröffentlichen Sie den Eintrag oder streichen Sie den Verweis.",
        "vorlagen:\n  - (Eintrag mit zustand: entwurf)",
        "vorlagen:\n  - (Eintrag mit zustand: veroeffentlicht)",
        WARNUNG,
    ),
    "V009": Meldung(
        "Kennung ist doppelt",
        "Die Kennung „{id}“ gibt es schon.",
        "Vergeben Sie eine eigene Kennung oder führen Sie die Einträge zusammen.",
        "- id: ikz\n- id: ikz",
        "- id: ikz\n- id: kag",
    ),
    "V010": Meldung(
        "Makro ist unbekannt",
        "Ein Makro „{name}“ gibt es nicht.",
        "Erlaubt sind {erlaubt}.{vorschlag}",
        "{{ masnahmen() }}",
        "{{ massnahmen() }}",
    ),
    "V011": Meldung(
        "Angabe des Makros ist unbekannt",
        "Das Makro „{name}“ kennt die Angabe „{angabe}“ nicht.",
        "Erlaubt sind {erlaubt}.{vorschlag}",
        '{{ massnahmen(aufwnd="gering") }}',
        '{{ massnahmen(aufwand="gering") }}',
    ),
    "V012": Meldung(
        "Ausdruck ist nicht erlaubt",
        "In Seiten sind nur Makros mit festen Angaben erlaubt.",
        'Schreiben Sie {{{{ name("wert") }}}}; Rechnungen, Schleifen und Zugriffe gehen nicht.',
        "{{ config.site_name }}",
        '{{ massnahme("status-quo-ermitteln") }}',
    ),
    "V013": Meldung(
        "Wert des Makros ist nicht erlaubt",
        "„{wert}“ ist im Makro „{name}“ als {angabe} nicht erlaubt.",
        "Erlaubt sind {erlaubt}.{vorschlag}",
        '{{ massnahmen(aufwand="klein") }}',
        '{{ massnahmen(aufwand="gering") }}',
    ),
    "V014": Meldung(
        "Angabe des Makros fehlt",
        "Das Makro „{name}“ braucht die Angabe „{angabe}“.",
        "Ergänzen Sie sie, zum Beispiel {beispiel}.",
        "{{ szenario_weg() }}",
        '{{ szenario_weg("am-anfang") }}',
    ),
    # T: texts
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
    # T1: wording
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
}


@dataclass(frozen=True)
class Wortlaut:
    """A finding in words."""

    schwere: Severity
    satz: str
    hilfe: str


def wortlaut(befund: Finding) -> Wortlaut:
    """Put a finding into words; raises KeyError for an unknown code or a missing value."""
    meldung = MELDUNGEN[befund.code]
    werte = befund.as_dict
    return Wortlaut(meldung.schwere, meldung.satz.format(**werte), meldung.hilfe.format(**werte))


def ist_fehler(befund: Finding) -> bool:
    """Tell whether a finding stops the build."""
    return MELDUNGEN[befund.code].schwere is FEHLER
