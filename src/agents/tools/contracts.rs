//! The tools as models are told of them: the committed contracts, and the specs of one request with
//! the exercise ids that make sense in it.

use std::collections::HashMap;

use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::choice::Choice;
use super::spec::{Effect, Work};
use super::{Scope, TOOLS, ToolSpec, schema};
use crate::agents::model::ToolDefinition;
use crate::agents::roster::Agent;
use crate::domain::catalogue::Catalogue;
use crate::domain::exercise::{Exercise, Pattern};
use crate::domain::plan::PlannedDay;
use crate::domain::profile::Profile;
use crate::service::athlete::Athlete;
use crate::service::plans::{self, DraftOverrides};
use crate::service::{Result, profiles, sessions};

/// The field that names an exercise.
const ID_FIELD: &str = "exercise_id";
/// Alternatives listed for each exercise of a session.
const MOST_ALTERNATIVES: usize = 2;
/// Alternatives listed for the exercise at hand.
const MOST_AT_HAND: usize = 5;
/// Ids listed in a schema when the plan needs no more: every one costs a handful of tokens in each
/// request, and a small server's context is 8192 tokens in all.
const ENOUGH_IDS: usize = 24;
/// Most ids listed, whatever the plan and the last answers hold.
const MOST_IDS: usize = 64;

/// Ids that a model may choose from in a request.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choices {
    /// Exercises that a set or a plan may name.
    pub ids: Vec<String>,
    /// What the session prescribes; what can be swapped.
    pub prescribed: Vec<String>,
    /// What may take the place of one of these.
    pub replacements: Vec<String>,
}

impl Choices {
    fn of(&self, choice: Choice) -> &[String] {
        match choice {
            Choice::Any => &self.ids,
            Choice::Prescribed => &self.prescribed,
            Choice::Replacement => &self.replacements,
        }
    }
}

/// File name and text of every contract under tools/, as they are committed.
#[must_use]
pub fn contracts() -> Vec<(String, String)> {
    TOOLS.iter().map(|tool| (format!("{}.json", tool.name), contract(tool))).collect()
}

fn contract(tool: &ToolSpec) -> String {
    let (description, parameters) = tool.schema();
    let value = json!({
        "name": tool.name,
        "description": description,
        "effect": match tool.effect() { Effect::Read => "read", Effect::Write => "write" },
        "agents": tool.agents,
        "parameters": parameters,
    });
    format!("{value:#}\n")
}

/// SHA-256 in hex of a tool's contract. A proposal keeps that of the contract its arguments were
/// checked against.
pub(super) fn hash(tool: &ToolSpec) -> String {
    hex::encode(Sha256::digest(contract(tool)))
}

/// The tools of an agent for one request.
#[must_use]
pub fn definitions(agent: Agent, choices: &Choices) -> Vec<ToolDefinition> {
    ToolSpec::of(agent).map(|tool| definition(tool, choices)).collect()
}

fn definition(tool: &ToolSpec, choices: &Choices) -> ToolDefinition {
    let (description, mut parameters) = tool.schema();
    if let Work::Write(writing) = &tool.work {
        for (field, choice) in writing.choices {
            schema::narrow(&mut parameters, field, choices.of(*choice));
        }
    }
    ToolDefinition { name: tool.name.to_owned(), description, parameters }
}

/// The ids that make sense for this agent, person and session. `read` are the ids that the answers
/// of the conversation name, newest first: what a model has looked up it may use.
pub async fn choices(agent: Agent, scope: &Scope<'_>, read: &[String]) -> Result<Choices> {
    match agent {
        Agent::Coach => coach_choices(scope, read).await,
        Agent::Copilot => copilot_choices(scope).await,
    }
}

/// The exercises of the plan, those just read, those of a plan made afresh, then the best that the
/// person can do of each movement pattern.
async fn coach_choices(scope: &Scope<'_>, read: &[String]) -> Result<Choices> {
    let mut conn = scope.core.read().await?;
    let standing = plans::standing(&mut conn, scope.core, scope.user_id).await?;
    let profile = profiles::load(&mut conn, scope.user_id).await?.profile;
    let catalogue = profiles::catalogue(&scope.core.catalogue, &mut conn, scope.user_id).await?;
    drop(conn);
    let needed = standing.doc.exercises().map(|planned| planned.exercise_id.as_str());
    let known = read.iter().map(String::as_str).filter(|id| catalogue.get(id).is_some());
    let mut ids = Ids::default();
    ids.fill(needed.chain(known), MOST_IDS);
    // While no plan is saved the one that stands was just made so.
    if standing.version > 0 && ids.0.len() < ENOUGH_IDS {
        let drafted = plans::draft(scope.core, scope.user_id, DraftOverrides::default()).await?;
        ids.fill(planned_ids(&drafted.days), ENOUGH_IDS);
    }
    ids.fill(best(&profile, &catalogue).into_iter(), ENOUGH_IDS);
    Ok(Choices { ids: ids.0, ..Choices::default() })
}

