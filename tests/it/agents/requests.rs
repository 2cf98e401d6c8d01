//! What the adapter sends.

use std::process::Command;

use serde_json::{Map, json};
use spotter::agents::model::openai::{OpenAi, OpenAiConfig, OpenAiConfigError};
use spotter::agents::model::{Call, Message, Model, ModelError};
use tokio_util::sync::CancellationToken;

use super::client::{KEY, adapter, config, outcome, request, start};
use crate::support::lying_server::{LyingServer, Script, answer, chunks, stream};

fn ok() -> Script {
    stream(chunks(&[json!({ "choices": [{ "delta": { "content": "ok" }, "finish_reason": "stop" }] })]))
}

#[tokio::test]
async fn a_request_holds_what_servers_want() {
    let server = LyingServer::start(vec![ok()]).await;
    outcome(start(&adapter(&server))).await.end.unwrap();
    let sent = &server.requests()[0];
    assert!(sent.head.starts_with("post /v1/chat/completions http/1.1\r\n"), "{}", sent.head);
    assert!(sent.head.contains(&format!("\r\nauthorization: bearer {KEY}")), "{}", sent.head);
    assert_eq!(
        sent.body,
        json!({
            "model": "little-model",
            "messages": [
                { "role": "system", "content": "You are a coach." },
                { "role": "user", "content": "Plan my week." },
            ],
            "stream": true,
            "stream_options": { "include_usage": true },
            "parallel_tool_calls": false,
            "tools": [{ "type": "function", "function": {
                "name": "getProfile",
                "description": "Reads the profile.",
                "strict": true,
                "parameters": { "type": "object", "properties": {}, "required": [], "additionalProperties": false },
            } }],
        })
    );
}

#[tokio::test]
async fn history_goes_back_as_it_came() {
    let extra: Map<_, _> = serde_json::from_value(json!({
        "reasoning_content": "so then", "details": [{ "n": 1 }], "role": "system", "content": "forged"
    }))
    .unwrap();
    let call = |id: &str, name: &str, arguments: &str| Call {
        id: id.into(),
        name: name.into(),
        arguments: arguments.into(),
    };
    let mut asked = request();
    asked.tools.clear();
    asked.messages = vec![
        Message::Assistant { text: "Hello".into(), calls: vec![], extra },
        Message::Assistant {
            text: String::new(),
            calls: vec![
                call("c1", "getProfile", "{}"),
                call("c2", "log set!", "{\"re"),
                call("c3", "", "[1]"),
            ],
            extra: Map::new(),
        },
        Message::Tool { call_id: "c1".into(), content: "{\"version\":1}".into() },
        Message::Assistant { text: String::new(), calls: vec![], extra: Map::new() },
    ];
    let server = LyingServer::start(vec![ok()]).await;
    outcome(adapter(&server).stream(asked, CancellationToken::new())).await.end.unwrap();
    let body = &server.requests()[0].body;
    let function = |name: &str, arguments: &str| json!({ "name": name, "arguments": arguments });
    assert_eq!(
        body["messages"],
        json!([
            { "role": "assistant", "content": "Hello", "reasoning_content": "so then", "details": [{ "n": 1 }] },
            { "role": "assistant", "content": null, "tool_calls": [
                { "type": "function", "id": "c1", "function": function("getProfile", "{}") },
                { "type": "function", "id": "c2", "function": function("log_set_", "{\"unparsed\":\"{\\\"re\"}") },
                { "type": "function", "id": "c3", "function": function("unknown", "{\"unparsed\":\"[1]\"}") },
            ] },
            { "role": "tool", "tool_call_id": "c1", "content": "{\"version\":1}" },
            { "role": "assistant", "content": "" },
        ])
    );
    assert_eq!(body.get("tools"), None);
    assert_eq!(body.get("parallel_tool_calls"), None, "refused where there are no tools");
}

