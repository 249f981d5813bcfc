<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_US">
<context>
    <name>TimeLeft</name>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>{span} over</source>
        <translation>{span} darüber</translation>
    </message>
    <message>
        <source>{span} left</source>
        <translation>noch {span}</translation>
    </message>
    <message>
        <source>{n} days {h} h</source>
        <translation>{n} Tage {h} h</translation>
    </message>
</context>
<context>
    <name>CasePages</name>
    <message>
        <source>Durations</source>
        <translation>Dauer</translation>
    </message>
</context>
<context>
    <name>DurationsPage</name>
    <message>
        <source>No connection. The durations are shown as soon as the server is back.</source>
        <translation>Keine Verbindung. Die Dauer wird gezeigt, sobald der Server wieder da ist.</translation>
    </message>
    <message>
        <source>The whole case</source>
        <translation>Ganzer Vorgang</translation>
    </message>
    <message>
        <source>Without a group</source>
        <translation>Ohne Gruppe</translation>
    </message>
    <message>
        <source>still</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>Coordination</source>
        <translation>Koordination</translation>
    </message>
    <message>
        <source>By the clock</source>
        <translation>Nach der Uhr</translation>
    </message>
    <message>
        <source>Working time</source>
        <translation>Arbeitszeit</translation>
    </message>
    <message>
        <source>Waited</source>
        <translation>Gewartet</translation>
    </message>
    <message>
        <source>of that working time</source>
        <translation>davon Arbeitszeit</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Bei</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>Zusammen</translation>
    </message>
    <message>
        <source>Step by step</source>
        <translation>Schritt für Schritt</translation>
    </message>
    <message>
        <source>Time counts while the ticket is open; waiting stands apart.</source>
        <translation>Gezählt wird, solange das Ticket offen ist; Warten steht für sich.</translation>
    </message>
    <message>
        <source>Who had it is shown to those who take part in this ticket.</source>
        <translation>Bei wem es lag, sehen die Beteiligten dieses Tickets.</translation>
    </message>
</context>
<context>
    <name>BookingDialog</name>
    <message>
        <source>Please enter minutes or hours, for example 45, 1:30 or 2 h; up to 24 hours.</source>
        <translation>Bitte geben Sie Minuten oder Stunden an, zum Beispiel 45, 1:30 oder 2 h; höchstens 24 Stunden.</translation>
    </message>
    <message>
        <source>In minutes or hours: 45, 1:30 or 2 h</source>
        <translation>In Minuten oder Stunden: 45, 1:30 oder 2 h</translation>
    </message>
    <message>
        <source>Correct booked time of {number}</source>
        <translation>Gebuchte Zeit zu {number} berichtigen</translation>
    </message>
    <message>
        <source>Book working time for {number}</source>
        <translation>Arbeitszeit zu {number} buchen</translation>
    </message>
    <message>
        <source>&amp;Time</source>
        <translation>&amp;Zeit</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>&amp;Tag</translation>
    </message>
    <message>
        <source>&amp;Remark</source>
        <translation>&amp;Bemerkung</translation>
    </message>
    <message>
        <source>The booking stays in the log; from now on this one counts. 0 means: it never was.</source>
        <translation>Die Buchung bleibt im Protokoll; ab jetzt zählt diese. 0 heißt: Es gab sie nicht.</translation>
    </message>
    <message>
        <source>Those who take part in the ticket see who booked how much.</source>
        <translation>Wer wie viel gebucht hat, sehen die Beteiligten des Tickets.</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Berichtigen</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>Buchen</translation>
    </message>
