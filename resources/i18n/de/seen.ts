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
</TS>
