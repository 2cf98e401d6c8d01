### The workout: choosing a day, the active workout with its sets, what finishing came to.

## Choosing a day
workout-title = Training
workout-lead = Als Nächstes: { $day }. Jeder andere Tag geht auch.
workout-lead-done = Diese Woche steht nichts mehr an. Jeder Tag passt.
# On the day that is next.
workout-chip-next = dran
workout-start = Start
workout-start-day = { $day } starten
workout-start-free = Freies Training starten
# Read out only, after "Start".
workout-start-free-what = freies Training
workout-free = Freies Training
workout-free-hint = Kein Plan; trag ein, was du machst.
workout-lately = Zuletzt
workout-minutes = { $n } min
# Among the facts of a workout that was given up: "15 sets · 52 min · stopped".
workout-fact-stopped = abgebrochen

## The active workout
# The way back, after a "‹".
workout-back = Heute
workout-count = { $done } von { $total } Sätzen
workout-progress = Geschaffte Sätze
workout-all-done = Alles Geplante ist geschafft
workout-all-done-hint = Beende das Training, dann werden die nächsten Gewichte nach Regeln festgelegt. Unten kannst du noch mehr eintragen.
# Read out with every field that has a minus and a plus.
workout-arrows = Die Pfeiltasten auf und ab ändern den Wert um einen Schritt.
workout-add-set = Noch ein Satz
# Read out only, after "Add a set".
workout-of-exercise = bei { $exercise }
workout-around = Übung tauschen oder hinzufügen, Pausensignal
workout-swap-later = Eine spätere Übung tauschen
# Where coaching is stopped: the next set of the plan.
workout-fallback-plan = Der nächste Satz aus deinem Plan. Das Coaching pausiert; eintragen kannst du weiter.
# In a workout without a plan.
workout-fallback-again = Noch einer wie der letzte. Füge unten eine andere Übung hinzu, oder beende das Training, wenn du fertig bist.
workout-fallback-first = Heute der erste Satz dieser Übung.
workout-first = Deine erste Übung
workout-first-hint = Wähle, was du machst; danach reicht für jeden Satz ein Fingertipp.
workout-add-exercise = Übung hinzufügen
workout-add = Hinzufügen
workout-ring = Wenn die Pause vorbei ist
workout-ring-notify = Benachrichtigen
workout-ring-vibrate = Vibrieren
workout-ring-sound = Ton
workout-notes = Notizen zu diesem Training
workout-finish-now = Jetzt beenden
workout-stop = Abbrechen ohne neue Gewichte
workout-finish-hint = Beim Beenden werden die nächsten Gewichte nach Regeln festgelegt.
workout-stop-hint = Das Training endet, die Sätze bleiben, entschieden wird nichts. Es lässt sich nicht wieder öffnen.
workout-stop-now = Training abbrechen
workout-rest-more = +30 s
workout-skip-rest = Weiter
# The one button: "✓ Log 60 kg × 8".
workout-log = Eintragen:
workout-finish = Training beenden

## The active workout: the copilot
workout-copilot = Copilot fragen
workout-conversation = Gespräch
workout-idea-why = Warum dieses Gewicht?
workout-idea-rest = Wie lange mache ich Pause?
workout-idea-taken = Das Rack ist belegt
workout-idea-easy = Das war leicht
workout-question = Deine Frage
workout-ask = Fragen

## The active workout: an exercise
# $sets: "60 kg × 8, 8, 7".
workout-last-time = Letztes Mal { $sets }
# $time: "2:30".
workout-rest = Pause { $time }
# Exercises in turns, a superset: $others is "Barbell row (A2)", or several.
workout-take-turns = Im Wechsel mit { $others }.
# Joins several in "Take turns with …".
workout-and = { $one } und { $other }
# Whose turn it is after this set: "then Barbell row (A2)".
workout-then = dann { $exercise }

## The active workout: the suggested set
workout-set-of-total = Satz { $n } von { $total }
workout-aim-rpe = Ziel RPE { $rpe }
workout-why-this-set = Warum dieser Satz
workout-why = Warum
# Read out only, after "Why".
workout-why-what = dieser Satz
workout-skip-warmups = Ohne Aufwärmen
# Read out only, after "Change".
workout-change-what = Gewicht, Wiederholungen oder RPE
workout-swap = Tauschen
workout-in-place-of = Statt { $exercise }
workout-swap-it = Tauschen

## The active workout: the card of a set
workout-set = Satz { $n }
workout-warmup = Aufwärmsatz { $n }
# $set: "Set 2".
workout-set-of = { $set } von { $exercise }
workout-tick = { $set } von { $exercise } abhaken
workout-undo = { $set } von { $exercise } zurücknehmen
# The same set of the last time: "Last 60 kg × 8".
workout-last = Zuletzt { $sets }
# $reps: "6–8".
workout-target = { $reps } bei RPE { $rpe }
workout-reps = { $n } Wdh.
# Beside a large number.
workout-reps-unit = Wdh.
workout-more = Mehr
workout-change = Ändern
workout-take-out = { $set } heute weglassen
workout-drop-set = Dropsatz
workout-amrap-done = So viele, wie gingen
workout-set-rpe = RPE { $rpe }
workout-hurt = tat weh

## The active workout: the fields of a set
workout-weight = Gewicht
workout-reps-name = Wiederholungen
workout-seconds-name = Sekunden
workout-rpe = RPE
# The buttons − and + beside a field; $what: "Weight", "Reps", "Seconds".
workout-step-less = Weniger { $what }
workout-step-more = Mehr { $what }
workout-warmup-hint = Ein Aufwärmsatz wird gespeichert, zählt aber nie.
workout-kind = Art
workout-kind-working = Arbeitssatz
workout-kind-amrap = So viele wie möglich
workout-it-hurt = Es tat weh
workout-it-hurt-hint = Dann bleibt das Gewicht nächstes Mal gleich, und heute wird nichts Schwereres angeboten. Ist es stechend oder lässt es nicht nach, hör mit dieser Übung auf.
workout-note = Notiz

## What it came to
workout-done-title = Training geschafft
workout-day-done = { $day }, geschafft
workout-day-stopped = { $day }, abgebrochen
# $units: "kg" or "lb".
workout-volume = Volumen, { $units }
workout-hard-sets = Harte Sätze
workout-minutes-name = Minuten
workout-records = { $n ->
    [one] Ein neuer Bestwert
   *[other] { $n } neue Bestwerte
}
# An estimate of the heaviest single: "e1RM 101 kg".
workout-record-e1rm = e1RM { $weight }
workout-record-before = { $now }, vorher { $before }
workout-next-time = Nächstes Mal
workout-would-have-changed = Was es geändert hätte
# $change: "−5 kg".
workout-change-deload = { $change }, Deload
workout-change-return = { $change }, Wiedereinstieg
workout-change-first = erstes Gewicht
workout-none-stopped = Die Sätze bleiben; entschieden wurde daraus nichts.
workout-none-done = Keine Arbeitssätze, darum wurde nichts entschieden.
workout-next = Nächstes Training
workout-lifted = Was du geschafft hast
workout-done = Fertig
