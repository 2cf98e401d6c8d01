### What the built-in coach says: short, in the second person, without exclamation marks, blame or
### diagnosis. Words in quotation marks are said to it, and it understands them (coach-ear.json).

## What it is, and what it can do
builtin-help = Ich bin der eingebaute Coach: feste Regeln, kein Sprachmodell. Ich kann deinen Wochenplan erstellen oder ändern (Tage, Split, Ziel, Minuten, Ausrüstung), Einschränkungen und Vorlieben in deinem Profil festhalten, eine Übung tauschen, Übungen finden, eine Zahl erklären und dir sagen, wie du vorankommst und was als Nächstes kommt.
builtin-copilot-help = Ich bin der eingebaute Coach: feste Regeln, kein Sprachmodell. Frag mich, warum ein Satz so ist, sag mir, wie er lief („8 bei RPE 9“), oder frag, was noch fehlt.
builtin-greeting = Hallo. Sag mir, wie du trainieren möchtest, zum Beispiel „ein Plan für 3 Tage, 45 Minuten, nur Kurzhanteln“, oder frag, was als Nächstes kommt.
builtin-thanks = Gern geschehen. Ich bin da, wenn du den nächsten Schritt brauchst.
builtin-no = Gut, alles bleibt, wie es ist.
builtin-cannot = Das kann ich nicht. Ich kann deinen Plan erstellen oder ändern, dein Profil anpassen, Übungen tauschen oder finden, eine Zahl erklären und dir sagen, wie du vorankommst und was als Nächstes kommt.
builtin-log-elsewhere = Ein Training beginnst, protokollierst und beendest du auf der Seite Training; dort trägt ein Tippen den vorgeschlagenen Satz ein.
builtin-finish = Tippe auf der Seite Training auf „Beenden“, wenn du so weit bist; was du eingetragen hast, bleibt. Du kannst die Sätze in beliebiger Reihenfolge machen und auch welche auslassen.
builtin-coach-elsewhere = Das geht mitten im Training nicht. Ich kann dir sagen, warum ein Satz so ist, eintragen, was du gemacht hast, und sagen, was noch fehlt; Pläne und dein Profil findest du auf der Seite Coach.
builtin-no-data = Das konnte ich gerade nicht lesen. Bitte versuch es gleich noch einmal.
builtin-no-progress = Deinen Fortschritt kann ich hier nicht lesen; auf der Seite Fortschritt stehen deine Übungen und die Sätze pro Woche.
builtin-pain = Hör mit dieser Übung auf, wenn sie wehtut, und markiere den Satz beim Eintragen als schmerzhaft: Das Gewicht bleibt dann, wie es ist. Wenn der Schmerz bleibt oder dir Sorgen macht, lass jemanden vom Fach darauf schauen.
builtin-pain-elsewhere = Was es ist, kann ich nicht sagen, und Schmerz, der bleibt, gehört in ärztliche Hände. Lass weg, was wehtut. Sag mir, welchen Körperteil du schonen willst, zum Beispiel „schone mein Knie“, und ich plane darum herum.
builtin-minor = Unter 18 halten die Regeln Sätze bei mindestens 5 Wdh. und die Anstrengung bei höchstens RPE 8, ohne einzelne schwerste Versuche. Sag mir dein Geburtsjahr, zum Beispiel „ich bin 2010 geboren“, damit sie für dich gelten.
builtin-rules = Gewichte folgen festen Regeln: Wenn jeder Satz bei der geplanten Anstrengung das obere Ende seines Bereichs erreicht, steigt das Gewicht um eine Stufe; wenn Sätze zu kurz ausfallen, bleibt es; nach zwei Mal in Folge sinkt es um ein Zehntel.

## What it asks back
builtin-what-changes = Was soll sich ändern? Nenn mir die Tage pro Woche, die Minuten, das Ziel, den Split oder deine Ausrüstung, zum Beispiel „mach drei Tage daraus“.
builtin-which-profile = Was soll ich in deinem Profil ändern? Nenn mir zum Beispiel deine Ausrüstung, Minuten, Tage, dein Körpergewicht, die Gewichtseinheit oder was ich schonen soll.
builtin-which-exercise = Welche Übung soll weg, und was soll an ihre Stelle? Zum Beispiel „tausche Kniebeuge gegen Goblet Squat“.
# The notes follow, one a line.
builtin-which-note = Welche Notiz soll weg? Das sind deine:
builtin-days-range = Ich plane 2 bis 6 Trainingstage pro Woche. Wie viele sollen es sein?
builtin-minutes-range = Ich plane Trainings von 20 bis 180 Minuten. Wie lange sollen sie dauern?

