<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
    <context>
        <name>ExportDialog</name>
        <message numerus="yes">
            <source>{number} ticket(s)</source>
            <translation>
                <numerusform>{number} ticket</numerusform>
                <numerusform>{number} tickets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{number} attachment(s)</source>
            <translation>
                <numerusform>{number} attachment</numerusform>
                <numerusform>{number} attachments</numerusform>
            </translation>
        </message>
    </context>
</TS>
