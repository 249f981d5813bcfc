<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_US">
    <context>
        <name>Promises</name>
        <message>
            <source>under 1 min</source>
            <translation>unter 1 min</translation>
        </message>
        <message>
            <source>Taking over</source>
            <translation>Übernahme</translation>
        </message>
        <message>
            <source>Handing back</source>
            <translation>Rückmeldung</translation>
        </message>
        <message>
            <source>Response</source>
            <translation>Erste Reaktion</translation>
        </message>
        <message>
            <source>Next message</source>
            <translation>Nächste Nachricht</translation>
        </message>
        <message>
            <source>Solution</source>
            <translation>Lösung</translation>
        </message>
        <message>
            <source>no longer holds</source>
            <translation>gilt nicht mehr</translation>
        </message>
        <message>
            <source>kept</source>
            <translation>eingehalten</translation>
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
            <source>stopped, {left}</source>
            <translation>angehalten, {left}</translation>
        </message>
        <message>
            <source>open, the clock is stopped</source>
            <translation>offen, die Uhr steht</translation>
        </message>
        <message>
            <source>{span}, around the clock</source>
            <translation>{span}, rund um die Uhr</translation>
        </message>
        <message>
            <source>{span} of working time, {calendar}</source>
            <translation>{span} Arbeitszeit, {calendar}</translation>
        </message>
        <message>
            <source>counts</source>
            <translation>zählt</translation>
        </message>
        <message>
            <source>stopped, {reason}</source>
            <translation>angehalten, {reason}</translation>
        </message>
        <message>
            <source>waits {reason}</source>
            <translation>wartet {reason}</translation>
        </message>
        <message>
            <source>no working day</source>
            <translation>kein Arbeitstag</translation>
        </message>
        <message>
            <source>{name} (public holiday)</source>
            <translation>{name} (Feiertag)</translation>
        </message>
        <message>
            <source>{name} (closed)</source>
            <translation>{name} (geschlossen)</translation>
        </message>
        <message>
            <source>answered, until it was opened again</source>
            <translation>beantwortet, bis zur Wiederöffnung</translation>
        </message>
    </context>
    <context>
        <name>PromisesPage</name>
        <message>
            <source>No connection. The promises are shown as soon as the server is back.</source>
            <translation>Keine Verbindung. Die Zusagen erscheinen, sobald der Server wieder da ist.</translation>
        </message>
        <message>
            <source>runs since {moment}</source>
            <translation>läuft seit {moment}</translation>
        </message>
        <message>
            <source>time zone {zone}</source>
            <translation>Zeitzone {zone}</translation>
        </message>
        <message>
            <source>time zone {zone}, due there at {time}</source>
            <translation>Zeitzone {zone}, dort fällig um {time} Uhr</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>Tag</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Uhrzeit</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Was</translation>
        </message>
        <message>
            <source>Counted</source>
            <translation>Gezählt</translation>
        </message>
        <message>
            <source>Sum</source>
            <translation>Summe</translation>
        </message>
        <message>
            <source>{number}: why {date}?</source>
            <translation>{number}: Warum {date}?</translation>
        </message>
        <message>
            <source>Promise</source>
            <translation>Zusage</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>Bis zur</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>Termin</translation>
        </message>
        <message>
            <source>How it stands</source>
            <translation>Stand</translation>
        </message>
        <message>
            <source>Agreed</source>
            <translation>Vereinbart</translation>
        </message>
        <message>
            <source>Promises</source>
            <translation>Zusagen</translation>
        </message>
        <message>
            <source>Why this date?</source>
            <translation>Warum dieses Datum?</translation>
        </message>
        <message>
            <source>Print …</source>
            <translation>Drucken …</translation>
        </message>
        <message>
            <source>No promise holds for this ticket</source>
            <translation>Für diesen Vorgang gilt keine Zusage</translation>
        </message>
        <message>
            <source>The administration says which response and solution times are promised to whom.</source>
            <translation>Welche Reaktions- und Lösungszeiten wem zugesagt sind, legt die Verwaltung fest.</translation>
        </message>
    </context>
    <context>
        <name>CasePages</name>
        <message>
            <source>Promises</source>
            <translation>Zusagen</translation>
        </message>
    </context>
    <context>
        <name>Tray</name>
        <message>
            <source>A promise is about to be broken</source>
            <translation>Zusage läuft bald ab</translation>
        </message>
        <message>
            <source>A promise is broken</source>
            <translation>Zusage nicht eingehalten</translation>
        </message>
    </context>
    <context>
        <name>Sentences</name>
        <message>
            <source>This calendar has no working hours. Please enter at least one span of a day.</source>
            <translation>Dieser Kalender hat keine Arbeitszeiten. Bitte tragen Sie mindestens einen Zeitraum eines Tages ein.</translation>
        </message>
        <message>
            <source>A span has to begin before it ends, between 00:00 and 24:00.</source>
            <translation>Ein Zeitraum muss vor seinem Ende beginnen, zwischen 00:00 und 24:00 Uhr.</translation>
        </message>
        <message>
            <source>Two spans of this day overlap. Please correct one of them.</source>
            <translation>Zwei Zeiträume dieses Tages überschneiden sich. Bitte berichtigen Sie einen davon.</translation>
        </message>
        <message>
            <source>There is no such time zone. Please choose one from the list.</source>
            <translation>Diese Zeitzone gibt es nicht. Bitte wählen Sie eine aus der Liste.</translation>
        </message>
        <message>
            <source>This moment lies outside of the years that the calendar covers.</source>
            <translation>Dieser Zeitpunkt liegt außerhalb der Jahre, die der Kalender umfasst.</translation>
        </message>
        <message>
            <source>Please promise at least one minute and at most five years.</source>
            <translation>Bitte sagen Sie mindestens eine Minute und höchstens fünf Jahre zu.</translation>
        </message>
    </context>
</TS>
