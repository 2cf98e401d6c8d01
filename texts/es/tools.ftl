### What is said of the agents' tools, each text `tool-NAME-KIND`: what the coach is doing and what it did; of one
### that proposes, what it is preparing instead of doing, the card's title, what a confirm has done (executed), what it is in a list (outcome) and the way
### to where it can be seen (seen-at).

## getProfile
tool-getProfile-doing = Consultando tu perfil
tool-getProfile-done = Miró tu perfil

## getExercises
tool-getExercises-doing = Consultando ejercicios
tool-getExercises-done = Buscó ejercicios

## getWeeklyPlan
tool-getWeeklyPlan-doing = Consultando tu plan
tool-getWeeklyPlan-done = Miró tu plan

## draftWeeklyPlan
tool-draftWeeklyPlan-doing = Consultando un borrador de plan
tool-draftWeeklyPlan-done = Hizo un borrador de plan

## getProgress
tool-getProgress-doing = Consultando tu progreso
tool-getProgress-done = Miró tu progreso

## saveWeeklyPlan
tool-saveWeeklyPlan-preparing = Preparando un plan
tool-saveWeeklyPlan-done = Propuso un plan
tool-saveWeeklyPlan-title = Un nuevo plan semanal
tool-saveWeeklyPlan-executed = Guardado. Este es tu plan a partir de ahora.
tool-saveWeeklyPlan-outcome = Plan semanal
tool-saveWeeklyPlan-seen-at = Ver el plan

## updateProfile
tool-updateProfile-preparing = Preparando un cambio en tu perfil
tool-updateProfile-done = Propuso un cambio en tu perfil
tool-updateProfile-title = Un cambio en tu perfil
tool-updateProfile-executed = Guardado en tu perfil.
tool-updateProfile-outcome = Perfil
tool-updateProfile-seen-at = Ver tu perfil

## getSession
tool-getSession-doing = Consultando este entrenamiento
tool-getSession-done = Miró este entrenamiento

## suggestNextSet
tool-suggestNextSet-doing = Consultando la próxima serie
tool-suggestNextSet-done = Pidió el cálculo de la próxima serie

## logSet
tool-logSet-preparing = Preparando una serie
tool-logSet-done = Propuso una serie
tool-logSet-title = Una serie por registrar
tool-logSet-executed = Registrada.
tool-logSet-outcome = Serie

## swapExercise
tool-swapExercise-preparing = Preparando otro ejercicio
tool-swapExercise-done = Propuso otro ejercicio
tool-swapExercise-title = Otro ejercicio
tool-swapExercise-executed = Cambiado.
tool-swapExercise-outcome = Cambio de ejercicio
tool-swapExercise-seen-at = Seguir con el entreno
