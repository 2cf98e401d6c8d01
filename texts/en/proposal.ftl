### What the coach proposes, as a card: what goes, what comes, and the decision on it.

## The page
proposal-title = Proposal
proposal-back = Back to the coach

## What it is about
proposal-other = A change
proposal-untouched = Nothing is changed until you confirm.
# $moment: "Mon 23 Nov, 18:05".
proposal-until = It stands until { $moment }.
# The heading over what was proposed, once it is decided.
proposal-what-it-was = What it was

## What became of it
proposal-expired = Its time is over. Nothing was changed.
proposal-declined = Declined. Nothing was changed.
proposal-superseded = Something newer took its place. Nothing was changed.
proposal-failed = It could not be done, and nothing was changed.
proposal-confirmed = Confirmed and done.

## Deciding
proposal-edit = Edit
proposal-edit-hint = Confirms it as it stands here; it is held to the same rules.
proposal-edit-hint-plan = No sets leave an exercise out.
proposal-edit-confirm = Confirm the edited
proposal-why-not = Why not
proposal-optional = Optional
proposal-confirm = Confirm
proposal-decline = Decline
# Takes the place of "Decline" once the reason can be given: back to the choice.
proposal-decline-not = Back
# Fields of a set, and the units beside them.
proposal-weight = Weight
proposal-reps = Reps
proposal-seconds = Seconds
proposal-unit-reps = reps
proposal-unit-sets = sets

## What goes and what comes
# Read out before each line, whose colour says it.
proposal-goes = Goes:
proposal-comes = Comes:
proposal-changes = Changes:
proposal-balance = Weekly sets that change, before → after
proposal-balanced = Weekly sets for each muscle stay as they are.
proposal-split = Split
# What is said of a day, several of them with commas between: "new, on Monday".
proposal-day-new = new
proposal-day-goes = goes
proposal-day-from-to = from { $from } to { $to }
proposal-day-on = on { $weekday }
proposal-day-was-on = was on { $weekday }
# $focus: what the day was about before, "Upper A".
proposal-day-was = was { $focus }
proposal-day-same = the same exercises
proposal-day-reordered = in another order
proposal-in-workout = In this workout
proposal-stay-logged = { $n ->
    [one] 1 set stays logged
   *[other] { $n } sets stay logged
}
# $weight: "40 kg".
proposal-sets-with = { $n ->
    [one] 1 set with { $weight }
   *[other] { $n } sets with { $weight }
}
proposal-set-line = { $exercise }, set { $n }
proposal-warmup-line = { $exercise }, warm-up { $n }
proposal-notes = Standing notes
# A value of the profile.
proposal-none = none
proposal-minutes = { $n } min
# What a kind of equipment can be loaded with: "Barbell: least 20 kg, step 2.5 kg", then its plates.
proposal-loads = { $equipment }: least { $least }, step { $step }
proposal-plates = plates { $plates }
# In the place of its name, where that is not at hand.
proposal-own-exercise = An exercise of your own
proposal-yes = yes
proposal-no = no

## The weeks to come
proposal-futures = The next { $n } weeks, three ways
proposal-futures-hint = If every set goes well, if every third workout falls a rep short (mixed), or if all of them do.
proposal-futures-caption = { $lift }, first and last week
proposal-week-by-week = Week by week
proposal-week = Week
