<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_US">
    <context>
        <name>ColumnsPage</name>
        <message>
            <source>Dates are written</source>
            <translation>Datumsformat</translation>
        </message>
        <message>
            <source>Time zone, where none is named</source>
            <translation>Zeitzone, wo keine genannt ist</translation>
        </message>
        <message>
            <source>Customer group of all cases</source>
            <translation>Kundengruppe aller Vorgänge</translation>
        </message>
        <message>
            <source>What becomes of the first cases</source>
            <translation>Was aus den ersten Vorgängen wird</translation>
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
            <source>Begun</source>
            <translation>Begonnen</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>Priority</source>
            <translation>Priorität</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Art</translation>
        </message>
        <message>
            <source>There is no time zone of this name.</source>
            <translation>Eine Zeitzone dieses Namens gibt es nicht.</translation>
        </message>
        <message>
            <source>Reported at</source>
            <translation>Gemeldet am</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>Schritte</translation>
        </message>
        <message>
            <source>In “{column}” the day comes first on some lines ({day}), the month on others ({month}). Please choose which holds: lines that cannot be read so are left out, with their cases.</source>
            <translation>In „{column}“ steht auf manchen Zeilen ({day}) der Tag vorn, auf anderen ({month}) der Monat. Bitte wählen Sie, was gilt: Zeilen, die sich so nicht lesen lassen, bleiben mit ihrem Vorgang weg.</translation>
        </message>
        <message>
            <source>In “{column}” the day comes first (lines {lines}). Please choose this.</source>
            <translation>In „{column}“ steht der Tag vorn (Zeilen {lines}). Bitte wählen Sie das.</translation>
        </message>
        <message>
            <source>In “{column}” the month comes first (lines {lines}). Please choose this.</source>
            <translation>In „{column}“ steht der Monat vorn (Zeilen {lines}). Bitte wählen Sie das.</translation>
        </message>
        <message>
            <source>Lines that cannot be read so are left out, with their cases, such as {lines}.</source>
            <translation>Zeilen, die sich so nicht lesen lassen, bleiben mit ihrem Vorgang weg, zum Beispiel {lines}.</translation>
        </message>
        <message>
            <source>Day or month could come first on every line: please choose.</source>
            <translation>Auf jeder Zeile kann Tag oder Monat vorn stehen: Bitte wählen Sie.</translation>
        </message>
        <message>
            <source>Lines that are written otherwise: {lines}</source>
            <translation>Anders geschriebene Zeilen: {lines}</translation>
        </message>
    </context>
    <context>
        <name>ImportDialog</name>
        <message>
            <source>Fill an empty server</source>
            <translation>Leeren Server füllen</translation>
        </message>
        <message>
            <source>Step 2 of 2: {title}</source>
            <translation>Schritt 2 von 2: {title}</translation>
        </message>
        <message>
            <source>&amp;Fill server</source>
            <translation>Server &amp;füllen</translation>
        </message>
        <message numerus="yes">
            <source>%n case(s) can be imported. Nothing has been imported yet.</source>
            <translation>
                <numerusform>%n Vorgang kann importiert werden. Importiert ist noch nichts.</numerusform>
                <numerusform>%n Vorgänge können importiert werden. Importiert ist noch nichts.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>&amp;Import %n case(s)</source>
            <translation>
                <numerusform>%n Vorgang &amp;importieren</numerusform>
                <numerusform>%n Vorgänge &amp;importieren</numerusform>
            </translation>
        </message>
        <message>
            <source>File</source>
            <translation>Datei</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>Spalten</translation>
        </message>
        <message>
            <source>Words</source>
            <translation>Wörter</translation>
        </message>
        <message>
            <source>Check and import</source>
            <translation>Prüfen und importieren</translation>
        </message>
        <message>
            <source>&amp;Next</source>
            <translation>&amp;Weiter</translation>
        </message>
        <message>
            <source>&amp;Check</source>
            <translation>&amp;Prüfen</translation>
        </message>
        <message>
            <source>&amp;Done</source>
            <translation>&amp;Fertig</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>Importieren</translation>
        </message>
        <message>
            <source>&amp;Stop</source>
            <translation>&amp;Abbrechen</translation>
        </message>
        <message>
            <source>&amp;Back</source>
            <translation>&amp;Zurück</translation>
        </message>
        <message>
            <source>C&amp;lose</source>
            <translation>&amp;Schließen</translation>
        </message>
        <message>
            <source>What was decided for {file} holds for this file too. Please look through it.</source>
            <translation>Was Sie für {file} festgelegt haben, gilt auch für diese Datei. Bitte sehen Sie es einmal durch.</translation>
        </message>
        <message>
            <source>The profile's columns are not in this file; a new proposal was made.</source>
            <translation>Die Spalten des Profils gibt es in dieser Datei nicht; es wurde ein neuer Vorschlag gemacht.</translation>
        </message>
        <message>
            <source>The profile “{name}” is in use.</source>
            <translation>Das Profil „{name}“ wird verwendet.</translation>
        </message>
        <message>
            <source>Please choose the columns with the case number and the moment.</source>
            <translation>Bitte wählen Sie die Spalten mit der Vorgangsnummer und dem Zeitpunkt.</translation>
        </message>
        <message>
            <source>None of the first cases can be imported: {why}</source>
            <translation>Von den ersten Vorgängen lässt sich keiner importieren: {why}</translation>
        </message>
        <message>
            <source>Step {n} of 4: {title}</source>
            <translation>Schritt {n} von 4: {title}</translation>
        </message>
    </context>
    <context>
        <name>EndPage</name>
        <message>
            <source>Report</source>
            <translation>Bericht</translation>
        </message>
        <message>
            <source>Save &amp;refused lines …</source>
            <translation>Abge&amp;wiesene Zeilen speichern …</translation>
        </message>
        <message>
            <source>Save &amp;profile …</source>
            <translation>&amp;Profil speichern …</translation>
        </message>
    </context>
    <context>
        <name>FilePage</name>
        <message>
            <source>Tables and exports (*.csv *.tsv *.txt *.xlsx *.zip manifest.json);;All files (*)</source>
            <translation>Tabellen und Exporte (*.csv *.tsv *.txt *.xlsx *.zip manifest.json);;Alle Dateien (*)</translation>
        </message>
        <message numerus="yes">
            <source>%n column(s); the first rows are shown.</source>
            <translation>
                <numerusform>%n Spalte; gezeigt sind die ersten Zeilen.</numerusform>
                <numerusform>%n Spalten; gezeigt sind die ersten Zeilen.</numerusform>
            </translation>
        </message>
        <message>
            <source>Choose the file to import</source>
            <translation>Datei zum Importieren wählen</translation>
        </message>
        <message>
            <source>&amp;File</source>
            <translation>&amp;Datei</translation>
        </message>
        <message>
            <source>&amp;Choose file …</source>
            <translation>Datei w&amp;ählen …</translation>
        </message>
        <message>
            <source>Load &amp;profile …</source>
            <translation>&amp;Profil laden …</translation>
        </message>
        <message>
            <source>CSV, TSV or XLSX, or a zip file with one of them. The next pages show what becomes of it before anything is imported. An export of Ticketdesk (its zip file, or the manifest.json in its folder) fills an empty server.</source>
            <translation>CSV, TSV oder XLSX, auch in einer ZIP-Datei. Die nächsten Seiten zeigen, was daraus wird, bevor etwas importiert ist. Ein Export von Ticketdesk (seine ZIP-Datei oder die manifest.json in seinem Ordner) füllt einen leeren Server.</translation>
        </message>
        <message>
            <source>Step of a case</source>
            <translation>Schritt eines Vorgangs</translation>
        </message>
        <message>
            <source>Whole case</source>
            <translation>ganzer Vorgang</translation>
        </message>
        <message numerus="yes">
            <source>%n of the first lines do(es) not have as many columns as the first one.</source>
            <translation>
                <numerusform>%n der ersten Zeilen hat nicht so viele Spalten wie die Kopfzeile.</numerusform>
                <numerusform>%n der ersten Zeilen haben nicht so viele Spalten wie die Kopfzeile.</numerusform>
            </translation>
        </message>
        <message>
            <source>Table in the zip file</source>
            <translation>Tabelle in der ZIP-Datei</translation>
        </message>
        <message>
            <source>Sheet</source>
            <translation>Blatt</translation>
        </message>
        <message>
            <source>&amp;Encoding</source>
            <translation>&amp;Zeichenkodierung</translation>
        </message>
        <message>
            <source>Sepa&amp;rator</source>
            <translation>&amp;Trennzeichen</translation>
        </message>
        <message>
            <source>Each line &amp;is a</source>
            <translation>Jede Zeile &amp;ist ein</translation>
        </message>
        <message>
            <source>Tab</source>
            <translation>Tabulator</translation>
        </message>
        <message>
            <source>Columns with the same name cannot be told apart: {names}</source>
            <translation>Gleich benannte Spalten lassen sich nicht unterscheiden: {names}</translation>
        </message>
    </context>
    <context>
        <name>ImportWords</name>
        <message>
            <source>Case number</source>
            <translation>Vorgangsnummer</translation>
        </message>
        <message>
            <source>Moment</source>
            <translation>Zeitpunkt</translation>
        </message>
        <message>
            <source>Answered at</source>
            <translation>Beantwortet am</translation>
        </message>
        <message>
            <source>Closed at</source>
            <translation>Abgeschlossen am</translation>
        </message>
        <message>
            <source>Last changed at</source>
            <translation>Zuletzt geändert am</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>State, more exactly</source>
            <translation>Status, genauer</translation>
        </message>
        <message>
            <source>Priority</source>
            <translation>Priorität</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Art</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>Betreff</translation>
        </message>
        <message>
            <source>Description or text</source>
            <translation>Beschreibung oder Text</translation>
        </message>
        <message>
            <source>Solution</source>
            <translation>Problemlösung</translation>
        </message>
        <message>
            <source>Group or team</source>
            <translation>Gruppe oder Team</translation>
        </message>
        <message>
            <source>Acting person</source>
            <translation>Handelnde Person</translation>
        </message>
        <message>
            <source>Requester</source>
            <translation>Meldende Person</translation>
        </message>
        <message>
            <source>Requester's e-mail</source>
            <translation>E-Mail der meldenden Person</translation>
        </message>
        <message>
            <source>Requester's phone</source>
            <translation>Telefon der meldenden Person</translation>
        </message>
        <message>
            <source>Requester's company</source>
            <translation>Firma der meldenden Person</translation>
        </message>
        <message>
            <source>Requester's department</source>
            <translation>Abteilung der meldenden Person</translation>
        </message>
        <message>
            <source>Document reference</source>
            <translation>Beleg</translation>
        </message>
        <message>
            <source>Year first (2025-03-04 08:00)</source>
            <translation>Jahr zuerst (2025-03-04 08:00)</translation>
        </message>
        <message>
            <source>Day first (04.03.2025 08:00)</source>
            <translation>Tag zuerst (04.03.2025 08:00)</translation>
        </message>
        <message>
            <source>Month first (03/04/2025 8:00 AM)</source>
            <translation>Monat zuerst (03/04/2025 8:00 AM)</translation>
        </message>
        <message>
            <source>Number of a spreadsheet (45720.33)</source>
            <translation>Zahl einer Tabelle (45720,33)</translation>
        </message>
        <message>
            <source>Seconds since 1970</source>
            <translation>Sekunden seit 1970</translation>
        </message>
        <message>
            <source>Milliseconds since 1970</source>
            <translation>Millisekunden seit 1970</translation>
        </message>
        <message>
            <source>The file says so at its beginning.</source>
            <translation>So steht es am Anfang der Datei.</translation>
        </message>
        <message>
            <source>The whole file is valid UTF-8.</source>
            <translation>Die ganze Datei ist gültiges UTF-8.</translation>
        </message>
        <message>
            <source>Every second byte is zero.</source>
            <translation>Jedes zweite Byte ist null.</translation>
        </message>
        <message>
            <source>It is no UTF-8, and its umlauts are those of Windows. Please look at the preview.</source>
            <translation>UTF-8 ist es nicht; die Umlaute passen zu Windows. Bitte sehen Sie in die Vorschau.</translation>
        </message>
        <message>
            <source>It is no UTF-8, and its umlauts are those of DOS. Please look at the preview.</source>
            <translation>UTF-8 ist es nicht; die Umlaute passen zu DOS. Bitte sehen Sie in die Vorschau.</translation>
        </message>
    </context>
    <context>
        <name>WordsPage</name>
        <message>
            <source>Words that mean “unknown” in &amp;every column, with commas between them</source>
            <translation>Wörter, die in &amp;jeder Spalte „unbekannt“ bedeuten, mit Kommas getrennt</translation>
        </message>
        <message>
            <source>(not said: incident)</source>
            <translation>(nicht gesagt: Störung)</translation>
        </message>
        <message>
            <source>No column for state, priority or kind was chosen: there are no words to be given a meaning.</source>
            <translation>Für Status, Priorität und Art ist keine Spalte gewählt: Es gibt keine Wörter zuzuordnen.</translation>
        </message>
        <message>
            <source>Column</source>
            <translation>Spalte</translation>
        </message>
        <message>
            <source>Word in the file</source>
            <translation>Wort in der Datei</translation>
        </message>
        <message>
            <source>How often</source>
            <translation>Wie oft</translation>
        </message>
        <message>
            <source>Means here</source>
            <translation>Bedeutet hier</translation>
        </message>
        <message>
            <source>(empty)</source>
            <translation>(leer)</translation>
        </message>
        <message>
            <source>(unknown: kept in its own words)</source>
            <translation>(unbekannt: bleibt im eigenen Wortlaut)</translation>
        </message>
        <message>
            <source>(not said: normal)</source>
            <translation>(nicht gesagt: normal)</translation>
        </message>
        <message numerus="yes">
            <source>%n state(s) mean(s) nothing here yet. A case that ends with one is refused.</source>
            <translation>
                <numerusform>%n Status bedeutet hier noch nichts. Ein Vorgang, der damit endet, wird abgewiesen.</numerusform>
                <numerusform>%n Status bedeuten hier noch nichts. Ein Vorgang, der damit endet, wird abgewiesen.</numerusform>
            </translation>
        </message>
        <message>
            <source>Every state has its meaning. Proposals come from the words themselves; please read them once.</source>
            <translation>Jeder Status hat eine Bedeutung. Die Vorschläge sind aus den Wörtern selbst gewonnen; bitte lesen Sie sie einmal durch.</translation>
        </message>
    </context>
    <context>
        <name>ImportsPage</name>
        <message>
            <source>No connection: imports can neither be read nor undone at this moment.</source>
            <translation>Keine Verbindung: Importe lassen sich im Augenblick weder lesen noch rückgängig machen.</translation>
        </message>
        <message>
            <source>Undo import</source>
            <translation>Import rückgängig machen</translation>
        </message>
        <message numerus="yes">
            <source>All %n case(s) of this import will be removed.</source>
            <translation>
                <numerusform>%n Vorgang dieses Imports wird entfernt.</numerusform>
                <numerusform>Alle %n Vorgänge dieses Imports werden entfernt.</numerusform>
            </translation>
        </message>
        <message>
            <source>If somebody has worked on one of them since, nothing is removed.</source>
            <translation>Hat jemand seither an einem davon gearbeitet, wird nichts entfernt.</translation>
        </message>
        <message>
            <source>&amp;Undo import</source>
            <translation>&amp;Rückgängig machen</translation>
        </message>
        <message>
            <source>&amp;Keep</source>
            <translation>&amp;Behalten</translation>
        </message>
        <message numerus="yes">
            <source>The whole import stays: %n of its cases has (have) been worked on since ({names}).</source>
            <translation>
                <numerusform>Der ganze Import bleibt: An %n seiner Vorgänge wurde seither gearbeitet ({names}).</numerusform>
                <numerusform>Der ganze Import bleibt: An %n seiner Vorgänge wurde seither gearbeitet ({names}).</numerusform>
            </translation>
        </message>
        <message>
            <source>Imports</source>
            <translation>Importe</translation>
        </message>
        <message>
            <source>&amp;Undo import …</source>
            <translation>Import &amp;rückgängig machen …</translation>
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
            <source>An import can be undone whole while nobody has worked on any of its cases. It stays on record.</source>
            <translation>Ein Import lässt sich als Ganzes rückgängig machen, solange niemand an einem seiner Vorgänge gearbeitet hat. Verzeichnet bleibt er.</translation>
        </message>
        <message>
            <source>Nothing has been imported yet. “Import …” in the menu “File” brings in cases of another system.</source>
            <translation>Importiert wurde noch nichts. „Importieren …“ im Menü „Datei“ holt Vorgänge aus einem anderen System herein.</translation>
        </message>
        <message>
            <source>The server does not answer. Undo again to go on.</source>
            <translation>Der Server antwortet nicht. Machen Sie ihn erneut rückgängig, um fortzufahren.</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>Nr.</translation>
        </message>
        <message>
            <source>Begun</source>
            <translation>Begonnen</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Datei</translation>
        </message>
        <message>
            <source>Cases</source>
            <translation>Vorgänge</translation>
        </message>
        <message>
            <source>By</source>
            <translation>Von</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>undone by {name}, {at}</source>
            <translation>rückgängig gemacht: {name}, {at}</translation>
        </message>
        <message>
            <source>The import of “{name}” is undone.</source>
            <translation>Der Import von „{name}“ ist rückgängig gemacht.</translation>
        </message>
    </context>
    <context>
        <name>Shell</name>
        <message>
            <source>&amp;Import …</source>
            <translation>&amp;Importieren …</translation>
        </message>
        <message>
            <source>I&amp;mports …</source>
            <translation>I&amp;mporte …</translation>
        </message>
    </context>
    <context>
        <name>AdminPlaces</name>
        <message>
            <source>Imports</source>
            <translation>Importe</translation>
        </message>
    </context>
    <context>
        <name>Said</name>
        <message>
            <source>Under Administration, “Imports”, it can be undone while nobody has worked on its cases.</source>
            <translation>Unter Verwaltung, „Importe“, lässt sich der Import rückgängig machen, solange niemand an seinen Vorgängen gearbeitet hat.</translation>
        </message>
        <message>
            <source>Stopped. Nothing was imported.</source>
            <translation>Abgebrochen. Importiert wurde nichts.</translation>
        </message>
        <message>
            <source>This did not work. Nothing more was imported.</source>
            <translation>Das ist nicht gelungen. Weiter wurde nichts importiert.</translation>
        </message>
        <message>
            <source>Stop the import</source>
            <translation>Import anhalten</translation>
        </message>
        <message>
            <source>The server is being filled. Stop?</source>
            <translation>Der Server wird gerade gefüllt. Anhalten?</translation>
        </message>
        <message>
            <source>The import is under way. Stop?</source>
            <translation>Der Import läuft. Anhalten?</translation>
        </message>
        <message>
            <source>What has come stays, and the same export goes on later. Until then nobody can work on this server.</source>
            <translation>Was da ist, bleibt, und mit demselben Export geht es später weiter. Bis dahin kann niemand auf diesem Server arbeiten.</translation>
        </message>
        <message>
            <source>Tickets imported by now stay. The same file goes on later, and nothing comes twice.</source>
            <translation>Schon importierte Vorgänge bleiben. Mit derselben Datei geht es später weiter, und nichts kommt doppelt.</translation>
        </message>
        <message>
            <source>&amp;Stop and close</source>
            <translation>&amp;Anhalten und schließen</translation>
        </message>
        <message>
            <source>&amp;Go on importing</source>
            <translation>&amp;Weiter importieren</translation>
        </message>
    </context>
    <context>
        <name>Files</name>
        <message>
            <source>Load profile</source>
            <translation>Profil laden</translation>
        </message>
        <message>
            <source>Profiles (*.toml)</source>
            <translation>Profile (*.toml)</translation>
        </message>
        <message>
            <source>Save profile</source>
            <translation>Profil speichern</translation>
        </message>
        <message>
            <source>Save refused lines</source>
            <translation>Abgewiesene Zeilen speichern</translation>
        </message>
        <message>
            <source>Tables (*.csv)</source>
            <translation>Tabellen (*.csv)</translation>
        </message>
    </context>
    <context>
        <name>Filling</name>
        <message>
            <source>Stopped. Nothing was imported.</source>
            <translation>Abgebrochen. Importiert wurde nichts.</translation>
        </message>
        <message>
            <source>Stopped after {done} of {of} tickets. Nobody can work on this server until it is filled; “Fill server” goes on from here.</source>
            <translation>Angehalten nach {done} von {of} Vorgängen. Bis der Server gefüllt ist, kann niemand darauf arbeiten; „Server füllen“ macht hier weiter.</translation>
        </message>
        <message>
            <source>The server does not answer. What has come stays; “Fill server” goes on from there.</source>
            <translation>Der Server antwortet nicht. Was da ist, bleibt; „Server füllen“ macht dort weiter.</translation>
        </message>
        <message>
            <source>The server could not be filled ({code}). What has come stays.</source>
            <translation>Der Server ließ sich nicht füllen ({code}). Was da ist, bleibt.</translation>
        </message>
        <message>
            <source>This is a whole export of Ticketdesk. It fills an empty server.</source>
            <translation>Das ist ein Gesamtexport von Ticketdesk. Er füllt einen leeren Server.</translation>
        </message>
        <message>
            <source>Numbers, logs, texts, attachments and the office's set-up come as they were, people without log-ins. While it lasts nobody else works on the server. It cannot be undone.</source>
            <translation>Nummern, Protokolle, Texte, Anhänge und Einrichtung werden unverändert übernommen, Personen ohne ihre Anmeldung. Währenddessen kann sonst niemand auf dem Server arbeiten. Rückgängig machen lässt es sich nicht.</translation>
        </message>
        <message>
            <source>Please sign in again now, so that you see everything that has been set up.</source>
            <translation>Bitte melden Sie sich jetzt neu an, damit Sie alles sehen, was eingerichtet ist.</translation>
        </message>
    </context>
</TS>
