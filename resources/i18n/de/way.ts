<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_US">
    <context>
        <name>AnswerExtra</name>
        <message>
            <source>Next message by (optional)</source>
            <translation>Nächste Nachricht bis (freiwillig)</translation>
        </message>
        <message>
            <source>The requester reads this; you are reminded when the moment has passed</source>
            <translation>Der Ersteller liest das; ist der Zeitpunkt vorbei, werden Sie erinnert</translation>
        </message>
    </context>
    <context>
        <name>CaseComposer</name>
        <message>
            <source>&amp;Answer the question …</source>
            <translation>&amp;Frage beantworten …</translation>
        </message>
        <message>
            <source>Answer to the question</source>
            <translation>Antwort auf die Frage</translation>
        </message>
        <message>
            <source>Send answer to coordination</source>
            <translation>Antwort an die Koordination senden</translation>
        </message>
        <message>
            <source>Your answer to the question</source>
            <translation>Ihre Antwort auf die Frage</translation>
        </message>
    </context>
    <context>
        <name>CaseHead</name>
        <message>
            <source>message promised by {at}</source>
            <translation>Nachricht versprochen bis {at}</translation>
        </message>
        <message>
            <source>promised message overdue since {at}</source>
            <translation>versprochene Nachricht überfällig seit {at}</translation>
        </message>
        <message>
            <source>{state} until {at}</source>
            <translation>{state} bis {at}</translation>
        </message>
    </context>
    <context>
        <name>CaseRefusals</name>
        <message>
            <source>Possible now: {states}.</source>
            <translation>Möglich ist jetzt: {states}.</translation>
        </message>
        <message>
            <source>{name} has called this ticket back in the meantime. Your text is kept.</source>
            <translation>{name} hat dieses Ticket inzwischen zurückgerufen. Ihr Text bleibt erhalten.</translation>
        </message>
        <message>
            <source>{name} has withdrawn this ticket in the meantime. Your text is kept.</source>
            <translation>{name} hat dieses Ticket inzwischen zurückgezogen. Ihr Text bleibt erhalten.</translation>
        </message>
    </context>
    <context>
        <name>CaseSentences</name>
        <message>
            <source>Opened again after it was withdrawn</source>
            <translation>Nach dem Zurückziehen wieder geöffnet</translation>
        </message>
        <message>
            <source>Opened again after it was rejected</source>
            <translation>Nach der Ablehnung wieder geöffnet</translation>
        </message>
        <message>
            <source>Not the same after all, opened again</source>
            <translation>Doch kein Duplikat, wieder geöffnet</translation>
        </message>
        <message>
            <source>Opened again, reason</source>
            <translation>Wieder geöffnet, Grund</translation>
        </message>
        <message>
            <source>{whom} reminded</source>
            <translation>{whom} erinnert</translation>
        </message>
        <message>
            <source>Reminder sent</source>
            <translation>Erinnerung gesendet</translation>
        </message>
        <message>
            <source>{whom} has been reminded of {number}.</source>
            <translation>{whom} wurde an {number} erinnert.</translation>
        </message>
        <message>
            <source>Called back by the coordination</source>
            <translation>Von der Koordination zurückgerufen</translation>
        </message>
        <message>
            <source>Called back, reason</source>
            <translation>Zurückgerufen, Grund</translation>
        </message>
        <message>
            <source>Carried on in a new ticket</source>
            <translation>In einem neuen Ticket fortgesetzt</translation>
        </message>
        <message>
            <source>Closed, reason</source>
            <translation>Abgeschlossen, Grund</translation>
        </message>
        <message>
            <source>Closes by itself on {at}</source>
            <translation>Wird von selbst abgeschlossen am {at}</translation>
        </message>
        <message>
            <source>Closes by itself on {at} unless you say that it is not solved</source>
            <translation>Wird am {at} von selbst abgeschlossen, falls Sie nicht melden, dass es nicht gelöst ist</translation>
        </message>
        <message>
            <source>Forwarded</source>
            <translation>Weitergeleitet</translation>
        </message>
        <message>
            <source>Forwarded to {whom}</source>
            <translation>Weitergeleitet an {whom}</translation>
        </message>
        <message>
            <source>Handed to the coordination</source>
            <translation>An die Koordination abgegeben</translation>
        </message>
        <message>
            <source>Handed to the coordination, reason</source>
            <translation>An die Koordination abgegeben, Grund</translation>
        </message>
        <message>
            <source>Message taken note of</source>
            <translation>Nachricht zur Kenntnis genommen</translation>
        </message>
        <message>
            <source>Next message promised by {at}</source>
            <translation>Nächste Nachricht versprochen bis {at}</translation>
        </message>
        <message>
            <source>Question asked</source>
            <translation>Rückfrage gestellt</translation>
        </message>
        <message>
            <source>Rejected</source>
            <translation>Abgelehnt</translation>
        </message>
        <message>
            <source>Rejected, reason</source>
            <translation>Abgelehnt, Grund</translation>
        </message>
        <message>
            <source>Resubmission {at}</source>
            <translation>Wiedervorlage {at}</translation>
        </message>
        <message>
            <source>Returned to the handler</source>
            <translation>An die Bearbeitung zurückgegeben</translation>
        </message>
        <message>
            <source>Returned to {whom}</source>
            <translation>Zurückgegeben an {whom}</translation>
        </message>
        <message>
            <source>Sent back</source>
            <translation>Zurückgewiesen</translation>
        </message>
        <message>
            <source>Sent back to the coordination</source>
            <translation>An die Koordination zurückgewiesen</translation>
        </message>
        <message>
            <source>Sent back, reason</source>
            <translation>Zurückgewiesen, Grund</translation>
        </message>
        <message>
            <source>Waits</source>
            <translation>Wartet</translation>
        </message>
        <message>
            <source>Waits no more</source>
            <translation>Wartet nicht mehr</translation>
        </message>
        <message>
            <source>Waits {reason}</source>
            <translation>Wartet {reason}</translation>
        </message>
        <message>
            <source>Waits {reason}, resubmission {at}</source>
            <translation>Wartet {reason}, Wiedervorlage {at}</translation>
        </message>
        <message>
            <source>What is waited for</source>
            <translation>Worauf gewartet wird</translation>
        </message>
        <message>
            <source>Wished date changed</source>
            <translation>Wunschtermin geändert</translation>
        </message>
        <message>
            <source>Wished date from {before} to {after}</source>
            <translation>Wunschtermin von {before} auf {after}</translation>
        </message>
        <message>
            <source>Withdrawn</source>
            <translation>Zurückgezogen</translation>
        </message>
        <message>
            <source>Withdrawn, reason</source>
            <translation>Zurückgezogen, Grund</translation>
        </message>
        <message>
            <source>You hear from us by {at}</source>
            <translation>Sie hören von uns bis {at}</translation>
        </message>
    </context>
    <context>
        <name>FactsPane</name>
        <message>
            <source>Closes</source>
            <translation>Schließt am</translation>
        </message>
        <message>
            <source>Promised</source>
            <translation>Versprochen</translation>
        </message>
        <message>
            <source>Reopen until</source>
            <translation>Wieder öffnen bis</translation>
        </message>
        <message>
            <source>Resubmission</source>
            <translation>Wiedervorlage</translation>
        </message>
        <message>
            <source>Waits</source>
            <translation>Wartet</translation>
        </message>
    </context>
    <context>
        <name>FollowUpDialog</name>
        <message>
            <source>New ticket that follows {number}</source>
            <translation>Neues Ticket zu {number}</translation>
        </message>
        <message>
            <source>Record new ticket</source>
            <translation>Neues Ticket erfassen</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>Betreff</translation>
        </message>
        <message>
            <source>The new ticket is linked with {number}.</source>
            <translation>Das neue Ticket wird mit {number} verknüpft.</translation>
        </message>
        <message>
            <source>What is it about now?</source>
            <translation>Worum geht es jetzt?</translation>
        </message>
    </context>
    <context>
        <name>Foot</name>
        <message>
            <source>New ticket that follows …</source>
            <translation>Neues Ticket dazu …</translation>
        </message>
    </context>
    <context>
        <name>OthersBar</name>
        <message>
            <source>{name} coordinates this ticket, and is told if you act on it.</source>
            <translation>{name} koordiniert dieses Ticket und erfährt davon, wenn Sie hier handeln.</translation>
        </message>
        <message>
            <source>{name} commissioned this part, and is told if you act on it.</source>
            <translation>{name} hat diese Teilklärung beauftragt und erfährt davon, wenn Sie hier handeln.</translation>
        </message>
    </context>
    <context>
        <name>LateBar</name>
        <message>
            <source>Message after the answer, {at}</source>
            <translation>Nachricht nach der Antwort, {at}</translation>
        </message>
        <message>
            <source>Message after the closing, {at}</source>
            <translation>Nachricht nach Abschluss, {at}</translation>
        </message>
        <message>
            <source>New ticket</source>
            <translation>Neues Ticket</translation>
        </message>
        <message>
            <source>Open again</source>
            <translation>Wieder öffnen</translation>
        </message>
        <message>
            <source>Take note</source>
            <translation>Zur Kenntnis nehmen</translation>
        </message>
    </context>
    <context>
        <name>Places</name>
        <message>
            <source>If a requester writes about a finished ticket, it stands here until somebody deals with it.</source>
            <translation>Schreibt ein Ersteller zu einem erledigten Ticket, steht es hier, bis sich jemand darum gekümmert hat.</translation>
        </message>
        <message>
            <source>Late messages</source>
            <translation>Späte Nachrichten</translation>
        </message>
        <message>
            <source>No ticket comes back at a date</source>
            <translation>Keine Wiedervorlage</translation>
        </message>
        <message>
            <source>Nobody has written after the end</source>
            <translation>Niemand hat nach dem Abschluss geschrieben</translation>
        </message>
        <message>
            <source>Nothing waits</source>
            <translation>Nichts wartet</translation>
        </message>
        <message>
            <source>Resubmission</source>
            <translation>Wiedervorlage</translation>
        </message>
        <message>
            <source>Tickets that wait for an answer, a third party or a date stand here.</source>
            <translation>Hier stehen Tickets, die auf eine Antwort, auf Dritte oder auf einen Termin warten.</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>Wartet</translation>
        </message>
        <message>
            <source>Waiting tickets with a date stand here; at that moment they come back by themselves.</source>
            <translation>Hier stehen wartende Tickets mit Termin; zu diesem Zeitpunkt kommen sie von selbst zurück.</translation>
        </message>
    </context>
    <context>
        <name>ReasonDialog</name>
        <message>
            <source>{label} (optional)</source>
            <translation>{label} (freiwillig)</translation>
        </message>
    </context>
    <context>
        <name>Sentences</name>
        <message>
            <source>There was a reminder less than a quarter of an hour ago.</source>
            <translation>Daran wurde vor weniger als einer Viertelstunde schon erinnert.</translation>
        </message>
        <message>
            <source>Open tickets still lie with this group. Please assign them elsewhere first.</source>
            <translation>Bei dieser Gruppe liegen noch offene Tickets. Bitte weisen Sie diese zuerst anderswo zu.</translation>
        </message>
        <message>
            <source>This ticket can no longer be opened again. Please record a new one; it is linked with this one.</source>
            <translation>Dieses Ticket lässt sich nicht mehr öffnen. Bitte erfassen Sie ein neues; es wird mit diesem verknüpft.</translation>
        </message>
    </context>
    <context>
        <name>Tray</name>
        <message>
            <source>Opened again</source>
            <translation>Wieder geöffnet</translation>
        </message>
        <message>
            <source>Reminder</source>
            <translation>Erinnerung</translation>
        </message>
        <message>
            <source>Answer needed</source>
            <translation>Antwort nötig</translation>
        </message>
        <message>
            <source>Called back</source>
            <translation>Zurückgerufen</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>Abgeschlossen</translation>
        </message>
        <message>
            <source>Message after the end</source>
            <translation>Nachricht nach Abschluss</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>Überfällig</translation>
        </message>
        <message>
            <source>Promised message is due</source>
            <translation>Versprochene Nachricht fällig</translation>
        </message>
        <message>
            <source>Rejected</source>
            <translation>Abgelehnt</translation>
        </message>
        <message>
            <source>Resubmission</source>
            <translation>Wiedervorlage</translation>
        </message>
        <message>
            <source>Sent back</source>
            <translation>Zurückgewiesen</translation>
        </message>
        <message>
            <source>Somebody acted on your ticket</source>
            <translation>An Ihrem Ticket wurde gehandelt</translation>
        </message>
        <message>
            <source>Withdrawn</source>
            <translation>Zurückgezogen</translation>
        </message>
    </context>
    <context>
        <name>WaitDialog</name>
        <message>
            <source>&amp;Until a date</source>
            <translation>&amp;Bis zu einem Termin</translation>
        </message>
        <message>
            <source>At this moment the ticket comes back by itself</source>
            <translation>Zu diesem Zeitpunkt kommt das Ticket von selbst zurück</translation>
        </message>
        <message>
            <source>For a &amp;third party</source>
            <translation>Auf &amp;Dritte</translation>
        </message>
        <message>
            <source>For an answer of the &amp;requester</source>
            <translation>Auf eine Antwort des &amp;Erstellers</translation>
        </message>
        <message>
            <source>In a hidden clarification questions to the requester go through the coordination.</source>
            <translation>Bei verborgener Klärung gehen Fragen an den Ersteller über die Koordination.</translation>
        </message>
        <message>
            <source>Let it wait</source>
            <translation>Warten lassen</translation>
        </message>
        <message>
            <source>Let {number} wait</source>
            <translation>{number} warten lassen</translation>
        </message>
        <message>
            <source>Question to the requester</source>
            <translation>Frage an den Ersteller</translation>
        </message>
        <message>
            <source>Resubmission</source>
            <translation>Wiedervorlage</translation>
        </message>
        <message>
            <source>Resubmission (optional)</source>
            <translation>Wiedervorlage (freiwillig)</translation>
        </message>
        <message>
            <source>Send question and wait</source>
            <translation>Frage senden und warten</translation>
        </message>
        <message>
            <source>The requester can read this.</source>
            <translation>Der Ersteller kann das lesen.</translation>
        </message>
        <message>
            <source>The requester does not read this.</source>
            <translation>Der Ersteller liest das nicht.</translation>
        </message>
        <message>
            <source>The requester reads this question and “Answer needed”. The answer ends the waiting by itself.</source>
            <translation>Der Ersteller liest diese Frage und „Antwort nötig“. Seine Antwort beendet das Warten von selbst.</translation>
        </message>
        <message>
            <source>What is waited for (optional)</source>
            <translation>Worauf gewartet wird (freiwillig)</translation>
        </message>
    </context>
    <context>
        <name>WayActions</name>
        <message>
            <source>Remind</source>
            <translation>Erinnern</translation>
        </message>
        <message>
            <source>&amp;Forward …</source>
            <translation>Weiter&amp;leiten …</translation>
        </message>
        <message>
            <source>&amp;Wait, resubmission …</source>
            <translation>&amp;Warten, Wiedervorlage …</translation>
        </message>
        <message>
            <source>Call bac&amp;k …</source>
            <translation>Zurück&amp;rufen …</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>We&amp;iter bearbeiten</translation>
        </message>
        <message>
            <source>Hand to coord&amp;ination …</source>
            <translation>An die &amp;Koordination abgeben …</translation>
        </message>
        <message>
            <source>&amp;New ticket that follows …</source>
            <translation>&amp;Neues Ticket dazu …</translation>
        </message>
        <message>
            <source>Re&amp;ject …</source>
            <translation>Abl&amp;ehnen …</translation>
        </message>
        <message>
            <source>Return to the handle&amp;r …</source>
            <translation>An die &amp;Bearbeitung zurückgeben …</translation>
        </message>
        <message>
            <source>S&amp;end back …</source>
            <translation>Zurückwei&amp;sen …</translation>
        </message>
        <message>
            <source>Take note of the &amp;message</source>
            <translation>Nachricht zur Kenntnis ne&amp;hmen</translation>
        </message>
        <message>
            <source>W&amp;ished date …</source>
            <translation>W&amp;unschtermin …</translation>
        </message>
        <message>
            <source>With&amp;draw …</source>
            <translation>Z&amp;urückziehen …</translation>
        </message>
    </context>
    <context>
        <name>WayDialogs</name>
        <message>
            <source>Call back</source>
            <translation>Zurückrufen</translation>
        </message>
        <message>
            <source>Call {number} back</source>
            <translation>{number} zurückrufen</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Abschließen</translation>
        </message>
        <message>
            <source>Close {number} without an answer of the requester</source>
            <translation>{number} ohne Antwort des Erstellers abschließen</translation>
        </message>
        <message>
            <source>Hand to coordination</source>
            <translation>An die Koordination abgeben</translation>
        </message>
        <message>
            <source>Hand {number} to the coordination</source>
            <translation>{number} an die Koordination abgeben</translation>
        </message>
        <message>
            <source>Nobody works on it any more. It can be opened again later.</source>
            <translation>Niemand arbeitet mehr daran. Später lässt es sich wieder öffnen.</translation>
        </message>
        <message>
            <source>Only the coordination and the handlers read this.</source>
            <translation>Das lesen nur die Koordination und die Bearbeiter.</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Grund</translation>
        </message>
        <message>
            <source>Reject</source>
            <translation>Ablehnen</translation>
        </message>
        <message>
            <source>Reject {number}</source>
            <translation>{number} ablehnen</translation>
        </message>
        <message>
            <source>Return</source>
            <translation>Zurückgeben</translation>
        </message>
        <message>
            <source>Return {number}</source>
            <translation>{number} zurückgeben</translation>
        </message>
        <message>
            <source>Send back</source>
            <translation>Zurückweisen</translation>
        </message>
        <message>
            <source>Send {number} back</source>
            <translation>{number} zurückweisen</translation>
        </message>
        <message>
            <source>The requester reads this.</source>
            <translation>Das liest der Ersteller.</translation>
        </message>
        <message>
            <source>The ticket goes back to the coordination. Only the coordination and the handlers read this.</source>
            <translation>Das Ticket geht an die Koordination zurück. Den Grund lesen nur die Koordination und die Bearbeiter.</translation>
        </message>
        <message>
            <source>The ticket goes back to whoever answered.</source>
            <translation>Das Ticket geht an den zurück, der geantwortet hat.</translation>
        </message>
        <message>
            <source>The ticket goes to the coordination as a new one. Only coordination and handlers read this.</source>
            <translation>Das Ticket geht als neues an die Koordination. Den Grund lesen nur die Koordination und die Bearbeiter.</translation>
        </message>
        <message>
            <source>What is missing</source>
            <translation>Was noch fehlt</translation>
        </message>
        <message>
            <source>Withdraw</source>
            <translation>Zurückziehen</translation>
        </message>
        <message>
            <source>Withdraw {number}</source>
            <translation>{number} zurückziehen</translation>
        </message>
    </context>
    <context>
        <name>WayWishes</name>
        <message>
            <source>No connection. This is carried out as soon as the server is back.</source>
            <translation>Keine Verbindung. Das wird ausgeführt, sobald der Server wieder da ist.</translation>
        </message>
        <message>
            <source>{number} is recorded and linked.</source>
            <translation>{number} ist erfasst und verknüpft.</translation>
        </message>
    </context>
    <context>
        <name>WishDialog</name>
        <message>
            <source>Before and after stay readable in the timeline.</source>
            <translation>Vorher und nachher bleiben im Verlauf lesbar.</translation>
        </message>
        <message>
            <source>Change wished date</source>
            <translation>Wunschtermin ändern</translation>
        </message>
        <message>
            <source>No date</source>
            <translation>Kein Termin</translation>
        </message>
        <message>
            <source>When the requester would like it done</source>
            <translation>Bis wann der Ersteller es wünscht</translation>
        </message>
        <message>
            <source>When would you like it done?</source>
            <translation>Bis wann wünschen Sie es?</translation>
        </message>
        <message>
            <source>Wished date of {number}</source>
            <translation>Wunschtermin von {number}</translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message>
            <source>Question to requester</source>
            <translation>Frage an Ersteller</translation>
        </message>
        <message>
            <source>Question to you</source>
            <translation>Frage an Sie</translation>
        </message>
    </context>
</TS>
