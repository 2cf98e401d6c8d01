### Settings and the import of a file.

## Settings
settings-title = Ajustes
settings-save-profile = Guardar perfil
settings-log-out = Cerrar sesión

## Said after something was done
settings-told-profile = Tu perfil está guardado. El plan y los pesos se ajustan a él.
settings-told-note = La nota está guardada.
settings-told-unnoted = La nota está borrada.
settings-told-token = El token está revocado.
settings-told-login = Esa sesión está cerrada.
settings-told-import = Tus entrenamientos ya están aquí. El progreso y el plan parten de ellos.
settings-told-password = Tu contraseña está cambiada; las demás sesiones se cerraron.

## The profile
settings-profile = Tú y tu entrenamiento
settings-experience = Experiencia
settings-goal = Objetivo
settings-days = Días por semana
# Which muscles share a day.
settings-split = División
settings-units = Unidades
settings-language = Idioma
# A choice beside the languages' own names.
settings-language-auto = El del navegador
settings-minutes = Minutos por entreno
settings-bodyweight = Peso corporal
settings-birth-year = Año de nacimiento
settings-time-zone = Zona horaria
settings-weekdays = Qué días
settings-weekdays-hint = Tantos como días por semana, o ninguno para repartirlos.
settings-equipment = Qué tienes
settings-equipment-hint = El plan no usa nada más. Con el peso corporal se cuenta siempre.
settings-limitations = Qué cuidar
# “It” is a part of the body.
settings-limitations-hint = Se dejan fuera los ejercicios que cargan esa zona.
settings-movements = Movimientos que evitar
settings-movements-hint = El plan no incluye ningún ejercicio de este tipo.
# $text is what was typed.

## What can be loaded
settings-loads = Pesos disponibles
settings-loads-hint = El peso mínimo y el salto mínimo, en { $units }; con barra, lo que pesa la barra sola y los pares de discos que tienes. Las sugerencias y los botones − y + se ajustan a esto. Si lo dejas vacío, vale lo habitual.
settings-loads-equipment = Material
settings-loads-least = Mínimo
settings-loads-step = Salto
settings-plates = Pares de discos
settings-load-least = Peso mínimo, { $equipment }
settings-load-step = Salto, { $equipment }
settings-load-plates = Pares de discos, { $equipment }, separados por comas

## What you can lift
settings-lifts = Lo que puedes levantar
settings-lifts-hint = Si lo sabes, el plan parte de ahí en lugar de ir tanteando.
# $lift: “Back squat: 95 kg × 8”.
settings-lift-drop = Quitar
settings-lift-exercise = Ejercicio
# The choice that adds no lift.
settings-lift-none = Ninguno que añadir
settings-lift-weight = Peso
# Small, after “Weight”.
settings-lift-weight-units = { $units }, sin contar tu cuerpo
settings-lift-reps = Reps hasta la última posible

## Standing notes
settings-notes = Notas permanentes
settings-notes-hint = Lo que el coach tiene en cuenta en cada respuesta, por ejemplo: nada de madrugar. También puede proponer una nota; solo se guarda lo que confirmas.
# Below a note: who wrote it.
settings-note-by-you = tuya
settings-note-by-coach = del coach, confirmada por ti
# A button; the next text follows it for screen readers.
settings-note-delete = Borrar
settings-note-delete-which = la nota { $note }
settings-note-new = Una nota nueva
settings-note-keep = Guardar

## API tokens
settings-new-token = Tu nuevo token
settings-new-token-hint = Solo se muestra esta vez. Guárdalo como una contraseña.
settings-copy = Copiar
settings-tokens = Tokens de la API
settings-no-tokens = Ninguno. Un token deja entrar a un script u otro programa, con los permisos que le des.
settings-token-for-ever = sin caducidad
settings-token-until = hasta el { $when }
settings-token-not-used = sin usar
settings-token-used = usado el { $when }
# A button; the token's name follows for screen readers.
settings-token-revoke = Revocar
settings-token-name = Nombre
settings-token-days = Días de validez
# Small, after “Days it lasts”.
settings-token-days-hint = vacío: sin caducidad
# Above the choices read, write, talk to the coach.
settings-token-may = Puede
settings-scope-read = leer
settings-scope-write = escribir
settings-scope-talk = hablar con el coach
# Short for “talk to the coach”, in the list of tokens.
settings-scope-agent = coach
settings-token-create = Crear token

## Logins
settings-logins = Dónde tienes la sesión abierta
settings-login-agent = { $browser } en { $system }
settings-login-since = desde el { $when }
settings-login-seen = última vez el { $when }
# This very login.
settings-login-here = aquí
# A button; the browser's name follows for screen readers.
settings-login-end = Cerrar

## Password
settings-password = Contraseña
settings-password-now = La actual
settings-password-new = La nueva
settings-password-change = Cambiar contraseña
settings-password-hint = Se cierran todas las demás sesiones.

## Your data
settings-data = Tus datos
# A link follows: “its runs”, then a full stop.
settings-coach-did = Lo que hizo el coach, paso a paso:
settings-coach-runs = sus turnos
settings-export-json = Todo, en JSON
settings-export-csv = Series, en CSV
# A heading here, a link on the page of first questions.
settings-bring-history = Trae tu historial
settings-import-hint = Un CSV exportado de Strong o Hevy, de 12 MB como máximo. Primero ves qué trae; nada se importa sin tu visto bueno, ni dos veces.
settings-import-file = Archivo
# The label of a choice of units.
settings-import-units = Los pesos sin unidad están en
# The label of a choice; the next two go on with it.
settings-import-unknown = Los ejercicios que Spotter no conoce
settings-import-unknown-create = pasan a ser míos
settings-import-unknown-skip = se dejan fuera
# The label of a choice; the next two go on with it.
settings-import-likely = Los nombres que solo se parecen
settings-import-likely-accept = se toman por el mismo
settings-import-likely-unknown = cuentan como desconocidos
settings-import-look = Revisar primero

## Deleting the account
settings-delete = Borrar la cuenta
settings-delete-everything = Borrar todo lo tuyo de aquí
settings-delete-hint = Perfil, planes, entrenamientos, conversaciones, tokens: todo, de una vez y para siempre. Llévate antes tus datos, más arriba.
settings-delete-password = Tu contraseña
settings-delete-mine = Borrar mi cuenta

## Import: what a file comes to
settings-import = Importar
settings-import-nothing = No hay nada nuevo en este archivo.
settings-import-one = Una serie es nueva.
settings-import-new = { $workouts ->
    [one] { $sets } series de un entrenamiento son nuevas.
   *[other] { $sets } series de { $workouts } entrenamientos son nuevas.
}
settings-import-known = { $sets ->
    [one] Una serie ya está aquí.
   *[other] { $sets } series ya están aquí.
}
# The heads of a table: an exercise's name in the file, what it becomes, how sure that is, how many sets.
settings-import-in-file = En el archivo
settings-import-becomes = Pasa a ser
settings-import-how-sure = Certeza
settings-import-sets = Series
settings-import-own = ejercicio propio
settings-import-left-out = se deja fuera
# How sure it is that two names mean the same exercise.
settings-import-same = el mismo
settings-import-maybe = probable
settings-import-not-known = desconocido
settings-import-not-taken = No se importa
settings-import-line = Línea { $n }
settings-import-more = Y { $n } más.
settings-import-take-in = Importar
settings-import-back = Volver
