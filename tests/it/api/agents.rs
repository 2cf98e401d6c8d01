//! Agents over HTTP, with the built-in coach: messages, streams, proposals, the safety lock.

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::support::app::{TestApp, TestUser, expect, key};

/// Says something in a new conversation; answers the run's id.
async fn say(user: &TestUser, text: &str) -> String {
    let made = expect(user.post("/conversations", json!({})).await, StatusCode::CREATED).await;
    let path = format!("/conversations/{}/messages", made["id"].as_str().unwrap());
    let started = expect(user.post(&path, json!({ "text": text })).await, StatusCode::ACCEPTED).await;
    started["run_id"].as_str().unwrap().to_owned()
}

/// Reads the run's stream until it ends or pauses.
async fn stream(user: &TestUser, run: &str, after: &str) -> String {
    let path = format!("/runs/{run}/events?after={after}");
    let mut response = user.request(Method::GET, &path).send().await.unwrap();
    assert_eq!(response.headers()["content-type"], "text/event-stream");
    assert_eq!(response.headers()["x-accel-buffering"], "no");
    assert!(!response.headers().contains_key("content-encoding"));
    let mut text = String::new();
    while let Some(chunk) = response.chunk().await.unwrap() {
        text.push_str(std::str::from_utf8(&chunk).unwrap());
        if ["event: run.paused", "event: run.finished", "event: run.error"]
            .iter()
            .any(|end| text.contains(end))
            && text.ends_with("\n\n")
        {
            break;
        }
    }
    text
}

async fn open(user: &TestUser) -> Value {
    let found = user.get("/proposals?status=proposed").await;
    found["items"][0].clone()
}

#[tokio::test]
async fn the_built_in_coach_makes_a_plan_and_it_is_saved_when_confirmed() {
    let app = TestApp::start().await;
    let user = app.user("Ada").await;
    let run = say(&user, "make me a plan with 4 days a week").await;
    let text = stream(&user, &run, "").await;
    assert!(text.contains("event: run.started\n") && text.contains("event: proposal.created\n"), "{text}");
    assert_eq!(user.get("/weekly-plan").await["plan_version"], 0, "nothing is written yet");
    let proposal = open(&user).await;
    let path = format!("/proposals/{}/confirm", proposal["id"].as_str().unwrap());
    let wrong = user.post(&path, json!({"digest": "0"})).await;
    expect(wrong, StatusCode::PRECONDITION_FAILED).await;
    let digest = json!({"digest": proposal["digest"]});
    let done = expect(user.post(&path, digest.clone()).await, StatusCode::OK).await;
    assert_eq!(done["status"], "executed", "{done}");
    let again = expect(user.post(&path, digest).await, StatusCode::OK).await;
    assert_eq!(again["result"], done["result"]);
    let eve = app.user("Eve").await;
    expect(eve.post(&path, json!({"digest": proposal["digest"]})).await, StatusCode::NOT_FOUND).await;
    let rest = stream(&user, &run, "1.1").await;
    assert!(!rest.contains("event: run.started\n"), "{rest}");
}

#[tokio::test]
async fn a_finished_run_that_was_seen_answers_204() {
    let app = TestApp::start().await;
    let user = app.user("Ada").await;
    let run = say(&user, "how am I doing?").await;
    let text = stream(&user, &run, "").await;
    assert!(text.contains("event: run.finished"), "{text}");
    let last = text.lines().filter_map(|line| line.strip_prefix("id: ")).next_back().unwrap();
    let path = format!("/runs/{run}/events");
    let request = user.request(Method::GET, &path).header("Last-Event-ID", last);
    assert_eq!(request.send().await.unwrap().status(), StatusCode::NO_CONTENT);
    assert_eq!(user.get(&format!("/runs/{run}")).await["status"], "finished");
}

#[tokio::test]
async fn the_same_message_under_one_key_is_one_run() {
    let app = TestApp::start().await;
    let user = app.user("Ada").await;
    let made = expect(user.post("/conversations", json!({})).await, StatusCode::CREATED).await;
    let path = format!("/conversations/{}/messages", made["id"].as_str().unwrap());
    let (key, body) = (key(), json!({"text": "what can you do?"}));
    let first = user.send(Method::POST, &path, &key, body.clone()).await;
    assert!(first.headers().contains_key("location"));
    let first = expect(first, StatusCode::ACCEPTED).await;
    let second = expect(user.send(Method::POST, &path, &key, body).await, StatusCode::ACCEPTED).await;
    assert_eq!(first, second);
    let empty = user.post(&path, json!({"text": " "})).await;
    let problem = expect(empty, StatusCode::UNPROCESSABLE_ENTITY).await;
    assert_eq!(problem["errors"][0]["pointer"], "/text");
}

#[tokio::test]
async fn a_red_flag_locks_until_it_is_resolved_and_sets_are_still_logged() {
    let app = TestApp::start().await;
    let user = app.user("Ada").await;
    let session = user.start_session("Day1").await;
    let run = say(&user, "I have crushing chest pain right now").await;
    let text = stream(&user, &run, "").await;
    assert!(text.contains("event: run.finished"), "{text}");
    assert_eq!(user.get("/safety").await["locked"], true);
    let suggestion = &session["suggestion"];
    let confirm = format!("/proposals/{}/confirm", suggestion["id"].as_str().unwrap());
    expect(user.post(&confirm, json!({"digest": suggestion["digest"]})).await, StatusCode::LOCKED).await;
    let copilot = format!("/sessions/{}/copilot", session["id"].as_str().unwrap());
    expect(user.post(&copilot, json!({})).await, StatusCode::LOCKED).await;
    let args = &suggestion["args"];
    let set = json!({"exercise_id": args["exercise_id"], "set_index": args["set_index"], "kind": args["kind"],
        "reps": args["reps"], "duration_seconds": args["duration_seconds"], "weight_kg": args["weight_kg"]});
    let sets = format!("/sessions/{}/sets", session["id"].as_str().unwrap());
    expect(user.post(&sets, set).await, StatusCode::CREATED).await;
    expect(user.post("/safety/resolve", json!({})).await, StatusCode::OK).await;
    assert_eq!(user.get("/safety").await["locked"], false);
    expect(user.post(&copilot, json!({})).await, StatusCode::ACCEPTED).await;
}
