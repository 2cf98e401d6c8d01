//! Answers that are broken on purpose: each ends in time, with a fault or with what was whole.

use std::time::Duration;

use serde_json::json;
use spotter::agents::model::ModelError;
use spotter::agents::model::openai::{OpenAi, OpenAiConfig};

use super::{finish, hi};
use crate::agents::client::{Outcome, config, outcome, play, start};
use crate::support::lying_server::{Act, LyingServer, Script, stream};

/// Far longer than the idle timeout of these tests, far shorter than a hang.
const PATIENCE: Duration = Duration::from_secs(20);
const IDLE: Duration = Duration::from_millis(400);

/// One step against a server that plays this, with little patience of its own.
async fn impatient(script: Script) -> Outcome {
    let server = LyingServer::start(vec![script]).await;
    let model = OpenAi::new(OpenAiConfig { idle_timeout: IDLE, ..config(&server) }).unwrap();
    let ended = tokio::time::timeout(PATIENCE, outcome(start(&model))).await;
    ended.expect("it hangs")
}

fn raw(text: &str) -> Vec<Act> {
    vec![Act::Send(text.as_bytes().to_vec())]
}

fn whole() -> String {
    hi() + &finish() + "data: [DONE]\n\n"
}

#[tokio::test]
async fn an_older_or_odd_http_is_read_where_it_can_be() {
    let length = whole().len();
    for (name, head, said) in [
        ("HTTP/1.0", "HTTP/1.0 200 OK\r\n".to_owned(), Some("hi")),
        ("no content type", "HTTP/1.1 200 OK\r\nconnection: close\r\n".to_owned(), Some("hi")),
        ("another 2xx", "HTTP/1.1 203 Whatever\r\nconnection: close\r\n".to_owned(), Some("hi")),
        ("no reason", "HTTP/1.1 200\r\nconnection: close\r\n".to_owned(), Some("hi")),
        ("a length", format!("HTTP/1.1 200 OK\r\ncontent-length: {length}\r\n"), Some("hi")),
        ("a length too long", format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n", length + 9), Some("hi")),
        ("a word for a length", "HTTP/1.1 200 OK\r\ncontent-length: many\r\n".to_owned(), None),
        ("two lengths", "HTTP/1.1 200 OK\r\ncontent-length: 3\r\ncontent-length: 4\r\n".to_owned(), None),
        ("another protocol", "ICY 200 OK\r\n".to_owned(), None),
        ("HTTP/2 unasked", "PRI * HTTP/2.0\r\n\r\nSM\r\n".to_owned(), None),
        ("no number", "HTTP/1.1 OK\r\n".to_owned(), None),
        ("bytes", "\u{0}\u{1}\u{2}\u{7f}\r\n".to_owned(), None),
        ("a header that is none", "HTTP/1.1 200 OK\r\n: no name\r\n".to_owned(), None),
        (
            "a switch of protocols",
            "HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n".to_owned(),
            None,
        ),
    ] {
        let outcome = impatient(raw(&format!("{head}\r\n{}", whole()))).await;
        match said {
            Some(said) => {
                assert_eq!((outcome.text.as_str(), outcome.end.is_ok()), (said, true), "{name}: {outcome:?}");
            }
            None => assert!(outcome.end.is_err() && outcome.text.is_empty(), "{name}: {outcome:?}"),
        }
    }
}

#[tokio::test]
async fn junk_between_the_chunks_of_a_body_is_a_cut() {
    let head = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n";
    let first = format!("{:x}\r\n{}\r\n", hi().len(), hi());
    for junk in [
        "zz\r\n",
        "ffffffffffffffffff\r\n",
        "-1\r\n",
        "5;x=\u{0}\r\nab",
        "\r\n\r\n",
        "3\r\nabcdef\r\n",
        "1\n",
    ] {
        let outcome = impatient(raw(&format!("{head}{first}{junk}"))).await;
        assert_eq!(outcome.text, "hi", "{junk:?}");
        assert!(outcome.end.is_err(), "{junk:?}: {outcome:?}");
    }
}

#[tokio::test]
async fn bytes_that_are_no_text_are_shown_as_such() {
    let mut body = b"data: {\"choices\":[{\"delta\":{\"content\":\"a\xff\xc3(\xe2\x82z\"}}]}\n\n".to_vec();
    body.extend_from_slice(finish().as_bytes());
    let outcome = impatient(stream(body)).await;
    assert_eq!(outcome.text, "a\u{fffd}\u{fffd}(\u{fffd}z");
    assert!(outcome.end.is_ok());
    let half = "data: {\"choices\":[{\"delta\":{\"content\":\"a\\ud800b\\u0000\"}}]}\n\n";
    let outcome = impatient(stream(half.to_owned() + &finish())).await;
    assert!(outcome.end.is_err(), "half a surrogate is no JSON: {outcome:?}");
}

#[tokio::test]
async fn a_drip_does_not_stretch_the_wait() {
    let pause = Duration::from_millis(50);
    let line = b"HTTP/1.1 200 OK\r\n".to_vec();
    let slow_head = impatient(vec![Act::Drip(line, pause)]).await;
    assert_eq!(slow_head.end, Err(ModelError::Stalled { after: IDLE }), "headers in drops");
    let head = "HTTP/1.1 500 Oh\r\ncontent-type: text/plain\r\n\r\n";
    let slow_refusal = impatient([raw(head), vec![Act::Drip(b"no ".to_vec(), pause)]].concat()).await;
    assert!(matches!(&slow_refusal.end, Err(ModelError::Server { status: 500, .. })), "{slow_refusal:?}");
    let early = "HTTP/1.1 103 Early Hints\r\nlink: </>\r\n\r\n".repeat(50);
    let hints = impatient([raw(&early), vec![Act::Hang]].concat()).await;
    assert!(hints.end.is_err(), "hints are no answer: {hints:?}");
    let head_alone = impatient([raw("HTTP/1.1 200 OK\r\n\r\n"), vec![Act::Hang]].concat()).await;
    assert_eq!(head_alone.end, Err(ModelError::Stalled { after: IDLE }), "a head and nothing else");
}

#[tokio::test]
async fn a_connection_reset_after_any_byte_gives_what_was_whole_or_a_fault() {
    let head = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n";
    let answer = format!("{head}{}{}", hi(), finish());
    let finished = answer.len() - 2;
    for at in 0..=answer.len() {
        for act in [Act::Reset, Act::Wait(Duration::ZERO)] {
            let closed = matches!(act, Act::Wait(_));
            let (outcome, requests) = play([raw(&answer[..at]), vec![act]].concat()).await;
            assert_eq!(requests, 1, "at {at}");
            assert!("hi".starts_with(&outcome.text), "at {at}: {outcome:?}");
            // A reset may take what was sent before it along; an end never does.
            if closed {
                assert_eq!(outcome.end.is_ok(), at >= finished, "closed at {at}: {outcome:?}");
            } else {
                assert!(outcome.end.is_err() || at >= finished, "reset at {at}: {outcome:?}");
            }
        }
    }
}

#[tokio::test]
async fn numbers_beyond_every_range_are_no_use_and_no_harm() {
    for usage in [
        json!({ "prompt_tokens": u64::MAX, "completion_tokens": u64::MAX }),
        json!({ "prompt_tokens": 1e300, "completion_tokens": -1e300 }),
        json!({ "prompt_tokens": "7", "completion_tokens": [] }),
        json!([1, 2]),
    ] {
        let body = hi() + &finish() + &format!("data: {}\n\n", json!({ "choices": [], "usage": usage }));
        let outcome = impatient(stream(body)).await;
        assert_eq!((outcome.text.as_str(), outcome.end.is_ok()), ("hi", true), "{usage}");
    }
    let index = json!({ "choices": [{ "delta": { "tool_calls": [{ "index": u64::MAX, "function": { "name": "getProfile", "arguments": "{}" } }] } }] });
    let outcome = impatient(stream(format!("data: {index}\n\n{}", finish()))).await;
    assert_eq!(outcome.end.unwrap().calls.len(), 1);
}
