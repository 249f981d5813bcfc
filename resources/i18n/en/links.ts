<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
    <context>
        <name>LinkDialog</name>
        <message numerus="yes">
            <source>%n part(s) still out is (are) recalled; undoing does not bring them back.</source>
            <translation>
                <numerusform>One part that is still out is recalled; undoing does not bring it back.</numerusform>
                <numerusform>%n parts that are still out are recalled; undoing does not bring them back.</numerusform>
            </translation>
        </message>
    </context>
</TS>
