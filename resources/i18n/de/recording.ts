<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_US">
    <context>
        <name>Sentences</name>
        <message>
            <source>This moment is over. Please give a later one, or none.</source>
            <translation>Dieser Zeitpunkt ist vorbei. Bitte einen späteren angeben oder keinen.</translation>
        </message>
        <message>
            <source>This person is known already and is not kept a second time.</source>
            <translation>Diese Person ist bereits bekannt und wird nicht ein zweites Mal angelegt.</translation>
        </message>
        <message>
            <source>There is no placeholder “{name}”. Please choose one from the list.</source>
            <translation>Einen Platzhalter „{name}“ gibt es nicht. Bitte einen aus der Liste wählen.</translation>
        </message>
    </context>
</TS>
