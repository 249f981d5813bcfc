<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
    <context>
        <name>RecordSheets</name>
        <message numerus="yes">
            <source>%n entry(ies) missing</source>
            <translation>
                <numerusform>%n entry missing</numerusform>
                <numerusform>%n entries missing</numerusform>
            </translation>
        </message>
    </context>
</TS>
