### What the coach proposes, as a card: what goes, what comes, and the decision on it.

## The page
proposal-title = Propuesta
proposal-back = Volver al coach

## What it is about
proposal-other = Un cambio
proposal-untouched = No cambia nada hasta que confirmas.
# $moment: "Mon 23 Nov, 18:05".
proposal-until = Vale hasta el { $moment }.
# The heading over what was proposed, once it is decided.
proposal-what-it-was = Qué proponía

## What became of it
proposal-expired = Caducó. No se cambió nada.
proposal-declined = Rechazada. No se cambió nada.
proposal-superseded = La sustituyó algo más reciente. No se cambió nada.
proposal-failed = No se pudo hacer y no se cambió nada.
proposal-confirmed = Confirmado y hecho.

## Deciding
proposal-edit = Editar
proposal-edit-hint = Se confirma tal como queda aquí; se le aplican las mismas reglas.
proposal-edit-hint-plan = Con 0 series, el ejercicio se quita.
proposal-edit-confirm = Confirmar lo editado
proposal-why-not = ¿Por qué no?
proposal-optional = Opcional
proposal-confirm = Confirmar
proposal-decline = Rechazar
# Takes the place of "Decline" once the reason can be given: back to the choice.
proposal-decline-not = Volver
# Fields of a set, and the units beside them.
proposal-weight = Peso
proposal-reps = Reps
proposal-seconds = Segundos
proposal-unit-reps = reps
proposal-unit-sets = series

## What goes and what comes
# Read out before each line, whose colour says it.
proposal-goes = Sale:
proposal-comes = Entra:
proposal-changes = Cambia:
proposal-balance = Series semanales que cambian, antes → después
proposal-balanced = Las series semanales de cada músculo no cambian.
proposal-split = División
# What is said of a day, several of them with commas between: "new, on Monday".
proposal-day-new = nuevo
proposal-day-goes = se quita
proposal-day-from-to = del { $from } al { $to }
proposal-day-on = el { $weekday }
proposal-day-was-on = antes, el { $weekday }
# $focus: what the day was about before, "Upper A".
proposal-day-was = antes: { $focus }
proposal-day-same = los mismos ejercicios
proposal-day-reordered = en otro orden
proposal-in-workout = En este entrenamiento
proposal-stay-logged = { $n ->
    [one] 1 serie queda registrada
   *[other] { $n } series quedan registradas
}
# $weight: "40 kg".
proposal-sets-with = { $n ->
    [one] 1 serie con { $weight }
   *[other] { $n } series con { $weight }
}
proposal-set-line = { $exercise }, serie { $n }
proposal-warmup-line = { $exercise }, calentamiento { $n }
proposal-notes = Notas permanentes
# A value of the profile.
proposal-none = nada
proposal-minutes = { $n } min
# What a kind of equipment can be loaded with: "Barbell: least 20 kg, step 2.5 kg", then its plates.
proposal-loads = { $equipment }: mínimo { $least }, salto { $step }
proposal-plates = discos { $plates }
# In the place of its name, where that is not at hand.
proposal-own-exercise = Un ejercicio tuyo
proposal-yes = sí
proposal-no = no

## The weeks to come
proposal-futures = Las próximas { $n } semanas, de tres formas
proposal-futures-hint = Si todas las series van bien, si en uno de cada tres entrenamientos falta una repetición (a medias) o si falta en todos.
proposal-futures-caption = { $lift }, primera y última semana
proposal-week-by-week = Semana a semana
proposal-week = Semana
