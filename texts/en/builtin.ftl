### What the built-in coach says: short, in the second person, without exclamation marks, blame or
### diagnosis. Words in quotation marks are said to it, and it understands them (coach-ear.json).

## What it is, and what it can do
builtin-help = I am the built-in coach: plain rules, no language model. I can make or change your weekly plan (days, split, goal, minutes, equipment), note limitations and preferences in your profile, swap an exercise, find exercises, explain a number, and tell you how you are doing and what is next.
builtin-copilot-help = I am the built-in coach: plain rules, no language model. Ask why a set is what it is, tell me how it went (“8 at RPE 9”), or ask what is left.
builtin-greeting = Hello. Tell me how you want to train, for example “a plan for 3 days, 45 minutes, only dumbbells”, or ask what is next.
builtin-thanks = You are welcome. I am here when you need the next step.
builtin-no = All right, everything stays as it is.
builtin-cannot = I cannot do that. I can make or change your plan, update your profile, swap or find exercises, explain a number, and say how you are doing and what is next.
builtin-log-elsewhere = Starting, logging and finishing a workout happen on the workout page; there one tap logs the suggested set.
builtin-finish = Use Finish on the workout page when you are ready; what you logged is kept. You can do the sets in any order and leave some out.
builtin-coach-elsewhere = I cannot do that in the middle of a workout. I can say why a set is what it is, log what you did, and tell you what is left; plans and your profile are on the coach page.
builtin-no-data = I could not read that just now. Please try again in a moment.
builtin-no-progress = I cannot read your progress here; the progress page has your lifts and weekly sets.
builtin-pain = Stop this exercise if it hurts, and mark the set as painful when you log it: the load then stays where it is. If the pain stays or worries you, have someone qualified look at it.
builtin-pain-elsewhere = I cannot say what it is, and pain that stays is for a doctor. Leave out what hurts. Tell me which part to spare, for example “spare my knee”, and I plan around it.
builtin-minor = Under 18 the rules keep sets at 5 reps or more and effort at RPE 8 or less, with no single heaviest lifts. Tell me the year you were born, for example “I was born in 2010”, so that they hold for you.
builtin-rules = Loads follow fixed rules: when every set reaches the top of its range at the target effort, the load goes up one step; when sets fall short it stays; after two misses running it comes down by a tenth.

## What it asks back
builtin-what-changes = What should change? Tell me the days a week, the minutes, the goal, the split or your equipment, for example “make it three days”.
builtin-which-profile = What should I change in your profile? Tell me for example your equipment, minutes, days, bodyweight, units, or what I should spare.
builtin-which-exercise = Which exercise should go, and what should take its place? For example “swap back squat for goblet squat”.
# The notes follow, one a line.
builtin-which-note = Which note shall go? These are yours:
builtin-days-range = I plan 2 to 6 training days a week. How many should it be?
builtin-minutes-range = I plan sessions of 20 to 180 minutes. How long should they be?

## A drafted plan
# $split chooses the words; $focus: “Upper A, Lower A and Upper B”.
builtin-drafted = Here is { $split ->
    [full_body] a full body
    [upper_lower] an upper/lower
    [push_pull_legs] a push/pull/legs
    [push_pull_legs_upper_lower] a push/pull/legs and upper/lower
    [custom] a custom
   *[other] a training
  } week on { $days ->
    [one] 1 day
   *[other] { $days } days
  }: { $focus }.
# After the sentence above; the days follow, one a line.
builtin-nothing-saved = Nothing is saved; say “save it” to get it as a proposal.
builtin-plan-again = A plan is saved with Confirm on its card, so here it is once more.
builtin-made-reason = You asked for a plan with { $days ->
    [one] 1 training day
   *[other] { $days } training days
  }.
builtin-changed-reason = You asked to change the plan; it now has { $days ->
    [one] 1 training day
   *[other] { $days } training days
  }.
builtin-plan-saved = Saved. Your { $split ->
    [full_body] full body
    [upper_lower] upper/lower
    [push_pull_legs] push/pull/legs
    [push_pull_legs_upper_lower] push/pull/legs and upper/lower
    [custom] custom
   *[other] training
  } week stands; the page Today has the next workout.
