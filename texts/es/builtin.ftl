### What the built-in coach says: short, in the second person, without exclamation marks, blame or
### diagnosis. Words in quotation marks are said to it, and it understands them (coach-ear.json).

## What it is, and what it can do
builtin-help = Soy el coach integrado: reglas fijas, sin modelo de lenguaje. Puedo hacer o cambiar tu plan semanal (días, división, objetivo, minutos, material), anotar limitaciones y preferencias en tu perfil, cambiar un ejercicio, buscar ejercicios, explicar un número y decirte cómo vas y qué toca ahora.
builtin-copilot-help = Soy el coach integrado: reglas fijas, sin modelo de lenguaje. Pregunta por qué una serie es como es, dime cómo te fue («8 a RPE 9») o pregunta qué queda.
builtin-greeting = Hola. Dime cómo quieres entrenar, por ejemplo «un plan de 3 días, 45 minutos, solo mancuernas», o pregunta qué toca ahora.
builtin-thanks = De nada. Aquí estoy cuando necesites el siguiente paso.
builtin-no = De acuerdo, todo queda como está.
builtin-cannot = Eso no puedo hacerlo. Puedo hacer o cambiar tu plan, actualizar tu perfil, cambiar o buscar ejercicios, explicar un número y decirte cómo vas y qué toca ahora.
builtin-log-elsewhere = El entrenamiento se empieza, se registra y se termina en su página; allí, un toque registra la serie sugerida.
builtin-finish = Toca «Terminar» en la página del entrenamiento cuando quieras; lo que registraste se conserva. Puedes hacer las series en cualquier orden y dejar alguna.
builtin-coach-elsewhere = Eso no puedo hacerlo en mitad de un entrenamiento. Puedo decirte por qué una serie es como es, registrar lo que hiciste y decirte qué queda; los planes y tu perfil están en la página del coach.
builtin-no-data = Ahora mismo no he podido leerlo. Inténtalo de nuevo en un momento.
builtin-no-progress = Aquí no puedo leer tu progreso; en la página de progreso están tus ejercicios y tus series semanales.
builtin-pain = Deja este ejercicio si te duele y marca la serie como dolorosa al registrarla: el peso se queda entonces como está. Si el dolor sigue o te preocupa, que lo vea alguien cualificado.
builtin-pain-elsewhere = No puedo decir qué es, y un dolor que no se va es cosa de un médico. Deja lo que te duela. Dime qué parte hay que cuidar, por ejemplo «cuida mi rodilla», y planifico teniéndolo en cuenta.
builtin-minor = Con menos de 18 años, las reglas mantienen las series en 5 repeticiones o más y el esfuerzo en RPE 8 o menos, sin levantamientos máximos. Dime en qué año naciste, por ejemplo «nací en 2010», para que se te apliquen.
builtin-rules = Los pesos siguen reglas fijas: cuando todas las series llegan al tope de su rango con el esfuerzo previsto, el peso sube un paso; cuando alguna se queda corta, se mantiene; tras dos fallos seguidos baja una décima parte.

## What it asks back
builtin-what-changes = ¿Qué quieres cambiar? Dime los días por semana, los minutos, el objetivo, la división o tu material, por ejemplo «que sean tres días».
builtin-which-profile = ¿Qué cambio en tu perfil? Dime por ejemplo tu material, los minutos, los días, tu peso corporal, las unidades o lo que debo cuidar.
builtin-which-exercise = ¿Qué ejercicio se quita y cuál va en su lugar? Por ejemplo «cambia la sentadilla por sentadilla goblet».
# The notes follow, one a line.
builtin-which-note = ¿Qué nota quito? Estas son las tuyas:
builtin-days-range = Planifico de 2 a 6 días de entrenamiento por semana. ¿Cuántos quieres?
builtin-minutes-range = Planifico entrenamientos de 20 a 180 minutos. ¿Cuánto deben durar?

