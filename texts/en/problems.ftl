### Problems: why something was refused. Their titles come first, named after their types.

## Titles
problem-title-already-set-up = Already set up
problem-title-body-too-large = Body too large
problem-title-broken-json = Broken json
problem-title-busy = Busy
problem-title-coded-body = Coded body
problem-title-cross-site = Cross site
problem-title-database-unusable = Database unusable
problem-title-expired = Expired
problem-title-form-key-needed = Form key needed
problem-title-id-taken = Id taken
problem-title-idempotency-in-flight = Idempotency in flight
problem-title-idempotency-key-needed = Idempotency key needed
problem-title-idempotency-key-reused = Idempotency key reused
problem-title-if-match-needed = If match needed
problem-title-internal = Internal
problem-title-invalid = Invalid
problem-title-invalid-fields = Invalid fields
problem-title-login-needed = Login needed
problem-title-method-not-allowed = Method not allowed
problem-title-name-taken = Name taken
problem-title-not-csv = Not csv
problem-title-not-found = Not found
problem-title-not-json = Not json
problem-title-outcome-unknown = Outcome unknown
problem-title-plan-rules = Plan rules
problem-title-proposal-declined = Proposal declined
problem-title-proposal-executed = Proposal executed
problem-title-proposal-failed = Proposal failed
problem-title-proposal-superseded = Proposal superseded
problem-title-run-active = Run active
problem-title-safety-lock = Safety lock
problem-title-scope-missing = Scope missing
problem-title-session-active = Session active
problem-title-session-final = Session final
problem-title-session-not-active = Session not active
problem-title-set-id-taken = Set id taken
problem-title-set-index-taken = Set index taken
problem-title-setup-link-needed = Setup link needed
problem-title-stale-version = Stale version
problem-title-status-needed = Status needed
problem-title-too-many = Too many
problem-title-too-many-exercises = Too many exercises
problem-title-unreadable-body = Unreadable body
problem-title-wrong-credentials = Wrong credentials
problem-title-wrong-digest = Wrong digest

## Problems as a whole: why nothing was done. Those that begin small are also read behind a colon.
reason-problem-fields = { $count } fields have wrong values.
reason-problem-login-needed = Log in, or send a token as Authorization: Bearer.
reason-problem-other-method = This method is not allowed here.
reason-problem-cross-site = This request came from another site.
reason-problem-scope-missing = This token does not have the scope { $scope }.
reason-problem-scope-not-yours = You cannot give the scope { $scope }, which you do not have.
reason-problem-unreadable-body = The body could not be read.
# Where the text stops being JSON.
reason-problem-broken-json = The body is not JSON: it goes wrong at line { $line }, column { $column }.
reason-problem-not-json = Send the body as Content-Type: application/json, in UTF-8.
reason-problem-coded-body = Send the body as it is, without Content-Encoding: no coding is taken.
reason-problem-body-too-large = The body is too large.
reason-problem-not-csv = Send the file as Content-Type: text/csv, or as the field `file` of a multipart/form-data form.
reason-problem-key-needed = The header Idempotency-Key is needed here. Nothing was changed.
reason-problem-key-length = The header Idempotency-Key must have { $least } to { $most } visible characters. Nothing was changed.
reason-error-not-found = There is nothing here, or it is not yours.
reason-error-fields = some fields have wrong values
reason-error-plan-rules = the plan breaks rules
reason-error-if-match-needed = send If-Match with the version you changed
reason-error-stale = it has changed since you read it
reason-error-wrong-digest = this is not what was shown: the digest differs
reason-error-locked = Coaching is stopped until you say that it is resolved.
reason-error-wrong-credentials = the name or the password is wrong
reason-error-busy = Try again in a moment; nothing was changed.
reason-error-outcome-unknown = It is not known whether this was written. Look, or send it again with the same Idempotency-Key.
reason-error-database-unusable = The database cannot be used as it is; nothing was changed. Whoever runs this server has to look.
reason-error-internal = Something went wrong on the server. Nothing was changed.
# A sentence that was kept before its facts were: as it stands.
reason-verbatim = { $text }
# The one who downloaded their data went away: nobody reads this.
reason-export-left = Nobody reads on.

## Too many, for now
reason-too-many-passwords = Too many wrong passwords. Try again in { $seconds } s.
reason-too-many-requests = Too many requests. Try again in { $seconds } s.
# Runs: answers of the coach.
reason-too-many-runs = { $count } runs today are the most there are; it starts anew at midnight.

## What stands in the way
reason-conflict-key-in-flight = Another write of yours is still at work. Try again in a moment with the same key.
reason-conflict-key-reused = This Idempotency-Key was used for another request. Nothing was changed.
reason-conflict-already-set-up = There is an account already; log in.
reason-conflict-name-taken = There is an account with this name already.
reason-conflict-too-many-exercises = You have { $most } exercises of your own, and that is the most.
reason-conflict-id-taken = This id is in use. Choose another UUID.
reason-conflict-session-active = A session is active already. Finish it first, or go on with it.
reason-conflict-session-ended = This session has ended.
reason-conflict-session-final =
    { $status ->
        [abandoned] This session is abandoned already, and that stays.
       *[completed] This session is completed already, and that stays.
    }
reason-conflict-set-index-taken = There is a set at this place already.
reason-conflict-set-id-taken = This set id is in use. Choose another UUID.
reason-conflict-set-id-of-another = This set id is in use for another set.
reason-conflict-run-active = The coach is still answering. Wait for it, or cancel the run.
reason-conflict-proposal-declined = This proposal was declined; nothing was changed.
reason-conflict-proposal-superseded = Something newer took this proposal's place; nothing was changed.
reason-conflict-proposal-failed = This proposal failed; nothing was changed.
reason-conflict-proposal-executed = This proposal was confirmed and done already.
reason-proposal-expired = This proposal has expired; nothing was changed.
reason-proposal-stale = What this was based on has changed since; nothing was overwritten.
