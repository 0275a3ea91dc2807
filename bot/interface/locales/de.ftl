## Commands

imagine-name = malen
imagine-description = Bilder aus Worten malen, oder aus Worten und Bildern
imagine-prompt = Was soll gemalt werden?
edit-name = bearbeiten
edit-description = Ein Bild ändern: das angehängte oder das neueste hier
edit-menu = Bild bearbeiten
edit-prompt = Was soll sich ändern?
edit-image = Das Bild, das du ändern willst
describe-name = beschreiben
describe-description = Ein Bild in Worte fassen, mit einem Prompt, der es wieder malen würde
describe-menu = Bild beschreiben
describe-image = Das Bild, das ich beschreiben soll
describe-which = In der Nachricht sind { $count } Bilder. Welches soll ich beschreiben?
chat-name = chat
chat-description = In einem Thread reden, der sich alles merkt, auch Bilder
chat-message = Was du sagen willst
chat-file = Ein Bild, PDF, Text, Ton oder kurzes Video, um das es geht
option-reference = Ein Bild als Vorlage
option-aspect = Seitenverhältnis, Breite zu Höhe
aspect-auto = passend zu den Bildern
option-size = Wie groß
option-model = Welches Modell
option-count = Wie viele Bilder
option-thinking = Wie lange das Modell nachdenken darf
option-search = Das Modell darf im Web suchen
option-thoughts = Zeigen, was das Modell gedacht hat
option-improve = Erst bessere Worte, zur Auswahl
option-private = Nur dir zeigen
option-person = Wessen Avatar dazukommt, mit Erlaubnis
thinking-low = kurz
thinking-medium = mittel
thinking-high = lang

# What Discord calls the options: lower case, without spaces, at most 32 characters.
named-prompt = prompt
named-image = bild
named-image2 = bild2
named-image3 = bild3
named-image4 = bild4
named-aspect = seitenverhältnis
named-size = größe
named-model = modell
named-count = anzahl
named-thinking = nachdenken
named-search = suchen
named-thoughts = gedanken
named-improve = verbessern
named-private = privat
named-person = person
named-message = nachricht
named-file = datei

## Answers

painting = { $count ->
    [1] 🎨 { $model } malt · begonnen { $since }
   *[other] 🎨 { $model } malt · { $done } von { $count } fertig · begonnen { $since }
}
writing = 💭 { $model } arbeitet daran · gefragt { $since }
picture-wanted = { $model } möchte das hier malen lassen: „{ $prompt }“
words-broke-off = Hier ist die Antwort abgebrochen.
waiting = ⏳ Platz { $place } in der Warteschlange · gefragt { $since }
waiting-behind = ⏳ Wartet auf die Antwort davor · gefragt { $since }
waiting-relay = ⏳ Der Bilddienst hat gerade keinen Platz · neuer Versuch { $until } ({ $number } von { $most })
expected = dauert etwa { $seconds }{ "\u00A0" }s
expected-end = fertig etwa { $end }
expected-late = dauert länger als sonst
seconds = { $seconds }{ "\u00A0" }s
post-origin = aus diesem Bild
post-style = Stil „{ $style }“
post-redone = 🔁 noch einmal
alt-of = { $number } von { $count }: { $said }
alt-given = Ein Bild von { $member }
sources = 🌐 Quellen: { $links }
searches = 🌐 Gesucht: { $links }
late-ready = { $member }, das hier ist fertig.
answered-directly = 📬 { $member }, Discord nimmt hier keine Antwort an dich an. Sie kommt stattdessen als Direktnachricht.
kept-for = 🗂️ { $member }, Discord nimmt das weder hier noch als Direktnachricht an. Es wird für dich aufbewahrt: Lass es dir zeigen, wo Discord es annimmt. Das kostet nichts extra.
blocked-directly = 🛡️ { $member }, der AutoMod dieses Servers hat Worte darin blockiert. Es kommt stattdessen direkt zu dir.
blocked-kept = 🛡️ { $member }, der AutoMod dieses Servers hat Worte darin blockiert, und direkt erreiche ich dich nicht. Es ist für dich aufbewahrt: Lass es dir anderswo zeigen. Das kostet nichts weiter.
answer-to = -# ↪ { $member }
chat-thread = Chat
picture-thread = Bild
thread-open = 🧵 Der Thread ist offen: { $thread }
chat-asked = 💬 **{ $member }** fragt:
chat-file-unseen = 📎 „{ $name }“ ging mit, lässt sich hier aber nicht zeigen.
button-cancel = Abbrechen
button-stop = Anhalten
button-show = Anzeigen
cancel-done = Abgebrochen.
stop-done = Angehalten. Was bis dahin kam, bleibt.
cancel-too-late = Es wird schon gemalt und zählt deshalb. Was dabei herauskommt, wird für dich aufbewahrt.
cancelled-kept = 🗂️ Abgebrochen, aber es wurde schon gemalt. Das Bild wird aufbewahrt.
kept-offered = 🗂️ Etwas, das du vorhin wolltest, konnte ich dir nicht zeigen. Es wird für dich aufbewahrt.
called-off = Abgebrochen, bevor etwas abgeschickt wurde. Das hat dich nichts gekostet.
button-edit = Bearbeiten
button-redo = Noch mal
button-retry = Erneut versuchen
button-share = Teilen
button-thread = Thread öffnen
button-more = Mehr
button-original = Original herunterladen
button-imagine = Malen
description-prompt = Prompt
button-regenerate = Neue Antwort
button-spoiler-on = Spoiler an
button-spoiler-off = Spoiler aus
spoiler-on = Jetzt verdeckt, bis es jemand sehen will.
spoiler-off = Jetzt wieder für alle hier zu sehen.
button-here = Nur hier
button-paint = Malen
button-words = Worte ändern
button-mine = Meine nehmen
improving = 💭 { $model } sucht bessere Worte · gefragt { $since }
improved = ✨ **Neue Worte für dein Bild**
button-see = Ansehen
button-clear = Leeren
button-delete = Löschen
delete-menu = Löschen
delete-ask = 🗑️ Diesen Beitrag löschen, und was ich davon aufbewahre? Was daraus gemacht wurde, bleibt. Das lässt sich nicht rückgängig machen.
delete-ask-private = 🗑️ Löschen, was ich davon aufbewahre? Was daraus gemacht wurde, bleibt. Die Nachricht siehst nur du, und nur du kannst sie ausblenden. Das lässt sich nicht rückgängig machen.
delete-done = Gelöscht.
collect-menu = Als Vorlage nehmen
collected-waiting = { $count ->
    [one] 📎 Ein Bild wartet auf dein nächstes `/{ imagine-name }` oder `/{ edit-name }` und geht als Vorlage mit. Es wartet einen Tag lang.
   *[other] 📎 { $count } Bilder warten auf dein nächstes `/{ imagine-name }` oder `/{ edit-name }` und gehen als Vorlagen mit. Sie warten einen Tag lang.
}
collected-full = { $count ->
    [one] Für eins war kein Platz: Höchstens { $limit } können warten.
   *[other] Für { $count } war kein Platz: Höchstens { $limit } können warten.
}
collected-none = Es wartet kein Bild auf dich.
avatar-name = avatar
avatar-description = Entscheiden, ob Mitglieder dieses Servers deinen Avatar in Bildern verwenden dürfen
avatar-question = 👤 **{ $member }** möchte deinen Avatar in einem Bild verwenden, auf dem Server **{ $server }**. Erlaubst du das? Es gilt für alle Mitglieder dieses Servers, bis du es zurücknimmst. Wenn du nicht möchtest, kann ihn dort niemand verwenden, und ich frage nicht wieder.
avatar-allowed = 👤 Mitglieder von **{ $server }** dürfen deinen Avatar in Bildern verwenden, bis du das zurücknimmst. Das geht hier, oder mit `/{ avatar-name }` auf dem Server.
avatar-refused = 👤 Auf **{ $server }** kann außer dir niemand deinen Avatar in Bildern verwenden, und ich frage dich auch nicht. Ändern kannst du das hier, oder mit `/{ avatar-name }` auf dem Server.
avatar-undecided = 👤 Auf **{ $server }** kann außer dir niemand deinen Avatar in Bildern verwenden. Möchte es jemand, frage ich dich vorher. Du kannst auch jetzt schon entscheiden.
button-allow = Erlauben
button-refuse = Nicht erlauben
button-take-back = Zurücknehmen
button-vary = Variieren
button-aspect = Seitenverhältnis
button-upscale = Vergrößern
repainted-vary = Variante von { $words }
repainted-aspect = In { $ratio }: { $words }
repainted-upscale = Vergrößert auf { $size }: { $words }
details-facts = { $model } · { $size } · { $kind }, { $megabytes } MB · { $member }, { $made }
details-chosen = Gewählt: { $what }
details-thinking = Nachdenken: { $length }
details-search = Suche im Web
details-count = { $count } auf einmal
details-took = hat { $seconds }{ "\u00A0" }s gedauert
details-person = Avatar von { $member }
details-before = Was davor kam:
details-given = { $count ->
    [1] Das Bild, das du mitgegeben hast:
   *[other] Die Bilder, die du mitgegeben hast:
}
details-drafts = { $count ->
    [1] Der Entwurf des Modells dazu:
   *[other] { $count } Entwürfe des Modells dazu:
}
details-own = { $count ->
    [1] Das Bild, wie es vom Modell kam, bevor das Übrige zurückgesetzt wurde:
   *[other] Die { $count } Bilder, wie sie vom Modell kamen, bevor das Übrige zurückgesetzt wurde:
}
details-credentials = { $count ->
    [one] Die Datei trägt Inhaltsnachweise (C2PA), die nennen, wer sie wie gemacht hat. Ich habe sie nicht geprüft; **{ button-original }** behält sie.
   *[other] { $count } Dateien tragen Inhaltsnachweise (C2PA), die nennen, wer sie wie gemacht hat. Ich habe sie nicht geprüft; **{ button-original }** behält sie.
}
details-links = Die Dateien, wie sie vom Modell kamen:
details-parts = Was hier zu groß für Discord ist, kommt in nummerierten Teilen. Öffne den ersten mit 7-Zip, oder füge sie zusammen: unter Windows `copy /b name.001+name.002 name`, sonst `cat name.* > name`.
form-edit-title = Dieses Bild bearbeiten
form-edit-prompt = Was soll sich ändern?
form-edit-placeholder = Mach es schwarz-weiß
form-edit-which = Welches Bild?
form-edit-picture = Bild { $number }
form-edit-files = Weitere Bilder als Vorlage
form-edit-as-before = Wie es ist
form-imagine-title = Das hier malen
form-imagine-usual = Wie immer
form-style-title = Malen im Stil { $name }
here-title = 🎯 **Nur hier** · Wähle, was sich ändern darf. Alles andere bleibt, wie es ist.
here-alt = Das Bild unter einem Raster: { $columns } Spalten und { $rows } Zeilen, nummeriert von links oben
here-cells = Welche Felder?
here-place = Zeile { $row }, Spalte { $column }
here-mask = Maske
here-names = Nach Namen
here-things-title = 🎯 **Nur hier** · Wähle, was sich ändern darf. Alles andere bleibt, wie es ist.
here-things-alt = Das Bild mit nummerierten Rahmen um die Dinge, die im Menü stehen
here-which-thing = Was davon?
here-no-things = 🎯 Das Modell hat hier nichts gefunden, worauf es zeigen kann. Wähle stattdessen Felder im Raster, oder lade eine Maske hoch.
here-otherwise = Du kannst stattdessen Felder im Raster wählen oder eine Maske hochladen.
here-mask-file = Deine Maske
here-mask-how = Weiß oder bemalt: darf sich ändern. Schwarz oder durchsichtig: bleibt. In der Form des Bildes.
here-form = Nur diesen Teil ändern
here-placeholder = Ein Strohhut

