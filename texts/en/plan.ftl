### The plan as pages: the week, its editor, its versions, the weeks to come; and what progress says in the same words.

## Plan and progress
plan-go-on = Go on with the workout
plan-start = Start { $focus }
plan-start-free = Start a free workout

## The week
plan-title = Plan
plan-weeks = Weeks
plan-this-week = This week
plan-week-before = Week before
plan-week-after = Week after
plan-edit = Edit by hand
# The link to the plan's versions, and that page's heading, where "of your plan" follows it in small letters.
plan-versions = Versions
plan-print = Print
# After the day: "Tue 24 Nov rest".
plan-rest-day = rest
plan-superset = Superset { $group }
plan-weekly-sets = Weekly sets for each muscle
plan-ask = Change the plan with the coach
plan-back-to-week = Back to this week
plan-saved = Saved. This is your plan from now on.
plan-restored = That version is your plan again. The one before it is kept among the versions.
plan-source-generated = made from your profile
plan-source-user = written by you
plan-source-coach = made with the coach
plan-source-restored = brought back from before

## An exercise of a day: "RPE 8 · rest 2:30"
plan-rpe = RPE { $rpe }
plan-rest = rest { $time }

## A day of a week
plan-today = Today
plan-any-day = Any day
plan-minutes = { $n } min
plan-day-done = Done
plan-day-missed = Missed
plan-day-upcoming = To come

## The editor
plan-edit-title = Edit the plan
plan-back = Back to the plan
# "… Without them you can [bring back an earlier version], [have the coach change the plan] or [change days, … in your profile]."
plan-edit-no-scripts = Editing by hand needs scripts, and they are off here. Without them you can
plan-edit-bring-back = bring back an earlier version
plan-edit-ask = have the coach change the plan
plan-edit-or = or
plan-edit-profile = change days, minutes and equipment in your profile
plan-edit-week = The week as a whole
plan-edit-add = Add an exercise
plan-edit-close = Close
plan-edit-search = Search by name
plan-edit-search-such-as = row, squat, curl
plan-edit-save = Save the plan
plan-edit-undo = Undo

## The plan changed while it was edited
plan-moved-shell = The plan moved on
plan-moved-title = The plan changed while you edited
plan-moved-told = Somewhere else it was saved in the meantime. Nothing of yours is lost, and nothing of theirs is overwritten.
plan-moved-mine = What you changed
plan-moved-mine-none = Nothing that shows.
plan-moved-theirs = What changed meanwhile
plan-moved-theirs-none = Nothing in the plan itself.
plan-moved-overlaps = Both of you changed these. Taking yours onto theirs keeps yours:
plan-moved-take-mine = Take mine onto theirs
plan-moved-take-theirs = Look at theirs

## Versions
plan-versions-shell = Versions of the plan
# In small letters after the heading "Versions".
plan-versions-of = of your plan
plan-version = Version { $n }
plan-version-now = your plan now
plan-version-see = See it
# For screen readers, after "See it,".
plan-version-see-which = version { $n }
plan-version-compare = Compare
# For screen readers, after "Compare".
plan-version-compare-which = version { $n } with your plan now
plan-versions-pages = Pages
plan-versions-newest = Newest
plan-versions-older = Older
plan-versions-none = No version was saved yet: your plan is made from your profile. Edit it, or confirm one with the coach, and each version is kept here to be compared and brought back.
plan-versions-no-older = Nothing older than that.

## One version
plan-version-shell = A version of the plan
plan-version-current = This is your plan now.
plan-version-all = All versions
plan-version-errors = It cannot be brought back as you are now:
plan-version-diff = What bringing it back changes
plan-version-same = Nothing: it is the same as your plan now.
plan-version-restore = Bring version { $n } back
plan-version-moved = The plan changed while you looked, so nothing was brought back. This is how it stands now.

## A lift in three futures
plan-future-success = Goes well
plan-future-mixed = Mixed
plan-future-miss = Misses
plan-future-reps = reps
# The picture in words: "Row, 3 weeks from 60 kg: goes well to 65 kg, mixed to 62.5 kg, misses to 55 kg".
plan-future-words = { $lift }, { $weeks } from { $from }: { $told }
plan-future-success-to = goes well to { $to }
plan-future-mixed-to = mixed to { $to }
plan-future-miss-to = misses to { $to }
