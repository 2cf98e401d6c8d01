### The coach: the conversation, past conversations, and its runs.

## Coach
# The page's name, and who speaks.
coach-name = Coach
# Who speaks: the person.
coach-you = You
# In place of a model's name.
coach-built-in = built-in coach, plain rules
# A link to past conversations.
coach-history = History
# A run is one turn of the coach: what it looked at, proposed and cost.
coach-runs = Runs
coach-new-chat = New chat
coach-conversation = Conversation
coach-answering = The coach is answering
coach-stop = Stop
coach-look-again = See whether the answer is there
coach-your-message = Your message
coach-ask-hint = Ask, or say what to change
coach-send = Send
# While coaching is stopped, in place of the way to send: a sentence above the box, a button beside it.
coach-stopped = Coaching is stopped until you say that it is resolved. Logging sets still works.
coach-stopped-way = How to go on
# Beside “Your plan”: a link.
coach-open-plan = open

## First messages to tap: each is sent as it stands
coach-ideas = Where shall we begin?
coach-lead = It knows your profile, plan and progress. It proposes; you decide.
coach-idea-plan = Make me a plan for 4 days, upper and lower
coach-idea-short = I have 40 minutes and only dumbbells
coach-idea-held = Why is my bench press held?
coach-idea-progress = How am I doing?
coach-idea-next = What is next?

## What the coach can see
coach-sees = What the coach can see
coach-place-rules = Plain rules on this server; nothing leaves it.
coach-place-here = { $model } answers on this machine; nothing leaves it.
coach-place-away = { $model } answers at { $host }: what you write, and what of this it looks at, is sent there.
coach-your-profile = Your profile
coach-your-plan = Your plan
coach-your-progress = Your progress
# Beside “Your progress”.
coach-your-progress-now = weekly sets, lifts, records
coach-workout = The workout at hand
# Beside “The workout at hand”.
coach-workout-now = what is prescribed and logged in it
coach-your-notes = Your standing notes
coach-sees-nothing-else = Nothing else: no password, no token, nobody but you. It changes nothing until you confirm.

## Past conversations
coach-conversations = Conversations
# Small, after “Conversations”.
coach-conversations-with = with your coach
# A button; the conversation's title follows for screen readers.
coach-delete = Delete
coach-no-conversations = Nothing was said yet. Each conversation with the coach stands here, to be read again or gone on with.
coach-begin-new = Begin a new one

## Lists of conversations and of runs
# In place of what was said, where there were no words.
coach-without-words = Without words
# Names the links to newer and older ones.
coach-pages = Pages
coach-newest = Newest
coach-older = Older
coach-nothing-older = Nothing older than that.

## Runs
# Small, after “Runs”.
coach-runs-what = every turn of your coach
coach-no-runs = Nothing yet. When you ask the coach something, its turn stands here: what it looked at, what it proposed, and what became of it.
coach-ask = Ask the coach
# After the number of steps; the number of tokens comes with its digits in groups.
coach-run-token-count = { $n } tokens

## What became of a run
coach-run-at-work = At work
coach-run-waits = Waits for you
coach-run-finished = Finished
coach-run-failed = Failed
coach-run-stopped = Stopped

## One run
coach-run = Run
coach-run-ended = ended { $when }
# The number of steps stands below.
coach-run-steps = Steps
# How long it worked stands below.
coach-run-worked = At work
coach-run-tokens = Tokens
coach-run-tokens-parts = { $read } read, { $written } written
coach-run-step = Step { $n }
# $time: “1.2 s”.
coach-step-answered = After { $time } it answered.
# $calls: “2 calls” (of tools).
coach-step-spoke-and-called = After { $time } it spoke and made { $calls }.
coach-step-called = After { $time } it made { $calls }.
coach-run-no-steps = No model step was taken.
coach-run-fixed-answer = No model step was taken: the answer was a fixed text.
coach-all-runs = All runs
coach-open-conversation = Open the conversation

## Calls of tools
coach-call-ok = ok
coach-call-failed = failed
coach-call-open = not executed
# In place of what a tool does, where the model called one that there is not.
coach-call-no-tool = There is no such tool
# When the person decided on what the call proposed.
coach-call-decided = decided after { $time }

## What was proposed, and what became of it
coach-outcome-change = Change
coach-outcome-waits = waits for you
coach-outcome-confirmed = confirmed
coach-outcome-failed = could not be done
coach-outcome-declined = declined
coach-outcome-expired = expired
# Another proposal took its place.
coach-outcome-superseded = superseded
