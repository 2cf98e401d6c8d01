//! What a run, a conversation and a day may take; each limit says so, and nothing is written.

use std::time::Duration;

use jiff::SignedDuration;
use reqwest::StatusCode;
use serde_json::{Value, json};
use spotter::agents::driver::Limits;
use spotter::agents::run::RunLimits;

use super::five_days;
use crate::support::app::{MODEL_KEY, TestApp, expect, model_at, quick};
use crate::support::llm::{FakeLlm, Reply, call, chunk, end, results, say, stream};
use crate::support::lying_server::{Act, LyingServer, chunks};
use crate::support::talk::{Talk, names, one, text_of};

async fn limited(replies: Vec<Reply>, limits: Limits) -> (Talk, FakeLlm) {
    let llm = FakeLlm::start(replies).await;
    let model = model_at(&llm.url(), MODEL_KEY, "little-model", Duration::from_secs(5));
    (Talk::on(TestApp::start_with(model, limits).await).await, llm)
}

/// A call that cost so many tokens.
fn costly(tokens: u64) -> Reply {
    let named = json!({"index": 0, "id": "x", "function": {"name": "getProfile", "arguments": "{}"}});
    let [last, mut usage] = end("tool_calls");
    usage["usage"] = json!({"prompt_tokens": tokens, "completion_tokens": 0});
    stream(&[chunk(json!({"tool_calls": [named]})), last, usage])
}

#[tokio::test]
async fn a_model_that_only_calls_is_stopped_after_eight_steps() {
    let replies = (0..9).map(|_| call("getProfile", &json!({}))).collect();
    let (talk, llm) = limited(replies, quick()).await;
    let (run, events) = talk.say_until("Hello", "run.error").await;
    let error = one(&events, "run.error");
    assert_eq!(error["code"], "step_limit");
    assert!(error["message"].as_str().unwrap().contains("steps"), "{error}");
    assert_eq!(llm.requests().len(), 8);
    assert_eq!(talk.user.get(&format!("/runs/{run}")).await["steps"], 8);
}

#[tokio::test]
async fn a_run_that_used_up_its_tokens_is_stopped_before_it_asks_again() {
    let limits = Limits { run: RunLimits { tokens: 10_000, ..RunLimits::default() }, ..quick() };
    let (talk, llm) = limited(vec![costly(4_000), costly(4_000), costly(4_000)], limits).await;
    let (run, events) = talk.say_until("Hello", "run.error").await;
    assert_eq!(one(&events, "run.error")["code"], "token_limit");
    assert_eq!(llm.requests().len(), 3);
    let usage = &talk.user.get(&format!("/runs/{run}")).await["usage"];
    assert_eq!(usage, &json!({"input_tokens": 12_000, "output_tokens": 0}), "summed over the steps");
}

#[tokio::test]
async fn a_server_that_counts_no_tokens_is_heard_all_the_same() {
    let named = json!({"index": 0, "id": "x", "function": {"name": "getProfile", "arguments": "{}"}});
    let mute = stream(&[chunk(json!({"tool_calls": [named]})), end("stop")[0].clone()]);
    let (talk, _llm) = limited(vec![mute, say("Hello.")], quick()).await;
    let (_, events) = talk.say_until("Hello", "run.finished").await;
    let usage = &one(&events, "run.finished")["usage"];
    assert_eq!(usage, &json!({"input_tokens": 100, "output_tokens": 10}), "of the step that said");
}

#[tokio::test]
async fn the_time_of_work_is_bounded_and_a_person_may_take_theirs() {
    let silent = Act::Hang;
    let mut half = crate::support::lying_server::stream(
        chunks(&[chunk(json!({"content": "Let me think"}))]).replace("data: [DONE]\n\n", ""),
    );
    half.push(silent);
    let server = LyingServer::start(vec![half]).await;
    let model = model_at(&format!("{}/v1", server.url()), MODEL_KEY, "m", Duration::from_mins(1));
    let limits = Limits { run_seconds: 1, ..quick() };
    let talk = Talk::on(TestApp::start_with(model, limits).await).await;
    let (_, events) = talk.say_until("Hello", "run.error").await;
    let error = one(&events, "run.error");
    assert_eq!((&error["code"], &error["retryable"]), (&json!("model_stalled"), &json!(true)));
    assert!(error["message"].as_str().unwrap().contains("working time of 1 s"), "it did speak: {error}");
    assert_eq!(text_of(&events), "", "what was half said is void");
    server.client_gone().await;

    let limits = Limits { run_seconds: 2, ..quick() };
    let (talk, _llm) = limited(vec![five_days(), say("Five it is.")], limits).await;
    let (run, proposal) = talk.propose().await;
    tokio::time::sleep(Duration::from_millis(2_500)).await;
    talk.app.clock.advance(SignedDuration::from_hours(5));
    expect(talk.confirm(&proposal).await, StatusCode::OK).await;
    let events = talk.until(&run, "run.finished").await;
    assert_eq!(text_of(&events), "Five it is.", "waiting for a person is no work");
}

