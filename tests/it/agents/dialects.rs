//! What real servers send, each through the real adapter over real TCP.

use serde_json::{Map, Value, json};
use spotter::agents::model::{Call, ModelError, StepEnd, Usage};

use super::client::{Outcome, play};
use crate::support::lying_server::{answer, chunks, stream};

fn delta(delta: Value) -> Value {
    json!({ "id": "c", "object": "chat.completion.chunk", "choices": [{ "index": 0, "delta": delta }] })
}

fn finish(reason: impl Into<Value>) -> Value {
    json!({ "choices": [{ "index": 0, "delta": {}, "finish_reason": reason.into() }] })
}

fn tool(fragment: Value) -> Value {
    delta(json!({ "tool_calls": [fragment] }))
}

fn says(text: &str) -> Outcome {
    ends(text, StepEnd::default())
}

fn ends(text: &str, end: StepEnd) -> Outcome {
    Outcome { text: text.into(), end: Ok(end) }
}

fn calls(calls: &[(&str, &str)]) -> Outcome {
    let call = |(name, arguments): &(&str, &str)| Call {
        id: String::new(),
        name: (*name).into(),
        arguments: (*arguments).into(),
    };
    ends("", StepEnd { calls: calls.iter().map(call).collect(), ..StepEnd::default() })
}

fn extra(fields: Value) -> Outcome {
    let fields: Map<String, Value> = serde_json::from_value(fields).unwrap();
    ends("ok", StepEnd { extra: fields, ..StepEnd::default() })
}

fn used(input_tokens: u64, output_tokens: u64) -> Outcome {
    ends("ok", StepEnd { usage: Usage { input_tokens, output_tokens }, ..StepEnd::default() })
}

async fn check(cases: Vec<(&str, String, Outcome)>) {
    for (name, body, expected) in cases {
        assert_eq!(play(stream(body)).await, (expected, 1), "{name}");
    }
}

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
        ("no finish reason but [DONE]", chunks(&[hi.clone()]), says("hi")),
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

#[tokio::test]
async fn framing_in_every_dress() {
    let hi = delta(json!({ "content": "hí" })).to_string();
    let pretty = serde_json::to_string_pretty(&delta(json!({ "content": "hí" }))).unwrap();
    check(vec![
        ("CRLF", format!("data: {hi}\r\n\r\ndata: [DONE]\r\n\r\n"), says("hí")),
        ("CR", format!("data: {hi}\r\rdata: [DONE]\r\r"), says("hí")),
        ("no space after data:", format!("data:{hi}\n\ndata:[DONE]\n\n"), says("hí")),
        ("a BOM", format!("\u{FEFF}data: {hi}\n\ndata: [DONE]\n\n"), says("hí")),
        ("comments", format!(": PROCESSING\n\n:\n\ndata: {hi}\n: x\n\ndata: [DONE]\n\n"), says("hí")),
        ("blank lines first", format!("\n\r\n\ndata: {hi}\n\ndata: [DONE]\n\n"), says("hí")),
        (
            "a chunk on several data lines",
            format!("data: {}\n\ndata: [DONE]\n\n", pretty.replace('\n', "\ndata: ")),
            says("hí"),
        ),
        (
            "chunks without blank lines between",
            format!("data: {hi}\ndata: {hi}\ndata: [DONE]\n"),
            says("híhí"),
        ),
        ("no line break after [DONE]", format!("data: {hi}\n\ndata: [DONE]"), says("hí")),
        (
            "events with names and ids",
            format!(
                "event: chunk\nid: 1\nretry: 5\ndata: {hi}\n\nevent: ping\ndata: {{}}\n\ndata: [DONE]\n\n"
            ),
            says("hí"),
        ),
        (
            "a chunk without data:",
            format!("{{}}\n{hi}\ndata: [DONE]\n\n").replacen("{}", ": x", 1),
            says("hí"),
        ),
        ("empty data", format!("data:\n\ndata: {hi}\n\ndata: [DONE]\n\n"), says("hí")),
        (
            "more after [DONE]",
            format!("data: {hi}\n\ndata: [DONE]\n\ndata: {hi}\n\ndata: nonsense\n\n"),
            says("hí"),
        ),
        ("no [DONE] but a finish reason", format!("data: {hi}\n\ndata: {}\n\n", finish("stop")), says("hí")),
        ("no [DONE], no last blank line", format!("data: {hi}\n\ndata: {}", finish("stop")), says("hí")),
        (
            "our own end mark means nothing in their mouth",
            format!("data: {hi}\n\ndata: {{\"end\":\"done\"}}\n\ndata: {hi}\n\ndata: [DONE]\n\n"),
            says("híhí"),
        ),
    ])
    .await;
}

