### What the plan rules and the generator say of a plan, and where two people changed the same of it.

## Rules of a day and of the week; $focus is what a day is about ("Upper body A"), or its key
reason-rule-plan-huge = Der Plan geht weit über das hinaus, was in eine Woche passt.
reason-rule-no-day = Der Plan hat keinen Trainingstag.
reason-rule-too-many-days = Der Plan hat { $days } Trainingstage; eine Woche hat sieben.
# $group: the letter of a superset.
reason-rule-superset-of-one = Supersatz { $group } in „{ $focus }“ hat nur eine Übung.
reason-rule-superset-interrupted = Supersatz { $group } in „{ $focus }“ wird von einer anderen Übung unterbrochen.
# $key: "Day1".
reason-rule-key-twice = Zwei Tage haben das Kürzel { $key }.
# $focuses: "Upper body A and Upper body B".
reason-rule-weekday-twice = { $focuses } liegen beide am { $weekday }.
reason-rule-empty-day = „{ $focus }“ hat keine Übung.
reason-rule-too-many-exercises = „{ $focus }“ hat { $count } Übungen; höchstens { $most } sind möglich.
reason-rule-key-length = Das Kürzel eines Tages hat 1 bis { $most } Zeichen, darunter kein NUL.
# $field: which text of the plan, "focus" (the name of a day), "note" or "group" (of a superset).
reason-rule-text-nul = { $field ->
    [note] Die Notiz enthält ein NUL-Zeichen.
    [group] Die Gruppe enthält ein NUL-Zeichen.
   *[focus] Der Name des Tages enthält ein NUL-Zeichen.
    }
reason-rule-text-long = { $field ->
    [note] Die Notiz hat { $length } Zeichen; höchstens { $most } sind möglich.
    [group] Die Gruppe hat { $length } Zeichen; höchstens { $most } sind möglich.
   *[focus] Der Name des Tages hat { $length } Zeichen; höchstens { $most } sind möglich.
    }
reason-rule-day-minutes = „{ $focus }“ dauert etwa { $takes } Minuten; du hast { $minutes }.
reason-rule-weekly-sets-over-limit = Die Woche hat { $sets } Sätze für { $muscle }; mehr als { $most } gehen nicht.
reason-rule-weekly-sets-above = Die Woche hat { $sets } Sätze für { $muscle }, mehr als das Ziel von { $least } bis { $most }.
reason-rule-weekly-sets-below = Die Woche hat { $sets } Sätze für { $muscle }, weniger als das Ziel von { $least } bis { $most }.
# $muscle_capital begins the sentence; $sets and $again are of one day and of the day after.
reason-rule-without-rest = { $muscle_capital }: { $sets } harte Sätze in „{ $focus }“ und { $again } in „{ $next_focus }“ am Tag danach, ohne Ruhetag dazwischen.

## Rules of an exercise
reason-rule-exercise-twice = { $exercise } steht zweimal in „{ $focus }“.
reason-rule-unknown-exercise = Keine Übung hat die ID { $id }.
# $equipment: what is missing, "barbell and bench".
reason-rule-equipment-not-owned = Für { $exercise } fehlt dir Ausrüstung: { $equipment }.
reason-rule-contraindicated = { $exercise } passt nicht zu deiner Einschränkung: { $limitation }.
reason-rule-sets-out-of-range = { $exercise } hat { $sets } Sätze; erlaubt sind { $least } bis { $most }.
reason-rule-rest-too-long = { $exercise }: { $seconds } Sekunden Pause; höchstens { $most } sind möglich.

