### What is wrong with a field that was sent.

## Any field. `allowed` lists what could be sent, as it is typed.
reason-input-missing = Este campo hace falta.
reason-input-invalid = Este valor no vale aquí.
reason-input-no-such-field = No existe ese campo; los campos son: { $allowed }.
reason-input-no-such-entry = No existe esa entrada; las entradas son: { $allowed }.
reason-input-one-of = Esto debe ser uno de: { $allowed }.
reason-input-wrong-type =
    { $wanted ->
        [integer] Esto debe ser un número entero.
        [number] Esto debe ser un número.
        [boolean] Esto debe ser true o false.
        [string] Esto debe ser un texto.
        [array] Esto debe ser una lista.
        [object] Esto debe ser un objeto.
       *[other] Esto debe ser otra cosa.
    }
reason-input-none-of-the-types = Esto debe ser de uno de estos tipos: { $allowed }.
reason-input-none-of-the-forms = Esto no tiene ninguna de las formas que puede tener.
reason-input-not-an-object = Envía un objeto JSON.
reason-input-not-a-date = Esto debe ser una fecha, como 2026-03-16.
reason-input-not-a-time = Esto debe ser una hora con su zona, como 2026-03-16T12:00:00Z.
reason-input-not-a-uuid = Envía un UUID con guiones, versión 7.
reason-input-not-a-monday = week_start debe ser un lunes; { $day } está en la semana del { $monday }.
reason-input-nul = Un texto contiene un carácter NUL.
reason-input-number-too-large = Este número es mayor que cualquiera que se acepte.
reason-input-between = Debe estar entre { $least } y { $most }.
reason-input-at-least = Debe ser al menos { $least }.
reason-input-at-most = Debe ser como máximo { $most }.
reason-input-load-between = Debe estar entre { $least_kg } y { $most_kg }.
reason-input-load-at-least = Debe ser al menos { $least_kg }.
reason-input-load-at-most = Debe ser como máximo { $most_kg }.
reason-input-fewest-entries =
    { $least ->
        [one] Al menos { $least } entrada.
       *[other] Al menos { $least } entradas.
    }
reason-input-most-entries =
    { $most ->
        [one] Como máximo { $most } entrada.
       *[other] Como máximo { $most } entradas.
    }
reason-input-fewest-characters =
    { $least ->
        [one] Al menos { $least } carácter.
       *[other] Al menos { $least } caracteres.
    }
reason-input-most-characters =
    { $most ->
        [one] Como máximo { $most } carácter.
       *[other] Como máximo { $most } caracteres.
    }
reason-input-most-characters-no-nul = Como máximo { $most } caracteres, ninguno de ellos NUL.
reason-input-message-length = De 1 a { $most } caracteres, ninguno de ellos NUL.
reason-input-text-length = De 1 a { $most } caracteres, ninguno de ellos de control.
reason-input-each-once = Nombra cada uno una sola vez.
reason-input-once = Indica esto una sola vez.
reason-input-query = Esta consulta no se puede leer.
reason-input-cursor = Envía un next_cursor tal como llegó.
reason-input-cursor-of-search = Envía un next_cursor tal como llegó, a la misma búsqueda.
reason-input-limit = Pide de 1 a { $most } entradas.
reason-input-no-such-exercise = No existe ese ejercicio.
# What a model sent to a tool.
reason-input-arguments-broken = Los argumentos no son JSON válido: el error está en la línea { $line }, columna { $column }.
reason-input-above-cap = Esto es más de lo que se puede proponer ahora ({ $most_kg }). La persona puede registrarlo a mano.
reason-input-lift-by-hand = Tanto solo lo escribe la persona misma, en los ajustes.
reason-input-same-plan = Este es el plan que ya está vigente.
reason-input-same-profile = Esto no cambia nada en el perfil.

## The profile and the bodyweight
reason-profile-time-zone = Usa un nombre IANA como Europe/Berlin.
reason-profile-weekdays-once = Nombra cada día de la semana una sola vez.
reason-profile-weekdays-count = Nombra tantos días de la semana como days_per_week, o ninguno.
reason-profile-note-empty = Una nota debe decir algo.
reason-profile-most-plates = Como máximo { $most } discos.
# A date such as 2026-03-16.
reason-bodyweight-in-the-future = Ese día aún no ha llegado; donde estás, hoy es { $today }.
reason-bodyweight-too-long-ago = Ese día queda demasiado lejos.

