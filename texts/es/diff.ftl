### What changes between two plans, in words, and what the days of generated plans are about.

## What is written of an exercise, and its parts
# $range: "6–10", or that of each set: "6–10, 8".
diff-reps = { $range } reps
diff-seconds = { $range } s
# In the place of an RPE, of a rest, of a load, of a superset's letter, of a note, and of the numbers of no set.
diff-no-rpe = sin RPE
diff-own-rest = su propio descanso
diff-load-by-progression = peso según la progresión
diff-no-group = sin superserie
diff-no-note = sin nota
diff-none = ninguna
# Somebody's own words, in quotes.
diff-note = nota «{ $note }»
# $sets: "3 sets", $reps: "6–10 reps", $load: "60 kg", $rpe: "RPE 8", $rest: "rest 2:00".
diff-line = { $sets } de { $reps }, { $rest }
diff-line-load = { $sets } de { $reps } con { $load }, { $rest }
diff-line-rpe = { $sets } de { $reps } a { $rpe }, { $rest }
diff-line-load-rpe = { $sets } de { $reps } con { $load } a { $rpe }, { $rest }

## The whole change, a sentence a line; $day: "Day1 (Upper body A)"
diff-split = División: { $from } → { $to }.
diff-weekly-sets = Series semanales de { $muscle }: { $before } → { $after }.
diff-day-new = { $day } es nuevo.
diff-day-new-on = { $day } es nuevo, el { $weekday }.
diff-day-removed = { $day } se quita.
# From one weekday to another, to one from none, and to none.
diff-day-moves = { $day } pasa del { $from } al { $to }.
diff-day-fixed = { $day } no tenía día fijo y pasa al { $to }.
diff-day-unfixed = { $day } era el { $from } y ya no tiene día fijo.
# $focus: what the day was about before.
diff-day-was = { $day } antes era «{ $focus }».
# $line: an exercise with what is written of it, or with what changes of it.
diff-exercise-goes = { $day }: − { $line }.
diff-exercise-comes = { $day }: + { $line }.
diff-exercise-changes = { $day }: { $line }.
diff-day-reordered = { $day }: los ejercicios en otro orden.

## What days are about; the letter tells days of a kind apart
focus-full-body = Cuerpo completo
focus-full-body-a = Cuerpo completo A
focus-full-body-b = Cuerpo completo B
focus-full-body-c = Cuerpo completo C
focus-upper-body = Torso
focus-upper-body-a = Torso A
focus-upper-body-b = Torso B
focus-lower-body = Tren inferior
focus-lower-body-a = Tren inferior A
focus-lower-body-b = Tren inferior B
focus-push = Empuje
focus-push-a = Empuje A
focus-push-b = Empuje B
focus-pull = Tirón
focus-pull-a = Tirón A
focus-pull-b = Tirón B
focus-legs = Pierna
focus-legs-a = Pierna A
focus-legs-b = Pierna B
