//! The events of a run, as they are stored and streamed.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::agents::model::Usage;
use crate::agents::roster::Agent;
use crate::domain::proposal::{Proposal, ProposalStatus};

/// One event: a name and its data.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "event", content = "data")]
pub enum RunEvent {
    /// It began.
    #[serde(rename = "run.started")]
    Started { run_id: String, agent: Agent, model: String },
    /// A piece of a message.
    #[serde(rename = "text.delta")]
    Delta { message_id: String, delta: String },
    /// A message is whole.
    #[serde(rename = "text.done")]
    TextDone { message_id: String },
    /// A call is being handled.
    #[serde(rename = "tool.started")]
    ToolStarted { call_id: String, tool: String },
    /// A call has its result.
    #[serde(rename = "tool.result")]
    ToolResult { call_id: String, tool: String, ok: bool, summary: String },
    /// A person has to decide.
    #[serde(rename = "proposal.created")]
    ProposalCreated { proposal: Box<Proposal> },
    /// It was decided, expired or superseded.
    #[serde(rename = "proposal.resolved")]
    ProposalResolved { id: String, status: ProposalStatus, reason: Option<String>, result: Option<Value> },
    /// The text of this message is void.
    #[serde(rename = "step.reset")]
    StepReset { message_id: String },
    /// It waits for these proposals.
    #[serde(rename = "run.paused")]
    Paused { pending: Vec<String> },
    /// It ended well.
    #[serde(rename = "run.finished")]
    Finished { usage: Usage },
    /// It ended with an error.
    #[serde(rename = "run.error")]
    Failed { code: String, message: String, retryable: bool },
    /// The person stopped it.
    #[serde(rename = "run.cancelled")]
    Cancelled {},
    /// Everything shown so far is to be replaced by this.
    #[serde(rename = "snapshot")]
    Snapshot(Snapshot),
}

/// All that a watcher shows, folded from the events up to `last_id`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Snapshot {
    /// Id of the last event in it.
    pub last_id: String,
    /// Messages in order.
    pub messages: Vec<ShownMessage>,
    /// Calls in order.
    pub tools: Vec<ShownTool>,
    /// Proposals in order, as they stand.
    pub proposals: Vec<Proposal>,
}

/// A message as shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ShownMessage {
    pub message_id: String,
    pub text: String,
}

/// A call as shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ShownTool {
    pub call_id: String,
    pub tool: String,
    /// Null while it is being handled.
    pub ok: Option<bool>,
    pub summary: Option<String>,
}

impl RunEvent {
    /// Its name, and the JSON text of its data.
    #[must_use]
    pub fn parts(&self) -> (String, String) {
        let mut value = serde_json::to_value(self).unwrap_or_default();
        let name = value.get("event").and_then(Value::as_str).unwrap_or("unknown").to_owned();
        let data = value.get_mut("data").map(Value::take).unwrap_or_default();
        (name, data.to_string())
    }

    /// Reads it back.
    pub fn read(name: &str, data: &str) -> Result<Self, serde_json::Error> {
        let data: Value = serde_json::from_str(data)?;
        serde_json::from_value(serde_json::json!({"event": name, "data": data}))
    }
}

/// Whether an event of this name is the last of its run.
#[must_use]
pub fn is_last(name: &str) -> bool {
    matches!(name, "run.finished" | "run.error" | "run.cancelled")
}

impl Snapshot {
    /// Takes one more event in. Deltas of a message that was reset are gone.
    pub fn fold(&mut self, event: RunEvent) {
        match event {
            RunEvent::Delta { message_id, delta } => {
                match self.messages.iter_mut().find(|message| message.message_id == message_id) {
                    Some(message) => message.text.push_str(&delta),
                    None => self.messages.push(ShownMessage { message_id, text: delta }),
                }
            }
            RunEvent::StepReset { message_id } => {
                self.messages.retain(|message| message.message_id != message_id);
            }
            RunEvent::ToolStarted { call_id, tool } => {
                self.tools.push(ShownTool { call_id, tool, ok: None, summary: None });
            }
            RunEvent::ToolResult { call_id, ok, summary, .. } => {
                if let Some(tool) = self.tools.iter_mut().find(|tool| tool.call_id == call_id) {
                    (tool.ok, tool.summary) = (Some(ok), Some(summary));
                }
            }
            RunEvent::ProposalCreated { proposal } => self.proposals.push(*proposal),
            RunEvent::ProposalResolved { id, status, reason, result } => {
                if let Some(found) = self.proposals.iter_mut().find(|proposal| proposal.id == id) {
                    (found.status, found.reason, found.result) = (status, reason, result);
                }
            }
            RunEvent::Snapshot(snapshot) => *self = snapshot,
            _ => {}
        }
    }
}
