### Why a load is as it is, what the next set is made of, and when a lighter week is worth it.

## Parts that stand within the sentences below
# How many a set asks for or had, also as the shortest of a range: "under 8 reps".
reason-amount-reps = { $count ->
    [one] { $count } Wdh.
   *[other] { $count } Wdh.
    }
reason-amount-seconds = { $count ->
    [one] { $count } Sekunde
   *[other] { $count } Sekunden
    }
# The load, as in "stay at 60 kg": outside of the body, added to it, taken off it by a machine, or the body alone.
reason-load-whole = { $weight_kg }
reason-load-added = +{ $weight_kg }
reason-load-help = { $weight_kg } Unterstützung
reason-load-bodyweight = Körpergewicht
# What a session came to, set by set: "8, 8, 7 at RPE 8".
reason-done = { $counts }
reason-done-at-rpe = { $counts } bei RPE { $rpe }

## Why a load goes up
reason-advance-earned = { $done }: jeder Satz hat es verdient, also geht es rauf auf { $load }.
reason-return-earned = { $done } im ersten Training nach der Pause: { $load } von davor gehören wieder dir.

## Why a load goes down
reason-deload-after-two-misses = { $done }: zweimal in Folge unter dem Bereich, also geht es runter auf { $load }.
reason-deload-after-hard-miss = { $done }: verfehlt bei dieser Anstrengung, also geht es runter auf { $load }.
reason-return-after-pause = { $days } Tage seit dem letzten Mal, also steigst du mit { $weight_kg } wieder ein.

## Why a load stays
reason-hold-pain = Du hast Schmerzen gemeldet, also bleibt es bei { $load }; kommen sie wieder, tausche die Übung oder lass es abklären.
reason-hold-least-after-two-misses = { $done }: zweimal in Folge unter dem Bereich, und weniger als { $load } gibt es nicht, also bleibt es dabei; eine leichtere Variante würde helfen.
reason-hold-least-after-hard-miss = { $done }: verfehlt bei dieser Anstrengung, und weniger als { $load } gibt es nicht, also bleibt es dabei; eine leichtere Variante würde helfen.
# $next is the next load there is.
reason-hold-reps-first = { $done }: { $next } wären { $percent } % mehr, also erst jeder Satz auf { $amount } mit { $load }.
reason-hold-reps-before-big-step = { $done }: { $next } wären ein großer Schritt, also erst jeder Satz auf { $amount } mit { $load }.
reason-hold-harder-variation = { $done }: mehr Gewicht gibt es nicht, also ist es Zeit für eine schwerere Variante.
reason-hold-nothing-to-add = { $done }: mehr Gewicht gibt es nicht, also geht jeder Satz weiter bis { $amount }.
reason-hold-missed = { $done }, unter { $amount }: bleib bei { $load } und bring jeden Satz in den Bereich (verfehlt: { $miss } von { $misses }).
reason-hold-moved-up = { $done }: du bist heute auf { $load } raufgegangen; bleib dabei.
reason-hold-unfinished = { $sets_done } von { $sets_asked } Sätzen geschafft: bleib bei { $load } und mach alle fertig.
# $sets are the numbers of the sets that fell short: "2 and 3"; $n is how many they are.
reason-hold-one-rep-more = { $n ->
    [one] { $done }: bleib bei { $load }, eine Wdh. mehr bei Satz { $sets }.
   *[other] { $done }: bleib bei { $load }, eine Wdh. mehr bei den Sätzen { $sets }.
    }
reason-hold-one-rep-more-once-easier = { $n ->
    [one] { $done }: bleib bei { $load }, eine Wdh. mehr bei Satz { $sets }, sobald es leichter geht.
   *[other] { $done }: bleib bei { $load }, eine Wdh. mehr bei den Sätzen { $sets }, sobald es leichter geht.
    }
reason-hold-one-second-more = { $n ->
    [one] { $done }: bleib bei { $load }, eine Sekunde mehr bei Satz { $sets }.
   *[other] { $done }: bleib bei { $load }, eine Sekunde mehr bei den Sätzen { $sets }.
    }
reason-hold-one-second-more-once-easier = { $n ->
    [one] { $done }: bleib bei { $load }, eine Sekunde mehr bei Satz { $sets }, sobald es leichter geht.
   *[other] { $done }: bleib bei { $load }, eine Sekunde mehr bei den Sätzen { $sets }, sobald es leichter geht.
    }
reason-hold-hard-at-top = { $done }: jeder Satz ist am oberen Ende, aber es war schwer, also noch einmal { $load }.
reason-hold-lighter = { $done }, leichter als geplant: bleib bei { $load }.
reason-manual-load = Du hast { $load } selbst festgelegt.

