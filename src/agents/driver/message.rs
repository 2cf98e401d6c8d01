//! What a person says and who answers it, whichever door it came through: in a session's conversation
//! the copilot, as long as the session goes on; elsewhere the coach.

use super::Begin;
use crate::agents::roster::Agent;
use crate::reason;
use crate::service::conversations::{self, Conversation};
use crate::service::{Error, Result, Write};
use crate::wording::texts;

/// Most characters of a message.
const LONGEST: usize = 4000;

impl Begin {
    /// A conversation of the person's in which something may be said; a conflict once its session has
    /// ended.
    pub async fn conversation(write: &mut Write, id: &str) -> Result<Conversation> {
        let found = conversations::require(write, id).await?;
        match &found.session_id {
            Some(session_id) => conversations::of_session(write, session_id).await,
            None => Ok(found),
        }
    }

    /// The message, without its edges; nothing said in a session asks for the reason of its suggestion.
    pub fn from_message(conversation: Conversation, text: Option<&str>) -> Result<Self> {
        let Conversation { id, session_id, .. } = conversation;
        let (agent, otherwise) = if session_id.is_some() {
            (Agent::Copilot, texts::say("agents-why-this-set"))
        } else {
            (Agent::Coach, "")
        };
        let text = text.unwrap_or(otherwise).trim().to_owned();
        if !(1..=LONGEST).contains(&text.chars().count()) || text.contains('\0') {
            return Err(Error::field("/text", "length", reason!("input_message_length", most = LONGEST)));
        }
        Ok(Self { agent, conversation_id: id, session_id, text })
    }
}