## A drafted plan
# $split chooses the words; $focus: “Upper A, Lower A and Upper B”.
builtin-drafted = Hier ist deine Woche, { $split ->
    [full_body] Ganzkörper
    [upper_lower] Ober-/Unterkörper
    [push_pull_legs] Push/Pull/Beine
    [push_pull_legs_upper_lower] Push/Pull/Beine und Ober-/Unterkörper
    [custom] eigener Split
   *[other] Training
  }, an { $days ->
    [one] 1 Tag
   *[other] { $days } Tagen
  }: { $focus }.
# After the sentence above; the days follow, one a line.
builtin-nothing-saved = Gespeichert ist nichts; sag „speichern“, dann bekommst du sie als Vorschlag.
builtin-plan-again = Ein Plan wird mit „Bestätigen“ auf seiner Karte gespeichert, deshalb hier noch einmal.
builtin-made-reason = Du wolltest einen Plan mit { $days ->
    [one] 1 Trainingstag
   *[other] { $days } Trainingstagen
  }.
builtin-changed-reason = Du wolltest den Plan ändern; er hat jetzt { $days ->
    [one] 1 Trainingstag
   *[other] { $days } Trainingstage
  }.
builtin-plan-saved = Gespeichert. Deine Woche steht: { $split ->
    [full_body] Ganzkörper
    [upper_lower] Ober-/Unterkörper
    [push_pull_legs] Push/Pull/Beine
    [push_pull_legs_upper_lower] Push/Pull/Beine und Ober-/Unterkörper
    [custom] eigener Split
   *[other] Training
  }. Die Seite Heute zeigt das nächste Training.
# $weekdays: “Monday and Thursday”.
builtin-plan-saved-on = Gespeichert. Deine Woche steht: { $split ->
    [full_body] Ganzkörper
    [upper_lower] Ober-/Unterkörper
    [push_pull_legs] Push/Pull/Beine
    [push_pull_legs_upper_lower] Push/Pull/Beine und Ober-/Unterkörper
    [custom] eigener Split
   *[other] Training
  }, am { $weekdays }. Die Seite Heute zeigt das nächste Training.
builtin-plan-declined = Gut, nichts wurde gespeichert. Sag mir, was anders sein soll: Tage, Minuten, Ziel, Split oder Ausrüstung.
# $reason: the person's own words.
builtin-plan-declined-why = Gut, nichts wurde gespeichert. Du hast gesagt: „{ $reason }“. Sag mir, was anders sein soll: Tage, Minuten, Ziel, Split oder Ausrüstung.

## A change of the profile
# $changes: one or several of the parts below.
builtin-profile-proposed = Das würde ich in deinem Profil festhalten: { $changes }.
builtin-profile-proposed-then-plan = Das würde ich in deinem Profil festhalten: { $changes }. Sobald du bestätigst, entwerfe ich den Plan damit.
builtin-profile-reason = Das hast du gesagt: { $changes }.
builtin-profile-noted = In deinem Profil festgehalten.
builtin-profile-noted-replan = In deinem Profil festgehalten. Sag „mach den Plan neu“, und ich entwerfe eine Woche, die dazu passt.
builtin-profile-declined = Gut, dein Profil bleibt, wie es ist.
builtin-profile-declined-why = Gut, dein Profil bleibt, wie es ist. Du hast gesagt: „{ $reason }“.
builtin-already-so = So steht es schon in deinem Profil, es gibt also nichts zu ändern.
builtin-notes-full = Dein Profil fasst keine weiteren Notizen. Entferne eine unter Einstellungen und sag es mir dann noch einmal.
builtin-no-notes = Du hast keine festen Notizen. Sag „merk dir, dass …“, und ich schlage eine vor.

## Parts of such a change, after a colon
builtin-change-days = { $days ->
    [one] 1 Tag pro Woche
   *[other] { $days } Tage pro Woche
  }
