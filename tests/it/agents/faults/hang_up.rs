//! When we go away, so does the connection.

use std::time::Duration;

use futures_util::StreamExt;
use spotter::agents::model::{Model, ModelError, ModelEvent};
use tokio_util::sync::CancellationToken;

use super::{finish, hi, then};
use crate::agents::client::{adapter, outcome, request, start};
use crate::support::lying_server::{Act, LyingServer, Script, stream};

#[tokio::test]
async fn text_is_handed_on_as_it_comes() {
    let server = LyingServer::start(vec![then(stream(hi()), Act::Hang)]).await;
    let mut events = start(&adapter(&server));
    assert_eq!(events.next().await, Some(Ok(ModelEvent::Text("hi".into()))), "while the server is not done");
}

#[tokio::test]
async fn cancelling_closes_the_connection() {
    let server = LyingServer::start(vec![then(stream(hi()), Act::Hang)]).await;
    let cancel = CancellationToken::new();
    let mut events = adapter(&server).stream(request(), cancel.clone());
    assert_eq!(events.next().await, Some(Ok(ModelEvent::Text("hi".into()))));
    cancel.cancel();
    assert_eq!(events.next().await, Some(Err(ModelError::Cancelled)));
    assert_eq!(events.next().await, None);
    server.client_gone().await;
}

#[tokio::test]
async fn cancelling_before_the_answer_closes_the_connection() {
    let server = LyingServer::start(vec![vec![Act::Hang]]).await;
    let cancel = CancellationToken::new();
    let events = adapter(&server).stream(request(), cancel.clone());
    let step = tokio::spawn(outcome(events));
    while server.requests().is_empty() {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    cancel.cancel();
    assert_eq!(step.await.unwrap().end, Err(ModelError::Cancelled));
    server.client_gone().await;
}

#[tokio::test]
async fn a_cancelled_run_sends_nothing() {
    let server = LyingServer::start(vec![]).await;
    let cancel = CancellationToken::new();
    cancel.cancel();
    let events = adapter(&server).stream(request(), cancel);
    assert_eq!(outcome(events).await.end, Err(ModelError::Cancelled));
    assert!(server.requests().is_empty());
}

#[tokio::test]
async fn dropping_the_stream_closes_the_connection() {
    let server = LyingServer::start(vec![then(stream(hi()), Act::Hang)]).await;
    let mut events = start(&adapter(&server));
    assert_eq!(events.next().await, Some(Ok(ModelEvent::Text("hi".into()))));
    drop(events);
    server.client_gone().await;
}

/// An answer in chunks on a connection that stays, its last chunk a moment after `[DONE]`.
fn kept_alive() -> Script {
    let head = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n";
    let body = hi() + &finish() + "data: [DONE]\n\n";
    vec![
        Act::Send(format!("{head}{:x}\r\n{body}\r\n", body.len()).into_bytes()),
        Act::Wait(Duration::from_millis(5)),
        Act::Send(b"0\r\n\r\n".to_vec()),
        Act::KeepAlive,
    ]
}

#[tokio::test]
async fn a_finished_step_leaves_the_connection_to_the_next() {
    let server = LyingServer::start(vec![kept_alive(), kept_alive()]).await;
    let model = adapter(&server);
    for _ in 0..2 {
        assert_eq!(outcome(start(&model)).await.text, "hi");
        // The client's connection goes back to its pool in a task of its own.
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let connections: Vec<usize> = server.requests().iter().map(|request| request.connection).collect();
    assert_eq!(connections, [0, 0]);
}
