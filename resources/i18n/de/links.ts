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
        <message>
            <source>The file is empty. It is not attached.</source>
            <translation>Die Datei ist leer. Sie wird nicht angehängt.</translation>
        </message>
        <message>
            <source>The file is larger than {megabytes} MB. It is not attached.</source>
            <translation>Die Datei ist größer als {megabytes} MB. Sie wird nicht angehängt.</translation>
        </message>
        <message>
            <source>Together the files are too large. Please send some of them later.</source>
            <translation>Zusammen sind die Dateien zu groß, um sie auf einmal zu senden. Bitte senden Sie einige davon später.</translation>
        </message>
        <message>
            <source>A file has not arrived whole. Please attach it anew; your text is kept.</source>
            <translation>Eine Datei ist nicht vollständig angekommen. Bitte hängen Sie sie noch einmal an; Ihr Text bleibt erhalten.</translation>
        </message>
        <message>
            <source>The file did not arrive undamaged. Please try again.</source>
            <translation>Die Datei ist nicht unbeschädigt angekommen. Bitte versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <source>A file cannot have this name. Please rename it and attach it anew.</source>
            <translation>So darf eine Datei nicht heißen. Bitte benennen Sie sie um und hängen Sie sie noch einmal an.</translation>
        </message>
        <message>
            <source>The file cannot be read on this computer.</source>
            <translation>Die Datei lässt sich auf diesem Rechner nicht lesen.</translation>
        </message>
        <message>
            <source>The file was changed while it was being sent. Please attach it anew.</source>
            <translation>Die Datei wurde geändert, während sie gesendet wurde. Bitte hängen Sie sie noch einmal an.</translation>
        </message>
    </context>
</TS>
