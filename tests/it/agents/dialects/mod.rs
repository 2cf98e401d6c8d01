//! What real servers send, each through the real adapter over real TCP.

mod body;
mod call_fragments;
mod fields;
mod framing;
mod text;
mod whole_calls;

use serde_json::{Map, Value, json};
use spotter::agents::model::{Call, StepEnd, Usage};

use super::client::{Outcome, play};
use crate::support::lying_server::stream;

#[expect(clippy::needless_pass_by_value, reason = "a table reads better so")]
pub fn delta(delta: Value) -> Value {
    json!({ "id": "c", "object": "chat.completion.chunk", "choices": [{ "index": 0, "delta": delta }] })
}

pub fn finish(reason: impl Into<Value>) -> Value {
    json!({ "choices": [{ "index": 0, "delta": {}, "finish_reason": reason.into() }] })
}

#[expect(clippy::needless_pass_by_value, reason = "a table reads better so")]
pub fn tool(fragment: Value) -> Value {
    delta(json!({ "tool_calls": [fragment] }))
}

pub fn says(text: &str) -> Outcome {
    ends(text, StepEnd::default())
}

pub fn ends(text: &str, end: StepEnd) -> Outcome {
    Outcome { text: text.into(), end: Ok(end) }
}

pub fn calls(calls: &[(&str, &str)]) -> Outcome {
    let call = |(name, arguments): &(&str, &str)| Call {
        id: String::new(),
        name: (*name).into(),
        arguments: (*arguments).into(),
    };
    ends("", StepEnd { calls: calls.iter().map(call).collect(), ..StepEnd::default() })
}

pub fn extra(fields: Value) -> Outcome {
    let fields: Map<String, Value> = serde_json::from_value(fields).unwrap();
    ends("ok", StepEnd { extra: fields, ..StepEnd::default() })
}

pub fn used(input_tokens: u64, output_tokens: u64) -> Outcome {
    ends("ok", StepEnd { usage: Usage { input_tokens, output_tokens }, ..StepEnd::default() })
}

pub async fn check(cases: Vec<(&str, String, Outcome)>) {
    for (name, body, expected) in cases {
        assert_eq!(play(stream(body)).await, (expected, 1), "{name}");
    }
}
