### Problems: why something was refused. Their titles come first, named after their types.

## Titles
problem-title-already-set-up = Schon eingerichtet
problem-title-body-too-large = Inhalt zu groß
problem-title-broken-json = Fehlerhaftes JSON
problem-title-busy = Beschäftigt
problem-title-coded-body = Kodierter Inhalt
problem-title-cross-site = Fremde Website
problem-title-database-unusable = Datenbank nicht benutzbar
problem-title-expired = Abgelaufen
problem-title-form-key-needed = Formularschlüssel fehlt
problem-title-id-taken = ID vergeben
problem-title-idempotency-in-flight = Anfrage läuft noch
problem-title-idempotency-key-needed = Idempotency-Key fehlt
problem-title-idempotency-key-reused = Idempotency-Key schon benutzt
problem-title-if-match-needed = If-Match fehlt
problem-title-internal = Interner Fehler
problem-title-invalid = Ungültig
problem-title-invalid-fields = Ungültige Felder
problem-title-login-needed = Anmeldung nötig
problem-title-method-not-allowed = Methode nicht erlaubt
problem-title-name-taken = Name vergeben
problem-title-not-csv = Kein CSV
problem-title-not-found = Nicht gefunden
problem-title-not-json = Kein JSON
problem-title-outcome-unknown = Ausgang unbekannt
problem-title-plan-rules = Planregeln
problem-title-proposal-declined = Vorschlag abgelehnt
problem-title-proposal-executed = Vorschlag ausgeführt
problem-title-proposal-failed = Vorschlag fehlgeschlagen
problem-title-proposal-superseded = Vorschlag überholt
problem-title-run-active = Antwort läuft
problem-title-safety-lock = Sicherheitssperre
problem-title-scope-missing = Berechtigung fehlt
problem-title-session-active = Training läuft
problem-title-session-final = Training beendet
problem-title-session-not-active = Training läuft nicht
problem-title-set-id-taken = Satz-ID vergeben
problem-title-set-index-taken = Satznummer vergeben
problem-title-setup-link-needed = Einrichtungslink nötig
problem-title-stale-version = Veraltete Version
problem-title-status-needed = Status fehlt
problem-title-too-many = Zu viel
problem-title-too-many-exercises = Zu viele Übungen
problem-title-unreadable-body = Unlesbarer Inhalt
problem-title-wrong-credentials = Falsche Anmeldedaten
problem-title-wrong-digest = Falsche Prüfsumme

## Problems as a whole: why nothing was done. Those that begin small are also read behind a colon.
reason-problem-fields = { $count } Felder haben falsche Werte.
reason-problem-login-needed = Melde dich an, oder schick ein Token als Authorization: Bearer.
reason-problem-other-method = Diese Methode ist hier nicht erlaubt.
reason-problem-cross-site = Diese Anfrage kam von einer anderen Website.
reason-problem-scope-missing = Diesem Token fehlt die Berechtigung { $scope }.
reason-problem-scope-not-yours = Die Berechtigung { $scope } hast du selbst nicht, also kannst du sie nicht vergeben.
reason-problem-unreadable-body = Der Inhalt der Anfrage ließ sich nicht lesen.
# Where the text stops being JSON.
reason-problem-broken-json = Der Inhalt ist kein JSON: Der Fehler steht in Zeile { $line }, Spalte { $column }.
reason-problem-not-json = Schick den Inhalt als Content-Type: application/json, in UTF-8.
reason-problem-coded-body = Schick den Inhalt so, wie er ist, ohne Content-Encoding: Kodiertes wird nicht angenommen.
reason-problem-body-too-large = Der Inhalt ist zu groß.
reason-problem-not-csv = Schick die Datei als Content-Type: text/csv, oder als Feld `file` eines Formulars (multipart/form-data).
reason-problem-key-needed = Hier wird der Header Idempotency-Key gebraucht. Nichts wurde geändert.
reason-problem-key-length = Der Header Idempotency-Key braucht { $least } bis { $most } sichtbare Zeichen. Nichts wurde geändert.
reason-error-not-found = Hier ist nichts, oder es gehört nicht dir.
reason-error-fields = einige Felder haben falsche Werte
reason-error-plan-rules = der Plan verletzt Regeln
reason-error-if-match-needed = schick If-Match mit der Version, die du geändert hast
reason-error-stale = es hat sich geändert, seit du es gelesen hast
reason-error-wrong-digest = das ist nicht, was gezeigt wurde: die Prüfsumme ist eine andere
reason-error-locked = Das Coaching ruht, bis du sagst, dass es geklärt ist.
reason-error-wrong-credentials = der Name oder das Passwort stimmt nicht
reason-error-busy = Versuch es gleich noch einmal; nichts wurde geändert.
reason-error-outcome-unknown = Es ist nicht bekannt, ob das gespeichert wurde. Sieh nach, oder schick es mit demselben Idempotency-Key noch einmal.
reason-error-database-unusable = Die Datenbank ist so nicht benutzbar; nichts wurde geändert. Wer diesen Server betreibt, muss nachsehen.
reason-error-internal = Auf dem Server ist etwas schiefgegangen. Nichts wurde geändert.
# A sentence that was kept before its facts were: as it stands.
reason-verbatim = { $text }
# The one who downloaded their data went away: nobody reads this.
reason-export-left = Niemand liest weiter.

