//! Nobody holds a connection while asking for another of its kind: with one of each, that would
//! never end.

use std::time::Duration;

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::api::common::{end, log, problem, small_plan, squat, text};
use crate::support::app::{TestApp, TestUser, expect};

/// Talks with the built-in coach, and confirms whatever it proposes.
async fn talk(user: &TestUser, path: &str, body: Value) {
    let started = expect(user.post(path, body).await, StatusCode::ACCEPTED).await;
    let path = format!("/runs/{}", text(&started["run_id"]));
    for _ in 0..1000 {
        let run = user.get(&path).await;
        match text(&run["status"]).as_str() {
            "running" => tokio::time::sleep(Duration::from_millis(20)).await,
            "paused" => confirm_all(user).await,
            "finished" => return,
            other => panic!("{other}: {run}"),
        }
    }
    panic!("the run never ended");
}

async fn confirm_all(user: &TestUser) {
    for proposal in user.get("/proposals?status=proposed").await["items"].as_array().unwrap() {
        let path = format!("/proposals/{}/confirm", text(&proposal["id"]));
        let answer = user.post(&path, json!({"digest": proposal["digest"]})).await;
        assert!(answer.status().as_u16() < 500, "{}", answer.status());
    }
}

/// Everything that a person does in a first week.
async fn week(user: TestUser) {
    user.set_profile(json!({"experience": "intermediate"})).await;
    for path in ["/weekly-plan", "/exercises", "/progress/summary", "/safety", "/tokens", "/sessions"] {
        user.get(path).await;
    }
    let conversation = expect(user.post("/conversations", json!({})).await, StatusCode::CREATED).await;
    let messages = format!("/conversations/{}/messages", text(&conversation["id"]));
    for said in ["make me a plan for three days", "I weigh 80 kg", "how am I doing?"] {
        talk(&user, &messages, json!({"text": said})).await;
    }
    expect(user.put("/weekly-plan", "*", small_plan()).await, StatusCode::OK).await;
    expect(user.post("/weekly-plan/draft", json!({})).await, StatusCode::OK).await;
    let session = text(&user.start_session("Day1").await["id"]);
    log(&user, &session, squat(1)).await;
    talk(&user, &format!("/sessions/{session}/copilot"), json!({"text": "I did 8"})).await;
    user.get(&format!("/sessions/{session}/next-set")).await;
    end(&user, &session, "completed").await;
    user.get(&format!("/sessions/{session}")).await;
    user.get("/progress/exercises/barbell-back-squat").await;
    user.get(&messages.replace("/messages", "")).await;
}

#[tokio::test]
async fn one_connection_of_each_kind_is_enough_for_three_people_at_once() {
    let app = TestApp::start_narrow().await;
    let (ann, bob, eve) = (app.user("ann").await, app.user("bob").await, app.user("eve").await);
    tokio::join!(week(ann), week(bob), week(eve));
}

#[tokio::test]
async fn a_probe_is_told_soon_that_the_database_does_not_answer() {
    let app = TestApp::start_narrow().await;
    let held = app.core.read().await.unwrap();
    // A prober gives up long before a person would.
    let probe = app.anonymous(Method::GET, "/readyz").timeout(Duration::from_secs(6));
    let answer = probe.send().await.expect("an answer before the prober gives up");
    problem(answer, StatusCode::SERVICE_UNAVAILABLE, "busy").await;
    drop(held);
    assert_eq!(app.anonymous(Method::GET, "/readyz").send().await.unwrap().status(), 200);
}
