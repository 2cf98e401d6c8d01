### What several pages say: counts, dates, and the names of what a profile and a plan are made of.

## The five places
place-today = Hoy
place-plan = Plan
place-workout = Entreno
place-progress = Progreso
place-coach = Coach

## Counts
count-sets = { $n ->
    [one] 1 serie
   *[other] { $n } series
}
count-days = { $n ->
    [one] 1 día
   *[other] { $n } días
}
count-weeks = { $n ->
    [one] 1 semana
   *[other] { $n } semanas
}
count-exercises = { $n ->
    [one] 1 ejercicio
   *[other] { $n } ejercicios
}
count-limitations = { $n ->
    [one] 1 limitación
   *[other] { $n } limitaciones
}
count-notes = { $n ->
    [one] 1 nota
   *[other] { $n } notas
}
count-steps = { $n ->
    [one] 1 paso
   *[other] { $n } pasos
}
count-calls = { $n ->
    [one] 1 llamada
   *[other] { $n } llamadas
}

## A change of load
change-held = se mantiene

## Dates: $weekday and $month are the names below
date-day = { $weekday } { $day } { $month }
# With the whole names of weekday and month.
date-long-day = { $weekday }, { $day } de { $month }
date-day-month = { $day } de { $month }
# With the month's short name.
date-short-day-month = { $day } { $month }
# A week: "23 – 29 November", "30 November – 6 December".
date-span-in-month = { $from } – { $to } de { $month }
date-span = { $from } – { $to }
date-moment = { $day }, { $time }
weekday-short-1 = lun
weekday-short-2 = mar
weekday-short-3 = mié
weekday-short-4 = jue
weekday-short-5 = vie
weekday-short-6 = sáb
weekday-short-7 = dom
month-short-1 = ene
month-short-2 = feb
month-short-3 = mar
month-short-4 = abr
month-short-5 = may
month-short-6 = jun
month-short-7 = jul
month-short-8 = ago
month-short-9 = sep
month-short-10 = oct
month-short-11 = nov
month-short-12 = dic
month-1 = enero
month-2 = febrero
month-3 = marzo
month-4 = abril
month-5 = mayo
month-6 = junio
month-7 = julio
month-8 = agosto
month-9 = septiembre
month-10 = octubre
month-11 = noviembre
month-12 = diciembre

## Muscles
word-chest = Pecho
word-shoulders = Hombros
word-rear-shoulders = Hombro posterior
word-triceps = Tríceps
word-biceps = Bíceps
word-forearms = Antebrazos
word-lats = Dorsales
word-upper-back = Espalda alta
word-traps = Trapecios
word-lower-back = Zona lumbar
word-abs = Abdominales
word-obliques = Oblicuos
word-glutes = Glúteos
word-quads = Cuádriceps
word-hamstrings = Isquios
word-adductors = Aductores
word-abductors = Abductores
word-calves = Gemelos

## Equipment
word-barbell = Barra
word-dumbbell = Mancuernas
word-kettlebell = Kettlebell
word-cable = Polea
word-machine = Máquina
word-band = Banda elástica
word-bodyweight = Peso corporal
word-pull-up-bar = Barra de dominadas
word-bench = Banco
word-dip-bars = Paralelas

## Movements
word-squat = Sentadilla
word-hinge = Bisagra de cadera
word-lunge = Zancada
word-horizontal-push = Empuje horizontal
word-vertical-push = Empuje vertical
word-horizontal-pull = Tirón horizontal
word-vertical-pull = Tirón vertical
word-chest-fly = Aperturas de pecho
word-shoulder-raise = Elevaciones de hombro
word-rear-fly = Aperturas inversas
word-shrug = Encogimientos
word-elbow-flexion = Flexión de codo
word-elbow-extension = Extensión de codo
word-wrist = Muñeca
word-hip-extension = Extensión de cadera
word-hip-abduction = Abducción de cadera
word-hip-adduction = Aducción de cadera
word-knee-extension = Extensión de rodilla
word-knee-flexion = Flexión de rodilla
word-calf-raise = Elevación de talones
word-trunk-flexion = Flexión de tronco
word-trunk-stability = Estabilidad de tronco
word-trunk-rotation = Rotación de tronco
word-back-extension = Extensión de espalda
word-carry = Paseo con carga

## What may be spared
word-knee = Rodilla
word-shoulder = Hombro
word-elbow = Codo
word-hip = Cadera
word-neck = Cuello
word-ankle = Tobillo
word-overhead = Sobre la cabeza
word-impact = Impacto
word-pregnancy = Embarazo

## Experience
word-beginner = Principiante
word-intermediate = Intermedio
word-advanced = Avanzado

## Goals
word-strength = Fuerza
word-hypertrophy = Hipertrofia
word-general-fitness = Forma física general

## Wishes for the split
word-auto = Automática
word-full-body = Cuerpo completo
word-upper-lower = Torso y pierna
word-push-pull-legs = Empuje, tirón y pierna

## Days of the week
word-monday = lunes
word-tuesday = martes
word-wednesday = miércoles
word-thursday = jueves
word-friday = viernes
word-saturday = sábado
word-sunday = domingo

## Fields of a profile
word-experience = Experiencia
word-goal = Objetivo
word-days-per-week = Días por semana
word-weekdays = Días de la semana
word-session-minutes = Minutos por entreno
word-equipment = Material
word-split-preference = División preferida
word-birth-year = Año de nacimiento
word-units = Unidades
word-language = Idioma
word-time-zone = Zona horaria
word-limitations = Limitaciones
word-loads = Pesos disponibles
word-known-lifts = Marcas conocidas
word-notes = Notas

## Who answered
word-coach = Coach
word-copilot = Copiloto

## Splits by name; any other is a word from above
word-custom = Propia
split-upper-lower = Torso/pierna
split-push-pull-legs = Empuje/tirón/pierna
split-push-pull-legs-upper-lower = Empuje/tirón/pierna y torso/pierna