## Versions

history-name = versionen
history-description = Die Versionen dieser Unterhaltung ansehen und bei einer davon weitermachen
undo-name = zurück
undo-description = Eine Version zurückgehen
version-title = { $pages ->
    [1] **Versionen** · { $count }
   *[other] **Versionen** · { $count } · Seite { $page } von { $pages }
}
version-none = Hier gibt es noch keine Versionen. Male ein Bild mit `/{ imagine-name }`, oder antworte auf eins und schreib, was sich ändern soll.
version-anew = fängt neu an
version-from = ↳ aus { $version }
version-now = ◀ jetzt
version-undone = zurückgenommen, aber noch da
version-wordless = (ohne Worte)
version-jump = zeigen
version-private = siehst nur du
version-tree = Die Versionen als Baum: { $links }
version-tree-root = { $version } fängt neu an
version-tree-link = { $version } aus { $before }
version-tree-now = jetzt: { $version }
version-choose = Weitermachen bei …
version-older = Ältere
version-newer = Neuere
version-back = ↩️ { $member } ist zurück zu Version { $version }: { $prompt }
undo-kept = Version { $version } ist nicht gelöscht: In `/{ history-name }` findest du sie und kannst sie zurückholen.
undo-first = Vor Version { $version } gibt es nichts: Sie setzt keine andere fort.

## Stile

style-name = stil
style-description = Stile unter einem Namen aufbewahren und in ihnen malen
style-save-name = speichern
style-save-description = Worte, Bilder und mehr unter einem Namen aufbewahren
style-use-name = nutzen
style-use-description = Bilder in einem Stil malen
style-list-name = liste
style-list-description = Deine Stile und die dieses Servers ansehen
style-delete-name = löschen
style-delete-description = Einen Stil löschen
style-called = Wie der Stil heißt
style-words = Worte, die zu jedem Prompt dazukommen
style-image = Ein Bild, das zu jedem Prompt dazukommt
style-owner = Für wen: nur für dich, oder für alle auf diesem Server
style-which = Welcher Stil
style-for-me = mich
style-for-server = Server
named-name = name
named-words = worte
named-owner = für
style-own = nur deiner
style-of-server = von diesem Server
style-pictures = { $count ->
    [one] ein Bild
   *[other] { $count } Bilder
}
style-alt = Das erste Bild des Stils { $name }
style-saved = 🔖 Dieser Stil ist gespeichert. `/{ style-name } { style-use-name }` malt darin.
style-replaced = 🔖 Dieser Stil ist gespeichert, anstelle des bisherigen mit demselben Namen.
style-title = { $pages ->
    [1] **Stile** · { $count }
   *[other] **Stile** · { $count } · Seite { $page } von { $pages }
}
style-none = Hier gibt es noch keine Stile. `/{ style-name } { style-save-name }` bewahrt Worte, Bilder und mehr unter einem Namen auf.
style-delete-ask = 🗑️ Diesen Stil löschen? Bilder, die darin gemalt wurden, bleiben. Das lässt sich nicht rückgängig machen.
style-deleted = Der Stil „{ $name }“ ist gelöscht.
button-use = Nutzen
button-previous = Zurück
button-next = Weiter

## Der eigene Bilddienst eines Servers

service-is = 🔌 Alles, worum hier gebeten wird, geht seit <t:{ NUMBER($at, useGrouping: 0) }:f> an den eigenen Bilddienst dieses Servers, **{ $host }**. Der Server bezahlt es dort.
service-is-none = 🔌 Dieser Server hat keinen eigenen Bilddienst: Worum hier gebeten wird, geht an den von dem, der diesen Bot betreibt.
service-not-offered = 🔌 Server können hier keinen eigenen Bilddienst haben. Einschalten kann das, wer diesen Bot betreibt.
button-own-relay = Eigenen Dienst nutzen
button-own-relay-change = Neu eintragen
button-own-relay-remove = Entfernen
form-own-relay = Eigener Bilddienst
form-own-relay-address = Adresse
form-own-relay-address-placeholder = https://relay.example
form-own-relay-address-note = Beginnt mit https://, ist im Internet erreichbar. Ohne /v1beta und alles dahinter.
form-own-relay-key = Schlüssel
form-own-relay-key-note = Wird verschlüsselt aufbewahrt, nie wieder gezeigt und gelöscht, wenn ich den Server verlasse.
form-own-relay-auth = Wie der Schlüssel gesendet wird
form-own-relay-bearer = Authorization: Bearer (die meisten Dienste)
form-own-relay-api-key = x-goog-api-key (Google selbst)
service-address-refused = Diese Adresse kann ich nicht nutzen. Sie muss mit https:// beginnen, einen Host nennen und vor so etwas wie /v1beta enden.
service-key-refused = Der Dienst an dieser Adresse nimmt diesen Schlüssel nicht an. Kopier ihn noch einmal, oder wähl die andere Art, ihn zu senden.
service-balance = Der Dienst nimmt diesen Schlüssel, aber das Guthaben ist aufgebraucht. Lade es auf und trag ihn dann noch einmal ein.
service-unreachable = An dieser Adresse antwortet nichts. Es muss eine sein, die alle im Internet erreichen.
service-refused = Was an dieser Adresse ist, nennt weder seine Modelle noch, was ein Text kosten würde. Prüf die Adresse bei dem, von dem du den Schlüssel hast.
error-own-relay-key = Der eigene Bilddienst dieses Servers nimmt seinen Schlüssel nicht an. Wer den Server verwaltet, kann ihn neu eintragen.
error-own-relay-locked = Der Schlüssel für den eigenen Bilddienst dieses Servers lässt sich nicht mehr lesen. Wer den Server verwaltet, kann ihn neu eintragen.
error-own-relay-removed = Der eigene Bilddienst dieses Servers wurde entfernt, bevor du an der Reihe warst. Frag noch einmal.
error-own-relay-balance = Das Guthaben beim eigenen Bilddienst dieses Servers ist aufgebraucht. Darum muss sich kümmern, wer den Server verwaltet.
error-own-relay-address = Der eigene Bilddienst dieses Servers ist nicht an seiner Adresse. Wer den Server verwaltet, kann sie neu eintragen.
error-own-relay-unreachable = Der eigene Bilddienst dieses Servers ist nicht zu erreichen. Versuch es in ein paar Minuten noch einmal.

