//! A run as answered.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

use super::Agents;
use super::persist::loaded;
use crate::agents::model::Usage;
use crate::agents::roster::Agent;
use crate::agents::run::RunStatus;
use crate::service::{Error, Result};
use crate::storage::runs;

/// A run as answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RunView {
    /// UUID.
    pub id: String,
    /// Its conversation.
    pub conversation_id: String,
    /// The session of a copilot run.
    pub session_id: Option<String>,
    /// Who answers.
    pub agent: Agent,
    /// Where it stands.
    pub status: RunStatus,
    /// The model's name.
    pub model: String,
    /// When it began.
    pub started_at: Timestamp,
    /// When it ended.
    pub ended_at: Option<Timestamp>,
    /// Model steps so far.
    pub steps: i64,
    /// Tokens so far.
    pub usage: Usage,
    /// Proposals that it waits for.
    pub pending: Vec<String>,
}

impl Agents {
    /// A person's run.
    pub async fn run(&self, user_id: &str, id: &str) -> Result<RunView> {
        let row = runs::get(&mut self.0.core.read().await?, user_id, id).await?.ok_or(Error::NotFound)?;
        let moment = |millis| Timestamp::from_millisecond(millis).unwrap_or(Timestamp::UNIX_EPOCH);
        let loaded = loaded(row)?;
        Ok(RunView {
            status: loaded.run.status(),
            pending: loaded.run.pending(),
            usage: loaded.run.usage,
            agent: Agent::parse(&loaded.row.agent).unwrap_or(Agent::Coach),
            started_at: moment(loaded.row.started_at),
            ended_at: loaded.row.ended_at.map(moment),
            steps: loaded.row.steps,
            id: loaded.row.id,
            conversation_id: loaded.row.conversation_id,
            session_id: loaded.row.session_id,
            model: loaded.row.model,
        })
    }
}
