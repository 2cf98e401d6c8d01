//! getSession.

use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::{Value, json};

use super::Scope;
use super::bounded::keep_newest;
use super::spec::ReadTool;
use crate::agents::roster::Agent;
use crate::domain::session::LoggedSet;
use crate::service::{Error, Result, sessions};
use crate::wording::Word as _;

/// Reads the workout at hand: what is prescribed, with exercise ids, and the sets logged so far.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Args {}

/// getSession.
pub struct GetSession;

impl ReadTool for GetSession {
    type Args = Args;
    const NAME: &'static str = "getSession";
    const AGENTS: &'static [Agent] = &[Agent::Copilot];

    /// The run's own session.
    async fn answer(scope: &Scope<'_>, _args: Args) -> Result<Value> {
        let id = scope.session_id.ok_or(Error::NotFound)?;
        let mut session = sessions::load(&mut scope.core.read().await?, scope.user_id, id).await?;
        session.prescribed.word();
        let sets: Vec<_> = session.sets.iter().map(line).collect();
        let mut told = json!({
            "status": session.status,
            "split_day": session.split_day,
            "started_at": session.started_at,
            "prescribed": session.prescribed,
            "sets": sets,
            "notes": session.notes,
        });
        keep_newest(&mut told, "sets");
        Ok(told)
    }
}

fn line(set: &LoggedSet) -> Value {
    json!({
        "exercise_id": set.exercise_id,
        "set_index": set.set_index,
        "kind": set.kind,
        "reps": set.reps,
        "duration_seconds": set.duration_seconds,
        "weight_kg": set.weight_kg,
        "rpe": set.rpe,
        "pain": set.pain,
        "note": set.note,
    })
}
