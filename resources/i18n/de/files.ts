<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_US">
    <context>
        <name>Dropping</name>
        <message>
            <source>Attach to: {text}</source>
            <translation>Anhängen an: {text}</translation>
        </message>
    </context>
    <context>
        <name>FileBar</name>
        <message>
            <source>Or drag files and screenshots here, or paste them</source>
            <translation>Oder Dateien und Bildschirmfotos hierher ziehen oder einfügen</translation>
        </message>
    </context>
    <context>
        <name>LinkDialog</name>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
    </context>
    <context>
        <name>RecordPane</name>
        <message>
            <source>Attach to the new ticket</source>
            <translation>An das neue Ticket anhängen</translation>
        </message>
    </context>
</TS>
