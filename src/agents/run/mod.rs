//! The run: one agent turn as a pure state machine. Events come in by [`Run::apply`], effects come
//! out; what to do next follows from the state alone ([`Run::next`]), so a run that was stored can
//! go on after a restart. It refuses to know time, storage, models or tools.
//!
//! The history it hands out by [`Effect::Remember`] is always valid (law L8): an assistant message
//! with calls leaves only together with exactly one result for each of them, in call order.

mod apply;
pub mod event;
pub mod history;
mod outcome;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod walks;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use sha2::{Digest as _, Sha256};

use super::model::{Call, Message, StepEnd, Usage};
use crate::domain::exercise::vocabulary;
use crate::domain::language::Language;
use crate::domain::proposal::{Proposal, ProposalStatus};
use event::RunEvent;

vocabulary! {
    /// What a run is, as answered and stored.
    RunStatus {
        Running = "running", Paused = "paused", Finished = "finished", Error = "error",
        Cancelled = "cancelled",
    }
}

impl RunStatus {
    /// Nothing comes after it.
    #[must_use]
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Finished | Self::Error | Self::Cancelled)
    }
}

/// Limits of one run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RunLimits {
    /// Most model steps.
    pub steps: u32,
    /// Most failed validations in a row.
    pub failures: u32,
    /// Most tokens, input and output together.
    pub tokens: u64,
}

impl Default for RunLimits {
    fn default() -> Self {
        Self { steps: 8, failures: 3, tokens: 200_000 }
    }
}

/// Where a run stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// A model step is to be taken.
    Thinking,
    /// Calls of the last step are handled, in order.
    Acting,
    /// A person has to decide.
    Waiting,
    /// It ended well.
    Finished,
    /// It ended with an error.
    Failed,
    /// It was cancelled.
    Cancelled,
}

/// One call of the step at hand.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Slot {
    /// With our own id.
    pub call: Call,
    /// What became of it.
    pub state: SlotState,
}

/// What became of a call.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SlotState {
    /// Not yet handled.
    Todo,
    /// A proposal of its own waits for a person.
    Waiting {
        /// The proposal.
        proposal_id: String,
        /// The checked arguments, to know the call again.
        args: String,
    },
    /// It has its result.
    Done {
        /// What the model is told.
        content: String,
    },
}

/// A call that the person said no to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Declined {
    /// The tool.
    pub tool: String,
    /// The checked arguments.
    pub args: String,
    /// In the person's words.
    pub reason: Option<String>,
}

/// The state of a run.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Run {
    /// Its id.
    pub id: String,
    /// Where it stands.
    pub phase: Phase,
    /// The model step at hand, from 1.
    pub step: u32,
    /// Failed validations in a row.
    pub failures: u32,
    /// Tokens so far.
    pub usage: Usage,
    /// Text of the step whose calls are handled.
    pub text: String,
    /// Unknown fields of that reply.
    #[serde(default)]
    pub extra: Map<String, Value>,
    /// Its calls.
    pub slots: Vec<Slot>,
    /// Calls that were declined in this run.
    #[serde(default)]
    pub declined: Vec<Declined>,
    /// Working time so far, milliseconds; waiting for a person does not count.
    #[serde(default)]
    pub worked_ms: u64,
    /// How often a restart interrupted it.
    #[serde(default)]
    pub interruptions: u32,
    /// The language of the request that began it, for a person whose profile names none.
    #[serde(default)]
    pub language: Language,
}

/// What happened.
#[derive(Debug, Clone, PartialEq)]
pub enum Input {
    /// The model answered the step with this number.
    Replied {
        /// Which step.
        step: u32,
        /// All of its text.
        text: String,
        /// How it ended.
        end: StepEnd,
    },
    /// A call was handled.
    Acted {
        /// Which step.
        step: u32,
        /// Which call of it.
        ordinal: usize,
        /// How.
        outcome: Acted,
    },
    /// A proposal was decided, expired or superseded.
    Decided(Decision),
    /// It cannot go on.
    Failed {
        /// A stable word.
        code: String,
        /// One sentence.
        message: String,
        /// Whether trying again may help.
        retryable: bool,
    },
    /// The person stopped it.
    Cancelled,
    /// A new message came while it waited.
    Overtaken,
    /// A red flag: coaching stops with this fixed text.
    Flagged {
        /// What the person is told.
        text: String,
    },
}

