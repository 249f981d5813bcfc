<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_US">
    <context>
        <name>Shell</name>
        <message>
            <source>E&amp;xport …</source>
            <translation>E&amp;xportieren …</translation>
        </message>
    </context>
    <context>
        <name>ExportDialog</name>
        <message>
            <source>Export</source>
            <translation>Exportieren</translation>
        </message>
        <message>
            <source>What is exported</source>
            <translation>Was exportiert wird</translation>
        </message>
        <message>
            <source>&amp;Everything that I may see</source>
            <translation>&amp;Alles, was ich sehen darf</translation>
        </message>
        <message>
            <source>The &amp;list “{name}”</source>
            <translation>Die &amp;Liste „{name}“</translation>
        </message>
        <message>
            <source>Only the &amp;ticket {number}</source>
            <translation>Nur den &amp;Vorgang {number}</translation>
        </message>
        <message>
            <source>Format</source>
            <translation>Format</translation>
        </message>
        <message>
            <source>For reading in &amp;again, and for programs (JSON lines)</source>
            <translation>Zum &amp;Wiedereinlesen und für Programme (JSON-Zeilen)</translation>
        </message>
        <message>
            <source>For &amp;spreadsheets, and for reading in again (CSV)</source>
            <translation>Für &amp;Tabellenprogramme und zum Wiedereinlesen (CSV)</translation>
        </message>
        <message>
            <source>&amp;Write to</source>
            <translation>&amp;Ziel</translation>
        </message>
        <message>
            <source>C&amp;hoose …</source>
            <translation>Au&amp;swählen …</translation>
        </message>
        <message>
            <source>A zip file with tickets, correspondence, logs and attachments as you may read them. The server notes who exports how much and when.</source>
            <translation>Eine ZIP-Datei mit Vorgängen, Schriftverkehr, Protokollen und Anhängen, wie Sie sie lesen dürfen. Der Server vermerkt, wer wann wie viel exportiert.</translation>
        </message>
        <message>
            <source>E&amp;xport</source>
            <translation>E&amp;xportieren</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Show &amp;folder</source>
            <translation>&amp;Ordner zeigen</translation>
        </message>
        <message>
            <source>There is no folder {folder}.</source>
            <translation>Den Ordner {folder} gibt es nicht.</translation>
        </message>
        <message>
            <source>The export begins …</source>
            <translation>Der Export beginnt …</translation>
        </message>
        <message>
            <source>{done} of {all} tickets</source>
            <translation>{done} von {all} Vorgängen</translation>
        </message>
        <message>
            <source>{name} is complete: {tickets}, {files}, {size}.</source>
            <translation>{name} ist vollständig: {tickets}, {files}, {size}.</translation>
        </message>
        <message>
            <source>What was written by then is called {name} and is not complete.</source>
            <translation>Was bis dahin geschrieben wurde, heißt {name} und ist nicht vollständig.</translation>
        </message>
        <message>
            <source>The export was cancelled; nothing is left of it.</source>
            <translation>Der Export wurde abgebrochen; das Angefangene ist gelöscht.</translation>
        </message>
        <message>
            <source>There is something of that name already. Please choose another one.</source>
            <translation>Unter diesem Namen gibt es schon etwas. Bitte wählen Sie einen anderen.</translation>
        </message>
        <message>
            <source>The server cannot be reached.</source>
            <translation>Der Server ist nicht erreichbar.</translation>
        </message>
        <message>
            <source>Writing was not possible: {why}.</source>
            <translation>Schreiben war nicht möglich: {why}.</translation>
        </message>
        <message>
            <source>Something went wrong in the program. The details stand in its log.</source>
            <translation>Im Programm ist etwas schiefgegangen. Einzelheiten stehen in seinem Protokoll.</translation>
        </message>
        <message>
            <source>The export is being cancelled …</source>
            <translation>Der Export wird abgebrochen …</translation>
        </message>
        <message>
            <source>Zip file (*.zip)</source>
            <translation>ZIP-Datei (*.zip)</translation>
        </message>
        <message>
            <source>Write the export to</source>
            <translation>Export schreiben nach</translation>
        </message>
        <message numerus="yes">
            <source>{number} ticket(s)</source>
            <translation>
                <numerusform>{number} Vorgang</numerusform>
                <numerusform>{number} Vorgänge</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{number} attachment(s)</source>
            <translation>
                <numerusform>{number} Anhang</numerusform>
                <numerusform>{number} Anhänge</numerusform>
            </translation>
        </message>
    </context>
</TS>
