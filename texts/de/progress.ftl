### Progress as pages: strength, muscles against their bands, the body map, records, one lift.

## The week
progress-title = Fortschritt
progress-week = Woche ab { $day }
progress-workouts = Trainings
progress-streak = Wochen in Folge
# $unit is kg or lb.
progress-volume = Volumen, { $unit }

## Strength
progress-strength = Kraft
# In small letters after the heading "Strength".
progress-strength-what = geschätztes Maximum (1RM)
progress-strength-none = Noch nichts zu schätzen. Nach deinen ersten Sätzen mit Gewicht und höchstens 15 Wiederholungen bekommt jede Übung hier eine Zeile.
progress-first-estimate = Erste Schätzung, { $day }
# $change is "+2.5 kg", "−5 kg" or "held".
progress-since = { $change } seit { $day }
progress-trend = Von { $from } am { $day } auf { $to } heute
progress-next = Nächstes Mal: { $weight } × { $reps }
progress-next-bodyweight = Nächstes Mal: Körpergewicht × { $reps }

## Muscles
progress-muscles = Muskeln diese Woche
# In small letters after the heading "Muscles this week".
progress-muscles-what = harte Sätze und dein Zielbereich
progress-untrained = Diese Woche noch keine harten Sätze. Starte ein Training: Jeder Satz färbt die Muskeln, die er trainiert.
progress-done = Diese Woche gemacht
progress-planned = In deinem Plan
progress-planned-none = Keine Übung in deinem Plan trainiert diesen Muskel.
progress-choose = Wähle einen Muskel, dann siehst du seine Sätze, seinen Zielbereich und seine Übungen.
progress-muscle = Muskel
progress-sets = Sätze
progress-band = Ziel
progress-so-far = Stand
# A number of sets with a decimal, as "2.5"; whole ones are count-sets.
progress-part-sets = { $n } Sätze
progress-none-yet = Noch keine
progress-none = Keine
progress-to-go = Noch { $n }
progress-counted = Zählt mit
progress-in-range = Im Ziel
progress-over = { $n } darüber
progress-band-range = { $least } bis { $most }
progress-told = { $sets } diese Woche; dein Ziel: { $least } bis { $most }.
progress-told-along = { $sets } diese Woche, aus Übungen, die den Muskel mittrainieren; höchstens { $most }.

## The body map
progress-map = Körper von vorn und hinten: harte Sätze diese Woche
progress-map-front = Vorn
progress-map-back = Hinten
progress-map-key = Was die Farbstufen bedeuten
# A muscle of the map: "Chest: 6 sets, 4 to go".
progress-map-muscle = { $muscle }: { $sets }, { $words }
progress-level-none = Keine
progress-level-under-half = Unter der Hälfte
progress-level-under = Unter dem Ziel
progress-level-in = Im Ziel
progress-level-over = Darüber

## Graphs
progress-weeks = Woche für Woche
progress-graph-e1rm = Geschätztes Maximum (1RM)
progress-graph-e1rm-words = Von { $first } am { $from } auf { $last } am { $to }, zwischen { $least } und { $most }
progress-graph-volume = Volumen pro Woche
progress-graph-sets = Harte Sätze pro Woche
progress-graph-sets-unit = Sätze
progress-graph-weeks-words = Die letzten { $n } Wochen, höchstens { $most }; diese Woche { $now }
progress-graph-numbers = Die Zahlen
# For screen readers, after "The numbers".
progress-graph-numbers-of = zu: { $title }
# The heading of a column of weeks, each by its Monday.
progress-graph-week-of = Woche ab
progress-graph-day = Tag

## Records
progress-records = Bestwerte
progress-records-none = Hier stehen deine Bestwerte, sobald du sie aufstellst.
# The estimated one-rep max.
progress-record-e1rm = e1RM { $weight }
progress-record-reps = { $n } Wdh.

## One lift
progress-lift-shell = Eine Übung
progress-lift-all = Gesamter Fortschritt
progress-lift-none = Noch nichts eingetragen. Nach dem ersten Arbeitssatz stehen hier die Bestwerte, nach zwei Tagen die Kurve.
progress-lift-back = Zurück zum Fortschritt
