### What is said of the agents' tools, each text `tool-NAME-KIND`: what the coach is doing and what it did; of one
### that proposes, what it is preparing instead of doing, the card's title, what a confirm has done (executed), what it is in a list (outcome) and the way
### to where it can be seen (seen-at).

## getProfile
tool-getProfile-doing = Looking at your profile
tool-getProfile-done = Looked at your profile

## getExercises
tool-getExercises-doing = Looking at exercises
tool-getExercises-done = Looked for exercises

## getWeeklyPlan
tool-getWeeklyPlan-doing = Looking at your plan
tool-getWeeklyPlan-done = Looked at your plan

## draftWeeklyPlan
tool-draftWeeklyPlan-doing = Looking at a draft of a plan
tool-draftWeeklyPlan-done = Drafted a plan

## getProgress
tool-getProgress-doing = Looking at your progress
tool-getProgress-done = Looked at your progress

## saveWeeklyPlan
tool-saveWeeklyPlan-preparing = Preparing a plan
tool-saveWeeklyPlan-done = Proposed a plan
tool-saveWeeklyPlan-title = A new weekly plan
tool-saveWeeklyPlan-executed = Saved. This is your plan from now on.
tool-saveWeeklyPlan-outcome = Weekly plan
tool-saveWeeklyPlan-seen-at = See the plan

## updateProfile
tool-updateProfile-preparing = Preparing a change of your profile
tool-updateProfile-done = Proposed a change of your profile
tool-updateProfile-title = A change of your profile
tool-updateProfile-executed = Saved in your profile.
tool-updateProfile-outcome = Profile
tool-updateProfile-seen-at = See your profile

## getSession
tool-getSession-doing = Looking at this workout
tool-getSession-done = Looked at this workout

## suggestNextSet
tool-suggestNextSet-doing = Looking at the next set
tool-suggestNextSet-done = Asked the engine for the next set

## logSet
tool-logSet-preparing = Preparing a set
tool-logSet-done = Proposed a set
tool-logSet-title = A set to log
tool-logSet-executed = Logged.
tool-logSet-outcome = Set

## swapExercise
tool-swapExercise-preparing = Preparing another exercise
tool-swapExercise-done = Proposed another exercise
tool-swapExercise-title = Another exercise
tool-swapExercise-executed = Swapped.
tool-swapExercise-outcome = Swap
tool-swapExercise-seen-at = Go on with the workout
