<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_US">
    <context>
        <name>Paper</name>
        <message>
            <source>Page {n} of {all}</source>
            <translation>Seite {n} von {all}</translation>
        </message>
        <message>
            <source>The page could not be written.</source>
            <translation>Die Seite ließ sich nicht schreiben.</translation>
        </message>
        <message>
            <source>Made by {name} on {when}</source>
            <translation>Erstellt von {name} am {when}</translation>
        </message>
    </context>
    <context>
        <name>BookFiles</name>
        <message>
            <source>Spreadsheet for Excel (*.xlsx)</source>
            <translation>Tabelle für Excel (*.xlsx)</translation>
        </message>
        <message>
            <source>Table with separators (*.csv)</source>
            <translation>Tabelle mit Trennzeichen (*.csv)</translation>
        </message>
        <message>
            <source>Pages to print (*.pdf)</source>
            <translation>Seiten zum Drucken (*.pdf)</translation>
        </message>
        <message>
            <source>The file could not be written: it is open in another program, or the folder is protected.</source>
            <translation>Die Datei ließ sich nicht schreiben: Sie ist in einem anderen Programm geöffnet, oder der Ordner ist geschützt.</translation>
        </message>
        <message>
            <source>The file could not be written: {why}</source>
            <translation>Die Datei ließ sich nicht schreiben: {why}</translation>
        </message>
    </context>
    <context>
        <name>ListFile</name>
        <message>
            <source>Save the list</source>
            <translation>Liste speichern</translation>
        </message>
        <message>
            <source>The list was saved as {file}.</source>
            <translation>Die Liste wurde als {file} gespeichert.</translation>
        </message>
        <message>
            <source>Only the first {n} rows of the list.</source>
            <translation>Nur die ersten {n} Zeilen der Liste.</translation>
        </message>
    </context>
    <context>
        <name>OverviewActions</name>
        <message>
            <source>Sa&amp;ve list …</source>
            <translation>Liste spei&amp;chern …</translation>
        </message>
        <message>
            <source>&amp;Print list …</source>
            <translation>Liste &amp;drucken …</translation>
        </message>
    </context>
    <context>
        <name>PaperWindow</name>
        <message>
            <source>The printer does not answer.</source>
            <translation>Der Drucker antwortet nicht.</translation>
        </message>
        <message>
            <source>Save as PDF</source>
            <translation>Als PDF speichern</translation>
        </message>
        <message>
            <source>Print preview: {title}</source>
            <translation>Druckvorschau: {title}</translation>
        </message>
        <message>
            <source>Pages as they will be printed</source>
            <translation>Seiten, wie sie gedruckt werden</translation>
        </message>
        <message>
            <source>&amp;Print …</source>
            <translation>&amp;Drucken …</translation>
        </message>
        <message>
            <source>&amp;Save as PDF …</source>
            <translation>Als PDF &amp;speichern …</translation>
        </message>
        <message>
            <source>&amp;Close</source>
            <translation>S&amp;chließen</translation>
        </message>
    </context>
    <context>
        <name>Sentences</name>
        <message>
            <source>Single persons are not evaluated. An administrator and an auditor would have to switch it on together.</source>
            <translation>Einzelne Personen werden nicht ausgewertet. Dazu müssten Administration und Revision es gemeinsam einschalten.</translation>
        </message>
        <message>
            <source>How long work took is told for whole months only. Please choose months.</source>
            <translation>Bearbeitungszeiten gibt es nur für ganze Monate. Bitte wählen Sie Monate.</translation>
        </message>
        <message>
            <source>How long work took is told once a month is over. Please choose earlier ones.</source>
            <translation>Bearbeitungszeiten gibt es erst, wenn ein Monat vorbei ist. Bitte wählen Sie frühere Monate.</translation>
        </message>
        <message>
            <source>A report for a customer is about one customer group. Please choose one.</source>
            <translation>Ein Bericht für den Kunden handelt von einer Kundengruppe. Bitte wählen Sie eine aus.</translation>
        </message>
    </context>
</TS>
