<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_US">
<context>
    <name>About</name>
    <message>
        <source>About Ticketdesk</source>
        <translation>Über Ticketdesk</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Incidents and tickets of an office: report, coordinate, clarify, answer.</source>
        <translation>Störungen und Vorgänge eines Büros: melden, koordinieren, klären, beantworten.</translation>
    </message>
    <message>
        <source>Free software under the LGPL, version 3 or later.</source>
        <translation>Freie Software unter der LGPL, Version 3 oder später.</translation>
    </message>
</context>
<context>
    <name>ConnectionBanner</name>
    <message>
        <source>Connect now</source>
        <translation>Jetzt verbinden</translation>
    </message>
    <message>
        <source>No connection since %1. What you write stays on this computer and is sent afterwards.</source>
        <translation>Keine Verbindung seit %1. Was Sie schreiben, bleibt auf diesem Rechner und wird danach gesendet.</translation>
    </message>
    <message>
        <source>No connection since %1. You see the state of %2. What you write stays on this computer and is sent afterwards.</source>
        <translation>Keine Verbindung seit %1. Sie sehen den Stand von %2. Was Sie schreiben, bleibt auf diesem Rechner und wird danach gesendet.</translation>
    </message>
    <message>
        <source>Connected again. Nothing was missed.</source>
        <translation>Wieder verbunden. Es gab keine Änderungen.</translation>
    </message>
    <message>
        <source>Connected again. 1 change caught up.</source>
        <translation>Wieder verbunden. 1 Änderung nachgeholt.</translation>
    </message>
    <message>
        <source>Connected again. %1 changes caught up.</source>
        <translation>Wieder verbunden. %1 Änderungen nachgeholt.</translation>
    </message>
</context>
<context>
    <name>Jump</name>
    <message>
        <source>No connection: %1 cannot be looked up now.</source>
        <translation>Keine Verbindung: %1 kann gerade nicht nachgeschlagen werden.</translation>
    </message>
    <message>
        <source>%1 does not exist, or is not open to you.</source>
        <translation>%1 gibt es nicht, oder es ist für Sie nicht einsehbar.</translation>
    </message>
    <message>
        <source>%1 was merged into %2.</source>
        <translation>%1 wurde mit %2 zusammengeführt.</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Wirkung</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ListHead</name>
    <message>
        <source>%1 new</source>
        <translation>%1 neu</translation>
    </message>
    <message>
        <source>%1 new tickets above; show them</source>
        <translation>%1 neue Tickets weiter oben; anzeigen</translation>
    </message>
    <message>
        <source>Rows and columns</source>
        <translation>Zeilen und Spalten</translation>
    </message>
    <message>
        <source>Sorted by: %1</source>
        <translation>Sortiert nach: %1</translation>
    </message>
    <message>
        <source>Descending</source>
        <translation>Absteigend</translation>
    </message>
    <message>
        <source>Ascending</source>
        <translation>Aufsteigend</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>Komfortabel</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Kompakt</translation>
    </message>
</context>
<context>
    <name>MenuBar</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Ticket</source>
        <translation>&amp;Ticket</translation>
    </message>
    <message>
        <source>&amp;Reply</source>
        <translation>A&amp;ntworten</translation>
    </message>
    <message>
        <source>E&amp;xtras</source>
        <translation>&amp;Extras</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Arrangement</source>
        <translation>An&amp;ordnung</translation>
    </message>
    <message>
        <source>&amp;Rows</source>
        <translation>&amp;Zeilen</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>&amp;Spalten</translation>
    </message>
    <message>
        <source>Size of te&amp;xt</source>
        <translation>Schrift&amp;größe</translation>
    </message>
    <message>
        <source>C&amp;olours</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>S&amp;prache</translation>
    </message>
    <message>
        <source>&amp;Partial clarifications</source>
        <translation>&amp;Teilklärungen</translation>
    </message>
    <message>
        <source>Priorit&amp;y</source>
        <translation>&amp;Priorität</translation>
    </message>
    <message>
        <source>C&amp;hange data</source>
        <translation>Angaben än&amp;dern</translation>
    </message>
    <message>
        <source>&amp;Links</source>
        <translation>Verknüp&amp;fen</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Navigation</source>
        <translation>Navigation</translation>
    </message>
