### The plan as pages: the week, its editor, its versions, the weeks to come; and what progress says in the same words.

## Plan and progress
plan-go-on = Seguir con el entreno
plan-start = Empezar { $focus }
plan-start-free = Empezar entreno libre

## The week
plan-title = Plan
plan-weeks = Semanas
plan-this-week = Esta semana
plan-week-before = Semana anterior
plan-week-after = Semana siguiente
plan-edit = Editar a mano
# The link to the plan's versions, and that page's heading, where "of your plan" follows it in small letters.
plan-versions = Versiones
plan-print = Imprimir
# After the day: "Tue 24 Nov rest".
plan-rest-day = descanso
plan-superset = Superserie { $group }
plan-weekly-sets = Series semanales por músculo
plan-ask = Cambiar el plan con el coach
plan-back-to-week = Volver a esta semana
plan-saved = Guardado. Este es tu plan a partir de ahora.
plan-restored = Esa versión vuelve a ser tu plan. La anterior queda entre las versiones.
plan-source-generated = hecho según tu perfil
plan-source-user = escrito por ti
plan-source-coach = hecho con el coach
plan-source-restored = recuperado

## An exercise of a day: "RPE 8 · rest 2:30"
plan-rpe = RPE { $rpe }
plan-rest = descanso { $time }

## A day of a week
plan-today = Hoy
plan-any-day = Cualquier día
plan-minutes = { $n } min
plan-day-done = Hecho
plan-day-missed = Sin hacer
plan-day-upcoming = Por venir

## The editor
plan-edit-title = Editar el plan
plan-back = Volver al plan
# "… Without them you can [bring back an earlier version], [have the coach change the plan] or [change days, … in your profile]."
plan-edit-no-scripts = Para editar a mano hacen falta scripts, y aquí están desactivados. Sin ellos puedes
plan-edit-bring-back = recuperar una versión anterior
plan-edit-ask = pedirle al coach que cambie el plan
plan-edit-or = o
plan-edit-profile = cambiar días, minutos y material en tu perfil
plan-edit-week = La semana en conjunto
plan-edit-add = Añadir un ejercicio
plan-edit-close = Cerrar
plan-edit-search = Buscar por nombre
plan-edit-search-such-as = remo, sentadilla, curl
plan-edit-save = Guardar el plan
plan-edit-undo = Deshacer

## The plan changed while it was edited
plan-moved-shell = El plan ya es otro
plan-moved-title = El plan cambió mientras editabas
plan-moved-told = Entretanto se guardó desde otro sitio. No se pierde nada tuyo ni se sobrescribe nada de lo guardado.
plan-moved-mine = Lo que cambiaste
plan-moved-mine-none = Nada que se vea.
plan-moved-theirs = Lo que cambió entretanto
plan-moved-theirs-none = Nada en el plan en sí.
plan-moved-overlaps = Esto cambió en los dos lados. Si aplicas tus cambios, queda lo tuyo:
plan-moved-take-mine = Aplicar mis cambios
plan-moved-take-theirs = Ver el plan guardado

## Versions
plan-versions-shell = Versiones del plan
# In small letters after the heading "Versions".
plan-versions-of = de tu plan
plan-version = Versión { $n }
plan-version-now = tu plan actual
plan-version-see = Ver
# For screen readers, after "See it,".
plan-version-see-which = versión { $n }
plan-version-compare = Comparar
# For screen readers, after "Compare".
plan-version-compare-which = la versión { $n } con tu plan actual
plan-versions-pages = Páginas
plan-versions-newest = Más recientes
plan-versions-older = Anteriores
plan-versions-none = Aún no hay versiones guardadas: tu plan sale de tu perfil. Edítalo o confirma uno con el coach, y cada versión quedará aquí para compararla y recuperarla.
plan-versions-no-older = No hay nada anterior.

## One version
plan-version-shell = Una versión del plan
plan-version-current = Este es tu plan actual.
plan-version-all = Todas las versiones
plan-version-errors = Con tu perfil actual no se puede recuperar:
plan-version-diff = Qué cambia si la recuperas
plan-version-same = Nada: es igual que tu plan actual.
plan-version-restore = Recuperar la versión { $n }
plan-version-moved = El plan cambió mientras lo mirabas, así que no se recuperó nada. Así está ahora.

## A lift in three futures
plan-future-success = Va bien
plan-future-mixed = A medias
plan-future-miss = Va corto
plan-future-reps = reps
# The picture in words: "Row, 3 weeks from 60 kg: goes well to 65 kg, mixed to 62.5 kg, misses to 55 kg".
plan-future-words = { $lift }, { $weeks } desde { $from }: { $told }
plan-future-success-to = a { $to } si va bien
plan-future-mixed-to = a { $to } si va a medias
plan-future-miss-to = a { $to } si va corto
