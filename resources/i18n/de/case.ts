<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_US">
    <context>
        <name>AnswerExtra</name>
        <message>
            <source>Interim answer</source>
            <translation>Zwischenantwort</translation>
        </message>
        <message>
            <source>Final answer</source>
            <translation>Abschlussantwort</translation>
        </message>
        <message>
            <source>The case is answered with it.</source>
            <translation>Der Vorgang ist damit beantwortet.</translation>
        </message>
        <message>
            <source>The case stays as it is.</source>
            <translation>Der Status bleibt, wie er ist.</translation>
        </message>
        <message>
            <source>A final answer is not possible in this status.</source>
            <translation>Eine Abschlussantwort ist in diesem Status nicht möglich.</translation>
        </message>
        <message>
            <source>Kind:</source>
            <translation>Art:</translation>
        </message>
        <message>
            <source>Kind of answer</source>
            <translation>Art der Antwort</translation>
        </message>
        <message>
            <source>Solution</source>
            <translation>Problemlösung</translation>
        </message>
        <message>
            <source>How it was solved; kept apart from the text of the answer</source>
            <translation>Wie es gelöst wurde; steht getrennt vom Text der Antwort</translation>
        </message>
        <message>
            <source>Close at once, without waiting for the confirmation</source>
            <translation>Sofort abschließen, ohne auf die Bestätigung zu warten</translation>
        </message>
    </context>
    <context>
        <name>AssignDialog</name>
        <message>
            <source>Group</source>
            <translation>Gruppe</translation>
        </message>
        <message>
            <source>Assign to {name}</source>
            <translation>{name} zuweisen</translation>
        </message>
        <message>
            <source>Assign</source>
            <translation>Zuweisen</translation>
        </message>
        <message>
            <source>Nobody is called that. Please choose a handler or a group.</source>
            <translation>Niemand heißt so. Bitte einen Bearbeiter oder eine Gruppe wählen.</translation>
        </message>
        <message>
            <source>Assign {number}</source>
            <translation>{number} zuweisen</translation>
        </message>
        <message>
            <source>Forward</source>
            <translation>Weiterleiten</translation>
        </message>
        <message>
            <source>Forward to {name}</source>
            <translation>An {name} weiterleiten</translation>
        </message>
        <message>
            <source>Forward {number}</source>
            <translation>{number} weiterleiten</translation>
        </message>
        <message>
            <source>Handler or group</source>
            <translation>Bearbeiter oder Gruppe</translation>
        </message>
        <message>
            <source>Type a name or a group</source>
            <translation>Name oder Gruppe eingeben</translation>
        </message>
        <message>
            <source>Handlers and groups</source>
            <translation>Bearbeiter und Gruppen</translation>
        </message>
        <message>
            <source>Order (optional)</source>
            <translation>Auftrag (freiwillig)</translation>
        </message>
        <message>
            <source>Hidden clarification: the requester reads neither the order nor the name.</source>
            <translation>Verborgene Klärung: Der Ersteller liest weder den Auftrag noch den Namen.</translation>
        </message>
        <message>
            <source>Transparent clarification: the requester can read the order and the name.</source>
            <translation>Transparente Klärung: Der Ersteller kann Auftrag und Namen lesen.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
    </context>
    <context>
        <name>CaseActions</name>
        <message>
            <source>&amp;Accept</source>
            <translation>&amp;Annehmen</translation>
        </message>
        <message>
            <source>&amp;Take over</source>
            <translation>&amp;Übernehmen</translation>
        </message>
        <message>
            <source>&amp;Begin clarification</source>
            <translation>&amp;Vorklärung beginnen</translation>
        </message>
        <message>
            <source>A&amp;ssign …</source>
            <translation>&amp;Zuweisen …</translation>
        </message>
        <message>
            <source>Back to the &amp;group</source>
            <translation>Zurück an die &amp;Gruppe</translation>
        </message>
        <message>
            <source>Change s&amp;ubject</source>
            <translation>&amp;Betreff ändern</translation>
        </message>
        <message>
            <source>Priority: &amp;low</source>
            <translation>Priorität: &amp;Niedrig</translation>
        </message>
        <message>
            <source>Priority: &amp;normal</source>
            <translation>Priorität: N&amp;ormal</translation>
        </message>
        <message>
            <source>Priority: &amp;high</source>
            <translation>Priorität: &amp;Hoch</translation>
        </message>
        <message>
            <source>Priority: &amp;urgent</source>
            <translation>Priorität: &amp;Dringend</translation>
        </message>
        <message>
            <source>Ta&amp;rget date …</source>
            <translation>Z&amp;ieltermin …</translation>
        </message>
        <message>
            <source>&amp;Category …</source>
            <translation>&amp;Kategorie …</translation>
        </message>
        <message>
            <source>Clarification transparent or &amp;hidden …</source>
            <translation>K&amp;lärung transparent oder verborgen …</translation>
        </message>
        <message>
            <source>Confirm sol&amp;ution</source>
            <translation>Lösung b&amp;estätigen</translation>
        </message>
        <message>
            <source>&amp;Close</source>
            <translation>Abs&amp;chließen</translation>
        </message>
        <message>
            <source>&amp;Open again …</source>
            <translation>Wieder &amp;öffnen …</translation>
        </message>
        <message>
            <source>&amp;Answer to requester …</source>
            <translation>&amp;Antwort an Ersteller …</translation>
        </message>
        <message>
            <source>&amp;Report to coordination …</source>
            <translation>&amp;Rückmeldung an Koordination …</translation>
        </message>
        <message>
            <source>&amp;Internal note …</source>
            <translation>&amp;Interne Notiz …</translation>
        </message>
        <message>
            <source>&amp;Message to coordination …</source>
            <translation>&amp;Nachricht an Koordination …</translation>
        </message>
    </context>
    <context>
        <name>CaseComposer</name>
        <message>
            <source>Change</source>
            <translation>Ändern</translation>
        </message>
        <message>
            <source>requester</source>
            <translation>Ersteller</translation>
        </message>
        <message>
            <source>Goes to:</source>
            <translation>Geht an:</translation>
        </message>
        <message>
            <source>{name}, in the program</source>
            <translation>{name}, im Programm</translation>
        </message>
        <message>
            <source>hidden from the requester</source>
            <translation>verborgen</translation>
        </message>
        <message>
            <source>Requester can read this</source>
            <translation>Ersteller kann mitlesen</translation>
        </message>
        <message>
            <source>{whom} (has no access, please tell this person yourself)</source>
            <translation>{whom} (ohne Zugang, bitte selbst benachrichtigen)</translation>
        </message>
        <message>
            <source>Answer to requester</source>
            <translation>Antwort an Ersteller</translation>
        </message>
        <message>
            <source>Requester reads this</source>
            <translation>Ersteller liest mit</translation>
        </message>
        <message>
            <source>Send answer to {name}</source>
            <translation>Antwort an {name} senden</translation>
        </message>
        <message>
            <source>What the requester shall read</source>
            <translation>Was der Ersteller lesen soll</translation>
        </message>
        <message>
            <source>Coordination</source>
            <translation>Koordination</translation>
        </message>
        <message>
            <source>Report to coordination</source>
            <translation>Rückmeldung an Koordination</translation>
        </message>
        <message>
            <source>Report back to coordination</source>
            <translation>An Koordination melden</translation>
        </message>
        <message>
            <source>What you found out</source>
            <translation>Was Sie herausgefunden haben</translation>
        </message>
        <message>
            <source>Internal note</source>
            <translation>Interne Notiz</translation>
        </message>
        <message>
            <source>internal only</source>
            <translation>nur intern</translation>
        </message>
        <message>
            <source>Read by:</source>
            <translation>Lesen:</translation>
        </message>
        <message>
            <source>Coordination and handlers of this case</source>
            <translation>Koordination und Bearbeitung dieses Vorgangs</translation>
        </message>
        <message>
            <source>File internal note</source>
            <translation>Interne Notiz ablegen</translation>
        </message>
        <message>
            <source>What colleagues should know</source>
            <translation>Was Kolleginnen und Kollegen wissen sollten</translation>
        </message>
        <message>
            <source>Message to coordination</source>
            <translation>Nachricht an Koordination</translation>
        </message>
        <message>
            <source>everybody involved reads this</source>
            <translation>alle Beteiligten lesen mit</translation>
        </message>
        <message>
            <source>Send message to coordination</source>
            <translation>Nachricht an Koordination senden</translation>
        </message>
        <message>
            <source>What you would like to add</source>
            <translation>Was Sie ergänzen möchten</translation>
        </message>
        <message>
            <source>Not solved</source>
            <translation>Nicht gelöst</translation>
        </message>
        <message>
            <source>Report to coordination as not solved</source>
            <translation>Der Koordination als nicht gelöst melden</translation>
        </message>
        <message>
            <source>What does not work yet</source>
            <translation>Was noch nicht funktioniert</translation>
        </message>
        <message>
            <source>Open again</source>
            <translation>Wieder öffnen</translation>
        </message>
        <message>
            <source>Open the case again</source>
            <translation>Vorgang wieder öffnen</translation>
        </message>
        <message>
            <source>Why the case is opened again</source>
            <translation>Warum der Vorgang wieder geöffnet wird</translation>
        </message>
        <message>
            <source>&amp;Answer …</source>
            <translation>Antw&amp;ort …</translation>
        </message>
        <message>
            <source>Re&amp;port …</source>
            <translation>&amp;Rückmeldung …</translation>
        </message>
        <message>
            <source>&amp;Internal note …</source>
            <translation>&amp;Interne Notiz …</translation>
        </message>
        <message>
            <source>&amp;Message to coordination …</source>
            <translation>Na&amp;chricht an Koordination …</translation>
        </message>
        <message>
            <source>&amp;Not solved …</source>
            <translation>Nicht &amp;gelöst …</translation>
        </message>
        <message>
            <source>&amp;Open again …</source>
            <translation>Wieder ö&amp;ffnen …</translation>
        </message>
    </context>
    <context>
        <name>CaseHead</name>
        <message>
            <source>(no subject)</source>
            <translation>(ohne Betreff)</translation>
        </message>
        <message>
            <source>Status: {state}</source>
            <translation>Status: {state}</translation>
        </message>
        <message>
            <source>Priority: {priority}</source>
            <translation>Priorität: {priority}</translation>
        </message>
        <message>
            <source>Wish {date}</source>
            <translation>Wunsch {date}</translation>
        </message>
        <message>
            <source>When the requester would like it done</source>
            <translation>Terminwunsch des Erstellers</translation>
        </message>
        <message>
            <source>Target {date}</source>
            <translation>Ziel {date}</translation>
        </message>
        <message>
            <source>The coordinator's date; the requester does not see it</source>
            <translation>Termin der Koordination; der Ersteller sieht ihn nicht</translation>
        </message>
        <message>
            <source>Target {date}, hidden from the requester</source>
            <translation>Ziel {date}, für den Ersteller verborgen</translation>
        </message>
        <message>
            <source>The requester sees only the answers to him</source>
            <translation>Der Ersteller sieht nur die Antworten an ihn</translation>
        </message>
        <message>
            <source>Hidden clarification</source>
            <translation>Verborgene Klärung</translation>
        </message>
        <message>
            <source>Transparent</source>
            <translation>Transparent</translation>
        </message>
        <message>
            <source>The requester sees clarification and answers</source>
            <translation>Der Ersteller sieht Klärung und Antworten</translation>
        </message>
        <message>
            <source>reported {when}</source>
            <translation>gemeldet {when}</translation>
        </message>
        <message>
            <source>open for {span}</source>
            <translation>{span} offen</translation>
        </message>
        <message>
            <source>recorded {when}</source>
            <translation>erfasst {when}</translation>
        </message>
    </context>
    <context>
        <name>CaseLayout</name>
        <message>
            <source>All</source>
            <translation>Alles</translation>
        </message>
        <message>
            <source>Correspondence</source>
            <translation>Schriftverkehr</translation>
        </message>
        <message>
            <source>Changes</source>
            <translation>Änderungen</translation>
        </message>
        <message>
            <source>Timeline</source>
            <translation>Verlauf</translation>
        </message>
        <message>
            <source>Facts</source>
            <translation>Angaben</translation>
        </message>
        <message>
            <source>Parts of the ticket</source>
            <translation>Teile des Tickets</translation>
        </message>
        <message>
            <source>What the timeline shows</source>
            <translation>Was der Verlauf zeigt</translation>
        </message>
    </context>
    <context>
        <name>CasePane</name>
        <message>
            <source>This ticket is not open to you</source>
            <translation>Dieses Ticket ist für Sie nicht zugänglich</translation>
        </message>
        <message>
            <source>It does not exist, or you do not take part in it.</source>
            <translation>Es existiert nicht, oder Sie sind nicht daran beteiligt.</translation>
        </message>
        <message>
            <source>No connection. The timeline is shown as soon as the server is back.</source>
            <translation>Keine Verbindung. Der Verlauf erscheint, sobald der Server wieder da ist.</translation>
        </message>
        <message>
            <source>No ticket chosen</source>
            <translation>Kein Ticket ausgewählt</translation>
        </message>
        <message>
            <source>Choose a ticket in the list to read it here.</source>
            <translation>Wählen Sie in der Liste ein Ticket, um es hier zu lesen.</translation>
        </message>
        <message>
            <source>One moment …</source>
            <translation>Einen Moment …</translation>
        </message>
        <message>
            <source>The ticket is being fetched.</source>
            <translation>Das Ticket wird geholt.</translation>
        </message>
        <message>
            <source>Ticket</source>
            <translation>Ticket</translation>
        </message>
    </context>
    <context>
        <name>CaseRefusals</name>
        <message>
            <source>{name} took this ticket over at {time}.</source>
            <translation>{name} hat dieses Ticket um {time} Uhr übernommen.</translation>
        </message>
    </context>
    <context>
        <name>CaseSentences</name>
        <message>
            <source>Status: {before} → {after}</source>
            <translation>Status: {before} → {after}</translation>
        </message>
        <message>
            <source>Status: {after}</source>
            <translation>Status: {after}</translation>
        </message>
        <message>
            <source>internal only</source>
            <translation>nur intern</translation>
        </message>
        <message>
            <source>hidden</source>
            <translation>verborgen</translation>
        </message>
        <message>
            <source>transparent</source>
            <translation>transparent</translation>
        </message>
        <message>
            <source>Assigned</source>
            <translation>Zugewiesen</translation>
        </message>
        <message>
            <source>Assigned to {whom}</source>
            <translation>Zugewiesen an {whom}</translation>
        </message>
        <message>
            <source>Taken over</source>
            <translation>Übernommen</translation>
        </message>
        <message>
            <source>Given back to the group</source>
            <translation>Zurück an die Gruppe</translation>
        </message>
        <message>
            <source>Given back to the group {group}</source>
            <translation>Zurück an die Gruppe {group}</translation>
        </message>
        <message>
            <source>Clarification from now on: {mode}</source>
            <translation>Klärung ab jetzt: {mode}</translation>
        </message>
        <message>
            <source>Internal note filed</source>
            <translation>Interne Notiz abgelegt</translation>
        </message>
        <message>
            <source>Reported back to coordination</source>
            <translation>Rückmeldung an die Koordination</translation>
        </message>
        <message>
            <source>Interim answer sent</source>
            <translation>Zwischenantwort gesendet</translation>
        </message>
        <message>
            <source>Final answer sent</source>
            <translation>Abschlussantwort gesendet</translation>
        </message>
        <message>
            <source>Solution confirmed</source>
            <translation>Lösung bestätigt</translation>
        </message>
        <message>
            <source>Opened again</source>
            <translation>Wieder geöffnet</translation>
        </message>
        <message>
            <source>Message sent</source>
            <translation>Nachricht gesendet</translation>
        </message>
        <message>
            <source>Message received</source>
            <translation>Nachricht eingegangen</translation>
        </message>
        <message>
            <source>Accepted</source>
            <translation>Angenommen</translation>
        </message>
        <message>
            <source>Pre-clarification begun</source>
            <translation>Vorklärung begonnen</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>Abgeschlossen</translation>
        </message>
        <message>
            <source>Recorded</source>
            <translation>Erfasst</translation>
        </message>
        <message>
            <source>Priority: {priority}</source>
            <translation>Priorität: {priority}</translation>
        </message>
        <message>
            <source>straight to {whom}</source>
            <translation>direkt an {whom}</translation>
        </message>
        <message>
            <source>to coordination</source>
            <translation>an die Koordination</translation>
        </message>
        <message>
            <source>Head data changed</source>
            <translation>Angaben geändert</translation>
        </message>
        <message>
            <source>{field} changed</source>
            <translation>{field} geändert</translation>
        </message>
        <message>
            <source>{field}: {before} → {after}</source>
            <translation>{field}: {before} → {after}</translation>
        </message>
        <message>
            <source>Priority</source>
            <translation>Priorität</translation>
        </message>
        <message>
            <source>Target date</source>
            <translation>Zieltermin</translation>
        </message>
        <message>
            <source>Wished date</source>
            <translation>Terminwunsch</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>Kategorie</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>Betreff</translation>
        </message>
        <message>
            <source>Document reference</source>
            <translation>Belegnummer</translation>
        </message>
        <message>
            <source>“{text}”</source>
            <translation>„{text}“</translation>
        </message>
        <message>
            <source>Taken over from another system</source>
            <translation>Aus einem anderen System übernommen</translation>
        </message>
        <message>
            <source>Other system: {status}</source>
            <translation>Anderes System: {status}</translation>
        </message>
        <message>
            <source>Order to {whom}</source>
            <translation>Auftrag an {whom}</translation>
        </message>
        <message>
            <source>Not solved, opened again</source>
            <translation>Nicht gelöst, wieder geöffnet</translation>
        </message>
        <message>
            <source>recorded by {who}</source>
            <translation>erfasst von {who}</translation>
        </message>
        <message>
            <source>occurred {when}</source>
            <translation>aufgetreten {when}</translation>
        </message>
        <message>
            <source>on behalf of {whom}</source>
            <translation>im Auftrag von {whom}</translation>
        </message>
        <message>
            <source>by a rule</source>
            <translation>durch eine Regel</translation>
        </message>
        <message>
            <source>by e-mail</source>
            <translation>per E-Mail</translation>
        </message>
        <message>
            <source>import</source>
            <translation>Import</translation>
        </message>
        <message>
            <source>automatically</source>
            <translation>automatisch</translation>
        </message>
    </context>
    <context>
        <name>CategoryDialog</name>
        <message>
            <source>Category of {number}</source>
            <translation>Kategorie von {number}</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>Kategorie</translation>
        </message>
        <message>
            <source>Set category</source>
            <translation>Kategorie setzen</translation>
        </message>
        <message>
            <source>No category</source>
            <translation>Ohne Kategorie</translation>
        </message>
    </context>
    <context>
        <name>ComposerDesk</name>
        <message>
            <source>Show text</source>
            <translation>Text zeigen</translation>
        </message>
    </context>
    <context>
        <name>ComposerView</name>
        <message>
            <source>{name} has changed this case in the meantime.</source>
            <translation>Inzwischen hat {name} diesen Vorgang geändert.</translation>
        </message>
        <message>
            <source>This case has changed in the meantime.</source>
            <translation>Dieser Vorgang wurde inzwischen geändert.</translation>
        </message>
        <message>
            <source>Your text is kept.</source>
            <translation>Ihr Text bleibt erhalten.</translation>
        </message>
        <message>
            <source>The text on the clipboard is too long: {length} characters, at most {limit}. It was not inserted and stays there.</source>
            <translation>Der Text in der Zwischenablage ist zu lang: {length} Zeichen, höchstens {limit}. Er wurde nicht eingefügt und bleibt dort.</translation>
        </message>
        <message>
            <source>is sent when the server is back</source>
            <translation>wird gesendet, sobald der Server wieder da ist</translation>
        </message>
    </context>
    <context>
        <name>FactsPane</name>
        <message>
            <source>Facts</source>
            <translation>Angaben</translation>
        </message>
        <message>
            <source>Your details on that day</source>
            <translation>Ihre Angaben bei der Meldung</translation>
        </message>
        <message>
            <source>Requester</source>
            <translation>Ersteller</translation>
        </message>
        <message>
            <source>Case</source>
            <translation>Vorgang</translation>
        </message>
        <message>
            <source>Responsible</source>
            <translation>Zuständig</translation>
        </message>
        <message>
            <source>Dates</source>
            <translation>Termine</translation>
        </message>
        <message>
            <source>Unknown</source>
            <translation>Unbekannt</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>Telefon</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>E-Mail</translation>
        </message>
        <message>
            <source>Recorded by</source>
            <translation>Erfasst von</translation>
        </message>
        <message>
            <source>Coordination</source>
            <translation>Koordination</translation>
        </message>
        <message>
            <source>Handling</source>
            <translation>Bearbeitung</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>Gruppe</translation>
        </message>
        <message>
            <source>Way</source>
            <translation>Weg</translation>
        </message>
        <message>
            <source>handed over directly</source>
            <translation>direkt übergeben</translation>
        </message>
        <message>
            <source>Opened again</source>
            <translation>Wieder geöffnet</translation>
        </message>
        <message numerus="yes">
            <source>%n time(s)</source>
            <translation>
                <numerusform>%n-mal</numerusform>
                <numerusform>%n-mal</numerusform>
            </translation>
        </message>
        <message>
            <source>Other number</source>
            <translation>Andere Nummer</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>Kategorie</translation>
        </message>
        <message>
            <source>Priority</source>
            <translation>Priorität</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>Beleg</translation>
        </message>
        <message>
            <source>the requester does not see this date</source>
            <translation>der Ersteller sieht diesen Termin nicht</translation>
        </message>
        <message>
            <source>Wish</source>
            <translation>Wunsch</translation>
        </message>
        <message>
            <source>Target date</source>
            <translation>Zieltermin</translation>
        </message>
        <message>
            <source>Reported</source>
            <translation>Gemeldet</translation>
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
            <source>Last step</source>
            <translation>Letzter Schritt</translation>
        </message>
    </context>
    <context>
        <name>Foot</name>
        <message>
            <source>Confirm solution</source>
            <translation>Lösung bestätigen</translation>
        </message>
        <message>
            <source>{button} (draft)</source>
            <translation>{button} (Entwurf)</translation>
        </message>
    </context>
    <context>
        <name>ModeDialog</name>
        <message>
            <source>Mode of clarification of {number}</source>
            <translation>Klärung von {number}</translation>
        </message>
        <message>
            <source>&amp;Transparent: the requester sees clarification and answers</source>
            <translation>&amp;Transparent: Der Ersteller sieht Klärung und Antworten</translation>
        </message>
        <message>
            <source>&amp;Hidden: the requester sees only the answers to him</source>
            <translation>&amp;Verborgen: Der Ersteller sieht nur die Antworten an ihn</translation>
        </message>
        <message>
            <source>From now on steps of the clarification stay inside. What the requester has seen remains seen.</source>
            <translation>Ab jetzt bleiben Schritte der Klärung intern. Was der Ersteller schon gesehen hat, bleibt sichtbar.</translation>
        </message>
        <message>
            <source>Hide the clarification</source>
            <translation>Klärung verbergen</translation>
        </message>
        <message>
            <source>From now on the requester sees the steps of the clarification. What was hidden before stays hidden.</source>
            <translation>Ab jetzt sieht der Ersteller die Schritte der Klärung. Was bisher verborgen war, bleibt verborgen.</translation>
        </message>
        <message>
            <source>Show the clarification</source>
            <translation>Klärung zeigen</translation>
        </message>
    </context>
    <context>
        <name>Question</name>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
    </context>
    <context>
        <name>TargetDialog</name>
        <message>
            <source>Please enter a date.</source>
            <translation>Bitte ein Datum angeben.</translation>
        </message>
        <message>
            <source>Target date of {number}</source>
            <translation>Zieltermin von {number}</translation>
        </message>
        <message>
            <source>Target date</source>
            <translation>Zieltermin</translation>
        </message>
        <message>
            <source>The requester never learns this date.</source>
            <translation>Der Ersteller erfährt diesen Termin nicht.</translation>
        </message>
        <message>
            <source>The requester wished for {date}.</source>
            <translation>Terminwunsch des Erstellers: {date}.</translation>
        </message>
        <message>
            <source>No target date</source>
            <translation>Ohne Zieltermin</translation>
        </message>
        <message>
            <source>Set target date</source>
            <translation>Zieltermin setzen</translation>
        </message>
    </context>
    <context>
        <name>Timeline</name>
        <message>
            <source>New since your last visit</source>
            <translation>Neu seit Ihrem letzten Besuch</translation>
        </message>
        <message>
            <source>visible</source>
            <translation>sichtbar</translation>
        </message>
        <message>
            <source>Solution: {solution}</source>
            <translation>Problemlösung: {solution}</translation>
        </message>
        <message numerus="yes">
            <source>%n new step(s)</source>
            <translation>
                <numerusform>%n neuer Schritt</numerusform>
                <numerusform>%n neue Schritte</numerusform>
            </translation>
        </message>
        <message>
            <source>Timeline</source>
            <translation>Verlauf</translation>
        </message>
    </context>
    <context>
        <name>Wishes</name>
        <message>
            <source>Try again</source>
            <translation>Erneut versuchen</translation>
        </message>
        <message>
            <source>No connection. This is carried out as soon as the server is back.</source>
            <translation>Keine Verbindung. Das wird ausgeführt, sobald der Server wieder da ist.</translation>
        </message>
    </context>
</TS>
