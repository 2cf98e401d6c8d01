//! The phrase tables: for each agent rows of an intent, what must have been said beside it, and
//! patterns (their language is in [`super::pattern`]). Order matters, the first match wins.

mod coach;
mod copilot;

pub use coach::COACH;
pub use copilot::COPILOT;

use super::slots::Slots;
use super::wish::Intent;

/// An intent, what it needs, and the patterns that show it. The empty pattern matches everything.
pub type Row = (Intent, Needs, &'static [&'static str]);

/// What must have been said for a row to count.
#[derive(Debug, Clone, Copy)]
pub enum Needs {
    Nothing,
    Plan,
    Days,
    NoPlan,
    Profile,
    NoProfile,
    Muscle,
    Numbers,
    Limitation,
}

impl Needs {
    /// Whether the slots have it.
    #[must_use]
    pub fn met(self, slots: &Slots) -> bool {
        match self {
            Self::Nothing => true,
            Self::Plan => slots.shapes_plan(),
            Self::Days => slots.days.is_some() || slots.split.is_some(),
            Self::NoPlan => {
                slots.days.is_none() && slots.split.is_none() && slots.goal.is_none() && slots.units.is_none()
            }
            Self::Profile => slots.shapes_profile(),
            Self::NoProfile => !slots.shapes_profile(),
            Self::Muscle => slots.muscle.is_some() || slots.equipment.is_some(),
            Self::Numbers => {
                [slots.reps, slots.seconds, slots.minutes].iter().any(Option::is_some)
                    || slots.load.is_some()
                    || slots.rpe.is_some()
            }
            Self::Limitation => !slots.limitations.is_empty(),
        }
    }
}

/// Tools that a message may name outright, and what that asks for.
pub const NAMED: &[(&str, Intent)] = &[
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

/// Every pattern of the tables, for the lexicon.
pub fn patterns() -> impl Iterator<Item = &'static str> {
    COACH.iter().chain(COPILOT).flat_map(|(_, _, patterns)| patterns.iter().copied())
}
