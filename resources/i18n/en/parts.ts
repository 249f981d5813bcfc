<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
    <context>
        <name>PartCard</name>
        <message numerus="yes">
            <source>%n entry(ies) went along</source>
            <translation>
                <numerusform>%n entry went along</numerusform>
                <numerusform>%n entries went along</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PartsReason</name>
        <message numerus="yes">
            <source>%n part(s) needed for the answer are still out; they are recalled with this reason</source>
            <translation>
                <numerusform>%n part needed for the answer is still out; it is recalled with this reason</numerusform>
                <numerusform>%n parts needed for the answer are still out; they are recalled with this reason</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ReleaseBar</name>
        <message numerus="yes">
            <source>Hidden clarification: sending shows the requester %n quote(s).</source>
            <translation>
                <numerusform>Hidden clarification: sending shows the requester %n quote.</numerusform>
                <numerusform>Hidden clarification: sending shows the requester %n quotes.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Hidden clarification: sending shows the requester %n quote(s) with names.</source>
            <translation>
                <numerusform>Hidden clarification: sending shows the requester %n quote with names.</numerusform>
                <numerusform>Hidden clarification: sending shows the requester %n quotes with names.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SplitDialog</name>
        <message numerus="yes">
            <source>Commission %n part(s)</source>
            <translation>
                <numerusform>Commission %n part</numerusform>
                <numerusform>Commission %n parts</numerusform>
            </translation>
        </message>
    </context>
</TS>
