### What changes between two plans, in words, and what the days of generated plans are about.

## What is written of an exercise, and its parts
# $range: "6–10", or that of each set: "6–10, 8".
diff-reps = { $range } Wdh.
diff-seconds = { $range } s
# In the place of an RPE, of a rest, of a load, of a superset's letter, of a note, and of the numbers of no set.
diff-no-rpe = ohne RPE
diff-own-rest = Pause der Übung
diff-load-by-progression = Gewicht nach Fortschritt
diff-no-group = kein Supersatz
diff-no-note = keine Notiz
diff-none = keine
# Somebody's own words, in quotes.
diff-note = Notiz „{ $note }“
# $sets: "3 sets", $reps: "6–10 reps", $load: "60 kg", $rpe: "RPE 8", $rest: "rest 2:00".
diff-line = { $sets } mit { $reps }, { $rest }
diff-line-load = { $sets } mit { $reps } und { $load }, { $rest }
diff-line-rpe = { $sets } mit { $reps } bei { $rpe }, { $rest }
diff-line-load-rpe = { $sets } mit { $reps } und { $load } bei { $rpe }, { $rest }

## The whole change, a sentence a line; $day: "Day1 (Upper body A)"
diff-split = Split: { $from } → { $to }.
diff-weekly-sets = Sätze pro Woche für { $muscle }: { $before } → { $after }.
diff-day-new = { $day } ist neu.
diff-day-new-on = { $day } ist neu, am { $weekday }.
diff-day-removed = { $day } fällt weg.
# From one weekday to another, to one from none, and to none.
diff-day-moves = { $day } wechselt von { $from } auf { $to }.
diff-day-fixed = { $day } hatte keinen festen Tag und liegt jetzt am { $to }.
diff-day-unfixed = { $day } lag am { $from } und hat keinen festen Tag mehr.
# $focus: what the day was about before.
diff-day-was = { $day } hieß vorher „{ $focus }“.
# $line: an exercise with what is written of it, or with what changes of it.
diff-exercise-goes = { $day }: − { $line }.
diff-exercise-comes = { $day }: + { $line }.
diff-exercise-changes = { $day }: { $line }.
diff-day-reordered = { $day }: Übungen in anderer Reihenfolge.

## What days are about; the letter tells days of a kind apart
focus-full-body = Ganzkörper
focus-full-body-a = Ganzkörper A
focus-full-body-b = Ganzkörper B
focus-full-body-c = Ganzkörper C
focus-upper-body = Oberkörper
focus-upper-body-a = Oberkörper A
focus-upper-body-b = Oberkörper B
focus-lower-body = Unterkörper
focus-lower-body-a = Unterkörper A
focus-lower-body-b = Unterkörper B
focus-push = Push
focus-push-a = Push A
focus-push-b = Push B
focus-pull = Pull
focus-pull-a = Pull A
focus-pull-b = Pull B
focus-legs = Beine
focus-legs-a = Beine A
focus-legs-b = Beine B
