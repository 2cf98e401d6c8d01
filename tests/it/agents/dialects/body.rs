//! A JSON body where a stream was asked for.

use serde_json::{Value, json};
use spotter::agents::model::ModelError;

use super::{Outcome, play, used};
use crate::support::lying_server::{answer, stream};

#[tokio::test]
async fn a_json_body_instead_of_a_stream() {
    let json = |body: Value| answer("200 OK", &["content-type: application/json"], body.to_string());
    let completion = json!({ "object": "chat.completion", "usage": { "prompt_tokens": 7, "completion_tokens": 2 },
        "choices": [{ "index": 0, "message": { "role": "assistant", "content": "ok" }, "finish_reason": "stop" }] });
    assert_eq!(play(json(completion.clone())).await, (used(7, 2), 1), "a whole completion is an answer");
    let pretty = format!("\u{FEFF}\n{completion:#}");
    assert_eq!(play(stream(pretty)).await, (used(7, 2), 1), "also where it says that it is a stream");

    let refused = |detail: &str| Outcome {
        text: String::new(),
        end: Err(ModelError::Protocol { detail: detail.into() }),
    };
    for (body, detail) in [
        (json!({ "error": { "message": "model not loaded", "code": 500 } }), "model not loaded"),
        (json!({ "error": "model not loaded" }), "model not loaded"),
        (json!([{ "error": { "message": "quota" } }]), "quota"),
        (json!({ "object": "error", "message": "no such model" }), "no such model"),
        (json!({ "status": "ok" }), "an answer without any choice in it"),
    ] {
        assert_eq!(play(json(body.clone())).await, (refused(detail), 1), "{body}");
    }
}
