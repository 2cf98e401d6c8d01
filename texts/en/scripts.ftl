### What the scripts say: notices, announcements and what they draw themselves, by the file that says it.

# Between whole and decimals.
number-decimal = .

## The suggestion while the page goes by its own plan
# Beside a large number.
aim-reps = reps
aim-warm-up = Warm-up
aim-from-plan = From this workout's plan.
# $time is like 2:30, what is to be rested after the set.
aim-rest = Rest { $time }

## What waits of a workout, on the first page
first-logged = { $n ->
    [one] 1 set logged
   *[other] { $n } sets logged
}
first-ended-here = Ended here, on its way
first-see = See it

## Exercises that came into the workout here
another-set = Add a set
another-reps = Reps
another-seconds = Seconds
# $name is the exercise that was there before.
another-back = Back to { $name }

## Cards of sets
# What a set without weight was, here and in the list of what was refused. $n is a number as it was typed.
cards-reps = { $n } reps
cards-sending = Kept here, on its way.
cards-count = { $done } of { $total } sets
cards-weight-wrong = The weight is a number from 0 to { $most } { $units }.
cards-reps-wrong = Repetitions are a whole number from 0 to { $most }.
cards-seconds-wrong = Seconds are a whole number from 0 to { $most }.
cards-taking-back = Taken back, on its way.

## Conversations
# Said before a message to those who cannot see whose it is.
chat-you = You:
chat-coach = Coach:
chat-sending = Sending
chat-thinking = Thinking
chat-answering = Answering
# What the coach does right now, then what it did.
# $tool is the name of a tool, as programs write it.
chat-looking-other = Looking at { $tool }
chat-looked-other = Looked at { $tool }
chat-no-signal = No signal. What you wrote is still in the box.
chat-waiting = No signal, waiting to go on
chat-stopped = Stopped. What it was just saying is not kept.
chat-no-answer = The model did not answer.
# Follows the sentence that says what went wrong.
chat-try-again = Try again in a moment.

## The copilot's reason for a set
copilot-looking = Looking at it
copilot-no-signal = No signal, so no more words now. The numbers stand: they come from your plan and what you have lifted.
copilot-no-answer = No answer this time. The numbers stand: they come from your plan and what you have lifted.

## The end of a workout
finish-not-sent = Finished, not yet sent
finish-stop-not-sent = Stopped, not yet sent
# One of the first two, then the third where the workout was finished, then the last: one after another.
finish-end-waits = Its end waits on this device and is sent when there is signal.
finish-sets-wait = { $n ->
    [one] One set and its end wait on this device and are sent in order when there is signal.
   *[other] { $n } sets and its end wait on this device and are sent in order when there is signal.
}
finish-then-loads = Then the next loads are set by rule and shown here.
finish-may-close = You can close this page.
# The link after it leads to the workout.
finish-ended-elsewhere = This workout was ended elsewhere. What was sent from here is in it.
finish-to-today = To today
finish-see-it = See it

## Requests
http-failed = That did not work.
http-logged-out = Your login has run out. Log in and come back.

## What waits to be sent, and what was refused
# A short mark at the edge of the page, as are those to settle.
pending-waiting = { $n } waiting
pending-to-settle = { $n } to settle
pending-logged-out = Your login has run out.
pending-logged-out-kept = Your login has run out. What you ticked is kept here and is sent once you are back.
pending-log-in = Log in
pending-kept-nowhere = This browser keeps nothing for this page. What you tick waits in this tab alone: keep it open until it is sent.
pending-device-full = This device is full. What you tick is kept in a smaller place until it is sent; free some room soon.
pending-no-database = This browser keeps no database for this page. What you tick is kept in a simpler place until it is sent.
pending-refused = { $n ->
    [one] { $n } thing the server did not take
   *[other] { $n } things the server did not take
}
pending-nothing-lost = Nothing is lost: choose which one stands.
# What a refused change is about. $name is an exercise's.
pending-set-of = Set { $index } of { $name }
pending-workout-change = A change of your workout
# Two columns: what was ticked here, beside what the server has or says.
pending-yours = Yours
pending-servers = The server’s
pending-not-taken = It was not taken.
# What a refused change was to do.
pending-your-notes = Your notes: { $notes }
pending-finished = The workout is finished
pending-stopped = The workout is stopped
pending-take-back = Take the set back
pending-change = A change
# Buttons.
pending-keep-notes = Keep my notes
pending-send-again = Send mine again
pending-keep-instead = Keep mine instead
pending-keep-more = Keep mine as one more set
pending-keep-servers = Keep the server’s
pending-let-go = Let mine go
# After the choice.
pending-servers-stands = The server’s stands.
pending-choose-again = No signal: choose again when it is back. Both are kept.