## Help

help-name = hilfe
help-description = Auf einen Blick sehen, was ich kann
help =
    ✨ **Bilder, gemeinsam gemacht und verändert**
    🎨 { $imagine } malt Bilder aus Worten, oder aus Worten und bis zu vier Bildern.
    🖌️ **Antworte auf irgendein Bild** und schreib, was sich ändern soll: Genau dieses Bild wird geändert. Sind es mehrere? Beginne mit einer Nummer, zum Beispiel „2: mach den Himmel rot“. Mit { $edit } geht das auch.
    🎯 **{ button-here }** unter einem Bild ändert eine Stelle und lässt alles andere, wie es ist.
    🔍 { $describe } fasst ein Bild in Worte und in einen Prompt, der es neu malt.
    🔖 { $style } bewahrt einen Stil unter einem Namen auf, mit Worten, Bildern und mehr, für dich oder für den Server.
    💬 { $chat } öffnet einen Thread, der sich alles merkt, auch Bilder. Oder erwähne mich, wo du magst.
    ↩️ { $history } zeigt alle Versionen und macht bei jeder weiter; { $undo } geht eine zurück.
    📎 Halte eine Nachricht mit einem Bild lange gedrückt, oder klicke sie rechts an: Unter **Apps** kannst du es bearbeiten, beschreiben lassen oder als Vorlage für das Nächste aufheben.
    👤 **{ named-person }** bei { $imagine } nimmt jemandes Avatar dazu, sobald dieser Mensch es erlaubt. Mit { $avatar } erlaubst du es, oder nimmst es zurück.
    🤖 { $models } zeigt, was jedes Modell kann.

    👉 **Probier es aus**
    - Drück auf eins der Beispiele unten. Bevor es gemalt wird, kannst du die Worte noch ändern.
    - Antworte dann auf das Bild: *lass es schneien*
    - { $chat } *Was könnte auf dem Logo eines Lesekreises sein?*

    -# Auf deinen Tag angerechnet wird nur, woraus auch etwas wird. Solange etwas wartet, kannst du es abbrechen.
help-guest =
    ✨ **Du hast mich mitgebracht: Das geht hier**
    🎨 { $imagine } malt Bilder aus Worten, oder aus Worten und bis zu vier Bildern.
    🖌️ { $edit } verändert das Bild, das du mitgibst; die Knöpfe unter einem Bild von mir verändern dieses.
    🔍 { $describe } fasst ein Bild in Worte und in einen Prompt, der es neu malt.
    🔖 { $style } bewahrt einen Stil unter einem Namen auf, mit Worten, Bildern und mehr, nur für dich.
    📎 Halte eine Nachricht mit einem Bild lange gedrückt, oder klicke sie rechts an: Unter **Apps** kannst du es beschreiben lassen.
    🤖 { $models } zeigt, was jedes Modell kann.

    👉 **Probier es aus**: Drück auf eins der Beispiele unten. Bevor es gemalt wird, kannst du die Worte noch ändern.

    -# Ich bin hier kein Mitglied und lese keine Nachrichten. Threads, Versionen und Antworten gehen dort, wo ich eins bin.
example-boat = ein Papierboot in einer Pfütze, Morgenlicht
example-fox = ein lesender Fuchs unter einer Straßenlaterne, als Holzschnitt
example-logo = ein Logo für einen Lesekreis, zwei Farben
models-name = modelle
models-description = Sehen, welche Modelle es gibt und was jedes kann
models-image = Für Bilder
models-chat = Für Worte
models-usual = · Standard
models-sizes = Größen { $sizes }
models-aspects = Seitenverhältnisse { $aspects }
models-references = { $count ->
    [one] ein Bild als Vorlage
   *[other] bis zu { $count } Bilder als Vorlage
}
models-takes = liest { $takes }
models-thinking = Nachdenken: { $levels }
models-search = sucht im Web
models-thoughts = sagt, was es gedacht hat
models-price = { $price } je Bild
models-price-range = { $least } bis { $most }
models-price-answer = { $price } je Antwort
models-price-tokens = { $input } und { $output } je Million gesendeter und geantworteter Tokens
welcome =
    👋 **Hallo! Ich male Bilder und verändere sie, gemeinsam mit euch.**
    🎨 Probiert { $imagine } *ein Leuchtturm im Sturm*. **Antwortet dann auf das Bild** und schreibt, was sich ändern soll.
    💬 { $chat } öffnet einen Thread für längere Gespräche, und { $help } zeigt den Rest auf einen Blick.
welcome-lacks = ⚠️ Auf diesem Server fehlen mir Berechtigungen: { $missing }. Wer ihn verwaltet, kann sie mir geben, unter Servereinstellungen ▸ Rollen.

## Settings of a server

settings-name = einstellungen
settings-description = Entscheiden, wo, für wen und wie viel ich auf diesem Server arbeite
settings-panel-name = übersicht
settings-panel-description = Ansehen und ändern, was dieser Server entschieden hat
settings-export-name = exportieren
settings-export-description = Die Einstellungen dieses Servers als Datei bekommen
settings-import-name = importieren
settings-import-description = Einstellungen aus einer Datei nehmen, wenn du gesehen hast, was sich ändert
settings-import-file = Eine TOML-Datei, etwa die, die der Export macht
settings-exported = 📄 Die Einstellungen dieses Servers. Ändere, was du magst, und gib die Datei `/{ settings-name } { settings-import-name }`. Auf einem anderen Server lass Kanäle und Rollen weg.
settings-import-ask = 📥 Diese Datei ändert:
settings-import-same = Nichts ändert sich: Alles, was in dieser Datei steht, gilt schon.
settings-import-wrong = Nichts wurde geändert. Diese Datei hat Fehler:
button-settings-import = Das alles ändern
settings-title = Einstellungen dieses Servers
settings-hint = Was dieser Server entschieden hat, ist **fett**. Wähle unten, was du ändern willst.
settings-choose = Was möchtest du ansehen?
topic-overview = Übersicht
topic-where = Wo
topic-who = Wer
topic-models = Modelle
topic-much = Wie viel
topic-shown = Wie es aussieht
topic-features = Funktionen
topic-records = Aufzeichnungen
topic-service = Eigener Bilddienst
topic-blocked = Blockierte Mitglieder
settings-and-more = { $said } und { $count } weitere
settings-changed = ✅ Geändert: { $settings }
settings-capped = Wer diesen Bot betreibt, lässt hier niemandem mehr als { $pictures } Bilder und { $answers } Antworten am Tag.
settings-blocked = { $count ->
    [0] Niemand ist blockiert.
    [one] Ein Mitglied ist blockiert und kann mich hier nicht nutzen.
   *[other] { $count } Mitglieder sind blockiert und können mich hier nicht nutzen.
}
settings-block = Mitglieder blockieren
settings-unblock = Mitglieder wieder zulassen, nach ihren Nummern
settings-blocked-now = 🚫 Blockiert: { $members }
settings-unblocked = ✅ Wieder zugelassen: { $members }
button-settings-change = Ändern
button-settings-more = Mehr Bilder für Rollen
form-settings-on = Was Mitglieder hier nutzen können
form-settings-count = Bilder am Tag
form-settings-count-placeholder = Leer: diese Rollen haben nicht mehr als andere.
about-channels = Wo ich arbeite, samt allen Threads dort. Keine: überall, wo ich schreiben kann.
about-threads = Ob ein Bild, um das in einem Kanal gebeten wird, einen Thread öffnet.
about-age_restricted_only = Ich arbeite nur in Kanälen mit Altersbeschränkung.
about-roles = Wer mich nutzen darf. Keine: alle.
about-editors = Mit seinen Knöpfen oder einer Antwort darauf.
about-models = Was Mitglieder wählen können. Keine: alle.
about-image_model = Was malt, wenn niemand wählt.
about-chat_model = Was antwortet, wenn niemand wählt.
about-aspect = Breite zu Höhe, wenn niemand wählt und das Modell es kann.
about-size = Wenn niemand wählt und das Modell sie kann.
about-safety = Wie streng Modelle filtern, was sie machen.
about-off = Was Mitglieder hier nicht nutzen können.
about-daily_pictures = Leer: so viele, wie erlaubt, wer diesen Bot betreibt.
about-daily_messages = Leer: so viele, wie erlaubt, wer diesen Bot betreibt.
about-more = Wie viele Bilder am Tag ihre Mitglieder haben; sie dürfen mich auch nutzen.
about-cooldown = In Sekunden. Leer: keine.
about-budget = In US-Dollar, etwa 25 oder 12,50. Leer: keine Grenze.
about-dearer = Wenn ein Modell nicht zu haben ist, auch eines, das mehr kostet.
about-time_zone = Wann Tage und Monate beginnen, etwa Europe/Berlin.
about-spoilers = Jedes Bild ist verdeckt, bis es jemand anklickt.
about-show_cost = Jede Antwort sagt, was sie gekostet hat.
about-persona = Was Modelle sein sollen, wenn sie reden.
about-locale = Von allem, was alle lesen. Wie üblich: die des Servers in Discord.
about-retention_days = In Tagen. Leer: wie es will, wer diesen Bot betreibt.
about-log_channel = Wo die Moderation liest, was ich notiere: Änderungen, Sperren, Meldungen, Geld.
about-log_prompts = Dort steht auch, worum Mitglieder baten, wenn alle das Ergebnis sehen.
about-reports = Mitglieder können der Moderation zeigen, was nicht bleiben sollte.

