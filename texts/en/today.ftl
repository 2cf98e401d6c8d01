### Today: what is next, how the week stands, one thing worth knowing.

## What is next
today-title = Today
today-next-today = Next, today
# $when: "Wed 25 Nov".
today-next-when = Next, { $when }
# A day without a date, or one whose date is over.
today-next-any = Next, any day
# How many exercises are not listed.
today-more = And { $n } more.
today-start = Start workout
today-going-on = Going on now
today-free = Free workout
today-logged = { $n ->
    [one] 1 set logged
   *[other] { $n } sets logged
}
today-go-on = Go on with the workout
today-none-planned = No days planned
today-none-planned-hint = Add days to your plan, or lift something of your own.
today-all-done = All days are done
# Some days are open, of the time before the person came.
today-nothing-due = Nothing more is due this week
today-all-done-hint = Rest, or lift something of your own.
today-start-free = Start a free workout

## The week
today-this-week = This week
today-week-done = { $done } of { $total } done
# Read out for each of the seven marks: "Monday: Upper A, done", "Sunday: rest, today".
today-mark = { $weekday }: { $what }
today-mark-today = { $weekday }: { $what }, today
today-mark-day = { $day }, { $state }
today-mark-rest = rest
today-mark-done = done
today-mark-missed = missed
# Planned for a day on which the person was not here yet.
today-mark-before = any day
today-mark-planned = planned

## One thing worth knowing
today-worth = Worth knowing
today-deload = A lighter week is due
today-see-plan = See the plan
today-record = A record is near
today-record-text = { $lift } stands at an estimated { $now }; your best is { $best }.
today-see-progress = See progress
today-short = { $muscle } is short this week
today-short-text = { $sets } of at least { $least } hard sets so far. What is left of the plan may bring the rest.
today-see-muscles = See all muscles
# Two at least.
today-streak = { $n } weeks in a row
today-streak-text = Showing up is most of it.
today-begin = How to begin
today-begin-profile = This plan is made from your profile. Say what you have and how often you train, and it fits better.
today-begin-load = The first sets of an exercise find your load: stop two short of what you could do.
today-see-profile = Look at your profile
