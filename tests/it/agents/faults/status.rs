//! A status is the first thing a server says, and is never talked over.

use std::time::Duration;

use spotter::agents::model::ModelError;

use super::{check, then};
use crate::agents::client::{KEY, adapter, outcome, start};
use crate::support::lying_server::{Act, LyingServer, answer};

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
