<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_US">
    <context>
        <name>ShortPromises</name>
        <message>
            <source>Response</source>
            <translation>Reaktion</translation>
        </message>
        <message>
            <source>Message</source>
            <translation>Nachricht</translation>
        </message>
        <message>
            <source>“{name}”</source>
            <translation>„{name}“</translation>
        </message>
        <message>
            <source>{measure} “{name}”</source>
            <translation>{measure} „{name}“</translation>
        </message>
        <message>
            <source>because of the target {promise}</source>
            <translation>wegen des internen Ziels {promise}</translation>
        </message>
        <message>
            <source>because of the service commitment {promise}</source>
            <translation>wegen der Service-Zusage {promise}</translation>
        </message>
        <message>
            <source>priority from {before} to {after}</source>
            <translation>Priorität von {before} auf {after}</translation>
        </message>
        <message>
            <source>handed to {group}</source>
            <translation>an {group} gegeben</translation>
        </message>
        <message>
            <source>{promise}, due {when}</source>
            <translation>{promise}, fällig {when}</translation>
        </message>
    </context>
    <context>
        <name>PromiseMarks</name>
        <message>
            <source>Warned: {promise} was due {when}</source>
            <translation>Gewarnt: {promise} war fällig am {when}</translation>
        </message>
        <message>
            <source>Warned: {promise} is due {when}</source>
            <translation>Gewarnt: {promise} ist fällig am {when}</translation>
        </message>
        <message>
            <source>Target not met: {promise}</source>
            <translation>Internes Ziel nicht eingehalten: {promise}</translation>
        </message>
        <message>
            <source>Service commitment not kept: {promise}</source>
            <translation>Service-Zusage nicht eingehalten: {promise}</translation>
        </message>
    </context>
    <context>
        <name>CommitmentsPage</name>
        <message>
            <source>“{name}” promises this for the very same tickets. The one saved last runs: once you have saved, this one.</source>
            <translation>„{name}“ sagt dies für genau dieselben Tickets zu. Es läuft die zuletzt gespeicherte Zusage: sobald Sie gespeichert haben, diese.</translation>
        </message>
        <message>
            <source>For the very same tickets “{name}” runs, since it was saved last. This one does not run.</source>
            <translation>Für genau dieselben Tickets läuft „{name}“, die zuletzt gespeichert wurde. Diese Zusage läuft nicht.</translation>
        </message>
        <message>
            <source>“{name}” promises this for the very same tickets. This one runs, since it was saved last.</source>
            <translation>„{name}“ sagt dies für genau dieselben Tickets zu. Es läuft diese, sie wurde zuletzt gespeichert.</translation>
        </message>
    </context>
    <context>
        <name>CaseHead</name>
        <message>
            <source>Service commitment {measure}, due {date}</source>
            <translation>Service-Zusage {measure}, fällig am {date}</translation>
        </message>
        <message>
            <source>Target {measure}, due {date}</source>
            <translation>Internes Ziel {measure}, fällig am {date}</translation>
        </message>
    </context>
    <context>
        <name>FactsPane</name>
        <message>
            <source>Commitment</source>
            <translation>Zusage</translation>
        </message>
        <message>
            <source>stopped</source>
            <translation>angehalten</translation>
        </message>
    </context>
</TS>