</context>
<context>
    <name>NavigationModel</name>
    <message>
        <source>%1, %2 tickets</source>
        <translation>%1, %2 Tickets</translation>
    </message>
</context>
<context>
    <name>OverviewActions</name>
    <message>
        <source>Next &amp;unread</source>
        <translation>Nächstes &amp;Ungelesenes</translation>
    </message>
    <message>
        <source>Mar&amp;k as read</source>
        <translation>Als &amp;gelesen markieren</translation>
    </message>
    <message>
        <source>&amp;Comfortable</source>
        <translation>&amp;Komfortabel</translation>
    </message>
    <message>
        <source>C&amp;ompact, in columns</source>
        <translation>Ko&amp;mpakt, in Spalten</translation>
    </message>
    <message>
        <source>Re&amp;fresh</source>
        <translation>Ak&amp;tualisieren</translation>
    </message>
</context>
<context>
    <name>OverviewPane</name>
    <message>
        <source>No tickets here</source>
        <translation>Hier gibt es keine Tickets</translation>
    </message>
    <message>
        <source>Your role works on people and set-up, not on tickets.</source>
        <translation>Ihre Rolle verwaltet Personen und Einrichtung, keine Tickets.</translation>
    </message>
    <message>
        <source>Open the administration</source>
        <translation>Verwaltung öffnen</translation>
    </message>
    <message>
        <source>The list could not be read</source>
        <translation>Die Liste konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>The server refused the question.</source>
        <translation>Der Server hat die Anfrage abgelehnt.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Keine Verbindung</translation>
    </message>
    <message>
        <source>Nothing of this view is known here yet. It appears by itself.</source>
        <translation>Von dieser Ansicht ist hier noch nichts bekannt. Sie erscheint von selbst.</translation>
    </message>
    <message>
        <source>Record a report …</source>
        <translation>Meldung erfassen …</translation>
    </message>
    <message>
        <source>Show “%1”</source>
        <translation>„%1“ zeigen</translation>
    </message>
    <message>
        <source>1 report</source>
        <translation>1 Meldung</translation>
    </message>
    <message>
        <source>1 ticket</source>
        <translation>1 Ticket</translation>
    </message>
    <message>
        <source>%1 reports</source>
        <translation>%1 Meldungen</translation>
    </message>
    <message>
        <source>%1 tickets</source>
        <translation>%1 Tickets</translation>
    </message>
    <message>
        <source>, %1 selected</source>
        <translation>, %1 ausgewählt</translation>
    </message>
    <message>
        <source>Fold or unfold the navigation</source>
        <translation>Navigation ein- oder ausklappen</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>Assigned to me</source>
        <translation>Mir zugewiesen</translation>
    </message>
    <message>
        <source>Nothing is assigned to you</source>
        <translation>Ihnen ist nichts zugewiesen</translation>
    </message>
    <message>
        <source>What is handed to you appears here by itself. Free tickets of your groups can be taken over.</source>
        <translation>Was Ihnen übergeben wird, erscheint hier von selbst. Freie Tickets Ihrer Gruppen können Sie übernehmen.</translation>
    </message>
    <message>
        <source>Groups, free</source>
        <translation>Gruppen, frei</translation>
    </message>
    <message>
        <source>Nothing is free in your groups</source>
        <translation>Nichts frei in Ihren Gruppen</translation>
    </message>
    <message>
        <source>New tickets appear here by themselves. Select one and take it over.</source>
        <translation>Neue Tickets erscheinen hier von selbst. Wählen Sie eines aus und übernehmen Sie es.</translation>
    </message>
    <message>
        <source>Groups, in work</source>
        <translation>Gruppen, in Arbeit</translation>
    </message>
    <message>
        <source>Your groups have nothing in work</source>
        <translation>Ihre Gruppen haben nichts in Arbeit</translation>
    </message>
    <message>
        <source>As soon as somebody takes a ticket over, it stands here with the name.</source>
        <translation>Sobald jemand ein Ticket übernimmt, steht es hier mit dem Namen.</translation>
    </message>
    <message>
        <source>Taking part</source>
        <translation>Beteiligt</translation>
    </message>
    <message>
        <source>You take part in no other ticket</source>
        <translation>Sie sind an keinem anderen Ticket beteiligt</translation>
    </message>
    <message>
        <source>Tickets that you have handled or coordinated before stay here until they are finished.</source>
        <translation>Tickets, die Sie einmal bearbeitet oder koordiniert haben, bleiben hier, bis sie erledigt sind.</translation>
    </message>
    <message>
        <source>All open</source>
        <translation>Alle offenen</translation>
    </message>
    <message>
        <source>No open tickets</source>
        <translation>Keine offenen Tickets</translation>
    </message>
    <message>
        <source>Everything is answered or closed. New reports appear here by themselves.</source>
        <translation>Alles ist beantwortet oder abgeschlossen. Neue Meldungen erscheinen hier von selbst.</translation>
    </message>
    <message>
        <source>Newly received</source>
        <translation>Neu eingegangen</translation>
    </message>
    <message>
        <source>Nothing new</source>
        <translation>Nichts Neues</translation>
    </message>
    <message>
        <source>New reports appear here by themselves. Accept one to take it into coordination.</source>
        <translation>Neue Meldungen erscheinen hier von selbst. Mit „Annehmen“ übernehmen Sie eine in die Koordination.</translation>
    </message>
    <message>
        <source>Reported back</source>
        <translation>Rückgemeldet</translation>
    </message>
    <message>
        <source>Nothing reported back</source>
        <translation>Nichts rückgemeldet</translation>
    </message>
    <message>
        <source>Answers of the handlers to the coordination appear here by themselves.</source>
        <translation>Rückmeldungen der Bearbeitung an die Koordination erscheinen hier von selbst.</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Überfällig</translation>
    </message>
    <message>
        <source>Nothing is overdue</source>
        <translation>Nichts ist überfällig</translation>
    </message>
    <message>
        <source>Tickets whose date or service commitment has passed appear here.</source>
        <translation>Tickets, deren Frist verstrichen oder deren Service-Zusage nicht eingehalten ist, erscheinen hier.</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Beantwortet</translation>
    </message>
    <message>
        <source>No answer waits for confirmation</source>
        <translation>Keine Antwort wartet auf Bestätigung</translation>
    </message>
    <message>
        <source>Answered tickets stand here until they are confirmed or closed.</source>
        <translation>Beantwortete Tickets stehen hier, bis sie bestätigt oder abgeschlossen werden.</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Nothing is closed yet</source>
        <translation>Noch nichts abgeschlossen</translation>
    </message>
    <message>
        <source>Closed, withdrawn and rejected tickets stay here.</source>
        <translation>Abgeschlossene, zurückgezogene und abgelehnte Tickets bleiben hier.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>You have no open reports</source>
        <translation>Sie haben keine offenen Meldungen</translation>
    </message>
    <message>
        <source>Report a disturbance, an error or a request. You follow here what becomes of it.</source>
        <translation>Melden Sie eine Störung, einen Fehler oder eine Anfrage. Hier verfolgen Sie, was daraus wird.</translation>
    </message>
    <message>
        <source>Answer needed</source>
        <translation>Antwort nötig</translation>
    </message>
    <message>
        <source>No question waits for you</source>
        <translation>Keine Rückfrage wartet auf Sie</translation>
    </message>
    <message>
        <source>If something must be asked about your report, it stands here.</source>
        <translation>Wenn es zu Ihrer Meldung eine Rückfrage gibt, steht sie hier.</translation>
    </message>
    <message>
        <source>No answer waits for your confirmation</source>
        <translation>Keine Antwort wartet auf Ihre Bestätigung</translation>
    </message>
    <message>
        <source>When your report is answered, confirm the solution here or say that it is not solved.</source>
        <translation>Ist Ihre Meldung beantwortet, bestätigen Sie hier die Lösung oder melden, dass sie nicht gelöst ist.</translation>
    </message>
    <message>
        <source>None of your reports is closed yet</source>
        <translation>Noch keine Ihrer Meldungen ist abgeschlossen</translation>
    </message>
    <message>
        <source>Closed reports stay here and can be read at any time.</source>
        <translation>Abgeschlossene Meldungen bleiben hier und sind jederzeit lesbar.</translation>
    </message>
    <message>
        <source>My work</source>
        <translation>Meine Arbeit</translation>
    </message>
    <message>
        <source>Coordination</source>
        <translation>Koordination</translation>
    </message>
    <message>
        <source>All tickets</source>
        <translation>Alle Vorgänge</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>My reports</source>
        <translation>Meine Meldungen</translation>
    </message>
    <message>
        <source>Comes back</source>
        <translation>Kommt wieder</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>Zuletzt geändert</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>Due date</source>
        <translation>Frist</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
