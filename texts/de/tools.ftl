### What is said of the agents' tools, each text `tool-NAME-KIND`: what the coach is doing and what it did; of one
### that proposes, what it is preparing instead of doing, the card's title, what a confirm has done (executed), what it is in a list (outcome) and the way
### to where it can be seen (seen-at).

## getProfile
tool-getProfile-doing = Sieht sich dein Profil an
tool-getProfile-done = Dein Profil angesehen

## getExercises
tool-getExercises-doing = Sieht sich Übungen an
tool-getExercises-done = Übungen gesucht

## getWeeklyPlan
tool-getWeeklyPlan-doing = Sieht sich deinen Plan an
tool-getWeeklyPlan-done = Deinen Plan angesehen

## draftWeeklyPlan
tool-draftWeeklyPlan-doing = Sieht sich einen Planentwurf an
tool-draftWeeklyPlan-done = Einen Plan entworfen

## getProgress
tool-getProgress-doing = Sieht sich deinen Fortschritt an
tool-getProgress-done = Deinen Fortschritt angesehen

## saveWeeklyPlan
tool-saveWeeklyPlan-preparing = Bereitet einen Plan vor
tool-saveWeeklyPlan-done = Einen Plan vorgeschlagen
tool-saveWeeklyPlan-title = Neuer Wochenplan
tool-saveWeeklyPlan-executed = Gespeichert. Das ist ab jetzt dein Plan.
tool-saveWeeklyPlan-outcome = Wochenplan
tool-saveWeeklyPlan-seen-at = Zum Plan

## updateProfile
tool-updateProfile-preparing = Bereitet eine Änderung am Profil vor
tool-updateProfile-done = Eine Profiländerung vorgeschlagen
tool-updateProfile-title = Änderung am Profil
tool-updateProfile-executed = In deinem Profil gespeichert.
tool-updateProfile-outcome = Profil
tool-updateProfile-seen-at = Zum Profil

## getSession
tool-getSession-doing = Sieht sich dieses Training an
tool-getSession-done = Dieses Training angesehen

## suggestNextSet
tool-suggestNextSet-doing = Sieht sich den nächsten Satz an
tool-suggestNextSet-done = Den nächsten Satz berechnen lassen

## logSet
tool-logSet-preparing = Bereitet einen Satz vor
tool-logSet-done = Einen Satz vorgeschlagen
tool-logSet-title = Satz zum Eintragen
tool-logSet-executed = Eingetragen.
tool-logSet-outcome = Satz

## swapExercise
tool-swapExercise-preparing = Bereitet eine andere Übung vor
tool-swapExercise-done = Eine andere Übung vorgeschlagen
tool-swapExercise-title = Andere Übung
tool-swapExercise-executed = Getauscht.
tool-swapExercise-outcome = Tausch
tool-swapExercise-seen-at = Training fortsetzen
