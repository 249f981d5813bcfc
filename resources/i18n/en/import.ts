<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
    <context>
        <name>ImportDialog</name>
        <message numerus="yes">
            <source>%n case(s) can be imported. Nothing has been imported yet.</source>
            <translation>
                <numerusform>%n case can be imported. Nothing has been imported yet.</numerusform>
                <numerusform>%n cases can be imported. Nothing has been imported yet.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>&amp;Import %n case(s)</source>
            <translation>
                <numerusform>&amp;Import %n case</numerusform>
                <numerusform>&amp;Import %n cases</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FilePage</name>
        <message numerus="yes">
            <source>%n column(s); the first rows are shown.</source>
            <translation>
                <numerusform>%n column; the first rows are shown.</numerusform>
                <numerusform>%n columns; the first rows are shown.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of the first lines do(es) not have as many columns as the first one.</source>
            <translation>
                <numerusform>%n of the first lines does not have as many columns as the header.</numerusform>
                <numerusform>%n of the first lines do not have as many columns as the header.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>WordsPage</name>
        <message numerus="yes">
            <source>%n state(s) mean(s) nothing here yet. A case that ends with one is refused.</source>
            <translation>
                <numerusform>%n state means nothing here yet. A case that ends with it is refused.</numerusform>
                <numerusform>%n states mean nothing here yet. A case that ends with one of them is refused.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ImportsPage</name>
        <message numerus="yes">
            <source>All %n case(s) of this import will be removed.</source>
            <translation>
                <numerusform>The one case of this import will be removed.</numerusform>
                <numerusform>All %n cases of this import will be removed.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The whole import stays: %n of its cases has (have) been worked on since ({names}).</source>
            <translation>
                <numerusform>The whole import stays: %n of its cases has been worked on since ({names}).</numerusform>
                <numerusform>The whole import stays: %n of its cases have been worked on since ({names}).</numerusform>
            </translation>
        </message>
    </context>
</TS>
