<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_US">
    <context>
        <name>AdminActions</name>
        <message>
            <source>Discard what was typed</source>
            <translation>Eingaben verwerfen</translation>
        </message>
        <message>
            <source>New category</source>
            <translation>Neue Kategorie</translation>
        </message>
        <message>
            <source>New customer group</source>
            <translation>Neue Kundengruppe</translation>
        </message>
        <message>
            <source>New group</source>
            <translation>Neue Gruppe</translation>
        </message>
        <message>
            <source>Out of use, or back into it</source>
            <translation>Außer Gebrauch nehmen oder wieder in Gebrauch</translation>
        </message>
        <message>
            <source>Read anew</source>
            <translation>Neu lesen</translation>
        </message>
        <message>
            <source>Save category</source>
            <translation>Kategorie speichern</translation>
        </message>
        <message>
            <source>Save contact</source>
            <translation>Kontakt speichern</translation>
        </message>
        <message>
            <source>Save customer group</source>
            <translation>Kundengruppe speichern</translation>
        </message>
        <message>
            <source>Save group</source>
            <translation>Gruppe speichern</translation>
        </message>
        <message>
            <source>Save settings</source>
            <translation>Einstellungen speichern</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Speichern</translation>
        </message>
    </context>
    <context>
        <name>AdminPane</name>
        <message>
            <source>&amp;Back to the tickets</source>
            <translation>&amp;Zurück zu den Tickets</translation>
        </message>
        <message>
            <source>Administration</source>
            <translation>Verwaltung</translation>
        </message>
        <message>
            <source>No connection: the set-up can neither be read nor saved at this moment.</source>
            <translation>Keine Verbindung: Die Einrichtung kann im Augenblick weder gelesen noch gespeichert werden.</translation>
        </message>
        <message>
            <source>Pages of the administration</source>
            <translation>Seiten der Verwaltung</translation>
        </message>
        <message>
            <source>What you saved in the administration was refused: {why}</source>
            <translation>Was Sie in der Verwaltung gespeichert haben, wurde abgelehnt: {why}</translation>
        </message>
    </context>
    <context>
        <name>AdminPlaces</name>
        <message>
            <source>Categories</source>
            <translation>Kategorien</translation>
        </message>
        <message>
            <source>Contacts</source>
            <translation>Kontakte</translation>
        </message>
        <message>
            <source>Customer groups</source>
            <translation>Kundengruppen</translation>
        </message>
        <message>
            <source>Groups</source>
            <translation>Gruppen</translation>
        </message>
        <message>
            <source>Office</source>
            <translation>Büro</translation>
        </message>
        <message>
            <source>State of the server</source>
            <translation>Zustand des Servers</translation>
        </message>
    </context>
    <context>
        <name>CategoriesPage</name>
        <message>
            <source>&amp;Clarification of new tickets</source>
            <translation>&amp;Klärung neuer Tickets</translation>
        </message>
        <message>
            <source>&amp;New category</source>
            <translation>&amp;Neue Kategorie</translation>
        </message>
        <message>
            <source>0 to 3650; later the requester gets a new ticket that is linked.</source>
            <translation>0 bis 3650; danach bekommt der Ersteller ein neues, verknüpftes Ticket.</translation>
        </message>
        <message>
            <source>As above: hidden</source>
            <translation>Wie darüber: verborgen</translation>
        </message>
        <message>
            <source>As above: transparent</source>
            <translation>Wie darüber: transparent</translation>
        </message>
        <message>
            <source>Categories help to find, to steer and to evaluate tickets.</source>
            <translation>Kategorien helfen, Tickets zu finden, zu steuern und auszuwerten.</translation>
        </message>
        <message>
            <source>Categories</source>
            <translation>Kategorien</translation>
        </message>
        <message>
            <source>Customer group and office can keep it hidden besides.</source>
            <translation>Auch Kundengruppe und Büro können sie verborgen halten.</translation>
        </message>
        <message>
            <source>Hidden</source>
            <translation>Verborgen</translation>
        </message>
        <message>
            <source>Left empty, the German name is taken.</source>
            <translation>Bleibt es leer, gilt der deutsche Name.</translation>
        </message>
        <message>
            <source>&amp;May be reopened for (days)</source>
            <translation>Wieder zu ö&amp;ffnen innerhalb von (Tagen)</translation>
        </message>
        <message>
            <source>Name in Engl&amp;ish</source>
            <translation>Name auf Eng&amp;lisch</translation>
        </message>
        <message>
            <source>Name in &amp;German</source>
            <translation>Na&amp;me auf Deutsch</translation>
        </message>
        <message>
            <source>New category</source>
            <translation>Neue Kategorie</translation>
        </message>
        <message>
            <source>No category yet</source>
            <translation>Noch keine Kategorie</translation>
        </message>
        <message>
            <source>Stands belo&amp;w</source>
            <translation>Steht &amp;unter</translation>
        </message>
        <message>
            <source>Transparent</source>
            <translation>Transparent</translation>
        </message>
        <message>
            <source>as above: {days}</source>
            <translation>wie darüber: {days}</translation>
        </message>
        <message>
            <source>Not set: transparent</source>
            <translation>Nicht festgelegt: transparent</translation>
        </message>
        <message>
            <source>as in the whole office: {days}</source>
            <translation>wie im ganzen Büro: {days}</translation>
        </message>
        <message>
            <source>at the top</source>
            <translation>ganz oben</translation>
        </message>
    </context>
    <context>
        <name>ContactsPage</name>
        <message>
            <source>E-ma&amp;il</source>
            <translation>E-Ma&amp;il</translation>
        </message>
        <message>
            <source>&amp;Phone</source>
            <translation>&amp;Telefon</translation>
        </message>
        <message>
            <source>C&amp;ompany</source>
            <translation>&amp;Firma</translation>
        </message>
        <message>
            <source>Contacts</source>
            <translation>Kontakte</translation>
        </message>
        <message>
            <source>Customer &amp;group</source>
            <translation>Kunden&amp;gruppe</translation>
        </message>
        <message>
            <source>Dep&amp;artment</source>
            <translation>Abtei&amp;lung</translation>
        </message>
        <message>
            <source>Find a contact</source>
            <translation>Kontakt suchen</translation>
        </message>
        <message>
            <source>Find somebody at the left to see and change the data.</source>
            <translation>Suchen Sie links jemanden, um die Angaben zu sehen und zu ändern.</translation>
        </message>
        <message>
            <source>Na&amp;me</source>
            <translation>Na&amp;me</translation>
        </message>
        <message>
            <source>No connection: nobody can be found at this moment.</source>
            <translation>Keine Verbindung: Im Augenblick kann niemand gefunden werden.</translation>
        </message>
        <message>
            <source>No contact chosen</source>
            <translation>Kein Kontakt gewählt</translation>
        </message>
        <message>
            <source>Nobody was found.</source>
            <translation>Niemand gefunden.</translation>
        </message>
        <message>
            <source>Of somebody with access only the administration changes it.</source>
            <translation>Bei Personen mit Zugang ändert sie nur die Verwaltung.</translation>
        </message>
        <message>
            <source>Only colleagues were found; their data is kept with their access.</source>
            <translation>Nur Kollegen gefunden; deren Angaben gehören zu ihrem Zugang.</translation>
        </message>
        <message>
            <source>Past tickets keep the data of their day.</source>
            <translation>Vergangene Tickets behalten die Angaben von ihrem Tag.</translation>
        </message>
        <message>
            <source>This contact cannot be read at this moment.</source>
            <translation>Dieser Kontakt kann im Augenblick nicht gelesen werden.</translation>
        </message>
        <message>
            <source>Type a name, a company, an e-mail address or a phone number.</source>
            <translation>Geben Sie Name, Firma, E-Mail-Adresse oder Telefonnummer ein.</translation>
        </message>
    </context>
    <context>
        <name>CustomerGroupsPage</name>
        <message>
            <source>A caller's ticket goes to the customer group that is called like his company.</source>
            <translation>Das Ticket eines Anrufers kommt zu der Kundengruppe, die wie seine Firma heißt.</translation>
        </message>
        <message>
            <source>Hide the cl&amp;arification of new tickets</source>
            <translation>Klärung neuer Tickets &amp;verbergen</translation>
        </message>
        <message>
            <source>&amp;New customer group</source>
            <translation>&amp;Neue Kundengruppe</translation>
        </message>
        <message>
            <source>Companies, departments or tenants that are kept apart.</source>
            <translation>Firmen, Abteilungen oder Mandanten, die voneinander getrennt sind.</translation>
        </message>
        <message>
            <source>Customer groups</source>
            <translation>Kundengruppen</translation>
        </message>
        <message>
            <source>Na&amp;me</source>
            <translation>Na&amp;me</translation>
        </message>
        <message>
            <source>New customer group</source>
            <translation>Neue Kundengruppe</translation>
        </message>
        <message>
            <source>No customer group yet</source>
            <translation>Noch keine Kundengruppe</translation>
        </message>
        <message>
            <source>The requester sees answers only, until single entries are released.</source>
            <translation>Der Ersteller sieht nur Antworten, bis einzelne Einträge freigegeben werden.</translation>
        </message>
    </context>
    <context>
        <name>DetailPage</name>
        <message numerus="yes">
            <source>%n open ticket(s) still lie with this group. Please assign them elsewhere first.</source>
            <translation>
                <numerusform>Bei dieser Gruppe liegt noch %n offenes Ticket. Bitte weisen Sie es zuerst anderswo zu.</numerusform>
                <numerusform>Bei dieser Gruppe liegen noch %n offene Tickets. Bitte weisen Sie diese zuerst anderswo zu.</numerusform>
            </translation>
        </message>
        <message>
            <source>&amp;Discard</source>
            <translation>Ver&amp;werfen</translation>
        </message>
        <message>
            <source>&amp;Save</source>
            <translation>&amp;Speichern</translation>
        </message>
        <message>
            <source>No connection. It is saved as soon as the server is back; the draft stays.</source>
            <translation>Keine Verbindung. Es wird gespeichert, sobald der Server wieder da ist; der Entwurf bleibt.</translation>
        </message>
        <message>
            <source>Not saved yet; kept as a draft on this computer.</source>
            <translation>Noch nicht gespeichert; als Entwurf auf diesem Rechner.</translation>
        </message>
        <message>
            <source>Put &amp;back into use</source>
            <translation>Wieder in Ge&amp;brauch nehmen</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>Gespeichert.</translation>
        </message>
        <message>
            <source>Please give a whole number from {least} to {most}.</source>
            <translation>Bitte geben Sie eine ganze Zahl von {least} bis {most} ein.</translation>
        </message>
        <message>
            <source>Last changed by {name}, {moment}</source>
            <translation>Zuletzt geändert von {name}, {moment}</translation>
        </message>
        <message>
            <source>Last changed {moment}</source>
            <translation>Zuletzt geändert am {moment}</translation>
        </message>
        <message>
            <source>Take &amp;out of use</source>
            <translation>Außer Gebrau&amp;ch nehmen</translation>
        </message>
        <message>
            <source>This does not exist any more. Your text is kept.</source>
            <translation>Das gibt es nicht mehr. Ihr Text bleibt erhalten.</translation>
        </message>
        <message>
            <source>This was changed in the meantime. Your text is kept; saving again replaces what stands there now.</source>
            <translation>Das wurde inzwischen geändert. Ihr Text bleibt erhalten; erneutes Speichern ersetzt, was jetzt dort steht.</translation>
        </message>
        <message>
            <source>{name} has changed this in the meantime. Your text is kept; saving again replaces what stands there now.</source>
            <translation>{name} hat das inzwischen geändert. Ihr Text bleibt erhalten; erneutes Speichern ersetzt, was jetzt dort steht.</translation>
        </message>
    </context>
    <context>
        <name>GroupsPage</name>
        <message>
            <source>They see the group's tickets and take them over.</source>
            <translation>Sie sehen die Tickets der Gruppe und übernehmen sie.</translation>
        </message>
        <message numerus="yes">
            <source>%n open ticket(s) lie with this group.</source>
            <translation>
                <numerusform>Bei dieser Gruppe liegt %n offenes Ticket.</numerusform>
                <numerusform>Bei dieser Gruppe liegen %n offene Tickets.</numerusform>
            </translation>
        </message>
        <message>
            <source>Everybod&amp;y may report straight to this group</source>
            <translation>A&amp;lle dürfen direkt an diese Gruppe melden</translation>
        </message>
        <message>
            <source>&amp;New group</source>
            <translation>&amp;Neue Gruppe</translation>
        </message>
        <message>
            <source>Besides, open to these &amp;customer groups</source>
            <translation>Außerdem offen für diese &amp;Kundengruppen</translation>
        </message>
        <message>
            <source>Groups</source>
            <translation>Gruppen</translation>
        </message>
        <message>
            <source>Membe&amp;rs</source>
            <translation>M&amp;itglieder</translation>
        </message>
        <message>
            <source>Na&amp;me</source>
            <translation>Na&amp;me</translation>
        </message>
        <message>
            <source>New group</source>
            <translation>Neue Gruppe</translation>
        </message>
        <message>
            <source>No group yet</source>
            <translation>Noch keine Gruppe</translation>
        </message>
        <message>
            <source>The members of a group take over its tickets.</source>
            <translation>Die Mitglieder einer Gruppe übernehmen deren Tickets.</translation>
        </message>
        <message>
            <source>{name} (no longer here)</source>
            <translation>{name} (nicht mehr hier)</translation>
        </message>
    </context>
    <context>
        <name>HealthPage</name>
        <message>
            <source>&amp;Ask again</source>
            <translation>&amp;Neu abfragen</translation>
        </message>
        <message>
            <source>No connection: what stands here is from the last answer.</source>
            <translation>Keine Verbindung: Was hier steht, stammt von der letzten Antwort.</translation>
        </message>
        <message>
            <source>The server is being asked …</source>
            <translation>Der Server wird gefragt …</translation>
        </message>
        <message>
            <source>as of {time}</source>
            <translation>Stand {time}</translation>
        </message>
    </context>
    <context>
        <name>HealthWords</name>
        <message>
            <source>Room on the server's disk</source>
            <translation>Platz auf der Platte des Servers</translation>
        </message>
        <message>
            <source>The database's journal</source>
            <translation>Journal der Datenbank</translation>
        </message>
        <message>
            <source>The office's data takes {stored}; the disk could not be looked at.</source>
            <translation>Die Daten des Büros belegen {stored}; die Platte war nicht einzusehen.</translation>
        </message>
        <message>
            <source>{free} of {total} are free. The office's data takes {stored}.</source>
            <translation>{free} von {total} sind frei. Die Daten des Büros belegen {stored}.</translation>
        </message>
        <message numerus="yes">
            <source>%n thing(s) are worth a look</source>
            <translation>
                <numerusform>%n Punkt ist einen Blick wert</numerusform>
                <numerusform>%n Punkte sind einen Blick wert</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n thing(s) need help</source>
            <translation>
                <numerusform>%n Punkt braucht Hilfe</numerusform>
                <numerusform>%n Punkte brauchen Hilfe</numerusform>
            </translation>
        </message>
        <message>
            <source>Clearing away</source>
            <translation>Aufräumen</translation>
        </message>
        <message>
            <source>Everything is in order</source>
            <translation>Alles in Ordnung</translation>
        </message>
        <message>
            <source>It takes {size}; up to about one gigabyte is usual.</source>
            <translation>Es belegt {size}; üblich ist bis etwa ein Gigabyte.</translation>
        </message>
        <message>
            <source>Its size could not be looked at.</source>
            <translation>Seine Größe war nicht einzusehen.</translation>
        </message>
        <message>
            <source>Looked a moment ago: resubmissions, reminders and closing by itself.</source>
            <translation>Gerade eben nachgesehen: Wiedervorlagen, Erinnerungen und selbsttätiges Abschließen.</translation>
        </message>
        <message numerus="yes">
            <source>Looked %n second(s) ago: resubmissions, reminders and closing by itself.</source>
            <translation>
                <numerusform>Vor %n Sekunde nachgesehen: Wiedervorlagen, Erinnerungen und selbsttätiges Abschließen.</numerusform>
                <numerusform>Vor %n Sekunden nachgesehen: Wiedervorlagen, Erinnerungen und selbsttätiges Abschließen.</numerusform>
            </translation>
        </message>
        <message>
            <source>News reaches all desktops at once</source>
            <translation>Neues erreicht alle Arbeitsplätze sofort</translation>
        </message>
        <message numerus="yes">
            <source>The relay is connected. %n person(s) are signed in.</source>
            <translation>
                <numerusform>Die Weiterleitung ist verbunden. %n Person ist angemeldet.</numerusform>
                <numerusform>Die Weiterleitung ist verbunden. %n Personen sind angemeldet.</numerusform>
            </translation>
        </message>
        <message>
            <source>The relay is not connected: desktops ask every few seconds by themselves. Restarting the server helps.</source>
            <translation>Die Weiterleitung ist nicht verbunden: Die Arbeitsplätze fragen alle paar Sekunden selbst nach. Ein Neustart des Servers hilft.</translation>
        </message>
        <message>
            <source>Nobody has looked yet: resubmissions, reminders and closing by itself wait. Restarting the server helps.</source>
            <translation>Noch niemand hat nachgesehen: Wiedervorlagen, Erinnerungen und selbsttätiges Abschließen warten. Ein Neustart des Servers hilft.</translation>
        </message>
        <message>
            <source>Old news has never been cleared away yet.</source>
            <translation>Alte Neuigkeiten wurden noch nie aufgeräumt.</translation>
        </message>
        <message>
            <source>Old news was last cleared away {moment}; cases and their log stay for ever.</source>
            <translation>Alte Neuigkeiten wurden zuletzt am {moment} aufgeräumt; Tickets und ihr Protokoll bleiben.</translation>
        </message>
        <message>
            <source>Ticketdesk {program}, schema {schema}, PostgreSQL {postgres}; running since {moment}.</source>
            <translation>Ticketdesk {program}, Schema {schema}, PostgreSQL {postgres}; in Betrieb seit {moment}.</translation>
        </message>
        <message>
            <source>Versions</source>
            <translation>Versionen</translation>
        </message>
        <message>
            <source>What happens by the clock</source>
            <translation>Was nach der Uhr geschieht</translation>
        </message>
        <message>
            <source>What is due</source>
            <translation>Was fällig ist</translation>
        </message>
        <message>
            <source>in order</source>
            <translation>in Ordnung</translation>
        </message>
        <message>
            <source>needs help</source>
            <translation>braucht Hilfe</translation>
        </message>
        <message>
            <source>not known</source>
            <translation>nicht bekannt</translation>
        </message>
        <message>
            <source>worth a look</source>
            <translation>einen Blick wert</translation>
        </message>
        <message numerus="yes">
            <source>%n due thing(s) of the last seven days could not be done; the server's log says why.</source>
            <translation>
                <numerusform>%n fälliger Punkt der letzten sieben Tage war nicht zu erledigen; warum, steht im Protokoll des Servers.</numerusform>
                <numerusform>%n fällige Punkte der letzten sieben Tage waren nicht zu erledigen; warum, steht im Protokoll des Servers.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n thing(s) are due and are being done.</source>
            <translation>
                <numerusform>%n Punkt ist fällig und wird erledigt.</numerusform>
                <numerusform>%n Punkte sind fällig und werden erledigt.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Nothing waits. %n thing(s) done so far.</source>
            <translation>
                <numerusform>Nichts wartet. Bisher %n Punkt erledigt.</numerusform>
                <numerusform>Nichts wartet. Bisher %n Punkte erledigt.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MasterPage</name>
        <message>
            <source>Not saved yet</source>
            <translation>Noch nicht gespeichert</translation>
        </message>
        <message>
            <source>{name} (out of use)</source>
            <translation>{name} (außer Gebrauch)</translation>
        </message>
    </context>
    <context>
        <name>MenuBar</name>
        <message>
            <source>&amp;Administration</source>
            <translation>Ver&amp;waltung</translation>
        </message>
    </context>
    <context>
        <name>OfficePage</name>
        <message>
            <source>Hide the cl&amp;arification of all new tickets</source>
            <translation>Klärung aller neuen Tickets &amp;verbergen</translation>
        </message>
        <message>
            <source>0 to 3650; a category can have a number of its own.</source>
            <translation>0 bis 3650; eine Kategorie kann eine eigene Zahl haben.</translation>
        </message>
        <message>
            <source>1 to 3650; left empty, nothing closes by itself.</source>
            <translation>1 bis 3650; bleibt es leer, schließt nichts von selbst ab.</translation>
        </message>
        <message>
            <source>Answered tickets &amp;close by themselves after (days)</source>
            <translation>Beantwortete Tickets schließen von selbst ab na&amp;ch (Tagen)</translation>
        </message>
        <message>
            <source>Changes hold from now on; tickets answered or closed before keep their dates.</source>
            <translation>Änderungen gelten von jetzt an; früher beantwortete oder abgeschlossene Tickets behalten ihre Termine.</translation>
        </message>
        <message>
            <source>Finished tickets may be re&amp;opened for (days)</source>
            <translation>Beendete Tickets sind wieder zu ö&amp;ffnen innerhalb von (Tagen)</translation>
        </message>
        <message>
            <source>Na&amp;me of the office</source>
            <translation>Na&amp;me des Büros</translation>
        </message>
        <message>
            <source>No settings yet</source>
            <translation>Noch keine Einstellungen</translation>
        </message>
        <message>
            <source>Shown when programs look for the server; from its next start on.</source>
            <translation>Wird gezeigt, wenn Programme den Server suchen; ab dessen nächstem Start.</translation>
        </message>
        <message>
            <source>The whole office</source>
            <translation>Das ganze Büro</translation>
        </message>
        <message>
            <source>They are read from the server.</source>
            <translation>Sie werden vom Server gelesen.</translation>
        </message>
        <message>
            <source>never by itself</source>
            <translation>nie von selbst</translation>
        </message>
    </context>
    <context>
        <name>Sentences</name>
        <message>
            <source>A category cannot stand below itself or below one of its own.</source>
            <translation>Eine Kategorie kann nicht unter sich selbst oder unter einer ihrer eigenen stehen.</translation>
        </message>
        <message>
            <source>The tree would become deeper than five levels. Please choose a higher place.</source>
            <translation>Der Baum würde tiefer als fünf Ebenen. Bitte wählen Sie eine höhere Stelle.</translation>
        </message>
        <message>
            <source>Categories in use stand below this one. Please move or retire those first.</source>
            <translation>Unter dieser Kategorie stehen noch Kategorien, die in Gebrauch sind. Bitte verschieben Sie zuerst diese oder nehmen Sie sie außer Gebrauch.</translation>
        </message>
        <message>
            <source>This name is given already. Please choose another one.</source>
            <translation>Dieser Name ist schon vergeben. Bitte wählen Sie einen anderen.</translation>
        </message>
        <message>
            <source>Persons with access still belong to this customer group, so it stays in use.</source>
            <translation>Zu dieser Kundengruppe gehören noch Personen mit Zugang, deshalb bleibt sie in Gebrauch.</translation>
        </message>
    </context>
    <context>
        <name>Shell</name>
        <message>
            <source>&amp;Categories …</source>
            <translation>&amp;Kategorien …</translation>
        </message>
        <message>
            <source>&amp;Groups …</source>
            <translation>&amp;Gruppen …</translation>
        </message>
        <message>
            <source>&amp;State of the server …</source>
            <translation>&amp;Zustand des Servers …</translation>
        </message>
        <message>
            <source>Ca&amp;lendars …</source>
            <translation>Ka&amp;lender …</translation>
        </message>
        <message>
            <source>Service commitmen&amp;ts …</source>
            <translation>&amp;Service-Zusagen …</translation>
        </message>
        <message>
            <source>C&amp;ontacts …</source>
            <translation>K&amp;ontakte …</translation>
        </message>
        <message>
            <source>C&amp;ustomer groups …</source>
            <translation>K&amp;undengruppen …</translation>
        </message>
        <message>
            <source>O&amp;ffice …</source>
            <translation>&amp;Büro …</translation>
        </message>
    </context>
</TS>
