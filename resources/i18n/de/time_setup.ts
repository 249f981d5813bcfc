<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_US">
    <context>
        <name>AdminPlaces</name>
        <message>
            <source>Calendars</source>
            <translation>Kalender</translation>
        </message>
        <message>
            <source>Service commitments</source>
            <translation>Service-Zusagen</translation>
        </message>
    </context>
    <context>
        <name>AdminActions</name>
        <message>
            <source>Save calendar</source>
            <translation>Kalender speichern</translation>
        </message>
        <message>
            <source>Save promise</source>
            <translation>Zusage speichern</translation>
        </message>
        <message>
            <source>Promise this no more</source>
            <translation>Nicht mehr zusagen</translation>
        </message>
    </context>
    <context>
        <name>CalendarsPage</name>
        <message>
            <source>New calendar</source>
            <translation>Neuer Kalender</translation>
        </message>
        <message>
            <source>The server is just laying this calendar out; dates follow within seconds.</source>
            <translation>Der Server rechnet diesen Kalender gerade durch; die Termine folgen in Sekunden.</translation>
        </message>
        <message>
            <source>Dates that are still open follow a change within seconds.</source>
            <translation>Noch offene Termine folgen einer Änderung innerhalb von Sekunden.</translation>
        </message>
        <message>
            <source>Na&amp;me</source>
            <translation>Na&amp;me</translation>
        </message>
        <message>
            <source>For instance 08:00–12:00, 13:00–17:00; left empty, nobody works that day.</source>
            <translation>Zum Beispiel 08:00–12:00, 13:00–17:00; bleibt das Feld leer, wird an dem Tag nicht gearbeitet.</translation>
        </message>
        <message>
            <source>Public holida&amp;ys of</source>
            <translation>&amp;Feiertage von</translation>
        </message>
        <message>
            <source>Time &amp;zone</source>
            <translation>Zeitz&amp;one</translation>
        </message>
        <message>
            <source>Own &amp;days</source>
            <translation>Eigene &amp;Tage</translation>
        </message>
        <message>
            <source>One to a line: 24.12.2026; Christmas Eve; 08:00–12:00. Without hours the office is closed that day.</source>
            <translation>Einer je Zeile: 24.12.2026; Heiligabend; 08:00–12:00. Ohne Uhrzeiten ist an dem Tag geschlossen.</translation>
        </message>
        <message>
            <source>&amp;The office works by it</source>
            <translation>&amp;Gilt für das Büro</translation>
        </message>
        <message>
            <source>And everybody who has no calendar of his own.</source>
            <translation>Und für alle, die keinen eigenen Kalender haben.</translation>
        </message>
        <message>
            <source>These &amp;groups work by it</source>
            <translation>Diese G&amp;ruppen arbeiten danach</translation>
        </message>
        <message>
            <source>Promises to these &amp;customer groups count by it</source>
            <translation>Zusagen an diese &amp;Kundengruppen zählen danach</translation>
        </message>
        <message>
            <source>&amp;New calendar</source>
            <translation>&amp;Neuer Kalender</translation>
        </message>
        <message>
            <source>No calendar yet</source>
            <translation>Noch kein Kalender</translation>
        </message>
        <message>
            <source>A calendar says which hours count for promises.</source>
            <translation>Ein Kalender sagt, welche Stunden für Zusagen zählen.</translation>
        </message>
    </context>
    <context>
        <name>CommitmentsPage</name>
        <message>
            <source>New promise</source>
            <translation>Neue Zusage</translation>
        </message>
        <message>
            <source>Not promised any more since {day}.</source>
            <translation>Seit {day} nicht mehr zugesagt.</translation>
        </message>
        <message>
            <source>Promised since {day}.</source>
            <translation>Zugesagt seit {day}.</translation>
        </message>
        <message>
            <source>A change holds for tickets recorded from then on; the others keep what was promised to them.</source>
            <translation>Eine Änderung gilt für Vorgänge, die danach erfasst werden; die anderen behalten, was ihnen zugesagt wurde.</translation>
        </message>
        <message>
            <source>everybody</source>
            <translation>alle</translation>
        </message>
        <message>
            <source>any</source>
            <translation>beliebig</translation>
        </message>
        <message>
            <source>working time as the group, the customer or the office has it</source>
            <translation>Arbeitszeit nach Gruppe, Kundengruppe oder Büro</translation>
        </message>
        <message>
            <source>working time: {name}</source>
            <translation>Arbeitszeit: {name}</translation>
        </message>
        <message>
            <source>every hour, around the clock</source>
            <translation>jede Stunde, rund um die Uhr</translation>
        </message>
        <message>
            <source>no, a promise to the requester</source>
            <translation>nein, eine Zusage an den Ersteller</translation>
        </message>
        <message>
            <source>to nobody</source>
            <translation>an niemanden</translation>
        </message>
        <message>
            <source>waits {reason}</source>
            <translation>wartet {reason}</translation>
        </message>
        <message>
            <source>Response: until the requester first hears of us</source>
            <translation>Erste Reaktion: bis der Ersteller von uns hört</translation>
        </message>
        <message>
            <source>Next message: from one message to the next</source>
            <translation>Nächste Nachricht: von einer Nachricht zur nächsten</translation>
        </message>
        <message>
            <source>Solution: until the final answer</source>
            <translation>Lösung: bis zur abschließenden Antwort</translation>
        </message>
        <message>
            <source>Na&amp;me</source>
            <translation>Na&amp;me</translation>
        </message>
        <message>
            <source>What is p&amp;romised</source>
            <translation>Was zugesag&amp;t wird</translation>
        </message>
        <message>
            <source>&amp;Within</source>
            <translation>Innerha&amp;lb von</translation>
        </message>
        <message>
            <source>A number with min or h: 30 min, 4 h, 40 h.</source>
            <translation>Eine Zahl mit min oder h: 30 min, 4 h, 40 h.</translation>
        </message>
        <message>
            <source>What &amp;counts</source>
            <translation>Was z&amp;ählt</translation>
        </message>
        <message>
            <source>For the customer gro&amp;up</source>
            <translation>Für die &amp;Kundengruppe</translation>
        </message>
        <message>
            <source>For the cate&amp;gory</source>
            <translation>Für die Kate&amp;gorie</translation>
        </message>
        <message>
            <source>And for everything below it.</source>
            <translation>Und für alles darunter.</translation>
        </message>
        <message>
            <source>For the &amp;kind</source>
            <translation>Für die A&amp;rt</translation>
        </message>
        <message>
            <source>For the &amp;priority</source>
            <translation>Für die &amp;Priorität</translation>
        </message>
        <message>
            <source>A target &amp;among ourselves, for the group</source>
            <translation>Ein &amp;internes Ziel, für die Gruppe</translation>
        </message>
        <message>
            <source>Then it runs from handing over to the group until it is taken over, or until its answer is back.</source>
            <translation>Es läuft dann von der Übergabe an die Gruppe bis zur Übernahme oder bis zu ihrer Rückmeldung.</translation>
        </message>
        <message>
            <source>The c&amp;lock stands still while the ticket</source>
            <translation>Die &amp;Uhr steht, solange der Vorgang</translation>
        </message>
        <message>
            <source>Warn at (per cen&amp;t used)</source>
            <translation>Warnen bei (Prozent &amp;verbraucht)</translation>
        </message>
        <message>
            <source>1 to 99; left empty, at 80.</source>
            <translation>1 bis 99; leer: bei 80.</translation>
        </message>
        <message>
            <source>When it breaks, raise the priority</source>
            <translation>Nach Ablauf die Priorität erhöhen</translation>
        </message>
        <message>
            <source>By one step.</source>
            <translation>Um eine Stufe.</translation>
        </message>
        <message>
            <source>When &amp;it breaks, hand the ticket on</source>
            <translation>Nach Ablau&amp;f weitergeben</translation>
        </message>
        <message>
            <source>Only one that is with a group or a handler already; what is new stays with the coordination.</source>
            <translation>Nur, was schon bei einer Gruppe oder Person liegt; Neues bleibt bei der Koordination.</translation>
        </message>
        <message>
            <source>&amp;New promise</source>
            <translation>&amp;Neue Zusage</translation>
        </message>
        <message>
            <source>Nothing is promised yet</source>
            <translation>Noch nichts zugesagt</translation>
        </message>
        <message>
            <source>A promise says within which time somebody hears of us or gets his solution.</source>
            <translation>Eine Zusage sagt, in welcher Zeit jemand von uns hört oder seine Lösung bekommt.</translation>
        </message>
    </context>
    <context>
        <name>Regions</name>
        <message>
            <source>Baden-Württemberg</source>
            <translation>Baden-Württemberg</translation>
        </message>
        <message>
            <source>Bavaria</source>
            <translation>Bayern</translation>
        </message>
        <message>
            <source>Bavaria, with Assumption Day</source>
            <translation>Bayern, mit Mariä Himmelfahrt</translation>
        </message>
        <message>
            <source>Augsburg</source>
            <translation>Augsburg</translation>
        </message>
        <message>
            <source>Berlin</source>
            <translation>Berlin</translation>
        </message>
        <message>
            <source>Brandenburg</source>
            <translation>Brandenburg</translation>
        </message>
        <message>
            <source>Bremen</source>
            <translation>Bremen</translation>
        </message>
        <message>
            <source>Hamburg</source>
            <translation>Hamburg</translation>
        </message>
        <message>
            <source>Hesse</source>
            <translation>Hessen</translation>
        </message>
        <message>
            <source>Mecklenburg-Western Pomerania</source>
            <translation>Mecklenburg-Vorpommern</translation>
        </message>
        <message>
            <source>Lower Saxony</source>
            <translation>Niedersachsen</translation>
        </message>
        <message>
            <source>North Rhine-Westphalia</source>
            <translation>Nordrhein-Westfalen</translation>
        </message>
        <message>
            <source>Rhineland-Palatinate</source>
            <translation>Rheinland-Pfalz</translation>
        </message>
        <message>
            <source>Saarland</source>
            <translation>Saarland</translation>
        </message>
        <message>
            <source>Saxony</source>
            <translation>Sachsen</translation>
        </message>
        <message>
            <source>Saxony-Anhalt</source>
            <translation>Sachsen-Anhalt</translation>
        </message>
        <message>
            <source>Schleswig-Holstein</source>
            <translation>Schleswig-Holstein</translation>
        </message>
        <message>
            <source>Thuringia</source>
            <translation>Thüringen</translation>
        </message>
        <message>
            <source>Austria</source>
            <translation>Österreich</translation>
        </message>
        <message>
            <source>Burgenland (Austria)</source>
            <translation>Burgenland (Österreich)</translation>
        </message>
        <message>
            <source>Carinthia (Austria)</source>
            <translation>Kärnten (Österreich)</translation>
        </message>
        <message>
            <source>Lower Austria</source>
            <translation>Niederösterreich</translation>
        </message>
        <message>
            <source>Upper Austria</source>
            <translation>Oberösterreich</translation>
        </message>
        <message>
            <source>Salzburg (Austria)</source>
            <translation>Salzburg (Österreich)</translation>
        </message>
        <message>
            <source>Styria (Austria)</source>
            <translation>Steiermark (Österreich)</translation>
        </message>
        <message>
            <source>Tyrol (Austria)</source>
            <translation>Tirol (Österreich)</translation>
        </message>
        <message>
            <source>Vorarlberg (Austria)</source>
            <translation>Vorarlberg (Österreich)</translation>
        </message>
        <message>
            <source>Vienna (Austria)</source>
            <translation>Wien (Österreich)</translation>
        </message>
        <message>
            <source>Switzerland, canton {code}</source>
            <translation>Schweiz, Kanton {code}</translation>
        </message>
        <message>
            <source>no public holidays</source>
            <translation>ohne Feiertage</translation>
        </message>
    </context>
    <context>
        <name>Sentences</name>
        <message>
            <source>A line begins with a day, as in 24.12.2026; Christmas Eve; 08:00–12:00.</source>
            <translation>Eine Zeile beginnt mit einem Tag, wie 24.12.2026; Heiligabend; 08:00–12:00.</translation>
        </message>
    </context>
</TS>
