### What stands around every page, the way in (setup, login, first questions), failures and safety.

## Around every page
shell-skip = Zum Inhalt
shell-insecure = Diese Seite läuft nicht über https, andere im Netzwerk können also mitlesen. Stell sie hinter https und setze SPOTTER_PUBLIC_URL.
# Sam is the made-up person of the sample data.
shell-sample = Sam und diese zwölf Wochen sind erfunden, zum Umsehen.
shell-sample-remove = Entfernen und loslegen
# A link follows.
shell-locked = Das Coaching ist gestoppt. Sätze kannst du weiter eintragen.
shell-locked-more = Was passiert ist und wie es weitergeht
# For screen readers; the account's name follows.
shell-settings-of = Einstellungen von
# Names the navigation.
shell-places = Bereiche

## Login and setup
shell-log-in = Anmelden
shell-name = Name
shell-password = Passwort
# A command follows.
shell-login-forgotten = Vergessen? Wer dieses Spotter betreibt, kann ein neues setzen:
shell-login-wrong = Name oder Passwort stimmt nicht.
# The window's title.
shell-welcome = Willkommen
shell-setup-title = Willkommen bei Spotter
shell-setup-lead = Leg dein Konto an. Es bleibt auf diesem Rechner, wie alles andere.
shell-setup-password-hint = Mindestens 8 Zeichen. Ein Satz lässt sich leichter merken als ein Rätsel.
shell-setup-create = Konto anlegen
shell-setup-sample-hint = Oder sieh dich erst um: zwölf Wochen von jemandem, den es nicht gibt. Das Anlegen dauert ein paar Sekunden; ein Fingertipp, und sie sind wieder weg.
shell-setup-sample = Mit Beispieldaten testen
# “setup:” follows, and then the next text.
shell-setup-printed = Es gibt noch kein Konto. Beim Start hat Spotter eine Zeile ausgegeben, die mit
shell-setup-open-link = beginnt; sie steht in seinem Terminal. Öffne den Link darin einmal, er bringt dich mit seinem Schlüssel hierher.
shell-setup-restart = Im Terminal ist nichts mehr zu sehen? Stopp Spotter und starte es neu: Solange es kein Konto gibt, gibt es einen neuen Link aus.
shell-setup-other-link = Das ist nicht der Link, der zuletzt ausgegeben wurde.

## First questions
shell-welcome-questions = Ein paar Fragen
# Small, after “Six questions”.
shell-welcome-then = dann deine Woche
shell-welcome-goal = Wofür trainierst du?
shell-welcome-experience = Wie viel Erfahrung hast du?
shell-welcome-days = An wie vielen Tagen pro Woche?
shell-welcome-minutes = Wie viele Minuten pro Training?
shell-welcome-equipment = Was hast du?
shell-welcome-equipment-hint = Der Plan nutzt nichts anderes.
shell-welcome-weigh = Was wiegst du?
shell-welcome-weigh-hint = Für Übungen mit dem eigenen Körper. Du kannst es leer lassen.
shell-welcome-bodyweight = Körpergewicht
# A link follows: “Bring your history along”, then a full stop.
shell-welcome-coming-from = Kommst du von Strong oder Hevy?
shell-welcome-later = Alles hier lässt sich später ändern.
shell-welcome-skip = Überspringen
shell-welcome-make-plan = Meinen Plan erstellen

## A form that could not be taken

## When a page fails: a title, and what was kept
shell-error-nothing-here = Hier ist nichts
shell-error-nothing-here-kept = Dein Training ist unberührt.
shell-error-moved-on = Inzwischen überholt
shell-error-moved-on-kept = Nichts wurde geändert. Geh zurück und sieh nach, wie es jetzt steht.
shell-error-did-not-fit = Das passte nicht
shell-error-did-not-fit-kept = Nichts wurde geändert. Geh zurück: Was du getippt hast, steht noch da.
shell-error-locked-kept = Sätze kannst du weiter eintragen.
shell-error-too-many = Einen Moment bitte
shell-error-too-many-kept = Nichts wurde geändert. Versuch es gleich noch einmal.
shell-error-did-not-work = Das hat nicht geklappt
shell-error-did-not-work-kept = Jeder abgehakte Satz bleibt erhalten. Versuch es gleich noch einmal.
shell-error-not-possible = Das geht nicht
shell-error-not-possible-kept = Nichts wurde geändert.
# An address that only takes a form was opened like a page.
shell-error-what-happened = Was passiert ist
shell-error-to-today = Zu Heute

## Safety
shell-safety = Sicherheit
shell-coaching-stopped = Coaching gestoppt
shell-safety-clear = Nichts gesperrt
shell-safety-mentioned = Du hast etwas erwähnt, bei dem ein Coach dich nicht weitertrainieren lassen darf.
# $flag is one of the signs below.
shell-safety-mentioned-flag = Du hast etwas erwähnt, bei dem ein Coach dich nicht weitertrainieren lassen darf ({ $flag }).
shell-safety-what-to-do = Wenn es gerade passiert, hör auf und wähle den Notruf. Wenn es vorbei ist, lass es abklären, bevor du wieder hart trainierst.
shell-safety-since = Seit { $when }. Sätze kannst du weiter eintragen, und alles, was du geschrieben hast, ist noch da.
shell-safety-resolved = Es ist abgeklärt oder vorbei, und ich möchte das Coaching zurück.
shell-safety-on = Das Coaching läuft.
# Which languages red flags are heard in.
shell-safety-heard = Warnzeichen erkennt Spotter bisher nur in englischen Texten. In jeder Sprache gilt: Bei Brustschmerzen, Ohnmacht oder Ähnlichem hör auf und wähle den Notruf.
shell-safety-go-on = Coaching fortsetzen
# A link to the page Today.
shell-safety-today = Heute

## Signs that stop coaching
shell-flag-chest-pain = Brustschmerzen
shell-flag-fainting = Ohnmacht
shell-flag-dizziness-balance = Schwindel mit Gleichgewichtsverlust
shell-flag-saddle-numbness = Taubheit im Sattelbereich
shell-flag-bladder-bowel = veränderte Kontrolle über Blase oder Darm
shell-flag-dark-urine = dunkler Urin
shell-flag-pregnancy-bleeding = Blutung in der Schwangerschaft
shell-flag-pregnancy-fluid = Flüssigkeitsabgang in der Schwangerschaft
shell-flag-pregnancy-contractions = Wehen in der Schwangerschaft

## The installed app, and the page of a place that has no copy here
shell-about = Ein Kraftcoach auf deinem eigenen Rechner.
shell-away = Kein Netz
shell-away-about = Von dieser Seite liegt auf diesem Gerät noch keine Kopie. Was du abgehakt hast, bleibt hier und wird gesendet, sobald das Netz wieder da ist.
shell-away-again = Noch einmal
shell-away-workout = Dein Training
shell-away-plan = Dein Plan
