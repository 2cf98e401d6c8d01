### What is wrong with a field that was sent.

## Any field. `allowed` lists what could be sent, as it is typed.
reason-input-missing = Dieses Feld wird gebraucht.
reason-input-invalid = Dieser Wert passt hier nicht.
reason-input-no-such-field = Dieses Feld gibt es nicht; die Felder sind: { $allowed }.
reason-input-no-such-entry = Diesen Eintrag gibt es nicht; die Einträge sind: { $allowed }.
reason-input-one-of = Hier muss eines davon stehen: { $allowed }.
reason-input-wrong-type =
    { $wanted ->
        [integer] Hier muss eine ganze Zahl stehen.
        [number] Hier muss eine Zahl stehen.
        [boolean] Hier muss true oder false stehen.
        [string] Hier muss ein Text stehen.
        [array] Hier muss eine Liste stehen.
        [object] Hier muss ein Objekt stehen.
       *[other] Hier muss etwas anderes stehen.
    }
reason-input-none-of-the-types = Hier muss einer dieser Typen stehen: { $allowed }.
reason-input-none-of-the-forms = Das hat keine der Formen, die es haben darf.
reason-input-not-an-object = Schick ein JSON-Objekt.
reason-input-not-a-date = Hier muss ein Datum stehen, etwa 2026-03-16.
reason-input-not-a-time = Hier muss ein Zeitpunkt mit Zeitzone stehen, etwa 2026-03-16T12:00:00Z.
reason-input-not-a-uuid = Schick eine UUID mit Bindestrichen, Version 7.
reason-input-not-a-monday = week_start muss ein Montag sein; { $day } liegt in der Woche ab { $monday }.
reason-input-nul = Ein Text enthält ein NUL-Zeichen.
reason-input-number-too-large = Diese Zahl ist größer als jede, die hier angenommen wird.
reason-input-between = Erlaubt ist { $least } bis { $most }.
reason-input-at-least = Erlaubt ist { $least } oder mehr.
reason-input-at-most = Erlaubt ist höchstens { $most }.
reason-input-load-between = Erlaubt sind { $least_kg } bis { $most_kg }.
reason-input-load-at-least = Erlaubt sind { $least_kg } oder mehr.
reason-input-load-at-most = Erlaubt sind höchstens { $most_kg }.
reason-input-fewest-entries =
    { $least ->
        [one] Mindestens { $least } Eintrag.
       *[other] Mindestens { $least } Einträge.
    }
reason-input-most-entries =
    { $most ->
        [one] Höchstens { $most } Eintrag.
       *[other] Höchstens { $most } Einträge.
    }
reason-input-fewest-characters =
    { $least ->
        [one] Mindestens { $least } Zeichen.
       *[other] Mindestens { $least } Zeichen.
    }
reason-input-most-characters =
    { $most ->
        [one] Höchstens { $most } Zeichen.
       *[other] Höchstens { $most } Zeichen.
    }
reason-input-most-characters-no-nul = Höchstens { $most } Zeichen, kein NUL darunter.
reason-input-message-length = 1 bis { $most } Zeichen, kein NUL darunter.
reason-input-text-length = 1 bis { $most } Zeichen, kein Steuerzeichen darunter.
reason-input-each-once = Nenn jedes nur einmal.
reason-input-once = Gib das nur einmal an.
reason-input-query = Diese Abfrage lässt sich nicht lesen.
reason-input-cursor = Schick einen next_cursor so, wie er kam.
reason-input-cursor-of-search = Schick einen next_cursor so, wie er kam, an dieselbe Suche.
reason-input-limit = Frag nach 1 bis { $most } Einträgen.
reason-input-no-such-exercise = Diese Übung gibt es nicht.
# What a model sent to a tool.
reason-input-arguments-broken = Die Argumente sind kein gültiges JSON: Der Fehler steht in Zeile { $line }, Spalte { $column }.
reason-input-above-cap = Das ist mehr, als jetzt vorgeschlagen werden darf ({ $most_kg }). Die Person kann es von Hand eintragen.
reason-input-lift-by-hand = So viel trägt nur die Person selbst ein, in den Einstellungen.
reason-input-same-plan = Das ist der Plan, der schon gilt.
reason-input-same-profile = Das ändert nichts am Profil.

## The profile and the bodyweight
reason-profile-time-zone = Nimm einen IANA-Namen wie Europe/Berlin.
reason-profile-weekdays-once = Nenn jeden Wochentag nur einmal.
reason-profile-weekdays-count = Nenn so viele Wochentage wie days_per_week, oder gar keinen.
reason-profile-note-empty = In einer Notiz muss etwas stehen.
reason-profile-most-plates = Höchstens { $most } Scheiben.
# A date such as 2026-03-16.
reason-bodyweight-in-the-future = Dieser Tag kommt erst noch; bei dir ist heute der { $today }.
reason-bodyweight-too-long-ago = Dieser Tag liegt zu lange zurück.

