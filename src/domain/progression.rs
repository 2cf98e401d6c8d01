//! Progression: what the next load is, by rule. Pure and total.

use std::collections::BTreeMap;

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::exercise::{Exercise, ExerciseId};
use super::plan::Prescribed;
use super::profile::LoadSpec;
use super::session::{Decision, LoadPoint, LoggedSet, Rule};

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

/// All that the engine remembers of one exercise and rep range between sessions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LoadState {
    /// The load that stands, with its written range and target RPE.
    pub point: LoadPoint,
    /// The rule that decided it.
    pub last_rule: Rule,
    /// When a working set of this range was last lifted; null after a manual decision without history.
    pub last_at: Option<Timestamp>,
    // The progression rules add what they need here, all with #[serde(default)].
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

/// Decides what comes after a session, from its own copy of the prescription. None without a
/// working set.
#[must_use]
pub fn decide(
    _state: Option<&LoadState>,
    _prescribed: &Prescribed,
    _sets: &[LoggedSet],
    _context: &Context<'_>,
) -> Option<(Decision, LoadState)> {
    None
}
