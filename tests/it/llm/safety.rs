//! A red flag stops coaching by rule: no model is asked (law L11).

use reqwest::StatusCode;
use serde_json::json;

use super::copilot::ask;
use super::five_days;
use crate::support::app::expect;
use crate::support::llm::say;
use crate::support::talk::{Talk, names, text_of};

#[tokio::test]
async fn a_red_flag_answers_with_the_fixed_text_and_locks_until_it_is_resolved() {
    let (talk, llm) = Talk::with(vec![five_days()]).await;
    let (_, proposal) = talk.propose().await;
    let session = talk.user.start_session("Day1").await;
    let (_, events) = talk.say_until("I have crushing chest pain right now", "run.finished").await;
    assert_eq!(names(&events), ["run.started", "text.delta", "text.done", "run.finished"]);
    assert!(text_of(&events).len() > 40, "{}", text_of(&events));
    assert_eq!(llm.requests().len(), 1, "no model is asked");

    expect(talk.confirm(&session["suggestion"]).await, StatusCode::LOCKED).await;
    assert_ne!(talk.confirm(&proposal).await.status(), StatusCode::OK);
    expect(talk.post("Hello?").await, StatusCode::LOCKED).await;
    let path = format!("/sessions/{}", session["id"].as_str().unwrap());
    expect(talk.user.post(&format!("{path}/copilot"), json!({})).await, StatusCode::LOCKED).await;
    assert_eq!(talk.days().await, (3, 1));

    let mut set = session["suggestion"]["args"].clone();
    set.as_object_mut().unwrap().retain(|_, value| !value.is_null());
    expect(talk.user.post(&format!("{path}/sets"), set).await, StatusCode::CREATED).await;
    assert_eq!(talk.user.get(&path).await["sets"].as_array().unwrap().len(), 1);

    expect(talk.user.post("/safety/resolve", json!({})).await, StatusCode::OK).await;
    llm.then(say("Good to have you back."));
    let run = ask(&talk.user, &session, json!({})).await;
    talk.until(&run, "run.finished").await;
    llm.then(say("Hello."));
    talk.say_until("Hello", "run.finished").await;
}

#[tokio::test]
async fn a_red_flag_in_a_declines_reason_locks_too() {
    let (talk, llm) = Talk::with(vec![five_days()]).await;
    let (run, proposal) = talk.propose().await;
    let reason = "No, I have chest pain right now";
    expect(talk.decline(&proposal, reason).await, StatusCode::OK).await;
    talk.until(&run, "run.finished").await;
    assert_eq!(talk.user.get("/safety").await["locked"], true);
    assert_eq!(llm.requests().len(), 1, "the run ends without asking the model");
}
