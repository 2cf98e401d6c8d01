//! What goes wrong between us and a server, each told apart and seen at once.

mod excess;
mod hang_up;
mod hostile;
mod log;
mod nonsense;
mod silence;
mod status;

use serde_json::json;
use spotter::agents::model::ModelError;

use super::client::play;
use crate::support::lying_server::{Act, Script};

pub fn hi() -> String {
    format!("data: {}\n\n", json!({ "choices": [{ "index": 0, "delta": { "content": "hi" } }] }))
}

pub fn finish() -> String {
    format!("data: {}\n\n", json!({ "choices": [{ "delta": {}, "finish_reason": "stop" }] }))
}

pub fn then(mut script: Script, act: Act) -> Script {
    script.push(act);
    script
}

pub fn protocol(detail: &str) -> ModelError {
    ModelError::Protocol { detail: detail.into() }
}

pub async fn check(cases: Vec<(&str, Script, &str, ModelError)>) {
    for (name, script, text, fault) in cases {
        let (outcome, requests) = play(script).await;
        assert_eq!(outcome.end, Err(fault), "{name}");
        assert_eq!((outcome.text.as_str(), requests), (text, 1), "{name}: text, requests");
    }
}
