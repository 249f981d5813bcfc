<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_US">
    <context>
        <name>Band</name>
        <message>
            <source>Close, the draft is kept</source>
            <translation>Schließen, der Entwurf bleibt erhalten</translation>
        </message>
    </context>
    <context>
        <name>ColumnHeader</name>
        <message>
            <source>Reset columns</source>
            <translation>Spalten zurücksetzen</translation>
        </message>
    </context>
    <context>
        <name>Columns</name>
        <message>
            <source>Unread</source>
            <translation>Ungelesen</translation>
        </message>
        <message>
            <source>Priority</source>
            <translation>Priorität</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Nummer</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>Betreff</translation>
        </message>
        <message>
            <source>Requester</source>
            <translation>Ersteller</translation>
        </message>
        <message>
            <source>Responsible</source>
            <translation>Zuständig</translation>
        </message>
        <message>
            <source>Parts</source>
            <translation>Teilklärungen</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>Frist</translation>
        </message>
        <message>
            <source>Service commitment</source>
            <translation>Service-Zusage</translation>
        </message>
    </context>
    <context>
        <name>CommandPalette</name>
        <message>
            <source>Nothing found</source>
            <translation>Nichts gefunden</translation>
        </message>
        <message>
            <source>Command, ticket, person, view</source>
            <translation>Befehl, Ticket, Person, Ansicht</translation>
        </message>
        <message>
            <source>Command palette</source>
            <translation>Befehlspalette</translation>
        </message>
        <message>
            <source>↑ ↓ choose   Return runs   Esc closes</source>
            <translation>↑ ↓ wählen   Eingabe ausführen   Esc schließen</translation>
        </message>
    </context>
    <context>
        <name>DateTimeField</name>
        <message>
            <source>Please give date and time like 24.11.2026 16:00</source>
            <translation>Bitte Datum und Uhrzeit angeben, zum Beispiel 24.11.2026 16:00</translation>
        </message>
        <message>
            <source>DD.MM.YYYY hh:mm</source>
            <translation>TT.MM.JJJJ hh:mm</translation>
        </message>
    </context>
    <context>
        <name>LogFold</name>
        <message>
            <source>{n} changes</source>
            <translation>{n} Änderungen</translation>
        </message>
    </context>
    <context>
        <name>MessageBar</name>
        <message>
            <source>Close this message</source>
            <translation>Diese Meldung schließen</translation>
        </message>
    </context>
    <context>
        <name>OvertakenBar</name>
        <message>
            <source>Compare</source>
            <translation>Vergleichen</translation>
        </message>
        <message>
            <source>Send anyway</source>
            <translation>Trotzdem senden</translation>
        </message>
    </context>
    <context>
        <name>RowLook</name>
        <message>
            <source>unread</source>
            <translation>ungelesen</translation>
        </message>
        <message>
            <source>hidden clarification</source>
            <translation>verborgene Klärung</translation>
        </message>
        <message>
            <source>with attachments</source>
            <translation>mit Anhängen</translation>
        </message>
        <message>
            <source>somebody is writing</source>
            <translation>jemand schreibt gerade</translation>
        </message>
        <message>
            <source>somebody is reading</source>
            <translation>jemand liest gerade</translation>
        </message>
    </context>
    <context>
        <name>Sentences</name>
        <message>
            <source>That is not possible. Nothing was changed.</source>
            <translation>Das ist nicht möglich. Es wurde nichts geändert.</translation>
        </message>
        <message>
            <source>Name or password is wrong, or the access was switched off.</source>
            <translation>Name oder Passwort stimmt nicht, oder der Zugang wurde abgeschaltet.</translation>
        </message>
        <message>
            <source>You have no right to do that. Nothing was changed.</source>
            <translation>Dazu fehlt Ihnen das Recht. Es wurde nichts geändert.</translation>
        </message>
        <message>
            <source>This ticket does not exist, or it is not open to you.</source>
            <translation>Dieses Ticket gibt es nicht, oder es ist für Sie nicht einsehbar.</translation>
        </message>
        <message>
            <source>Somebody changed this ticket in the meantime. Your text is kept.</source>
            <translation>Dieses Ticket wurde inzwischen geändert. Ihr Text bleibt erhalten.</translation>
        </message>
        <message>
            <source>Somebody else has taken this ticket over already.</source>
            <translation>Dieses Ticket wurde bereits von einer anderen Person übernommen.</translation>
        </message>
        <message>
            <source>The ticket has moved on, so this step is no longer possible.</source>
            <translation>Das Ticket ist inzwischen weiter, deshalb ist dieser Schritt nicht mehr möglich.</translation>
        </message>
        <message>
            <source>One of the values cannot be stored. Nothing was changed.</source>
            <translation>Eine der Angaben lässt sich nicht speichern. Es wurde nichts geändert.</translation>
        </message>
        <message>
            <source>This request was sent before with other content. Please try again.</source>
            <translation>Dieser Auftrag wurde schon einmal mit anderem Inhalt gesendet. Bitte versuchen Sie es erneut.</translation>
        </message>
        <message>
            <source>Program and server do not fit together.</source>
            <translation>Programm und Server passen nicht zusammen.</translation>
        </message>
        <message>
            <source>Somebody else is changing this ticket at this moment. Please try again.</source>
            <translation>Dieses Ticket wird gerade von einer anderen Person geändert. Bitte versuchen Sie es erneut.</translation>
        </message>
        <message>
            <source>This is not the server that you were invited to. No connection was made.</source>
            <translation>Das ist nicht der Server, zu dem Sie eingeladen wurden. Es wurde keine Verbindung hergestellt.</translation>
        </message>
        <message>
            <source>The server cannot be reached. Your text stays on this computer.</source>
            <translation>Der Server ist nicht erreichbar. Ihr Text bleibt auf diesem Rechner.</translation>
        </message>
        <message>
            <source>{by} changed this ticket in the meantime. Your text is kept.</source>
            <translation>{by} hat dieses Ticket inzwischen geändert. Ihr Text bleibt erhalten.</translation>
        </message>
        <message>
            <source>{by} has taken this ticket over already.</source>
            <translation>{by} hat dieses Ticket bereits übernommen.</translation>
        </message>
        <message>
            <source>The ticket is “{from}” now; from there it cannot become “{to}”.</source>
            <translation>Das Ticket steht jetzt auf „{from}“; von dort geht es nicht zu „{to}“.</translation>
        </message>
        <message>
            <source>Please fill in this field.</source>
            <translation>Bitte füllen Sie dieses Feld aus.</translation>
        </message>
        <message>
            <source>The text is too long to be stored.</source>
            <translation>Der Text ist zu lang, um gespeichert zu werden.</translation>
        </message>
        <message>
            <source>The text contains control characters that cannot be stored.</source>
            <translation>Der Text enthält Steuerzeichen, die sich nicht speichern lassen.</translation>
        </message>
        <message>
            <source>The text contains characters that cannot be stored.</source>
            <translation>Der Text enthält Zeichen, die sich nicht speichern lassen.</translation>
        </message>
        <message>
            <source>This value lies outside of what is possible.</source>
            <translation>Dieser Wert liegt außerhalb des Möglichen.</translation>
        </message>
        <message>
            <source>This choice does not exist any more. Please choose anew.</source>
            <translation>Diese Auswahl gibt es nicht mehr. Bitte wählen Sie neu.</translation>
        </message>
        <message>
            <source>This choice is no longer active. Please choose anew.</source>
            <translation>Diese Auswahl ist nicht mehr aktiv. Bitte wählen Sie neu.</translation>
        </message>
        <message>
            <source>You cannot hand a ticket straight to this person or group.</source>
            <translation>An diese Person oder Gruppe können Sie ein Ticket nicht direkt geben.</translation>
        </message>
        <message>
            <source>Please say how it was solved before you give the final answer.</source>
            <translation>Bitte geben Sie vor der Abschlussantwort an, wie das Problem gelöst wurde.</translation>
        </message>
        <message>
            <source>This program is too old for the server. Please update it.</source>
            <translation>Dieses Programm ist zu alt für den Server. Bitte aktualisieren Sie es.</translation>
        </message>
        <message>
            <source>The server is too old for this program. Please ask your administration.</source>
            <translation>Der Server ist zu alt für dieses Programm. Bitte wenden Sie sich an Ihre Administration.</translation>
        </message>
        <message>
            <source>Something went wrong in the program. The details stand in its log.</source>
            <translation>Im Programm ist ein Fehler aufgetreten. Einzelheiten stehen in seinem Protokoll.</translation>
        </message>
    </context>
    <context>
        <name>Text</name>
        <message>
            <source>week {n}</source>
            <translation>KW {n}</translation>
        </message>
        <message>
            <source>stopped</source>
            <translation>angehalten</translation>
        </message>
        <message>
            <source>until {when}</source>
            <translation>bis {when}</translation>
        </message>
        <message>
            <source>{span} late</source>
            <translation>überf. {span}</translation>
        </message>
        <message>
            <source>today {time}</source>
            <translation>heute {time}</translation>
        </message>
        <message>
            <source>1 day</source>
            <translation>1 Tag</translation>
        </message>
        <message>
            <source>{n} days</source>
            <translation>{n} Tage</translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message>
            <source>New</source>
            <translation>Neu</translation>
        </message>
        <message>
            <source>Accepted</source>
            <translation>Angenommen</translation>
        </message>
        <message>
            <source>Clarifying</source>
            <translation>Vorklärung</translation>
        </message>
        <message>
            <source>Assigned</source>
            <translation>Zugewiesen</translation>
        </message>
        <message>
            <source>In progress</source>
            <translation>In Bearbeitung</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>Wartet</translation>
        </message>
        <message>
            <source>Reported back</source>
            <translation>Rückgemeldet</translation>
        </message>
        <message>
            <source>Answered</source>
            <translation>Beantwortet</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>Abgeschlossen</translation>
        </message>
        <message>
            <source>Withdrawn</source>
            <translation>Zurückgezogen</translation>
        </message>
        <message>
            <source>Rejected</source>
            <translation>Abgelehnt</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>Eingegangen</translation>
        </message>
        <message>
            <source>Being clarified</source>
            <translation>Wird geklärt</translation>
        </message>
        <message>
            <source>Answer needed</source>
            <translation>Antwort nötig</translation>
        </message>
        <message>
            <source>Low</source>
            <translation>Niedrig</translation>
        </message>
        <message>
            <source>Normal</source>
            <translation>Normal</translation>
        </message>
        <message>
            <source>High</source>
            <translation>Hoch</translation>
        </message>
        <message>
            <source>Urgent</source>
            <translation>Dringend</translation>
        </message>
        <message>
            <source>Incident</source>
            <translation>Störung</translation>
        </message>
        <message>
            <source>Error</source>
            <translation>Fehler</translation>
        </message>
        <message>
            <source>Request</source>
            <translation>Anfrage</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>Kontakt</translation>
        </message>
        <message>
            <source>Requester</source>
            <translation>Meldende Person</translation>
        </message>
        <message>
            <source>Handling</source>
            <translation>Bearbeitung</translation>
        </message>
        <message>
            <source>Coordination</source>
            <translation>Koordination</translation>
        </message>
        <message>
            <source>Administration</source>
            <translation>Administration</translation>
        </message>
        <message>
            <source>Audit</source>
            <translation>Revision</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>Meldung</translation>
        </message>
        <message>
            <source>Internal note</source>
            <translation>Interne Notiz</translation>
        </message>
        <message>
            <source>Report to coordination</source>
            <translation>Rückmeldung an Koordination</translation>
        </message>
        <message>
            <source>Interim answer to requester</source>
            <translation>Zwischenantwort an Ersteller</translation>
        </message>
        <message>
            <source>Final answer to requester</source>
            <translation>Abschlussantwort an Ersteller</translation>
        </message>
        <message>
            <source>Message</source>
            <translation>Nachricht</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>Auftrag</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Begründung</translation>
        </message>
        <message>
            <source>Your report</source>
            <translation>Ihre Meldung</translation>
        </message>
        <message>
            <source>Interim answer to you</source>
            <translation>Zwischenantwort an Sie</translation>
        </message>
        <message>
            <source>Final answer to you</source>
            <translation>Abschlussantwort an Sie</translation>
        </message>
        <message>
            <source>Your message</source>
            <translation>Ihre Nachricht</translation>
        </message>
        <message>
            <source>for the requester</source>
            <translation>auf Ersteller</translation>
        </message>
        <message>
            <source>for a third party</source>
            <translation>auf Dritte</translation>
        </message>
        <message>
            <source>for parts</source>
            <translation>auf Teilklärungen</translation>
        </message>
        <message>
            <source>until a date</source>
            <translation>bis zu einem Termin</translation>
        </message>
        <message>
            <source>in the program</source>
            <translation>im Programm</translation>
        </message>
        <message>
            <source>phone</source>
            <translation>Telefon</translation>
        </message>
        <message>
            <source>e-mail</source>
            <translation>E-Mail</translation>
        </message>
        <message>
            <source>letter</source>
            <translation>Brief</translation>
        </message>
        <message>
            <source>visit</source>
            <translation>persönlich</translation>
        </message>
        <message>
            <source>import</source>
            <translation>Import</translation>
        </message>
    </context>
    <context>
        <name>_DraftWord</name>
        <message>
            <source>Draft saved {time}</source>
            <translation>Entwurf gesichert {time}</translation>
        </message>
        <message>
            <source>Draft on this computer only, {time}</source>
            <translation>Entwurf nur auf diesem Rechner, {time}</translation>
        </message>
        <message>
            <source>Draft NOT saved</source>
            <translation>Entwurf NICHT gesichert</translation>
        </message>
    </context>
    <context>
        <name>QuotedText</name>
        <message>
            <source>Quote: {text}</source>
            <translation>Zitat: {text}</translation>
        </message>
        <message>
            <source>Fold the quote</source>
            <translation>Zitat einklappen</translation>
        </message>
        <message>
            <source>Show the whole quote</source>
            <translation>Ganzes Zitat zeigen</translation>
        </message>
    </context>
    <context>
        <name>TabBar</name>
        <message>
            <source>More</source>
            <translation>Mehr</translation>
        </message>
        <message>
            <source>Further tabs</source>
            <translation>Weitere Reiter</translation>
        </message>
    </context>
</TS>