## What would have decided otherwise
reason-flips-without-pain = Ohne Schmerzen hätten die Wiederholungen entschieden.
reason-flips-in-range = Mit jedem Satz bei { $amount } oder mehr wäre das Gewicht geblieben.
reason-flips-short-of-top = Jeder Satz unter dem oberen Ende hätte das leichtere Gewicht behalten.
reason-flips-short-or-hard = Ein Satz unter { $amount } oder ein mittlerer RPE über { $rpe } hätte { $load } behalten.
reason-flips-short = Ein Satz unter { $amount } hätte { $load } behalten.
reason-flips-step = Jeder Satz bei { $amount } hätte den Schritt gebracht.
reason-flips-harder-variation = Jeder Satz bei { $amount } bringt eine schwerere Variante; gäbe es mehr Gewicht, würde es genommen.
reason-flips-worn-or-second-miss = Ein mittlerer RPE von { $rpe } oder schon beim letzten Mal verfehlt: dann wäre es runtergegangen.
reason-flips-easier = Mit einem mittleren RPE von höchstens { $rpe } wäre es raufgegangen.
reason-flips-top = Mit jedem Satz bei { $amount } mit dem geplanten Gewicht wäre es raufgegangen.
reason-flips-first-back = Jeder Satz bei { $amount } im ersten Training danach bringt { $weight_kg } zurück.
reason-flips-empty = Ein leeres Gewicht überlässt es den Regeln.
reason-flips-empty-keeps = Mit leerem Gewicht wären es { $weight_kg } geblieben.

## The next set: before the first of an exercise
reason-next-warmup = Aufwärmsatz { $number } von { $of } auf dem Weg zu { $weight_kg }.
reason-next-new-from-best = Zum ersten Mal in diesem Bereich: { $weight_kg } kommen aus deiner bisherigen Bestleistung.
reason-next-new = Zum ersten Mal in diesem Bereich: fang mit { $weight_kg } an und geh rauf, solange es leicht ist.
reason-next-manual = Du hast { $weight_kg } selbst festgelegt.
reason-next-standing = { $weight_kg } stehen vom letzten Mal.
reason-next-after-advance = Letztes Mal { $done }: { $weight_kg } hast du dir verdient.
reason-next-after-deload = Letztes Mal { $done }: heute { $weight_kg }, um wieder aufzubauen.
reason-next-after-manual = Letztes Mal { $done }: { $weight_kg } hast du selbst festgelegt.
reason-next-after-return = Letztes Mal { $done }: zurück zu { $weight_kg }.
reason-next-still-light = Letztes Mal { $done }: noch leicht, also geh rauf, solange es leicht ist.
reason-next-finish-all = Letztes Mal { $done }: mach diesmal jeden Satz fertig.
reason-next-same-after-hard = Letztes Mal { $done }: es war schwer, also noch einmal dasselbe.
reason-next-same-easier = Letztes Mal { $done }: noch einmal dasselbe, etwas leichter, und es geht rauf.
reason-next-one-more-rep = Letztes Mal { $done }: noch eine Wdh., und es geht rauf.
reason-next-one-more-second = Letztes Mal { $done }: noch eine Sekunde, und es geht rauf.
reason-next-one-more-rep-each = Letztes Mal { $done }: eine Wdh. mehr pro Satz, bis { $top }.
reason-next-one-more-second-each = Letztes Mal { $done }: eine Sekunde mehr pro Satz, bis { $top }.

## The next set: after one of the exercise
reason-next-last-hard = Der letzte Satz war RPE { $rpe }, geplant waren { $target_rpe }: jetzt { $weight_kg }.
reason-next-last-short-reps = { $count ->
    [one] { $count } Wdh. war unter { $bottom }: jetzt { $weight_kg }.
   *[other] { $count } Wdh. waren unter { $bottom }: jetzt { $weight_kg }.
    }
reason-next-last-short-seconds = { $count ->
    [one] { $count } Sekunde war unter { $bottom }: jetzt { $weight_kg }.
   *[other] { $count } Sekunden waren unter { $bottom }: jetzt { $weight_kg }.
    }
reason-next-pain = Heute hat es wehgetan: nicht mehr als { $weight_kg }, und hör auf, wenn es wieder wehtut.
reason-next-last-easy = RPE { $rpe } bei { $target_rpe } geplant war leicht: rauf auf { $weight_kg }.
reason-next-last-light-reps = RPE { $rpe } bei { $target_rpe } geplant war leicht, aber der nächste Schritt ist groß: noch einmal { $weight_kg }, mit mehr Wdh.
reason-next-last-light-seconds = RPE { $rpe } bei { $target_rpe } geplant war leicht, aber der nächste Schritt ist groß: noch einmal { $weight_kg }, mit mehr Sekunden.
reason-next-last-many-reps = { $count } Wdh. zeigen, dass es zu leicht ist: rauf auf { $weight_kg }.
reason-next-last-many-seconds = { $count } Sekunden zeigen, dass es zu leicht ist: rauf auf { $weight_kg }.
reason-next-last-right = Der letzte Satz war wie geplant: noch einmal { $weight_kg }.
# $why is one of the sentences above.
reason-next-open-ended = { $why } Dieser Satz ist offen: hör zwei vor deinem Limit auf.
reason-next-nothing-prescribed = Nichts ist vorgegeben: trag ein, was du machst.
reason-next-all-done = Alles Geplante ist geschafft.
reason-next-as-prescribed = Wie vorgegeben.

## A lighter week
reason-deload-week-lifts = { $lightened } deiner { $main_lifts } Hauptübungen wurden innerhalb einer Woche leichter: eine Woche mit etwa der Hälfte der Sätze täte dir gut.
reason-deload-week-hard = { $weeks } harte Wochen in Folge: eine Woche mit etwa der Hälfte der Sätze täte dir gut.
