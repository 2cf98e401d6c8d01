### Settings and the import of a file.

## Settings
settings-title = Einstellungen
settings-save-profile = Profil speichern
settings-log-out = Abmelden

## Said after something was done
settings-told-profile = Dein Profil ist gespeichert. Plan und Gewichte richten sich danach.
settings-told-note = Die Notiz ist gespeichert.
settings-told-unnoted = Die Notiz ist gelöscht.
settings-told-token = Der Token ist widerrufen.
settings-told-login = Diese Anmeldung ist beendet.
settings-told-import = Deine Trainings sind da. Fortschritt und Plan bauen darauf auf.
settings-told-password = Dein Passwort ist geändert; andere Anmeldungen sind beendet.

## The profile
settings-profile = Du und dein Training
settings-experience = Erfahrung
settings-goal = Ziel
settings-days = Tage pro Woche
# Which muscles share a day.
settings-split = Split
settings-units = Gewichtseinheit
settings-language = Sprache
# A choice beside the languages' own names.
settings-language-auto = Wie im Browser
settings-minutes = Minuten pro Training
settings-bodyweight = Körpergewicht
settings-birth-year = Geburtsjahr
settings-time-zone = Zeitzone
settings-weekdays = An diesen Tagen
settings-weekdays-hint = So viele wie Tage pro Woche; ohne Auswahl werden sie verteilt.
settings-equipment = Was du hast
settings-equipment-hint = Der Plan nutzt nichts anderes. Körpergewicht geht immer.
settings-limitations = Was du schonen willst
# “It” is a part of the body.
settings-limitations-hint = Übungen, die das belasten, fallen weg.
settings-movements = Bewegungen, die wegbleiben
settings-movements-hint = Übungen dieser Art kommen nicht in den Plan.
# $text is what was typed.

## What can be loaded
settings-loads = Welche Gewichte du hast
settings-loads-hint = Das kleinste Gewicht und der kleinste Schritt, in { $units }; bei der Langhantel die Stange und darunter die Scheibenpaare. Vorschläge und die Tasten − und + richten sich danach. Bleibt es leer, gilt das Übliche.
settings-loads-equipment = Gerät
settings-loads-least = Kleinstes
settings-loads-step = Schritt
settings-plates = Scheibenpaare
settings-load-least = Kleinstes Gewicht, { $equipment }
settings-load-step = Schritt, { $equipment }
settings-load-plates = Scheibenpaare, { $equipment }, durch Leerzeichen getrennt

## What you can lift
settings-lifts = Was du schaffst
settings-lifts-hint = Wo du es weißt, fängt der Plan damit an, statt sich heranzutasten.
# $lift: “Back squat: 95 kg × 8”.
settings-lift-drop = Entfernen
settings-lift-exercise = Übung
# The choice that adds no lift.
settings-lift-none = Keine weitere
settings-lift-weight = Gewicht
# Small, after “Weight”.
settings-lift-weight-units = { $units }, ohne deinen Körper
settings-lift-reps = Wiederholungen, bis keine mehr geht

## Standing notes
settings-notes = Feste Notizen
settings-notes-hint = Was der Coach bei jeder Antwort im Kopf behält, zum Beispiel: nicht frühmorgens. Er kann auch eine Notiz vorschlagen; behalten wird nur, was du bestätigst.
# Below a note: who wrote it.
settings-note-by-you = von dir
settings-note-by-coach = vom Coach, von dir bestätigt
# A button; the next text follows it for screen readers.
settings-note-delete = Löschen
settings-note-delete-which = Notiz: { $note }
settings-note-new = Neue Notiz
settings-note-keep = Merken

