"""Messages about the insides of templates."""

from __future__ import annotations

from leitfaden.checks.messages.meldung import Meldung

MELDUNGEN: dict[str, Meldung] = {
    "S060": Meldung(
        "Dokument ist weder Text noch Tabelle",
        "Ein Dokument hat entweder Abschnitte oder Blätter.",
        "Füllen Sie „abschnitte“ für eine Textvorlage oder „blaetter“ für eine Tabelle aus.",
        "abschnitte: (drei)\nblaetter: (zwei)",
        "abschnitte: (drei)",
    ),
    "S061": Meldung(
        "Baustein ist nicht eindeutig",
        "Ein Baustein ist genau eine Sache; hier steht: {gefunden}.",
        "Machen Sie daraus je Sache einen Baustein mit eigenem Spiegelstrich.",
        "- absatz: Ziele\n  liste: [Zeit sparen]",
        "- absatz: Ziele\n- liste: [Zeit sparen]",
    ),
    "S062": Meldung(
        "Zeile passt nicht zu den Spalten",
        "Die Zeile hat {ist} Zellen, die Tabelle aber {soll} Spalten.",
        'Schreiben Sie je Spalte einen Text; leere Zellen sind "".',
        'spalten: (drei)\nzeilen: [["Beginn", "Januar"]]',
        'spalten: (drei)\nzeilen: [["Beginn", "Januar", ""]]',
    ),
    "S063": Meldung(
        "Tabelle hat keine Zeilen",
        "Diese Tabelle hat weder Zeilen noch leere Zeilen.",
        "Ergänzen Sie „zeilen“ oder „leere_zeilen“.",
        "tabelle: (nur Spalten)",
        "leere_zeilen: 4",
    ),
    "S064": Meldung(
        "Abschnitt ohne Überschrift",
        "Nur der erste Abschnitt darf ohne Überschrift sein.",
        "Geben Sie dem Abschnitt einen Titel.",
        "- inhalt: (im zweiten Abschnitt ohne titel)",
        "- titel: Ziele\n  inhalt: …",
    ),
    "S065": Meldung(
        "Überschrift überspringt eine Stufe",
        "Die Überschrift hat Stufe {ebene}; hier ist höchstens {erlaubt} möglich.",
        "Ändern Sie „ebene“, damit keine Stufe fehlt.",
        "ebene: 3 (nach Stufe 1)",
        "ebene: 2",
    ),
    "S066": Meldung(
        "Typ und Auswahl passen nicht zusammen",
        "Zum Typ „auswahl“ gehören „auswahl“ oder „liste“, zu anderen Typen nicht.",
        "Ändern Sie den Typ oder nennen Sie die erlaubten Wörter.",
        "typ: text\nauswahl: [ja, nein]",
        "typ: auswahl\nauswahl: [ja, nein]",
    ),
    "S067": Meldung(
        "Auswahl passt nicht in die Zelle",
        "Diese Auswahl ist zu lang oder enthält ein Komma.",
        "Legen Sie die Wörter unter „listen“ an und nennen Sie den Namen im Feld „liste“.",
        'auswahl: ["Haushalts-, Kassenwesen"]',
        "liste: Anwendungsarten",
    ),
    "S068": Meldung(
        "Angabe passt nicht in die Tabelle",
        "Diese Angabe passt nicht: {grund}.",
        "Vergleichen Sie sie mit der Spalte oder Zelle, zu der sie gehört.",
        "werte: [{Z: 1}] (die Tabelle hat keine Spalte Z)",
        "werte: [{A: 1}]",
    ),
    "S069": Meldung(
        "Formel ist nicht zu rechnen",
        "Die Formel ist nicht zu rechnen: {grund}.",
        "Schreiben Sie englische Namen und Kommas, zum Beispiel =IF(A2>0,1,0).",
        'formel: "=WENN(A2>0;1;0)"',
        'formel: "=IF(A2>0,1,0)"',
    ),
    "V030": Meldung(
        "Platzhalter ist unbekannt",
        "Den Platzhalter „{id}“ gibt es nicht.",
        "Nutzen Sie einen aus data/platzhalter.yml oder legen Sie ihn dort an.{vorschlag}",
        "[[komune]]",
        "[[kommune]]",
    ),
    "V031": Meldung(
        "Dokument ohne Vorlage",
        "Zu diesem Dokument gibt es keine Vorlage „{id}“.",
        "Die Datei muss heißen wie die Vorlage in data/vorlagen/.{vorschlag}",
        "data/dokumente/it-list.yml",
        "data/dokumente/it-liste.yml",
    ),
    "V032": Meldung(
        "Formate passen nicht zum Dokument",
        "Das Dokument ist {ist}, die Vorlage nennt aber das Format „{format}“.",
        "Eine Textvorlage gibt es als docx und odt, eine Tabelle als xlsx und ods.",
        "formate: [xlsx, ods] (das Dokument hat Abschnitte)",
        "formate: [docx, odt]",
    ),
    "V034": Meldung(
        "Rechenprobe geht nicht auf",
        "{zelle} ergibt „{ist}“, erwartet wird „{soll}“.",
        "Prüfen Sie die Formel, die Eingaben und den erwarteten Wert.",
        'erwartet: {"Plan!G2": 15} (die Formel ergibt 16)',
        'erwartet: {"Plan!G2": 16}',
    ),
    "V035": Meldung(
        "Vorlage ohne Dokument",
        "Ohne Dokument sind {anzahl} Vorlagen, zuerst „{id}“.",
        "Legen Sie die fehlenden Dateien in data/dokumente/ mit „leitfaden neu dokument“ an.",
        "data/vorlagen/it-liste.yml ohne data/dokumente/it-liste.yml",
        "beide Dateien",
    ),
}
