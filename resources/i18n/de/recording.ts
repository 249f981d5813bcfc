<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_US">
    <context>
        <name>Sentences</name>
        <message>
            <source>This moment is over. Please give a later one, or none.</source>
            <translation>Dieser Zeitpunkt ist vorbei. Bitte einen späteren angeben oder keinen.</translation>
        </message>
        <message>
            <source>This person is known already and is not kept a second time.</source>
            <translation>Diese Person ist bereits bekannt und wird nicht ein zweites Mal angelegt.</translation>
        </message>
        <message>
            <source>There is no placeholder “{name}”. Please choose one from the list.</source>
            <translation>Einen Platzhalter „{name}“ gibt es nicht. Bitte einen aus der Liste wählen.</translation>
        </message>
        <message>
            <source>“{name}” still stands in the text. Please fill it in or take it out.</source>
            <translation>„{name}“ steht noch im Text. Bitte ausfüllen oder herausnehmen.</translation>
        </message>
    </context>
    <context>
        <name>Questions</name>
        <message>
            <source>Questions of the template; the answers go into the description.</source>
            <translation>Fragen der Vorlage; die Antworten kommen in die Beschreibung.</translation>
        </message>
        <message>
            <source>Take the questions away</source>
            <translation>Fragen entfernen</translation>
        </message>
    </context>
    <context>
        <name>RecordForm</name>
        <message>
            <source>&amp;Keep as a contact</source>
            <translation>Als &amp;Kontakt behalten</translation>
        </message>
        <message>
            <source>Still to be filled in or taken out: {places}</source>
            <translation>Noch auszufüllen oder zu entfernen: {places}</translation>
        </message>
        <message>
            <source>Kept as a contact without access: to be found by this name the next time.</source>
            <translation>Wird als Kontakt ohne Zugang behalten und beim nächsten Mal unter diesem Namen gefunden.</translation>
        </message>
    </context>
    <context>
        <name>RecordPane</name>
        <message>
            <source>Added to {number}; nothing new was created.</source>
            <translation>In {number} ergänzt; es wurde nichts Neues angelegt.</translation>
        </message>
        <message>
            <source>No connection. The addition is sent as soon as the server is back; your text stays here.</source>
            <translation>Keine Verbindung. Die Ergänzung wird gesendet, sobald der Server wieder da ist; Ihr Text bleibt hier stehen.</translation>
        </message>
        <message>
            <source>Template</source>
            <translation>Vorlage</translation>
        </message>
    </context>
    <context>
        <name>SimilarCases</name>
        <message>
            <source>Similar open tickets</source>
            <translation>Ähnliche offene Tickets</translation>
        </message>
    </context>
    <context>
        <name>SuggestPopup</name>
        <message>
            <source>Nothing found</source>
            <translation>Nichts gefunden</translation>
        </message>
        <message>
            <source>Text modules</source>
            <translation>Bausteine</translation>
        </message>
        <message>
            <source>↑ ↓ choose   Return inserts   Esc leaves the colons</source>
            <translation>↑ ↓ wählen   Eingabe fügt ein   Esc lässt die Doppelpunkte stehen</translation>
        </message>
    </context>
    <context>
        <name>SimilarRow</name>
        <message>
            <source>Add there instead</source>
            <translation>Stattdessen dort ergänzen</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Öffnen</translation>
        </message>
    </context>
    <context>
        <name>CaseActions</name>
        <message>
            <source>Insert &amp;text module …</source>
            <translation>Baustein &amp;einfügen …</translation>
        </message>
    </context>
    <context>
        <name>LanguagePage</name>
        <message>
            <source>&amp;Questions, one in each line</source>
            <translation>&amp;Fragen, je Zeile eine</translation>
        </message>
        <message>
            <source>Na&amp;me</source>
            <translation>Na&amp;me</translation>
        </message>
        <message>
            <source>Placeholder</source>
            <translation>Platzhalter</translation>
        </message>
        <message>
            <source>Su&amp;bject</source>
            <translation>&amp;Betreff</translation>
        </message>
        <message>
            <source>Te&amp;xt</source>
            <translation>Te&amp;xt</translation>
        </message>
        <message>
            <source>{one} is filled in; {two} says something else where there is no value.</source>
            <translation>{one} wird ausgefüllt; {two} sagt etwas anderes, wo es keinen Wert gibt.</translation>
        </message>
        <message>
            <source>|otherwise</source>
            <translation>|sonst</translation>
        </message>
    </context>
    <context>
        <name>Preview</name>
        <message>
            <source>Dispatch</source>
            <translation>Versand</translation>
        </message>
        <message>
            <source>Erika Sample</source>
            <translation>Erika Beispiel</translation>
        </message>
        <message>
            <source>IT service</source>
            <translation>IT-Service</translation>
        </message>
        <message>
            <source>Max Placeholder</source>
            <translation>Max Platzhalter</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>Vorschau</translation>
        </message>
        <message>
            <source>Preview for</source>
            <translation>Vorschau für</translation>
        </message>
        <message>
            <source>Printer prints nothing</source>
            <translation>Drucker druckt nicht</translation>
        </message>
        <message>
            <source>Printers</source>
            <translation>Drucker</translation>
        </message>
        <message>
            <source>Sample Works</source>
            <translation>Musterwerk GmbH</translation>
        </message>
        <message>
            <source>a made-up case</source>
            <translation>einen erfundenen Vorgang</translation>
        </message>
    </context>
    <context>
        <name>Shell</name>
        <message>
            <source>&amp;Text modules and templates …</source>
            <translation>Ba&amp;usteine und Vorlagen …</translation>
        </message>
        <message>
            <source>New from &amp;template …</source>
            <translation>Neu aus &amp;Vorlage …</translation>
        </message>
    </context>
    <context>
        <name>Snippets</name>
        <message>
            <source>Type :: for a text module</source>
            <translation>Textbaustein mit :: einfügen</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>Antwort</translation>
        </message>
        <message>
            <source>Insert a text module; typing :: does the same</source>
            <translation>Baustein einfügen; :: im Text öffnet dieselbe Liste</translation>
        </message>
        <message>
            <source>No connection: the placeholders could not be filled in and are marked.</source>
            <translation>Keine Verbindung: Die Platzhalter konnten nicht ausgefüllt werden und sind markiert.</translation>
        </message>
        <message>
            <source>Question</source>
            <translation>Rückfrage</translation>
        </message>
        <message>
            <source>Still to be filled in or taken out before sending: {places}</source>
            <translation>Vor dem Senden noch auszufüllen oder zu entfernen: {places}</translation>
        </message>
        <message>
            <source>Text module</source>
            <translation>Baustein</translation>
        </message>
        <message>
            <source>mine</source>
            <translation>eigene</translation>
        </message>
    </context>
    <context>
        <name>TemplateEditor</name>
        <message>
            <source>Also offered to those who &amp;report for themselves</source>
            <translation>Auch anbieten, wenn jemand für sich selbst &amp;meldet</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>Antwort</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>Kategorie</translation>
        </message>
        <message>
            <source>Everybody here</source>
            <translation>Alle hier</translation>
        </message>
        <message>
            <source>For</source>
            <translation>Zweck</translation>
        </message>
        <message>
            <source>Group {name}</source>
            <translation>Gruppe {name}</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Art</translation>
        </message>
        <message>
            <source>Mine alone</source>
            <translation>Nur für mich</translation>
        </message>
        <message>
            <source>Priority</source>
            <translation>Priorität</translation>
        </message>
        <message>
            <source>Question</source>
            <translation>Rückfrage</translation>
        </message>
        <message>
            <source>Taking in</source>
            <translation>Aufnahme</translation>
        </message>
        <message>
            <source>W&amp;hose</source>
            <translation>&amp;Für wen</translation>
        </message>
        <message>
            <source>as chosen in the form</source>
            <translation>wie im Formular gewählt</translation>
        </message>
    </context>
    <context>
        <name>TemplatesDialog</name>
        <message>
            <source>&amp;Close</source>
            <translation>Schl&amp;ießen</translation>
        </message>
        <message>
            <source>&amp;Delete</source>
            <translation>&amp;Löschen</translation>
        </message>
        <message>
            <source>&amp;New</source>
            <translation>&amp;Neu</translation>
        </message>
        <message>
            <source>&amp;Save</source>
            <translation>&amp;Speichern</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>Antwort</translation>
        </message>
        <message>
            <source>Find</source>
            <translation>Suchen</translation>
        </message>
        <message>
            <source>Find a template</source>
            <translation>Vorlage suchen</translation>
        </message>
        <message>
            <source>It is there again.</source>
            <translation>Wieder da.</translation>
        </message>
        <message>
            <source>Kept by coordination and administration; you may use it.</source>
            <translation>Wird von Koordination und Verwaltung gepflegt; Sie können sie verwenden.</translation>
        </message>
        <message>
            <source>No connection. It is saved as soon as the server is back; the draft stays.</source>
            <translation>Keine Verbindung. Gespeichert wird, sobald der Server wieder da ist; der Entwurf bleibt.</translation>
        </message>
        <message>
            <source>No connection: templates can neither be read nor saved at this moment.</source>
            <translation>Keine Verbindung: Vorlagen können im Augenblick weder gelesen noch gespeichert werden.</translation>
        </message>
        <message>
            <source>Not saved yet; kept as a draft on this computer.</source>
            <translation>Noch nicht gespeichert; als Entwurf auf diesem Computer behalten.</translation>
        </message>
        <message>
            <source>Question</source>
            <translation>Rückfrage</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>Gespeichert.</translation>
        </message>
        <message>
            <source>Taking in</source>
            <translation>Aufnahme</translation>
        </message>
        <message>
            <source>Templates</source>
            <translation>Vorlagen</translation>
        </message>
        <message>
            <source>Text modules and templates</source>
            <translation>Bausteine und Vorlagen</translation>
        </message>
        <message>
            <source>This template does not exist any more. Your text is kept.</source>
            <translation>Diese Vorlage gibt es nicht mehr. Ihr Text bleibt erhalten.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
        <message>
            <source>everybody</source>
            <translation>alle</translation>
        </message>
        <message>
            <source>mine</source>
            <translation>eigene</translation>
        </message>
        <message>
            <source>{name} has changed this template in the meantime. Your text is kept; saving again replaces it.</source>
            <translation>{name} hat diese Vorlage inzwischen geändert. Ihr Text bleibt erhalten; erneutes Speichern ersetzt die Änderung.</translation>
        </message>
        <message>
            <source>“{name}” was deleted.</source>
            <translation>„{name}“ wurde gelöscht.</translation>
        </message>
        <message>
            <source>A new template.</source>
            <translation>Eine neue Vorlage.</translation>
        </message>
    </context>
</TS>
