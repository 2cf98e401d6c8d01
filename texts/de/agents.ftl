### What agents say to people beside their answers: what a tool did, and why a turn could not be finished.

## What is asked in a workout when nothing is said
agents-why-this-set = Warum dieser Satz?

## What a call of a tool did
# The person had said no to it before, in the same turn.
agents-did-nothing-declined = vorher abgelehnt
# The model called one that there is not.
agents-did-nothing-unknown = unbekanntes Werkzeug

## Why a turn ended without its answer
agents-failed-internal = Auf dem Server ist etwas schiefgegangen.
agents-failed-interrupted = Der Server wurde dabei zu oft neu gestartet.
agents-failed-tokens = Für diese Antwort sind die Tokens aufgebraucht.
agents-failed-empty = Das Modell hat keine Antwort gegeben.
agents-failed-calls = Die Aufrufe des Modells waren zu oft hintereinander falsch.
agents-failed-steps = Diese Antwort hat zu viele Schritte gebraucht.

## What went wrong with a model server; $detail is its own words
agents-model-unauthorized = Der Modellserver hat den API-Schlüssel abgelehnt (Status { $status })
agents-model-rate-limited = Der Modellserver ist ausgelastet oder das Kontingent ist erschöpft (Status 429)
agents-model-failed = Der Modellserver ist gescheitert (Status { $status }): { $detail }
agents-model-refused = Der Modellserver hat die Anfrage abgelehnt (Status { $status }): { $detail }
agents-model-unreachable = Der Modellserver ist nicht erreichbar: { $detail }
agents-model-protocol = Der Modellserver hat etwas geschickt, das keine Antwort ist: { $detail }
agents-model-cut = Die Antwort ist abgebrochen
agents-model-stalled = Der Modellserver hat { $seconds } s lang nichts gesagt
agents-model-out-of-time = Die Rechenzeit von { $seconds } s war aufgebraucht, bevor die Antwort vollständig war
agents-model-withheld = Die Antwort hat die eigenen Anweisungen des Coachs wiederholt und wurde zurückgehalten
agents-model-cancelled = abgebrochen
