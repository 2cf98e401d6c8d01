### What several pages say: counts, dates, and the names of what a profile and a plan are made of.

## The five places
place-today = Today
place-plan = Plan
place-workout = Workout
place-progress = Progress
place-coach = Coach

## Counts
count-sets = { $n ->
    [one] 1 set
   *[other] { $n } sets
}
count-days = { $n ->
    [one] 1 day
   *[other] { $n } days
}
count-weeks = { $n ->
    [one] 1 week
   *[other] { $n } weeks
}
count-exercises = { $n ->
    [one] 1 exercise
   *[other] { $n } exercises
}
count-limitations = { $n ->
    [one] 1 limitation
   *[other] { $n } limitations
}
count-notes = { $n ->
    [one] 1 note
   *[other] { $n } notes
}
count-steps = { $n ->
    [one] 1 step
   *[other] { $n } steps
}
count-calls = { $n ->
    [one] 1 call
   *[other] { $n } calls
}

## A change of load
change-held = held

## Dates: $weekday and $month are the names below
date-day = { $weekday } { $day } { $month }
# With the whole names of weekday and month.
date-long-day = { $weekday } { $day } { $month }
date-day-month = { $day } { $month }
# With the month's short name.
date-short-day-month = { $day } { $month }
# A week: "23 – 29 November", "30 November – 6 December".
date-span-in-month = { $from } – { $to } { $month }
date-span = { $from } – { $to }
date-moment = { $day }, { $time }
weekday-short-1 = Mon
weekday-short-2 = Tue
weekday-short-3 = Wed
weekday-short-4 = Thu
weekday-short-5 = Fri
weekday-short-6 = Sat
weekday-short-7 = Sun
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

## Muscles
word-chest = Chest
word-shoulders = Shoulders
word-rear-shoulders = Rear shoulders
word-triceps = Triceps
word-biceps = Biceps
word-forearms = Forearms
word-lats = Lats
word-upper-back = Upper back
word-traps = Traps
word-lower-back = Lower back
word-abs = Abs
word-obliques = Obliques
word-glutes = Glutes
word-quads = Quads
word-hamstrings = Hamstrings
word-adductors = Adductors
word-abductors = Abductors
word-calves = Calves

## Equipment
word-barbell = Barbell
word-dumbbell = Dumbbell
word-kettlebell = Kettlebell
word-cable = Cable
word-machine = Machine
word-band = Band
word-bodyweight = Bodyweight
word-pull-up-bar = Pull-up bar
word-bench = Bench
word-dip-bars = Dip bars

## Movements
word-squat = Squat
word-hinge = Hinge
word-lunge = Lunge
word-horizontal-push = Horizontal push
word-vertical-push = Vertical push
word-horizontal-pull = Horizontal pull
word-vertical-pull = Vertical pull
word-chest-fly = Chest fly
word-shoulder-raise = Shoulder raise
word-rear-fly = Rear fly
word-shrug = Shrug
word-elbow-flexion = Elbow flexion
word-elbow-extension = Elbow extension
word-wrist = Wrist
word-hip-extension = Hip extension
word-hip-abduction = Hip abduction
word-hip-adduction = Hip adduction
word-knee-extension = Knee extension
word-knee-flexion = Knee flexion
word-calf-raise = Calf raise
word-trunk-flexion = Trunk flexion
word-trunk-stability = Trunk stability
word-trunk-rotation = Trunk rotation
word-back-extension = Back extension
word-carry = Carry

## What may be spared
word-knee = Knee
word-shoulder = Shoulder
word-elbow = Elbow
word-hip = Hip
word-neck = Neck
word-ankle = Ankle
word-overhead = Overhead
word-impact = Impact
word-pregnancy = Pregnancy

## Experience
word-beginner = Beginner
word-intermediate = Intermediate
word-advanced = Advanced

## Goals
word-strength = Strength
word-hypertrophy = Hypertrophy
word-general-fitness = General fitness

## Wishes for the split
word-auto = Auto
word-full-body = Full body
word-upper-lower = Upper lower
word-push-pull-legs = Push pull legs

## Days of the week
word-monday = Monday
word-tuesday = Tuesday
word-wednesday = Wednesday
word-thursday = Thursday
word-friday = Friday
word-saturday = Saturday
word-sunday = Sunday

## Fields of a profile
word-experience = Experience
word-goal = Goal
word-days-per-week = Days per week
word-weekdays = Weekdays
word-session-minutes = Session minutes
word-equipment = Equipment
word-split-preference = Split preference
word-birth-year = Birth year
word-units = Units
word-language = Language
word-time-zone = Time zone
word-limitations = Limitations
word-loads = Loads
word-known-lifts = Known lifts
word-notes = Notes

## Who answered
word-coach = Coach
word-copilot = Copilot

## Splits by name; any other is a word from above
word-custom = Custom
split-upper-lower = Upper/lower
split-push-pull-legs = Push/pull/legs
split-push-pull-legs-upper-lower = Push/pull/legs and upper/lower
