### Why a load is as it is, what the next set is made of, and when a lighter week is worth it.

## Parts that stand within the sentences below
# How many a set asks for or had, also as the shortest of a range: "under 8 reps".
reason-amount-reps = { $count ->
    [one] { $count } rep
   *[other] { $count } reps
    }
reason-amount-seconds = { $count ->
    [one] { $count } second
   *[other] { $count } seconds
    }
# The load, as in "stay at 60 kg": outside of the body, added to it, taken off it by a machine, or the body alone.
reason-load-whole = { $weight_kg }
reason-load-added = +{ $weight_kg }
reason-load-help = { $weight_kg } of help
reason-load-bodyweight = bodyweight
# What a session came to, set by set: "8, 8, 7 at RPE 8".
reason-done = { $counts }
reason-done-at-rpe = { $counts } at RPE { $rpe }

## Why a load goes up
reason-advance-earned = { $done }: every set earned it, so it goes up to { $load }.
reason-return-earned = { $done } in the first session back: { $load } from before the pause is yours again.

## Why a load goes down
reason-deload-after-two-misses = { $done }: under the range twice running, so it goes down to { $load }.
reason-deload-after-hard-miss = { $done }: a miss at this effort, so it goes down to { $load }.
reason-return-after-pause = { $days } days since the last time, so you come back at { $weight_kg }.

## Why a load stays
reason-hold-pain = You reported pain, so it stays at { $load }; if it comes again, swap the exercise or have it looked at.
reason-hold-least-after-two-misses = { $done }: under the range twice running, and { $load } is the least there is, so it stays; an easier variation would help.
reason-hold-least-after-hard-miss = { $done }: a miss at this effort, and { $load } is the least there is, so it stays; an easier variation would help.
# $next is the next load there is.
reason-hold-reps-first = { $done }: { $next } would be { $percent }% more, so first every set to { $amount } with { $load }.
reason-hold-reps-before-big-step = { $done }: { $next } would be a big step, so first every set to { $amount } with { $load }.
reason-hold-harder-variation = { $done }: there is nothing to add, so it is time for a harder variation.
reason-hold-nothing-to-add = { $done }: there is nothing to add, so every set goes on to { $amount }.
reason-hold-missed = { $done }, under { $amount }: stay at { $load } and bring every set into the range (miss { $miss } of { $misses }).
reason-hold-moved-up = { $done }: you moved up to { $load } today; stay there.
reason-hold-unfinished = { $sets_done } of { $sets_asked } sets done: stay at { $load } and finish them all.
# $sets are the numbers of the sets that fell short: "2 and 3"; $n is how many they are.
reason-hold-one-rep-more = { $n ->
    [one] { $done }: stay at { $load }, one rep more on set { $sets }.
   *[other] { $done }: stay at { $load }, one rep more on sets { $sets }.
    }
reason-hold-one-rep-more-once-easier = { $n ->
    [one] { $done }: stay at { $load }, one rep more on set { $sets } once it is easier.
   *[other] { $done }: stay at { $load }, one rep more on sets { $sets } once it is easier.
    }
reason-hold-one-second-more = { $n ->
    [one] { $done }: stay at { $load }, a second more on set { $sets }.
   *[other] { $done }: stay at { $load }, a second more on sets { $sets }.
    }
reason-hold-one-second-more-once-easier = { $n ->
    [one] { $done }: stay at { $load }, a second more on set { $sets } once it is easier.
   *[other] { $done }: stay at { $load }, a second more on sets { $sets } once it is easier.
    }
reason-hold-hard-at-top = { $done }: every set is at the top but it was hard, so { $load } once more.
reason-hold-lighter = { $done }, lighter than planned: stay at { $load }.
reason-manual-load = You set { $load } yourself.

