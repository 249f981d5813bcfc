<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_US">
    <context>
        <name>Sentences</name>
        <message>
            <source>The server took too long for this. Nothing was changed; please try again.</source>
            <translation>Das hat auf dem Server zu lange gedauert. Es wurde nichts geändert; bitte versuchen Sie es noch einmal.</translation>
        </message>
    </context>
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
        <name>PaperWork</name>
        <message>
            <source>&amp;Cancel</source>
            <translation>&amp;Abbrechen</translation>
        </message>
        <message>
            <source>Laying out the pages …</source>
            <translation>Die Seiten werden gesetzt …</translation>
        </message>
        <message>
            <source>Writing the PDF …</source>
            <translation>Das PDF wird geschrieben …</translation>
        </message>
        <message>
            <source>Printing …</source>
            <translation>Wird gedruckt …</translation>
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
            <translation>Druc&amp;ken …</translation>
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
    <context>
        <name>ReportChoice</name>
        <message>
            <source>All customer groups</source>
            <translation>Alle Kundengruppen</translation>
        </message>
        <message>
            <source>All groups</source>
            <translation>Alle Gruppen</translation>
        </message>
        <message>
            <source>Customer groups</source>
            <translation>Kundengruppen</translation>
        </message>
        <message>
            <source>First day</source>
            <translation>Erster Tag</translation>
        </message>
        <message>
            <source>For whom</source>
            <translation>Für wen</translation>
        </message>
        <message>
            <source>Groups</source>
            <translation>Gruppen</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>Letzter Tag</translation>
        </message>
        <message>
            <source>Other days …</source>
            <translation>Andere Tage …</translation>
        </message>
        <message>
            <source>Other months …</source>
            <translation>Andere Monate …</translation>
        </message>
        <message>
            <source>Period</source>
            <translation>Zeitraum</translation>
        </message>
        <message>
            <source>for ourselves</source>
            <translation>für uns</translation>
        </message>
        <message>
            <source>for the customer</source>
            <translation>für den Kunden</translation>
        </message>
        <message>
            <source>with single persons</source>
            <translation>mit einzelnen Personen</translation>
        </message>
        <message>
            <source>{n} customer groups</source>
            <translation>{n} Kundengruppen</translation>
        </message>
        <message>
            <source>{n} groups</source>
            <translation>{n} Gruppen</translation>
        </message>
    </context>
    <context>
        <name>KeysDialog</name>
        <message>
            <source>&amp;Close</source>
            <translation>S&amp;chließen</translation>
        </message>
        <message>
            <source>&amp;Switch off</source>
            <translation>&amp;Ausschalten</translation>
        </message>
        <message>
            <source>&amp;Turn my key</source>
            <translation>&amp;Meinen Schlüssel umdrehen</translation>
        </message>
        <message>
            <source>Evaluation of persons</source>
            <translation>Auswertung von Personen</translation>
        </message>
        <message>
            <source>How long single persons take is nobody's to see unless administration and audit have both turned their keys, each with a log-in of his own. Either of them can switch it off alone. Every turn and every reading is logged.</source>
            <translation>Wie lange einzelne Personen brauchen, sieht niemand, solange nicht Administration und Revision beide ihren Schlüssel umgedreht haben, jede mit eigener Anmeldung. Jede von beiden kann die Auswertung allein wieder ausschalten. Jedes Umdrehen und jedes Ansehen wird protokolliert.</translation>
        </message>
        <message>
            <source>Key of the administration</source>
            <translation>Schlüssel der Administration</translation>
        </message>
        <message>
            <source>Key of the audit</source>
            <translation>Schlüssel der Revision</translation>
        </message>
        <message>
            <source>Single persons are evaluated</source>
            <translation>Einzelne Personen werden ausgewertet</translation>
        </message>
        <message>
            <source>Single persons are not evaluated</source>
            <translation>Einzelne Personen werden nicht ausgewertet</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Was</translation>
        </message>
        <message>
            <source>What was done with it</source>
            <translation>Was damit geschah</translation>
        </message>
        <message>
            <source>When</source>
            <translation>Wann</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>Wer</translation>
        </message>
        <message>
            <source>evaluated persons, {period}</source>
            <translation>Personen ausgewertet, {period}</translation>
        </message>
        <message>
            <source>switched it off</source>
            <translation>ausgeschaltet</translation>
        </message>
        <message>
            <source>turned the key</source>
            <translation>Schlüssel umgedreht</translation>
        </message>
        <message>
            <source>{key}: not turned</source>
            <translation>{key}: nicht umgedreht</translation>
        </message>
        <message>
            <source>{key}: turned by {name} on {when}</source>
            <translation>{key}: umgedreht von {name} am {when}</translation>
        </message>
    </context>
    <context>
        <name>ProcessingReport</name>
        <message>
            <source>Figure</source>
            <translation>Kennzahl</translation>
        </message>
        <message>
            <source>By group</source>
            <translation>Nach Gruppe</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>Gruppe</translation>
        </message>
        <message>
            <source>cases</source>
            <translation>Vorgänge</translation>
        </message>
        <message>
            <source>90%</source>
            <translation>90 %</translation>
        </message>
        <message>
            <source>All cases</source>
            <translation>Alle Vorgänge</translation>
        </message>
        <message>
            <source>By person</source>
            <translation>Nach Person</translation>
        </message>
        <message>
            <source>Cases answered</source>
            <translation>Beantwortete Vorgänge</translation>
        </message>
        <message>
            <source>median</source>
            <translation>Median</translation>
        </message>
        <message>
            <source>Empty: fewer than five people did this work, or what is left over would be that of fewer than five.</source>
            <translation>Leer: Diese Arbeit haben weniger als fünf Personen getan, oder der Rest wäre die Arbeit von weniger als fünf.</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Von</translation>
        </message>
        <message>
            <source>From report to answer</source>
            <translation>Von der Meldung bis zur Antwort</translation>
        </message>
        <message>
            <source>Hand-overs</source>
            <translation>Übergaben</translation>
        </message>
        <message>
            <source>Hand-overs from group to group</source>
            <translation>Übergaben von Gruppe zu Gruppe</translation>
        </message>
        <message>
            <source>Held back: {n}. Shown are groups in which at least five people did the work in each month, as long as what is left over is the work of five people as well.</source>
            <translation>Nicht ausgewiesen: {n}. Ausgewiesen werden Gruppen, in denen jeden Monat mindestens fünf Personen die Arbeit getan haben, sofern auch der Rest die Arbeit von fünf Personen ist.</translation>
        </message>
        <message>
            <source>Processing times</source>
            <translation>Bearbeitungszeiten</translation>
        </message>
        <message>
            <source>Spans in hours and minutes. Worked on: open and not waiting. 90%: nine of ten took no longer.</source>
            <translation>Dauern in Stunden und Minuten. In Arbeit: offen und nicht wartend. 90 %: Neun von zehn dauerten höchstens so lange.</translation>
        </message>
        <message>
            <source>Switched on by administration and audit; that this was read is logged.</source>
            <translation>Von Administration und Revision eingeschaltet; dass dies angesehen wurde, ist protokolliert.</translation>
        </message>
        <message>
            <source>To</source>
            <translation>An</translation>
        </message>
        <message>
            <source>Waited (of those that did)</source>
            <translation>Gewartet (falls überhaupt)</translation>
        </message>
        <message>
            <source>Who had it last</source>
            <translation>Zuletzt bei</translation>
        </message>
        <message>
            <source>Work by group, median in working hours</source>
            <translation>Arbeit nach Gruppe, Median in Arbeitsstunden</translation>
        </message>
        <message>
            <source>Worked on, by the clock</source>
            <translation>In Arbeit, nach der Uhr</translation>
        </message>
        <message>
            <source>Worked on, in working hours</source>
            <translation>In Arbeit, in Arbeitszeit</translation>
        </message>
        <message>
            <source>came again</source>
            <translation>kam wieder</translation>
        </message>
        <message>
            <source>clock, 90%</source>
            <translation>Uhr, 90 %</translation>
        </message>
        <message>
            <source>clock, median</source>
            <translation>Uhr, Median</translation>
        </message>
        <message>
            <source>hand-overs</source>
            <translation>Übergaben</translation>
        </message>
        <message>
            <source>of these back</source>
            <translation>davon zurück</translation>
        </message>
        <message>
            <source>waited, median</source>
            <translation>gewartet, Median</translation>
        </message>
        <message>
            <source>working hours, 90%</source>
            <translation>Arbeitszeit, 90 %</translation>
        </message>
        <message>
            <source>working hours, median</source>
            <translation>Arbeitszeit, Median</translation>
        </message>
    </context>
    <context>
        <name>Reports</name>
        <message>
            <source>All customer groups</source>
            <translation>Alle Kundengruppen</translation>
        </message>
        <message>
            <source>As of {when}</source>
            <translation>Stand {when}</translation>
        </message>
        <message>
            <source>Customer group</source>
            <translation>Kundengruppe</translation>
        </message>
        <message>
            <source>Customer groups</source>
            <translation>Kundengruppen</translation>
        </message>
        <message>
            <source>Period: {period}, compared with {before}</source>
            <translation>Zeitraum: {period}, verglichen mit {before}</translation>
        </message>
        <message>
            <source>Quarter {n}, {year}</source>
            <translation>{n}. Quartal {year}</translation>
        </message>
        <message>
            <source>without a group</source>
            <translation>ohne Gruppe</translation>
        </message>
    </context>
    <context>
        <name>ReportsPane</name>
        <message>
            <source>Back to the tickets</source>
            <translation>Zurück zu den Tickets</translation>
        </message>
        <message>
            <source>&amp;Print …</source>
            <translation>Druc&amp;ken …</translation>
        </message>
        <message>
            <source>&amp;Save as …</source>
            <translation>&amp;Speichern unter …</translation>
        </message>
        <message>
            <source>For which customer?</source>
            <translation>Für welchen Kunden?</translation>
        </message>
        <message>
            <source>No connection</source>
            <translation>Keine Verbindung</translation>
        </message>
        <message>
            <source>This report takes too long</source>
            <translation>Der Bericht dauert zu lange</translation>
        </message>
        <message>
            <source>There is too much to count: it was broken off after {n} seconds. Please choose some customer groups or groups.</source>
            <translation>Es ist zu viel zu zählen: Nach {n} Sekunden wurde abgebrochen. Bitte wählen Sie einzelne Kundengruppen oder Gruppen.</translation>
        </message>
        <message>
            <source>The period is too long: the report was broken off after {n} seconds. Please choose fewer months.</source>
            <translation>Der Zeitraum ist zu lang: Nach {n} Sekunden wurde abgebrochen. Bitte wählen Sie weniger Monate.</translation>
        </message>
        <message>
            <source>The period is too long: the report was broken off after {n} seconds. Please choose a shorter one, or some customer groups.</source>
            <translation>Der Zeitraum ist zu lang: Nach {n} Sekunden wurde abgebrochen. Bitte wählen Sie einen kürzeren oder einzelne Kundengruppen.</translation>
        </message>
        <message>
            <source>No report</source>
            <translation>Kein Bericht</translation>
        </message>
        <message>
            <source>Pages as they will be printed</source>
            <translation>Seiten, wie sie gedruckt werden</translation>
        </message>
        <message>
            <source>Processing times</source>
            <translation>Bearbeitungszeiten</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>Bericht</translation>
        </message>
        <message>
            <source>Save the report</source>
            <translation>Bericht speichern</translation>
        </message>
        <message>
            <source>Service commitments</source>
            <translation>Service-Zusagen</translation>
        </message>
        <message>
            <source>Stock</source>
            <translation>Bestand</translation>
        </message>
        <message>
            <source>The report could not be made</source>
            <translation>Der Bericht ließ sich nicht erstellen</translation>
        </message>
        <message>
            <source>The report is being made …</source>
            <translation>Der Bericht wird erstellt …</translation>
        </message>
        <message>
            <source>The report is made by the server.</source>
            <translation>Den Bericht erstellt der Server.</translation>
        </message>
        <message>
            <source>The report was saved as {file}.</source>
            <translation>Der Bericht wurde als {file} gespeichert.</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Noch einmal versuchen</translation>
        </message>
    </context>
    <context>
        <name>ServiceReport</name>
        <message>
            <source>Figure</source>
            <translation>Kennzahl</translation>
        </message>
        <message>
            <source>By customer group</source>
            <translation>Nach Kundengruppe</translation>
        </message>
        <message>
            <source>Customer group</source>
            <translation>Kundengruppe</translation>
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
            <source>cases</source>
            <translation>Vorgänge</translation>
        </message>
        <message>
            <source>Answered</source>
            <translation>Beantwortet</translation>
        </message>
        <message>
            <source>At a glance</source>
            <translation>Auf einen Blick</translation>
        </message>
        <message>
            <source>By category</source>
            <translation>Nach Kategorie</translation>
        </message>
        <message>
            <source>By priority</source>
            <translation>Nach Priorität</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>Kategorie</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Veränderung</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>Abgeschlossen</translation>
        </message>
        <message>
            <source>Commitment</source>
            <translation>Zusage</translation>
        </message>
        <message>
            <source>Commitments kept</source>
            <translation>Eingehaltene Zusagen</translation>
        </message>
        <message>
            <source>Commitments missed</source>
            <translation>Verfehlte Zusagen</translation>
        </message>
        <message>
            <source>From report to answer, 90% within</source>
            <translation>Von der Meldung bis zur Antwort, 90 % innerhalb von</translation>
        </message>
        <message>
            <source>From report to answer, median</source>
            <translation>Von der Meldung bis zur Antwort, Median</translation>
        </message>
        <message>
            <source>Nothing was promised for these cases.</source>
            <translation>Für diese Vorgänge war nichts zugesagt.</translation>
        </message>
        <message>
            <source>Opened again</source>
            <translation>Wieder geöffnet</translation>
        </message>
        <message>
            <source>Over by: hours and minutes of what the commitment counts.</source>
            <translation>Darüber: Stunden und Minuten, wie die Zusage sie zählt.</translation>
        </message>
        <message>
            <source>Priority</source>
            <translation>Priorität</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>Eingegangen</translation>
        </message>
        <message>
            <source>Rejected</source>
            <translation>Abgelehnt</translation>
        </message>
        <message>
            <source>Service commitments</source>
            <translation>Service-Zusagen</translation>
        </message>
        <message>
            <source>Service report</source>
            <translation>Service-Bericht</translation>
        </message>
        <message>
            <source>Spans in hours and minutes of clock time.</source>
            <translation>Dauern in Stunden und Minuten nach der Uhr.</translation>
        </message>
        <message>
            <source>The worst {n} of {all}.</source>
            <translation>Die {n} schwersten von {all}.</translation>
        </message>
        <message>
            <source>Waited</source>
            <translation>Gewartet wurde</translation>
        </message>
        <message>
            <source>Waiting time, not part of working on it</source>
            <translation>Wartezeit, getrennt von der Bearbeitung</translation>
        </message>
        <message>
            <source>Why a date is this one stands in the case, under Commitments.</source>
            <translation>Warum ein Termin so liegt, steht im Vorgang unter „Zusagen“.</translation>
        </message>
        <message>
            <source>Withdrawn</source>
            <translation>Zurückgezogen</translation>
        </message>
        <message>
            <source>Within the period, by the clock.</source>
            <translation>Innerhalb des Zeitraums, nach der Uhr.</translation>
        </message>
        <message>
            <source>answered</source>
            <translation>beantwortet</translation>
        </message>
        <message>
            <source>before</source>
            <translation>davor</translation>
        </message>
        <message>
            <source>done</source>
            <translation>erledigt</translation>
        </message>
        <message>
            <source>due</source>
            <translation>fällig</translation>
        </message>
        <message>
            <source>for your answer</source>
            <translation>auf Ihre Antwort</translation>
        </message>
        <message>
            <source>handed on</source>
            <translation>weitergereicht</translation>
        </message>
        <message>
            <source>hours</source>
            <translation>Stunden</translation>
        </message>
        <message>
            <source>kept</source>
            <translation>eingehalten</translation>
        </message>
        <message>
            <source>kept in %</source>
            <translation>eingehalten in %</translation>
        </message>
        <message>
            <source>missed</source>
            <translation>verfehlt</translation>
        </message>
        <message>
            <source>not taken over</source>
            <translation>nicht übernommen</translation>
        </message>
        <message>
            <source>not yet accepted</source>
            <translation>noch nicht angenommen</translation>
        </message>
        <message>
            <source>opened again</source>
            <translation>wieder geöffnet</translation>
        </message>
        <message>
            <source>over by</source>
            <translation>darüber</translation>
        </message>
        <message>
            <source>overdue at the end</source>
            <translation>am Ende überfällig</translation>
        </message>
        <message>
            <source>received</source>
            <translation>eingegangen</translation>
        </message>
        <message>
            <source>still open</source>
            <translation>noch offen</translation>
        </message>
        <message>
            <source>waited for others</source>
            <translation>auf andere gewartet</translation>
        </message>
        <message>
            <source>what it was spent on</source>
            <translation>womit die Zeit verging</translation>
        </message>
        <message>
            <source>without a category</source>
            <translation>ohne Kategorie</translation>
        </message>
        <message>
            <source>worked on</source>
            <translation>bearbeitet</translation>
        </message>
    </context>
    <context>
        <name>Shell</name>
        <message>
            <source>&amp;Processing times</source>
            <translation>Bea&amp;rbeitungszeiten</translation>
        </message>
        <message>
            <source>&amp;Stock</source>
            <translation>Be&amp;stand</translation>
        </message>
        <message>
            <source>E&amp;valuation of persons …</source>
            <translation>Auswertung von &amp;Personen …</translation>
        </message>
        <message>
            <source>Service &amp;commitments</source>
            <translation>Service-&amp;Zusagen</translation>
        </message>
    </context>
    <context>
        <name>StockReport</name>
        <message>
            <source>Group</source>
            <translation>Gruppe</translation>
        </message>
        <message>
            <source>By group</source>
            <translation>Nach Gruppe</translation>
        </message>
        <message>
            <source>Customer group</source>
            <translation>Kundengruppe</translation>
        </message>
        <message>
            <source>By customer group</source>
            <translation>Nach Kundengruppe</translation>
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
            <source>cases</source>
            <translation>Vorgänge</translation>
        </message>
        <message>
            <source>15–30 days</source>
            <translation>15–30 Tage</translation>
        </message>
        <message>
            <source>2–3 days</source>
            <translation>2–3 Tage</translation>
        </message>
        <message>
            <source>31–90 days</source>
            <translation>31–90 Tage</translation>
        </message>
        <message>
            <source>4–7 days</source>
            <translation>4–7 Tage</translation>
        </message>
        <message>
            <source>8–14 days</source>
            <translation>8–14 Tage</translation>
        </message>
        <message>
            <source>Age</source>
            <translation>Alter</translation>
        </message>
        <message>
            <source>Age of what is open</source>
            <translation>Alter der offenen Vorgänge</translation>
        </message>
        <message>
            <source>By age</source>
            <translation>Nach Alter</translation>
        </message>
        <message>
            <source>Group: {names}</source>
            <translation>Gruppe: {names}</translation>
        </message>
        <message>
            <source>{n} cases open, as of {when}</source>
            <translation>{n} Vorgänge offen, Stand {when}</translation>
        </message>
        <message>
            <source>Overdue: {late}, waiting: {waiting}</source>
            <translation>Überfällig: {late}, wartend: {waiting}</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>Stock</source>
            <translation>Bestand</translation>
        </message>
        <message>
            <source>The oldest</source>
            <translation>Die ältesten</translation>
        </message>
        <message>
            <source>The oldest {n} of {all}.</source>
            <translation>Die ältesten {n} von {all}.</translation>
        </message>
        <message>
            <source>days</source>
            <translation>Tage</translation>
        </message>
        <message>
            <source>last movement</source>
            <translation>letzte Bewegung</translation>
        </message>
        <message>
            <source>oldest, days</source>
            <translation>ältester, Tage</translation>
        </message>
        <message>
            <source>open</source>
            <translation>offen</translation>
        </message>
        <message>
            <source>over 30 days</source>
            <translation>über 30 Tage</translation>
        </message>
        <message>
            <source>over 90 days</source>
            <translation>über 90 Tage</translation>
        </message>
        <message>
            <source>received</source>
            <translation>eingegangen</translation>
        </message>
        <message>
            <source>share</source>
            <translation>Anteil</translation>
        </message>
        <message>
            <source>to 1 day</source>
            <translation>bis 1 Tag</translation>
        </message>
    </context>
    <context>
        <name>TargetTables</name>
        <message>
            <source>Targets between groups</source>
            <translation>Ziele zwischen Gruppen</translation>
        </message>
        <message>
            <source>Told for all customer groups together only.</source>
            <translation>Wird nur für alle Kundengruppen zusammen ausgewiesen.</translation>
        </message>
        <message>
            <source>Told for whole months that are over only.</source>
            <translation>Wird nur für ganze Monate ausgewiesen, die vorbei sind.</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>Gruppe</translation>
        </message>
        <message>
            <source>Target</source>
            <translation>Ziel</translation>
        </message>
        <message>
            <source>targets</source>
            <translation>Anzahl</translation>
        </message>
        <message>
            <source>kept</source>
            <translation>eingehalten</translation>
        </message>
        <message>
            <source>missed</source>
            <translation>verfehlt</translation>
        </message>
        <message>
            <source>kept in %</source>
            <translation>eingehalten in %</translation>
        </message>
        <message>
            <source>overdue at the end</source>
            <translation>am Ende überfällig</translation>
        </message>
        <message>
            <source>For ourselves: what groups owe each other, parts included; no customer reads of it.</source>
            <translation>Nur für uns: was Gruppen einander schulden, Teilklärungen eingeschlossen. Kein Kunde liest davon.</translation>
        </message>
        <message>
            <source>Held back: {n} group(s), wholly or in part. Told is what at least five people did in each month, as long as what is left over is the work of five as well.</source>
            <translation>Ganz oder teilweise nicht ausgewiesen: {n} Gruppe(n). Ausgewiesen wird, was in jedem Monat mindestens fünf Personen getan haben, solange auch der Rest die Arbeit von fünf ist.</translation>
        </message>
        <message>
            <source>No such target was due in this period.</source>
            <translation>In diesem Zeitraum war kein solches Ziel fällig.</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Von</translation>
        </message>
        <message>
            <source>To</source>
            <translation>An</translation>
        </message>
        <message>
            <source>Pairs are told by the same rule as groups, so that they need not add up to these.</source>
            <translation>Für Paare gilt dieselbe Regel wie für Gruppen; ihre Summe kann kleiner sein.</translation>
        </message>
        <message>
            <source>Targets between groups, from whom to whom</source>
            <translation>Ziele zwischen Gruppen, von wem an wen</translation>
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
            <source>from</source>
            <translation>von</translation>
        </message>
        <message>
            <source>due</source>
            <translation>fällig</translation>
        </message>
        <message>
            <source>done</source>
            <translation>erledigt</translation>
        </message>
        <message>
            <source>over by</source>
            <translation>darüber</translation>
        </message>
        <message>
            <source>Over by: hours and minutes of what the target counts.</source>
            <translation>Darüber: Stunden und Minuten, wie das Ziel sie zählt.</translation>
        </message>
        <message>
            <source>The worst {n} of {all}.</source>
            <translation>Die {n} schwersten von {all}.</translation>
        </message>
        <message>
            <source>Targets missed between groups</source>
            <translation>Verfehlte Ziele zwischen Gruppen</translation>
        </message>
        <message>
            <source>still open</source>
            <translation>noch offen</translation>
        </message>
        <message>
            <source>no group</source>
            <translation>keine Gruppe</translation>
        </message>
        <message>
            <source>before</source>
            <translation>davor</translation>
        </message>
    </context>
</TS>
