//! A proposal: a gated tool call that waits for a person. Its arguments and preview are fixed when
//! it is made; its digest binds a confirm to exactly what was shown (law L3).

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::exercise::{ExerciseId, vocabulary};
use super::reason::Reason;
use super::session::{LoggedSet, NextSet, SetKind};
use super::set_bounds::{LEAST_RPE, LOGGED, MOST_KG, MOST_RPE};

vocabulary! {
    /// Where a proposal stands. Only `proposed` can change; silence and time never run anything.
    ProposalStatus {
        Proposed = "proposed", Executed = "executed", Failed = "failed", Declined = "declined",
        Expired = "expired", Superseded = "superseded",
    }
}

/// A proposal as answered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Proposal {
    /// UUID of our own, never the provider's call id.
    pub id: String,
    /// The run that made it; null for the engine's suggestion.
    pub run_id: Option<String>,
    /// The conversation it belongs to, if any.
    pub conversation_id: Option<String>,
    /// The session it is about, if any.
    pub session_id: Option<String>,
    /// The gated tool.
    pub tool: String,
    /// The exact arguments that will run.
    pub args: Value,
    /// What the person is shown, made from the arguments when the proposal was made.
    pub preview: Value,
    /// SHA-256 in hex over what was shown; a confirm must name it.
    pub digest: String,
    /// Where it stands.
    pub status: ProposalStatus,
    /// After this it can no longer be confirmed.
    pub expires_at: Timestamp,
    /// What it would change: `plan`, `profile` or `session:<id>`.
    pub resource: String,
    /// The state of the resource that it is based on.
    pub base_version: String,
    /// Why it was declined, in the person's words.
    pub reason: Option<String>,
    /// What the write answered, or `{code, message}` of its failure.
    pub result: Option<Value>,
    /// When it was made.
    pub created_at: Timestamp,
}

impl Proposal {
    /// Whether a person can still decide on it at this moment.
    #[must_use]
    pub fn is_open(&self, now: Timestamp) -> bool {
        self.status == ProposalStatus::Proposed && now < self.expires_at
    }

    /// The proposal as it stands at this moment: an open one whose time is over is expired.
    #[must_use]
    pub fn seen_at(mut self, now: Timestamp) -> Self {
        if self.status == ProposalStatus::Proposed && now >= self.expires_at {
            self.status = ProposalStatus::Expired;
        }
        self
    }
}

/// The parts that a digest covers, as the very bytes that are stored.
#[derive(Debug, Clone, Copy)]
pub struct Shown<'a> {
    /// The proposal's id.
    pub id: &'a str,
    /// The tool.
    pub tool: &'a str,
    /// SHA-256 of the tool's contract.
    pub schema_hash: &'a str,
    /// What it would change.
    pub resource: &'a str,
    /// The state it is based on.
    pub base_version: &'a str,
    /// JSON text.
    pub args: &'a str,
    /// JSON text.
    pub preview: &'a str,
}

/// SHA-256 in hex over the JSON array [id, tool, schema hash, resource, base version, arguments,
/// preview]; arguments and preview stand in it as they are stored.
#[must_use]
pub fn digest(shown: &Shown<'_>) -> String {
    let words = [shown.id, shown.tool, shown.schema_hash, shown.resource, shown.base_version];
    let mut text = String::from("[");
    for word in words {
        text.push_str(&Value::from(word).to_string());
        text.push(',');
    }
    text.push_str(shown.args);
    text.push(',');
    text.push_str(shown.preview);
    text.push(']');
    hex::encode(Sha256::digest(text.as_bytes()))
}

/// Logs one set of the active workout. Give the exercise, its set index, and reps (or
/// duration_seconds for a timed exercise) with the external load in kilograms.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LogSetArgs {
    /// Id of an exercise of this session.
    pub exercise_id: ExerciseId,
    /// Counted from 1; warm-ups are counted apart.
    #[schemars(range(min = 1, max = LOGGED.most_sets))]
    pub set_index: u16,
    /// working unless the person says otherwise.
    #[serde(default)]
    pub kind: Option<SetKind>,
    /// Repetitions; null for a timed exercise.
    #[serde(default)]
    #[schemars(range(min = LOGGED.fewest, max = LOGGED.most_reps))]
    pub reps: Option<u16>,
    /// Seconds, for a timed exercise only.
    #[serde(default)]
    #[schemars(range(min = LOGGED.fewest, max = LOGGED.most_seconds))]
    pub duration_seconds: Option<u32>,
    /// External load in kilograms; 0 for bodyweight alone.
    #[schemars(range(min = 0.0, max = MOST_KG))]
    pub weight_kg: f64,
    /// How hard it was, 1 to 10 in halves; null unless the person said it.
    #[serde(default)]
    #[schemars(range(min = LEAST_RPE, max = MOST_RPE))]
    pub rpe: Option<f64>,
}

