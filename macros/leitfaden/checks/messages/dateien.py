"""Messages about files."""

from __future__ import annotations

from leitfaden.checks.messages.meldung import Meldung

MELDUNGEN: dict[str, Meldung] = {
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
    "D014": Meldung(
        "Adresse der Seite gehört schon zu einer Kennung",
        "Die Adresse „{adresse}“ ist die Kurzadresse von {kennung}.",
        "Benennen Sie die Datei um. Kurzadressen stehen in gedruckten Fassungen und bleiben.",
        "docs/m07.md",
        "docs/digital-navigatoren.md",
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
}