## Datenschutz

privacy-name = datenschutz
privacy-description = Sehen, was ich von dir aufbewahre, es mitnehmen oder vergessen lassen
privacy-show-name = ansehen
privacy-show-description = Sehen, was ich von dir aufbewahre, wie lange, und wer es sieht
privacy-export-name = mitnehmen
privacy-export-description = Alles, was ich von dir aufbewahre, als Datei bekommen
privacy-forget-name = vergessen
privacy-forget-description = Mich alles vergessen lassen, was ich von dir aufbewahre
privacy-title = 🔒 **Was ich von dir aufbewahre**
privacy-asked = - Worum du gebeten hast: { $requests }, mit { $answers } Antworten
privacy-files = - Bilder und andere Dateien: { $count } ({ $megabytes } MB)
privacy-where = - Wo du gefragt hast: { $places }
privacy-others = { $count ->
    [one] 1 anderer Server
   *[other] { $count } andere Server
}
privacy-directly = Direktnachrichten oder als Gast
privacy-waiting = - Gemacht und noch nicht gezeigt: { $count }
privacy-styles = - Stile, die du gespeichert hast: { $count }
privacy-references = - Bilder, die du gesammelt hast: { $count }
privacy-decisions = - Was du über deinen Avatar entschieden hast: { $count }
privacy-changes = - Einstellungen von Servern, die du geändert hast: { $count }
privacy-used = - Gezählt seit { $month }: { $pictures } Bilder, { $answers } Antworten
privacy-language = - Die Sprache deines Discord: { $language }
privacy-blocked = - Server, die dich blockieren: { $count }
privacy-avatar = 👤 Mitglieder von **{ $server }** dürfen deinen Avatar verwenden.
privacy-how-long = ⏳ **Wie lange:** bis du die Nachricht löschst, die es zeigt, ihr Kanal verschwindet oder du es vergessen lässt. Summen des Verbrauchs bleiben, ohne deinen Namen. Ein Server kann weniger festlegen.
privacy-how-long-days = { $count ->
    [one] ⏳ **Wie lange:** 1 Tag, oder bis du die Nachricht löschst, die es zeigt, ihr Kanal verschwindet oder du es vergessen lässt. Summen des Verbrauchs bleiben, ohne deinen Namen. Stile bleiben, bis du sie löschst.
   *[other] ⏳ **Wie lange:** { $count } Tage, oder bis du die Nachricht löschst, die es zeigt, ihr Kanal verschwindet oder du es vergessen lässt. Summen des Verbrauchs bleiben, ohne deinen Namen. Stile bleiben, bis du sie löschst.
}
privacy-who = 👀 **Wer es sieht:** wer den Kanal lesen kann, in dem es steht; Privates nur du. Wer diesen Bot betreibt, könnte nachsehen. Der Bilddienst bekommt, worum du bittest, mit den Bildern dazu, und wo mehrere reden auch, wie du dort heißt.
button-export-mine = Mitnehmen
button-forget = Vergiss mich
button-forget-confirm = Ja, vergiss mich
privacy-export = 📦 Das bewahre ich von dir auf: Öffne `about.json` und `requests-001.json` mit einem Texteditor; deine Bilder sind in `files`. Was andere gesagt oder gemacht haben, ist nicht dabei. Reicht eine Datei nicht, folgen weitere.
privacy-part = 📦 Datei { $number }. Was auf `.001`, `.002` endet, ist eine Datei in Teilen: Füge sie in dieser Reihenfolge zusammen.
privacy-all = { $count ->
    [one] 📦 Das war alles: 1 Datei.
   *[other] 📦 Das war alles: { $count } Dateien.
}
privacy-cut = 📦 Das waren { $count } Dateien, und es ist mehr, als ich schicken kann. Frag nach dem Rest, wer diesen Bot betreibt.
privacy-ask =
    🗑️ **Soll ich dich vergessen?** Das lässt sich nicht rückgängig machen.
    🧹 **Für immer weg:** alles, worum du gebeten hast, und was daraus wurde, auf jedem Server und hier, mit den Bildern; deine Stile, auch die eines Servers; was du gesammelt hast; was du über deinen Avatar entschieden hast; deine Sprache; und dein Name in den Büchern.
    📌 **Was bleibt:** Nachrichten in Discord. Lösche vorher mit **Apps ▸ { delete-menu }**, was weg soll: Danach weiß ich nicht mehr, wem sie gehören. Was andere aus deinen Bildern gemacht haben, bleibt ihres. Was du heute verbraucht hast, zählt, bis der Tag um ist, und Server, die dich blockieren, tun das weiter.
privacy-forgotten = 🗑️ Du bist vergessen. Deine Dateien verschwinden innerhalb von etwa zwei Stunden, und was du heute verbraucht hast, wenn der Tag um ist.
privacy-at-work = Was gerade noch entsteht, vergesse ich, sobald es fertig ist.

## Quiet notes

note-more = { $count ->
    [1] … und noch etwas.
   *[other] … und noch { $count } Dinge.
}
note-history-cut = Älteres passt nicht mehr hinein; ab jetzt sieht das Modell nur das Neuere.
note-files-unread = { $model } liest nicht alle Dateien dieses Gesprächs und antwortet ohne sie.
note-signatures-rebuilt = Das Modell hat seinen eigenen Verlauf nicht angenommen und deshalb nur mit dem Bild gearbeitet.
note-other-relay = Ein anderer Dienst ist eingesprungen: { $relay }.
note-other-model = { $asked } war nicht zu haben; { $model } ist eingesprungen.
note-model-not-here = Dieser Server verwendet { $asked } nicht; { $model } ist an seine Stelle getreten.
note-not-searched = Ohne Suche im Web beantwortet: { $model } kann das hier nicht.
note-thoughts = 💡 Gedacht: { $thoughts }
note-shrunk = Das Modell hat „{ $name }“ mit { $size } Pixeln bekommen, verkleinert von { $given }: Feinheiten sind verloren. Schneide es in Teile, wenn du sie behalten willst.
note-no-picture = Mit dieser Antwort kam kein Bild. Es zählt nicht gegen dein Kontingent.
note-half = Von diesem Bild kam nur ein Teil an. Es zählt nicht gegen dein Kontingent; mit „{ button-redo }“ fragst du neu.
note-draft = Das Modell hat kein fertiges Bild geschickt. Das hier ist sein letzter Entwurf auf dem Weg dahin.
note-result-barred = Das Bild liegt hinter einem Link, und von dort darf ich keine Bilder holen. Wer diesen Bot betreibt, kann es erlauben.
note-cut = Das Modell hat aufgehört, bevor es fertig war.
note-stopped = Hier angehalten, wie du wolltest.
note-unreadable = Ein Teil dieser Antwort ließ sich nicht lesen.
note-otherwise = Gewünscht war { $asked }; das Modell hat es anders gemacht.
note-only-here = 🎯 Nur der Teil, den du gewählt hast, ist anders. Alles Übrige ist wie vorher, Pixel für Pixel.
note-not-only-here = 🎯 Das Modell hat sich nicht an deinen Teil gehalten: Es hat auch das Übrige verschoben, und das ließ sich nicht zurücksetzen.
note-fitted = Verkleinert, damit es unter die Grenze von Discord passt; das Original bleibt gespeichert.
note-no-thread = Dieser Server möchte einen Thread für jedes Bild, aber das darf ich nicht: { $missing }.
note-references = { $count ->
    [one] Eine deiner Vorlagen ging mit.
   *[other] { $count } deiner Vorlagen gingen mit.
}
note-first-frame = Von einer Animation wurde nur das erste Bild verwendet.

## What the member can mend

