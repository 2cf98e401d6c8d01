### What several pages say: counts, dates, and the names of what a profile and a plan are made of.

## The five places
place-today = Heute
place-plan = Plan
place-workout = Training
place-progress = Fortschritt
place-coach = Coach

## Counts
count-sets = { $n ->
    [one] 1 Satz
   *[other] { $n } Sätze
}
count-days = { $n ->
    [one] 1 Tag
   *[other] { $n } Tage
}
count-weeks = { $n ->
    [one] 1 Woche
   *[other] { $n } Wochen
}
count-exercises = { $n ->
    [one] 1 Übung
   *[other] { $n } Übungen
}
count-limitations = { $n ->
    [one] 1 Einschränkung
   *[other] { $n } Einschränkungen
}
count-notes = { $n ->
    [one] 1 Notiz
   *[other] { $n } Notizen
}
count-steps = { $n ->
    [one] 1 Schritt
   *[other] { $n } Schritte
}
count-calls = { $n ->
    [one] 1 Aufruf
   *[other] { $n } Aufrufe
}

## A change of load
change-held = gehalten

## Dates: $weekday and $month are the names below
date-day = { $weekday } { $day }. { $month }
# With the whole names of weekday and month.
date-long-day = { $weekday }, { $day }. { $month }
date-day-month = { $day }. { $month }
# With the month's short name.
date-short-day-month = { $day }. { $month }
# A week: "23 – 29 November", "30 November – 6 December".
date-span-in-month = { $from }. – { $to }. { $month }
date-span = { $from } – { $to }
date-moment = { $day }, { $time }
weekday-short-1 = Mo
weekday-short-2 = Di
weekday-short-3 = Mi
weekday-short-4 = Do
weekday-short-5 = Fr
weekday-short-6 = Sa
weekday-short-7 = So
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mär
month-short-4 = Apr
month-short-5 = Mai
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Okt
month-short-11 = Nov
month-short-12 = Dez
month-1 = Januar
month-2 = Februar
month-3 = März
month-4 = April
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = August
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Dezember

## Muscles
word-chest = Brust
word-shoulders = Schultern
word-rear-shoulders = Hintere Schultern
word-triceps = Trizeps
word-biceps = Bizeps
word-forearms = Unterarme
word-lats = Lat
word-upper-back = Oberer Rücken
word-traps = Trapez
word-lower-back = Unterer Rücken
word-abs = Bauch
word-obliques = Seitlicher Bauch
word-glutes = Gesäß
word-quads = Quadrizeps
word-hamstrings = Beinbeuger
word-adductors = Adduktoren
word-abductors = Abduktoren
word-calves = Waden

## Equipment
word-barbell = Langhantel
word-dumbbell = Kurzhantel
word-kettlebell = Kettlebell
word-cable = Kabelzug
word-machine = Maschine
word-band = Band
word-bodyweight = Körpergewicht
word-pull-up-bar = Klimmzugstange
word-bench = Bank
word-dip-bars = Dip-Barren

## Movements
word-squat = Kniebeuge
word-hinge = Hüftbeuge
word-lunge = Ausfallschritt
word-horizontal-push = Horizontales Drücken
word-vertical-push = Vertikales Drücken
word-horizontal-pull = Horizontales Ziehen
word-vertical-pull = Vertikales Ziehen
word-chest-fly = Flys
word-shoulder-raise = Seit- und Frontheben
word-rear-fly = Reverse Flys
word-shrug = Shrugs
word-elbow-flexion = Armbeugen
word-elbow-extension = Armstrecken
word-wrist = Handgelenk
word-hip-extension = Hüftstrecken
word-hip-abduction = Hüftabduktion
word-hip-adduction = Hüftadduktion
word-knee-extension = Beinstrecken
word-knee-flexion = Beinbeugen
word-calf-raise = Wadenheben
word-trunk-flexion = Rumpfbeugen
word-trunk-stability = Rumpfstabilität
word-trunk-rotation = Rumpfdrehen
word-back-extension = Rückenstrecken
word-carry = Tragen

## What may be spared
word-knee = Knie
word-shoulder = Schulter
word-elbow = Ellbogen
word-hip = Hüfte
word-neck = Nacken
word-ankle = Sprunggelenk
word-overhead = Über Kopf
word-impact = Sprünge und Stöße
word-pregnancy = Schwangerschaft

## Experience
word-beginner = Neu dabei
word-intermediate = Fortgeschritten
word-advanced = Sehr erfahren

## Goals
word-strength = Kraft
word-hypertrophy = Muskelaufbau
word-general-fitness = Allgemeine Fitness

## Wishes for the split
word-auto = Automatisch
word-full-body = Ganzkörper
word-upper-lower = Ober-/Unterkörper
word-push-pull-legs = Push/Pull/Beine

## Days of the week
word-monday = Montag
word-tuesday = Dienstag
word-wednesday = Mittwoch
word-thursday = Donnerstag
word-friday = Freitag
word-saturday = Samstag
word-sunday = Sonntag

## Fields of a profile
word-experience = Erfahrung
word-goal = Ziel
word-days-per-week = Tage pro Woche
word-weekdays = Wochentage
word-session-minutes = Minuten pro Training
word-equipment = Ausrüstung
word-split-preference = Split-Wunsch
word-birth-year = Geburtsjahr
word-units = Gewichtseinheit
word-language = Sprache
word-time-zone = Zeitzone
word-limitations = Einschränkungen
word-loads = Gewichte
word-known-lifts = Was du schaffst
word-notes = Notizen

## Who answered
word-coach = Coach
word-copilot = Copilot

## Splits by name; any other is a word from above
word-custom = Eigener Split
split-upper-lower = Ober-/Unterkörper
split-push-pull-legs = Push/Pull/Beine
split-push-pull-legs-upper-lower = Push/Pull/Beine und Ober-/Unterkörper
