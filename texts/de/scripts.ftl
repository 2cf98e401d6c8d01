### What the scripts say: notices, announcements and what they draw themselves, by the file that says it.

# Between whole and decimals.
number-decimal = ,

## The suggestion while the page goes by its own plan
# Beside a large number.
aim-reps = Wdh.
aim-warm-up = Aufwärmsatz
aim-from-plan = Aus dem Plan dieses Trainings.
# $time is like 2:30, what is to be rested after the set.
aim-rest = Pause { $time }

## What waits of a workout, on the first page
first-logged = { $n ->
    [one] 1 Satz eingetragen
   *[other] { $n } Sätze eingetragen
}
first-ended-here = Hier beendet, wird gesendet
first-see = Ansehen

## Exercises that came into the workout here
another-set = Noch ein Satz
another-reps = Wiederholungen
another-seconds = Sekunden
# $name is the exercise that was there before.
another-back = Zurück zu { $name }

## Cards of sets
# What a set without weight was, here and in the list of what was refused. $n is a number as it was typed.
cards-reps = { $n } Wdh.
cards-sending = Hier gespeichert, wird gesendet.
cards-count = { $done } von { $total } Sätzen
cards-weight-wrong = Das Gewicht ist eine Zahl von 0 bis { $most } { $units }.
cards-reps-wrong = Wiederholungen sind eine ganze Zahl von 0 bis { $most }.
cards-seconds-wrong = Sekunden sind eine ganze Zahl von 0 bis { $most }.
cards-taking-back = Zurückgenommen, wird gesendet.

## Conversations
# Said before a message to those who cannot see whose it is.
chat-you = Du:
chat-coach = Coach:
chat-sending = Wird gesendet
chat-thinking = Denkt nach
chat-answering = Antwortet
# What the coach does right now, then what it did.
# $tool is the name of a tool, as programs write it.
chat-looking-other = Sieht sich { $tool } an
chat-looked-other = { $tool } angesehen
chat-no-signal = Kein Netz. Was du geschrieben hast, steht noch im Feld.
chat-waiting = Kein Netz, wartet auf Verbindung
chat-stopped = Gestoppt. Was er gerade sagte, wird nicht aufgehoben.
chat-no-answer = Das Modell hat nicht geantwortet.
# Follows the sentence that says what went wrong.
chat-try-again = Versuch es gleich noch einmal.

## The copilot's reason for a set
copilot-looking = Sieht es sich an
copilot-no-signal = Kein Netz, darum gerade keine Erklärung. Die Zahlen gelten: Sie kommen aus deinem Plan und deinen bisherigen Sätzen.
copilot-no-answer = Diesmal keine Antwort. Die Zahlen gelten: Sie kommen aus deinem Plan und deinen bisherigen Sätzen.

## The end of a workout
finish-not-sent = Beendet, noch nicht gesendet
finish-stop-not-sent = Abgebrochen, noch nicht gesendet
# One of the first two, then the third where the workout was finished, then the last: one after another.
finish-end-waits = Das Trainingsende wartet auf diesem Gerät und wird gesendet, sobald Netz da ist.
finish-sets-wait = { $n ->
    [one] Ein Satz und das Trainingsende warten auf diesem Gerät und werden der Reihe nach gesendet, sobald Netz da ist.
   *[other] { $n } Sätze und das Trainingsende warten auf diesem Gerät und werden der Reihe nach gesendet, sobald Netz da ist.
}
finish-then-loads = Danach werden die nächsten Gewichte nach Regeln festgelegt und hier gezeigt.
finish-may-close = Du kannst diese Seite schließen.
# The link after it leads to the workout.
finish-ended-elsewhere = Dieses Training wurde woanders beendet. Was von hier gesendet wurde, ist darin.
finish-to-today = Zu Heute
finish-see-it = Ansehen

## Requests
http-failed = Das hat nicht geklappt.
http-logged-out = Deine Anmeldung ist abgelaufen. Melde dich an und komm zurück.

