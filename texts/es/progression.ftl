### Why a load is as it is, what the next set is made of, and when a lighter week is worth it.

## Parts that stand within the sentences below
# How many a set asks for or had, also as the shortest of a range: "under 8 reps".
reason-amount-reps = { $count ->
    [one] { $count } rep
   *[other] { $count } reps
    }
reason-amount-seconds = { $count ->
    [one] { $count } segundo
   *[other] { $count } segundos
    }
# The load, as in "stay at 60 kg": outside of the body, added to it, taken off it by a machine, or the body alone.
reason-load-whole = { $weight_kg }
reason-load-added = +{ $weight_kg }
reason-load-help = { $weight_kg } de ayuda
reason-load-bodyweight = peso corporal
# What a session came to, set by set: "8, 8, 7 at RPE 8".
reason-done = { $counts }
reason-done-at-rpe = { $counts } con RPE { $rpe }

## Why a load goes up
reason-advance-earned = { $done }: todas las series se lo han ganado, así que subes a { $load }.
reason-return-earned = { $done } en el primer entrenamiento tras la pausa: recuperas { $load } de antes.

## Why a load goes down
reason-deload-after-two-misses = { $done }: dos veces seguidas por debajo del rango, así que bajas a { $load }.
reason-deload-after-hard-miss = { $done }: un fallo con este esfuerzo, así que bajas a { $load }.
reason-return-after-pause = { $days } días desde la última vez, así que vuelves con { $weight_kg }.

## Why a load stays
reason-hold-pain = Indicaste dolor, así que se queda en { $load }; si vuelve, cambia el ejercicio o consúltalo.
reason-hold-least-after-two-misses = { $done }: dos veces seguidas por debajo del rango, y menos de { $load } no hay, así que se queda; una variante más fácil ayudaría.
reason-hold-least-after-hard-miss = { $done }: un fallo con este esfuerzo, y menos de { $load } no hay, así que se queda; una variante más fácil ayudaría.
# $next is the next load there is.
reason-hold-reps-first = { $done }: { $next } sería un { $percent } % más, así que primero todas las series a { $amount } con { $load }.
reason-hold-reps-before-big-step = { $done }: { $next } sería un salto grande, así que primero todas las series a { $amount } con { $load }.
reason-hold-harder-variation = { $done }: no hay más peso que añadir, así que toca una variante más difícil.
reason-hold-nothing-to-add = { $done }: no hay más peso que añadir, así que cada serie sigue hasta { $amount }.
reason-hold-missed = { $done }, menos de { $amount }: quédate en { $load } y lleva todas las series al rango (fallo { $miss } de { $misses }).
reason-hold-moved-up = { $done }: hoy has subido a { $load }; quédate ahí.
reason-hold-unfinished = { $sets_done } de { $sets_asked } series hechas: quédate en { $load } y complétalas todas.
# $sets are the numbers of the sets that fell short: "2 and 3"; $n is how many they are.
reason-hold-one-rep-more = { $n ->
    [one] { $done }: quédate en { $load }, una rep más en la serie { $sets }.
   *[other] { $done }: quédate en { $load }, una rep más en las series { $sets }.
    }
reason-hold-one-rep-more-once-easier = { $n ->
    [one] { $done }: quédate en { $load }, una rep más en la serie { $sets } cuando te cueste menos.
   *[other] { $done }: quédate en { $load }, una rep más en las series { $sets } cuando te cueste menos.
    }
reason-hold-one-second-more = { $n ->
    [one] { $done }: quédate en { $load }, un segundo más en la serie { $sets }.
   *[other] { $done }: quédate en { $load }, un segundo más en las series { $sets }.
    }
reason-hold-one-second-more-once-easier = { $n ->
    [one] { $done }: quédate en { $load }, un segundo más en la serie { $sets } cuando te cueste menos.
   *[other] { $done }: quédate en { $load }, un segundo más en las series { $sets } cuando te cueste menos.
    }
reason-hold-hard-at-top = { $done }: todas las series están arriba del rango, pero costó, así que una vez más { $load }.
reason-hold-lighter = { $done }, más ligero de lo previsto: quédate en { $load }.
reason-manual-load = Has puesto { $load } tú.