# $weekdays: “Monday and Thursday”.
builtin-plan-saved-on = Saved. Your { $split ->
    [full_body] full body
    [upper_lower] upper/lower
    [push_pull_legs] push/pull/legs
    [push_pull_legs_upper_lower] push/pull/legs and upper/lower
    [custom] custom
   *[other] training
  } week stands, on { $weekdays }. The page Today has the next workout.
builtin-plan-declined = All right, nothing was saved. Tell me what to change: days, minutes, goal, split or equipment.
# $reason: the person's own words.
builtin-plan-declined-why = All right, nothing was saved. You said “{ $reason }”. Tell me what to change: days, minutes, goal, split or equipment.

## A change of the profile
# $changes: one or several of the parts below.
builtin-profile-proposed = I would note this in your profile: { $changes }.
builtin-profile-proposed-then-plan = I would note this in your profile: { $changes }. Once you confirm, I draft the plan with it.
builtin-profile-reason = You said so: { $changes }.
builtin-profile-noted = Noted in your profile.
builtin-profile-noted-replan = Noted in your profile. Say “redo my plan” and I will draft a week that fits it.
builtin-profile-declined = All right, your profile stays as it is.
builtin-profile-declined-why = All right, your profile stays as it is. You said “{ $reason }”.
builtin-already-so = Your profile says that already, so there is nothing to change.
builtin-notes-full = Your profile holds as many notes as it can. Remove one under Settings, then tell me again.
builtin-no-notes = You have no standing notes. Tell me “remember that …” and I propose one.

## Parts of such a change, after a colon
builtin-change-days = { $days } days a week
builtin-change-weekdays = training on { $weekdays }
builtin-change-minutes = { $minutes } minutes a session
builtin-change-goal = the goal { $goal }
builtin-change-split = the split { $split }
builtin-change-experience = experience { $experience }
builtin-change-equipment = equipment { $equipment }
builtin-change-spare = spare { $parts }
builtin-change-healed = nothing to spare there any more
builtin-change-bodyweight = bodyweight { $weight }
builtin-change-units = weights shown in { $units }
builtin-change-birth-year = born in { $year }
builtin-change-note = the note { $note }
builtin-change-without-note = without the note { $notes }

## Exercises
# An exercise of the person's own, whose name is not at hand.
builtin-this-exercise = this exercise
builtin-nothing = nothing
builtin-quoted = “{ $text }”
builtin-swap-proposed = I would put { $new } in the place of { $old }; everything else in your week stays.
builtin-swap-reason = You asked for something in the place of { $exercise }.
builtin-swap-plan-reason = You asked to swap { $old } for { $new }.
builtin-swapped = Swapped. Its loads follow its own history from here.
builtin-swap-declined = All right, the exercise stays. Name another and I will try that.
builtin-swap-declined-why = All right, the exercise stays. You said “{ $reason }”. Name another and I will try that.
builtin-no-swap-here = I cannot swap an exercise here. Go on with another exercise of today and come back to this one later; sets may be logged in any order.
builtin-not-in-plan = I do not find “{ $name }” in your plan. It has { $plan }.
builtin-no-replacement = I found nothing suitable to take the place of { $exercise } with your equipment. Name an exercise and I will try it.
# The exercises follow, one a line.
builtin-found = These fit:
builtin-none-found = I found no exercise that fits. Try another muscle or other equipment.

## A set
# “Back squat, set 2: 8 reps with 100 kg at RPE 9”; $measure, $loaded and $effort say what of it there is.
builtin-set = { $exercise }, { $kind ->
    [warmup] warm-up
   *[working] set
  } { $index }:{ $measure ->
    [reps] { " " }{ $amount ->
        [one] 1 rep
       *[other] { $amount } reps
      }
    [seconds] { " " }{ $amount ->
        [one] 1 second
       *[other] { $amount } seconds
      }
   *[none] { "" }
  }{ $loaded ->
    [yes] { " " }with { $load }
   *[no] { "" }
  }{ $effort ->
    [yes] { " " }at RPE { $rpe }
   *[no] { "" }
  }
