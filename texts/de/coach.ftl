### The coach: the conversation, past conversations, and its runs.

## Coach
# The page's name, and who speaks.
coach-name = Coach
# Who speaks: the person.
coach-you = Du
# In place of a model's name.
coach-built-in = eingebauter Coach, feste Regeln
# A link to past conversations.
coach-history = Verlauf
# A run is one turn of the coach: what it looked at, proposed and cost.
coach-runs = Durchläufe
coach-new-chat = Neuer Chat
coach-conversation = Gespräch
coach-answering = Der Coach antwortet
coach-stop = Stopp
coach-look-again = Nachsehen, ob die Antwort da ist
coach-your-message = Deine Nachricht
coach-ask-hint = Frage oder Änderungswunsch
coach-send = Senden
# While coaching is stopped, in place of the way to send: a sentence above the box, a button beside it.
coach-stopped = Das Coaching ist gestoppt, bis du sagst, dass es geklärt ist. Sätze kannst du weiter eintragen.
coach-stopped-way = So geht es weiter
# Beside “Your plan”: a link.
coach-open-plan = öffnen

## First messages to tap: each is sent as it stands
coach-ideas = Womit fangen wir an?
coach-lead = Er kennt dein Profil, deinen Plan und deinen Fortschritt. Er schlägt vor, du entscheidest.
coach-idea-plan = Mach mir einen Plan für 4 Tage, Oberkörper und Unterkörper
coach-idea-short = Ich habe 40 Minuten und nur Kurzhanteln
coach-idea-held = Warum bleibt das Gewicht beim Bankdrücken gleich?
coach-idea-progress = Wie komme ich voran?
coach-idea-next = Was kommt als Nächstes?

## What the coach can see
coach-sees = Was der Coach sehen kann
coach-place-rules = Feste Regeln auf diesem Server; nichts verlässt ihn.
coach-place-here = { $model } antwortet auf diesem Rechner; nichts verlässt ihn.
coach-place-away = { $model } antwortet auf { $host }: Dorthin geht, was du schreibst und was es sich hiervon ansieht.
coach-your-profile = Dein Profil
coach-your-plan = Dein Plan
coach-your-progress = Dein Fortschritt
# Beside “Your progress”.
coach-your-progress-now = Sätze pro Woche, Übungen, Bestwerte
coach-workout = Das laufende Training
# Beside “The workout at hand”.
coach-workout-now = was vorgesehen und was eingetragen ist
coach-your-notes = Deine festen Notizen
coach-sees-nothing-else = Sonst nichts: kein Passwort, kein Token, niemanden außer dir. Er ändert nichts, bevor du bestätigst.

## Past conversations
coach-conversations = Gespräche
# Small, after “Conversations”.
coach-conversations-with = mit deinem Coach
# A button; the conversation's title follows for screen readers.
coach-delete = Löschen
coach-no-conversations = Noch kein Gespräch. Hier steht jedes, das du mit dem Coach führst, zum Nachlesen oder Weiterführen.
coach-begin-new = Neues Gespräch

## Lists of conversations and of runs
# In place of what was said, where there were no words.
coach-without-words = Ohne Text
# Names the links to newer and older ones.
coach-pages = Seiten
coach-newest = Neueste
coach-older = Ältere
coach-nothing-older = Weiter zurück gibt es nichts.

## Runs
# Small, after “Runs”.
coach-runs-what = alles, was dein Coach getan hat
coach-no-runs = Noch nichts. Wenn du den Coach etwas fragst, steht hier sein Durchlauf: was er sich angesehen hat, was er vorgeschlagen hat und was daraus wurde.
coach-ask = Coach fragen
# After the number of steps; the number of tokens comes with its digits in groups.
coach-run-token-count = { $n } Tokens

## What became of a run
coach-run-at-work = Arbeitet
coach-run-waits = Wartet auf dich
coach-run-finished = Fertig
coach-run-failed = Fehlgeschlagen
coach-run-stopped = Gestoppt

## One run
coach-run = Durchlauf
coach-run-ended = beendet { $when }
# The number of steps stands below.
coach-run-steps = Schritte
# How long it worked stands below.
coach-run-worked = Rechenzeit
coach-run-tokens = Tokens
coach-run-tokens-parts = { $read } gelesen, { $written } geschrieben
coach-run-step = Schritt { $n }
# $time: “1.2 s”.
coach-step-answered = Nach { $time }: die Antwort.
# $calls: “2 calls” (of tools).
coach-step-spoke-and-called = Nach { $time }: Text und { $calls }.
coach-step-called = Nach { $time }: { $calls }.
coach-run-no-steps = Das Modell wurde nicht gefragt.
coach-run-fixed-answer = Das Modell wurde nicht gefragt: Die Antwort war ein fester Text.
coach-all-runs = Alle Durchläufe
coach-open-conversation = Gespräch öffnen

## Calls of tools
coach-call-ok = ok
coach-call-failed = fehlgeschlagen
coach-call-open = nicht ausgeführt
# In place of what a tool does, where the model called one that there is not.
coach-call-no-tool = Dieses Werkzeug gibt es nicht
# When the person decided on what the call proposed.
coach-call-decided = entschieden nach { $time }

## What was proposed, and what became of it
coach-outcome-change = Änderung
coach-outcome-waits = wartet auf dich
coach-outcome-confirmed = bestätigt
coach-outcome-failed = ging nicht
coach-outcome-declined = abgelehnt
coach-outcome-expired = abgelaufen
# Another proposal took its place.
coach-outcome-superseded = ersetzt