</context>
<context>
    <name>BookedPart</name>
    <message>
        <source>corrected</source>
        <translation>berichtigt</translation>
    </message>
    <message>
        <source>Booked working time: {sum}</source>
        <translation>Gebuchte Arbeitszeit: {sum}</translation>
    </message>
    <message>
        <source>Booked working time</source>
        <translation>Gebuchte Arbeitszeit</translation>
    </message>
    <message>
        <source>Stop the timer ({span}) …</source>
        <translation>Uhr anhalten ({span}) …</translation>
    </message>
    <message>
        <source>Start the timer</source>
        <translation>Uhr starten</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <source>Book time …</source>
        <translation>Zeit buchen …</translation>
    </message>
    <message>
        <source>Discard the timer</source>
        <translation>Uhr verwerfen</translation>
    </message>
    <message>
        <source>Correct …</source>
        <translation>Berichtigen …</translation>
    </message>
</context>
<context>
    <name>CaseSentences</name>
    <message>
        <source>Working time booked</source>
        <translation>Arbeitszeit gebucht</translation>
    </message>
    <message>
        <source>Booked working time corrected</source>
        <translation>Gebuchte Arbeitszeit berichtigt</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>Working time is not booked here. The administration can switch it on.</source>
        <translation>Arbeitszeit wird hier nicht gebucht. Die Administration kann es einschalten.</translation>
    </message>
</context>
<context>
    <name>OfficePage</name>
    <message>
        <source>Working &amp;time may be booked at tickets</source>
        <translation>Arbeitszeit darf an Tickets &amp;gebucht werden</translation>
    </message>
    <message>
        <source>By hand or with a timer. Only those who take part in a ticket see who booked what.</source>
        <translation>Von Hand oder mit einer Uhr. Wer was gebucht hat, sehen nur die Beteiligten des Tickets.</translation>
    </message>
</context>
<context>
    <name>TicketColumns</name>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>In this state for</source>
        <translation>In diesem Status seit</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>Service commitment</source>
        <translation>Service-Zusage</translation>
    </message>
    <message>
        <source>In this state since</source>
        <translation>In diesem Status seit</translation>
    </message>
    <message>
        <source>Broken, or due today</source>
        <translation>Nicht eingehalten oder heute fällig</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>Nicht eingehalten</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Commitment today</source>
        <translation>Zusage heute</translation>
    </message>
    <message>
        <source>Commitment broken</source>
        <translation>Zusage nicht eingehalten</translation>
    </message>
    <message>
        <source>Unchanged &gt; 1 day</source>
        <translation>Unverändert &gt; 1 Tag</translation>
    </message>
    <message>
        <source>Unchanged &gt; 3 days</source>
        <translation>Unverändert &gt; 3 Tage</translation>
    </message>
    <message>
        <source>Unchanged &gt; 7 days</source>
        <translation>Unverändert &gt; 7 Tage</translation>
    </message>
    <message>
        <source>Older than 3 days</source>
        <translation>Älter als 3 Tage</translation>
    </message>
    <message>
        <source>Older than 7 days</source>
        <translation>Älter als 7 Tage</translation>
    </message>
    <message>
        <source>Older than 14 days</source>
        <translation>Älter als 14 Tage</translation>
    </message>
    <message>
        <source>Older than 30 days</source>
        <translation>Älter als 30 Tage</translation>
    </message>
    <message>
        <source>Time in this state</source>
        <translation>Zeit im Status</translation>
    </message>
    <message>
        <source>Unchanged for more than 1 day</source>
        <translation>Seit mehr als 1 Tag im selben Status</translation>
    </message>
    <message>
        <source>Unchanged for more than 3 days</source>
        <translation>Seit mehr als 3 Tagen im selben Status</translation>
    </message>
    <message>
        <source>Unchanged for more than 7 days</source>
        <translation>Seit mehr als 7 Tagen im selben Status</translation>
    </message>
</context>
<context>
    <name>ListHead</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Only: %1. Show everything again</source>
        <translation>Nur: %1. Wieder alles zeigen</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles zeigen</translation>
    </message>
</context>
<context>
    <name>OverviewPane</name>
    <message>
        <source>Nothing here is: %1</source>
        <translation>Hier trifft auf kein Ticket zu: %1</translation>
    </message>
    <message>
        <source>The list is filtered.</source>
        <translation>Die Liste ist gefiltert.</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles zeigen</translation>
    </message>
</context>
</TS>
