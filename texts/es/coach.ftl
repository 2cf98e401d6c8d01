### The coach: the conversation, past conversations, and its runs.

## Coach
# The page's name, and who speaks.
coach-name = Coach
# Who speaks: the person.
coach-you = Tú
# In place of a model's name.
coach-built-in = coach integrado, reglas fijas
# A link to past conversations.
coach-history = Historial
# A run is one turn of the coach: what it looked at, proposed and cost.
coach-runs = Turnos
coach-new-chat = Nuevo chat
coach-conversation = Conversación
coach-answering = El coach está respondiendo
coach-stop = Parar
coach-look-again = Ver si ya hay respuesta
coach-your-message = Tu mensaje
coach-ask-hint = Pregunta o di qué cambiar
coach-send = Enviar
# While coaching is stopped, in place of the way to send: a sentence above the box, a button beside it.
coach-stopped = El coach está en pausa hasta que digas que está resuelto. Puedes seguir registrando series.
coach-stopped-way = Cómo seguir
# Beside “Your plan”: a link.
coach-open-plan = abrir

## First messages to tap: each is sent as it stands
coach-ideas = ¿Por dónde empezamos?
coach-lead = Conoce tu perfil, tu plan y tu progreso. Propone; tú decides.
coach-idea-plan = Hazme un plan de 4 días, torso y pierna
coach-idea-short = Tengo 40 minutos y solo mancuernas
coach-idea-held = ¿Por qué se mantiene el peso de mi press de banca?
coach-idea-progress = ¿Cómo voy?
coach-idea-next = ¿Qué toca ahora?

## What the coach can see
coach-sees = Qué puede ver el coach
coach-place-rules = Reglas fijas en este servidor; nada sale de él.
coach-place-here = { $model } responde en este mismo servidor; nada sale de él.
coach-place-away = { $model } responde en { $host }: allí se envía lo que escribes y lo que consulta de esta lista.
coach-your-profile = Tu perfil
coach-your-plan = Tu plan
coach-your-progress = Tu progreso
# Beside “Your progress”.
coach-your-progress-now = series semanales, ejercicios, récords
coach-workout = El entrenamiento en curso
# Beside “The workout at hand”.
coach-workout-now = lo previsto y lo registrado en él
coach-your-notes = Tus notas permanentes
coach-sees-nothing-else = Nada más: ni contraseñas, ni tokens, ni a nadie más que a ti. No cambia nada hasta que confirmas.

## Past conversations
coach-conversations = Conversaciones
# Small, after “Conversations”.
coach-conversations-with = con tu coach
# A button; the conversation's title follows for screen readers.
coach-delete = Borrar
coach-no-conversations = Aún no hay ninguna. Cada conversación con el coach queda aquí, para leerla de nuevo o seguir con ella.
coach-begin-new = Empezar una nueva

## Lists of conversations and of runs
# In place of what was said, where there were no words.
coach-without-words = Sin palabras
# Names the links to newer and older ones.
coach-pages = Páginas
coach-newest = Más recientes
coach-older = Anteriores
coach-nothing-older = No hay nada anterior.

## Runs
# Small, after “Runs”.
coach-runs-what = cada turno de tu coach
coach-no-runs = Aún no hay ninguno. Cuando le preguntes algo al coach, su turno quedará aquí: qué consultó, qué propuso y en qué quedó.
coach-ask = Preguntar al coach
# After the number of steps; the number of tokens comes with its digits in groups.
coach-run-token-count = { $n } tokens

## What became of a run
coach-run-at-work = Trabajando
coach-run-waits = Te espera
coach-run-finished = Terminado
coach-run-failed = Falló
coach-run-stopped = Parado

## One run
coach-run = Turno
coach-run-ended = terminó el { $when }
# The number of steps stands below.
coach-run-steps = Pasos
# How long it worked stands below.
coach-run-worked = Tiempo
coach-run-tokens = Tokens
coach-run-tokens-parts = { $read } leídos, { $written } escritos
coach-run-step = Paso { $n }
# $time: “1.2 s”.
coach-step-answered = Respondió tras { $time }.
# $calls: “2 calls” (of tools).
coach-step-spoke-and-called = Tras { $time } habló e hizo { $calls }.
coach-step-called = Tras { $time } hizo { $calls }.
coach-run-no-steps = El modelo no dio ningún paso.
coach-run-fixed-answer = El modelo no dio ningún paso: la respuesta era un texto fijo.
coach-all-runs = Todos los turnos
coach-open-conversation = Abrir la conversación

## Calls of tools
coach-call-ok = bien
coach-call-failed = falló
coach-call-open = sin ejecutar
# In place of what a tool does, where the model called one that there is not.
coach-call-no-tool = No existe esa herramienta
# When the person decided on what the call proposed.
coach-call-decided = decidido tras { $time }

## What was proposed, and what became of it
coach-outcome-change = Cambio
coach-outcome-waits = te espera
coach-outcome-confirmed = se confirmó
coach-outcome-failed = no se pudo hacer
coach-outcome-declined = se rechazó
coach-outcome-expired = caducó
# Another proposal took its place.
coach-outcome-superseded = se sustituyó
