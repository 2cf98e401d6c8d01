### What changes between two plans, in words, and what the days of generated plans are about.

## What is written of an exercise, and its parts
# $range: "6–10", or that of each set: "6–10, 8".
diff-reps = { $range } reps
diff-seconds = { $range } s
# In the place of an RPE, of a rest, of a load, of a superset's letter, of a note, and of the numbers of no set.
diff-no-rpe = no RPE
diff-own-rest = its own rest
diff-load-by-progression = load by progression
diff-no-group = no superset
diff-no-note = no note
diff-none = none
# Somebody's own words, in quotes.
diff-note = note “{ $note }”
# $sets: "3 sets", $reps: "6–10 reps", $load: "60 kg", $rpe: "RPE 8", $rest: "rest 2:00".
diff-line = { $sets } of { $reps }, { $rest }
diff-line-load = { $sets } of { $reps } with { $load }, { $rest }
diff-line-rpe = { $sets } of { $reps } at { $rpe }, { $rest }
diff-line-load-rpe = { $sets } of { $reps } with { $load } at { $rpe }, { $rest }

## The whole change, a sentence a line; $day: "Day1 (Upper body A)"
diff-split = Split: { $from } → { $to }.
diff-weekly-sets = Weekly sets for { $muscle }: { $before } → { $after }.
diff-day-new = { $day } is new.
diff-day-new-on = { $day } is new, on { $weekday }.
diff-day-removed = { $day } is removed.
# From one weekday to another, to one from none, and to none.
diff-day-moves = { $day } moves from { $from } to { $to }.
diff-day-fixed = { $day } moves from no fixed day to { $to }.
diff-day-unfixed = { $day } moves from { $from } to no fixed day.
# $focus: what the day was about before.
diff-day-was = { $day } was { $focus }.
# $line: an exercise with what is written of it, or with what changes of it.
diff-exercise-goes = { $day }: − { $line }.
diff-exercise-comes = { $day }: + { $line }.
diff-exercise-changes = { $day }: { $line }.
diff-day-reordered = { $day }: exercises in another order.

## What days are about; the letter tells days of a kind apart
focus-full-body = Full body
focus-full-body-a = Full body A
focus-full-body-b = Full body B
focus-full-body-c = Full body C
focus-upper-body = Upper body
focus-upper-body-a = Upper body A
focus-upper-body-b = Upper body B
focus-lower-body = Lower body
focus-lower-body-a = Lower body A
focus-lower-body-b = Lower body B
focus-push = Push
focus-push-a = Push A
focus-push-b = Push B
focus-pull = Pull
focus-pull-a = Pull A
focus-pull-b = Pull B
focus-legs = Legs
focus-legs-a = Legs A
focus-legs-b = Legs B
