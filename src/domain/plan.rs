//! The weekly plan: the standing one as written and stored (no loads of its own), and the week as
//! answered, filled from the progression state.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use super::exercise::{ExerciseId, Muscle, vocabulary};
use super::profile::{Experience, Goal, Weekday};
use super::reason::Reason;
use super::rules::limits::REST_MOST;
use super::serde_default::null_as_default;
use super::set_bounds::{LEAST_RPE, MOST_KG, MOST_RPE, NOTE_CHARS, PLANNED};

vocabulary! {
    /// How the week is split.
    Split {
        FullBody = "full_body", UpperLower = "upper_lower", PushPullLegs = "push_pull_legs",
        PushPullLegsUpperLower = "push_pull_legs_upper_lower", Custom = "custom",
    }
}

vocabulary! {
    /// Where a plan came from.
    PlanSource { Generated = "generated", User = "user", Coach = "coach", Restored = "restored" }
}

vocabulary! {
    /// What became of a training day, seen from the person's own today.
    DayStatus { Upcoming = "upcoming", Done = "done", Missed = "missed" }
}

/// One prescribed set.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlannedSet {
    /// Fewest repetitions (seconds for a timed exercise).
    #[schemars(range(min = PLANNED.fewest, max = PLANNED.most_seconds))]
    pub reps_min: u16,
    /// Most repetitions.
    #[schemars(range(min = PLANNED.fewest, max = PLANNED.most_seconds))]
    pub reps_max: u16,
    /// External load, kilograms; null leaves it to the engine.
    #[serde(default)]
    #[schemars(range(min = 0.0, max = MOST_KG))]
    pub weight_kg: Option<f64>,
    /// Target RPE, 1 to 10 in halves.
    #[serde(default)]
    #[schemars(range(min = LEAST_RPE, max = MOST_RPE))]
    pub rpe: Option<f64>,
}

/// One exercise of a day as written.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlannedExercise {
    /// Which exercise.
    pub exercise_id: ExerciseId,
    /// Exercises of one day with the same group are a superset.
    #[serde(default)]
    #[schemars(length(max = 20))]
    pub group: Option<String>,
    /// Rest after a set, seconds; null takes the exercise's own.
    #[serde(default)]
    #[schemars(range(min = 0, max = REST_MOST))]
    pub rest_seconds: Option<u32>,
    /// A note of at most 500 characters.
    #[serde(default)]
    #[schemars(length(max = NOTE_CHARS))]
    pub note: Option<String>,
    /// The sets.
    #[schemars(length(min = 1, max = PLANNED.most_sets))]
    pub sets: Vec<PlannedSet>,
}

/// One training day as written.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlannedDay {
    /// Its key, "Day1" and on; unique in the plan.
    #[schemars(length(min = 1, max = 20))]
    pub day: String,
    /// What the day is about; shown as its key when absent.
    #[serde(default, deserialize_with = "null_as_default")]
    #[schemars(with = "Option<String>", length(max = 100))]
    pub focus: String,
    /// When; null means not on a fixed day.
    #[serde(default)]
    pub weekday: Option<Weekday>,
    /// In order.
    #[schemars(length(max = 20))]
    pub exercises: Vec<PlannedExercise>,
}

impl PlannedDay {
    /// What a person calls it: its focus, or its key where it has none.
    #[must_use]
    pub fn called(&self) -> &str {
        let focus = self.focus.trim();
        if focus.is_empty() { &self.day } else { focus }
    }
}

/// A plan as a person or an agent writes it, and as it is stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanDoc {
    /// How the week is split.
    pub split: Split,
    /// The training days, 1 to 7.
    #[schemars(length(min = 1, max = 7))]
    pub days: Vec<PlannedDay>,
}

impl PlanDoc {
    /// The day with this key.
    #[must_use]
    pub fn day(&self, key: &str) -> Option<&PlannedDay> {
        self.days.iter().find(|day| day.day == key)
    }

    /// Every prescribed exercise of the week.
    pub fn exercises(&self) -> impl Iterator<Item = &PlannedExercise> {
        self.days.iter().flat_map(|day| &day.exercises)
    }
}

/// One exercise as answered and as a session keeps it: loads filled in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Prescribed {
    /// Which exercise.
    pub exercise_id: ExerciseId,
    /// Its name.
    pub name: String,
    /// Superset group.
    pub group: Option<String>,
    /// Rest after a set, seconds.
    pub rest_seconds: u32,
    /// A note.
    pub note: Option<String>,
    /// The sets, with the engine's loads.
    pub sets: Vec<PlannedSet>,
}

impl Prescribed {
    /// The superset it takes turns in, if any; a name of spaces is none.
    #[must_use]
    pub fn superset(&self) -> Option<&str> {
        self.group.as_deref().map(str::trim).filter(|group| !group.is_empty())
    }
}

/// One day of a week as answered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct WeekDay {
    /// Its key.
    pub day: String,
    /// What it is about.
    pub focus: String,
    /// Planned weekday.
    pub weekday: Option<Weekday>,
    /// Date in this week; null without a weekday.
    pub date: Option<Date>,
    /// Done, missed or upcoming; a day before the account existed is never missed.
    pub status: DayStatus,
    /// Set-up, sets and rests.
    pub estimated_minutes: u32,
    /// In order.
    pub exercises: Vec<Prescribed>,
}

/// A deload week, suggested.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DeloadWeek {
    /// Why, as facts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Reason>,
    /// Why, in one sentence.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub because: String,
}

impl DeloadWeek {
    /// Suggested for this reason.
    #[must_use]
    pub const fn of(reason: Reason) -> Self {
        Self { reason: Some(reason), because: String::new() }
    }
}

/// What is said about a plan beside it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PlanMeta {
    /// The goal it serves.
    pub goal: Goal,
    /// The experience it is made for.
    pub experience: Experience,
    /// Training days.
    pub days_per_week: u8,
    /// Where it came from.
    pub source: PlanSource,
    /// Weekly hard sets for each muscle it trains.
    pub sets_per_muscle: BTreeMap<Muscle, f64>,
    /// Slots that could not be filled, minimums that did not fit, and the like: the reasons, worded for
    /// whom they are said to.
    pub notes: Vec<String>,
    /// The notes as facts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub note_reasons: Vec<Reason>,
    /// A lighter week is worth taking now; null otherwise, and for other weeks than the current one.
    #[serde(default)]
    pub deload_suggested: Option<DeloadWeek>,
}

/// The plan seen in one week.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct WeeklyPlan {
    /// The Monday.
    pub week_start: Date,
    /// How the week is split.
    pub split: Split,
    /// 0 while nothing was saved.
    pub plan_version: i64,
    /// The training days.
    pub days: Vec<WeekDay>,
    /// Beside it.
    pub meta: PlanMeta,
}

impl WeeklyPlan {
    /// The day with this key.
    #[must_use]
    pub fn day(&self, key: &str) -> Option<&WeekDay> {
        self.days.iter().find(|day| day.day == key)
    }
}

vocabulary! {
    /// Whether a violation refuses a plan or only shows.
    Severity { Error = "error", Warning = "warning" }
}

/// One plan rule that a plan breaks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Violation {
    /// The rule's id, for example `duplicate_exercise`.
    pub rule: String,
    /// Errors refuse, warnings show.
    pub severity: Severity,
    /// JSON pointer into the plan as written.
    pub pointer: String,
    /// One plain sentence: the reason, worded for whom it is said to.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub message: String,
    /// What is broken, as facts; none in what was stored before there were any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Reason>,
}
