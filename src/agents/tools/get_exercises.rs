//! getExercises.

use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::{Value, json};

use super::Scope;
use super::contracts::can_do;
use super::spec::ReadTool;
use crate::agents::roster::Agent;
use crate::domain::catalogue::Query;
use crate::domain::exercise::{Equipment, Exercise, Muscle};
use crate::domain::profile::Profile;
use crate::service::{Result, profiles};
use crate::wording::exercises;

/// Entries when no limit is given.
const DEFAULT_LIMIT: u8 = 10;

/// Searches the exercises and gives their ids; null does not filter. Plan only those that are
/// possible for this person.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Args {
    /// Words in the exercise's name.
    #[schemars(length(max = 100))]
    pub query: Option<String>,
    /// A muscle it trains.
    pub muscle: Option<Muscle>,
    /// Equipment it needs.
    pub equipment: Option<Equipment>,
    /// How many, 10 if null.
    #[schemars(range(min = 1, max = 25))]
    pub limit: Option<u8>,
}

/// getExercises.
pub struct GetExercises;

impl ReadTool for GetExercises {
    type Args = Args;
    const NAME: &'static str = "getExercises";
    const AGENTS: &'static [Agent] = &[Agent::Coach];

    /// Matches, those the person can do first.
    async fn answer(scope: &Scope<'_>, args: Args) -> Result<Value> {
        let mut conn = scope.core.read().await?;
        let profile = profiles::load(&mut conn, scope.user_id).await?.profile;
        let catalogue = profiles::catalogue(&scope.core.catalogue, &mut conn, scope.user_id).await?;
        let text = args.query.as_deref().map(str::trim).filter(|text| !text.is_empty());
        let mut found = catalogue.search(&Query { text, muscle: args.muscle, equipment: args.equipment });
        found.sort_by_key(|exercise| !can_do(&profile, exercise));
        let limit = usize::from(args.limit.unwrap_or(DEFAULT_LIMIT).clamp(1, 25));
        let items: Vec<_> = found.iter().take(limit).map(|exercise| line(&profile, exercise)).collect();
        Ok(json!({"items": items, "found": found.len()}))
    }
}

fn line(profile: &Profile, exercise: &Exercise) -> Value {
    json!({
        "id": exercise.id,
        "name": exercises::name_of(exercise),
        "primary_muscles": exercise.primary_muscles,
        "secondary_muscles": exercise.secondary_muscles,
        "equipment": exercise.equipment,
        "pattern": exercise.pattern,
        "mechanic": exercise.mechanic,
        "measure": exercise.measure,
        "level": exercise.level,
        "reps_min": exercise.reps_min,
        "reps_max": exercise.reps_max,
        "rest_seconds": exercise.rest_seconds,
        "possible": can_do(profile, exercise),
    })
}
