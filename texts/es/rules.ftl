### What the plan rules and the generator say of a plan, and where two people changed the same of it.

## Rules of a day and of the week; $focus is what a day is about ("Upper body A"), or its key
reason-rule-plan-huge = El plan va mucho más allá de lo que cabe en una semana.
reason-rule-no-day = El plan no tiene ningún día de entrenamiento.
reason-rule-too-many-days = El plan tiene { $days } días de entrenamiento; una semana tiene siete.
# $group: the letter of a superset.
reason-rule-superset-of-one = La superserie { $group } de «{ $focus }» tiene un solo ejercicio.
reason-rule-superset-interrupted = Otro ejercicio interrumpe la superserie { $group } de «{ $focus }».
# $key: "Day1".
reason-rule-key-twice = Dos días tienen la clave { $key }.
# $focuses: "Upper body A and Upper body B".
reason-rule-weekday-twice = { $focuses } caen los dos en { $weekday }.
reason-rule-empty-day = «{ $focus }» no tiene ningún ejercicio.
reason-rule-too-many-exercises = «{ $focus }» tiene { $count } ejercicios; como mucho pueden ser { $most }.
reason-rule-key-length = La clave de un día tiene de 1 a { $most } caracteres, ninguno de ellos NUL.
# $field: which text of the plan, "focus" (the name of a day), "note" or "group" (of a superset).
reason-rule-text-nul = { $field ->
    [note] La nota contiene un carácter NUL.
    [group] El grupo contiene un carácter NUL.
   *[focus] El nombre del día contiene un carácter NUL.
    }
reason-rule-text-long = { $field ->
    [note] La nota tiene { $length } caracteres; como mucho pueden ser { $most }.
    [group] El grupo tiene { $length } caracteres; como mucho pueden ser { $most }.
   *[focus] El nombre del día tiene { $length } caracteres; como mucho pueden ser { $most }.
    }
reason-rule-day-minutes = «{ $focus }» dura unos { $takes } minutos; tú tienes { $minutes }.
reason-rule-weekly-sets-over-limit = La semana tiene { $sets } series de { $muscle }; no se admiten más de { $most }.
reason-rule-weekly-sets-above = La semana tiene { $sets } series de { $muscle }, por encima del objetivo de { $least } a { $most }.
reason-rule-weekly-sets-below = La semana tiene { $sets } series de { $muscle }, por debajo del objetivo de { $least } a { $most }.
# $muscle_capital begins the sentence; $sets and $again are of one day and of the day after.
reason-rule-without-rest = { $muscle_capital }: { $sets } series duras en «{ $focus }» y { $again } en «{ $next_focus }», al día siguiente, sin un día de descanso.

## Rules of an exercise
reason-rule-exercise-twice = { $exercise } aparece dos veces en «{ $focus }».
reason-rule-unknown-exercise = Ningún ejercicio tiene el id { $id }.
# $equipment: what is missing, "barbell and bench".
reason-rule-equipment-not-owned = { $exercise } necesita material que no tienes: { $equipment }.
reason-rule-contraindicated = { $exercise } queda descartado por tu limitación: { $limitation }.
reason-rule-sets-out-of-range = { $exercise } tiene { $sets } series; se admiten de { $least } a { $most }.
reason-rule-rest-too-long = { $exercise }: { $seconds } segundos de descanso; como mucho pueden ser { $most }.

## Rules of a set; $n is its number
reason-rule-reps-out-of-range = { $exercise }, serie { $n }: { $count } repeticiones no están entre { $least } y { $most }.
reason-rule-seconds-out-of-range = { $exercise }, serie { $n }: { $count } segundos no están entre { $least } y { $most }.
reason-rule-range-reversed = { $exercise }, serie { $n }: el rango va de { $from } a { $to }, al revés.
reason-rule-minor-reps = { $exercise }, serie { $n }: a tu edad una serie tiene al menos { $least } repeticiones, no { $reps }.
reason-rule-minor-rpe = { $exercise }, serie { $n }: a tu edad el objetivo es como mucho RPE { $most }, no { $rpe }.
reason-rule-rpe-out-of-range = { $exercise }, serie { $n }: RPE { $rpe } no existe; va de 1 a 10, de medio en medio.
reason-rule-weight-out-of-range = { $exercise }, serie { $n }: { $weight_kg } no es un peso de 0 a { $most_kg }.
# A machine that helps: less help is harder.
reason-rule-help-under-last = { $exercise }, serie { $n }: { $weight_kg } de ayuda es menos que { $cap_kg }, demasiado por debajo de los últimos { $last_kg }.
reason-rule-help-under-start = { $exercise }, serie { $n }: { $weight_kg } de ayuda es menos que { $cap_kg }, donde se empieza sin historial.
reason-rule-load-over-last = { $exercise }, serie { $n }: { $weight_kg } supera { $cap_kg }, es decir, más de un 10 % sobre los últimos { $last_kg }.
reason-rule-load-over-start = { $exercise }, serie { $n }: { $weight_kg } supera { $cap_kg }, donde se empieza sin historial.

## What the generator notes beside a plan
# $split_capital begins the sentence: "Push/pull/legs"; $split is within it: "upper/lower".
reason-note-split = { $split_capital } no encaja con { $days } días por semana, así que este plan es de { $split }.
reason-note-weekdays = Elegiste { $given } días de la semana para { $wanted } entrenamientos; el plan usa { $weekdays }.
# $focuses: the days it is about; $pattern: "vertical push". "Further": other slots of the day have one.
reason-note-slot-empty = { $focuses }: ningún ejercicio de { $pattern } encaja con tu material, tu nivel y tus limitaciones; el hueco queda vacío.
reason-note-slot-filled = { $focuses }: ningún ejercicio de { $pattern } encaja con tu material, tu nivel y tus limitaciones; en su lugar va { $exercise }.
reason-note-further-slot-empty = { $focuses }: ningún otro ejercicio de { $pattern } encaja con tu material, tu nivel y tus limitaciones; el hueco queda vacío.
reason-note-further-slot-filled = { $focuses }: ningún otro ejercicio de { $pattern } encaja con tu material, tu nivel y tus limitaciones; en su lugar va { $exercise }.
# $left_parts: several of the next text, "Barbell curl (Pull) and Calf raise (Legs)".
reason-note-no-room = En { $minutes } minutos al día no caben: { $left_parts }.
reason-note-exercise-of-day = { $exercise } ({ $focus })
# $sets_parts: several of the text after the next, "chest 7, abs 4 and calves 5.5".
reason-note-few-minutes = En { $minutes } minutos al día caben menos series semanales que el mínimo de { $least } para: { $sets_parts }.
reason-note-few-days = { $days } días con los ejercicios que te encajan dan menos series semanales que el mínimo de { $least } para: { $sets_parts }.
reason-note-sets-of-muscle = { $muscle } { $sets }

## Where both sides changed the same of a plan: a day, or an exercise of it
reason-both-changed-day = { $focus }
reason-both-changed-exercise = { $focus }: { $exercise }
