<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_US">
    <context>
        <name>BoardPane</name>
        <message>
            <source>No connection; figures as they were</source>
            <translation>Keine Verbindung; Zahlen von vorhin</translation>
        </message>
        <message>
            <source>These figures could not be read</source>
            <translation>Diese Zahlen konnten nicht gelesen werden</translation>
        </message>
        <message>
            <source>Counting …</source>
            <translation>Wird gezählt …</translation>
        </message>
        <message>
            <source>As of {time}, counted like the lists</source>
            <translation>Stand {time}, dieselben Zahlen wie in den Listen</translation>
        </message>
        <message>
            <source>Being counted anew; figures as they were</source>
            <translation>Wird neu gezählt; bis dahin die bisherigen Zahlen</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Offen</translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s) in the backlog</source>
            <translation>
                <numerusform>%n Ticket im Bestand</numerusform>
                <numerusform>%n Tickets im Bestand</numerusform>
            </translation>
        </message>
        <message>
            <source>No ticket is open.</source>
            <translation>Kein Ticket ist offen.</translation>
        </message>
        <message>
            <source>There are no figures about single persons, and of groups with fewer than five people none about finished work.</source>
            <translation>Zahlen über einzelne Personen gibt es nicht, und von Gruppen mit weniger als fünf Personen keine über erledigte Arbeit.</translation>
        </message>
        <message>
            <source>{new} new, {finished} finished in the period</source>
            <translation>{new} neu, {finished} erledigt im Zeitraum</translation>
        </message>
        <message>
            <source>This group has too few people: figures about finished work would be those of single persons.</source>
            <translation>Diese Gruppe hat zu wenige Personen: Zahlen über erledigte Arbeit wären Zahlen über Einzelne.</translation>
        </message>
        <message>
            <source>{share} kept, {n} missed</source>
            <translation>{share} eingehalten, {n} verfehlt</translation>
        </message>
        <message>
            <source>Commitments missed</source>
            <translation>Verfehlte Zusagen</translation>
        </message>
        <message>
            <source>No service commitment was decided in this period.</source>
            <translation>In diesem Zeitraum hat sich keine Service-Zusage entschieden.</translation>
        </message>
        <message>
            <source>Solved</source>
            <translation>Gelöst</translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s) solved; frame: by the clock, filled: in working time</source>
            <translation>
                <numerusform>%n Ticket gelöst; Rahmen: nach der Uhr, gefüllt: in Arbeitszeit</numerusform>
                <numerusform>%n Tickets gelöst; Rahmen: nach der Uhr, gefüllt: in Arbeitszeit</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing came in and nothing was finished in this period.</source>
            <translation>In diesem Zeitraum kam nichts herein, und nichts wurde erledigt.</translation>
        </message>
        <message>
            <source>Nothing was solved in this period.</source>
            <translation>In diesem Zeitraum wurde nichts gelöst.</translation>
        </message>
        <message>
            <source>No ticket went from one group to another in this period.</source>
            <translation>In diesem Zeitraum ging kein Ticket von einer Gruppe an eine andere.</translation>
        </message>
        <message>
            <source>Rows hand to columns: {n} hand-overs, of these {back} back (in brackets)</source>
            <translation>Zeile gibt an Spalte: {n} Übergaben, davon {back} zurück (in Klammern)</translation>
        </message>
        <message>
            <source>{name}, {time}</source>
            <translation>{name}, {time}</translation>
        </message>
        <message>
            <source>Figure</source>
            <translation>Kennzahl</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Zahl</translation>
        </message>
        <message>
            <source>Meaning</source>
            <translation>Bedeutung</translation>
        </message>
        <message>
            <source>As of {time}</source>
            <translation>Stand {time}</translation>
        </message>
        <message>
            <source>Overview</source>
            <translation>Übersicht</translation>
        </message>
        <message>
            <source>Back to the tickets</source>
            <translation>Zurück zu den Tickets</translation>
        </message>
        <message>
            <source>&amp;Print …</source>
            <translation>Druc&amp;ken …</translation>
        </message>
    </context>
    <context>
        <name>BoardTiles</name>
        <message>
            <source>Open</source>
            <translation>Offen</translation>
        </message>
        <message>
            <source>{n} of these from today</source>
            <translation>davon {n} von heute</translation>
        </message>
        <message>
            <source>Open, reported today</source>
            <translation>Offen, heute gemeldet</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>Überfällig</translation>
        </message>
        <message>
            <source>every date is kept</source>
            <translation>alle Termine eingehalten</translation>
        </message>
        <message>
            <source>{share} of what is open</source>
            <translation>{share} der offenen</translation>
        </message>
        <message>
            <source>Due today</source>
            <translation>Heute fällig</translation>
        </message>
        <message>
            <source>Due this week</source>
            <translation>Diese Woche fällig</translation>
        </message>
        <message>
            <source>{n} this week</source>
            <translation>{n} diese Woche</translation>
        </message>
        <message>
            <source>group too small</source>
            <translation>Gruppe zu klein</translation>
        </message>
        <message>
            <source>nothing in this period</source>
            <translation>nichts in diesem Zeitraum</translation>
        </message>
        <message>
            <source>Commitments kept</source>
            <translation>Zusagen eingehalten</translation>
        </message>
        <message>
            <source>none missed</source>
            <translation>keine verfehlt</translation>
        </message>
        <message>
            <source>{n} missed</source>
            <translation>{n} verfehlt</translation>
        </message>
        <message>
            <source>Commitments missed</source>
            <translation>Verfehlte Zusagen</translation>
        </message>
        <message>
            <source>To the answer, median</source>
            <translation>Bis zur Antwort, Median</translation>
        </message>
        <message>
            <source>Solved</source>
            <translation>Gelöst</translation>
        </message>
        <message>
            <source>by the clock</source>
            <translation>nach der Uhr</translation>
        </message>
        <message>
            <source>in working time; {span} by the clock</source>
            <translation>Arbeitszeit; {span} nach der Uhr</translation>
        </message>
        <message>
            <source>Opened again</source>
            <translation>Wieder geöffnet</translation>
        </message>
        <message>
            <source>{n} of {all} finished</source>
            <translation>{n} von {all} erledigten</translation>
        </message>
        <message>
            <source>Finished</source>
            <translation>Erledigt</translation>
        </message>
    </context>
    <context>
        <name>BoardWords</name>
        <message>
            <source>without a group</source>
            <translation>ohne Gruppe</translation>
        </message>
        <message>
            <source>today</source>
            <translation>heute</translation>
        </message>
        <message>
            <source>1 day</source>
            <translation>1 Tag</translation>
        </message>
        <message>
            <source>2–3 days</source>
            <translation>2–3 Tage</translation>
        </message>
        <message>
            <source>4–7 days</source>
            <translation>4–7 Tage</translation>
        </message>
        <message>
            <source>1–2 weeks</source>
            <translation>1–2 Wochen</translation>
        </message>
        <message>
            <source>older</source>
            <translation>älter</translation>
        </message>
        <message>
            <source>{d} d {h} h</source>
            <translation>{d} T {h} h</translation>
        </message>
        <message>
            <source>new</source>
            <translation>neu</translation>
        </message>
        <message>
            <source>finished</source>
            <translation>erledigt</translation>
        </message>
        <message>
            <source>open</source>
            <translation>offen</translation>
        </message>
        <message>
            <source>New and finished</source>
            <translation>Neu und erledigt</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>Tag</translation>
        </message>
        <message>
            <source>Week</source>
            <translation>Woche</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>Monat</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Offen</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>Überfällig</translation>
        </message>
        <message>
            <source>Age of open tickets</source>
            <translation>Alter der offenen Tickets</translation>
        </message>
        <message>
            <source>Age</source>
            <translation>Alter</translation>
        </message>
        <message>
            <source>of these overdue</source>
            <translation>davon überfällig</translation>
        </message>
        <message>
            <source>Open tickets by state</source>
            <translation>Offene Tickets nach Status</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>tickets</source>
            <translation>Tickets</translation>
        </message>
        <message>
            <source>Open tickets by group</source>
            <translation>Offene Tickets nach Gruppe</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>Gruppe</translation>
        </message>
        <message>
            <source>overdue</source>
            <translation>überfällig</translation>
        </message>
        <message>
            <source>Commitments kept</source>
            <translation>Zusagen eingehalten</translation>
        </message>
        <message>
            <source>Commitments missed</source>
            <translation>Verfehlte Zusagen</translation>
        </message>
        <message>
            <source>{n} missed</source>
            <translation>{n} verfehlt</translation>
        </message>
        <message>
            <source>Service commitments by customer group</source>
            <translation>Service-Zusagen nach Kundengruppe</translation>
        </message>
        <message>
            <source>Customer group</source>
            <translation>Kundengruppe</translation>
        </message>
        <message>
            <source>kept</source>
            <translation>eingehalten</translation>
        </message>
        <message>
            <source>response</source>
            <translation>Reaktion</translation>
        </message>
        <message>
            <source>update</source>
            <translation>Zwischenstand</translation>
        </message>
        <message>
            <source>solution</source>
            <translation>Lösung</translation>
        </message>
        <message>
            <source>missed</source>
            <translation>verfehlt</translation>
        </message>
        <message>
            <source>share</source>
            <translation>Anteil</translation>
        </message>
        <message>
            <source>Median</source>
            <translation>Median</translation>
        </message>
        <message>
            <source>90% within</source>
            <translation>90 % innerhalb von</translation>
        </message>
        <message>
            <source>Solved</source>
            <translation>Gelöst</translation>
        </message>
        <message>
            <source>Time to the answer</source>
            <translation>Zeit bis zur Antwort</translation>
        </message>
        <message>
            <source>Share</source>
            <translation>Anteil</translation>
        </message>
        <message>
            <source>by the clock</source>
            <translation>nach der Uhr</translation>
        </message>
        <message>
            <source>in working time</source>
            <translation>in Arbeitszeit</translation>
        </message>
        <message>
            <source>Hand-overs between groups</source>
            <translation>Übergaben zwischen Gruppen</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Von</translation>
        </message>
        <message>
            <source>back</source>
            <translation>zurück</translation>
        </message>
        <message>
            <source>From one to the other</source>
            <translation>Von einer an die andere</translation>
        </message>
        <message>
            <source>hand-overs</source>
            <translation>Übergaben</translation>
        </message>
        <message>
            <source>of these back</source>
            <translation>davon zurück</translation>
        </message>
    </context>
    <context>
        <name>Card</name>
        <message>
            <source>Show list</source>
            <translation>Liste zeigen</translation>
        </message>
        <message>
            <source>Show as a chart</source>
            <translation>Als Diagramm zeigen</translation>
        </message>
        <message>
            <source>Show as a table</source>
            <translation>Als Tabelle zeigen</translation>
        </message>
    </context>
    <context>
        <name>CasesPage</name>
        <message>
            <source>The list could not be read. Try again when the server is there.</source>
            <translation>Die Liste konnte nicht gelesen werden. Versuchen Sie es wieder, wenn der Server erreichbar ist.</translation>
        </message>
        <message numerus="yes">
            <source>%n hand-over(s)</source>
            <translation>
                <numerusform>%n Übergabe</numerusform>
                <numerusform>%n Übergaben</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s)</source>
            <translation>
                <numerusform>%n Ticket</numerusform>
                <numerusform>%n Tickets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n commitment(s)</source>
            <translation>
                <numerusform>%n Zusage</numerusform>
                <numerusform>%n Zusagen</numerusform>
            </translation>
        </message>
        <message>
            <source>Due</source>
            <translation>Fällig</translation>
        </message>
        <message>
            <source>Finished at</source>
            <translation>Erledigt am</translation>
        </message>
        <message>
            <source>Handed over at</source>
            <translation>Übergeben am</translation>
        </message>
        <message>
            <source>Commitment</source>
            <translation>Zusage</translation>
        </message>
        <message>
            <source>Decided at</source>
            <translation>Entschieden am</translation>
        </message>
        <message>
            <source>Reported at</source>
            <translation>Gemeldet am</translation>
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
            <source>State</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>Gruppe</translation>
        </message>
        <message>
            <source>Requester</source>
            <translation>Ersteller</translation>
        </message>
        <message>
            <source>&amp;Back to the overview</source>
            <translation>&amp;Zurück zur Übersicht</translation>
        </message>
    </context>
    <context>
        <name>Choice</name>
        <message>
            <source>Last 7 days</source>
            <translation>Letzte 7 Tage</translation>
        </message>
        <message>
            <source>Last 4 weeks</source>
            <translation>Letzte 4 Wochen</translation>
        </message>
        <message>
            <source>Last 8 weeks</source>
            <translation>Letzte 8 Wochen</translation>
        </message>
        <message>
            <source>This month</source>
            <translation>Dieser Monat</translation>
        </message>
        <message>
            <source>Last month</source>
            <translation>Voriger Monat</translation>
        </message>
        <message>
            <source>Last 12 months</source>
            <translation>Letzte 12 Monate</translation>
        </message>
        <message>
            <source>Other days …</source>
            <translation>Andere Tage …</translation>
        </message>
        <message>
            <source>All customer groups</source>
            <translation>Alle Kundengruppen</translation>
        </message>
        <message>
            <source>All groups</source>
            <translation>Alle Gruppen</translation>
        </message>
        <message>
            <source>All kinds</source>
            <translation>Alle Arten</translation>
        </message>
        <message>
            <source>Period</source>
            <translation>Zeitraum</translation>
        </message>
        <message>
            <source>Customer group</source>
            <translation>Kundengruppe</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>Gruppe</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Art</translation>
        </message>
    </context>
    <context>
        <name>DaysDialog</name>
        <message>
            <source>Choose the period</source>
            <translation>Zeitraum wählen</translation>
        </message>
        <message>
            <source>To</source>
            <translation>Bis</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Von</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Zeigen</translation>
        </message>
        <message>
            <source>This day lies before the first one.</source>
            <translation>Dieser Tag liegt vor dem ersten.</translation>
        </message>
        <message>
            <source>That is more than 40 years.</source>
            <translation>Das sind mehr als 40 Jahre.</translation>
        </message>
    </context>
    <context>
        <name>MenuBar</name>
        <message>
            <source>Eva&amp;luation</source>
            <translation>Aus&amp;wertung</translation>
        </message>
    </context>
    <context>
        <name>Shell</name>
        <message>
            <source>&amp;Overview</source>
            <translation>Ü&amp;bersicht</translation>
        </message>
    </context>
</TS>
