<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_US">
    <context>
        <name>Tray</name>
        <message>
            <source>Merged with another ticket</source>
            <translation>Mit anderem Ticket zusammengeführt</translation>
        </message>
        <message>
            <source>Merge undone</source>
            <translation>Zusammenführung aufgehoben</translation>
        </message>
    </context>
    <context>
        <name>Sentences</name>
        <message>
            <source>A ticket cannot be linked with itself.</source>
            <translation>Ein Ticket kann nicht mit sich selbst verknüpft werden.</translation>
        </message>
        <message>
            <source>These two tickets are linked like that already, the other way round.</source>
            <translation>Diese beiden Tickets sind so schon verknüpft, nur in der anderen Richtung.</translation>
        </message>
        <message>
            <source>These two tickets were merged. Undo the merge to end the link.</source>
            <translation>Diese beiden Tickets sind zusammengeführt. Heben Sie die Zusammenführung auf, um die Verknüpfung zu lösen.</translation>
        </message>
        <message>
            <source>That ticket is finished. Open it again first, or choose another one.</source>
            <translation>Jenes Ticket ist beendet. Öffnen Sie es zuerst wieder oder wählen Sie ein anderes.</translation>
        </message>
        <message>
            <source>The file is empty. It is not attached.</source>
            <translation>Die Datei ist leer. Sie wird nicht angehängt.</translation>
        </message>
        <message>
            <source>The file is larger than {megabytes} MB. It is not attached.</source>
            <translation>Die Datei ist größer als {megabytes} MB. Sie wird nicht angehängt.</translation>
        </message>
        <message>
            <source>Together the files are too large. Please send some of them later.</source>
            <translation>Zusammen sind die Dateien zu groß, um sie auf einmal zu senden. Bitte senden Sie einige davon später.</translation>
        </message>
        <message>
            <source>A file has not arrived whole. Please attach it anew; your text is kept.</source>
            <translation>Eine Datei ist nicht vollständig angekommen. Bitte hängen Sie sie noch einmal an; Ihr Text bleibt erhalten.</translation>
        </message>
        <message>
            <source>The file did not arrive undamaged. Please try again.</source>
            <translation>Die Datei ist nicht unbeschädigt angekommen. Bitte versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <source>A file cannot have this name. Please rename it and attach it anew.</source>
            <translation>So darf eine Datei nicht heißen. Bitte benennen Sie sie um und hängen Sie sie noch einmal an.</translation>
        </message>
        <message>
            <source>The file cannot be read on this computer.</source>
            <translation>Die Datei lässt sich auf diesem Rechner nicht lesen.</translation>
        </message>
        <message>
            <source>The file was changed while it was being sent. Please attach it anew.</source>
            <translation>Die Datei wurde geändert, während sie gesendet wurde. Bitte hängen Sie sie noch einmal an.</translation>
        </message>
    </context>
    <context>
        <name>FileBar</name>
        <message>
            <source>Delete takes the file out</source>
            <translation>Entf nimmt die Datei heraus</translation>
        </message>
        <message>
            <source>Screenshot</source>
            <translation>Bildschirmfoto</translation>
        </message>
        <message>
            <source>Attach files</source>
            <translation>Dateien anhängen</translation>
        </message>
        <message>
            <source>Attach</source>
            <translation>Anhängen</translation>
        </message>
        <message>
            <source>not attached</source>
            <translation>nicht angehängt</translation>
        </message>
        <message>
            <source>waits for the server</source>
            <translation>wartet auf den Server</translation>
        </message>
        <message>
            <source>Attach files …</source>
            <translation>Dateien anhängen …</translation>
        </message>
        <message>
            <source>Attached files</source>
            <translation>Angehängte Dateien</translation>
        </message>
    </context>
    <context>
        <name>FileWords</name>
        <message>
            <source>Picture</source>
            <translation>Bild</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Text</translation>
        </message>
        <message>
            <source>Program or script</source>
            <translation>Programm oder Skript</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Datei</translation>
        </message>
        <message>
            <source>{ending} file</source>
            <translation>{ending}-Datei</translation>
        </message>
        <message>
            <source>{percent} %</source>
            <translation>{percent} %</translation>
        </message>
    </context>
    <context>
        <name>ComposerDesk</name>
        <message>
            <source>Is sent as soon as the files have arrived at the server.</source>
            <translation>Wird gesendet, sobald die Dateien beim Server angekommen sind.</translation>
        </message>
    </context>
    <context>
        <name>LinkWords</name>
        <message>
            <source>duplicate of</source>
            <translation>Duplikat von</translation>
        </message>
        <message>
            <source>has the duplicate</source>
            <translation>hat als Duplikat</translation>
        </message>
        <message>
            <source>caused by</source>
            <translation>verursacht durch</translation>
        </message>
        <message>
            <source>cause of</source>
            <translation>Ursache von</translation>
        </message>
        <message>
            <source>belongs to</source>
            <translation>gehört zu</translation>
        </message>
        <message>
            <source>includes</source>
            <translation>umfasst</translation>
        </message>
        <message>
            <source>follow-up of</source>
            <translation>Folgevorgang von</translation>
        </message>
        <message>
            <source>continued in</source>
            <translation>wird fortgesetzt in</translation>
        </message>
        <message>
            <source>Linked with another ticket (“{kind}”)</source>
            <translation>Mit einem anderen Ticket verknüpft („{kind}“)</translation>
        </message>
        <message>
            <source>Link with another ticket ended (“{kind}”)</source>
            <translation>Verknüpfung mit einem anderen Ticket gelöst („{kind}“)</translation>
        </message>
        <message>
            <source>Merged into another ticket, as its duplicate</source>
            <translation>Mit einem anderen Ticket zusammengeführt, als dessen Duplikat</translation>
        </message>
        <message>
            <source>Another ticket was merged into this one</source>
            <translation>Ein anderes Ticket wurde in dieses zusammengeführt</translation>
        </message>
        <message>
            <source>Merge undone</source>
            <translation>Zusammenführung aufgehoben</translation>
        </message>
    </context>
    <context>
        <name>Fetcher</name>
        <message>
            <source>The connection was lost. Please try again.</source>
            <translation>Die Verbindung ist abgebrochen. Bitte versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <source>There is a file of this name already. Nothing was overwritten.</source>
            <translation>Eine Datei dieses Namens gibt es schon. Es wurde nichts überschrieben.</translation>
        </message>
        <message>
            <source>The file could not be written to this folder.</source>
            <translation>Die Datei konnte in diesen Ordner nicht geschrieben werden.</translation>
        </message>
    </context>
    <context>
        <name>FilesPage</name>
        <message>
            <source>requester too</source>
            <translation>auch Ersteller</translation>
        </message>
        <message>
            <source>internal only</source>
            <translation>nur intern</translation>
        </message>
        <message>
            <source>The file is being fetched …</source>
            <translation>Die Datei wird geholt …</translation>
        </message>
        <message>
            <source>There is no preview of this kind of file. Open it with the program for it, or save it.</source>
            <translation>Für diese Art von Datei gibt es keine Vorschau. Öffnen Sie sie mit dem passenden Programm oder speichern Sie sie.</translation>
        </message>
        <message>
            <source>This file is not opened from here: programs, scripts, shortcuts and macros can do harm. Save it only if you know where it comes from.</source>
            <translation>Diese Datei wird von hier aus nicht geöffnet: Programme, Skripte, Verknüpfungen und Makros können Schaden anrichten. Speichern Sie sie nur, wenn Sie wissen, woher sie kommt.</translation>
        </message>
        <message>
            <source>This file cannot be shown here. Its name promises something else than it holds, or it is too large.</source>
            <translation>Diese Datei lässt sich hier nicht zeigen. Ihr Name verspricht anderes, als sie enthält, oder sie ist zu groß.</translation>
        </message>
        <message>
            <source>There is no program on this computer for this kind of file. You can save it.</source>
            <translation>Auf diesem Rechner gibt es kein Programm für diese Art von Datei. Sie können sie speichern.</translation>
        </message>
        <message>
            <source>Save attachment</source>
            <translation>Anhang speichern</translation>
        </message>
        <message>
            <source>Save all attachments</source>
            <translation>Alle Anhänge speichern</translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) saved.</source>
            <translation>
                <numerusform>%n Datei gespeichert.</numerusform>
                <numerusform>%n Dateien gespeichert.</numerusform>
            </translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Art</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Größe</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Von</translation>
        </message>
        <message>
            <source>When</source>
            <translation>Wann</translation>
        </message>
        <message>
            <source>Read by</source>
            <translation>Liest</translation>
        </message>
        <message>
            <source>Attachments</source>
            <translation>Anhänge</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>Vorschau</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Öffnen</translation>
        </message>
        <message>
            <source>Save …</source>
            <translation>Speichern …</translation>
        </message>
        <message>
            <source>Save all …</source>
            <translation>Alle speichern …</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>No attachments</source>
            <translation>Keine Anhänge</translation>
        </message>
        <message>
            <source>Files that are sent with an entry stand here.</source>
            <translation>Hier stehen Dateien, die mit einem Eintrag gesendet wurden.</translation>
        </message>
        <message>
            <source>Files that are sent with an entry stand here. To send one, drag it onto the case.</source>
            <translation>Hier stehen Dateien, die mit einem Eintrag gesendet wurden. Um eine zu senden, ziehen Sie sie auf den Vorgang.</translation>
        </message>
    </context>
    <context>
        <name>CasePages</name>
        <message>
            <source>Attachments</source>
            <translation>Anhänge</translation>
        </message>
        <message>
            <source>Linked</source>
            <translation>Verknüpft</translation>
        </message>
    </context>
    <context>
        <name>LinkDialog</name>
        <message>
            <source>Choose the ticket into which {this} is merged.</source>
            <translation>Wählen Sie das Ticket, mit dem {this} zusammengeführt wird.</translation>
        </message>
        <message>
            <source>{number} (by its number)</source>
            <translation>{number} (nach der Nummer)</translation>
        </message>
        <message>
            <source>{this} is closed as a duplicate of {into}. Whoever opens {this} is led to {into}; its entries stay where they are and are shown there. Its requester is told that it is closed, the requester of {into} is told nothing. As long as nobody has acted on {this}, this can be undone.</source>
            <translation>{this} wird als Duplikat von {into} abgeschlossen. Wer {this} öffnet, wird zu {into} geführt; die Einträge bleiben, wo sie sind, und werden dort gezeigt. Wer {this} gemeldet hat, erfährt, dass es abgeschlossen ist; wer {into} gemeldet hat, erfährt nichts. Solange an {this} niemand weitergearbeitet hat, lässt sich das aufheben.</translation>
        </message>
        <message numerus="yes">
            <source>%n part(s) still out is (are) recalled; undoing does not bring them back.</source>
            <translation>
                <numerusform>Eine Teilklärung, die noch aussteht, wird zurückgerufen; das Aufheben holt sie nicht wieder.</numerusform>
                <numerusform>%n Teilklärungen, die noch ausstehen, werden zurückgerufen; das Aufheben holt sie nicht wieder.</numerusform>
            </translation>
        </message>
        <message>
            <source>Merge {this} into another ticket</source>
            <translation>{this} mit einem anderen Ticket zusammenführen</translation>
        </message>
        <message>
            <source>Link {this} with another ticket</source>
            <translation>{this} mit einem anderen Ticket verknüpfen</translation>
        </message>
        <message>
            <source>{this} is</source>
            <translation>{this} ist</translation>
        </message>
        <message>
            <source>Number or words</source>
            <translation>Nummer oder Wörter</translation>
        </message>
        <message>
            <source>Tickets found</source>
            <translation>Gefundene Tickets</translation>
        </message>
        <message>
            <source>Merge</source>
            <translation>Zusammenführen</translation>
        </message>
        <message>
            <source>Link</source>
            <translation>Verknüpfen</translation>
        </message>
    </context>
    <context>
        <name>LinkWishes</name>
        <message>
            <source>{number} was merged into {into}.</source>
            <translation>{number} wurde mit {into} zusammengeführt.</translation>
        </message>
        <message>
            <source>Open {into}</source>
            <translation>{into} öffnen</translation>
        </message>
        <message>
            <source>The merge is undone. Parts that it recalled stay recalled: {letters}. Commission them again if they are needed.</source>
            <translation>Die Zusammenführung ist aufgehoben. Was dabei zurückgerufen wurde, bleibt zurückgerufen: {letters}. Beauftragen Sie es neu, wenn Sie es noch brauchen.</translation>
        </message>
    </context>
    <context>
        <name>LinksPage</name>
        <message>
            <source>The links could not be read. They are asked for again when the tab is chosen.</source>
            <translation>Die Verknüpfungen konnten nicht gelesen werden. Sie werden wieder abgefragt, wenn Sie den Reiter wählen.</translation>
        </message>
        <message>
            <source>merged into</source>
            <translation>zusammengeführt in</translation>
        </message>
        <message>
            <source>merged from</source>
            <translation>hierher zusammengeführt</translation>
        </message>
        <message>
            <source>a ticket that you may not see</source>
            <translation>ein Vorgang, den Sie nicht sehen dürfen</translation>
        </message>
        <message>
            <source>Timeline of {number}, shown here and left there: the requester of this ticket reads nothing of it.</source>
            <translation>Verlauf von {number}, hier nur gezeigt und dort geblieben: Wer dieses Ticket gemeldet hat, liest davon nichts.</translation>
        </message>
        <message>
            <source>Relation</source>
            <translation>Beziehung</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Nummer</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>Betreff</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>Since</source>
            <translation>Seit</translation>
        </message>
        <message>
            <source>By</source>
            <translation>Von</translation>
        </message>
        <message>
            <source>Linked tickets</source>
            <translation>Verknüpfte Tickets</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Öffnen</translation>
        </message>
        <message>
            <source>Link …</source>
            <translation>Verknüpfen …</translation>
        </message>
        <message>
            <source>End link</source>
            <translation>Verknüpfung lösen</translation>
        </message>
        <message>
            <source>Merge …</source>
            <translation>Zusammenführen …</translation>
        </message>
        <message>
            <source>Undo merge</source>
            <translation>Zusammenführung aufheben</translation>
        </message>
        <message>
            <source>No links</source>
            <translation>Keine Verknüpfungen</translation>
        </message>
        <message>
            <source>Tickets that this one was linked or merged with stand here.</source>
            <translation>Hier stehen Tickets, mit denen dieses verknüpft oder zusammengeführt wurde.</translation>
        </message>
    </context>
    <context>
        <name>CaseActions</name>
        <message>
            <source>Li&amp;nk with another ticket …</source>
            <translation>Mit anderem Ticket ver&amp;knüpfen …</translation>
        </message>
        <message>
            <source>&amp;Merge into another ticket …</source>
            <translation>&amp;Zusammenführen …</translation>
        </message>
    </context>
    <context>
        <name>RecordSheets</name>
        <message>
            <source>Is created as soon as the files have arrived at the server.</source>
            <translation>Wird angelegt, sobald die Dateien beim Server angekommen sind.</translation>
        </message>
    </context>
</TS>
