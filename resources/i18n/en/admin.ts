<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
    <context>
        <name>DetailPage</name>
        <message numerus="yes">
            <source>%n open ticket(s) still lie with this group. Please assign them elsewhere first.</source>
            <translation>
                <numerusform>%n open ticket still lies with this group. Please assign it elsewhere first.</numerusform>
                <numerusform>%n open tickets still lie with this group. Please assign them elsewhere first.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>GroupsPage</name>
        <message numerus="yes">
            <source>%n open ticket(s) lie with this group.</source>
            <translation>
                <numerusform>%n open ticket lies with this group.</numerusform>
                <numerusform>%n open tickets lie with this group.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>HealthWords</name>
        <message numerus="yes">
            <source>%n thing(s) are worth a look</source>
            <translation>
                <numerusform>%n thing is worth a look</numerusform>
                <numerusform>%n things are worth a look</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n thing(s) need help</source>
            <translation>
                <numerusform>%n thing needs help</numerusform>
                <numerusform>%n things need help</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Looked %n second(s) ago: resubmissions, reminders and closing by itself.</source>
            <translation>
                <numerusform>Looked %n second ago: resubmissions, reminders and closing by itself.</numerusform>
                <numerusform>Looked %n seconds ago: resubmissions, reminders and closing by itself.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The relay is connected. %n person(s) are signed in.</source>
            <translation>
                <numerusform>The relay is connected. %n person is signed in.</numerusform>
                <numerusform>The relay is connected. %n persons are signed in.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n due thing(s) of the last seven days could not be done; the server's log says why.</source>
            <translation>
                <numerusform>%n due thing of the last seven days could not be done; the server's log says why.</numerusform>
                <numerusform>%n due things of the last seven days could not be done; the server's log says why.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n thing(s) are due and are being done.</source>
            <translation>
                <numerusform>%n thing is due and is being done.</numerusform>
                <numerusform>%n things are due and are being done.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Nothing waits. %n thing(s) done so far.</source>
            <translation>
                <numerusform>Nothing waits. %n thing done so far.</numerusform>
                <numerusform>Nothing waits. %n things done so far.</numerusform>
            </translation>
        </message>
    </context>
</TS>
