//! Model servers that refuse, break off or fall silent.

use std::time::Duration;

use serde_json::json;

use super::five_days;
use crate::support::app::{MODEL_KEY, TestApp, expect, model_at, quick};
use crate::support::llm::{call, chunk, end, fragments, prose, refusal, say};
use crate::support::lying_server::{Act, LyingServer, Script, chunks, stream};
use crate::support::talk::{Reader, Talk, names, one, text_of};
use reqwest::StatusCode;

/// The chunks without an end.
fn open(all: &[serde_json::Value]) -> Script {
    let body = chunks(all).replace("data: [DONE]\n\n", "");
    stream(body)
}

async fn talk_to(scripts: Vec<Script>) -> (Talk, LyingServer) {
    let server = LyingServer::start(scripts).await;
    let app = TestApp::start_with_model(&format!("{}/v1", server.url())).await;
    (Talk::on(app).await, server)
}

#[tokio::test]
async fn a_refused_key_is_asked_once() {
    let (talk, llm) = Talk::with(vec![refusal(401, "bad key"), say("Better.")]).await;
    let (run, events) = talk.say_until("Hello", "run.error").await;
    let error = one(&events, "run.error");
    assert_eq!((&error["code"], &error["retryable"]), (&json!("model_unauthorized"), &json!(false)));
    assert_eq!(llm.requests().len(), 1);
    assert_eq!(talk.user.get(&format!("/runs/{run}")).await["status"], "error");
    talk.say_until("Hello?", "run.finished").await;
}

#[tokio::test]
async fn a_busy_server_is_asked_again() {
    let busy = refusal(429, "slow down").insert_header("retry-after", "0");
    let text = wiremock::ResponseTemplate::new(429).set_body_string("Too many requests");
    let (talk, llm) = Talk::with(vec![busy, text, say("Here I am.")]).await;
    let (_, events) = talk.say_until("Hello", "run.finished").await;
    assert_eq!(text_of(&events), "Here I am.");
    assert_eq!(llm.requests().len(), 3);
}

#[tokio::test]
async fn a_server_that_stays_busy_is_given_up_calmly() {
    let (talk, llm) = Talk::with(vec![refusal(429, "no"), refusal(503, "no"), refusal(500, "no")]).await;
    let (_, events) = talk.say_until("Hello", "run.error").await;
    assert_eq!(one(&events, "run.error")["retryable"], true);
    assert_eq!(llm.requests().len(), 3, "two more tries, no more");
}

#[tokio::test]
async fn a_stream_that_is_cut_voids_its_text_and_is_asked_again() {
    let half = [chunk(json!({"content": "I will "})), chunk(json!({"content": "never"}))];
    let (talk, server) = talk_to(vec![open(&half), stream(chunks(&prose("Whole answer.")))]).await;
    let (_, events) = talk.say_until("Hello", "run.finished").await;
    assert!(names(&events).contains(&"step.reset"), "{events:#?}");
    assert_eq!(text_of(&events), "Whole answer.");
    assert_eq!(server.requests().len(), 2);
}

#[tokio::test]
async fn a_call_that_is_cut_is_never_proposed() {
    let args = json!({"days_per_week": 5}).to_string();
    let whole_but_open = open(&fragments("updateProfile", &args, 5));
    let half = open(&fragments("updateProfile", &args[..10], 5));
    let mut reset = whole_but_open.clone();
    reset.push(Act::Reset);
    let (talk, server) = talk_to(vec![whole_but_open, half, reset]).await;
    let (_, events) = talk.say_until("Five days", "run.error").await;
    assert_eq!(one(&events, "run.error")["retryable"], true);
    assert_eq!(server.requests().len(), 3);
    assert_eq!(talk.user.get("/proposals").await["items"], json!([]));
    assert_eq!(talk.days().await, (3, 1));
}

#[tokio::test]
async fn a_server_that_falls_silent_is_given_up() {
    let mut silent = open(&[chunk(json!({"content": "Let me think"}))]);
    silent.push(Act::Hang);
    let (talk, server) = talk_to(vec![silent.clone(), silent.clone(), silent]).await;
    let (_, events) = talk.say_until("Hello", "run.error").await;
    let error = one(&events, "run.error");
    assert_eq!((&error["code"], &error["retryable"]), (&json!("model_stalled"), &json!(true)));
    assert_eq!(text_of(&events), "", "nothing of it stands");
    server.client_gone().await;
}

#[tokio::test]
async fn a_call_that_stalls_before_its_end_is_never_proposed() {
    let mut stalled = open(&fragments("updateProfile", "{\"days_per_week\": 5}", 5));
    stalled.push(Act::Hang);
    let mut body = fragments("updateProfile", "{\"days_per_week\": 4}", 5);
    body.extend(end("tool_calls"));
    let (talk, _server) = talk_to(vec![stalled, stream(chunks(&body))]).await;
    let (_, proposal) = talk.propose().await;
    assert_eq!(proposal["args"]["days_per_week"], 4, "only the whole call counts");
}

#[tokio::test]
async fn a_message_while_a_run_is_at_work_names_it() {
    let mut slow = open(&[chunk(json!({"content": "Let me think"}))]);
    slow.push(Act::Wait(Duration::from_millis(600)));
    let rest: Vec<_> = [chunk(json!({"content": "."}))].into_iter().chain(end("stop")).collect();
    slow.push(Act::Send(chunks(&rest).into_bytes()));
    let (talk, _server) = talk_to(vec![slow]).await;
    let run = talk.say("Hello").await;
    talk.until(&run, "text.delta").await;
    let problem = expect(talk.post("And?").await, StatusCode::CONFLICT).await;
    assert_eq!(problem["run_id"], run.as_str());
    let rest = Reader::open(&talk.user, &run, None).await.unwrap().until("run.finished").await;
    assert_eq!(text_of(&rest), "Let me think.");
}

#[tokio::test]
async fn cancelling_closes_the_connection_to_the_model() {
    let mut endless = open(&[chunk(json!({"content": "Let me think"}))]);
    endless.push(Act::Hang);
    let server = LyingServer::start(vec![endless]).await;
    let url = format!("{}/v1", server.url());
    // It would wait much longer than the test does.
    let model = model_at(&url, MODEL_KEY, "little-model", Duration::from_mins(2));
    let talk = Talk::on(TestApp::start_with(model, quick()).await).await;
    let run = talk.say("Hello").await;
    talk.until(&run, "text.delta").await;
    expect(talk.user.post(&format!("/runs/{run}/cancel"), json!({})).await, StatusCode::OK).await;
    server.client_gone().await;
    talk.until(&run, "run.cancelled").await;
    assert_eq!(server.requests().len(), 1, "it is not asked again");
}

#[tokio::test]
async fn a_fault_after_a_confirm_leaves_the_write_and_a_whole_history() {
    let replies = vec![five_days(), refusal(400, "no"), call("getProfile", &json!({})), say("Five.")];
    let (talk, llm) = Talk::with(replies).await;
    let (run, proposal) = talk.propose().await;
    expect(talk.confirm(&proposal).await, StatusCode::OK).await;
    talk.until(&run, "run.error").await;
    assert_eq!(talk.days().await, (5, 2));
    talk.say_until("And now?", "run.finished").await;
    assert_eq!(llm.requests().len(), 4);
}