## What would have decided otherwise
reason-flips-without-pain = Sin dolor habrían decidido las repeticiones.
reason-flips-in-range = Con todas las series en { $amount } o más, el peso se habría quedado.
reason-flips-short-of-top = Cualquier serie por debajo del tope habría mantenido el peso más ligero.
reason-flips-short-or-hard = Una serie de menos de { $amount }, o un RPE medio por encima de { $rpe }, habría mantenido { $load }.
reason-flips-short = Una serie de menos de { $amount } habría mantenido { $load }.
reason-flips-step = Con todas las series en { $amount } habrías dado el paso.
reason-flips-harder-variation = Con todas las series en { $amount } llega una variante más difícil; si hubiera más peso, se usaría.
reason-flips-worn-or-second-miss = Un RPE medio de { $rpe }, o un fallo también la vez anterior, lo habría bajado.
reason-flips-easier = Con un RPE medio de { $rpe } o menos habría subido.
reason-flips-top = Con todas las series en { $amount } con el peso previsto habría subido.
reason-flips-first-back = Con todas las series en { $amount } en el primer entrenamiento de vuelta recuperas { $weight_kg }.
reason-flips-empty = Si dejas el peso vacío, lo ponen las reglas.
reason-flips-empty-keeps = Con el peso vacío se habrían mantenido { $weight_kg }.

## The next set: before the first of an exercise
reason-next-warmup = Calentamiento { $number } de { $of } camino de { $weight_kg }.
reason-next-new-from-best = Primera vez en este rango: { $weight_kg } sale de tu mejor marca hasta ahora.
reason-next-new = Primera vez en este rango: empieza con { $weight_kg } y sube mientras sea fácil.
reason-next-manual = Has puesto { $weight_kg } tú.
reason-next-standing = { $weight_kg } es lo que quedó de la última vez.
reason-next-after-advance = La última vez { $done }: te has ganado { $weight_kg }.
reason-next-after-deload = La última vez { $done }: hoy { $weight_kg }, para volver a construir.
reason-next-after-manual = La última vez { $done }: { $weight_kg } lo has puesto tú.
reason-next-after-return = La última vez { $done }: de vuelta a { $weight_kg }.
reason-next-still-light = La última vez { $done }: aún ligero, así que sube mientras sea fácil.
reason-next-finish-all = La última vez { $done }: esta vez completa todas las series.
reason-next-same-after-hard = La última vez { $done }: costó, así que lo mismo otra vez.
reason-next-same-easier = La última vez { $done }: lo mismo otra vez, algo más fácil, y subes.
reason-next-one-more-rep = La última vez { $done }: una rep más y subes.
reason-next-one-more-second = La última vez { $done }: un segundo más y subes.
reason-next-one-more-rep-each = La última vez { $done }: una rep más por serie, hasta { $top }.
reason-next-one-more-second-each = La última vez { $done }: un segundo más por serie, hasta { $top }.

## The next set: after one of the exercise
reason-next-last-hard = La última serie fue RPE { $rpe } con { $target_rpe } previsto: ahora { $weight_kg }.
reason-next-last-short-reps = { $count ->
    [one] { $count } rep quedó por debajo de { $bottom }: ahora { $weight_kg }.
   *[other] { $count } reps quedaron por debajo de { $bottom }: ahora { $weight_kg }.
    }
reason-next-last-short-seconds = { $count ->
    [one] { $count } segundo quedó por debajo de { $bottom }: ahora { $weight_kg }.
   *[other] { $count } segundos quedaron por debajo de { $bottom }: ahora { $weight_kg }.
    }
reason-next-pain = Hoy te ha dolido: no más de { $weight_kg }, y para si vuelve a doler.
reason-next-last-easy = RPE { $rpe } con { $target_rpe } previsto fue fácil: sube a { $weight_kg }.
reason-next-last-light-reps = RPE { $rpe } con { $target_rpe } previsto fue fácil, pero el siguiente paso es grande: otra vez { $weight_kg }, con más reps.
reason-next-last-light-seconds = RPE { $rpe } con { $target_rpe } previsto fue fácil, pero el siguiente paso es grande: otra vez { $weight_kg }, con más segundos.
reason-next-last-many-reps = { $count } reps muestran que es demasiado ligero: sube a { $weight_kg }.
reason-next-last-many-seconds = { $count } segundos muestran que es demasiado ligero: sube a { $weight_kg }.
reason-next-last-right = La última serie fue según lo previsto: otra vez { $weight_kg }.
# $why is one of the sentences above.
reason-next-open-ended = { $why } Esta serie es abierta: para dos antes de tu límite.
reason-next-nothing-prescribed = No hay nada previsto: registra lo que hagas.
reason-next-all-done = Todo lo previsto está hecho.
reason-next-as-prescribed = Según lo previsto.

## A lighter week
reason-deload-week-lifts = { $lightened } de tus { $main_lifts } ejercicios principales se aligeraron en una semana: una semana con cerca de la mitad de las series te vendría bien.
reason-deload-week-hard = { $weeks } semanas duras seguidas: una semana con cerca de la mitad de las series te vendría bien.
