<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_US">
    <context>
        <name>AnswerDialog</name>
        <message>
            <source>Answer to {number}</source>
            <translation>Antwort zu {number}</translation>
        </message>
        <message>
            <source>Came by</source>
            <translation>Kam per</translation>
        </message>
        <message>
            <source>Record answer</source>
            <translation>Antwort eintragen</translation>
        </message>
        <message>
            <source>The part is back with it; nobody outside is told.</source>
            <translation>Damit ist die Teilklärung zurück; nach außen geht nichts.</translation>
        </message>
        <message>
            <source>What {contact} answered</source>
            <translation>Was {contact} geantwortet hat</translation>
        </message>
        <message>
            <source>When (empty: now)</source>
            <translation>Wann (leer: jetzt)</translation>
        </message>
    </context>
    <context>
        <name>CaseActions</name>
        <message>
            <source>Comment on part …</source>
            <translation>Anmerkung zur Teilklärung …</translation>
        </message>
        <message>
            <source>Commission &amp;parts …</source>
            <translation>&amp;Teilklärung beauftragen …</translation>
        </message>
        <message>
            <source>Give part back …</source>
            <translation>Teilklärung zurückgeben …</translation>
        </message>
        <message>
            <source>Recall part …</source>
            <translation>Teilklärung zurückrufen …</translation>
        </message>
        <message>
            <source>Record answer from outside …</source>
            <translation>Antwort von außen eintragen …</translation>
        </message>
        <message>
            <source>Settle part</source>
            <translation>Teilklärung erledigen</translation>
        </message>
    </context>
    <context>
        <name>CasePages</name>
        <message>
            <source>Parts</source>
            <translation>Teilklärungen</translation>
        </message>
        <message>
            <source>Parts {back} of {all}</source>
            <translation>Teilklärungen {back} von {all}</translation>
        </message>
    </context>
    <context>
        <name>FactsPane</name>
        <message>
            <source>Asked by</source>
            <translation>Auftrag von</translation>
        </message>
        <message>
            <source>Asked of</source>
            <translation>Gefragt ist</translation>
        </message>
        <message>
            <source>Open the case</source>
            <translation>Vorgang öffnen</translation>
        </message>
        <message>
            <source>Part of a case</source>
            <translation>Teil eines Vorgangs</translation>
        </message>
        <message>
            <source>Parts</source>
            <translation>Teilklärungen</translation>
        </message>
        <message>
            <source>Purpose</source>
            <translation>Zweck</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Stand</translation>
        </message>
        <message>
            <source>for information only</source>
            <translation>nur zur Auskunft</translation>
        </message>
        <message>
            <source>needed for the answer</source>
            <translation>nötig für die Antwort</translation>
        </message>
        <message>
            <source>{back} of {all} back</source>
            <translation>{back} von {all} zurück</translation>
        </message>
    </context>
    <context>
        <name>PartCard</name>
        <message>
            <source>Remind</source>
            <translation>Erinnern</translation>
        </message>
        <message numerus="yes">
            <source>%n entry(ies) went along</source>
            <translation>
                <numerusform>%n Eintrag ging mit</numerusform>
                <numerusform>%n Einträge gingen mit</numerusform>
            </translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>Antwort</translation>
        </message>
        <message>
            <source>Due {when}.</source>
            <translation>Bis {when}.</translation>
        </message>
        <message>
            <source>Give back …</source>
            <translation>Zurückgeben …</translation>
        </message>
        <message>
            <source>Into the summary</source>
            <translation>In die Zusammenfassung</translation>
        </message>
        <message>
            <source>No answer</source>
            <translation>Keine Antwort</translation>
        </message>
        <message>
            <source>No answer yet</source>
            <translation>Noch keine Antwort</translation>
        </message>
        <message>
            <source>Open part {letter}</source>
            <translation>Teilklärung {letter} öffnen</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>Auftrag</translation>
        </message>
        <message>
            <source>Part {letter}: {subject}</source>
            <translation>Teilklärung {letter}: {subject}</translation>
        </message>
        <message>
            <source>Recall …</source>
            <translation>Zurückrufen …</translation>
        </message>
        <message>
            <source>Record answer …</source>
            <translation>Antwort eintragen …</translation>
        </message>
        <message>
            <source>Settle</source>
            <translation>Erledigt</translation>
        </message>
        <message>
            <source>The answer does; the part is settled</source>
            <translation>Die Antwort genügt; die Teilklärung ist erledigt</translation>
        </message>
        <message>
            <source>Waits {reason}.</source>
            <translation>Wartet {reason}.</translation>
        </message>
        <message>
            <source>commissioned {when} by {who}</source>
            <translation>beauftragt {when} von {who}</translation>
        </message>
        <message>
            <source>for information only</source>
            <translation>nur zur Auskunft</translation>
        </message>
        <message>
            <source>split again, {back} of {all} back</source>
            <translation>weiter geteilt, {back} von {all} zurück</translation>
        </message>
        <message>
            <source>{span} after its date</source>
            <translation>{span} nach Frist</translation>
        </message>
        <message>
            <source>{span} before its date</source>
            <translation>{span} vor Frist</translation>
        </message>
    </context>
    <context>
        <name>PartDialogs</name>
        <message>
            <source>Decline {number}</source>
            <translation>{number} ablehnen</translation>
        </message>
        <message>
            <source>Decline part</source>
            <translation>Teilklärung ablehnen</translation>
        </message>
        <message>
            <source>The part ends without an answer. Whoever commissioned it is told and reads this.</source>
            <translation>Die Teilklärung endet ohne Antwort. Wer sie beauftragt hat, erfährt davon und liest dies.</translation>
        </message>
        <message>
            <source>Comment</source>
            <translation>Anmerkung</translation>
        </message>
        <message>
            <source>Comment on {number}</source>
            <translation>Anmerkung zu {number}</translation>
        </message>
        <message>
            <source>File comment</source>
            <translation>Anmerkung ablegen</translation>
        </message>
        <message>
            <source>Give back</source>
            <translation>Zurückgeben</translation>
        </message>
        <message>
            <source>Give {number} back</source>
            <translation>{number} zurückgeben</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Begründung</translation>
        </message>
        <message>
            <source>Recall part</source>
            <translation>Teilklärung zurückrufen</translation>
        </message>
        <message>
            <source>Recall {number}</source>
            <translation>{number} zurückrufen</translation>
        </message>
        <message>
            <source>The other side of the part is told. A finished part stays finished.</source>
            <translation>Die andere Seite der Teilklärung erfährt davon. Eine erledigte Teilklärung bleibt erledigt.</translation>
        </message>
        <message>
            <source>The part goes back to whoever answered it; the answer stays in its timeline.</source>
            <translation>Die Teilklärung geht an die antwortende Stelle zurück; die Antwort bleibt in ihrem Verlauf.</translation>
        </message>
        <message>
            <source>What is missing</source>
            <translation>Was noch fehlt</translation>
        </message>
        <message>
            <source>Whoever works on it is told, and what was split off below is recalled too.</source>
            <translation>Wer daran arbeitet, erfährt davon; was darunter abgeteilt wurde, wird mit zurückgerufen.</translation>
        </message>
    </context>
    <context>
        <name>PartHead</name>
        <message>
            <source>{contact}, outside</source>
            <translation>{contact}, extern</translation>
        </message>
    </context>
    <context>
        <name>PartSentences</name>
        <message>
            <source>One part of the clarification is back</source>
            <translation>Ein Teil der Klärung ist zurück</translation>
        </message>
        <message>
            <source>All parts of the clarification are back</source>
            <translation>Alle Teile der Klärung sind zurück</translation>
        </message>
        <message>
            <source>Part {letter} reported back</source>
            <translation>Teilklärung {letter} rückgemeldet</translation>
        </message>
        <message>
            <source>Part {letter} declined</source>
            <translation>Teilklärung {letter} abgelehnt</translation>
        </message>
        <message>
            <source>Commissioned</source>
            <translation>Beauftragt</translation>
        </message>
        <message>
            <source>Recalled</source>
            <translation>Zurückgerufen</translation>
        </message>
        <message>
            <source>Answer accepted</source>
            <translation>Antwort angenommen</translation>
        </message>
        <message>
            <source>Given back to be completed</source>
            <translation>Zur Ergänzung zurückgegeben</translation>
        </message>
        <message>
            <source>Answer from outside recorded</source>
            <translation>Antwort von außen eingetragen</translation>
        </message>
        <message>
            <source>Commented</source>
            <translation>Angemerkt</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Begründung</translation>
        </message>
        <message>
            <source>Parts of the clarification have been commissioned</source>
            <translation>Teile der Klärung wurden beauftragt</translation>
        </message>
        <message>
            <source>{letter} “{subject}” to {whom}</source>
            <translation>{letter} „{subject}“ an {whom}</translation>
        </message>
        <message>
            <source>Commissioned: {parts}</source>
            <translation>Teilklärungen beauftragt: {parts}</translation>
        </message>
        <message>
            <source>Part {letter} taken over</source>
            <translation>Teilklärung {letter} übernommen</translation>
        </message>
        <message>
            <source>Part {letter} given back to the group</source>
            <translation>Teilklärung {letter} an die Gruppe zurückgegeben</translation>
        </message>
        <message>
            <source>Part {letter} recalled</source>
            <translation>Teilklärung {letter} zurückgerufen</translation>
        </message>
        <message>
            <source>Answer to part {letter} accepted</source>
            <translation>Antwort zu Teilklärung {letter} angenommen</translation>
        </message>
        <message>
            <source>Part {letter} given back to be completed</source>
            <translation>Teilklärung {letter} zur Ergänzung zurückgegeben</translation>
        </message>
        <message>
            <source>Part {letter} passed on to {whom}</source>
            <translation>Teilklärung {letter} weitergeleitet an {whom}</translation>
        </message>
        <message>
            <source>Part {letter}: {before} → {after}</source>
            <translation>Teilklärung {letter}: {before} → {after}</translation>
        </message>
        <message>
            <source>All parts are back</source>
            <translation>Alle Teilklärungen sind zurück</translation>
        </message>
        <message>
            <source>No part is out any more</source>
            <translation>Keine Teilklärung ist mehr offen</translation>
        </message>
        <message>
            <source>Given along: {what}</source>
            <translation>Mitgegeben: {what}</translation>
        </message>
        <message>
            <source>Without the open parts: {reason}</source>
            <translation>Ohne die offenen Teilklärungen: {reason}</translation>
        </message>
    </context>
    <context>
        <name>PartsPage</name>
        <message>
            <source>&amp;Further part …</source>
            <translation>&amp;Weitere Teilklärung …</translation>
        </message>
        <message>
            <source>As of {time}</source>
            <translation>Stand {time}</translation>
        </message>
        <message>
            <source>Commission &amp;parts …</source>
            <translation>&amp;Teilklärung beauftragen …</translation>
        </message>
        <message>
            <source>Commission parts …</source>
            <translation>Teilklärung beauftragen …</translation>
        </message>
        <message>
            <source>Have parts of it clarified by several handlers or groups; their answers stand here side by side.</source>
            <translation>Lassen Sie Teile davon durch mehrere Personen oder Gruppen klären; deren Antworten stehen hier nebeneinander.</translation>
        </message>
        <message>
            <source>Into the answer</source>
            <translation>In Antwort übernehmen</translation>
        </message>
        <message>
            <source>Into the report</source>
            <translation>In Rückmeldung übernehmen</translation>
        </message>
        <message>
            <source>No connection. The parts are shown as soon as the server is back.</source>
            <translation>Keine Verbindung. Die Teilklärungen erscheinen, sobald der Server wieder da ist.</translation>
        </message>
        <message>
            <source>No part is out</source>
            <translation>Keine Teilklärung offen</translation>
        </message>
        <message>
            <source>Parts of the case</source>
            <translation>Teilklärungen des Vorgangs</translation>
        </message>
        <message>
            <source>Some parts were commissioned by others and are not open to you.</source>
            <translation>Einige Teilklärungen haben andere beauftragt; sie sind für Sie nicht einsehbar.</translation>
        </message>
        <message>
            <source>This case has no parts</source>
            <translation>Dieser Vorgang hat keine Teilklärungen</translation>
        </message>
        <message>
            <source>{back} of {all} back</source>
            <translation>{back} von {all} zurück</translation>
        </message>
    </context>
    <context>
        <name>PartsReason</name>
        <message numerus="yes">
            <source>%n part(s) needed for the answer are still out; they are recalled with this reason</source>
            <translation>
                <numerusform>%n nötige Teilklärung ist noch offen; sie wird mit dieser Begründung zurückgerufen</numerusform>
                <numerusform>%n nötige Teilklärungen sind noch offen; sie werden mit dieser Begründung zurückgerufen</numerusform>
            </translation>
        </message>
        <message>
            <source>Why without the open parts</source>
            <translation>Warum ohne die offenen Teilklärungen</translation>
        </message>
    </context>
    <context>
        <name>ReleaseBar</name>
        <message>
            <source>Only my text</source>
            <translation>Nur mein Text</translation>
        </message>
        <message numerus="yes">
            <source>Hidden clarification: sending shows the requester %n quote(s).</source>
            <translation>
                <numerusform>Verborgene Klärung: Mit dem Senden wird %n Zitat nach außen sichtbar.</numerusform>
                <numerusform>Verborgene Klärung: Mit dem Senden werden %n Zitate nach außen sichtbar.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Hidden clarification: sending shows the requester %n quote(s) with names.</source>
            <translation>
                <numerusform>Verborgene Klärung: Mit dem Senden wird %n Zitat mit Namen nach außen sichtbar.</numerusform>
                <numerusform>Verborgene Klärung: Mit dem Senden werden %n Zitate mit Namen nach außen sichtbar.</numerusform>
            </translation>
        </message>
        <message>
            <source>Without names</source>
            <translation>Ohne Namen</translation>
        </message>
    </context>
    <context>
        <name>Rows</name>
        <message>
            <source>for “{subject}”</source>
            <translation>zu „{subject}“</translation>
        </message>
        <message>
            <source>asked by {name}</source>
            <translation>Auftrag von {name}</translation>
        </message>
        <message>
            <source>{back} of {all}</source>
            <translation>{back} von {all}</translation>
        </message>
    </context>
    <context>
        <name>Sentences</name>
        <message>
            <source>Parts are still out. With a reason you can go on; they are recalled then.</source>
            <translation>Es sind noch Teilklärungen offen. Mit einer Begründung geht es trotzdem; sie werden dann zurückgerufen.</translation>
        </message>
        <message>
            <source>A part goes to somebody else. What you clarify yourself belongs into the case.</source>
            <translation>Eine Teilklärung geht an jemand anderen. Was Sie selbst klären, gehört in den Vorgang.</translation>
        </message>
        <message>
            <source>This part has been split four times already; it cannot be split further.</source>
            <translation>Diese Teilklärung wurde bereits viermal geteilt; weiter lässt sie sich nicht teilen.</translation>
        </message>
    </context>
    <context>
        <name>SplitDialog</name>
        <message>
            <source>&amp;Further part</source>
            <translation>&amp;Weitere Teilklärung</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message numerus="yes">
            <source>Commission %n part(s)</source>
            <translation>
                <numerusform>%n Teilklärung beauftragen</numerusform>
                <numerusform>%n Teilklärungen beauftragen</numerusform>
            </translation>
        </message>
        <message>
            <source>Goes along with every part</source>
            <translation>Geht mit jeder Teilklärung mit</translation>
        </message>
        <message>
            <source>Have parts of {number} clarified</source>
            <translation>Teilklärungen zu {number} beauftragen</translation>
        </message>
        <message>
            <source>Hidden clarification: the requester learns nothing of the parts.</source>
            <translation>Verborgene Klärung: Die meldende Person erfährt nichts von den Teilklärungen.</translation>
        </message>
        <message>
            <source>The case &amp;waits until all parts that are needed are back</source>
            <translation>Der Vorgang &amp;wartet, bis alle nötigen Teilklärungen zurück sind</translation>
        </message>
        <message>
            <source>The requester learns that parts were commissioned, not of whom and not what was asked.</source>
            <translation>Die meldende Person erfährt, dass Teile der Klärung beauftragt wurden, nicht bei wem und nicht was gefragt wurde.</translation>
        </message>
    </context>
    <context>
        <name>SplitRow</name>
        <message>
            <source>Contact outside</source>
            <translation>Kontakt außerhalb</translation>
        </message>
        <message>
            <source>Handler or group</source>
            <translation>Bearbeiter oder Gruppe</translation>
        </message>
        <message>
            <source>Needed for the answer</source>
            <translation>Nötig für die Antwort</translation>
        </message>
        <message>
            <source>Outside, without access</source>
            <translation>Außerhalb, ohne Zugang</translation>
        </message>
        <message>
            <source>Part {letter}: handler or group</source>
            <translation>Teilklärung {letter}: Bearbeiter oder Gruppe</translation>
        </message>
        <message>
            <source>Please choose one handler or group, or tick “outside”.</source>
            <translation>Bitte wählen Sie einen Bearbeiter oder eine Gruppe, oder kreuzen Sie „Außerhalb“ an.</translation>
        </message>
        <message>
            <source>Question or order; its first line is the title</source>
            <translation>Frage oder Auftrag; die erste Zeile ist der Titel</translation>
        </message>
        <message>
            <source>Remove part {letter}</source>
            <translation>Teilklärung {letter} entfernen</translation>
        </message>
        <message>
            <source>Until (optional)</source>
            <translation>Bis wann (freiwillig)</translation>
        </message>
        <message>
            <source>Without the tick it is asked for information and holds nothing up</source>
            <translation>Ohne Häkchen ist es eine Auskunft, die nichts aufhält</translation>
        </message>
        <message>
            <source>You ask yourself, by phone or e-mail, and record the answer here</source>
            <translation>Sie fragen selbst, per Telefon oder E-Mail, und tragen die Antwort hier ein</translation>
        </message>
    </context>
    <context>
        <name>Summary</name>
        <message>
            <source>{author} · part {letter}, {when}</source>
            <translation>{author} · Teilklärung {letter}, {when}</translation>
        </message>
    </context>
    <context>
        <name>Tray</name>
        <message>
            <source>Part for you</source>
            <translation>Teilklärung für Sie</translation>
        </message>
        <message>
            <source>Part for your group</source>
            <translation>Teilklärung für Ihre Gruppe</translation>
        </message>
        <message>
            <source>A part is back</source>
            <translation>Teilklärung zurück</translation>
        </message>
        <message>
            <source>All parts are back</source>
            <translation>Alle Teilklärungen zurück</translation>
        </message>
        <message>
            <source>Part recalled</source>
            <translation>Teilklärung zurückgerufen</translation>
        </message>
        <message>
            <source>Part declined</source>
            <translation>Teilklärung abgelehnt</translation>
        </message>
        <message>
            <source>Comment on a part</source>
            <translation>Anmerkung zu einer Teilklärung</translation>
        </message>
        <message>
            <source>Part to be completed</source>
            <translation>Teilklärung zu ergänzen</translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message>
            <source>Parts commissioned</source>
            <translation>Teilklärungen beauftragt</translation>
        </message>
        <message>
            <source>Comment on the part</source>
            <translation>Anmerkung zur Teilklärung</translation>
        </message>
        <message>
            <source>Settled</source>
            <translation>Erledigt</translation>
        </message>
        <message>
            <source>Recalled</source>
            <translation>Zurückgerufen</translation>
        </message>
        <message>
            <source>Declined</source>
            <translation>Abgelehnt</translation>
        </message>
    </context>
</TS>