## The plan
# Small, after the week's dates. $at is a time of the day.
plan-as-of = as of { $at }
plan-changed-as-of = changed, as of { $at }
plan-as-it-was = no signal, as it was

## The plan's editor: its fields
plan-draw-day = Day
plan-draw-when = When
plan-draw-any-day = Any day
plan-draw-add = Add an exercise
# Follows "Add an exercise" for those who cannot see which day it stands in.
plan-draw-add-to = to { $day }
plan-draw-remove-day = Remove the day
plan-draw-move-up = Move { $name } up
plan-draw-move-down = Move { $name } down
# Follows what an exercise asks for, as "3 × 8–12", for those who cannot see that it opens.
plan-draw-change = , change { $name }
plan-draw-swap = Swap
plan-draw-remove = Remove
plan-draw-set-by-set = Set by set
plan-draw-sets = Sets
plan-draw-fewer = Fewer sets of { $name }
plan-draw-more = More sets of { $name }
plan-draw-superset = Superset
plan-draw-no-superset = none
plan-draw-rest = Rest
# After a time, as "1:30 · its own": the rest that the exercise has where the plan says none.
plan-draw-own-rest = its own
plan-draw-note = Note
plan-draw-note-such-as = pause at the bottom
# The two ends of a range, each above its field. The second stands there as "to" and is read out whole.
plan-draw-reps-from = Reps from
plan-draw-reps-to = Reps to
plan-draw-seconds-from = Seconds from
plan-draw-seconds-to = Seconds to
plan-draw-to = to
# $what is one of the four above, where each set has fields of its own.
plan-draw-of-set = Set { $n }: { $what }
plan-draw-load = Load, { $unit }
# In an empty field: what happens where no load, or no RPE, is typed.
plan-draw-auto = auto
plan-draw-no-rpe = none
plan-draw-rpe = RPE
# In one line with "3 × 8–12".
plan-draw-at-rpe = RPE { $rpe }
plan-draw-in-superset = superset { $group }
plan-draw-at-rest = rest { $time }
# Before a sentence of the rules: an error, then a warning.
plan-draw-has-to-change = Has to change:
plan-draw-worth-a-look = Worth a look:

## The plan's editor: what it does
plan-edit-unsaved = Not saved yet, kept on this device
plan-edit-no-changes = No changes
# Under a day's name: what its exercises take.
plan-edit-minutes = about { $n } min
plan-edit-to-change = { $n } to change
plan-edit-worth-a-look = { $n } worth a look
plan-edit-add-day = Add a day
# Heads the list of exercises that can take its place.
plan-edit-swap = Swap { $name }
plan-edit-taken-out = { $name } is taken out. Undo brings it back.
plan-edit-day-taken-out = The day is taken out. Undo brings it back.
plan-edit-moved = { $name } is now { $at } of { $all }
plan-edit-put-in = { $name } is in the plan
plan-edit-undone = Undone
plan-edit-wrong = Not a number that fits here
plan-edit-must-change = Something has to change before this can be saved.
plan-edit-no-signal = No signal. Your edits are kept on this device; save again when it is back.
plan-edit-logged-out = You are logged out. Your edits are kept on this device: log in and come back.
plan-edit-changed-unknown = The plan changed somewhere else, and how could not be looked up. Your edits are kept on this device; try again.
plan-edit-merged = Yours now stands on theirs. Look it over, then save.
plan-edit-theirs = This is the plan as it stands. Yours is kept on this device.
plan-edit-mine-back = Bring mine back
# $at is a day of the week and a time.
plan-edit-edits-back = Your edits from { $at } are back; they are not saved yet.
plan-edit-discard = Discard them