## What waits to be sent, and what was refused
# A short mark at the edge of the page, as are those to settle.
pending-waiting = { $n } ungesendet
pending-to-settle = { $n } zu klären
pending-logged-out = Deine Anmeldung ist abgelaufen.
pending-logged-out-kept = Deine Anmeldung ist abgelaufen. Was du abgehakt hast, bleibt hier und wird gesendet, sobald du wieder da bist.
pending-log-in = Anmelden
pending-kept-nowhere = Dieser Browser speichert für diese Seite nichts. Was du abhakst, wartet nur in diesem Tab: Lass ihn offen, bis es gesendet ist.
pending-device-full = Dieses Gerät ist voll. Was du abhakst, liegt bis zum Senden in einem kleineren Speicher; schaff bald etwas Platz.
pending-no-database = Dieser Browser hat für diese Seite keine Datenbank. Was du abhakst, liegt bis zum Senden in einem einfacheren Speicher.
pending-refused = { $n ->
    [one] { $n } Eintrag hat der Server nicht angenommen
   *[other] { $n } Einträge hat der Server nicht angenommen
}
pending-nothing-lost = Nichts ist verloren: Wähle, was gelten soll.
# What a refused change is about. $name is an exercise's.
pending-set-of = Satz { $index } von { $name }
pending-workout-change = Eine Änderung an deinem Training
# Two columns: what was ticked here, beside what the server has or says.
pending-yours = Bei dir
pending-servers = Auf dem Server
pending-not-taken = Es wurde nicht angenommen.
# What a refused change was to do.
pending-your-notes = Deine Notizen: { $notes }
pending-finished = Das Training ist beendet
pending-stopped = Das Training ist abgebrochen
pending-take-back = Den Satz zurücknehmen
pending-change = Eine Änderung
# Buttons.
pending-keep-notes = Meine Notizen behalten
pending-send-again = Meins noch einmal senden
pending-keep-instead = Meins stattdessen
pending-keep-more = Meins als weiteren Satz
pending-keep-servers = Das vom Server
pending-let-go = Meins verwerfen
# After the choice.
pending-servers-stands = Es gilt, was der Server hat.
pending-choose-again = Kein Netz: Wähle noch einmal, wenn es wieder da ist. Beides bleibt erhalten.

## The plan
# Small, after the week's dates. $at is a time of the day.
plan-as-of = Stand { $at }
plan-changed-as-of = geändert, Stand { $at }
plan-as-it-was = kein Netz, wie zuletzt

## The plan's editor: its fields
plan-draw-day = Tag
plan-draw-when = Wann
plan-draw-any-day = Jederzeit
plan-draw-add = Übung hinzufügen
# Follows "Add an exercise" for those who cannot see which day it stands in.
plan-draw-add-to = zu { $day }
plan-draw-remove-day = Tag entfernen
plan-draw-move-up = { $name } nach oben
plan-draw-move-down = { $name } nach unten
# Follows what an exercise asks for, as "3 × 8–12", for those who cannot see that it opens.
plan-draw-change = , { $name } ändern
plan-draw-swap = Tauschen
plan-draw-remove = Entfernen
plan-draw-set-by-set = Satz für Satz
plan-draw-sets = Sätze
plan-draw-fewer = Weniger Sätze: { $name }
plan-draw-more = Mehr Sätze: { $name }
plan-draw-superset = Supersatz
plan-draw-no-superset = keiner
plan-draw-rest = Pause
# After a time, as "1:30 · its own": the rest that the exercise has where the plan says none.
plan-draw-own-rest = Standard
plan-draw-note = Notiz
plan-draw-note-such-as = unten kurz halten
# The two ends of a range, each above its field. The second stands there as "to" and is read out whole.
plan-draw-reps-from = Wdh. von
plan-draw-reps-to = Wdh. bis
plan-draw-seconds-from = Sekunden von
plan-draw-seconds-to = Sekunden bis
plan-draw-to = bis
# $what is one of the four above, where each set has fields of its own.
plan-draw-of-set = Satz { $n }: { $what }
plan-draw-load = Gewicht, { $unit }
# In an empty field: what happens where no load, or no RPE, is typed.
plan-draw-auto = auto
plan-draw-no-rpe = ohne
plan-draw-rpe = RPE
# In one line with "3 × 8–12".
plan-draw-at-rpe = RPE { $rpe }
plan-draw-in-superset = Supersatz { $group }
plan-draw-at-rest = Pause { $time }
# Before a sentence of the rules: an error, then a warning.
plan-draw-has-to-change = Zu ändern:
plan-draw-worth-a-look = Einen Blick wert:

