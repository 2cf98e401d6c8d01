//! What goes wrong between us and a server, each told apart and seen at once.

use std::time::Duration;

use futures_util::StreamExt;
use serde_json::json;
use spotter::agents::model::openai::{OpenAi, OpenAiConfig};
use spotter::agents::model::{Model, ModelError, ModelEvent};
use tokio_util::sync::CancellationToken;

use super::client::{IDLE, KEY, adapter, config, outcome, play, request, start};
use crate::support::lying_server::{Act, LyingServer, Script, answer, chunks, stream};

fn hi() -> String {
    format!("data: {}\n\n", json!({ "choices": [{ "index": 0, "delta": { "content": "hi" } }] }))
}

fn finish() -> String {
    format!("data: {}\n\n", json!({ "choices": [{ "delta": {}, "finish_reason": "stop" }] }))
}

fn then(mut script: Script, act: Act) -> Script {
    script.push(act);
    script
}

fn protocol(detail: &str) -> ModelError {
    ModelError::Protocol { detail: detail.into() }
}

async fn check(cases: Vec<(&str, Script, &str, ModelError)>) {
    for (name, script, text, fault) in cases {
        let (outcome, requests) = play(script).await;
        assert_eq!(outcome.end, Err(fault), "{name}");
        assert_eq!((outcome.text.as_str(), requests), (text, 1), "{name}: text, requests");
    }
}