#[tokio::test]
async fn beyond_the_daily_cap_the_answer_says_when_it_starts_anew() {
    let limits = Limits { runs_per_day: 2, ..quick() };
    let (talk, llm) = limited(vec![say("One."), say("Two."), say("Three.")], limits).await;
    talk.user.set_profile(json!({"time_zone": "America/New_York"})).await;
    talk.say_until("One", "run.finished").await;
    talk.say_until("Two", "run.finished").await;
    let before = talk.user.get(&format!("/conversations/{}", talk.conversation)).await;
    let refused = talk.post("Three").await;
    assert_eq!(refused.headers()["content-type"], "application/problem+json");
    // It is eight in the morning in New York: sixteen hours to midnight.
    assert_eq!(refused.headers()["retry-after"], "57600");
    let problem = expect(refused, StatusCode::TOO_MANY_REQUESTS).await;
    assert_eq!(problem["resets_at"], "2026-03-17T04:00:00Z", "{problem}");
    assert!(problem["detail"].as_str().unwrap().contains("midnight"), "{problem}");
    let after = talk.user.get(&format!("/conversations/{}", talk.conversation)).await;
    assert_eq!(before, after, "nothing of the message was kept");
    let bea = talk.app.user("Bea").await;
    let made = expect(bea.post("/conversations", json!({})).await, StatusCode::CREATED).await;
    let path = format!("/conversations/{}/messages", made["id"].as_str().unwrap());
    expect(bea.post(&path, json!({"text": "Hello"})).await, StatusCode::ACCEPTED).await;
    talk.app.clock.advance(SignedDuration::from_secs(57_599));
    expect(talk.post("Three").await, StatusCode::TOO_MANY_REQUESTS).await;
    talk.app.clock.advance(SignedDuration::from_secs(1));
    llm.then(say("Four."));
    talk.say_until("Three", "run.finished").await;
}

#[tokio::test]
async fn one_run_at_a_time_whoever_asks_first() {
    let (talk, _llm) = limited((0..8).map(|_| say("Yes.")).collect(), quick()).await;
    let posts = futures_util::future::join_all((0..8).map(|_| talk.post("Hello"))).await;
    let (mut begun, mut refused) = (Vec::new(), Vec::new());
    for post in posts {
        let accepted = post.status() == StatusCode::ACCEPTED;
        let expected = if accepted { StatusCode::ACCEPTED } else { StatusCode::CONFLICT };
        let body: Value = expect(post, expected).await;
        if accepted { &mut begun } else { &mut refused }.push(body["run_id"].clone());
    }
    assert!(!begun.is_empty());
    assert!(refused.iter().all(|id| begun.contains(id)), "each names the run that was at work: {refused:?}");
    for run in &begun {
        talk.until(run.as_str().unwrap(), "run.finished").await;
    }
    let told = talk.user.get(&format!("/conversations/{}", talk.conversation)).await;
    let said = told["messages"].as_array().unwrap().iter().filter(|one| one["role"] == "user");
    assert_eq!(said.count(), begun.len(), "what was refused is not said: {told:#}");
}

#[tokio::test]
async fn many_calls_in_one_step_are_each_answered_once_and_too_many_are_no_answer() {
    let profile = |count: usize| {
        let all: Vec<_> = (0..count).map(|_| ("getProfile", "{}".to_owned())).collect();
        crate::support::llm::calls(&all)
    };
    let (talk, llm) =
        limited(vec![profile(32), say("Done."), profile(33), profile(33), profile(33)], quick()).await;
    talk.say_until("Hello", "run.finished").await;
    assert_eq!(results(&llm.requests()[1]).len(), 32);
    let (_, events) = talk.say_until("Again", "run.error").await;
    assert_eq!(one(&events, "run.error")["code"], "model_protocol");
    assert!(!names(&events).contains(&"tool.started"));
}