## The plan's editor: finding an exercise
plan-find-looking = Looking…
plan-find-no-signal = No signal: exercises cannot be looked up now. Your edits are kept.
plan-find-nothing = Nothing by that name. You can add your own in the coach or by the API.
# Above a list, with how many there are: what was searched for, what may replace an exercise, and before any search.
plan-find-found = Found: { $n }
plan-find-instead = What can take its place: { $n }
plan-find-first = To begin with: { $n }

## Plates on a bar
# $plates is like 20 + 5 + 2.5.
plates-each-side = { $plates } on each side
plates-bar-alone = The bar alone
plates-nearest = Not with these plates. Nearest: { $load }, { $plates } on each side
plates-nearest-bar = Not with these plates. Nearest: { $load }, the bar alone

## Proposals
proposals-waits = A proposal waits for you
proposals-settled = The proposal is settled
proposals-no-answer = No answer came. If it arrived it is done, and once; trying again is safe.

## What is told of a thing that was sent
queue-ended-elsewhere = This workout was ended elsewhere already. What was sent from here is in it.

## The end of a rest
# A notification's title.
ring-over = Rest is over
ring-on = On. It rings when the rest is over.
ring-no-vibration = This device does not vibrate for pages.
ring-no-notifications = This browser has no notifications. The rest is shown on this page.
ring-not-allowed = The browser does not allow notifications here. The rest is shown on this page; its settings for this site can change that.

## Forms, and leaving
# What was typed before the login ran out.
forms-put-back = What you typed last was not saved. It is back in its place: save it, or reload the page to let it go.
# Before logging out. Two buttons follow.
leave-sets = { $n ->
    [one] { $n } set waits on this device and is not sent yet. It stays here, and is sent once you log in here again.
   *[other] { $n } sets wait on this device and are not sent yet. They stay here, and are sent once you log in here again.
}
leave-changes = Changes of a workout wait on this device and are not sent yet. They stay here, and are sent once you log in here again.
leave-stay = Stay logged in
leave-anyway = Log out all the same
# On the login page.
leave-kept = { $n ->
    [one] { $n } set waits on this device. It is sent once whoever ticked it logs in here.
   *[other] { $n } sets wait on this device. They are sent once whoever ticked them logs in here.
}

## Settings
# The button's word after it has copied a token's secret.
settings-copied = Copied

## Beginning a workout
start-starting = Starting…
start-go-on = Go on with the workout
# What waits to be sent. $focus is a workout's name.
start-of = The start of { $focus }
start-no-copy = No signal, and this device has no copy of the next workout. It can begin when the signal is back.
start-only-next = No signal. Without it, what is next can begin: { $focus }.

## Copies of pages
copies-refused = Pages are not kept for when there is no signal, because the browser refuses it. Keep this one open; what you tick is kept all the same.
copies-need-https = Pages are not kept for when there is no signal, because that needs https. Keep this one open; what you tick is kept all the same.
# One of these two, then when the page is from.
copies-no-answer = The server does not answer.
copies-no-signal = No signal.
copies-as-of = This is as of { $time }.
copies-as-of-day = This is as of { $time }, { $day }.
# A link after it.
copies-show-now = Show it as it is now
copies-no-logout = No signal. Logging out needs the server; nothing was changed.

## The rest timer
timer-rest = Rest { $time }
# $time is how long the rest has been over.
timer-rested = Rested, +{ $time }
# A notification's text. $next is like 60 kg × 8.
timer-next = Next: { $next }
timer-next-finish = Next: finish when you are ready

## The active workout
# $shown is like 60 kg × 8.
workout-logged = Logged { $shown }
workout-taken-back = Taken back
workout-logged-already = That set is logged already.
# $to and $from are exercises.
workout-swapped = { $to } in place of { $from }
workout-taken-out = One set taken out
