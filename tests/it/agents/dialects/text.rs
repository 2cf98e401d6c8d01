//! Text in every dress.

use serde_json::{Value, json};
use spotter::agents::model::StepEnd;

use super::{check, delta, ends, finish, says};
use crate::support::lying_server::chunks;

#[tokio::test]
async fn text_in_every_dress() {
    let hi = delta(json!({ "content": "hi" }));
    let part = |text: &str| json!({ "type": "text", "text": text });
    check(vec![
        (
            "plain",
            chunks(&[delta(json!({ "content": "h" })), delta(json!({ "content": "i" })), finish("stop")]),
            says("hi"),
        ),
        ("no finish reason but [DONE]", chunks(std::slice::from_ref(&hi)), says("hi")),
        ("finish_reason null", chunks(&[hi.clone(), finish(Value::Null)]), says("hi")),
        ("finish_reason empty", chunks(&[hi.clone(), finish("")]), says("hi")),
        ("finish_reason unknown", chunks(&[hi.clone(), finish("eos")]), says("hi")),
        (
            "no id, object, model, created",
            chunks(&[json!({ "choices": [{ "delta": { "content": "hi" } }] })]),
            says("hi"),
        ),
        (
            "choices empty, null, absent",
            chunks(&[
                json!({ "choices": [] }),
                json!({ "choices": null }),
                json!({ "id": "x" }),
                json!({}),
                Value::Null,
                hi.clone(),
            ]),
            says("hi"),
        ),
        (
            "a choice without delta, a null delta",
            chunks(&[
                json!({ "choices": [{ "index": 0 }] }),
                json!({ "choices": [{ "delta": null }] }),
                hi.clone(),
            ]),
            says("hi"),
        ),
        (
            "content null and empty",
            chunks(&[
                delta(json!({ "role": "assistant", "content": null })),
                delta(json!({ "content": "" })),
                hi.clone(),
            ]),
            says("hi"),
        ),
        (
            "content as parts",
            chunks(&[delta(json!({ "content": [part("h"), "i", { "type": "image" }, part("!")] }))]),
            says("hi!"),
        ),
        ("content as one part", chunks(&[delta(json!({ "content": part("hi") }))]), says("hi")),
        (
            "message for delta",
            chunks(&[json!({ "choices": [{ "message": { "role": "assistant", "content": "hi" } }] })]),
            says("hi"),
        ),
        (
            "message that repeats the deltas",
            chunks(&[
                hi.clone(),
                json!({ "choices": [{
            "delta": {}, "message": { "content": "hi" }, "finish_reason": "stop" }] }),
            ]),
            says("hi"),
        ),
        ("a refusal is text", chunks(&[delta(json!({ "content": null, "refusal": "no" }))]), says("no")),
        (
            "other choices are not ours",
            chunks(&[hi.clone(), json!({ "choices": [{ "index": 1, "delta": { "content": "x" } }] })]),
            says("hi"),
        ),
        ("a list of chunks", chunks(&[json!([hi, finish("stop")])]), says("hi")),
        (
            "error null",
            chunks(&[json!({ "error": null, "choices": [{ "delta": { "content": "hi" } }] })]),
            says("hi"),
        ),
        ("nothing to say", chunks(&[finish("stop")]), says("")),
        (
            "cut for length",
            chunks(&[delta(json!({ "content": "h" })), finish("length")]),
            ends("h", StepEnd { truncated: true, ..StepEnd::default() }),
        ),
    ])
    .await;
}