## Exercises of one's own, and swaps
reason-exercise-group-slug = Nimm kleine Buchstaben, Ziffern und Bindestriche, 1 bis { $most }.
reason-exercise-muscle-missing = Nenn mindestens einen Muskel.
reason-exercise-equipment-missing = Nenn, was man dafür braucht; bodyweight, wenn es nichts ist.
reason-exercise-muscle-twice = Ein Muskel ist Haupt- oder Nebenmuskel, nicht beides.
reason-exercise-rest-range = Eine Pause dauert höchstens { $most } Sekunden.
reason-exercise-rank-range = Ein Rang ist 1 bis { $most }.
reason-exercise-range-reversed = Der Bereich steht verkehrt herum.
reason-swap-unknown-exercise = Keine Übung hat die ID { $id }.
reason-swap-duplicate = { $exercise } ist schon in diesem Training.
reason-swap-equipment = { $exercise } braucht Ausrüstung, die du nicht hast.
reason-swap-contraindicated = { $exercise } ist wegen deiner Einschränkung ausgeschlossen: { $limitation }.

## Workouts and sets
reason-session-no-such-day = Diesen Tag hat der Plan nicht.
reason-session-not-prescribed = Dieses Training sieht diese Übung nicht vor.
reason-session-only-the-last-set = Nur der letzte Satz lässt sich streichen, solange er offen und nicht der einzige ist.
reason-session-exercise-done = { $exercise } ist fertig.
reason-session-notes-length = Notizen dürfen { $most } Zeichen haben, kein NUL darunter.
reason-set-index-range = Sätze haben die Nummern 1 bis { $most }.
reason-set-reps-range = Wiederholungen sind 0 bis { $most }.
reason-set-seconds-range = Sekunden sind 0 bis { $most }.
reason-set-load-range = Das Gewicht ist 0 bis { $most_kg }.
reason-set-rpe-range = RPE ist 1 bis 10 in halben Schritten.
reason-set-note-length = Eine Notiz darf { $most } Zeichen haben, kein NUL darunter.
reason-set-timed-needs-seconds = Diese Übung geht auf Zeit: schick duration_seconds.
reason-set-timed-has-no-reps = Diese Übung geht auf Zeit: lass reps weg.
reason-set-needs-reps = Schick reps.
reason-set-counts-reps = Diese Übung zählt Wiederholungen.
reason-set-read-only = Das lässt sich nicht ändern: lösch den Satz und trag einen anderen ein.

## Plans and forecasts
reason-plan-no-such-version = Diese Version gibt es nicht.
reason-plan-edit-huge = Der Plan ist viel größer, als eine Woche fassen kann.
reason-simulation-weeks = Frag nach { $least } bis { $most } Wochen.

## Accounts and tokens
reason-account-name-length = Der Name braucht 1 bis { $most } Zeichen, keine Steuerzeichen darunter.
reason-account-password-length = Das Passwort braucht { $least } bis { $most } Zeichen.
reason-token-name-length = Der Name braucht 1 bis { $most } Zeichen.
reason-token-scopes-empty = Gib mindestens eines davon an: read, write, agent.
reason-token-days-range = Tage müssen 1 bis { $most } sein.
reason-token-end-range = Ein Token endet später als jetzt, und innerhalb von { $most } Tagen.
reason-token-days-or-end = Schick days oder expires_at, nicht beides.

## Forms of pages. Whatever was typed is quoted.
reason-form-not-a-number = „{ $text }“ ist keine Zahl.
reason-form-number-does-not-fit = „{ $text }“ ist keine Zahl, die hier passt.
reason-form-language-unknown = „{ $text }“ wird hier nicht gesprochen.
reason-form-token-days = Die Tage müssen eine ganze Zahl sein oder leer bleiben.
reason-form-wrong-password = Dein aktuelles Passwort ist ein anderes.
reason-form-delete-wrong-password = Nichts wurde gelöscht: Das Passwort ist ein anderes.
reason-form-import-gone = So lange wurde die Datei nicht aufgehoben. Wähle sie noch einmal.
reason-form-key-needed = Diesem Formular fehlt sein Schlüssel. Öffne die Seite neu und versuch es noch einmal.
reason-form-unreadable = Das Formular ließ sich nicht lesen.
reason-form-no-plan = Was der Editor geschickt hat, ist kein Plan. Öffne ihn noch einmal.
reason-form-how-it-ends = Sag, wie das Training endet.
reason-form-setup-link-needed = Öffne den Einrichtungslink, den Spotter im Terminal ausgegeben hat.
reason-form-other-method = Unter dieser Adresse gibt es keine Seite; hierher führt nur ein Formular von Spotter.
