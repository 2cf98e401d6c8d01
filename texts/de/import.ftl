### Importing another program's file: why it, or a line of it, is not taken.

## Why a whole file is not taken. Names of columns stay as the other program writes them.
reason-import-empty = Die Datei ist leer.
reason-import-utf16 = Die Datei ist Text in UTF-16; speichere sie als UTF-8.
reason-import-not-text = Die Datei ist kein Text, also kein CSV-Export.
reason-import-not-utf8 = Zeile { $line } ist kein Text in UTF-8; speichere die Datei als UTF-8.
reason-import-header-unreadable = Die Kopfzeile lässt sich nicht lesen.
reason-import-foreign = Die erste Zeile nennt nicht die Spalten eines Exports, der gelesen werden kann ({ $programs }); dort steht: { $text }.
reason-import-columns-missing = Die Spalten { $first } und { $second } werden gebraucht, und eine fehlt.

## Why a line of a file is not taken. Whatever its cell says is quoted.
reason-import-row-unreadable = Die Zeile lässt sich nicht lesen.
reason-import-quote-open = In Zeile { $line } öffnet sich ein Anführungszeichen, das nie geschlossen wird; diese Zeile lässt sich nicht lesen.
reason-import-not-a-number = „{ $text }“ ist keine Zahl.
reason-import-load-range = Das Gewicht muss 0 bis { $most_kg } sein.
reason-import-reps-range = Wiederholungen müssen eine ganze Zahl sein, 0 bis { $most }.
reason-import-seconds-range = Sekunden müssen 0 bis { $most } sein.
reason-import-rpe-range = RPE muss 1 bis 10 sein.
reason-import-no-unit = „{ $text }“ ist keine Einheit; kg und lbs sind welche.
reason-import-no-kind = „{ $text }“ ist keine bekannte Art von Satz.
reason-import-not-a-date = „{ $text }“ ist kein Datum, das sich lesen lässt.
reason-import-impossible-day = „{ $text }“ ist kein Tag, an dem das trainiert worden sein kann.
reason-import-neither = „{ $text }“ ist weder wahr noch falsch.
reason-import-no-id = Das ist keine ID eines Trainings oder Satzes aus einem Export.
reason-import-exercise-name = Der Name der Übung braucht 1 bis { $most } Zeichen.
reason-import-distance-alone = Da steht nur eine Strecke; gespeichert werden Wiederholungen oder Sekunden.
reason-import-nothing-counted = Da stehen weder Wiederholungen noch Sekunden.
reason-import-most-sets = Ein Training fasst { $most } Sätze einer Übung.
reason-import-timed-without-seconds = { $exercise } geht auf Zeit, und die Zeile hat keine Sekunden.
reason-import-counted-without-reps = { $exercise } zählt Wiederholungen, und die Zeile hat keine.