## A drafted plan
# $split chooses the words; $focus: “Upper A, Lower A and Upper B”.
builtin-drafted = Aquí tienes tu semana, { $split ->
    [full_body] cuerpo completo
    [upper_lower] torso/pierna
    [push_pull_legs] empuje/tirón/pierna
    [push_pull_legs_upper_lower] empuje/tirón/pierna y torso/pierna
    [custom] división propia
   *[other] entrenamiento
  }, en { $days ->
    [one] 1 día
   *[other] { $days } días
  }: { $focus }.
# After the sentence above; the days follow, one a line.
builtin-nothing-saved = No se ha guardado nada; di «guárdalo» y lo recibes como propuesta.
builtin-plan-again = Un plan se guarda con «Confirmar» en su tarjeta, así que aquí está otra vez.
builtin-made-reason = Pediste un plan con { $days ->
    [one] 1 día de entrenamiento
   *[other] { $days } días de entrenamiento
  }.
builtin-changed-reason = Pediste cambiar el plan; ahora tiene { $days ->
    [one] 1 día de entrenamiento
   *[other] { $days } días de entrenamiento
  }.
builtin-plan-saved = Guardado. Tu semana está lista: { $split ->
    [full_body] cuerpo completo
    [upper_lower] torso/pierna
    [push_pull_legs] empuje/tirón/pierna
    [push_pull_legs_upper_lower] empuje/tirón/pierna y torso/pierna
    [custom] división propia
   *[other] entrenamiento
  }. La página Hoy muestra el próximo entrenamiento.
# $weekdays: “Monday and Thursday”.
builtin-plan-saved-on = Guardado. Tu semana está lista: { $split ->
    [full_body] cuerpo completo
    [upper_lower] torso/pierna
    [push_pull_legs] empuje/tirón/pierna
    [push_pull_legs_upper_lower] empuje/tirón/pierna y torso/pierna
    [custom] división propia
   *[other] entrenamiento
  }, los días { $weekdays }. La página Hoy muestra el próximo entrenamiento.
builtin-plan-declined = De acuerdo, no se ha guardado nada. Dime qué cambiar: días, minutos, objetivo, división o material.
# $reason: the person's own words.
builtin-plan-declined-why = De acuerdo, no se ha guardado nada. Dijiste «{ $reason }». Dime qué cambiar: días, minutos, objetivo, división o material.

## A change of the profile
# $changes: one or several of the parts below.
builtin-profile-proposed = Anotaría esto en tu perfil: { $changes }.
builtin-profile-proposed-then-plan = Anotaría esto en tu perfil: { $changes }. En cuanto lo confirmes, hago el plan con ello.
builtin-profile-reason = Lo dijiste tú: { $changes }.
builtin-profile-noted = Anotado en tu perfil.
builtin-profile-noted-replan = Anotado en tu perfil. Di «rehaz mi plan» y te propongo una semana que encaje.
builtin-profile-declined = De acuerdo, tu perfil queda como está.
builtin-profile-declined-why = De acuerdo, tu perfil queda como está. Dijiste «{ $reason }».
builtin-already-so = Tu perfil ya lo dice, así que no hay nada que cambiar.
builtin-notes-full = En tu perfil no caben más notas. Quita una en Ajustes y dímelo otra vez.
builtin-no-notes = No tienes notas permanentes. Di «recuerda que …» y te propongo una.

## Parts of such a change, after a colon
builtin-change-days = { $days ->
    [one] 1 día por semana
   *[other] { $days } días por semana
  }
builtin-change-weekdays = entrenar los días { $weekdays }
builtin-change-minutes = { $minutes } minutos por entrenamiento
builtin-change-goal = objetivo { $goal }
builtin-change-split = división { $split }
builtin-change-experience = experiencia { $experience }
builtin-change-equipment = material { $equipment }
builtin-change-spare = cuidar { $parts }
builtin-change-healed = ahí ya no hay nada que cuidar
builtin-change-bodyweight = peso corporal { $weight }
builtin-change-units = pesos en { $units }
builtin-change-birth-year = año de nacimiento { $year }
builtin-change-note = la nota { $note }
builtin-change-without-note = sin la nota { $notes }

