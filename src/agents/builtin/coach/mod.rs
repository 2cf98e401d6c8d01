//! The Coach's side of the chat: from the history to the next step. Every flow reads, proposes,
//! and ends in a sentence; it looks only at what was called and answered in this turn.

mod notes;
mod plan;
mod profile;
mod reading;
mod swap;

use super::intent::{Intent, Understood, understand};
use super::pattern::has;
use super::slots::Slots;
use super::turn::{Step, Turn};
use super::words;
use crate::agents::roster::Agent;

/// The next step.
#[must_use]
pub fn step(turn: &Turn<'_>) -> Step {
    let Some(said) = understand(turn.text, Agent::Coach) else {
        return Step::Say(words::say(words::CANNOT));
    };
    turn.bounded(by_intent(turn, &said), words::NO_DATA)
}

fn by_intent(turn: &Turn<'_>, said: &Understood) -> Step {
    let say = |key: &str| Step::Say(words::say(key));
    match said.intent {
        Intent::MakePlan => plan::step(turn, &plan::Wish::new(said)),
        Intent::DraftOnly => plan::step(turn, &plan::Wish { only_draft: true, ..plan::Wish::new(said) }),
        Intent::ChangePlan => changed(turn, said),
        Intent::Again => again(turn, said),
        Intent::Yes => yes(turn),
        Intent::ChangeProfile => profile::change(turn, said),
        Intent::Remember => notes::remember(turn, said),
        Intent::Forget => notes::forget(turn, said),
        Intent::Swap => swap::step(turn, said),
        Intent::Why => reading::why(turn, said),
        Intent::Progress => reading::progress(turn),
        Intent::Next => reading::next(turn),
        Intent::ShowPlan => reading::plan(turn),
        Intent::ShowProfile => reading::profile(turn),
        Intent::Find => reading::find(turn, said),
        Intent::Help => say(words::HELP),
        Intent::Greeting => say(words::GREETING),
        Intent::Thanks => say(words::THANKS),
        Intent::No => say(words::NO),
        Intent::Log | Intent::Session | Intent::Finish => say(words::LOG_ELSEWHERE),
        Intent::Pain => say(words::PAIN_ELSEWHERE),
        Intent::Minor => say(words::MINOR),
        Intent::FeltEasy | Intent::FeltHeavy | Intent::Unknown => say(words::CANNOT),
    }
}

/// A change of the plan stands on what was asked for before it in this conversation.
fn changed(turn: &Turn<'_>, said: &Understood) -> Step {
    let afresh = has(&said.tokens, &said.ear.words.afresh);
    if afresh && !said.slots.shapes_plan() {
        // What the profile says now, not what an older message or the standing plan said.
        return plan::step(turn, &plan::Wish::new(said));
    }
    let wish =
        plan::Wish { slots: with_earlier(turn, said.slots.clone()), change: true, ..plan::Wish::new(said) };
    if wish.is_empty() {
        return Step::Say(words::say(words::WHAT_CHANGES));
    }
    plan::step(turn, &wish)
}

fn again(turn: &Turn<'_>, said: &Understood) -> Step {
    let slots = with_earlier(turn, Slots::default());
    plan::step(
        turn,
        &plan::Wish { slots, change: true, lead: Some(words::PLAN_AGAIN), ..plan::Wish::new(said) },
    )
}

/// "Yes" answers the offer that the turn before ended in.
fn yes(turn: &Turn<'_>) -> Step {
    let before = turn.earlier.first().and_then(|text| understand(text, Agent::Coach));
    match before {
        Some(said) if matches!(said.intent, Intent::ChangeProfile) => {
            let slots = Slots::default();
            plan::step(turn, &plan::Wish { slots, ..plan::Wish::new(&said) })
        }
        Some(said) if matches!(said.intent, Intent::MakePlan | Intent::ChangePlan | Intent::Again) => {
            again(turn, &said)
        }
        Some(said) if matches!(said.intent, Intent::DraftOnly) => again(turn, &said),
        _ => Step::Say(words::say(words::HELP)),
    }
}

/// What was said of the plan in the last few messages, back to the one that asked for it.
fn with_earlier(turn: &Turn<'_>, now: Slots) -> Slots {
    let mut slots = now;
    for text in turn.earlier.iter().take(6) {
        let Some(said) = understand(text, Agent::Coach) else { continue };
        match said.intent {
            Intent::ChangePlan => slots = slots.over(said.slots),
            Intent::MakePlan | Intent::DraftOnly => return slots.over(said.slots),
            _ => {}
        }
    }
    slots
}
