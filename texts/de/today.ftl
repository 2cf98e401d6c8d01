### Today: what is next, how the week stands, one thing worth knowing.

## What is next
today-title = Heute
today-next-today = Als Nächstes, heute
# $when: "Wed 25 Nov".
today-next-when = Als Nächstes, { $when }
# A day without a date, or one whose date is over.
today-next-any = Als Nächstes, jederzeit
# How many exercises are not listed.
today-more = Und { $n } weitere.
today-start = Training starten
today-going-on = Läuft gerade
today-free = Freies Training
today-logged = { $n ->
    [one] 1 Satz eingetragen
   *[other] { $n } Sätze eingetragen
}
today-go-on = Training fortsetzen
today-none-planned = Keine Tage geplant
today-none-planned-hint = Nimm Tage in deinen Plan auf, oder trainiere frei.
today-all-done = Alle Tage geschafft
# Some days are open, of the time before the person came.
today-nothing-due = Diese Woche steht nichts mehr an
today-all-done-hint = Ruh dich aus, oder trainiere frei.
today-start-free = Freies Training starten

## The week
today-this-week = Diese Woche
today-week-done = { $done } von { $total } geschafft
# Read out for each of the seven marks: "Monday: Upper A, done", "Sunday: rest, today".
today-mark = { $weekday }: { $what }
today-mark-today = { $weekday }: { $what }, heute
today-mark-day = { $day }, { $state }
today-mark-rest = Ruhetag
today-mark-done = geschafft
today-mark-missed = verpasst
# Planned for a day on which the person was not here yet.
today-mark-before = jederzeit
today-mark-planned = geplant

## One thing worth knowing
today-worth = Gut zu wissen
today-deload = Zeit für eine leichtere Woche
today-see-plan = Zum Plan
today-record = Ein Bestwert ist nah
today-record-text = { $lift } steht bei geschätzten { $now }; dein Bestwert ist { $best }.
today-see-progress = Zum Fortschritt
today-short = { $muscle }: diese Woche noch knapp
today-short-text = Bisher { $sets } von mindestens { $least } harten Sätzen. Was im Plan noch offen ist, kann den Rest bringen.
today-see-muscles = Alle Muskeln ansehen
# Two at least.
today-streak = { $n } Wochen in Folge
today-streak-text = Dranbleiben ist die halbe Miete.
today-begin = So fängst du an
today-begin-profile = Dieser Plan kommt aus deinem Profil. Sag, was du hast und wie oft du trainierst, dann passt er besser.
today-begin-load = Die ersten Sätze einer Übung finden dein Gewicht: Hör auf, wenn noch zwei Wiederholungen gehen würden.
today-see-profile = Zum Profil
