//! getProgress.

use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::{Value, json};

use super::Scope;
use super::spec::ReadTool;
use crate::agents::roster::Agent;
use crate::reason;
use crate::service::progress::{self, Lift};
use crate::service::{Error, Result};
use crate::wording::Word as _;

/// Points of a trend that a model is given.
const POINTS: usize = 8;

/// Reads this week's sets for each muscle, estimated maxima, records, streak; with exercise_id, the
/// trend of that exercise.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Args {
    /// Null for everything.
    #[schemars(length(max = 64))]
    pub exercise_id: Option<String>,
}

/// getProgress.
pub struct GetProgress;

impl ReadTool for GetProgress {
    type Args = Args;
    const NAME: &'static str = "getProgress";
    const AGENTS: &'static [Agent] = &[Agent::Coach];

    /// The summary, or one lift; trends are cut to their newest points.
    async fn answer(scope: &Scope<'_>, args: Args) -> Result<Value> {
        if let Some(id) = args.exercise_id {
            let found = progress::exercise(scope.core, scope.user_id, &id).await;
            let found = found.map_err(|error| match error {
                Error::NotFound => {
                    Error::field("/exercise_id", "unknown_exercise", reason!("input_no_such_exercise"))
                }
                other => other,
            })?;
            return Ok(json!({"lift": short(found).worded()}));
        }
        let mut summary = progress::summary(scope.core, scope.user_id).await?;
        summary.lifts = summary.lifts.into_iter().map(short).collect();
        summary.muscles.retain(|muscle| muscle.sets > 0.0 || muscle.target_min > 0.0);
        Ok(serde_json::to_value(summary.worded())?)
    }
}

fn short(mut lift: Lift) -> Lift {
    let from = lift.trend.len().saturating_sub(POINTS);
    lift.trend = lift.trend.split_off(from);
    lift
}
