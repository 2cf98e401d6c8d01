//! Servers that stall or go away.

use std::time::Duration;

use futures_util::StreamExt;
use spotter::agents::model::openai::{OpenAi, OpenAiConfig};
use spotter::agents::model::{ModelError, ModelEvent};

use super::{check, finish, hi, then};
use crate::agents::client::{IDLE, adapter, config, outcome, play, start};
use crate::support::lying_server::{Act, LyingServer, answer, stream};

#[tokio::test]
async fn an_answer_that_breaks_off_is_cut() {
    let chunked = |body: &str| {
        answer(
            "200 OK",
            &["content-type: text/event-stream", "transfer-encoding: chunked"],
            format!("{:x}\r\n{body}\r\n", body.len()),
        )
    };
    check(vec![
        ("no [DONE], no finish reason", stream(hi()), "hi", ModelError::Cut),
        (
            "a finish reason that is empty is none",
            stream(hi() + &finish().replace("stop", "")),
            "hi",
            ModelError::Cut,
        ),
        ("in the middle of a chunk", stream(hi() + "data: {\"choices\":[{\"del"), "hi", ModelError::Cut),
        ("in the middle of a JSON body", stream("{\"choices\":[{\"message\""), "", ModelError::Cut),
        ("nothing at all", stream(""), "", ModelError::Cut),
        ("comments alone", stream(": working\n\n: still\n\n"), "", ModelError::Cut),
        ("between the pieces of a chunked body", chunked(&hi()), "hi", ModelError::Cut),
        ("a status without a body", answer("204 No Content", &[], ""), "", ModelError::Cut),
    ])
    .await;
    let (reset, _) =
        play(vec![stream(hi()).remove(0), Act::Wait(Duration::from_millis(100)), Act::Reset]).await;
    assert_eq!(reset.end, Err(ModelError::Cut), "a reset");

    let (whole, _) = play(chunked(&(hi() + &finish()))).await;
    assert!(whole.end.is_ok(), "a finish reason had come: {whole:?}");
}

#[tokio::test]
async fn a_stall_is_noticed_after_the_idle_timeout() {
    let server = LyingServer::start(vec![then(stream(hi()), Act::Hang)]).await;
    let mut events = start(&adapter(&server));
    assert_eq!(events.next().await, Some(Ok(ModelEvent::Text("hi".into()))));
    tokio::time::pause();
    let before = tokio::time::Instant::now();
    assert_eq!(events.next().await, Some(Err(ModelError::Stalled { after: IDLE })));
    let waited = before.elapsed().as_secs_f64();
    assert!((waited - IDLE.as_secs_f64()).abs() < 1.0, "{waited} s");
    assert_eq!(events.next().await, None);
    tokio::time::resume();
    server.client_gone().await;
}

#[tokio::test]
async fn a_server_that_never_answers_is_stalled() {
    let server = LyingServer::start(vec![vec![Act::Hang]]).await;
    let idle_timeout = Duration::from_millis(300);
    let model = OpenAi::new(OpenAiConfig { idle_timeout, ..config(&server) }).unwrap();
    assert_eq!(outcome(start(&model)).await.end, Err(ModelError::Stalled { after: idle_timeout }));
    server.client_gone().await;
}

#[tokio::test]
async fn silence_after_a_finish_reason_is_an_end() {
    let server = LyingServer::start(vec![then(stream(hi() + &finish()), Act::Hang)]).await;
    let mut events = start(&adapter(&server));
    assert_eq!(events.next().await, Some(Ok(ModelEvent::Text("hi".into()))));
    tokio::time::pause();
    assert!(matches!(events.next().await, Some(Ok(ModelEvent::End(_)))));
}

#[tokio::test]
async fn comments_are_a_sign_of_life() {
    let wait = Act::Wait(Duration::from_millis(700));
    let comment = Act::Send(b": working\n\n".to_vec());
    let mut script = stream("");
    script.extend([wait.clone(), comment.clone(), wait.clone(), comment, wait]);
    script.push(Act::Send((hi() + &finish()).into_bytes()));
    let server = LyingServer::start(vec![script]).await;
    let idle_timeout = Duration::from_millis(1500);
    let model = OpenAi::new(OpenAiConfig { idle_timeout, ..config(&server) }).unwrap();
    assert_eq!(outcome(start(&model)).await.text, "hi");
}

#[tokio::test]
async fn nobody_there_is_unreachable() {
    let server = LyingServer::start(vec![]).await;
    let model = adapter(&server);
    drop(server);
    tokio::task::yield_now().await;
    let end = outcome(start(&model)).await.end;
    assert!(matches!(&end, Err(ModelError::Unreachable { detail }) if detail.contains("refused")), "{end:?}");

    let mut missing = config(&LyingServer::start(vec![]).await);
    missing.base_url = "http://no-such-host.invalid/v1?key=secret".parse().unwrap();
    let end = outcome(start(&OpenAi::new(missing).unwrap())).await.end;
    assert!(matches!(&end, Err(ModelError::Unreachable { detail }) if !detail.contains("secret")), "{end:?}");
}

#[tokio::test]
async fn a_server_that_hangs_up_is_unreachable() {
    let (outcome, requests) = play(vec![]).await;
    assert!(matches!(outcome.end, Err(ModelError::Unreachable { .. })), "{outcome:?}");
    assert_eq!(requests, 1);
}