error-empty-prompt = Sag mir, was ich tun soll: Schreib, was du sehen willst oder was sich ändern soll.
error-prompt-too-long = Das ist zu lang: höchstens { $limit } Zeichen.
error-nothing-to-edit = Hier gibt es kein Bild, das sich ändern ließe. Häng eins an, oder antworte auf eins.
error-no-picture = In dieser Nachricht ist kein Bild.
error-proposal-over = Dieser Vorschlag gilt nicht mehr: Er steht einen Tag lang. Frag noch einmal mit `/{ imagine-name }`.
error-nothing-to-delete = Von dieser Nachricht bewahre ich nichts auf. Löschen lassen sich hier meine Bilder und Antworten.
error-references-gone = { $count ->
    [one] Eine deiner Vorlagen gibt es nicht mehr, oder du siehst sie nicht mehr.
   *[other] { $count } deiner Vorlagen gibt es nicht mehr, oder du siehst sie nicht mehr.
}
error-references-hidden = { $count ->
    [one] Eine deiner Vorlagen kann ich mir von hier aus nicht ansehen. Sie wartet weiter.
   *[other] { $count } deiner Vorlagen kann ich mir von hier aus nicht ansehen. Sie warten weiter.
}
error-references-left = { $count ->
    [one] Eine deiner Vorlagen wartet auf das nächste Mal: höchstens { $limit } Bilder.
   *[other] { $count } deiner Vorlagen warten auf das nächste Mal: höchstens { $limit } Bilder.
}
error-which-picture = In der Nachricht sind { $count } Bilder. Welches meinst du? Beginne das nächste Mal mit der Nummer, zum Beispiel „2: mach den Himmel rot“.
error-unknown-model = Ein Modell namens „{ $model }“ gibt es hier nicht. Wähle eins von diesen: { $known }.
error-unsupported-option = { $model } kann { $value } nicht. Es kann: { $allowed }.
error-option-not-taken = Bei { $model } lässt sich { $value } nicht wählen. Lass die Option weg.
error-largest = Größer kann { $model } dieses Bild nicht malen.
error-thinking-not-taken = So lange kann { $model } nicht nachdenken. Wähle etwas anderes, oder lass die Option weg.
error-search-not-taken = { $model } kann hier nicht im Web suchen. Wähle ein anderes Modell, oder lass die Option weg.
error-unknown-style = Einen Stil namens „{ $name }“ gibt es hier nicht. `/{ style-name } { style-list-name }` zeigt, welche es gibt.
error-style-nameless = Ein Stil braucht einen Namen, den man sehen kann.
error-style-empty = Noch gibt es nichts aufzubewahren: Gib Worte, ein Bild oder eine Auswahl dazu.
error-style-gone = Dieser Stil wurde gelöscht.
error-style-elsewhere = Dieser Stil gehört jemand anderem oder zu einem anderen Server.
error-usage-server = Was der ganze Server verbraucht hat, sehen die, die den Server verwalten dürfen.
error-grant-server = Mehr geben können die, die den Server verwalten dürfen.
error-unknown-period = Einen Monat { $period } gibt es nicht. Wähle einen aus der Liste.
error-grant-too-large = Ein Mitglied kann für einen Tag höchstens { NUMBER($pictures) } Bilder und { NUMBER($answers) } Antworten mehr bekommen, alles zusammen.
error-style-server = Die Stile eines Servers speichern und löschen die, die den Server verwalten dürfen.
error-style-no-server = Hier ist kein Server, der eigene Stile hat. Speichere den Stil für dich.
error-style-left = { $count ->
    [one] Ein Bild des Stils blieb weg: höchstens { $limit } Bilder.
   *[other] { $count } Bilder des Stils blieben weg: höchstens { $limit } Bilder.
}
error-styles-full = Du hast { $limit } Stile, und mehr gehen nicht. Lösche einen, oder speichere diesen unter dessen Namen.
error-styles-full-server = Dieser Server hat { $limit } Stile, und mehr gehen nicht. Lösche einen, oder speichere diesen unter dessen Namen.
error-thoughts-not-told = { $model } verrät nicht, was es denkt. Wähle ein anderes Modell, oder lass die Option weg.
error-elsewhere = Das gehört in einen anderen Kanal und geht nur dort.
error-private = Das ist nur für jemand anderen gemacht. Nur wer es wollte, kann es benutzen.
error-person-asked = 👤 { $member } wurde gefragt. Sobald die Erlaubnis da ist, gib den Befehl noch einmal ein. Gekostet hat es dich nichts.
error-person-refused = Der Avatar von { $member } kann hier nicht verwendet werden.
error-person-closed = { $member } nimmt keine Direktnachrichten von mir an, also konnte ich nicht nach dem Avatar fragen. Mit `/{ avatar-name }` lässt es sich auf diesem Server erlauben.
error-person-too-many = Du hast { $limit } Leute nach ihrem Avatar gefragt, und noch niemand hat geantwortet. Warte auf sie, oder frag morgen wieder.
error-person-bot = { $member } ist ein Bot und kann das nicht erlauben. Wähl einen Menschen.
error-person-elsewhere = Hier kann ich { $member } nicht fragen: nur Mitglieder eines Servers, auf dem auch ich bin. Deinen eigenen Avatar kannst du überall verwenden.
error-person-no-avatar = { $member } hat keinen eigenen Avatar.
error-person-taken-back = Das ist mit dem Avatar von jemandem gemacht, der es hier nicht erlaubt.
error-server-gone = Ich bin nicht mehr auf diesem Server, also gibt es nichts zu entscheiden.
error-not-yours = Das gehört { $member }. Das darf nur, wem es gehört, oder wer hier Nachrichten verwalten darf.
error-asked-another = Diese Frage ist für { $member }; nur dieses Mitglied kann wählen. Willst du selbst ein Bild ändern, antworte darauf.
error-version-unseen = Nicht alle hier können diese Version sehen, deshalb geht es in diesem Kanal nicht von ihr aus weiter.
error-gone = Dieses Bild oder diese Nachricht gibt es hier nicht mehr.
error-unknown-control = Dieser Knopf oder dieses Formular ist von einer anderen Version von mir, und ich weiß nicht, wofür. Es ist nichts geschehen. `/{ help-name }` zeigt, was ich jetzt kann.
error-already-shown = Das ist schon erledigt; schau in diesem Kanal nach.
error-setting-invalid = { $setting } kann das nicht sein. Es wurde nichts geändert.
error-setting-changed = Jemand anderes hat gerade { $setting } geändert. Deine Eingaben wurden nicht übernommen: Sieh es dir noch einmal an und ändere es dann.
error-settings-server = Einstellungen gehören zu einem Server, auf dem ich Mitglied bin. Nutze das dort.
error-settings-manager = Nur wer den Server verwalten darf, kann seine Einstellungen sehen und ändern.
error-setting-switch = „{ $setting }“ nimmt true oder false.
error-setting-number = „{ $setting }“ nimmt eine ganze Zahl von { $least } bis { $most }.
error-setting-money = „{ $setting }“ nimmt US-Dollar mit höchstens zwei Nachkommastellen, etwa 25 oder 12,50, bis { $most }.
error-setting-words = „{ $setting }“ nimmt Worte, höchstens { $most } Zeichen.
error-setting-choice = „{ $setting }“ kann nicht „{ $value }“ sein. Möglich sind: { $allowed }.
error-setting-channels = „{ $setting }“ nimmt Kanäle dieses Servers, mit ihren IDs; „{ $value }“ ist keiner.
error-setting-roles = „{ $setting }“ nimmt Rollen dieses Servers, mit ihren IDs; „{ $value }“ ist keine, die Mitglieder bekommen.
error-setting-closed = „{ $setting }“: In { $channels } kann ich nichts schreiben. Lass mich den Kanal sehen und dort Nachrichten senden, oder wähle einen anderen.
error-setting-time-zone = „{ $setting }“: Eine Zeitzone „{ $value }“ gibt es nicht. Schreib eine aus der IANA-Liste, etwa Europe/Berlin.
error-setting-list = „{ $setting }“ nimmt mehrere Dinge: eine Liste, oder bei Rollen mit mehr Bildern eine Tabelle.
error-setting-many = „{ $setting }“ nimmt höchstens { $most }.
error-setting-unknown = „{ $value }“ ist keine Einstellung, die ich kenne.
error-settings-file = Diese Datei lässt sich nicht als TOML lesen. Nimm eine aus dem Export, und ändere nur, was hinter dem „=“ steht.
error-still-at-work = Daran wird noch gearbeitet; die Antwort kommt dort, wo du gefragt hast.
error-over = Das ist schon vorbei; es gibt nichts mehr anzuhalten.
error-guest-picture = Ich bin hier kein Mitglied und kann mir das Bild nicht noch einmal ansehen. Speichere es, und gib es `/{ edit-name }`.
error-guest-first = In der Nachricht sind { $count } Bilder, und ich bin hier kein Mitglied: Beschrieben habe ich das erste. Speichere ein anderes, und gib es `/{ describe-name }`.
error-no-threads-here = Hier lassen sich keine Threads öffnen. Versuch es in einem Textkanal.
error-attachment-unreachable = „{ $name }“ ließ sich nicht von Discord holen. Häng die Datei noch einmal an.
error-attachment-host = „{ $name }“ liegt nicht bei Discord und wurde deshalb nicht geholt. Häng sie als Datei an.
error-picture-one-too-many = „{ $name }“ wurde weggelassen: höchstens { $limit } Bilder.
error-picture-empty = „{ $name }“ ist leer.
error-picture-type = „{ $name }“ ist kein Bild, mit dem ich arbeiten kann. Häng es als Datei an: PNG, JPEG, WebP, HEIC, AVIF, GIF, BMP oder TIFF.
error-picture-drawn = „{ $name }“ ist ein Sticker, den Discord zeichnet, während er sich bewegt: Ein Bild davon gibt es nicht.
error-text-one-too-many = „{ $name }“ wurde weggelassen: höchstens { $limit } Textdateien.
error-text-too-long = „{ $name }“ wurde weggelassen: Eine Textdatei darf höchstens { $limit } KB haben.
error-text-unreadable = „{ $name }“ ließ sich nicht als Text lesen. Speichere die Datei als UTF-8, oder füge den Text direkt ein.
error-file-not-taken = „{ $name }“ lässt sich nicht verwenden: { $model } liest { $takes }.
error-file-one-too-many = „{ $name }“ wurde weggelassen: neben Bildern und Text höchstens { $limit } Dateien.
error-files-too-large = „{ $name }“ passt nicht hinein: Die Dateien einer Nachricht dürfen zusammen { $limit } MB haben, Bilder und Text nicht mitgezählt.
error-file-too-long = „{ $name }“ dauert zu lange: höchstens { $limit } Minuten. Schneide die Stelle heraus, um die es geht.
error-file-broken = „{ $name }“ ist beschädigt oder unvollständig.
error-file-locked = „{ $name }“ ist mit einem Passwort oder gegen Kopieren geschützt. Speichere es ohne das, und häng es noch einmal an.
takes-pictures = Bilder
takes-text = Text und Code
takes-pdf = PDF
takes-audio = Ton
takes-video = kurze Videos
error-picture-unreadable = „{ $name }“ ließ sich nicht als Bild lesen.
error-picture-broken = „{ $name }“ ist beschädigt oder unvollständig.
error-picture-too-large = „{ $name }“ ist zu groß: höchstens { $limit } MB.
error-picture-too-many-pixels = „{ $name }“ hat { NUMBER($width, useGrouping: 0) } × { NUMBER($height, useGrouping: 0) } Pixel, also { $megapixels } Megapixel: höchstens { $limit } gehen. Verkleinere das Bild, und häng es noch einmal an.
error-picture-too-many-pixels-held = „{ $name }“ hat { NUMBER($width, useGrouping: 0) } × { NUMBER($height, useGrouping: 0) } Pixel, also { $megapixels } Megapixel: So gespeichert lassen sich höchstens { $limit } lesen. Speichere es als gewöhnliches JPEG, oder verkleinere es.
error-picture-too-long = „{ $name }“ hat { NUMBER($width, useGrouping: 0) } × { NUMBER($height, useGrouping: 0) } Pixel: Eine Seite darf höchstens { NUMBER($limit, useGrouping: 0) } haben. Schneide es in Teile, und häng die an.
error-mask-shape = „{ $name }“ hat eine andere Form als das Bild, das { NUMBER($width, useGrouping: 0) } × { NUMBER($height, useGrouping: 0) } Pixel hat. Zeichne die Maske auf eine Kopie des Bildes.
error-mask-none = „{ $name }“ ist keine Maske: Male weiß, was sich ändern soll, und alles andere schwarz, ohne Grau dazwischen.
error-mask-empty = In „{ $name }“ ist nichts weiß oder bemalt, also würde sich nichts ändern. Male weiß, was sich ändern soll.
error-mask-all = „{ $name }“ ist ganz weiß oder bemalt. Lass schwarz oder durchsichtig, was bleiben soll, oder nimm **{ button-edit }**.
error-picture-raw = „{ $name }“ ist eine Rohdatei aus einer Kamera. Exportiere sie als JPEG, und häng das an.
error-picture-codec = „{ $name }“ ist auf eine Art gespeichert, die hier nicht lesbar ist ({ $codec }). Speichere es als JPEG oder PNG, und häng das an.
error-picture-too-many-parts = „{ $name }“ besteht aus zu vielen Einzelbildern oder Teilen.

