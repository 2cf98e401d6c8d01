### Problems: why something was refused. Their titles come first, named after their types.

## Titles
problem-title-already-set-up = Ya configurado
problem-title-body-too-large = Contenido demasiado grande
problem-title-broken-json = JSON defectuoso
problem-title-busy = Ocupado
problem-title-coded-body = Contenido codificado
problem-title-cross-site = Otro sitio web
problem-title-database-unusable = Base de datos inutilizable
problem-title-expired = Caducado
problem-title-form-key-needed = Falta la clave del formulario
problem-title-id-taken = Id en uso
problem-title-idempotency-in-flight = Petición en marcha
problem-title-idempotency-key-needed = Falta la Idempotency-Key
problem-title-idempotency-key-reused = Idempotency-Key ya usada
problem-title-if-match-needed = Falta If-Match
problem-title-internal = Error interno
problem-title-invalid = No válido
problem-title-invalid-fields = Campos no válidos
problem-title-login-needed = Hay que iniciar sesión
problem-title-method-not-allowed = Método no permitido
problem-title-name-taken = Nombre en uso
problem-title-not-csv = No es CSV
problem-title-not-found = No encontrado
problem-title-not-json = No es JSON
problem-title-outcome-unknown = Resultado desconocido
problem-title-plan-rules = Reglas del plan
problem-title-proposal-declined = Propuesta rechazada
problem-title-proposal-executed = Propuesta hecha
problem-title-proposal-failed = Propuesta fallida
problem-title-proposal-superseded = Propuesta reemplazada
problem-title-run-active = Respuesta en marcha
problem-title-safety-lock = Bloqueo de seguridad
problem-title-scope-missing = Falta el permiso
problem-title-session-active = Entrenamiento en marcha
problem-title-session-final = Entrenamiento terminado
problem-title-session-not-active = Entrenamiento no activo
problem-title-set-id-taken = Id de serie en uso
problem-title-set-index-taken = Número de serie ocupado
problem-title-setup-link-needed = Hace falta el enlace de configuración
problem-title-stale-version = Versión anticuada
problem-title-status-needed = Falta el estado
problem-title-too-many = Demasiado
problem-title-too-many-exercises = Demasiados ejercicios
problem-title-unreadable-body = Contenido ilegible
problem-title-wrong-credentials = Credenciales incorrectas
problem-title-wrong-digest = Resumen incorrecto

## Problems as a whole: why nothing was done. Those that begin small are also read behind a colon.
reason-problem-fields = { $count } campos tienen valores incorrectos.
reason-problem-login-needed = Inicia sesión, o envía un token como Authorization: Bearer.
reason-problem-other-method = Este método no está permitido aquí.
reason-problem-cross-site = Esta petición vino de otro sitio web.
reason-problem-scope-missing = A este token le falta el permiso { $scope }.
reason-problem-scope-not-yours = No puedes dar el permiso { $scope }, porque tú no lo tienes.
reason-problem-unreadable-body = No se pudo leer el contenido de la petición.
# Where the text stops being JSON.
reason-problem-broken-json = El contenido no es JSON: el error está en la línea { $line }, columna { $column }.
reason-problem-not-json = Envía el contenido como Content-Type: application/json, en UTF-8.
reason-problem-coded-body = Envía el contenido tal cual, sin Content-Encoding: no se acepta ninguna codificación.
reason-problem-body-too-large = El contenido es demasiado grande.
reason-problem-not-csv = Envía el archivo como Content-Type: text/csv, o como el campo `file` de un formulario multipart/form-data.
reason-problem-key-needed = Aquí hace falta la cabecera Idempotency-Key. No se cambió nada.
reason-problem-key-length = La cabecera Idempotency-Key debe tener de { $least } a { $most } caracteres visibles. No se cambió nada.
reason-error-not-found = Aquí no hay nada, o no es tuyo.
reason-error-fields = algunos campos tienen valores incorrectos
reason-error-plan-rules = el plan incumple reglas
reason-error-if-match-needed = envía If-Match con la versión que cambiaste
reason-error-stale = ha cambiado desde que lo leíste
reason-error-wrong-digest = esto no es lo que se mostró: el resumen es otro
reason-error-locked = El entrenador está en pausa hasta que digas que está resuelto.
reason-error-wrong-credentials = el nombre o la contraseña no son correctos
reason-error-busy = Vuelve a intentarlo en un momento; no se cambió nada.
reason-error-outcome-unknown = No se sabe si esto se guardó. Míralo, o envíalo de nuevo con la misma Idempotency-Key.
reason-error-database-unusable = La base de datos no se puede usar así; no se cambió nada. Quien lleva este servidor tiene que mirarlo.
reason-error-internal = Algo falló en el servidor. No se cambió nada.
# A sentence that was kept before its facts were: as it stands.
reason-verbatim = { $text }
# The one who downloaded their data went away: nobody reads this.
reason-export-left = Nadie sigue leyendo.

## Too many, for now
reason-too-many-passwords = Demasiadas contraseñas incorrectas. Vuelve a intentarlo en { $seconds } s.
reason-too-many-requests = Demasiadas peticiones. Vuelve a intentarlo en { $seconds } s.
# Runs: answers of the coach.
reason-too-many-runs = { $count } respuestas del entrenador al día son el máximo; a medianoche se empieza de nuevo.

## What stands in the way
reason-conflict-key-in-flight = Otro cambio tuyo sigue en marcha. Vuelve a intentarlo en un momento con la misma clave.
reason-conflict-key-reused = Esta Idempotency-Key se usó para otra petición. No se cambió nada.
reason-conflict-already-set-up = Ya hay una cuenta; inicia sesión.
reason-conflict-name-taken = Ya hay una cuenta con este nombre.
reason-conflict-too-many-exercises = Tienes { $most } ejercicios propios, y ese es el máximo.
reason-conflict-id-taken = Este id ya está en uso. Elige otro UUID.
reason-conflict-session-active = Ya hay un entrenamiento en marcha. Termínalo primero, o sigue con él.
reason-conflict-session-ended = Este entrenamiento ha terminado.
reason-conflict-session-final =
    { $status ->
        [abandoned] Este entrenamiento ya está abandonado, y así se queda.
       *[completed] Este entrenamiento ya está completado, y así se queda.
    }
reason-conflict-set-index-taken = Ya hay una serie en este lugar.
reason-conflict-set-id-taken = Este id de serie ya está en uso. Elige otro UUID.
reason-conflict-set-id-of-another = Este id de serie es de otra serie.
reason-conflict-run-active = El entrenador todavía está respondiendo. Espera, o cancela la respuesta.
reason-conflict-proposal-declined = Esta propuesta se rechazó; no se cambió nada.
reason-conflict-proposal-superseded = Algo más nuevo ocupó el lugar de esta propuesta; no se cambió nada.
reason-conflict-proposal-failed = Esta propuesta falló; no se cambió nada.
reason-conflict-proposal-executed = Esta propuesta ya se confirmó y se hizo.
reason-proposal-expired = Esta propuesta ha caducado; no se cambió nada.
reason-proposal-stale = Aquello en lo que se basaba ha cambiado desde entonces; no se sobrescribió nada.