## API tokens
settings-new-token = Dein neuer Token
settings-new-token-hint = Er wird nur dieses eine Mal gezeigt. Behandle ihn wie ein Passwort.
settings-copy = Kopieren
settings-tokens = API-Tokens
settings-no-tokens = Keine. Mit einem Token kommt ein Skript oder ein anderes Programm herein, mit den Rechten, die du ihm gibst.
settings-token-for-ever = unbefristet
settings-token-until = bis { $when }
settings-token-not-used = noch nicht benutzt
settings-token-used = zuletzt { $when }
# A button; the token's name follows for screen readers.
settings-token-revoke = Widerrufen
settings-token-name = Name
settings-token-days = Tage gültig
# Small, after “Days it lasts”.
settings-token-days-hint = leer: unbefristet
# Above the choices read, write, talk to the coach.
settings-token-may = Darf
settings-scope-read = lesen
settings-scope-write = schreiben
settings-scope-talk = mit dem Coach sprechen
# Short for “talk to the coach”, in the list of tokens.
settings-scope-agent = Coach
settings-token-create = Token erstellen

## Logins
settings-logins = Wo du angemeldet bist
settings-login-agent = { $browser } auf { $system }
settings-login-since = seit { $when }
settings-login-seen = zuletzt { $when }
# This very login.
settings-login-here = hier
# A button; the browser's name follows for screen readers.
settings-login-end = Beenden

## Password
settings-password = Passwort
settings-password-now = Aktuelles Passwort
settings-password-new = Neues Passwort
settings-password-change = Passwort ändern
settings-password-hint = Jede andere Anmeldung endet.

## Your data
settings-data = Deine Daten
# A link follows: “its runs”, then a full stop.
settings-coach-did = Was der Coach getan hat, im Einzelnen:
settings-coach-runs = seine Durchläufe
settings-export-json = Alles als JSON
settings-export-csv = Sätze als CSV
# A heading here, a link on the page of first questions.
settings-bring-history = Bring deine Trainings mit
settings-import-hint = Ein CSV-Export aus Strong oder Hevy, höchstens 12 MB. Du siehst zuerst, was darin steckt; übernommen wird erst, wenn du es sagst, und nichts doppelt.
settings-import-file = Datei
# The label of a choice of units.
settings-import-units = Gewichte ohne Einheit sind in
# The label of a choice; the next two go on with it.
settings-import-unknown = Übungen, die Spotter nicht kennt,
settings-import-unknown-create = werden zu eigenen
settings-import-unknown-skip = bleiben weg
# The label of a choice; the next two go on with it.
settings-import-likely = Namen, die nur wahrscheinlich passen,
settings-import-likely-accept = gelten als dieselbe Übung
settings-import-likely-unknown = gelten als unbekannt
settings-import-look = Erst ansehen

## Deleting the account
settings-delete = Konto löschen
settings-delete-everything = Alles von dir hier löschen
settings-delete-hint = Profil, Pläne, Trainings, Gespräche, Tokens: alles auf einmal und endgültig. Nimm deine Daten vorher mit, weiter oben.
settings-delete-password = Dein Passwort
settings-delete-mine = Mein Konto löschen

## Import: what a file comes to
settings-import = Import
settings-import-nothing = In dieser Datei ist nichts Neues.
settings-import-one = Ein Satz ist neu.
settings-import-new = { $workouts ->
    [one] { $sets } Sätze in einem Training sind neu.
   *[other] { $sets } Sätze in { $workouts } Trainings sind neu.
}
settings-import-known = { $sets ->
    [one] Ein Satz ist schon da.
   *[other] { $sets } Sätze sind schon da.
}
# The heads of a table: an exercise's name in the file, what it becomes, how sure that is, how many sets.
settings-import-in-file = In der Datei
settings-import-becomes = Wird zu
settings-import-how-sure = Wie sicher
settings-import-sets = Sätze
settings-import-own = eigene Übung
settings-import-left-out = bleibt weg
# How sure it is that two names mean the same exercise.
settings-import-same = gleich
settings-import-maybe = wahrscheinlich
settings-import-not-known = unbekannt
settings-import-not-taken = Nicht übernommen
settings-import-line = Zeile { $n }
settings-import-more = Und { $n } weitere.
settings-import-take-in = Übernehmen
settings-import-back = Zurück
