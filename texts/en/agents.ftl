### What agents say to people beside their answers: what a tool did, and why a turn could not be finished.

## What is asked in a workout when nothing is said
agents-why-this-set = Why this set?

## What a call of a tool did
# The person had said no to it before, in the same turn.
agents-did-nothing-declined = declined before
# The model called one that there is not.
agents-did-nothing-unknown = unknown tool

## Why a turn ended without its answer
agents-failed-internal = Something went wrong on the server.
agents-failed-interrupted = The server was restarted too often while this ran.
agents-failed-tokens = This turn used up its tokens.
agents-failed-empty = The model gave no answer.
agents-failed-calls = The model's calls were wrong too often in a row.
agents-failed-steps = This turn took too many steps.

## What went wrong with a model server; $detail is its own words
agents-model-unauthorized = the model server refused the API key (status { $status })
agents-model-rate-limited = the model server is out of quota or busy (status 429)
agents-model-failed = the model server failed (status { $status }): { $detail }
agents-model-refused = the model server refused the request (status { $status }): { $detail }
agents-model-unreachable = the model server cannot be reached: { $detail }
agents-model-protocol = the model server sent something that is not an answer: { $detail }
agents-model-cut = the answer was cut off
agents-model-stalled = the model server said nothing for { $seconds } s
agents-model-out-of-time = the working time of { $seconds } s was used up before the answer was whole
agents-model-withheld = the answer repeated the coach's own instructions and was withheld
agents-model-cancelled = cancelled