## Exercises
# An exercise of the person's own, whose name is not at hand.
builtin-this-exercise = este ejercicio
builtin-nothing = nada
builtin-quoted = «{ $text }»
builtin-swap-proposed = Pondría { $new } en lugar de { $old }; el resto de tu semana sigue igual.
builtin-swap-reason = Pediste otra cosa en lugar de { $exercise }.
builtin-swap-plan-reason = Pediste cambiar { $old } por { $new }.
builtin-swapped = Cambiado. A partir de aquí, sus pesos siguen su propio historial.
builtin-swap-declined = De acuerdo, el ejercicio se queda. Dime otro y lo intento.
builtin-swap-declined-why = De acuerdo, el ejercicio se queda. Dijiste «{ $reason }». Dime otro y lo intento.
builtin-no-swap-here = Aquí no puedo cambiar un ejercicio. Sigue con otro de hoy y vuelve a este más tarde; las series se registran en cualquier orden.
builtin-not-in-plan = No encuentro «{ $name }» en tu plan. En él están { $plan }.
builtin-no-replacement = Con tu material no he encontrado nada adecuado en lugar de { $exercise }. Dime un ejercicio y lo intento.
# The exercises follow, one a line.
builtin-found = Estos encajan:
builtin-none-found = No he encontrado ningún ejercicio que encaje. Prueba con otro músculo u otro material.

## A set
# “Back squat, set 2: 8 reps with 100 kg at RPE 9”; $measure, $loaded and $effort say what of it there is.
builtin-set = { $exercise }, { $kind ->
    [warmup] serie de calentamiento
   *[working] serie
  } { $index }:{ $measure ->
    [reps] { " " }{ $amount ->
        [one] 1 repetición
       *[other] { $amount } repeticiones
      }
    [seconds] { " " }{ $amount ->
        [one] 1 segundo
       *[other] { $amount } segundos
      }
   *[none] { "" }
  }{ $loaded ->
    [yes] { " " }con { $load }
   *[no] { "" }
  }{ $effort ->
    [yes] { " " }a RPE { $rpe }
   *[no] { "" }
  }
# $set: as above.
builtin-set-proposed = Para registrar: { $set }.
builtin-step-up = Entonces un paso más, dentro de las reglas: { $set }. Confírmalo cuando la hayas hecho.
builtin-step-down = Entonces un paso menos, dentro de las reglas: { $set }. Confírmalo cuando la hayas hecho.
builtin-set-logged = Registrada. Descansa y haz la siguiente.
builtin-set-declined = Sin registrar. Dime los números tal como fueron o regístrala en la tarjeta.
builtin-set-declined-why = Sin registrar. Dijiste «{ $reason }». Dime los números o regístrala en la tarjeta.
builtin-tell-effort = Bueno es saberlo; registra su RPE y el próximo peso podrá seguirlo.
# $time: “2:30”.
builtin-rest = Descansa { $time }.
builtin-rest-next = Descansa { $time }, más si todavía te falta el aire. Después viene { $set }.
builtin-no-rest-next = No hay descanso previsto. Después viene { $set }.
builtin-done-for-today = Todo lo previsto para hoy está hecho. Termina el entrenamiento cuando quieras.
builtin-free-workout = Es un entrenamiento libre; llevas { $sets ->
    [one] 1 serie registrada
   *[other] { $sets } series registradas
  }.
# $exercises: one or several of the parts below.
builtin-left = { $done } de { $sets ->
    [one] 1 serie hecha
   *[other] { $sets } series hechas
  }. Quedan: { $exercises }.
builtin-left-exercise = { $exercise } ({ $sets ->
    [one] 1 serie
   *[other] { $sets } series
  })

