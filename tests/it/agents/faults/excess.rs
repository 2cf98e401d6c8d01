//! More than anyone can want: each is refused after a bounded part of it, and nothing waits for the rest.

use serde_json::{Value, json};
use spotter::agents::model::ModelError;

use super::{finish, hi, protocol};
use crate::agents::client::{adapter, outcome, play, start};
use crate::support::lying_server::{Act, LyingServer, Script, answer, chunks, stream};

const MIB: usize = 1024 * 1024;
/// A flood is this long.
const FLOOD: usize = 100 * MIB;
/// What may have been taken of it: the longest reply, and what the systems on both sides buffer.
const TAKEN: usize = 40 * MIB;

fn flood(head: Script, piece: &str) -> Script {
    let piece = piece.repeat((64 * 1024 / piece.len()).max(1)).into_bytes();
    let times = FLOOD / piece.len();
    [head, vec![Act::Flood(piece, times)]].concat()
}

fn chunk(delta: &Value) -> String {
    format!("data: {}\n\n", json!({ "choices": [{ "index": 0, "delta": delta }] }))
}

fn call(fragment: &Value) -> String {
    chunk(&json!({ "tool_calls": [fragment] }))
}

fn no_answer(end: &Result<spotter::agents::model::StepEnd, ModelError>, name: &str) {
    let told = ["longer than", "more than 32", "unreachable", "cannot be reached", "not an answer"];
    let said = end.as_ref().expect_err(name).to_string();
    assert!(told.iter().any(|words| said.contains(words)), "{name}: {said}");
}

#[tokio::test]
async fn what_has_no_end_is_refused_in_its_beginning() {
    let letters = "a".repeat(1024);
    let begin = call(&json!({ "index": 0, "id": "a", "function": { "name": "logSet", "arguments": "{\"" } }));
    let name_again = json!({ "index": 0, "function": { "name": "logSet", "arguments": letters } });
    let braces_again =
        json!({ "index": 0, "function": { "name": "logSet", "arguments": "[{},".repeat(50) } });
    let chunked = head("transfer-encoding: chunked");
    let another = json!({ "function": { "name": "getProfile", "arguments": "{}" } });
    for (name, script) in [
        ("a line", flood(stream(format!("{}data: ", hi())), &letters)),
        ("a line without a field", flood(stream(""), &letters)),
        ("comments", flood(stream(hi()), ": still here\n")),
        ("blank lines", flood(stream(hi()), "\r\n")),
        ("one event of many lines", flood(stream(hi()), "data: [\n")),
        (
            "chunks of nothing",
            flood(stream(""), &format!("data: {{\"choices\":[],\"id\":\"{letters}\"}}\n\n")),
        ),
        ("a JSON body", flood(stream("{\"a\":\""), &letters)),
        ("a JSON body of many parts", flood(stream("[0"), ",{}")),
        (
            "arguments",
            flood(stream(&begin), &call(&json!({ "index": 0, "function": { "arguments": letters } }))),
        ),
        ("arguments under their name", flood(stream(&begin), &call(&name_again))),
        ("arguments that might be whole each time", flood(stream(""), &call(&braces_again))),
        ("calls", flood(stream(""), &call(&another))),
        ("reasoning", flood(stream(""), &chunk(&json!({ "reasoning_content": letters })))),
        ("headers", flood(vec![Act::Send(b"HTTP/1.1 200 OK\r\n".to_vec())], "x-again: and again\r\n")),
        ("a header", flood(vec![Act::Send(b"HTTP/1.1 200 OK\r\nx-long: ".to_vec())], &letters)),
        ("a status line", flood(vec![Act::Send(b"HTTP/1.1 200 ".to_vec())], &letters)),
        ("a chunk's size", flood(vec![Act::Send(head("transfer-encoding: chunked"))], "f")),
        (
            "what is beside a chunk's size",
            flood(vec![Act::Send(chunked), Act::Send(b"5;".to_vec())], &letters),
        ),
    ] {
        let server = LyingServer::start(vec![script]).await;
        let outcome = outcome(start(&adapter(&server))).await;
        if !matches!(outcome.end, Err(ModelError::Cut)) {
            no_answer(&outcome.end, name);
        }
        server.client_gone().await;
        assert!(server.flooded() < TAKEN, "{name}: {} bytes were taken", server.flooded());
        assert_eq!(server.requests().len(), 1, "{name}");
    }
}

