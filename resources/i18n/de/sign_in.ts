<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_US">
<context>
    <name>SignInFrame</name>
        <message>
            <source>Signing in, the connection is being made …</source>
            <translation>Anmeldung läuft, die Verbindung wird aufgebaut …</translation>
        </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
</context>
<context>
    <name>Corner</name>
    <message>
        <source>Colours as the system</source>
        <translation>Farben wie im System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Language: {name}</source>
        <translation>Sprache: {name}</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Colours: {name}</source>
        <translation>Farben: {name}</translation>
    </message>
</context>
<context>
    <name>FingerprintLabel</name>
    <message>
        <source>Copy the fingerprint</source>
        <translation>Fingerabdruck kopieren</translation>
    </message>
</context>
<context>
    <name>InvitationPage</name>
    <message>
        <source>Join a server</source>
        <translation>Einem Server beitreten</translation>
    </message>
    <message>
        <source>Your administration gave you an invitation: a file, or a code of 20 characters.</source>
        <translation>Ihre Administration hat Ihnen eine Einladung gegeben: eine Datei oder einen Code aus 20 Zeichen.</translation>
    </message>
    <message>
        <source>Drop the invitation&apos;s file here</source>
        <translation>Einladungsdatei hierher ziehen</translation>
    </message>
    <message>
        <source>&amp;Open file …</source>
        <translation>Datei ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>Or by the code</source>
        <translation>Oder mit dem Code</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>&amp;Server</translation>
    </message>
    <message>
        <source>The address that stands beside the code</source>
        <translation>Die Adresse, die beim Code steht</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>&amp;Code</translation>
    </message>
    <message>
        <source>Capitals, blanks and dashes do not matter</source>
        <translation>Groß oder klein, mit oder ohne Striche ist gleich</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>Check the &amp;invitation</source>
        <translation>Einladung &amp;prüfen</translation>
    </message>
</context>
<context>
    <name>JoinPage</name>
    <message>
        <source>At this address this computer knows a server with another fingerprint. Joining puts the new one in its place.</source>
        <translation>Unter dieser Adresse kennt dieser Rechner einen Server mit anderem Fingerabdruck. Mit dem Beitritt tritt der neue an seine Stelle.</translation>
    </message>
    <message>
        <source>Please choose a password.</source>
        <translation>Bitte wählen Sie ein Passwort.</translation>
    </message>
    <message>
        <source>At least {count} characters, please.</source>
        <translation>Bitte mindestens {count} Zeichen.</translation>
    </message>
    <message>
        <source>This is longer than the server takes.</source>
        <translation>Das ist länger, als der Server annimmt.</translation>
    </message>
    <message>
        <source>This would be guessed soon: it repeats few characters, or holds the user name.</source>
        <translation>Das wäre schnell erraten: Es wiederholt wenige Zeichen oder enthält den Benutzernamen.</translation>
    </message>
    <message>
        <source>This is the one-time password of the invitation. Please choose one of your own.</source>
        <translation>Das ist das Einmalpasswort der Einladung. Bitte wählen Sie ein eigenes.</translation>
    </message>
    <message>
        <source>Both passwords must be the same.</source>
        <translation>Beide Passwörter müssen gleich sein.</translation>
    </message>
    <message>
        <source>The invitation is genuine</source>
        <translation>Die Einladung ist echt</translation>
    </message>
    <message>
        <source>Choose a password of your own, and you are in.</source>
        <translation>Wählen Sie ein eigenes Passwort, dann sind Sie angemeldet.</translation>
    </message>
    <message>
        <source>Join this server?</source>
        <translation>Diesem Server beitreten?</translation>
    </message>
    <message>
        <source>Join only if your administration itself gave you this file.</source>
        <translation>Treten Sie nur bei, wenn Sie diese Datei von Ihrer Administration selbst haben.</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Büro</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>Fingerprint (SHA-256) of its authority</source>
        <translation>Fingerabdruck (SHA-256) seiner Zertifizierungsstelle</translation>
    </message>
    <message>
        <source>&amp;New password</source>
        <translation>&amp;Neues Passwort</translation>
    </message>
    <message>
        <source>At least {count} characters; three words that nobody would put together are good</source>
        <translation>Mindestens {count} Zeichen; gut sind drei Wörter, die niemand zusammenstellen würde</translation>
    </message>
    <message>
        <source>Once &amp;more</source>
        <translation>Noch &amp;einmal</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Do not connect</source>
        <translation>Nicht &amp;verbinden</translation>
    </message>
    <message>
        <source>&amp;Join and sign in</source>
        <translation>&amp;Beitreten und anmelden</translation>
    </message>
