//! The tools as models are told of them: the committed contracts, and the specs of one request with
//! the exercise ids that make sense in it.

use serde_json::json;

use super::{Effect, Scope, Tool, schema};
use crate::agents::model::ToolSpec;
use crate::agents::roster::Agent;
use crate::domain::exercise::Exercise;
use crate::domain::profile::Profile;
use crate::service::{Result, profiles, sessions};

/// Fields that name an exercise.
const ID_FIELDS: [&str; 2] = ["exercise_id", "replacement_id"];
/// Alternatives listed for each exercise of a session.
const MOST_ALTERNATIVES: usize = 4;
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

/// What the session prescribes and what may replace it.
async fn copilot_choices(scope: &Scope<'_>) -> Result<Choices> {
    let Some(id) = scope.session_id else { return Ok(Choices::default()) };
    let mut conn = scope.core.read().await?;
    let session = sessions::find(&mut conn, scope.user_id, id).await?;
    let profile = profiles::load(&mut conn, scope.user_id).await?.profile;
    let catalogue = profiles::catalogue(&scope.core.catalogue, &mut conn, scope.user_id).await?;
    let mut ids: Vec<String> = session.prescribed.iter().map(|one| one.exercise_id.clone()).collect();
    for prescribed in &session.prescribed {
        let others = catalogue.alternatives(&prescribed.exercise_id, &profile);
        ids.extend(others.into_iter().take(MOST_ALTERNATIVES).map(|exercise| exercise.id.clone()));
    }
    let mut seen = std::collections::HashSet::new();
    ids.retain(|id| seen.insert(id.clone()));
    ids.truncate(MOST_IDS);
    Ok(Choices(ids))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_committed_contracts_are_those_of_the_types() {
        for (name, text) in contracts() {
            let path = format!("{}/tools/{name}", env!("CARGO_MANIFEST_DIR"));
            let committed = std::fs::read_to_string(&path).unwrap_or_default();
            assert_eq!(committed, text, "{name} has drifted: run `spotter contracts`");
        }
    }

    #[test]
    fn no_tool_takes_an_owner_a_session_or_a_confirmation() {
        for tool in Tool::ALL {
            let text = tool.schema().1["properties"].to_string();
            for word in ["user_id", "session_id", "confirm", "digest"] {
                assert!(!text.contains(word), "{tool:?} takes {word}");
            }
        }
    }
}
