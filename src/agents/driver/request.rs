//! What a model is asked: the prompt, the history that fits, the tools with the ids that make sense.

use serde_json::{Map, Value, json};

use super::Agents;
use super::persist::Loaded;
use crate::agents::model::{Call, Message, ModelRequest, READ_AHEAD, ToolDefinition};
use crate::agents::prompts;
use crate::agents::roster::Agent;
use crate::agents::run::history::{MOST_CHARS, alternating, fitted, trimmed};
use crate::agents::tools::{self, Scope};
use crate::domain::profile::Note;
use crate::service::{Result, profiles};
use crate::storage::conversations;
use crate::wording::Wording;

/// Most messages looked at.
const MOST_MESSAGES: i64 = 400;
/// Bytes of standing notes that are held in every request.
const MOST_NOTES: usize = 2_500;
/// What a model is told of the answer that holds them.
const NOTES_ALONE: &str = "the newest notes; getProfile tells the rest of the profile";
/// Characters of JSON and plain English in a token, as a careful estimate.
const CHARS_A_TOKEN: usize = 3;
/// Tokens of a context that are left for the answer.
const ANSWER: usize = 1_000;
/// History is never held to less than this, in bytes: what was just asked has to be there.
const LEAST_CHARS: usize = 4_000;

impl Agents {
    /// The request of the run's step.
    pub(super) async fn request(&self, loaded: &Loaded, agent: Agent) -> Result<ModelRequest> {
        let (core, row) = (&self.0.core, &loaded.row);
        let mut conn = core.read().await?;
        let rows = conversations::messages(&mut conn, &row.conversation_id, MOST_MESSAGES).await?;
        let profile = profiles::load(&mut conn, &row.user_id).await?.profile;
        drop(conn);
        let history: Result<Vec<Message>> =
            rows.iter().map(|row| Ok(serde_json::from_str(&row.body)?)).collect();
        let today = core.clock.now().to_zoned(profile.zone()).date();
        let mark = prompts::mark(&row.user_id);
        let wording = Wording::of(&profile, loaded.run.language);
        let system = prompts::system(agent, wording, today, &mark);
        let history = trimmed(whole(history?), MOST_CHARS);
        let scope = Scope { core, user_id: &row.user_id, session_id: row.session_id.as_deref() };
        let choices = tools::choices(agent, &scope, &read_lately(&history)).await?;
        let tools = tools::definitions(agent, &choices);
        let notes = (agent == Agent::Coach && !profile.notes.is_empty()).then(|| newest(&profile.notes));
        let kept = notes.as_ref().map_or(0, |(_, answer)| answer.len());
        let room = room(self.0.limits.context_tokens, system.len() + kept + written(&tools));
        let mut messages = vec![Message::System { text: system }];
        messages.extend(alternating(fitted(history, room)));
        if let Some((_, answer)) = notes.filter(|(notes, _)| !has_read(&messages, notes)) {
            keep_in_mind(&mut messages, answer);
        }
        Ok(ModelRequest { agent, wording, today, messages, tools })
    }
}

/// The newest notes that fit, in their order, as JSON; and the answer that tells of them, which says what
/// it leaves out.
fn newest(all: &[Note]) -> (String, String) {
    let mut left = MOST_NOTES;
    let fits = |note: &Value| {
        let size = note.to_string().len() + 1;
        left.checked_sub(size).map(|rest| left = rest).is_some()
    };
    let mut kept: Vec<Value> = all.iter().rev().map(|note| json!(note)).take_while(fits).collect();
    kept.reverse();
    let older = all.len() - kept.len();
    let notes = Value::Array(kept);
    let answer = json!({"holds": NOTES_ALONE, "notes": &notes, "older_notes": older});
    (notes.to_string(), answer.to_string())
}

/// Whether the model has read just these notes already.
fn has_read(messages: &[Message], notes: &str) -> bool {
    messages.iter().any(|message| matches!(message, Message::Tool { content, .. } if content.contains(notes)))
}

/// Standing notes stand in every request: as data, in the answer of a read that was made for the model
/// at the start of its turn. Such text has no place in a prompt.
fn keep_in_mind(messages: &mut Vec<Message>, content: String) {
    let Some(said) = messages.iter().rposition(|message| matches!(message, Message::User { .. })) else {
        return;
    };
    let call =
        Call { id: READ_AHEAD.to_owned(), name: tools::PROFILE.to_owned(), arguments: "{}".to_owned() };
    let asked = Message::Assistant { text: String::new(), calls: vec![call], extra: Map::new() };
    let answer = Message::Tool { call_id: READ_AHEAD.to_owned(), content };
    let rest = messages.split_off(said + 1);
    messages.extend([asked, answer]);
    messages.extend(rest);
}

/// Bytes of history that fit into a context beside the prompt, the tools and an answer.
fn room(context_tokens: usize, taken: usize) -> usize {
    let all = context_tokens.saturating_sub(ANSWER).saturating_mul(CHARS_A_TOKEN);
    all.saturating_sub(taken).clamp(LEAST_CHARS, MOST_CHARS)
}

fn written(tools: &[ToolDefinition]) -> usize {
    let size = |tool: &ToolDefinition| tool.description.len() + tool.parameters.to_string().len();
    // What a server is sent around each of them.
    tools.iter().map(|tool| 100 + tool.name.len() + size(tool)).sum()
}

/// The exercise ids that the answers of the conversation name, newest answer first.
fn read_lately(messages: &[Message]) -> Vec<String> {
    let answers = messages.iter().rev().filter_map(|message| match message {
        Message::Tool { content, .. } => serde_json::from_str::<Value>(content).ok(),
        _ => None,
    });
    answers.flat_map(|answer| tools::ids_in(&answer)).collect()
}

/// From the first message of a person on: a history cut by number may begin anywhere.
fn whole(mut history: Vec<Message>) -> Vec<Message> {
    let first = history.iter().position(|message| matches!(message, Message::User { .. }));
    history.split_off(first.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_context_leaves_room_for_some_history_and_a_large_one_is_not_filled() {
        assert_eq!(room(8_192, 10_500), 11_076);
        assert_eq!(room(4_096, 10_500), LEAST_CHARS, "too small for the tools: it tries all the same");
        assert_eq!(room(0, 0), LEAST_CHARS);
        assert_eq!(room(128_000, 10_500), MOST_CHARS);
        assert_eq!(room(usize::MAX, usize::MAX), LEAST_CHARS);
    }
}
