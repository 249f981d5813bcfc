<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
    <context>
        <name>FactsPane</name>
        <message numerus="yes">
            <source>%n time(s)</source>
            <translation>
                <numerusform>once</numerusform>
                <numerusform>%n times</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Timeline</name>
        <message numerus="yes">
            <source>%n new step(s)</source>
            <translation>
                <numerusform>%n new step</numerusform>
                <numerusform>%n new steps</numerusform>
            </translation>
        </message>
    </context>
</TS>
