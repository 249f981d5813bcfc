<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_US">
    <context>
        <name>Sentences</name>
        <message>
            <source>A category cannot stand below itself or below one of its own.</source>
            <translation>Eine Kategorie kann nicht unter sich selbst oder unter einer ihrer eigenen stehen.</translation>
        </message>
        <message>
            <source>The tree would become deeper than five levels. Please choose a higher place.</source>
            <translation>Der Baum würde tiefer als fünf Ebenen. Bitte wählen Sie eine höhere Stelle.</translation>
        </message>
        <message>
            <source>Categories in use stand below this one. Please move or retire those first.</source>
            <translation>Unter dieser Kategorie stehen noch Kategorien, die in Gebrauch sind. Bitte verschieben Sie zuerst diese oder nehmen Sie sie außer Gebrauch.</translation>
        </message>
        <message>
            <source>This name is given already. Please choose another one.</source>
            <translation>Dieser Name ist schon vergeben. Bitte wählen Sie einen anderen.</translation>
        </message>
        <message>
            <source>Persons with access still belong to this customer group, so it stays in use.</source>
            <translation>Zu dieser Kundengruppe gehören noch Personen mit Zugang, deshalb bleibt sie in Gebrauch.</translation>
        </message>
    </context>
</TS>
