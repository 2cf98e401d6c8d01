//! A success that is none.

use serde_json::json;
use spotter::agents::model::ModelError;

use super::{check, hi, protocol};
use crate::agents::client::{KEY, play};
use crate::support::lying_server::{answer, chunks, stream};

#[tokio::test]
async fn what_is_no_answer_says_so() {
    let page = "a web page; does the base URL lead to the API?";
    check(vec![
        (
            "a page under 200",
            answer("200 OK", &["content-type: Text/HTML; charset=utf-8"], "<html>hi"),
            "",
            protocol(page),
        ),
        (
            "a page that says it is a stream",
            stream("\n<!doctype html>"),
            "",
            protocol("a page of HTML or XML"),
        ),
        (
            "an error: line",
            stream(format!("{}error: {{\"code\":500,\"message\":\"out of memory\"}}\n\n", hi())),
            "hi",
            protocol("out of memory"),
        ),
        ("an error: line first", stream("error: overloaded\n\n"), "", protocol("overloaded")),
        (
            "an error event",
            stream("event: error\ndata: {\"message\":\"overloaded\"}\n\n"),
            "",
            protocol("overloaded"),
        ),
        (
            "an error chunk",
            stream(format!(
                "{}data: {{\"error\":{{\"message\":\"overloaded\",\"code\":502}}}}\n\ndata: [DONE]\n\n",
                hi()
            )),
            "hi",
            protocol("overloaded"),
        ),
        (
            "an error without data: in the middle",
            stream(format!("{}{{\"error\":\"overloaded\"}}\n", hi())),
            "hi",
            protocol("overloaded"),
        ),
        (
            "an error that quotes the key",
            stream(format!("error: {KEY} is no good\n\n")),
            "",
            protocol("[API key] is no good"),
        ),
        (
            "finish_reason error",
            stream(chunks(&[json!({ "choices": [{ "finish_reason": "error" }] })])),
            "",
            protocol("the server ended the answer with an error"),
        ),
        (
            "[DONE] and nothing else",
            stream("data: [DONE]\n\n"),
            "",
            protocol("an answer without any choice in it"),
        ),
        (
            "a broken chunk",
            stream(format!("{}data: {{\"choices\":[}}\n\ndata: [DONE]\n\n", hi())),
            "hi",
            protocol("a chunk that is not JSON (expected value at line 1 column 13)"),
        ),
        (
            "a body that is not JSON",
            stream("{ choices }"),
            "",
            protocol("a body that is neither a stream nor JSON"),
        ),
    ])
    .await;
    let (outcome, _) = play(stream(format!("data: {}1\n\n", "[".repeat(5000)))).await;
    assert!(matches!(outcome.end, Err(ModelError::Protocol { .. })), "deep nesting: {outcome:?}");
}

#[tokio::test]
async fn sizes_are_bounded() {
    let line = stream(format!("{}data: {}", hi(), "a".repeat(2 * 1024 * 1024)));
    let (outcome, _) = play(line).await;
    assert_eq!(outcome.end, Err(protocol("an event is longer than 524288 bytes")));

    let reply = stream(format!(": {}\n", "a".repeat(1000)).repeat(9 * 1024));
    assert_eq!(play(reply).await.0.end, Err(protocol("an answer longer than 8388608 bytes")));

    let body = stream(format!("{{\"a\":\"{}\"}}", "a".repeat(9 * 1024 * 1024)));
    assert_eq!(play(body).await.0.end, Err(protocol("a body longer than 524288 bytes")));
}
