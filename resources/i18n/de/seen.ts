<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_US">
    <context>
        <name>Sentences</name>
        <message>
            <source>This lies in the future. Please enter when it really happened.</source>
            <translation>Das liegt in der Zukunft. Bitte geben Sie an, wann es tatsächlich war.</translation>
        </message>
        <message>
            <source>Nobody is the requester here, so nothing can be shown to one.</source>
            <translation>Hier gibt es keinen Ersteller, dem etwas gezeigt werden könnte.</translation>
        </message>
        <message>
            <source>In a hidden case only coordination speaks to the requester. Please report this to coordination.</source>
            <translation>In einem verborgenen Vorgang spricht nur die Koordination mit dem Ersteller. Bitte melden Sie dies der Koordination.</translation>
        </message>
        <message>
            <source>An internal note stays internal. Please write an answer instead.</source>
            <translation>Eine interne Notiz bleibt intern. Bitte schreiben Sie stattdessen eine Antwort.</translation>
        </message>
        <message>
            <source>The requester can read this entry already.</source>
            <translation>Der Ersteller kann diesen Eintrag bereits lesen.</translation>
        </message>
    </context>
    <context>
        <name>Tray</name>
        <message>
            <source>Correspondence filed</source>
            <translation>Schriftverkehr festgehalten</translation>
        </message>
        <message>
            <source>New entry in your case</source>
            <translation>Neuer Eintrag in Ihrem Vorgang</translation>
        </message>
        <message>
            <source>Your case has moved on</source>
            <translation>Neuer Stand Ihres Vorgangs</translation>
        </message>
        <message>
            <source>Your case is being clarified</source>
            <translation>Ihr Vorgang wird bearbeitet</translation>
        </message>
        <message>
            <source>Released for you</source>
            <translation>Für Sie freigegeben</translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message>
            <source>Question</source>
            <translation>Frage</translation>
        </message>
        <message>
            <source>Information</source>
            <translation>Auskunft</translation>
        </message>
        <message>
            <source>Phone call</source>
            <translation>Telefonat</translation>
        </message>
        <message>
            <source>Letter</source>
            <translation>Brief</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>E-Mail</translation>
        </message>
        <message>
            <source>Visit</source>
            <translation>Besuch</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>Dokument</translation>
        </message>
        <message>
            <source>Finding of those who clarify</source>
            <translation>Befund der Bearbeitung</translation>
        </message>
    </context>
    <context>
        <name>Timeline</name>
        <message>
            <source>Release to the requester …</source>
            <translation>Für den Ersteller freigeben …</translation>
        </message>
    </context>
    <context>
        <name>FindBar</name>
        <message>
            <source>not found</source>
            <translation>nicht gefunden</translation>
        </message>
        <message>
            <source>{place} of {places}</source>
            <translation>{place} von {places}</translation>
        </message>
        <message>
            <source>Search in this case</source>
            <translation>In diesem Vorgang suchen</translation>
        </message>
        <message>
            <source>Previous place</source>
            <translation>Vorige Stelle</translation>
        </message>
        <message>
            <source>Next place</source>
            <translation>Nächste Stelle</translation>
        </message>
        <message>
            <source>End the search</source>
            <translation>Suche beenden</translation>
        </message>
    </context>
    <context>
        <name>CaseSentences</name>
        <message>
            <source>on {when}, filed {filed}</source>
            <translation>am {when}, erfasst am {filed}</translation>
        </message>
        <message>
            <source>released, {who}, {when}</source>
            <translation>freigegeben, {who}, {when}</translation>
        </message>
        <message>
            <source>Released for you</source>
            <translation>Für Sie freigegeben</translation>
        </message>
        <message>
            <source>Entry {number} released to the requester, with its author's name</source>
            <translation>Eintrag {number} für den Ersteller freigegeben, mit Namen</translation>
        </message>
        <message>
            <source>Entry {number} released to the requester, without a name</source>
            <translation>Eintrag {number} für den Ersteller freigegeben, ohne Namen</translation>
        </message>
        <message>
            <source>Correspondence filed</source>
            <translation>Schriftverkehr festgehalten</translation>
        </message>
    </context>
    <context>
        <name>ReleaseDialog</name>
        <message>
            <source>Release to the requester</source>
            <translation>Für den Ersteller freigeben</translation>
        </message>
        <message>
            <source>This is what {name} will read:</source>
            <translation>Das wird {name} lesen:</translation>
        </message>
        <message>
            <source>Without &amp;names</source>
            <translation>&amp;Ohne Namen</translation>
        </message>
        <message>
            <source>The release is logged and cannot be taken back. Nothing else becomes visible by it.</source>
            <translation>Die Freigabe wird protokolliert und kann nicht zurückgenommen werden. Sonst wird dadurch nichts sichtbar.</translation>
        </message>
        <message>
            <source>The files of the entry go along; the requester can open and save them.</source>
            <translation>Die Dateien des Eintrags gehen mit; der Ersteller kann sie öffnen und speichern.</translation>
        </message>
        <message>
            <source>Release the entry</source>
            <translation>Eintrag freigeben</translation>
        </message>
    </context>
    <context>
        <name>EntryDialog</name>
        <message>
            <source>Incoming</source>
            <translation>Eingehend</translation>
        </message>
        <message>
            <source>Outgoing</source>
            <translation>Ausgehend</translation>
        </message>
        <message>
            <source>Internal</source>
            <translation>Intern</translation>
        </message>
        <message>
            <source>For the requester too</source>
            <translation>Auch für den Ersteller</translation>
        </message>
        <message>
            <source>{name} reads text, other side and moment of this entry.</source>
            <translation>{name} liest Text, Gegenüber und Zeitpunkt dieses Eintrags.</translation>
        </message>
        <message>
            <source>Coordination and handlers of this case read this, the requester does not.</source>
            <translation>Koordination und Bearbeitung dieses Vorgangs lesen dies, der Ersteller nicht.</translation>
        </message>
        <message>
            <source>File correspondence of {number}</source>
            <translation>Schriftverkehr zu {number} festhalten</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Was</translation>
        </message>
        <message>
            <source>Direction</source>
            <translation>Richtung</translation>
        </message>
        <message>
            <source>With whom</source>
            <translation>Mit wem</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>Weg</translation>
        </message>
        <message>
            <source>When it happened</source>
            <translation>Wann es war</translation>
        </message>
        <message>
            <source>What was said or written</source>
            <translation>Was gesagt oder geschrieben wurde</translation>
        </message>
        <message>
            <source>Who may read it</source>
            <translation>Wer es lesen darf</translation>
        </message>
        <message>
            <source>Choose somebody of this case, or type a name</source>
            <translation>Beteiligte wählen oder einen Namen eintippen</translation>
        </message>
        <message>
            <source>File the entry</source>
            <translation>Eintrag festhalten</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
    </context>
    <context>
        <name>PreviewWindow</name>
        <message>
            <source>Leave</source>
            <translation>Verlassen</translation>
        </message>
        <message>
            <source>You see this case as {name} does. Nothing can be changed here; Esc leaves.</source>
            <translation>Sie sehen diesen Vorgang so, wie {name} ihn sieht. Hier lässt sich nichts ändern; mit Esc verlassen Sie diese Ansicht.</translation>
        </message>
        <message>
            <source>Nobody is the requester of this case, so nobody sees it this way.</source>
            <translation>Dieser Vorgang hat keinen Ersteller mit eigener Sicht.</translation>
        </message>
        <message>
            <source>This ticket is not open to you</source>
            <translation>Dieses Ticket ist für Sie nicht zugänglich</translation>
        </message>
        <message>
            <source>No connection. Please try again when the server is back.</source>
            <translation>Keine Verbindung. Bitte versuchen Sie es erneut, sobald der Server wieder da ist.</translation>
        </message>
        <message>
            <source>{number} as the requester sees it</source>
            <translation>{number} aus Sicht des Erstellers</translation>
        </message>
    </context>
    <context>
        <name>CaseActions</name>
        <message>
            <source>&amp;File a conversation or letter …</source>
            <translation>&amp;Gespräch oder Schreiben festhalten …</translation>
        </message>
        <message>
            <source>See as the re&amp;quester</source>
            <translation>Als E&amp;rsteller ansehen</translation>
        </message>
        <message>
            <source>&amp;Search in this case</source>
            <translation>In diesem &amp;Vorgang suchen</translation>
        </message>
        <message>
            <source>Answer and &amp;close …</source>
            <translation>Antworten und abs&amp;chließen …</translation>
        </message>
    </context>
    <context>
        <name>CasePages</name>
        <message>
            <source>Log</source>
            <translation>Protokoll</translation>
        </message>
        <message>
            <source>Involved</source>
            <translation>Beteiligte</translation>
        </message>
    </context>
    <context>
        <name>PartiesPage</name>
        <message>
            <source>no longer known</source>
            <translation>nicht mehr bekannt</translation>
        </message>
        <message>
            <source>since {since}</source>
            <translation>seit {since}</translation>
        </message>
        <message>
            <source>{since} to {until}</source>
            <translation>{since} bis {until}</translation>
        </message>
        <message>
            <source>Requester</source>
            <translation>Ersteller</translation>
        </message>
        <message>
            <source>Recorded</source>
            <translation>Aufgenommen</translation>
        </message>
        <message>
            <source>Coordination</source>
            <translation>Koordination</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>Gruppe</translation>
        </message>
        <message>
            <source>Handling</source>
            <translation>Bearbeitung</translation>
        </message>
    </context>
    <context>
        <name>LogPage</name>
        <message>
            <source>No.</source>
            <translation>Nr.</translation>
        </message>
        <message>
            <source>When</source>
            <translation>Wann</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Was</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>Wer</translation>
        </message>
        <message>
            <source>Lasted</source>
            <translation>Dauer</translation>
        </message>
        <message>
            <source>not checked yet</source>
            <translation>noch nicht geprüft</translation>
        </message>
        <message>
            <source>NOT whole: {faults} fault(s), first at step {seq}</source>
            <translation>NICHT lückenlos: {faults} Fehler, zuerst bei Schritt {seq}</translation>
        </message>
        <message>
            <source>checked, {steps} steps without a gap</source>
            <translation>geprüft, {steps} Schritte lückenlos</translation>
        </message>
        <message>
            <source>Checked at {time}. Head of the chain: {head}</source>
            <translation>Geprüft um {time}. Kopf der Kette: {head}</translation>
        </message>
        <message>
            <source>By the clock: {parts}</source>
            <translation>Nach der Uhr: {parts}</translation>
        </message>
        <message>
            <source>Log {number}</source>
            <translation>Protokoll {number}</translation>
        </message>
        <message>
            <source>Table for a spreadsheet (*.csv)</source>
            <translation>Tabelle (*.csv)</translation>
        </message>
        <message>
            <source>Text (*.txt)</source>
            <translation>Text (*.txt)</translation>
        </message>
        <message>
            <source>Export the log</source>
            <translation>Protokoll exportieren</translation>
        </message>
        <message>
            <source>The log could not be written: {why}</source>
            <translation>Das Protokoll konnte nicht geschrieben werden: {why}</translation>
        </message>
        <message>
            <source>The log was written to {file}.</source>
            <translation>Das Protokoll wurde nach {file} geschrieben.</translation>
        </message>
        <message>
            <source>Search in the log</source>
            <translation>Im Protokoll suchen</translation>
        </message>
        <message>
            <source>Log of the case</source>
            <translation>Protokoll des Vorgangs</translation>
        </message>
        <message>
            <source>Ex&amp;port …</source>
            <translation>E&amp;xportieren …</translation>
        </message>
    </context>
    <context>
        <name>SeenWishes</name>
        <message>
            <source>A case is answered by a final answer only. Your internal note is not filed yet; the requester never reads it.</source>
            <translation>Beantwortet ist ein Vorgang nur mit einer Abschlussantwort. Ihre interne Notiz ist noch nicht abgelegt; der Ersteller liest sie nie.</translation>
        </message>
        <message>
            <source>Make the note an answer</source>
            <translation>Notiz zur Antwort machen</translation>
        </message>
    </context>
</TS>