builtin-change-weekdays = Training am { $weekdays }
builtin-change-minutes = { $minutes } Minuten pro Training
builtin-change-goal = Ziel { $goal }
builtin-change-split = Split { $split }
builtin-change-experience = Erfahrung { $experience }
builtin-change-equipment = Ausrüstung { $equipment }
builtin-change-spare = zu schonen: { $parts }
builtin-change-healed = dort nichts mehr zu schonen
builtin-change-bodyweight = Körpergewicht { $weight }
builtin-change-units = Gewichte in { $units }
builtin-change-birth-year = Geburtsjahr { $year }
builtin-change-note = die Notiz { $note }
builtin-change-without-note = ohne die Notiz { $notes }

## Exercises
# An exercise of the person's own, whose name is not at hand.
builtin-this-exercise = diese Übung
builtin-nothing = nichts
builtin-quoted = „{ $text }“
builtin-swap-proposed = Ich würde { $old } durch { $new } ersetzen; der Rest deiner Woche bleibt.
builtin-swap-reason = Du wolltest etwas anderes für { $exercise }.
builtin-swap-plan-reason = Du wolltest { $old } gegen { $new } tauschen.
builtin-swapped = Getauscht. Die Gewichte folgen ab hier dem eigenen Verlauf der Übung.
builtin-swap-declined = Gut, die Übung bleibt. Nenn mir eine andere, und ich versuche es damit.
builtin-swap-declined-why = Gut, die Übung bleibt. Du hast gesagt: „{ $reason }“. Nenn mir eine andere, und ich versuche es damit.
builtin-no-swap-here = Hier kann ich keine Übung tauschen. Mach mit einer anderen Übung von heute weiter und komm später auf diese zurück; Sätze kannst du in beliebiger Reihenfolge eintragen.
builtin-not-in-plan = „{ $name }“ finde ich in deinem Plan nicht. Darin stehen { $plan }.
builtin-no-replacement = Mit deiner Ausrüstung habe ich nichts Passendes gefunden, das { $exercise } ersetzen kann. Nenn mir eine Übung, und ich versuche es damit.
# The exercises follow, one a line.
builtin-found = Das passt:
builtin-none-found = Ich habe keine passende Übung gefunden. Versuch es mit einem anderen Muskel oder anderer Ausrüstung.

## A set
# “Back squat, set 2: 8 reps with 100 kg at RPE 9”; $measure, $loaded and $effort say what of it there is.
builtin-set = { $exercise }, { $kind ->
    [warmup] Aufwärmsatz
   *[working] Satz
  } { $index }:{ $measure ->
    [reps] { " " }{ $amount ->
        [one] 1 Wdh.
       *[other] { $amount } Wdh.
      }
    [seconds] { " " }{ $amount ->
        [one] 1 Sekunde
       *[other] { $amount } Sekunden
      }
   *[none] { "" }
  }{ $loaded ->
    [yes] { " " }mit { $load }
   *[no] { "" }
  }{ $effort ->
    [yes] { " " }bei RPE { $rpe }
   *[no] { "" }
  }
# $set: as above.
builtin-set-proposed = Zum Eintragen: { $set }.
builtin-step-up = Dann eine Stufe hoch, so weit es die Regeln erlauben: { $set }. Bestätige, wenn du den Satz gemacht hast.
builtin-step-down = Dann eine Stufe runter, so weit es die Regeln erlauben: { $set }. Bestätige, wenn du den Satz gemacht hast.
builtin-set-logged = Eingetragen. Mach Pause, dann kommt der nächste.
builtin-set-declined = Nicht eingetragen. Nenn mir die Zahlen, wie sie waren, oder trag sie auf der Karte ein.
builtin-set-declined-why = Nicht eingetragen. Du hast gesagt: „{ $reason }“. Nenn mir die Zahlen, oder trag sie auf der Karte ein.
builtin-tell-effort = Gut zu wissen; trag die RPE ein, dann kann sich das nächste Gewicht danach richten.
# $time: “2:30”.
builtin-rest = Pause { $time }.
builtin-rest-next = Mach { $time } Pause, länger, wenn du noch außer Atem bist. Als Nächstes kommt { $set }.
builtin-no-rest-next = Keine Pause vorgesehen. Als Nächstes kommt { $set }.
builtin-done-for-today = Alles, was für heute geplant war, ist geschafft. Beende das Training, wenn du so weit bist.
builtin-free-workout = Das ist ein freies Training; bisher { $sets ->
    [one] 1 Satz
   *[other] { $sets } Sätze
  } eingetragen.
# $exercises: one or several of the parts below.
builtin-left = { $done } von { $sets ->
    [one] 1 Satz
   *[other] { $sets } Sätzen
  } geschafft. Es fehlen: { $exercises }.