## What would have decided otherwise
reason-flips-without-pain = Without pain the repetitions would have decided.
reason-flips-in-range = With every set at { $amount } or more the load would have stayed.
reason-flips-short-of-top = Any set short of the top would have kept the lighter load.
reason-flips-short-or-hard = A set under { $amount }, or a mean RPE above { $rpe }, would have kept { $load }.
reason-flips-short = A set under { $amount } would have kept { $load }.
reason-flips-step = Every set at { $amount } would have taken the step.
reason-flips-harder-variation = Every set at { $amount } brings a harder variation; a load to add would be taken.
reason-flips-worn-or-second-miss = A mean RPE of { $rpe }, or a miss the time before, would have lowered it.
reason-flips-easier = A mean RPE of { $rpe } or less would have moved it up.
reason-flips-top = Every set at { $amount } with the planned load would have moved it up.
reason-flips-first-back = Every set at { $amount } in the first session back restores { $weight_kg }.
reason-flips-empty = Leaving the load empty leaves it to the engine.
reason-flips-empty-keeps = Leaving the load empty would have kept { $weight_kg }.

## The next set: before the first of an exercise
reason-next-warmup = Warm-up { $number } of { $of } on the way to { $weight_kg }.
reason-next-new-from-best = First time in this range: { $weight_kg } comes from your best so far.
reason-next-new = First time in this range: start at { $weight_kg } and move up while it is easy.
reason-next-manual = You set { $weight_kg } yourself.
reason-next-standing = { $weight_kg } is what stands from last time.
reason-next-after-advance = Last time { $done }: you earned { $weight_kg }.
reason-next-after-deload = Last time { $done }: { $weight_kg } today, to build up again.
reason-next-after-manual = Last time { $done }: you set { $weight_kg } yourself.
reason-next-after-return = Last time { $done }: back to { $weight_kg }.
reason-next-still-light = Last time { $done }: still light, so move up while it is easy.
reason-next-finish-all = Last time { $done }: finish every set this time.
reason-next-same-after-hard = Last time { $done }: it was hard, so the same again.
reason-next-same-easier = Last time { $done }: the same again, a little easier, and you go up.
reason-next-one-more-rep = Last time { $done }: one more rep and you go up.
reason-next-one-more-second = Last time { $done }: one more second and you go up.
reason-next-one-more-rep-each = Last time { $done }: one more rep a set, up to { $top }.
reason-next-one-more-second-each = Last time { $done }: one more second a set, up to { $top }.

## The next set: after one of the exercise
reason-next-last-hard = The last set was RPE { $rpe } with { $target_rpe } planned: { $weight_kg } now.
reason-next-last-short-reps = { $count ->
    [one] { $count } rep was under { $bottom }: { $weight_kg } now.
   *[other] { $count } reps were under { $bottom }: { $weight_kg } now.
    }
reason-next-last-short-seconds = { $count ->
    [one] { $count } second was under { $bottom }: { $weight_kg } now.
   *[other] { $count } seconds were under { $bottom }: { $weight_kg } now.
    }
reason-next-pain = It hurt today: no more than { $weight_kg }, and stop if it hurts again.
reason-next-last-easy = RPE { $rpe } with { $target_rpe } planned was easy: up to { $weight_kg }.
reason-next-last-light-reps = RPE { $rpe } with { $target_rpe } planned was easy, but the next step is a big one: { $weight_kg } again, with more reps.
reason-next-last-light-seconds = RPE { $rpe } with { $target_rpe } planned was easy, but the next step is a big one: { $weight_kg } again, with more seconds.
reason-next-last-many-reps = { $count } reps show that it is too light: up to { $weight_kg }.
reason-next-last-many-seconds = { $count } seconds show that it is too light: up to { $weight_kg }.
reason-next-last-right = The last set was as planned: { $weight_kg } again.
# $why is one of the sentences above.
reason-next-open-ended = { $why } This set is open-ended: stop two short of your limit.
reason-next-nothing-prescribed = Nothing is prescribed: log whatever you lift.
reason-next-all-done = Everything prescribed is done.
reason-next-as-prescribed = As prescribed.

## A lighter week
reason-deload-week-lifts = { $lightened } of your { $main_lifts } main lifts were lightened within a week: a week at about half the sets would do you good.
reason-deload-week-hard = { $weeks } hard weeks in a row: a week at about half the sets would do you good.
