### What the plan rules and the generator say of a plan, and where two people changed the same of it.

## Rules of a day and of the week; $focus is what a day is about ("Upper body A"), or its key
reason-rule-plan-huge = The plan is far beyond what a week can hold.
reason-rule-no-day = The plan has no training day.
reason-rule-too-many-days = The plan has { $days } training days; a week has seven.
# $group: the letter of a superset.
reason-rule-superset-of-one = Superset { $group } of { $focus } has one exercise.
reason-rule-superset-interrupted = Superset { $group } of { $focus } is interrupted by another exercise.
# $key: "Day1".
reason-rule-key-twice = Two days have the key { $key }.
# $focuses: "Upper body A and Upper body B".
reason-rule-weekday-twice = { $focuses } are both on { $weekday }.
reason-rule-empty-day = { $focus } has no exercise.
reason-rule-too-many-exercises = { $focus } has { $count } exercises; { $most } are the most.
reason-rule-key-length = A day's key has 1 to { $most } characters, none of them NUL.
# $field: which text of the plan, "focus" (the name of a day), "note" or "group" (of a superset).
reason-rule-text-nul = { $field ->
    [note] The note holds a NUL character.
    [group] The group holds a NUL character.
   *[focus] The focus holds a NUL character.
    }
reason-rule-text-long = { $field ->
    [note] The note has { $length } characters; { $most } are the most.
    [group] The group has { $length } characters; { $most } are the most.
   *[focus] The focus has { $length } characters; { $most } are the most.
    }
reason-rule-day-minutes = { $focus } takes about { $takes } minutes; you have { $minutes }.
reason-rule-weekly-sets-over-limit = The week has { $sets } sets for { $muscle }; more than { $most } are refused.
reason-rule-weekly-sets-above = The week has { $sets } sets for { $muscle }, above the { $least } to { $most } aimed at.
reason-rule-weekly-sets-below = The week has { $sets } sets for { $muscle }, below the { $least } to { $most } aimed at.
# $muscle_capital begins the sentence; $sets and $again are of one day and of the day after.
reason-rule-without-rest = { $muscle_capital } gets { $sets } hard sets on { $focus } and { $again } on { $next_focus }, the day after, without a day of rest.

## Rules of an exercise
reason-rule-exercise-twice = { $exercise } stands twice in { $focus }.
reason-rule-unknown-exercise = No exercise has the id { $id }.
# $equipment: what is missing, "barbell and bench".
reason-rule-equipment-not-owned = { $exercise } needs equipment you do not have: { $equipment }.
reason-rule-contraindicated = { $exercise } is ruled out by your limitation: { $limitation }.
reason-rule-sets-out-of-range = { $exercise } has { $sets } sets; { $least } to { $most } are allowed.
reason-rule-rest-too-long = { $exercise } rests { $seconds } seconds; { $most } are the most.

## Rules of a set; $n is its number
reason-rule-reps-out-of-range = { $exercise }, set { $n }: { $count } repetitions are outside { $least } to { $most }.
reason-rule-seconds-out-of-range = { $exercise }, set { $n }: { $count } seconds are outside { $least } to { $most }.
reason-rule-range-reversed = { $exercise }, set { $n }: the range runs from { $from } to { $to }, the wrong way round.
reason-rule-minor-reps = { $exercise }, set { $n }: at your age a set has at least { $least } repetitions, not { $reps }.
reason-rule-minor-rpe = { $exercise }, set { $n }: at your age the target is at most RPE { $most }, not { $rpe }.
reason-rule-rpe-out-of-range = { $exercise }, set { $n }: RPE { $rpe } is not one of 1 to 10 in halves.
reason-rule-weight-out-of-range = { $exercise }, set { $n }: { $weight_kg } is not a load of 0 to { $most_kg }.
# A machine that helps: less help is harder.
reason-rule-help-under-last = { $exercise }, set { $n }: { $weight_kg } of help is less than { $cap_kg }, too far below the last { $last_kg }.
reason-rule-help-under-start = { $exercise }, set { $n }: { $weight_kg } of help is less than { $cap_kg }, where to start without history.
reason-rule-load-over-last = { $exercise }, set { $n }: { $weight_kg } is above { $cap_kg }, at most 10% above the last { $last_kg }.
reason-rule-load-over-start = { $exercise }, set { $n }: { $weight_kg } is above { $cap_kg }, where to start without history.

## What the generator notes beside a plan
# $split_capital begins the sentence: "Push/pull/legs"; $split is within it: "upper/lower".
reason-note-split = { $split_capital } does not fit { $days } days a week, so this plan is { $split }.
reason-note-weekdays = You named { $given } weekdays for { $wanted } training days; the plan uses { $weekdays }.
# $focuses: the days it is about; $pattern: "vertical push". "Further": other slots of the day have one.
reason-note-slot-empty = { $focuses }: no { $pattern } exercise fits your equipment, level and limitations; the slot stays empty.
reason-note-slot-filled = { $focuses }: no { $pattern } exercise fits your equipment, level and limitations; { $exercise } takes its place.
reason-note-further-slot-empty = { $focuses }: no further { $pattern } exercise fits your equipment, level and limitations; the slot stays empty.
reason-note-further-slot-filled = { $focuses }: no further { $pattern } exercise fits your equipment, level and limitations; { $exercise } takes its place.
# $left_parts: several of the next text, "Barbell curl (Pull) and Calf raise (Legs)".
reason-note-no-room = { $minutes } minutes a day leave no room for { $left_parts }.
reason-note-exercise-of-day = { $exercise } ({ $focus })
# $sets_parts: several of the text after the next, "chest 7, abs 4 and calves 5.5".
reason-note-few-minutes = { $minutes } minutes a day hold fewer weekly sets than the minimum of { $least } for: { $sets_parts }.
reason-note-few-days = { $days } days with the exercises that fit you give fewer weekly sets than the minimum of { $least } for: { $sets_parts }.
reason-note-sets-of-muscle = { $muscle } { $sets }

## Where both sides changed the same of a plan: a day, or an exercise of it
reason-both-changed-day = { $focus }
reason-both-changed-exercise = { $focus }: { $exercise }