## What became of something that waited for a person
# $what chooses the words.
builtin-superseded = He dejado de lado { $what ->
    [plan] el plan
    [profile] el cambio de perfil
    [set] la serie
   *[swap] el cambio de ejercicio
  }; no se ha cambiado nada.
builtin-expired = Nadie decidió a tiempo sobre { $what ->
    [plan] el plan
    [profile] el cambio de perfil
    [set] la serie
   *[swap] el cambio de ejercicio
  }, así que no se ha cambiado nada. Pídelo otra vez cuando quieras.
builtin-stale = Algo cambió mientras tanto, así que no se ha guardado { $what ->
    [plan] el plan
    [profile] el cambio de perfil
    [set] la serie
   *[swap] el cambio de ejercicio
  }. Pídelo otra vez y parto de lo que hay ahora.
# $reason: a sentence.
builtin-refused = No ha sido posible, no se ha cambiado nada: { $reason }
builtin-unfinished = No he podido completar { $what ->
    [plan] el plan
    [profile] el cambio de perfil
    [set] la serie
   *[swap] el cambio de ejercicio
  }; no se ha cambiado nada. Inténtalo de nuevo.

## The week
# An exercise as prescribed: “Back squat 3 × 6–10 with 60 kg”.
builtin-prescribed = { $exercise } { $sets } × { $reps }
builtin-prescribed-loaded = { $exercise } { $sets } × { $reps } con { $load }
builtin-stands = { $exercise } está en { $sets } × { $reps }.
builtin-stands-loaded = { $exercise } está en { $sets } × { $reps } con { $load }.
# A day by its weekday and what it is about: “Monday, Upper A”.
builtin-day-name = { $weekday }, { $focus }
builtin-day = { $day }: { $exercises }
builtin-day-done = { $day }: { $exercises } (hecho)
builtin-day-missed = { $day }: { $exercises } (sin hacer)
# The days follow, one a line.
builtin-week = Tu semana: { $split ->
    [full_body] cuerpo completo
    [upper_lower] torso/pierna
    [push_pull_legs] empuje/tirón/pierna
    [push_pull_legs_upper_lower] empuje/tirón/pierna y torso/pierna
    [custom] división propia
   *[other] entrenamiento
  } en { $days ->
    [one] 1 día
   *[other] { $days } días
  }.
builtin-no-days = Tu semana todavía no tiene días de entrenamiento. Di «hazme un plan».
builtin-next = Lo siguiente es { $day }: { $exercises }.
builtin-next-dated = Lo siguiente es { $day } ({ $date }): { $exercises }.
builtin-takes = Dura unos { $minutes } minutos.
builtin-no-next = Todavía no hay ningún día de entrenamiento en tu semana. Di «hazme un plan».
builtin-week-over = Todo lo previsto para esta semana ya está atrás. La próxima empieza el lunes.

## How it goes
builtin-no-workout = Esta semana aún no has terminado ningún entrenamiento.
# $volume: “5400 kg”.
builtin-this-week = Esta semana: { $workouts ->
    [one] 1 entrenamiento terminado
   *[other] { $workouts } entrenamientos terminados
  }, { $volume } movidos.
# Always two or more.
builtin-streak = Ya van { $weeks } semanas seguidas.
builtin-below = Por debajo de su rango semanal hasta ahora: { $muscles }.
# After the sentence above.
builtin-above = Por encima: { $muscles }.
# $lifts: one or several of the parts below.
builtin-lifts = Máximo estimado a una repetición: { $lifts }.
builtin-lift = { $exercise } { $weight }
# $change: “+2.5”.
builtin-lift-changed = { $exercise } { $weight } ({ $change })

## The profile
builtin-profile = Objetivo: { $goal }. Experiencia: { $experience }. Entrenas { $days } días por semana, { $minutes } minutos, con { $equipment }.
builtin-spared = Cuido: { $parts }.
builtin-notes-on-file = { $n ->
    [one] 1 nota guardada
   *[other] { $n } notas guardadas
  }.
