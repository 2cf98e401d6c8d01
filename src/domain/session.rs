//! A session (one workout) and its sets, the decisions that finishing it makes, and the engine's
//! next set.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::exercise::{ExerciseId, vocabulary};
use super::reason::Reason;
pub use super::set_kind::SetKind;

vocabulary! {
    /// What a session is; final once it is not active.
    SessionStatus { Active = "active", Completed = "completed", Abandoned = "abandoned" }
}

vocabulary! {
    /// What the progression decided.
    Rule { Advance = "advance", Hold = "hold", Deload = "deload", Return = "return", Manual = "manual" }
}

/// What was lifted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LoggedSet {
    /// UUID, the client's own if it sent one.
    pub id: String,
    /// Which exercise.
    pub exercise_id: ExerciseId,
    /// From 1, counted for warm-ups and the other sets apart.
    pub set_index: u16,
    /// Repetitions; null for a timed exercise.
    pub reps: Option<u16>,
    /// Seconds, for a timed exercise.
    pub duration_seconds: Option<u32>,
    /// External load, kilograms.
    pub weight_kg: f64,
    /// How hard it was, 1 to 10 in halves.
    pub rpe: Option<f64>,
    /// What it was for.
    pub kind: SetKind,
    /// It hurt.
    pub pain: bool,
    /// In the person's words.
    pub note: Option<String>,
    /// When it was lifted.
    pub logged_at: Timestamp,
}

impl LoggedSet {
    /// Repetitions, or seconds for a timed exercise.
    #[must_use]
    pub fn count(&self) -> u32 {
        self.duration_seconds.or(self.reps.map(u32::from)).unwrap_or(0)
    }

    /// Whether it is a step on the way to the others, and numbered apart from them.
    #[must_use]
    pub fn is_warmup(&self) -> bool {
        self.kind.is_warmup()
    }

    /// Whether it counts towards weekly sets, volume, estimated maxima and records. A set of none was tried: it takes
    /// its place in the workout, and is no work.
    #[must_use]
    pub fn is_hard(&self) -> bool {
        self.kind.is_hard() && self.count() > 0
    }

    /// Whether progression reads it; one of none is a miss.
    #[must_use]
    pub fn is_working(&self) -> bool {
        self.kind.is_working()
    }
}

/// A load and the range it is lifted in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LoadPoint {
    /// External load, kilograms; null where nothing was decided before.
    pub weight_kg: Option<f64>,
    /// Fewest repetitions.
    pub reps_min: u16,
    /// Most repetitions.
    pub reps_max: u16,
    /// Target RPE.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rpe: Option<f64>,
}

/// What was decided for one exercise and rep range, and why.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Decision {
    /// Which exercise.
    pub exercise_id: ExerciseId,
    /// The rule that matched first.
    pub rule: Rule,
    /// What stood before.
    pub from: LoadPoint,
    /// What stands from now on.
    pub next: LoadPoint,
    /// The sets it rests on.
    pub set_ids: Vec<String>,
    /// Why, as facts; null where a row has a sentence alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Reason>,
    /// Why, in one sentence.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub because: String,
    /// What would have decided otherwise, as facts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub flips: Option<Reason>,
    /// What would have decided otherwise, in one sentence.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub flips_if: String,
}

/// A best of its kind.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Record {
    /// Which exercise.
    pub exercise_id: ExerciseId,
    /// `e1rm` (kilograms), `weight` (kilograms) or `reps` (most repetitions, or seconds, of a set at
    /// any load).
    pub kind: RecordKind,
    /// The new best.
    pub value: f64,
    /// The best before; null for the first.
    pub previous: Option<f64>,
    /// The set that made it.
    pub set_id: String,
}

vocabulary! {
    /// What a record is about.
    RecordKind { E1rm = "e1rm", Weight = "weight", Reps = "reps" }
}

/// What finishing a session came to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SessionSummary {
    /// Sum of load times repetitions over hard sets, kilograms.
    pub volume_kg: f64,
    /// Hard sets.
    pub working_sets: u32,
    /// From start to the last set or the end, seconds.
    pub duration_seconds: i64,
    /// Bests beaten.
    pub records: Vec<Record>,
    /// One for each exercise and range of repetitions with a working set.
    pub decisions: Vec<Decision>,
}

/// What to do now, by the engine.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct NextSet {
    /// Which exercise; null when everything is done.
    pub exercise_id: Option<ExerciseId>,
    /// Its index.
    pub set_index: Option<u16>,
    /// Warm-up or working set.
    pub kind: SetKind,
    /// External load, kilograms.
    pub weight_kg: Option<f64>,
    /// Repetitions to aim at; null for a timed exercise.
    pub reps: Option<u16>,
    /// Seconds to aim at, for a timed exercise.
    pub duration_seconds: Option<u32>,
    /// Target RPE.
    pub rpe: Option<f64>,
    /// Rest before it, seconds.
    pub rest_seconds: u32,
    /// Why, as facts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Reason>,
    /// Why, in one sentence.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub because: String,
    /// Everything prescribed is done.
    pub done: bool,
}