## Too many, for now
reason-too-many-passwords = Zu viele falsche Passwörter. Versuch es in { $seconds } s noch einmal.
reason-too-many-requests = Zu viele Anfragen. Versuch es in { $seconds } s noch einmal.
# Runs: answers of the coach.
reason-too-many-runs = { $count } Antworten des Coachs am Tag sind das Höchste; um Mitternacht geht es von vorn los.

## What stands in the way
reason-conflict-key-in-flight = Eine andere Änderung von dir läuft noch. Versuch es gleich noch einmal mit demselben Schlüssel.
reason-conflict-key-reused = Dieser Idempotency-Key wurde für eine andere Anfrage benutzt. Nichts wurde geändert.
reason-conflict-already-set-up = Es gibt schon ein Konto; melde dich an.
reason-conflict-name-taken = Es gibt schon ein Konto mit diesem Namen.
reason-conflict-too-many-exercises = Du hast { $most } eigene Übungen, und mehr geht nicht.
reason-conflict-id-taken = Diese ID ist vergeben. Nimm eine andere UUID.
reason-conflict-session-active = Ein Training läuft schon. Beende es zuerst, oder mach damit weiter.
reason-conflict-session-ended = Dieses Training ist beendet.
reason-conflict-session-final =
    { $status ->
        [abandoned] Dieses Training ist schon abgebrochen, und dabei bleibt es.
       *[completed] Dieses Training ist schon abgeschlossen, und dabei bleibt es.
    }
reason-conflict-set-index-taken = An dieser Stelle steht schon ein Satz.
reason-conflict-set-id-taken = Diese Satz-ID ist vergeben. Nimm eine andere UUID.
reason-conflict-set-id-of-another = Diese Satz-ID gehört zu einem anderen Satz.
reason-conflict-run-active = Der Coach antwortet noch. Warte auf ihn, oder brich die Antwort ab.
reason-conflict-proposal-declined = Dieser Vorschlag wurde abgelehnt; nichts wurde geändert.
reason-conflict-proposal-superseded = Etwas Neueres ist an die Stelle dieses Vorschlags getreten; nichts wurde geändert.
reason-conflict-proposal-failed = Dieser Vorschlag ist fehlgeschlagen; nichts wurde geändert.
reason-conflict-proposal-executed = Dieser Vorschlag wurde schon bestätigt und ausgeführt.
reason-proposal-expired = Dieser Vorschlag ist abgelaufen; nichts wurde geändert.
reason-proposal-stale = Worauf das beruhte, hat sich inzwischen geändert; nichts wurde überschrieben.
