//! The copilot beside a workout, with a model and without one.

use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::support::app::{TestApp, TestUser, expect};
use crate::support::llm::{FakeLlm, call, results, say};
use crate::support::talk::{Reader, Talk, names, one, text_of};

/// Asks the copilot; answers the run.
pub async fn ask(user: &TestUser, session: &Value, body: Value) -> String {
    let path = format!("/sessions/{}/copilot", session["id"].as_str().unwrap());
    let started = expect(user.post(&path, body).await, StatusCode::ACCEPTED).await;
    started["run_id"].as_str().unwrap().to_owned()
}

async fn sets(user: &TestUser, session: &Value) -> usize {
    let now = user.get(&format!("/sessions/{}", session["id"].as_str().unwrap())).await;
    now["sets"].as_array().unwrap().len()
}

#[tokio::test]
async fn a_set_that_the_model_proposes_is_logged_by_one_confirm() {
    let (talk, llm) = Talk::with(Vec::new()).await;
    let session = talk.user.start_session("Day1").await;
    let suggested = session["suggestion"]["args"].clone();
    let mut args = suggested.clone();
    args["reps"] = 7.into();
    llm.then(call("suggestNextSet", &json!({})));
    llm.then(call("logSet", &args));
    llm.then(say("Seven it is."));
    let run = ask(&talk.user, &session, json!({"text": "I did seven"})).await;
    let events = talk.until(&run, "run.paused").await;
    assert_eq!(results(&llm.requests()[1])[0]["exercise_id"], suggested["exercise_id"]);
    assert_eq!(sets(&talk.user, &session).await, 0);
    let created: Vec<_> = events.iter().filter(|event| event.name == "proposal.created").collect();
    assert_eq!(created[0].data["proposal"]["id"], session["suggestion"]["id"], "the suggestion comes first");
    let proposal = &created[1].data["proposal"];
    expect(talk.confirm(proposal).await, StatusCode::OK).await;
    let events = talk.until(&run, "run.finished").await;
    assert_eq!(text_of(&events), "Seven it is.");
    assert_eq!(sets(&talk.user, &session).await, 1);
    expect(talk.confirm(&session["suggestion"]).await, StatusCode::CONFLICT).await;
    assert_eq!(sets(&talk.user, &session).await, 1);
}

#[tokio::test]
async fn a_load_beyond_the_cap_is_refused_by_rule() {
    let (talk, llm) = Talk::with(Vec::new()).await;
    let session = talk.user.start_session("Day1").await;
    let mut args = session["suggestion"]["args"].clone();
    args["weight_kg"] = 400.into();
    llm.then(call("logSet", &args));
    llm.then(say("That is too much."));
    let run = ask(&talk.user, &session, json!({"text": "400 kg"})).await;
    let events = talk.until(&run, "run.finished").await;
    assert_eq!(results(&llm.requests()[1])[0]["error"]["errors"][0]["pointer"], "/weight_kg");
    assert_eq!(one(&events, "proposal.created")["proposal"]["id"], session["suggestion"]["id"]);
}

#[tokio::test]
async fn with_the_model_server_off_the_suggestion_is_there_and_the_session_goes_on() {
    let nobody = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/v1", nobody.local_addr().unwrap());
    drop(nobody);
    let app = TestApp::start_with_model(&url).await;
    let user = app.user("Ada").await;
    let session = user.start_session("Day1").await;
    let run = ask(&user, &session, json!({})).await;
    let events = Reader::open(&user, &run, None).await.unwrap().until("run.error").await;
    assert_eq!(names(&events), ["run.started", "proposal.created", "run.error"]);
    let error = one(&events, "run.error");
    assert_eq!((&error["code"], &error["retryable"]), (&json!("model_unreachable"), &json!(true)));
    let message = error["message"].as_str().unwrap();
    assert!(message.len() < 200 && !message.contains("panick") && !message.contains('\n'), "{message}");
    let suggestion = &one(&events, "proposal.created")["proposal"];
    assert_eq!(*suggestion, session["suggestion"]);
    let path = format!("/proposals/{}/confirm", suggestion["id"].as_str().unwrap());
    expect(user.post(&path, json!({"digest": suggestion["digest"]})).await, StatusCode::OK).await;
    assert_eq!(sets(&user, &session).await, 1);
    let next = user.get(&format!("/sessions/{}/next-set", session["id"].as_str().unwrap())).await;
    assert_eq!(next["done"], false);
    let path = format!("/sessions/{}", session["id"].as_str().unwrap());
    expect(user.patch(&path, json!({"status": "completed"})).await, StatusCode::OK).await;
}

#[tokio::test]
async fn a_copilot_request_is_short_and_knows_only_its_own_tools() {
    let llm = FakeLlm::start(vec![say("Because.")]).await;
    let app = TestApp::start_with_model(&llm.url()).await;
    let user = app.user("Ada").await;
    let session = user.start_session("Day1").await;
    let run = ask(&user, &session, json!({})).await;
    Reader::open(&user, &run, None).await.unwrap().until("run.finished").await;
    let request = &llm.requests()[0];
    let tools = request["tools"].as_array().unwrap();
    let known: Vec<_> = tools.iter().map(|tool| tool["function"]["name"].as_str().unwrap()).collect();
    assert_eq!(known, ["getSession", "suggestNextSet", "logSet", "swapExercise"]);
    // Roughly three characters a token: 1800 tokens.
    let size = request["tools"].to_string().len() + request["messages"].to_string().len();
    assert!(size <= 5_400, "{size} characters");
}
