//! A real model server through Spotter: a message that names a tool leads to a streamed call, a gate,
//! and streamed prose after it. What such a small model says is not judged.

use std::time::Duration;

use reqwest::StatusCode;
use serde_json::{Value, json};
use spotter::agents::driver::Limits;

use super::copilot::ask;
use crate::support::app::{TestApp, expect, model_at};
use crate::support::talk::{Event, Reader, Talk, text_of};

/// Longest between two events: a small model on a busy processor.
const PATIENCE: Duration = Duration::from_mins(7);

/// The server that the tests were told of.
#[expect(clippy::disallowed_methods, reason = "a test is told of the server by its environment")]
async fn real_app() -> TestApp {
    let told = |name: &str| {
        std::env::var(name).unwrap_or_else(|_| {
            panic!("{name} is not set: start a server with tests/real-model.sh, or leave these tests out with --skip real_model")
        })
    };
    let (url, key) = (told("SPOTTER_TEST_REAL_MODEL"), told("SPOTTER_TEST_REAL_MODEL_KEY"));
    let model = model_at(&url, &key, "smollm2-135m", Duration::from_mins(5));
    TestApp::start_with(model, Limits { run_seconds: 600, ..Limits::default() }).await
}

/// Reads a run to its end, confirming what it proposes.
async fn to_the_end(talk: &Talk, run: &str) -> Vec<Event> {
    let mut reader = Reader::open(&talk.user, run, None).await.unwrap().patient(PATIENCE);
    let mut events: Vec<Event> = Vec::new();
    while let Some(event) = reader.next().await {
        if event.name == "proposal.created" && event.data["proposal"]["run_id"] == run {
            let proposal = &event.data["proposal"];
            assert_eq!(talk.proposal(proposal).await["status"], "proposed", "it waits for a person");
            let confirmed = talk.confirm(proposal).await.status();
            assert!(confirmed == StatusCode::OK || confirmed.is_client_error(), "{confirmed}");
        }
        events.push(event);
    }
    events
}

/// The tool was called for real, something came back, prose was streamed after it.
fn assert_called_then_said(events: &[Event], tool: &str) {
    let shown: Vec<String> = events.iter().map(|event| format!("{} {}", event.name, event.data)).collect();
    let shown = shown.join("\n");
    let at = |name: &str| events.iter().position(|event| event.name == name && event.data["tool"] == tool);
    let called = at("tool.started").unwrap_or_else(|| panic!("{tool} was never called:\n{shown}"));
    assert!(at("tool.result").is_some_and(|result| called < result), "{shown}");
    let deltas = events.iter().skip(called).filter(|event| event.name == "text.delta").count();
    assert!(deltas > 1, "prose is streamed after the call:\n{shown}");
    assert!(!text_of(events).trim().is_empty());
    assert_eq!(events.last().map(|event| event.name.as_str()), Some("run.finished"), "{shown}");
}

#[tokio::test]
async fn real_model_calls_update_profile_and_speaks_after_the_gate() {
    let talk = Talk::on(real_app().await).await;
    let before = talk.days().await;
    let run = talk.say("Use updateProfile: I train five days a week now").await;
    let events = to_the_end(&talk, &run).await;
    assert_called_then_said(&events, "updateProfile");
    let confirmed = |event: &Event| event.name == "proposal.resolved" && event.data["status"] == "executed";
    let writes = i64::try_from(events.iter().filter(|event| confirmed(event)).count()).unwrap();
    assert_eq!(talk.days().await.1, before.1 + writes, "one write for each confirm, none without");
}

#[tokio::test]
async fn real_model_calls_log_set_in_a_copilot_run() {
    let talk = Talk::on(real_app().await).await;
    let session = talk.user.start_session("Day1").await;
    let run = ask(&talk.user, &session, json!({"text": "Use logSet: I did 8 reps with 20 kg"})).await;
    let events = to_the_end(&talk, &run).await;
    assert_called_then_said(&events, "logSet");
    let confirmed = |event: &&Event| event.name == "proposal.resolved" && event.data["status"] == "executed";
    let path = format!("/sessions/{}", session["id"].as_str().unwrap());
    let now: Value = talk.user.get(&path).await;
    let logged = now["sets"].as_array().unwrap().len();
    assert_eq!(logged, events.iter().filter(confirmed).count(), "one set for each confirm, none without");
    expect(talk.user.patch(&path, json!({"status": "completed"})).await, StatusCode::OK).await;
}
