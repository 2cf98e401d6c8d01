//! suggestNextSet.

use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;

use super::Scope;
use super::spec::ReadTool;
use crate::agents::roster::Agent;
use crate::service::{Error, Result, sessions};
use crate::wording::Word as _;

/// Asks the engine for the next set: exercise, set index, load, repetitions, rest, and because, the
/// reason for the numbers. lighter_kg and heavier_kg are what may be proposed instead, alternatives
/// what may take its place. Explain these numbers; never make up others.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Args {}

/// suggestNextSet.
pub struct SuggestNextSet;

impl ReadTool for SuggestNextSet {
    type Args = Args;
    const NAME: &'static str = "suggestNextSet";
    const AGENTS: &'static [Agent] = &[Agent::Copilot];

    /// The engine's next set of the run's own session, and what may be done instead.
    async fn answer(scope: &Scope<'_>, _args: Args) -> Result<Value> {
        let id = scope.session_id.ok_or(Error::NotFound)?;
        Ok(serde_json::to_value(sessions::options(scope.core, scope.user_id, id).await?.worded())?)
    }
}
