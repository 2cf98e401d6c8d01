### Importing another program's file: why it, or a line of it, is not taken.

## Why a whole file is not taken. Names of columns stay as the other program writes them.
reason-import-empty = El archivo está vacío.
reason-import-utf16 = El archivo es texto en UTF-16; guárdalo como UTF-8.
reason-import-not-text = El archivo no es texto, así que no es una exportación CSV.
reason-import-not-utf8 = La línea { $line } no es texto en UTF-8; guarda el archivo como UTF-8.
reason-import-header-unreadable = La cabecera no se puede leer.
reason-import-foreign = La primera línea no nombra las columnas de una exportación que se pueda leer ({ $programs }); dice: { $text }.
reason-import-columns-missing = Hacen falta las columnas { $first } y { $second }, y falta una.

## Why a line of a file is not taken. Whatever its cell says is quoted.
reason-import-row-unreadable = La fila no se puede leer.
reason-import-quote-open = En la línea { $line } se abren unas comillas que nunca se cierran; esta fila no se puede leer.
reason-import-not-a-number = «{ $text }» no es un número.
reason-import-load-range = El peso debe ser de 0 a { $most_kg }.
reason-import-reps-range = Las repeticiones deben ser un número entero, de 0 a { $most }.
reason-import-seconds-range = Los segundos deben ser de 0 a { $most }.
reason-import-rpe-range = El RPE debe ser de 1 a 10.
reason-import-no-unit = «{ $text }» no es una unidad; kg y lbs sí lo son.
reason-import-no-kind = «{ $text }» no es un tipo de serie conocido.
reason-import-not-a-date = «{ $text }» no es una fecha que se pueda leer.
reason-import-impossible-day = «{ $text }» no es un día en el que esto se haya podido levantar.
reason-import-neither = «{ $text }» no es ni verdadero ni falso.
reason-import-no-id = No es un id de entrenamiento o serie de una exportación.
reason-import-exercise-name = El nombre del ejercicio debe tener de 1 a { $most } caracteres.
reason-import-distance-alone = Solo tiene una distancia; se guardan repeticiones o segundos.
reason-import-nothing-counted = No tiene ni repeticiones ni segundos.
reason-import-most-sets = Un entrenamiento guarda { $most } series de un ejercicio.
reason-import-timed-without-seconds = { $exercise } va por tiempo, y la fila no tiene segundos.
reason-import-counted-without-reps = { $exercise } cuenta repeticiones, y la fila no tiene ninguna.
