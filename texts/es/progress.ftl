### Progress as pages: strength, muscles against their bands, the body map, records, one lift.

## The week
progress-title = Progreso
progress-week = semana del { $day }
progress-workouts = Entrenos
progress-streak = Semanas seguidas
# $unit is kg or lb.
progress-volume = Volumen, { $unit }

## Strength
progress-strength = Fuerza
# In small letters after the heading "Strength".
progress-strength-what = máximo estimado (1RM)
progress-strength-none = Aún no hay con qué estimar. Tras tus primeras series con peso y 15 reps o menos, cada ejercicio tendrá aquí su línea.
progress-first-estimate = Primera estimación, { $day }
# $change is "+2.5 kg", "−5 kg" or "held".
progress-since = { $change } desde el { $day }
progress-trend = De { $from } el { $day } a { $to } ahora
progress-next = Siguiente: { $weight } × { $reps }
progress-next-bodyweight = Siguiente: peso corporal × { $reps }

## Muscles
progress-muscles = Músculos esta semana
# In small letters after the heading "Muscles this week".
progress-muscles-what = series efectivas frente a tu rango
progress-untrained = Aún no hay series efectivas esta semana. Empieza un entrenamiento: cada serie colorea los músculos que trabaja.
progress-done = Hecho esta semana
progress-planned = En tu plan
progress-planned-none = Nada en tu plan lo trabaja.
progress-choose = Elige un músculo para ver sus series, su rango y sus ejercicios.
progress-muscle = Músculo
progress-sets = Series
progress-band = Rango
progress-so-far = Hasta ahora
# A number of sets with a decimal, as "2.5"; whole ones are count-sets.
progress-part-sets = { $n } series
progress-none-yet = Ninguna aún
progress-none = Ninguna
progress-to-go = { $n } por hacer
progress-counted = Contadas
progress-in-range = En rango
progress-over = { $n } de más
progress-band-range = de { $least } a { $most }
progress-told = { $sets } esta semana; lo ideal, entre { $least } y { $most }.
progress-told-along = { $sets } esta semana, de ejercicios que lo trabajan de paso; como mucho { $most }.

## The body map
progress-map = Mapa del cuerpo, por delante y por detrás: series efectivas de esta semana
progress-map-front = Delante
progress-map-back = Detrás
progress-map-key = Qué indican los tonos
# A muscle of the map: "Chest: 6 sets, 4 to go".
progress-map-muscle = { $muscle }: { $sets }, { $words }
progress-level-none = Ninguna
progress-level-under-half = Menos de la mitad
progress-level-under = Bajo el rango
progress-level-in = En el rango
progress-level-over = Sobre el rango

## Graphs
progress-weeks = Semana a semana
progress-graph-e1rm = Máximo estimado (1RM)
progress-graph-e1rm-words = De { $first } el { $from } a { $last } el { $to }, entre { $least } y { $most }
progress-graph-volume = Volumen, semana a semana
progress-graph-sets = Series efectivas, semana a semana
progress-graph-sets-unit = series
progress-graph-weeks-words = Las últimas { $n } semanas, como máximo { $most }; esta semana { $now }
progress-graph-numbers = Las cifras
# For screen readers, after "The numbers".
progress-graph-numbers-of = de { $title }
# The heading of a column of weeks, each by its Monday.
progress-graph-week-of = Semana del
progress-graph-day = Día

## Records
progress-records = Récords
progress-records-none = Tus mejores marcas quedarán aquí según las vayas superando.
# The estimated one-rep max.
progress-record-e1rm = e1RM { $weight }
progress-record-reps = { $n } reps

## One lift
progress-lift-shell = Un ejercicio
progress-lift-all = Todo el progreso
progress-lift-none = Aún no hay nada registrado. Tras su primera serie de trabajo verás aquí sus mejores marcas y, tras dos días, su línea.
progress-lift-back = Volver al progreso
