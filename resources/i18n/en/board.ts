<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
    <context>
        <name>BoardPane</name>
        <message numerus="yes">
            <source>%n ticket(s) in the backlog</source>
            <translation>
                <numerusform>%n ticket in the backlog</numerusform>
                <numerusform>%n tickets in the backlog</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s) solved; frame: by the clock, filled: in working time</source>
            <translation>
                <numerusform>%n ticket solved; frame: by the clock, filled: in working time</numerusform>
                <numerusform>%n tickets solved; frame: by the clock, filled: in working time</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CasesPage</name>
        <message numerus="yes">
            <source>%n hand-over(s)</source>
            <translation>
                <numerusform>%n hand-over</numerusform>
                <numerusform>%n hand-overs</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n ticket(s)</source>
            <translation>
                <numerusform>%n ticket</numerusform>
                <numerusform>%n tickets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n commitment(s)</source>
            <translation>
                <numerusform>%n commitment</numerusform>
                <numerusform>%n commitments</numerusform>
            </translation>
        </message>
    </context>
</TS>