impl LogSetArgs {
    /// The engine's next set as arguments; None when everything is done.
    #[must_use]
    pub fn from_next(next: &NextSet) -> Option<Self> {
        if next.done {
            return None;
        }
        Some(Self {
            exercise_id: next.exercise_id.clone()?,
            set_index: next.set_index?,
            kind: Some(next.kind),
            reps: next.reps,
            duration_seconds: next.duration_seconds,
            weight_kg: next.weight_kg.unwrap_or(0.0),
            rpe: None,
        })
    }

    /// Whether a set that a person logged is the one proposed: exercise, index, kind, repetitions or
    /// seconds, and load.
    #[must_use]
    pub fn is_met_by(&self, set: &LoggedSet) -> bool {
        self.exercise_id == set.exercise_id
            && self.set_index == set.set_index
            && self.kind.unwrap_or(SetKind::Working) == set.kind
            && self.reps == set.reps
            && self.duration_seconds == set.duration_seconds
            && (self.weight_kg - set.weight_kg).abs() < 0.005
    }
}

/// What a person is shown of a proposed set.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SetPreview {
    /// The exercise's name.
    pub exercise: String,
    /// Counted from 1.
    pub set_index: u16,
    /// What it is for.
    pub kind: SetKind,
    /// Repetitions; null for a timed exercise.
    pub reps: Option<u16>,
    /// Seconds, for a timed exercise.
    pub duration_seconds: Option<u32>,
    /// External load, kilograms.
    pub weight_kg: f64,
    /// How hard it should be.
    pub target_rpe: Option<f64>,
    /// Rest before it, seconds.
    pub rest_seconds: Option<u32>,
    /// Why the engine asks for it, as facts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Reason>,
    /// Why the engine asks for it, in one sentence.
    pub because: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown<'a>() -> Shown<'a> {
        Shown {
            id: "p1",
            tool: "logSet",
            schema_hash: "abc",
            resource: "session:s1",
            base_version: "3",
            args: r#"{"weight_kg":60.0}"#,
            preview: r#"{"exercise":"Row"}"#,
        }
    }

    #[test]
    fn the_digest_is_over_a_json_array_of_the_stored_bytes() {
        let text = r#"["p1","logSet","abc","session:s1","3",{"weight_kg":60.0},{"exercise":"Row"}]"#;
        assert_eq!(digest(&shown()), hex::encode(Sha256::digest(text)));
        assert!(serde_json::from_str::<Value>(text).is_ok());
    }

    #[test]
    fn every_part_changes_the_digest() {
        let base = digest(&shown());
        let others = [
            Shown { id: "p2", ..shown() },
            Shown { tool: "saveWeeklyPlan", ..shown() },
            Shown { schema_hash: "abd", ..shown() },
            Shown { resource: "session:s2", ..shown() },
            Shown { base_version: "4", ..shown() },
            Shown { args: r#"{"weight_kg":60}"#, ..shown() },
            Shown { preview: "{}", ..shown() },
        ];
        for other in others {
            assert_ne!(digest(&other), base, "{other:?}");
        }
    }

    #[test]
    fn a_set_meets_a_proposal_only_with_the_same_values() {
        let args = LogSetArgs {
            exercise_id: "row".to_owned(),
            set_index: 2,
            kind: None,
            reps: Some(8),
            duration_seconds: None,
            weight_kg: 60.0,
            rpe: None,
        };
        let set = LoggedSet {
            id: "s".to_owned(),
            exercise_id: "row".to_owned(),
            set_index: 2,
            reps: Some(8),
            duration_seconds: None,
            weight_kg: 60.0,
            rpe: Some(8.0),
            kind: SetKind::Working,
            pain: false,
            note: None,
            logged_at: Timestamp::UNIX_EPOCH,
        };
        assert!(args.is_met_by(&set), "an RPE that was added does not matter");
        for other in [
            LoggedSet { reps: Some(7), ..set.clone() },
            LoggedSet { weight_kg: 62.5, ..set.clone() },
            LoggedSet { set_index: 1, ..set.clone() },
            LoggedSet { kind: SetKind::Drop, ..set.clone() },
            LoggedSet { exercise_id: "curl".to_owned(), ..set.clone() },
        ] {
            assert!(!args.is_met_by(&other), "{other:?}");
        }
    }
}