fn planned_ids(days: &[PlannedDay]) -> impl Iterator<Item = &str> {
    days.iter().flat_map(|day| &day.exercises).map(|planned| planned.exercise_id.as_str())
}

/// What the person can do: the best of each movement pattern first, then the second best of each.
fn best<'c>(profile: &Profile, catalogue: &'c Catalogue) -> Vec<&'c str> {
    let mut able: Vec<&Exercise> = catalogue.iter().filter(|exercise| can_do(profile, exercise)).collect();
    able.sort_by_key(|exercise| exercise.rank);
    let mut seen: HashMap<Pattern, usize> = HashMap::new();
    let mut placed: Vec<(usize, &str)> = Vec::with_capacity(able.len());
    for exercise in able {
        let place = seen.entry(exercise.pattern).or_default();
        placed.push((*place, exercise.id.as_str()));
        *place += 1;
    }
    placed.sort_by_key(|(place, _)| *place);
    placed.into_iter().map(|(_, id)| id).collect()
}

/// Ids without repetition, in the order in which they came.
#[derive(Debug, Default)]
struct Ids(Vec<String>);

impl Ids {
    fn fill<'i>(&mut self, more: impl Iterator<Item = &'i str>, most: usize) {
        for id in more {
            if self.0.len() >= most {
                return;
            }
            if !self.0.iter().any(|known| known == id) {
                self.0.push(id.to_owned());
            }
        }
    }
}

/// Every exercise id that an answer names, in order: strings under `id` and `exercise_id`.
#[must_use]
pub fn ids_in(answer: &Value) -> Vec<String> {
    let mut found = Vec::new();
    match answer {
        Value::Object(fields) => {
            for (name, value) in fields {
                match value.as_str() {
                    Some(id) if name == "id" || name == ID_FIELD => found.push(id.to_owned()),
                    _ => found.extend(ids_in(value)),
                }
            }
        }
        Value::Array(items) => found.extend(items.iter().flat_map(ids_in)),
        _ => {}
    }
    found
}

/// Whether the person has what the exercise needs, is up to it and need not spare it.
pub fn can_do(profile: &Profile, exercise: &Exercise) -> bool {
    profile.owns(exercise)
        && exercise.level <= profile.experience.level()
        && profile.barred_by(exercise).is_none()
}

/// What the session prescribes and what may replace it, most for the exercise at hand.
async fn copilot_choices(scope: &Scope<'_>) -> Result<Choices> {
    let Some(id) = scope.session_id else { return Ok(Choices::default()) };
    let mut conn = scope.core.read().await?;
    let session = sessions::find(&mut conn, scope.user_id, id).await?;
    let athlete = Athlete::load(&mut conn, scope.core, scope.user_id).await?;
    let next = sessions::next_set_of(&mut conn, &athlete, &session).await?.exercise_id;
    drop(conn);
    let prescribed: Vec<String> = session.prescribed.iter().map(|one| one.exercise_id.clone()).collect();
    let mut replacements = Ids::default();
    let at_hand = next.iter().filter(|id| prescribed.contains(id)).map(|id| (id, MOST_AT_HAND));
    for (id, most) in at_hand.chain(prescribed.iter().map(|id| (id, MOST_ALTERNATIVES))) {
        let others = sessions::alternatives(&athlete, &session.prescribed, id, most);
        replacements.fill(others.into_iter().map(|other| other.id.as_str()), ENOUGH_IDS);
    }
    let mut ids = Ids::default();
    ids.fill(prescribed.iter().map(String::as_str), MOST_IDS);
    ids.fill(replacements.0.iter().map(String::as_str), ENOUGH_IDS);
    Ok(Choices { ids: ids.0, prescribed, replacements: replacements.0 })
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
    fn ids_are_found_wherever_an_answer_names_them() {
        let answer = json!({"items": [{"id": "row"}, {"days": [{"exercise_id": "squat", "name": "id"}]}]});
        assert_eq!(ids_in(&answer), ["row", "squat"]);
    }

    #[test]
    fn the_plan_comes_first_and_what_fills_up_stops_at_enough() {
        let catalogue = Catalogue::embedded();
        let first = best(&Profile::default(), &catalogue);
        let patterns: std::collections::HashSet<_> =
            first.iter().take(8).map(|id| catalogue.get(id).unwrap().pattern).collect();
        assert_eq!(patterns.len(), 8, "one of each pattern before a second of any: {first:?}");
        let many: Vec<String> = (0..40).map(|n| format!("planned-{n}")).collect();
        let mut ids = Ids::default();
        ids.fill(many.iter().map(String::as_str).chain(["planned-1"]), MOST_IDS);
        ids.fill(first.iter().copied(), ENOUGH_IDS);
        assert_eq!(ids.0, many, "a long plan is whole, nothing is added to it");
    }

    #[test]
    fn no_tool_takes_an_owner_a_session_or_a_confirmation() {
        for tool in &TOOLS {
            let text = tool.schema().1["properties"].to_string();
            for word in ["user_id", "session_id", "confirm", "digest"] {
                assert!(!text.contains(word), "{tool:?} takes {word}");
            }
        }
    }
}