## Limits

error-blocked = Die Moderation dieses Servers erlaubt dir nicht, mich hier zu benutzen. Frag dort nach, wenn du das für einen Irrtum hältst. Es wurde nichts gesendet und hat nichts gekostet.
error-not-in-this-channel = Auf diesem Server arbeite ich nur in { $channels }. Frag dort. Es hat nichts gekostet.
error-not-age-restricted = Auf diesem Server arbeite ich nur in Kanälen mit Altersbeschränkung. Frag in einem davon. Es hat nichts gekostet.
error-role-needed = Auf diesem Server brauchst du eine dieser Rollen, um mich zu benutzen: { $roles }. Die Moderation kann dir eine geben. Es hat nichts gekostet.
error-feature-off-chat = Auf diesem Server ist Chat ausgeschaltet. Bilder gehen weiterhin. Wer den Server verwaltet, kann ihn mit `/{ settings-name } { settings-panel-name }` einschalten.
error-feature-off-search = Auf diesem Server ist die Websuche ausgeschaltet. Frag noch einmal ohne sie. Wer den Server verwaltet, kann sie mit `/{ settings-name } { settings-panel-name }` einschalten.
error-feature-off-person = Auf diesem Server sind Avatare in Bildern ausgeschaltet. Frag noch einmal ohne Person. Wer den Server verwaltet, kann sie mit `/{ settings-name } { settings-panel-name }` einschalten.
error-feature-off-files = Auf diesem Server sind andere Dateien als Bilder ausgeschaltet. Frag noch einmal ohne die Datei. Wer den Server verwaltet, kann sie mit `/{ settings-name } { settings-panel-name }` einschalten.
error-price-unknown = Dieser Server hat ein Budget, und niemand weiß, was { $model } kostet. Wähle ein anderes Modell. Es hat nichts gekostet.
error-cooling-down = Du hast eben erst gefragt, und dieser Server möchte etwas Zeit dazwischen. Frag <t:{ NUMBER($until, useGrouping: 0) }:R> noch einmal. Es hat nichts gekostet.
error-budget-used-up = Was vom Geld dieses Servers für diesen Monat übrig ist, reicht dafür nicht. Neues gibt es ab <t:{ NUMBER($resets, useGrouping: 0) }:f>, oder sobald, wer den Server verwaltet, das Budget mit `/{ settings-name } { settings-panel-name }` erhöht. Es hat nichts gekostet.
error-budget-too-small = Das Geld dieses Servers für einen Monat reicht dafür nicht. Wer den Server verwaltet, kann das Budget mit `/{ settings-name } { settings-panel-name }` erhöhen. Es hat nichts gekostet.
error-money-used-up = Was vom Geld dieses Servers für diesen Monat übrig ist, reicht dafür nicht. Neues gibt es ab <t:{ NUMBER($resets, useGrouping: 0) }:f>, oder sobald, wer diesen Bot betreibt, dem Server mehr gibt. Es hat nichts gekostet.
error-money-too-small = Was dieser Server in einem Monat ausgeben darf, reicht dafür nicht. Mehr geben kann, wer diesen Bot betreibt. Es hat nichts gekostet.
error-quota-none = Du hast hier am Tag keine Bilder. Wer den Server verwaltet oder diesen Bot betreibt, kann dir welche geben. Es hat nichts gekostet.
error-messages-none = Du hast hier am Tag keine Antworten. Wer den Server verwaltet oder diesen Bot betreibt, kann dir welche geben. Es hat nichts gekostet.
error-quota-used-up = { $limit ->
    [one] Dein Bild für heute ist aufgebraucht.
   *[other] Deine { $limit } Bilder für heute sind aufgebraucht.
} Neue gibt es <t:{ NUMBER($resets, useGrouping: 0) }:R>.
error-quota-left = { $left ->
    [one] Für heute ist nur noch ein Bild übrig, und das hier wären { $count }.
   *[other] Für heute sind nur noch { $left } Bilder übrig, und das hier wären { $count }.
} Neue gibt es <t:{ NUMBER($resets, useGrouping: 0) }:R>.
error-messages-used-up = { $limit ->
    [one] Deine Antwort für heute ist aufgebraucht.
   *[other] Deine { $limit } Antworten für heute sind aufgebraucht.
} Neue gibt es <t:{ NUMBER($resets, useGrouping: 0) }:R>.
error-too-many-at-once = { $limit ->
    [one] Du hast schon einen Auftrag in Arbeit. Warte, bis er fertig ist.
   *[other] Du hast schon { $limit } Aufträge in Arbeit. Warte, bis einer fertig ist.
}
error-queue-full = Gerade warten zu viele. Versuch es in einer Minute noch einmal.
error-restarting = Ich starte gerade neu. Versuch es in einer Minute noch einmal.

