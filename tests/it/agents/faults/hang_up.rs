//! When we go away, so does the connection.

use std::time::Duration;

use futures_util::StreamExt;
use spotter::agents::model::{Model, ModelError, ModelEvent};
use tokio_util::sync::CancellationToken;

use super::{hi, then};
use crate::agents::client::{adapter, outcome, request, start};
use crate::support::lying_server::{Act, LyingServer, stream};

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