/// How a call was handled.
#[derive(Debug, Clone, PartialEq)]
pub enum Acted {
    /// It has a result.
    Result {
        /// What the model is told.
        content: String,
        /// One line for the person.
        summary: String,
        /// Whether it worked.
        ok: bool,
    },
    /// It became a proposal.
    Proposed(Box<Proposal>),
}

/// What became of a proposal.
#[derive(Debug, Clone, PartialEq)]
pub struct Decision {
    /// Which.
    pub proposal_id: String,
    /// Never `proposed`.
    pub status: ProposalStatus,
    /// Why it was declined, in the person's words.
    pub reason: Option<String>,
    /// What the write answered.
    pub result: Option<Value>,
}

impl Decision {
    /// What those who watch are told of it.
    #[must_use]
    pub fn event(&self) -> RunEvent {
        RunEvent::ProposalResolved {
            id: self.proposal_id.clone(),
            status: self.status,
            reason: self.reason.clone(),
            result: self.result.clone(),
        }
    }
}

impl From<&Proposal> for Decision {
    fn from(proposal: &Proposal) -> Self {
        Self {
            proposal_id: proposal.id.clone(),
            status: proposal.status,
            reason: proposal.reason.clone(),
            result: proposal.result.clone(),
        }
    }
}

/// What is to be stored or told, in order.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Add to the history of the conversation, together.
    Remember(Vec<Message>),
    /// Tell those who watch.
    Tell(RunEvent),
    /// Close these proposals: nothing waits for them any more.
    Close(Vec<String>),
}

/// What to do next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// Ask the model.
    Think,
    /// Handle this call.
    Act(usize),
    /// Wait for a person.
    Wait,
    /// Nothing any more.
    End,
}

impl Run {
    /// A run about to take its first step.
    #[must_use]
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            phase: Phase::Thinking,
            step: 1,
            failures: 0,
            usage: Usage::default(),
            text: String::new(),
            extra: Map::new(),
            slots: Vec::new(),
            declined: Vec::new(),
            worked_ms: 0,
            interruptions: 0,
            language: Language::default(),
        }
    }

    /// Its status.
    #[must_use]
    pub const fn status(&self) -> RunStatus {
        match self.phase {
            Phase::Thinking | Phase::Acting => RunStatus::Running,
            Phase::Waiting => RunStatus::Paused,
            Phase::Finished => RunStatus::Finished,
            Phase::Failed => RunStatus::Error,
            Phase::Cancelled => RunStatus::Cancelled,
        }
    }

    /// What to do next.
    #[must_use]
    pub fn next(&self) -> Next {
        match self.phase {
            Phase::Thinking => Next::Think,
            Phase::Acting => {
                let todo = self.slots.iter().position(|slot| slot.state == SlotState::Todo);
                todo.map_or(Next::Wait, Next::Act)
            }
            Phase::Waiting => Next::Wait,
            Phase::Finished | Phase::Failed | Phase::Cancelled => Next::End,
        }
    }

    /// The id of the message that the step at hand writes.
    #[must_use]
    pub fn message_id(&self) -> String {
        format!("{}.{}", self.id, self.step)
    }

    /// Our id of a call: nine characters, which is what the strictest servers take. The same call
    /// of the same run always has the same id.
    #[must_use]
    pub fn call_id(&self, ordinal: usize) -> String {
        let digest = Sha256::digest(format!("{}.{}.{ordinal}", self.id, self.step));
        hex::encode(digest).chars().take(9).collect()
    }

    /// The proposals that wait for a person.
    #[must_use]
    pub fn pending(&self) -> Vec<String> {
        let ids = self.slots.iter().filter_map(|slot| match &slot.state {
            SlotState::Waiting { proposal_id, .. } => Some(proposal_id.clone()),
            _ => None,
        });
        ids.collect()
    }

    /// How the person declined this very call in this run before; none if they did not.
    #[must_use]
    pub fn declined_before(&self, tool: &str, args: &str) -> Option<&Declined> {
        self.declined.iter().find(|declined| declined.tool == tool && declined.args == args)
    }
}