## The relay

error-relay-unreachable = Der Bilddienst ist nicht zu erreichen. Versuch es in ein paar Minuten noch einmal.
error-all-down = Im Moment antwortet nichts. Ein neuer Versuch lohnt sich <t:{ NUMBER($retry, useGrouping: 0) }:R>.
error-relay-busy = Der Bilddienst ist ausgelastet. Versuch es in einer Minute noch einmal.
error-relay-busy-until = Der Bilddienst ist ausgelastet. Ein neuer Versuch lohnt sich <t:{ NUMBER($retry, useGrouping: 0) }:R>.
error-relay-balance = Das Guthaben beim Bilddienst ist aufgebraucht. Darum muss sich kümmern, wer diesen Bot betreibt.
error-key-rejected = Der Bilddienst nimmt den Schlüssel dieses Bots nicht an. Darum muss sich kümmern, wer diesen Bot betreibt.
error-wrong-address = Der Bilddienst ist nicht da, wo dieser Bot ihn sucht. Darum muss sich kümmern, wer diesen Bot betreibt.
error-model-unavailable = Dieses Modell ist gerade nicht zu haben. Wähle ein anderes, oder versuch es später.
error-request-rejected = Der Bilddienst hat diese Anfrage nicht angenommen. Sag es anders, oder nimm ein anderes Bild.
error-signature-rejected = Das Modell kann von den früheren Bildern dieser Unterhaltung aus nicht weitermachen. Fang neu an, und häng das Bild an, das du ändern willst.
error-request-too-large = Das ist auf einmal zu viel für das Modell. Nimm weniger oder kleinere Bilder, oder einen kürzeren Text.
error-relay-fault = Der Bilddienst ist daran gescheitert. Versuch es in ein paar Minuten noch einmal.
error-relay-timeout = Der Bilddienst hat nicht rechtzeitig geantwortet.
error-connection-broke = Die Verbindung zum Bilddienst ist abgerissen, bevor seine Antwort da war.
answer-broke-off = Hier ist die Antwort abgebrochen. Was davon ankam, bleibt.
answer-in-file = Das ist der Anfang: Alles steht in der Datei.
error-stopped = Angehalten, bevor etwas kam.
error-interrupted = Ich wurde neu gestartet, während der Bilddienst daran gearbeitet hat.
error-reply-unreadable = Der Bilddienst hat etwas geschickt, das sich nicht lesen lässt.
error-reply-packed = Der Bilddienst hat seine Antwort so verpackt, dass sie sich hier nicht öffnen lässt ({ $packing }). Darum muss sich kümmern, wer diesen Bot betreibt.
error-result-barred = Der Bilddienst hat mit einem Link geantwortet, und von dort darf ich keine Bilder holen. Wer diesen Bot betreibt, kann es erlauben.
error-reply-empty = Die Antwort des Bilddienstes war leer.
error-reply-too-long = Dem Modell ging der Platz aus, bevor es etwas vorzuzeigen hatte. Verlang weniger auf einmal.
error-reply-unfinished = Das Modell hat mittendrin aufgehört und noch nichts vorzuzeigen. Versuch es noch einmal, oder verlang weniger auf einmal.
failed-share = { $number } von { $count }: { $said }
cost-none = Das hat dich nichts gekostet.
cost-possible = Ob es berechnet wurde, ist nicht bekannt; auf dein Kontingent wird es nicht angerechnet.
cost-spent = { NUMBER($dollars, minimumFractionDigits: 2, maximumFractionDigits: 4) } US$

## Refusals

error-refused = Das Modell hat das abgelehnt, aus einem Grund, den ich noch nicht kenne. Sag es anders, oder versuch es noch einmal.

# What was asked

refused-prompt-safety = Die Sicherheitsregeln des Modells lehnen ab, was du verlangst. Ändere deine Worte oder deine Bilder.
refused-prompt-image-safety = Die Sicherheitsregeln des Modells erlauben davon kein Bild. Wähle eine harmlosere Szene, oder nimm andere Bilder.
refused-prompt-prohibited = Das erlauben die Regeln des Modells nicht. Verlang etwas anderes.
refused-prompt-blocklist = Du hast ein Wort benutzt, das das Modell nicht annimmt. Nimm ein anderes.
refused-prompt-armor = Der Schutz des Anbieters hat das aufgehalten, bevor das Modell es gelesen hat. Sag es einfacher, ohne eingefügte Texte oder Links.
refused-prompt-jailbreak = Das Modell hielt das für einen Versuch, seine Regeln zu umgehen. Sag geradeheraus, was du willst.
refused-prompt-other = Das Modell hat das nicht angenommen und nicht gesagt, warum. Sag es anders, in einer anderen Sprache oder mit anderen Bildern.

# What was made

refused-safety = Die Sicherheitsregeln des Modells haben seine Antwort gestoppt. Sag es anders.
refused-image-safety = Die Sicherheitsregeln des Modells halten sein Bild zurück. Sag es anders, oder wähle eine harmlosere Szene.
refused-prohibited = In der Antwort wäre etwas gewesen, das die Regeln des Modells nicht erlauben. Verlang etwas anderes.
refused-image-prohibited = Auf dem Bild wäre etwas gewesen, das die Regeln des Modells nicht erlauben. Lass bekannte Personen, Figuren und Marken weg, oder verlang etwas anderes.
refused-recitation = Die Antwort kam einem fremden Text zu nahe. Verlang sie mit anderen Worten.
refused-image-recitation = Das Bild kam einem fremden Werk zu nahe. Beschreib mit eigenen Worten, was du sehen willst.
refused-blocklist = In der Antwort kam ein Wort vor, das das Modell nicht benutzen darf. Sag es anders.
refused-personal = Die Antwort hätte persönliche Daten verraten. Lass Namen, Adressen und Nummern weg.
refused-armor = Der Schutz des Anbieters hat die Antwort des Modells gestoppt. Sag es anders.
refused-escalation = Der Anbieter des Modells hält diese Antwort zurück, um sie selbst zu prüfen. Verlang etwas anderes.
refused-account = Der Anbieter des Modells hat dieses Konto eingeschränkt. Darum muss sich kümmern, wer diesen Bot betreibt.
refused-no-image = Das Modell hat daraus kein Bild gemacht. Sag, was auf dem Bild sein soll, oder versuch es noch einmal.
refused-image-other = Das Modell kann sein Bild nicht zeigen und hat nicht gesagt, warum. Sag es anders, oder versuch es noch einmal.
refused-language = Diese Sprache versteht das Modell nicht. Versuch es in einer anderen.
refused-malformed-call = Das Modell ist über eins seiner Werkzeuge gestolpert. Versuch es noch einmal.
refused-unexpected-call = Das Modell wollte ein Werkzeug benutzen, das es hier nicht hat. Versuch es noch einmal, oder frag so, dass es keins braucht.
refused-too-many-calls = Das Modell hat immer wieder seine Werkzeuge benutzt und kam nicht weiter. Verlang weniger auf einmal.
refused-malformed-response = Die Antwort des Modells war unbrauchbar. Versuch es noch einmal.
refused-other = Das Modell ist nicht fertig geworden und hat nicht gesagt, warum. Sag es anders, oder versuch es noch einmal.

# What the relay itself does not pass on

refused-by-relay-blocked = Der Bilddienst meldet, dass das Modell das abgelehnt hat. Sag es anders, oder nimm andere Bilder.
refused-by-relay-words = Der Bilddienst hat ein Wort gefunden, das er nicht weitergibt. Nimm ein anderes.
refused-by-relay-policy = Die eigenen Regeln des Bilddienstes lehnen das ab. Verlang etwas anderes.
refused-by-relay-filter = Der Inhaltsfilter des Bilddienstes hat das aufgehalten. Sag es anders.

## Usage

