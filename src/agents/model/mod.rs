//! The model port: what a run asks of a language model and what it gets back, in our own terms.
//!
//! Owns the request, the events and the faults that every adapter speaks. It refuses to know any
//! provider: [`openai`] is the one place that names async-openai, [`builtin`](crate::agents::builtin)
//! answers in-process.

pub mod assemble;
mod calls;
pub mod frames;
pub mod openai;
mod refusal;
pub mod sse_lines;
mod transport;

pub use calls::MOST_CALLS;

use std::time::Duration;

use futures_util::stream::BoxStream;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use tokio_util::sync::CancellationToken;

use crate::agents::roster::Agent;
use jiff::civil::Date;

use crate::wording::Wording;

/// Id of a read that nobody called: it stands at the start of a turn and tells the newest notes, not the
/// profile. The calls of a run have hexadecimal ids.
pub const READ_AHEAD: &str = "profile00";

/// A tool call as the history keeps it. `id` is ours, never the provider's.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Call {
    /// Our own id, unique in the run.
    pub id: String,
    /// Tool name, camelCase.
    pub name: String,
    /// The argument text, as JSON. In a reply this is what the model sent, unparsed.
    pub arguments: String,
}

/// One message of the history that a model sees.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "role", rename_all = "snake_case")]
pub enum Message {
    /// The system prompt.
    System { text: String },
    /// What the person wrote.
    User { text: String },
    /// What the model said and called. `extra` holds fields of its reply that we do not know
    /// (`reasoning_content` and the like), to be sent back verbatim.
    Assistant {
        text: String,
        calls: Vec<Call>,
        #[serde(default, skip_serializing_if = "Map::is_empty")]
        extra: Map<String, Value>,
    },
    /// The one result of one call.
    Tool { call_id: String, content: String },
}

/// A tool as the model is told of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ToolDefinition {
    pub name: String,
    pub description: String,
    /// A strict JSON schema.
    pub parameters: Value,
}

/// One model step asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct ModelRequest {
    /// Which agent speaks; the built-in coach plays by it.
    pub agent: Agent,
    /// How the person reads. A server is told in the prompt; the built-in coach reads no prompt.
    pub wording: Wording,
    /// The person's own date.
    pub today: Date,
    pub messages: Vec<Message>,
    pub tools: Vec<ToolDefinition>,
}

/// Tokens of one step; zero where the server said nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Usage {
    pub input_tokens: u64,
    pub output_tokens: u64,
}

/// How a step ended, once every event of it has come.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct StepEnd {
    /// Calls in order, with ids of our own still empty (`""`): the run machine mints them.
    pub calls: Vec<Call>,
    pub usage: Usage,
    /// Unknown fields of the reply, kept verbatim.
    pub extra: Map<String, Value>,
    /// The server said that it cut the reply for length.
    pub truncated: bool,
}

/// What a model sends while it works on a step.
#[derive(Debug, Clone, PartialEq)]
pub enum ModelEvent {
    /// A piece of the reply's text.
    Text(String),
    /// The last event of a step. A stream that ends without it was cut.
    End(StepEnd),
}

/// Why a step failed.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum ModelError {
    /// 401 or 403: the key is wrong; never retried.
    #[error("the model server refused the API key (status {status})")]
    Unauthorized { status: u16 },
    /// 429, in whatever body shape.
    #[error("the model server is out of quota or busy (status 429)")]
    RateLimited { retry_after: Option<Duration> },
    /// 5xx.
    #[error("the model server failed (status {status}): {detail}")]
    Server { status: u16, retry_after: Option<Duration>, detail: String },
    /// Another refusal (400, 404 …): our request or configuration is wrong; never retried.
    #[error("the model server refused the request (status {status}): {detail}")]
    Refused { status: u16, detail: String },
    /// The server could not be reached.
    #[error("the model server cannot be reached: {detail}")]
    Unreachable { detail: String },
    /// Status 200, but what came is not a chat completion stream, or it carried an error.
    #[error("the model server sent something that is not an answer: {detail}")]
    Protocol { detail: String },
    /// The stream ended before the step did.
    #[error("the answer was cut off")]
    Cut,
    /// Nothing came for the idle timeout.
    #[error("the model server said nothing for {} s", .after.as_secs())]
    Stalled { after: Duration },
    /// The run's working time was used up first.
    #[error("the working time of {} s was used up before the answer was whole", .after.as_secs())]
    OutOfTime { after: Duration },
    /// It repeated the mark of its instructions.
    #[error("the answer repeated the coach's own instructions and was withheld")]
    Withheld,
    /// The run was cancelled.
    #[error("cancelled")]
    Cancelled,
}

impl ModelError {
    /// Whether the same request may be sent again.
    #[must_use]
    pub const fn retryable(&self) -> bool {
        !matches!(self, Self::Unauthorized { .. } | Self::Refused { .. } | Self::Withheld | Self::Cancelled)
    }

    /// A stable word for `run.error`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Unauthorized { .. } => "model_unauthorized",
            Self::RateLimited { .. } => "model_rate_limited",
            Self::Server { .. } => "model_failed",
            Self::Refused { .. } => "model_refused",
            Self::Unreachable { .. } => "model_unreachable",
            Self::Protocol { .. } => "model_protocol",
            Self::Cut => "model_cut",
            Self::Stalled { .. } | Self::OutOfTime { .. } => "model_stalled",
            Self::Withheld => "model_withheld",
            Self::Cancelled => "cancelled",
        }
    }
}

/// The events of one step. Dropping it, or cancelling the token, closes the upstream connection.
pub type ModelStream = BoxStream<'static, Result<ModelEvent, ModelError>>;

/// Something that can take a step: a server or the built-in coach.
pub trait Model: Send + Sync + 'static {
    /// The name shown to the person and in traces.
    fn name(&self) -> &str;

    /// The host that everything sent to it goes to; none where nothing leaves this process.
    fn host(&self) -> Option<&str> {
        None
    }

    /// Starts one step. No retries inside: the driver decides on those.
    fn stream(&self, request: ModelRequest, cancel: CancellationToken) -> ModelStream;
}
