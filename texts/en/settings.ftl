### Settings and the import of a file.

## Settings
settings-title = Settings
settings-save-profile = Save profile
settings-log-out = Log out

## Said after something was done
settings-told-profile = Your profile is saved. Plan and loads follow it.
settings-told-note = The note is kept.
settings-told-unnoted = The note is gone.
settings-told-token = The token is revoked.
settings-told-login = That login is ended.
settings-told-import = Your workouts are here. Progress and plan rest on them.
settings-told-password = Your password is changed; other logins are ended.

## The profile
settings-profile = You and your training
settings-experience = Experience
settings-goal = Goal
settings-days = Days a week
# Which muscles share a day.
settings-split = Split
settings-units = Units
settings-language = Language
# A choice beside the languages' own names.
settings-language-auto = As the browser says
settings-minutes = Minutes a workout
settings-bodyweight = Bodyweight
settings-birth-year = Year of birth
settings-time-zone = Time zone
settings-weekdays = On these days
settings-weekdays-hint = As many as days a week, or none to spread them.
settings-equipment = What you have
settings-equipment-hint = The plan uses nothing else. Bodyweight is always there.
settings-limitations = What to spare
# “It” is a part of the body.
settings-limitations-hint = Exercises that load it are left out.
settings-movements = Movements to leave out
settings-movements-hint = No exercise of this kind is planned.
# $text is what was typed.

## What can be loaded
settings-loads = What can be loaded
settings-loads-hint = The least load and the least step, in { $units }; of a barbell its bar and the pairs of plates beside it. Suggestions and steppers follow it. Empty takes the usual.
settings-loads-equipment = Equipment
settings-loads-least = Least
settings-loads-step = Step
settings-plates = Pairs of plates
settings-load-least = Least load, { $equipment }
settings-load-step = Step, { $equipment }
settings-load-plates = Pairs of plates, { $equipment }, separated by commas

## What you can lift
settings-lifts = What you can lift
settings-lifts-hint = Where you know it, the plan begins with it instead of feeling its way.
# $lift: “Back squat: 95 kg × 8”.
settings-lift-drop = Take away
settings-lift-exercise = Exercise
# The choice that adds no lift.
settings-lift-none = None to add
settings-lift-weight = Weight
# Small, after “Weight”.
settings-lift-weight-units = { $units }, without your body
settings-lift-reps = Reps to the last one possible

## Standing notes
settings-notes = Standing notes
settings-notes-hint = What the coach keeps in mind with every answer, for example: no early mornings. It can propose a note too; only what you confirm is kept.
# Below a note: who wrote it.
settings-note-by-you = by you
settings-note-by-coach = by the coach, confirmed by you
# A button; the next text follows it for screen readers.
settings-note-delete = Delete
settings-note-delete-which = the note { $note }
settings-note-new = A new note
settings-note-keep = Keep it

## API tokens
settings-new-token = Your new token
settings-new-token-hint = It is shown this once. Keep it like a password.
settings-copy = Copy
settings-tokens = API tokens
settings-no-tokens = None. A token lets a script or another program in, with the scopes you give it.
settings-token-for-ever = for ever
settings-token-until = until { $when }
settings-token-not-used = not used yet
settings-token-used = used { $when }
# A button; the token's name follows for screen readers.
settings-token-revoke = Revoke
settings-token-name = Name
settings-token-days = Days it lasts
# Small, after “Days it lasts”.
settings-token-days-hint = empty for ever
# Above the choices read, write, talk to the coach.
settings-token-may = May
settings-scope-read = read
settings-scope-write = write
settings-scope-talk = talk to the coach
# Short for “talk to the coach”, in the list of tokens.
settings-scope-agent = agent
settings-token-create = Create token

## Logins
settings-logins = Where you are logged in
settings-login-agent = { $browser } on { $system }
settings-login-since = since { $when }
settings-login-seen = seen { $when }
# This very login.
settings-login-here = here
# A button; the browser's name follows for screen readers.
settings-login-end = End

## Password
settings-password = Password
settings-password-now = The one now
settings-password-new = The new one
settings-password-change = Change password
settings-password-hint = Every other login ends.

## Your data
settings-data = Your data
# A link follows: “its runs”, then a full stop.
settings-coach-did = What the coach did, turn by turn:
settings-coach-runs = its runs
settings-export-json = Everything, as JSON
settings-export-csv = Sets, as CSV
# A heading here, a link on the page of first questions.
settings-bring-history = Bring your history along
settings-import-hint = A CSV export of Strong or Hevy, at most 12 MB. You see first what it comes to; nothing is taken in before you say so, and nothing twice.
settings-import-file = File
# The label of a choice of units.
settings-import-units = Weights without a unit are
# The label of a choice; the next two go on with it.
settings-import-unknown = Exercises that Spotter does not know
settings-import-unknown-create = become my own
settings-import-unknown-skip = are left out
# The label of a choice; the next two go on with it.
settings-import-likely = Names that are only likely the same
settings-import-likely-accept = are taken for it
settings-import-likely-unknown = count as not known
settings-import-look = Look at it first

## Deleting the account
settings-delete = Delete the account
settings-delete-everything = Delete everything of yours here
settings-delete-hint = Profile, plans, workouts, conversations, tokens: all of it, at once and for good. Take your data along first, above.
settings-delete-password = Your password
settings-delete-mine = Delete my account

## Import: what a file comes to
settings-import = Import
settings-import-nothing = There is nothing new in this file.
settings-import-one = One set is new.
settings-import-new = { $workouts ->
    [one] { $sets } sets in one workout are new.
   *[other] { $sets } sets in { $workouts } workouts are new.
}
settings-import-known = { $sets ->
    [one] One set is here already.
   *[other] { $sets } sets are here already.
}
# The heads of a table: an exercise's name in the file, what it becomes, how sure that is, how many sets.
settings-import-in-file = In the file
settings-import-becomes = Becomes
settings-import-how-sure = How sure
settings-import-sets = Sets
settings-import-own = your own exercise
settings-import-left-out = left out
# How sure it is that two names mean the same exercise.
settings-import-same = the same
settings-import-maybe = likely
settings-import-not-known = not known
settings-import-not-taken = Not taken
settings-import-line = Line { $n }
settings-import-more = And { $n } more.
settings-import-take-in = Take it in
settings-import-back = Back
