//! What a message wants: the rows of a language's ear, read from top to bottom, first match wins. Messages
//! that match none are [`Intent::Unknown`] and get an honest "that I cannot do".

use super::ear::{Ear, Needs};
use super::pattern::matches;
use super::slots::Slots;
use super::text;
pub use super::wish::Intent;
use crate::agents::roster::Agent;
use crate::domain::language::Language;
use crate::wording;

/// A message understood.
#[derive(Debug, Clone)]
pub struct Understood {
    pub intent: Intent,
    pub slots: Slots,
    pub tokens: Vec<String>,
    /// As which language it was understood.
    pub ear: &'static Ear,
    /// How many of its words that language knows.
    known: usize,
}

/// Reads a message for an agent, in the person's language first, then in English. Total and
/// deterministic; none only where no ear can be read.
#[must_use]
pub fn understand(text: &str, agent: Agent) -> Option<Understood> {
    let language = wording::current().language;
    let own = Ear::of(language).map(|ear| heard(text, agent, ear));
    if language == Language::default() {
        return own;
    }
    let english = Ear::of(Language::default()).map(|ear| heard(text, agent, ear));
    match (own, english) {
        (Some(own), Some(english)) => Some(if english.is_rather_than(&own) { english } else { own }),
        (own, english) => own.or(english),
    }
}

impl Understood {
    /// A language in which a message means nothing, or whose words are fewer in it, is not its own.
    fn is_rather_than(&self, other: &Self) -> bool {
        self.intent != Intent::Unknown && (other.intent == Intent::Unknown || self.known > other.known)
    }
}

fn heard(text: &str, agent: Agent, ear: &'static Ear) -> Understood {
    let named = named_tool(text);
    let plain = named.map_or_else(|| text.to_owned(), |(name, _)| without(text, name));
    let tokens = text::tokens(&plain, ear);
    let slots = Slots::read(&tokens, ear);
    let intent = named.map_or_else(|| classify(&tokens, &slots, agent, ear), |(_, intent)| intent);
    let known = text::typed(&plain, ear).iter().filter(|word| ear.knows(word)).count();
    Understood { intent, slots, tokens, ear, known }
}

/// Tools that a message may name outright, and what that asks for.
const NAMED: &[(&str, Intent)] = &[
    ("updateprofile", Intent::ChangeProfile),
    ("saveweeklyplan", Intent::MakePlan),
    ("draftweeklyplan", Intent::DraftOnly),
    ("getweeklyplan", Intent::ShowPlan),
    ("getprofile", Intent::ShowProfile),
    ("getexercises", Intent::Find),
    ("getprogress", Intent::Progress),
    ("getsession", Intent::Session),
    ("suggestnextset", Intent::Next),
    ("logset", Intent::Log),
    ("swapexercise", Intent::Swap),
];

fn named_tool(text: &str) -> Option<(&'static str, Intent)> {
    let lower = text.to_lowercase();
    NAMED.iter().copied().find(|(name, _)| lower.contains(name))
}

/// The text without the tool's name, so that its letters are no words of the message.
fn without(text: &str, name: &str) -> String {
    text.to_lowercase().replace(name, " ")
}

fn classify(tokens: &[String], slots: &Slots, agent: Agent, ear: &Ear) -> Intent {
    if tokens.is_empty() {
        return if agent == Agent::Copilot { Intent::Why } else { Intent::Help };
    }
    let says = |pattern: &String| pattern.is_empty() || matches(tokens, pattern);
    let mut rows = ear.rows(agent).iter();
    let found = rows.find(|row| is_met(row.needs, slots) && row.patterns.iter().any(says));
    found.map_or(Intent::Unknown, |row| row.intent)
}

/// Whether what a row needs was said.
fn is_met(needs: Needs, slots: &Slots) -> bool {
    match needs {
        Needs::Nothing => true,
        Needs::Plan => slots.shapes_plan(),
        Needs::Days => slots.days.is_some() || slots.split.is_some(),
        Needs::NoPlan => {
            slots.days.is_none() && slots.split.is_none() && slots.goal.is_none() && slots.units.is_none()
        }
        Needs::Profile => slots.shapes_profile(),
        Needs::NoProfile => !slots.shapes_profile(),
        Needs::Muscle => slots.muscle.is_some() || slots.equipment.is_some(),
        Needs::Numbers => {
            [slots.reps, slots.seconds, slots.minutes].iter().any(Option::is_some)
                || slots.load.is_some()
                || slots.rpe.is_some()
        }
        Needs::Limitation => !slots.limitations.is_empty(),
    }
}
