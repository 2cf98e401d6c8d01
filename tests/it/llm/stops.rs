//! Cancelling, stopping and starting again, with a model server that is still talking.

use std::time::Duration;

use reqwest::{Method, StatusCode};
use serde_json::json;

use super::five_days;
use crate::support::app::{TestApp, expect};
use crate::support::llm::{chunk, prose, results, say};
use crate::support::lying_server::{Act, LyingServer, Script, chunks, stream};
use crate::support::talk::{Reader, Talk, names, text_of};

/// Says this and then nothing, for ever.
fn hangs(text: &str) -> Script {
    let mut script = stream(chunks(&[chunk(json!({ "content": text }))]).replace("data: [DONE]\n\n", ""));
    script.push(Act::Hang);
    script
}

async fn talk_to(scripts: Vec<Script>) -> (Talk, LyingServer) {
    let server = LyingServer::start(scripts).await;
    let model = crate::support::app::model_at(
        &format!("{}/v1", server.url()),
        crate::support::app::MODEL_KEY,
        "little-model",
        Duration::from_mins(1),
    );
    let app = TestApp::start_with(model, crate::support::app::quick()).await;
    (Talk::on(app).await, server)
}

#[tokio::test]
async fn cancelling_closes_the_connection_to_the_model_and_ends_the_stream() {
    let (talk, server) = talk_to(vec![hangs("Well, "), stream(chunks(&prose("Here.")))]).await;
    let run = talk.say("Hello").await;
    let mut reader = Reader::open(&talk.user, &run, None).await.unwrap();
    let mut events = reader.until("text.delta").await;
    let cancelled = expect(talk.user.post(&format!("/runs/{run}/cancel"), json!({})).await, StatusCode::OK);
    assert_eq!(cancelled.await["status"], "cancelled");
    server.client_gone().await;
    while let Some(event) = reader.next().await {
        events.push(event);
    }
    assert_eq!(events.last().unwrap().name, "run.cancelled", "and the stream is over");
    let again = expect(talk.user.post(&format!("/runs/{run}/cancel"), json!({})).await, StatusCode::OK);
    assert_eq!(again.await["status"], "cancelled", "twice is once");
    assert_eq!(server.requests().len(), 1, "it is not asked again");
    talk.say_until("Hello?", "run.finished").await;
}

#[tokio::test]
async fn cancelling_before_the_model_answers_closes_the_connection_too() {
    let (talk, server) = talk_to(vec![vec![Act::Hang]]).await;
    let run = talk.say("Hello").await;
    while server.requests().is_empty() {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    expect(talk.user.post(&format!("/runs/{run}/cancel"), json!({})).await, StatusCode::OK).await;
    server.client_gone().await;
    let events = Reader::open(&talk.user, &run, None).await.unwrap().until("run.cancelled").await;
    assert_eq!(names(&events), ["run.started", "run.cancelled"]);
}

#[tokio::test]
async fn nobody_else_can_cancel() {
    let (talk, _server) = talk_to(vec![hangs("Well, ")]).await;
    let run = talk.say("Hello").await;
    let eve = talk.app.user("Eve").await;
    expect(eve.post(&format!("/runs/{run}/cancel"), json!({})).await, StatusCode::NOT_FOUND).await;
    assert_eq!(talk.user.get(&format!("/runs/{run}")).await["status"], "running");
}

#[tokio::test]
async fn leaving_the_stream_is_not_cancelling() {
    let mut slow = hangs("Well, ");
    slow.pop();
    slow.push(Act::Wait(Duration::from_millis(300)));
    slow.push(Act::Send(chunks(&prose("here I am.")).into_bytes()));
    let (talk, _server) = talk_to(vec![slow]).await;
    let run = talk.say("Hello").await;
    let mut reader = Reader::open(&talk.user, &run, None).await.unwrap();
    reader.until("text.delta").await;
    drop(reader);
    let events = talk.until(&run, "run.finished").await;
    assert_eq!(text_of(&events), "Well, here I am.");
}

#[tokio::test]
async fn a_stop_ends_streams_and_connections_and_the_next_start_goes_on() {
    let (talk, server) = talk_to(vec![hangs("Half an "), stream(chunks(&prose("A whole answer.")))]).await;
    let run = talk.say("Hello").await;
    let mut reader = Reader::open(&talk.user, &run, None).await.unwrap();
    reader.until("text.delta").await;
    let talk = talk.restart().await;
    while let Some(event) = reader.next().await {
        assert!(!event.name.starts_with("run."), "a stop ends no run: {event:?}");
    }
    server.client_gone().await;
    let events = talk.until(&run, "run.finished").await;
    assert_eq!(events[0].name, "snapshot");
    assert_eq!(text_of(&events), "A whole answer.");
    assert_eq!(talk.user.get(&format!("/runs/{run}")).await["status"], "finished");
}

#[tokio::test]
async fn what_was_decided_just_before_a_crash_is_taken_up_after_it() {
    for confirmed in [true, false] {
        let (talk, llm) = Talk::with(vec![five_days(), say("So be it.")]).await;
        let (run, proposal) = talk.propose().await;
        // Nothing works on runs any more: the decision is stored, and that is all.
        talk.app.state.agents.as_ref().unwrap().shutdown().await;
        let decided =
            if confirmed { talk.confirm(&proposal).await } else { talk.decline(&proposal, "no").await };
        expect(decided, StatusCode::OK).await;
        assert_eq!(talk.user.get(&format!("/runs/{run}")).await["status"], "paused");
        assert_eq!(llm.requests().len(), 1);
        let talk = talk.restart().await;
        let events = talk.until(&run, "run.finished").await;
        assert_eq!(text_of(&events), "So be it.");
        let word = if confirmed { "executed" } else { "declined" };
        assert_eq!(results(&llm.requests()[1])[0]["status"], word);
        assert_eq!(talk.days().await, if confirmed { (5, 2) } else { (3, 1) });
    }
}

#[tokio::test]
async fn a_run_that_is_interrupted_again_and_again_is_given_up() {
    let (mut talk, server) = talk_to((0..5).map(|_| hangs("Well, ")).collect()).await;
    let run = talk.say("Hello").await;
    for _ in 0..4 {
        let mut reader = Reader::open(&talk.user, &run, None).await.unwrap();
        reader.until("text.delta").await;
        talk = talk.restart().await;
    }
    let view = talk.user.get(&format!("/runs/{run}")).await;
    assert_eq!(view["status"], "error", "{view}");
    let events = talk.user.request(Method::GET, &format!("/runs/{run}/events")).send().await.unwrap();
    assert!(events.text().await.unwrap().contains("\"code\":\"interrupted\""));
    assert_eq!(server.requests().len(), 4);
}
