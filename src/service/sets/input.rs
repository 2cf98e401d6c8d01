//! A set as it is sent, and what is made of it.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::clamp;
use crate::clock::Clock;
use crate::domain::exercise::Exercise;
use crate::domain::field_error::Check;
use crate::domain::session::{LoggedSet, SetKind};
use crate::domain::set_bounds::{LEAST_RPE, LOGGED, MOST_KG, MOST_RPE, NOTE_CHARS, is_load, is_note, is_rpe};
use crate::reason;
use crate::service::athlete::Athlete;
use crate::service::client_time;
use crate::service::error::{Error, FieldError, Result};
use crate::service::json_input::present;
use crate::service::sessions::client_id;
use crate::storage::sessions::Session;

/// A set as it is sent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetInput {
    /// The client's own UUID; minted when absent.
    #[serde(default)]
    #[schemars(regex(
        pattern = "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$"
    ))]
    pub id: Option<String>,
    /// Which exercise.
    pub exercise_id: String,
    /// From 1 to 100.
    #[schemars(range(min = 1, max = LOGGED.most_sets))]
    pub set_index: u16,
    /// 0 to 100.
    #[serde(default)]
    #[schemars(range(min = LOGGED.fewest, max = LOGGED.most_reps))]
    pub reps: Option<u16>,
    /// 0 to 36000, for a timed exercise.
    #[serde(default)]
    #[schemars(range(min = LOGGED.fewest, max = LOGGED.most_seconds))]
    pub duration_seconds: Option<u32>,
    /// External load, 0 to 1000 kg; absent is 0.
    #[serde(default)]
    #[schemars(range(min = 0.0, max = MOST_KG))]
    pub weight_kg: Option<f64>,
    /// 1 to 10 in halves.
    #[serde(default)]
    #[schemars(range(min = LEAST_RPE, max = MOST_RPE))]
    pub rpe: Option<f64>,
    /// Working when absent.
    #[serde(default)]
    pub kind: Option<SetKind>,
    /// It hurt.
    #[serde(default)]
    pub pain: Option<bool>,
    /// At most 500 characters.
    #[serde(default)]
    #[schemars(length(max = NOTE_CHARS))]
    pub note: Option<String>,
    /// When it was lifted; brought into what is possible, never refused.
    #[serde(default, deserialize_with = "client_time::lenient")]
    pub logged_at: Option<Timestamp>,
    /// The proposal whose suggestion this tap took.
    #[serde(default)]
    pub proposal_id: Option<String>,
}

/// What can change of a set; absent fields stay, and `rpe` and `note` can be set to null. An answer
/// may be sent back as it came: what cannot change is taken as long as it says the same.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetPatch {
    /// From 1 to 100.
    #[serde(default)]
    #[schemars(range(min = 1, max = LOGGED.most_sets))]
    pub set_index: Option<u16>,
    /// 0 to 100.
    #[serde(default)]
    #[schemars(range(min = LOGGED.fewest, max = LOGGED.most_reps))]
    pub reps: Option<u16>,
    /// 0 to 36000.
    #[serde(default)]
    #[schemars(range(min = LOGGED.fewest, max = LOGGED.most_seconds))]
    pub duration_seconds: Option<u32>,
    /// 0 to 1000 kg.
    #[serde(default)]
    #[schemars(range(min = 0.0, max = MOST_KG))]
    pub weight_kg: Option<f64>,
    /// 1 to 10 in halves; null takes it away.
    #[serde(default, deserialize_with = "present")]
    #[schemars(with = "Option<f64>", range(min = LEAST_RPE, max = MOST_RPE))]
    pub rpe: Option<Option<f64>>,
    /// What it was for.
    #[serde(default)]
    pub kind: Option<SetKind>,
    /// It hurt.
    #[serde(default)]
    pub pain: Option<bool>,
    /// At most 500 characters; null takes it away.
    #[serde(default, deserialize_with = "present")]
    #[schemars(with = "Option<String>", length(max = NOTE_CHARS))]
    pub note: Option<Option<String>>,
    /// Never changes.
    #[serde(default)]
    pub id: Option<String>,
    /// Never changes.
    #[serde(default)]
    pub exercise_id: Option<String>,
    /// Never changes.
    #[serde(default)]
    pub logged_at: Option<Timestamp>,
}

