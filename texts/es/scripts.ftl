### What the scripts say: notices, announcements and what they draw themselves, by the file that says it.

# Between whole and decimals.
number-decimal = ,

## The suggestion while the page goes by its own plan
# Beside a large number.
aim-reps = reps
aim-warm-up = Calentamiento
aim-from-plan = Del plan de este entrenamiento.
# $time is like 2:30, what is to be rested after the set.
aim-rest = Descanso { $time }

## What waits of a workout, on the first page
first-logged = { $n ->
    [one] 1 serie registrada
   *[other] { $n } series registradas
}
first-ended-here = Terminado aquí, por enviar
first-see = Ver

## Exercises that came into the workout here
another-set = Añadir serie
another-reps = Reps
another-seconds = Segundos
# $name is the exercise that was there before.
another-back = Volver a { $name }

## Cards of sets
# What a set without weight was, here and in the list of what was refused. $n is a number as it was typed.
cards-reps = { $n } reps
cards-sending = Guardada aquí, por enviar.
cards-count = { $done } de { $total } series
cards-weight-wrong = El peso es un número de 0 a { $most } { $units }.
cards-reps-wrong = Las repeticiones son un número entero de 0 a { $most }.
cards-seconds-wrong = Los segundos son un número entero de 0 a { $most }.
cards-taking-back = Deshecha, por enviar.

## Conversations
# Said before a message to those who cannot see whose it is.
chat-you = Tú:
chat-coach = Coach:
chat-sending = Enviando
chat-thinking = Pensando
chat-answering = Respondiendo
# What the coach does right now, then what it did.
# $tool is the name of a tool, as programs write it.
chat-looking-other = Consultando { $tool }
chat-looked-other = Consultó { $tool }
chat-no-signal = Sin conexión. Lo que escribiste sigue en el cuadro.
chat-waiting = Sin conexión, en espera para seguir
chat-stopped = Parado. Lo que estaba diciendo no se guarda.
chat-no-answer = El modelo no respondió.
# Follows the sentence that says what went wrong.
chat-try-again = Inténtalo de nuevo en un momento.

## The copilot's reason for a set
copilot-looking = Lo está mirando
copilot-no-signal = Sin conexión no hay más explicación por ahora. Los números valen: salen de tu plan y de lo que has levantado.
copilot-no-answer = Esta vez no hubo respuesta. Los números valen: salen de tu plan y de lo que has levantado.

## The end of a workout
finish-not-sent = Terminado, aún sin enviar
finish-stop-not-sent = Interrumpido, aún sin enviar
# One of the first two, then the third where the workout was finished, then the last: one after another.
finish-end-waits = El cierre espera en este dispositivo y se enviará cuando haya conexión.
finish-sets-wait = { $n ->
    [one] Una serie y el cierre esperan en este dispositivo y se enviarán en orden cuando haya conexión.
   *[other] { $n } series y el cierre esperan en este dispositivo y se enviarán en orden cuando haya conexión.
}
finish-then-loads = Entonces los próximos pesos se fijarán según las reglas y se mostrarán aquí.
finish-may-close = Puedes cerrar esta página.
# The link after it leads to the workout.
finish-ended-elsewhere = Este entrenamiento se cerró en otro sitio. Incluye lo que se envió desde aquí.
finish-to-today = Ir a Hoy
finish-see-it = Ver

## Requests
http-failed = Eso no funcionó.
http-logged-out = Tu sesión caducó. Entra y vuelve.

## What waits to be sent, and what was refused
# A short mark at the edge of the page, as are those to settle.
pending-waiting = { $n } en espera
pending-to-settle = { $n } por resolver
pending-logged-out = Tu sesión caducó.
pending-logged-out-kept = Tu sesión caducó. Lo que marcaste está guardado aquí y se enviará cuando vuelvas a entrar.
pending-log-in = Entrar
pending-kept-nowhere = Este navegador no guarda nada de esta página. Lo que marques espera solo en esta pestaña: déjala abierta hasta que se envíe.
pending-device-full = Este dispositivo está lleno. Lo que marques se guarda en un sitio más pequeño hasta que se envíe; libera algo de espacio pronto.
pending-no-database = Este navegador no da base de datos a esta página. Lo que marques se guarda en un sitio más sencillo hasta que se envíe.
pending-refused = { $n ->
    [one] { $n } cosa que el servidor no aceptó
   *[other] { $n } cosas que el servidor no aceptó
}
pending-nothing-lost = No se pierde nada: elige con qué te quedas.
# What a refused change is about. $name is an exercise's.
pending-set-of = Serie { $index } de { $name }
pending-workout-change = Un cambio en tu entrenamiento
# Two columns: what was ticked here, beside what the server has or says.
pending-yours = Lo tuyo
pending-servers = Lo del servidor
pending-not-taken = No se aceptó.
# What a refused change was to do.
pending-your-notes = Tus notas: { $notes }
pending-finished = El entrenamiento está terminado
pending-stopped = El entrenamiento está interrumpido
pending-take-back = Deshacer la serie
pending-change = Un cambio
# Buttons.
pending-keep-notes = Conservar mis notas
pending-send-again = Enviar lo mío otra vez
pending-keep-instead = Conservar lo mío
pending-keep-more = Añadir lo mío como otra serie
pending-keep-servers = Conservar lo del servidor
pending-let-go = Descartar lo mío
# After the choice.
pending-servers-stands = Queda lo del servidor.
pending-choose-again = Sin conexión: elige de nuevo cuando vuelva. Se guardan las dos versiones.

