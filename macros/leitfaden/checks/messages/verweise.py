"""Messages about references between records."""

from __future__ import annotations

from leitfaden.checks.messages.meldung import WARNUNG, Meldung

MELDUNGEN: dict[str, Meldung] = {
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
    "V020": Meldung(
        "Anker der Überschrift ist vergeben",
        "Den Anker „{anker}“ gibt es auf dieser Seite schon.",
        "Formulieren Sie die Überschrift um oder geben Sie ihr einen eigenen Anker.",
        "## Quellen",
        "## Quellen und Daten {#daten}",
    ),
}
