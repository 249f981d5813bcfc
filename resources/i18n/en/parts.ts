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
            <source>This clarification is hidden. %n quote(s) become visible to the requester when you send.</source>
            <translation>
                <numerusform>This clarification is hidden. %n quote becomes visible to the requester when you send.</numerusform>
                <numerusform>This clarification is hidden. %n quotes become visible to the requester when you send.</numerusform>
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
