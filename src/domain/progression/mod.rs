//! Progression: what the next load is, by rule. Pure and total; kept for each exercise and rep
//! range. Owns the table of rules and what it must remember between sessions; refuses to know
//! where sets and states are stored, and judges only against the session's own prescription.

mod advance;
mod calibration;
mod decide;
mod hold;
mod layoff;
mod lift;
mod reading;
mod say;
mod session;
mod start;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use decide::decide;
pub use layoff::{Current, current};
pub use reading::count;
pub use session::{Finished, Part, decide_session, parts};
pub use start::{agent_cap_kg, known_e1rm, manual, starting, within_cap};

pub(crate) use say::done;

use super::exercise::{Exercise, ExerciseId, vocabulary};
use super::plan::{PlannedExercise, PlannedSet, Prescribed};
use super::profile::LoadSpec;
use super::session::{LoadPoint, Rule};

/// Loads are kept for each exercise and rep range.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct RangeKey {
    /// Which exercise.
    pub exercise_id: ExerciseId,
    /// Fewest repetitions.
    pub reps_min: u16,
    /// Most repetitions.
    pub reps_max: u16,
}

/// Something that prescribes sets of one exercise.
pub trait Ranged {
    /// Which exercise.
    fn exercise_id(&self) -> &str;
    /// Its sets, in order.
    fn sets(&self) -> &[PlannedSet];
}

impl Ranged for Prescribed {
    fn exercise_id(&self) -> &str {
        &self.exercise_id
    }
    fn sets(&self) -> &[PlannedSet] {
        &self.sets
    }
}

impl Ranged for PlannedExercise {
    fn exercise_id(&self) -> &str {
        &self.exercise_id
    }
    fn sets(&self) -> &[PlannedSet] {
        &self.sets
    }
}

impl RangeKey {
    /// The range a set is prescribed in.
    #[must_use]
    pub fn at(exercise_id: &str, set: &PlannedSet) -> Self {
        Self { exercise_id: exercise_id.to_owned(), reps_min: set.reps_min, reps_max: set.reps_max }
    }

    /// The range of the first set. None without sets.
    #[must_use]
    pub fn of(planned: &impl Ranged) -> Option<Self> {
        let first = planned.sets().first()?;
        Some(Self {
            exercise_id: planned.exercise_id().to_owned(),
            reps_min: first.reps_min,
            reps_max: first.reps_max,
        })
    }
}

/// All that the engine remembers of one exercise and rep range between sessions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LoadState {
    /// The load that stands, with its written range and target RPE.
    pub point: LoadPoint,
    /// The rule that decided it.
    pub last_rule: Rule,
    /// When a working set of this range was last lifted; null after a manual decision without history.
    pub last_at: Option<Timestamp>,
    /// What the rules carry from one session to the next.
    #[serde(default)]
    pub memory: Memory,
}

impl LoadState {
    /// A state with nothing remembered yet.
    #[must_use]
    pub fn new(point: LoadPoint, last_rule: Rule, last_at: Option<Timestamp>) -> Self {
        Self { point, last_rule, last_at, memory: Memory::default() }
    }

    /// Whether it stood at a moment already: what was lifted later had not been lifted then.
    #[must_use]
    pub fn stood_at(&self, moment: Timestamp) -> bool {
        self.last_at.is_none_or(|last| last <= moment)
    }
}

vocabulary! {
    /// What is offered when the load itself cannot move: another exercise of the variation group.
    Offer { Easier = "easier", Harder = "harder" }
}

/// What the rules carry from one session to the next.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Memory {
    /// Sessions running with a set under the bottom of the range.
    pub misses: u8,
    /// Sessions running with every set at the top of the range.
    pub tops: u8,
    /// Deloads without a session free of misses between them.
    pub deloads: u8,
    /// What every set must reach before a step of more than 10% is taken: repetitions above the top.
    pub extra_reps: u16,
    /// The bottom that holds after such a step, until every set reaches the written one.
    pub lowered_bottom: Option<u16>,
    /// Such a step was taken and the first session at the new load is still to come.
    pub after_big_step: bool,
    /// Repetitions (or seconds) of the last session, in order of the prescription.
    pub last_counts: Vec<u32>,
    /// What the next session builds on, in the same order: the counts at [`Memory::last_kg`]. A set
    /// that was done lighter keeps the count from before. Empty stands for [`Memory::last_counts`].
    pub base_counts: Vec<u32>,
    /// The range is still new: no session has found its load, so the ramp goes on.
    pub ramping: bool,
    /// Mean RPE of the last session, where given.
    pub last_rpe: Option<f64>,
    /// Sessions running that were said to be harder than planned, though no set fell under the range.
    pub hard: u8,
    /// The load that the last deload came from, until an advance: only an advance leads back to it.
    pub failed_kg: Option<f64>,
    /// The load lifted in the last session, kilograms.
    pub last_kg: Option<f64>,
    /// The best e1RM of the last session that had one, kilograms of total load.
    pub e1rm_kg: Option<f64>,
    /// When a person last wrote the load themselves.
    pub manual_at: Option<Timestamp>,
    /// A variation worth offering, and which way.
    pub offer: Option<Offer>,
}

impl Memory {
    /// What the next session builds on at [`Memory::last_kg`], in order of the prescription.
    #[must_use]
    pub fn base(&self) -> &[u32] {
        if self.base_counts.is_empty() { &self.last_counts } else { &self.base_counts }
    }

    /// Whether the last session was harder than planned: then the same is asked again before more
    /// is. Only once: who says so every time and stays in the range speaks that way, and repetitions
    /// tell more.
    #[must_use]
    pub fn was_hard(&self) -> bool {
        self.hard == 1
    }

    /// Whether a high RPE is how this person speaks.
    #[must_use]
    pub fn says_hard(&self) -> bool {
        self.hard > 1
    }
}

/// Every state of a person.
pub type LoadStates = BTreeMap<RangeKey, LoadState>;

/// What a decision depends on beside the sets.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The exercise lifted.
    pub exercise: &'a Exercise,
    /// What can be loaded.
    pub loads: &'a LoadSpec,
    /// Bodyweight of the day, kilograms.
    pub bodyweight_kg: Option<f64>,
    /// The moment, never read from the system.
    pub now: Timestamp,
}