</context>
<context>
    <name>Rows</name>
    <message>
        <source>leaves this view</source>
        <translation>verlässt diese Ansicht</translation>
    </message>
    <message>
        <source>Wish {day}</source>
        <translation>Wunsch {day}</translation>
    </message>
    <message>
        <source>received {when}</source>
        <translation>{when}</translation>
    </message>
    <message>
        <source>changed {when}</source>
        <translation>Stand {when}</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>&amp;New ticket</source>
        <translation>&amp;Neues Ticket</translation>
    </message>
    <message>
        <source>&amp;Open by number …</source>
        <translation>Öffnen über N&amp;ummer …</translation>
    </message>
    <message>
        <source>&amp;Sign out</source>
        <translation>&amp;Abmelden</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Ausschneiden</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>A&amp;lles auswählen</translation>
    </message>
    <message>
        <source>List on the &amp;left</source>
        <translation>Liste &amp;links</translation>
    </message>
    <message>
        <source>List on &amp;top</source>
        <translation>Liste &amp;oben</translation>
    </message>
    <message>
        <source>List &amp;only</source>
        <translation>&amp;Nur Liste</translation>
    </message>
    <message>
        <source>&amp;Reset arrangement</source>
        <translation>Anordnung &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Navigation with words</source>
        <translation>&amp;Navigation mit Wörtern</translation>
    </message>
    <message>
        <source>&amp;Back to the list</source>
        <translation>Zurück zur &amp;Liste</translation>
    </message>
    <message>
        <source>Next ar&amp;ea</source>
        <translation>Nä&amp;chster Bereich</translation>
    </message>
    <message>
        <source>&amp;Previous area</source>
        <translation>&amp;Vorheriger Bereich</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>Schrift &amp;größer</translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation>Schrift &amp;kleiner</translation>
    </message>
    <message>
        <source>S&amp;ystem size</source>
        <translation>Schriftgröße des S&amp;ystems</translation>
    </message>
    <message>
        <source>S&amp;ystem colours</source>
        <translation>Farben des S&amp;ystems</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Settings …</source>
        <translation>&amp;Einstellungen …</translation>
    </message>
    <message>
        <source>&amp;Commands …</source>
        <translation>&amp;Befehle …</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;About Ticketdesk</source>
        <translation>Ü&amp;ber Ticketdesk</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>1 message waits</source>
        <translation>1 Nachricht in der Warteschlange</translation>
    </message>
    <message>
        <source>%1 messages wait</source>
        <translation>%1 Nachrichten in der Warteschlange</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Connected to %1</source>
        <translation>Verbunden mit %1</translation>
    </message>
    <message>
        <source>Connected to %1, asking regularly</source>
        <translation>Verbunden mit %1, Abfrage in Abständen</translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation>Verbindung wird aufgebaut …</translation>
    </message>
    <message>
        <source>Cut off since %1</source>
        <translation>Getrennt seit %1</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>TicketColumns</name>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Coordination</source>
        <translation>Koordination</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>Zuletzt geändert</translation>
    </message>
</context>
<context>
    <name>TicketList</name>
    <message>
        <source>Tickets</source>
        <translation>Tickets</translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Open by number</source>
        <translation>Nummer öffnen</translation>
    </message>
</context>
</TS>
