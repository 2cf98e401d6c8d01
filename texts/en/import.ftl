### Importing another program's file: why it, or a line of it, is not taken.

## Why a whole file is not taken. Names of columns stay as the other program writes them.
reason-import-empty = The file is empty.
reason-import-utf16 = The file is UTF-16 text; save it as UTF-8.
reason-import-not-text = The file is not text, so it is no CSV export.
reason-import-not-utf8 = Line { $line } is not UTF-8 text; save the file as UTF-8.
reason-import-header-unreadable = The header cannot be read.
reason-import-foreign = The first line does not name the columns of an export that can be read ({ $programs }); it reads: { $text }.
reason-import-columns-missing = The columns { $first } and { $second } are needed, and one is missing.

## Why a line of a file is not taken. Whatever its cell says is quoted.
reason-import-row-unreadable = The row cannot be read.
reason-import-quote-open = A quote opens on line { $line } and is never closed, so this row cannot be read.
reason-import-not-a-number = “{ $text }” is not a number.
reason-import-load-range = The load must be 0 to { $most_kg }.
reason-import-reps-range = Repetitions must be a whole number, 0 to { $most }.
reason-import-seconds-range = Seconds must be 0 to { $most }.
reason-import-rpe-range = RPE must be 1 to 10.
reason-import-no-unit = “{ $text }” is no unit; kg and lbs are.
reason-import-no-kind = “{ $text }” is no kind of set that is known.
reason-import-not-a-date = “{ $text }” is not a date that can be read.
reason-import-impossible-day = “{ $text }” is no day on which this can have been lifted.
reason-import-neither = “{ $text }” is neither true nor false.
reason-import-no-id = It is no id of a session or set of an export.
reason-import-exercise-name = The exercise's name must have 1 to { $most } characters.
reason-import-distance-alone = It has a distance alone; repetitions or seconds are kept.
reason-import-nothing-counted = It has neither repetitions nor seconds.
reason-import-most-sets = A workout keeps { $most } sets of an exercise.
reason-import-timed-without-seconds = { $exercise } is timed, and the row has no seconds.
reason-import-counted-without-reps = { $exercise } counts repetitions, and the row has none.