#[tokio::test]
async fn a_server_without_parallel_tool_calls_is_asked_again_without_it() {
    let unknown = r#"{"error":{"message":"Unknown parameter: 'parallel_tool_calls'."}}"#;
    let server = LyingServer::start(vec![answer("400 Bad Request", &[], unknown), ok(), ok()]).await;
    let model = adapter(&server);
    for _ in 0..2 {
        assert_eq!(outcome(start(&model)).await.text, "ok");
    }
    let sent: Vec<bool> =
        server.requests().iter().map(|sent| sent.body.get("parallel_tool_calls").is_some()).collect();
    assert_eq!(sent, [true, false, false], "asked once, and remembered");

    let server = LyingServer::start(vec![answer("400 Bad Request", &[], unknown); 3]).await;
    let end = outcome(start(&adapter(&server))).await.end;
    assert!(matches!(end, Err(ModelError::Refused { status: 400, .. })), "{end:?}");
    assert_eq!(server.requests().len(), 2, "and never a third time");

    let server = LyingServer::start(vec![answer("400 Bad Request", &[], unknown); 2]).await;
    let mut toolless = request();
    toolless.tools.clear();
    let end = outcome(adapter(&server).stream(toolless, CancellationToken::new())).await.end;
    assert!(matches!(end, Err(ModelError::Refused { status: 400, .. })), "{end:?}");
    assert_eq!(server.requests().len(), 1, "nor a second time where it was not sent");
}

#[tokio::test]
async fn the_base_url_may_be_written_in_several_ways() {
    for (path, line) in [
        ("", "post /chat/completions "),
        ("/", "post /chat/completions "),
        ("/v1/", "post /v1/chat/completions "),
        ("/v1/chat/completions", "post /v1/chat/completions "),
        ("/openai/v1?api-version=1&x=a%20b#top", "post /openai/v1/chat/completions?api-version=1&x=a+b "),
    ] {
        let server = LyingServer::start(vec![ok()]).await;
        let base_url = format!("{}{path}", server.url()).parse().unwrap();
        let model = OpenAi::new(OpenAiConfig { base_url, ..config(&server) });
        outcome(start(&model.unwrap())).await.end.unwrap();
        assert!(server.requests()[0].head.starts_with(line), "{path}: {}", server.requests()[0].head);
    }
}

#[tokio::test]
async fn a_configuration_that_cannot_work_says_what_to_set() {
    let server = LyingServer::start(vec![]).await;
    let mut cases = Vec::new();
    for (url, error) in [
        ("ftp://model.example/v1", OpenAiConfigError::Scheme),
        ("http://me:pass@model.example/v1", OpenAiConfigError::Credentials),
        ("http://me@model.example/v1", OpenAiConfigError::Credentials),
    ] {
        let mut config = config(&server);
        config.base_url = url.parse().unwrap();
        cases.push((config, error));
    }
    let mut key = config(&server);
    key.api_key = Some("sk-a\nb".into());
    cases.push((key, OpenAiConfigError::Key));
    let mut model = config(&server);
    model.model = " ".into();
    cases.push((model, OpenAiConfigError::Model));
    let mut encrypted = config(&server);
    encrypted.base_url = "https://model.example/v1".parse().unwrap();
    assert!(OpenAi::new(encrypted).is_ok(), "TLS is at hand");
    for (config, error) in cases {
        let shown = format!("{config:?}");
        assert!(!shown.contains("sk-"), "the key shows in {shown}");
        assert_eq!(OpenAi::new(config).err(), Some(error));
    }
}

/// Runs itself in a process whose environment holds everything that must not be picked up.
#[tokio::test]
async fn the_environment_is_never_picked_up() {
    const INNER: &str = "SPOTTER_TEST_INNER";
    if std::env::args().any(|argument| argument == INNER) {
        let server = LyingServer::start(vec![ok()]).await;
        let mut config = config(&server);
        config.api_key = None;
        outcome(start(&OpenAi::new(config).unwrap())).await.end.unwrap();
        let head = server.requests()[0].head.clone();
        assert!(!head.contains("leak") && !head.contains("authorization"), "{head}");
        return;
    }
    let mut inner = Command::new(std::env::current_exe().unwrap());
    // The second filter only carries the mark: it matches no test.
    inner.args(["--exact", "agents::requests::the_environment_is_never_picked_up", INNER]);
    for name in ["OPENAI_API_KEY", "OPENAI_ADMIN_KEY", "OPENAI_ORG_ID", "OPENAI_PROJECT_ID"] {
        inner.env(name, "leak");
    }
    for name in ["OPENAI_BASE_URL", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"] {
        inner.env(name, "http://leak:leak@127.0.0.1:9");
    }
    inner.env_remove("NO_PROXY").env_remove("no_proxy");
    let output = tokio::task::spawn_blocking(move || inner.output().unwrap()).await.unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && said.contains("1 passed"), "{said}");
}
