### What the person of the demo wrote.

demo-slept-badly = Dormí mal, pero salió.
demo-rack-taken = El rack estaba ocupado; empecé un cuarto de hora tarde.
demo-best-session = El mejor entrenamiento en semanas.
demo-long-day = Día largo. Descansos cortos entre series.
demo-press-first = Me gusta empezar por los presses, mientras estoy fresco.
