//! Tool calls that come in fragments.

use serde_json::{Value, json};
use spotter::agents::model::{Call, StepEnd};

use super::{calls, check, ends, finish, tool};
use crate::support::lying_server::chunks;

const WHOLE: &str = r#"{"reps":5}"#;

/// The first fragment of a documented call.
fn begin(index: u64, id: &str, name: &str) -> Value {
    tool(
        json!({ "index": index, "id": id, "type": "function", "function": { "name": name, "arguments": "" } }),
    )
}

/// A later fragment: how it names its call, and a piece of the arguments.
fn more(mut place: Value, arguments: &str) -> Value {
    place["function"] = json!({ "arguments": arguments });
    tool(place)
}

/// The two later fragments that make [`WHOLE`].
fn rest(place: &Value) -> [Value; 2] {
    [more(place.clone(), r#"{"re"#), more(place.clone(), r#"ps":5}"#)]
}

fn stream_of(first: Value, [second, third]: [Value; 2]) -> String {
    chunks(&[first, second, third, finish("tool_calls")])
}

#[tokio::test]
async fn one_call_in_fragments() {
    let log = || calls(&[("logSet", WHOLE)]);
    let first = || begin(0, "a", "logSet");
    let named = |arguments: &str| {
        tool(json!({ "index": 0, "function": { "name": "logSet", "arguments": arguments } }))
    };
    check(vec![
        ("by index, as documented", stream_of(first(), rest(&json!({ "index": 0 }))), log()),
        ("neither index nor id later", stream_of(first(), rest(&json!({}))), log()),
        (
            "index null, id empty, type empty",
            stream_of(first(), rest(&json!({ "index": null, "id": "", "type": "" }))),
            log(),
        ),
        ("id repeated, no index", stream_of(first(), rest(&json!({ "id": "a" }))), log()),
        (
            "a fresh id on each fragment",
            stream_of(
                first(),
                [
                    more(json!({ "index": 0, "id": "b" }), r#"{"re"#),
                    more(json!({ "index": 0, "id": "c" }), r#"ps":5}"#),
                ],
            ),
            log(),
        ),
        ("the name on each fragment", stream_of(named(r#"{"re"#), [named(r#"ps":5}"#), named("")]), log()),
        (
            "id first, name next",
            stream_of(
                tool(json!({ "index": 0, "id": "a" })),
                [
                    tool(json!({ "index": 0, "function": { "name": "logSet" } })),
                    more(json!({ "index": 0 }), WHOLE),
                ],
            ),
            log(),
        ),
        (
            "the name in pieces",
            stream_of(
                begin(0, "a", "log"),
                [
                    tool(json!({ "id": "a", "function": { "name": "Set" } })),
                    more(json!({ "index": 0 }), WHOLE),
                ],
            ),
            log(),
        ),
        (
            "a numeric id, an index as text",
            stream_of(
                tool(json!({ "index": "0", "id": 7, "function": { "name": "logSet" } })),
                rest(&json!({ "index": "0", "id": 7 })),
            ),
            log(),
        ),
        (
            "an object after empty text",
            chunks(&[first(), tool(json!({ "index": 0, "function": { "arguments": { "reps": 5 } } }))]),
            log(),
        ),
    ])
    .await;
}

#[tokio::test]
async fn two_calls_in_fragments() {
    let both = || calls(&[("logSet", WHOLE), ("getSession", "{}")]);
    let [left, right] = rest(&json!({ "index": 0 }));
    let piece = |place: Value, arguments: &str| more(place, arguments);
    check(vec![
        (
            "interleaved by index",
            chunks(&[
                begin(0, "a", "logSet"),
                begin(1, "b", "getSession"),
                left.clone(),
                piece(json!({ "index": 1 }), "{"),
                right.clone(),
                piece(json!({ "index": 1 }), "}"),
            ]),
            both(),
        ),
        (
            "interleaved by id on one index",
            chunks(&[
                begin(0, "a", "logSet"),
                begin(0, "b", "getSession"),
                piece(json!({ "index": 0, "id": "a" }), WHOLE),
                piece(json!({ "index": 0, "id": "b" }), "{"),
                piece(json!({ "index": 0, "id": "b" }), "}"),
            ]),
            both(),
        ),
        (
            "one after the other on one index",
            chunks(&[
                begin(0, "a", "logSet"),
                left,
                right,
                begin(0, "b", "getSession"),
                piece(json!({ "index": 0 }), "{}"),
            ]),
            both(),
        ),
        (
            "indexes that do not begin at 0",
            chunks(&[
                begin(3, "a", "logSet"),
                begin(7, "b", "getSession"),
                piece(json!({ "index": 7 }), "{}"),
                piece(json!({ "index": 3 }), WHOLE),
            ]),
            both(),
        ),
    ])
    .await;
}

#[tokio::test]
async fn arguments_that_break_off_stay_broken() {
    let call =
        |arguments: &str| Call { id: String::new(), name: "logSet".into(), arguments: arguments.into() };
    let cut =
        |arguments: &str| StepEnd { calls: vec![call(arguments)], truncated: true, ..StepEnd::default() };
    let broken = || more(json!({ "index": 0 }), r#"{"re"#);
    check(vec![
        (
            "though the server says it is whole",
            chunks(&[begin(0, "a", "logSet"), broken(), finish("tool_calls")]),
            calls(&[("logSet", r#"{"re"#)]),
        ),
        (
            "and says that it is cut",
            chunks(&[begin(0, "a", "logSet"), broken(), finish("length")]),
            ends("", cut(r#"{"re"#)),
        ),
        ("before the first of them", chunks(&[begin(0, "a", "logSet"), finish("length")]), ends("", cut(""))),
    ])
    .await;
}