## Exercises of one's own, and swaps
reason-exercise-group-slug = Usa minúsculas, cifras y guiones, de 1 a { $most }.
reason-exercise-muscle-missing = Nombra al menos un músculo.
reason-exercise-equipment-missing = Nombra lo que hace falta; bodyweight si no es nada.
reason-exercise-muscle-twice = Un músculo es principal o secundario, no ambos.
reason-exercise-rest-range = Un descanso dura como máximo { $most } segundos.
reason-exercise-rank-range = Un rango va de 1 a { $most }.
reason-exercise-range-reversed = El rango está al revés.
reason-swap-unknown-exercise = Ningún ejercicio tiene el id { $id }.
reason-swap-duplicate = { $exercise } ya está en este entrenamiento.
reason-swap-equipment = { $exercise } necesita material que no tienes.
reason-swap-contraindicated = { $exercise } queda descartado por tu limitación: { $limitation }.

## Workouts and sets
reason-session-no-such-day = El plan no tiene ese día.
reason-session-not-prescribed = Este entrenamiento no incluye este ejercicio.
reason-session-only-the-last-set = Solo se puede quitar la última serie, mientras esté abierta y no sea la única.
reason-session-exercise-done = { $exercise } ya está hecho.
reason-session-notes-length = Las notas pueden tener { $most } caracteres, ninguno de ellos NUL.
reason-set-index-range = Las series se numeran de 1 a { $most }.
reason-set-reps-range = Las repeticiones van de 0 a { $most }.
reason-set-seconds-range = Los segundos van de 0 a { $most }.
reason-set-load-range = El peso va de 0 a { $most_kg }.
reason-set-rpe-range = El RPE va de 1 a 10 en medios puntos.
reason-set-note-length = Una nota puede tener { $most } caracteres, ninguno de ellos NUL.
reason-set-timed-needs-seconds = Este ejercicio va por tiempo: envía duration_seconds.
reason-set-timed-has-no-reps = Este ejercicio va por tiempo: no envíes reps.
reason-set-needs-reps = Envía reps.
reason-set-counts-reps = Este ejercicio cuenta repeticiones.
reason-set-read-only = Esto no se puede cambiar: borra la serie y registra otra.

## Plans and forecasts
reason-plan-no-such-version = No existe esa versión.
reason-plan-edit-huge = El plan es mucho más de lo que cabe en una semana.
reason-simulation-weeks = Pide de { $least } a { $most } semanas.

## Accounts and tokens
reason-account-name-length = El nombre debe tener de 1 a { $most } caracteres, ninguno de ellos de control.
reason-account-password-length = La contraseña debe tener de { $least } a { $most } caracteres.
reason-token-name-length = El nombre debe tener de 1 a { $most } caracteres.
reason-token-scopes-empty = Da al menos uno de estos: read, write, agent.
reason-token-days-range = Los días deben ser de 1 a { $most }.
reason-token-end-range = Un token termina más tarde que ahora, y dentro de { $most } días.
reason-token-days-or-end = Envía days o expires_at, no ambos.

## Forms of pages. Whatever was typed is quoted.
reason-form-not-a-number = «{ $text }» no es un número.
reason-form-number-does-not-fit = «{ $text }» no es un número que valga aquí.
reason-form-language-unknown = «{ $text }» no es un idioma disponible.
reason-form-token-days = Los días deben ser un número entero o quedar vacíos.
reason-form-wrong-password = Esa no es tu contraseña actual.
reason-form-delete-wrong-password = No se borró nada: la contraseña es otra.
reason-form-import-gone = El archivo ya no está guardado. Elígelo de nuevo.
reason-form-key-needed = A este formulario le falta su clave. Abre la página de nuevo y repítelo.
reason-form-unreadable = No se pudo leer el formulario.
reason-form-no-plan = Lo que envió el editor no es un plan. Ábrelo de nuevo.
reason-form-how-it-ends = Di cómo termina el entrenamiento.
reason-form-setup-link-needed = Abre el enlace de configuración que Spotter escribió en su terminal.
reason-form-other-method = En esta dirección no hay ninguna página; aquí solo llega un formulario de Spotter.