## The plan
# Small, after the week's dates. $at is a time of the day.
plan-as-of = al día a las { $at }
plan-changed-as-of = cambiado, al día a las { $at }
plan-as-it-was = sin conexión, como estaba

## The plan's editor: its fields
plan-draw-day = Día
plan-draw-when = Cuándo
plan-draw-any-day = Cualquier día
plan-draw-add = Añadir un ejercicio
# Follows "Add an exercise" for those who cannot see which day it stands in.
plan-draw-add-to = a { $day }
plan-draw-remove-day = Quitar el día
plan-draw-move-up = Subir { $name }
plan-draw-move-down = Bajar { $name }
# Follows what an exercise asks for, as "3 × 8–12", for those who cannot see that it opens.
plan-draw-change = , cambiar { $name }
plan-draw-swap = Cambiar
plan-draw-remove = Quitar
plan-draw-set-by-set = Serie por serie
plan-draw-sets = Series
plan-draw-fewer = Menos series de { $name }
plan-draw-more = Más series de { $name }
plan-draw-superset = Superserie
plan-draw-no-superset = ninguna
plan-draw-rest = Descanso
# After a time, as "1:30 · its own": the rest that the exercise has where the plan says none.
plan-draw-own-rest = el suyo
plan-draw-note = Nota
plan-draw-note-such-as = pausa abajo
# The two ends of a range, each above its field. The second stands there as "to" and is read out whole.
plan-draw-reps-from = Reps desde
plan-draw-reps-to = Reps hasta
plan-draw-seconds-from = Segundos desde
plan-draw-seconds-to = Segundos hasta
plan-draw-to = hasta
# $what is one of the four above, where each set has fields of its own.
plan-draw-of-set = Serie { $n }: { $what }
plan-draw-load = Peso, { $unit }
# In an empty field: what happens where no load, or no RPE, is typed.
plan-draw-auto = auto
plan-draw-no-rpe = libre
plan-draw-rpe = RPE
# In one line with "3 × 8–12".
plan-draw-at-rpe = RPE { $rpe }
plan-draw-in-superset = superserie { $group }
plan-draw-at-rest = descanso { $time }
# Before a sentence of the rules: an error, then a warning.
plan-draw-has-to-change = Hay que cambiarlo:
plan-draw-worth-a-look = Conviene revisarlo:

## The plan's editor: what it does
plan-edit-unsaved = Aún sin guardar, queda en este dispositivo
plan-edit-no-changes = Sin cambios
# Under a day's name: what its exercises take.
plan-edit-minutes = unos { $n } min
plan-edit-to-change = { $n } por cambiar
plan-edit-worth-a-look = { $n } por revisar
plan-edit-add-day = Añadir un día
# Heads the list of exercises that can take its place.
plan-edit-swap = Cambiar { $name }
plan-edit-taken-out = Se quitó { $name }. Con Deshacer vuelve.
plan-edit-day-taken-out = Se quitó el día. Con Deshacer vuelve.
plan-edit-moved = { $name }: ahora { $at } de { $all }
plan-edit-put-in = { $name } ya está en el plan
plan-edit-undone = Deshecho
plan-edit-wrong = Ese número no vale aquí
plan-edit-must-change = Hay que cambiar algo antes de poder guardar.
plan-edit-no-signal = Sin conexión. Tus cambios están guardados en este dispositivo; guarda de nuevo cuando vuelva.
plan-edit-logged-out = Tu sesión está cerrada. Tus cambios están guardados en este dispositivo: entra y vuelve.
plan-edit-changed-unknown = El plan cambió en otro sitio y no se pudo ver cómo. Tus cambios están guardados en este dispositivo; inténtalo de nuevo.
plan-edit-merged = Tus cambios están ahora sobre el plan guardado. Revísalo y guarda.
plan-edit-theirs = Este es el plan guardado. El tuyo queda en este dispositivo.
plan-edit-mine-back = Recuperar lo mío
# $at is a day of the week and a time.
plan-edit-edits-back = Tus cambios ({ $at }) están de vuelta; aún no se han guardado.
plan-edit-discard = Descartarlos