## Rules of a set; $n is its number
reason-rule-reps-out-of-range = { $exercise }, Satz { $n }: { $count } Wiederholungen liegen nicht zwischen { $least } und { $most }.
reason-rule-seconds-out-of-range = { $exercise }, Satz { $n }: { $count } Sekunden liegen nicht zwischen { $least } und { $most }.
reason-rule-range-reversed = { $exercise }, Satz { $n }: Der Bereich läuft von { $from } bis { $to }, also verkehrt herum.
reason-rule-minor-reps = { $exercise }, Satz { $n }: In deinem Alter hat ein Satz mindestens { $least } Wiederholungen, nicht { $reps }.
reason-rule-minor-rpe = { $exercise }, Satz { $n }: In deinem Alter ist höchstens RPE { $most } das Ziel, nicht { $rpe }.
reason-rule-rpe-out-of-range = { $exercise }, Satz { $n }: RPE { $rpe } gibt es nicht; möglich ist 1 bis 10 in halben Schritten.
reason-rule-weight-out-of-range = { $exercise }, Satz { $n }: { $weight_kg } ist kein Gewicht von 0 bis { $most_kg }.
# A machine that helps: less help is harder.
reason-rule-help-under-last = { $exercise }, Satz { $n }: { $weight_kg } Hilfe sind weniger als { $cap_kg } und damit zu weit unter den letzten { $last_kg }.
reason-rule-help-under-start = { $exercise }, Satz { $n }: { $weight_kg } Hilfe sind weniger als { $cap_kg }, der Einstieg ohne bisherige Trainings.
reason-rule-load-over-last = { $exercise }, Satz { $n }: { $weight_kg } sind mehr als { $cap_kg }, also mehr als 10 % über den letzten { $last_kg }.
reason-rule-load-over-start = { $exercise }, Satz { $n }: { $weight_kg } sind mehr als { $cap_kg }, der Einstieg ohne bisherige Trainings.

## What the generator notes beside a plan
# $split_capital begins the sentence: "Push/pull/legs"; $split is within it: "upper/lower".
reason-note-split = { $split_capital } passt nicht zu { $days } Tagen pro Woche, darum ist dieser Plan: { $split }.
reason-note-weekdays = Du hast { $given } Wochentage für { $wanted } Trainingstage genannt; der Plan nutzt { $weekdays }.
# $focuses: the days it is about; $pattern: "vertical push". "Further": other slots of the day have one.
reason-note-slot-empty = { $focuses }: Keine Übung für „{ $pattern }“ passt zu deiner Ausrüstung, deiner Erfahrung und deinen Einschränkungen; der Platz bleibt frei.
reason-note-slot-filled = { $focuses }: Keine Übung für „{ $pattern }“ passt zu deiner Ausrüstung, deiner Erfahrung und deinen Einschränkungen; dafür kommt { $exercise }.
reason-note-further-slot-empty = { $focuses }: Keine weitere Übung für „{ $pattern }“ passt zu deiner Ausrüstung, deiner Erfahrung und deinen Einschränkungen; der Platz bleibt frei.
reason-note-further-slot-filled = { $focuses }: Keine weitere Übung für „{ $pattern }“ passt zu deiner Ausrüstung, deiner Erfahrung und deinen Einschränkungen; dafür kommt { $exercise }.
# $left_parts: several of the next text, "Barbell curl (Pull) and Calf raise (Legs)".
reason-note-no-room = In { $minutes } Minuten am Tag ist kein Platz für { $left_parts }.
reason-note-exercise-of-day = { $exercise } ({ $focus })
# $sets_parts: several of the text after the next, "chest 7, abs 4 and calves 5.5".
reason-note-few-minutes = In { $minutes } Minuten am Tag passen weniger Sätze pro Woche als das Minimum von { $least } für: { $sets_parts }.
reason-note-few-days = { $days } Tage mit den Übungen, die zu dir passen, ergeben weniger Sätze pro Woche als das Minimum von { $least } für: { $sets_parts }.
reason-note-sets-of-muscle = { $muscle } { $sets }

## Where both sides changed the same of a plan: a day, or an exercise of it
reason-both-changed-day = { $focus }
reason-both-changed-exercise = { $focus }: { $exercise }
