### What stands around every page, the way in (setup, login, first questions), failures and safety.

## Around every page
shell-skip = Skip to the content
shell-insecure = This page is not reached over https, so others on the network can read along. Put it behind https and set SPOTTER_PUBLIC_URL.
# Sam is the made-up person of the sample data.
shell-sample = Sam and these twelve weeks are made up, to look around in.
shell-sample-remove = Remove them and begin
# A link follows.
shell-locked = Coaching is stopped. Logging sets still works.
shell-locked-more = What happened, and how to go on
# For screen readers; the account's name follows.
shell-settings-of = Settings of
# Names the navigation.
shell-places = Places

## Login and setup
shell-log-in = Log in
shell-name = Name
shell-password = Password
# A command follows.
shell-login-forgotten = Forgotten? Whoever runs this Spotter can set a new one:
shell-login-wrong = The name or the password is wrong.
# The window's title.
shell-welcome = Welcome
shell-setup-title = Welcome to Spotter
shell-setup-lead = Make your account. It stays on this machine, like everything else.
shell-setup-password-hint = At least 8 characters. A sentence is easier to keep than a riddle.
shell-setup-create = Create account
shell-setup-sample-hint = Or look around first: twelve weeks of someone who does not exist. Making them takes some seconds; they go at one tap.
shell-setup-sample = Try it with sample data
# “setup:” follows, and then the next text.
shell-setup-printed = There is no account yet. When Spotter started, it printed a line that begins with
shell-setup-open-link = in its terminal. Open that link once; it brings you here with its key.
shell-setup-restart = Nothing in the terminal any more? Stop Spotter and start it again: it prints a new link as long as no account exists.
shell-setup-other-link = This link is not the one that was printed last.

## First questions
shell-welcome-questions = A few questions
# Small, after “Six questions”.
shell-welcome-then = then your week
shell-welcome-goal = What do you train for?
shell-welcome-experience = How long have you lifted?
shell-welcome-days = How many days a week?
shell-welcome-minutes = How many minutes for a workout?
shell-welcome-equipment = What do you have?
shell-welcome-equipment-hint = The plan uses nothing else.
shell-welcome-weigh = What do you weigh?
shell-welcome-weigh-hint = For exercises that lift your body. You may leave it empty.
shell-welcome-bodyweight = Bodyweight
# A link follows: “Bring your history along”, then a full stop.
shell-welcome-coming-from = Coming from Strong or Hevy?
shell-welcome-later = Everything here can be changed later.
shell-welcome-skip = Skip this
shell-welcome-make-plan = Make my plan

## A form that could not be taken

## When a page fails: a title, and what was kept
shell-error-nothing-here = Nothing here
shell-error-nothing-here-kept = Your training is untouched.
shell-error-moved-on = That has moved on
shell-error-moved-on-kept = Nothing was changed. Go back and look at how it stands now.
shell-error-did-not-fit = That did not fit
shell-error-did-not-fit-kept = Nothing was changed. Go back: what you typed is still there.
shell-error-locked-kept = Logging sets goes on working.
shell-error-too-many = A moment, please
shell-error-too-many-kept = Nothing was changed. Try again shortly.
shell-error-did-not-work = That did not work
shell-error-did-not-work-kept = Every set that was ticked is kept. Try again in a moment.
shell-error-not-possible = That is not possible
shell-error-not-possible-kept = Nothing was changed.
# An address that only takes a form was opened like a page.
shell-error-what-happened = What happened
shell-error-to-today = Go to Today

## Safety
shell-safety = Safety
shell-coaching-stopped = Coaching is stopped
shell-safety-clear = All clear
shell-safety-mentioned = You mentioned something that a coach must not train through.
# $flag is one of the signs below.
shell-safety-mentioned-flag = You mentioned something that a coach must not train through ({ $flag }).
shell-safety-what-to-do = If it is happening now, stop and call your emergency number. If it has passed, have it looked at before you train hard again.
shell-safety-since = Since { $when }. Logging sets goes on working, and so does everything you wrote.
shell-safety-resolved = It has been looked at or it is over, and I want coaching back.
shell-safety-on = Coaching is on.
# Which languages red flags are heard in.
shell-safety-heard = Red flags are heard in what is written in English. Whatever you write in: with chest pain, fainting or anything like it, stop and call your emergency number.
shell-safety-go-on = Go on with coaching
# A link to the page Today.
shell-safety-today = Today

## Signs that stop coaching
shell-flag-chest-pain = chest pain
shell-flag-fainting = fainting
shell-flag-dizziness-balance = dizziness balance
shell-flag-saddle-numbness = saddle numbness
shell-flag-bladder-bowel = bladder bowel
shell-flag-dark-urine = dark urine
shell-flag-pregnancy-bleeding = pregnancy bleeding
shell-flag-pregnancy-fluid = pregnancy fluid
shell-flag-pregnancy-contractions = pregnancy contractions

## The installed app, and the page of a place that has no copy here
shell-about = A strength coach on your own machine.
shell-away = No signal
shell-away-about = There is no copy of this page on this device yet. What you ticked is kept here and is sent when the signal is back.
shell-away-again = Try again
shell-away-workout = Your workout
shell-away-plan = Your plan
