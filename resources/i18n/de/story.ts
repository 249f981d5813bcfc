<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_US">
    <context>
        <name>Client</name>
        <message>
            <location filename="../../../src/ticketdesk/ui/app.py" line="103" />
            <source>Open ticket</source>
            <translation>Ticket öffnen</translation>
        </message>
    </context>
    <context>
        <name>Story</name>
        <message>
            <location filename="../../../src/ticketdesk/ui/demo_story.py" line="93" />
            <source>Label printer in hall 3 prints shifted barcodes</source>
            <translation>Etikettendrucker Halle 3 druckt verschobene Barcodes</translation>
        </message>
        <message>
            <location filename="../../../src/ticketdesk/ui/demo_story.py" line="94" />
            <source>Since this morning the barcodes sit about 4 mm too low. Every third label cannot be read.</source>
            <translation>Seit heute früh sitzen die Barcodes etwa 4 mm zu tief. Jedes dritte Etikett ist nicht lesbar.</translation>
        </message>
        <message>
            <location filename="../../../src/ticketdesk/ui/demo_story.py" line="95" />
            <source>The same printer had this in spring. Please look at the template first.</source>
            <translation>Derselbe Drucker hatte das im Frühjahr schon einmal. Bitte zuerst die Vorlage ansehen.</translation>
        </message>
        <message>
            <location filename="../../../src/ticketdesk/ui/demo_story.py" line="96" />
            <source>Please check printer and label template.</source>
            <translation>Bitte Drucker und Etikettenvorlage prüfen.</translation>
        </message>
        <message>
            <location filename="../../../src/ticketdesk/ui/demo_story.py" line="97" />
            <source>The template was saved with a margin of 4 mm. A corrected one is in place.</source>
            <translation>Die Vorlage war mit 4 mm Rand gespeichert. Eine korrigierte ist hinterlegt.</translation>
        </message>
        <message>
            <location filename="../../../src/ticketdesk/ui/demo_story.py" line="98" />
            <source>Good day, the label template had a wrong margin. It has been corrected; please print one test label.</source>
            <translation>Guten Tag, die Etikettenvorlage hatte einen falschen Rand. Sie ist korrigiert; bitte drucken Sie ein Probeetikett.</translation>
        </message>
        <message>
            <location filename="../../../src/ticketdesk/ui/demo_story.py" line="99" />
            <source>Margin of the label template set back to 0 mm.</source>
            <translation>Rand der Etikettenvorlage auf 0 mm zurückgesetzt.</translation>
        </message>
        <message>
            <location filename="../../../src/ticketdesk/ui/demo_story.py" line="117" />
            <source>all clients are connected</source>
            <translation>alle Programme sind verbunden</translation>
        </message>
        <message>
            <location filename="../../../src/ticketdesk/ui/demo_story.py" line="118" />
            <source>Three clients are signed in: requester, coordinator, handler.</source>
            <translation>Drei Programme sind angemeldet: meldende Person, Koordination, Bearbeitung.</translation>
        </message>
        <message>
            <location filename="../../../src/ticketdesk/ui/demo_story.py" line="153" />
            <source>the coordinator sees the report and is told</source>
            <translation>die Koordination sieht die Meldung und wird benachrichtigt</translation>
        </message>
        <message>
            <location filename="../../../src/ticketdesk/ui/demo_story.py" line="155" />
            <source>The requester has recorded T-%1; the coordinator sees it and was told by the tray.</source>
            <translation>T-%1 ist gemeldet; die Koordination sieht es und wurde im Infobereich benachrichtigt.</translation>
        </message>
        <message>
            <location filename="../../../src/ticketdesk/ui/demo_story.py" line="161" />
            <source>The coordinator has accepted it.</source>
            <translation>Die Koordination hat es angenommen.</translation>
        </message>
        <message>
            <location filename="../../../src/ticketdesk/ui/demo_story.py" line="163" />
            <source>The coordinator has filed an internal note.</source>
            <translation>Die Koordination hat eine interne Notiz abgelegt.</translation>
        </message>
        <message>
            <location filename="../../../src/ticketdesk/ui/demo_story.py" line="170" />
            <source>the assignment is asked for</source>
            <translation>das Zuweisen wird abgefragt</translation>
        </message>
        <message>
            <location filename="../../../src/ticketdesk/ui/demo_story.py" line="175" />
            <source>the group is offered</source>
            <translation>die Gruppe wird angeboten</translation>
        </message>
        <message>
            <location filename="../../../src/ticketdesk/ui/demo_story.py" line="179" />
            <source>the handler is told</source>
            <translation>die Bearbeitung wird benachrichtigt</translation>
        </message>
        <message>
            <location filename="../../../src/ticketdesk/ui/demo_story.py" line="180" />
            <source>The coordinator has assigned it to the group “%1”; its members were told by the tray.</source>
            <translation>Die Koordination hat es der Gruppe „%1“ zugewiesen; die Mitglieder wurden im Infobereich benachrichtigt.</translation>
        </message>
        <message>
            <location filename="../../../src/ticketdesk/ui/demo_story.py" line="182" />
            <source>The handler has opened it by the tray's message and taken it over.</source>
            <translation>Die Bearbeitung hat es über die Benachrichtigung geöffnet und übernommen.</translation>
        </message>
        <message>
            <location filename="../../../src/ticketdesk/ui/demo_story.py" line="188" />
            <source>the coordinator has the handler's answer</source>
            <translation>die Koordination hat die Rückmeldung</translation>
        </message>
        <message>
            <location filename="../../../src/ticketdesk/ui/demo_story.py" line="189" />
            <source>The handler has answered to the coordinator.</source>
            <translation>Die Bearbeitung hat an die Koordination zurückgemeldet.</translation>
        </message>
        <message>
            <location filename="../../../src/ticketdesk/ui/demo_story.py" line="195" />
            <source>the requester has the answer</source>
            <translation>die meldende Person hat die Antwort</translation>
        </message>
        <message>
            <location filename="../../../src/ticketdesk/ui/demo_story.py" line="197" />
            <source>The coordinator has answered the requester with the solution; the requester was told.</source>
            <translation>Die Koordination hat mit der Problemlösung geantwortet; die meldende Person wurde benachrichtigt.</translation>
        </message>
        <message>
            <location filename="../../../src/ticketdesk/ui/demo_story.py" line="203" />
            <source>the coordinator sees it closed</source>
            <translation>die Koordination sieht es abgeschlossen</translation>
        </message>
        <message>
            <location filename="../../../src/ticketdesk/ui/demo_story.py" line="204" />
            <source>The requester has confirmed; the case is closed on all desktops.</source>
            <translation>Die Lösung ist bestätigt; der Vorgang ist an allen Arbeitsplätzen abgeschlossen.</translation>
        </message>
        <message>
            <location filename="../../../src/ticketdesk/ui/demo_story.py" line="209" />
            <source>The coordinator's timeline:</source>
            <translation>Der Verlauf, wie ihn die Koordination liest:</translation>
        </message>
        <message>
            <location filename="../../../src/ticketdesk/ui/demo_story.py" line="220" />
            <source>The requester could read the internal note.</source>
            <translation>Die interne Notiz war für die meldende Person lesbar.</translation>
        </message>
        <message>
            <location filename="../../../src/ticketdesk/ui/demo_story.py" line="221" />
            <source>The requester's own timeline has %1 steps; the internal note is in none of them.</source>
            <translation>Der Verlauf der meldenden Person hat %1 Schritte; die interne Notiz steht in keinem davon.</translation>
        </message>
        <message>
            <location filename="../../../src/ticketdesk/ui/demo_story.py" line="230" />
            <source>the action is offered</source>
            <translation>die Aktion wird angeboten</translation>
        </message>
        <message>
            <location filename="../../../src/ticketdesk/ui/demo_story.py" line="232" />
            <source>the case stands where it should</source>
            <translation>der Vorgang hat den erwarteten Status</translation>
        </message>
        <message>
            <location filename="../../../src/ticketdesk/ui/demo_story.py" line="239" />
            <source>the case is open</source>
            <translation>der Vorgang ist geöffnet</translation>
        </message>
        <message>
            <location filename="../../../src/ticketdesk/ui/demo_story.py" line="248" />
            <source>the text is typed</source>
            <translation>der Text ist eingegeben</translation>
        </message>
        <message>
            <location filename="../../../src/ticketdesk/ui/demo_story.py" line="251" />
            <source>the text has arrived</source>
            <translation>der Text ist angekommen</translation>
        </message>
        <message>
            <location filename="../../../src/ticketdesk/ui/demo_story.py" line="275" />
            <source>This did not happen within %1 seconds: %2.</source>
            <translation>Das ist in %1 Sekunden nicht geschehen: %2.</translation>
        </message>
    </context>
</TS>