## The plan's editor: what it does
plan-edit-unsaved = Noch nicht gespeichert, liegt auf diesem Gerät
plan-edit-no-changes = Keine Änderungen
# Under a day's name: what its exercises take.
plan-edit-minutes = etwa { $n } min
plan-edit-to-change = { $n } zu ändern
plan-edit-worth-a-look = { $n } einen Blick wert
plan-edit-add-day = Tag hinzufügen
# Heads the list of exercises that can take its place.
plan-edit-swap = { $name } tauschen
plan-edit-taken-out = { $name } ist raus. Mit „Rückgängig“ kommt die Übung wieder.
plan-edit-day-taken-out = Der Tag ist raus. Mit „Rückgängig“ kommt er wieder.
plan-edit-moved = { $name } steht jetzt an Stelle { $at } von { $all }
plan-edit-put-in = { $name } ist im Plan
plan-edit-undone = Rückgängig gemacht
plan-edit-wrong = Keine Zahl, die hier passt
plan-edit-must-change = Bevor sich das speichern lässt, muss sich etwas ändern.
plan-edit-no-signal = Kein Netz. Deine Änderungen liegen auf diesem Gerät; speichere noch einmal, wenn es wieder da ist.
plan-edit-logged-out = Du bist abgemeldet. Deine Änderungen liegen auf diesem Gerät: Melde dich an und komm zurück.
plan-edit-changed-unknown = Der Plan wurde woanders geändert, und wie, ließ sich nicht nachsehen. Deine Änderungen liegen auf diesem Gerät; versuch es noch einmal.
plan-edit-merged = Deine Änderungen sind jetzt im neuen Stand. Sieh ihn durch, dann speichere.
plan-edit-theirs = Das ist der Plan, wie er jetzt gilt. Deiner liegt auf diesem Gerät.
plan-edit-mine-back = Meinen zurückholen
# $at is a day of the week and a time.
plan-edit-edits-back = Deine Änderungen ({ $at }) sind wieder da; gespeichert sind sie noch nicht.
plan-edit-discard = Verwerfen

## The plan's editor: finding an exercise
plan-find-looking = Sucht …
plan-find-no-signal = Kein Netz: Übungen lassen sich gerade nicht suchen. Deine Änderungen bleiben erhalten.
plan-find-nothing = Nichts mit diesem Namen. Eigene Übungen legst du beim Coach oder über die API an.
# Above a list, with how many there are: what was searched for, what may replace an exercise, and before any search.
plan-find-found = Gefunden: { $n }
plan-find-instead = Passt an ihre Stelle: { $n }
plan-find-first = Für den Anfang: { $n }

## Plates on a bar
# $plates is like 20 + 5 + 2.5.
plates-each-side = { $plates } pro Seite
plates-bar-alone = Nur die Stange
plates-nearest = Nicht mit diesen Scheiben. Am nächsten: { $load }, { $plates } pro Seite
plates-nearest-bar = Nicht mit diesen Scheiben. Am nächsten: { $load }, nur die Stange

## Proposals
proposals-waits = Ein Vorschlag wartet auf dich
proposals-settled = Der Vorschlag ist entschieden
proposals-no-answer = Es kam keine Antwort. Falls es angekommen ist, ist es erledigt, und nur einmal; du kannst es ruhig noch einmal versuchen.