builtin-left-exercise = { $exercise } ({ $sets ->
    [one] 1 Satz
   *[other] { $sets } Sätze
  })

## What became of something that waited for a person
# $what chooses the words.
builtin-superseded = Ich habe { $what ->
    [plan] den Plan
    [profile] die Profiländerung
    [set] den Satz
   *[swap] den Tausch
  } beiseitegelegt; nichts wurde geändert.
builtin-expired = Über { $what ->
    [plan] den Plan
    [profile] die Profiländerung
    [set] den Satz
   *[swap] den Tausch
  } hat niemand rechtzeitig entschieden, deshalb wurde nichts geändert. Frag gern noch einmal.
builtin-stale = Inzwischen hat sich etwas geändert, deshalb wurde { $what ->
    [plan] der Plan
    [profile] die Profiländerung
    [set] der Satz
   *[swap] der Tausch
  } nicht gespeichert. Frag noch einmal, dann gehe ich von dem aus, was jetzt gilt.
# $reason: a sentence.
builtin-refused = Das ging nicht, nichts wurde geändert: { $reason }
builtin-unfinished = Ich konnte { $what ->
    [plan] den Plan
    [profile] die Profiländerung
    [set] den Satz
   *[swap] den Tausch
  } nicht abschließen; nichts wurde geändert. Bitte versuch es noch einmal.

## The week
# An exercise as prescribed: “Back squat 3 × 6–10 with 60 kg”.
builtin-prescribed = { $exercise } { $sets } × { $reps }
builtin-prescribed-loaded = { $exercise } { $sets } × { $reps } mit { $load }
builtin-stands = { $exercise }: Zurzeit gilt { $sets } × { $reps }.
builtin-stands-loaded = { $exercise }: Zurzeit gilt { $sets } × { $reps } mit { $load }.
# A day by its weekday and what it is about: “Monday, Upper A”.
builtin-day-name = { $weekday }, { $focus }
builtin-day = { $day }: { $exercises }
builtin-day-done = { $day }: { $exercises } (erledigt)
builtin-day-missed = { $day }: { $exercises } (verpasst)
# The days follow, one a line.
builtin-week = Deine Woche: { $split ->
    [full_body] Ganzkörper
    [upper_lower] Ober-/Unterkörper
    [push_pull_legs] Push/Pull/Beine
    [push_pull_legs_upper_lower] Push/Pull/Beine und Ober-/Unterkörper
    [custom] eigener Split
   *[other] Training
  } an { $days ->
    [one] 1 Tag
   *[other] { $days } Tagen
  }.
builtin-no-days = Deine Woche hat noch keine Trainingstage. Sag „mach mir einen Plan“.
builtin-next = Als Nächstes kommt { $day }: { $exercises }.
builtin-next-dated = Als Nächstes kommt { $day } ({ $date }): { $exercises }.
builtin-takes = Es dauert etwa { $minutes } Minuten.
builtin-no-next = In deiner Woche gibt es noch keinen Trainingstag. Sag „mach mir einen Plan“.
builtin-week-over = Alles, was für diese Woche geplant war, liegt hinter dir. Die nächste Woche beginnt am Montag.

## How it goes
builtin-no-workout = Diese Woche ist noch kein Training abgeschlossen.
# $volume: “5400 kg”.
builtin-this-week = Diese Woche: { $workouts ->
    [one] 1 Training
   *[other] { $workouts } Trainings
  } abgeschlossen, { $volume } bewegt.
# Always two or more.
builtin-streak = Das sind { $weeks } Wochen in Folge.
builtin-below = Bisher unter dem Wochenbereich: { $muscles }.
# After the sentence above.
builtin-above = Darüber: { $muscles }.
# $lifts: one or several of the parts below.
builtin-lifts = Geschätztes Maximum für eine Wiederholung: { $lifts }.
builtin-lift = { $exercise } { $weight }
# $change: “+2.5”.
builtin-lift-changed = { $exercise } { $weight } ({ $change })

## The profile
builtin-profile = Ziel: { $goal }. Erfahrung: { $experience }. Du trainierst an { $days } Tagen pro Woche je { $minutes } Minuten mit { $equipment }.
builtin-spared = Ich schone: { $parts }.
builtin-notes-on-file = { $n ->
    [one] 1 Notiz
   *[other] { $n } Notizen
  } hinterlegt.