#[tokio::test]
async fn calls_whole() {
    let call = |id: Value, index: Value, name: &str, arguments: Value| json!({ "id": id, "index": index, "type": "function", "function": { "name": name, "arguments": arguments } });
    let two = [("getProfile", "{}"), ("getProgress", r#"{"exercise_id":null}"#)];
    let both = |first: Value, second: Value| chunks(&[tool(first), tool(second), finish("tool_calls")]);
    let progress = r#"{"exercise_id":null}"#;
    let id = || json!("call_1");
    check(vec![
        ("one chunk", chunks(&[tool(call(id(), json!(0), "getProfile", json!("{}"))), finish("tool_calls")]), calls(&two[..1])),
        ("finish_reason stop", chunks(&[tool(call(id(), json!(0), "getProfile", json!("{}"))), finish("stop")]), calls(&two[..1])),
        ("finish_reason empty", chunks(&[tool(call(id(), json!(0), "getProfile", json!("{}"))), finish("")]), calls(&two[..1])),
        ("finish_reason unknown", chunks(&[tool(call(id(), json!(0), "getProfile", json!("{}"))), finish("EOS")]), calls(&two[..1])),
        ("arguments as an object", chunks(&[tool(call(id(), json!(0), "getProfile", json!({}))), finish("stop")]), calls(&two[..1])),
        ("arguments empty", chunks(&[tool(call(id(), json!(0), "getProfile", json!("")))]), calls(&two[..1])),
        ("arguments null", chunks(&[tool(call(id(), json!(0), "getProfile", Value::Null))]), calls(&two[..1])),
        ("two, as documented", both(call(json!("a"), json!(0), two[0].0, json!("{}")), call(json!("b"), json!(1), two[1].0, json!(progress))), calls(&two)),
        ("index reused with a new id", both(call(json!("a"), json!(0), two[0].0, json!("{}")), call(json!("b"), json!(0), two[1].0, json!(progress))), calls(&two)),
        ("index reused, the same tool, new id", both(call(json!("a"), json!(0), "getProfile", json!("{}")), call(json!("b"), json!(0), "getProfile", json!("{}"))), calls(&[two[0], two[0]])),
        ("index reused, ids missing", both(call(Value::Null, json!(0), two[0].0, json!("{}")), call(Value::Null, json!(0), two[1].0, json!(progress))), calls(&two)),
        ("index reused, the same tool, ids empty", both(call(json!(""), json!(0), "getProfile", json!("{}")), call(json!(""), json!(0), "getProfile", json!("{}"))), calls(&[two[0], two[0]])),
        ("no index, ids", both(call(json!("a"), Value::Null, two[0].0, json!("{}")), call(json!("b"), Value::Null, two[1].0, json!(progress))), calls(&two)),
        ("neither index nor id", both(call(Value::Null, Value::Null, two[0].0, json!({})), call(Value::Null, Value::Null, two[1].0, json!(progress))), calls(&two)),
        ("both in one list without index", chunks(&[delta(json!({ "tool_calls": [
            call(json!("a"), Value::Null, two[0].0, json!("{}")), call(json!("b"), Value::Null, two[1].0, json!(progress)),
        ] }))]), calls(&two)),
        ("a list that is one object", chunks(&[delta(json!({ "tool_calls": call(id(), json!(0), "getProfile", json!("{}")) }))]), calls(&two[..1])),
        ("without the function object", chunks(&[tool(json!({ "name": "getProfile", "arguments": {} }))]), calls(&two[..1])),
        ("function_call, the older form", chunks(&[delta(json!({ "function_call": { "name": "getProfile", "arguments": "{" } })), delta(json!({ "function_call": { "arguments": "}" } }))]), calls(&two[..1])),
        ("in a message", chunks(&[json!({ "choices": [{ "message": { "content": null, "tool_calls": [call(id(), Value::Null, "getProfile", json!("{}"))] } }] })]), calls(&two[..1])),
        ("tool_calls null and empty", chunks(&[delta(json!({ "tool_calls": null })), delta(json!({ "tool_calls": [] })), tool(call(id(), json!(0), "getProfile", json!("{}")))]), calls(&two[..1])),
        ("a ghost beside a call", chunks(&[tool(call(id(), json!(0), "getProfile", json!("{}"))), tool(call(Value::Null, json!(1), "", json!("")))]), calls(&two[..1])),
        ("junk for fragments", chunks(&[delta(json!({ "tool_calls": [null, 7, "x"] })), tool(call(id(), json!(0), "getProfile", json!("{}")))]), calls(&two[..1])),
    ])
    .await;
}

#[tokio::test]
async fn calls_in_fragments() {
    let log = |arguments: &str| calls(&[("logSet", arguments)]);
    let whole = r#"{"reps":5}"#;
    let piece = |fragment: Value| tool(fragment);
    let first = || {
        piece(
            json!({ "index": 0, "id": "a", "type": "function", "function": { "name": "logSet", "arguments": "" } }),
        )
    };
    let rest = |fragment: Value, text: &str| {
        let mut fragment = fragment;
        fragment["function"] = json!({ "arguments": text });
        piece(fragment)
    };
    check(vec![
        (
            "as documented",
            chunks(&[
                first(),
                rest(json!({ "index": 0 }), "{\"re"),
                rest(json!({ "index": 0 }), "ps\":5}"),
                finish("tool_calls"),
            ]),
            log(whole),
        ),
        (
            "no index, no id later",
            chunks(&[first(), rest(json!({}), "{\"re"), rest(json!({}), "ps\":5}")]),
            log(whole),
        ),
        (
            "index null, id empty, type empty",
            chunks(&[first(), rest(json!({ "index": null, "id": "", "type": "" }), whole)]),
            log(whole),
        ),
        (
            "id repeated, index missing",
            chunks(&[first(), rest(json!({ "id": "a" }), "{\"re"), rest(json!({ "id": "a" }), "ps\":5}")]),
            log(whole),
        ),
        (
            "a fresh id on each fragment",
            chunks(&[
                first(),
                rest(json!({ "index": 0, "id": "b" }), "{\"re"),
                rest(json!({ "index": 0, "id": "c" }), "ps\":5}"),
            ]),
            log(whole),
        ),
        (
            "name repeated on each fragment",
            chunks(&[
                piece(json!({ "index": 0, "function": { "name": "logSet", "arguments": "{\"re" } })),
                piece(json!({ "index": 0, "function": { "name": "logSet", "arguments": "ps\":5}" } })),
                piece(json!({ "index": 0, "function": { "name": "logSet", "arguments": "" } })),
            ]),
            log(whole),
        ),
        (
            "name and id in different fragments",
            chunks(&[
                piece(json!({ "index": 0, "id": "a" })),
                piece(json!({ "index": 0, "function": { "name": "logSet" } })),
                rest(json!({ "index": 0 }), whole),
            ]),
            log(whole),
        ),
        (
            "a numeric id, an index as text",
            chunks(&[
                piece(
                    json!({ "index": "0", "id": 7, "function": { "name": "logSet", "arguments": "{\"re" } }),
                ),
                rest(json!({ "index": "0", "id": 7 }), "ps\":5}"),
            ]),
            log(whole),
        ),
        (
            "two, interleaved by index",
            chunks(&[
                first(),
                piece(
                    json!({ "index": 1, "id": "b", "function": { "name": "getSession", "arguments": "" } }),
                ),
                rest(json!({ "index": 0 }), "{\"reps\":"),
                rest(json!({ "index": 1 }), "{"),
                rest(json!({ "index": 0 }), "5}"),
                rest(json!({ "index": 1 }), "}"),
            ]),
            calls(&[("logSet", whole), ("getSession", "{}")]),
        ),
        (
            "two, interleaved by id on one index",
            chunks(&[
                first(),
                piece(
                    json!({ "index": 0, "id": "b", "function": { "name": "getSession", "arguments": "{" } }),
                ),
                rest(json!({ "index": 0, "id": "a" }), whole),
                rest(json!({ "index": 0, "id": "b" }), "}"),
            ]),
            calls(&[("logSet", whole), ("getSession", "{}")]),
        ),
        (
            "arguments that break off are handed on as they are",
            chunks(&[first(), rest(json!({ "index": 0 }), "{\"re"), finish("tool_calls")]),
            log("{\"re"),
        ),
        (
            "a call cut for length stays unparsable",
            chunks(&[first(), finish("length")]),
            ends(
                "",
                StepEnd {
                    calls: vec![Call { id: String::new(), name: "logSet".into(), arguments: String::new() }],
                    truncated: true,
                    ..StepEnd::default()
                },
            ),
        ),
    ])
    .await;
}

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