## What is told of a thing that was sent
queue-ended-elsewhere = Dieses Training wurde schon woanders beendet. Was von hier gesendet wurde, ist darin.

## The end of a rest
# A notification's title.
ring-over = Pause vorbei
ring-on = An. Wenn die Pause vorbei ist, kommt das Signal.
ring-no-vibration = Dieses Gerät vibriert nicht für Webseiten.
ring-no-notifications = Dieser Browser kennt keine Benachrichtigungen. Die Pause siehst du auf dieser Seite.
ring-not-allowed = Der Browser erlaubt hier keine Benachrichtigungen. Die Pause siehst du auf dieser Seite; ändern kannst du das in seinen Einstellungen für diese Website.

## Forms, and leaving
# What was typed before the login ran out.
forms-put-back = Was du zuletzt getippt hast, wurde nicht gespeichert. Es steht wieder da: Speichere es, oder lade die Seite neu, um es zu verwerfen.
# Before logging out. Two buttons follow.
leave-sets = { $n ->
    [one] { $n } Satz wartet auf diesem Gerät und ist noch nicht gesendet. Er bleibt hier und wird gesendet, sobald du dich hier wieder anmeldest.
   *[other] { $n } Sätze warten auf diesem Gerät und sind noch nicht gesendet. Sie bleiben hier und werden gesendet, sobald du dich hier wieder anmeldest.
}
leave-changes = Änderungen an einem Training warten auf diesem Gerät und sind noch nicht gesendet. Sie bleiben hier und werden gesendet, sobald du dich hier wieder anmeldest.
leave-stay = Angemeldet bleiben
leave-anyway = Trotzdem abmelden
# On the login page.
leave-kept = { $n ->
    [one] { $n } Satz wartet auf diesem Gerät. Er wird gesendet, sobald sich hier anmeldet, wer ihn abgehakt hat.
   *[other] { $n } Sätze warten auf diesem Gerät. Sie werden gesendet, sobald sich hier anmeldet, wer sie abgehakt hat.
}

## Settings
# The button's word after it has copied a token's secret.
settings-copied = Kopiert

## Beginning a workout
start-starting = Startet …
start-go-on = Training fortsetzen
# What waits to be sent. $focus is a workout's name.
start-of = Der Start von { $focus }
start-no-copy = Kein Netz, und vom nächsten Training liegt hier keine Kopie. Es kann losgehen, sobald das Netz wieder da ist.
start-only-next = Kein Netz. Ohne Netz kann nur das nächste Training losgehen: { $focus }.

## Copies of pages
copies-refused = Ohne Netz sind die Seiten nicht da, weil der Browser das Speichern verweigert. Lass diese offen; was du abhakst, bleibt trotzdem erhalten.
copies-need-https = Ohne Netz sind die Seiten nicht da, weil das Speichern https braucht. Lass diese offen; was du abhakst, bleibt trotzdem erhalten.
# One of these two, then when the page is from.
copies-no-answer = Der Server antwortet nicht.
copies-no-signal = Kein Netz.
copies-as-of = Stand: { $time }.
copies-as-of-day = Stand: { $time }, { $day }.
# A link after it.
copies-show-now = Neuen Stand zeigen
copies-no-logout = Kein Netz. Abmelden geht nur mit dem Server; nichts wurde geändert.

## The rest timer
timer-rest = Pause { $time }
# $time is how long the rest has been over.
timer-rested = Pause vorbei, +{ $time }
# A notification's text. $next is like 60 kg × 8.
timer-next = Als Nächstes: { $next }
timer-next-finish = Als Nächstes: beenden, wenn du so weit bist

## The active workout
# $shown is like 60 kg × 8.
workout-logged = { $shown } eingetragen
workout-taken-back = Zurückgenommen
workout-logged-already = Dieser Satz ist schon eingetragen.
# $to and $from are exercises.
workout-swapped = { $to } statt { $from }
workout-taken-out = Ein Satz weniger
