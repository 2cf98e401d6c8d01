### The workout: choosing a day, the active workout with its sets, what finishing came to.

## Choosing a day
workout-title = Workout
workout-lead = { $day } is next. Any other day is fine too.
workout-lead-done = Nothing more is due this week. Any day is fine.
# On the day that is next.
workout-chip-next = next
workout-start = Start
workout-start-day = Start { $day }
workout-start-free = Start a free workout
# Read out only, after "Start".
workout-start-free-what = a free workout
workout-free = Free workout
workout-free-hint = No plan; log what you lift.
workout-lately = Lately
workout-minutes = { $n } min
# Among the facts of a workout that was given up: "15 sets · 52 min · stopped".
workout-fact-stopped = stopped

## The active workout
# The way back, after a "‹".
workout-back = Today
workout-count = { $done } of { $total } sets
workout-progress = Sets done
workout-all-done = Everything planned is done
workout-all-done-hint = Finish, and the next loads are set by rule. You can still log more below.
# Read out with every field that has a minus and a plus.
workout-arrows = Arrow up and down change it by a step.
workout-add-set = Add a set
# Read out only, after "Add a set".
workout-of-exercise = of { $exercise }
workout-around = Swap or add an exercise, rest alerts
workout-swap-later = Swap a later exercise
# Where coaching is stopped: the next set of the plan.
workout-fallback-plan = The next set of your plan. Coaching is paused; logging goes on.
# In a workout without a plan.
workout-fallback-again = One more like the last. Add another exercise below, or finish when you are done.
workout-fallback-first = The first set of it today.
workout-first = Add your first exercise
workout-first-hint = Choose what you lift; each set is then one tap.
workout-add-exercise = Add an exercise
workout-add = Add
workout-ring = When the rest is over
workout-ring-notify = Notify me
workout-ring-vibrate = Vibrate
workout-ring-sound = Sound
workout-notes = Notes on this workout
workout-finish-now = Finish now
workout-stop = Stop without deciding
workout-finish-hint = Finish sets the next loads by rule.
workout-stop-hint = It ends the workout, keeps the sets and decides nothing. It cannot be opened again.
workout-stop-now = Stop the workout
workout-rest-more = +30 s
workout-skip-rest = Skip
# The one button: "✓ Log 60 kg × 8".
workout-log = Log
workout-finish = Finish workout

## The active workout: the copilot
workout-copilot = Ask the copilot
workout-conversation = Conversation
workout-idea-why = Why this weight?
workout-idea-rest = How long do I rest?
workout-idea-taken = The rack is taken
workout-idea-easy = That felt easy
workout-question = Your question
workout-ask = Ask

## The active workout: an exercise
# $sets: "60 kg × 8, 8, 7".
workout-last-time = Last time { $sets }
# $time: "2:30".
workout-rest = Rest { $time }
# Exercises in turns, a superset: $others is "Barbell row (A2)", or several.
workout-take-turns = Take turns with { $others }.
# Joins several in "Take turns with …".
workout-and = { $one } and { $other }
# Whose turn it is after this set: "then Barbell row (A2)".
workout-then = then { $exercise }

## The active workout: the suggested set
workout-set-of-total = Set { $n } of { $total }
workout-aim-rpe = aim for RPE { $rpe }
workout-why-this-set = Why this set
workout-why = Why
# Read out only, after "Why".
workout-why-what = this set
workout-skip-warmups = Skip the warm-up
# Read out only, after "Change".
workout-change-what = weight, reps or RPE
workout-swap = Swap
workout-in-place-of = In the place of { $exercise }
workout-swap-it = Swap it

## The active workout: the card of a set
workout-set = Set { $n }
workout-warmup = Warm-up { $n }
# $set: "Set 2".
workout-set-of = { $set } of { $exercise }
workout-tick = Tick { $set } of { $exercise }
workout-undo = Undo { $set } of { $exercise }
# The same set of the last time: "Last 60 kg × 8".
workout-last = Last { $sets }
# $reps: "6–8".
workout-target = { $reps } at RPE { $rpe }
workout-reps = { $n } reps
# Beside a large number.
workout-reps-unit = reps
workout-more = More
workout-change = Change
workout-take-out = Take { $set } out today
workout-drop-set = Drop set
workout-amrap-done = As many as went
workout-set-rpe = RPE { $rpe }
workout-hurt = it hurt

## The active workout: the fields of a set
workout-weight = Weight
workout-reps-name = Reps
workout-seconds-name = Seconds
workout-rpe = RPE
# The buttons − and + beside a field; $what: "Weight", "Reps", "Seconds".
workout-step-less = Less { $what }
workout-step-more = More { $what }
workout-warmup-hint = A warm-up is kept and never counts.
workout-kind = Kind
workout-kind-working = Working set
workout-kind-amrap = As many reps as possible
workout-it-hurt = It hurt
workout-it-hurt-hint = Then the load stays where it is next time, and nothing heavier is offered today. If it is sharp or does not ease, stop this exercise.
workout-note = Note

## What it came to
workout-done-title = Workout done
workout-day-done = { $day }, done
workout-day-stopped = { $day }, stopped
# $units: "kg" or "lb".
workout-volume = Volume, { $units }
workout-hard-sets = Hard sets
workout-minutes-name = Minutes
workout-records = { $n ->
    [one] A new best
   *[other] { $n } new bests
}
# An estimate of the heaviest single: "e1RM 101 kg".
workout-record-e1rm = e1RM { $weight }
workout-record-before = { $now }, before { $before }
workout-next-time = Next time
workout-would-have-changed = What would have changed it
# $change: "−5 kg".
workout-change-deload = { $change }, deload
workout-change-return = { $change }, coming back
workout-change-first = first load
workout-none-stopped = The sets are kept; nothing was decided from them.
workout-none-done = No working sets, so nothing was decided.
workout-next = Next workout
workout-lifted = What you lifted
workout-done = Done