#[tokio::test]
async fn a_status_is_seen_at_once_and_never_retried() {
    let server =
        |status, retry_after, detail: &str| ModelError::Server { status, retry_after, detail: detail.into() };
    let refused = |status, detail: &str| ModelError::Refused { status, detail: detail.into() };
    let limited =
        |seconds: Option<u64>| ModelError::RateLimited { retry_after: seconds.map(Duration::from_secs) };
    let json = "content-type: application/json";
    let date = "date: Wed, 21 Oct 2015 07:28:00 GMT";
    check(vec![
        (
            "401",
            answer("401 Unauthorized", &[json], r#"{"error":{"message":"bad key"}}"#),
            "",
            ModelError::Unauthorized { status: 401 },
        ),
        (
            "403 as a page",
            answer("403 Forbidden", &["content-type: text/html"], "<html>"),
            "",
            ModelError::Unauthorized { status: 403 },
        ),
        (
            "429 as text",
            answer("429 Too Many Requests", &["retry-after: 7"], "slow down"),
            "",
            limited(Some(7)),
        ),
        (
            "429 as JSON, by date",
            answer(
                "429 Too Many Requests",
                &[json, date, "retry-after: Wed, 21 Oct 2015 07:28:20 GMT"],
                "{}",
            ),
            "",
            limited(Some(20)),
        ),
        ("429 without a word", answer("429 Too Many Requests", &[], ""), "", limited(None)),
        (
            "503 as text",
            answer("503 Service Unavailable", &["retry-after: 2"], "loading\nmodel"),
            "",
            server(503, Some(Duration::from_secs(2)), "loading model"),
        ),
        (
            "500 as JSON",
            answer(
                "500 Internal Server Error",
                &[json],
                r#"{"error":{"code":500,"message":"out of memory"}}"#,
            ),
            "",
            server(500, None, "out of memory"),
        ),
        (
            "502 as a page",
            answer("502 Bad Gateway", &["content-type: text/html"], "<h1>502</h1>"),
            "",
            server(502, None, "a page of HTML or XML; does the base URL lead to the API?"),
        ),
        (
            "404",
            answer("404 Not Found", &[json], r#"{"error":{"message":"no such model"}}"#),
            "",
            refused(404, "no such model"),
        ),
        (
            "400 that names another field",
            answer("400 Bad Request", &[json], r#"{"error":"bad messages"}"#),
            "",
            refused(400, "bad messages"),
        ),
        (
            "a body that quotes the key",
            answer("400 Bad Request", &[], format!("key {KEY} may not")),
            "",
            refused(400, "key [API key] may not"),
        ),
        ("a refusal without a body", answer("400 Bad Request", &[], ""), "", refused(400, "no reason given")),
        (
            "a refusal whose body hangs up",
            then(answer("500 Internal Server Error", &["content-length: 99"], "oh"), Act::Reset),
            "",
            server(500, None, "oh"),
        ),
    ])
    .await;
}

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
async fn an_answer_that_breaks_off_is_cut() {
    let chunked = |body: &str| {
        answer(
            "200 OK",
            &["content-type: text/event-stream", "transfer-encoding: chunked"],
            format!("{:x}\r\n{body}\r\n", body.len()),
        )
    };
    check(vec![
        ("no [DONE], no finish reason", stream(hi()), "hi", ModelError::Cut),
        (
            "a finish reason that is empty is none",
            stream(hi() + &finish().replace("stop", "")),
            "hi",
            ModelError::Cut,
        ),
        ("in the middle of a chunk", stream(hi() + "data: {\"choices\":[{\"del"), "hi", ModelError::Cut),
        ("in the middle of a JSON body", stream("{\"choices\":[{\"message\""), "", ModelError::Cut),
        ("nothing at all", stream(""), "", ModelError::Cut),
        ("comments alone", stream(": working\n\n: still\n\n"), "", ModelError::Cut),
        ("between the pieces of a chunked body", chunked(&hi()), "hi", ModelError::Cut),
        ("a status without a body", answer("204 No Content", &[], ""), "", ModelError::Cut),
    ])
    .await;
    let (reset, _) =
        play(vec![stream(hi()).remove(0), Act::Wait(Duration::from_millis(100)), Act::Reset]).await;
    assert_eq!(reset.end, Err(ModelError::Cut), "a reset");

    let (whole, _) = play(chunked(&(hi() + &finish()))).await;
    assert!(whole.end.is_ok(), "a finish reason had come: {whole:?}");
}

#[tokio::test]
async fn sizes_are_bounded() {
    let line = stream(format!("{}data: {}", hi(), "a".repeat(2 * 1024 * 1024)));
    let (outcome, _) = play(line).await;
    assert_eq!(outcome.end, Err(protocol("a line is longer than 1048576 bytes")));

    let reply = stream(format!(": {}\n", "a".repeat(1000)).repeat(9 * 1024));
    assert_eq!(play(reply).await.0.end, Err(protocol("an answer longer than 8388608 bytes")));

    let body = stream(format!("{{\"a\":\"{}\"}}", "a".repeat(9 * 1024 * 1024)));
    assert_eq!(play(body).await.0.end, Err(protocol("an answer longer than 8388608 bytes")));
}

#[tokio::test]
async fn a_stall_is_noticed_after_the_idle_timeout() {
    let server = LyingServer::start(vec![then(stream(hi()), Act::Hang)]).await;
    let mut events = start(&adapter(&server));
    assert_eq!(events.next().await, Some(Ok(ModelEvent::Text("hi".into()))));
    tokio::time::pause();
    let before = tokio::time::Instant::now();
    assert_eq!(events.next().await, Some(Err(ModelError::Stalled { after: IDLE })));
    let waited = before.elapsed();
    assert!(waited <= IDLE + Duration::from_secs(1) && waited >= IDLE - Duration::from_secs(1), "{waited:?}");
    assert_eq!(events.next().await, None);
    tokio::time::resume();
    server.client_gone().await;
}

#[tokio::test]
async fn a_server_that_never_answers_is_stalled() {
    let server = LyingServer::start(vec![vec![Act::Hang]]).await;
    let idle_timeout = Duration::from_millis(300);
    let model = OpenAi::new(OpenAiConfig { idle_timeout, ..config(&server) }).unwrap();
    assert_eq!(outcome(start(&model)).await.end, Err(ModelError::Stalled { after: idle_timeout }));
    server.client_gone().await;
}

#[tokio::test]
async fn silence_after_a_finish_reason_is_an_end() {
    let server = LyingServer::start(vec![then(stream(hi() + &finish()), Act::Hang)]).await;
    let mut events = start(&adapter(&server));
    assert_eq!(events.next().await, Some(Ok(ModelEvent::Text("hi".into()))));
    tokio::time::pause();
    assert!(matches!(events.next().await, Some(Ok(ModelEvent::End(_)))));
}

#[tokio::test]
async fn comments_are_a_sign_of_life() {
    let wait = Act::Wait(Duration::from_millis(700));
    let comment = Act::Send(b": working\n\n".to_vec());
    let mut script = stream("");
    script.extend([wait.clone(), comment.clone(), wait.clone(), comment, wait]);
    script.push(Act::Send((hi() + &finish()).into_bytes()));
    let server = LyingServer::start(vec![script]).await;
    let idle_timeout = Duration::from_millis(1500);
    let model = OpenAi::new(OpenAiConfig { idle_timeout, ..config(&server) }).unwrap();
    assert_eq!(outcome(start(&model)).await.text, "hi");
}

#[tokio::test]
async fn text_is_handed_on_as_it_comes() {
    let server = LyingServer::start(vec![then(stream(hi()), Act::Hang)]).await;
    let mut events = start(&adapter(&server));
    assert_eq!(events.next().await, Some(Ok(ModelEvent::Text("hi".into()))), "while the server is not done");
}

#[tokio::test]
async fn cancelling_closes_the_connection() {
    let server = LyingServer::start(vec![then(stream(hi()), Act::Hang)]).await;
    let cancel = CancellationToken::new();
    let mut events = adapter(&server).stream(request(), cancel.clone());
    assert_eq!(events.next().await, Some(Ok(ModelEvent::Text("hi".into()))));
    cancel.cancel();
    assert_eq!(events.next().await, Some(Err(ModelError::Cancelled)));
    assert_eq!(events.next().await, None);
    server.client_gone().await;
}

#[tokio::test]
async fn cancelling_before_the_answer_closes_the_connection() {
    let server = LyingServer::start(vec![vec![Act::Hang]]).await;
    let cancel = CancellationToken::new();
    let events = adapter(&server).stream(request(), cancel.clone());
    let step = tokio::spawn(outcome(events));
    while server.requests().is_empty() {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    cancel.cancel();
    assert_eq!(step.await.unwrap().end, Err(ModelError::Cancelled));
    server.client_gone().await;
}

#[tokio::test]
async fn a_cancelled_run_sends_nothing() {
    let server = LyingServer::start(vec![]).await;
    let cancel = CancellationToken::new();
    cancel.cancel();
    let events = adapter(&server).stream(request(), cancel);
    assert_eq!(outcome(events).await.end, Err(ModelError::Cancelled));
    assert!(server.requests().is_empty());
}

#[tokio::test]
async fn dropping_the_stream_closes_the_connection() {
    let server = LyingServer::start(vec![then(stream(hi()), Act::Hang)]).await;
    let mut events = start(&adapter(&server));
    assert_eq!(events.next().await, Some(Ok(ModelEvent::Text("hi".into()))));
    drop(events);
    server.client_gone().await;
}

#[tokio::test]
async fn nobody_there_is_unreachable() {
    let server = LyingServer::start(vec![]).await;
    let model = adapter(&server);
    drop(server);
    tokio::task::yield_now().await;
    let end = outcome(start(&model)).await.end;
    assert!(matches!(&end, Err(ModelError::Unreachable { detail }) if detail.contains("refused")), "{end:?}");

    let mut missing = config(&LyingServer::start(vec![]).await);
    missing.base_url = "http://no-such-host.invalid/v1?key=secret".parse().unwrap();
    let end = outcome(start(&OpenAi::new(missing).unwrap())).await.end;
    assert!(matches!(&end, Err(ModelError::Unreachable { detail }) if !detail.contains("secret")), "{end:?}");
}

#[tokio::test]
async fn a_server_that_hangs_up_is_unreachable() {
    let (outcome, requests) = play(vec![]).await;
    assert!(matches!(outcome.end, Err(ModelError::Unreachable { .. })), "{outcome:?}");
    assert_eq!(requests, 1);
}

#[tokio::test]
async fn a_redirect_never_takes_the_key_along() {
    for status in ["301 Moved Permanently", "302 Found", "307 Temporary Redirect", "308 Permanent Redirect"] {
        let other = LyingServer::start(vec![]).await;
        let location = format!("location: {}/v1/chat/completions", other.url());
        let server = LyingServer::start(vec![answer(status, &[&location], "")]).await;
        let end = outcome(start(&adapter(&server))).await.end;
        assert!(
            matches!(&end, Err(ModelError::Refused { status: 301..=308, detail }) if detail.contains(&other.url())),
            "{end:?}"
        );
        assert!(other.requests().is_empty());
    }
}