impl SetInput {
    /// The set it says, checked. One that says no time was lifted now, or before its session ended.
    pub(super) fn into_set(self, athlete: &Athlete, clock: &Clock, session: &Session) -> Result<LoggedSet> {
        let exercise = known(athlete, &self.exercise_id)?;
        let id = self.id.map(|id| client_id("/id", &id)).transpose()?;
        let set = LoggedSet {
            id: id.unwrap_or_else(|| clock.new_id()),
            exercise_id: self.exercise_id,
            set_index: self.set_index,
            reps: self.reps,
            duration_seconds: self.duration_seconds,
            weight_kg: self.weight_kg.unwrap_or(0.0) + 0.0,
            rpe: self.rpe,
            kind: self.kind.unwrap_or(SetKind::Working),
            pain: self.pain.unwrap_or(false),
            note: self.note.filter(|note| !note.is_empty()),
            logged_at: clamp(self.logged_at.or(session.ended_at), session.started_at, clock.now()),
        };
        checked(set, Some(exercise))
    }
}

impl SetPatch {
    pub(super) fn applied_to(self, set: &LoggedSet, athlete: &Athlete) -> Result<LoggedSet> {
        self.check_read_only(set)?;
        let changed = LoggedSet {
            set_index: self.set_index.unwrap_or(set.set_index),
            reps: self.reps.or(set.reps),
            duration_seconds: self.duration_seconds.or(set.duration_seconds),
            weight_kg: self.weight_kg.unwrap_or(set.weight_kg) + 0.0,
            rpe: self.rpe.unwrap_or(set.rpe),
            kind: self.kind.unwrap_or(set.kind),
            pain: self.pain.unwrap_or(set.pain),
            note: self.note.unwrap_or_else(|| set.note.clone()),
            ..set.clone()
        };
        checked(changed, athlete.catalogue.get(&set.exercise_id))
    }
}

impl SetPatch {
    fn check_read_only(&self, set: &LoggedSet) -> Result<()> {
        let same =
            |said: &Option<String>, is: &str| said.as_ref().is_none_or(|said| said.eq_ignore_ascii_case(is));
        let fields = [
            ("/id", same(&self.id, &set.id)),
            ("/exercise_id", same(&self.exercise_id, &set.exercise_id)),
            ("/logged_at", self.logged_at.is_none_or(|at| at == set.logged_at)),
        ];
        let changed = fields.into_iter().filter(|(_, same)| !same);
        let fault = |pointer| FieldError::new(pointer, "read_only", reason!("set_read_only"));
        let errors: Vec<_> = changed.map(|(pointer, _)| fault(pointer)).collect();
        if errors.is_empty() { Ok(()) } else { Err(Error::Invalid(errors)) }
    }
}

fn known<'a>(athlete: &'a Athlete, id: &str) -> Result<&'a Exercise> {
    athlete
        .catalogue
        .get(id)
        .ok_or_else(|| Error::field("/exercise_id", "unknown_exercise", reason!("input_no_such_exercise")))
}

/// Every field in its range, all errors at once. The plan's rules and load caps do not apply: what
/// was lifted can always be logged. An exercise that the catalogue does not know any more asks for nothing by itself.
fn checked(set: LoggedSet, exercise: Option<&Exercise>) -> Result<LoggedSet> {
    let mut check = Check::default();
    let mut need = |holds, pointer, code, reason| check.that(holds, pointer, code, reason);
    let index = LOGGED.has_index(set.set_index);
    need(index, "/set_index", "out_of_range", reason!("set_index_range", most = LOGGED.most_sets));
    let reps = set.reps.is_none_or(|reps| LOGGED.has_reps(reps));
    need(reps, "/reps", "out_of_range", reason!("set_reps_range", most = LOGGED.most_reps));
    let seconds = set.duration_seconds.is_none_or(|seconds| LOGGED.has_seconds(seconds));
    need(
        seconds,
        "/duration_seconds",
        "out_of_range",
        reason!("set_seconds_range", most = LOGGED.most_seconds),
    );
    let load = reason!("set_load_range", most_kg = MOST_KG);
    need(is_load(set.weight_kg), "/weight_kg", "out_of_range", load);
    need(set.rpe.is_none_or(is_rpe), "/rpe", "out_of_range", reason!("set_rpe_range"));
    let note = set.note.as_deref().is_none_or(is_note);
    need(note, "/note", "length", reason!("set_note_length", most = NOTE_CHARS));
    let Some(exercise) = exercise else {
        return if check.0.is_empty() { Ok(set) } else { Err(Error::Invalid(check.0)) };
    };
    if exercise.is_timed() {
        let timed = set.duration_seconds.is_some();
        need(timed, "/duration_seconds", "missing", reason!("set_timed_needs_seconds"));
        need(set.reps.is_none(), "/reps", "not_for_this_exercise", reason!("set_timed_has_no_reps"));
    } else {
        need(set.reps.is_some(), "/reps", "missing", reason!("set_needs_reps"));
        let counted = set.duration_seconds.is_none();
        need(counted, "/duration_seconds", "not_for_this_exercise", reason!("set_counts_reps"));
    }
    if check.0.is_empty() { Ok(set) } else { Err(Error::Invalid(check.0)) }
}