## The plan's editor: finding an exercise
plan-find-looking = Buscando…
plan-find-no-signal = Sin conexión no se pueden buscar ejercicios. Tus cambios están guardados.
plan-find-nothing = Nada con ese nombre. Puedes añadir el tuyo con el coach o por la API.
# Above a list, with how many there are: what was searched for, what may replace an exercise, and before any search.
plan-find-found = Encontrados: { $n }
plan-find-instead = Pueden ocupar su lugar: { $n }
plan-find-first = Para empezar: { $n }

## Plates on a bar
# $plates is like 20 + 5 + 2.5.
plates-each-side = { $plates } por lado
plates-bar-alone = La barra sola
plates-nearest = Con estos discos no sale. Lo más cercano: { $load }, { $plates } por lado
plates-nearest-bar = Con estos discos no sale. Lo más cercano: { $load }, la barra sola

## Proposals
proposals-waits = Una propuesta te espera
proposals-settled = La propuesta está resuelta
proposals-no-answer = No hubo respuesta. Si tu decisión llegó, está aplicada, y una sola vez; puedes reintentarlo sin riesgo.

## What is told of a thing that was sent
queue-ended-elsewhere = Este entrenamiento ya se cerró en otro sitio. Incluye lo que se envió desde aquí.

## The end of a rest
# A notification's title.
ring-over = Se acabó el descanso
ring-on = Activado. Avisa cuando acabe el descanso.
ring-no-vibration = Este dispositivo no deja vibrar a las páginas web.
ring-no-notifications = Este navegador no tiene notificaciones. El descanso se ve en esta página.
ring-not-allowed = El navegador no permite notificaciones aquí. El descanso se ve en esta página; puedes cambiarlo en los ajustes del navegador para este sitio.

## Forms, and leaving
# What was typed before the login ran out.
forms-put-back = Lo último que escribiste no se guardó. Está de nuevo en su sitio: guárdalo, o recarga la página para descartarlo.
# Before logging out. Two buttons follow.
leave-sets = { $n ->
    [one] { $n } serie espera en este dispositivo y aún no se ha enviado. Se queda aquí y se enviará cuando vuelvas a entrar desde aquí.
   *[other] { $n } series esperan en este dispositivo y aún no se han enviado. Se quedan aquí y se enviarán cuando vuelvas a entrar desde aquí.
}
leave-changes = Hay cambios de un entrenamiento que esperan en este dispositivo y aún no se han enviado. Se quedan aquí y se enviarán cuando vuelvas a entrar desde aquí.
leave-stay = Mantener la sesión
leave-anyway = Cerrar sesión igualmente
# On the login page.
leave-kept = { $n ->
    [one] { $n } serie espera en este dispositivo. Se enviará cuando entre aquí quien la marcó.
   *[other] { $n } series esperan en este dispositivo. Se enviarán cuando entre aquí quien las marcó.
}

## Settings
# The button's word after it has copied a token's secret.
settings-copied = Copiado

## Beginning a workout
start-starting = Empezando…
start-go-on = Seguir con el entreno
# What waits to be sent. $focus is a workout's name.
start-of = El inicio de { $focus }
start-no-copy = Sin conexión, y este dispositivo no tiene copia del próximo entrenamiento. Podrás empezarlo cuando vuelva la conexión.
start-only-next = Sin conexión solo puede empezar lo siguiente: { $focus }.

## Copies of pages
copies-refused = Las páginas no se guardan para cuando no haya conexión porque el navegador no lo permite. Deja esta abierta; lo que marques se guarda igualmente.
copies-need-https = Las páginas no se guardan para cuando no haya conexión porque para eso hace falta https. Deja esta abierta; lo que marques se guarda igualmente.
# One of these two, then when the page is from.
copies-no-answer = El servidor no responde.
copies-no-signal = Sin conexión.
copies-as-of = Esto es de las { $time }.
copies-as-of-day = Esto es de las { $time } del { $day }.
# A link after it.
copies-show-now = Ver cómo está ahora
copies-no-logout = Sin conexión. Para cerrar sesión hace falta el servidor; no se cambió nada.

## The rest timer
timer-rest = Descanso { $time }
# $time is how long the rest has been over.
timer-rested = Descanso hecho, +{ $time }
# A notification's text. $next is like 60 kg × 8.
timer-next = Siguiente: { $next }
timer-next-finish = Siguiente: terminar cuando quieras

## The active workout
# $shown is like 60 kg × 8.
workout-logged = Registrada: { $shown }
workout-taken-back = Deshecha
workout-logged-already = Esa serie ya está registrada.
# $to and $from are exercises.
workout-swapped = { $to } en lugar de { $from }
workout-taken-out = Se quitó una serie
