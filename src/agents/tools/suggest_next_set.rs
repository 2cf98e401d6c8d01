//! suggestNextSet.

use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;

use super::Scope;
use crate::service::{Error, Result, sessions};

/// Asks the engine for the next set: exercise, set index, load, repetitions, rest, and because, the
/// reason for the numbers. Explain these numbers; never make up others.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Args {}

/// The engine's next set of the run's own session.
pub async fn read(scope: &Scope<'_>) -> Result<Value> {
    let id = scope.session_id.ok_or(Error::NotFound)?;
    Ok(serde_json::to_value(sessions::next_set(scope.core, scope.user_id, id).await?)?)
}
