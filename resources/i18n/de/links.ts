<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_US">
    <context>
        <name>Tray</name>
        <message>
            <source>Merged with another ticket</source>
            <translation>Mit anderem Ticket zusammengeführt</translation>
        </message>
        <message>
            <source>Merge undone</source>
            <translation>Zusammenführung aufgehoben</translation>
        </message>
    </context>
    <context>
        <name>Sentences</name>
        <message>
            <source>A ticket cannot be linked with itself.</source>
            <translation>Ein Ticket kann nicht mit sich selbst verknüpft werden.</translation>
        </message>
        <message>
            <source>These two tickets are linked like that already, the other way round.</source>
            <translation>Diese beiden Tickets sind so schon verknüpft, nur in der anderen Richtung.</translation>
        </message>
        <message>
            <source>These two tickets were merged. Undo the merge to end the link.</source>
            <translation>Diese beiden Tickets sind zusammengeführt. Heben Sie die Zusammenführung auf, um die Verknüpfung zu lösen.</translation>
        </message>
        <message>
            <source>That ticket is finished. Open it again first, or choose another one.</source>
            <translation>Jenes Ticket ist beendet. Öffnen Sie es zuerst wieder oder wählen Sie ein anderes.</translation>
        </message>
    </context>
</TS>
