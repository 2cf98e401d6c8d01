//! The tools as models are told of them: the committed contracts, and the specs of one request with
//! the exercise ids that make sense in it.

use serde_json::json;

use super::{Effect, Scope, Tool, schema};
use crate::agents::model::ToolSpec;
use crate::agents::roster::Agent;
use crate::domain::exercise::Exercise;
use crate::domain::profile::Profile;
use crate::service::{Result, profiles};

/// Fields that name an exercise.
const ID_FIELDS: [&str; 2] = ["exercise_id", "replacement_id"];
/// Most ids listed in a schema.
const MOST_IDS: usize = 120;

/// Ids that a model may choose from in a request.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choices(pub Vec<String>);

/// File name and text of every contract under tools/, as they are committed.
#[must_use]
pub fn contracts() -> Vec<(String, String)> {
    Tool::ALL.iter().map(|tool| (format!("{}.json", tool.name()), contract(*tool))).collect()
}

fn contract(tool: Tool) -> String {
    let (description, parameters) = tool.schema();
    let value = json!({
        "name": tool.name(),
        "description": description,
        "effect": match tool.effect() { Effect::Read => "read", Effect::Write => "write" },
        "agents": tool.agents(),
        "parameters": parameters,
    });
    format!("{value:#}\n")
}

/// The tools of an agent for one request.
#[must_use]
pub fn specs(agent: Agent, choices: &Choices) -> Vec<ToolSpec> {
    let mine = Tool::ALL.iter().filter(|tool| tool.agents().contains(&agent));
    mine.map(|tool| spec(*tool, choices)).collect()
}

fn spec(tool: Tool, choices: &Choices) -> ToolSpec {
    let (description, mut parameters) = tool.schema();
    for field in ID_FIELDS {
        schema::narrow(&mut parameters, field, &choices.0);
    }
    ToolSpec { name: tool.name().to_owned(), description, parameters }
}

/// The ids that make sense for this agent, person and session.
pub async fn choices(agent: Agent, scope: &Scope<'_>) -> Result<Choices> {
    match agent {
        Agent::Coach => coach_choices(scope).await,
        Agent::Copilot => copilot_choices(scope).await,
    }
}

/// What the person can train, first choices first.
async fn coach_choices(scope: &Scope<'_>) -> Result<Choices> {
    let mut conn = scope.core.read().await?;
    let profile = profiles::load(&mut conn, scope.user_id).await?.profile;
    let catalogue = profiles::catalogue(&scope.core.catalogue, &mut conn, scope.user_id).await?;
    let mut able: Vec<&Exercise> = catalogue.iter().filter(|exercise| can_do(&profile, exercise)).collect();
    able.sort_by_key(|exercise| exercise.rank);
    Ok(Choices(able.into_iter().take(MOST_IDS).map(|exercise| exercise.id.clone()).collect()))
}

/// Whether the person has what the exercise needs, is up to it and need not spare it.
pub fn can_do(profile: &Profile, exercise: &Exercise) -> bool {
    profile.owns(exercise)
        && exercise.level <= profile.experience.level()
        && profile.barred_by(exercise).is_none()
}

async fn copilot_choices(_scope: &Scope<'_>) -> Result<Choices> {
    Ok(Choices::default())
}
