### The workout: choosing a day, the active workout with its sets, what finishing came to.

## Choosing a day
workout-title = Entrenamiento
workout-lead = Ahora toca { $day }. Cualquier otro día también vale.
workout-lead-done = No queda nada más esta semana. Vale cualquier día.
# On the day that is next.
workout-chip-next = siguiente
workout-start = Empezar
workout-start-day = Empezar { $day }
workout-start-free = Empezar entreno libre
# Read out only, after "Start".
workout-start-free-what = un entreno libre
workout-free = Entreno libre
workout-free-hint = Sin plan; registra lo que levantes.
workout-lately = Recientes
workout-minutes = { $n } min
# Among the facts of a workout that was given up: "15 sets · 52 min · stopped".
workout-fact-stopped = interrumpido

## The active workout
# The way back, after a "‹".
workout-back = Hoy
workout-count = { $done } de { $total } series
workout-progress = Series hechas
workout-all-done = Todo lo previsto está hecho
workout-all-done-hint = Al terminar, los próximos pesos se fijan según las reglas. Abajo aún puedes registrar más.
# Read out with every field that has a minus and a plus.
workout-arrows = Las flechas arriba y abajo cambian el valor en un salto.
workout-add-set = Añadir serie
# Read out only, after "Add a set".
workout-of-exercise = de { $exercise }
workout-around = Cambiar o añadir un ejercicio, avisos de descanso
workout-swap-later = Cambiar otro ejercicio
# Where coaching is stopped: the next set of the plan.
workout-fallback-plan = La siguiente serie de tu plan. El coach está en pausa; puedes seguir registrando.
# In a workout without a plan.
workout-fallback-again = Una más como la última. Añade otro ejercicio abajo o termina cuando quieras.
workout-fallback-first = Su primera serie de hoy.
workout-first = Añade tu primer ejercicio
workout-first-hint = Elige qué levantas; después, cada serie es un toque.
workout-add-exercise = Añadir un ejercicio
workout-add = Añadir
workout-ring = Cuando acabe el descanso
workout-ring-notify = Notificación
workout-ring-vibrate = Vibración
workout-ring-sound = Sonido
workout-notes = Notas de este entrenamiento
workout-finish-now = Terminar ahora
workout-stop = Interrumpir sin decidir nada
workout-finish-hint = Al terminar, los próximos pesos se fijan según las reglas.
workout-stop-hint = Cierra el entrenamiento, guarda las series y no decide nada. No se puede volver a abrir.
workout-stop-now = Interrumpir entreno
workout-rest-more = +30 s
workout-skip-rest = Saltar
# The one button: "✓ Log 60 kg × 8".
workout-log = Registrar
workout-finish = Terminar entreno

## The active workout: the copilot
workout-copilot = Preguntar al copiloto
workout-conversation = Conversación
workout-idea-why = ¿Por qué este peso?
workout-idea-rest = ¿Cuánto descanso?
workout-idea-taken = El rack está ocupado
workout-idea-easy = Me resultó fácil
workout-question = Tu pregunta
workout-ask = Preguntar

## The active workout: an exercise
# $sets: "60 kg × 8, 8, 7".
workout-last-time = Última vez: { $sets }
# $time: "2:30".
workout-rest = Descanso { $time }
# Exercises in turns, a superset: $others is "Barbell row (A2)", or several.
workout-take-turns = Alterna con { $others }.
# Joins several in "Take turns with …".
workout-and = { $one } y { $other }
# Whose turn it is after this set: "then Barbell row (A2)".
workout-then = luego { $exercise }

## The active workout: the suggested set
workout-set-of-total = Serie { $n } de { $total }
workout-aim-rpe = objetivo RPE { $rpe }
workout-why-this-set = Por qué esta serie
workout-why = Por qué
# Read out only, after "Why".
workout-why-what = esta serie
workout-skip-warmups = Sin calentar
# Read out only, after "Change".
workout-change-what = peso, reps o RPE
workout-swap = Cambiar
workout-in-place-of = En lugar de { $exercise }
workout-swap-it = Cambiarlo

## The active workout: the card of a set
workout-set = Serie { $n }
workout-warmup = Calentamiento { $n }
# $set: "Set 2".
workout-set-of = { $set } de { $exercise }
workout-tick = Marcar { $set } de { $exercise }
workout-undo = Deshacer { $set } de { $exercise }
# The same set of the last time: "Last 60 kg × 8".
workout-last = Última: { $sets }
# $reps: "6–8".
workout-target = { $reps } a RPE { $rpe }
workout-reps = { $n } reps
# Beside a large number.
workout-reps-unit = reps
workout-more = Más
workout-change = Ajustar
workout-take-out = Quitar { $set } hoy
workout-drop-set = Serie descendente
workout-amrap-done = Todas las que salieron
workout-set-rpe = RPE { $rpe }
workout-hurt = con dolor

## The active workout: the fields of a set
workout-weight = Peso
workout-reps-name = Reps
workout-seconds-name = Segundos
workout-rpe = RPE
# The buttons − and + beside a field; $what: "Weight", "Reps", "Seconds".
workout-step-less = Menos { $what }
workout-step-more = Más { $what }
workout-warmup-hint = El calentamiento se guarda y nunca cuenta.
workout-kind = Tipo
workout-kind-working = Serie de trabajo
workout-kind-amrap = Todas las reps posibles
workout-it-hurt = Me dolió
workout-it-hurt-hint = La próxima vez el peso se queda como está y hoy no se te propone nada más pesado. Si es un dolor agudo o no cede, deja este ejercicio.
workout-note = Nota

## What it came to
workout-done-title = Entrenamiento hecho
workout-day-done = { $day }, hecho
workout-day-stopped = { $day }, interrumpido
# $units: "kg" or "lb".
workout-volume = Volumen, { $units }
workout-hard-sets = Series efectivas
workout-minutes-name = Minutos
workout-records = { $n ->
    [one] Un récord nuevo
   *[other] { $n } récords nuevos
}
# An estimate of the heaviest single: "e1RM 101 kg".
workout-record-e1rm = e1RM { $weight }
workout-record-before = { $now }, antes { $before }
workout-next-time = La próxima vez
workout-would-have-changed = Qué lo habría cambiado
# $change: "−5 kg".
workout-change-deload = { $change }, descarga
workout-change-return = { $change }, tras la pausa
workout-change-first = primer peso
workout-none-stopped = Las series están guardadas; con ellas no se decidió nada.
workout-none-done = Sin series de trabajo, así que no se decidió nada.
workout-next = Próximo entreno
workout-lifted = Lo que levantaste
workout-done = Listo