named-period = zeitraum
named-member = mitglied
named-pictures = bilder
named-answers = antworten
usage-name = verbrauch
usage-description = Sehen, was du verbraucht hast und was übrig ist; wer den Server verwaltet, sieht alles
usage-period = Ein Monat oder heute; ohne Angabe dieser Monat
period-today = Heute
period-this-month = Dieser Monat
period-last-month = Letzter Monat
usage-title = ## 📊 Verbrauch · { $period }
usage-you = **Du**
usage-server = **Dieser Server**
usage-today = Heute: { $used }
usage-in = { $period }: { $used }
usage-left = Heute übrig: { $pictures }, { $answers }. Der nächste Tag beginnt <t:{ NUMBER($resets, useGrouping: 0) }:R>.
usage-pictures = { $count ->
    [one] 1 Bild
   *[other] { $count } Bilder
}
usage-answers = { $count ->
    [one] 1 Antwort
   *[other] { $count } Antworten
}
usage-refused = { $count } abgelehnt
usage-nothing = nichts
usage-nothing-more = Es wurde nichts verbraucht.
usage-budget = { $bar } { $percent } % von { $budget } · neues Geld <t:{ NUMBER($resets, useGrouping: 0) }:R>
usages-days = Nach Tagen
usages-cost = Kosten nach Tagen
usages-members = Nach Mitgliedern
usages-channels = Nach Kanälen
usages-models = Nach Modellen
usage-kind-pictures = Bilder
usage-kind-answers = Antworten
usage-alt-days = Balken für die Tage von { $period }: { $said }
usage-alt-most = Balken für { $period }: { $said }
button-usage-table = Tabelle (CSV)
usage-table = 📄 Alles aus { $period }, für eine Tabellenkalkulation.
usage-table-cut = 📄 { $period }, für eine Tabellenkalkulation: von jeder Art die { $most } mit dem größten Verbrauch.
grant-name = zugeben
grant-description = Einem Mitglied für heute mehr geben
grant-member = Wer mehr bekommt
grant-pictures = Wie viele Bilder mehr
grant-answers = Wie viele Antworten mehr
grant-nothing = Sag, wie viele Bilder oder Antworten mehr es sein sollen.
grant-done = ➕ { $member } hat für heute mehr, zusammen: { $total }. Der nächste Tag beginnt <t:{ NUMBER($resets, useGrouping: 0) }:R>.

## Settings in words

setting-channels = Kanäle
setting-threads = Threads
setting-age_restricted_only = Nur in altersbeschränkten Kanälen
setting-roles = Rollen
setting-editors = Wer ein Bild ändern darf
setting-models = Modelle
setting-image_model = Modell für Bilder
setting-chat_model = Modell für Worte
setting-aspect = Seitenverhältnis
setting-size = Größe
setting-safety = Sicherheit
setting-off = Ausgeschaltet
setting-daily_pictures = Bilder am Tag
setting-daily_messages = Antworten am Tag
setting-more = Rollen mit mehr Bildern am Tag
setting-cooldown = Pause zwischen zwei Wünschen
setting-budget = Geld im Monat
setting-dearer = Teurere Modelle dürfen einspringen
setting-time_zone = Zeitzone
setting-spoilers = Bilder als Spoiler
setting-show_cost = Kosten werden gezeigt
setting-persona = Persona
setting-locale = Sprache
setting-retention_days = Aufbewahrt für
setting-log_channel = Log-Kanal
setting-log_prompts = Prompts im Log-Kanal
setting-reports = Mitglieder können melden
value-on = an
value-off = aus
value-everywhere = überall
value-everyone = alle
value-all = alle
value-nothing = keine
value-unlimited = ohne Grenze
value-usual = wie üblich
value-seconds = { $count ->
    [one] eine Sekunde
   *[other] { $count } Sekunden
}
value-days = { $count ->
    [one] einen Tag
   *[other] { $count } Tage
}
threads-never = nie
threads-always = immer
threads-ask = auf Wunsch
editors-everyone = alle
editors-author = nur, wem es gehört
safety-default = wie das Modell es hält
safety-medium = mittel
safety-strict = streng
feature-chat = Chats
feature-search = Suche im Web
feature-person = Avatare
feature-files = Dateien in Chats
money = { NUMBER($dollars, minimumFractionDigits: 2, maximumFractionDigits: 2) } US$
language-name = Deutsch

## Moderators

block-menu = Sperren oder entsperren
block-done = 🚫 { $member } ist gesperrt: Auf diesem Server nehme ich nichts mehr an. Was noch wartete, ist abgebrochen und hat nichts gekostet.
block-already = 🚫 { $member } ist auf diesem Server gesperrt.
unblock-done = ✅ { $member } kann mich auf diesem Server wieder bitten.
button-block = Verfasser sperren
button-unblock = Entsperren
form-block-title = Dieses Mitglied sperren
form-block-reason = Warum? Das liest nur, wer moderiert
form-block-placeholder = Ich nehme hier nichts mehr an, und was noch wartet, wird abgebrochen
report-menu = Melden
report-done = 🚩 Danke. Wer diesen Server moderiert, weiß jetzt davon, und sonst niemand.
report-deleted = 🗑️ { $moderator } hat es gelöscht.
report-dismissed = ✔️ { $moderator } hat das verworfen.
button-report = Melden
button-dismiss = Verwerfen
form-report-title = Das melden
form-report-reason = Was stimmt damit nicht?
form-report-placeholder = Das kann leer bleiben. Nur wer moderiert, liest es
error-moderators = Das darf nur, wer den Server verwalten oder Mitglieder in Timeout schicken darf.
error-block-self = Das bist du. Jemand anders, der moderiert, kann das.
error-block-manager = { $member } verwaltet diesen Server und kann nicht gesperrt werden.
error-reports-off = Dieser Server nimmt hier keine Meldungen an. Sag es jemandem, der ihn moderiert.
error-reported = Das hast du schon gemeldet.
error-reports-too-many = Du hast in einer Stunde { $limit } Dinge gemeldet. Warte etwas, oder sag es jemandem, der moderiert.
error-report-own = Das gehört dir. Du kannst es löschen.
error-nothing-to-report = Von dieser Nachricht bewahre ich nichts auf. Melden lassen sich hier meine Bilder und Antworten.

## What moderators are told

log-setting = ⚙️ { $member } hat **{ $setting }** geändert: { $before } → { $after }
log-blocked = 🚫 { $moderator } hat { $member } gesperrt.
log-blocked-why = 🚫 { $moderator } hat { $member } gesperrt: „{ $reason }“
log-unblocked = ✅ { $moderator } lässt { $member } wieder zu.
log-own-relay = 🔌 { $member } hat den eigenen Bilddienst dieses Servers eingetragen: **{ $host }**
log-own-relay-removed = 🔌 { $member } hat den eigenen Bilddienst dieses Servers entfernt.
log-granted-pictures = { $count ->
    [one] ➕ { $moderator } hat { $member } für heute ein weiteres Bild gegeben.
   *[other] ➕ { $moderator } hat { $member } für heute { $count } weitere Bilder gegeben.
}
log-granted-answers = { $count ->
    [one] ➕ { $moderator } hat { $member } für heute eine weitere Antwort gegeben.
   *[other] ➕ { $moderator } hat { $member } für heute { $count } weitere Antworten gegeben.
}
log-budget-warning = ⚠️ Das Geld dieses Monats geht zur Neige: { $spent } von { $budget } sind ausgegeben.
log-budget-used-up = ⛔ Das Geld dieses Monats, { $budget }, reicht nicht mehr für alles, worum gebeten wird. Neues gibt es ab { $resets }.
log-result = 📝 { $member }: „{ $prompt }“ · { $link }
log-deleted = 🗑️ { $moderator } hat etwas von { $member } in { $channel } gelöscht.
log-reported = 🚩 { $member } hat { $link } von { $author } gemeldet.
log-reported-why = 🚩 { $member } hat { $link } von { $author } gemeldet: „{ $reason }“
log-more = { $count ->
    [one] … und noch etwas.
   *[other] … und noch { $count } andere Dinge.
}
log-gone = Den Log-Kanal gibt es nicht mehr, oder ich sehe ihn nicht. Wähle einen anderen.
log-needed = Wähle einen Log-Kanal: Ohne ihn liest niemand Prompts und Meldungen.
log-closed = In { $channel } kann ich nicht schreiben. Mir fehlt: { $missing }.
log-open = Alle können { $channel } lesen, und damit, was ich dort der Moderation sage. Wähle einen Kanal, den nur sie lesen kann.

## This side

error-permission = Mir fehlt hier eine Berechtigung: { $missing }. Wer hier moderiert, kann sie mir geben.
error-forbidden = Discord lässt mich das hier nicht tun. Wer hier moderiert, kann nachsehen, was ich in diesem Kanal darf.
list-mark = { ", " }
permission-view_channel = Kanal ansehen
permission-send_messages = Nachrichten senden
permission-send_messages_in_threads = Nachrichten in Threads senden
permission-create_public_threads = Öffentliche Threads erstellen
permission-read_message_history = Nachrichtenverlauf anzeigen
permission-attach_files = Dateien anhängen
error-no-thread = Discord hat hier keinen Thread geöffnet. Frag noch einmal in einem Thread, den es schon gibt, oder erwähne mich hier. Das hat dich nichts gekostet.
error-words-blocked = Der AutoMod dieses Servers hat die Worte blockiert, darum konnte ich das hier nicht posten. Sag es anders.
error-discord = Discord ist daran gescheitert. Das hat dich nichts gekostet; versuch es gleich noch einmal.
error-discord-kept = Discord hat die Antwort nicht angenommen. Was gemacht wurde, wird aufbewahrt; versuch es gleich noch einmal.
error-storage = Der Bot kommt nicht an seinen Speicher: Die Platte ist voll, oder sie lässt sich nicht lesen oder beschreiben. Darum muss sich kümmern, wer diesen Bot betreibt.
error-unexpected = Bei mir ist etwas kaputtgegangen. Wer diesen Bot betreibt, braucht die Nummer { $reference }.
