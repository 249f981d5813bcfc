<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_US">
    <context>
        <name>Transfers</name>
        <message>
            <source>Export</source>
            <translation>Export</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>Import</translation>
        </message>
        <message>
            <source>Server filled</source>
            <translation>Server befüllt</translation>
        </message>
        <message>
            <source>chosen cases</source>
            <translation>ausgewählte Vorgänge</translation>
        </message>
        <message>
            <source>everything that was open to this person</source>
            <translation>alles, was dieser Person offenstand</translation>
        </message>
        <message>
            <source>under way or cut off</source>
            <translation>läuft oder abgerissen</translation>
        </message>
        <message>
            <source>complete</source>
            <translation>vollständig</translation>
        </message>
        <message>
            <source>broken off</source>
            <translation>abgebrochen</translation>
        </message>
        <message>
            <source>being undone</source>
            <translation>wird rückgängig gemacht</translation>
        </message>
        <message>
            <source>undone</source>
            <translation>rückgängig gemacht</translation>
        </message>
        <message>
            <source>requester</source>
            <translation>Ersteller</translation>
        </message>
        <message>
            <source>handler</source>
            <translation>Bearbeiter</translation>
        </message>
        <message>
            <source>coordination</source>
            <translation>Koordination</translation>
        </message>
        <message>
            <source>administration</source>
            <translation>Verwaltung</translation>
        </message>
        <message>
            <source>audit</source>
            <translation>Revision</translation>
        </message>
        <message>
            <source>By</source>
            <translation>Von</translation>
        </message>
        <message>
            <source>Works as</source>
            <translation>Arbeitet als</translation>
        </message>
        <message>
            <source>Begun</source>
            <translation>Begonnen</translation>
        </message>
        <message>
            <source>Ended</source>
            <translation>Beendet</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Was</translation>
        </message>
        <message>
            <source>Format</source>
            <translation>Format</translation>
        </message>
        <message>
            <source>From the office</source>
            <translation>Aus dem Büro</translation>
        </message>
        <message>
            <source>Exported there on</source>
            <translation>Dort exportiert am</translation>
        </message>
        <message>
            <source>Steps of the log</source>
            <translation>Schritte des Protokolls</translation>
        </message>
        <message>
            <source>Sum of the manifest (SHA-256)</source>
            <translation>Prüfsumme des Verzeichnisses (SHA-256)</translation>
        </message>
        <message>
            <source>Cases</source>
            <translation>Vorgänge</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Datei</translation>
        </message>
        <message>
            <source>Mapping</source>
            <translation>Zuordnung</translation>
        </message>
        <message>
            <source>Present already</source>
            <translation>Schon vorhanden</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>Abgewiesen</translation>
        </message>
        <message>
            <source>by {name} on {when}</source>
            <translation>von {name} am {when}</translation>
        </message>
        <message>
            <source>Undone</source>
            <translation>Rückgängig gemacht</translation>
        </message>
        <message>
            <source>Cases removed again</source>
            <translation>Wieder entfernte Vorgänge</translation>
        </message>
    </context>
    <context>
        <name>TransfersDialog</name>
        <message>
            <source>No connection</source>
            <translation>Keine Verbindung</translation>
        </message>
        <message>
            <source>This could not be read</source>
            <translation>Das ließ sich nicht lesen</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Erneut versuchen</translation>
        </message>
        <message>
            <source>Being read …</source>
            <translation>Wird gelesen …</translation>
        </message>
        <message>
            <source>Whoever exports or imports something is noted here by the server itself.</source>
            <translation>Wer etwas exportiert oder importiert, wird hier vom Server selbst vermerkt.</translation>
        </message>
        <message>
            <source>Nothing has been exported yet</source>
            <translation>Es wurde noch nichts exportiert</translation>
        </message>
        <message>
            <source>Nothing has been imported yet</source>
            <translation>Es wurde noch nichts importiert</translation>
        </message>
        <message>
            <source>This server was not filled from an export</source>
            <translation>Dieser Server wurde nicht aus einem Export befüllt</translation>
        </message>
        <message>
            <source>Nothing has been exported or imported yet</source>
            <translation>Es wurde noch nichts exportiert oder importiert</translation>
        </message>
        <message>
            <source>As of {when}</source>
            <translation>Stand {when}</translation>
        </message>
        <message>
            <source>Save the list</source>
            <translation>Liste speichern</translation>
        </message>
        <message>
            <source>The list was saved as {file}.</source>
            <translation>Die Liste wurde als {file} gespeichert.</translation>
        </message>
        <message>
            <source>Begun</source>
            <translation>Begonnen</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Was</translation>
        </message>
        <message>
            <source>By</source>
            <translation>Von</translation>
        </message>
        <message>
            <source>Of what</source>
            <translation>Umfang</translation>
        </message>
        <message>
            <source>Cases</source>
            <translation>Vorgänge</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>Ergebnis</translation>
        </message>
        <message>
            <source>Exports and imports</source>
            <translation>Exporte und Importe</translation>
        </message>
        <message>
            <source>Everything</source>
            <translation>Alles</translation>
        </message>
        <message>
            <source>Exports</source>
            <translation>Exporte</translation>
        </message>
        <message>
            <source>Imports</source>
            <translation>Importe</translation>
        </message>
        <message>
            <source>Filling the server</source>
            <translation>Befüllung des Servers</translation>
        </message>
        <message>
            <source>What is shown</source>
            <translation>Was gezeigt wird</translation>
        </message>
        <message>
            <source>Noted by the server before the first case goes; nobody can change it in the program.</source>
            <translation>Vom Server vermerkt, bevor der erste Vorgang hinausgeht; im Programm kann es niemand ändern.</translation>
        </message>
        <message>
            <source>Shown are the newest {n} of each.</source>
            <translation>Gezeigt werden je die neuesten {n}.</translation>
        </message>
        <message>
            <source>What is on record about it</source>
            <translation>Was darüber vermerkt ist</translation>
        </message>
        <message>
            <source>&amp;Save list …</source>
            <translation>Liste &amp;speichern …</translation>
        </message>
        <message>
            <source>&amp;Close</source>
            <translation>S&amp;chließen</translation>
        </message>
    </context>
    <context>
        <name>Shell</name>
        <message>
            <source>Expo&amp;rts and imports …</source>
            <translation>Expo&amp;rte und Importe …</translation>
        </message>
    </context>
</TS>