fn head(more: &str) -> Vec<u8> {
    format!("HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n{more}\r\n\r\n").into_bytes()
}

#[tokio::test]
async fn text_without_end_is_handed_on_until_it_is_too_long() {
    let server = LyingServer::start(vec![flood(stream(""), &hi().replace("hi", &"hi ".repeat(300)))]).await;
    let outcome = outcome(start(&adapter(&server))).await;
    assert_eq!(outcome.end, Err(protocol("an answer longer than 8388608 bytes")));
    server.client_gone().await;
}

#[tokio::test]
async fn thousands_of_calls_at_once_are_none() {
    let fragment = |at: usize| json!({ "index": at, "id": format!("c{at}"), "function": { "name": "getProfile", "arguments": "{}" } });
    let many = |count: usize| json!({ "tool_calls": (0..count).map(fragment).collect::<Vec<_>>() });
    let (refused, _) = play(stream(chunk(&many(3000)) + &finish())).await;
    assert_eq!(refused.end, Err(protocol("more than 32 tool calls at once")));
    let whole = json!({ "choices": [{ "message": many(3000), "finish_reason": "tool_calls" }] }).to_string();
    let (refused, _) = play(answer("200 OK", &["content-type: application/json"], whole)).await;
    assert_eq!(refused.end, Err(protocol("more than 32 tool calls at once")));
    let (taken, _) = play(stream(chunk(&many(32)) + &finish())).await;
    assert_eq!(taken.end.unwrap().calls.len(), 32);
}

#[tokio::test]
async fn arguments_and_names_are_bounded() {
    let given = |name: &str, size: usize| {
        let arguments = json!({ "note": "é".repeat(size / 2) }).to_string();
        stream(
            chunk(&json!({ "tool_calls": [{ "function": { "name": name, "arguments": arguments } }] }))
                + &finish(),
        )
    };
    let (taken, _) = play(given("logSet", 200 * 1024)).await;
    assert!(taken.end.unwrap().calls[0].arguments.len() > 200 * 1024);
    let (refused, _) = play(given("logSet", 300 * 1024)).await;
    assert_eq!(refused.end, Err(protocol("the arguments of a call are longer than 262144 bytes")));
    let (named, _) = play(given(&"logSet".repeat(40_000), 2)).await;
    let name = &named.end.unwrap().calls[0].name;
    assert!((65..=128).contains(&name.len()), "longer than any tool's, and short: {}", name.len());
}

#[tokio::test]
async fn reasoning_is_kept_whole_or_not_at_all() {
    let reasoning = |size: usize| {
        let thought = chunk(&json!({ "reasoning_content": "é".repeat(size / 2), "x": 1 }));
        stream(thought + &hi() + &finish())
    };
    let (kept, _) = play(reasoning(100 * 1024)).await;
    assert_eq!(kept.end.unwrap().extra["reasoning_content"].as_str().unwrap().len(), 100 * 1024);
    let (left_out, _) = play(reasoning(200 * 1024)).await;
    let end = left_out.end.unwrap();
    assert!(left_out.text == "hi" && end.extra.is_empty(), "{:?}", end.extra.keys());
}

#[tokio::test]
async fn what_is_packed_stays_packed() {
    // Gzip of the stream of "hi", and of a megabyte of zeros again and again: a small bomb.
    let packed: &[u8] =
        &[0x1f, 0x8b, 0x08, 0, 0, 0, 0, 0, 0, 3, 0x4b, 0x49, 0x2c, 0x49, 0xb4, 0x52, 0xa8, 0x4e, 0xce, 0xc8];
    for encoding in ["gzip", "br", "zstd", "deflate"] {
        let header = format!("content-encoding: {encoding}");
        let mut script = answer("200 OK", &["content-type: text/event-stream", &header], packed);
        script.push(Act::Flood(packed.repeat(4000), 1300));
        let server = LyingServer::start(vec![script]).await;
        let end = outcome(start(&adapter(&server))).await.end;
        assert!(matches!(end, Err(ModelError::Protocol { .. } | ModelError::Cut)), "{encoding}: {end:?}");
        assert!(!server.requests()[0].head.contains("accept-encoding"), "nobody asked for it");
        server.client_gone().await;
    }
    let whole = stream(chunks(&[json!({ "choices": [{ "delta": { "content": "ok" } }] })]));
    assert_eq!(play(whole).await.0.text, "ok");
}
