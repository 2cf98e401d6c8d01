### What the person of the demo wrote.

demo-slept-badly = Schlecht geschlafen, ging aber.
demo-rack-taken = Rack war belegt, eine Viertelstunde später angefangen.
demo-best-session = Bestes Training seit Wochen.
demo-long-day = Langer Tag. Pausen kurz gehalten.
demo-press-first = Ich drücke gern zuerst, solange ich frisch bin.