</context>
<context>
    <name>PasswordEdit</name>
    <message>
        <source>Hide the password</source>
        <translation>Passwort verbergen</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>Passwort zeigen</translation>
    </message>
</context>
<context>
    <name>RefusalPage</name>
    <message>
        <source>The server you joined is recognised by this fingerprint (SHA-256) of its authority:</source>
        <translation>Der Server, dem Sie beigetreten sind, ist an diesem Fingerabdruck (SHA-256) seiner Zertifizierungsstelle zu erkennen:</translation>
    </message>
    <message>
        <source>&amp;Do not connect</source>
        <translation>Nicht &amp;verbinden</translation>
    </message>
    <message>
        <source>&amp;Join with an invitation …</source>
        <translation>Mit &amp;Einladung beitreten …</translation>
    </message>
</context>
<context>
    <name>RememberBox</name>
    <message>
        <source>&amp;Keep the password on this computer</source>
        <translation>Passwort auf diesem Rechner &amp;merken</translation>
    </message>
    <message>
        <source>The password holds for this session only: this computer offers no keyring in which it would be safe.</source>
        <translation>Das Passwort gilt nur für diese Sitzung: Dieser Rechner bietet keinen Schlüsselbund, in dem es sicher wäre.</translation>
    </message>
</context>
<context>
    <name>ServerList</name>
    <message>
        <source>No server joined yet. With the invitation of your administration you join one.</source>
        <translation>Noch keinem Server beigetreten. Mit der Einladung Ihrer Administration treten Sie einem bei.</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Server</translation>
    </message>
