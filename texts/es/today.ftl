### Today: what is next, how the week stands, one thing worth knowing.

## What is next
today-title = Hoy
today-next-today = Siguiente, hoy
# $when: "Wed 25 Nov".
today-next-when = Siguiente, { $when }
# A day without a date, or one whose date is over.
today-next-any = Siguiente, cualquier día
# How many exercises are not listed.
today-more = Y { $n } más.
today-start = Empezar entreno
today-going-on = En curso
today-free = Entreno libre
today-logged = { $n ->
    [one] 1 serie registrada
   *[other] { $n } series registradas
}
today-go-on = Seguir con el entreno
today-none-planned = No hay días previstos
today-none-planned-hint = Añade días a tu plan o entrena algo por tu cuenta.
today-all-done = Todos los días están hechos
# Some days are open, of the time before the person came.
today-nothing-due = No queda nada más esta semana
today-all-done-hint = Descansa o entrena algo por tu cuenta.
today-start-free = Empezar entreno libre

## The week
today-this-week = Esta semana
today-week-done = { $done } de { $total } hechos
# Read out for each of the seven marks: "Monday: Upper A, done", "Sunday: rest, today".
today-mark = { $weekday }: { $what }
today-mark-today = { $weekday }: { $what }, hoy
today-mark-day = { $day }, { $state }
today-mark-rest = descanso
today-mark-done = hecho
today-mark-missed = sin hacer
# Planned for a day on which the person was not here yet.
today-mark-before = cualquier día
today-mark-planned = previsto

## One thing worth knowing
today-worth = Conviene saber
today-deload = Toca una semana más ligera
today-see-plan = Ver el plan
today-record = Récord a la vista
today-record-text = { $lift }: tu máximo estimado es { $now }; tu mejor marca, { $best }.
today-see-progress = Ver el progreso
today-short = { $muscle }: faltan series esta semana
today-short-text = Llevas { $sets } de al menos { $least } series efectivas. Lo que queda del plan puede aportar el resto.
today-see-muscles = Ver todos los músculos
# Two at least.
today-streak = { $n } semanas seguidas
today-streak-text = Ser constante es casi todo.
today-begin = Cómo empezar
today-begin-profile = Este plan sale de tu perfil. Di qué tienes y cuánto entrenas, y se ajustará mejor.
today-begin-load = Las primeras series de un ejercicio buscan tu peso: déjate dos repeticiones en reserva.
today-see-profile = Ver tu perfil
