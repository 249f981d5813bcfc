<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_US">
    <context>
        <name>RecordActions</name>
        <message>
            <source>&amp;Create ticket</source>
            <translation>Ticket an&amp;legen</translation>
        </message>
        <message>
            <source>Create and &amp;next</source>
            <translation>Anlegen und &amp;nächstes</translation>
        </message>
        <message>
            <source>&amp;Another form</source>
            <translation>&amp;Weiteres Formular</translation>
        </message>
        <message>
            <source>&amp;Previous draft</source>
            <translation>&amp;Voriger Entwurf</translation>
        </message>
        <message>
            <source>Ne&amp;xt draft</source>
            <translation>Näc&amp;hster Entwurf</translation>
        </message>
        <message>
            <source>&amp;Discard draft</source>
            <translation>Entwurf ver&amp;werfen</translation>
        </message>
    </context>
    <context>
        <name>RecordForm</name>
        <message>
            <source>Please say who reports</source>
            <translation>Bitte angeben, wer meldet</translation>
        </message>
        <message>
            <source>Please give a subject</source>
            <translation>Bitte einen Betreff angeben</translation>
        </message>
        <message>
            <source>Please describe what is the matter</source>
            <translation>Bitte beschreiben, was los ist</translation>
        </message>
        <message>
            <source>Please choose a group or handler</source>
            <translation>Bitte eine Gruppe oder einen Bearbeiter wählen</translation>
        </message>
        <message>
            <source>On behalf</source>
            <translation>Im Auftrag</translation>
        </message>
        <message>
            <source>For myself</source>
            <translation>Für mich selbst</translation>
        </message>
        <message>
            <source>The text on the clipboard is too long: {length} characters, at most {limit}. It was not inserted and stays there.</source>
            <translation>Der Text in der Zwischenablage ist zu lang: {length} Zeichen, höchstens {limit}. Er wurde nicht eingefügt und bleibt dort.</translation>
        </message>
        <message>
            <source>You report for yourself.</source>
            <translation>Sie melden für sich selbst.</translation>
        </message>
        <message>
            <source>Known person. Recorded by {name} (you).</source>
            <translation>Bekannte Person. Erfasst von {name} (Sie).</translation>
        </message>
        <message>
            <source>Not a known person: recorded by name only, without access to the answer in the program.</source>
            <translation>Keine bekannte Person: Nur der Name wird festgehalten, ohne Zugang zur Antwort im Programm.</translation>
        </message>
        <message>
            <source>Type a name, a company or a phone number to find a known person.</source>
            <translation>Name, Firma oder Telefonnummer eingeben, um eine bekannte Person zu finden.</translation>
        </message>
        <message>
            <source>No category</source>
            <translation>Ohne Kategorie</translation>
        </message>
        <message>
            <source>Who reports</source>
            <translation>Wer meldet</translation>
        </message>
        <message>
            <source>What is the matter</source>
            <translation>Was ist los</translation>
        </message>
        <message>
            <source>How urgent</source>
            <translation>Wie eilig</translation>
        </message>
        <message>
            <source>Reportin&amp;g person</source>
            <translation>Me&amp;ldende Person</translation>
        </message>
        <message>
            <source>&amp;Phone</source>
            <translation>Telef&amp;on</translation>
        </message>
        <message>
            <source>E-&amp;mail</source>
            <translation>E-Ma&amp;il</translation>
        </message>
        <message>
            <source>C&amp;ompany, as of today</source>
            <translation>Fir&amp;ma, wie heute</translation>
        </message>
        <message>
            <source>&amp;Department</source>
            <translation>Abteil&amp;ung</translation>
        </message>
        <message>
            <source>Received by</source>
            <translation>Eingang</translation>
        </message>
        <message>
            <source>Occurred</source>
            <translation>Aufgetreten am</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Art</translation>
        </message>
        <message>
            <source>Su&amp;bject</source>
            <translation>Betre&amp;ff</translation>
        </message>
        <message>
            <source>Descriptio&amp;n</source>
            <translation>Be&amp;schreibung</translation>
        </message>
        <message>
            <source>Categor&amp;y</source>
            <translation>Kate&amp;gorie</translation>
        </message>
        <message>
            <source>Document number</source>
            <translation>Belegnummer</translation>
        </message>
        <message>
            <source>Priority</source>
            <translation>Priorität</translation>
        </message>
        <message>
            <source>&amp;Wished date</source>
            <translation>Terminwuns&amp;ch</translation>
        </message>
        <message>
            <source>Order, invoice or delivery note</source>
            <translation>Auftrag, Rechnung oder Lieferschein</translation>
        </message>
        <message>
            <source>For whom</source>
            <translation>Für wen</translation>
        </message>
    </context>
    <context>
        <name>RecordPane</name>
        <message>
            <source>{number} was created.</source>
            <translation>{number} wurde angelegt.</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Öffnen</translation>
        </message>
        <message>
            <source>No connection. The report is kept on this computer and recorded as soon as the server is back.</source>
            <translation>Keine Verbindung. Die Meldung ist auf diesem Rechner gesichert und wird erfasst, sobald der Server wieder da ist.</translation>
        </message>
        <message>
            <source>New ticket</source>
            <translation>Neues Ticket</translation>
        </message>
        <message>
            <source>* required</source>
            <translation>* Pflichtangabe</translation>
        </message>
        <message>
            <source>Previous draft</source>
            <translation>Voriger Entwurf</translation>
        </message>
        <message>
            <source>Next draft</source>
            <translation>Nächster Entwurf</translation>
        </message>
        <message>
            <source>Another form</source>
            <translation>Weiteres Formular</translation>
        </message>
        <message>
            <source>Back to the tickets</source>
            <translation>Zurück zu den Tickets</translation>
        </message>
        <message>
            <source>What is written here is kept as a draft.</source>
            <translation>Was hier geschrieben wurde, bleibt als Entwurf erhalten.</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>Verwerfen</translation>
        </message>
        <message>
            <source>Create and next</source>
            <translation>Anlegen und nächstes</translation>
        </message>
        <message>
            <source>Create ticket</source>
            <translation>Ticket anlegen</translation>
        </message>
    </context>
    <context>
        <name>Side</name>
        <message>
            <source>Please choose</source>
            <translation>Bitte wählen</translation>
        </message>
        <message>
            <source>Where to</source>
            <translation>Wohin</translation>
        </message>
        <message>
            <source>&amp;Coordination</source>
            <translation>&amp;Koordination</translation>
        </message>
        <message>
            <source>Takes the report in and clarifies it or has it clarified</source>
            <translation>Nimmt die Meldung an und klärt sie oder lässt sie klären</translation>
        </message>
        <message>
            <source>Directly to &amp;a group or handler</source>
            <translation>Direkt an Gru&amp;ppe oder Bearbeiter</translation>
        </message>
        <message>
            <source>Without coordination; the group or person answers you</source>
            <translation>Ohne Koordination; die Gruppe oder Person antwortet selbst</translation>
        </message>
        <message>
            <source>Group or handler</source>
            <translation>Gruppe oder Bearbeiter</translation>
        </message>
        <message>
            <source>Clarification</source>
            <translation>Klärung</translation>
        </message>
        <message>
            <source>As is &amp;usual</source>
            <translation>Wie &amp;üblich</translation>
        </message>
        <message>
            <source>As set for the category and the customer group</source>
            <translation>Wie für Kategorie und Kundengruppe festgelegt</translation>
        </message>
        <message>
            <source>Tran&amp;sparent</source>
            <translation>T&amp;ransparent</translation>
        </message>
        <message>
            <source>Requester sees clarification and answers</source>
            <translation>Ersteller sieht Klärung und Antworten</translation>
        </message>
        <message>
            <source>H&amp;idden</source>
            <translation>&amp;Verborgen</translation>
        </message>
        <message>
            <source>Requester sees only the answers to him</source>
            <translation>Ersteller sieht nur Antworten an ihn</translation>
        </message>
    </context>
    <context>
        <name>RecordSheets</name>
        <message>
            <source>Draft discarded.</source>
            <translation>Entwurf verworfen.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
        <message>
            <source>Draft {n} of {count}</source>
            <translation>Entwurf {n} von {count}</translation>
        </message>
        <message numerus="yes">
            <source>%n entry(ies) missing</source>
            <translation>
                <numerusform>%n Angabe fehlt</numerusform>
                <numerusform>%n Angaben fehlen</numerusform>
            </translation>
        </message>
        <message>
            <source>Being created …</source>
            <translation>Wird angelegt …</translation>
        </message>
        <message>
            <source>Draft NOT saved</source>
            <translation>Entwurf NICHT gesichert</translation>
        </message>
        <message>
            <source>Draft on this computer only</source>
            <translation>Entwurf nur auf diesem Rechner</translation>
        </message>
    </context>
</TS>
