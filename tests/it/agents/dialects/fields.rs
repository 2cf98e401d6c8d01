//! Usage, and fields that we do not know.

use serde_json::json;

use super::{check, delta, extra, used};
use crate::support::lying_server::chunks;

#[tokio::test]
async fn fields_beside_the_answer() {
    let ok = || delta(json!({ "content": "ok" }));
    check(vec![
        ("usage in a last chunk without choices", chunks(&[ok(), json!({ "choices": [], "usage": { "prompt_tokens": 7, "completion_tokens": 2 } })]), used(7, 2)),
        ("usage as a running total", chunks(&[
            json!({ "choices": [], "usage": { "prompt_tokens": 7, "completion_tokens": 1 } }), ok(),
            json!({ "choices": [], "usage": { "prompt_tokens": 7, "completion_tokens": 2 } }), json!({ "usage": null, "choices": [] }),
        ]), used(7, 2)),
        ("usage with missing, odd and negative counts", chunks(&[ok(), json!({ "usage": { "prompt_tokens": 7.0, "completion_tokens": -2 } }), json!({ "usage": "much" })]), used(7, 0)),
        ("usage by its other names", chunks(&[ok(), json!({ "usage": { "input_tokens": 7, "output_tokens": 2 } })]), used(7, 2)),
        ("usage inside a choice", chunks(&[json!({ "choices": [{ "delta": { "content": "ok" }, "usage": { "prompt_tokens": 7, "completion_tokens": 2 } }] })]), used(7, 2)),
        ("usage under x_groq", chunks(&[ok(), json!({ "choices": [], "x_groq": { "usage": { "prompt_tokens": 7, "completion_tokens": 2 } } })]), used(7, 2)),
        ("reasoning_content in pieces", chunks(&[
            delta(json!({ "reasoning_content": "so", "content": null })), delta(json!({ "reasoning_content": " then" })), delta(json!({ "content": "ok", "reasoning_content": null })),
        ]), extra(json!({ "reasoning_content": "so then" }))),
        ("unknown fields of every type", chunks(&[
            delta(json!({ "reasoning_details": [{ "n": 1 }], "signature": { "a": 1 }, "x": 1, "empty": "" })),
            delta(json!({ "reasoning_details": [{ "n": 2 }], "signature": { "b": 2 }, "content": "ok" })),
        ]), extra(json!({ "reasoning_details": [{ "n": 1 }, { "n": 2 }], "signature": { "b": 2 }, "x": 1 }))),
    ])
    .await;
}