</context>
<context>
    <name>ServerModel</name>
    <message>
        <source>Found in the network, not joined</source>
        <translation>Im Netz gefunden, nicht beigetreten</translation>
    </message>
    <message>
        <source>Calls itself “{name}”; found in the network, not joined</source>
        <translation>Nennt sich „{name}“; im Netz gefunden, nicht beigetreten</translation>
    </message>
    <message>
        <source>last used on {day}</source>
        <translation>zuletzt am {day}</translation>
    </message>
    <message>
        <source>joined on {day}</source>
        <translation>beigetreten am {day}</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>Please give the address of your server, for example desk.example.org.</source>
        <translation>Bitte geben Sie die Adresse Ihres Servers an, zum Beispiel desk.example.org.</translation>
    </message>
    <message>
        <source>This is not an address. Please give name or number, with a port if need be: desk.example.org:54320.</source>
        <translation>Das ist keine Adresse. Bitte geben Sie Namen oder Nummer an, bei Bedarf mit Port: desk.example.org:54320.</translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65535.</source>
        <translation>Ein Port ist eine Zahl von 1 bis 65535.</translation>
    </message>
    <message>
        <source>Please give your user name.</source>
        <translation>Bitte geben Sie Ihren Benutzernamen an.</translation>
    </message>
    <message>
        <source>Please give your password.</source>
        <translation>Bitte geben Sie Ihr Passwort an.</translation>
    </message>
    <message>
        <source>Please give the code of your invitation, or open its file.</source>
        <translation>Bitte geben Sie den Code Ihrer Einladung an, oder öffnen Sie die Datei.</translation>
    </message>
    <message>
        <source>The code has 20 letters and digits; {count} are here.</source>
        <translation>Der Code hat 20 Buchstaben und Ziffern; hier stehen {count}.</translation>
    </message>
    <message>
        <source>User name or password is not right, or the access was switched off.</source>
        <translation>Benutzername oder Passwort stimmt nicht, oder der Zugang wurde abgeschaltet.</translation>
    </message>
    <message>
        <source>Your access was switched off. Please ask your administration.</source>
        <translation>Ihr Zugang wurde abgeschaltet. Bitte wenden Sie sich an Ihre Administration.</translation>
    </message>
    <message>
        <source>The kept password is no longer right, or the access was switched off. Please type your password.</source>
        <translation>Das gemerkte Passwort stimmt nicht mehr, oder der Zugang wurde abgeschaltet. Bitte geben Sie Ihr Passwort ein.</translation>
    </message>
    <message>
        <source>This invitation was used before. Please sign in with your own password, or ask for a new invitation.</source>
        <translation>Diese Einladung wurde schon benutzt. Bitte melden Sie sich mit Ihrem eigenen Passwort an, oder lassen Sie sich neu einladen.</translation>
    </message>
    <message>
        <source>No computer named “{host}” was found. Please check the address and your network.</source>
        <translation>Es wurde kein Rechner namens „{host}“ gefunden. Bitte prüfen Sie die Adresse und Ihr Netz.</translation>
    </message>
    <message>
        <source>“{host}” is there, but nothing answers at port {port}. Is the port right, and is the server running?</source>
        <translation>„{host}“ ist da, aber an Port {port} antwortet niemand. Stimmt der Port, und läuft der Server?</translation>
    </message>
    <message>
        <source>“{host}” does not answer. Please check the address and your network, or try again later.</source>
        <translation>„{host}“ antwortet nicht. Bitte prüfen Sie die Adresse und Ihr Netz, oder versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>There is no way to “{host}” from here. Please check your network.</source>
        <translation>Von hier führt kein Weg zu „{host}“. Bitte prüfen Sie Ihr Netz.</translation>
    </message>
    <message>
        <source>The server at {address} takes calls but does not answer. It may just be starting; please try again.</source>
        <translation>Der Server unter {address} nimmt ab, antwortet aber nicht. Vielleicht startet er gerade; bitte versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>At {address} something answers that is no Ticketdesk server.</source>
        <translation>Unter {address} antwortet etwas, das kein Ticketdesk-Server ist.</translation>
    </message>
    <message>
        <source>At {address} there is a database, but no Ticketdesk in it.</source>
        <translation>Unter {address} ist eine Datenbank, aber kein Ticketdesk darin.</translation>
    </message>
    <message>
        <source>The server does not let this computer in. Please ask your administration.</source>
        <translation>Der Server lässt diesen Rechner nicht ein. Bitte wenden Sie sich an Ihre Administration.</translation>
    </message>
    <message>
        <source>Something between here and the server answers in somebody else&apos;s name (a connection pooler). Please ask your administration.</source>
        <translation>Etwas zwischen hier und dem Server antwortet unter fremdem Namen (ein Verbindungs-Pooler). Bitte wenden Sie sich an Ihre Administration.</translation>
    </message>
    <message>
        <source>This program is too old for the server. Please have it updated; the server is fine.</source>
        <translation>Dieses Programm ist zu alt für den Server. Bitte lassen Sie es erneuern; am Server liegt es nicht.</translation>
    </message>
    <message>
        <source>The server is older than this program. Please ask your administration to update the server.</source>
        <translation>Der Server ist älter als dieses Programm. Bitte lassen Sie Ihre Administration den Server erneuern.</translation>
    </message>
    <message>
        <source>This computer has not joined the server at {address}, so it cannot tell whether it is the right one. Nothing was sent there. You join a server with the invitation that your administration gives you.</source>
        <translation>Dieser Rechner ist dem Server unter {address} nicht beigetreten und kann daher nicht erkennen, ob es der richtige ist. Es wurde nichts dorthin gesendet. Einem Server treten Sie mit der Einladung bei, die Sie von Ihrer Administration bekommen.</translation>
    </message>
    <message>
        <source>The server at {address} shows a certificate that does not come from the server you joined. Somebody may be trying to get at your password. Nothing was sent there. Please ask your administration, best by telephone; if the server was set up anew, you will get a new invitation.</source>
        <translation>Der Server unter {address} zeigt ein Zertifikat, das nicht von dem Server stammt, dem Sie beigetreten sind. Vielleicht versucht jemand, an Ihr Passwort zu kommen. Es wurde nichts dorthin gesendet. Bitte fragen Sie Ihre Administration, am besten am Telefon; wurde der Server neu eingerichtet, bekommen Sie eine neue Einladung.</translation>
    </message>
    <message>
        <source>The certificate of {address} comes from the server you joined, but its time is over. Your password was not sent. For this computer it is {now}; if that is right, your administration must renew the certificate.</source>
        <translation>Das Zertifikat von {address} stammt von dem Server, dem Sie beigetreten sind, ist aber abgelaufen. Ihr Passwort wurde nicht gesendet. Auf diesem Rechner ist es {now}; stimmt das, muss Ihre Administration das Zertifikat erneuern.</translation>
    </message>
    <message>
        <source>The certificate of {address} comes from the server you joined, but its time has not begun. Your password was not sent. For this computer it is {now}; please check date and time.</source>
        <translation>Das Zertifikat von {address} stammt von dem Server, dem Sie beigetreten sind, gilt aber noch nicht. Ihr Passwort wurde nicht gesendet. Auf diesem Rechner ist es {now}; bitte prüfen Sie Datum und Uhrzeit.</translation>
    </message>
    <message>
        <source>The certificate comes from the server you joined, but is not made out for “{host}”. Your password was not sent. Please use the address in your invitation, or ask your administration.</source>
        <translation>Das Zertifikat stammt von dem Server, dem Sie beigetreten sind, ist aber nicht auf „{host}“ ausgestellt. Ihr Passwort wurde nicht gesendet. Bitte nehmen Sie die Adresse aus Ihrer Einladung, oder fragen Sie Ihre Administration.</translation>
    </message>
    <message>
        <source>The server at {address} does not encrypt. The one you joined does, so this is another one, or somebody stands in between. Nothing was sent there.</source>
        <translation>Der Server unter {address} verschlüsselt nicht. Der, dem Sie beigetreten sind, tut es; also ist dies ein anderer, oder jemand steht dazwischen. Es wurde nichts dorthin gesendet.</translation>
    </message>
    <message>
        <source>The server at {address} could not prove that nobody stands in between. Your password was not sent. Please ask your administration.</source>
        <translation>Der Server unter {address} konnte nicht beweisen, dass niemand dazwischen steht. Ihr Passwort wurde nicht gesendet. Bitte wenden Sie sich an Ihre Administration.</translation>
    </message>
    <message>
        <source>The server at {address} asks for the password in a way in which it could be read. Your password was not sent. Please ask your administration.</source>
        <translation>Der Server unter {address} verlangt das Passwort auf eine Weise, bei der es gelesen werden könnte. Ihr Passwort wurde nicht gesendet. Bitte wenden Sie sich an Ihre Administration.</translation>
    </message>
    <message>
        <source>What this computer kept to recognise the server at {address} cannot be read any more. Nothing was sent there. Please join the server anew with an invitation.</source>
        <translation>Was dieser Rechner aufbewahrt hat, um den Server unter {address} zu erkennen, ist nicht mehr lesbar. Es wurde nichts dorthin gesendet. Bitte treten Sie dem Server mit einer Einladung neu bei.</translation>
    </message>
    <message>
        <source>What the server at {address} handed out was not made by whoever gave you the code. Nothing of it is used. Please check the address with your administration.</source>
        <translation>Was der Server unter {address} ausgegeben hat, stammt nicht von der Stelle, die Ihnen den Code gegeben hat. Es wird nichts davon verwendet. Bitte prüfen Sie die Adresse mit Ihrer Administration.</translation>
    </message>
    <message>
        <source>The server does not know this code. Is it typed right, and no older than a week?</source>
        <translation>Der Server kennt diesen Code nicht. Ist er richtig eingegeben und nicht älter als eine Woche?</translation>
    </message>
    <message>
        <source>At {address} something answers that hands out no invitations.</source>
        <translation>Unter {address} antwortet etwas, das keine Einladungen ausgibt.</translation>
    </message>
    <message>
        <source>Nobody hands out invitations at {address}. Please check the address, or open the invitation&apos;s file.</source>
        <translation>Unter {address} gibt niemand Einladungen aus. Bitte prüfen Sie die Adresse, oder öffnen Sie die Einladungsdatei.</translation>
    </message>
    <message>
        <source>This invitation is too old. Please ask your administration for a new one.</source>
        <translation>Diese Einladung ist abgelaufen. Bitte lassen Sie sich von Ihrer Administration neu einladen.</translation>
    </message>
    <message>
        <source>This file is no invitation to a Ticketdesk server, or it is damaged.</source>
        <translation>Diese Datei ist keine Einladung zu einem Ticketdesk-Server, oder sie ist beschädigt.</translation>
    </message>
    <message>
        <source>This computer&apos;s disk did not take what must be kept of the server. Is it full?</source>
        <translation>Auf diesem Rechner konnte nicht gespeichert werden, was über den Server bekannt sein muss. Ist der Datenträger voll?</translation>
    </message>
    <message>
        <source>This computer does not know this server</source>
        <translation>Diesen Server kennt dieser Rechner nicht</translation>
    </message>
    <message>
        <source>This is not the server you joined</source>
        <translation>Das ist nicht der Server, dem Sie beigetreten sind</translation>
    </message>
    <message>
        <source>The server&apos;s certificate has expired</source>
        <translation>Das Zertifikat des Servers ist abgelaufen</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not valid yet</source>
        <translation>Das Zertifikat des Servers gilt noch nicht</translation>
    </message>
    <message>
        <source>The server goes by another name</source>
        <translation>Der Server trägt einen anderen Namen</translation>
    </message>
    <message>
        <source>The connection would not be encrypted</source>
        <translation>Die Verbindung wäre nicht verschlüsselt</translation>
    </message>
    <message>
        <source>Somebody may stand in between</source>
        <translation>Vielleicht steht jemand dazwischen</translation>
    </message>
    <message>
        <source>The server wants the password in an unsafe way</source>
        <translation>Der Server verlangt das Passwort auf unsichere Weise</translation>
    </message>
    <message>
        <source>This server can no longer be recognised</source>
        <translation>Dieser Server ist nicht mehr zu erkennen</translation>
    </message>
    <message>
        <source>This invitation is not genuine</source>
        <translation>Diese Einladung ist nicht echt</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Sign in at {server}</source>
        <translation>Anmelden bei {server}</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>The kept password is used</source>
        <translation>Das gemerkte Passwort wird verwendet</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>&amp;Server</translation>
    </message>
    <message>
        <source>Type the address, choose from the list, or drop an invitation here</source>
        <translation>Adresse eingeben, aus der Liste wählen oder Einladung hierher ziehen</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>&amp;Benutzername</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message>
        <source>&amp;Join with an invitation …</source>
        <translation>Mit &amp;Einladung beitreten …</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Sign &amp;in</source>
        <translation>A&amp;nmelden</translation>
    </message>
</context>
<context>
    <name>SignInWindow</name>
    <message>
        <source>Checking the server and signing in …</source>
        <translation>Server wird geprüft, Anmeldung läuft …</translation>
    </message>
    <message>
        <source>Checking the invitation …</source>
        <translation>Einladung wird geprüft …</translation>
    </message>
    <message>
        <source>Joining the server and signing in …</source>
        <translation>Beitritt und Anmeldung laufen …</translation>
    </message>
    <message>
        <source>Invitations</source>
        <translation>Einladungen</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>Open an invitation</source>
        <translation>Einladung öffnen</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>Verbindung abgelehnt</translation>
    </message>
    <message>
        <source>Join a server</source>
        <translation>Einem Server beitreten</translation>
    </message>
</context>
</TS>
