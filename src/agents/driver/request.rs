//! What a model is asked: the prompt, the history that fits, the tools with the ids that make sense.

use super::Agents;
use super::persist::Loaded;
use crate::agents::model::{Message, ModelRequest};
use crate::agents::prompts;
use crate::agents::roster::Agent;
use crate::agents::run::history::{MOST_CHARS, alternating, trimmed};
use crate::agents::tools::{self, Scope};
use crate::service::{Result, profiles};
use crate::storage::conversations;

/// Most messages looked at.
const MOST_MESSAGES: i64 = 400;

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
        let mut messages = vec![Message::System { text: prompts::system(agent, &profile, today, &mark) }];
        messages.extend(alternating(trimmed(whole(history?), MOST_CHARS)));
        let scope = Scope { core, user_id: &row.user_id, session_id: row.session_id.as_deref() };
        let choices = tools::choices(agent, &scope, &read_lately(&messages)).await?;
        Ok(ModelRequest { agent, messages, tools: tools::specs(agent, &choices) })
    }
}

/// The exercise ids that the answers of the conversation name, newest answer first.
fn read_lately(messages: &[Message]) -> Vec<String> {
    let answers = messages.iter().rev().filter_map(|message| match message {
        Message::Tool { content, .. } => serde_json::from_str::<serde_json::Value>(content).ok(),
        _ => None,
    });
    answers.flat_map(|answer| tools::ids_in(&answer)).collect()
}

/// From the first message of a person on: a history cut by number may begin anywhere.
fn whole(mut history: Vec<Message>) -> Vec<Message> {
    let first = history.iter().position(|message| matches!(message, Message::User { .. }));
    history.split_off(first.unwrap_or(0))
}
