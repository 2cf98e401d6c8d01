### Progress as pages: strength, muscles against their bands, the body map, records, one lift.

## The week
progress-title = Progress
progress-week = week of { $day }
progress-workouts = Workouts
progress-streak = Weeks in a row
# $unit is kg or lb.
progress-volume = Volume, { $unit }

## Strength
progress-strength = Strength
# In small letters after the heading "Strength".
progress-strength-what = estimated one-rep max
progress-strength-none = Nothing to estimate from yet. After your first sets with a load and 15 reps or fewer, each lift gets a line here.
progress-first-estimate = First estimate, { $day }
# $change is "+2.5 kg", "−5 kg" or "held".
progress-since = { $change } since { $day }
progress-trend = From { $from } on { $day } to { $to } now
progress-next = Next: { $weight } × { $reps }
progress-next-bodyweight = Next: bodyweight × { $reps }

## Muscles
progress-muscles = Muscles this week
# In small letters after the heading "Muscles this week".
progress-muscles-what = hard sets against your band
progress-untrained = No hard sets yet this week. Start a workout: each set colours the muscles it trains.
progress-done = Done this week
progress-planned = In your plan
progress-planned-none = Nothing in your plan trains it.
progress-choose = Choose a muscle for its sets, its band and its exercises.
progress-muscle = Muscle
progress-sets = Sets
progress-band = Band
progress-so-far = So far
# A number of sets with a decimal, as "2.5"; whole ones are count-sets.
progress-part-sets = { $n } sets
progress-none-yet = None yet
progress-none = None
progress-to-go = { $n } to go
progress-counted = Counted
progress-in-range = In range
progress-over = { $n } over
progress-band-range = { $least } to { $most }
progress-told = { $sets } this week; { $least } to { $most } to aim at.
progress-told-along = { $sets } this week, from lifts that train it along; at most { $most }.

## The body map
progress-map = Body map, front and back: hard sets this week
progress-map-front = Front
progress-map-back = Back
progress-map-key = What the shades mean
# A muscle of the map: "Chest: 6 sets, 4 to go".
progress-map-muscle = { $muscle }: { $sets }, { $words }
progress-level-none = None
progress-level-under-half = Under half
progress-level-under = Under the band
progress-level-in = In the band
progress-level-over = Over

## Graphs
progress-weeks = Week by week
progress-graph-e1rm = Estimated one-rep max
progress-graph-e1rm-words = From { $first } on { $from } to { $last } on { $to }, between { $least } and { $most }
progress-graph-volume = Volume, week by week
progress-graph-sets = Hard sets, week by week
progress-graph-sets-unit = sets
progress-graph-weeks-words = The last { $n } weeks, at most { $most }; this week { $now }
progress-graph-numbers = The numbers
# For screen readers, after "The numbers".
progress-graph-numbers-of = of { $title }
# The heading of a column of weeks, each by its Monday.
progress-graph-week-of = Week of
progress-graph-day = Day

## Records
progress-records = Records
progress-records-none = Your bests will stand here as you beat them.
# The estimated one-rep max.
progress-record-e1rm = e1RM { $weight }
progress-record-reps = { $n } reps

## One lift
progress-lift-shell = A lift
progress-lift-all = All of progress
progress-lift-none = Nothing logged yet. After its first working set its bests stand here, and after two days its line.
progress-lift-back = Back to progress
