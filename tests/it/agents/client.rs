//! The adapter pointed at a server of ours, and what comes out of it.

use std::time::Duration;

use futures_util::StreamExt;
use spotter::agents::model::openai::{OpenAi, OpenAiConfig};
use spotter::agents::model::{
    Message, Model, ModelError, ModelEvent, ModelRequest, ModelStream, StepEnd, ToolDefinition,
};
use spotter::agents::roster::Agent;
use spotter::wording::Wording;
use tokio_util::sync::CancellationToken;

use crate::support::lying_server::{LyingServer, Script};

pub const IDLE: Duration = Duration::from_secs(30);
pub const KEY: &str = "sk-very-secret";

/// Everything a step brought: its text, and its end or its fault.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    pub text: String,
    pub end: Result<StepEnd, ModelError>,
}

pub fn config(server: &LyingServer) -> OpenAiConfig {
    OpenAiConfig {
        base_url: format!("{}/v1", server.url()).parse().unwrap(),
        api_key: Some(KEY.into()),
        model: "little-model".into(),
        idle_timeout: IDLE,
    }
}

pub fn adapter(server: &LyingServer) -> OpenAi {
    OpenAi::new(config(server)).unwrap()
}

pub fn request() -> ModelRequest {
    let parameters = serde_json::json!({
        "type": "object", "properties": {}, "required": [], "additionalProperties": false
    });
    ModelRequest {
        agent: Agent::Coach,
        wording: Wording::default(),
        today: jiff::civil::date(2026, 11, 23),
        messages: vec![
            Message::System { text: "You are a coach.".into() },
            Message::User { text: "Plan my week.".into() },
        ],
        tools: vec![ToolDefinition {
            name: "getProfile".into(),
            description: "Reads the profile.".into(),
            parameters,
        }],
    }
}

pub fn start(model: &OpenAi) -> ModelStream {
    model.stream(request(), CancellationToken::new())
}

/// Reads a step to its end; panics if anything follows the end or if there is none.
pub async fn outcome(mut events: ModelStream) -> Outcome {
    let mut text = String::new();
    loop {
        let end = match events.next().await.unwrap() {
            Ok(ModelEvent::Text(piece)) => {
                text.push_str(&piece);
                continue;
            }
            Ok(ModelEvent::End(end)) => Ok(end),
            Err(error) => Err(error),
        };
        assert_eq!(events.next().await, None, "something followed the end");
        return Outcome { text, end };
    }
}

/// One step against a server that plays this script, and how many requests it saw.
pub async fn play(script: Script) -> (Outcome, usize) {
    let server = LyingServer::start(vec![script]).await;
    let outcome = outcome(start(&adapter(&server))).await;
    (outcome, server.requests().len())
}