# $set: as above.
builtin-set-proposed = To log: { $set }.
builtin-step-up = One step up then, within the rules: { $set }. Confirm it once you have lifted it.
builtin-step-down = One step down then, within the rules: { $set }. Confirm it once you have lifted it.
builtin-set-logged = Logged. Rest, then take the next one.
builtin-set-declined = Not logged. Tell me the numbers as they were, or log it on the card.
builtin-set-declined-why = Not logged. You said “{ $reason }”. Tell me the numbers, or log it on the card.
builtin-tell-effort = Good to know; log its RPE and the next load can follow it.
# $time: “2:30”.
builtin-rest = Rest { $time }.
builtin-rest-next = Rest { $time }, longer if you are still out of breath. Next is { $set }.
builtin-no-rest-next = No rest is planned. Next is { $set }.
builtin-done-for-today = Everything planned for today is done. Finish the workout when you are ready.
builtin-free-workout = This is a free workout; { $sets ->
    [one] 1 set
   *[other] { $sets } sets
  } logged so far.
# $exercises: one or several of the parts below.
builtin-left = { $done } of { $sets ->
    [one] 1 set
   *[other] { $sets } sets
  } done. Left: { $exercises }.
builtin-left-exercise = { $exercise } ({ $sets ->
    [one] 1 set
   *[other] { $sets } sets
  })

## What became of something that waited for a person
# $what chooses the words.
builtin-superseded = I left { $what ->
    [plan] the plan
    [profile] the profile change
    [set] the set
   *[swap] the swap
  } aside; nothing was changed.
builtin-expired = Nobody decided on { $what ->
    [plan] the plan
    [profile] the profile change
    [set] the set
   *[swap] the swap
  } in time, so nothing was changed. Ask again when you like.
builtin-stale = Something changed in the meantime, so { $what ->
    [plan] the plan
    [profile] the profile change
    [set] the set
   *[swap] the swap
  } was not saved. Ask again and I will start from what stands now.
# $reason: a sentence.
builtin-refused = That did not go through, nothing was changed: { $reason }
builtin-unfinished = I could not finish { $what ->
    [plan] the plan
    [profile] the profile change
    [set] the set
   *[swap] the swap
  }; nothing was changed. Please try again.

## The week
# An exercise as prescribed: “Back squat 3 × 6–10 with 60 kg”.
builtin-prescribed = { $exercise } { $sets } × { $reps }
builtin-prescribed-loaded = { $exercise } { $sets } × { $reps } with { $load }
builtin-stands = { $exercise } stands at { $sets } × { $reps }.
builtin-stands-loaded = { $exercise } stands at { $sets } × { $reps } with { $load }.
# A day by its weekday and what it is about: “Monday, Upper A”.
builtin-day-name = { $weekday }, { $focus }
builtin-day = { $day }: { $exercises }
builtin-day-done = { $day }: { $exercises } (done)
builtin-day-missed = { $day }: { $exercises } (missed)
# The days follow, one a line.
builtin-week = Your week is { $split ->
    [full_body] full body
    [upper_lower] upper/lower
    [push_pull_legs] push/pull/legs
    [push_pull_legs_upper_lower] push/pull/legs and upper/lower
    [custom] custom
   *[other] training
  } on { $days ->
    [one] 1 day
   *[other] { $days } days
  }.
builtin-no-days = Your week has no training days yet. Say “make me a plan”.
builtin-next = Next is { $day }: { $exercises }.
builtin-next-dated = Next is { $day } ({ $date }): { $exercises }.
builtin-takes = It takes about { $minutes } minutes.
builtin-no-next = There is no training day in your week yet. Say “make me a plan”.
builtin-week-over = Everything planned for this week is behind you. The next week begins on Monday.

## How it goes
builtin-no-workout = No workout is finished this week so far.
# $volume: “5400 kg”.
builtin-this-week = This week: { $workouts ->
    [one] 1 workout
   *[other] { $workouts } workouts
  } finished, { $volume } moved.
# Always two or more.
builtin-streak = That makes { $weeks } weeks in a row.
builtin-below = Below their weekly range so far: { $muscles }.
# After the sentence above.
builtin-above = Above it: { $muscles }.
# $lifts: one or several of the parts below.
builtin-lifts = Estimated one-rep maximum: { $lifts }.
builtin-lift = { $exercise } { $weight }
# $change: “+2.5”.
builtin-lift-changed = { $exercise } { $weight } ({ $change })

## The profile
builtin-profile = You train for { $goal } as { $experience }, { $days } days a week, { $minutes } minutes, with { $equipment }.
builtin-spared = I spare: { $parts }.
builtin-notes-on-file = { $n ->
    [one] 1 note
   *[other] { $n } notes
  } on file.
