### What is wrong with a field that was sent.

## Any field. `allowed` lists what could be sent, as it is typed.
reason-input-missing = This field is needed.
reason-input-invalid = This value is not one that is taken here.
reason-input-no-such-field = There is no such field; the fields are: { $allowed }.
reason-input-no-such-entry = There is no such entry; the entries are: { $allowed }.
reason-input-one-of = This must be one of: { $allowed }.
reason-input-wrong-type =
    { $wanted ->
        [integer] This must be a whole number.
        [number] This must be a number.
        [boolean] This must be true or false.
        [string] This must be a text.
        [array] This must be a list.
        [object] This must be an object.
       *[other] This must be something else.
    }
reason-input-none-of-the-types = This must be one of these types: { $allowed }.
reason-input-none-of-the-forms = This has none of the forms it may have.
reason-input-not-an-object = Send a JSON object.
reason-input-not-a-date = This must be a date such as 2026-03-16.
reason-input-not-a-time = This must be a time with its offset, such as 2026-03-16T12:00:00Z.
reason-input-not-a-uuid = Send a UUID with hyphens, version 7.
reason-input-not-a-monday = week_start must be a Monday; { $day } is in the week of { $monday }.
reason-input-nul = A text holds a NUL character.
reason-input-number-too-large = This number is larger than any that is taken.
reason-input-between = This must be between { $least } and { $most }.
reason-input-at-least = This must be at least { $least }.
reason-input-at-most = This must be at most { $most }.
reason-input-load-between = This must be between { $least_kg } and { $most_kg }.
reason-input-load-at-least = This must be at least { $least_kg }.
reason-input-load-at-most = This must be at most { $most_kg }.
reason-input-fewest-entries =
    { $least ->
        [one] At least { $least } entry.
       *[other] At least { $least } entries.
    }
reason-input-most-entries =
    { $most ->
        [one] At most { $most } entry.
       *[other] At most { $most } entries.
    }
reason-input-fewest-characters =
    { $least ->
        [one] At least { $least } character.
       *[other] At least { $least } characters.
    }
reason-input-most-characters =
    { $most ->
        [one] At most { $most } character.
       *[other] At most { $most } characters.
    }
reason-input-most-characters-no-nul = At most { $most } characters, none of them NUL.
reason-input-message-length = 1 to { $most } characters, none of them NUL.
reason-input-text-length = 1 to { $most } characters, none of them a control.
reason-input-each-once = Name each once.
reason-input-once = Say this once.
reason-input-query = This query cannot be read.
reason-input-cursor = Send a next_cursor as it came.
reason-input-cursor-of-search = Send a next_cursor as it came, to the same search.
reason-input-limit = Ask for 1 to { $most } entries.
reason-input-no-such-exercise = There is no such exercise.
# What a model sent to a tool.
reason-input-arguments-broken = The arguments are not valid JSON: they go wrong at line { $line }, column { $column }.
reason-input-above-cap = This is above what may be proposed now ({ $most_kg }). The person can log it by hand.
reason-input-lift-by-hand = So much is written by the person alone, in the settings.
reason-input-same-plan = This is the plan that stands already.
reason-input-same-profile = This changes nothing in the profile.

## The profile and the bodyweight
reason-profile-time-zone = Use an IANA name such as Europe/Berlin.
reason-profile-weekdays-once = Name each weekday once.
reason-profile-weekdays-count = Name as many weekdays as days_per_week, or none.
reason-profile-note-empty = A note must say something.
reason-profile-most-plates = At most { $most } plates.
# A date such as 2026-03-16.
reason-bodyweight-in-the-future = This day is still to come; today is { $today } where you are.
reason-bodyweight-too-long-ago = This day is too long ago.

## Exercises of one's own, and swaps
reason-exercise-group-slug = Use small letters, digits and hyphens, 1 to { $most }.
reason-exercise-muscle-missing = Name at least one muscle.
reason-exercise-equipment-missing = Name what it needs; bodyweight for nothing at all.
reason-exercise-muscle-twice = A muscle is primary or secondary, not both.
reason-exercise-rest-range = A rest is at most { $most } seconds.
reason-exercise-rank-range = A rank is 1 to { $most }.
reason-exercise-range-reversed = The range runs the wrong way round.
reason-swap-unknown-exercise = No exercise has the id { $id }.
reason-swap-duplicate = { $exercise } is in this workout already.
reason-swap-equipment = { $exercise } needs equipment you do not have.
reason-swap-contraindicated = { $exercise } is ruled out by your limitation: { $limitation }.

## Workouts and sets
reason-session-no-such-day = The plan has no such day.
reason-session-not-prescribed = This workout does not prescribe this exercise.
reason-session-only-the-last-set = Only the last set can be taken out, while it is open and not the only one.
reason-session-exercise-done = { $exercise } is done.
reason-session-notes-length = Notes may have { $most } characters, none of them NUL.
reason-set-index-range = Sets are numbered 1 to { $most }.
reason-set-reps-range = Repetitions are 0 to { $most }.
reason-set-seconds-range = Seconds are 0 to { $most }.
reason-set-load-range = The load is 0 to { $most_kg }.
reason-set-rpe-range = RPE is 1 to 10 in halves.
reason-set-note-length = A note may have { $most } characters, none of them NUL.
reason-set-timed-needs-seconds = This exercise is timed: send duration_seconds.
reason-set-timed-has-no-reps = This exercise is timed: leave reps out.
reason-set-needs-reps = Send reps.
reason-set-counts-reps = This exercise counts repetitions.
reason-set-read-only = This cannot change: delete the set and log another.

## Plans and forecasts
reason-plan-no-such-version = There is no such version.
reason-plan-edit-huge = The plan is far beyond what a week can hold.
reason-simulation-weeks = Ask for { $least } to { $most } weeks.

## Accounts and tokens
reason-account-name-length = The name must have 1 to { $most } characters, none of them control characters.
reason-account-password-length = The password must have { $least } to { $most } characters.
reason-token-name-length = The name must have 1 to { $most } characters.
reason-token-scopes-empty = Give at least one of read, write, agent.
reason-token-days-range = Days must be 1 to { $most }.
reason-token-end-range = A token ends later than now, and within { $most } days.
reason-token-days-or-end = Send days or expires_at, not both.

## Forms of pages. Whatever was typed is quoted.
reason-form-not-a-number = “{ $text }” is not a number.
reason-form-number-does-not-fit = “{ $text }” is not a number that fits here.
reason-form-language-unknown = “{ $text }” is no language that is spoken here.
reason-form-token-days = Days must be a whole number, or empty.
reason-form-wrong-password = The password you have now is a different one.
reason-form-delete-wrong-password = Nothing was deleted: the password is a different one.
reason-form-import-gone = The file was not kept so long. Choose it again.
reason-form-key-needed = This form has no key of its own. Open the page again and repeat it.
reason-form-unreadable = The form could not be read.
reason-form-no-plan = What the editor sent is no plan. Open it again.
reason-form-how-it-ends = Say how the workout ends.
reason-form-setup-link-needed = Open the setup link that Spotter printed in its terminal.
reason-form-other-method = There is no page at this address; only a form of Spotter leads here.
