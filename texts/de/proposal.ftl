### What the coach proposes, as a card: what goes, what comes, and the decision on it.

## The page
proposal-title = Vorschlag
proposal-back = Zurück zum Coach

## What it is about
proposal-other = Änderung
proposal-untouched = Nichts ändert sich, bevor du bestätigst.
# $moment: "Mon 23 Nov, 18:05".
proposal-until = Der Vorschlag gilt bis { $moment }.
# The heading over what was proposed, once it is decided.
proposal-what-it-was = Was es war

## What became of it
proposal-expired = Die Zeit ist abgelaufen. Nichts wurde geändert.
proposal-declined = Abgelehnt. Nichts wurde geändert.
proposal-superseded = Etwas Neueres ist an seine Stelle getreten. Nichts wurde geändert.
proposal-failed = Es ging nicht, und nichts wurde geändert.
proposal-confirmed = Bestätigt und erledigt.

## Deciding
proposal-edit = Ändern
proposal-edit-hint = Bestätigt den Vorschlag, wie er hier steht; es gelten dieselben Regeln.
proposal-edit-hint-plan = Mit 0 Sätzen fällt eine Übung weg.
proposal-edit-confirm = So bestätigen
proposal-why-not = Warum nicht
proposal-optional = Optional
proposal-confirm = Bestätigen
proposal-decline = Ablehnen
# Takes the place of "Decline" once the reason can be given: back to the choice.
proposal-decline-not = Zurück
# Fields of a set, and the units beside them.
proposal-weight = Gewicht
proposal-reps = Anzahl
proposal-seconds = Sekunden
proposal-unit-reps = Wdh.
proposal-unit-sets = Sätze

## What goes and what comes
# Read out before each line, whose colour says it.
proposal-goes = Fällt weg:
proposal-comes = Kommt dazu:
proposal-changes = Ändert sich:
proposal-balance = Sätze pro Woche, vorher → nachher
proposal-balanced = Die Sätze pro Woche bleiben für jeden Muskel gleich.
proposal-split = Split
# What is said of a day, several of them with commas between: "new, on Monday".
proposal-day-new = neu
proposal-day-goes = fällt weg
proposal-day-from-to = von { $from } auf { $to }
proposal-day-on = am { $weekday }
proposal-day-was-on = war am { $weekday }
# $focus: what the day was about before, "Upper A".
proposal-day-was = vorher { $focus }
proposal-day-same = dieselben Übungen
proposal-day-reordered = in anderer Reihenfolge
proposal-in-workout = In diesem Training
proposal-stay-logged = { $n ->
    [one] 1 Satz bleibt eingetragen
   *[other] { $n } Sätze bleiben eingetragen
}
# $weight: "40 kg".
proposal-sets-with = { $n ->
    [one] 1 Satz mit { $weight }
   *[other] { $n } Sätze mit { $weight }
}
proposal-set-line = { $exercise }, Satz { $n }
proposal-warmup-line = { $exercise }, Aufwärmsatz { $n }
proposal-notes = Feste Notizen
# A value of the profile.
proposal-none = leer
proposal-minutes = { $n } min
# What a kind of equipment can be loaded with: "Barbell: least 20 kg, step 2.5 kg", then its plates.
proposal-loads = { $equipment }: ab { $least }, Schritt { $step }
proposal-plates = Scheiben { $plates }
# In the place of its name, where that is not at hand.
proposal-own-exercise = Eine eigene Übung
proposal-yes = ja
proposal-no = nein

## The weeks to come
proposal-futures = Die nächsten { $n } Wochen, drei Verläufe
proposal-futures-hint = Wenn jeder Satz klappt, wenn in jedem dritten Training eine Wiederholung fehlt (gemischt) oder wenn in jedem eine fehlt.
proposal-futures-caption = { $lift }, erste und letzte Woche
proposal-week-by-week = Woche für Woche
proposal-week = Woche
