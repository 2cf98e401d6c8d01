### The plan as pages: the week, its editor, its versions, the weeks to come; and what progress says in the same words.

## Plan and progress
plan-go-on = Training fortsetzen
plan-start = { $focus } starten
plan-start-free = Freies Training starten

## The week
plan-title = Plan
plan-weeks = Wochen
plan-this-week = Diese Woche
plan-week-before = Woche davor
plan-week-after = Woche danach
plan-edit = Bearbeiten
# The link to the plan's versions, and that page's heading, where "of your plan" follows it in small letters.
plan-versions = Versionen
plan-print = Drucken
# After the day: "Tue 24 Nov rest".
plan-rest-day = Ruhetag
plan-superset = Supersatz { $group }
plan-weekly-sets = Sätze pro Woche und Muskel
plan-ask = Plan mit dem Coach ändern
plan-back-to-week = Zurück zu dieser Woche
plan-saved = Gespeichert. Das ist ab jetzt dein Plan.
plan-restored = Diese Version ist wieder dein Plan. Den vorigen findest du unter den Versionen.
plan-source-generated = aus deinem Profil erstellt
plan-source-user = von dir geschrieben
plan-source-coach = mit dem Coach erstellt
plan-source-restored = von früher zurückgeholt

## An exercise of a day: "RPE 8 · rest 2:30"
plan-rpe = RPE { $rpe }
plan-rest = Pause { $time }

## A day of a week
plan-today = Heute
plan-any-day = Jederzeit
plan-minutes = { $n } min
plan-day-done = Geschafft
plan-day-missed = Verpasst
plan-day-upcoming = Steht an

## The editor
plan-edit-title = Plan bearbeiten
plan-back = Zurück zum Plan
# "… Without them you can [bring back an earlier version], [have the coach change the plan] or [change days, … in your profile]."
plan-edit-no-scripts = Zum Bearbeiten braucht es Skripte, und die sind hier aus. Ohne sie kannst du
plan-edit-bring-back = eine frühere Version zurückholen
plan-edit-ask = den Plan vom Coach ändern lassen
plan-edit-or = oder
plan-edit-profile = Tage, Minuten und Ausrüstung in deinem Profil ändern
plan-edit-week = Die ganze Woche
plan-edit-add = Übung hinzufügen
plan-edit-close = Schließen
plan-edit-search = Nach Namen suchen
plan-edit-search-such-as = Rudern, Kniebeuge, Curl
plan-edit-save = Plan speichern
plan-edit-undo = Rückgängig

## The plan changed while it was edited
plan-moved-shell = Der Plan ist schon weiter
plan-moved-title = Der Plan hat sich geändert, während du ihn bearbeitet hast
plan-moved-told = Er wurde inzwischen an anderer Stelle gespeichert. Von dir geht nichts verloren, und von dort wird nichts überschrieben.
plan-moved-mine = Was du geändert hast
plan-moved-mine-none = Nichts, was man sieht.
plan-moved-theirs = Was sich inzwischen geändert hat
plan-moved-theirs-none = Am Plan selbst nichts.
plan-moved-overlaps = Das wurde hier und dort geändert. Übernimmst du deine Änderungen, gilt deine Fassung:
plan-moved-take-mine = Meine Änderungen übernehmen
plan-moved-take-theirs = Neuen Stand ansehen

## Versions
plan-versions-shell = Versionen des Plans
# In small letters after the heading "Versions".
plan-versions-of = deines Plans
plan-version = Version { $n }
plan-version-now = dein aktueller Plan
plan-version-see = Ansehen
# For screen readers, after "See it,".
plan-version-see-which = Version { $n }
plan-version-compare = Vergleichen
# For screen readers, after "Compare".
plan-version-compare-which = Version { $n } mit deinem aktuellen Plan
plan-versions-pages = Seiten
plan-versions-newest = Neueste
plan-versions-older = Ältere
plan-versions-none = Noch keine Version gespeichert: Dein Plan kommt aus deinem Profil. Bearbeite ihn oder bestätige einen mit dem Coach, dann bleibt jede Version hier, zum Vergleichen und Zurückholen.
plan-versions-no-older = Weiter zurück gibt es nichts.

## One version
plan-version-shell = Eine Version des Plans
plan-version-current = Das ist dein aktueller Plan.
plan-version-all = Alle Versionen
plan-version-errors = So, wie es bei dir gerade steht, lässt sie sich nicht zurückholen:
plan-version-diff = Was das Zurückholen ändert
plan-version-same = Nichts: Sie ist wie dein aktueller Plan.
plan-version-restore = Version { $n } zurückholen
plan-version-moved = Der Plan hat sich inzwischen geändert, darum wurde nichts zurückgeholt. So steht er jetzt.

## A lift in three futures
plan-future-success = Läuft gut
plan-future-mixed = Gemischt
plan-future-miss = Es hakt
plan-future-reps = Wdh.
# The picture in words: "Row, 3 weeks from 60 kg: goes well to 65 kg, mixed to 62.5 kg, misses to 55 kg".
plan-future-words = { $lift }, { $weeks } ab { $from }: { $told }
plan-future-success-to = wenn es gut läuft bis { $to }
plan-future-mixed-to = gemischt bis { $to }
plan-future-miss-to = wenn es hakt bis { $to }
