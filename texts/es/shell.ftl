### What stands around every page, the way in (setup, login, first questions), failures and safety.

## Around every page
shell-skip = Ir al contenido
shell-insecure = Esta página no llega por https, así que otros en la red pueden leer lo que pasa por ella. Ponla detrás de https y define SPOTTER_PUBLIC_URL.
# Sam is the made-up person of the sample data.
shell-sample = Sam y estas doce semanas son inventados, para que eches un vistazo.
shell-sample-remove = Quitarlos y empezar
# A link follows.
shell-locked = El coach está en pausa. Puedes seguir registrando series.
shell-locked-more = Qué pasó y cómo seguir
# For screen readers; the account's name follows.
shell-settings-of = Ajustes de
# Names the navigation.
shell-places = Secciones

## Login and setup
shell-log-in = Entrar
shell-name = Nombre
shell-password = Contraseña
# A command follows.
shell-login-forgotten = ¿La olvidaste? Quien administra este Spotter puede poner una nueva:
shell-login-wrong = El nombre o la contraseña no son correctos.
# The window's title.
shell-welcome = Bienvenida
shell-setup-title = Te damos la bienvenida a Spotter
shell-setup-lead = Crea tu cuenta. Se queda en este servidor, como todo lo demás.
shell-setup-password-hint = Al menos 8 caracteres. Una frase se recuerda mejor que un acertijo.
shell-setup-create = Crear cuenta
shell-setup-sample-hint = O echa antes un vistazo: doce semanas de alguien que no existe. Crearlas lleva unos segundos; se quitan con un toque.
shell-setup-sample = Probar con datos de ejemplo
# “setup:” follows, and then the next text.
shell-setup-printed = Todavía no hay ninguna cuenta. Al arrancar, Spotter escribió una línea que empieza por
shell-setup-open-link = en su terminal. Abre ese enlace una vez; te trae aquí con su clave.
shell-setup-restart = ¿Ya no se ve allí? Detén Spotter y vuelve a arrancarlo: escribe un enlace nuevo mientras no haya ninguna cuenta.
shell-setup-other-link = Este enlace no es el último que se escribió.

## First questions
shell-welcome-questions = Unas preguntas
# Small, after “Six questions”.
shell-welcome-then = y luego tu semana
shell-welcome-goal = ¿Para qué entrenas?
shell-welcome-experience = ¿Qué experiencia tienes?
shell-welcome-days = ¿Cuántos días por semana?
shell-welcome-minutes = ¿Cuántos minutos por entrenamiento?
shell-welcome-equipment = ¿Qué tienes?
shell-welcome-equipment-hint = El plan no usa nada más.
shell-welcome-weigh = ¿Cuánto pesas?
shell-welcome-weigh-hint = Para los ejercicios en los que levantas tu cuerpo. Puedes dejarlo vacío.
shell-welcome-bodyweight = Peso corporal
# A link follows: “Bring your history along”, then a full stop.
shell-welcome-coming-from = ¿Vienes de Strong o Hevy?
shell-welcome-later = Aquí todo se puede cambiar más tarde.
shell-welcome-skip = Saltar esto
shell-welcome-make-plan = Crear mi plan

## A form that could not be taken

## When a page fails: a title, and what was kept
shell-error-nothing-here = Aquí no hay nada
shell-error-nothing-here-kept = Tu entrenamiento está intacto.
shell-error-moved-on = Eso ya cambió
shell-error-moved-on-kept = No se cambió nada. Vuelve atrás y mira cómo está ahora.
shell-error-did-not-fit = Eso no encaja
shell-error-did-not-fit-kept = No se cambió nada. Vuelve atrás: lo que escribiste sigue ahí.
shell-error-locked-kept = Puedes seguir registrando series.
shell-error-too-many = Un momento, por favor
shell-error-too-many-kept = No se cambió nada. Inténtalo de nuevo en un momento.
shell-error-did-not-work = Eso no funcionó
shell-error-did-not-work-kept = Todas las series marcadas están guardadas. Inténtalo de nuevo en un momento.
shell-error-not-possible = Eso no es posible
shell-error-not-possible-kept = No se cambió nada.
# An address that only takes a form was opened like a page.
shell-error-what-happened = Qué pasó
shell-error-to-today = Ir a Hoy

## Safety
shell-safety = Seguridad
shell-coaching-stopped = El coach está en pausa
shell-safety-clear = Todo en orden
shell-safety-mentioned = Mencionaste algo con lo que un coach no debe hacerte entrenar.
# $flag is one of the signs below.
shell-safety-mentioned-flag = Mencionaste algo con lo que un coach no debe hacerte entrenar ({ $flag }).
shell-safety-what-to-do = Si está pasando ahora, detente y llama al número de emergencias de tu país. Si ya pasó, haz que te lo revisen antes de volver a entrenar fuerte.
shell-safety-since = Desde el { $when }. Puedes seguir registrando series, y todo lo que escribiste sigue ahí.
shell-safety-resolved = Me lo han revisado o ya pasó, y quiero que vuelva el coach.
shell-safety-on = El coach está activo.
# Which languages red flags are heard in.
shell-safety-heard = Por ahora Spotter solo reconoce señales de alarma escritas en inglés. Escribas en el idioma que escribas: con dolor en el pecho, desmayos o algo parecido, detente y llama al número de emergencias de tu país.
shell-safety-go-on = Seguir con el coach
# A link to the page Today.
shell-safety-today = Hoy

## Signs that stop coaching
shell-flag-chest-pain = dolor en el pecho
shell-flag-fainting = desmayo
shell-flag-dizziness-balance = mareo con problemas de equilibrio
shell-flag-saddle-numbness = entumecimiento entre las piernas o en las nalgas
shell-flag-bladder-bowel = cambios en el control de la vejiga o el intestino
shell-flag-dark-urine = orina oscura
shell-flag-pregnancy-bleeding = sangrado en el embarazo
shell-flag-pregnancy-fluid = pérdida de líquido en el embarazo
shell-flag-pregnancy-contractions = contracciones en el embarazo

## The installed app, and the page of a place that has no copy here
shell-about = Un coach de fuerza en tu propio servidor.
shell-away = Sin conexión
shell-away-about = Todavía no hay copia de esta página en este dispositivo. Lo que marcaste está guardado aquí y se enviará cuando vuelva la conexión.
shell-away-again = Reintentar
shell-away-workout = Tu entreno
shell-away-plan = Tu plan
